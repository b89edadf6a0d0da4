// SPDX-License-Identifier: GPL-3.0-or-later
// The right side of Rate's header: one answer, grid or transcripts, who rates, which round, blind, undo,
// redo. What a blind rater may not see is not here at all.
#pragma once

#include "ui/views/rate/rate_desk.h"
#include "ui/views/view.h"

class QComboBox;

namespace rapport::ui {

class Chip;
class KeyButton;
class SegmentedControl;
class Words;

/// The three ways of rating.
enum class RatePage { Answers, Grid, Transcripts };

class RateHeader : public QWidget {
    Q_OBJECT
public:
    RateHeader(ViewHost& host, RateDesk& desk, RatePage page);
    void refresh();
    /// Undo and redo without words where there is little room.
    void setCompact(bool isCompact);
    /// And the other ways of rating by icon alone.
    void setShort(bool isShort);
    /// With large letters: undo and redo are in the menu, and have their keys.
    void setTight(bool isTight);
    /// The ways of rating as a menu.
    void setFolded(bool isFolded);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void nameChips();
    ViewHost& m_host;
    RateDesk& m_desk;
    RatePage m_page;
    SegmentedControl* m_what;
    Words* m_raterLabel;
    QComboBox* m_rater;
    QComboBox* m_round;
    Chip* m_blind;
    Chip* m_opened;
    KeyButton* m_undo;
    KeyButton* m_redo;
    bool m_isCompact = false;
    bool m_isTight = false;
};

/// Opens another way of rating, at the same answer.
void showPage(ViewHost& host, const RateDesk& desk, RatePage page);

/// Title of a round for people: "default" has no name of its own.
[[nodiscard]] QString roundTitle(const model::Round& round);

} // namespace rapport::ui
