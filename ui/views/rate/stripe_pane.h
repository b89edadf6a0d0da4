// SPDX-License-Identifier: GPL-3.0-or-later
// The margin beside a transcript: a stripe per coding in its lane, two letters at its head (again at the top
// edge when the head is scrolled off). Follows the text's scrolling; draws what is seen and no more. Each
// stripe is an accessible child with code, rater, lines and the start of its quote.
#pragma once

#include "ui/bridge/code_look.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/lanes.h"

#include <QWidget>
#include <unordered_map>
#include <vector>

namespace rapport::ui {

struct Stripe {
    std::int64_t id = 0;
    text::TextRange range;
    CodeLook look;
    QString rater{}; ///< somebody else's, drawn as an outline; empty: one's own
};

class StripePane : public QWidget {
    Q_OBJECT
public:
    explicit StripePane(ReadingView& reading, QWidget* parent = nullptr);
    ~StripePane() override;
    /// `isOther`: another transcript; lanes start anew.
    void setStripes(std::vector<Stripe> stripes, bool isOther);
    void setChosen(std::int64_t id);
    [[nodiscard]] std::int64_t chosenStripe() const { return m_chosen; }
    /// Whose codings these are, for screen readers.
    void setRater(const QString& rater) { m_rater = rater; }
    [[nodiscard]] const QString& rater() const { return m_rater; }
    /// In order of their first line.
    [[nodiscard]] const std::vector<Stripe>& stripes() const { return m_stripes; }
    [[nodiscard]] const Lanes& lanes() const { return m_lanes; }
    [[nodiscard]] ReadingView& reading() const { return m_reading; }
    /// Lines of a stripe by its place in stripes(), from 0, both ends in it.
    [[nodiscard]] int firstLine(std::size_t stripe) const { return m_lines[stripe].first; }
    [[nodiscard]] int lastLine(std::size_t stripe) const { return m_lines[stripe].second; }
    /// Places in stripes() of those that meet these lines.
    [[nodiscard]] std::vector<std::size_t> meeting(int firstLine, int lastLine) const;
    /// In this widget; empty if it is folded into "+n".
    [[nodiscard]] QRectF placeOf(std::size_t stripe) const;
    /// A "+n" that is seen: where it stands, and the places in stripes() of what is beneath it.
    struct Folded {
        QRectF place;
        std::vector<std::size_t> stripes;
    };
    [[nodiscard]] std::vector<Folded> folded() const;
    [[nodiscard]] int at(const QPointF& point) const; ///< -1: none
    /// "Secure base, R1, lines 4 to 6, “the start of …”".
    [[nodiscard]] QString nameOf(std::size_t stripe) const;
    /// As a click on it does.
    void choose(std::size_t stripe);

Q_SIGNALS:
    void chosen(std::int64_t id);
    void hovered(std::int64_t id); ///< 0: none
    void lanesChanged();

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;
    bool event(QEvent* event) override;

private:
    void relane();
    void findChosen();
    /// Lanes that are drawn in this width, where not all are; the rest folds into "+n".
    [[nodiscard]] int lanesShown() const;
    [[nodiscard]] QString tipOfAll(const std::vector<std::size_t>& stripes) const;
    [[nodiscard]] std::pair<int, int> linesSeen() const;
    /// As drawn: what is chosen stands in the last lane where it has none, in front of what is there. -1:
    /// folded.
    [[nodiscard]] int laneShown(std::size_t stripe) const;
    [[nodiscard]] std::vector<std::size_t> foldedAt(const QPointF& point) const;
    ReadingView& m_reading;
    QString m_rater;
    std::vector<Stripe> m_stripes;
    std::vector<std::pair<int, int>> m_lines;                      ///< beside m_stripes
    std::vector<int> m_lastSoFar;                                  ///< greatest last line up to there
    std::unordered_map<std::int64_t, std::pair<int, int>> m_known; ///< lines of codings while none moves
    Lanes m_lanes;
    int m_layout = -1;
    std::int64_t m_chosen = 0;
    std::size_t m_chosenPlace = std::size_t(-1); ///< in stripes()
    std::int64_t m_hovered = 0;
};

} // namespace rapport::ui
