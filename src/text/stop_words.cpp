// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/stop_words.h"

#include <algorithm>
#include <array>

namespace rapport::text {

namespace {

constexpr auto dutch = std::to_array<std::string_view>(
    {"aan",    "al",   "alles",  "als",    "altijd",  "andere", "ben",   "bij",  "daar",   "dan",   "dat",
     "de",     "der",  "deze",   "die",    "dit",     "doch",   "doen",  "door", "dus",    "een",   "eens",
     "en",     "er",   "ge",     "geen",   "geweest", "haar",   "had",   "heb",  "hebben", "heeft", "hem",
     "het",    "hier", "hij",    "hoe",    "hun",     "iemand", "iets",  "ik",   "in",     "is",    "ja",
     "je",     "kan",  "kon",    "kunnen", "maar",    "me",     "meer",  "men",  "met",    "mij",   "mijn",
     "moet",   "na",   "naar",   "niet",   "niets",   "nog",    "nu",    "of",   "om",     "omdat", "onder",
     "ons",    "ook",  "op",     "over",   "reeds",   "te",     "tegen", "toch", "toen",   "tot",   "u",
     "uit",    "uw",   "van",    "veel",   "voor",    "want",   "waren", "was",  "wat",    "werd",  "wezen",
     "wie",    "wil",  "worden", "wordt",  "zal",     "ze",     "zelf",  "zich", "zij",    "zijn",  "zo",
     "zonder", "zou"});
constexpr auto english = std::to_array<std::string_view>(
    {"a",          "about",   "above",     "after",   "again",    "against",   "all",    "am",
     "an",         "and",     "any",       "are",     "aren't",   "as",        "at",     "be",
     "because",    "been",    "before",    "being",   "below",    "between",   "both",   "but",
     "by",         "can't",   "cannot",    "could",   "couldn't", "did",       "didn't", "do",
     "does",       "doesn't", "doing",     "don't",   "down",     "during",    "each",   "few",
     "for",        "from",    "further",   "had",     "hadn't",   "has",       "hasn't", "have",
     "haven't",    "having",  "he",        "he'd",    "he'll",    "he's",      "her",    "here",
     "here's",     "hers",    "herself",   "him",     "himself",  "his",       "how",    "how's",
     "i",          "i'd",     "i'll",      "i'm",     "i've",     "if",        "in",     "into",
     "is",         "isn't",   "it",        "it's",    "its",      "itself",    "let's",  "me",
     "more",       "most",    "mustn't",   "my",      "myself",   "no",        "nor",    "not",
     "of",         "off",     "on",        "once",    "only",     "or",        "other",  "ought",
     "our",        "ours",    "ourselves", "out",     "over",     "own",       "same",   "shan't",
     "she",        "she'd",   "she'll",    "she's",   "should",   "shouldn't", "so",     "some",
     "such",       "than",    "that",      "that's",  "the",      "their",     "theirs", "them",
     "themselves", "then",    "there",     "there's", "these",    "they",      "they'd", "they'll",
     "they're",    "they've", "this",      "those",   "through",  "to",        "too",    "under",
     "until",      "up",      "very",      "was",     "wasn't",   "we",        "we'd",   "we'll",
     "we're",      "we've",   "were",      "weren't", "what",     "what's",    "when",   "when's",
     "where",      "where's", "which",     "while",   "who",      "who's",     "whom",   "why",
     "why's",      "with",    "won't",     "would",   "wouldn't", "you",       "you'd",  "you'll",
     "you're",     "you've",  "your",      "yours",   "yourself", "yourselves"});

constexpr std::string_view snowball = "Snowball stop words, snowballstem.org";
constexpr std::string_view bsd = "BSD-3-Clause";
constexpr std::array lists{StopList{"nl", snowball, bsd, dutch}, StopList{"en", snowball, bsd, english}};
static_assert(std::is_sorted(dutch.begin(), dutch.end()) && std::is_sorted(english.begin(), english.end()));

} // namespace

std::span<const StopList> stopLists() {
    return lists;
}

bool isStopWord(std::string_view folded, std::span<const std::string_view> languages) {
    return std::any_of(lists.begin(), lists.end(), [&](const StopList& list) {
        return std::find(languages.begin(), languages.end(), list.language) != languages.end() &&
               std::binary_search(list.words.begin(), list.words.end(), folded);
    });
}

} // namespace rapport::text
