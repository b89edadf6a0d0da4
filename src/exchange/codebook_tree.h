// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of a codebook table on their way to a tree: by paths of titles, or each on the row that it names as
// its parent. Private to this room.
#pragma once

#include "base/result.h"
#include "exchange/code_list.h"

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace rapport::exchange {

/// As deep as a codebook file may be.
constexpr std::size_t deepestCodes = 64;

/// Codes with their paths, in any order, become a depth-first list; parents that no row names are made.
class CodePaths {
public:
    void add(const std::vector<std::string>& path, const CodeDraft& draft);
    /// A parent that has no row of its own is a heading. Once.
    [[nodiscard]] std::vector<CodeDraft> list();
    [[nodiscard]] const CodeRows& twice() const { return m_twice; }

private:
    struct Node {
        CodeDraft draft;
        bool isNamed = false;
        std::vector<std::size_t> children;
    };
    std::vector<Node> m_nodes{1};
    std::map<std::pair<std::size_t, std::string>, std::size_t> m_children;
    CodeRows m_twice;
};

/// Codes that are their own ancestors lose their parents, which become `none`. These codes, in order.
template<typename Key>
std::set<Key> breakRings(std::map<Key, Key>& parentOf, const Key& none) {
    std::map<Key, std::size_t> walkOf; // in which walk a code was met
    std::set<Key> ring;
    std::size_t walk = 0;
    for (const auto& [code, first] : parentOf) {
        ++walk;
        Key at = code;
        while (at != none && parentOf.contains(at) && walkOf.emplace(at, walk).second)
            at = parentOf.at(at);
        const auto met = walkOf.find(at);
        if (at == none || met == walkOf.end() || met->second != walk)
            continue;
        const Key begin = at;
        do {
            ring.insert(at);
            Key& parent = parentOf.at(at);
            at = std::exchange(parent, none);
        } while (at != begin);
    }
    return ring;
}

[[nodiscard]] base::Phrase saidOfRing(const std::set<std::string>& titles);

/// A row of our own table.
struct OwnCode {
    CodeDraft draft;
    std::string parent; ///< title or id of a row; any other words are none's
};

struct OwnCodes {
    std::vector<CodeDraft> drafts;    ///< depth first
    std::vector<std::string> parents; ///< of each, where no row is that; else empty
    CodeRows twice;
    std::set<std::string> ring;
};

/// Each code is known by its guid, without one by its id, without that by its title and parent. Parents are
/// titles, the one before their code where several rows have it, else ids. Errors: Unreadable (too deep).
[[nodiscard]] base::Result<OwnCodes> treeOf(std::vector<OwnCode> rows, const std::string& fileName);

} // namespace rapport::exchange
