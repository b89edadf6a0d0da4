// SPDX-License-Identifier: GPL-3.0-or-later
// A code named by words of the text itself: made in a group of its own at the end of the variable, with the
// words as its example.
#pragma once

#include "model/codebook.h"

#include <optional>
#include <string>

namespace rapport::ui {

struct InVivo {
    model::Codebook codebook; ///< with the new code; to be stored by the service
    std::string name;         ///< of the new code; or of the one that has these words as its title already
    bool isNew = true;
};
/// `words` become the title, cut at a word after some sixty letters. None if no presence variable judges
/// units of that kind, or the words are blank.
[[nodiscard]] std::optional<InVivo> withInVivoCode(const model::Codebook& codebook, const std::string& words,
                                                   model::UnitKind kind);

} // namespace rapport::ui
