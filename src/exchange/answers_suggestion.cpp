// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/number.h"
#include "exchange/answers_mapping.h"
#include "exchange/data_table.h"
#include "exchange/first_rows.h"
#include "exchange/header_words.h"
#include "exchange/personal_data.h"
#include "exchange/table_shape.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

namespace rapport::exchange {

namespace {

constexpr std::size_t mostLines = 20;

bool isTechnical(const std::string& name) {
    return isOneOf(name, {"startdate",
                          "enddate",
                          "status",
                          "progress",
                          "durationinseconds",
                          "duration",
                          "finished",
                          "recordeddate",
                          "distributionchannel",
                          "externalreference",
                          "externaldatareference",
                          "externaldata",
                          "responseset",
                          "seed",
                          "lastpage",
                          "submitdate",
                          "datesubmitted",
                          "datestamp",
                          "datestarted",
                          "datelastaction",
                          "refurl",
                          "referrerurl",
                          "token",
                          "collectorid",
                          "datecreated",
                          "datemodified",
                          "timestamp",
                          "tijdstempel",
                          "zeitstempel",
                          "horodateur",
                          "responsetype",
                          "startdatum",
                          "einddatum",
                          "enddatum",
                          "antwoordtype",
                          "antworttyp",
                          "typeder\u00E9ponse",
                          "voortgang",
                          "fortschritt",
                          "progression",
                          "voltooid",
                          "beendet",
                          "termin\u00E9",
                          "duurinseconden",
                          "dauerinsekunden",
                          "dur\u00E9eensecondes",
                          "vastgelegdedatum",
                          "aufgezeichnetesdatum",
                          "dateded\u00E9but",
                          "datedefin",
                          "datedenregistrement",
                          "distributiekanaal",
                          "verteilungskanal",
                          "canaldedistribution",
                          "externegegevensreferentie"});
}

/// Names under which survey systems write who answered, the surest first.
std::optional<std::size_t> participantRank(const Column& column) {
    static constexpr std::array<std::string_view, 15> ids{"participant",
                                                          "participantid",
                                                          "participantcode",
                                                          "deelnemer",
                                                          "respondent",
                                                          "pseudonym",
                                                          "recordid",
                                                          "responseid",
                                                          "respondentid",
                                                          "antwoordid",
                                                          "antwortid",
                                                          "idder\u00E9ponse",
                                                          "case",
                                                          "id",
                                                          "row"};
    for (const std::string& name :
         {bareName(column.name), bareName(column.title), bareName(column.importId)}) {
        const auto found = std::find(ids.begin(), ids.end(), name);
        if (found != ids.end())
            return static_cast<std::size_t>(found - ids.begin());
    }
    return std::nullopt;
}

class Suggester {
public:
    Suggester(const Table& table, std::span<const std::string> prompts,
              std::span<const std::string> attributes, std::span<const WrittenColumn> written,
              std::span<const WrittenColumn> asked)
        : m_table(table)
        , m_promptNames(prompts.begin(), prompts.end()) {
        for (const std::string& prompt : prompts) {
            m_exact.emplace(prompt, Known{ColumnKind::Answer, prompt});
            m_prompts.emplace(bareName(prompt), prompt);
        }
        for (const std::string& attribute : attributes) {
            m_exact.emplace(attribute, Known{ColumnKind::Attribute, attribute});
            m_attributes.emplace(bareName(attribute), attribute);
        }
        for (const WrittenColumn& each : written) {
            m_exact.emplace(each.column, Known{each.kind, each.name});
            (each.kind == ColumnKind::Answer ? m_prompts : m_attributes)
                .emplace(bareName(each.column), each.name);
        }
        m_hasOwnAnswers = hasOwnAnswers(written);
        std::unordered_set<std::string> named;
        for (const Column& column : table.columns) {
            if (const auto prompt = knownAs(ColumnKind::Answer, headerOf(column)))
                named.insert(*prompt);
        }
        for (const WrittenColumn& each : asked) {
            if (!named.contains(each.name))
                m_exact.emplace(each.column, Known{each.kind, each.name});
        }
    }

