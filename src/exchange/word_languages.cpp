// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/word_languages.h"

#include "text/utf8.h"

#include <algorithm>
#include <array>

namespace rapport::exchange {

namespace {

/// Of what `words.in(language)` gives; empty where there are no words.
std::string spokenLanguage(const model::LocalText& words, std::string_view language) {
    for (const std::string_view wanted : {language, std::string_view("en")}) {
        const auto found = words.byLanguage.find(wanted);
        if (found != words.byLanguage.end() && !found->second.empty())
            return found->first;
    }
    for (const auto& [other, text] : words.byLanguage) {
        if (!text.empty())
            return other;
    }
    return {};
}

/// "nl", "pt-BR"
bool isTag(std::string_view text) {
    const std::string_view language = text.substr(0, text.find('-'));
    constexpr std::size_t longest = 16;
    return (language.size() == 2 || language.size() == 3) && text.size() <= longest &&
           std::all_of(language.begin(), language.end(),
                       [](char letter) { return letter >= 'a' && letter <= 'z'; }) &&
           std::all_of(text.begin(), text.end(), [](char letter) {
               return letter == '-' || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                      (letter >= '0' && letter <= '9');
           });
}

constexpr std::array<std::string_view, 6> fields{"code",  "definition", "use",
                                                 "avoid", "example",    "anti_example"};

} // namespace

WordLanguages::WordLanguages(const model::Code& code, std::string_view language) {
    add("code", code.title, language);
    add("definition", code.definition, language);
    add("use", code.use, language);
    add("avoid", code.avoid, language);
    for (const auto& [field, examples] :
         {std::pair(fields[4], &code.examples), std::pair(fields[5], &code.antiExamples)}) {
        const SpokenExamples spoken = spokenExamples(*examples, language);
        if (!spoken.words.empty())
            add(field, model::sameText(spoken.words.front(), spoken.language), spoken.language);
    }
}

WordLanguages::WordLanguages(const model::Variable& variable, std::string_view language) {
    add("code", variable.title, language);
    add("definition", variable.definition, language);
}

void WordLanguages::add(std::string_view field, const model::LocalText& words, std::string_view language) {
    const std::string spoken = spokenLanguage(words, language);
    if (m_language.empty())
        m_language = spoken.empty() ? std::string(language) : spoken;
    else if (!spoken.empty() && spoken != m_language)
        m_others.emplace(field, spoken);
}

std::string WordLanguages::text() const {
    std::string all = m_language;
    for (const std::string_view field : fields) {
        if (const auto other = m_others.find(field); other != m_others.end())
            all.append(", ").append(field).append(" ").append(other->second);
    }
    return all;
}

std::optional<WordLanguages> WordLanguages::read(std::string_view text) {
    WordLanguages languages;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view part = text::trim(text.substr(begin, end - begin));
        begin = end + 1;
        if (languages.m_language.empty()) {
            if (!isTag(part))
                return std::nullopt;
            languages.m_language = std::string(part);
            continue;
        }
        const std::size_t blank = std::min(part.find(' '), part.size());
        const std::string_view tag = text::trim(part.substr(blank));
        const auto field = std::find(fields.begin(), fields.end(), part.substr(0, blank));
        if (field == fields.end() || !isTag(tag))
            return std::nullopt;
        languages.m_others.insert_or_assign(std::string(*field), std::string(tag));
    }
    return languages;
}

const std::string& WordLanguages::of(std::string_view field) const {
    const auto other = m_others.find(field);
    return other == m_others.end() ? m_language : other->second;
}

SpokenExamples spokenExamples(const std::vector<model::LocalText>& examples, std::string_view language) {
    SpokenExamples spoken;
    const auto speaks = [](const model::LocalText& example, std::string_view which) {
        const auto found = example.byLanguage.find(which);
        return found != example.byLanguage.end() && !found->second.empty();
    };
    const bool isSpoken = std::any_of(examples.begin(), examples.end(),
                                      [&](const model::LocalText& each) { return speaks(each, language); });
    for (const model::LocalText& example : examples) {
        if (spoken.language.empty())
            spoken.language = isSpoken ? std::string(language) : spokenLanguage(example, language);
        if (speaks(example, spoken.language))
            spoken.words.push_back(example.byLanguage.at(spoken.language));
    }
    return spoken;
}

} // namespace rapport::exchange
