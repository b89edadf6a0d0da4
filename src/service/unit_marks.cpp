// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of the grid: what a rater did on many units, and their texts, read together.
#include "service/own_rating.h"
#include "service/rating.h"
#include "service/unit_names.h"
#include "text/fold.h"

#include <algorithm>

namespace rapport::service {

namespace {

using base::Errc;

constexpr std::int64_t longestPause = 180; // seconds
constexpr std::size_t rowsBetweenAsking = 4096;

base::Status ownOnly(const Session& session, model::RaterId rater) {
    if (session.viewer().isCoordinator() || session.viewer().rater == rater)
        return {};
    return base::fail(Errc::Refused, "a rater sees the own work only");
}

void add(UnitMarks& unit, const model::Coding& coding) {
    for (UnitMarks::Mark& mark : unit.marks) {
        if (mark.variable == coding.variable && mark.code == coding.code) {
            mark.hasQuote = mark.hasQuote || coding.range.has_value();
            return;
        }
    }
    unit.marks.push_back({coding.variable, coding.code, coding.count, coding.range.has_value()});
}

/// The entry of a unit in a list that rises by unit, made where it is missing.
class Rising {
public:
    explicit Rising(std::vector<UnitMarks>& units)
        : m_units(&units) {}
    UnitMarks& at(model::UnitId unit) {
        const auto before = [](const UnitMarks& each, model::UnitId wanted) { return each.unit < wanted; };
        // What is read comes in order of unit: mostly the last entry, or one behind it.
        if (!m_units->empty() && m_units->back().unit == unit)
            return m_units->back();
        auto place = m_units->empty() || m_units->back().unit < unit
                         ? m_units->end()
                         : std::lower_bound(m_units->begin(), m_units->end(), unit, before);
        if (place == m_units->end() || place->unit != unit) {
            UnitMarks fresh;
            fresh.unit = unit;
            place = m_units->insert(place, std::move(fresh));
        }
        return *place;
    }

private:
    std::vector<UnitMarks>* m_units;
};

/// The same elements rising and without doubles, so that nothing is inserted in the middle.
std::vector<model::UnitId> merged(std::vector<model::UnitId> a, const std::vector<model::UnitId>& b) {
    a.insert(a.end(), b.begin(), b.end());
    std::sort(a.begin(), a.end());
    a.erase(std::unique(a.begin(), a.end()), a.end());
    return a;
}

} // namespace

base::Result<std::vector<UnitMarks>> unitMarks(Session& session, model::RaterId rater, model::RoundId round,
                                               const base::Task& task) {
    auto& impl = session.impl();
    RAPPORT_TRY(ownOnly(session, rater));
    store::CodingFilter filter;
    filter.rater = rater;
    filter.round = round;
    RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
    if (task.isStopped())
        return base::Task::cancelled();
    RAPPORT_ASSIGN(auto ratings, impl.codings().ratings(filter));
    if (task.isStopped())
        return base::Task::cancelled();
    RAPPORT_ASSIGN(const auto flagged, impl.codings().flagged(rater, round));
    RAPPORT_ASSIGN(const auto withMemo, impl.codings().unitsWithMemo(rater));

    std::vector<model::UnitId> touched;
    touched.reserve(codings.size() + ratings.size());
    for (const model::Coding& coding : codings)
        touched.push_back(coding.unit);
    for (const model::Rating& rating : ratings)
        touched.push_back(rating.unit);
    touched = merged(merged(std::move(touched), flagged), withMemo);
    std::vector<UnitMarks> units(touched.size());
    for (std::size_t i = 0; i < touched.size(); ++i)
        units[i].unit = touched[i];
    Rising rising(units);
    for (const model::Coding& coding : codings)
        add(rising.at(coding.unit), coding);
    for (const model::UnitId unit : flagged)
        rising.at(unit).isFlagged = true;
    for (const model::UnitId unit : withMemo)
        rising.at(unit).hasMemo = true;
    std::sort(ratings.begin(), ratings.end(),
              [](const model::Rating& a, const model::Rating& b) { return a.position < b.position; });
    std::optional<base::Instant> last;
    for (const model::Rating& rating : ratings) {
        UnitMarks& unit = rising.at(rating.unit);
        if (unit.isComplete)
            continue; // another variable of the same completion
        unit.isComplete = true;
        if (last) {
            const auto seconds =
                std::chrono::duration_cast<std::chrono::seconds>(rating.time - *last).count();
            if (seconds > 0 && seconds <= longestPause)
                unit.seconds = seconds;
        }
        last = rating.time;
    }
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readFor(session, rater));
    std::erase_if(units, [&still](const UnitMarks& unit) { return still.holds(unit.unit); });
    return units;
}

base::Result<std::vector<UnitMarks>> unitMarksOf(Session& session, model::RaterId rater, model::RoundId round,
                                                 const std::vector<model::UnitId>& units) {
    auto& impl = session.impl();
    RAPPORT_TRY(ownOnly(session, rater));
    RAPPORT_ASSIGN(const auto flagged, impl.codings().flagged(rater, round));
    std::vector<UnitMarks> found;
    found.reserve(units.size());
    store::CodingFilter filter;
    filter.rater = rater;
    filter.round = round;
    for (const model::UnitId id : units) {
        UnitMarks unit;
        unit.unit = id;
        filter.unit = id;
        RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
        for (const model::Coding& coding : codings)
            add(unit, coding);
        RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
        unit.isComplete = !ratings.empty();
        unit.isFlagged = std::binary_search(flagged.begin(), flagged.end(), id);
        RAPPORT_ASSIGN(const model::Memo memo, impl.codings().memo(rater, id));
        unit.hasMemo = !memo.text.empty();
        found.push_back(std::move(unit));
    }
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::readFor(session, rater));
    for (UnitMarks& unit : found) {
        if (!still.holds(unit.unit))
            continue;
        UnitMarks bare;
        bare.unit = unit.unit;
        unit = std::move(bare);
    }
    return found;
}

base::Result<std::vector<std::string>> unitTexts(Session& session, const std::vector<model::UnitId>& units) {
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    std::vector<std::string> texts(units.size());
    for (std::size_t i = 0; i < units.size(); ++i) {
        if (!names->maySee(units[i]))
            continue;
        RAPPORT_ASSIGN(auto row, session.impl().sources().unit(units[i], true));
        if (row)
            texts[i] = std::move(row->text);
    }
    return texts;
}

base::Result<std::vector<model::UnitId>> unitsSaying(Session& session, const std::string& words,
                                                     const base::Task& task) {
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    const std::string wanted = text::fold(words);
    std::vector<model::UnitId> found;
    std::size_t count = 0;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, true, [&](const store::UnitRow& row) {
        if (++count % rowsBetweenAsking == 0 && task.isStopped())
            return false;
        if (row.unit.kind == model::UnitKind::Answer && names->maySee(row.unit.id) &&
            text::fold(row.text).find(wanted) != std::string::npos)
            found.push_back(row.unit.id);
        return true;
    }));
    if (task.isStopped())
        return base::Task::cancelled();
    return found;
}

} // namespace rapport::service
