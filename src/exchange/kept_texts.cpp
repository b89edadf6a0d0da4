// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/kept_texts.h"

#include <cstring>
#include <utility>

namespace rapport::exchange {

CellText KeptTexts::keep(std::string_view text) {
    constexpr std::size_t blockSize = 1U << 18U;
    if (text.empty())
        return {};
    if (text.size() > blockSize / 4)
        return take(std::string(text));
    if (text.size() > m_left) {
        // Not make_unique, which would fill the block with zeros.
        m_blocks.emplace_back(new char[blockSize]);
        m_next = m_blocks.back().get();
        m_left = blockSize;
    }
    std::memcpy(m_next, text.data(), text.size());
    const std::string_view kept(m_next, text.size());
    m_next += text.size();
    m_left -= text.size();
    return kept;
}

CellText KeptTexts::take(std::string text) {
    return std::string_view(m_whole.emplace_back(std::move(text)));
}

std::span<char> KeptTexts::takeOpen(std::string text) {
    std::string& kept = m_whole.emplace_back(std::move(text));
    return {kept.data(), kept.size()};
}

} // namespace rapport::exchange
