// SPDX-License-Identifier: GPL-3.0-or-later
// What was coded with a code that was split since, one after the other: the words, and the codes that took
// its place, each with a digit. What is chosen is coded at once, as whoever coded it before, and can be
// undone like any coding. Reads the list in a job. UI thread.
#pragma once

#include "service/codebook_changes.h"
#include "ui/bridge/job_runner.h"

#include <QDialog>
#include <vector>

class QHBoxLayout;
class QListWidget;

namespace rapport::ui {

class FlowLayout;
class KeyButton;
class StudyContext;
class Words;

class RecodeDialog : public QDialog {
    Q_OBJECT
public:
    RecodeDialog(StudyContext& study, JobRunner& jobs, QWidget* parent = nullptr);
    [[nodiscard]] QListWidget* list() const { return m_list; }
    /// The codes to choose from for the chosen line, in the order of their digits.
    [[nodiscard]] std::vector<KeyButton*> choices() const { return m_choices; }
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMore();
    void showChoices();
    void choose(int number);
    void count();

    StudyContext& m_study;
    std::vector<service::LeftCoding> m_left; ///< all there were, in order
    std::vector<std::size_t> m_shown;        ///< places in m_left, by row of the list
    std::size_t m_next = 0;                  ///< of m_left: the first that was not shown yet
    QListWidget* m_list;
    QWidget* m_row;
    FlowLayout* m_flow;
    std::vector<KeyButton*> m_choices;
    Words* m_note;
};

} // namespace rapport::ui
