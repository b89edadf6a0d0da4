// SPDX-License-Identifier: GPL-3.0-or-later
// The results of one round: who rated what, codes, variables, sets, pairs of raters, tables of counts.
#include "report/charts.h"
#include "report/kappa_page.h"
#include "report/round_words.h"

#include <algorithm>
#include <map>
#include <utility>

namespace rapport::report {

using agreement::Estimate;
using agreement::findEstimate;

namespace {

/// Pairs beside each other in one table: more would not fit a page.
constexpr std::size_t mostPairColumns = 10;
/// Categories in one table of counts.
constexpr std::size_t mostCategoriesShown = 12;

TableRow groupRow(std::string text) {
    TableRow row;
    row.isGroup = true;
    Cell cell;
    cell.isHeading = true;
    cell.text = std::move(text);
    row.cells.push_back(std::move(cell));
    return row;
}

bool hasSeveralVariables(const std::vector<LineFigures>& lines) {
    return std::any_of(lines.begin(), lines.end(), [&](const LineFigures& other) {
        return other.line->variable != lines.front().line->variable;
    });
}

} // namespace

void KappaPageBuilder::addRound(const RoundFacts& round, std::size_t number) {
    const std::string id = "round-" + std::to_string(number);
    heading(2, id, say(Phrase::Round, isolate(round.name)));
    if (round.includesAfterOpening)
        paragraph(say(Phrase::AfterOpening), ParagraphKind::Warning);
    addRating(round, id);
    if (round.leftOutToRate > 0)
        paragraph(say(Phrase::LeftOutToRate, m_words.count(round.leftOutToRate)), ParagraphKind::Note);
    addCodes(round, id);
    addVariables(round, id);
    addSets(round, id);
    addStrata(round, id);
    addPairs(round, id);
    addConfusion(round, id);
    addUnitized(round, id);
    addDrift(round, id);
    addConsensus(round, id);
    addExamples(round, id);
}

void KappaPageBuilder::addRating(const RoundFacts& round, const std::string& id) {
    heading(3, id + "-rating", say(Phrase::Rating));
    std::vector<std::string> raters;
    for (const std::string& rater : round.raters)
        raters.push_back(isolate(rater));
    const auto share = [&](std::int64_t part) {
        if (round.assignedUnits <= 0)
            return m_words.count(part);
        const double ratio = static_cast<double>(part) / static_cast<double>(round.assignedUnits);
        return say(Phrase::ShareOf, m_words.count(part), m_words.count(round.assignedUnits),
                   m_words.percentSign(ratio));
    };
    Facts facts;
    facts.items = {
        {say(Phrase::Kind), m_words.named("round", round.kind)},
        {say(Phrase::Plan), planText(m_words, round.plan)},
        {say(Phrase::Blind), say(round.independence == Independence::Blind      ? Phrase::BlindYes
                                 : round.independence == Independence::NotBlind ? Phrase::BlindNo
                                                                                : Phrase::BlindUnknown)},
        {say(Phrase::Opened), say(round.includesAfterOpening ? Phrase::OpenedIncluded
                                  : round.isOpen             ? Phrase::OpenedYes
                                                             : Phrase::OpenedNo)},
        {say(Phrase::Raters), raters.empty() ? say(Phrase::NoneShort) : m_words.list(raters)},
        {say(Phrase::AssignedUnits), m_words.count(round.assignedUnits)},
        {say(Phrase::DoubleCoded), share(round.doubleCoded)}};
    m_page.blocks.emplace_back(std::move(facts));
    if (round.completed.empty())
        return;
    Table table;
    table.caption = say(Phrase::WhoRated, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Rater)), Column::figures(say(Phrase::Completed)),
                     Column::figures(say(Phrase::OfAssigned))};
    for (std::size_t place = 0; place < round.completed.size(); ++place) {
        const auto& [rater, completed] = round.completed[place];
        const std::int64_t assigned =
            round.assignedTo.empty() ? round.assignedUnits : round.assignedTo[place];
        Cell name;
        name.isHeading = true;
        name.text = isolate(rater);
        Cell ratio;
        ratio.isFigure = true;
        ratio.text = assigned > 0
                         ? m_words.percentSign(static_cast<double>(completed) / static_cast<double>(assigned))
                         : say(Phrase::NoneShort);
        table.rows.push_back({false, {std::move(name), countCell(completed), std::move(ratio)}});
    }
    m_page.blocks.emplace_back(std::move(table));
}

