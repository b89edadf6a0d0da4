// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/concording_lines.h"

#include "base/format.h"
#include "base/number.h"
#include "service/chance.h"
#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "text/collation.h"
#include "text/fold.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <unordered_map>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

/// "left2" as 2; 0 where it is no such key.
std::uint32_t wordNumber(const std::string& name, std::string_view side) {
    constexpr std::int64_t furthest = 9;
    if (!name.starts_with(side))
        return 0;
    const auto number = base::parseInteger(std::string_view(name).substr(side.size()));
    return number && *number >= 1 && *number <= furthest ? static_cast<std::uint32_t>(*number) : 0;
}

auto isCalled(const std::string& name) {
    return
        [wanted = text::fold(name)](const std::string& attribute) { return text::fold(attribute) == wanted; };
}

/// One of ConcordanceRequest::sort.
base::Status checkKey(const Session& session, const UnitNames& names, const std::string& name) {
    constexpr std::array<std::string_view, 5> plain{"match", "code", "prompt", "question", "lang"};
    if (wordNumber(name, "left") > 0 || wordNumber(name, "right") > 0 ||
        std::find(plain.begin(), plain.end(), name) != plain.end())
        return {};
    if (name == "speaker" || name == "source") {
        // Who spoke and in what source may say who it is.
        if (names.isBlindAnywhere())
            return base::fail(Errc::Refused,
                              "while a blind round is running, raters do not search by source");
        return {};
    }
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    if (std::any_of(attributes.begin(), attributes.end(), isCalled(name)))
        return {};
    return base::fail(Errc::NotFound, base::said("lines have no '{}'", name),
                      "use left1, right1, match, code, speaker, prompt, lang, source or an attribute");
}

/// A text per unit that the viewer may see, turned into numbers in the order of the language.
template<typename Text>
Result<UnitValues> valuesOf(Session& session, const QueryLines& found, const Text& textOf) {
    // Few values for many units: they are numbered as they come, then put in order. What nobody may see has
    // none.
    UnitValues made;
    std::unordered_map<std::string, std::uint32_t> numbers{{std::string(), 0}};
    made.values.emplace_back();
    made.key.unitValues.resize(found.tokens->unitCount(), 0);
    std::uint32_t number = 0;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        number = found.tokens->numberFrom(number, row.unit.id);
        if (number == found.tokens->unitCount() || found.tokens->unit(number) != row.unit.id ||
            !found.isSeen[number])
            return true;
        const auto [value, isNew] =
            numbers.emplace(textOf(row), static_cast<std::uint32_t>(made.values.size()));
        if (isNew)
            made.values.push_back(value->first);
        made.key.unitValues[number] = value->second;
        return true;
    }));
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    const text::Collator order(properties.language);
    std::vector<std::pair<std::string, std::uint32_t>> keyed;
    for (std::uint32_t each = 0; each < made.values.size(); ++each)
        keyed.emplace_back(order.sortKey(made.values[each]), each);
    std::sort(keyed.begin(), keyed.end(), [&made](const auto& a, const auto& b) {
        return a.first != b.first ? a.first < b.first : made.values[a.second] < made.values[b.second];
    });
    std::vector<std::uint32_t> rankOf(made.values.size());
    std::vector<std::string> inOrder;
    for (const auto& [key, each] : keyed) {
        rankOf[each] = static_cast<std::uint32_t>(inOrder.size());
        inOrder.push_back(std::move(made.values[each]));
    }
    made.values = std::move(inOrder);
    for (std::uint32_t& value : made.key.unitValues)
        value = rankOf[value];
    return made;
}

