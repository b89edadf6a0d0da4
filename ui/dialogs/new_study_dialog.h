// SPDX-License-Identifier: GPL-3.0-or-later
// Asks what a new study is called, its language and template; where it is saved is asked after. Makes nothing
// itself. UI thread.
#pragma once

#include "service/session.h"

#include <QDialog>

class QComboBox;
class QLineEdit;

namespace rapport::ui {

class NewStudyDialog : public QDialog {
    Q_OBJECT
public:
    explicit NewStudyDialog(QWidget* parent = nullptr);
    [[nodiscard]] service::NewStudy study() const;
    /// A file name made from the title.
    [[nodiscard]] QString fileName() const;

private:
    QLineEdit* m_title;
    QComboBox* m_language;
    QComboBox* m_template;
};

} // namespace rapport::ui