    MappingSuggestion suggest() {
        findParticipant();
        findLongForm();
        bool hasAnswer = false;
        for (std::size_t index = 0; index < m_table.columns.size(); ++index) {
            ColumnRole role = roleOf(index);
            role.column = m_table.columns[index].name;
            hasAnswer = hasAnswer || role.kind == ColumnKind::Answer;
            m_suggestion.mapping.columns.push_back(std::move(role));
        }
        const bool isNamedParticipant =
            m_participant && bareName(m_table.columns[*m_participant].name) == "participant";
        m_suggestion.needsMapping =
            !isNamedParticipant || (!m_prompts.empty() && !hasAnswer) || m_isAmbiguous;
        if (!m_participant)
            find(Finding::Kind::Unmapped, {}, "no column says who answered: map one as participant");
        if (!m_prompts.empty() && !hasAnswer)
            find(Finding::Kind::Unmapped, {},
                 "no column is named as a prompt: map the columns that hold answers");
        checkAnswers();
        return std::move(m_suggestion);
    }

    /// Under a mapping that somebody made.
    std::vector<Finding> findUnder(const AnswersMapping& mapping) {
        m_suggestion.mapping.emptyValues = mapping.emptyValues;
        for (std::size_t index = 0; index < m_table.columns.size(); ++index) {
            const std::string& name = m_table.columns[index].name;
            const auto role =
                std::find_if(mapping.columns.begin(), mapping.columns.end(), [&](const ColumnRole& each) {
                    return each.column == name || columnName(each.column) == name;
                });
            m_suggestion.mapping.columns.push_back(role == mapping.columns.end() ? ColumnRole() : *role);
            if (m_suggestion.mapping.columns.back().kind != ColumnKind::Participant)
                continue;
            m_participant = index;
            checkWhoIsNamed(index);
        }
        checkAnswers();
        return std::move(m_suggestion.findings);
    }

private:
    void checkAnswers() {
        checkParticipants();
        countEmptyAnswers();
        findPersonalWords();
    }

    void find(Finding::Kind kind, const std::string& column, base::Phrase message,
              std::vector<std::size_t> lines = {}) {
        m_suggestion.findings.push_back(Finding{kind, column, std::move(message), std::move(lines)});
    }

    void findParticipant() {
        std::optional<std::size_t> best;
        for (std::size_t index = 0; index < m_table.columns.size(); ++index) {
            const auto rank = participantRank(m_table.columns[index]);
            if (rank && (!best || *rank < *best)) {
                best = rank;
                m_participant = index;
            }
        }
    }

    /// A row for each answer: one column says who, one which question, one what was answered.
    void findLongForm() {
        if (!m_participant)
            return;
        std::optional<std::size_t> prompt;
        std::optional<std::size_t> answer;
        for (std::size_t index = 0; index < m_table.columns.size(); ++index) {
            const std::string name = bareName(m_table.columns[index].name);
            if (m_prompts.contains(name))
                return; // a column for each question
            if (!prompt &&
                isOneOf(name, {"prompt", "question", "vraag", "item", "questionid", "vraagid", "frage"}))
                prompt = index;
            else if (!answer && isOneOf(name, {"answer", "antwoord", "text", "tekst", "response", "reactie",
                                               "respons", "antwort", "reponse"}))
                answer = index;
        }
        if (!prompt || !answer)
            return;
        m_prompt = prompt;
        m_answer = answer;
    }

    [[nodiscard]] bool isSurveySystem() const { return m_table.shape != "plain"; }

    /// A column under any name that the export gives it: header, question, import id.
    [[nodiscard]] std::array<std::string, 3> namesOf(std::size_t index) const {
        const Column& column = m_table.columns[index];
        return {bareName(column.name), bareName(column.title), bareName(column.importId)};
    }

