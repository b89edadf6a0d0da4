// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi_parts.h"

#include "exchange/word_languages.h"
#include "model/participant.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

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

/// A paragraph under a head.
struct Headed {
    RefiPart part;
    std::string_view language; ///< of the head; empty where it is the same in all
    std::string_view words;
};

std::optional<Headed> headedIn(std::string_view paragraph) {
    for (const Head& head : heads) {
        for (const std::string_view word : {head.english, head.dutch}) {
            if (!paragraph.starts_with(word) || !paragraph.substr(word.size()).starts_with(": "))
                continue;
            const std::string_view language = head.english == head.dutch ? ""
                                              : word == head.dutch       ? "nl"
                                                                         : "en";
            return Headed{head.part, language, paragraph.substr(word.size() + 2)};
        }
    }
    return std::nullopt;
}

std::vector<std::string_view> paragraphsOf(std::string_view text) {
    std::vector<std::string_view> paragraphs;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find("\n\n", begin), text.size());
        paragraphs.push_back(text.substr(begin, end - begin));
        begin = end + 2;
    }
    return paragraphs;
}

std::string_view withoutBlanks(std::string_view paragraph) {
    return paragraph.substr(std::min(paragraph.find_first_not_of(' '), paragraph.size()));
}

bool isOf(Described what, RefiPart part) {
    switch (part) {
    case RefiPart::Id:
    case RefiPart::Language:
        return what != Described::Attribute;
    case RefiPart::Type:
        return what == Described::Attribute;
    case RefiPart::Scale:
    case RefiPart::Prompts:
    case RefiPart::Units:
        return what == Described::Variable;
    case RefiPart::Use:
    case RefiPart::Avoid:
    case RefiPart::Example:
    case RefiPart::AntiExample:
    case RefiPart::Source:
        break;
    }
    return what == Described::Code;
}

/// Of parts that have words of their own.
bool canSay(RefiPart part, std::string_view words) {
    switch (part) {
    case RefiPart::Language:
        return WordLanguages::read(words).has_value();
    case RefiPart::Scale:
        return model::scale(words).has_value();
    case RefiPart::Type:
        return model::attributeType(words).has_value();
    default:
        return true;
    }
}

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

RefiDescription readDescription(std::string_view text, Described what) {
    const std::vector<std::string_view> paragraphs = paragraphsOf(text);
    // They are written last: of several, the others are words.
    std::size_t idPlace = paragraphs.size();
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        if (const auto headed = headedIn(paragraphs[place]); headed && headed->part == RefiPart::Id)
            idPlace = place;
    }
    RefiDescription read;
    std::string* into = nullptr;
    for (std::size_t place = 0; place < paragraphs.size(); ++place) {
        const auto headed = headedIn(paragraphs[place]);
        const bool isPlaced = !headed || (headed->part == RefiPart::Id         ? place == idPlace
                                          : headed->part == RefiPart::Language ? place + 1 == idPlace
                                                                               : true);
        if (headed && isPlaced && isOf(what, headed->part) && canSay(headed->part, headed->words)) {
            if (!headed->language.empty())
                read.language = headed->language;
            read.parts.emplace_back(headed->part, headed->words);
            into = &read.parts.back().second;
            continue;
        }
        if (into == nullptr)
            into = &read.definition;
        std::string_view words = paragraphs[place];
        if (words.starts_with(' ') && headedIn(withoutBlanks(words)))
            words.remove_prefix(1);
        *into += (into->empty() ? "" : "\n\n") + std::string(words);
    }
    return read;
}

std::string besideHeads(std::string_view words, bool isBehindHead) {
    std::string kept;
    bool isFirst = true;
    for (const std::string_view paragraph : paragraphsOf(words)) {
        if (!isFirst)
            kept += "\n\n";
        if (!(isFirst && isBehindHead) && headedIn(withoutBlanks(paragraph)))
            kept += ' ';
        kept += paragraph;
        isFirst = false;
    }
    return kept;
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
