// SPDX-License-Identifier: GPL-3.0-or-later
// Words that raters marked with one code, to choose examples from. Refuses raters; what a coordinator who
// rates too still has to judge stays out (own_rating.h).
#pragma once

#include "base/task.h"
#include "service/session.h"

#include <string>
#include <vector>

namespace rapport::service {

struct CodedQuote {
    std::string words;
    std::string unit;                ///< its name
    std::string language;            ///< of the source; may be empty
    std::vector<std::string> raters; ///< who marked just these words, in the order of their names
};
/// Live codings of the code that have words, the same words of a unit once; what most raters marked first,
/// then in the order of units. At most `most`. Errors: NotFound (a code), Refused, Cancelled.
[[nodiscard]] base::Result<std::vector<CodedQuote>>
codedQuotes(Session& session, const std::string& code, std::size_t most, const base::Task& task = {});

} // namespace rapport::service
