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
                                            const Xapian::Database& database, const base::Task& task) {
    constexpr std::size_t wordsPerLook = 1'024;
    std::map<std::string, Nearest> nearest;
    std::size_t looked = 0;
    const std::string start = wordTerm({});
    for (auto at = database.allterms_begin(start); at != database.allterms_end(start); ++at) {
        if (looked++ % wordsPerLook == 0 && task.isStopped())
            return {};
        const std::string word = (*at).substr(start.size());
        for (const std::string& wanted : unknown) {
            const std::size_t limit = furthest(wanted);
            // Bytes bound code points: at most four for one.
            if (word.size() > wanted.size() + 4 * limit || wanted.size() > word.size() + 4 * limit)
                continue;
            const std::size_t distance = editDistance(wanted, word, limit);
            if (distance > limit)
                continue;
            const Xapian::doccount units = at.get_termfreq();
            const auto found = nearest.find(wanted);
            if (found == nearest.end() || distance < found->second.distance ||
                (distance == found->second.distance && units > found->second.units))
                nearest[wanted] = {word, distance, units};
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

} // namespace

std::optional<Query> respelt(const Query& query, const std::vector<std::string>& unknown,
                             IndexReader::Impl& reader, const base::Task& task) {
    constexpr std::size_t mostWords = 8; // more than that is no slip of the finger
    if (unknown.empty() || unknown.size() > mostWords || !reader.database)
        return std::nullopt;
    try {
        const auto nearest = nearestWords(unknown, *reader.database, task);
        if (nearest.empty())
            return std::nullopt;
        Query other = query;
        replaceWords(other.root, nearest);
        other.text = describe(other);
        return other;
    } catch (const Xapian::Error&) {
        return std::nullopt; // a suggestion is a kindness, not a result
    }
}

} // namespace rapport::search::detail
