// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/leaving_files.h"

#include "base/format.h"
#include "store/database.h"
#include "store/forgetting.h"
#include "text/decode.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rapport::store {

using base::Errc;
using base::fail;
using base::Result;
using base::Status;

namespace {

/// The name as it may stand in a file: UTF-8 (and every encoding that agrees with it on ASCII), and both
/// orders of UTF-16.
std::vector<std::string> spellings(const std::string& name) {
    std::string little;
    std::string big;
    for (const char each : name) {
        if (static_cast<unsigned char>(each) >= 0x80)
            return {name};
        little += each;
        little += '\0';
        big += '\0';
        big += each;
    }
    return {name, little, big};
}

/// Readers of files whose bytes are their text; any other may hold a name where no search finds it.
bool isPlain(std::string_view reader) {
    static constexpr std::array<std::string_view, 4> plain{"csv", "transcript-text", "webvtt", "srt"};
    return std::find(plain.begin(), plain.end(), reader) != plain.end();
}

/// The words of a text, one blank before, between and behind them, whatever their case and accents: what else
/// stands between them differs between a text and a table that quotes it (line ends, quotation marks).
std::string wordsOf(std::string_view text) {
    std::string words(1, ' ');
    const auto end = [&words] {
        if (words.back() != ' ')
            words += ' ';
    };
    const std::string folded = text::fold(text);
    for (std::size_t at = 0; at < folded.size(); ++at) {
        const auto byte = static_cast<unsigned char>(folded[at]);
        if (byte < 0x80) {
            if ((byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z'))
                words += folded[at];
            else
                end();
        } else if (byte == 0xE2 && at + 2 < folded.size() &&
                   (static_cast<unsigned char>(folded[at + 1]) & 0xFEU) == 0x80U) {
            at += 2; // U+2000 to U+207F: punctuation
            end();
        } else {
            words += folded[at];
        }
    }
    end();
    return words;
}

/// What to look for: all of the words; and of several, as a quotation may hold a part of them only, each that
/// is written like a name within them and each two of which one is long, which few other texts will hold. A
/// long name is found at the beginning of others: Vandewalles.
std::vector<std::string> partsOf(const std::string& words) {
    constexpr std::size_t longName = 5;
    constexpr std::size_t longWord = 7;
    std::vector<std::string> parts;
    const auto add = [&parts](std::string part) {
        if (part.size() <= 1)
            return;
        const bool isOneWord = part.find(' ', 1) == part.size() - 1;
        if (isOneWord && part.size() - 2 >= longName)
            part.pop_back();
        parts.push_back(std::move(part));
    };
    add(wordsOf(words));
    for (std::size_t at = words.find(' '); at != std::string::npos; at = words.find(' ', at + 1)) {
        const std::string_view rest = std::string_view(words).substr(at + 1);
        const std::string_view word = rest.substr(0, rest.find(' '));
        if (!word.empty() && text::fold(word.substr(0, 1)) != word.substr(0, 1))
            add(wordsOf(word));
    }
    const std::string plain = wordsOf(words);
    std::string last;
    for (std::size_t at = 1; at < plain.size();) {
        const std::size_t end = plain.find(' ', at);
        std::string word = plain.substr(at, end - at);
        if (!last.empty() && std::max(last.size(), word.size()) >= longWord)
            parts.push_back(' ' + last + ' ' + word + ' ');
        last = std::move(word);
        at = end + 1;
    }
    return parts;
}

bool holdsAny(std::string_view text, const std::vector<std::string>& parts) {
    constexpr std::size_t piece = 1U << 20U;
    std::size_t longest = 0;
    for (const std::string& part : parts)
        longest = std::max(longest, part.size());
    std::string words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t lineEnd = text.find('\n', std::min(at + piece, text.size()));
        const std::size_t end = lineEnd == std::string_view::npos ? text.size() : lineEnd + 1;
        if (!words.empty())
            words.pop_back(); // the next piece begins with its own blank
        words += wordsOf(text.substr(at, end - at));
        at = end;
        if (std::any_of(parts.begin(), parts.end(),
                        [&](const std::string& part) { return words.find(part) != std::string::npos; }))
            return true;
        words.erase(0, words.size() - std::min(words.size(), longest + 1));
    }
    return false;
}

/// Imported files that hold it, by their bytes and encoding, or may hold it; rising.
template<typename Holds>
Result<std::set<std::int64_t>> filesWhere(Database& database, const Holds& holds) {
    std::set<std::int64_t> files;
    RAPPORT_ASSIGN(Statement rows, database.statement("SELECT id, reader, encoding, bytes FROM imported_file"
                                                      " WHERE forgotten_at IS NULL"));
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return files;
        if (!isPlain(rows.view(1)) || holds(rows.view(3), rows.text(2)))
            files.insert(rows.integer(0));
    }
}

/// Of a file whose bytes are still there; empty: they went.
Result<std::string> nameOfFile(Database& database, std::int64_t file) {
    RAPPORT_ASSIGN(Statement row, database.statement("SELECT name FROM imported_file"
                                                     " WHERE id = ?1 AND forgotten_at IS NULL"));
    row.bind(file);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? row.text(0) : std::string();
}

} // namespace