void KappaPageBuilder::addCodes(const RoundFacts& round, const std::string& id) {
    const auto groups = byPrompt(round, m_report.target, isCodeLine);
    if (groups.empty())
        return;
    heading(3, id + "-codes", say(Phrase::Codes));
    const Estimate* leading = nullptr;
    for (const PromptGroup& group : groups)
        for (const LineFigures& line : group.lines)
            if (leading == nullptr)
                leading = line.kappa;
    paragraph(say(Phrase::CodesReading, leading != nullptr ? m_words.named("coefficient", leading->id)
                                                           : m_words.named("coefficient", "cohen_kappa")));
    paragraph(say(Phrase::ColumnsExplained), ParagraphKind::Note);
    const bool hasPrompts = std::any_of(groups.begin(), groups.end(),
                                        [](const PromptGroup& group) { return !group.prompt.empty(); });
    const Telling telling = tellingOf(groups);
    bool isWarned = false;
    for (const PromptGroup& group : groups) {
        std::string headed;
        std::string caption = say(Phrase::CodesTable, isolate(round.name));
        if (group.isPooled) {
            headed = say(Phrase::PooledHeading);
            caption = say(Phrase::CodesPooled, isolate(round.name));
        } else if (!group.prompt.empty()) {
            const std::string prompt = m_words.prompt(group.prompt);
            headed = m_words.promptHeading(group.prompt);
            caption = say(prompt == isolate(group.prompt) ? Phrase::CodesPrompt : Phrase::CodesKind,
                          isolate(round.name), prompt);
        } else if (hasPrompts) {
            headed = caption;
        }
        if (telling.byGroup) {
            const std::string name = say(Phrase::GroupHeading, m_words.named("split", m_report.splitBy),
                                         m_words.group(m_report.splitBy, group.group));
            headed = headed.empty() ? name : name + " – " + headed;
            caption += ", " + name;
        }
        const bool isFirstPooled = group.isPooled && !isWarned;
        if (!headed.empty())
            heading(4, isFirstPooled ? id + "-pooled" : std::string(), headed);
        if (isFirstPooled)
            paragraph(say(Phrase::PooledWarning), ParagraphKind::Warning);
        isWarned = isWarned || group.isPooled;
        addCodeTable(group, caption);
    }
    addReasons(groups);
    addBehind(round, groups);
    Bullets sentences;
    for (const PromptGroup& group : groups)
        for (const LineFigures& figures : group.lines)
            if (!figures.line->sentence.empty()) {
                std::string name = isolate(figures.line->code);
                if (telling.byGroup || hasPrompts)
                    name += " (" + whereText(*figures.line, telling) + ")";
                sentences.items.push_back(say(Phrase::SentenceItem, name, isolate(figures.line->sentence)));
            }
    if (!sentences.items.empty()) {
        heading(4, {}, say(Phrase::Sentences));
        m_page.blocks.emplace_back(std::move(sentences));
    }
}

