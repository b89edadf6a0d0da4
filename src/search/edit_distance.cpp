// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/query_words.h"
#include "text/utf8.h"

#include <algorithm>
#include <bit>

namespace rapport::search::detail {

std::u32string codePointsOf(std::string_view utf8) {
    std::u32string characters;
    characters.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();)
        characters.push_back(text::readCodePoint(utf8, at));
    return characters;
}

std::uint64_t lettersOf(std::string_view word) {
    constexpr unsigned char bits = 64;
    std::uint64_t letters = 0;
    for (const char byte : word) {
        const auto character = static_cast<unsigned char>(byte);
        letters |= std::uint64_t{character < 0x80 ? 1U : 0U} << (character % bits);
    }
    return letters;
}

bool mayBeNear(std::uint64_t a, std::uint64_t b, int edits) {
    return std::popcount(a & ~b) <= edits && std::popcount(b & ~a) <= edits;
}

std::size_t editDistance(std::string_view a, std::string_view b, std::size_t limit) {
    return editDistance(codePointsOf(a), b, limit);
}

std::size_t editDistance(const std::u32string& x, std::string_view b, std::size_t limit) {
    const std::u32string y = codePointsOf(b);
    if (std::max(x.size(), y.size()) - std::min(x.size(), y.size()) > limit)
        return limit + 1;
    std::vector<std::size_t> beforeLast;
    std::vector<std::size_t> last(y.size() + 1);
    std::vector<std::size_t> row(y.size() + 1);
    for (std::size_t column = 0; column <= y.size(); ++column)
        last[column] = column;
    for (std::size_t line = 1; line <= x.size(); ++line) {
        row[0] = line;
        std::size_t best = line;
        for (std::size_t column = 1; column <= y.size(); ++column) {
            const std::size_t change = x[line - 1] == y[column - 1] ? 0 : 1;
            std::size_t cost = std::min({last[column] + 1, row[column - 1] + 1, last[column - 1] + change});
            if (line > 1 && column > 1 && x[line - 1] == y[column - 2] && x[line - 2] == y[column - 1])
                cost = std::min(cost, beforeLast[column - 2] + 1);
            row[column] = cost;
            best = std::min(best, cost);
        }
        if (best > limit)
            return limit + 1;
        beforeLast = last;
        std::swap(last, row);
    }
    return std::min(last[y.size()], limit + 1);
}

} // namespace rapport::search::detail

namespace rapport::search {

std::size_t lettersOff(std::string_view a, std::string_view b, std::size_t most) {
    return detail::editDistance(a, b, most);
}

} // namespace rapport::search
