// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pseudonyms.h"

#include "base/format.h"
#include "exchange/csv.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

bool isWordLetter(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z') ||
           (letter >= U'0' && letter <= U'9') ||
           (letter >= 0xC0 && letter != 0xD7 && letter != 0xF7 && letter < 0x2000) || letter >= 0x2C00;
}

/// Small letters of Latin script; enough to know a name again at the beginning of a sentence or in capitals.
char32_t small(char32_t letter) {
    if ((letter >= U'A' && letter <= U'Z') || (letter >= 0xC0 && letter <= 0xDE && letter != 0xD7))
        return letter + 0x20;
    if (letter >= 0x100 && letter <= 0x137)
        return letter | 1U;
    if ((letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E))
        return letter % 2 == 1 ? letter + 1 : letter;
    if (letter >= 0x14A && letter <= 0x177)
        return letter | 1U;
    return letter;
}

struct Word {
    std::size_t begin;
    std::size_t end;
    std::string folded;
};

/// The word at or after `at`; false at the end.
bool nextWord(std::string_view text, std::size_t& at, Word& word) {
    word.folded.clear();
    while (at < text.size()) {
        const std::size_t begin = at;
        const char32_t letter = text::readCodePoint(text, at);
        if (!isWordLetter(letter)) {
            if (!word.folded.empty()) {
                word.end = begin;
                return true;
            }
            continue;
        }
        if (word.folded.empty())
            word.begin = begin;
        text::appendCodePoint(word.folded, small(letter));
    }
    word.end = text.size();
    return !word.folded.empty();
}

std::vector<std::string> wordsOf(std::string_view text) {
    std::vector<std::string> words;
    Word word{};
    for (std::size_t at = 0; nextWord(text, at, word);)
        words.push_back(word.folded);
    return words;
}

} // namespace

