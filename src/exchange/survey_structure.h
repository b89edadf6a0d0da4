// SPDX-License-Identifier: GPL-3.0-or-later
// The questions of a survey as its tool keeps them beside the answers: Qualtrics (.qsf), LimeSurvey (.lss,
// .lsa). From them the columns of an export get the words of their questions.
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <map>
#include <set>
#include <string>
#include <string_view>

namespace rapport::exchange {

struct SurveyStructure {
    std::string title;
    std::string tool;                             ///< "qualtrics", "limesurvey"
    std::map<std::string, std::string> questions; ///< name of a column -> words, without markup
    /// Name of a column -> code of an answer ("A1", "1") -> its words.
    std::map<std::string, std::map<std::string, std::string>> answers;
    /// Columns in which several may stand, with commas between them ("1,3").
    std::set<std::string> several;
};

/// By content. Words in `language` ("nl", of "nl" or "nl-BE") where the file has it, else in its first.
/// Errors: Unreadable.
[[nodiscard]] base::Result<SurveyStructure>
readSurveyStructure(std::string_view bytes, const std::string& fileName, const std::string& language = {});

struct AppliedStructure {
    std::size_t columns = 0; ///< that have their question now
    std::size_t cells = 0;   ///< whose codes became the words of the answers
    std::size_t unknown = 0; ///< that look like codes of which one is none that is known
};
/// Titles of the columns that the structure knows, also "Q1_TEXT", "Q1[SQ001]", "G1Q1_SQ001", and words for
/// the codes of answers.
AppliedStructure applyStructure(const SurveyStructure& structure, Table& table);

/// Words of a question without tags and references: "<p>Why&nbsp;so?</p>" -> "Why so?".
[[nodiscard]] std::string withoutMarkup(std::string_view html);

} // namespace rapport::exchange
