// SPDX-License-Identifier: GPL-3.0-or-later
// What stands in a chunk or between quotation marks, as the words that are sought:
//   phrase := item { blank item }
//   item   := words | * | [n] | [n-m] | ( choice {| choice} ) | /expression/ beside other items
//   words  := as a text is tokenised | word* | *word* | word~1 | =spelling
// An empty choice may be left out: "een (heel|) goede band".
#include "base/format.h"
#include "base/number.h"
#include "search/query_words.h"
#include "search/word_test.h"
#include "search/words.h"
#include "text/fold.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::search::detail {

namespace {

using text::Token;

template<typename T>
using Read = tl::expected<T, TextProblem>;
using Ways = std::vector<WordSequence>;

tl::unexpected<TextProblem> problem(std::size_t byte, std::string message, std::string advice) {
    return tl::make_unexpected(TextProblem{byte, std::move(message), std::move(advice)});
}

std::size_t beginOf(const Token& token) {
    return static_cast<std::size_t>(token.bytes.begin.value);
}
std::size_t endOf(const Token& token) {
    return static_cast<std::size_t>(token.bytes.end.value);
}

std::string cutWord(std::string word) {
    word.resize(cutAt(word, maximumWordBytes).size());
    return word;
}

/// Stars only right behind words, with nothing of a word right behind them: then tokenising tells all.
bool haveOnlyEndStars(std::string_view typed, const std::vector<Token>& tokens) {
    std::vector<std::size_t> begins;
    std::vector<std::size_t> ends;
    for (const Token& token : tokens) {
        if (token.isJoined)
            continue; // begins and ends where others do
        begins.push_back(beginOf(token));
        ends.push_back(endOf(token));
    }
    for (std::size_t star = typed.find('*'); star != std::string_view::npos;
         star = typed.find('*', star + 1)) {
        if (!std::binary_search(ends.begin(), ends.end(), star) ||
            std::binary_search(begins.begin(), begins.end(), star + 1))
            return false;
    }
    return true;
}

QueryWord plainWord(std::string_view typed, const Token& token, bool isSpelt) {
    QueryWord word;
    word.folded = cutWord(token.folded);
    if (isSpelt)
        word.spelt = cutWord(text::spelling(typed.substr(beginOf(token), endOf(token) - beginOf(token))));
    if (endOf(token) < typed.size() && typed[endOf(token)] == '*')
        word.form = QueryWord::Form::Prefix;
    return word;
}

/// All words apart first; then with joined forms in the place of their parts, each alone and all together.
Ways plainWays(std::string_view typed, const std::vector<Token>& tokens, std::size_t first, std::size_t last,
               bool isSpelt) {
    constexpr std::size_t mostCombined = 3; // 2^3 ways; beyond that apart or together only
    std::vector<std::size_t> joins;
    for (std::size_t at = first; at < last; ++at) {
        if (tokens[at].isJoined)
            joins.push_back(at);
    }
    const auto spelt = [&](const auto& isChosen) {
        WordSequence words;
        text::Utf8Bytes covered;
        for (std::size_t at = first; at < last; ++at) {
            const Token& token = tokens[at];
            if (token.isJoined || token.bytes.begin < covered)
                continue;
            const bool hasJoined = at + 1 < last && tokens[at + 1].isJoined;
            const bool takesJoined = hasJoined && isChosen(at + 1);
            words.push_back({{plainWord(typed, takesJoined ? tokens[at + 1] : token, isSpelt)}, 0, 0});
            if (takesJoined)
                covered = tokens[at + 1].bytes.end;
        }
        return words;
    };
    Ways ways;
    const auto add = [&ways](WordSequence way) {
        if (std::find(ways.begin(), ways.end(), way) == ways.end())
            ways.push_back(std::move(way));
    };
    if (joins.size() <= mostCombined) {
        for (std::size_t chosen = 0; chosen < (std::size_t{1} << joins.size()); ++chosen) {
            add(spelt([&](std::size_t at) {
                const auto which = std::find(joins.begin(), joins.end(), at) - joins.begin();
                return ((chosen >> which) & 1U) != 0;
            }));
        }
    } else {
        add(spelt([](std::size_t) { return false; }));
        add(spelt([](std::size_t) { return true; }));
    }
    return ways;
}

/// Where a word of the chunk is followed by ~, ~1 or ~2 and no word behind that; npos where none is.
std::size_t fuzzyMark(std::string_view chunk) {
    constexpr std::size_t none = std::string_view::npos;
    const std::size_t mark = chunk.rfind('~');
    if (mark == none)
        return none;
    const std::vector<Token> tokens = text::tokenize(chunk.substr(0, mark));
    if (tokens.empty() || endOf(tokens.back()) != mark)
        return none;
    std::size_t rest = mark + 1;
    while (rest < chunk.size() && chunk[rest] >= '0' && chunk[rest] <= '9')
        ++rest;
    return text::tokenize(chunk.substr(rest)).empty() ? mark : none;
}

Read<QueryWord> fuzzyWord(std::string_view chunk, std::size_t mark, bool isSpelt) {
    const std::vector<Token> tokens = text::tokenize(chunk.substr(0, mark));
    if (tokens.size() != 1 || chunk.find('*') != std::string_view::npos)
        return problem(0, "~ stands behind one word alone", "write: leerkracht~1");
    if (isSpelt)
        return problem(0, "= and ~ do not go together", "leave one of them out");
    std::string_view digits = chunk.substr(mark + 1);
    digits = digits.substr(0, digits.find_first_not_of("0123456789"));
    if (!digits.empty() && digits != "1" && digits != "2")
        return problem(mark, "a word can be one or two letters off", "write: leerkracht~1 or leerkracht~2");
    QueryWord word;
    word.form = QueryWord::Form::Fuzzy;
    word.folded = cutWord(tokens.front().folded);
    word.edits = digits == "2" ? 2 : 1;
    return word;
}

/// A chunk with stars inside or in front. `begin` and `end` get the part of it that counts.
Read<QueryWord> globWord(std::string_view chunk, bool isSpelt, std::size_t& begin, std::size_t& end) {
    const std::vector<Token> tokens = text::tokenize(chunk);
    begin = std::min(chunk.find('*'), tokens.empty() ? chunk.size() : beginOf(tokens.front()));
    end = chunk.rfind('*') + 1;
    for (const Token& token : tokens)
        end = std::max(end, endOf(token));
    QueryWord word;
    word.form = QueryWord::Form::Glob;
    bool hasLetters = false;
    for (std::size_t at = begin; at < end;) {
        if (chunk[at] == '*') {
            if (word.folded.empty() || word.folded.back() != '*') {
                word.folded += '*';
                word.spelt += '*';
            }
            ++at;
            continue;
        }
        const std::size_t next = std::min(chunk.find('*', at), end);
        const std::string_view piece = chunk.substr(at, next - at);
        const std::vector<Token> inside = text::tokenize(piece);
        if (inside.size() != 1 || beginOf(inside.front()) != 0 || endOf(inside.front()) != piece.size())
            return problem(at, "a star stands for letters of one word",
                           "*relatie* finds every word with relatie in it; put words with a hyphen apart");
        hasLetters = true;
        word.folded += inside.front().folded;
        word.spelt += text::spelling(piece);
        at = next;
    }
    if (!hasLetters)
        return problem(begin, "a star needs letters beside it",
                       "leerkr* finds every word that begins so, *relatie every word that ends so");
    if (!isSpelt)
        word.spelt.clear();
    const auto simplify = [](std::string& pattern) { pattern.pop_back(); };
    if (word.folded.find('*') + 1 == word.folded.size()) {
        word.form = QueryWord::Form::Prefix;
        simplify(word.folded);
        if (isSpelt)
            simplify(word.spelt);
    }
    return word;
}

// ------------------------------------------------------------------------------------------ patterns

struct Item {
    enum class Kind { Words, Glob, Fuzzy, Any, Gap, Group, Expression };
    Kind kind = Kind::Words;
    std::size_t begin = 0;
    std::size_t end = 0;
    bool isSpelt = false;
};

bool isBlankAt(std::string_view typed, std::size_t at) {
    return text::isWhiteSpace(text::readCodePoint(typed, at));
}

/// Length of "[2]" or "[0-3]" at that place; 0 where there is none.
std::size_t gapLength(std::string_view typed, std::size_t at) {
    const std::size_t close = typed.find(']', at);
    if (typed[at] != '[' || close == std::string_view::npos || close == at + 1)
        return 0;
    const std::string_view inside = typed.substr(at + 1, close - at - 1);
    const bool isNumeric = inside.find_first_not_of("0123456789-") == std::string_view::npos &&
                           inside.find_first_of("0123456789") != std::string_view::npos;
    return isNumeric ? close + 1 - at : 0;
}

std::size_t groupLength(std::string_view typed, std::size_t at) {
    const std::size_t close = typed.find(')', at);
    if (typed[at] != '(' || close == std::string_view::npos)
        return 0;
    const std::string_view inside = typed.substr(at + 1, close - at - 1);
    return inside.find('|') != std::string_view::npos ? close + 1 - at : 0;
}

Item chunkItem(std::string_view typed, std::size_t begin, std::size_t end) {
    Item item{Item::Kind::Words, begin, end, false};
    std::string_view chunk = typed.substr(begin, end - begin);
    if (chunk.size() > 1 && chunk.front() == '=') {
        item.isSpelt = true;
        ++item.begin;
        chunk.remove_prefix(1);
    }
    if (chunk == "*")
        item.kind = Item::Kind::Any;
    else if (fuzzyMark(chunk) != std::string_view::npos)
        item.kind = Item::Kind::Fuzzy;
    else if (chunk.find('*') != std::string_view::npos && !haveOnlyEndStars(chunk, text::tokenize(chunk)))
        item.kind = Item::Kind::Glob;
    return item;
}

std::vector<Item> itemsOf(std::string_view typed, std::size_t from, std::size_t to, bool hasGroups) {
    std::vector<Item> items;
    for (std::size_t at = from; at < to;) {
        if (isBlankAt(typed, at)) {
            (void)text::readCodePoint(typed, at);
            continue;
        }
        if (const std::size_t gap = gapLength(typed, at); gap > 0) {
            items.push_back({Item::Kind::Gap, at, at + gap, false});
            at += gap;
            continue;
        }
        if (const std::size_t group = hasGroups ? groupLength(typed, at) : 0; group > 0) {
            items.push_back({Item::Kind::Group, at, at + group, false});
            at += group;
            continue;
        }
        const std::size_t begin = at;
        while (at < to && !isBlankAt(typed, at) &&
               (at == begin || (gapLength(typed, at) == 0 && (!hasGroups || groupLength(typed, at) == 0))))
            (void)text::readCodePoint(typed, at);
        items.push_back(chunkItem(typed, begin, at));
    }
    return items;
}

/// Signs of a pattern that is not finished: as text they would be passed over, and something else searched.
std::optional<TextProblem> unfinished(std::string_view typed, bool isPhrase) {
    if (const std::size_t at = typed.find("*~"); at != std::string_view::npos)
        return TextProblem{at + 1, "~ stands behind one word alone", "write: leerkracht~1"};
    if (!isPhrase)
        return std::nullopt;
    for (std::size_t at = typed.find_first_of("(["); at != std::string_view::npos;
         at = typed.find_first_of("([", at + 1)) {
        const std::string_view rest = typed.substr(at + 1);
        if (typed[at] == '(' && rest.find(')') == std::string_view::npos &&
            rest.find('|') != std::string_view::npos)
            return TextProblem{at, "this parenthesis is not closed", "write: \"(de|het) band\""};
        if (typed[at] == '[' && rest.find(']') == std::string_view::npos && !rest.empty() &&
            rest.front() >= '0' && rest.front() <= '9')
            return TextProblem{at, "this gap is not closed", "write: \"goede [0-3] band\""};
    }
    return std::nullopt;
}

bool isPlain(const std::vector<Item>& items) {
    return std::all_of(items.begin(), items.end(),
                       [](const Item& item) { return item.kind == Item::Kind::Words && !item.isSpelt; });
}

/// Ways so far, with a gap that waits for the next word.
class WayBuilder {
public:
    WayBuilder(std::string_view typed, bool isSpelt)
        : m_typed(typed)
        , m_isSpelt(isSpelt) {}

