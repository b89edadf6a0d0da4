// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a query that name what is not there: said with the place and the nearest name, as no match at all
// looks like a result.
#include "base/clock.h"
#include "base/format.h"
#include "search/search.h"
#include "service/search_scope.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <set>

namespace rapport::service {

using base::Errc;
using base::Phrase;
using base::Status;
using search::QueryNode;

namespace {

search::FieldTest testOf(const QueryNode& node) {
    search::FieldTest test;
    test.field = node.field;
    test.value = node.value;
    test.isPrefix = node.isPrefix;
    test.isSuffix = node.isSuffix;
    test.lower = node.lower;
    test.upper = node.upper;
    return test;
}

template<typename Visit>
Status forEachField(const QueryNode& node, const Visit& visit) {
    if (node.kind == QueryNode::Kind::Field)
        return visit(node);
    for (const QueryNode& child : node.children)
        RAPPORT_TRY(forEachField(child, visit));
    return {};
}

/// A year, a month of it, a day of that: one that there is.
bool isDate(const std::string& folded) {
    constexpr std::string_view shape = "dddd-dd-dd";
    constexpr std::size_t year = 4;
    constexpr std::size_t month = 7;
    if (folded.size() != year && folded.size() != month && folded.size() < shape.size())
        return false;
    for (std::size_t at = 0; at < std::min(folded.size(), shape.size()); ++at) {
        const bool isDigit = folded[at] >= '0' && folded[at] <= '9';
        if (shape[at] == 'd' ? !isDigit : folded[at] != shape[at])
            return false;
    }
    const std::string day = folded.size() == year    ? folded + "-01-01"
                            : folded.size() == month ? folded + "-01"
                                                     : folded.substr(0, shape.size());
    return base::parseIso(day + "T00:00:00Z").has_value();
}

/// The place of a part of a field's value, as errorAt() takes it: what stands `before` it counts.
std::size_t columnBehind(const QueryNode& node, std::string_view before) {
    const std::size_t at = node.typed.rfind(before);
    if (at == std::string::npos)
        return node.valueColumn;
    return node.valueColumn +
           static_cast<std::size_t>(text::countCodePoints(node.typed.substr(0, at + before.size())));
}

/// The part of a value behind the last @: a rater's name as it was typed.
std::string typedRater(const QueryNode& node) {
    return node.typed.substr(node.typed.rfind('@') + 1);
}

/// "27-05-2024" and "27/5/2024" as "2024-05-27"; empty where it is none of these.
std::string dayFirst(const std::string& folded) {
    std::vector<std::string> parts(1);
    for (const char character : folded) {
        if (character == '-' || character == '/' || character == '.')
            parts.emplace_back();
        else if (character >= '0' && character <= '9')
            parts.back() += character;
        else
            return {};
    }
    if (parts.size() != 3 || parts[2].size() != 4 || parts[0].empty() || parts[0].size() > 2 ||
        parts[1].empty() || parts[1].size() > 2)
        return {};
    return fmt::format("{}-{:0>2}-{:0>2}", parts[2], parts[1], parts[0]);
}

/// What an attribute of numbers or dates is asked must be one.
Status checkKind(const search::Query& query, const QueryNode& node, const model::Attribute& attribute) {
    if (node.isPrefix || node.isSuffix)
        return {};
    for (const bool isUpper : {false, true}) {
        const std::string each = isUpper ? node.upper.value_or("") : node.value + node.lower.value_or("");
        if (each.empty())
            continue;
        const std::size_t column = isUpper ? columnBehind(node, "..") : node.valueColumn;
        if (attribute.type == model::AttributeType::Number && !search::fieldNumber(each))
            return search::errorAt(query, column, Errc::InvalidArgument,
                                   base::said("'{}' is no number", each),
                                   base::said("write: {0}:4, {0}:3.5..4.5, {0}:4.. or {0}:..4", node.field));
        if (attribute.type == model::AttributeType::Date && !isDate(each)) {
            const std::string meant = dayFirst(each);
            return search::errorAt(
                query, column, Errc::InvalidArgument, base::said("'{}' is no date", each),
                meant.empty()
                    ? base::said("write: {0}:2024-05-27, {0}:2024-05 or {0}:2024-05..2024-08", node.field)
                    : base::said("write: {}:{}", node.field, meant));
        }
    }
    return {};
}

const model::Attribute* attributeOf(const std::vector<model::Attribute>& attributes,
                                    const std::string& field) {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&](const model::Attribute& each) {
        return text::fold(search::fieldNames({each.name}).back()) == text::fold(field);
    });
    return found == attributes.end() ? nullptr : &*found;
}