    static const std::string& headerOf(const Column& column) {
        return column.renamedFrom.empty() ? column.name : column.renamedFrom;
    }

    /// The prompt or attribute that a column of this name is: by the very name, as the study or what it
    /// writes has it, before one that is merely alike.
    [[nodiscard]] std::optional<std::string> knownAs(ColumnKind kind, const std::string& column) const {
        if (const auto exact = m_exact.find(column); exact != m_exact.end())
            return exact->second.kind == kind ? std::optional(exact->second.name) : std::nullopt;
        const auto& alike = kind == ColumnKind::Answer ? m_prompts : m_attributes;
        const auto found = alike.find(bareName(column));
        return found == alike.end() ? std::nullopt : std::optional(found->second);
    }

    /// Whether the answers stand in the table as this program writes them, each prompt with a column for
    /// every wave: what else is called a wave says nothing of them then.
    [[nodiscard]] bool hasOwnAnswers(std::span<const WrittenColumn> written) const {
        std::unordered_set<std::string> there;
        std::unordered_set<std::string> asked;
        const auto promptOf = [](const std::string& name) { return name.substr(0, name.find('@')); };
        for (const Column& column : m_table.columns) {
            there.insert(headerOf(column));
            if (const auto prompt = knownAs(ColumnKind::Answer, headerOf(column)))
                asked.insert(promptOf(*prompt));
        }
        std::size_t own = 0;
        for (const WrittenColumn& each : written) {
            if (each.kind != ColumnKind::Answer || !asked.contains(promptOf(each.name)))
                continue;
            if (!there.contains(each.column))
                return false;
            ++own;
        }
        return own > 0;
    }

    ColumnRole roleOf(std::size_t index) {
        const Column& column = m_table.columns[index];
        ColumnRole role;
        if (m_participant == index) {
            role.kind = ColumnKind::Participant;
            checkWhoIsNamed(index);
            return role;
        }
        if (m_prompt == index || m_answer == index) {
            role.kind = m_prompt == index ? ColumnKind::Prompt : ColumnKind::Answer;
            return role;
        }
        if (column.name == apostrophesColumn) {
            role.reason = "says which texts this program wrote behind an apostrophe";
            role.reasonId = "own";
            return role;
        }
        const auto names = namesOf(index);
        // Only the header names a prompt, or says its words: a question's text beside it may be anything.
        if (const auto prompt = knownAs(ColumnKind::Answer, headerOf(column))) {
            if (m_usedPrompts.insert(*prompt).second) {
                role.kind = ColumnKind::Answer;
                role.name = *prompt;
                return role;
            }
            // People's own words are no attribute.
            find(Finding::Kind::Unmapped, column.name,
                 base::said("two columns are named as prompt {}: say in a mapping which of them answers it",
                            *prompt));
            role.reason = base::said("another column is named as prompt {} too", *prompt);
            role.reasonId = "same_prompt";
            m_isAmbiguous = true;
            return role;
        }
        const auto attribute = knownAs(ColumnKind::Attribute, column.name);
        const bool isKnownAttribute = attribute.has_value();
        const ColumnLook look = lookAt(m_table, index);
        if (!isKnownAttribute && leavesOutPersonal(column, names, look, role))
            return role;
        if (std::any_of(names.begin(), names.end(), [](const auto& name) {
                return isOneOf(name,
                               {"language", "userlanguage", "startlanguage", "gebruikerstaal",
                                "benutzersprache", "languedelutilisateur", "taal", "sprache", "langue"});
            })) {
            role.kind = ColumnKind::Language;
            role.name = isKnownAttribute ? *attribute : isSurveySystem() ? "" : column.name;
            return role;
        }
        if (!(isKnownAttribute && m_hasOwnAnswers) && isWaveName(names[0])) {
            role.kind = ColumnKind::Wave;
            return role;
        }
        if (!isKnownAttribute && isSurveySystem() &&
            std::any_of(names.begin(), names.end(), [](const auto& name) { return isTechnical(name); })) {
            role.reason = "technical column of the survey system";
            role.reasonId = "technical";
            return role;
        }
        if (!isKnownAttribute && look.filled == 0) {
            role.reason = "empty";
            role.reasonId = "empty";
            return role;
        }
        if (const auto wave = isKnownAttribute ? std::nullopt : waveOf(index);
            wave && m_usedPrompts.insert(*wave).second) {
            role.kind = ColumnKind::Answer;
            role.name = *wave;
            const std::size_t at = wave->find('@');
            find(Finding::Kind::Wave, column.name,
                 base::said("taken for the answers to {} in the wave {}: say in a mapping if they are not",
                            wave->substr(0, at), wave->substr(at + 1)));
            return role;
        }
        if (!isKnownAttribute && isFreeText(look)) {
            find(Finding::Kind::FreeText, column.name,
                 "looks like free text: map it as the answer to a prompt if it is one");
            // Where people's own words sit, names may sit too: nothing is taken over unasked.
            role.reason = "looks like free text; map it to a prompt if it is an answer";
            role.reasonId = "free_text";
            if (isSurveySystem() || !isNamedAsNeeded())
                return role;
        }
        role.kind = ColumnKind::Attribute;
        role.name = attribute.value_or(column.name);
        return role;
    }