void KappaPageBuilder::addCodeTable(const PromptGroup& group, const std::string& caption) {
    Table table;
    table.caption = caption;
    table.columns = {Column::words(say(Phrase::Code)),
                     Column::figures("κ"),
                     Column::figures(say(Phrase::IntervalColumn, m_words.percentSign(m_report.level))),
                     barColumn(),
                     Column::words(say(Phrase::VerdictColumn)),
                     Column::figures(say(Phrase::AgreeColumn)),
                     Column::figures(say(Phrase::PositiveColumn)),
                     Column::figures(say(Phrase::NegativeColumn)),
                     Column::figures("AC1"),
                     Column::figures("α"),
                     Column::figures(say(Phrase::PrevalenceColumn)),
                     Column::figures(say(Phrase::UnitsColumn)),
                     Column::figures(say(Phrase::HoldingColumn)),
                     Column::figures(say(Phrase::MissingColumn))};
    const bool isGrouped = hasSeveralVariables(group.lines);
    Title variable;
    for (const LineFigures& figures : group.lines) {
        const CodeLine& line = *figures.line;
        if (isGrouped && line.variable != variable) {
            variable = line.variable;
            table.rows.push_back(groupRow(isolate(variable.in(m_words.language()))));
        }
        Cell prevalence;
        prevalence.isFigure = true;
        prevalence.text =
            figures.prevalence ? m_words.percent(*figures.prevalence) : say(Phrase::NotMeasured);
        Cell holding;
        holding.isFigure = true;
        if (figures.holding)
            holding.text = (figures.holdingIsLowerLimit ? "≥ " : "") + m_words.count(*figures.holding);
        else
            holding.text = say(Phrase::NotMeasured);
        table.rows.push_back(
            {false,
             {codeCell(line), valueCell(figures.kappa), intervalCell(figures.kappa),
              barCell(figures.kappa, isolate(line.code)), verdictCell(figures.verdict),
              valueCell(figures.percent, true, figures.kappa),
              valueCell(figures.positive, true, figures.kappa),
              valueCell(figures.negative, true, figures.kappa), valueCell(figures.ac, false, figures.kappa),
              valueCell(figures.alpha, false, figures.kappa), std::move(prevalence),
              countCell(line.agreement.data.pairableUnits), std::move(holding),
              countCell(figures.notGiven)}});
    }
    m_page.blocks.emplace_back(std::move(table));
}

void KappaPageBuilder::addReasons(const std::vector<PromptGroup>& groups) {
    Bullets reasons;
    Telling telling = tellingOf(groups);
    telling.byPrompt = std::any_of(groups.begin(), groups.end(),
                                   [](const PromptGroup& group) { return !group.prompt.empty(); });
    for (const PromptGroup& group : groups)
        for (const LineFigures& figures : group.lines) {
            std::map<agreement::Reason, std::vector<std::string>> undefined;
            for (const Estimate* estimate : {figures.kappa, figures.percent, figures.positive,
                                             figures.negative, figures.ac, figures.alpha})
                if (estimate != nullptr && estimate->undefined && !estimate->value) {
                    std::string name = coefficientName(*estimate);
                    if (estimate->id == "specific_agreement")
                        name =
                            m_words.named("coefficient", estimate == figures.positive ? "positive_agreement"
                                                                                      : "negative_agreement");
                    // Names of people keep their capital.
                    if (estimate->id.ends_with("_agreement"))
                        name.front() = static_cast<char>(name.front() - 'A' + 'a');
                    undefined[estimate->undefined->reason].push_back(std::move(name));
                }
            std::string name = codeCell(*figures.line).text;
            if (const std::string where = whereText(*figures.line, telling); !where.empty())
                name += " (" + where + ")";
            for (const auto& [reason, coefficients] : undefined)
                reasons.items.push_back(say(Phrase::ReasonItem, name, m_words.list(coefficients),
                                            m_words.named("because", agreement::name(reason))));
        }
    if (reasons.items.empty())
        return;
    heading(4, {}, say(Phrase::Reasons));
    m_page.blocks.emplace_back(std::move(reasons));
}

