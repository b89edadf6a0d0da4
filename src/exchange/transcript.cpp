// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript.h"

#include "text/fold.h"
#include "text/utf8.h"

#include <unordered_map>

namespace rapport::exchange {

namespace {

/// Runs between white space that hold a letter or digit: near enough for a preview.
std::int64_t roughWords(std::string_view utf8) {
    std::int64_t words = 0;
    bool hasContent = false;
    for (std::size_t at = 0; at < utf8.size();) {
        const char32_t current = text::readCodePoint(utf8, at);
        if (text::isWhiteSpace(current)) {
            words += hasContent ? 1 : 0;
            hasContent = false;
        } else {
            const bool isAsciiSign = current < 0x80 && !(current >= U'0' && current <= U'9') &&
                                     !(current >= U'a' && current <= U'z') &&
                                     !(current >= U'A' && current <= U'Z');
            const bool isSign = isAsciiSign || (current >= 0x2000 && current <= 0x206F);
            hasContent = hasContent || !isSign;
        }
    }
    return words + (hasContent ? 1 : 0);
}

} // namespace

void countSpeakers(Transcript& transcript) {
    transcript.speakers.clear();
    std::unordered_map<std::string, std::size_t> places;
    for (const TranscriptTurn& turn : transcript.turns) {
        const auto [place, isNew] = places.try_emplace(turn.speaker, transcript.speakers.size());
        if (isNew)
            transcript.speakers.push_back(SpeakerCount{turn.speaker, 0, 0});
        SpeakerCount& count = transcript.speakers[place->second];
        ++count.turns;
        count.words += roughWords(turn.text);
    }
}

namespace {

/// Without case, accents and blanks.
std::u32string lettersOf(std::string_view name) {
    const std::string folded = text::fold(name);
    std::u32string letters;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t letter = text::readCodePoint(folded, at);
        if (letter != U' ')
            letters += letter;
    }
    return letters;
}

bool hasDigit(std::u32string_view text) {
    return text.find_first_of(U"0123456789") != std::u32string_view::npos;
}

/// Equal but for one letter; what differs holds no digit.
bool areAlike(const std::u32string& a, const std::u32string& b) {
    if (a == b)
        return true;
    constexpr std::size_t shortest = 4;
    if (a.size() < shortest || b.size() < shortest ||
        (a.size() > b.size() ? a.size() - b.size() : b.size() - a.size()) > 1)
        return false;
    std::size_t front = 0;
    while (front < a.size() && front < b.size() && a[front] == b[front])
        ++front;
    std::size_t back = 0;
    while (back < a.size() - front && back < b.size() - front &&
           a[a.size() - 1 - back] == b[b.size() - 1 - back])
        ++back;
    const std::u32string_view left = std::u32string_view(a).substr(front, a.size() - front - back);
    const std::u32string_view right = std::u32string_view(b).substr(front, b.size() - front - back);
    if (hasDigit(left) || hasDigit(right))
        return false;
    const bool isExchanged =
        left.size() == 2 && right.size() == 2 && left[0] == right[1] && left[1] == right[0];
    return (left.size() <= 1 && right.size() <= 1) || isExchanged;
}

} // namespace

std::vector<AlikeSpeakers> alikeSpeakers(const Transcript& transcript) {
    constexpr std::size_t mostSpeakers = 200; // more are no conversation, and every pair is looked at
    std::vector<AlikeSpeakers> alike;
    const auto& speakers = transcript.speakers;
    if (speakers.size() > mostSpeakers)
        return alike;
    std::vector<std::u32string> letters;
    letters.reserve(speakers.size());
    for (const SpeakerCount& speaker : speakers)
        letters.push_back(lettersOf(speaker.name));
    for (std::size_t one = 0; one < speakers.size(); ++one) {
        for (std::size_t other = one + 1; other < speakers.size(); ++other) {
            if (!areAlike(letters[one], letters[other]))
                continue;
            const bool isFirstRare = speakers[one].turns < speakers[other].turns;
            alike.push_back(
                {speakers[isFirstRare ? one : other].name, speakers[isFirstRare ? other : one].name});
        }
    }
    return alike;
}

} // namespace rapport::exchange
