// SPDX-License-Identifier: GPL-3.0-or-later
#include "search_corpus.h"

#include "base/format.h"
#include "base/random.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <ctime>
#include <list>
#include <unordered_set>

namespace rapport::bench {

using search::IndexedUnit;
using search::TokenIndex;

namespace {

using Words = std::vector<std::string>;

struct Sounds {
    Words frequent; ///< the words of grammar, the most frequent first
    Words syllables;
};

const Sounds& dutch() {
    static const Sounds sounds{
        {"de",   "het",   "een",    "en",   "ik",   "van",    "dat",  "is",    "niet", "te",   "in",
         "je",   "die",   "maar",   "op",   "ze",   "met",    "er",   "zijn",  "als",  "voor", "wel",
         "ook",  "om",    "dan",    "hij",  "aan",  "was",    "heb",  "naar",  "mijn", "bij",  "of",
         "wat",  "door",  "hebben", "heel", "goed", "meer",   "veel", "kan",   "uit",  "moet", "nog",
         "geen", "omdat", "worden", "zo",   "over", "mensen", "één",  "foto's"},
        {"ba",   "ke",     "lo",     "mi",   "nu",   "re",  "ta",  "vo",   "zi",    "hu",   "der",  "gen",
         "lijk", "school", "kracht", "leer", "ling", "ouw", "ij",  "klas", "groe",  "pen",  "be",   "ge",
         "ver",  "ont",    "heid",   "ing",  "st",   "wer", "ken", "den",  "vraag", "stuk", "op",   "lei",
         "dui",  "ver",    "band",   "goe",  "trou", "wen", "kun", "nen",  "rela",  "tie",  "zorg", "plan"}};
    return sounds;
}

const Sounds& english() {
    static const Sounds sounds{
        {"the", "to",   "and",     "of",   "a",      "in",    "that", "is",   "it",   "i",
         "was", "they", "for",     "not",  "with",   "on",    "we",   "have", "this", "be",
         "but", "my",   "are",     "you",  "so",     "as",    "at",   "from", "more", "would",
         "can", "very", "because", "when", "people", "don't", "good", "their"},
        {"pre",  "con",  "tion", "ment",  "teach", "er",    "ing",  "ness", "un",   "re",   "learn", "work",
         "ship", "able", "ful",  "class", "room",  "sup",   "port", "stu",  "dent", "feel", "ver",   "sity",
         "ex",   "peri", "ence", "know",  "ledge", "trust", "part", "ner",  "ly",   "com",  "mu",    "ni"}};
    return sounds;
}

/// Rare words are longer.
Words vocabularyOf(const Sounds& sounds, std::size_t count, std::uint64_t seed) {
    Words words = sounds.frequent;
    std::unordered_set<std::string> known(words.begin(), words.end());
    base::Random random(seed);
    while (words.size() < count) {
        const std::uint64_t most = words.size() < 2'000 ? 2 : words.size() < 60'000 ? 3 : 5;
        std::string word;
        for (std::uint64_t left = 1 + random.below(most); left > 0; --left)
            word += sounds.syllables[static_cast<std::size_t>(random.below(sounds.syllables.size()))];
        if (random.below(60) == 0)
            word += "ë";
        if (known.insert(word).second)
            words.push_back(word);
    }
    return words;
}

const std::string& oneOf(const Words& words, base::Random& random) {
    const double rank = std::pow(static_cast<double>(words.size()), random.uniform()) - 1;
    return words[static_cast<std::size_t>(rank)];
}

} // namespace

std::vector<IndexedUnit> makeUnits(std::int64_t count) {
    constexpr std::size_t types = 300'000;
    static const Words dutchWords = vocabularyOf(dutch(), types, 1);
    static const Words englishWords = vocabularyOf(english(), types / 2, 2);
    base::Random random(3);
    std::vector<IndexedUnit> units;
    units.reserve(static_cast<std::size_t>(count));
    for (std::int64_t id = 1; id <= count; ++id) {
        IndexedUnit unit;
        unit.id = model::UnitId(id);
        unit.kind = "answer";
        const bool isDutch = id % 3 != 0;
        const Words& words = isDutch ? dutchWords : englishWords;
        bool isFirst = true;
        for (std::uint64_t left = 30 + random.below(61); left > 0; --left) {
            const std::size_t begin = unit.text.size();
            unit.text += oneOf(words, random);
            if (isFirst && unit.text[begin] >= 'a' && unit.text[begin] <= 'z')
                unit.text[begin] = static_cast<char>(unit.text[begin] - 'a' + 'A');
            isFirst = left > 1 && random.below(14) == 0;
            unit.text += left == 1 ? "." : isFirst ? ". " : random.below(20) == 0 ? ", " : " ";
        }
        unit.fields = {{"question", fmt::format("Q{}", 1 + id % 3)}, {"lang", isDutch ? "nl" : "en"}};
        unit.order = id;
        units.push_back(std::move(unit));
    }
    return units;
}

const std::vector<IndexedUnit>& unitsOf(std::int64_t count) {
    static std::list<std::vector<IndexedUnit>> kept;
    for (const auto& units : kept) {
        if (static_cast<std::int64_t>(units.size()) == count)
            return units;
    }
    if (kept.size() == 2)
        kept.pop_front();
    return kept.emplace_back(makeUnits(count));
}

std::shared_ptr<const TokenIndex> buildTokens(const std::vector<IndexedUnit>& units) {
    return *TokenIndex::build(
        [&](const TokenIndex::TextVisitor& visit) {
            for (const IndexedUnit& unit : units)
                visit(unit.id, unit.text);
            return base::Status();
        },
        1);
}

std::shared_ptr<const TokenIndex> tokensOf(std::int64_t count) {
    static std::int64_t size = 0;
    static std::shared_ptr<const TokenIndex> kept;
    if (size != count)
        kept = buildTokens(unitsOf(count));
    size = count;
    return kept;
}

double cpuSecondsOf(const std::function<void()>& work) {
    const std::clock_t begin = std::clock();
    work();
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

double wallSecondsOf(const std::function<void()>& work) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
}

double quantile(std::vector<double>& values, double part) {
    std::sort(values.begin(), values.end());
    const auto at = static_cast<std::size_t>(part * static_cast<double>(values.size()));
    return values[std::min(at, values.size() - 1)];
}

} // namespace rapport::bench
