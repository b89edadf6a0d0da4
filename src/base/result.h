// SPDX-License-Identifier: GPL-3.0-or-later
// Result<T>: a value or an Error. The only way in which a room tells another that something did not work out.
#pragma once

#include "base/error.h"

#include <tl/expected.hpp>

#include <string>
#include <utility>

namespace rapport::base {

template<typename T>
using Result = tl::expected<T, Error>;
using Status = Result<void>;

/// `return fail(Errc::NotFound, "no code 'x'", "see: rapport codebook STUDY show");`
[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, Phrase message, Phrase hint = {}) {
    return tl::make_unexpected(Error{code, std::move(message), std::nullopt, std::move(hint)});
}
[[nodiscard]] inline tl::unexpected<Error> fail(Errc code, Place where, Phrase message, Phrase hint = {}) {
    return tl::make_unexpected(Error{code, std::move(message), std::move(where), std::move(hint)});
}
/// Passes another Result's error on.
template<typename T>
[[nodiscard]] tl::unexpected<Error> fail(const Result<T>& failed) {
    return tl::make_unexpected(failed.error());
}

} // namespace rapport::base

/// Leaves the function with the error if `expression` is one. For Status or a Result whose value is not
/// needed.
#define RAPPORT_TRY(expression)                                                                              \
    do {                                                                                                     \
        if (auto rapportTried = (expression); !rapportTried)                                                 \
            return tl::make_unexpected(std::move(rapportTried).error());                                     \
    } while (false)

#define RAPPORT_CONCAT_INNER(a, b) a##b
#define RAPPORT_CONCAT(a, b) RAPPORT_CONCAT_INNER(a, b)

/// `RAPPORT_ASSIGN(auto text, decode(bytes));`: declares `text` from the value, or leaves with the error.
#define RAPPORT_ASSIGN(declaration, expression)                                                              \
    auto RAPPORT_CONCAT(rapportResult, __LINE__) = (expression);                                             \
    if (!RAPPORT_CONCAT(rapportResult, __LINE__))                                                            \
        return tl::make_unexpected(std::move(RAPPORT_CONCAT(rapportResult, __LINE__)).error());              \
    declaration = std::move(*RAPPORT_CONCAT(rapportResult, __LINE__))
