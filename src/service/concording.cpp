// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/concording.h"

#include "base/format.h"
#include "search/concordance.h"
#include "search/lines.h"
#include "service/concording_lines.h"
#include "service/own_rating.h"
#include "service/rating.h"
#include "service/work_rounds.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

/// The codes of the codings that each line touches. `sources`: of the lines.
base::Status addCodes(const Session& session, const search::TokenIndex& tokens,
                      const std::vector<model::SourceId>& sources, std::vector<ConcordanceLine>& lines) {
    constexpr std::size_t fewSources = 300; // one by one; more are read at once
    const std::set<model::SourceId> wanted(sources.begin(), sources.end());
    // What the coordinator still has to rate shows nobody's codes.
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    CodedPlaces places(session, tokens);
    store::CodingFilter filter;
    filter.rater = session.viewer().rater;
    const auto read = [&]() -> base::Status {
        RAPPORT_ASSIGN(const auto codings, session.impl().codings().codings(filter));
        for (const model::Coding& coding : codings) {
            if (!coding.code.isNone() && !still.holds(coding.unit))
                RAPPORT_TRY(places.add(coding));
        }
        return {};
    };
    if (wanted.size() > fewSources) {
        RAPPORT_TRY(read());
    } else {
        for (const model::SourceId source : wanted) {
            filter.source = source;
            RAPPORT_TRY(read());
        }
    }
    places.settle();
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (!still.holds(lines[at].unit))
            lines[at].codes = places.codesAt(lines[at].unit, sources[at], lines[at].range);
    }
    return {};
}

} // namespace

