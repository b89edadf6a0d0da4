// SPDX-License-Identifier: GPL-3.0-or-later
// Codebook files, "rapport.codebook/1" (docs/formats/codebook.md). Row ids stay none: parents are known by
// the depth-first order and depth of the codes. A guid that the file leaves out is made from the names, the
// same each time.
#pragma once

#include "base/result.h"
#include "model/codebook.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct CodebookSource {
    std::string id;
    std::string citation;
    std::string doi;
};

struct CodeSet {
    std::string id;
    model::Guid guid;
    model::LocalText title;
    model::LocalText definition;
    std::vector<std::string> members;
    std::int64_t places = 0; ///< how many entries the source counts whose wording is not known; 0: not said
};

/// A codebook with what only its file holds.
/// Codes of which something is said together, and their lines.
class CodeRows {
public:
    void add(std::string_view title, std::size_t line);
    [[nodiscard]] bool isEmpty() const { return m_titles.empty(); }
    [[nodiscard]] std::string titles() const; ///< "Warm, Cold", cut
    /// The words with the lines behind them.
    [[nodiscard]] base::Phrase in(base::Phrase words) const;

private:
    std::vector<std::string> m_titles;
    std::vector<std::size_t> m_lines;
};

/// Where our own table has a code.
struct CodePlace {
    std::size_t line = 0;
    std::string variable;
    std::string parent; ///< that no row of the table is; empty: none, or a row is it
};

struct CodebookFile {
    model::Codebook codebook;
    std::vector<std::string> languages; ///< the first is the fall-back
    std::vector<CodebookSource> sources;
    std::vector<CodeSet> sets;
    /// Reported, not refused: keys or tags used twice (the later code loses its key), texts that a language
    /// lacks.
    std::vector<base::Phrase> warnings;
    // What of the codebook the file says itself; the rest was made up by its reader and stands against
    // nothing that is known already. Empty texts say nothing either.
    bool saysVariables = true;      ///< variables with titles, scale and where they apply
    bool saysNames = true;          ///< codes by their names, not by titles that names were made from
    bool saysCodable = true;        ///< which codes are headings
    bool saysTree = false;          ///< where each code hangs, also where none is under another
    std::set<base::Guid> madeGuids; ///< of codes
    std::map<base::Guid, CodePlace> places{}; ///< of codes of our own table
};

/// "blue", "vermilion", ...: the names that codes' colours have here.
[[nodiscard]] bool isPaletteColour(std::string_view name);

/// Errors: Unreadable, the place in `where->cell` ("variables[0].codes[2].title"); for broken JSON line and
/// column.
[[nodiscard]] base::Result<CodebookFile> readCodebookFile(std::string_view json, const std::string& fileName);
[[nodiscard]] base::Result<model::Codebook> readCodebook(std::string_view json, const std::string& fileName);

/// Reads back to the same.
[[nodiscard]] std::string writeCodebookFile(const CodebookFile& file);
/// Languages are those that the texts have, English first.
[[nodiscard]] std::string writeCodebook(const model::Codebook& codebook);

} // namespace rapport::exchange
