// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codebook_tree.h"

#include "base/format.h"
#include "base/join.h"
#include "text/utf8.h"

#include <algorithm>
#include <unordered_map>

namespace rapport::exchange {

void CodePaths::add(const std::vector<std::string>& path, const CodeDraft& draft) {
    std::size_t node = 0;
    for (std::size_t depth = 0; depth < path.size(); ++depth) {
        const bool isLast = depth + 1 == path.size();
        const auto key = std::pair(node, path[depth]);
        auto found = m_children.find(key);
        if (found == m_children.end()) {
            m_nodes.push_back({});
            m_nodes.back().draft.title = path[depth];
            m_nodes[node].children.push_back(m_nodes.size() - 1);
            found = m_children.emplace(key, m_nodes.size() - 1).first;
        }
        node = found->second;
        if (!isLast)
            continue;
        if (m_nodes[node].isNamed)
            m_twice.add(path[depth], draft.line);
        else
            m_nodes[node].draft = draft;
        m_nodes[node].draft.title = path[depth];
        m_nodes[node].isNamed = true;
    }
}

std::vector<CodeDraft> CodePaths::list() {
    std::vector<CodeDraft> drafts;
    std::vector<std::pair<std::size_t, int>> open;
    const auto push = [&](std::size_t node, int depth) {
        const auto& children = m_nodes[node].children;
        for (auto child = children.rbegin(); child != children.rend(); ++child)
            open.emplace_back(*child, depth);
    };
    push(0, 0);
    while (!open.empty()) {
        const auto [node, depth] = open.back();
        open.pop_back();
        CodeDraft draft = std::move(m_nodes[node].draft);
        draft.depth = depth;
        draft.isCodable = m_nodes[node].isNamed;
        drafts.push_back(std::move(draft));
        push(node, depth + 1);
    }
    return drafts;
}

base::Phrase saidOfRing(const std::set<std::string>& titles) {
    return base::said("codes that are each other's parents have none here: {}",
                      text::elide(fmt::format("{}", fmt::join(titles, ", ")), 80));
}

namespace {

constexpr std::size_t none = static_cast<std::size_t>(-1);

/// Which rows are codes that an earlier row is.
class Known {
public:
    bool add(const OwnCode& row) {
        const CodeDraft& draft = row.draft;
        if (!draft.guid.isNull() && !m_guids.emplace(draft.guid, true).second)
            return false;
        if (!draft.name.empty()) {
            // Two guids are two codes, whatever their ids.
            const auto [known, isNew] = m_names.emplace(draft.name, draft.guid);
            return isNew || (!draft.guid.isNull() && !known->second.isNull());
        }
        const bool isNew = m_titles.emplace(draft.title, row.parent).second;
        return isNew || !draft.guid.isNull();
    }

private:
    std::unordered_map<base::Guid, bool> m_guids;
    std::map<std::string, base::Guid> m_names;
    std::set<std::pair<std::string, std::string>> m_titles;
};

/// Row numbers by the words that a parent is called by.
class Called {
public:
    explicit Called(const std::vector<OwnCode>& rows) {
        for (std::size_t row = 0; row < rows.size(); ++row) {
            m_titles[rows[row].draft.title].push_back(row);
            if (!rows[row].draft.name.empty())
                m_names.emplace(rows[row].draft.name, row);
        }
    }
    [[nodiscard]] std::size_t parentOf(std::size_t row, const std::string& words) const {
        if (const auto titled = m_titles.find(words); titled != m_titles.end()) {
            // A table in the order of the tree has parents before their codes.
            const auto& rows = titled->second;
            const auto next = std::lower_bound(rows.begin(), rows.end(), row);
            if (next != rows.begin())
                return *std::prev(next);
            const auto other =
                std::find_if(next, rows.end(), [row](std::size_t each) { return each != row; });
            if (other != rows.end())
                return *other;
        }
        const auto named = m_names.find(words);
        return named == m_names.end() || named->second == row ? none : named->second;
    }

private:
    std::unordered_map<std::string, std::vector<std::size_t>> m_titles; // rows in order
    std::unordered_map<std::string, std::size_t> m_names;
};

} // namespace

base::Result<OwnCodes> treeOf(std::vector<OwnCode> rows, const std::string& fileName) {
    OwnCodes made;
    Known known;
    std::erase_if(rows, [&](const OwnCode& row) {
        if (known.add(row))
            return false;
        made.twice.add(row.draft.title, row.draft.line);
        return true;
    });
    const Called called(rows);
    std::map<std::size_t, std::size_t> parentOf;
    for (std::size_t row = 0; row < rows.size(); ++row)
        parentOf[row] = rows[row].parent.empty() ? none : called.parentOf(row, rows[row].parent);
    std::vector<bool> isUnknown(rows.size());
    for (const auto& [row, parent] : parentOf)
        isUnknown[row] = parent == none && !rows[row].parent.empty();
    for (const std::size_t row : breakRings(parentOf, none))
        made.ring.insert(rows[row].draft.title);
    std::vector<std::vector<std::size_t>> children(rows.size());
    std::vector<std::pair<std::size_t, int>> open;
    for (auto row = parentOf.rbegin(); row != parentOf.rend(); ++row) {
        if (row->second == none)
            open.emplace_back(row->first, 0);
        else
            children[row->second].push_back(row->first); // the last first
    }
    while (!open.empty()) {
        const auto [row, depth] = open.back();
        open.pop_back();
        CodeDraft& draft = rows[row].draft;
        if (static_cast<std::size_t>(depth) >= deepestCodes)
            return base::fail(base::Errc::Unreadable, base::Place{fileName, draft.line, 0, {}},
                              base::said("has codes more than {} levels deep", deepestCodes));
        draft.depth = depth;
        made.drafts.push_back(std::move(draft));
        made.parents.push_back(isUnknown[row] ? std::move(rows[row].parent) : std::string());
        for (const std::size_t child : children[row])
            open.emplace_back(child, depth + 1);
    }
    return made;
}

} // namespace rapport::exchange
