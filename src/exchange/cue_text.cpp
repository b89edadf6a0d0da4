// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cue_text.h"

#include "exchange/html.h"
#include "exchange/speaker_label.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

namespace {

constexpr std::size_t npos = std::string_view::npos;

bool isTagLetter(char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
           (letter >= '0' && letter <= '9') || letter == '/';
}

/// The name in "v.first.loud Anna" or "v Anna"; nothing if the tag is no voice.
bool isVoice(std::string_view tag, std::string_view& name) {
    if (tag.empty() || tag.front() != 'v')
        return false;
    const std::size_t end = tag.find_first_of(" \t\n");
    const std::string_view kind = tag.substr(0, end);
    if (kind.size() > 1 && kind[1] != '.')
        return false;
    name = end == npos ? std::string_view() : text::trim(tag.substr(end));
    return true;
}

} // namespace

std::vector<VoicePiece> splitVoices(std::string_view cue) {
    std::vector<VoicePiece> pieces;
    std::string raw;
    std::string speaker;
    const auto flush = [&] {
        if (!raw.empty())
            pieces.push_back(VoicePiece{speaker, resolveReferences(raw)});
        raw.clear();
    };
    bool hasClose = true; // whether any > is left: without one no further < is a tag
    for (std::size_t at = 0; at < cue.size();) {
        const std::size_t open = std::min(cue.find('<', at), cue.size());
        raw.append(cue, at, open - at);
        if (open == cue.size())
            break;
        const bool mayBeTag = open + 1 < cue.size() && isTagLetter(cue[open + 1]) && hasClose;
        const std::size_t close = mayBeTag ? cue.find('>', open) : npos;
        if (mayBeTag && close == npos)
            hasClose = false;
        if (close == npos) {
            raw += '<';
            at = open + 1;
            continue;
        }
        const std::string_view tag = cue.substr(open + 1, close - open - 1);
        std::string_view name;
        if (isVoice(tag, name)) {
            flush();
            speaker = tidyLabel(resolveReferences(name));
        } else if (tag == "/v") {
            flush();
            speaker.clear();
        }
        at = close + 1;
    }
    flush();
    return pieces;
}

} // namespace rapport::exchange