void KappaPageBuilder::addBehind(const RoundFacts& round, const std::vector<PromptGroup>& groups) {
    const Telling telling = tellingOf(groups);
    bool isTwoRaters = true;
    for (const PromptGroup& group : groups)
        for (const LineFigures& line : group.lines)
            isTwoRaters = isTwoRaters && line.line->agreement.pairs.size() == 1;
    Table table;
    table.caption = say(Phrase::BehindTable, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Code))};
    addWhereColumns(table, telling);
    for (std::string title : {say(Phrase::Observed), say(Phrase::Expected)})
        table.columns.push_back(Column::figures(std::move(title)));
    if (isTwoRaters)
        for (const Phrase phrase :
             {Phrase::KappaMax, Phrase::PrevalenceIndex, Phrase::BiasIndex, Phrase::Pabak})
            table.columns.push_back(Column::figures(say(phrase)));
    table.columns.push_back(Column::figures(say(Phrase::AcInterval, "AC1")));
    table.columns.push_back(Column::figures(say(Phrase::AlphaInterval)));
    for (const double threshold : {0.667, 0.8})
        table.columns.push_back(Column::figures(say(Phrase::AlphaBelow, m_words.number(threshold, 3))));
    for (const PromptGroup& group : groups)
        for (const LineFigures& line : group.lines) {
            TableRow row;
            row.cells.push_back(codeCell(*line.line));
            addWhereCells(row, *line.line, telling);
            row.cells.push_back(numberCell(line.kappa != nullptr ? line.kappa->observed : std::nullopt));
            row.cells.push_back(numberCell(line.kappa != nullptr ? line.kappa->expected : std::nullopt));
            if (isTwoRaters)
                for (const char* id : {"kappa_max", "prevalence_index", "bias_index", "pabak"})
                    row.cells.push_back(valueCell(
                        findEstimate(line.line->agreement.pairs.front().estimates, id), false, line.kappa));
            row.cells.push_back(intervalCell(line.ac));
            row.cells.push_back(intervalCell(line.alpha));
            const Estimate* below = findEstimate(line.line->agreement.overall, "alpha_below");
            for (const std::string_view threshold : {"0.667", "0.8"}) {
                Cell cell;
                cell.isFigure = true;
                cell.text = say(Phrase::NotMeasured);
                if (below != nullptr)
                    for (const auto& [limit, probability] : below->probabilities)
                        if (limit == threshold)
                            cell.text = m_words.probability(probability);
                row.cells.push_back(std::move(cell));
            }
            table.rows.push_back(std::move(row));
        }
    heading(4, {}, say(Phrase::Behind));
    paragraph(say(Phrase::BehindExplained, m_words.number(0.667, 3), m_words.number(0.8, 3)),
              ParagraphKind::Note);
    m_page.blocks.emplace_back(std::move(table));
}

void KappaPageBuilder::addVariables(const RoundFacts& round, const std::string& id) {
    const auto groups = byPrompt(round, m_report.target, isVariableLine);
    if (groups.empty())
        return;
    heading(3, id + "-variables", say(Phrase::Variables));
    Table table;
    table.caption = say(Phrase::VariablesTable, isolate(round.name));
    const Telling telling{tellingOf(groups).byGroup, true};
    table.columns = {Column::words(say(Phrase::Variable))};
    addWhereColumns(table, telling);
    for (Column column :
         {Column::words(say(Phrase::Coefficient)), Column::figures(say(Phrase::Value)),
          Column::figures(say(Phrase::IntervalColumn, m_words.percentSign(m_report.level))), barColumn(),
          Column::words(say(Phrase::VerdictColumn)), Column::figures(say(Phrase::AgreeColumn)),
          Column::figures("AC1, AC2"), Column::figures("α"), Column::figures(say(Phrase::UnitsColumn)),
          Column::figures(say(Phrase::MissingColumn))})
        table.columns.push_back(std::move(column));
    bool hasPooled = false;
    std::vector<Title> variables;
    for (const CodeLine& line : round.lines)
        if (isVariableLine(line) &&
            std::find(variables.begin(), variables.end(), line.variable) == variables.end())
            variables.push_back(line.variable);
    const auto addRow = [&](const LineFigures& line, const Estimate* kappa, const Estimate* ac,
                            bool isFirst) {
        const CodeLine& facts = *line.line;
        Cell name = codeCell(facts);
        name.note = m_words.named("scale", facts.scale);
        Cell coefficient;
        coefficient.text = kappa != nullptr ? coefficientName(*kappa) : say(Phrase::NotMeasured);
        Cell verdict = verdictCell(line.verdict);
        if (!isFirst) {
            verdict = {};
            verdict.text = say(Phrase::NoVerdict);
        }
        Cell alpha = valueCell(line.alpha, false, kappa);
        if (line.alpha != nullptr && line.alpha->scale != facts.scale)
            alpha.note = m_words.named("scale", line.alpha->scale); // of a count: its distances
        TableRow row;
        row.cells.push_back(std::move(name));
        addWhereCells(row, facts, telling);
        for (Cell cell : {std::move(coefficient), valueCell(kappa), intervalCell(kappa),
                          barCell(kappa, isolate(facts.variable.in(m_words.language()))), std::move(verdict),
                          valueCell(line.percent, true, kappa), valueCell(ac, false, kappa), std::move(alpha),
                          countCell(facts.agreement.data.pairableUnits), countCell(line.notGiven)})
            row.cells.push_back(std::move(cell));
        table.rows.push_back(std::move(row));
    };
    for (const Title& variable : variables)
        for (const PromptGroup& group : groups)
            for (const LineFigures& line : group.lines) {
                if (line.line->variable != variable)
                    continue;
                hasPooled = hasPooled || group.isPooled;
                addRow(line, line.kappa, line.ac, true);
                if (line.kappa == nullptr)
                    continue;
                // The same coefficient under its other weights.
                const auto& document = line.line->agreement;
                const bool isOfPair =
                    document.pairs.size() == 1 &&
                    findEstimate(document.pairs.front().estimates, line.kappa->id) == line.kappa;
                const bool isInPair =
                    isOfPair || (document.pairs.size() == 1 && line.kappa->id == "cohen_kappa");
                for (const Estimate& other : isInPair ? document.pairs.front().estimates : document.overall)
                    if (other.id == line.kappa->id && &other != line.kappa && !other.weights.empty() &&
                        other.weights != line.kappa->weights)
                        addRow(line, &other, findEstimate(document.overall, "gwet_ac", other.weights), false);
            }
    if (hasPooled && groups.size() > 1)
        paragraph(say(Phrase::PooledWarning), ParagraphKind::Warning);
    m_page.blocks.emplace_back(std::move(table));
    addReasons(groups);
}