Result<std::set<std::int64_t>> filesNaming(Database& database, const std::string& name) {
    return filesWhere(database, [wanted = spellings(name)](std::string_view bytes, const std::string&) {
        return std::any_of(wanted.begin(), wanted.end(), [&](const std::string& each) {
            return bytes.find(each) != std::string_view::npos;
        });
    });
}

Result<std::set<std::int64_t>> filesWith(Database& database, const std::string& words) {
    const std::vector<std::string> parts = partsOf(words);
    if (parts.empty())
        return std::set<std::int64_t>();
    return filesWhere(database, [&parts](std::string_view bytes, const std::string& encoding) {
        const auto decoded = text::decode(bytes, {}, encoding);
        return !decoded || holdsAny(decoded->text, parts);
    });
}

Result<std::vector<std::string>> filesToDrop(const StudyFile& study, model::ParticipantId participant) {
    Database& database = study.database();
    std::set<std::int64_t> files;
    std::string name;
    {
        RAPPORT_ASSIGN(Statement row, database.statement("SELECT name FROM participant WHERE id = ?1"));
        row.bind(participant);
        RAPPORT_ASSIGN(const bool isThere, row.next());
        if (!isThere)
            return fail(Errc::NotFound, "there is no such participant");
        name = row.text(0);
    }
    {
        RAPPORT_ASSIGN(Statement rows,
                       database.statement("SELECT file_id FROM source WHERE participant_id = ?1"
                                          " AND file_id IS NOT NULL UNION SELECT s.file_id FROM turn t"
                                          " JOIN source s ON s.id = t.source_id"
                                          " WHERE t.speaker = ?2 AND s.file_id IS NOT NULL"));
        rows.bind(participant, name);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            files.insert(rows.integer(0));
        }
    }
    RAPPORT_ASSIGN(const std::set<std::int64_t> naming, filesNaming(database, name));
    files.insert(naming.begin(), naming.end());
    std::vector<std::string> names;
    for (const std::int64_t file : files) {
        RAPPORT_ASSIGN(std::string each, nameOfFile(database, file));
        if (!each.empty())
            names.push_back(std::move(each));
    }
    return names;
}

Result<std::vector<std::string>> Forgetting::dropFiles(const std::set<std::int64_t>& files,
                                                       std::int64_t position) {
    std::vector<std::string> names;
    for (const std::int64_t file : files) {
        RAPPORT_ASSIGN(std::string name, nameOfFile(m_file->database(), file));
        if (name.empty())
            continue;
        names.push_back(std::move(name));
        RAPPORT_TRY(m_file->database().run(
            "UPDATE imported_file SET bytes = x'', size = 0, forgotten_at = ?2 WHERE id = ?1", file,
            position));
    }
    return names;
}

} // namespace rapport::store
