// SPDX-License-Identifier: GPL-3.0-or-later
// The units behind a number: name, whose code entered, and the text. Enter goes to one. UI thread.
#pragma once

#include "service/analysing_units.h"

#include <QAbstractListModel>
#include <QListView>
#include <vector>

namespace rapport::ui {

class AnalysedUnits : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int TextRole = Qt::UserRole + 1;
    static constexpr int FromRole = Qt::UserRole + 2;

    explicit AnalysedUnits(QObject* parent = nullptr)
        : QAbstractListModel(parent) {}
    void set(std::vector<service::AnalysedUnitItem> units);
    [[nodiscard]] const std::vector<service::AnalysedUnitItem>& units() const { return m_units; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<service::AnalysedUnitItem> m_units;
};

class AnalysedUnitList : public QListView {
    Q_OBJECT
public:
    explicit AnalysedUnitList(AnalysedUnits& units, QWidget* parent = nullptr);

Q_SIGNALS:
    void opened(int row);
    void left(); ///< Esc

protected:
    void keyPressEvent(QKeyEvent* event) override;
};

} // namespace rapport::ui
