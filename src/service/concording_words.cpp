// SPDX-License-Identifier: GPL-3.0-or-later
// What is counted over lines and words rather than shown.
#include "base/format.h"
#include "search/expansion.h"
#include "search/word_statistics.h"
#include "service/concording.h"
#include "service/concording_lines.h"
#include "service/neutral_order.h"

#include <algorithm>
#include <map>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

constexpr std::int64_t widestWindow = 100;

std::int64_t counted(std::uint64_t number) {
    return static_cast<std::int64_t>(number);
}

std::uint64_t atLeast(std::int64_t minimum) {
    return static_cast<std::uint64_t>(std::max<std::int64_t>(minimum, 1));
}

/// What the viewer sees, by number, in the order in which words are laid out: that of the study; behind it,
/// where that would tell whose it is, that of the neutral names. Turns stay together either way.
Result<std::vector<std::uint32_t>> laidOut(Session& session, const QueryLines& found) {
    std::vector<std::uint32_t> units;
    for (std::uint32_t unit = 0; unit < found.tokens->unitCount(); ++unit) {
        if (found.isSeen[unit])
            units.push_back(unit);
    }
    if (!found.names->hidesAnyPlace())
        return units;
    std::map<model::SourceId, ShownPlace> ofSources; ///< an answer is a source of its own; none: as it stands
    std::vector<model::SourceId> sources(found.tokens->unitCount());
    std::uint32_t number = 0;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        number = found.tokens->numberFrom(number, row.unit.id);
        if (number == found.tokens->unitCount() || found.tokens->unit(number) != row.unit.id ||
            !found.isSeen[number])
            return true;
        sources[number] = row.unit.source;
        if (!found.names->hidesPlace(row.unit.id))
            return true;
        ShownPlace place = shownPlace(*found.names, row.unit.id);
        const auto [known, isNew] = ofSources.emplace(row.unit.source, place);
        if (!isNew && place < known->second)
            known->second = std::move(place);
        return true;
    }));
    const auto placeOf = [&, asItStands = ShownPlace()](std::uint32_t unit) -> const ShownPlace& {
        const auto place = ofSources.find(sources[unit]);
        return place == ofSources.end() ? asItStands : place->second;
    };
    std::stable_sort(units.begin(), units.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return placeOf(a) < placeOf(b); });
    return units;
}

} // namespace

Result<std::vector<LineFrequency>> lineFrequencies(Session& session, const LineSet& lines,
                                                   const std::string& key, const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const QueryLines found, QueryLines::find(session, lines, task));
    if (key == "code" || key == "rater" || key == "coded")
        return frequenciesByCoding(session, found, key, task);
    RAPPORT_ASSIGN(const UnitValues values, UnitValues::read(session, found, key, task));
    std::vector<LineFrequency> rows;
    RAPPORT_ASSIGN(const auto counts, search::countLines(*found.tokens, found.lines, values.key, task));
    for (const search::LineCount& count : counts) {
        const bool isOfUnit = values.key.by == search::LineKey::By::Unit;
        rows.push_back({isOfUnit ? values.values[count.number] : count.value, counted(count.lines),
                        counted(count.units)});
    }
    return rows;
}

Result<std::vector<CollocateRow>> collocates(Session& session, const CollocateRequest& request,
                                             const base::Task& task) {
    const StopsReading stops(session, task);
    if (request.left < 0 || request.right < 0 || request.left > widestWindow ||
        request.right > widestWindow || request.left + request.right == 0)
        return base::fail(
            Errc::InvalidArgument,
            base::said("a window has 0 to {} words on either side, and not 0 on both", widestWindow));
    RAPPORT_ASSIGN(const QueryLines found, QueryLines::find(session, request.lines, task));
    search::CollocateOptions options;
    options.left = static_cast<std::uint32_t>(request.left);
    options.right = static_cast<std::uint32_t>(request.right);
    options.minimum = atLeast(request.minimum);
    RAPPORT_ASSIGN(const auto made,
                   search::collocates(*found.tokens, found.lines, found.isSeen, options, task));
    std::vector<CollocateRow> rows;
    for (const search::Collocate& each : made)
        rows.push_back({each.folded, counted(each.together), counted(each.overall), each.expected,
                        each.logDice, each.logLikelihood, each.mutualInformation});
    return rows;
}

Result<std::vector<KeywordRow>> keywords(Session& session, const std::string& here, const std::string& there,
                                         std::int64_t minimum, const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const QueryLines all, QueryLines::everything(session, task));
    RAPPORT_ASSIGN(const std::vector<bool> inHere, all.unitsOf(session, here, task));
    std::vector<bool> inThere = all.isSeen;
    if (there.empty()) {
        for (std::size_t at = 0; at < inThere.size(); ++at)
            inThere[at] = inThere[at] && !inHere[at];
    } else {
        RAPPORT_ASSIGN(inThere, all.unitsOf(session, there, task));
    }
    // Against nothing, or of nothing, no word is typical.
    const auto isEmpty = [](const std::vector<bool>& units) {
        return std::find(units.begin(), units.end(), true) == units.end();
    };
    if (isEmpty(inHere) || isEmpty(inThere))
        return std::vector<KeywordRow>{};
    RAPPORT_ASSIGN(const auto made, search::keywords(*all.tokens, inHere, inThere, atLeast(minimum), task));
    std::vector<KeywordRow> rows;
    for (const search::Keyword& each : made)
        rows.push_back(
            {each.folded, counted(each.here), counted(each.there), each.logLikelihood, each.logRatio});
    return rows;
}

