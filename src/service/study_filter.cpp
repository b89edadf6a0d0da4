// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "service/measuring.h"
#include "service/own_rating.h"
#include "service/search_scope.h"
#include "text/fold.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;
using base::Result;
using Units = std::vector<model::UnitId>;

namespace {

Units sorted(Units units) {
    std::sort(units.begin(), units.end());
    units.erase(std::unique(units.begin(), units.end()), units.end());
    return units;
}

bool isNamed(const search::FieldTest& test, const std::string& name) {
    return search::isValue(test, search::foldedFieldValue(name));
}

/// A value of an attribute as its kind has it: 4.5 is 4.50, and 2024-05 all of that month.
bool isOfKind(const search::FieldTest& test, model::AttributeType kind, const std::string& value) {
    const std::string folded = search::foldedFieldValue(value);
    if (kind == model::AttributeType::Date) {
        if (!test.lower && !test.upper)
            return test.isPrefix || test.isSuffix ? search::isValue(test, folded)
                                                  : folded.starts_with(test.value);
        return (!test.lower || folded >= *test.lower) &&
               (!test.upper || folded <= *test.upper || folded.starts_with(*test.upper));
    }
    if (test.lower || test.upper)
        return search::isInRange(test, folded);
    if (kind == model::AttributeType::Number && !test.isPrefix && !test.isSuffix) {
        const auto wanted = search::fieldNumber(test.value);
        const auto there = search::fieldNumber(folded);
        if (wanted && there)
            return *wanted == *there;
    }
    return search::isValue(test, folded);
}

/// "closeness@r1" as closeness and r1.
std::pair<std::string, std::string> splitRater(const std::string& value) {
    const std::size_t at = value.rfind('@');
    if (at == std::string::npos)
        return {value, {}};
    return {value.substr(0, at), value.substr(at + 1)};
}

/// Whose codings are asked for: those of the one named, else the viewer's own, else anybody's.
Result<model::RaterId> raterAsked(const Session& session, const std::string& name) {
    const model::RaterId own = session.viewer().rater;
    if (name.empty())
        return own;
    RAPPORT_ASSIGN(const auto raters, session.raters());
    std::vector<std::string> names;
    for (const model::Rater& rater : raters) {
        // A rater hears of no other one.
        if (own.isNone() || rater.id == own)
            names.push_back(rater.name);
        if (search::foldedFieldValue(rater.name) != search::foldedFieldValue(name))
            continue;
        if (!own.isNone() && rater.id != own)
            return base::fail(Errc::Refused, "a rater searches the own codings only");
        return rater.id;
    }
    return base::fail(Errc::NotFound, base::said("there is no rater '{}'", name),
                      nearestOf(search::foldedFieldValue(name), names));
}

/// Units coded by that rater, by anybody where there is none: of what the viewer still has to rate, the own
/// work alone. Rising.
Result<Units> unitsCoded(const Session& session, const StillToRate& still, model::CodeId code,
                         model::RaterId by) {
    const auto codings = session.impl().codings();
    RAPPORT_ASSIGN(Units units, codings.unitsCoded(code, by));
    if (still.isEmpty() || by == still.self())
        return units;
    std::erase_if(units, [&still](model::UnitId unit) { return still.holds(unit); });
    if (!by.isNone())
        return units;
    RAPPORT_ASSIGN(const Units own, codings.unitsCoded(code, still.self()));
    for (const model::UnitId unit : own) {
        if (still.holds(unit))
            units.push_back(unit);
    }
    return sorted(std::move(units));
}

/// By name or title; a heading stands for the codes below it, which are the ones that are given. Errors:
/// NotFound.
Result<std::vector<model::CodeId>> codesNamed(const Session& session, const search::FieldTest& test) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::vector<model::CodeId> codes;
    std::vector<model::CodeId> headings;
    std::vector<std::string> names;
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes) {
            names.push_back(code.name);
            // Parents come before their children.
            const bool isBelow = !code.parent.isNone() &&
                                 std::find(headings.begin(), headings.end(), code.parent) != headings.end();
            if (!isBelow && !isNamed(test, code.name) && !isNamed(test, code.title.in("en")) &&
                !isNamed(test, code.title.in("nl")))
                continue;
            codes.push_back(code.id);
            if (!code.isCodable)
                headings.push_back(code.id);
        }
    }
    if (codes.empty())
        return base::fail(Errc::NotFound, base::said("there is no code '{}'", test.value),
                          nearestOf(test.value, names));
    return codes;
}

} // namespace

