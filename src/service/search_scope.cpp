// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/search_scope.h"

#include "service/indexing.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

bool isSearched(model::UnitKind kind) {
    return kind == model::UnitKind::Answer || kind == model::UnitKind::Turn;
}

search::IndexedUnit indexedUnit(const store::UnitRow& row) {
    search::IndexedUnit unit;
    unit.id = row.unit.id;
    unit.kind = model::name(row.unit.kind);
    unit.text = row.text;
    unit.order = row.unit.ordinal;
    unit.fields.emplace_back("source", row.sourceName);
    if (!row.speaker.empty())
        unit.fields.emplace_back("speaker", row.speaker);
    if (!row.prompt.empty())
        unit.fields.emplace_back("question", row.prompt);
    if (!row.language.empty())
        unit.fields.emplace_back("lang", row.language);
    return unit;
}

base::Result<base::Guid> studyGuid(const Session& session) {
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    // A pack is searched in an index of its own: it holds the same units under other numbers.
    return session.impl().pack ? session.impl().pack->guid : properties.guid;
}

base::Result<search::IndexReader> indexReader(const Session& session, const base::Task& task) {
    return openReader(session, textContent(session, task), task);
}

namespace {

search::QueryNode visibleOnly(search::QueryNode node) {
    search::QueryNode visible;
    visible.kind = search::QueryNode::Kind::Field;
    visible.field = visibleField;
    visible.value = "yes";
    search::QueryNode both;
    both.kind = search::QueryNode::Kind::And;
    both.children = {std::move(node), std::move(visible)};
    return both;
}

/// Of what is still to be rated nobody says that others did not do something either: that nothing is found
/// is no answer.
base::Status leaveOutUnknown(const Session& session, const StillToRate& still, search::QueryNode& node) {
    RAPPORT_ASSIGN(const bool asks, asksForOthers(session, still, node));
    if (!asks)
        return {};
    using Kind = search::QueryNode::Kind;
    const bool isNotCoded = node.kind == Kind::Field && node.field == "coded" && node.value.starts_with("no");
    if (isNotCoded || node.kind == Kind::Not || node.kind == Kind::Within) {
        node = visibleOnly(std::move(node));
        return {};
    }
    for (search::QueryNode& child : node.children)
        RAPPORT_TRY(leaveOutUnknown(session, still, child));
    return {};
}

} // namespace

base::Result<search::SearchResult> findUnits(Session& session, const UnitNames& names, search::Query query,
                                             const search::SearchOptions& options, const base::Task& task) {
    RAPPORT_TRY(checkValues(session, names, query, false, task));
    const search::Query asked = query;
    // What is still to be rated answers to no question about where it is from.
    if (!session.viewer().isCoordinator() || (names.hidesAnyPlace() && namesSource(query.root))) {
        query.root = visibleOnly(std::move(query.root));
    } else if (names.hidesAnyPlace()) {
        RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
        RAPPORT_TRY(leaveOutUnknown(session, still, query.root));
    }

    RAPPORT_ASSIGN(search::IndexReader reader, indexReader(session, task));
    search::SearchScope scope;
    scope.reader = &reader;
    if (search::needsTokens(query.root)) {
        RAPPORT_ASSIGN(scope.tokens, tokensOf(session, task));
    } else {
        // It counts quicker than the ranked index, but nobody waits for it where that can count, too.
        RAPPORT_ASSIGN(scope.tokens, readyTokens(session));
    }
    // Others may have written while the tokens were made: what these know and the index does not is newer.
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    RAPPORT_TRY(letGoOfOldTexts(session, reader, truth));
    if (reader.cursor() < truth) {
        RAPPORT_TRY(
            session.impl().sources().forEachUnitAfter(reader.cursor(), true, [&](const store::UnitRow& row) {
                if (isSearched(row.unit.kind))
                    scope.newer.push_back(indexedUnit(row));
                return !task.isStopped();
            }));
    }
    scope.everyUnit = [&session](const search::UnitVisitor& visit) {
        return session.impl().sources().forEachUnit(model::UnitId{}, true, [&](const store::UnitRow& row) {
            if (isSearched(row.unit.kind))
                visit(indexedUnit(row));
            return true;
        });
    };
    RAPPORT_ASSIGN(search::SearchResult found,
                   search::search(scope, query, StudyFilter(session, names, task), options, task));
    if (found.matches == 0)
        RAPPORT_TRY(checkValues(session, names, asked, true, task));
    return found;
}

base::Status leaveOutHidden(const Session& session, const UnitNames& names, std::vector<model::UnitId> units,
                            std::map<std::string, std::map<std::string, std::int64_t>>& facets) {
    const auto sources = facets.find("source");
    const auto speakers = facets.find("speaker");
    std::erase_if(units, [&names](model::UnitId unit) { return !names.hidesPlace(unit); });
    if (units.empty() || (sources == facets.end() && speakers == facets.end()))
        return {};
    std::sort(units.begin(), units.end());
    // Of all its spellings a value shows one.
    std::map<std::string, std::int64_t> fromSources;
    std::map<std::string, std::int64_t> fromSpeakers;
    RAPPORT_TRY(session.impl().sources().forEachUnit(
        model::UnitId(units.front().value - 1), false, [&](const store::UnitRow& row) {
            const auto [first, end] = std::equal_range(units.begin(), units.end(), row.unit.id);
            if (first != end) {
                fromSources[search::foldedFieldValue(row.sourceName)] += end - first;
                fromSpeakers[search::foldedFieldValue(row.speaker)] += end - first;
            }
            return row.unit.id < units.back();
        }));
    const auto takeOff = [](std::map<std::string, std::int64_t>& counts,
                            const std::map<std::string, std::int64_t>& hidden) {
        for (auto& [value, count] : counts) {
            if (const auto found = hidden.find(search::foldedFieldValue(value)); found != hidden.end())
                count -= found->second;
        }
        std::erase_if(counts, [](const auto& each) { return each.second <= 0; });
    };
    if (sources != facets.end())
        takeOff(sources->second, fromSources);
    if (speakers != facets.end())
        takeOff(speakers->second, fromSpeakers);
    return {};
}

base::Result<store::UnitRow> UnitTexts::row(model::UnitId unit) const {
    RAPPORT_ASSIGN(auto row, m_session->impl().sources().unit(unit, false));
    if (!row)
        return base::fail(Errc::StudyDamaged, "a unit that was found is not there",
                          "run: rapport check STUDY");
    return std::move(*row);
}

base::Result<std::string> UnitTexts::text(const model::Unit& unit) {
    return m_texts.cut(unit.source, unit.range);
}

base::Result<base::Guid> UnitTexts::guid(model::SourceId source) {
    auto known = m_guids.find(source);
    if (known == m_guids.end()) {
        RAPPORT_ASSIGN(const auto found, m_session->impl().sources().source(source));
        known = m_guids.emplace(source, found ? found->guid : base::Guid{}).first;
    }
    return known->second;
}

} // namespace rapport::service
