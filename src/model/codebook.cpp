// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/codebook.h"

#include "base/format.h"
#include "model/names.h"

#include <algorithm>
#include <set>

namespace rapport::model {

bool Code::isJudgedIn(std::int64_t version) const {
    // A code that a merger made has nothing of its own before it.
    const std::int64_t first = versions.empty() ? sinceVersion : versions.front();
    const bool isMade = std::any_of(merged.begin(), merged.end(),
                                    [first](const MergedCode& each) { return each.version == first; });
    return (isIn(version) || (isMade && version < first)) &&
           std::all_of(merged.begin(), merged.end(),
                       [version](const MergedCode& each) { return each.isJudgedIn(version); });
}

bool Variable::appliesTo(UnitKind kind, std::string_view prompt) const {
    if (kind != UnitKind::Answer)
        return std::find(unitKinds.begin(), unitKinds.end(), kind) != unitKinds.end();
    return std::any_of(prompts.begin(), prompts.end(),
                       [prompt](const std::string& each) { return each == "*" || each == prompt; });
}

const Code* Variable::code(std::string_view codeName) const {
    const auto found =
        std::find_if(codes.begin(), codes.end(), [&](const Code& each) { return each.name == codeName; });
    return found == codes.end() ? nullptr : &*found;
}

const Code* Variable::code(CodeId codeId) const {
    if (codeId.isNone())
        return nullptr;
    auto found =
        std::find_if(codes.begin(), codes.end(), [&](const Code& each) { return each.id == codeId; });
    if (found == codes.end())
        found = std::find_if(codes.begin(), codes.end(), [&](const Code& each) {
            return std::any_of(each.merged.begin(), each.merged.end(),
                               [&](const MergedCode& part) { return part.id == codeId; });
        });
    return found == codes.end() ? nullptr : &*found;
}

const Variable* Codebook::variable(std::string_view variableName) const {
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const Variable& each) { return each.name == variableName; });
    return found == variables.end() ? nullptr : &*found;
}

const Variable* Codebook::variable(VariableId variableId) const {
    const auto found = std::find_if(variables.begin(), variables.end(),
                                    [&](const Variable& each) { return each.id == variableId; });
    return found == variables.end() ? nullptr : &*found;
}

Codebook::Found Codebook::code(std::string_view codeName) const {
    for (const Variable& each : variables) {
        if (const Code* found = each.code(codeName))
            return {&each, found};
    }
    return {};
}

Codebook::Found Codebook::code(CodeId codeId) const {
    for (const Variable& each : variables) {
        if (const Code* found = each.code(codeId))
            return {&each, found};
    }
    return {};
}

const char* name(Scale scale) {
    switch (scale) {
    case Scale::Presence:
        return "presence";
    case Scale::Nominal:
        return "nominal";
    case Scale::Ordinal:
        return "ordinal";
    case Scale::Count:
        return "count";
    }
    return "presence";
}

std::optional<Scale> scale(std::string_view text) {
    for (const Scale each : {Scale::Presence, Scale::Nominal, Scale::Ordinal, Scale::Count}) {
        if (text == name(each))
            return each;
    }
    return std::nullopt;
}

base::Status validate(const Codebook& codebook) {
    const auto wrong = [](base::Phrase message, base::Phrase hint = {}) {
        return base::fail(base::Errc::InvalidArgument, std::move(message), std::move(hint));
    };
    std::set<std::string_view> variableNames;
    std::set<std::string_view> codeNames;
    std::set<Guid> guids;
    for (const Variable& variable : codebook.variables) {
        if (!isIdentifier(variable.name))
            return wrong(base::said("'{}' cannot name a variable", variable.name),
                         "use letters, digits, '_' and '-', beginning with a letter");
        if (!variableNames.insert(variable.name).second)
            return wrong(base::said("two variables are named '{}'", variable.name));
        if (variable.prompts.empty() && variable.unitKinds.empty())
            return wrong(base::said("variable '{}' applies to nothing", variable.name),
                         "name its prompts or the kinds of units");
        const bool hasLevels = variable.scale == Scale::Nominal || variable.scale == Scale::Ordinal;
        const auto codable = std::count_if(variable.codes.begin(), variable.codes.end(),
                                           [](const Code& code) { return code.isCodable; });
        if (hasLevels && codable < 2)
            return wrong(base::said("variable '{}' needs at least two levels", variable.name));
        if (variable.scale == Scale::Count && !variable.codes.empty())
            return wrong(base::said("variable '{}' counts, so it has no codes", variable.name));
        std::set<std::string_view> keys;
        int depthBefore = -1;
        for (const Code& code : variable.codes) {
            if (!isIdentifier(code.name))
                return wrong(base::said("'{}' cannot name a code", code.name),
                             "use letters, digits, '_' and '-', beginning with a letter");
            if (!codeNames.insert(code.name).second)
                return wrong(base::said("two codes are named '{}'", code.name),
                             "a code's name is unique in the study");
            if (!code.guid.isNull() && !guids.insert(code.guid).second)
                return wrong(base::said("code '{}' has the guid of another code", code.name));
            if (!code.key.empty() && !keys.insert(code.key).second)
                return wrong(
                    base::said("key '{}' is given to two codes of variable '{}'", code.key, variable.name));
            if (code.depth < 0 || code.depth > depthBefore + 1)
                return wrong(base::said("code '{}' hangs under no code", code.name));
            depthBefore = code.depth;
        }
    }
    return {};
}

} // namespace rapport::model