    Read<Ways> build(const std::vector<Item>& items) {
        for (std::size_t at = 0; at < items.size();) {
            // Neighbouring words are tokenised together: e - mail is not e-mail, but "groep 3" is one run.
            std::size_t next = at + 1;
            while (isRun(items[at]) && next < items.size() && isRun(items[next]))
                ++next;
            if (auto added = add(items[at], items[next - 1].end); !added)
                return tl::make_unexpected(added.error());
            if (m_ways.size() > maximumSpellings)
                return problem(items[at].begin,
                               base::said("more than {} ways to read this", maximumSpellings),
                               "write fewer alternatives");
            at = next;
        }
        if (m_hasGap)
            return problem(items.back().begin, "a gap needs a word on both sides",
                           "write: \"goede [0-3] band\"");
        return std::move(m_ways);
    }

private:
    bool isRun(const Item& item) const { return item.kind == Item::Kind::Words && !item.isSpelt; }

    Read<bool> add(const Item& item, std::size_t end) {
        const std::string_view part = m_typed.substr(item.begin, end - item.begin);
        const bool isSpelt = m_isSpelt || item.isSpelt;
        switch (item.kind) {
        case Item::Kind::Words: {
            const std::vector<Token> tokens = text::tokenize(part);
            if (!tokens.empty())
                append(plainWays(part, tokens, 0, tokens.size(), isSpelt));
            return true;
        }
        case Item::Kind::Any: {
            QueryWord any;
            any.form = QueryWord::Form::Any;
            append({{{{any}, 0, 0}}});
            return true;
        }
        case Item::Kind::Glob: {
            std::size_t begin = 0;
            std::size_t last = 0;
            auto word = globWord(part, isSpelt, begin, last);
            return appendWord(std::move(word), item.begin);
        }
        case Item::Kind::Fuzzy:
            return appendWord(fuzzyWord(part, fuzzyMark(part), isSpelt), item.begin);
        case Item::Kind::Expression: {
            auto read = readExpression(part.substr(1, part.size() - 2), isSpelt);
            if (!read)
                return problem(item.begin + read.error().byte, read.error().message, read.error().advice);
            append(read->spellings);
            return true;
        }
        case Item::Kind::Gap:
            return addGap(item, part.substr(1, part.size() - 2));
        case Item::Kind::Group:
            return addGroup(item);
        }
        return true;
    }

