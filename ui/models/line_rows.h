// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of a concordance as a list of any length: windows of lines are asked for when rows are looked at,
// and let go when others are. Lines are ticked by where they stand, so that another order keeps the ticks.
// Holds values; asking is the view's business. UI thread.
#pragma once

#include "service/concording.h"
#include "ui/models/row_pages.h"

#include <QAbstractListModel>
#include <map>
#include <tuple>
#include <vector>

namespace rapport::ui {

class LineRows : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int pageSize = RowPages<service::ConcordanceLine>::pageSize;
    static constexpr int mostPages = RowPages<service::ConcordanceLine>::mostPages; ///< kept at a time

    explicit LineRows(QObject* parent = nullptr);

    /// A new search: how many lines there are, and the first page.
    void setResult(std::int64_t total, std::vector<service::ConcordanceLine> firstPage);
    void clear();
    void setPage(int page, std::vector<service::ConcordanceLine> lines);
    /// A page that could not be read may be asked for again.
    void dropRequest(int page);
    /// nullptr while its page is not there; asks for it.
    [[nodiscard]] const service::ConcordanceLine* line(int row) const;
    /// The first line of the unit among those that are held; -1: none.
    [[nodiscard]] int rowOf(model::UnitId unit) const;
    /// Names of the codes, for screen readers.
    void setCodebook(std::shared_ptr<const model::Codebook> codebook) { m_codebook = std::move(codebook); }

    [[nodiscard]] bool isTicked(int row) const;
    void setTicked(int row, bool isTicked);
    void clearTicks();
    [[nodiscard]] int tickedCount() const { return int(m_ticked.size()); }
    /// In the order of the texts.
    [[nodiscard]] std::vector<service::ConcordanceLine> ticked() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

Q_SIGNALS:
    void pageWanted(int page);
    void ticksChanged();

private:
    using Place = std::tuple<std::int64_t, std::int64_t, std::int64_t>; ///< unit, begin, end
    [[nodiscard]] static Place placeOf(const service::ConcordanceLine& line);

    RowPages<service::ConcordanceLine> m_pages;
    std::map<Place, service::ConcordanceLine> m_ticked;
    std::shared_ptr<const model::Codebook> m_codebook;
};

} // namespace rapport::ui
