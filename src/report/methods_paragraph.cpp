// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/methods_paragraph.h"

#include "report/escape.h"
#include "report/kappa_selection.h"
#include "report/round_words.h"
#include "report/words.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace rapport::report {

using agreement::Estimate;
using agreement::Verdict;

namespace {

void addOnce(std::vector<std::string>& texts, std::string text) {
    if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end())
        texts.push_back(std::move(text));
}

/// "codes" or, where groups or prompts are told apart, "results": what a range of kappas runs over.
Noun counted(const std::vector<LineFigures>& lines) {
    const Telling telling = tellingOf(lines);
    return telling.byGroup || telling.byPrompt ? Noun::Result : Noun::Code;
}

class Paragraph {
public:
    Paragraph(const KappaReport& report, Language language)
        : m_report(report)
        , m_words(language) {}

    [[nodiscard]] std::string text() {
        for (const RoundFacts& round : m_report.rounds) {
            addRound(round);
            m_text += paragraphBreak;
        }
        if (m_report.rounds.empty())
            add(m_words.say(Phrase::NoRounds));
        add(m_words.say(Phrase::MethodsSoftware, software()));
        return m_text;
    }

private:
    void add(const std::string& sentence) {
        if (!m_text.empty() && !m_text.ends_with(paragraphBreak))
            m_text += ' ';
        m_text += sentence;
    }

    [[nodiscard]] std::string software() const {
        const bool isNamed = m_report.programVersion.starts_with("Rapport");
        return isolate(isNamed ? m_report.programVersion : "Rapport " + m_report.programVersion);
    }

    /// "90 of 178 answers (50.6%)" where the unit tells what it was taken from, else "90 of 100 units".
    [[nodiscard]] std::string doubleCoded(const RoundFacts& round, const std::string& unit) const {
        Noun noun = Noun::Unit;
        std::int64_t all = round.assignedUnits;
        if (unit == "answer" && m_report.answers >= round.doubleCoded) {
            noun = Noun::Answer;
            all = m_report.answers;
        } else if (unit == "turn" && m_report.turns >= round.doubleCoded) {
            noun = Noun::Turn;
            all = m_report.turns;
        }
        if (all <= 0)
            return m_words.count(noun, round.doubleCoded);
        const double share = static_cast<double>(round.doubleCoded) / static_cast<double>(all);
        return m_words.say(Phrase::ShareOf, m_words.count(round.doubleCoded), m_words.count(noun, all),
                           m_words.percentSign(share));
    }

    /// "pilot (calibration)"; a round that is called what it is, once.
    [[nodiscard]] std::string roundText(const RoundFacts& round) const {
        const std::string kind = m_words.named("round", round.kind);
        return isolate(round.name) + (round.name == kind ? "" : " (" + kind + ")");
    }

    void addRound(const RoundFacts& round) {
        const auto codes = mostDetailed(round, m_report.target, isCodeLine);
        const auto variables = mostDetailed(round, m_report.target, isVariableLine);
        std::vector<std::string> kinds;
        addUnitKinds(kinds, round);
        const std::string unit = kinds.size() == 1 ? kinds.front() : std::string();
        const auto raterCount = static_cast<std::int64_t>(round.raters.size());
        const Phrase opening = raterCount < 2                              ? Phrase::MethodsOne
                               : round.independence == Independence::Blind ? Phrase::MethodsBlind
                               : round.independence == Independence::NotBlind
                                   ? Phrase::MethodsNotBlind
                                   : Phrase::MethodsIndependenceUnknown;
        add(m_words.say(opening, m_words.countOpening(Noun::Rater, raterCount), doubleCoded(round, unit),
                        roundText(round)));
        if (round.plan.origin != SamplingPlan::Origin::NotRecorded)
            add(m_words.say(Phrase::MethodsPlan, planText(m_words, round.plan)));
        if (!kinds.empty()) {
            for (std::string& kind : kinds)
                kind = m_words.named("unit_article", kind);
            add(m_words.say(Phrase::MethodsUnit, m_words.list(kinds)));
        }
        if (!round.versions.empty()) {
            std::vector<std::string> versions;
            for (const VersionUsed& used : round.versions)
                versions.push_back(versionText(m_words, used));
            add(m_words.say(Phrase::MethodsCodebook, m_words.list(versions)));
        }
        if (codes.empty() && variables.empty()) {
            add(m_words.say(Phrase::MethodsNothing, isolate(round.name)));
            return;
        }
        if (!codes.empty())
            addCoefficients(codes);
        addIntervals(codes, variables);
        addMissing(codes, variables);
        if (!codes.empty())
            addCodes(codes);
        for (const LineFigures& line : variables)
            addVariable(line);
        if (round.includesAfterOpening)
            add(m_words.say(Phrase::MethodsAfterOpening));
    }

