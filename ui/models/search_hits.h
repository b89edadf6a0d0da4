// SPDX-License-Identifier: GPL-3.0-or-later
// The hits of a search as a list of any length: windows of hits are asked for when rows are looked at, and
// let go when others are. Holds values; asking is the view's business. UI thread.
#pragma once

#include "service/searching.h"
#include "ui/models/row_pages.h"

#include <QAbstractListModel>
#include <vector>

namespace rapport::ui {

class SearchHits : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { UnitRole = Qt::UserRole, SnippetRole };
    static constexpr int pageSize = RowPages<service::SearchHit>::pageSize;
    static constexpr int mostPages = RowPages<service::SearchHit>::mostPages; ///< kept at a time

    explicit SearchHits(QObject* parent = nullptr);

    /// A new search: exact number of matches and the first page.
    void setResult(std::int64_t matches, std::vector<service::SearchHit> firstPage);
    void clear();
    void setPage(int page, std::vector<service::SearchHit> hits);
    /// A page that could not be read may be asked for again.
    void dropRequest(int page);
    [[nodiscard]] std::int64_t matches() const { return m_pages.total(); }
    /// nullptr while its page is not there; asks for it.
    [[nodiscard]] const service::SearchHit* hit(int row) const;
    [[nodiscard]] int pagesHeld() const { return m_pages.held(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void pageWanted(int page);

private:
    RowPages<service::SearchHit> m_pages;
};

} // namespace rapport::ui
