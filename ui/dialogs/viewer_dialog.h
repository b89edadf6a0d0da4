// SPDX-License-Identifier: GPL-3.0-or-later
// Who is looking at a study, where that cannot be told; nobody is chosen beforehand. UI thread.
#pragma once

#include "model/round.h"

#include <QDialog>
#include <vector>

class QComboBox;

namespace rapport::ui {

class KeyButton;

class ViewerDialog : public QDialog {
    Q_OBJECT
public:
    /// `before` looked at the study the last time.
    ViewerDialog(const std::vector<model::Rater>& raters, const QString& study, const QString& before,
                 QWidget* parent = nullptr);
    /// None: the coordinator.
    [[nodiscard]] model::Guid rater() const;
    void accept() override;

private:
    QComboBox* m_who;
    KeyButton* m_open;
};

} // namespace rapport::ui