/// Names of the codes on each unit, in the codebook's order. The same few sets of codes stand on many units:
/// each is written once.
class CodesOfUnits {
public:
    /// A rater: by the own codings.
    static Result<CodesOfUnits> read(const Session& session) {
        RAPPORT_ASSIGN(const auto codebook, session.codebook());
        std::unordered_map<model::CodeId, std::uint32_t> placeOf;
        std::vector<std::string> names;
        for (const model::Variable& variable : codebook->variables) {
            for (const model::Code& code : variable.codes) {
                placeOf.emplace(code.id, static_cast<std::uint32_t>(names.size()));
                names.push_back(code.name);
            }
        }
        RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
        CodesOfUnits made;
        std::map<std::vector<std::uint32_t>, std::uint32_t> known;
        std::vector<std::uint32_t> here;
        model::UnitId unit;
        const auto endUnit = [&] {
            if (here.empty())
                return;
            std::sort(here.begin(), here.end());
            here.erase(std::unique(here.begin(), here.end()), here.end());
            const auto [set, isNew] = known.emplace(here, static_cast<std::uint32_t>(made.m_texts.size()));
            if (isNew) {
                std::string text;
                for (const std::uint32_t place : here)
                    text += (text.empty() ? "" : ", ") + names[place];
                made.m_texts.push_back(std::move(text));
            }
            made.m_units.push_back(unit);
            made.m_textOf.push_back(set->second);
            here.clear();
        };
        RAPPORT_TRY(session.impl().codings().forEachCode(
            session.viewer().rater, [&](model::UnitId coded, model::CodeId code) {
                if (coded != unit) {
                    endUnit();
                    unit = coded;
                }
                if (const auto place = placeOf.find(code); place != placeOf.end() && !still.holds(coded))
                    here.push_back(place->second);
                return true;
            }));
        endUnit();
        return made;
    }
    /// Empty for a unit without.
    [[nodiscard]] std::string of(model::UnitId unit) const {
        const auto found = std::lower_bound(m_units.begin(), m_units.end(), unit);
        return found == m_units.end() || *found != unit
                   ? std::string()
                   : m_texts[m_textOf[static_cast<std::size_t>(found - m_units.begin())]];
    }

private:
    std::vector<model::UnitId> m_units; ///< rising
    std::vector<std::uint32_t> m_textOf;
    std::vector<std::string> m_texts;
};

} // namespace

base::Status LineRanges::goTo(std::uint32_t unit) {
    if (m_unit == unit)
        return {};
    RAPPORT_ASSIGN(const store::UnitRow row, m_texts.row(m_tokens->unit(unit)));
    m_row = row.unit;
    m_lines.reset();
    m_unit = unit;
    return {};
}

Result<model::SourceId> LineRanges::source(const search::TokenSpan& line) {
    RAPPORT_TRY(goTo(m_tokens->unitAt(line.first)));
    return m_row.source;
}

Result<text::TextRange> LineRanges::of(const search::TokenSpan& line) {
    const std::uint32_t unit = m_tokens->unitAt(line.first);
    RAPPORT_TRY(goTo(unit));
    if (!m_lines) {
        RAPPORT_ASSIGN(m_text, m_texts.text(m_row));
        m_lines.emplace(m_row.id, m_text);
    }
    const std::uint32_t begin = m_tokens->unitBegin(unit);
    const text::TextRange range = m_lines->line(line.first - begin, line.last - begin, 0).range;
    const std::int64_t start = m_row.range.begin.value;
    return text::textRange(range.begin.value + start, range.end.value + start);
}

base::Status QueryLines::settleHidden(Session& session, bool areWanted, const base::Task& task) {
    RAPPORT_ASSIGN(const auto rows, session.impl().searches().hidden(session.viewer().rater, words));
    if (rows.empty())
        return {};
    std::map<std::uint32_t, std::set<std::pair<std::int64_t, std::int64_t>>> ranges; ///< by unit
    for (const store::HiddenLine& row : rows)
        ranges[tokens->numberOf(row.unit)].emplace(row.range.begin.value, row.range.end.value);
    LineRanges rangeOf(session, *tokens);
    std::vector<search::TokenSpan> kept;
    search::UnitCursor units(*tokens);
    for (const search::TokenSpan& line : lines) {
        if (task.isStopped())
            return base::Task::cancelled();
        const auto unit = ranges.find(units.at(line.first));
        bool isHidden = false;
        if (unit != ranges.end()) {
            RAPPORT_ASSIGN(const text::TextRange range, rangeOf.of(line));
            isHidden = unit->second.contains({range.begin.value, range.end.value});
        }
        hidden += isHidden ? 1 : 0;
        if (areWanted || !isHidden)
            kept.push_back(line);
    }
    lines = std::move(kept);
    return {};
}

