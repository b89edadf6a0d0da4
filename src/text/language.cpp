// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/language.h"

#include "text/tokenizer.h"

#include <algorithm>
#include <array>
#include <span>
#include <unordered_map>

namespace rapport::text {

namespace {

// Frequent function words that the other languages here do not have ("in", "is", "was", "me" tell nothing).
constexpr auto dutch = std::to_array<std::string_view>({
    "aan",  "altijd", "bij",   "daar",   "dan",   "dat",  "de",     "deze",  "dit",   "door", "een",  "en",
    "ook",  "er",     "geen",  "goed",   "graag", "haar", "hebben", "heb",   "heeft", "heel", "het",  "hij",
    "hoe",  "hun",    "ik",    "jij",    "je",    "kan",  "kunnen", "maar",  "mee",   "meer", "met",  "mij",
    "mijn", "moet",   "naar",  "niet",   "nog",   "ons",  "om",     "omdat", "onze",  "ook",  "op",   "over",
    "te",   "tot",    "uit",   "van",    "veel",  "vind", "voor",   "waar",  "want",  "wat",  "weer", "wel",
    "werd", "wij",    "wordt", "worden", "ze",    "zich", "zij",    "zijn",  "zo",    "zou",
});
constexpr auto english = std::to_array<std::string_view>({
    "about", "a",    "all",   "and",   "are",  "as",    "at",   "be",   "because", "been",   "but",
    "by",    "can",  "could", "did",   "do",   "don't", "for",  "from", "had",     "has",    "have",
    "he",    "her",  "him",   "his",   "how",  "i",     "i'm",  "if",   "it",      "it's",   "its",
    "like",  "my",   "not",   "of",    "on",   "or",    "our",  "out",  "she",     "should", "so",
    "some",  "that", "the",   "their", "them", "there", "they", "this", "to",      "too",    "us",
    "very",  "we",   "were",  "what",  "when", "which", "who",  "with", "would",   "you",    "your",
});
// Here only so that a German or French text is not taken for Dutch or English.
constexpr auto german = std::to_array<std::string_view>({
    "aber", "auch",  "auf",   "das",    "dass", "dem",  "den",   "der",  "des", "die",  "ein",
    "eine", "einen", "er",    "es",     "fur",  "habe", "haben", "hat",  "ich", "im",   "ist",
    "kann", "mit",   "nicht", "noch",   "oder", "sehr", "sein",  "sich", "sie", "sind", "und",
    "uns",  "von",   "wenn",  "werden", "wie",  "wir",  "wird",  "zu",   "zum",
});
constexpr auto french = std::to_array<std::string_view>({
    "au",  "aux", "avec", "ce",   "cette", "c'est", "dans", "des",  "du",    "elle", "elles",
    "est", "et",  "il",   "ils",  "j'ai",  "je",    "la",   "le",   "les",   "leur", "mais",
    "mes", "mon", "ne",   "nous", "ont",   "par",   "pas",  "pour", "qu'il", "que",  "qui",
    "sa",  "se",  "son",  "sont", "sur",   "tres",  "un",   "une",  "vous",
});

enum Language : std::size_t { Dutch, English, German, French, languageCount };

/// Word to the languages that have it, as bits: one look-up a token.
const std::unordered_map<std::string_view, unsigned>& functionWords() {
    static const auto words = [] {
        std::unordered_map<std::string_view, unsigned> made;
        const auto add = [&made](std::span<const std::string_view> list, Language language) {
            for (const std::string_view word : list)
                made[word] |= 1U << language;
        };
        add(dutch, Dutch);
        add(english, English);
        add(german, German);
        add(french, French);
        return made;
    }();
    return words;
}

std::array<int, languageCount> hits(const std::vector<Token>& tokens) {
    std::array<int, languageCount> counts{};
    const auto& words = functionWords();
    for (const Token& token : tokens) {
        const auto found = token.isJoined ? words.end() : words.find(token.folded);
        if (found == words.end())
            continue;
        for (std::size_t language = 0; language < languageCount; ++language)
            counts[language] += (found->second >> language) & 1U ? 1 : 0;
    }
    return counts;
}

} // namespace

std::string guessLanguage(std::string_view utf8) {
    // The beginning tells; a long transcript need not be counted through.
    constexpr std::size_t enough = 2'048;
    std::string_view head = utf8.substr(0, enough);
    while (!head.empty() && head.size() < utf8.size() &&
           (static_cast<unsigned char>(utf8[head.size()]) & 0xC0) == 0x80)
        head.remove_suffix(1);
    const std::vector<Token> tokens = tokenize(head);
    const auto counts = hits(tokens);
    const int ofDutch = counts[Dutch];
    const int ofEnglish = counts[English];
    const int best = std::max(ofDutch, ofEnglish);
    const int others = std::max({std::min(ofDutch, ofEnglish), counts[German], counts[French]});
    const bool isFrequent = best * 10 >= static_cast<int>(tokens.size());
    if (best < 2 || !isFrequent || best < others * 3 / 2 + 1)
        return {};
    return ofDutch > ofEnglish ? "nl" : "en";
}

} // namespace rapport::text
