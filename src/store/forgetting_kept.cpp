// SPDX-License-Identifier: GPL-3.0-or-later
// Words in what searching keeps (saved searches, hidden lines, samples of lines) and in what people wrote
// about units (memos, reasons, remarks); and where they stand in the codebook.
#include "base/format.h"
#include "base/json.h"
#include "store/database.h"
#include "store/forgetting.h"
#include "text/fold.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <functional>
#include <set>
#include <utility>

namespace rapport::store {

using base::Result;
using base::Status;

namespace {

bool isDigit(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

/// Where the words stand, whatever their case and accents: ranges of bytes. They begin where a word does, and
/// a number is a whole one: P1 is not in P12, Els is in Elsje and not in Wessels.
std::vector<std::pair<std::size_t, std::size_t>> placesOf(std::string_view text, const std::string& folded) {
    std::vector<std::size_t> starts; // of code points, and the end
    for (std::size_t at = 0; at < text.size(); ++at) {
        if ((static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80U)
            starts.push_back(at);
    }
    starts.push_back(text.size());
    std::vector<text::Token> tokens;
    for (text::Token& token : text::tokenize(text)) {
        if (!token.isJoined)
            tokens.push_back(std::move(token));
    }
    const auto isInside = [&tokens](std::size_t byte) {
        return std::any_of(tokens.begin(), tokens.end(), [byte](const text::Token& token) {
            return static_cast<std::size_t>(token.bytes.begin.value) < byte &&
                   byte < static_cast<std::size_t>(token.bytes.end.value);
        });
    };
    std::vector<std::pair<std::size_t, std::size_t>> places;
    for (std::size_t begin = 0; begin + 1 < starts.size(); ++begin) {
        std::size_t end = begin + 1;
        std::string here;
        while (end < starts.size()) {
            here = text::fold(text.substr(starts[begin], starts[end] - starts[begin]));
            if (here.size() >= folded.size())
                break;
            ++end;
        }
        if (here != folded)
            continue;
        // Marks that stand behind a letter go with it.
        while (end + 1 < starts.size() &&
               text::fold(text.substr(starts[begin], starts[end + 1] - starts[begin])) == folded)
            ++end;
        const bool cutsNumber = isDigit(text, starts[end]) && isDigit(text, starts[end] - 1);
        if (cutsNumber || isInside(starts[begin]))
            continue;
        places.emplace_back(starts[begin], starts[end]);
        begin = end - 1;
    }
    return places;
}

std::string without(std::string_view text, const std::string& folded) {
    std::string made;
    std::size_t done = 0;
    for (const auto& [begin, end] : placesOf(text, folded)) {
        made.append(text.substr(done, begin - done));
        made += blotted(text.substr(begin, end - begin), Blot::Words);
        done = end;
    }
    made.append(text.substr(done));
    return made;
}

void blotValues(base::Json& json, const std::string& folded) {
    if (json.is_string())
        json = without(json.get<std::string>(), folded);
    else if (json.is_structured())
        for (base::Json& each : json)
            blotValues(each, folded);
}

bool holdsAnywhere(const base::Json& json, const std::string& folded) {
    if (json.is_string())
        return !placesOf(json.get<std::string>(), folded).empty();
    return json.is_structured() && std::any_of(json.begin(), json.end(), [&folded](const base::Json& each) {
               return holdsAnywhere(each, folded);
           });
}

std::string settingsWithout(const std::string& settings, const std::string& folded) {
    auto json = base::parseJson(settings);
    if (!json)
        return without(settings, folded);
    blotValues(*json, folded);
    return base::dumpJson(*json, -1);
}

/// A row of what searching keeps, with what it is called for people.
struct KeptRow {
    std::int64_t id = 0;
    std::vector<std::string> texts;
};

Result<std::vector<KeptRow>> rowsOf(Database& database, const char* sql, int columns, model::RaterId owner) {
    RAPPORT_ASSIGN(Statement rows, database.statement(sql));
    rows.bind(owner);
    std::vector<KeptRow> kept;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return kept;
        KeptRow row;
        row.id = rows.integer(0);
        for (int column = 1; column <= columns; ++column)
            row.texts.push_back(rows.text(column));
        kept.push_back(std::move(row));
    }
}

// A rater's own, or everybody's; samples are the coordinator's.
constexpr const char* searches = "SELECT id, name, query, settings FROM saved_search WHERE ?1 IS NULL OR"
                                 " rater_id = ?1 ORDER BY id";
constexpr const char* hiddenLines = "SELECT id, words, reason FROM hidden_line WHERE ?1 IS NULL OR"
                                    " rater_id = ?1 ORDER BY id";
constexpr const char* samples = "SELECT id, name, query FROM line_sample WHERE ?1 IS NULL ORDER BY id";

/// What people wrote, and what all of it is called.
struct Written {
    const char* table;
    const char* rows;
    base::Phrase named;
};

std::vector<Written> writtenByPeople() {
    return {{"memo", "SELECT id, text FROM memo WHERE ?1 IS NULL OR rater_id = ?1 ORDER BY id",
             base::Phrase("memos")},
            {"note",
             "SELECT id, text FROM note WHERE kind = 'reason' AND (?1 IS NULL OR rater_id = ?1) ORDER BY id",
             base::Phrase("reasons for what was settled")},
            {"note",
             "SELECT id, text FROM note WHERE kind = 'remark' AND (?1 IS NULL OR rater_id = ?1) ORDER BY id",
             base::Phrase("remarks on disagreements")}};
}

} // namespace

Result<std::vector<base::Phrase>> Forgetting::keptWith(const std::string& words, model::RaterId owner) const {
    constexpr std::size_t mostNamed = 100;
    const std::string folded = text::fold(words);
    std::vector<base::Phrase> named;
    if (folded.empty())
        return named;
    const auto holds = [&folded](const std::string& text) { return !placesOf(text, folded).empty(); };
    const auto add = [&named](base::Phrase phrase) {
        if (named.size() < mostNamed && std::find(named.begin(), named.end(), phrase) == named.end())
            named.push_back(std::move(phrase));
    };
    Database& database = m_file->database();
    RAPPORT_ASSIGN(const auto saved, rowsOf(database, searches, 3, owner));
    for (const KeptRow& row : saved) {
        if (std::any_of(row.texts.begin(), row.texts.end(), holds))
            add(base::said("the saved search '{}'", row.texts[0]));
    }
    RAPPORT_ASSIGN(const auto hidden, rowsOf(database, hiddenLines, 2, owner));
    for (const KeptRow& row : hidden) {
        if (std::any_of(row.texts.begin(), row.texts.end(), holds))
            add(base::said("a line of '{}' that was hidden, with its reason", row.texts[0]));
    }
    RAPPORT_ASSIGN(const auto drawn, rowsOf(database, samples, 2, owner));
    for (const KeptRow& row : drawn) {
        if (std::any_of(row.texts.begin(), row.texts.end(), holds))
            add(base::said("the sample of lines '{}'", row.texts[0]));
    }
    for (const Written& each : writtenByPeople()) {
        RAPPORT_ASSIGN(const auto texts, rowsOf(database, each.rows, 1, owner));
        if (std::any_of(texts.begin(), texts.end(),
                        [&holds](const KeptRow& row) { return holds(row.texts[0]); }))
            add(each.named); // which unit it is, a rater may not know
    }
    return named;
}

Result<std::vector<base::Phrase>> Forgetting::codebookWith(const std::string& words) const {
    constexpr std::size_t mostNamed = 100;
    const std::string folded = text::fold(words);
    std::vector<base::Phrase> named;
    if (folded.empty())
        return named;
    // The current version first: what is in it is not named again of an earlier one.
    RAPPORT_ASSIGN(Statement rows,
                   m_file->database().statement(
                       "SELECT 'code', name, content, version FROM code_content"
                       " UNION ALL SELECT 'variable', name, content, version FROM variable_content"
                       " ORDER BY 4 DESC, 1, 2"));
    std::set<std::pair<std::string, std::string>> seen;
    std::int64_t current = 0;
    while (named.size() < mostNamed) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            break;
        std::string name = rows.text(1);
        const auto content = base::parseJson(rows.text(2));
        current = std::max(current, rows.integer(3));
        const bool isCurrent = rows.integer(3) == current;
        const bool isCode = rows.text(0) == "code";
        if ((placesOf(name, folded).empty() && !(content && holdsAnywhere(*content, folded))) ||
            !seen.emplace(rows.text(0), name).second)
            continue;
        if (isCode)
            named.push_back(isCurrent ? base::said("what the codebook says of code '{}'", name)
                                      : base::said("what an earlier codebook says of code '{}'", name));
        else
            named.push_back(isCurrent ? base::said("what the codebook says of variable '{}'", name)
                                      : base::said("what an earlier codebook says of variable '{}'", name));
    }
    return named;
}

Result<std::int64_t> Forgetting::blotKept(const std::string& words, model::RaterId owner) {
    const std::string folded = text::fold(words);
    std::int64_t changed = 0;
    if (folded.empty())
        return changed;
    Database& database = m_file->database();
    RAPPORT_ASSIGN(const auto saved, rowsOf(database, searches, 3, owner));
    for (const KeptRow& row : saved) {
        const std::string name = without(row.texts[0], folded);
        const std::string query = without(row.texts[1], folded);
        const bool isSet = !placesOf(row.texts[2], folded).empty();
        const std::string settings = isSet ? settingsWithout(row.texts[2], folded) : row.texts[2];
        if (std::vector{name, query, settings} == row.texts)
            continue;
        RAPPORT_TRY(database.run("UPDATE saved_search SET name = ?2, query = ?3, settings = ?4 WHERE id = ?1",
                                 row.id, name, query, settings));
        ++changed;
    }
    RAPPORT_ASSIGN(const auto hidden, rowsOf(database, hiddenLines, 2, owner));
    for (const KeptRow& row : hidden) {
        const std::string reason = without(row.texts[1], folded);
        if (!placesOf(row.texts[0], folded).empty())
            // Without its words nothing is hidden by it any more.
            RAPPORT_TRY(database.run("DELETE FROM hidden_line WHERE id = ?1", row.id));
        else if (reason != row.texts[1])
            RAPPORT_TRY(database.run("UPDATE hidden_line SET reason = ?2 WHERE id = ?1", row.id, reason));
        else
            continue;
        ++changed;
    }
    RAPPORT_ASSIGN(const auto drawn, rowsOf(database, samples, 2, owner));
    for (const KeptRow& row : drawn) {
        std::string name = without(row.texts[0], folded);
        const std::string query = without(row.texts[1], folded);
        if (name == row.texts[0] && query == row.texts[1])
            continue;
        while (std::any_of(drawn.begin(), drawn.end(), [&](const KeptRow& other) {
            return other.id != row.id && without(other.texts[0], folded) == name;
        }))
            name += fmt::format(" {}", row.id);
        RAPPORT_TRY(
            database.run("UPDATE line_sample SET name = ?2, query = ?3 WHERE id = ?1", row.id, name, query));
        ++changed;
    }
    for (const Written& each : writtenByPeople()) {
        RAPPORT_ASSIGN(const auto texts, rowsOf(database, each.rows, 1, owner));
        for (const KeptRow& row : texts) {
            const std::string text = without(row.texts[0], folded);
            if (text == row.texts[0])
                continue;
            RAPPORT_TRY(
                database.run(fmt::format("UPDATE {} SET text = ?2 WHERE id = ?1", each.table), row.id, text));
            ++changed;
        }
    }
    return changed;
}

} // namespace rapport::store
