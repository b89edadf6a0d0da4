// SPDX-License-Identifier: GPL-3.0-or-later
// By what an analysis is narrowed: rounds, questions, groups and names of participants, codes, raters, and
// how much of a unit a passage must cover. Nothing ticked in a list: all of it. Values of attributes are read
// in a job. UI thread.
#pragma once

#include "service/analysing.h"
#include "ui/components/small_parts.h"

#include <QString>
#include <vector>

class QComboBox;
class QLineEdit;
class QListWidget;

namespace rapport::ui {

class KeyButton;
class ViewHost;

class AnalysisFilters : public Panel {
    Q_OBJECT
public:
    AnalysisFilters(ViewHost& host, QWidget* parent);

    /// What the study has to choose from; ticks stay where their things still are.
    void read();
    void clear();
    void retranslate();
    /// Into a request.
    void narrow(service::AnalysisSelection& select) const;
    /// How many lists narrow.
    [[nodiscard]] int count() const;
    /// In words; empty where nothing narrows.
    [[nodiscard]] QString sentence() const;
    void focusFirst();

    enum List { Rounds, Prompts, Groups, Codes, Raters, lists };
    [[nodiscard]] QListWidget* list(List which) const { return m_lists[which].list; }
    [[nodiscard]] QLineEdit* names() const { return m_names; }
    [[nodiscard]] QComboBox* overlap() const { return m_overlap; }

Q_SIGNALS:
    void changed(); ///< by the user
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Column {
        Words* title = nullptr;
        QListWidget* list = nullptr;
    };
    void fill(List which, const std::vector<std::pair<QString, QString>>& items);
    void fillGroups();
    void showTitles();
    [[nodiscard]] QStringList ticked(List which) const;

    ViewHost& m_host;
    Column m_lists[lists];
    Words* m_namesTitle = nullptr;
    QLineEdit* m_names = nullptr;
    Words* m_overlapTitle = nullptr;
    QComboBox* m_overlap = nullptr;
    KeyButton* m_clear = nullptr;
    std::vector<service::AttributeValues> m_attributes;
};

} // namespace rapport::ui
