// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codebook_json.h"

#include "base/format.h"
#include "base/json.h"
#include "exchange/json_walk.h"
#include "model/palette.h"

#include <algorithm>
#include <map>
#include <set>

namespace rapport::exchange {

namespace {

using base::Guid;
using base::Json;
using model::Code;
using model::Codebook;
using model::LocalText;
using model::Scale;
using model::Variable;

constexpr std::string_view schema = "rapport.codebook/1";
constexpr int deepestCodes = 64;

bool isColour(std::string_view colour) {
    if (colour.size() == 7 && colour.front() == '#')
        return colour.find_first_not_of("0123456789abcdefABCDEF", 1) == std::string_view::npos;
    return isPaletteColour(colour);
}

class CodebookReader {
public:
    explicit CodebookReader(const JsonNode& document)
        : m_document(document) {}

    CodebookFile read() {
        Codebook& codebook = m_file.codebook;
        if (!m_document.isNoObject() && !m_document.has("schema"))
            m_document.wrong(
                {}, "is no codebook of Rapport",
                R"(a codebook that Rapport wrote has "schema": "rapport.codebook/1" at its head)");
        checkSchema(m_document, schema);
        codebook.name = m_document.string("id", Need::Required);
        codebook.guid = guid(m_document, "codebook:" + codebook.name);
        codebook.title = m_document.text("title", Need::Required);
        codebook.licence = m_document.string("licence", Need::Optional);
        m_file.languages = m_document.strings("languages", Need::Optional);
        for (const JsonNode& node : m_document.list("sources", Need::Optional)) {
            m_file.sources.push_back(CodebookSource{node.string("id", Need::Required),
                                                    node.string("citation", Need::Optional),
                                                    node.string("doi", Need::Optional)});
        }
        const auto variables = m_document.list("variables", Need::Required);
        if (variables.empty())
            m_document.wrong("variables", "must hold at least one variable");
        for (const JsonNode& node : variables)
            readVariable(node);
        readSets();
        checkKeysAndTags();
        return std::move(m_file);
    }

private:
    Guid guid(const JsonNode& node, const std::string& otherwise) {
        const std::string text = node.string("guid", Need::Optional);
        if (text.empty()) {
            const Guid made = Guid::fromText("rapport." + otherwise);
            m_file.madeGuids.insert(made);
            return made;
        }
        const auto parsed = Guid::parse(text);
        if (!parsed || parsed->isNull()) {
            node.wrong("guid", base::said("'{}' is no guid", text),
                       "write it as 8-4-4-4-12 hexadecimal digits");
            return {};
        }
        if (!m_guids.insert(*parsed).second)
            node.wrong("guid", "is used twice in this file",
                       "every variable, code and set has a guid of its own");
        return *parsed;
    }

    void readVariable(const JsonNode& node) {
        if (node.isNoObject())
            return;
        Variable variable;
        variable.name = node.string("id", Need::Required);
        if (!m_variables.insert(variable.name).second)
            node.wrong("id", base::said("two variables are named '{}'", variable.name));
        variable.guid = guid(node, fmt::format("variable:{}/{}", m_file.codebook.name, variable.name));
        variable.title = node.text("title", Need::Required);
        variable.definition = node.text("definition", Need::Optional);
        const std::string scaleName = node.string("scale", Need::Required);
        if (const auto scale = model::scale(scaleName))
            variable.scale = *scale;
        else
            node.wrong("scale", base::said("'{}' is no scale", scaleName),
                       "use presence, nominal, ordinal or count");
        variable.prompts = node.strings("prompts", Need::Optional);
        for (const JsonNode& kindNode : node.list("kinds", Need::Optional)) {
            const std::string kindName = kindNode.asString();
            const auto kind = model::unitKind(kindName);
            if (kind && *kind != model::UnitKind::Answer)
                variable.unitKinds.push_back(*kind);
            else
                kindNode.wrong({}, base::said("'{}' is no kind of unit", kindName),
                               "use turn, transcript or sentence; answers are named by their prompts");
        }
        for (const JsonNode& code : node.list("codes", Need::Optional))
            readCode(code, variable, 0);
        m_file.codebook.variables.push_back(std::move(variable));
    }

