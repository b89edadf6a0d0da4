// SPDX-License-Identifier: GPL-3.0-or-later
// Says as which rater the coordinator rates too, and what is kept back from the coordinator's windows then.
// Stays with its choice where that cannot be written. UI thread.
#pragma once

#include "ui/bridge/study_context.h"

#include <QDialog>

class QComboBox;

namespace rapport::ui {

class KeyButton;
class Words;

class OwnRatingDialog : public QDialog {
    Q_OBJECT
public:
    explicit OwnRatingDialog(StudyContext& study, QWidget* parent = nullptr);
    void accept() override;
    [[nodiscard]] QString problem() const;
    [[nodiscard]] QComboBox* rater() const { return m_rater; }

private:
    StudyContext& m_study;
    QComboBox* m_rater;
    Words* m_problem;
};

} // namespace rapport::ui
