// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project after reading: texts, people, codes, raters and codings, joined by guids. Plain
// values; nothing here knows a study.
#pragma once

#include "base/clock.h"
#include "base/guid.h"
#include "exchange/codebook_json.h"
#include "exchange/table.h"
#include "model/participant.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::exchange {

/// Notes of a project of ours that hold what the standard has no place for, by their names.
namespace project_notes {
inline constexpr const char* codebook = "rapport.codebook.json"; ///< whole, in every language
inline constexpr const char* codings = "rapport.codings.csv";    ///< with completed units, rounds, counts
inline constexpr const char* turns = "rapport.turns.csv";
inline constexpr const char* consensus = "rapport.consensus.csv";
inline constexpr const char* raters = "rapport.raters.csv";           ///< of which kind
inline constexpr const char* rounds = "rapport.rounds.csv";           ///< of which kind, blind, opened, plan
inline constexpr const char* assignments = "rapport.assignments.csv"; ///< in each rater's order
} // namespace project_notes

struct ProjectCoding {
    base::Guid guid;      ///< null where the program gives none
    std::string variable; ///< of `code`; empty: the project has one variable
    std::string code;     ///< name in the project's codebook
    std::string rater;
    std::optional<std::int64_t>
        begin; ///< code points in the source's text, half-open; none: the whole source
    std::optional<std::int64_t> end;
    std::optional<base::Instant> time;
};

/// What somebody wrote on a text or a place in it.
struct ProjectMemo {
    base::Guid guid;    ///< null where the program gives none, or it stands in several places
    std::string author; ///< as a rater is called; empty: nobody
    std::string text;
    std::string about;                 ///< a case, a set or the project, where that is what it is on
    std::vector<std::string> codes;    ///< names in the project's codebook of the codings it is on
    std::optional<std::int64_t> begin; ///< as of a coding; none: on the whole source
    std::optional<std::int64_t> end;
    std::optional<base::Instant> time;
};

struct ProjectSource {
    base::Guid guid;
    std::string name;
    std::string text; ///< decoded, \n line ends, nothing else changed
    std::vector<ProjectCoding> codings;
    std::vector<ProjectMemo> memos; ///< of other programs; ours are `notes`
    std::vector<base::Guid> notes;
    std::vector<std::size_t> cases; ///< that it belongs to: places in the project's list
    base::Phrase positions;         ///< how its program counted, for people; may be empty
};

struct ProjectCase {
    base::Guid guid;
    std::string name;
    std::vector<std::pair<std::string, std::string>> values; ///< variable, value
    std::vector<base::Guid> sources;
};

struct ProjectUser {
    base::Guid guid;
    std::string name;
};

struct ProjectNote {
    base::Guid guid;
    std::string name;
    std::string author; ///< empty: nobody
    std::string text;
    std::optional<base::Instant> time;
};

struct ProjectSet {
    std::string name;
    std::string description;
    std::vector<base::Guid> sources;
};

struct Project {
    std::string name;
    std::string origin; ///< the program that wrote it
    CodebookFile codebook;
    bool isOwn = false;              ///< written by this program
    bool listsCodings = false;       ///< in a note of ours, which says more of them than the sources can
    std::vector<ProjectUser> users;  ///< everybody whom the project names
    std::vector<std::string> raters; ///< those who gave a coding
    std::vector<model::Attribute> attributes;
    std::vector<ProjectNote> notes;
    std::vector<ProjectSet> sets;
    std::vector<ProjectSource> sources;
    std::vector<ProjectCase> cases;
    std::vector<RowProblem> problems; ///< what could not be taken, and why
    std::vector<base::Phrase> warnings;
};

/// What somebody wrote on no text: on the project as a whole, a case or a set.
struct ProjectRemark {
    base::Guid guid;
    std::string about;  ///< its name
    std::string author; ///< empty: nobody
    std::string text;
    std::optional<base::Instant> time;
    std::optional<std::size_t> source; ///< a text of the case or set; none: it has none that came in
};
/// A study keeps such words on a text: the first of the case or set, else the first of all, under what they
/// are about and who wrote them, and as the researchers' own. Where the project has no text they are said in
/// full among its warnings. Behind the sources.
void placeRemarks(Project& project, std::vector<ProjectRemark> remarks);

/// A turn as a range of a text that stays as it is: labels and times remain in it.
struct ProjectTurn {
    std::string speaker;
    std::int64_t begin = 0; ///< code points, half-open
    std::int64_t end = 0;
};
/// Speakers as in a plain-text transcript; without any, each line with words is a turn.
[[nodiscard]] std::vector<ProjectTurn> turnsOf(std::string_view text);

} // namespace rapport::exchange
