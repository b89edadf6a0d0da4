// SPDX-License-Identifier: GPL-3.0-or-later
// Lines counted by what they were coded with, and by whom.
#include "service/concording_lines.h"
#include "service/own_rating.h"

#include <algorithm>
#include <map>

namespace rapport::service {

using base::Result;

Result<std::vector<LineFrequency>> frequenciesByCoding(Session& session, const QueryLines& found,
                                                       const std::string& key, const base::Task& task) {
    const bool isByRater = key == "rater";
    // What there can be, in the order of the codebook or of the raters.
    std::vector<std::pair<model::CodeId, std::string>> named;
    if (isByRater) {
        RAPPORT_ASSIGN(const auto raters, session.raters());
        for (const model::Rater& rater : raters)
            named.emplace_back(model::CodeId(rater.id.value), rater.name);
    } else {
        RAPPORT_ASSIGN(const auto codebook, session.codebook());
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes)
                named.emplace_back(code.id, code.name);
        }
    }
    store::CodingFilter filter;
    filter.rater = session.viewer().rater;
    RAPPORT_ASSIGN(const auto codings, session.impl().codings().codings(filter));
    // What the coordinator still has to rate shows nobody's codes.
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    CodedPlaces places(session, *found.tokens);
    for (model::Coding coding : codings) {
        if (task.isStopped())
            return base::Task::cancelled();
        if (still.holds(coding.unit) || coding.code.isNone())
            continue;
        // The places keep apart what has another number, be it of a code or of a rater.
        if (isByRater)
            coding.code = model::CodeId(coding.rater.value);
        RAPPORT_TRY(places.add(coding));
    }
    places.settle();
    struct Count {
        std::int64_t lines = 0;
        std::int64_t units = 0;
        model::UnitId last{};
    };
    const model::CodeId none{};
    std::map<model::CodeId, Count> counts;
    LineRanges rangeOf(session, *found.tokens);
    const auto add = [&counts](model::CodeId code, model::UnitId unit) {
        Count& count = counts[code];
        ++count.lines;
        count.units += count.last == unit ? 0 : 1;
        count.last = unit;
    };
    search::UnitCursor units(*found.tokens);
    for (const search::TokenSpan& line : found.lines) {
        if (task.isStopped())
            return base::Task::cancelled();
        const model::UnitId unit = found.tokens->unit(units.at(line.first));
        model::SourceId source;
        if (places.needsPlaces()) {
            RAPPORT_ASSIGN(source, rangeOf.source(line));
        }
        std::vector<model::CodeId> touched;
        if (places.isTouched(unit) || places.isTouchedIn(source)) {
            RAPPORT_ASSIGN(const text::TextRange range, rangeOf.of(line));
            touched = places.codesAt(unit, source, range);
        }
        if (key == "coded")
            add(touched.empty() ? none : model::CodeId(1), unit);
        else if (touched.empty())
            add(none, unit);
        else
            for (const model::CodeId code : touched)
                add(code, unit);
    }
    std::vector<LineFrequency> rows;
    const auto take = [&](model::CodeId code, const std::string& name) {
        if (const auto count = counts.find(code); count != counts.end())
            rows.push_back({name, count->second.lines, count->second.units});
    };
    if (key == "coded") {
        take(model::CodeId(1), "yes");
        take(none, "no");
    } else {
        for (const auto& [code, name] : named)
            take(code, name);
        take(none, {});
    }
    std::stable_sort(rows.begin(), rows.end(),
                     [](const LineFrequency& a, const LineFrequency& b) { return a.lines > b.lines; });
    return rows;
}

} // namespace rapport::service
