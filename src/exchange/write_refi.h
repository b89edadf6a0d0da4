// SPDX-License-Identifier: GPL-3.0-or-later
// REFI-QDA 1.5 (QDA-XML 1.0) written: projects (.qdpx) and codebooks (.qdc), valid against the standard's
// schemas. LF, no byte order mark, positions in code points, characters that XML cannot hold left out.
// Guids are what they were given; codes are called by their titles, their ids stand in their descriptions.
// Knows no study.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/codebook.h"
#include "model/coding.h"
#include "model/participant.h"
#include "model/round.h"
#include "model/source.h"

#include <map>
#include <string>
#include <vector>

namespace rapport::exchange {

/// A coding with its place in a source; no range: the whole source.
struct RefiCoding {
    model::Guid guid;
    model::Guid rater;
    model::Guid code;
    std::optional<text::TextRange> range;
    std::string quote; ///< of a range
    base::Instant time;
};

struct RefiSource {
    model::Guid guid;
    std::string name;
    std::string text;
    std::vector<RefiCoding> codings;
    std::vector<model::Guid> notes;
};

struct RefiCase {
    model::Guid guid;
    std::string name;
    std::map<std::string, std::string> values; ///< by attribute
    std::vector<model::Guid> sources;
};

struct RefiNote {
    model::Guid guid;
    model::Guid author; ///< null: nobody
    std::string name;
    std::string text;
    base::Instant time;
};

struct RefiSet {
    std::string name;
    std::string description;
    std::vector<model::Guid> sources;
};

struct RefiProject {
    std::string name;
    std::string program; ///< "Rapport 0.1.0"
    base::Instant made;
    std::string language; ///< of titles and definitions
    std::string description;
    std::vector<model::Rater> raters;
    model::Codebook codebook;
    std::vector<model::Attribute> attributes;
    std::vector<RefiCase> cases;
    std::vector<RefiSource> sources;
    std::vector<RefiNote> notes;
    std::vector<RefiSet> sets;
};

/// project.qde with sources/GUID.txt; what is moved here leaves memory as it is written. Errors:
/// InvalidArgument (a coding outside its text).
[[nodiscard]] base::Result<std::string> writeRefiProject(RefiProject project);
/// The XML of a .qdc. Variables stand as headings over their codes, and as sets.
[[nodiscard]] std::string writeRefiCodes(const model::Codebook& codebook, const std::string& language,
                                         const std::string& program);

} // namespace rapport::exchange
