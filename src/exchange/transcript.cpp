// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/transcript.h"

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

} // namespace rapport::exchange
