// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/codebook_edit.h"

#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"

#include <algorithm>
#include <vector>

namespace rapport::ui {

namespace {

/// Depths are the truth of a draft; what a code hangs under follows from them.
void setParents(model::Variable& variable) {
    std::vector<const model::Code*> path;
    for (model::Code& code : variable.codes) {
        path.resize(std::min(path.size(), std::size_t(std::max(0, code.depth))));
        code.parent = path.empty() ? model::CodeId() : path.back()->id;
        path.push_back(&code);
    }
}

} // namespace

int endOfSubtree(const model::Variable& variable, int code) {
    const int depth = variable.codes[std::size_t(code)].depth;
    int end = code + 1;
    while (end < int(variable.codes.size()) && variable.codes[std::size_t(end)].depth > depth)
        ++end;
    return end;
}

int insertCode(model::Variable& variable, int code, model::Code made) {
    const bool isRoot = code < 0 || code >= int(variable.codes.size());
    const int place = isRoot ? int(variable.codes.size()) : endOfSubtree(variable, code);
    made.depth = isRoot ? 0 : variable.codes[std::size_t(code)].depth;
    variable.codes.insert(variable.codes.begin() + place, std::move(made));
    setParents(variable);
    return place;
}

std::optional<int> moveCode(model::Variable& variable, int code, int by) {
    const int depth = variable.codes[std::size_t(code)].depth;
    const int end = endOfSubtree(variable, code);
    const auto first = variable.codes.begin();
    if (by < 0) {
        int above = code - 1;
        while (above >= 0 && variable.codes[std::size_t(above)].depth > depth)
            --above;
        if (above < 0 || variable.codes[std::size_t(above)].depth != depth)
            return std::nullopt;
        std::rotate(first + above, first + code, first + end);
        setParents(variable);
        return above;
    }
    if (end >= int(variable.codes.size()) || variable.codes[std::size_t(end)].depth != depth)
        return std::nullopt;
    const int below = endOfSubtree(variable, end);
    std::rotate(first + code, first + end, first + below);
    setParents(variable);
    return code + (below - end);
}

std::optional<int> nestCode(model::Variable& variable, int code) {
    const int depth = variable.codes[std::size_t(code)].depth;
    // The code before it is its sibling above, or hangs under that one; a lower depth means there is none.
    if (code == 0 || variable.codes[std::size_t(code) - 1].depth < depth)
        return std::nullopt;
    const int end = endOfSubtree(variable, code);
    for (int each = code; each < end; ++each)
        ++variable.codes[std::size_t(each)].depth;
    setParents(variable);
    return code;
}

std::optional<int> unnestCode(model::Variable& variable, int code) {
    const int depth = variable.codes[std::size_t(code)].depth;
    if (depth == 0)
        return std::nullopt;
    int above = code - 1;
    while (above >= 0 && variable.codes[std::size_t(above)].depth >= depth)
        --above;
    if (above < 0)
        return std::nullopt;
    const int end = endOfSubtree(variable, code);
    const int after = endOfSubtree(variable, above);
    for (int each = code; each < end; ++each)
        --variable.codes[std::size_t(each)].depth;
    const auto first = variable.codes.begin();
    std::rotate(first + code, first + end, first + after);
    setParents(variable);
    return code + (after - end);
}

std::optional<int> relocateCode(model::Variable& variable, int code, int under, int before) {
    const int end = endOfSubtree(variable, code);
    const auto isInside = [&](int each) { return each >= code && each < end; };
    const int depth = under < 0 ? 0 : variable.codes[std::size_t(under)].depth + 1;
    if ((under >= 0 && isInside(under)) ||
        (before >= 0 && variable.codes[std::size_t(before)].depth != depth))
        return std::nullopt;
    // Before itself, or before what follows it there: it stays.
    int place = before >= 0 ? before : under < 0 ? int(variable.codes.size()) : endOfSubtree(variable, under);
    if (isInside(place))
        place = code;
    const int shift = depth - variable.codes[std::size_t(code)].depth;
    for (int each = code; each < end; ++each)
        variable.codes[std::size_t(each)].depth += shift;
    const auto first = variable.codes.begin();
    int now = place;
    if (place > code) {
        std::rotate(first + code, first + end, first + place);
        now = place - (end - code);
    } else {
        std::rotate(first + place, first + code, first + end);
    }
    setParents(variable);
    return now;
}

void removeCode(model::Variable& variable, int code) {
    const int end = endOfSubtree(variable, code);
    variable.codes.erase(variable.codes.begin() + code, variable.codes.begin() + end);
    setParents(variable);
}

std::string freeCodeName(const model::Codebook& codebook, std::string_view title) {
    std::string stem;
    for (const char letter : title) {
        if (letter >= 'A' && letter <= 'Z')
            stem += char(letter - 'A' + 'a');
        else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9'))
            stem += letter;
        else if (!stem.empty() && stem.back() != '_')
            stem += '_';
    }
    while (!stem.empty() && stem.back() == '_')
        stem.pop_back();
    if (stem.empty() || (stem.front() >= '0' && stem.front() <= '9'))
        stem.insert(0, "code_");
    std::string name = stem;
    for (int number = 2; codebook.code(name).code != nullptr; ++number)
        name = stem + '_' + std::to_string(number);
    return name;
}

void nameNewCodes(model::Codebook& draft, const model::Codebook& saved) {
    const std::string first = freeCodeName({}, newCodeTitle);
    for (model::Variable& variable : draft.variables) {
        for (model::Code& code : variable.codes) {
            const bool isNew = saved.code(code.name).code == nullptr;
            if (!isNew || (code.name != first && !code.name.starts_with(first + '_')))
                continue;
            code.name.clear();
            code.name = freeCodeName(draft, toUtf8(localText(code.title)));
        }
    }
}

} // namespace rapport::ui
