// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a survey table mean: who answered, which column answers which prompt, what is known of
// people, and what is better left out. A mapping is suggested, kept as "rapport.mapping/1", and applied.
// Nothing here knows a study; prompts and attributes are names.
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::exchange {

enum class ColumnKind {
    Participant, ///< the pseudonym; one column
    Answer,      ///< to the prompt `name`
    Attribute,   ///< of the participant, named `name`
    Language,    ///< of the answers; also an attribute if `name` is not empty
    Wave,        ///< of the answers; also an attribute if `name` is not empty
    LeftOut,
};

struct ColumnRole {
    std::string column; ///< name in the table
    ColumnKind kind = ColumnKind::LeftOut;
    std::string name;      ///< of the prompt or attribute
    bool isBlinded = true; ///< of an attribute: raters do not see it
    base::Phrase reason;   ///< why it is left out, for people; may be empty
    friend bool operator==(const ColumnRole&, const ColumnRole&) = default;
};

struct AnswersMapping {
    std::vector<ColumnRole> columns; ///< columns of the table that are not named here are left out
    /// Cells that say so are empty ("n.v.t.", "-"), without regard to case and blanks around them; never
    /// those of the participant's column.
    std::vector<std::string> emptyValues{};
    friend bool operator==(const AnswersMapping&, const AnswersMapping&) = default;
};

/// Something a person should see before importing.
struct Finding {
    enum class Kind {
        PersonalData,
        DuplicateParticipant,
        EmptyAnswers,
        EmptyParticipant,
        FreeText,
        Unmapped
    };
    Kind kind = Kind::Unmapped;
    std::string column;
    base::Phrase message;
    std::vector<std::size_t> lines; ///< in the file, at most twenty
};

struct MappingSuggestion {
    AnswersMapping mapping;   ///< a role for every column of the table
    bool needsMapping = true; ///< a person must say what the columns mean before the table can be imported
    std::vector<Finding> findings;
};

/// A column `participant` and columns named as prompts need no mapping: every other column becomes an
/// attribute, except addresses, names, e-mail and places, which are left out and pointed out. Known survey
/// systems' technical columns are left out. With no `promptNames` a participants table is meant.
[[nodiscard]] MappingSuggestion suggestMapping(const Table& table, std::span<const std::string> promptNames,
                                               std::span<const std::string> attributeNames);

/// Errors: Unreadable, place in `where->cell` ("columns[2].as").
[[nodiscard]] base::Result<AnswersMapping> readMapping(std::string_view json, const std::string& fileName);
[[nodiscard]] std::string writeMapping(const AnswersMapping& mapping);

/// What people write for "nothing" in surveys, for a wizard to point out: "n.v.t.", "NA", "-", ...
[[nodiscard]] std::span<const std::string_view> usualEmptyValues();
/// Without regard to case (of A to Z) and to blanks around them.
[[nodiscard]] bool isSameCell(std::string_view a, std::string_view b);
[[nodiscard]] bool isEmptyCell(const AnswersMapping& mapping, std::string_view cell);

struct AnswerRecord {
    std::string prompt;
    std::string text; ///< the cell as it is; never only white space
};

struct ParticipantRecord {
    std::string name; ///< trimmed, not empty
    std::size_t line = 0;
    std::string language;                                        ///< lower case; empty: not said
    std::string wave;                                            ///< empty: not said
    std::vector<std::pair<std::string, std::string>> attributes; ///< name, value (trimmed); no empty values
    std::vector<AnswerRecord> answers;                           ///< in the order of the table's columns
    std::vector<std::string> nonResponses;                       ///< prompts whose cell was empty
};

struct AnswerRecords {
    std::vector<ParticipantRecord> participants;
    std::vector<std::pair<std::string, bool>> attributes; ///< name, blinded; in the order of columns
    std::int64_t nonResponses = 0;
    /// A participant (of one wave) who was there already: the later row is not taken; a row without
    /// participant; and the table's own problems.
    std::vector<RowProblem> problems;
};

/// `fileName` is for messages. Errors: InvalidArgument (a column that the table does not have, no or several
/// participant columns, a prompt or attribute twice).
[[nodiscard]] base::Status checkMapping(const Table& table, const AnswersMapping& mapping);
[[nodiscard]] base::Result<AnswerRecords> mapAnswers(const Table& table, const AnswersMapping& mapping,
                                                     const std::string& fileName = {});
/// The same, taking the answers out of the table, whose rows are gone then: a large table is not in memory
/// twice.
[[nodiscard]] base::Result<AnswerRecords> takeAnswers(Table& table, const AnswersMapping& mapping,
                                                      const std::string& fileName);

/// "participant", "answer", "attribute", "language", "wave", "left_out"
[[nodiscard]] const char* name(ColumnKind kind);

} // namespace rapport::exchange
