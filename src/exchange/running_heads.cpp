// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/running_heads.h"

#include "base/format.h"
#include "base/number.h"
#include "exchange/speaker_label.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace rapport::exchange {

namespace {

using Pages = std::vector<std::vector<std::string>>;

/// A line at a page's edge: how many lines with words are nearer to it.
struct EdgeLine {
    std::size_t page = 0;
    std::size_t index = 0;
    std::size_t rank = 0;
    bool isTop = true;
};

/// A line with its numbers taken out, as "page # of #".
struct Form {
    std::string shape;
    std::vector<std::int64_t> numbers;
    bool isBare = false; ///< digits and what stands around page numbers, no words
};

bool isDigit(char letter) {
    return letter >= '0' && letter <= '9';
}

Form formOf(std::string_view line) {
    constexpr std::size_t mostDigits = 15;
    Form form;
    for (std::size_t at = 0; at < line.size();) {
        if (!isDigit(line[at])) {
            form.shape += line[at++];
            continue;
        }
        const std::size_t begin = at;
        while (at < line.size() && isDigit(line[at]))
            ++at;
        form.shape += '#';
        form.numbers.push_back(
            at - begin > mostDigits ? -1 : base::parseInteger(line.substr(begin, at - begin)).value_or(-1));
    }
    form.isBare = !form.numbers.empty() && form.shape.find_first_not_of("# -./|") == std::string::npos;
    return form;
}

/// What a line has in common with those of other pages, in each of the ways that it may: every number in it
/// the same, or as far from the page's own. The second member: whether one rises.
std::vector<std::pair<std::string, bool>> keysOf(const Form& form, std::string_view line, std::size_t page) {
    constexpr std::size_t mostRising = 3;
    std::vector<std::pair<std::string, bool>> keys{{"=" + std::string(line), false}};
    if (form.numbers.empty() || form.numbers.size() > mostRising || form.isBare)
        return keys;
    for (unsigned rising = 1; rising < 1U << form.numbers.size(); ++rising) {
        std::string key = form.shape;
        for (std::size_t each = 0; each < form.numbers.size(); ++each)
            key += (rising >> each & 1U) != 0
                       ? fmt::format(" +{}", form.numbers[each] - static_cast<std::int64_t>(page))
                       : fmt::format(" ={}", form.numbers[each]);
        keys.emplace_back(std::move(key), true);
    }
    return keys;
}

/// "3", "- 3 -", "3 / 12": how far the number is from the page's, and of how many.
std::optional<std::string> pageNumberKey(const Form& form, const EdgeLine& line) {
    if (!form.isBare || form.numbers.size() > 2 || form.numbers.front() < 0)
        return std::nullopt;
    return fmt::format("{} {} {}", line.isTop ? 't' : 'b',
                       form.numbers.front() - static_cast<std::int64_t>(line.page),
                       form.numbers.size() == 2 ? form.numbers.back() : -1);
}

/// Pages on which something stands.
struct Seen {
    std::size_t count = 0;
    std::size_t first = 0;
    std::size_t last = 0;

    void add(std::size_t page) {
        if (count > 0 && last == page)
            return;
        first = count == 0 ? page : first;
        last = page;
        ++count;
    }
};

class Edges {
public:
    explicit Edges(const Pages& pages)
        : m_pages(pages)
        , m_isOpen(pages.size(), {true, true}) {}

    /// Lines that go, the last of a page first. `depth`: how many are looked at from each edge.
    std::vector<EdgeLine> recurring(std::size_t depth, RunningHeads& told) {
        collect(depth);
        std::vector<EdgeLine> gone;
        std::vector<std::array<bool, 2>> isOpen(m_pages.size(), {false, false});
        for (const EdgeLine& line : m_lines) {
            const std::string& words = m_pages[line.page][line.index];
            const Form form = formOf(words);
            if (isPageNumber(form, line)) {
                ++told.numbers;
                told.pageNumbers.push_back(words);
            } else if (isHead(form, words, line)) {
                ++told.heads;
                if (m_told.insert(form.shape).second)
                    told.words.push_back(words);
            } else {
                continue;
            }
            gone.push_back(line);
            isOpen[line.page][line.isTop ? 0 : 1] = true;
        }
        m_isOpen = std::move(isOpen);
        return gone;
    }

private:
    void collect(std::size_t depth) {
        m_lines.clear();
        m_heads.clear();
        m_places.clear();
        m_numbers.clear();
        for (std::size_t page = 0; page < m_pages.size(); ++page) {
            const auto& lines = m_pages[page];
            std::vector<EdgeLine> found;
            std::size_t rank = 0;
            std::size_t behind = 0; // the lines at the top
            for (std::size_t index = 0; index < lines.size() && rank < depth && m_isOpen[page][0]; ++index) {
                if (lines[index].empty())
                    continue;
                found.push_back({page, index, rank++, true});
                behind = index + 1;
            }
            rank = 0;
            for (std::size_t index = lines.size(); index-- > behind && rank < depth && m_isOpen[page][1];) {
                if (!lines[index].empty())
                    found.push_back({page, index, rank++, false});
            }
            std::sort(found.begin(), found.end(),
                      [](const EdgeLine& a, const EdgeLine& b) { return a.index > b.index; });
            for (const EdgeLine& line : found)
                count(line);
            m_lines.insert(m_lines.end(), found.begin(), found.end());
        }
    }

