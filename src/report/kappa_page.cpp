// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/kappa_page.h"

#include "report/charts.h"
#include "report/methods_paragraph.h"
#include "report/round_words.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace rapport::report {

using agreement::Estimate;
using agreement::Verdict;

namespace {

constexpr std::array<Verdict, 6> verdicts{Verdict::Meets, Verdict::Likely, Verdict::Unsure,
                                          Verdict::Below, Verdict::TooFew, Verdict::NotDefined};

/// Every work that the report or its paragraph names.
const std::vector<std::string>& references() {
    // NOLINTBEGIN(bugprone-suspicious-missing-comma): a work may take two lines.
    static const std::vector<std::string> works{
        "Byrt, T., Bishop, J., & Carlin, J. B. (1993). Bias, prevalence and kappa. Journal of Clinical "
        "Epidemiology, 46(5), 423–429.",
        "Cicchetti, D. V., & Feinstein, A. R. (1990). High agreement but low kappa: II. Resolving the "
        "paradoxes. Journal of Clinical Epidemiology, 43(6), 551–558.",
        "Cohen, J. (1960). A coefficient of agreement for nominal scales. Educational and Psychological "
        "Measurement, 20(1), 37–46.",
        "Cohen, J. (1968). Weighted kappa: Nominal scale agreement with provision for scaled disagreement or "
        "partial credit. Psychological Bulletin, 70(4), 213–220.",
        "Conger, A. J. (1980). Integration and generalization of kappas for multiple raters. Psychological "
        "Bulletin, 88(2), 322–328.",
        "Fleiss, J. L. (1971). Measuring nominal scale agreement among many raters. Psychological Bulletin, "
        "76(5), 378–382.",
        "Fleiss, J. L., Cohen, J., & Everitt, B. S. (1969). Large sample standard errors of kappa and "
        "weighted "
        "kappa. Psychological Bulletin, 72(5), 323–327.",
        "Fleiss, J. L., Levin, B., & Paik, M. C. (2003). Statistical methods for rates and proportions (3rd "
        "ed.). Wiley.",
        "Gwet, K. L. (2008). Computing inter-rater reliability and its variance in the presence of high "
        "agreement. British Journal of Mathematical and Statistical Psychology, 61(1), 29–48.",
        "Gwet, K. L. (2014). Handbook of inter-rater reliability (4th ed.). Advanced Analytics.",
        "Hallgren, K. A. (2012). Computing inter-rater reliability for observational data: An overview and "
        "tutorial. Tutorials in Quantitative Methods for Psychology, 8(1), 23–34.",
        "Krippendorff, K. (2019). Content analysis: An introduction to its methodology (4th ed.). SAGE.",
        "McGraw, K. O., & Wong, S. P. (1996). Forming inferences about some intraclass correlation "
        "coefficients. Psychological Methods, 1(1), 30–46.",
        "McHugh, M. L. (2012). Interrater reliability: The kappa statistic. Biochemia Medica, 22(3), "
        "276–282.",
        "O'Connor, C., & Joffe, H. (2020). Intercoder reliability in qualitative research: Debates and "
        "practical guidelines. International Journal of Qualitative Methods, 19, 1–13.",
        "Passonneau, R. (2006). Measuring agreement on set-valued items (MASI) for semantic and pragmatic "
        "annotation. Proceedings of LREC 2006.",
        "Wilson, E. B. (1927). Probable inference, the law of succession, and statistical inference. Journal "
        "of the American Statistical Association, 22(158), 209–212."};
    // NOLINTEND(bugprone-suspicious-missing-comma)
    return works;
}

} // namespace

Page kappaPage(const KappaReport& report, Language language) {
    return KappaPageBuilder(report, language).build();
}

KappaPageBuilder::KappaPageBuilder(const KappaReport& report, Language language)
    : m_report(report)
    , m_words(language) {
    for (const RoundFacts& round : report.rounds)
        for (const CodeLine& line : round.lines) {
            const Estimate* leading = agreement::leadingEstimate(line.agreement);
            if (leading == nullptr || !leading->value)
                continue;
            const double low = leading->ci ? std::min(leading->ci->low, *leading->value) : *leading->value;
            m_scaleLow = std::min(m_scaleLow, low);
        }
    m_scaleLow = std::max(-1.0, std::floor(m_scaleLow * 5) / 5);
}