    void addCoefficients(const std::vector<LineFigures>& codes) {
        std::vector<std::string> leading;
        for (const LineFigures& line : codes)
            if (line.kappa != nullptr)
                addOnce(leading, m_words.named("cite", line.kappa->id));
        std::vector<std::string> beside{m_words.say(Phrase::MethodsPercent)};
        const auto has = [&](const Estimate* LineFigures::*field) {
            return std::any_of(codes.begin(), codes.end(),
                               [&](const LineFigures& line) { return line.*field != nullptr; });
        };
        if (has(&LineFigures::positive))
            beside.push_back(m_words.say(Phrase::MethodsSpecific));
        if (has(&LineFigures::ac))
            beside.push_back(m_words.named("cite", "gwet_ac"));
        if (has(&LineFigures::alpha))
            beside.push_back(m_words.named("cite", "krippendorff_alpha"));
        const Telling telling = tellingOf(codes);
        std::string per = telling.byPrompt ? m_words.say(Phrase::MethodsByPrompt) : std::string();
        if (telling.byGroup)
            per += m_words.say(Phrase::MethodsByGroup, m_words.named("split", m_report.splitBy));
        add(m_words.say(Phrase::MethodsAgreement, per,
                        leading.empty() ? m_words.say(Phrase::NoneShort) : m_words.list(leading),
                        m_words.list(beside)));
    }

    void addIntervals(const std::vector<LineFigures>& codes, const std::vector<LineFigures>& variables) {
        std::vector<std::string> methods;
        std::optional<std::int64_t> fewest;
        std::optional<std::int64_t> most;
        double level = m_report.level;
        for (const auto* lines : {&codes, &variables})
            for (const LineFigures& line : *lines) {
                if (line.kappa == nullptr || !line.kappa->ci)
                    continue;
                const agreement::Interval& ci = *line.kappa->ci;
                std::string method = m_words.named("interval", ci.method);
                if (ci.replicates && ci.seed)
                    method += m_words.say(Phrase::MethodsDraws, m_words.count(*ci.replicates),
                                          fmt::format("{}", *ci.seed));
                addOnce(methods, std::move(method));
                level = ci.level;
                if (ci.clusters) {
                    fewest = std::min(fewest.value_or(*ci.clusters), *ci.clusters);
                    most = std::max(most.value_or(*ci.clusters), *ci.clusters);
                }
            }
        if (methods.empty()) {
            add(m_words.say(Phrase::MethodsNoInterval));
            return;
        }
        std::string text = m_words.list(methods);
        if (fewest)
            text += m_words.say(Phrase::MethodsClusters,
                                *fewest == *most ? m_words.count(Noun::Cluster, *most)
                                                 : m_words.say(Phrase::Range, m_words.count(*fewest),
                                                               m_words.count(Noun::Cluster, *most)));
        add(m_words.say(Phrase::MethodsInterval, m_words.percentSign(level), text));
    }

    void addMissing(const std::vector<LineFigures>& codes, const std::vector<LineFigures>& variables) {
        std::vector<std::string> rules;
        for (const auto* lines : {&codes, &variables})
            for (const LineFigures& line : *lines)
                if (line.kappa != nullptr && !line.kappa->missingRule.empty())
                    addOnce(rules, m_words.named("missing", line.kappa->missingRule));
        for (const std::string& rule : rules)
            add(rule + '.');
        std::optional<std::int64_t> least;
        std::int64_t most = 0;
        for (const auto* lines : {&codes, &variables})
            for (const LineFigures& line : *lines) {
                least = std::min(least.value_or(line.notGiven), line.notGiven);
                most = std::max(most, line.notGiven);
            }
        const std::int64_t fewest = least.value_or(0);
        if (most == 0)
            add(m_words.say(Phrase::MethodsMissingNone));
        else
            add(m_words.say(Phrase::MethodsMissing, fewest == most
                                                        ? m_words.count(Noun::Rating, most)
                                                        : m_words.say(Phrase::Range, m_words.count(fewest),
                                                                      m_words.count(Noun::Rating, most))));
    }

