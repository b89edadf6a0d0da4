// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows.h"

#include "base/json.h"

namespace rapport::store {

using base::Json;

std::string toJson(const model::LocalText& text) {
    Json json = Json::object();
    for (const auto& [language, words] : text.byLanguage)
        json[language] = words;
    return base::dumpJson(json, -1);
}

model::LocalText localText(std::string_view json) {
    const auto parsed = base::parseJson(json);
    return parsed ? localTextIn(*parsed) : model::LocalText();
}

model::LocalText localTextIn(const Json& object) {
    model::LocalText text;
    if (!object.is_object())
        return text;
    for (const auto& [language, words] : object.items()) {
        if (words.is_string())
            text.byLanguage.emplace(language, words.get_ref<const std::string&>());
    }
    return text;
}

std::string toJson(const std::vector<std::string>& list) {
    Json json = Json::array();
    for (const std::string& each : list)
        json.push_back(each);
    return base::dumpJson(json, -1);
}

std::vector<std::string> stringList(std::string_view json) {
    std::vector<std::string> list;
    const auto parsed = base::parseJson(json);
    if (!parsed || !parsed->is_array())
        return list;
    for (const Json& each : *parsed) {
        if (each.is_string())
            list.push_back(each.get<std::string>());
    }
    return list;
}

base::Result<base::Guid> guidOr(Database& database, const base::Guid& given, std::string_view kind,
                                std::string_view name) {
    if (!given.isNull())
        return given;
    // The secret keeps who has a pack, with the guids of its units, from trying names.
    RAPPORT_ASSIGN(Statement study, database.statement("SELECT guid, (SELECT value FROM meta WHERE name ="
                                                       " 'name_secret') FROM study"));
    RAPPORT_TRY(study.next());
    std::string known(study.view(0));
    known.append(study.view(1));
    known.append(kind).append(1, '\0').append(name);
    return base::Guid::fromText(known);
}

tl::unexpected<base::Error> duplicateOr(const Database& database, const base::Status& failed,
                                        base::Phrase message) {
    if (failed.error().code == base::Errc::Refused && database.wasDuplicate())
        return base::fail(base::Errc::Refused, std::move(message));
    return tl::make_unexpected(failed.error());
}

} // namespace rapport::store
