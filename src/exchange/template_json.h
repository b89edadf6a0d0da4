// SPDX-License-Identifier: GPL-3.0-or-later
// What a new study is made from: instrument files "rapport.instrument/1" and template files
// "rapport.template/1" (docs/formats/). Names of other files in a template are relative to its folder; nobody
// opens them here.
#pragma once

#include "base/result.h"
#include "model/instrument.h"
#include "model/participant.h"

#include <string>
#include <string_view>
#include <vector>

namespace rapport::exchange {

/// Errors of all readers here: Unreadable, the place in `where->cell` ("prompts[1].kind").
[[nodiscard]] base::Result<model::Instrument> readInstrument(std::string_view json,
                                                             const std::string& fileName);
/// Reads back to the same.
[[nodiscard]] std::string writeInstrument(const model::Instrument& instrument);

/// Two groups that are set side by side in analysis.
struct Comparison {
    model::LocalText title;
    std::string attribute;
    std::string a;
    std::string b;
};

struct StudyTemplate {
    std::string name;
    model::LocalText title;
    std::string instrument;             ///< file name; empty: none
    std::vector<std::string> codebooks; ///< file names; the first keeps a key that two of them use
    std::vector<model::Attribute> attributes;
    std::vector<Comparison> comparisons;
};

[[nodiscard]] base::Result<StudyTemplate> readTemplate(std::string_view json, const std::string& fileName);

} // namespace rapport::exchange
