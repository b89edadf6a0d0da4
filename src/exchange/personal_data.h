// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that tell who somebody is: by what they are called, and by what stands in them.
#pragma once

#include "base/phrase.h"
#include "exchange/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// What a column of personal data holds; null where it holds none.
struct PersonalData {
    std::string_view id;
};
/// For the message.
[[nodiscard]] base::Phrase wordsFor(const PersonalData& data);

/// By the whole header, as survey systems call their columns.
[[nodiscard]] const PersonalData* personalData(const std::string& name);
/// By words inside a header or a question. In a long question only "your name" and its like are telling: it
/// may be about anything.
[[nodiscard]] const PersonalData* personalWords(const std::vector<std::string>& words);

/// What the values of a column say, from the first rows.
struct ColumnLook {
    std::size_t telephones = 0;
    std::size_t fullNames = 0;  ///< two words with capitals and more
    std::size_t firstNames = 0; ///< one
    std::size_t filled = 0;
    std::size_t distinct = 0;
    std::size_t words = 0;
    std::size_t emails = 0;
    std::size_t ipAddresses = 0;
};

[[nodiscard]] ColumnLook lookAt(const Table& table, std::size_t index);
/// By the values of most cells. Names that stand in many cells are those of schools and places.
[[nodiscard]] const PersonalData* personalValues(const ColumnLook& look,
                                                 const std::vector<std::string>& header);
/// Written by people rather than chosen from a list: several words, and hardly two the same.
[[nodiscard]] bool isFreeText(const ColumnLook& look);
/// An e-mail address between blanks, or nine digits and more that begin as telephone numbers do.
[[nodiscard]] bool holdsPersonalWords(std::string_view text);

} // namespace rapport::exchange
