// SPDX-License-Identifier: GPL-3.0-or-later
// The codes of a codebook as a list that opens beside what asked for one: typing narrows it, arrows move,
// Enter or a click chooses, Esc leaves. Deletes itself when it closes. UI thread.
#pragma once

#include "model/codebook.h"
#include "ui/bridge/code_look.h"

#include <QWidget>
#include <vector>

class QListWidget;

namespace rapport::ui {

class SearchField;
class Words;

class CodeChooser : public QWidget {
    Q_OBJECT
public:
    /// `name` says to screen readers what the code is for.
    CodeChooser(const model::Codebook& codebook, const QString& name, QWidget* parent);
    /// Above or below `beside` (in global coordinates), as there is room.
    void open(const QRect& beside);

    // For tests.
    [[nodiscard]] SearchField& field() { return *m_field; }
    [[nodiscard]] QListWidget& list() { return *m_list; }

Q_SIGNALS:
    void chosen(rapport::model::CodeId code);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void filter(const QString& typed);
    void move(int by);
    void choose();

    struct Row {
        model::CodeId code;
        CodeLook look;
        QString variable;
    };
    std::vector<Row> m_rows;
    SearchField* m_field;
    QListWidget* m_list;
    Words* m_nothing;
};

} // namespace rapport::ui
