// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/command.h"
#include "cli/output.h"

namespace rapport::cli {

const std::vector<Command>& commands() {
    static const std::vector<Command> table{
        {"new", "Make a study", declareNew},
        {"info", "Say what a study holds", declareInfo},
        {"formats", "List the files that can be imported", declareFormats},
        {"import", "Bring answers, transcripts, participants, a codebook or codings into a study",
         declareImport},
        {"attributes", "List what is known of participants, and say what raters may see", declareAttributes},
        {"codebook", "Show, import, export or freeze the codebook", declareCodebook},
        {"instrument", "Show, import or export the case and the questions", declareInstrument},
        {"raters", "List, add or rename raters", declareRaters},
        {"rounds", "List or rename rounds", declareRounds},
        {"assign", "Make a round: draw units and give them to raters", declareAssign},
        {"reassign", "Give what a rater did not finish to others", declareReassign},
        {"open", "Open a blind round: its agreement is frozen, raters may discuss", declareOpen},
        {"code", "Code, choose levels, count, and complete a unit as a rater", declareCode},
        {"units", "List units, or a rater's work in its order", declareUnits},
        {"index", "Bring the search index up to date, or check it", declareIndex},
        {"search", "Find answers and turns", declareSearch},
        {"concordance", "List every occurrence of words with their context", declareConcordance},
        {"words", "Count words: forms, frequencies, collocates, keywords, spread, sequences", declareWords},
        {"searches", "Save searches under a name, run them again, tell their history", declareSearches},
        {"lines", "Draw lines that raters judge blind, and measure their agreement", declareLines},
        {"agreement", "Measure the agreement of a study or of a table of ratings", declareAgreement},
        {"compare", "Say whether agreement changed between two rounds", declareCompare},
        {"unitizing", "Measure the agreement on where raters cut texts", declareUnitizing},
        {"plan", "Say how many units have to be rated twice", declarePlan},
        {"disagreements", "List the units on which raters differ", declareDisagreements},
        {"adjudicate", "Settle what raters differ on, with a reason", declareAdjudicate},
        {"analyse", "Count codes by question and group, compare groups, and more", declareAnalyse},
        {"report", "Write the kappa report", declareReport},
        {"export", "Write codings, tables, quotes, the codebook or the project to a file", declareExport},
        {"pack", "Write one rater's coding pack", declarePack},
        {"unseal", "Open a pack or a backup that was sealed with a passphrase", declareUnseal},
        {"merge", "Take in packs and other copies of the study", declareMerge},
        {"history", "Say what happened to a unit, or what a rater did", declareHistory},
        {"forget", "Take a participant who withdrew consent out of a study", declareForget},
        {"redact", "Blot out a name found while coding", declareRedact},
        {"check", "Check that a study is whole, and repair what can be derived anew", declareCheck},
        {"backup", "Copy a study while others work", declareBackup},
        {"restore", "Put a backup in the place of a study", declareRestore},
    };
    return table;
}

void Answer::note(const std::string& message, const std::string& hint) {
    messages += message + '\n' + indented(hint);
}

} // namespace rapport::cli
