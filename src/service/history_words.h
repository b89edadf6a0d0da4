// SPDX-License-Identifier: GPL-3.0-or-later
// Journal rows in words, for whoever is looking; internal to this room. Reads names once.
#pragma once

#include "service/history.h"
#include "service/session_impl.h"

#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

namespace rapport::service {

class HistoryWords {
public:
    /// `isWhole`: for the audit trail, with the units' own names for every coordinator.
    [[nodiscard]] static base::Result<HistoryWords> read(Session& session, bool isWhole = false);
    [[nodiscard]] base::Result<HistoryRow> row(const store::JournalEntry& entry);
    [[nodiscard]] base::Result<std::string> unitName(model::UnitId unit, model::RoundId round);

private:
    explicit HistoryWords(Session& session)
        : m_session(&session) {}
    [[nodiscard]] base::Result<std::string> wordsOf(const store::JournalEntry& entry);
    /// From whom, and which units.
    [[nodiscard]] base::Result<std::string> reassigned(const store::JournalEntry& entry);

    Session* m_session;
    std::shared_ptr<const UnitNames> m_names;
    std::map<model::RaterId, model::Rater> m_raters;
    std::map<model::RoundId, model::Round> m_rounds;
    std::map<model::VariableId, std::pair<std::string, model::Scale>> m_variables;
    std::map<model::CodeId, std::string> m_codes;
    std::map<model::Guid, std::string> m_codesByGuid;
    std::map<std::pair<model::UnitId, model::RoundId>, std::string> m_unitNames;
    std::unordered_map<model::Guid, model::UnitId> m_unitsByGuid; ///< read where they are asked for
};

} // namespace rapport::service
