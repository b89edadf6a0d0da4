// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/code_list.h"

#include "base/format.h"
#include "base/join.h"
#include "base/number.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <set>
#include <unordered_map>

namespace rapport::exchange {

namespace {

struct NamedColour {
    std::string_view name;
    std::string_view hex;
};
// CSS 2.1, 4.3.6, and what spreadsheets say in Dutch.
constexpr std::array namedColours{
    NamedColour{"black", "#000000"},  NamedColour{"white", "#ffffff"},  NamedColour{"red", "#ff0000"},
    NamedColour{"green", "#008000"},  NamedColour{"blue", "#0000ff"},   NamedColour{"yellow", "#ffff00"},
    NamedColour{"orange", "#ffa500"}, NamedColour{"purple", "#800080"}, NamedColour{"pink", "#ffc0cb"},
    NamedColour{"brown", "#a52a2a"},  NamedColour{"grey", "#808080"},   NamedColour{"gray", "#808080"},
    NamedColour{"rood", "#ff0000"},   NamedColour{"groen", "#008000"},  NamedColour{"blauw", "#0000ff"},
    NamedColour{"geel", "#ffff00"},   NamedColour{"oranje", "#ffa500"}, NamedColour{"paars", "#800080"},
    NamedColour{"roze", "#ffc0cb"},   NamedColour{"bruin", "#a52a2a"},  NamedColour{"grijs", "#808080"},
};

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

/// "hsl(210, 50%, 40%)". CSS Color 4, 7.
std::optional<std::string> fromHsl(std::string_view inside) {
    std::array<double, 3> parts{};
    std::size_t count = 0;
    for (std::size_t begin = 0; begin <= inside.size() && count < parts.size();) {
        const std::size_t end = std::min(inside.find_first_of(",; /", begin), inside.size());
        std::string part(text::trim(inside.substr(begin, end - begin)));
        begin = end + 1;
        if (part.empty())
            continue;
        for (const std::string_view unit : {"deg", "\u00B0", "%"}) {
            if (part.ends_with(unit))
                part.resize(part.size() - unit.size());
        }
        const auto value = base::parseNumber(part);
        if (!value || *value < 0 || *value > (count == 0 ? 360 : 100))
            return std::nullopt;
        parts[count++] = *value;
    }
    if (count < parts.size())
        return std::nullopt;
    const double hue = parts[0];
    const double saturation = parts[1];
    const double lightness = parts[2];
    const double strength = saturation / 100 * std::min(lightness, 100 - lightness) / 100;
    const auto channel = [&](double turn) {
        const double place = std::fmod(turn + hue / 30, 12);
        const double value =
            lightness / 100 - strength * std::max(-1.0, std::min({place - 3, 9 - place, 1.0}));
        return static_cast<int>(std::lround(value * 255));
    };
    return fmt::format("#{:02x}{:02x}{:02x}", channel(0), channel(8), channel(4));
}

} // namespace

std::string identifierOf(std::string_view title) {
    constexpr std::size_t longest = 60;
    std::string name;
    for (std::size_t at = 0; at < title.size() && name.size() < longest;) {
        char32_t current = text::readCodePoint(title, at);
        // Accents of the languages of this program's users; other letters leave a gap.
        static constexpr std::u32string_view accented =
            U"\u00E0\u00E1\u00E2\u00E3\u00E4\u00E5\u00E7\u00E8\u00E9\u00EA\u00EB\u00EC\u00ED"
            U"\u00EE\u00EF\u00F1\u00F2\u00F3\u00F4\u00F5\u00F6\u00F9\u00FA\u00FB\u00FC";
        static constexpr std::string_view plain = "aaaaaaceeeeiiiinooooouuuu";
        if (current >= 0xC0 && current <= 0xDE && current != 0xD7)
            current += 0x20;
        if (const auto found = accented.find(current); found != std::u32string_view::npos)
            current = static_cast<char32_t>(plain[found]);
        const bool isUpper = current >= U'A' && current <= U'Z';
        const bool isKept =
            isUpper || (current >= U'a' && current <= U'z') || (current >= U'0' && current <= U'9');
        if (isKept)
            name += static_cast<char>(isUpper ? current - U'A' + U'a' : current);
        else if (!name.empty() && name.back() != '_')
            name += '_';
    }
    while (!name.empty() && name.back() == '_')
        name.pop_back();
    if (name.empty())
        return "code";
    return name.front() >= '0' && name.front() <= '9' ? "code_" + name : name;
}

std::optional<std::string> readColour(std::string_view text) {
    const std::string given = lower(text::trim(text));
    std::string_view colour = given;
    if (!colour.empty() && colour.front() == '#') {
        colour.remove_prefix(1);
        if (colour.find_first_not_of("0123456789abcdef") != std::string_view::npos)
            return std::nullopt;
        if (colour.size() == 3 || colour.size() == 4)
            return fmt::format("#{0}{0}{1}{1}{2}{2}", colour[0], colour[1], colour[2]);
        // With an opacity behind it, which codes do not have here.
        return colour.size() == 6 || colour.size() == 8
                   ? std::optional("#" + std::string(colour.substr(0, 6)))
                   : std::nullopt;
    }
    for (const NamedColour& named : namedColours) {
        if (named.name == colour)
            return std::string(named.hex);
    }
    if (colour.starts_with("0x") && (colour.size() == 8 || colour.size() == 10) &&
        colour.find_first_not_of("0123456789abcdef", 2) == std::string_view::npos)
        return "#" + std::string(colour.substr(colour.size() - 6)); // an opacity stands before it
    for (const std::string_view start : {"hsl(", "hsla("}) {
        if (colour.starts_with(start) && colour.back() == ')')
            return fromHsl(colour.substr(start.size(), colour.size() - start.size() - 1));
    }
    for (const std::string_view start : {"rgb(", "rgba("}) {
        if (colour.substr(0, start.size()) == start && colour.back() == ')')
            colour = colour.substr(start.size(), colour.size() - start.size() - 1);
    }
    std::vector<std::int64_t> parts;
    for (std::size_t begin = 0; begin <= colour.size() && parts.size() < 5;) {
        const std::size_t end = std::min(colour.find_first_of(",; ", begin), colour.size());
        if (const std::string_view part = text::trim(colour.substr(begin, end - begin)); !part.empty()) {
            const auto value = base::parseInteger(part);
            if (!value || *value < 0 || *value > 255)
                return std::nullopt;
            parts.push_back(*value);
        }
        begin = end + 1;
    }
    if (parts.size() != 3 && parts.size() != 4)
        return std::nullopt;
    return fmt::format("#{:02x}{:02x}{:02x}", parts[0], parts[1], parts[2]);
}

void CodeRows::add(std::string_view title, std::size_t line) {
    m_titles.emplace_back(title);
    m_lines.push_back(line);
}

std::string CodeRows::titles() const {
    return text::elide(fmt::format("{}", fmt::join(m_titles, ", ")), 80);
}

base::Phrase CodeRows::in(base::Phrase words) const {
    return m_lines.size() == 1 ? base::said("{} (line {})", words, m_lines.front())
                               : base::said("{} (lines {})", words,
                                            text::elide(fmt::format("{}", fmt::join(m_lines, ", ")), 60));
}

CodebookFile codebookOf(const std::vector<CodeDraft>& drafts, std::string_view name,
                        std::string_view language) {
    CodebookFile file;
    file.saysVariables = false;
    file.saysCodable = false;
    file.saysNames =
        std::any_of(drafts.begin(), drafts.end(), [](const CodeDraft& draft) { return !draft.name.empty(); });
    const std::string spoken = language.empty() ? "en" : std::string(language);
    file.languages = {spoken};
    model::Codebook& book = file.codebook;
    book.name = identifierOf(name);
    book.guid = base::Guid::fromText("codebook:" + std::string(name));
    book.title = model::sameText(name, spoken);
    model::Variable variable;
    variable.name = book.name == "code" ? "codes" : book.name;
    variable.guid = base::Guid::fromText("variable:" + std::string(name));
    variable.title = book.title;
    variable.scale = model::Scale::Presence;
    variable.prompts = {"*"};
    variable.unitKinds = {model::UnitKind::Turn, model::UnitKind::Sentence, model::UnitKind::Transcript};
    std::set<std::string> names;
    std::unordered_map<std::string, int> numbers;
    std::set<base::Guid> guids;
    std::vector<std::string> path;
    std::size_t renamed = 0;
    int before = -1;
    for (const CodeDraft& draft : drafts) {
        model::Code code;
        code.depth = std::clamp(draft.depth, 0, before + 1);
        before = code.depth;
        path.resize(static_cast<std::size_t>(code.depth));
        path.push_back(draft.title);
        const std::string wish = draft.name.empty() ? identifierOf(draft.title) : draft.name;
        code.name = wish;
        while (!names.insert(code.name).second) {
            code.name = fmt::format("{}_{}", wish, ++numbers.try_emplace(wish, 1).first->second);
            ++renamed;
        }
        const auto in = [&](std::string_view field) -> const std::string& {
            const std::string& own = draft.languages.isEmpty() ? spoken : draft.languages.of(field);
            if (std::find(file.languages.begin(), file.languages.end(), own) == file.languages.end())
                file.languages.push_back(own);
            return own;
        };
        code.title = model::sameText(draft.title.empty() ? code.name : draft.title, in("code"));
        code.guid = draft.guid;
        if (code.guid.isNull() || !guids.insert(code.guid).second) {
            std::string joined;
            for (const std::string& part : path)
                joined += part + '\x1F';
            code.guid = base::Guid::fromText("code:" + std::string(name) + '\x1F' + joined + code.name);
            guids.insert(code.guid);
            file.madeGuids.insert(code.guid);
        }
        if (isPaletteColour(text::trim(draft.colour)))
            code.colour = std::string(text::trim(draft.colour));
        else if (const auto colour = readColour(draft.colour))
            code.colour = *colour;
        else if (!text::trim(draft.colour).empty())
            file.warnings.push_back(
                base::said("'{}' is no colour that is known", text::elide(draft.colour, 20)));
        const auto set = [&](model::LocalText& to, const std::string& words, const std::string& tag) {
            if (const std::string_view kept = text::trim(words); !kept.empty())
                to = model::sameText(kept, tag);
        };
        set(code.definition, draft.definition, in("definition"));
        set(code.use, draft.use, in("use"));
        set(code.avoid, draft.avoid, in("avoid"));
        for (const std::string& example : draft.examples) {
            if (!text::trim(example).empty())
                code.examples.push_back(model::sameText(text::trim(example), in("example")));
        }
        for (const std::string& example : draft.antiExamples) {
            if (!text::trim(example).empty())
                code.antiExamples.push_back(model::sameText(text::trim(example), in("anti_example")));
        }
        code.source = draft.source;
        code.isCodable = draft.isCodable;
        variable.codes.push_back(std::move(code));
    }
    if (renamed > 0)
        file.warnings.push_back(base::said("{} {} of a name that another code has: numbered", renamed,
                                           renamed == 1 ? "code is" : "codes are"));
    book.variables.push_back(std::move(variable));
    return file;
}

} // namespace rapport::exchange
