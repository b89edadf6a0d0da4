// SPDX-License-Identifier: GPL-3.0-or-later
// What most commands share: the study they are about, who is looking, and the form of the answer.
#pragma once

#include "cli/command.h"
#include "cli/output.h"
#include "service/session.h"

#include <memory>
#include <string>

namespace rapport::cli {

struct StudyArguments {
    std::string path;
    std::string viewer; ///< "rater:NAME", or empty
    std::string format = "text";
};

/// For stderr where a search could not try every word that a star stands for.
inline constexpr const char* inexactNote =
    "rapport: a star inside a phrase stands for more words than are tried; there may be more matches";
inline constexpr const char* inexactHint = "write more letters before the star";

/// `STUDY`
void declareStudy(Arguments& arguments, StudyArguments& study);
/// `--as rater:NAME`
void declareViewer(Arguments& arguments, StudyArguments& study);
/// `--format text|json|csv`
void declareFormat(Arguments& arguments, std::string& format);
[[nodiscard]] Format formatOf(const std::string& name);

/// Opens it for the viewer; what there is to say about opening goes into `answer`.
[[nodiscard]] base::Result<std::unique_ptr<service::Session>>
openStudy(const StudyArguments& study, service::OpenMode mode, Answer& answer);

} // namespace rapport::cli
