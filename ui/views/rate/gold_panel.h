// SPDX-License-Identifier: GPL-3.0-or-later
// In a training round, what a completed unit was to hold: where the gold codings and the rater's own differ,
// where they are the same, and the gold rater's reason. Hidden before the unit is completed and in every
// other round. UI thread.
#pragma once

#include "service/training.h"
#include "ui/bridge/study_context.h"

#include <QWidget>
#include <optional>

namespace rapport::ui {

class ScrolledWords;
class Words;

class GoldPanel : public QWidget {
    Q_OBJECT
public:
    explicit GoldPanel(QWidget* parent = nullptr);
    /// Reads what there is to compare with; nothing hides the panel. An error is reported by the study.
    void compare(StudyContext& study, const std::optional<service::Target>& completed);
    /// As it is said to people: the text without its marks. Empty while hidden.
    [[nodiscard]] QString text() const;
    /// As high as its words ask, and no higher than this.
    void fit(int most);
    [[nodiscard]] bool hasFeedback() const { return !m_feedback.empty(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    std::vector<service::GoldFeedback> m_feedback;
    std::shared_ptr<const model::Codebook> m_codebook;
    Words* m_title;
    ScrolledWords* m_body;
};

} // namespace rapport::ui
