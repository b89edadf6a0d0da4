// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a list of any length, held in pages: a page is asked for when one of its rows is looked at and
// stays on the screen, and let go when others are. Holds values; asking is the owner's business. UI thread.
#pragma once

#include <QTimer>
#include <algorithm>
#include <cstdint>
#include <functional>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <utility>
#include <vector>

namespace rapport::ui {

template<typename Row>
class RowPages {
public:
    static constexpr int pageSize = 100;
    static constexpr int mostPages = 40; ///< kept at a time

    /// `want` is called for each page that is to be read.
    explicit RowPages(std::function<void(int)> want)
        : m_want(std::move(want)) {
        constexpr int askDelay = 30; // ms: a page flown over by the scroll bar is not asked for
        m_ask.setSingleShot(true);
        m_ask.setInterval(askDelay);
        QObject::connect(&m_ask, &QTimer::timeout, [this] { ask(); });
    }

    void reset(std::int64_t total, std::vector<Row> firstPage) {
        m_total = total;
        m_pages.clear();
        m_asked.clear();
        m_running.clear();
        m_latest = 0;
        m_pages[0] = std::move(firstPage);
    }
    /// First and last row of it; the first is past the last where there are none.
    std::pair<int, int> set(int page, std::vector<Row> rows) {
        m_pages[page] = std::move(rows);
        m_running.erase(page);
        while (int(m_pages.size()) > mostPages) {
            // The farthest from where the reader is.
            const auto first = m_pages.begin();
            const auto last = std::prev(m_pages.end());
            m_pages.erase(m_latest - first->first > last->first - m_latest ? first : last);
        }
        const int begin = page * pageSize;
        return {begin, std::min(count(), begin + pageSize) - 1};
    }
    /// A page that could not be read may be asked for again.
    void drop(int page) { m_running.erase(page); }

    /// nullptr while its page is not there; asks for it.
    [[nodiscard]] const Row* at(int row) const {
        if (row < 0 || row >= count())
            return nullptr;
        const int page = row / pageSize;
        m_latest = page;
        const auto found = m_pages.find(page);
        if (found == m_pages.end()) {
            m_asked.insert(page);
            if (!m_ask.isActive() && !m_running.contains(page))
                m_ask.start();
            return nullptr;
        }
        const auto place = std::size_t(row % pageSize);
        return place < found->second.size() ? &found->second[place] : nullptr;
    }
    /// The first row of what is held that `is` says yes to; -1: none.
    template<typename Is>
    [[nodiscard]] int rowWhere(const Is& is) const {
        for (const auto& [page, rows] : m_pages) {
            const auto found = std::find_if(rows.begin(), rows.end(), is);
            if (found != rows.end())
                return page * pageSize + int(found - rows.begin());
        }
        return -1;
    }
    [[nodiscard]] std::int64_t total() const { return m_total; }
    [[nodiscard]] int count() const {
        return int(std::min<std::int64_t>(m_total, std::numeric_limits<int>::max() / 2));
    }
    [[nodiscard]] int held() const { return int(m_pages.size()); }

private:
    void ask() {
        // The page on the screen now and, where the screen holds the end of one and the beginning of another,
        // both.
        std::vector<int> fresh;
        for (const int page : {m_latest - 1, m_latest, m_latest + 1}) {
            if (m_asked.contains(page) && !m_pages.contains(page) && !m_running.contains(page))
                fresh.push_back(page);
        }
        m_running.insert(fresh.begin(), fresh.end());
        m_asked.clear();
        for (const int page : fresh)
            m_want(page);
    }

    std::function<void(int)> m_want;
    std::int64_t m_total = 0;
    std::map<int, std::vector<Row>> m_pages;
    mutable std::set<int> m_asked; ///< looked at since the timer started
    std::set<int> m_running;       ///< asked for, not there yet
    mutable int m_latest = 0;      ///< page that was looked at last
    mutable QTimer m_ask;
};

} // namespace rapport::ui
