// SPDX-License-Identifier: GPL-3.0-or-later
// What raters judge. A codebook is a list of variables; a variable's codes are a tree. The levels of a
// nominal or ordinal variable are its codes, exactly one of which a unit gets. A version that was used for
// rating never changes again.
#pragma once

#include "base/result.h"
#include "model/ids.h"
#include "model/local_text.h"
#include "model/source.h"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::model {

/// The versions of the codebook that hold a code or a variable; one may go and come back. Empty where only
/// the first of them is told: then all from there on.
using Versions = std::vector<std::int64_t>;

[[nodiscard]] inline bool holds(const Versions& rising, std::int64_t since, std::int64_t version) {
    return rising.empty() ? since <= version : std::binary_search(rising.begin(), rising.end(), version);
}

enum class Scale {
    Presence, ///< any number of codes
    Nominal,  ///< exactly one level
    Ordinal,  ///< exactly one of ordered levels
    Count,    ///< a number from 0
};

/// A code that is part of another since `version`: what was coded with it counts as coded with the other.
struct MergedCode {
    CodeId id{};
    Guid guid{};
    std::string name{};
    std::int64_t version = 0;
    Versions versions{}; ///< those that still had it; filled by the store

    /// A unit completed under this version says whether it was there: by itself, or by what it is part of.
    [[nodiscard]] bool isJudgedIn(std::int64_t completed) const {
        return completed >= version || std::binary_search(versions.begin(), versions.end(), completed);
    }
};

struct Code {
    CodeId id;
    Guid guid;
    std::string name; ///< "secure_base": unique in the study, what scripts use
    LocalText title;
    LocalText tag;      ///< two letters
    std::string key;    ///< one letter or digit, or empty
    std::string colour; ///< "blue", "vermilion", ... (a name of the palette), or "#rrggbb"
    LocalText definition;
    LocalText use;
    LocalText avoid;
    std::vector<LocalText> examples;
    std::vector<LocalText> antiExamples; ///< what looks like it and is not
    std::string source;                  ///< citation and section, or why there is none
    bool isCodable = true;               ///< false: a heading in the tree
    CodeId parent;
    int depth = 0; ///< 0 for roots
    /// First of the codebook versions that hold it without a gap up to this one.
    std::int64_t sinceVersion = 1;
    Versions versions{}; ///< rising; filled by the store
    std::vector<MergedCode> merged{};

    /// A unit completed under a version without it says nothing of it.
    [[nodiscard]] bool isIn(std::int64_t version) const { return holds(versions, sinceVersion, version); }
    /// As isIn, and so for every code that was merged into it: then a unit without any of them is without it.
    [[nodiscard]] bool isJudgedIn(std::int64_t version) const;
};

struct Variable {
    VariableId id;
    Guid guid;
    std::string name;
    LocalText title;
    LocalText definition;
    Scale scale = Scale::Presence;
    std::vector<std::string> prompts; ///< names of the prompts it applies to; "*" for all
    std::vector<UnitKind> unitKinds;  ///< kinds of units in transcripts it applies to
    std::vector<Code> codes;          ///< tree in depth-first order; levels in their order
    std::int64_t sinceVersion = 1;
    Versions versions{}; ///< as for a code

    [[nodiscard]] bool isIn(std::int64_t version) const { return holds(versions, sinceVersion, version); }
    /// Answers by prompt, other units by kind.
    [[nodiscard]] bool appliesTo(UnitKind kind, std::string_view prompt) const;
    [[nodiscard]] const Code* code(std::string_view codeName) const;
    /// The code, or the one that it was merged into.
    [[nodiscard]] const Code* code(CodeId codeId) const;
};

struct Codebook {
    Guid guid;
    std::string name;
    LocalText title;
    std::string licence;
    std::int64_t version = 1;
    bool isFrozen = false;
    std::vector<Variable> variables;

    [[nodiscard]] const Variable* variable(std::string_view variableName) const;
    [[nodiscard]] const Variable* variable(VariableId variableId) const;
    /// With the variable it belongs to; both null if there is no such code.
    struct Found {
        const Variable* variable = nullptr;
        const Code* code = nullptr;
    };
    [[nodiscard]] Found code(std::string_view codeName) const;
    /// Likewise; the code, or the one that it was merged into.
    [[nodiscard]] Found code(CodeId codeId) const;
};

[[nodiscard]] const char* name(Scale scale);
[[nodiscard]] std::optional<Scale> scale(std::string_view name);

/// Unique names and guids, keys that do not meet within what one prompt shows, levels where there must be
/// some, parents before children. Errors: InvalidArgument naming the code.
[[nodiscard]] base::Status validate(const Codebook& codebook);

} // namespace rapport::model