base::Result<Pseudonyms> Pseudonyms::fromPairs(const std::vector<std::pair<std::string, std::string>>& pairs,
                                               const std::string& fileName) {
    Pseudonyms made;
    std::size_t line = 0;
    for (const auto& [name, replacement] : pairs) {
        ++line;
        const Place place{fileName, line, 0, {}};
        std::vector<std::string> words = wordsOf(name);
        if (words.empty())
            return base::fail(Errc::InvalidArgument, place, "a name without letters cannot be replaced");
        auto& same = made.m_byFirstWord[words.front()];
        const auto known =
            std::find_if(same.begin(), same.end(), [&](const Name& each) { return each.words == words; });
        if (known != same.end()) {
            if (known->replacement != replacement)
                return base::fail(Errc::InvalidArgument, place,
                                  base::said("'{}' is listed twice with different replacements", name));
            continue;
        }
        same.push_back({std::move(words), std::string(text::trim(replacement))});
        ++made.m_count;
    }
    for (auto& [first, names] : made.m_byFirstWord)
        std::stable_sort(names.begin(), names.end(),
                         [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
    line = 0;
    for (const auto& [name, replacement] : pairs) {
        ++line;
        if (made.isIn(replacement))
            return base::fail(Errc::InvalidArgument, Place{fileName, line, 0, {}},
                              base::said("the replacement '{}' holds a listed name", replacement),
                              "choose one that names nobody on the list");
    }
    return made;
}

base::Result<std::vector<std::pair<std::string, std::string>>>
Pseudonyms::readPairs(std::string_view bytes, const std::string& fileName) {
    ReadOptions options;
    options.headerRows = 1;
    RAPPORT_ASSIGN(const text::Decoded decoded, text::decode(bytes, fileName));
    // A header of its own, so that the first line may be a pair.
    const std::string_view first = std::string_view(decoded.text).substr(0, decoded.text.find('\n'));
    const char sign = first.find('\t') != std::string_view::npos  ? '\t'
                      : first.find(';') != std::string_view::npos ? ';'
                                                                  : ',';
    options.separator = sign;
    const std::string table = std::string("name") + sign + "replacement\n" + decoded.text;
    RAPPORT_ASSIGN(const Records records, readCsv(table, fileName, options, {}));
    const Table& rows = std::get<Table>(records);
    if (!rows.problems.empty())
        return base::fail(Errc::Unreadable, Place{fileName, rows.problems.front().line - 1, 0, {}},
                          "a line must hold a name and its replacement",
                          "for instance: Anna Peeters,Teacher 1");
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Row& row : rows.rows) {
        std::string head(text::trim(row.cells[0]));
        std::transform(head.begin(), head.end(), head.begin(), [](char letter) {
            return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        });
        const bool isHeader = pairs.empty() && (head == "name" || head == "naam" || head == "names");
        if (!isHeader)
            pairs.emplace_back(text::trim(row.cells[0]), text::trim(row.cells[1]));
    }
    return pairs;
}

base::Result<Pseudonyms> Pseudonyms::read(std::string_view bytes, const std::string& fileName) {
    RAPPORT_ASSIGN(const auto pairs, readPairs(bytes, fileName));
    return fromPairs(pairs, fileName);
}

template<typename Visit>
void Pseudonyms::eachMatch(std::string_view text, const Visit& visit) const {
    Word word{};
    for (std::size_t at = 0; nextWord(text, at, word);) {
        const auto names = m_byFirstWord.find(word.folded);
        if (names == m_byFirstWord.end())
            continue;
        for (const Name& name : names->second) {
            std::size_t next = at;
            std::size_t end = word.end;
            bool isMatch = true;
            Word following{};
            for (std::size_t index = 1; index < name.words.size() && isMatch; ++index) {
                isMatch = nextWord(text, next, following) && following.folded == name.words[index] &&
                          following.begin - end <= 3;
                end = following.end;
            }
            if (!isMatch)
                continue;
            if (!visit(Match{word.begin, end, &name.replacement}))
                return;
            at = std::max(at, end);
            break;
        }
    }
}

std::string Pseudonyms::apply(std::string_view text, std::int64_t* replaced) const {
    std::string made;
    std::size_t done = 0;
    eachMatch(text, [&](const Match& match) {
        made += text.substr(done, match.begin - done);
        made += *match.replacement;
        done = match.end;
        if (replaced != nullptr)
            ++*replaced;
        return true;
    });
    made += text.substr(done);
    return made;
}

bool Pseudonyms::isIn(std::string_view text) const {
    bool found = false;
    eachMatch(text, [&found](const Match&) {
        found = true;
        return false;
    });
    return found;
}

bool Pseudonyms::isInBytes(std::string_view bytes) const {
    // Runs of valid UTF-8 between other bytes; a run is short enough to be looked at as a text.
    std::size_t begin = 0;
    const auto look = [&](std::size_t end) {
        return end > begin && text::isValidUtf8(bytes.substr(begin, end - begin)) &&
               isIn(bytes.substr(begin, end - begin));
    };
    for (std::size_t at = 0; at < bytes.size();) {
        const auto lead = static_cast<unsigned char>(bytes[at]);
        const std::size_t length = lead < 0x80                   ? 1
                                   : lead >= 0xC2 && lead < 0xE0 ? 2
                                   : lead >= 0xE0 && lead < 0xF0 ? 3
                                   : lead >= 0xF0 && lead < 0xF5 ? 4
                                                                 : 0;
        const bool isLetter = length > 0 && lead != 0 && at + length <= bytes.size() &&
                              text::isValidUtf8(bytes.substr(at, length));
        if (!isLetter) {
            if (look(at))
                return true;
            begin = ++at;
            continue;
        }
        at += length;
    }
    return look(bytes.size());
}

std::int64_t Pseudonyms::apply(Table& table) const {
    std::int64_t replaced = 0;
    for (Column& column : table.columns) {
        column.title = apply(column.title, &replaced);
        for (std::string& sample : column.samples)
            sample = apply(sample);
    }
    for (Row& row : table.rows) {
        for (CellText& cell : row.cells) {
            std::int64_t here = 0;
            std::string text = apply(cell, &here);
            if (here > 0)
                cell = table.texts->keep(text);
            replaced += here;
        }
    }
    return replaced;
}

std::int64_t Pseudonyms::apply(Transcript& transcript) const {
    std::int64_t replaced = 0;
    transcript.heading = apply(transcript.heading, &replaced);
    for (TranscriptTurn& turn : transcript.turns) {
        turn.speaker = apply(turn.speaker, &replaced);
        std::string text = apply(turn.text, &replaced);
        // A page may begin inside a name: its place is that of the words before it, as they are now.
        for (PageBegin& page : turn.pages) {
            const std::string before = apply(text::slice(turn.text, text::textRange(0, page.at)));
            page.at = std::min(text::countCodePoints(before), text::countCodePoints(text));
        }
        turn.text = std::move(text);
    }
    countSpeakers(transcript);
    return replaced;
}

} // namespace rapport::exchange