    Read<bool> appendWord(Read<QueryWord> word, std::size_t begin) {
        if (!word)
            return problem(begin + word.error().byte, word.error().message, word.error().advice);
        append({{{{std::move(*word)}, 0, 0}}});
        return true;
    }

    Read<bool> addGap(const Item& item, std::string_view inside) {
        const std::size_t dash = inside.find('-');
        const auto from = base::parseInteger(inside.substr(0, dash));
        const auto to = dash == std::string_view::npos ? from : base::parseInteger(inside.substr(dash + 1));
        if (!from || !to || *from < 0 || *to < *from || *to > std::int64_t{maximumGap})
            return problem(item.begin, "this is no number of words",
                           base::said("write: [2], or [0-3]; at most {}", maximumGap));
        if (m_isFirst || m_hasGap)
            return problem(item.begin, "a gap needs a word on both sides", "write: \"goede [0-3] band\"");
        m_hasGap = true;
        m_gapMin = static_cast<std::uint32_t>(*from);
        m_gapMax = static_cast<std::uint32_t>(*to);
        return true;
    }

    Read<bool> addGroup(const Item& item) {
        Ways choices;
        for (std::size_t begin = item.begin + 1; begin < item.end;) {
            const std::size_t end = std::min(m_typed.find('|', begin), item.end - 1);
            const std::vector<Item> inside = itemsOf(m_typed, begin, end, false);
            if (inside.empty()) {
                choices.emplace_back();
            } else {
                auto ways = WayBuilder(m_typed, m_isSpelt).build(inside);
                if (!ways)
                    return tl::make_unexpected(ways.error());
                choices.insert(choices.end(), ways->begin(), ways->end());
            }
            begin = end + 1;
        }
        const bool isOneWordEach = std::all_of(choices.begin(), choices.end(),
                                               [](const WordSequence& way) { return way.size() == 1; });
        if (isOneWordEach) {
            QuerySlot slot;
            for (const WordSequence& way : choices)
                slot.words.insert(slot.words.end(), way.front().words.begin(), way.front().words.end());
            choices = {{std::move(slot)}};
        }
        append(choices);
        return true;
    }

