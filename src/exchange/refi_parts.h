// SPDX-License-Identifier: GPL-3.0-or-later
// What this program writes into the descriptions of REFI-QDA's codes, and finds there again: the standard has
// a name and a description for a code, and nothing for a variable. Private to this room.
#pragma once

#include "model/codebook.h"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::exchange {

enum class RefiPart { Id, Type, Use, Avoid, Example, AntiExample, Source, Scale, Prompts, Units, Language };

/// "Do not use", "Gebruik niet"
[[nodiscard]] std::string_view headOf(RefiPart part, std::string_view language);

/// A description that was written so: the definition, and parts under their heads.
struct RefiDescription {
    std::string definition;
    std::vector<std::pair<RefiPart, std::string>> parts;
    std::string language = "en"; ///< of the heads

    /// The first of them; empty where there is none.
    [[nodiscard]] std::string part(RefiPart wanted) const;
    /// Earlier versions wrote the title as the first paragraph, and the id in place of the name: takes the
    /// title out of the definition.
    [[nodiscard]] std::string takeTitle();
};
enum class Described { Code, Variable, Attribute };
/// What stands under no head belongs to what is before it; a head that is not written of such, or whose words
/// cannot be its own, is none. Earlier versions wrote paragraphs of the words themselves that begin like one
/// without the blank of besideHeads().
[[nodiscard]] RefiDescription readDescription(std::string_view text, Described what);

/// Words that no paragraph of is read as a part: one that begins with a head gets a blank before it, which
/// readDescription() takes off. `isBehindHead`: their first paragraph stands behind one.
[[nodiscard]] std::string besideHeads(std::string_view words, bool isBehindHead);

/// "blue" -> "#2034A0", "#abcdef" as it is, else empty.
[[nodiscard]] std::string refiColour(std::string_view colour);
/// "#2034A0" -> "blue"; others as they are.
[[nodiscard]] std::string ownColour(std::string_view hex);

/// Never null: made from the name where there is none yet.
[[nodiscard]] model::Guid refiGuid(const model::Code& code);
[[nodiscard]] model::Guid refiGuid(const model::Variable& variable);
/// The set that says that a heading is a variable.
[[nodiscard]] model::Guid refiSet(const model::Guid& variable);

} // namespace rapport::exchange