base::Status QueryLines::keepCoded(Session& session, const std::string& coded, const base::Task& task) {
    if (coded.empty())
        return {};
    RAPPORT_ASSIGN(const CodedBy wanted, readCodedBy(session, coded));
    store::CodingFilter filter;
    filter.rater = wanted.rater;
    RAPPORT_ASSIGN(const auto codings, session.impl().codings().codings(filter));
    CodedPlaces places(session, *tokens);
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    const bool isOwn = wanted.rater == still.self();
    for (const model::Coding& coding : codings) {
        if (task.isStopped())
            return base::Task::cancelled();
        if (!isOwn && still.holds(coding.unit))
            continue;
        if (!wanted.codes.empty() &&
            std::find(wanted.codes.begin(), wanted.codes.end(), coding.code) == wanted.codes.end())
            continue;
        RAPPORT_TRY(places.add(coding));
    }
    places.settle();
    LineRanges rangeOf(session, *tokens);
    std::vector<search::TokenSpan> kept;
    for (const search::TokenSpan& line : lines) {
        if (task.isStopped())
            return base::Task::cancelled();
        const model::UnitId unit = tokens->unit(tokens->unitAt(line.first));
        bool isCoded = places.isWhole(unit);
        model::SourceId source;
        if (!isCoded && places.needsPlaces()) {
            RAPPORT_ASSIGN(source, rangeOf.source(line));
        }
        // The text is read where something may be touched alone.
        if (!isCoded && (places.isTouched(unit) || places.isTouchedIn(source))) {
            RAPPORT_ASSIGN(const text::TextRange range, rangeOf.of(line));
            isCoded = !places.codesAt(unit, source, range).empty();
        }
        const bool isUnknown = !isOwn && still.holds(unit); // neither coded nor not coded
        if (isCoded == wanted.isCoded && !isUnknown)
            kept.push_back(line);
    }
    lines = std::move(kept);
    return {};
}

bool CodedPlaces::Ranges::touches(text::TextRange range) const {
    if (isWhole)
        return true;
    const auto part = std::upper_bound(parts.begin(), parts.end(), range.begin,
                                       [](text::CodePoints at, const auto& each) { return at < each.end; });
    return part != parts.end() && part->begin < range.end;
}

base::Status CodedPlaces::add(const model::Coding& coding) {
    if (m_tokens->numberOf(coding.unit) < m_tokens->unitCount()) {
        Ranges& ranges = m_byUnit[coding.unit][coding.code];
        if (coding.range)
            ranges.parts.push_back(*coding.range);
        else
            ranges.isWhole = true;
        return {};
    }
    auto place = m_places.find(coding.unit);
    if (place == m_places.end()) {
        RAPPORT_ASSIGN(const store::UnitRow row, m_texts.row(coding.unit));
        place = m_places.emplace(coding.unit, std::pair(row.unit.source, row.unit.range)).first;
    }
    m_bySource[place->second.first][coding.code].parts.push_back(coding.range.value_or(place->second.second));
    return {};
}

void CodedPlaces::settle() {
    const auto merge = [](Ranges& ranges) {
        auto& parts = ranges.parts;
        std::sort(parts.begin(), parts.end());
        std::vector<text::TextRange> apart;
        for (const text::TextRange& part : parts) {
            if (!apart.empty() && part.begin <= apart.back().end)
                apart.back().end = std::max(apart.back().end, part.end);
            else
                apart.push_back(part);
        }
        parts = std::move(apart);
    };
    for (auto& [unit, byCode] : m_byUnit) {
        for (auto& [code, ranges] : byCode)
            merge(ranges);
    }
    for (auto& [source, byCode] : m_bySource) {
        for (auto& [code, ranges] : byCode)
            merge(ranges);
    }
}

bool CodedPlaces::isWhole(model::UnitId unit) const {
    const auto found = m_byUnit.find(unit);
    return found != m_byUnit.end() && std::any_of(found->second.begin(), found->second.end(),
                                                  [](const auto& each) { return each.second.isWhole; });
}

bool CodedPlaces::isTouched(model::UnitId unit) const {
    return m_byUnit.contains(unit);
}

bool CodedPlaces::isTouchedIn(model::SourceId source) const {
    return m_bySource.contains(source);
}

std::vector<model::CodeId> CodedPlaces::codesAt(model::UnitId unit, model::SourceId source,
                                                text::TextRange range) const {
    std::vector<model::CodeId> codes;
    const auto take = [&](const ByCode& byCode) {
        for (const auto& [code, ranges] : byCode) {
            if (ranges.touches(range) && std::find(codes.begin(), codes.end(), code) == codes.end())
                codes.push_back(code);
        }
    };
    if (const auto found = m_byUnit.find(unit); found != m_byUnit.end())
        take(found->second);
    if (const auto found = m_bySource.find(source); found != m_bySource.end())
        take(found->second);
    return codes;
}

