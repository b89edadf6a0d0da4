// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/template_json.h"

#include "base/format.h"
#include "base/json.h"
#include "exchange/json_walk.h"

#include <algorithm>
#include <set>

namespace rapport::exchange {

namespace {

using base::Guid;
using base::Json;

constexpr std::string_view instrumentSchema = "rapport.instrument/1";
constexpr std::string_view templateSchema = "rapport.template/1";

Guid guidOf(const JsonNode& node, const std::string& otherwise) {
    const std::string text = node.string("guid", Need::Optional);
    if (text.empty())
        return Guid::fromText("rapport." + otherwise);
    const auto parsed = Guid::parse(text);
    if (!parsed || parsed->isNull())
        node.wrong("guid", base::said("'{}' is no guid", text), "write it as 8-4-4-4-12 hexadecimal digits");
    return parsed.value_or(Guid{});
}

/// A name of a file in the same folder: a template must not reach out of it.
std::string plainFileName(const JsonNode& node, std::string name, std::string_view key) {
    if (name.find('/') != std::string::npos || name.find('\\') != std::string::npos || name == "..")
        node.wrong(key, base::said("'{}' is not the name of a file in the same folder", name));
    return name;
}

} // namespace

base::Result<model::Instrument> readInstrument(std::string_view json, const std::string& fileName) {
    RAPPORT_ASSIGN(const Json parsed, base::parseJson(json, fileName));
    JsonReading reading(fileName);
    const JsonNode document(parsed, {}, reading);
    checkSchema(document, instrumentSchema);
    model::Instrument instrument;
    instrument.name = document.string("id", Need::Required);
    instrument.guid = guidOf(document, "instrument:" + instrument.name);
    instrument.title = document.text("title", Need::Required);
    instrument.caseText = document.text("case", Need::Optional);
    instrument.isStandIn = document.boolean("stand_in", false);
    for (const JsonNode& node : document.list("prompts", Need::Required)) {
        if (node.isNoObject())
            break;
        model::Prompt prompt;
        prompt.name = node.string("id", Need::Required);
        const std::string kindName = node.string("kind", Need::Required);
        if (const auto kind = model::promptKind(kindName))
            prompt.kind = *kind;
        else
            node.wrong("kind", base::said("'{}' is no kind of prompt", kindName), "use open, yes-no or note");
        prompt.wording = node.text("wording", Need::Required);
        const auto isSame = [&prompt](const model::Prompt& other) { return other.name == prompt.name; };
        if (std::any_of(instrument.prompts.begin(), instrument.prompts.end(), isSame))
            node.wrong("id", base::said("two prompts are named '{}'", prompt.name));
        instrument.prompts.push_back(std::move(prompt));
    }
    if (reading.error())
        return tl::make_unexpected(*reading.error());
    if (auto valid = model::validate(instrument); !valid) {
        base::Error error = valid.error();
        error.code = base::Errc::Unreadable;
        error.where = base::Place{fileName, 0, 0, "prompts"};
        return tl::make_unexpected(std::move(error));
    }
    return instrument;
}

std::string writeInstrument(const model::Instrument& instrument) {
    Json json;
    json["schema"] = instrumentSchema;
    json["id"] = instrument.name;
    json["guid"] = instrument.guid.text();
    json["title"] = toJson(instrument.title);
    json["stand_in"] = instrument.isStandIn;
    if (!instrument.caseText.byLanguage.empty())
        json["case"] = toJson(instrument.caseText);
    json["prompts"] = Json::array();
    for (const model::Prompt& prompt : instrument.prompts) {
        Json entry;
        entry["id"] = prompt.name;
        entry["kind"] = model::name(prompt.kind);
        entry["wording"] = toJson(prompt.wording);
        json["prompts"].push_back(std::move(entry));
    }
    return base::dumpJson(json) + "\n";
}

base::Result<StudyTemplate> readTemplate(std::string_view json, const std::string& fileName) {
    RAPPORT_ASSIGN(const Json parsed, base::parseJson(json, fileName));
    JsonReading reading(fileName);
    const JsonNode document(parsed, {}, reading);
    checkSchema(document, templateSchema);
    StudyTemplate study;
    study.name = document.string("id", Need::Required);
    study.title = document.text("title", Need::Required);
    study.instrument = plainFileName(document, document.string("instrument", Need::Optional), "instrument");
    for (const JsonNode& node : document.list("codebooks", Need::Optional))
        study.codebooks.push_back(plainFileName(node, node.asString(), {}));
    std::set<std::string> names;
    for (const JsonNode& node : document.list("attributes", Need::Optional)) {
        if (node.isNoObject())
            break;
        model::Attribute attribute;
        attribute.name = node.string("name", Need::Required);
        if (!names.insert(attribute.name).second)
            node.wrong("name", base::said("two attributes are named '{}'", attribute.name));
        attribute.title = node.text("title", Need::Optional);
        const std::string typeName = node.string("type", Need::Required);
        if (const auto type = model::attributeType(typeName))
            attribute.type = *type;
        else
            node.wrong("type", base::said("'{}' is no type", typeName), "use text, number, date or boolean");
        attribute.isBlinded = node.boolean("blinded", true);
        attribute.values = node.strings("values", Need::Optional);
        study.attributes.push_back(std::move(attribute));
    }
    for (const JsonNode& node : document.list("comparisons", Need::Optional)) {
        if (node.isNoObject())
            break;
        Comparison comparison{node.text("title", Need::Optional), node.string("attribute", Need::Required),
                              node.string("a", Need::Required), node.string("b", Need::Required)};
        if (names.count(comparison.attribute) == 0)
            node.wrong("attribute", base::said("there is no attribute '{}'", comparison.attribute));
        study.comparisons.push_back(std::move(comparison));
    }
    if (reading.error())
        return tl::make_unexpected(*reading.error());
    return study;
}

} // namespace rapport::exchange
