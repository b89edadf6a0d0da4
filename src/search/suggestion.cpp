// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/suggestion.h"

#include "search/query_words.h"
#include "search/terms.h"
#include "text/utf8.h"

#include <map>

namespace rapport::search::detail {

namespace {

struct Nearest {
    std::string word;
    std::size_t distance = 0;
    Xapian::doccount units = 0;
};

std::size_t furthest(const std::string& word) {
    constexpr std::int64_t shortWord = 4;
    return text::countCodePoints(word) <= shortWord ? 1 : 2;
}

/// One pass over the words of the index for all of `unknown`. May throw Xapian::Error.
std::map<std::string, Nearest> nearestWords(const std::vector<std::string>& unknown,
                                            const Xapian::Database& database, Looker& looker) {
    struct Wanted {
        const std::string& word;
        std::u32string characters;
        std::uint64_t letters;
        std::size_t limit;
    };
    std::vector<Wanted> sought;
    sought.reserve(unknown.size());
    for (const std::string& word : unknown)
        sought.push_back({word, codePointsOf(word), lettersOf(word), furthest(word)});
    std::map<std::string, Nearest> nearest;
    const std::string start = wordTerm({});
    for (auto at = database.allterms_begin(start); at != database.allterms_end(start); ++at) {
        const std::string word = (*at).substr(start.size());
        const std::uint64_t letters = lettersOf(word);
        for (const Wanted& wanted : sought) {
            looker.look(4); // it costs more than a step
            // Bytes bound code points: at most four for one.
            if (word.size() > wanted.word.size() + 4 * wanted.limit ||
                wanted.word.size() > word.size() + 4 * wanted.limit ||
                !mayBeNear(letters, wanted.letters, static_cast<int>(wanted.limit)))
                continue;
            const std::size_t distance = editDistance(wanted.characters, word, wanted.limit);
            if (distance > wanted.limit)
                continue;
            const Xapian::doccount units = at.get_termfreq();
            const auto found = nearest.find(wanted.word);
            if (found == nearest.end() || distance < found->second.distance ||
                (distance == found->second.distance && units > found->second.units))
                nearest[wanted.word] = {word, distance, units};
        }
    }
    return nearest;
}

void replaceWords(QueryNode& node, const std::map<std::string, Nearest>& nearest) {
    for (QueryNode& child : node.children)
        replaceWords(child, nearest);
    if (node.kind != QueryNode::Kind::Text)
        return;
    if (node.isSpelt)
        return;
    bool isChanged = false;
    std::string typed;
    for (std::size_t way = 0; way < node.spellings.size(); ++way) {
        for (QuerySlot& slot : node.spellings[way]) {
            if (slot.words.size() != 1 || !slot.words[0].isSimple() || slot.gapMax > 0)
                return; // a pattern is no slip of the finger
            QueryWord& word = slot.words[0];
            const bool isPrefix = word.form == QueryWord::Form::Prefix;
            const auto found = isPrefix ? nearest.end() : nearest.find(word.folded);
            if (found != nearest.end()) {
                word.folded = found->second.word;
                isChanged = true;
            }
            if (way == 0)
                typed += (typed.empty() ? "" : " ") + word.folded + (isPrefix ? "*" : "");
        }
    }
    if (!isChanged)
        return;
    node.spellings.resize(1); // joined forms were those of the old words
    node.typed = std::move(typed);
}

void collectFields(const QueryNode& node, std::vector<std::string>& fields) {
    if (node.kind == QueryNode::Kind::Field)
        fields.push_back(node.field);
    for (const QueryNode& child : node.children)
        collectFields(child, fields);
}

/// The chunk as the operator that it may be meant for; empty where it is a word like others.
std::string asOperator(std::string_view chunk, std::string_view next) {
    std::string capitals;
    for (const char byte : chunk)
        capitals += byte >= 'a' && byte <= 'z' ? static_cast<char>(byte - 'a' + 'A') : byte;
    if (capitals == chunk)
        return {};
    if (capitals == "OR" || capitals == "AND" || capitals == "NOT" ||
        (isNearOperator(capitals) && capitals.find('/') != std::string::npos))
        return capitals;
    const bool isScope = next == "sentence" || next == "zin" || next == "turn" || next == "beurt";
    return capitals == "WITHIN" && isScope ? capitals : std::string();
}

} // namespace

std::optional<Query> withOperators(const Query& query) {
    // Chunks between blanks and parentheses; what stands between quotation marks is left alone.
    struct Chunk {
        std::size_t begin;
        std::size_t end;
    };
    const std::string& text = query.text;
    std::vector<Chunk> chunks;
    bool isInPhrase = false;
    std::size_t begin = 0;
    const auto endChunk = [&](std::size_t end) {
        if (end > begin && !isInPhrase)
            chunks.push_back({begin, end});
    };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t here = at;
        const char32_t character = text::readCodePoint(text, at);
        const bool isMark = isQuotationMark(character);
        if (!isMark && !text::isWhiteSpace(character) && character != '(' && character != ')')
            continue;
        endChunk(here);
        isInPhrase = isInPhrase != isMark;
        begin = at;
    }
    endChunk(text.size());
    std::string typed = text;
    for (std::size_t at = 0; at < chunks.size(); ++at) {
        const auto chunkText = [&](std::size_t number) {
            return number < chunks.size()
                       ? std::string_view(text).substr(chunks[number].begin,
                                                       chunks[number].end - chunks[number].begin)
                       : std::string_view();
        };
        // As long as before, so that places stay.
        if (const std::string capitals = asOperator(chunkText(at), chunkText(at + 1)); !capitals.empty())
            typed.replace(chunks[at].begin, capitals.size(), capitals);
    }
    if (typed == text)
        return std::nullopt;
    std::vector<std::string> fields;
    collectFields(query.root, fields);
    auto read = parseQuery(typed, fields);
    if (!read)
        return std::nullopt;
    return std::move(*read);
}

std::optional<Query> respelt(const Query& query, const std::vector<std::string>& unknown,
                             IndexReader::Impl& reader, const base::Task& task) {
    constexpr std::size_t mostWords = 8; // more than that is no slip of the finger
    if (unknown.empty() || unknown.size() > mostWords || !reader.database)
        return std::nullopt;
    try {
        const auto nearest =
            withSnapshot(reader, task, [unknown](const Xapian::Database& database, Looker& looker) {
                return nearestWords(unknown, database, looker);
            });
        if (nearest.empty())
            return std::nullopt;
        Query other = query;
        replaceWords(other.root, nearest);
        other.text = describe(other);
        return other;
    } catch (const Stopped&) {
        return std::nullopt;
    } catch (const Xapian::Error&) {
        return std::nullopt; // a suggestion is a kindness, not a result
    }
}

} // namespace rapport::search::detail