Result<QueryLines> QueryLines::everything(Session& session, const base::Task& task) {
    QueryLines found;
    RAPPORT_ASSIGN(found.names, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(found.tokens, tokensOf(session, task));
    found.isFound.resize(found.tokens->unitCount());
    found.isSeen.resize(found.tokens->unitCount());
    for (std::uint32_t number = 0; number < found.tokens->unitCount(); ++number)
        found.isSeen[number] = found.names->maySee(found.tokens->unit(number));
    return found;
}

Result<std::vector<bool>> QueryLines::unitsOf(Session& session, const std::string& query,
                                              const base::Task& task) const {
    RAPPORT_ASSIGN(const search::Query read, readQuery(session, *names, query));
    search::SearchOptions options;
    options.limit = 0;
    options.sort = search::SortOrder::Source;
    options.wantsSuggestion = false;
    RAPPORT_ASSIGN(const search::SearchResult result, findUnits(session, *names, read, options, task));
    std::vector<bool> isIn(tokens->unitCount());
    std::uint32_t number = 0;
    for (const model::UnitId unit : result.units) {
        number = tokens->numberFrom(number, unit);
        if (number < tokens->unitCount() && tokens->unit(number) == unit)
            isIn[number] = true;
    }
    return isIn;
}

Result<QueryLines> QueryLines::find(Session& session, const std::string& query, const base::Task& task,
                                    bool withHidden) {
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(const search::Query read, readQuery(session, *viewerNames, query));
    RAPPORT_ASSIGN(QueryLines found, everything(session, task));
    found.parsed = search::describe(read);
    RAPPORT_ASSIGN(found.isFound, found.unitsOf(session, query, task));
    RAPPORT_ASSIGN(const auto spans, found.tokens->spans(read, task));
    RAPPORT_ASSIGN(found.lines, search::linesIn(*found.tokens, spans, found.isFound, task));
    found.words = search::describeWords(read);
    if (!withHidden)
        RAPPORT_TRY(found.settleHidden(session, false, task));
    return found;
}

Result<QueryLines> QueryLines::find(Session& session, const LineSet& set, const base::Task& task) {
    RAPPORT_ASSIGN(QueryLines found, find(session, set.query, task, true));
    RAPPORT_TRY(found.keepCoded(session, set.coded, task));
    RAPPORT_TRY(found.settleHidden(session, false, task));
    if (set.sample) {
        RAPPORT_ASSIGN(found.lines, found.draw(session, *set.sample, set.seed, task));
        std::sort(found.lines.begin(), found.lines.end());
    }
    return found;
}

Result<std::vector<search::TokenSpan>> QueryLines::draw(Session& session, std::int64_t count,
                                                        std::uint64_t seed, const base::Task& task) const {
    std::vector<std::uint64_t> ofUnit(tokens->unitCount());
    std::uint32_t number = 0;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        number = tokens->numberFrom(number, row.unit.id);
        if (number < tokens->unitCount() && tokens->unit(number) == row.unit.id)
            ofUnit[number] = chanceOf(row.unit.guid, seed);
        return true;
    }));
    std::vector<std::uint64_t> keys;
    keys.reserve(lines.size());
    search::UnitCursor units(*tokens);
    for (const search::TokenSpan& line : lines) {
        if (task.isStopped())
            return base::Task::cancelled();
        const std::uint32_t unit = units.at(line.first);
        const std::uint64_t place = line.first - tokens->unitBegin(unit);
        constexpr unsigned half = 32;
        keys.push_back(base::Random(ofUnit[unit] ^ (place << half | (line.last - line.first))).next());
    }
    return search::drawLines(lines, keys, static_cast<std::size_t>(std::max<std::int64_t>(count, 0)), task);
}

base::Status checkRequest(const Session& session, const UnitNames& names, const ConcordanceRequest& request) {
    constexpr std::size_t mostKeys = 3;
    if (request.sort.size() > mostKeys)
        return base::fail(Errc::InvalidArgument, "lines are sorted by at most three keys");
    for (const std::string& key : request.sort)
        RAPPORT_TRY(checkKey(session, names, key));
    if (request.width < 0 || request.offset < 0 || request.limit.value_or(0) < 0 ||
        request.sample.value_or(0) < 0)
        return base::fail(Errc::InvalidArgument, "words of context and numbers of lines are not below 0");
    if (!request.coded.empty())
        RAPPORT_TRY(readCodedBy(session, request.coded));
    return {};
}