    void addCodes(const std::vector<LineFigures>& codes) {
        add(m_words.say(Phrase::MethodsTarget, m_words.kappa(m_report.target),
                        m_words.count(agreement::fewestBeside)));
        std::vector<double> kappas;
        for (const LineFigures& line : codes)
            if (line.kappa != nullptr && line.kappa->value)
                kappas.push_back(*line.kappa->value);
        const Noun noun = counted(codes);
        const auto all = static_cast<std::int64_t>(codes.size());
        const auto defined = static_cast<std::int64_t>(kappas.size());
        if (kappas.empty()) {
            add(m_words.say(Phrase::MethodsNoneDefined, m_words.count(noun, all)));
            return;
        }
        std::sort(kappas.begin(), kappas.end());
        const std::size_t middle = kappas.size() / 2;
        const double median =
            kappas.size() % 2 == 1 ? kappas[middle] : (kappas[middle - 1] + kappas[middle]) / 2;
        if (kappas.size() == 1)
            add(m_words.say(Phrase::MethodsOneValue, m_words.count(noun, defined), m_words.kappa(median)));
        else
            add(m_words.say(Phrase::MethodsRange, m_words.count(noun, defined), m_words.kappa(kappas.front()),
                            m_words.kappa(kappas.back()), m_words.kappa(median)));
        static constexpr std::array<std::pair<Verdict, Phrase>, 5> verdicts{
            {{Verdict::Meets, Phrase::CountMeets},
             {Verdict::Likely, Phrase::CountLikely},
             {Verdict::Unsure, Phrase::CountUnsure},
             {Verdict::Below, Phrase::CountBelow},
             {Verdict::TooFew, Phrase::CountTooFew}}};
        std::vector<std::string> counts;
        for (const auto& [verdict, phrase] : verdicts)
            if (const std::int64_t number = countOf(codes, verdict); number > 0)
                counts.push_back(m_words.say(phrase, m_words.count(number)));
        add(m_words.say(Phrase::MethodsVerdicts, m_words.list(counts)));
        if (defined < all)
            add(m_words.say(Phrase::MethodsUndefined, m_words.count(noun, all - defined)));
    }

    void addVariable(const LineFigures& line) {
        if (line.kappa == nullptr)
            return;
        std::string name = isolate(line.line->variable.in(m_words.language()));
        std::string where =
            line.line->group ? m_words.group(m_report.splitBy, line.line->group) : std::string();
        if (!line.line->prompt.empty())
            where += (where.empty() ? "" : ", ") + m_words.prompt(line.line->prompt);
        if (!where.empty())
            name += " (" + where + ")";
        std::string coefficient = m_words.named("cite", line.kappa->id);
        if (!line.kappa->weights.empty() && line.kappa->weights != "identity")
            coefficient += m_words.say(Phrase::MethodsWeights, m_words.named("weights", line.kappa->weights));
        const std::string scale = m_words.named("scale", line.line->scale);
        if (!line.kappa->value) {
            add(m_words.say(Phrase::MethodsVariableUndefined, name, scale, coefficient));
            return;
        }
        std::string interval;
        // It is not to be relied on where next to nothing varies.
        if (line.verdict == Verdict::TooFew)
            interval = m_words.say(Phrase::MethodsTooFew, m_words.count(agreement::fewestBeside));
        else if (line.kappa->ci)
            interval = m_words.say(Phrase::MethodsCi, m_words.percentSign(line.kappa->ci->level),
                                   m_words.interval(line.kappa->ci->low, line.kappa->ci->high));
        add(m_words.say(Phrase::MethodsVariable, name, scale, coefficient, m_words.kappa(*line.kappa->value),
                        interval));
    }

    const KappaReport& m_report;
    Words m_words;
    std::string m_text;
};

} // namespace

std::string isolatedMethodsParagraph(const KappaReport& report, Language language) {
    return Paragraph(report, language).text();
}

std::string methodsParagraph(const KappaReport& report, Language language) {
    return plainText(isolatedMethodsParagraph(report, language));
}

} // namespace rapport::report
