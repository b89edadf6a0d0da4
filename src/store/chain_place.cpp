// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chain_place.h"

#include "base/format.h"

#include <algorithm>

namespace rapport::store {

using base::Result;

Result<std::vector<std::int64_t>*> ChainPlaces::branchesOf(const base::Guid& device) {
    const auto [place, isNew] = m_branches.try_emplace(device);
    if (isNew) {
        RAPPORT_ASSIGN(Statement rows,
                       m_database.statement("SELECT id FROM device WHERE guid = ?1 UNION"
                                            " SELECT device_id FROM fork WHERE guid = ?1 ORDER BY 1"));
        rows.bind(device);
        while (true) {
            RAPPORT_ASSIGN(const bool hasRow, rows.next());
            if (!hasRow)
                break;
            place->second.push_back(rows.integer(0));
        }
    }
    return &place->second;
}

Result<ChainPlaces::Fit> ChainPlaces::fits(std::int64_t device, const ChainSpot& spot) const {
    RAPPORT_ASSIGN(
        Statement around,
        m_database.statement("SELECT j.device_sequence, j.hash, s.previous FROM journal j"
                             " LEFT JOIN chain_start s ON s.position = j.position WHERE j.device_id = ?1"
                             " AND j.device_sequence BETWEEN ?2 - 1 AND ?2 + 1"));
    around.bind(device, spot.sequence);
    Fit fit = Fit::Gap;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, around.next());
        if (!hasRow)
            return fit;
        const std::int64_t sequence = around.integer(0);
        if (sequence == spot.sequence)
            return Fit::No;
        if (sequence < spot.sequence) {
            if (around.view(1) != spot.previous)
                return Fit::No;
            fit = Fit::Behind;
        } else if (around.view(2) != spot.hash) {
            return Fit::No;
        }
    }
}

Result<ChainPlace> ChainPlaces::placeFor(const ChainSpot& spot, const base::Guid& row) {
    RAPPORT_ASSIGN(std::vector<std::int64_t>* const branches, branchesOf(spot.device));
    std::int64_t gap = 0;
    for (const std::int64_t branch : *branches) {
        RAPPORT_ASSIGN(const Fit fit, fits(branch, spot));
        if (fit == Fit::Behind)
            return ChainPlace{branch, false};
        if (fit == Fit::Gap && gap == 0)
            gap = branch;
    }
    const bool needsStart = !spot.previous.empty();
    if (gap != 0)
        return ChainPlace{gap, needsStart};
    if (branches->empty()) {
        RAPPORT_TRY(m_database.run("INSERT INTO device (guid) VALUES (?1)", spot.device));
        branches->push_back(m_database.lastRowId());
        return ChainPlace{branches->back(), needsStart};
    }
    // The same device and number, another row: its guid was copied, with the machine or with the file.
    RAPPORT_TRY(m_database.run("INSERT INTO device (guid) VALUES (?1)",
                               base::Guid::fromText("fork\n" + spot.device.text() + row.text())));
    const std::int64_t fork = m_database.lastRowId();
    RAPPORT_TRY(m_database.run("INSERT INTO fork (device_id, guid) VALUES (?1, ?2)", fork, spot.device));
    branches->push_back(fork);
    m_notes.push_back(
        base::said("the device {} went on in two copies of the same file (a restored or copied machine,"
                   " or a file that was copied and worked on twice); both are kept",
                   spot.device.text()));
    return ChainPlace{fork, needsStart};
}

} // namespace rapport::store