    void count(const EdgeLine& line) {
        const std::string& words = m_pages[line.page][line.index];
        const Form form = formOf(words);
        for (const auto& [key, rises] : keysOf(form, words, line.page))
            m_heads[key].add(line.page);
        m_places[placeKey(words, line)].add(line.page);
        if (const auto key = pageNumberKey(form, line))
            m_numbers[*key].add(line.page);
    }

    static std::string placeKey(std::string_view words, const EdgeLine& line) {
        return fmt::format("{}{} {}", line.isTop ? 't' : 'b', line.rank, words);
    }

    [[nodiscard]] bool isPageNumber(const Form& form, const EdgeLine& line) const {
        const auto key = pageNumberKey(form, line);
        if (!key || m_pages.size() < 2)
            return false;
        // "Respondent:" and "112" belong together.
        if (line.index > 0 && m_pages[line.page][line.index - 1].ends_with(':'))
            return false;
        const Seen& seen = m_numbers.at(*key);
        const bool isOwn = form.numbers.front() == static_cast<std::int64_t>(line.page) + 1;
        const std::size_t least = isOwn || m_pages.size() == 2 ? 2 : 3;
        return seen.count >= least && seen.count * 2 > seen.last - seen.first + 1;
    }

    [[nodiscard]] bool isHead(const Form& form, const std::string& words, const EdgeLine& line) const {
        constexpr std::size_t manyPages = 4;
        std::size_t most = 0;
        bool rises = false;
        for (const auto& [key, isRising] : keysOf(form, words, line.page)) {
            const std::size_t count = m_heads.at(key).count;
            rises = rises || (isRising && count > 1);
            most = std::max(most, count);
        }
        const bool isPair = m_pages.size() == 2 && (rises || m_places.at(placeKey(words, line)).count == 2);
        if (!isPair && (m_pages.size() < 3 || most * 2 <= m_pages.size()))
            return false;
        // "Respondent:" alone, too: what stands under it is an answer.
        const bool isSpeech = labelAt(words).has_value();
        return !isSpeech || (m_pages.size() >= manyPages && most >= m_pages.size());
    }

    const Pages& m_pages;
    std::vector<std::array<bool, 2>> m_isOpen; ///< top and bottom of each page: may hold more of them
    std::vector<EdgeLine> m_lines;
    std::unordered_map<std::string, Seen> m_heads;
    std::unordered_map<std::string, Seen> m_places;
    std::unordered_map<std::string, Seen> m_numbers;
    std::unordered_set<std::string> m_told;
};

} // namespace

namespace {

bool hasWords(const Pages& pages) {
    return std::any_of(pages.begin(), pages.end(), [](const auto& lines) {
        return std::any_of(lines.begin(), lines.end(), [](const std::string& line) { return !line.empty(); });
    });
}

/// Up to `edge` lines of each edge, then one by one what stands behind those that went: a form that everybody
/// filled in begins alike on every page, too. Nothing where that would be all that the pages hold.
std::optional<RunningHeads> drop(Pages& pages, std::size_t edge) {
    constexpr int mostPasses = 3;
    std::vector<std::pair<EdgeLine, std::string>> taken;
    RunningHeads told;
    Edges edges(pages);
    for (int pass = 0; pass < mostPasses; ++pass) {
        const std::vector<EdgeLine> gone = edges.recurring(pass == 0 ? edge : 1, told);
        for (const EdgeLine& line : gone) {
            const auto at = pages[line.page].begin() + static_cast<std::ptrdiff_t>(line.index);
            taken.emplace_back(line, std::move(*at));
            pages[line.page].erase(at);
        }
        if (gone.empty() || edge == 1)
            break;
    }
    if (taken.empty() || hasWords(pages))
        return told;
    for (auto each = taken.rbegin(); each != taken.rend(); ++each) {
        auto& lines = pages[each->first.page];
        lines.insert(lines.begin() + static_cast<std::ptrdiff_t>(each->first.index), std::move(each->second));
    }
    return std::nullopt;
}

} // namespace

RunningHeads dropRunningHeads(Pages& pages) {
    for (const std::size_t edge : {2U, 1U}) {
        if (auto told = drop(pages, edge))
            return std::move(*told);
    }
    return {};
}

} // namespace rapport::exchange
