// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/json_walk.h"

#include "base/format.h"
#include "base/json.h"

namespace rapport::exchange {

using base::Json;

void JsonReading::wrong(const std::string& path, base::Phrase message, base::Phrase hint) {
    if (!m_error)
        m_error = base::Error{base::Errc::Unreadable, std::move(message), base::Place{m_fileName, 0, 0, path},
                              std::move(hint)};
}

std::string JsonNode::pathTo(std::string_view key) const {
    if (key.empty())
        return m_path;
    return m_path.empty() ? std::string(key) : fmt::format("{}.{}", m_path, key);
}

void JsonNode::wrong(std::string_view key, base::Phrase message, base::Phrase hint) const {
    m_reading->wrong(pathTo(key), std::move(message), std::move(hint));
}

bool JsonNode::isNoObject() const {
    if (m_value->is_object())
        return false;
    wrong({}, "must be an object");
    return true;
}

const Json* JsonNode::find(std::string_view key, Need need) const {
    if (m_value->is_object()) {
        const auto found = m_value->find(std::string(key));
        if (found != m_value->end() && !found->is_null())
            return &*found;
    }
    if (need == Need::Required)
        wrong(key, "is missing");
    return nullptr;
}

bool JsonNode::has(std::string_view key) const {
    return find(key, Need::Optional) != nullptr;
}

std::string JsonNode::string(std::string_view key, Need need) const {
    const Json* found = find(key, need);
    if (found == nullptr)
        return {};
    if (!found->is_string()) {
        wrong(key, "must be a string");
        return {};
    }
    auto value = found->get<std::string>();
    if (need == Need::Required && value.empty())
        wrong(key, "must not be empty");
    return value;
}

bool JsonNode::boolean(std::string_view key, bool otherwise) const {
    const Json* found = find(key, Need::Optional);
    if (found == nullptr)
        return otherwise;
    if (!found->is_boolean()) {
        wrong(key, "must be true or false");
        return otherwise;
    }
    return found->get<bool>();
}

JsonNode JsonNode::child(std::string_view key) const {
    return {base::memberAt(*m_value, key), pathTo(key), *m_reading};
}

std::string JsonNode::asString() const {
    if (m_value->is_string())
        return m_value->get<std::string>();
    wrong({}, "must be a string");
    return {};
}

model::LocalText JsonNode::asText() const {
    model::LocalText local;
    if (m_value->is_string())
        return model::sameText(m_value->get<std::string>());
    if (!m_value->is_object()) {
        wrong({}, "must be a text per language", R"(like {"en": "...", "nl": "..."})");
        return local;
    }
    for (const auto& [language, words] : m_value->items()) {
        if (!words.is_string()) {
            wrong(language, "must be a string");
            return local;
        }
        local.byLanguage.emplace(language, words.get<std::string>());
    }
    return local;
}

model::LocalText JsonNode::text(std::string_view key, Need need) const {
    if (find(key, need) == nullptr)
        return {};
    model::LocalText local = child(key).asText();
    if (need == Need::Required && local.isEmpty())
        wrong(key, "must not be empty");
    return local;
}

std::vector<JsonNode> JsonNode::list(std::string_view key, Need need) const {
    std::vector<JsonNode> nodes;
    const Json* found = find(key, need);
    if (found == nullptr)
        return nodes;
    if (!found->is_array()) {
        wrong(key, "must be a list");
        return nodes;
    }
    nodes.reserve(found->size());
    for (std::size_t index = 0; index < found->size(); ++index)
        nodes.emplace_back((*found)[index], fmt::format("{}[{}]", pathTo(key), index), *m_reading);
    return nodes;
}

std::vector<std::string> JsonNode::strings(std::string_view key, Need need) const {
    std::vector<std::string> values;
    for (const JsonNode& node : list(key, need))
        values.push_back(node.asString());
    return values;
}

void checkSchema(const JsonNode& document, std::string_view wanted) {
    if (document.isNoObject())
        return;
    const std::string found = document.string("schema", Need::Required);
    if (found == wanted || found.empty())
        return;
    const std::string_view family = wanted.substr(0, wanted.find('/'));
    const bool isOtherVersion = found.size() > family.size() &&
                                found.compare(0, family.size(), family) == 0 && found[family.size()] == '/';
    document.wrong("schema", base::said("is '{}', expected '{}'", found, wanted),
                   isOtherVersion ? "the file was made for another version of this program"
                                  : "this is another kind of file");
}

Json toJson(const model::LocalText& text) {
    Json json = Json::object();
    // English first, as in the shipped files: the first language is the one to fall back on.
    if (const auto english = text.byLanguage.find("en"); english != text.byLanguage.end())
        json["en"] = english->second;
    for (const auto& [language, words] : text.byLanguage)
        json[language] = words;
    return json;
}

} // namespace rapport::exchange