Result<DispersionReport> dispersion(Session& session, const LineSet& set, const std::string& key,
                                    const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const QueryLines found, QueryLines::find(session, set, task));
    constexpr const char* offered = "use speaker, prompt, lang, source or an attribute";
    // Several codes of one unit are no part of the study beside the parts of each code.
    const auto read =
        key == "code" ? base::Result<UnitValues>(UnitValues{}) : UnitValues::read(session, found, key, task);
    if (!read && read.error().code == Errc::NotFound)
        return base::fail(Errc::NotFound, read.error().message, offered);
    if (!read)
        return base::fail(read);
    const UnitValues& values = *read;
    if (key == "code" || values.key.by != search::LineKey::By::Unit)
        return base::fail(Errc::InvalidArgument,
                          "lines are spread over sources, speakers, prompts or attributes", offered);
    DispersionReport report;
    report.lines = counted(found.lines.size());
    std::vector<DispersionPart> parts(values.values.size());
    RAPPORT_ASSIGN(const auto units, laidOut(session, found));
    for (const std::uint32_t unit : units) {
        if (task.isStopped())
            return base::Task::cancelled();
        DispersionPart& part = parts[values.key.unitValues[unit]];
        const std::uint32_t begin = found.tokens->unitBegin(unit);
        auto line = std::lower_bound(
            found.lines.begin(), found.lines.end(), begin,
            [](const search::TokenSpan& each, std::uint32_t word) { return each.first < word; });
        for (; line != found.lines.end() && line->first < found.tokens->unitEnd(unit); ++line)
            part.places.push_back(part.words + line->first - begin);
        part.words += found.tokens->unitEnd(unit) - found.tokens->unitBegin(unit);
    }
    std::vector<std::uint64_t> lines;
    std::vector<std::uint64_t> words;
    for (std::size_t at = 0; at < parts.size(); ++at) {
        parts[at].name = values.values[at];
        parts[at].lines = counted(parts[at].places.size());
        lines.push_back(parts[at].places.size());
        words.push_back(static_cast<std::uint64_t>(parts[at].words));
        if (parts[at].words > 0)
            report.byPart.push_back(std::move(parts[at]));
    }
    const search::Dispersion spread = search::dispersion(lines, words);
    report.parts = counted(spread.parts);
    report.partsWith = counted(spread.partsWith);
    report.deviation = spread.deviation;
    report.juillandD = spread.juillandD;
    return report;
}

Result<std::vector<NgramRow>> ngrams(Session& session, const std::string& query, std::int64_t length,
                                     std::int64_t minimum, const base::Task& task) {
    const StopsReading stops(session, task);
    constexpr std::int64_t longest = 8;
    if (length < 2 || length > longest)
        return base::fail(Errc::InvalidArgument, base::said("sequences of 2 to {} words", longest));
    RAPPORT_ASSIGN(const QueryLines all, QueryLines::everything(session, task));
    std::vector<bool> isIn = all.isSeen;
    if (!query.empty()) {
        RAPPORT_ASSIGN(isIn, all.unitsOf(session, query, task));
    }
    RAPPORT_ASSIGN(const auto made, search::ngrams(*all.tokens, isIn, static_cast<std::uint32_t>(length),
                                                   atLeast(minimum), task));
    std::vector<NgramRow> rows;
    for (const search::Ngram& each : made)
        rows.push_back({each.words, counted(each.occurrences), counted(each.units)});
    return rows;
}

Result<std::vector<FormRow>> wordForms(Session& session, const std::string& word, const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const search::Query query, search::parseQuery(word));
    const search::QueryNode& node = query.root;
    const bool isOneWord = node.kind == search::QueryNode::Kind::Text && !node.spellings.empty() &&
                           node.spellings.back().size() == 1 && node.spellings.back()[0].words.size() == 1;
    if (!isOneWord)
        return base::fail(Errc::InvalidArgument, "forms are those of one word",
                          "write one word, or one with stars, ~ or /an expression/");
    // Of e-mail the last way is the joined one: email.
    const search::QueryWord& asked = node.spellings.back()[0].words[0];
    RAPPORT_ASSIGN(const QueryLines all, QueryLines::everything(session, task));
    std::vector<FormRow> rows;
    if (asked.form == search::QueryWord::Form::Plain && asked.spelt.empty()) {
        RAPPORT_ASSIGN(const auto forms, search::expandedForms(*all.tokens, asked.folded, all.isSeen, task));
        for (const search::ExpandedForm& form : forms) {
            FormRow row{form.folded, counted(form.occurrences), counted(form.units), {}};
            for (const search::FormOrigin origin : form.origins)
                row.why.emplace_back(search::name(origin));
            rows.push_back(std::move(row));
        }
        return rows;
    }
    RAPPORT_ASSIGN(const auto spans, all.tokens->spans(node, task));
    search::LineKey match;
    match.by = search::LineKey::By::Match;
    RAPPORT_ASSIGN(const auto seen, search::linesIn(*all.tokens, spans, all.isSeen, task));
    RAPPORT_ASSIGN(const auto counts, search::countLines(*all.tokens, seen, match, task));
    for (const search::LineCount& count : counts)
        rows.push_back({count.value, counted(count.lines), counted(count.units), {"pattern"}});
    return rows;
}

std::string queryOfForms(const std::vector<std::string>& forms) {
    return search::queryOfForms(forms);
}

} // namespace rapport::service
