// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/word_test.h"

#include "search/query_words.h"
#include "text/fold.h"
#include "text/utf8.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <algorithm>
#include <array>

namespace rapport::search::detail {

namespace {

/// Steps of the matcher on one word. Words are short: whoever needs more has written an expression that
/// would never end.
constexpr std::uint32_t mostSteps = 100'000;

/// Accents of the pattern go the way those of the words went; its own signs stay.
std::string foldedPattern(std::string_view pattern) {
    std::string folded;
    for (std::size_t at = 0; at < pattern.size();) {
        const std::size_t begin = at;
        const char32_t character = text::readCodePoint(pattern, at);
        const std::string_view bytes = pattern.substr(begin, at - begin);
        folded += character < 0x80 ? std::string(bytes) : text::fold(bytes);
    }
    return folded;
}

pcre2_code* compile(const std::string& pattern, bool isFolded, int& error, std::size_t& offset) {
    // \C could stand inside a character.
    std::uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_ANCHORED | PCRE2_ENDANCHORED | PCRE2_NEVER_BACKSLASH_C;
    if (isFolded)
        options |= PCRE2_CASELESS;
    return pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()), pattern.size(), options, &error,
                         &offset, nullptr);
}

} // namespace

std::string expressionFault(std::string_view pattern, std::size_t& offset) {
    int error = 0;
    offset = 0;
    pcre2_code* const code = compile(std::string(pattern), true, error, offset);
    if (code != nullptr) {
        pcre2_code_free(code);
        return {};
    }
    std::array<PCRE2_UCHAR, 200> message{};
    pcre2_get_error_message(error, message.data(), message.size());
    return reinterpret_cast<const char*>(message.data());
}

bool globFits(std::string_view pattern, std::string_view word) {
    std::size_t at = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    std::size_t inPattern = 0;
    while (at < word.size()) {
        if (inPattern < pattern.size() && pattern[inPattern] == '*') {
            star = inPattern++;
            resume = at;
        } else if (inPattern < pattern.size() && pattern[inPattern] == word[at]) {
            ++inPattern;
            ++at;
        } else if (star != std::string_view::npos) {
            inPattern = star + 1;
            at = ++resume;
        } else {
            return false;
        }
    }
    while (inPattern < pattern.size() && pattern[inPattern] == '*')
        ++inPattern;
    return inPattern == pattern.size();
}

std::string_view longestPiece(std::string_view pattern) {
    std::string_view longest;
    while (!pattern.empty()) {
        const std::size_t star = std::min(pattern.find('*'), pattern.size());
        if (star > longest.size())
            longest = pattern.substr(0, star);
        pattern.remove_prefix(std::min(star + 1, pattern.size()));
    }
    return longest.size() > 1 ? longest : std::string_view();
}

struct WordTest::Expression {
    pcre2_code* code = nullptr;
    pcre2_match_data* data = nullptr;
    pcre2_match_context* context = nullptr;
    bool hasGivenUp = false;

    explicit Expression(const std::string& pattern, bool isFolded) {
        int error = 0;
        std::size_t offset = 0;
        code = compile(pattern, isFolded, error, offset);
        if (code == nullptr)
            return;
        (void)pcre2_jit_compile(code, PCRE2_JIT_COMPLETE); // slower without, nothing else
        data = pcre2_match_data_create_from_pattern(code, nullptr);
        context = pcre2_match_context_create(nullptr);
        pcre2_set_match_limit(context, mostSteps);
    }
    ~Expression() {
        pcre2_match_context_free(context);
        pcre2_match_data_free(data);
        pcre2_code_free(code);
    }
    Expression(const Expression&) = delete;
    Expression& operator=(const Expression&) = delete;

    bool fits(std::string_view word) {
        if (code == nullptr)
            return false;
        const int result = pcre2_match(code, reinterpret_cast<PCRE2_SPTR>(word.data()), word.size(), 0,
                                       PCRE2_NO_UTF_CHECK, data, context);
        // A word cut within a character, or out of steps.
        hasGivenUp = hasGivenUp || (result < 0 && result != PCRE2_ERROR_NOMATCH);
        return result >= 0;
    }
};

WordTest::WordTest(const QueryWord& word)
    : m_word(word) {
    if (word.form == QueryWord::Form::Regex)
        m_expression = word.spelt.empty() ? std::make_unique<Expression>(foldedPattern(word.folded), true)
                                          : std::make_unique<Expression>(word.spelt, false);
    if (word.form == QueryWord::Form::Fuzzy) {
        m_characters = codePointsOf(word.folded);
        m_letters = lettersOf(word.folded);
    }
}
WordTest::~WordTest() = default;
WordTest::WordTest(WordTest&&) noexcept = default;
WordTest& WordTest::operator=(WordTest&&) noexcept = default;

bool WordTest::operator()(std::string_view folded, std::string_view spelt) const {
    const bool isSpelt = !m_word.spelt.empty();
    const std::string_view wanted = isSpelt ? m_word.spelt : m_word.folded;
    const std::string_view word = isSpelt ? spelt : folded;
    switch (m_word.form) {
    case QueryWord::Form::Plain:
        return word == wanted;
    case QueryWord::Form::Prefix:
        return word.starts_with(wanted);
    case QueryWord::Form::Glob:
        return globFits(wanted, word);
    case QueryWord::Form::Regex:
        return m_expression->fits(word);
    case QueryWord::Form::Fuzzy:
        // Bytes bound code points: at most four for one.
        return word.size() <= wanted.size() + std::size_t{4} * static_cast<unsigned>(m_word.edits) &&
               wanted.size() <= word.size() + std::size_t{4} * static_cast<unsigned>(m_word.edits) &&
               mayBeNear(m_letters, lettersOf(word), m_word.edits) &&
               editDistance(m_characters, word, static_cast<std::size_t>(m_word.edits)) <=
                   static_cast<std::size_t>(m_word.edits);
    case QueryWord::Form::Any:
        return true;
    }
    return false;
}

bool WordTest::hasGivenUp() const {
    return m_expression && m_expression->hasGivenUp;
}

} // namespace rapport::search::detail