bool namesSource(const search::QueryNode& node) {
    return (node.kind == search::QueryNode::Kind::Field &&
            (node.field == "source" || node.field == "speaker")) ||
           std::any_of(node.children.begin(), node.children.end(), namesSource);
}

Result<CodedBy> readCodedBy(const Session& session, const std::string& typed) {
    const auto [value, rater] = splitRater(typed);
    CodedBy made;
    RAPPORT_ASSIGN(made.rater, raterAsked(session, rater));
    search::FieldTest test;
    test.value = search::foldedFieldValue(value);
    if (test.value == "yes" || test.value == "no") {
        made.isCoded = test.value == "yes";
        return made;
    }
    RAPPORT_ASSIGN(made.codes, codesNamed(session, test));
    return made;
}

Result<bool> asksForOthers(const Session& session, const StillToRate& still, const search::QueryNode& node) {
    if (still.isEmpty())
        return false;
    for (const search::QueryNode& child : node.children) {
        RAPPORT_ASSIGN(const bool asks, asksForOthers(session, still, child));
        if (asks)
            return true;
    }
    if (node.kind != search::QueryNode::Kind::Field)
        return false;
    if (node.field == "memo" || (node.field == "coded" && node.value == "disagreed"))
        return true;
    if (node.field == "code" || node.field == "coded") {
        RAPPORT_ASSIGN(const model::RaterId by, raterAsked(session, splitRater(node.value).second));
        return by != still.self();
    }
    if (node.field != "rater")
        return false;
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    const auto self = raters.find(still.self());
    return self == raters.end() || node.value != search::foldedFieldValue(self->second.name);
}

Result<std::int64_t> leftOutOf(const Session& session, const search::Query& query) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const bool asks, asksForOthers(session, still, query.root));
    return asks ? static_cast<std::int64_t>(still.units().size()) : 0;
}

template<typename Condition>
Result<Units> StudyFilter::allUnits(const Condition& condition) const {
    constexpr std::size_t unitsPerLook = 1'024;
    Units units;
    std::size_t seen = 0;
    bool isStopped = false;
    RAPPORT_TRY(
        m_session->impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
            if (condition(row))
                units.push_back(row.unit.id);
            isStopped = ++seen % unitsPerLook == 0 && m_task.isStopped();
            return !isStopped;
        }));
    if (isStopped)
        return base::Task::cancelled();
    return units;
}

Result<Units> StudyFilter::operator()(const search::FieldTest& test) const {
    if (test.field == visibleField)
        return allUnits([this](const store::UnitRow& row) {
            return m_session->viewer().isCoordinator() ? !m_names->hidesPlace(row.unit.id)
                                                       : m_names->maySee(row.unit.id);
        });
    const model::RaterId own = m_session->viewer().rater;
    if (test.field == "coded" && test.value == "disagreed")
        return disagreed();
    if (test.field == "code" || test.field == "coded")
        return coded(test);
    if (test.field == "rater")
        return byRater(test, own);
    if (test.field == "memo")
        return byMemo(test, own);
    return byAttribute(test);
}

Result<Units> StudyFilter::byMemo(const search::FieldTest& test, model::RaterId own) const {
    RAPPORT_ASSIGN(const auto memos, m_session->impl().codings().memos());
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(*m_session));
    Units units;
    for (const model::Memo& memo : memos) {
        const bool isOthers = memo.author != (still.isEmpty() ? own : still.self());
        if ((!isOthers || (own.isNone() && !still.holds(memo.unit))) &&
            text::fold(memo.text).find(test.value) != std::string::npos)
            units.push_back(memo.unit);
    }
    return sorted(std::move(units));
}

/// code:closeness, code:closeness@R1, coded:yes, coded:no@R1.
Result<Units> StudyFilter::coded(const search::FieldTest& test) const {
    const auto [value, rater] = splitRater(test.value);
    RAPPORT_ASSIGN(const model::RaterId by, raterAsked(*m_session, rater));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(*m_session));
    if (test.field == "coded") {
        RAPPORT_ASSIGN(auto with, unitsCoded(*m_session, still, model::CodeId{}, by));
        if (value == "yes")
            return with;
        return allUnits([&with](const store::UnitRow& row) {
            return !std::binary_search(with.begin(), with.end(), row.unit.id);
        });
    }
    search::FieldTest asked = test;
    asked.value = value;
    RAPPORT_ASSIGN(const auto codes, codesNamed(*m_session, asked));
    Units units;
    for (const model::CodeId code : codes) {
        RAPPORT_ASSIGN(const auto with, unitsCoded(*m_session, still, code, by));
        units.insert(units.end(), with.begin(), with.end());
    }
    return sorted(std::move(units));
}

