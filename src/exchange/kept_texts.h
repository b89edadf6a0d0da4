// SPDX-License-Identifier: GPL-3.0-or-later
// The texts of a table's cells, in a few large pieces of memory instead of one for each cell: a survey of a
// million answers takes little more than its text. What is kept lives as long as this, and is never changed
// but by the reader that took it (`takeOpen`), before anybody else sees it.
#pragma once

#include <cstddef>
#include <deque>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// A text that somebody else keeps. Made from what surely outlives it: a literal, or another view; a string
/// is kept first (`KeptTexts::keep`).
class CellText : public std::string_view {
public:
    constexpr CellText() = default;
    constexpr CellText(
        std::string_view text) // NOLINT(google-explicit-constructor): cells are given as they are
        : std::string_view(text) {}
    constexpr CellText(const char* literal) // NOLINT(google-explicit-constructor)
        : std::string_view(literal) {}
    CellText(const std::string&) = delete;
    CellText(std::string&&) = delete;
};

class KeptTexts {
public:
    KeptTexts() = default;
    KeptTexts(const KeptTexts&) = delete;
    KeptTexts& operator=(const KeptTexts&) = delete;

    /// A copy.
    [[nodiscard]] CellText keep(std::string_view text);
    /// The text itself: views into it hold.
    [[nodiscard]] CellText take(std::string text);
    /// The same, for the reader that still changes letters in it.
    [[nodiscard]] std::span<char> takeOpen(std::string text);

private:
    std::deque<std::string> m_whole;
    std::vector<std::unique_ptr<char[]>> m_blocks;
    char* m_next = nullptr;
    std::size_t m_left = 0;
};

} // namespace rapport::exchange