Result<UnitValues> UnitValues::read(Session& session, const QueryLines& found, const std::string& name,
                                    const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_TRY(checkKey(session, *found.names, name));
    UnitValues made;
    if (const std::uint32_t word = wordNumber(name, "left"); word > 0) {
        made.key.by = search::LineKey::By::Left;
        made.key.word = word;
        return made;
    }
    if (const std::uint32_t word = wordNumber(name, "right"); word > 0) {
        made.key.by = search::LineKey::By::Right;
        made.key.word = word;
        return made;
    }
    if (name == "match") {
        made.key.by = search::LineKey::By::Match;
        return made;
    }
    if (name == "code") {
        RAPPORT_ASSIGN(const auto codes, CodesOfUnits::read(session));
        return valuesOf(session, found,
                        [&codes](const store::UnitRow& row) { return codes.of(row.unit.id); });
    }
    // Where a text comes from would tell whose it is.
    const auto placed = [&found](const store::UnitRow& row, const std::string& value) {
        return found.names->hidesPlace(row.unit.id) ? std::string() : value;
    };
    if (name == "speaker")
        return valuesOf(session, found, [&](const store::UnitRow& row) { return placed(row, row.speaker); });
    if (name == "prompt" || name == "question")
        return valuesOf(session, found, [](const store::UnitRow& row) { return row.prompt; });
    if (name == "lang")
        return valuesOf(session, found, [](const store::UnitRow& row) { return row.language; });
    if (name == "source")
        return valuesOf(session, found,
                        [&](const store::UnitRow& row) { return placed(row, row.sourceName); });
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    const auto attribute = std::find_if(attributes.begin(), attributes.end(), isCalled(name));
    RAPPORT_ASSIGN(const auto known, AttributeOfUnits::read(session, *attribute));
    return valuesOf(session, found, [&known](const store::UnitRow& row) {
        const std::string* const value = known.of(row);
        return value == nullptr ? std::string() : *value;
    });
}

Result<UnitValues> UnitValues::studyOrder(Session& session, const QueryLines& found, const base::Task& task) {
    if (found.names->isBlindAnywhere()) {
        // The study's order would tell who wrote what: neutral names have an order of their own.
        return valuesOf(session, found, [&found](const store::UnitRow& row) {
            return found.names->shown(row.unit, model::RoundId{});
        });
    }
    std::vector<std::pair<std::int64_t, std::uint32_t>> placed;
    placed.reserve(found.tokens->unitCount());
    std::vector<std::pair<NeutralPlace, std::uint32_t>> hidden; // behind the rest
    std::uint32_t number = 0;
    RAPPORT_TRY(session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        number = found.tokens->numberFrom(number, row.unit.id);
        if (number == found.tokens->unitCount() || found.tokens->unit(number) != row.unit.id)
            return true;
        if (found.names->hidesPlace(row.unit.id))
            hidden.emplace_back(neutralPlace(*found.names, row.unit.id), number);
        else
            placed.emplace_back(row.unit.ordinal, number);
        return true;
    }));
    // In order already, but where texts came in several times: a piece at a time, so that it can be stopped.
    constexpr std::size_t piece = 65'536;
    const auto at = [&placed](std::size_t place) {
        return placed.begin() + static_cast<std::ptrdiff_t>(std::min(place, placed.size()));
    };
    for (std::size_t begin = 0; begin < placed.size(); begin += piece) {
        if (task.isStopped())
            return base::Task::cancelled();
        if (!std::is_sorted(at(begin), at(begin + piece)))
            std::sort(at(begin), at(begin + piece));
    }
    for (std::size_t width = piece; width < placed.size(); width *= 2) {
        for (std::size_t begin = 0; begin + width < placed.size(); begin += 2 * width) {
            if (task.isStopped())
                return base::Task::cancelled();
            if (*at(begin + width) < *(at(begin + width) - 1))
                std::inplace_merge(at(begin), at(begin + width), at(begin + 2 * width));
        }
    }
    UnitValues made;
    made.key.unitValues.resize(found.tokens->unitCount());
    for (std::uint32_t rank = 0; rank < placed.size(); ++rank)
        made.key.unitValues[placed[rank].second] = rank;
    std::sort(hidden.begin(), hidden.end());
    auto rank = static_cast<std::uint32_t>(placed.size());
    for (const auto& [place, unit] : hidden)
        made.key.unitValues[unit] = rank++;
    return made;
}

} // namespace rapport::service