    void append(const Ways& choices) {
        Ways longer;
        for (const WordSequence& way : m_ways) {
            for (const WordSequence& choice : choices) {
                if (longer.size() > maximumSpellings)
                    break;
                WordSequence joined = way;
                for (const QuerySlot& slot : choice) {
                    joined.push_back(slot);
                    if (&slot == &choice.front() && m_hasGap && !way.empty()) {
                        joined.back().gapMin = m_gapMin;
                        joined.back().gapMax = m_gapMax;
                    }
                }
                longer.push_back(std::move(joined));
            }
        }
        m_ways = std::move(longer);
        m_hasGap = false;
        m_isFirst = false;
    }

    std::string_view m_typed;
    bool m_isSpelt = false;
    Ways m_ways{WordSequence{}};
    bool m_isFirst = true;
    bool m_hasGap = false;
    std::uint32_t m_gapMin = 0;
    std::uint32_t m_gapMax = 0;
};

bool seeksNothing(const WordSequence& way) {
    return std::all_of(way.begin(), way.end(), [](const QuerySlot& slot) {
        return std::all_of(slot.words.begin(), slot.words.end(),
                           [](const QueryWord& word) { return word.form == QueryWord::Form::Any; });
    });
}

/// Split where a sentence starts inside.
std::vector<ReadText> plainTexts(std::string_view typed, const std::vector<Token>& tokens) {
    std::vector<ReadText> parts;
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t last = first + 1;
        while (last < tokens.size() && (tokens[last].isJoined || !tokens[last].startsSentence))
            ++last;
        ReadText part;
        part.begin = beginOf(tokens[first]);
        std::size_t end = part.begin;
        for (std::size_t at = first; at < last; ++at)
            end = std::max(end, endOf(tokens[at]));
        if (end < typed.size() && typed[end] == '*')
            ++end;
        part.typed = std::string(typed.substr(part.begin, end - part.begin));
        part.spellings = plainWays(typed, tokens, first, last, false);
        parts.push_back(std::move(part));
        first = last;
    }
    return parts;
}

} // namespace

