// SPDX-License-Identifier: GPL-3.0-or-later
// What was coded with a code that was split or retired since, one after the other: the words, and the codes
// that took its place, each with a digit; of a retired code any of its variable, chosen from a list. What is
// chosen is coded at once, as whoever coded it before, and can be undone like any coding. Codings of retired
// codes may stay as they are: they are shown on demand. Reads the list in a job. UI thread.
#pragma once

#include "service/codebook_changes.h"
#include "ui/bridge/job_runner.h"

#include <QDialog>
#include <vector>

class QCheckBox;
class QListWidget;

namespace rapport::ui {

class ChoiceBox;
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
    /// The codes to choose from where the line's code was retired; hidden otherwise.
    [[nodiscard]] ChoiceBox* others() const { return m_others; }
    /// Whether codings of retired codes are listed, too; hidden where there are none.
    [[nodiscard]] QCheckBox* retired() const { return m_retired; }
    [[nodiscard]] QString note() const;

Q_SIGNALS:
    void filled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void fill();
    void showMore();
    void showChoices();
    void showOthers(const service::LeftCoding& coding);
    void choose(int number);
    void chooseOther();
    void recode(model::CodeId code);
    void count();
    [[nodiscard]] const service::LeftCoding* chosen() const;

    StudyContext& m_study;
    std::vector<service::LeftCoding> m_left; ///< all there were, in order
    std::int64_t m_leftOut = 0;              ///< units of which others' codings are not among them
    std::vector<bool> m_isDone;              ///< of each in m_left
    std::vector<std::size_t> m_waiting; ///< places in m_left that are not in the list yet, the last first
    std::vector<std::size_t> m_shown;   ///< places in m_left, by row of the list
    QListWidget* m_list;
    QCheckBox* m_retired;
    QWidget* m_row;
    FlowLayout* m_flow;
    std::vector<KeyButton*> m_choices;
    ChoiceBox* m_others;
    KeyButton* m_codeSo;
    Words* m_note;
};

} // namespace rapport::ui
