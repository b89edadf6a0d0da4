// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/round_codebook.h"

#include "base/format.h"
#include "service/session_impl.h"

#include <algorithm>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;

/// Names and titles of today, where they mean one thing in this codebook, too.
void callAsToday(model::Codebook& codebook, const model::Codebook& today) {
    std::multiset<std::string> names;
    for (const model::Variable& variable : codebook.variables) {
        for (const model::Code& code : variable.codes)
            names.insert(code.name);
    }
    for (model::Variable& variable : codebook.variables) {
        const model::Variable* now = today.variable(variable.id);
        if (now == nullptr)
            continue;
        if (codebook.variable(now->name) == nullptr)
            variable.name = now->name;
        if (variable.name == now->name)
            variable.title = now->title;
        for (model::Code& code : variable.codes) {
            const auto same = std::find_if(now->codes.begin(), now->codes.end(),
                                           [&](const model::Code& each) { return each.id == code.id; });
            if (same == now->codes.end())
                continue;
            if (code.name != same->name && !names.contains(same->name)) {
                names.erase(names.find(code.name));
                names.insert(same->name);
                code.name = same->name;
            }
            if (code.name == same->name)
                code.title = same->title;
        }
    }
}

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
    callAsToday(then, *today);
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

base::Status knownIn(const std::vector<std::shared_ptr<const model::Codebook>>& codebooks,
                     const std::string& variable, const std::string& code) {
    const auto isIn = [&](const auto& has) {
        return std::any_of(codebooks.begin(), codebooks.end(),
                           [&](const auto& codebook) { return has(*codebook); });
    };
    if (!variable.empty() &&
        !isIn([&](const model::Codebook& each) { return each.variable(variable) != nullptr; }))
        return base::fail(Errc::NotFound, base::said("there is no variable '{}'", variable),
                          "see: rapport codebook STUDY show");
    if (!code.empty() && !isIn([&](const model::Codebook& each) { return each.code(code).code != nullptr; }))
        return base::fail(Errc::NotFound, base::said("there is no code '{}'", code),
                          "see: rapport codebook STUDY show");
    return {};
}

} // namespace rapport::service
