// SPDX-License-Identifier: GPL-3.0-or-later
// Texts and the predefined things in them that every rater judges. A source's text never changes.
#pragma once

#include "model/ids.h"
#include "text/text_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rapport::model {

enum class SourceKind { Answer, Transcript };
enum class UnitKind { Answer, Turn, Sentence, Transcript };

/// A file as it came: original bytes are kept.
struct ImportedFile {
    FileId id;
    Guid guid;
    std::string name; ///< without folders
    std::string sha256;
    std::string reader;
    std::string encoding;
    std::int64_t size = 0;
};

struct Source {
    SourceId id;
    Guid guid;
    std::string name;
    SourceKind kind = SourceKind::Answer;
    FileId file;
    ParticipantId participant; ///< of an answer
    PromptId prompt;           ///< of an answer
    std::string wave;
    std::string language; ///< "nl", "en" or ""
    std::string text;
};

/// One speaker's turn in a transcript; the ranges of a transcript's turns do not overlap and rise.
struct Turn {
    std::int64_t number = 0; ///< from 1
    std::string speaker;
    text::TextRange range;
    std::optional<std::int64_t> beginMs;
    std::optional<std::int64_t> endMs;
};

struct Unit {
    UnitId id;
    Guid guid;
    std::string name;
    SourceId source;
    UnitKind kind = UnitKind::Answer;
    text::TextRange range;
    std::int64_t ordinal = 0; ///< place in the study: order of import
    PromptId prompt;          ///< of an answer
    ParticipantId participant;
};

[[nodiscard]] constexpr const char* name(UnitKind kind) {
    switch (kind) {
    case UnitKind::Answer:
        return "answer";
    case UnitKind::Turn:
        return "turn";
    case UnitKind::Sentence:
        return "sentence";
    case UnitKind::Transcript:
        return "transcript";
    }
    return "answer";
}

[[nodiscard]] constexpr std::optional<UnitKind> unitKind(std::string_view text) {
    for (const UnitKind kind : {UnitKind::Answer, UnitKind::Turn, UnitKind::Sentence, UnitKind::Transcript}) {
        if (text == name(kind))
            return kind;
    }
    return std::nullopt;
}

} // namespace rapport::model
