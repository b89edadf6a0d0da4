// SPDX-License-Identifier: GPL-3.0-or-later
// The codebook as a booklet for raters and readers: every variable with its codes, as the writers of pages
// typeset it.
#pragma once

#include "model/codebook.h"
#include "report/kappa_report.h"
#include "report/page.h"

namespace rapport::report {

[[nodiscard]] Page codebookPage(const model::Codebook& codebook, const std::string& study, Language language);

} // namespace rapport::report
