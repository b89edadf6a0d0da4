// SPDX-License-Identifier: GPL-3.0-or-later
// Words that were marked with a code, to take as its examples, or as examples of what it is not. Reads in a
// job; gives back what was ticked and keeps nothing. UI thread.
#pragma once

#include "ui/bridge/job_runner.h"

#include <QDialog>
#include <QStringList>

class QListWidget;

namespace rapport::ui {

class KeyButton;
class Words;

class PickDialog : public QDialog {
    Q_OBJECT
public:
    PickDialog(JobRunner& jobs, const std::string& code, const QString& title, QWidget* parent = nullptr);
    /// What was ticked, in the order of the list.
    [[nodiscard]] QStringList chosen() const;
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void filled();

private:
    QListWidget* m_list;
    Words* m_note;
    KeyButton* m_take;
};

} // namespace rapport::ui
