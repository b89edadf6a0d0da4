// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows of a table say the same as one before them: eight bytes a row, whatever they say. Private to
// this room.
#pragma once

#include "model/names.h"

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::exchange {

/// Who answered, when, and what. Names are compared as participants are named (model::personName).
struct RowKey {
    std::string_view name;
    std::string_view wave;
    std::string_view prompt;
};

class FirstRows {
public:
    /// For `rows` rows at most, fewer than 2^32; `keyOf` gives the key of a row and outlives this.
    FirstRows(std::size_t rows, std::function<RowKey(std::size_t)> keyOf)
        : m_keyOf(std::move(keyOf)) {
        std::size_t size = 16;
        while (size < rows * 2)
            size *= 2;
        m_places.resize(size);
    }

    /// The first row with that key: the row itself if it is the first.
    std::size_t add(std::size_t row) {
        const RowKey key = m_keyOf(row);
        const std::string name = model::personName(key.name);
        std::size_t place = hash(name, key) & (m_places.size() - 1);
        for (; m_places[place] != 0; place = (place + 1) & (m_places.size() - 1)) {
            const std::size_t other = m_places[place] - 1;
            const RowKey known = m_keyOf(other);
            if (known.wave == key.wave && known.prompt == key.prompt &&
                (known.name == key.name || model::personName(known.name) == name))
                return other;
        }
        m_places[place] = static_cast<std::uint32_t>(row + 1);
        return row;
    }

private:
    static std::size_t hash(std::string_view name, const RowKey& key) {
        const std::hash<std::string_view> of;
        return (of(name) * 31 + of(key.wave)) * 31 + of(key.prompt);
    }

    std::function<RowKey(std::size_t)> m_keyOf;
    std::vector<std::uint32_t> m_places; ///< row + 1, by hash; 0: free
};

} // namespace rapport::exchange
