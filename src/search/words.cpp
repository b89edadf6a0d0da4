// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/words.h"

#include "base/number.h"
#include "search/index.h"
#include "text/fold.h"
#include "text/tokenizer.h"
#include "text/utf8.h"

namespace rapport::search {

namespace detail {

std::string_view cutAt(std::string_view utf8, std::size_t bytes) {
    if (utf8.size() <= bytes)
        return utf8;
    while (bytes > 0 && (static_cast<unsigned char>(utf8[bytes]) & 0xC0) == 0x80)
        --bytes;
    return utf8.substr(0, bytes);
}

std::vector<PlacedWord> placedWords(std::string_view text) {
    std::vector<text::Token> tokens = text::tokenize(text);
    std::vector<PlacedWord> words;
    words.reserve(tokens.size());
    std::uint32_t sentence = 0;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        text::Token& token = tokens[at];
        if (token.startsSentence && !token.isJoined && !words.empty())
            ++sentence;
        PlacedWord word;
        word.folded = std::move(token.folded);
        word.folded.resize(cutAt(word.folded, maximumWordBytes).size());
        word.range = token.range;
        word.bytes = token.bytes;
        word.position = token.position;
        word.sentence = sentence;
        word.isJoined = token.isJoined;
        if (token.isJoined) {
            for (std::size_t next = at + 1; next < tokens.size() && tokens[next].bytes.end <= token.bytes.end;
                 ++next)
                word.parts += tokens[next].isJoined ? 0U : 1U;
        }
        words.push_back(std::move(word));
    }
    return words;
}

std::uint32_t weightOf(const PlacedWord& word, std::size_t nameBytes) {
    return static_cast<std::size_t>(word.bytes.begin.value) < nameBytes ? nameWeight : 1;
}

} // namespace detail

std::string foldedFieldValue(std::string_view value) {
    constexpr std::size_t maximumBytes = 150;
    const std::string folded = text::fold(value);
    std::string spaced;
    for (std::size_t at = 0; at < folded.size();) {
        const std::size_t begin = at;
        const char32_t character = text::readCodePoint(folded, at);
        if (text::isWhiteSpace(character)) {
            if (!spaced.empty() && spaced.back() != ' ')
                spaced += ' ';
        } else if (character >= 0x20 && character != 0x7F) {
            spaced.append(folded, begin, at - begin);
        }
    }
    spaced.resize(detail::cutAt(spaced, maximumBytes).size());
    if (!spaced.empty() && spaced.back() == ' ')
        spaced.pop_back();
    return spaced;
}

std::optional<double> fieldNumber(std::string_view value) {
    if (value.empty() || value.find_first_not_of("0123456789.,-+") != std::string_view::npos)
        return std::nullopt;
    std::string written(value.front() == '+' ? value.substr(1) : value);
    if (const std::size_t comma = written.find(','); comma != std::string::npos)
        written[comma] = '.';
    return base::parseNumber(written);
}

} // namespace rapport::search
