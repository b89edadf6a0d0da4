// SPDX-License-Identifier: GPL-3.0-or-later
// Samples of lines: the coordinator draws them by chance and opens them when raters are done, raters judge
// line by line, blind, with one digit each; an opened sample says how far they agree. Lines are drawn and
// agreement is measured in jobs; a judgement is one act. UI thread.
#pragma once

#include "agreement/measure.h"
#include "service/line_samples.h"

#include <QDialog>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QSpinBox;
class QStackedWidget;
class QStandardItemModel;
class QTableView;

namespace rapport::ui {

class JobRunner;
class KeyButton;
class ReadingView;
class StudyContext;
class Words;

class LineSamplesDialog : public QDialog {
    Q_OBJECT
public:
    /// `query`: what a new sample is drawn from.
    LineSamplesDialog(StudyContext& study, JobRunner& jobs, const QString& query, QWidget* parent = nullptr);

    [[nodiscard]] const QStandardItemModel& samples() const { return *m_samples; }
    void chooseSample(int row);
    /// Of the coordinator: names of codes and raters.
    void draw(const service::LineSampleRequest& request);
    void openChosen();
    [[nodiscard]] const QStandardItemModel& measures() const { return *m_measures; }
    /// Of a rater: the digit of a code, 0 for none of them. The next line that was not judged yet follows.
    void judge(int digit);
    void goBack();
    [[nodiscard]] QString lineText() const;

Q_SIGNALS:
    void drawn();    ///< or not: a job has ended
    void measured(); ///< the same

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void buildDrawing(QWidget* page);
    void buildJudging(QWidget* page);
    void readSamples();
    void showChosen();
    void showLine();
    void measure();
    void say(const base::Error& error);
    [[nodiscard]] const service::LineSampleRow* chosen() const;
    [[nodiscard]] service::LineSampleRequest request() const;

    StudyContext& m_study;
    JobRunner& m_jobs;
    QString m_query;
    bool m_isCoordinator;
    std::vector<service::LineSampleRow> m_rows;
    std::vector<service::SampledLine> m_lines; ///< of the chosen sample, as this rater sees them
    std::size_t m_at = 0;

    QStandardItemModel* m_samples;
    QTableView* m_table;
    QStackedWidget* m_pages;
    Words* m_facts;
    Words* m_note;
    QStandardItemModel* m_measures;
    QTableView* m_measureTable;
    KeyButton* m_new;
    KeyButton* m_open;

    QLineEdit* m_name = nullptr;
    QLineEdit* m_drawQuery = nullptr;
    QSpinBox* m_count = nullptr;
    QSpinBox* m_seed = nullptr;
    QListWidget* m_codes = nullptr;
    QListWidget* m_raters = nullptr;
    KeyButton* m_draw = nullptr;

    ReadingView* m_line = nullptr;
    Words* m_progress = nullptr;
    Words* m_before = nullptr;
    QWidget* m_choices = nullptr;
    std::vector<KeyButton*> m_buttons;
};

} // namespace rapport::ui
