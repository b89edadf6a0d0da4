// SPDX-License-Identifier: GPL-3.0-or-later
// Columns of a table that fit its width: each gets what its header and its usual content need; where that is
// too much, the columns of lowest rank go first, and what is left over goes to those that can use it. The
// user chooses columns in a menu on the header (right click, or the table's context-menu key); the choice is
// kept. Owned by the table. UI thread.
#pragma once

#include <QObject>
#include <QString>
#include <vector>

class QMenu;
class QTableView;

namespace rapport::ui {

struct FittedColumn {
    int least = 60; ///< px at 100 %; the header's text is never cut, whatever this says
    int most = 60;  ///< what it can use
    int rank = 0;   ///< 0: always shown; of the others the highest goes first
};

class FittedColumns : public QObject {
    Q_OBJECT
public:
    /// `key`: where the user's choice is kept, e.g. "sources/columns".
    FittedColumns(QTableView& table, std::vector<FittedColumn> columns, QString key);

    /// False: there is nothing to show in it now, whatever the user chose.
    void setUseful(int column, bool isUseful);
    /// What the user wants to see; kept.
    void setWanted(int column, bool isWanted);
    [[nodiscard]] bool isWanted(int column) const;
    void fit();
    /// Left out for lack of room, though wanted.
    [[nodiscard]] bool isSqueezedOut(int column) const;
    /// A menu of the columns, checked where they are wanted. The caller shows it.
    [[nodiscard]] QMenu* makeMenu(QWidget* parent);

Q_SIGNALS:
    void fitted();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int leastWidth(int column) const;

    QTableView& m_table;
    std::vector<FittedColumn> m_columns;
    std::vector<bool> m_isUseful;
    std::vector<bool> m_isWanted;
    std::vector<bool> m_isSqueezedOut;
    QString m_key;
};

} // namespace rapport::ui
