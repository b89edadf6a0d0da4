// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/name_proposals.h"

#include "base/format.h"
#include "text/fold.h"
#include "text/name_letters.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace rapport::exchange {

namespace {

/// Small words inside of a family name.
constexpr std::array<std::string_view, 16> particles{"van", "de", "der", "den", "ten", "ter", "te", "'t",
                                                     "von", "zu", "da",  "di",  "del", "la",  "le", "du"};

/// The same, and words of their own in some language: "Fatima el Hassouni", "ik ben Emma".
constexpr std::array<std::string_view, 7> particlesOrWords{"el", "al", "ben", "bin", "ibn", "y", "dos"};

bool isParticleOrWord(std::string_view word) {
    return std::find(particlesOrWords.begin(), particlesOrWords.end(), word) != particlesOrWords.end();
}

using Kind = text::NameLetter::Kind;

bool isLetterAt(std::string_view text, std::size_t at) {
    return at < text.size() && text::nameLetter(text::readCodePoint(text, at)).kind == Kind::Letter;
}

struct Word {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::size_t letters = 0;
    std::size_t capitals = 0;
    bool isCapital = false;
    bool hasDigit = false;
    bool beginsSentence = false;
};

/// Words with the signs between them: a hyphen or an apostrophe inside a word belongs to it.
std::vector<Word> wordsOf(std::string_view text) {
    std::vector<Word> words;
    bool beginsSentence = true;
    std::optional<Word> open;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t begin = at;
        const char32_t letter = at < text.size() ? text::readCodePoint(text, at) : U'\n';
        if (begin == text.size())
            ++at;
        const text::NameLetter& shape = text::nameLetter(letter);
        if (open && shape.kind == Kind::Accent)
            open->end = at;
        if (shape.kind == Kind::Unseen || (open && shape.kind == Kind::Accent))
            continue;
        if (shape.kind == Kind::Letter) {
            if (!open) {
                open = Word{};
                open->begin = begin;
                open->isCapital = shape.isCapital;
                open->beginsSentence = beginsSentence;
                beginsSentence = false;
            }
            ++open->letters;
            open->capitals += shape.isCapital ? 1U : 0U;
            open->hasDigit = open->hasDigit || (shape.plain.front() >= '0' && shape.plain.front() <= '9');
            open->end = at;
            continue;
        }
        if (open && (text::isHyphen(letter) || text::isApostrophe(letter)) && isLetterAt(text, at))
            continue;
        if (open) {
            words.push_back(*open);
            open.reset();
        }
        if (letter == U'.' || letter == U'!' || letter == U'?' || letter == U':' || letter == U'\n' ||
            letter == 0x2026 || letter == U']' || letter == U'"' || letter == 0x201C || letter == 0x201E ||
            letter == U'\u2022')
            beginsSentence = true;
    }
    return words;
}

/// What transcripts call people instead of their names.
bool isRole(std::string_view folded) {
    constexpr std::array<std::string_view, 28> roles{
        "moderator", "interviewer",    "interviewee", "respondent", "facilitator", "observer", "speaker",
        "spreker",   "onderzoeker",    "researcher",  "deelnemer",  "participant", "teacher",  "leerkracht",
        "juf",       "meester",        "leerling",    "leerlingen", "pupil",       "student",  "docent",
        "ouder",     "gespreksleider", "begeleider",  "coach",      "everybody",   "iedereen", "allen"};
    return std::find(roles.begin(), roles.end(), folded) != roles.end();
}

std::string around(std::string_view text, std::size_t at) {
    constexpr std::size_t before = 30;
    std::size_t begin = at > before ? at - before : 0;
    while (begin > 0 && (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80U)
        --begin;
    std::string words(text.substr(begin, 200));
    // Cut inside a character: only a whole one may stay.
    while (!words.empty() && !text::isValidUtf8(words))
        words.pop_back();
    std::replace(words.begin(), words.end(), '\n', ' ');
    return text::elide(words, 70);
}

} // namespace

bool isParticle(std::string_view word) {
    return isParticleOrWord(word) || std::find(particles.begin(), particles.end(), word) != particles.end();
}

std::optional<NameProposals::Known> NameProposals::look(std::string_view word, std::string_view language) {
    const std::string key = std::string(language) + '\x1F' + std::string(word);
    const auto known = m_looked.find(key);
    if (known != m_looked.end())
        return known->second;
    const auto found = m_lookup ? m_lookup(text::spelling(word), language) : std::nullopt;
    m_looked.emplace(key, found);
    return found;
}