void KappaPageBuilder::addSets(const RoundFacts& round, const std::string& id) {
    const auto groups = byPrompt(round, m_report.target, isSetLine);
    if (groups.empty())
        return;
    heading(3, id + "-sets", say(Phrase::Sets));
    paragraph(say(Phrase::SetsExplained));
    Table table;
    table.caption = say(Phrase::SetsTable, isolate(round.name));
    const Telling telling{tellingOf(groups).byGroup, true};
    table.columns = {Column::words(say(Phrase::Variable))};
    addWhereColumns(table, telling);
    for (Column column : {Column::words(say(Phrase::Coefficient)), Column::figures(say(Phrase::Value)),
                          Column::figures(say(Phrase::IntervalColumn, m_words.percentSign(m_report.level))),
                          barColumn(), Column::figures(say(Phrase::UnitsColumn))})
        table.columns.push_back(std::move(column));
    for (const PromptGroup& group : groups)
        for (const LineFigures& line : group.lines)
            for (const Estimate& estimate : line.line->agreement.overall) {
                const bool isShown = estimate.id == "krippendorff_alpha" || estimate.id == "pooled_kappa" ||
                                     estimate.id == "mean_kappa" || estimate.id == "holsti" ||
                                     estimate.id == "percent_agreement";
                if (!isShown)
                    continue;
                Cell coefficient;
                coefficient.text = coefficientName(estimate);
                TableRow row;
                row.cells.push_back(codeCell(*line.line));
                addWhereCells(row, *line.line, telling);
                for (Cell cell : {std::move(coefficient), valueCell(&estimate), intervalCell(&estimate),
                                  barCell(&estimate, isolate(line.line->variable.in(m_words.language()))),
                                  countCell(estimate.units)})
                    row.cells.push_back(std::move(cell));
                table.rows.push_back(std::move(row));
            }
    m_page.blocks.emplace_back(std::move(table));
    addReasons(groups);
}

