// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/alike_names.h"

#include "model/names.h"

#include <algorithm>

namespace rapport::model {

std::optional<std::size_t> placeOfName(const std::vector<std::string>& names, const std::string& name) {
    if (const auto found = std::find(names.begin(), names.end(), name); found != names.end())
        return static_cast<std::size_t>(found - names.begin());
    const std::string wanted = personName(name);
    const auto isAlike = [&](const std::string& each) { return personName(each) == wanted; };
    const auto found = std::find_if(names.begin(), names.end(), isAlike);
    if (found == names.end() || std::any_of(found + 1, names.end(), isAlike))
        return std::nullopt;
    return static_cast<std::size_t>(found - names.begin());
}

} // namespace rapport::model
