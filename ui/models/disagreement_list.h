// SPDX-License-Identifier: GPL-3.0-or-later
// The units behind a number: each with what every rater gave. A list of values; opening a unit is the view's
// business. UI thread.
#pragma once

#include "model/codebook.h"
#include "service/measuring.h"

#include <QAbstractListModel>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapport::ui {

enum class UnitFilter {
    Differing, ///< raters differ
    Holding,   ///< one rater at least gave the code
    Missing,   ///< a rater has not judged it
    All,       ///< two raters judged it
};

[[nodiscard]] bool passes(const service::Disagreement& row, UnitFilter filter);

/// Two raters, and what each gave where one cell of their table is meant; a total of the table names one
/// value, or none.
struct RaterPair {
    std::string first;
    std::string second;
    std::optional<std::string> firstValue;
    std::optional<std::string> secondValue;
};
/// Rows that both judged, with the two as their only raters and the values that are asked for.
[[nodiscard]] std::vector<service::Disagreement> ofPair(std::vector<service::Disagreement> rows,
                                                        const RaterPair& pair);
/// Rows of a variable's codes as one row per unit, in the order of units: a rater's value is the set of codes
/// that were given, shown by their titles; missing where every code is.
[[nodiscard]] std::vector<service::Disagreement> asSets(const std::vector<service::Disagreement>& rows);

class DisagreementModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { UnitRole = Qt::UserRole, ValuesRole, CodeRole };

    explicit DisagreementModel(QObject* parent = nullptr);
    /// `rows`: every unit behind the number.
    void setRows(std::vector<service::Disagreement> rows, std::shared_ptr<const model::Codebook> codebook);
    void setFilter(UnitFilter filter);
    /// Rows are of several codes: each says of which.
    [[nodiscard]] bool hasSeveralCodes() const { return m_hasSeveralCodes; }
    [[nodiscard]] UnitFilter filter() const { return m_filter; }
    [[nodiscard]] const service::Disagreement* at(int row) const;
    /// Of all rows, not only those shown.
    [[nodiscard]] int countOf(UnitFilter filter) const;
    /// A rater's value as people read it: "yes", "no", a level's title, a number, or a dash.
    [[nodiscard]] QString valueText(const service::Disagreement& row,
                                    const std::optional<std::string>& value) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    void refresh();
    std::vector<service::Disagreement> m_all;
    std::vector<std::size_t> m_shown;
    std::shared_ptr<const model::Codebook> m_codebook;
    UnitFilter m_filter = UnitFilter::Differing;
    bool m_hasSeveralCodes = false;
};

} // namespace rapport::ui
