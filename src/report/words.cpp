// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/words.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace rapport::report {

namespace {

constexpr std::string_view minusSign = "\u2212";
constexpr std::string_view narrowSpace = "\u202F";
constexpr char32_t replacement = 0xFFFD;

struct NounForms {
    std::string_view one;
    std::string_view many;
};

constexpr std::array<NounForms, 8> englishNouns{{{"unit", "units"},
                                                 {"answer", "answers"},
                                                 {"turn", "turns"},
                                                 {"rater", "raters"},
                                                 {"code", "codes"},
                                                 {"result", "results"},
                                                 {"participant or transcript", "participants or transcripts"},
                                                 {"rating", "ratings"}}};
constexpr std::array<NounForms, 8> dutchNouns{{{"eenheid", "eenheden"},
                                               {"antwoord", "antwoorden"},
                                               {"spreekbeurt", "spreekbeurten"},
                                               {"beoordelaar", "beoordelaars"},
                                               {"code", "codes"},
                                               {"resultaat", "resultaten"},
                                               {"deelnemer of transcript", "deelnemers of transcripten"},
                                               {"oordeel", "oordelen"}}};

std::string_view form(Language language, Noun noun, std::int64_t number) {
    const auto& nouns = language == Language::Dutch ? dutchNouns : englishNouns;
    const NounForms& forms = nouns[static_cast<std::size_t>(noun)];
    return number == 1 ? forms.one : forms.many;
}

bool isDirectionControl(char32_t codePoint) {
    return (codePoint >= 0x202A && codePoint <= 0x202E) || (codePoint >= 0x2066 && codePoint <= 0x2069);
}

bool isControl(char32_t codePoint) {
    return codePoint < 0x20 || (codePoint >= 0x7F && codePoint < 0xA0) || codePoint == 0x2028 ||
           codePoint == 0x2029;
}

std::string replaceAll(std::string text, std::string_view what, std::string_view with) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
        text.replace(at, what.size(), with);
    return text;
}

} // namespace

std::string isolate(std::string_view typed) {
    std::string out;
    text::appendCodePoint(out, 0x2068);
    if (text::isValidUtf8(typed)) {
        for (std::size_t at = 0; at < typed.size();) {
            const char32_t codePoint = text::readCodePoint(typed, at);
            if (isControl(codePoint))
                out += ' ';
            else if (!isDirectionControl(codePoint))
                text::appendCodePoint(out, codePoint);
        }
    } else {
        // Not from this program's texts, which are always valid: keep what can be read.
        for (const char byte : typed) {
            const auto value = static_cast<unsigned char>(byte);
            if (value >= 0x80)
                text::appendCodePoint(out, replacement);
            else
                out += isControl(value) ? ' ' : byte;
        }
    }
    text::appendCodePoint(out, 0x2069);
    return out;
}

std::string Words::number(double value, int decimals) const {
    std::string text = fmt::format("{:.{}f}", value, decimals);
    const bool isZero = text.find_first_not_of("-0.") == std::string::npos;
    const bool isNegative = text.front() == '-';
    if (isNegative)
        text.erase(0, 1);
    if (m_language == Language::Dutch)
        text = replaceAll(std::move(text), ".", ",");
    return isNegative && !isZero ? std::string(minusSign) + text : text;
}

std::string Words::percentSign(double share) const {
    std::string text = fmt::format("{:.1f}", 100 * share);
    const bool isWhole = text.ends_with(".0");
    return number(100 * share, isWhole ? 0 : 1) + '%';
}

std::string Words::probability(double value) const {
    return value < 0.0005 ? "< " + number(0.001, 3) : number(value, 3);
}

std::string Words::count(std::int64_t number) const {
    std::string digits = fmt::format("{}", number < 0 ? -number : number);
    if (digits.size() > 4)
        for (std::size_t at = digits.size() - 3; at > 0 && at<digits.size(); at = at> 3 ? at - 3 : 0)
            digits.insert(at, narrowSpace);
    return number < 0 ? std::string(minusSign) + digits : digits;
}

std::string Words::count(Noun noun, std::int64_t number) const {
    return fmt::format("{} {}", count(number), form(m_language, noun, number));
}

std::string Words::countOpening(Noun noun, std::int64_t number) const {
    static constexpr std::array<std::string_view, 11> english{
        "No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten"};
    static constexpr std::array<std::string_view, 11> dutch{"Geen", "Eén",   "Twee", "Drie",  "Vier", "Vijf",
                                                            "Zes",  "Zeven", "Acht", "Negen", "Tien"};
    if (number < 0 || number > 10)
        return count(noun, number);
    const auto index = static_cast<std::size_t>(number);
    return fmt::format("{} {}", m_language == Language::Dutch ? dutch[index] : english[index],
                       form(m_language, noun, number));
}

std::string Words::interval(double low, double high) const {
    return say(Phrase::Range, kappa(low), kappa(high));
}

std::string Words::list(const std::vector<std::string>& items) const {
    std::string out;
    for (std::size_t index = 0; index < items.size(); ++index) {
        if (index > 0)
            out += index + 1 == items.size() ? ' ' + say(Phrase::And) + ' ' : ", ";
        out += items[index];
    }
    return out;
}

std::string Words::group(std::string_view splitBy, const std::optional<std::string>& value) const {
    if (!value || value->empty())
        return say(Phrase::GroupNone);
    return splitBy == "version" ? named("version", *value) : isolate(*value);
}

std::string Words::date(base::Instant instant) const {
    static constexpr std::array<std::string_view, 12> english{
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    static constexpr std::array<std::string_view, 12> dutch{"januari",   "februari", "maart",    "april",
                                                            "mei",       "juni",     "juli",     "augustus",
                                                            "september", "oktober",  "november", "december"};
    const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(instant)};
    const auto month = static_cast<unsigned>(day.month()) - 1;
    return fmt::format("{} {} {}", static_cast<unsigned>(day.day()),
                       m_language == Language::Dutch ? dutch[month] : english[month],
                       static_cast<int>(day.year()));
}

std::string Words::prompt(std::string_view nameOrKind) const {
    return named("units", nameOrKind);
}

std::string Words::promptHeading(std::string_view nameOrKind) const {
    std::string text = prompt(nameOrKind);
    if (text == isolate(nameOrKind))
        return say(Phrase::PromptHeading, text);
    text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

std::string Words::named(std::string_view family, std::string_view id) const {
    for (const NamedId& entry : namedIds())
        if (entry.family == family && entry.id == id)
            return std::string(m_language == Language::Dutch ? entry.dutch : entry.english);
    return isolate(id);
}

CaveatText Words::caveat(std::string_view id) const {
    CaveatText found;
    for (const NamedId& entry : namedIds()) {
        if (entry.id != id)
            continue;
        const std::string_view text = m_language == Language::Dutch ? entry.dutch : entry.english;
        if (entry.family == "caveat")
            found.title = text;
        if (entry.family == "caveat_text")
            found.explanation = text;
    }
    if (found.title.empty())
        found.title = isolate(id);
    if (found.explanation.empty())
        found.explanation = say(Phrase::CaveatUnknown);
    return found;
}

} // namespace rapport::report
