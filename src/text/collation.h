// SPDX-License-Identifier: GPL-3.0-or-later
// Order of names and words as people of a language expect it, numbers inside by value (P2 before P10).
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace rapport::text {

/// Not for several threads at once.
class Collator {
public:
    explicit Collator(std::string_view language);
    ~Collator();
    Collator(Collator&&) noexcept;
    Collator& operator=(Collator&&) noexcept;

    /// Negative, zero or positive.
    [[nodiscard]] int compare(std::string_view a, std::string_view b) const;
    [[nodiscard]] bool operator()(std::string_view a, std::string_view b) const { return compare(a, b) < 0; }
    /// Bytes whose plain order is this order.
    [[nodiscard]] std::string sortKey(std::string_view text) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace rapport::text