Page KappaPageBuilder::build() {
    m_page.language = m_words.code();
    m_page.title = say(Phrase::Title) + ": " + isolate(m_report.study);
    m_page.contents = say(Phrase::Contents);
    heading(1, "top", m_page.title);
    paragraph(say(Phrase::MadeOn, m_words.date(m_report.made), isolate(m_report.programVersion)),
              ParagraphKind::Lead);
    addBrief();
    addData();
    for (std::size_t index = 0; index < m_report.rounds.size(); ++index)
        addRound(m_report.rounds[index], index + 1);
    addMethods();
    addConventions();
    addCaveats();
    addChecklist();
    addReferences();
    addProvenance();
    return std::move(m_page);
}

void KappaPageBuilder::heading(int level, std::string id, std::string text) {
    m_page.blocks.emplace_back(Heading{level, std::move(id), std::move(text)});
}

void KappaPageBuilder::paragraph(std::string text, ParagraphKind kind) {
    m_page.blocks.emplace_back(Paragraph{std::move(text), kind, {}});
}

void KappaPageBuilder::addBrief() {
    heading(2, "brief", say(Phrase::Brief));
    if (m_report.rounds.empty())
        paragraph(say(Phrase::NoRounds), ParagraphKind::Note);
    for (const RoundFacts& round : m_report.rounds) {
        const auto lines = mostDetailed(round, m_report.target, isCodeLine);
        if (lines.empty()) {
            paragraph(say(Phrase::BriefNothing, isolate(round.name)));
            continue;
        }
        const bool byGroup = tellingOf(lines).byGroup;
        paragraph(say(byGroup ? Phrase::BriefGroups : Phrase::BriefRound, isolate(round.name),
                      m_words.count(Noun::Result, static_cast<std::int64_t>(lines.size())),
                      m_words.kappa(m_report.target), m_words.named("split", m_report.splitBy)));
        const auto addTally = [this](const std::vector<LineFigures>& counted) {
            Tally tally;
            for (const Verdict verdict : verdicts)
                tally.items.emplace_back(verdict, m_words.count(countOf(counted, verdict)) + ' ' +
                                                      verdictText(verdict));
            m_page.blocks.emplace_back(std::move(tally));
        };
        addTally(lines);
        const auto table = codeByCode(round, m_report.target);
        if (!byGroup && table.size() != lines.size()) {
            paragraph(say(Phrase::BriefByCode,
                          m_words.count(Noun::Result, static_cast<std::int64_t>(table.size()))));
            addTally(table);
        }
    }
    paragraph(
        say(Phrase::VerdictMeaning, m_words.kappa(m_report.target), m_words.count(agreement::fewestBeside)),
        ParagraphKind::Note);
}

void KappaPageBuilder::addData() {
    heading(2, "data", say(Phrase::Data));
    std::vector<std::string> units;
    for (const RoundFacts& round : m_report.rounds)
        addUnitKinds(units, round);
    for (std::string& unit : units)
        unit = m_words.named("unit", unit);
    const std::string instrument =
        m_report.instrument.empty() ? say(Phrase::NotNamed) : isolate(m_report.instrument);
    std::vector<std::string> versions;
    bool isNow = true; // nothing but the version of now was used
    for (const RoundFacts& round : m_report.rounds)
        for (const VersionUsed& used : round.versions) {
            isNow = isNow && used.version == m_report.codebookVersion;
            std::string text = versionText(m_words, used);
            if (std::find(versions.begin(), versions.end(), text) == versions.end())
                versions.push_back(std::move(text));
        }
    const std::string version = m_words.count(m_report.codebookVersion);
    Facts facts;
    facts.items = {
        {say(Phrase::Participants), m_words.count(m_report.participants)},
        {say(Phrase::Answers), m_words.count(m_report.answers)},
        {say(Phrase::Turns), m_words.count(m_report.turns)},
        {say(Phrase::NonResponses), say(Phrase::NonResponsesValue, m_words.count(m_report.nonResponses))},
        {say(Phrase::Instrument),
         m_report.instrumentIsStandIn ? say(Phrase::StandIn, instrument) : instrument},
        {say(Phrase::Codebook), versions.empty() ? say(Phrase::CodebookNow, version)
                                : isNow          ? m_words.list(versions)
                                        : say(Phrase::CodebookUsed, version, m_words.list(versions))},
        {say(Phrase::UnitOfAnalysis), units.empty() ? say(Phrase::UnitUnknown) : m_words.list(units)},
        {say(Phrase::TargetFact), say(Phrase::TargetValue, m_words.kappa(m_report.target))},
        {say(Phrase::LevelFact), m_words.percentSign(m_report.level)}};
    m_page.blocks.emplace_back(std::move(facts));
}

