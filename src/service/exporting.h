// SPDX-License-Identifier: GPL-3.0-or-later
// A study on its way to other programs: tables for statistics, quotes, the codebook, whole projects. Only the
// coordinator exports (codebook and codings apart: a rater may take out what that rater may see). Blinded
// attributes and raters' names leave as the request says. Writes files atomically; changes nothing in the
// study.
#pragma once

#include "service/analysing.h"

namespace rapport::service {

enum class ExportKind {
    Codings,  ///< one row per coding or completion: exportCodings() (inspecting.h)
    Answers,  ///< one row per participant: attributes, answers, yes-no responses
    Wide,     ///< one row per unit: every code as 0/1, as it enters analysis, by each rater and by consensus
    Long,     ///< one row per unit, rater and code
    Quotes,   ///< what was coded, with what stands around it, by code
    Codebook, ///< the booklet, or REFI-QDA codes
    Project,  ///< REFI-QDA
};

struct ExportRequest {
    ExportKind kind = ExportKind::Wide;
    AnalysisSelection select;        ///< codings: rounds, prompts, participants; answers: the last two;
                                     ///< quotes: what is coded too; codebook, project: nothing
    bool withBlinded = false;        ///< blinded attributes too
    bool pseudonymousRaters = false; ///< "rater_1", ... in the order in which they joined
    bool perRater = true;            ///< of a wide table
    std::string language = "en";     ///< of labels, titles and the booklet
};

struct Exported {
    std::vector<std::string> files;     ///< written
    std::vector<base::Phrase> warnings; ///< what the format could not hold
};

/// Endings by kind. Codings: csv xlsx sav json. Answers: csv xlsx json sav. Wide: csv xlsx sav R (with .csv
/// files beside it). Long: csv xlsx sav. Quotes: csv xlsx. Codebook: csv qdc html md docx odt tex xlsx.
/// Project: qdpx.
[[nodiscard]] const std::vector<std::string>& exportEndings(ExportKind kind);

/// Errors: InvalidArgument (another ending), Refused (a rater looks), Undefined (nothing to export),
/// NotFound, DiskFull, Io, Cancelled.
[[nodiscard]] base::Result<Exported> writeExport(Session& session, const ExportRequest& request,
                                                 const std::string& file, const base::Task& task = {});

} // namespace rapport::service
