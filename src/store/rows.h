// SPDX-License-Identifier: GPL-3.0-or-later
// Small translations between columns and the model's values, private to this room.
#pragma once

#include "base/guid.h"
#include "base/json_fwd.h"
#include "model/local_text.h"
#include "model/names.h"
#include "store/database.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rapport::store {

/// {"en": "...", "nl": "..."} on one line.
[[nodiscard]] std::string toJson(const model::LocalText& text);
/// Anything that is no such object reads as empty: what a later version wrote must not stop this one.
[[nodiscard]] model::LocalText localText(std::string_view json);
[[nodiscard]] model::LocalText localTextIn(const base::Json& object);

[[nodiscard]] std::string toJson(const std::vector<std::string>& list);
[[nodiscard]] std::vector<std::string> stringList(std::string_view json);

/// A guid for something that came without one: the same for the same kind and name in the same study, so that
/// two copies of a study that import the same file agree.
[[nodiscard]] base::Result<base::Guid> guidOr(Database& database, const base::Guid& given,
                                              std::string_view kind, std::string_view name);

/// The error for a row whose name or guid is there already; any other failure is passed on as it is.
[[nodiscard]] tl::unexpected<base::Error> duplicateOr(const Database& database, const base::Status& failed,
                                                      base::Phrase message);

/// `text` read by one of the model's functions from its name to an enumeration; `otherwise` where it is
/// unknown.
template<typename Enum>
[[nodiscard]] Enum enumeration(std::optional<Enum> (*read)(std::string_view), std::string_view text,
                               Enum otherwise) {
    return read(text).value_or(otherwise);
}

/// The only one of `people` whose name looks like that one.
template<typename Person>
[[nodiscard]] std::optional<Person> alikeIn(const std::vector<Person>& people, const std::string& name) {
    const std::string wanted = model::personName(name);
    std::optional<Person> found;
    for (const Person& each : people) {
        if (model::personName(each.name) != wanted)
            continue;
        if (found)
            return std::nullopt;
        found = each;
    }
    return found;
}

} // namespace rapport::store
