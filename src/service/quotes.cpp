// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/quotes.h"

#include "base/format.h"
#include "service/own_rating.h"
#include "service/session_impl.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace rapport::service {

base::Result<std::vector<CodedQuote>> codedQuotes(Session& session, const std::string& code, std::size_t most,
                                                  const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "choose examples from what was coded"));
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    const auto found = codebook->code(code);
    if (found.code == nullptr)
        return base::fail(base::Errc::NotFound, base::said("there is no code '{}'", code));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto raters, session.raters());
    std::map<model::RaterId, std::string> names;
    for (const model::Rater& rater : raters)
        names.emplace(rater.id, rater.name);
    store::CodingFilter filter;
    filter.code = found.code->id;
    RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
    // One place, whoever marked it.
    struct Place {
        model::UnitId unit;
        text::TextRange range;
        std::vector<std::string> raters;
    };
    std::vector<Place> places;
    std::map<std::tuple<std::int64_t, std::int64_t, std::int64_t>, std::size_t> known;
    for (const model::Coding& coding : codings) {
        if (!coding.range || still.holds(coding.unit))
            continue;
        const auto [place, isNew] = known.try_emplace(
            {coding.unit.value, coding.range->begin.value, coding.range->end.value}, places.size());
        if (isNew)
            places.push_back({coding.unit, *coding.range, {}});
        std::vector<std::string>& by = places[place->second].raters;
        const auto name = names.find(coding.rater);
        if (name != names.end() && std::find(by.begin(), by.end(), name->second) == by.end())
            by.push_back(name->second);
    }
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.raters.size() > b.raters.size(); });
    places.resize(std::min(places.size(), most));
    store::SourceTexts texts(*impl.file);
    std::vector<CodedQuote> quotes;
    for (Place& place : places) {
        if (task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(const auto unit, impl.sources().unit(place.unit, false));
        if (!unit)
            continue;
        RAPPORT_ASSIGN(const auto source, impl.sources().source(unit->unit.source));
        CodedQuote quote;
        RAPPORT_ASSIGN(quote.words, texts.cut(unit->unit.source, place.range));
        quote.unit = unit->unit.name;
        quote.language = source ? source->language : std::string();
        quote.raters = std::move(place.raters);
        std::sort(quote.raters.begin(), quote.raters.end());
        quotes.push_back(std::move(quote));
    }
    return quotes;
}

} // namespace rapport::service
