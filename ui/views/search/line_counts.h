// SPDX-License-Identifier: GPL-3.0-or-later
// What lines amount to: how many by a field or a neighbouring word, the words beside the match with their
// measures, and where in the texts lines stand, as bars of a code. Shows what it is given. UI thread.
#pragma once

#include "service/concording.h"

#include <QAbstractScrollArea>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QStandardItemModel;
class QTableView;

namespace rapport::ui {

class SectionHeader;
class Words;

/// A field or neighbour by which lines are sorted and counted, with its name for people.
struct LineKeyName {
    std::string key;
    QString name;
};

/// Lines by a key, and collocates, side by side.
class LineCounts : public QWidget {
    Q_OBJECT
public:
    explicit LineCounts(QWidget* parent = nullptr);

    void setKeys(const std::vector<LineKeyName>& keys);
    [[nodiscard]] std::string key() const;
    /// `lines`: of how many lines, for the shares; a line may count under several values.
    void setFrequencies(const std::vector<service::LineFrequency>& rows, std::int64_t lines);
    /// Words on either side within which others stand beside the match.
    [[nodiscard]] int window() const;
    [[nodiscard]] int frequencyCount() const; ///< rows that are shown
    void setCollocates(const std::vector<service::CollocateRow>& rows);
    void retranslate();

Q_SIGNALS:
    void keyChanged();
    void windowChanged();
    void valueChosen(const QString& key, const QString& value);
    void collocateChosen(const QString& form);

private:
    void fillCollocates();
    [[nodiscard]] QString shownValue(const std::string& value) const;

    std::vector<LineKeyName> m_keys;
    QComboBox* m_key;
    SectionHeader* m_title;
    SectionHeader* m_besideTitle;
    QCheckBox* m_without;
    QComboBox* m_window;
    std::vector<service::CollocateRow> m_besideRows;
    QStandardItemModel* m_frequencies;
    QStandardItemModel* m_collocates;
    QTableView* m_frequencyTable;
    QTableView* m_collocateTable;
};

/// One row per part (a transcript, a group): its name, how many lines, and a bar where each stands.
class LineSpread : public QAbstractScrollArea {
    Q_OBJECT
public:
    explicit LineSpread(QWidget* parent = nullptr);
    void setReport(service::DispersionReport report);
    [[nodiscard]] const service::DispersionReport& report() const { return m_report; }

Q_SIGNALS:
    void partChosen(const QString& name);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] static int rowHeight();
    void fit();
    service::DispersionReport m_report;
    int m_current = 0;
};

} // namespace rapport::ui