    void readCode(const JsonNode& node, Variable& variable, int depth) {
        if (node.isNoObject())
            return;
        if (depth >= deepestCodes) {
            node.wrong({}, base::said("codes are nested deeper than {} levels", deepestCodes));
            return;
        }
        Code code;
        code.depth = depth;
        code.name = node.string("id", Need::Required);
        if (!code.name.empty() && !m_codes.insert(code.name).second)
            node.wrong("id", base::said("two codes are named '{}'", code.name), "a code's name is unique");
        code.guid = guid(node, fmt::format("code:{}/{}", m_file.codebook.name, code.name));
        code.title = node.text("title", Need::Required);
        code.tag = node.text("tag", Need::Optional);
        code.key = node.string("key", Need::Optional);
        code.colour = node.string("colour", Need::Optional);
        if (!code.colour.empty() && !isColour(code.colour))
            node.wrong("colour", base::said("'{}' is no colour", code.colour),
                       "see docs/formats/codebook.md for the names");
        code.definition = node.text("definition", Need::Optional);
        code.use = node.text("use", Need::Optional);
        code.avoid = node.text("avoid", Need::Optional);
        for (const JsonNode& example : node.list("examples", Need::Optional))
            code.examples.push_back(example.asText());
        for (const JsonNode& example : node.list("anti_examples", Need::Optional))
            code.antiExamples.push_back(example.asText());
        code.source = node.string("source", Need::Optional);
        code.isCodable = node.boolean("codable", true);
        const auto children = node.list("children", Need::Optional);
        const bool isLevel = variable.scale == Scale::Nominal || variable.scale == Scale::Ordinal;
        if (isLevel && !children.empty())
            node.wrong("children", "a level has no codes below it");
        variable.codes.push_back(std::move(code));
        for (const JsonNode& child : children)
            readCode(child, variable, depth + 1);
    }

    void readSets() {
        std::set<std::string> ids;
        for (const JsonNode& node : m_document.list("sets", Need::Optional)) {
            if (node.isNoObject())
                return;
            CodeSet set;
            set.id = node.string("id", Need::Required);
            if (!ids.insert(set.id).second)
                node.wrong("id", base::said("two sets are named '{}'", set.id));
            if (node.has("guid"))
                set.guid = guid(node, {});
            set.title = node.text("title", Need::Required);
            set.definition = node.text("definition", Need::Optional);
            for (const JsonNode& memberNode : node.list("members", Need::Required)) {
                set.members.push_back(memberNode.asString());
                if (m_codes.count(set.members.back()) == 0)
                    memberNode.wrong({}, base::said("there is no code '{}'", set.members.back()));
            }
            const Json& places = base::memberAt(node.value(), "places");
            if (places.is_number_integer() && places.get<std::int64_t>() >= 0)
                set.places = places.get<std::int64_t>();
            else if (!places.is_null())
                node.wrong("places", "must be a whole number from 0");
            m_file.sets.push_back(std::move(set));
        }
    }

    void checkKeysAndTags() {
        for (Variable& variable : m_file.codebook.variables) {
            std::map<std::string, std::string> keys;
            for (Code& code : variable.codes) {
                if (code.key.empty())
                    continue;
                const auto [first, isNew] = keys.emplace(code.key, code.name);
                if (isNew)
                    continue;
                m_file.warnings.push_back(
                    base::said("codes '{}' and '{}' have the same key '{}'; the second has none now",
                               first->second, code.name, code.key));
                code.key.clear();
            }
        }
        std::map<std::string, std::string> tags;
        for (const Variable& variable : m_file.codebook.variables) {
            for (const Code& code : variable.codes) {
                for (const auto& [language, tag] : code.tag.byLanguage) {
                    const auto [first, isNew] = tags.emplace(language + ":" + tag, code.name);
                    if (!isNew && first->second != code.name)
                        m_file.warnings.push_back(
                            base::said("codes '{}' and '{}' have the same tag '{}' ({})", first->second,
                                       code.name, tag, language));
                }
                for (const std::string& language : m_file.languages) {
                    if (code.title.byLanguage.count(language) == 0)
                        m_file.warnings.push_back(
                            base::said("code '{}' has no title in '{}'", code.name, language));
                }
            }
        }
    }