void KappaPageBuilder::addMethods() {
    heading(2, "methods", say(Phrase::Methods));
    paragraph(say(Phrase::MethodsNote), ParagraphKind::Note);
    const Language own = m_words.language();
    const Language other = own == Language::Dutch ? Language::English : Language::Dutch;
    for (const Language language : {own, other}) {
        const bool isDutch = language == Language::Dutch;
        heading(3, isDutch ? "methods-nl" : "methods-en", say(isDutch ? Phrase::InDutch : Phrase::InEnglish));
        const std::string text = isolatedMethodsParagraph(m_report, language);
        for (std::size_t begin = 0; begin < text.size();) {
            const std::size_t end = std::min(text.find(paragraphBreak, begin), text.size());
            m_page.blocks.emplace_back(
                Paragraph{text.substr(begin, end - begin), ParagraphKind::Quotation, isDutch ? "nl" : "en"});
            begin = end + paragraphBreak.size();
        }
    }
}

void KappaPageBuilder::addCaveats() {
    heading(2, "caveats", say(Phrase::Caveats));
    if (m_caveats.empty()) {
        paragraph(say(Phrase::CaveatsNone));
        return;
    }
    Definitions definitions;
    for (const std::string& id : m_caveats) {
        const CaveatText text = m_words.caveat(id);
        definitions.items.push_back({markOf(id), text.title, text.explanation});
    }
    m_page.blocks.emplace_back(std::move(definitions));
}

void KappaPageBuilder::addReferences() {
    heading(2, "references", say(Phrase::References));
    m_page.blocks.emplace_back(Bullets{references()});
}

void KappaPageBuilder::addProvenance() {
    heading(2, "provenance", say(Phrase::Provenance));
    Facts facts;
    facts.items = {{say(Phrase::DataHash),
                    m_report.dataHash.empty() ? say(Phrase::HashNone) : isolate(m_report.dataHash)},
                   {say(Phrase::Made), base::isoText(m_report.made)},
                   {say(Phrase::Program), isolate(m_report.programVersion)}};
    m_page.blocks.emplace_back(std::move(facts));
}

Cell KappaPageBuilder::valueCell(const Estimate* estimate, bool asPercent, const Estimate* shownBefore) {
    Cell cell;
    cell.isFigure = true;
    if (estimate == nullptr) {
        cell.text = say(Phrase::NotMeasured);
        return cell;
    }
    if (std::find(m_shown.begin(), m_shown.end(), estimate) == m_shown.end())
        m_shown.push_back(estimate);
    if (!estimate->value)
        cell.text = say(Phrase::NotDefined);
    else
        cell.text = asPercent ? m_words.percent(*estimate->value) : m_words.kappa(*estimate->value);
    for (const std::string& caveat : estimate->caveats) {
        if (shownBefore != nullptr && shownBefore->hasCaveat(caveat))
            continue;
        if (!cell.marks.empty())
            cell.marks += ' ';
        cell.marks += markOf(caveat);
    }
    return cell;
}

Cell KappaPageBuilder::intervalCell(const Estimate* estimate) const {
    Cell cell;
    cell.isFigure = true;
    if (estimate == nullptr)
        cell.text = say(Phrase::NotMeasured);
    else if (estimate->ci)
        cell.text = m_words.interval(estimate->ci->low, estimate->ci->high);
    else if (estimate->undefined && !estimate->value)
        cell.text = m_words.named("reason", agreement::name(estimate->undefined->reason));
    else
        cell.text = say(Phrase::NoInterval);
    return cell;
}

Cell KappaPageBuilder::barCell(const Estimate* estimate, const std::string& name) const {
    IntervalBar bar;
    bar.target = m_report.target;
    bar.title = say(Phrase::BarTitle, name);
    const std::string target = m_words.kappa(m_report.target);
    if (estimate == nullptr || !estimate->value) {
        bar.description = name + ": " + say(Phrase::NotDefined);
    } else {
        bar.value = estimate->value;
        const std::string value = m_words.kappa(*estimate->value);
        if (estimate->ci) {
            bar.low = estimate->ci->low;
            bar.high = estimate->ci->high;
            bar.description =
                say(Phrase::BarText, name, value, m_words.interval(*bar.low, *bar.high), target);
        } else {
            bar.description = say(Phrase::BarTextValue, name, value, target);
        }
    }
    Cell cell;
    cell.chart = intervalBar(bar, {m_scaleLow, 1});
    return cell;
}

