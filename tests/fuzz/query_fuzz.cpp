// SPDX-License-Identifier: GPL-3.0-or-later
// The query language: any bytes give a tree that reads back as itself, or an error with a hint; evaluating
// and marking it on a text (the bytes after the first line feed) does no harm.
#include "search/concordance.h"
#include "search/match.h"
#include "search/token_index.h"
#include "text/utf8.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace rapport;
using namespace rapport::search;

namespace {

/// The same question, however it was written.
bool isSame(const QueryNode& a, const QueryNode& b) {
    return a.kind == b.kind && a.spellings == b.spellings && a.isSpelt == b.isSpelt && a.field == b.field &&
           a.value == b.value && a.isPrefix == b.isPrefix && a.isSuffix == b.isSuffix && a.lower == b.lower &&
           a.upper == b.upper && a.distance == b.distance && a.isOrdered == b.isOrdered &&
           a.isInSentence == b.isInSentence &&
           std::equal(a.children.begin(), a.children.end(), b.children.begin(), b.children.end(), isSame);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t lineFeed = input.find('\n');
    const std::string_view typed = input.substr(0, lineFeed);
    const std::string_view text = lineFeed == std::string_view::npos ? typed : input.substr(lineFeed + 1);
    const std::vector<std::string> attributes{"group", "age in years"};
    const auto query = parseQuery(typed, attributes);
    if (!query) {
        if (query.error().message.empty())
            std::abort();
        return 0;
    }
    const std::string described = describe(*query);
    const auto again = parseQuery(described, attributes);
    if (again && (describe(*again) != described || !isSame(again->root, query->root)))
        std::abort();
    if (!again && described.size() < maximumQueryBytes / 2 &&
        again.error().message.find("nested") == std::string::npos)
        std::abort();
    if (!text::isValidUtf8(text))
        return 0;
    IndexedUnit unit;
    unit.id = model::UnitId(1);
    unit.text = std::string(text);
    unit.fields = {{"speaker", unit.text.substr(0, 0)}, {"lang", "nl"}};
    const auto found = matches(unit, *query);
    if (!found && found.error().message.find("too long") == std::string::npos)
        std::abort();
    // The token index finds the units and the places that reading finds.
    const auto tokens = TokenIndex::build(
        [&](const TokenIndex::TextVisitor& visit) {
            visit(unit.id, unit.text);
            return base::Status();
        },
        1);
    if (!tokens)
        std::abort();
    const auto spans = (*tokens)->spans(*query);
    if (found && spans && spans->size() != occurrences(text, *query).size())
        std::abort();
    const std::int64_t length = text::countCodePoints(text);
    const auto ranges = highlight(text, *query);
    for (const auto& range : ranges) {
        if (range.isEmpty() || range.end.value > length)
            std::abort();
    }
    for (const auto& range : snippet(text, ranges, 40).ranges) {
        if (range.isEmpty())
            std::abort();
    }
    for (const auto& line : concordanceLines(unit.id, text, *query, 3)) {
        if (line.match != text::slice(text, line.range))
            std::abort();
    }
    return 0;
}
