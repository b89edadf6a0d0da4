// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of a table of codings belong: the unit, rater and round that each names. Raters that the
// study does not know join it with their first row that comes in; a round that it does not know is made, with
// the units that such rows give each rater; a round that an import made takes in what a later table has,
// until it is opened. One per import, inside its transaction.
#pragma once

#include "exchange/codings_table.h"
#include "service/import_kinds.h"
#include "service/rater_names.h"

#include <compare>
#include <set>

namespace rapport::service {

/// One rater's rows on one unit in one round.
struct CodedOccasion {
    model::UnitId unit;
    model::RaterId rater;
    model::RoundId round;
    friend auto operator<=>(const CodedOccasion&, const CodedOccasion&) = default;
};

class RowPlaces {
public:
    /// `roundKind`: of rounds that are made; none: as they are called, else reliability.
    RowPlaces(Writer& writer, ImportReport& report, std::optional<model::RoundKind> roundKind)
        : m_writer(&writer)
        , m_report(&report)
        , m_roundKind(roundKind) {}

    using Rows = std::vector<const exchange::CodingRow*>;

    /// Looks up what the rows name. Once, before anything else.
    [[nodiscard]] base::Status read(const std::vector<exchange::CodingRow>& rows);
    /// Makes raters and rounds of rows that come in, and gives the raters their units. Once; until then what
    /// is made has no id.
    [[nodiscard]] base::Status make(const Rows& rows);

    [[nodiscard]] const store::UnitRow* unit(const std::string& name) const; ///< nullptr: not in the study
    [[nodiscard]] bool canRate(const std::string& rater) const;
    [[nodiscard]] bool canHold(const std::string& round) const;             ///< it is there, or can be made
    [[nodiscard]] model::RaterId rater(const std::string& name) const;      ///< none: not in the study
    [[nodiscard]] const model::Round* round(const std::string& name) const; ///< nullptr: not in the study
    [[nodiscard]] const model::Round* round(model::RoundId id) const;
    /// Made by this import: it holds nothing from before.
    [[nodiscard]] bool isFresh(model::RoundId id) const { return m_freshRounds.contains(id); }
    /// Whether the row's unit is its rater's in its round, or will be.
    [[nodiscard]] base::Result<bool> isAssigned(const exchange::CodingRow& row);

private:
    /// What the rows give each rater in a round, each unit with its first row.
    struct Given {
        std::map<std::string, std::vector<const exchange::CodingRow*>> byRater;
        std::set<model::UnitId> units;
    };
    [[nodiscard]] Session& session() const { return m_writer->session(); }
    [[nodiscard]] Session::Impl& impl() const { return session().impl(); }
    /// Every unit that the table names, with its prompt.
    [[nodiscard]] base::Status readUnits(const std::vector<exchange::CodingRow>& rows);
    [[nodiscard]] base::Status readRounds(const std::vector<exchange::CodingRow>& rows);
    [[nodiscard]] base::Status makeRaters(const Rows& rows);
    [[nodiscard]] base::Status makeRounds(const Rows& rows);
    [[nodiscard]] Given givenIn(const std::string& round, const Rows& rows) const;
    /// Gives the raters the units of their rows that are not theirs in the round yet. `assigned` is what the
    /// round has; units new to it are numbered on from there, in an order that says nothing.
    [[nodiscard]] base::Result<std::size_t> assign(model::RoundId round, const Given& given,
                                                   const std::vector<model::Assignment>& assigned);
    /// A round that an import made takes in what a later table has: often there is one table per rater.
    [[nodiscard]] base::Status extendRound(const model::Round& round, const Rows& rows);
    [[nodiscard]] base::Status makeRound(const std::string& name, const Rows& rows);

    Writer* m_writer;
    ImportReport* m_report;
    std::optional<model::RoundKind> m_roundKind;
    std::map<std::string, std::optional<store::UnitRow>> m_units;
    RaterNames m_raters;
    std::map<std::string, model::Round> m_rounds;
    std::set<model::RoundId> m_freshRounds;
    std::set<CodedOccasion> m_assigned;
};

} // namespace rapport::service
