// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi_parts.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

struct Head {
    RefiPart part;
    std::string_view english;
    std::string_view dutch;
};

constexpr std::array heads{
    Head{RefiPart::Id, "Id", "Id"},
    Head{RefiPart::Type, "Type", "Type"},
    Head{RefiPart::Use, "Use", "Gebruik"},
    Head{RefiPart::Avoid, "Do not use", "Gebruik niet"},
    Head{RefiPart::Example, "Example", "Voorbeeld"},
    Head{RefiPart::AntiExample, "Anti-example", "Tegenvoorbeeld"},
    Head{RefiPart::Source, "Source", "Bron"},
    Head{RefiPart::Scale, "Scale", "Schaal"},
    Head{RefiPart::Prompts, "Prompts", "Vragen"},
    Head{RefiPart::Units, "Units", "Eenheden"},
    Head{RefiPart::Language, "Language", "Taal"},
};

constexpr std::array<std::pair<std::string_view, std::string_view>, 12> palette{{
    {"blue", "#2034A0"},
    {"vermilion", "#A53801"},
    {"teal", "#249B9E"},
    {"ochre", "#946E22"},
    {"violet", "#6D48BE"},
    {"green", "#006A30"},
    {"rose", "#C96979"},
    {"sky", "#1A79A1"},
    {"brown", "#5D3603"},
    {"olive", "#7F9A1A"},
    {"plum", "#873C6D"},
    {"slate", "#343B43"},
}};

} // namespace

std::string refiColour(std::string_view colour) {
    for (const auto& [name, hex] : palette) {
        if (colour == name)
            return std::string(hex);
    }
    return colour.size() == 7 && colour.front() == '#' ? std::string(colour) : std::string();
}

std::string ownColour(std::string_view hex) {
    for (const auto& [name, colour] : palette) {
        if (hex == colour)
            return std::string(name);
    }
    return std::string(hex);
}

std::string_view headOf(RefiPart part, std::string_view language) {
    for (const Head& head : heads) {
        if (head.part == part)
            return language == "nl" ? head.dutch : head.english;
    }
    return {};
}

std::string RefiDescription::part(RefiPart wanted) const {
    for (const auto& [part, words] : parts) {
        if (part == wanted)
            return words;
    }
    return {};
}

std::string RefiDescription::takeTitle() {
    const std::size_t end = std::min(definition.find("\n\n"), definition.size());
    std::string title = definition.substr(0, end);
    definition.erase(0, std::min(end + 2, definition.size()));
    return title;
}

RefiDescription readDescription(std::string_view text) {
    RefiDescription read;
    std::string* into = nullptr;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        const std::string_view paragraph = text.substr(begin, end - begin);
        begin = end + 2;
        bool isPart = false;
        for (const Head& head : heads) {
            for (const std::string_view word : {head.english, head.dutch}) {
                if (isPart || paragraph.substr(0, word.size()) != word ||
                    paragraph.substr(word.size(), 2) != ": ")
                    continue;
                if (head.dutch != head.english)
                    read.language = word == head.dutch ? "nl" : "en";
                read.parts.emplace_back(head.part, paragraph.substr(word.size() + 2));
                into = &read.parts.back().second;
                isPart = true;
            }
        }
        if (isPart)
            continue;
        if (into == nullptr)
            into = &read.definition;
        *into += (into->empty() ? "" : "\n\n") + std::string(paragraph);
    }
    return read;
}

model::Guid refiGuid(const model::Code& code) {
    return code.guid.isNull() ? model::Guid::fromText("code:" + code.name) : code.guid;
}

model::Guid refiGuid(const model::Variable& variable) {
    return variable.guid.isNull() ? model::Guid::fromText("variable:" + variable.name) : variable.guid;
}

model::Guid refiSet(const model::Guid& variable) {
    return model::Guid::fromText("set:" + variable.text());
}

} // namespace rapport::exchange
