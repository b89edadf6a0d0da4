// SPDX-License-Identifier: GPL-3.0-or-later
// A command of the program: its name, what it takes, and what it does. A command reads its arguments, calls
// the service, and gives its answer back as text; it prints nothing itself, so that an error never leaves
// half an answer on stdout. The table of commands is in commands.cpp.
#pragma once

#include "base/result.h"
#include "base/task.h"
#include "cli/arguments.h"

#include <functional>
#include <string>
#include <vector>

namespace rapport::cli {

struct Answer {
    std::string out;      ///< for stdout
    std::string messages; ///< for stderr: whole lines
    int exitCode = 0;     ///< 1: done, but something was refused or found wrong

    /// A line for stderr, with an indented hint under it.
    void note(const std::string& message, const std::string& hint = {});
};

using Run = std::function<base::Result<Answer>(const base::Task&)>;

struct Command {
    std::string name;
    std::string summary;
    Run (*declare)(Arguments&); ///< declares the arguments; what it returns runs once they are parsed
};

/// In the order of the help: as one works with a study.
[[nodiscard]] const std::vector<Command>& commands();

Run declareNew(Arguments&);
Run declareInfo(Arguments&);
Run declareFormats(Arguments&);
Run declareImport(Arguments&);
Run declareAttributes(Arguments&);
Run declareCodebook(Arguments&);
Run declareInstrument(Arguments&);
Run declareRaters(Arguments&);
Run declareRounds(Arguments&);
Run declareAssign(Arguments&);
Run declareReassign(Arguments&);
Run declareOpen(Arguments&);
Run declareCode(Arguments&);
Run declareUnits(Arguments&);
Run declareIndex(Arguments&);
Run declareSearch(Arguments&);
Run declareConcordance(Arguments&);
Run declareWords(Arguments&);
Run declareSearches(Arguments&);
Run declareLines(Arguments&);
Run declareAgreement(Arguments&);
Run declareCompare(Arguments&);
Run declareUnitizing(Arguments&);
Run declarePlan(Arguments&);
Run declareDisagreements(Arguments&);
Run declareAdjudicate(Arguments&);
Run declareHistory(Arguments&);
Run declareForget(Arguments&);
Run declareRedact(Arguments&);
Run declareAnalyse(Arguments&);
Run declareReport(Arguments&);
Run declareExport(Arguments&);
Run declarePack(Arguments&);
Run declareUnseal(Arguments&);
Run declareMerge(Arguments&);
Run declareCheck(Arguments&);
Run declareBackup(Arguments&);
Run declareRestore(Arguments&);

} // namespace rapport::cli