    static bool isWaveName(const std::string& bare) {
        return isOneOf(bare, {"wave", "golf", "meetmoment", "meting"});
    }

    [[nodiscard]] bool isFigures(std::size_t index) const {
        return std::all_of(m_table.rows.begin(), m_table.rows.end(), [index](const Row& row) {
            const std::string_view cell = text::trim(row.cells[index]);
            return cell.empty() || base::parseNumber(cell).has_value();
        });
    }

    /// "Q1@june" of "Q1_june", as this program writes Q1's answers of that wave. Figures beside words are
    /// something else, and where a column says the waves no header does.
    [[nodiscard]] std::optional<std::string> waveOf(std::size_t index) const {
        if ((isSurveySystem() && m_table.shape != "spss") || !isNamedAsNeeded() ||
            std::any_of(m_table.columns.begin(), m_table.columns.end(),
                        [](const Column& column) { return isWaveName(bareName(column.name)); }))
            return std::nullopt;
        const std::string& name = headerOf(m_table.columns[index]);
        for (std::size_t at = name.rfind('_'); at != std::string::npos && at > 0;
             at = name.rfind('_', at - 1)) {
            const std::string prompt = name.substr(0, at);
            if (at + 1 == name.size() || !m_promptNames.contains(prompt))
                continue;
            const auto beside =
                std::find_if(m_table.columns.begin(), m_table.columns.end(),
                             [&](const Column& column) { return headerOf(column) == prompt; });
            const bool isLikeIt =
                !isFigures(index) || (beside != m_table.columns.end() &&
                                      isFigures(static_cast<std::size_t>(beside - m_table.columns.begin())));
            return isLikeIt ? std::optional(prompt + "@" + name.substr(at + 1)) : std::nullopt;
        }
        return std::nullopt;
    }

    /// The plain form that needs no mapping: its other columns all become attributes.
    [[nodiscard]] bool isNamedAsNeeded() const {
        return m_participant && bareName(m_table.columns[*m_participant].name) == "participant";
    }

    bool leavesOutPersonal(const Column& column, const std::array<std::string, 3>& names,
                           const ColumnLook& look, ColumnRole& role) {
        const PersonalData* what = nullptr;
        for (const std::string& name : names)
            what = what == nullptr ? personalData(name) : what;
        const std::vector<std::string> header = headerWords(column.name);
        if (what == nullptr)
            what = personalWords(header);
        if (what == nullptr)
            what = personalWords(headerWords(column.title));
        if (what == nullptr)
            what = personalValues(look, header);
        if (what == nullptr)
            return false;
        role.reason = base::said("seems to hold {}", wordsFor(*what));
        role.reasonId = std::string(what->id);
        if (look.filled > 0)
            find(Finding::Kind::PersonalData, column.name,
                 base::said("seems to hold {}: left out unless the mapping says otherwise", wordsFor(*what)));
        return true;
    }

