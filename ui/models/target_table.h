// SPDX-License-Identifier: GPL-3.0-or-later
// Each code of a round against the target: agreement so far with its interval, how it went over the time of
// the round, and when the target is met. Worst first. UI thread; what it shows is measured in a job.
#pragma once

#include "model/codebook.h"
#include "service/progress.h"
#include "ui/bridge/code_look.h"

#include <QAbstractTableModel>
#include <optional>
#include <vector>

namespace rapport::ui {

struct TargetRow {
    service::TargetStanding standing;
    CodeLook look; ///< of a code
    QString title;
    std::vector<std::optional<double>> drift; ///< alpha of each period; empty: too little to see
};

/// Those with a code or a variable that the codebook knows, worst first: below the target, then without a
/// value, then met.
[[nodiscard]] std::vector<TargetRow> targetRows(const std::vector<service::TargetStanding>& standings,
                                                const std::vector<service::DriftRow>& drift,
                                                const model::Codebook& codebook);

class TargetTable : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Code, Agreement, Drift, Units, When, ColumnCount };
    explicit TargetTable(QObject* parent = nullptr)
        : QAbstractTableModel(parent) {}
    void set(std::vector<TargetRow> rows, double target);
    void retranslate(const model::Codebook& codebook);
    [[nodiscard]] const TargetRow* row(int place) const;
    [[nodiscard]] double target() const { return m_target; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString whenText(const service::TargetStanding& standing) const;
    std::vector<TargetRow> m_rows;
    double m_target = 0.7;
};

} // namespace rapport::ui