Status checkRater(const Session& session, const search::Query& query, const QueryNode& node,
                  const search::FieldTest& test) {
    RAPPORT_ASSIGN(const auto raters, session.raters());
    std::vector<std::string> names;
    for (const model::Rater& rater : raters) {
        if (search::isValue(test, search::foldedFieldValue(rater.name)))
            return {};
        // A rater hears of no other one.
        if (session.viewer().isCoordinator() || rater.id == session.viewer().rater)
            names.push_back(rater.name);
    }
    return search::errorAt(query, columnBehind(node, "@"), Errc::NotFound,
                           base::said("there is no rater '{}'", typedRater(node)),
                           nearestOf(test.value, names));
}

Status checkCode(const Session& session, const search::Query& query, const QueryNode& node,
                 const search::FieldTest& test) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::vector<std::string> names;
    for (const model::Variable& variable : codebook->variables) {
        for (const model::Code& code : variable.codes) {
            const auto isNamed = [&test](const std::string& name) {
                return search::isValue(test, search::foldedFieldValue(name));
            };
            if (isNamed(code.name) || isNamed(code.title.in("en")) || isNamed(code.title.in("nl")))
                return {};
            names.push_back(code.name);
        }
    }
    return search::errorAt(query, node.valueColumn, Errc::NotFound,
                           base::said("there is no code '{}'", node.typed.substr(0, node.typed.rfind('@'))),
                           nearestOf(test.value, names));
}

/// Fields that a unit has itself, see indexedUnit().
const std::string* valueOf(const store::UnitRow& row, const std::string& field) {
    const std::string* value = field == "source"     ? &row.sourceName
                               : field == "speaker"  ? &row.speaker
                               : field == "question" ? &row.prompt
                                                     : &row.language;
    return value->empty() ? nullptr : value;
}

/// Fields to be looked at: `mustHold` as long as nothing but AND is above.
void collect(const QueryNode& node, bool mustHold, bool all, std::vector<const QueryNode*>& found) {
    if (node.kind == QueryNode::Kind::Field && (all || !mustHold))
        found.push_back(&node);
    for (const QueryNode& child : node.children)
        collect(child, mustHold && node.kind == QueryNode::Kind::And, all, found);
}

} // namespace

Phrase nearestOf(const std::string& wanted, const std::vector<std::string>& known) {
    constexpr std::size_t mostListed = 8;
    constexpr std::size_t furthest = 2;
    std::string nearest;
    std::size_t best = furthest + 1;
    for (const std::string& each : known) {
        const std::string folded = search::foldedFieldValue(each);
        std::size_t distance = search::lettersOff(wanted, folded, furthest);
        if (distance > furthest && !wanted.empty() && folded.starts_with(wanted))
            distance = furthest;
        if (distance < best && distance < static_cast<std::size_t>(text::countCodePoints(wanted))) {
            best = distance;
            nearest = each;
        }
    }
    if (!nearest.empty())
        return base::said("did you mean '{}'?", nearest);
    if (known.empty())
        return {};
    std::string listed;
    for (std::size_t at = 0; at < std::min(known.size(), mostListed); ++at)
        listed += (at > 0 ? ", " : "") + known[at];
    if (known.size() > mostListed)
        return base::said("there are: {}, and {} more", listed, known.size() - mostListed);
    return base::said("there are: {}", listed);
}

