// SPDX-License-Identifier: GPL-3.0-or-later
// The kappa report as a page: everything it says, in order, in one language. The builder's parts are spread
// over kappa_page.cpp (frame and data), kappa_rounds.cpp (results of one round), kappa_further.cpp
// (consensus, drift, transcripts, examples) and kappa_checklist.cpp (conventions and what guidelines ask
// for). Lives for one report.
#pragma once

#include "report/kappa_report.h"
#include "report/kappa_selection.h"
#include "report/page.h"
#include "report/words.h"

#include <string>
#include <vector>

namespace rapport::report {

[[nodiscard]] Page kappaPage(const KappaReport& report, Language language);

class KappaPageBuilder {
public:
    KappaPageBuilder(const KappaReport& report, Language language);
    [[nodiscard]] Page build();

private:
    // kappa_page.cpp
    void addBrief();
    void addData();
    void addMethods();
    void addCaveats();
    void addReferences();
    void addProvenance();
    // kappa_rounds.cpp
    void addRound(const RoundFacts& round, std::size_t number);
    void addRating(const RoundFacts& round, const std::string& id);
    void addCodes(const RoundFacts& round, const std::string& id);
    void addCodeTable(const PromptGroup& group, const std::string& caption);
    void addBehind(const RoundFacts& round, const std::vector<PromptGroup>& groups);
    void addVariables(const RoundFacts& round, const std::string& id);
    void addSets(const RoundFacts& round, const std::string& id);
    void addPairs(const RoundFacts& round, const std::string& id);
    void addConfusion(const RoundFacts& round, const std::string& id);
    void addReasons(const std::vector<PromptGroup>& groups);
    // kappa_further.cpp
    void addConsensus(const RoundFacts& round, const std::string& id);
    void addStrata(const RoundFacts& round, const std::string& id);
    void addDrift(const RoundFacts& round, const std::string& id);
    void addUnitized(const RoundFacts& round, const std::string& id);
    void addExamples(const RoundFacts& round, const std::string& id);
    // kappa_checklist.cpp
    void addConventions();
    void addChecklist();

    void heading(int level, std::string id, std::string text);
    void paragraph(std::string text, ParagraphKind kind = ParagraphKind::Plain);
    template<typename... Arguments>
    [[nodiscard]] std::string say(Phrase phrase, const Arguments&... arguments) const {
        return m_words.say(phrase, arguments...);
    }

    /// A value with its caveats; remembers the estimate for the table of conventions.
    [[nodiscard]] Cell valueCell(const agreement::Estimate* estimate, bool asPercent = false,
                                 const agreement::Estimate* shownBefore = nullptr);
    [[nodiscard]] Cell intervalCell(const agreement::Estimate* estimate) const;
    [[nodiscard]] Cell barCell(const agreement::Estimate* estimate, const std::string& name) const;
    [[nodiscard]] Cell verdictCell(agreement::Verdict verdict) const;
    [[nodiscard]] Cell codeCell(const CodeLine& line) const;
    /// Which group and prompt a line is of, in the columns that tell them and in words: "A1, Q2".
    void addWhereColumns(Table& table, const Telling& telling) const;
    void addWhereCells(TableRow& row, const CodeLine& line, const Telling& telling) const;
    [[nodiscard]] std::string whereText(const CodeLine& line, const Telling& telling) const;
    [[nodiscard]] std::string promptText(const CodeLine& line) const;
    [[nodiscard]] Cell numberCell(std::optional<double> value) const;
    [[nodiscard]] Cell countCell(std::int64_t number) const;
    [[nodiscard]] Column barColumn() const;
    [[nodiscard]] std::string verdictText(agreement::Verdict verdict) const;
    [[nodiscard]] std::string tallyText(const std::vector<LineFigures>& lines) const;
    [[nodiscard]] std::string coefficientName(const agreement::Estimate& estimate) const;
    [[nodiscard]] std::string markOf(const std::string& caveat);

    const KappaReport& m_report;
    Words m_words;
    Page m_page;
    double m_scaleLow = 0; ///< where the interval bars begin: 0, or lower if a limit is
    std::vector<std::string> m_caveats;
    std::vector<const agreement::Estimate*> m_shown;
};

} // namespace rapport::report