    JsonNode m_document;
    CodebookFile m_file;
    std::set<Guid> m_guids;
    std::set<std::string> m_variables;
    std::set<std::string> m_codes;
};

void putText(Json& json, const char* key, const LocalText& text) {
    if (!text.byLanguage.empty())
        json[key] = toJson(text);
}

void putString(Json& json, const char* key, const std::string& text) {
    if (!text.empty())
        json[key] = text;
}

Json codeToJson(const Code& code) {
    Json json;
    json["id"] = code.name;
    json["guid"] = code.guid.text();
    json["title"] = toJson(code.title);
    putText(json, "tag", code.tag);
    putString(json, "key", code.key);
    putString(json, "colour", code.colour);
    if (!code.isCodable)
        json["codable"] = false;
    putText(json, "definition", code.definition);
    putText(json, "use", code.use);
    putText(json, "avoid", code.avoid);
    for (const LocalText& example : code.examples)
        json["examples"].push_back(toJson(example));
    for (const LocalText& example : code.antiExamples)
        json["anti_examples"].push_back(toJson(example));
    putString(json, "source", code.source);
    return json;
}

/// The codes from `at` on that are at least `depth` deep, as a tree; moves `at` past them.
Json codesToJson(const std::vector<Code>& codes, std::size_t& at, int depth) {
    Json list = Json::array();
    while (at < codes.size() && codes[at].depth >= depth) {
        Json json = codeToJson(codes[at++]);
        if (at < codes.size() && codes[at].depth > depth)
            json["children"] = codesToJson(codes, at, depth + 1);
        list.push_back(std::move(json));
    }
    return list;
}

void collectLanguages(const LocalText& text, std::set<std::string>& languages) {
    for (const auto& entry : text.byLanguage)
        languages.insert(entry.first);
}

} // namespace

bool isPaletteColour(std::string_view name) {
    return std::find(model::palette.begin(), model::palette.end(), name) != model::palette.end();
}

base::Result<CodebookFile> readCodebookFile(std::string_view json, const std::string& fileName) {
    RAPPORT_ASSIGN(const Json document, base::parseJson(json, fileName));
    JsonReading reading(fileName);
    CodebookFile file = CodebookReader(JsonNode(document, {}, reading)).read();
    if (reading.error())
        return tl::make_unexpected(*reading.error());
    if (auto valid = model::validate(file.codebook); !valid) {
        base::Error error = valid.error();
        error.code = base::Errc::Unreadable;
        error.where = base::Place{fileName, 0, 0, {}};
        return tl::make_unexpected(std::move(error));
    }
    return file;
}

base::Result<Codebook> readCodebook(std::string_view json, const std::string& fileName) {
    RAPPORT_ASSIGN(CodebookFile file, readCodebookFile(json, fileName));
    return std::move(file.codebook);
}

std::string writeCodebookFile(const CodebookFile& file) {
    const Codebook& codebook = file.codebook;
    Json json;
    json["schema"] = schema;
    json["id"] = codebook.name;
    json["guid"] = codebook.guid.text();
    json["title"] = toJson(codebook.title);
    json["languages"] = file.languages;
    json["licence"] = codebook.licence;
    json["sources"] = Json::array();
    for (const CodebookSource& source : file.sources) {
        Json entry;
        entry["id"] = source.id;
        entry["citation"] = source.citation;
        putString(entry, "doi", source.doi);
        json["sources"].push_back(std::move(entry));
    }
    json["variables"] = Json::array();
    for (const Variable& variable : codebook.variables) {
        Json entry;
        entry["id"] = variable.name;
        entry["guid"] = variable.guid.text();
        entry["title"] = toJson(variable.title);
        putText(entry, "definition", variable.definition);
        entry["scale"] = model::name(variable.scale);
        entry["prompts"] = variable.prompts;
        entry["kinds"] = Json::array();
        for (const model::UnitKind kind : variable.unitKinds)
            entry["kinds"].push_back(model::name(kind));
        std::size_t at = 0;
        entry["codes"] = codesToJson(variable.codes, at, 0);
        json["variables"].push_back(std::move(entry));
    }
    for (const CodeSet& set : file.sets) {
        Json entry;
        entry["id"] = set.id;
        if (!set.guid.isNull())
            entry["guid"] = set.guid.text();
        entry["title"] = toJson(set.title);
        putText(entry, "definition", set.definition);
        entry["members"] = set.members;
        if (set.places > 0)
            entry["places"] = set.places;
        json["sets"].push_back(std::move(entry));
    }
    return base::dumpJson(json) + "\n";
}

std::string writeCodebook(const Codebook& codebook) {
    std::set<std::string> languages;
    collectLanguages(codebook.title, languages);
    for (const Variable& variable : codebook.variables) {
        collectLanguages(variable.title, languages);
        for (const Code& code : variable.codes)
            collectLanguages(code.title, languages);
    }
    CodebookFile file;
    file.codebook = codebook;
    if (languages.erase("en") > 0)
        file.languages.emplace_back("en");
    file.languages.insert(file.languages.end(), languages.begin(), languages.end());
    return writeCodebookFile(file);
}

} // namespace rapport::exchange
