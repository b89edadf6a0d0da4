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

/// The query language in a page, for the help of the commands that take a query.
extern const char* const queryHelp;

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

/// To a coordinator who rates too: units left out, as that one still has to rate them (service/own_rating.h).
/// `later` says when they come. Nothing of 0.
void noteLeftOut(std::int64_t units, const std::string& later, Answer& answer);

} // namespace rapport::cli