Status checkNamed(const Session& session, const search::Query& query) {
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    return forEachField(query.root, [&](const QueryNode& node) -> Status {
        search::FieldTest test = testOf(node);
        const std::size_t at = test.value.rfind('@');
        if ((node.field == "code" || node.field == "coded") && at != std::string::npos) {
            search::FieldTest rater = test;
            rater.value = test.value.substr(at + 1);
            rater.isPrefix = rater.isSuffix = false;
            RAPPORT_TRY(checkRater(session, query, node, rater));
            test.value.resize(at);
        }
        if (node.field == "code")
            return checkCode(session, query, node, test);
        if (node.field == "rater")
            return checkRater(session, query, node, test);
        const model::Attribute* const attribute =
            search::isIndexedField(node.field) ? nullptr : attributeOf(attributes, node.field);
        if (attribute != nullptr && (session.viewer().isCoordinator() || !attribute->isBlinded))
            return checkKind(query, node, *attribute);
        return {};
    });
}

Status checkValues(const Session& session, const UnitNames& names, const search::Query& query, bool all,
                   const base::Task& task) {
    constexpr std::size_t unitsPerLook = 1'024;
    std::vector<const QueryNode*> nodes;
    collect(query.root, true, all, nodes);
    if (nodes.empty())
        return {};
    RAPPORT_ASSIGN(const auto attributes, session.impl().participants().attributes());
    struct Sought {
        const QueryNode* node;
        search::FieldTest test;
        bool isOfUnit;
        AttributeOfUnits values{};
        std::set<std::string> known{};
        bool isFound = false;
    };
    std::vector<Sought> sought;
    for (const QueryNode* node : nodes) {
        if (search::isIndexedField(node->field)) {
            sought.push_back({node, testOf(*node), true});
            continue;
        }
        const model::Attribute* const attribute = attributeOf(attributes, node->field);
        const bool isOfWords = attribute != nullptr && !node->lower && !node->upper &&
                               (attribute->type == model::AttributeType::Text ||
                                attribute->type == model::AttributeType::Boolean);
        if (!isOfWords || (attribute->isBlinded && !session.viewer().isCoordinator()))
            continue;
        Sought each{node, testOf(*node), false};
        RAPPORT_ASSIGN(each.values, AttributeOfUnits::read(session, attribute->name));
        sought.push_back(std::move(each));
    }
    std::size_t missing = sought.size();
    std::size_t seen = 0;
    bool isStopped = false;
    if (missing > 0)
        RAPPORT_TRY(
            session.impl().sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
                isStopped = ++seen % unitsPerLook == 0 && task.isStopped();
                if (!isSearched(row.unit.kind) || !names.maySee(row.unit.id))
                    return !isStopped;
                for (Sought& each : sought) {
                    const std::string* const value =
                        each.isOfUnit ? valueOf(row, each.node->field) : each.values.of(row);
                    if (each.isFound || value == nullptr || !each.known.insert(*value).second)
                        continue;
                    each.isFound = search::isValue(each.test, search::foldedFieldValue(*value));
                    missing -= each.isFound ? 1 : 0;
                }
                return missing > 0 && !isStopped;
            }));
    if (isStopped)
        return base::Task::cancelled();
    for (const Sought& each : sought) {
        // Where nothing has the field at all, there is nothing that was meant.
        if (each.isFound || each.known.empty())
            continue;
        return search::errorAt(query, each.node->valueColumn, Errc::NotFound,
                               base::said("no text has {}:{}", each.node->field, each.node->typed),
                               nearestOf(each.test.value, {each.known.begin(), each.known.end()}));
    }
    return {};
}

} // namespace rapport::service
