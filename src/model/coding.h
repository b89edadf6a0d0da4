// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater did. A coding is never edited, only withdrawn. A rating says that a rater declared a unit done
// for a variable: it is what tells "absent" from "not judged".
#pragma once

#include "base/clock.h"
#include "model/ids.h"
#include "text/text_range.h"

#include <cstdint>
#include <optional>
#include <string>

namespace rapport::model {

struct Coding {
    CodingId id;
    Guid guid;
    RaterId rater;
    RoundId round;
    UnitId unit;
    VariableId variable;
    CodeId code;                          ///< none for a count
    std::optional<text::TextRange> range; ///< in the source's text; nullopt: the whole unit
    std::int64_t count = 0;               ///< of a count variable
    std::int64_t version = 1;             ///< codebook version it was made under
    base::Instant time;
};

struct Rating {
    RaterId rater;
    RoundId round;
    UnitId unit;
    VariableId variable;
    std::int64_t version = 1; ///< codebook version under which it was completed
    base::Instant time;
    std::int64_t position = 0; ///< journal row
};

/// A memo on a unit by a rater; texts of memos are content, not journal.
struct Memo {
    Guid guid;
    RaterId author;
    UnitId unit;
    std::string text;
    base::Instant time;
};

} // namespace rapport::model