void KappaPageBuilder::addPairs(const RoundFacts& round, const std::string& id) {
    const auto lines = mostDetailed(round, m_report.target, isCodeLine);
    const auto pairs = pairSummaries(lines);
    if (pairs.size() < 2)
        return;
    heading(3, id + "-pairs", say(Phrase::Pairs));
    paragraph(say(Phrase::PairsExplained), ParagraphKind::Note);

    HeatMap map;
    const auto indexOf = [&](const std::string& rater) {
        const auto found = std::find(map.names.begin(), map.names.end(), rater);
        return static_cast<std::size_t>(found - map.names.begin());
    };
    for (const PairSummary& pair : pairs)
        for (const std::string& rater : {pair.first, pair.second})
            if (indexOf(rater) == map.names.size())
                map.names.push_back(rater);
    const std::size_t size = map.names.size();
    map.shades.assign(size, std::vector<std::optional<double>>(size));
    map.texts.assign(size, std::vector<std::string>(size, "–"));
    map.title = say(Phrase::HeatTitle);
    Table table;
    table.caption = say(Phrase::PairsTable, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Pair)), Column::figures(say(Phrase::MeanKappa)),
                     Column::figures(say(Phrase::LowestKappa)), Column::figures(say(Phrase::HighestKappa)),
                     Column::figures(say(Phrase::DefinedCount))};
    for (const PairSummary& pair : pairs) {
        const std::size_t first = indexOf(pair.first);
        const std::size_t second = indexOf(pair.second);
        const std::optional<double> mean = pair.mean();
        const std::string meanText = mean ? m_words.kappa(*mean) : say(Phrase::NotDefined);
        map.shades[std::max(first, second)][std::min(first, second)] = mean;
        if (mean)
            map.texts[std::max(first, second)][std::min(first, second)] = meanText;
        if (!map.description.empty())
            map.description += "; ";
        map.description += say(Phrase::HeatText, isolate(pair.first), isolate(pair.second), meanText);
        Cell name;
        name.isHeading = true;
        name.text = say(Phrase::PairOf, isolate(pair.first), isolate(pair.second));
        std::optional<double> lowest;
        std::optional<double> highest;
        if (!pair.kappas.empty()) {
            const auto [low, high] = std::minmax_element(pair.kappas.begin(), pair.kappas.end());
            lowest = *low;
            highest = *high;
        }
        Cell defined;
        defined.isFigure = true;
        defined.text = say(Phrase::CountOf, m_words.count(static_cast<std::int64_t>(pair.kappas.size())),
                           m_words.count(pair.lines));
        table.rows.push_back({false,
                              {std::move(name), numberCell(mean), numberCell(lowest), numberCell(highest),
                               std::move(defined)}});
    }
    for (std::string& rater : map.names)
        rater = isolate(rater);
    m_page.blocks.emplace_back(Figure{heatMap(map), say(Phrase::HeatTitle)});
    m_page.blocks.emplace_back(std::move(table));

    if (pairs.size() > mostPairColumns)
        return;
    const Telling telling = tellingOf(lines);
    Table byCode;
    byCode.caption = say(Phrase::PairsByCode, isolate(round.name));
    byCode.columns = {Column::words(say(Phrase::Code))};
    addWhereColumns(byCode, telling);
    for (const PairSummary& pair : pairs)
        byCode.columns.push_back(
            Column::figures(say(Phrase::PairOf, isolate(pair.first), isolate(pair.second))));
    for (const LineFigures& line : lines) {
        TableRow row;
        row.cells.push_back(codeCell(*line.line));
        addWhereCells(row, *line.line, telling);
        for (const PairSummary& pair : pairs)
            row.cells.push_back(valueCell(pairKappa(line.line->agreement, pair.first, pair.second)));
        byCode.rows.push_back(std::move(row));
    }
    m_page.blocks.emplace_back(std::move(byCode));
}

