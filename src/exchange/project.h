// SPDX-License-Identifier: GPL-3.0-or-later
// Another program's project after reading: texts, people, codes, raters and codings, joined by guids. Plain
// values; nothing here knows a study.
#pragma once

#include "base/clock.h"
#include "base/guid.h"
#include "exchange/codebook_json.h"
#include "exchange/table.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::exchange {

struct ProjectCoding {
    std::string code; ///< name in the project's codebook
    std::string rater;
    std::optional<std::int64_t>
        begin; ///< code points in the source's text, half-open; none: the whole source
    std::optional<std::int64_t> end;
    std::string memo;
    std::optional<base::Instant> time;
};

struct ProjectSource {
    base::Guid guid;
    std::string name;
    std::string text; ///< decoded, \n line ends, nothing else changed
    std::vector<ProjectCoding> codings;
    base::Phrase positions; ///< how its program counted, for people; may be empty
};

struct ProjectCase {
    base::Guid guid;
    std::string name;
    std::vector<std::pair<std::string, std::string>> values; ///< variable, value
};

struct Project {
    std::string name;
    std::string origin; ///< the program that wrote it
    CodebookFile codebook;
    std::vector<std::string> raters;
    std::vector<ProjectSource> sources;
    std::vector<ProjectCase> cases;
    std::vector<RowProblem> problems; ///< what could not be taken, and why
    std::vector<base::Phrase> warnings;
};

/// A turn as a range of a text that stays as it is: labels and times remain in it.
struct ProjectTurn {
    std::string speaker;
    std::int64_t begin = 0; ///< code points, half-open
    std::int64_t end = 0;
};
/// Speakers as in a plain-text transcript; without any, each line with words is a turn.
[[nodiscard]] std::vector<ProjectTurn> turnsOf(std::string_view text);

} // namespace rapport::exchange