Read<std::vector<ReadText>> readText(std::string_view typed, bool isPhrase, bool isSpelt) {
    if (auto found = unfinished(typed, isPhrase))
        return tl::make_unexpected(std::move(*found));
    std::vector<Item> items = isPhrase ? itemsOf(typed, 0, typed.size(), true)
                                       : std::vector<Item>{chunkItem(typed, 0, typed.size())};
    // By itself it would stand outside of quotation marks: in them it is text then.
    for (Item& item : items) {
        const std::string_view chunk = typed.substr(item.begin, item.end - item.begin);
        if (items.size() > 1 && item.kind != Item::Kind::Gap && item.kind != Item::Kind::Group &&
            chunk.size() > 2 && chunk.front() == '/' && chunk.back() == '/')
            item.kind = Item::Kind::Expression;
    }
    if (!isPhrase && items.front().kind == Item::Kind::Any)
        items.front().kind = Item::Kind::Glob; // which says what is wrong with it
    if (!isSpelt && isPlain(items))
        return plainTexts(typed, text::tokenize(typed));
    ReadText read;
    auto ways = WayBuilder(typed, isSpelt).build(items);
    if (!ways)
        return tl::make_unexpected(ways.error());
    read.spellings = std::move(*ways);
    if (std::all_of(read.spellings.begin(), read.spellings.end(),
                    [](const WordSequence& way) { return way.empty(); }))
        return std::vector<ReadText>{};
    if (std::any_of(read.spellings.begin(), read.spellings.end(), seeksNothing))
        return problem(0, "a pattern needs at least one word", "write: \"een * band\"");
    read.typed = std::string(text::trim(typed));
    read.begin = static_cast<std::size_t>(text::trim(typed).data() - typed.data());
    return std::vector<ReadText>{std::move(read)};
}

Read<ReadText> readExpression(std::string_view pattern, bool isSpelt) {
    constexpr std::size_t mostBytes = 1'000;
    if (pattern.empty())
        return problem(0, "there is nothing between the slashes", "write: /ge.*d/");
    if (pattern.size() > mostBytes)
        return problem(0, base::said("an expression is at most {} bytes long", mostBytes),
                       "write a shorter one");
    std::size_t offset = 0;
    if (const std::string fault = expressionFault(pattern, offset); !fault.empty())
        return problem(1 + std::min(offset, pattern.size()), "this expression cannot be read: " + fault,
                       "in quotation marks it is searched for as text");
    QueryWord word;
    word.form = QueryWord::Form::Regex;
    word.folded = std::string(pattern);
    if (isSpelt)
        word.spelt = word.folded;
    ReadText read;
    read.typed = '/' + std::string(pattern) + '/';
    read.spellings = {{{{std::move(word)}, 0, 0}}};
    return read;
}

} // namespace rapport::search::detail