    /// Who answered must be named by something; by what one knows them by is pointed out.
    void checkWhoIsNamed(std::size_t index) {
        const Column& column = m_table.columns[index];
        if (const PersonalData* what = personalValues(lookAt(m_table, index), {"participant"}))
            find(Finding::Kind::PersonalData, column.name,
                 base::said("names the participants by {}: it would stand in the study beside all they said; "
                            "give them codes in the file, or replace the names on import",
                            wordsFor(*what)));
    }

    void checkParticipants() {
        if (!m_participant)
            return;
        const std::string& column = m_table.columns[*m_participant].name;
        std::optional<std::size_t> wave;
        std::optional<std::size_t> prompt;
        for (std::size_t index = 0; index < m_suggestion.mapping.columns.size(); ++index) {
            if (m_suggestion.mapping.columns[index].kind == ColumnKind::Wave)
                wave = index;
            else if (m_suggestion.mapping.columns[index].kind == ColumnKind::Prompt)
                prompt = index;
        }
        std::vector<std::size_t> emptyLines;
        std::size_t empty = 0;
        // Of those who are there more than once: by their first row.
        struct Again {
            std::size_t times = 1;
            std::vector<std::size_t> lines;
        };
        std::unordered_map<std::size_t, Again> again;
        std::vector<std::size_t> order;
        const auto keyOf = [&](std::size_t row) {
            const auto& cells = m_table.rows[row].cells;
            return RowKey{text::trim(cells[*m_participant]),
                          wave ? text::trim(cells[*wave]) : std::string_view(),
                          prompt ? text::trim(cells[*prompt]) : std::string_view()};
        };
        FirstRows firstRows(m_table.rows.size(), keyOf);
        for (std::size_t index = 0; index < m_table.rows.size(); ++index) {
            const Row& row = m_table.rows[index];
            if (keyOf(index).name.empty()) {
                ++empty;
                if (emptyLines.size() < mostLines)
                    emptyLines.push_back(row.line);
                continue;
            }
            const std::size_t first = firstRows.add(index);
            if (first == index)
                continue;
            const auto [known, isSecond] = again.try_emplace(first);
            if (isSecond) {
                order.push_back(first);
                known->second.lines.push_back(m_table.rows[first].line);
            }
            ++known->second.times;
            if (known->second.lines.size() < mostLines)
                known->second.lines.push_back(row.line);
        }
        if (empty > 0)
            find(Finding::Kind::EmptyParticipant, column,
                 base::said("{} {} no participant", empty, empty == 1 ? "row names" : "rows name"),
                 std::move(emptyLines));
        constexpr std::size_t mostFindings = 100;
        for (const std::size_t first : order) {
            if (m_suggestion.findings.size() >= mostFindings)
                break;
            const RowKey key = keyOf(first);
            std::string name(key.name);
            if (wave)
                name += " / " + std::string(key.wave);
            if (prompt)
                name += " / " + text::elide(key.prompt, 40);
            Again& found = again.at(first);
            find(Finding::Kind::DuplicateParticipant, column,
                 base::said("participant '{}' is there {} times", name, found.times), std::move(found.lines));
        }
    }

    /// "Q1@june": an empty cell says nothing there.
    [[nodiscard]] bool isOfWave(const ColumnRole& role) const {
        const std::size_t at = role.name.find('@');
        return at != std::string::npos && !m_promptNames.contains(role.name) &&
               m_promptNames.contains(role.name.substr(0, at));
    }

