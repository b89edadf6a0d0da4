// SPDX-License-Identifier: GPL-3.0-or-later
// Where a row of another copy goes in the chains of this file: behind the row that it builds on; into a gap;
// or, where the same device went on in two ways, into a branch of its own. Private to this room.
#pragma once

#include "base/guid.h"
#include "base/result.h"
#include "store/database.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace rapport::store {

struct ChainSpot {
    base::Guid device;
    std::int64_t sequence = 0;
    std::string previous; ///< 32 bytes; empty for the first row of a device
    std::string hash;     ///< 32 bytes
};

struct ChainPlace {
    std::int64_t device = 0; ///< row of `device`
    bool needsStart = false; ///< what it builds on is not before it there
};

class ChainPlaces {
public:
    explicit ChainPlaces(Database& database)
        : m_database(database) {}

    /// Makes a row of `device` where the device or the branch is new. `row`: the guid of the row itself.
    [[nodiscard]] base::Result<ChainPlace> placeFor(const ChainSpot& spot, const base::Guid& row);
    /// A sentence per device that went on in two ways, found so far.
    [[nodiscard]] const std::vector<base::Phrase>& notes() const { return m_notes; }

private:
    enum class Fit { No, Gap, Behind };
    [[nodiscard]] base::Result<Fit> fits(std::int64_t device, const ChainSpot& spot) const;
    [[nodiscard]] base::Result<std::vector<std::int64_t>*> branchesOf(const base::Guid& device);

    Database& m_database;
    std::unordered_map<base::Guid, std::vector<std::int64_t>> m_branches;
    std::vector<base::Phrase> m_notes;
};

} // namespace rapport::store
