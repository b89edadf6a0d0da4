// SPDX-License-Identifier: GPL-3.0-or-later
// The units behind a number: each with what every rater gave. A list of values; opening a unit is the view's
// business. UI thread.
#pragma once

#include "model/codebook.h"
#include "service/measuring.h"

#include <QAbstractListModel>
#include <memory>
#include <vector>

namespace rapport::ui {

enum class UnitFilter {
    Differing, ///< raters differ
    Holding,   ///< one rater at least gave the code
    Missing,   ///< a rater has not judged it
    All,       ///< two raters judged it
};

[[nodiscard]] bool passes(const service::Disagreement& row, UnitFilter filter);

class DisagreementModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { UnitRole = Qt::UserRole, ValuesRole };

    explicit DisagreementModel(QObject* parent = nullptr);
    /// `rows`: every unit behind the number.
    void setRows(std::vector<service::Disagreement> rows, std::shared_ptr<const model::Codebook> codebook);
    void setFilter(UnitFilter filter);
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
};

} // namespace rapport::ui