Result<std::vector<ConcordanceLine>> shownLines(const Session& session, const UnitNames& names,
                                                const search::TokenIndex& tokens,
                                                const std::vector<search::TokenSpan>& spans,
                                                std::int64_t width, const base::Task& task) {
    UnitTexts texts(session);
    struct Wanted {
        model::SourceId source;
        std::uint32_t number = 0;
        std::size_t place = 0;
    };
    std::vector<Wanted> wanted;
    std::map<std::uint32_t, store::UnitRow> rows;
    for (std::size_t at = 0; at < spans.size(); ++at) {
        if (at % 1'024 == 0 && task.isStopped())
            return base::Task::cancelled();
        const std::uint32_t number = tokens.unitAt(spans[at].first);
        auto row = rows.find(number);
        if (row == rows.end()) {
            RAPPORT_ASSIGN(store::UnitRow read, texts.row(tokens.unit(number)));
            row = rows.emplace(number, std::move(read)).first;
        }
        wanted.push_back({row->second.unit.source, number, at});
    }
    std::sort(wanted.begin(), wanted.end(), [](const Wanted& a, const Wanted& b) {
        return a.source != b.source ? a.source < b.source : a.number < b.number;
    });
    std::vector<ConcordanceLine> lines(spans.size());
    std::vector<model::SourceId> sources(spans.size());
    std::string text;
    std::optional<search::UnitLines> cut;
    const store::UnitRow* row = nullptr;
    for (std::size_t at = 0; at < wanted.size(); ++at) {
        if (at == 0 || wanted[at].number != wanted[at - 1].number) {
            if (task.isStopped())
                return base::Task::cancelled();
            task.report(at, wanted.size(), "concordance");
            row = &rows.at(wanted[at].number);
            RAPPORT_ASSIGN(text, texts.text(row->unit));
            cut.emplace(row->unit.id, text);
        }
        const std::uint32_t begin = tokens.unitBegin(wanted[at].number);
        const search::TokenSpan& span = spans[wanted[at].place];
        search::ConcordanceLine made = cut->line(span.first - begin, span.last - begin, width);
        ConcordanceLine& line = lines[wanted[at].place];
        line.unit = row->unit.id;
        sources[wanted[at].place] = row->unit.source;
        // Where a text comes from, and how far into it, would tell whose it is.
        const bool isHidden = names.hidesPlace(row->unit.id);
        if (!isHidden) {
            RAPPORT_ASSIGN(line.sourceGuid, texts.guid(row->unit.source));
            line.speaker = row->speaker;
        }
        line.unitName = names.shown(row->unit, model::RoundId{});
        line.prompt = row->prompt;
        line.left = std::move(made.left);
        line.match = std::move(made.match);
        line.right = std::move(made.right);
        const std::int64_t start = row->unit.range.begin.value;
        line.range = text::textRange(made.range.begin.value + start, made.range.end.value + start);
        line.toldRange = isHidden ? made.range : line.range;
    }
    RAPPORT_TRY(addCodes(session, tokens, sources, lines));
    return lines;
}

namespace {

/// Says of lines that are shown all the same that they were hidden, and why.
base::Status markHidden(const Session& session, const std::string& words, ConcordanceResult& result) {
    RAPPORT_ASSIGN(const auto rows, session.impl().searches().hidden(session.viewer().rater, words));
    std::map<std::pair<model::UnitId, text::TextRange>, const store::HiddenLine*> byPlace;
    for (const store::HiddenLine& row : rows)
        byPlace.emplace(std::pair(row.unit, row.range), &row);
    for (ConcordanceLine& line : result.lines) {
        const auto row = byPlace.find(std::pair(line.unit, line.range));
        if (row == byPlace.end())
            continue;
        line.hidden = row->second->guid;
        line.hiddenReason = row->second->reason;
    }
    return {};
}

} // namespace

Result<ConcordanceResult> concordance(Session& session, const ConcordanceRequest& request,
                                      const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    RAPPORT_TRY(checkRequest(session, *names, request));
    RAPPORT_ASSIGN(QueryLines found, QueryLines::find(session, request.query, task, true));
    RAPPORT_TRY(found.keepCoded(session, request.coded, task));
    RAPPORT_TRY(found.settleHidden(session, request.withHidden, task));
    ConcordanceResult result;
    result.query = request.query;
    result.parsed = found.parsed;
    result.hasWords = !found.words.empty();
    result.hidden = found.hidden;
    result.found = static_cast<std::int64_t>(found.lines.size());
    if (request.sample) {
        RAPPORT_ASSIGN(found.lines, found.draw(session, *request.sample, request.seed, task));
        std::sort(found.lines.begin(), found.lines.end());
    }
    result.total = static_cast<std::int64_t>(found.lines.size());
    for (std::uint32_t unit = 0; unit < found.tokens->unitCount(); ++unit) {
        if (found.isSeen[unit])
            result.words += found.tokens->unitEnd(unit) - found.tokens->unitBegin(unit);
    }
    std::uint32_t last = found.tokens->unitCount();
    search::UnitCursor units(*found.tokens);
    for (const search::TokenSpan& line : found.lines) {
        if (task.isStopped())
            return base::Task::cancelled();
        const std::uint32_t unit = units.at(line.first);
        result.units += unit == last ? 0 : 1;
        last = unit;
    }
    std::vector<search::LineKey> keys;
    for (const std::string& name : request.sort) {
        RAPPORT_ASSIGN(UnitValues values, UnitValues::read(session, found, name, task));
        keys.push_back(std::move(values.key));
    }
    RAPPORT_ASSIGN(UnitValues inStudy, UnitValues::studyOrder(session, found, task));
    keys.push_back(std::move(inStudy.key));
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    RAPPORT_TRY(search::sortLines(*found.tokens, found.lines, keys, properties.language, task));
    const auto offset = static_cast<std::size_t>(std::max<std::int64_t>(request.offset, 0));
    const auto limit = request.limit ? static_cast<std::size_t>(std::max<std::int64_t>(*request.limit, 0))
                                     : found.lines.size();
    const std::size_t begin = std::min(offset, found.lines.size());
    const std::size_t end = begin + std::min(limit, found.lines.size() - begin);
    const std::vector<search::TokenSpan> shown(found.lines.begin() + static_cast<std::ptrdiff_t>(begin),
                                               found.lines.begin() + static_cast<std::ptrdiff_t>(end));
    RAPPORT_ASSIGN(result.lines,
                   shownLines(session, *found.names, *found.tokens, shown, request.width, task));
    if (request.withHidden)
        RAPPORT_TRY(markHidden(session, found.words, result));
    return result;
}

Result<ChangeSet> codeLines(Session& session, const std::vector<ConcordanceLine>& lines, model::RaterId rater,
                            const std::string& round, model::CodeId code) {
    return asOneStep(session, [&](Session& open) -> base::Status {
        for (const ConcordanceLine& line : lines) {
            if (!line.hidden.isNull())
                continue; // it was left out, with a reason: to be seen, not to be coded
            RAPPORT_ASSIGN(const model::Round in, round.empty() ? roundOfWork(open, line.unit, rater)
                                                                : roundFor(open, line.unit, rater, round));
            RAPPORT_ASSIGN(const ChangeSet change,
                           service::code(open, {rater, in.id, line.unit}, code, line.range));
            static_cast<void>(change);
        }
        return {};
    });
}

} // namespace rapport::service
