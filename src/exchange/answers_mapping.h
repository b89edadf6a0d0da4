// SPDX-License-Identifier: GPL-3.0-or-later
// What the columns of a survey table mean: who answered, which column answers which prompt, what is known of
// people, and what is better left out. A mapping is suggested, kept as "rapport.mapping/1", and applied.
// Nothing here knows a study; prompts and attributes are names.
#pragma once

#include "base/result.h"
#include "exchange/table.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapport::exchange {

enum class ColumnKind {
    Participant, ///< the pseudonym; one column
    Answer,      ///< to the prompt `name`; of a table with a prompt column: to the one that the row names
    Prompt,      ///< a row is one answer, to the prompt that this column names
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
    base::Phrase reason;   ///< why it is left out or worth a look, for people; may be empty
    /// The same for programs: "ip_address", "email", "name", "location", "telephone", "identifier",
    /// "free_text", "technical", "empty", "own", "same_prompt"; may be empty.
    std::string reasonId{};
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
        Wave, ///< taken for a prompt's by the column's name alone
        Unmapped,
        Codebook,      ///< no column answers a prompt, and they are those of a codebook
        MappingDiffers ///< it was made for a table with other columns
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

/// A column as this program writes it for a study, which calls the prompt or the attribute otherwise:
/// "Q1_june" for "Q1@june".
struct WrittenColumn {
    std::string column;
    ColumnKind kind = ColumnKind::Attribute; ///< or Answer
    std::string name;
};

/// A column `participant` and columns named as prompts need no mapping: every other column becomes an
/// attribute, except addresses, names, e-mail and places, which are left out and pointed out. Known survey
/// systems' technical columns are left out. "Q1_june" is the answer to the prompt Q1 in the wave june, as
/// this program writes it. With no `promptNames` a participants table is meant. `asked` are the words of
/// prompts, which a header may say where no column has the name.
[[nodiscard]] MappingSuggestion suggestMapping(const Table& table, std::span<const std::string> promptNames,
                                               std::span<const std::string> attributeNames,
                                               std::span<const WrittenColumn> written = {},
                                               std::span<const WrittenColumn> asked = {});

/// What a person should see where this mapping is given instead of what was suggested: the columns are what
/// it says they are.
[[nodiscard]] std::vector<Finding> findingsUnder(const AnswersMapping& mapping, const Table& table,
                                                 std::span<const std::string> promptNames);

/// Errors: Unreadable, place in `where->cell` ("columns[2].as").
[[nodiscard]] base::Result<AnswersMapping> readMapping(std::string_view json, const std::string& fileName);
[[nodiscard]] std::string writeMapping(const AnswersMapping& mapping);

/// Letters and digits in lower case: "IP Address", "IPAddress" and "ip_address" are one name. What is no
/// letter of ASCII stays as it is.
[[nodiscard]] std::string bareName(std::string_view text);

/// What people write for "nothing" in surveys, for a wizard to point out: "n.v.t.", "NA", "-", ...
[[nodiscard]] std::span<const std::string_view> usualEmptyValues();
/// Without regard to case (of A to Z) and to blanks around them.
[[nodiscard]] bool isSameCell(std::string_view a, std::string_view b);
[[nodiscard]] bool isEmptyCell(const AnswersMapping& mapping, std::string_view cell);

struct AnswerRecord {
    std::string prompt; ///< as the mapping names it, or as the row does
    std::string text;   ///< the cell as it is; never only white space
};

struct ParticipantRecord {
    std::string name; ///< trimmed, not empty, without what nobody sees
    std::string nameInFile;
    std::size_t line = 0;
    std::string language;                                        ///< lower case; empty: not said
    std::string wave;                                            ///< empty: not said
    std::vector<std::pair<std::string, std::string>> attributes; ///< name, value (trimmed); no empty values
    std::vector<AnswerRecord> answers;                           ///< in the order of the table's columns
    std::vector<std::string> nonResponses;                       ///< prompts whose cell was empty
};

/// The rows of a table that say something of a participant, read one at a time: what they say is nowhere all
/// at once. The table, the mapping and the file's name outlive it.
class AnswerRows {
public:
    /// `fileName` is for messages. Errors: InvalidArgument (a column that the table does not have, no or
    /// several participant columns, a prompt or attribute twice).
    [[nodiscard]] static base::Result<AnswerRows> open(const Table& table, const AnswersMapping& mapping,
                                                       const std::string& fileName = {});

    [[nodiscard]] std::size_t size() const { return m_rows.size(); }
    [[nodiscard]] ParticipantRecord at(std::size_t index) const;
    [[nodiscard]] std::string nameAt(std::size_t index) const;
    /// People; as many as rows, unless rows are answers or waves.
    [[nodiscard]] std::size_t participants() const { return m_participants; }
    /// Whether the same people may come in several rows.
    [[nodiscard]] bool repeatsPeople() const { return m_promptColumn || m_waveColumn; }
    /// What the rows of a table with a prompt column call their prompts, in order of appearance.
    [[nodiscard]] const std::vector<std::string>& promptNames() const { return m_promptNames; }

    /// Name, blinded; in the order of columns.
    [[nodiscard]] const std::vector<std::pair<std::string, bool>>& attributes() const { return m_attributes; }
    /// A participant (of one wave, for one prompt) who was there already: the later row is not taken; a row
    /// without participant or prompt; and the table's own problems. By line, at most `mostProblems`.
    [[nodiscard]] const std::vector<RowProblem>& problems() const { return m_problems; }
    [[nodiscard]] std::size_t moreProblems() const { return m_moreProblems; }

private:
    /// A role with the place of its column in the table.
    struct Placed {
        const ColumnRole* role;
        std::size_t place;
    };
    static base::Result<std::vector<Placed>> place(const Table& table, const AnswersMapping& mapping);
    void findRows(const std::string& fileName);

    const Table* m_table = nullptr;
    const AnswersMapping* m_mapping = nullptr;
    std::vector<Placed> m_placed;
    std::vector<std::uint32_t> m_rows;
    std::size_t m_nameColumn = 0;
    bool m_isOurs = false; ///< as this program writes answers: texts that a spreadsheet would run are marked
    std::optional<std::size_t> m_waveColumn;
    std::optional<std::size_t> m_promptColumn;
    std::size_t m_participants = 0;
    std::vector<std::string> m_promptNames;
    std::vector<std::pair<std::string, bool>> m_attributes;
    std::vector<RowProblem> m_problems;
    std::size_t m_moreProblems = 0;
};

/// "participant", "answer", "prompt", "attribute", "language", "wave", "left_out"
[[nodiscard]] const char* name(ColumnKind kind);

} // namespace rapport::exchange
