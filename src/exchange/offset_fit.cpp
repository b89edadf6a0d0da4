// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/offset_fit.h"

#include "base/format.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace rapport::exchange {

namespace {

constexpr std::int64_t longestQuote = 100;

/// Words as an attribute of XML keeps them: control characters and line ends are gone or blanks.
std::string bareWords(std::string_view text) {
    std::string kept;
    std::int64_t letters = 0;
    for (std::size_t at = 0; at < text.size() && letters < longestQuote;) {
        const char32_t current = text::readCodePoint(text, at);
        if (current < 0x20 || text::isWhiteSpace(current))
            continue;
        text::appendCodePoint(kept, current);
        ++letters;
    }
    return kept;
}

/// Translates positions of one way of counting, in rising order, in one pass over the text.
class Walker {
public:
    Walker(std::string_view text, const OffsetReading& reading)
        : m_text(text)
        , m_reading(reading)
        , m_foreign(reading.countsMark ? 1 : 0) {}

    /// The code point at a position; none past the end. `position` never falls.
    std::optional<std::int64_t> to(std::int64_t position) {
        while (m_foreign < position && m_byte < m_text.size()) {
            const char32_t current = text::readCodePoint(m_text, m_byte);
            m_foreign +=
                (m_reading.isUtf16 && current > 0xFFFF) || (m_reading.isLineEndTwo && current == U'\n') ? 2
                                                                                                        : 1;
            ++m_codePoint;
        }
        if (m_foreign < position)
            return std::nullopt;
        return m_codePoint;
    }
    [[nodiscard]] std::size_t byte() const { return m_byte; }

private:
    std::string_view m_text;
    OffsetReading m_reading;
    std::size_t m_byte = 0;
    std::int64_t m_foreign;
    std::int64_t m_codePoint = 0;
};

struct Translated {
    std::vector<std::optional<std::pair<std::int64_t, std::int64_t>>> spans;
    std::vector<std::size_t> bytes; ///< where each begins
    std::vector<std::size_t> ends;  ///< and where it ends
    std::size_t inside = 0;
};

Translated translate(std::string_view text, const std::vector<ForeignSpan>& spans,
                     const OffsetReading& reading) {
    Translated result;
    result.spans.resize(spans.size());
    result.bytes.resize(spans.size());
    result.ends.resize(spans.size());
    std::vector<std::size_t> order(spans.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::vector<std::optional<std::int64_t>> begins(spans.size());
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return spans[a].begin < spans[b].begin; });
    Walker first(text, reading);
    for (const std::size_t index : order) {
        if (spans[index].begin < 0)
            continue;
        begins[index] = first.to(spans[index].begin);
        result.bytes[index] = first.byte();
    }
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return spans[a].end < spans[b].end; });
    Walker last(text, reading);
    for (const std::size_t index : order) {
        const auto end = spans[index].end < 0 ? std::nullopt : last.to(spans[index].end);
        if (!begins[index] || !end || *end <= *begins[index])
            continue;
        result.spans[index] = std::pair(*begins[index], *end);
        result.ends[index] = last.byte();
        ++result.inside;
    }
    return result;
}

bool isWordSign(char32_t letter) {
    return (letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z') ||
           (letter >= U'0' && letter <= U'9') ||
           (letter >= 0xC0 && letter != 0xD7 && letter != 0xF7 && letter < 0x2000);
}

/// Where a person would begin or end a selection: not inside a word, and a word or a sign on its inner side.
bool isEdge(std::string_view text, std::size_t byte, bool isBegin) {
    std::size_t before = byte;
    while (before > 0 && (static_cast<unsigned char>(text[--before]) & 0xC0U) == 0x80U) {
    }
    std::size_t at = before;
    const char32_t left = byte == 0 ? U'\n' : text::readCodePoint(text, at);
    at = byte;
    const char32_t right = byte >= text.size() ? U'\n' : text::readCodePoint(text, at);
    const char32_t inner = isBegin ? right : left;
    return !(isWordSign(left) && isWordSign(right)) && !text::isWhiteSpace(inner);
}

} // namespace

OffsetFit fitOffsets(std::string_view text, const std::vector<ForeignSpan>& spans, const TextFacts& facts) {
    std::vector<std::string> quotes;
    quotes.reserve(spans.size());
    for (const ForeignSpan& span : spans)
        quotes.push_back(bareWords(span.quote));
    // In order of how likely each is before anything was seen: the standard's own way first.
    std::vector<OffsetReading> readings;
    for (const bool countsMark : {false, true}) {
        for (const bool isUtf16 : {false, true}) {
            // Where the file has them as two, programs on Windows count two.
            readings.push_back({isUtf16, false, countsMark});
            readings.push_back({isUtf16, true, countsMark});
        }
    }
    OffsetFit best;
    std::array<std::size_t, 3> bestScore{0, 0, 0};
    bool isFirst = true;
    bool makesDifference = false;
    for (const OffsetReading& reading : readings) {
        if (reading.countsMark && !facts.hadMark && best.matched == best.quotes && !isFirst)
            continue;
        Translated made = translate(text, spans, reading);
        std::size_t matched = 0;
        std::size_t compared = 0;
        for (std::size_t index = 0; index < spans.size(); ++index) {
            if (quotes[index].empty())
                continue;
            ++compared;
            if (!made.spans[index])
                continue;
            const auto [begin, end] = *made.spans[index];
            const std::string_view here = text.substr(made.bytes[index]);
            const std::string found = bareWords(text::slice(
                here.substr(0, 2000), text::textRange(0, std::min<std::int64_t>(end - begin, 300))));
            const std::size_t common = std::min(found.size(), quotes[index].size());
            // A quote may have been cut anywhere; one that goes on past its span does not fit it.
            matched += common > 0 && found.compare(0, common, quotes[index], 0, common) == 0 &&
                               quotes[index].size() <= found.size()
                           ? 1U
                           : 0U;
        }
        // Only where no quote fits: what a person selected begins and ends with words.
        std::size_t edges = 0;
        for (std::size_t index = 0; matched == 0 && index < spans.size(); ++index) {
            if (made.spans[index])
                edges += (isEdge(text, made.bytes[index], true) ? 1U : 0U) +
                         (isEdge(text, made.ends[index], false) ? 1U : 0U);
        }
        const std::array<std::size_t, 3> score{matched, made.inside, edges};
        makesDifference = makesDifference || (!isFirst && made.spans != best.spans);
        if (isFirst || score > bestScore) {
            bestScore = score;
            best.reading = reading;
            best.quotes = compared;
            best.matched = matched;
            best.spans = std::move(made.spans);
        }
        isFirst = false;
    }
    best.isGuess = best.matched == 0 && makesDifference;
    return best;
}

base::Phrase describe(const OffsetFit& fit) {
    base::Phrase counted =
        base::said("positions count {}, a line end as {}{}",
                   fit.reading.isUtf16 ? base::Phrase("UTF-16 units") : base::Phrase("code points"),
                   fit.reading.isLineEndTwo ? base::Phrase("two") : base::Phrase("one"),
                   fit.reading.countsMark ? base::Phrase(", the byte order mark as one") : base::Phrase());
    if (fit.quotes == 0)
        return counted;
    return fit.quotes == 1 ? base::said("{}: {} of 1 quote fit", counted, fit.matched)
                           : base::said("{}: {} of {} quotes fit", counted, fit.matched, fit.quotes);
}

} // namespace rapport::exchange
