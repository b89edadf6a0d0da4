// SPDX-License-Identifier: GPL-3.0-or-later
// Codes of other programs on their way to a codebook: a flat list in depth-first order becomes one variable
// of scale presence that applies to everything. Private to this room.
#pragma once

#include "exchange/codebook_json.h"
#include "exchange/word_languages.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

struct CodeDraft {
    std::string name; ///< empty: made from the title
    std::string title;
    base::Guid guid; ///< null: made from the path of titles
    std::string colour;
    std::string definition;
    std::string use;
    std::string avoid;
    std::vector<std::string> examples;
    std::vector<std::string> antiExamples;
    std::string source;
    WordLanguages languages{}; ///< of its words; empty: as of the whole
    bool isCodable = true;
    int depth = 0;
    std::size_t line = 0; ///< of a table or a list
};

/// Names are made from the titles and unique, in the order of `drafts`; so the code of a draft is found by
/// its index. Codes keep the order. `name` names the codebook and its variable.
[[nodiscard]] CodebookFile codebookOf(const std::vector<CodeDraft>& drafts, std::string_view name,
                                      std::string_view language);

/// "Nabijheid & warmte" -> "nabijheid_warmte"; "code" where nothing is left.
[[nodiscard]] std::string identifierOf(std::string_view title);

/// "#F00", "#ff0000", "#ff0000ff", "255,0,0", "rgb(255, 0, 0)", "red" -> "#ff0000"; nothing else.
[[nodiscard]] std::optional<std::string> readColour(std::string_view text);

} // namespace rapport::exchange