Column KappaPageBuilder::barColumn() const {
    IntervalAxis axis;
    axis.target = m_report.target;
    axis.lowText = m_words.number(m_scaleLow, m_scaleLow < 0 ? 1 : 0);
    axis.highText = "1";
    axis.targetText = m_words.kappa(m_report.target);
    axis.title = say(Phrase::AxisTitle);
    axis.description = say(Phrase::AxisText, axis.lowText, axis.highText, axis.targetText);
    Column column;
    column.title = say(Phrase::BarColumn, axis.lowText);
    column.chart = intervalAxis(axis, {m_scaleLow, 1});
    column.isChart = true;
    return column;
}

std::string KappaPageBuilder::verdictText(Verdict verdict) const {
    switch (verdict) {
    case Verdict::Meets:
        return say(Phrase::VerdictMeets);
    case Verdict::Likely:
        return say(Phrase::VerdictLikely);
    case Verdict::Unsure:
        return say(Phrase::VerdictUnsure);
    case Verdict::Below:
        return say(Phrase::VerdictBelow);
    case Verdict::TooFew:
        return say(Phrase::VerdictTooFew);
    case Verdict::NotDefined:
        break;
    }
    return say(Phrase::NotDefined);
}

Cell KappaPageBuilder::verdictCell(Verdict verdict) const {
    Cell cell;
    cell.text = verdictText(verdict);
    cell.verdict = verdict;
    return cell;
}

Cell KappaPageBuilder::codeCell(const CodeLine& line) const {
    Cell cell;
    cell.isHeading = true;
    cell.text = isolate(line.code.empty() ? line.variable.in(m_words.language()) : line.code);
    if (!line.tag.empty())
        cell.tag = Tag{isolate(line.tag), line.colour};
    return cell;
}

std::string KappaPageBuilder::promptText(const CodeLine& line) const {
    if (line.isPooled)
        return say(Phrase::PromptPooled);
    return line.prompt.empty() ? say(Phrase::PromptAll) : m_words.prompt(line.prompt);
}

void KappaPageBuilder::addWhereColumns(Table& table, const Telling& telling) const {
    if (telling.byGroup)
        table.columns.push_back(Column::words(m_words.named("split", m_report.splitBy)));
    if (telling.byPrompt)
        table.columns.push_back(Column::words(say(Phrase::Prompt)));
}

void KappaPageBuilder::addWhereCells(TableRow& row, const CodeLine& line, const Telling& telling) const {
    if (telling.byGroup)
        row.cells.push_back(Cell::words(m_words.group(m_report.splitBy, line.group)));
    if (telling.byPrompt)
        row.cells.push_back(Cell::words(promptText(line)));
}

std::string KappaPageBuilder::whereText(const CodeLine& line, const Telling& telling) const {
    std::string text = telling.byGroup ? m_words.group(m_report.splitBy, line.group) : std::string();
    if (telling.byPrompt)
        text += (text.empty() ? "" : ", ") + promptText(line);
    return text;
}

Cell KappaPageBuilder::numberCell(std::optional<double> value) const {
    Cell cell;
    cell.isFigure = true;
    cell.text = value ? m_words.kappa(*value) : say(Phrase::NotDefined);
    return cell;
}

Cell KappaPageBuilder::countCell(std::int64_t number) const {
    Cell cell;
    cell.isFigure = true;
    cell.text = m_words.count(number);
    return cell;
}

std::string KappaPageBuilder::coefficientName(const Estimate& estimate) const {
    const bool isWeighted = !estimate.weights.empty() && estimate.weights != "identity";
    const bool isAc2 = estimate.id == "gwet_ac" && isWeighted;
    std::string name = m_words.named("coefficient", isAc2 ? "gwet_ac2" : estimate.id);
    if (isWeighted)
        name += ", " + m_words.named("weights", estimate.weights);
    if (!estimate.scale.empty())
        name += ", " + m_words.named("scale", estimate.scale);
    if (!estimate.form.empty()) {
        std::string form = estimate.form;
        std::transform(form.begin(), form.end(), form.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        name += " (" + form + ")";
    }
    return name;
}

std::string KappaPageBuilder::markOf(const std::string& caveat) {
    auto found = std::find(m_caveats.begin(), m_caveats.end(), caveat);
    if (found == m_caveats.end())
        found = m_caveats.insert(m_caveats.end(), caveat);
    const auto index = static_cast<std::size_t>(found - m_caveats.begin());
    std::string mark(1, static_cast<char>('a' + index % 26));
    if (index >= 26)
        mark += std::to_string(index / 26);
    return mark;
}

} // namespace rapport::report