    void countEmptyAnswers() {
        for (std::size_t index = 0; index < m_suggestion.mapping.columns.size(); ++index) {
            const ColumnRole& role = m_suggestion.mapping.columns[index];
            if (role.kind != ColumnKind::Answer || isOfWave(role))
                continue;
            std::vector<std::size_t> lines;
            std::size_t empty = 0;
            for (const Row& row : m_table.rows) {
                if (!text::trim(row.cells[index]).empty() &&
                    !isEmptyCell(m_suggestion.mapping, row.cells[index]))
                    continue;
                ++empty;
                if (lines.size() < mostLines)
                    lines.push_back(row.line);
            }
            if (empty > 0)
                find(Finding::Kind::EmptyAnswers, m_table.columns[index].name,
                     empty == 1 ? base::said("{} of {} answers is empty", empty, m_table.rows.size())
                                : base::said("{} of {} answers are empty", empty, m_table.rows.size()),
                     std::move(lines));
        }
    }

    /// Answers in which people left an address or a number: nobody can leave that out but by hand. Of
    /// attributes the words, not the numbers that they are.
    void findPersonalWords() {
        for (std::size_t index = 0; index < m_suggestion.mapping.columns.size(); ++index) {
            const bool isAnswer = m_suggestion.mapping.columns[index].kind == ColumnKind::Answer;
            if (!isAnswer && m_suggestion.mapping.columns[index].kind != ColumnKind::Attribute)
                continue;
            std::vector<std::size_t> lines;
            std::size_t count = 0;
            for (const Row& row : m_table.rows) {
                const std::string_view cell = row.cells[index];
                const bool isWords =
                    isAnswer || std::any_of(cell.begin(), cell.end(), [](char letter) {
                        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
                    });
                if (!isWords || !holdsPersonalWords(cell))
                    continue;
                ++count;
                if (lines.size() < mostLines)
                    lines.push_back(row.line);
            }
            if (count == 0)
                continue;
            const char* who = isAnswer ? (count == 1 ? "answer seems" : "answers seem")
                                       : (count == 1 ? "value seems" : "values seem");
            find(Finding::Kind::PersonalData, m_table.columns[index].name,
                 base::said("{} {} to hold an e-mail address or a telephone number", count, who),
                 std::move(lines));
        }
    }

    struct Known {
        ColumnKind kind; ///< Answer or Attribute
        std::string name;
    };
    const Table& m_table;
    std::unordered_set<std::string> m_promptNames;
    std::unordered_map<std::string, Known> m_exact;  ///< by the name of a column
    std::map<std::string, std::string> m_prompts;    ///< bare name to name
    std::map<std::string, std::string> m_attributes; ///< bare name to name
    std::unordered_set<std::string> m_usedPrompts;
    std::optional<std::size_t> m_participant;
    std::optional<std::size_t> m_prompt; ///< of a table with a row for each answer
    std::optional<std::size_t> m_answer;
    bool m_hasOwnAnswers = false;
    bool m_isAmbiguous = false; ///< two columns are named as one prompt
    MappingSuggestion m_suggestion;
};

} // namespace

std::string bareName(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            kept += static_cast<char>(letter - 'A' + 'a');
        else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                 (static_cast<unsigned char>(letter) & 0x80U) != 0)
            kept += letter;
    }
    return kept;
}

MappingSuggestion suggestMapping(const Table& table, std::span<const std::string> promptNames,
                                 std::span<const std::string> attributeNames,
                                 std::span<const WrittenColumn> written,
                                 std::span<const WrittenColumn> asked) {
    return Suggester(table, promptNames, attributeNames, written, asked).suggest();
}

std::vector<Finding> findingsUnder(const AnswersMapping& mapping, const Table& table,
                                   std::span<const std::string> promptNames) {
    return Suggester(table, promptNames, {}, {}, {}).findUnder(mapping);
}

} // namespace rapport::exchange
