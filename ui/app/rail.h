// SPDX-License-Identifier: GPL-3.0-or-later
// Activities down the left side: a list with group headings, 148 wide or more with words or 52 with icons.
// The accessible name of an entry holds its count.
#pragma once

#include "ui/views/registry.h"

#include <QAbstractListModel>
#include <QListView>
#include <vector>

namespace rapport::ui {

class KeyButton;

/// Entries of the rail: headings, and activities (one per distinct activity of the registry).
class RailModel : public QAbstractListModel {
    Q_OBJECT
public:
    explicit RailModel(QObject* parent = nullptr);

    struct Entry {
        bool isHeading = false;
        RailGroup group = RailGroup::Study;
        const ViewRow* view = nullptr; ///< the activity's first view
        QString badge;
    };
    enum Role { HeadingRole = Qt::UserRole, IconRole, BadgeRole, ViewRole };

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    void setBadge(const QString& viewName, const QString& badge);
    void retranslate();
    /// Row of the activity that a view belongs to; -1 if there is none.
    [[nodiscard]] int rowOf(const QString& viewName) const;
    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }

private:
    std::vector<Entry> m_entries;
};

/// First views of the activities, in the order of Alt+1, Alt+2, ...
[[nodiscard]] std::vector<const ViewRow*> activities();

class Rail : public QWidget {
    Q_OBJECT
public:
    explicit Rail(QWidget* parent = nullptr);
    void setNarrow(bool isNarrow);
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }
    void setCurrentView(const QString& viewName);
    [[nodiscard]] RailModel& model() { return m_model; }
    /// Where the activity of that view stands; empty if it does not.
    [[nodiscard]] QRect placeOf(const QString& viewName) const;

Q_SIGNALS:
    void viewWanted(const QString& viewName);
    void narrowWanted(bool isNarrow);

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void resizeToTheme();
    void retranslate();
    RailModel m_model;
    QListView* m_list;
    KeyButton* m_collapse;
    bool m_isNarrow = false;
};

} // namespace rapport::ui
