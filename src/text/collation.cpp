// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/collation.h"

#include <unicode/coll.h>
#include <unicode/unistr.h>

namespace rapport::text {

struct Collator::Impl {
    std::unique_ptr<icu::Collator> order; ///< null only where ICU has no data at all: then plain byte order
};

namespace {

icu::StringPiece piece(std::string_view text) {
    return {text.data(), static_cast<std::int32_t>(text.size())};
}

} // namespace

Collator::Collator(std::string_view language)
    : m_impl(std::make_unique<Impl>()) {
    UErrorCode status = U_ZERO_ERROR;
    m_impl->order.reset(icu::Collator::createInstance(icu::Locale(std::string(language).c_str()), status));
    if (U_FAILURE(status)) {
        m_impl->order.reset();
        return;
    }
    m_impl->order->setAttribute(UCOL_NUMERIC_COLLATION, UCOL_ON, status);
}

Collator::~Collator() = default;
Collator::Collator(Collator&&) noexcept = default;
Collator& Collator::operator=(Collator&&) noexcept = default;

int Collator::compare(std::string_view a, std::string_view b) const {
    if (m_impl->order) {
        UErrorCode status = U_ZERO_ERROR;
        const UCollationResult result = m_impl->order->compareUTF8(piece(a), piece(b), status);
        if (U_SUCCESS(status))
            return static_cast<int>(result);
    }
    return a.compare(b);
}

std::string Collator::sortKey(std::string_view text) const {
    if (!m_impl->order)
        return std::string(text);
    const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(piece(text));
    std::string key(text.size() * 2 + 16, '\0');
    for (;;) {
        const std::int32_t length = m_impl->order->getSortKey(
            wide, reinterpret_cast<std::uint8_t*>(key.data()), static_cast<std::int32_t>(key.size()));
        const auto needed = static_cast<std::size_t>(length);
        const bool fits = needed <= key.size();
        key.resize(needed);
        if (!fits)
            continue;
        if (!key.empty())
            key.pop_back(); // ICU's closing zero byte
        return key;
    }
}

} // namespace rapport::text