void KappaPageBuilder::addConfusion(const RoundFacts& round, const std::string& id) {
    const auto codes = mostDetailed(round, m_report.target, isCodeLine);
    const auto variables = mostDetailed(round, m_report.target, isVariableLine);
    const auto hasPairs = [](const LineFigures& line) { return !line.line->agreement.pairs.empty(); };
    const bool hasCodes = std::any_of(codes.begin(), codes.end(), hasPairs);
    if (!hasCodes && std::none_of(variables.begin(), variables.end(), hasPairs))
        return;
    heading(3, id + "-confusion", say(Phrase::Confusion));
    paragraph(say(Phrase::ConfusionExplained), ParagraphKind::Note);
    const auto pairName = [&](const agreement::PairResult& pair) {
        return say(Phrase::PairOf, isolate(pair.raters[0]), isolate(pair.raters[1]));
    };
    for (const LineFigures& line : variables) {
        for (const agreement::PairResult& pair : line.line->agreement.pairs) {
            if (pair.raters.size() != 2 || pair.table.empty())
                continue;
            std::string name = isolate(line.line->variable.in(m_words.language()));
            const Telling own{line.line->group.has_value(), !line.line->prompt.empty()};
            if (const std::string where = whereText(*line.line, own); !where.empty())
                name += " (" + where + ")";
            const std::string units = m_words.count(Noun::Unit, pair.units);
            if (pair.categories.size() > mostCategoriesShown) {
                paragraph(say(Phrase::ConfusionLarge, name, pairName(pair),
                              m_words.count(static_cast<std::int64_t>(pair.categories.size()))),
                          ParagraphKind::Note);
                continue;
            }
            Table table;
            table.caption =
                say(Phrase::ConfusionTable, name, isolate(pair.raters[0]), isolate(pair.raters[1]), units);
            const Estimate* kappa = pairKappa(line.line->agreement, pair.raters[0], pair.raters[1]);
            if (kappa != nullptr && kappa->value)
                table.caption += ", κ " + m_words.kappa(*kappa->value);
            table.columns.push_back(
                Column::words(say(Phrase::RowsByColumns, isolate(pair.raters[0]), isolate(pair.raters[1]))));
            std::int64_t largest = 1;
            for (const auto& row : pair.table)
                for (const std::int64_t count : row)
                    largest = std::max(largest, count);
            std::vector<std::int64_t> totals(pair.categories.size(), 0);
            for (const std::string& category : pair.categories)
                table.columns.push_back(Column::figures(isolate(category)));
            table.columns.push_back(Column::figures(say(Phrase::Total)));
            for (std::size_t row = 0; row < pair.table.size(); ++row) {
                Cell rowName;
                rowName.isHeading = true;
                rowName.text = isolate(pair.categories[row]);
                TableRow cells;
                cells.cells.push_back(std::move(rowName));
                std::int64_t total = 0;
                for (std::size_t column = 0; column < pair.table[row].size(); ++column) {
                    const std::int64_t count = pair.table[row][column];
                    Cell cell = countCell(count);
                    cell.shade = static_cast<double>(count) / static_cast<double>(largest);
                    total += count;
                    totals[column] += count;
                    cells.cells.push_back(std::move(cell));
                }
                cells.cells.push_back(countCell(total));
                table.rows.push_back(std::move(cells));
            }
            Cell totalName;
            totalName.isHeading = true;
            totalName.text = say(Phrase::Total);
            TableRow last;
            last.cells.push_back(std::move(totalName));
            std::int64_t all = 0;
            for (const std::int64_t total : totals) {
                all += total;
                last.cells.push_back(countCell(total));
            }
            last.cells.push_back(countCell(all));
            table.rows.push_back(std::move(last));
            m_page.blocks.emplace_back(std::move(table));
        }
    }
    if (!hasCodes)
        return;
    const Telling telling = tellingOf(codes);
    Table table;
    table.caption = say(Phrase::ConfusionCodes, isolate(round.name));
    table.columns = {Column::words(say(Phrase::Code))};
    addWhereColumns(table, telling);
    table.columns.push_back(Column::words(say(Phrase::Pair)));
    for (const Phrase phrase :
         {Phrase::BothYes, Phrase::FirstOnly, Phrase::SecondOnly, Phrase::BothNo, Phrase::Total})
        table.columns.push_back(Column::figures(say(phrase)));
    for (const LineFigures& line : codes)
        for (const agreement::PairResult& pair : line.line->agreement.pairs) {
            if (pair.raters.size() != 2 || pair.table.size() != 2)
                continue;
            TableRow row;
            row.cells.push_back(codeCell(*line.line));
            addWhereCells(row, *line.line, telling);
            Cell name;
            name.text = pairName(pair);
            row.cells.push_back(std::move(name));
            for (const std::int64_t count :
                 {pair.table[1][1], pair.table[1][0], pair.table[0][1], pair.table[0][0], pair.units})
                row.cells.push_back(countCell(count));
            table.rows.push_back(std::move(row));
        }
    m_page.blocks.emplace_back(std::move(table));
}

} // namespace rapport::report
