// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/search_scope.h"

#include <algorithm>
#include <mutex>

namespace rapport::service {

namespace {

using Tokens = std::shared_ptr<const search::TokenIndex>;

/// A study by file and guid: a copy has the same guid, and may have gone on without the other.
struct Kept {
    std::string path;
    base::Guid study;
    std::mutex building; ///< one builds, the others wait for it
    Tokens tokens;
    std::string history; ///< see historyAt; of the position up to which they were built
};

/// Every background search opens a session of its own: what took long to build is shared between them. It
/// depends on nothing but the texts.
class KeptTokens {
public:
    std::shared_ptr<Kept> of(const std::string& path, const base::Guid& study) {
        constexpr std::size_t mostStudies = 2;
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto& kept) {
            return kept->path == path && kept->study == study;
        });
        std::shared_ptr<Kept> kept;
        if (found != m_kept.end()) {
            kept = *found;
            m_kept.erase(found);
        } else {
            kept = std::make_shared<Kept>();
            kept->path = path;
            kept->study = study;
        }
        m_kept.push_back(kept);
        if (m_kept.size() > mostStudies)
            m_kept.erase(m_kept.begin());
        return kept;
    }

private:
    std::mutex m_mutex;
    std::vector<std::shared_ptr<Kept>> m_kept; ///< last asked for at the end
};

KeptTokens& keptTokens() {
    static KeptTokens kept;
    return kept;
}

/// Texts do not change unless they go, and units only come in: what was built holds until then.
base::Result<bool> isCurrent(const Session& session, const search::TokenIndex& tokens, std::int64_t truth) {
    if (tokens.position() > truth)
        return false; // an older study was put in its place
    if (tokens.position() == truth)
        return true;
    RAPPORT_ASSIGN(bool hasMore, textsWentAfter(session, tokens.position()));
    if (hasMore)
        return false;
    RAPPORT_TRY(session.impl().sources().forEachUnitAfter(tokens.position(), false,
                                                          [&hasMore](const store::UnitRow& row) {
                                                              hasMore = isSearched(row.unit.kind);
                                                              return !hasMore;
                                                          }));
    return !hasMore;
}

base::Result<Tokens> build(const Session& session, std::int64_t truth, const base::Task& task) {
    return search::TokenIndex::build(
        [&session](const search::TokenIndex::TextVisitor& visit) {
            return session.impl().sources().forEachUnit(
                model::UnitId{}, true, [&](const store::UnitRow& row) {
                    return !isSearched(row.unit.kind) || visit(row.unit.id, row.text);
                });
        },
        truth, task);
}

} // namespace

base::Result<std::string> historyAt(const Session& session, std::int64_t position) {
    if (position <= 0)
        return std::string();
    RAPPORT_ASSIGN(const auto entries, session.impl().journal().between(position, position));
    return entries.empty() ? std::string() : entries.front().guid.text();
}

base::Result<bool> textsWentAfter(const Session& session, std::int64_t position) {
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    if (position >= truth)
        return false;
    RAPPORT_ASSIGN(const auto entries, session.impl().journal().between(position + 1, truth));
    return std::any_of(entries.begin(), entries.end(), [](const store::JournalEntry& entry) {
        return entry.act == store::Act::Forget || entry.act == store::Act::Redact;
    });
}

base::Result<Tokens> tokensOf(const Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    const std::shared_ptr<Kept> kept = keptTokens().of(session.path(), guid);
    const std::lock_guard lock(kept->building);
    if (task.isStopped())
        return base::Task::cancelled();
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    if (kept->tokens && kept->tokens->position() <= truth) {
        RAPPORT_ASSIGN(const bool isUsable, isCurrent(session, *kept->tokens, truth));
        RAPPORT_ASSIGN(const std::string history, historyAt(session, kept->tokens->position()));
        if (isUsable && history == kept->history)
            return kept->tokens;
    }
    RAPPORT_ASSIGN(kept->tokens, build(session, truth, task));
    RAPPORT_ASSIGN(kept->history, historyAt(session, truth));
    return kept->tokens;
}

base::Status prepareSearch(Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const auto tokens, tokensOf(session, task));
    static_cast<void>(tokens);
    return {};
}

} // namespace rapport::service