Result<Units> StudyFilter::byRater(const search::FieldTest& test, model::RaterId own) const {
    RAPPORT_ASSIGN(const auto raters, m_session->raters());
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(*m_session));
    Units units;
    bool isKnown = false;
    for (const model::Rater& rater : raters) {
        if (!isNamed(test, rater.name))
            continue;
        isKnown = true;
        if (!own.isNone() && rater.id != own)
            return base::fail(Errc::Refused, "a rater searches the own codings only");
        RAPPORT_ASSIGN(const auto with, unitsCoded(*m_session, still, model::CodeId{}, rater.id));
        units.insert(units.end(), with.begin(), with.end());
        const bool isOthers = rater.id != still.self();
        store::CodingFilter filter;
        filter.rater = rater.id;
        RAPPORT_ASSIGN(const auto ratings, m_session->impl().codings().ratings(filter));
        for (const model::Rating& rating : ratings) {
            if (!isOthers || !still.holds(rating.unit))
                units.push_back(rating.unit);
        }
    }
    if (!isKnown)
        return base::fail(Errc::NotFound, base::said("there is no rater '{}'", test.value));
    return sorted(std::move(units));
}

Result<Units> StudyFilter::byAttribute(const search::FieldTest& test) const {
    RAPPORT_ASSIGN(const auto attributes, m_session->impl().participants().attributes());
    for (const model::Attribute& attribute : attributes) {
        // As it is typed in a query: a blank is an underscore there.
        if (text::fold(search::fieldNames({attribute.name}).back()) != text::fold(test.field))
            continue;
        if (attribute.isBlinded && !m_session->viewer().isCoordinator())
            return base::fail(Errc::Refused, base::said("'{}' is hidden from raters", attribute.name));
        RAPPORT_ASSIGN(const auto values, AttributeOfUnits::read(*m_session, attribute.name));
        return allUnits([&](const store::UnitRow& row) {
            const std::string* const value = values.of(row);
            if (value == nullptr)
                return false;
            return isOfKind(test, attribute.type, *value);
        });
    }
    return base::fail(Errc::NotFound, base::said("there is no attribute '{}'", test.field));
}

/// In any round.
Result<Units> StudyFilter::disagreed() const {
    if (!m_session->viewer().isCoordinator())
        return base::fail(Errc::Refused, "a rater searches the own codings only");
    RAPPORT_ASSIGN(const auto rounds, m_session->rounds());
    Units units;
    for (const model::Round& round : rounds) {
        DisagreementRequest request;
        request.round = round.name;
        RAPPORT_ASSIGN(const auto found, disagreements(*m_session, request));
        for (const Disagreement& each : found)
            units.push_back(each.unit);
    }
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(*m_session));
    std::erase_if(units, [&still](model::UnitId unit) { return still.holds(unit); });
    return sorted(std::move(units));
}

base::Result<std::vector<std::string>> attributeNames(const Session& session) {
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    std::vector<std::string> names;
    for (const model::Attribute& attribute : attributes) {
        if (session.viewer().isCoordinator() || !attribute.isBlinded)
            names.push_back(attribute.name);
    }
    return names;
}

Result<AttributeOfUnits> AttributeOfUnits::read(const Session& session, const std::string& attribute) {
    AttributeOfUnits read;
    RAPPORT_ASSIGN(read.m_values, session.impl().participants().valuesOf(attribute));
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    const bool isBlinded =
        std::any_of(attributes.begin(), attributes.end(),
                    [&](const model::Attribute& each) { return each.name == attribute && each.isBlinded; });
    if (isBlinded) {
        RAPPORT_ASSIGN(read.m_hidden, StillToRate::read(session));
        RAPPORT_ASSIGN(read.m_people, read.m_hidden.people(session));
    }
    return read;
}

const std::string* AttributeOfUnits::of(const store::UnitRow& row) const {
    const auto value = m_values.find(row.unit.participant);
    const bool isHidden = m_hidden.holds(row.unit.id) ||
                          std::binary_search(m_people.begin(), m_people.end(), row.unit.participant);
    return value == m_values.end() || isHidden ? nullptr : &value->second;
}

Result<search::Query> readQuery(const Session& session, const UnitNames& names, const std::string& typed) {
    RAPPORT_ASSIGN(const auto attributes, attributeNames(session));
    RAPPORT_ASSIGN(search::Query query, search::parseQuery(typed, attributes));
    if (names.isBlindAnywhere() && namesSource(query.root))
        return base::fail(Errc::Refused, "while a blind round is running, raters do not search by source");
    RAPPORT_TRY(checkNamed(session, query));
    return query;
}

} // namespace rapport::service
