// SPDX-License-Identifier: GPL-3.0-or-later
// The line at the foot, 26 high: what is saved and since when, the running job with figure and Cancel, where
// one is, keys worth knowing, zoom, language.
#pragma once

#include "ui/views/view.h"

#include <QWidget>

class QHBoxLayout;
class QProgressBar;
class QTime;

namespace rapport::ui {

class KeyButton;
class Words;

class StatusLine : public QWidget {
    Q_OBJECT
public:
    StatusLine(JobRunner& jobs, QWidget* parent = nullptr);
    /// "All saved 21:14:07".
    void showSaved(const QTime& time);
    /// A failed write: stays until showSaved.
    void showNotSaved();
    void showNoStudy();
    /// The study may be read alone.
    void showReadOnly();
    void setPlaceText(const QString& text);
    void setHints(const QList<KeyHint>& hints);

Q_SIGNALS:
    void zoomWanted();
    void languageWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Saving { NoStudy, ReadOnly, Saved, Failed };
    void retranslate();
    void showJob();
    void resizeToTheme();

    JobRunner& m_jobs;
    Saving m_saving = Saving::NoStudy;
    QString m_time;
    class SavedMark;
    SavedMark* m_mark;
    Words* m_saved;
    Words* m_place;
    Words* m_job;
    QProgressBar* m_bar;
    KeyButton* m_cancel;
    QWidget* m_hints;
    QHBoxLayout* m_hintRow;
    KeyButton* m_zoom;
    KeyButton* m_language;
    quint64 m_shownJob = 0;
};

} // namespace rapport::ui
