// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/round_codebook.h"

#include "base/format.h"
#include "service/session_impl.h"

#include <algorithm>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;

/// Calls what is in this codebook as later ones do, where that means one thing here, too.
class LaterNames {
public:
    explicit LaterNames(model::Codebook& codebook)
        : m_codebook(&codebook) {
        for (const model::Variable& variable : codebook.variables) {
            for (const model::Code& code : variable.codes)
                m_names.insert(code.name);
        }
    }

    /// What was not called as in another one yet.
    void callAs(const model::Codebook& later) {
        for (model::Variable& variable : m_codebook->variables) {
            const model::Variable* now = later.variable(variable.id);
            if (now == nullptr)
                continue;
            if (m_variables.insert(variable.id).second) {
                if (m_codebook->variable(now->name) == nullptr)
                    variable.name = now->name;
                if (variable.name == now->name)
                    variable.title = now->title;
            }
            for (model::Code& code : variable.codes) {
                const auto same = std::find_if(now->codes.begin(), now->codes.end(),
                                               [&](const model::Code& each) { return each.id == code.id; });
                if (same == now->codes.end() || !m_codes.insert(code.id).second)
                    continue;
                if (code.name != same->name && !m_names.contains(same->name)) {
                    m_names.erase(m_names.find(code.name));
                    m_names.insert(same->name);
                    code.name = same->name;
                }
                if (code.name == same->name)
                    code.title = same->title;
            }
        }
    }
    [[nodiscard]] bool isComplete() const { return m_codes.size() == m_names.size(); }

private:
    model::Codebook* m_codebook;
    std::multiset<std::string> m_names;
    std::set<model::VariableId> m_variables; ///< that are called
    std::set<model::CodeId> m_codes;
};

} // namespace

base::Result<std::shared_ptr<const model::Codebook>> codebookOf(Session& session, const model::Round& round,
                                                                bool afterOpening) {
    RAPPORT_ASSIGN(auto today, session.codebook());
    if (round.openedAt == 0 || afterOpening)
        return today;
    store::HistoryFilter filter;
    filter.act = store::Act::Codebook;
    RAPPORT_ASSIGN(const auto changes, session.impl().journal().history(filter));
    const store::JournalEntry* last = nullptr;
    for (const store::JournalEntry& change : changes) {
        if (change.position <= round.openedAt && (last == nullptr || change.position > last->position))
            last = &change;
    }
    if (last == nullptr || last->version == today->version)
        return today;
    RAPPORT_ASSIGN(model::Codebook then, session.impl().codebooks().version(last->version));
    LaterNames names(then);
    names.callAs(*today);
    if (!names.isComplete()) {
        // What is no more goes by the last name that it had.
        RAPPORT_ASSIGN(const auto lastOfFormer, session.impl().codebooks().lastOfFormer());
        for (const std::int64_t version : lastOfFormer) {
            if (version <= then.version || names.isComplete())
                continue;
            RAPPORT_ASSIGN(const model::Codebook former, session.impl().codebooks().version(version));
            names.callAs(former);
        }
    }
    return std::make_shared<const model::Codebook>(std::move(then));
}

base::Result<std::vector<std::shared_ptr<const model::Codebook>>>
codebooksOf(Session& session, const std::vector<model::Round>& rounds, bool afterOpening) {
    std::vector<std::shared_ptr<const model::Codebook>> codebooks;
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(auto codebook, codebookOf(session, round, afterOpening));
        if (std::none_of(codebooks.begin(), codebooks.end(),
                         [&](const auto& each) { return each->version == codebook->version; }))
            codebooks.push_back(std::move(codebook));
    }
    if (codebooks.empty()) {
        RAPPORT_ASSIGN(auto today, session.codebook());
        codebooks.push_back(std::move(today));
    }
    return codebooks;
}

base::Status knownIn(const Session& session,
                     const std::vector<std::shared_ptr<const model::Codebook>>& codebooks,
                     const std::string& variable, const std::string& code) {
    const auto isIn = [&](const auto& has) {
        return std::any_of(codebooks.begin(), codebooks.end(),
                           [&](const auto& codebook) { return has(*codebook); });
    };
    const auto missing = [&](const auto& has, const base::Phrase& anywhere,
                             const base::Phrase& then) -> base::Status {
        RAPPORT_ASSIGN(const auto today, session.codebook());
        if (has(*today))
            return base::fail(Errc::NotFound, then,
                              "a round that was opened is measured by the codebook of that moment; as it is "
                              "now: --after-opening");
        return base::fail(Errc::NotFound, anywhere, "see: rapport codebook STUDY show");
    };
    std::string versions;
    for (const auto& codebook : codebooks)
        versions += fmt::format("{}{}", versions.empty() ? "" : ", ", codebook->version);
    const auto hasVariable = [&](const model::Codebook& each) { return each.variable(variable) != nullptr; };
    if (!variable.empty() && !isIn(hasVariable))
        return missing(
            hasVariable, base::said("there is no variable '{}'", variable),
            base::said("there is no variable '{}' in version {} of the codebook", variable, versions));
    const auto hasCode = [&](const model::Codebook& each) { return each.code(code).code != nullptr; };
    if (!code.empty() && !isIn(hasCode))
        return missing(hasCode, base::said("there is no code '{}'", code),
                       base::said("there is no code '{}' in version {} of the codebook", code, versions));
    return {};
}

} // namespace rapport::service