NameProposals::Found& NameProposals::note(std::string_view name, std::string_view text, std::size_t at,
                                          bool isInDictionary) {
    auto [place, isNew] = m_found.try_emplace(text::fold(name));
    Found& found = place->second;
    if (isNew) {
        found.name = text::composed(name);
        found.example = around(text, at);
        found.order = m_found.size();
    }
    ++found.times;
    found.isInDictionary = found.isInDictionary && isInDictionary;
    return found;
}

void NameProposals::addSpeaker(std::string_view name, std::string_view language) {
    const std::vector<Word> words = wordsOf(name);
    const bool isNumbered =
        std::any_of(words.begin(), words.end(), [](const Word& word) { return word.hasDigit; });
    std::optional<std::size_t> begin;
    std::size_t end = 0;
    bool isInDictionary = true;
    for (const Word& word : words) {
        const std::string_view letters = name.substr(word.begin, word.end - word.begin);
        if (word.hasDigit || isRole(text::fold(letters)))
            continue;
        const auto known = look(letters, language);
        // "Group 2" is what somebody is, not who, but for what stands in brackets: "Speaker 2 (Jan)".
        const bool isInBrackets =
            word.isCapital && name.substr(0, word.begin).find('(') != std::string_view::npos;
        if (isNumbered && !isInBrackets && (!known || known == Known::Yes))
            continue;
        if (!begin && word.letters < 2)
            continue;
        begin = begin.value_or(word.begin);
        end = word.end;
        // "Els" is a word too: one word that is none makes a name of all of them.
        isInDictionary = isInDictionary && (isParticle(letters) || known == Known::Yes);
    }
    // Who speaks is somebody, whatever the dictionary has and the texts write without a capital.
    if (begin)
        note(name.substr(*begin, end - *begin), name, 0, isInDictionary).isSpeaker = true;
}

void NameProposals::addText(std::string_view text, std::string_view language) {
    const std::vector<Word> words = wordsOf(text);
    for (const Word& word : words) {
        if (!word.isCapital && !word.hasDigit)
            m_small.insert(text::fold(text.substr(word.begin, word.end - word.begin)));
    }
    const auto letters = [&](std::size_t index) {
        return text.substr(words[index].begin, words[index].end - words[index].begin);
    };
    /// Whether it may be a name; nothing: it may not.
    const auto candidate = [&](std::size_t index) -> std::optional<Known> {
        const Word& word = words[index];
        // All capitals are an abbreviation or a loud word.
        if (!word.isCapital || word.hasDigit || word.letters < 2 || word.capitals == word.letters)
            return std::nullopt;
        const auto known = look(letters(index), language);
        if (known == Known::Yes || (!known && word.beginsSentence))
            return std::nullopt;
        return known.value_or(Known::No);
    };
    const auto isNear = [&](std::size_t left, std::size_t right) {
        return text.substr(words[left].end, words[right].begin - words[left].end) == " ";
    };
    for (std::size_t index = 0; index < words.size();) {
        const auto first = candidate(index);
        if (!first) {
            ++index;
            continue;
        }
        bool isInDictionary = *first == Known::WithCapital;
        std::size_t last = index;
        // "Anna van den Berg": names beside one another, small words between them.
        for (std::size_t next = index + 1; next < words.size() && isNear(next - 1, next); ++next) {
            if (isParticle(letters(next)) && next + 1 < words.size()) {
                // Only between two names where it may be a word.
                if (isParticleOrWord(letters(next)) && !(isNear(next, next + 1) && candidate(next + 1)))
                    break;
                continue;
            }
            // Beside a name, and inside a sentence, a capital is part of it: "Berg" is a word too.
            const Word& more = words[next];
            if (more.beginsSentence || !more.isCapital || more.hasDigit || more.letters < 2 ||
                more.capitals == more.letters)
                break;
            isInDictionary = isInDictionary && look(letters(next), language) == Known::WithCapital;
            last = next;
        }
        note(text.substr(words[index].begin, words[last].end - words[index].begin), text, words[index].begin,
             isInDictionary);
        index = last + 1;
    }
}

std::vector<NameProposal> NameProposals::finish() const {
    std::vector<const Found*> order;
    for (const auto& [folded, found] : m_found) {
        if (found.isSpeaker || !m_small.contains(folded))
            order.push_back(&found);
    }
    std::sort(order.begin(), order.end(), [](const Found* left, const Found* right) {
        if (left->isInDictionary != right->isInDictionary)
            return right->isInDictionary;
        return left->times != right->times ? left->times > right->times : left->order < right->order;
    });
    std::vector<NameProposal> proposals;
    proposals.reserve(order.size());
    for (const Found* found : order)
        proposals.push_back({found->name, fmt::format("Person {}", proposals.size() + 1), found->times,
                             found->example, found->isInDictionary});
    return proposals;
}

} // namespace rapport::exchange
