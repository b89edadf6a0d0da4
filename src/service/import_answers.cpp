// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/format.h"
#include "exchange/table_shape.h"
#include "model/names.h"
#include "service/analysing_parts.h"
#include "service/consent.h"
#include "service/import_kinds.h"
#include "service/people_names.h"
#include "text/fold.h"
#include "text/language.h"
#include "text/utf8.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace rapport::service {

namespace {

const model::Prompt* promptNamed(const model::Instrument& instrument, const std::string& name) {
    const auto found = std::find_if(instrument.prompts.begin(), instrument.prompts.end(),
                                    [&](const model::Prompt& prompt) { return prompt.name == name; });
    return found == instrument.prompts.end() ? nullptr : &*found;
}

/// A name for a question that has none but its words: itself if it can be one, else Q with a number.
std::string nameFor(const std::string& words, const model::Instrument& instrument) {
    constexpr std::size_t longest = 24;
    if (words.size() <= longest && model::isIdentifier(words))
        return words;
    std::size_t number = instrument.prompts.size();
    std::string name;
    do {
        name = fmt::format("Q{}", ++number);
    } while (promptNamed(instrument, name) != nullptr);
    return name;
}

/// The digits of a decimal number as they count: "-007,50" is "-7.5". nullopt: it has an exponent.
std::optional<std::string> digitsOf(std::string_view number) {
    std::string digits;
    const bool isBelow = number.starts_with('-');
    bool hasPoint = false;
    for (const char letter : isBelow ? number.substr(1) : number) {
        const bool isPoint = letter == '.' || letter == ',';
        hasPoint = hasPoint || isPoint;
        if (!isPoint && (letter < '0' || letter > '9'))
            return std::nullopt;
        if (letter != '0' || !digits.empty())
            digits += isPoint ? '.' : letter;
    }
    if (hasPoint)
        digits.resize(digits.find_last_not_of('0') + 1);
    if (digits.ends_with('.'))
        digits.pop_back();
    return isBelow && !digits.empty() ? "-" + digits : digits;
}

std::size_t columnNamed(const exchange::Table& table, const std::string& name) {
    const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                    [&](const exchange::Column& column) { return column.name == name; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

/// The question's words where the file has them, else the column's name.
const std::string& titleOf(const exchange::Table& table, const std::string& name) {
    const std::size_t column = columnNamed(table, name);
    return column < table.columns.size() && !table.columns[column].title.empty() ? table.columns[column].title
                                                                                 : name;
}

/// Writes the prompts that are new.
base::Result<model::Instrument> putPrompts(Writer& writer, PromptsPlanned planned) {
    if (planned.made == 0)
        return std::move(planned.instrument);
    auto& session = writer.session();
    if (planned.instrument.name.empty())
        planned.instrument.name = "instrument";
    RAPPORT_TRY(model::validate(planned.instrument));
    RAPPORT_TRY(session.impl().file->setInstrument(planned.instrument));
    store::JournalEntry entry;
    entry.act = store::Act::Instrument;
    RAPPORT_TRY(writer.append(entry));
    writer.changes().settingsChanged = true;
    return session.instrument();
}

base::Status addAttributes(Writer& writer, const exchange::Table& table,
                           const exchange::AnswersMapping& mapping) {
    auto& impl = writer.session().impl();
    RAPPORT_ASSIGN(const auto known, impl.participants().attributes());
    for (const exchange::ColumnRole& role : mapping.columns) {
        const bool isAttribute =
            role.kind == exchange::ColumnKind::Attribute ||
            ((role.kind == exchange::ColumnKind::Language || role.kind == exchange::ColumnKind::Wave) &&
             !role.name.empty());
        const bool isKnown =
            std::any_of(known.begin(), known.end(), [&](const auto& each) { return each.name == role.name; });
        if (!isAttribute || isKnown)
            continue;
        model::Attribute attribute;
        attribute.name = role.name;
        attribute.title = model::sameText(titleOf(table, role.column));
        attribute.isBlinded = role.isBlinded;
        const std::size_t column = columnNamed(table, role.column);
        std::vector<std::string> values;
        for (const exchange::Row& row : table.rows) {
            if (!exchange::isEmptyCell(mapping, row.cells[column]))
                values.emplace_back(row.cells[column]);
        }
        attribute.type = model::guessType(values);
        RAPPORT_TRY(impl.participants().putAttribute(attribute));
    }
    return {};
}

/// Everything that one row of the table needs.
class AnswersImport {
public:
    AnswersImport(Writer& writer, ReadFile& file, const ImportOptions& options, ImportReport& report)
        : m_writer(&writer)
        , m_file(&file)
        , m_options(&options)
        , m_report(&report) {}

    base::Status run(const exchange::AnswersMapping& mapping, const base::Task& task) {
        auto& impl = m_writer->session().impl();
        RAPPORT_ASSIGN(const exchange::AnswerRows rows,
                       exchange::AnswerRows::open(m_file->table, mapping, m_file->path));
        m_report->read += static_cast<std::int64_t>(
            m_file->table.rows.size() + m_file->table.problems.size() + m_file->table.moreProblems);
        RAPPORT_ASSIGN(const store::StudyProperties properties, impl.file->properties());
        RAPPORT_ASSIGN(model::Instrument instrument, m_writer->session().instrument());
        PromptsPlanned planned = promptsPlanned(std::move(instrument), m_file->table, mapping,
                                                rows.promptNames(), properties.language);
        for (const base::Phrase& note : planned.notes())
            m_report->notes.push_back(base::said("{}: {}", m_file->path, note));
        RAPPORT_ASSIGN(m_instrument, putPrompts(*m_writer, std::move(planned)));
        for (const std::string& words : rows.promptNames())
            m_promptOf.emplace(words, promptCalled(m_instrument, words)->name);
        m_repeatsPeople = rows.repeatsPeople();
        for (const exchange::ColumnRole& role : mapping.columns)
            if (role.kind == exchange::ColumnKind::Wave)
                m_waveAttribute = role.name;
        for (const auto& [name, isBlinded] : rows.attributes())
            m_attributes.push_back(name);
        RAPPORT_TRY(addAttributes(*m_writer, m_file->table, mapping));
        RAPPORT_ASSIGN(const auto attributes, impl.participants().attributes());
        for (const model::Attribute& attribute : attributes)
            if (attribute.type == model::AttributeType::Number)
                m_numbers.insert(attribute.name);
        for (const exchange::RowProblem& problem : rows.problems())
            m_report->rejected.push_back(rejected(problem));
        if (rows.moreProblems() > 0)
            m_report->notes.push_back(
                base::said("{} more rows were left out; only the first are listed", rows.moreProblems()));
        RAPPORT_ASSIGN(m_forgotten, ForgottenNames::read(m_writer->session()));
        keepOutForgotten(rows);
        // The bytes follow when something of them came in: a file that brings nothing makes no study larger.
        const ImportedBytes bytes =
            std::exchange(m_file->bytes, bytesNotKept("nothing of it came in", m_file->bytes));
        const std::int64_t before = m_report->added + m_report->updated;
        RAPPORT_ASSIGN(m_fileId, keepFile(*m_writer, *m_file, m_file->table.encoding,
                                          static_cast<std::int64_t>(rows.size())));
        RAPPORT_ASSIGN(const store::SourceCounts counts, impl.sources().counts());
        m_ordinal = counts.units;
        RAPPORT_ASSIGN(const auto people, impl.participants().all());
        m_known = PeopleNames(people);
        RAPPORT_ASSIGN(const auto occasions, impl.sources().occasions());
        for (const auto& [prompt, wave] : occasions) {
            m_waves.insert(wave);
            m_waveAlike.emplace(text::fold(wave), wave);
        }
        if (auto alike = alikePeople(rows, people, m_forgotten))
            m_report->notes.push_back(base::said("{}: {}", m_file->path, *alike));
        std::uint64_t done = 0;
        for (std::size_t row = 0; row < rows.size(); ++row) {
            if (task.isStopped())
                return base::Task::cancelled();
            if (++done % 1000 == 0)
                task.report(done, rows.size(), "importing answers");
            exchange::ParticipantRecord record = rows.at(row);
            if (isForgotten(record))
                m_report->rejected.push_back(withdrawnRow(m_file->path, record));
            else
                RAPPORT_TRY(add(record));
        }
        if (m_report->added + m_report->updated > before)
            RAPPORT_TRY(impl.sources().replaceBytes(m_fileId, bytes));
        m_writer->changes().sourcesChanged = true;
        return {};
    }

private:
    /// What the study itself has of somebody who withdrew is blotted out.
    [[nodiscard]] static bool saysAnything(const exchange::ParticipantRecord& record) {
        return !record.attributes.empty() ||
               std::any_of(record.answers.begin(), record.answers.end(),
                           [](const exchange::AnswerRecord& answer) { return !isBlottedOut(answer.text); });
    }
    [[nodiscard]] bool isForgotten(const exchange::ParticipantRecord& record) const {
        return !m_forgotten.isEmpty() &&
               (m_forgotten.holds(record.name) || m_forgotten.holds(record.nameInFile) ||
                (m_forgotten.isNow(record.name) && saysAnything(record)));
    }

    /// Their rows stay out; so do the bytes of a file that holds them.
    void keepOutForgotten(const exchange::AnswerRows& rows) {
        for (std::size_t row = 0; !m_forgotten.isEmpty() && row < rows.size(); ++row) {
            if (!isForgotten(rows.at(row)))
                continue;
            m_file->bytes = bytesNotKept("somebody in it withdrew consent", m_file->bytes);
            m_report->notes.push_back(base::said(
                "{}: the file itself is not kept, since somebody in it withdrew consent", m_file->path));
            return;
        }
    }

    /// Takes the texts of the answers: the longest are there once.
    base::Status add(exchange::ParticipantRecord& record) {
        auto& impl = m_writer->session().impl();
        bool isNew = false;
        model::ParticipantId id;
        const auto known = m_known.find(record.nameInFile);
        if (!known) {
            m_report->rejected.push_back(
                {m_file->path, record.line, {}, known.error().message, known.error().hint});
            return {};
        }
        if (*known) {
            id = (*known)->id;
            record.name = (*known)->name;
        } else {
            model::Participant person;
            person.guid = base::Guid::random(impl.environment.random);
            person.name = record.name;
            RAPPORT_ASSIGN(id, impl.participants().add(person));
            // Where nobody comes twice, nobody needs to be known again.
            if (m_repeatsPeople)
                m_known.add(id, record.name);
            isNew = true;
        }
        bool isChanged = false;
        m_isRefused = false;
        for (exchange::AnswerRecord& answer : record.answers) {
            RAPPORT_ASSIGN(const bool isAdded, addAnswer(record, id, answer, isNew));
            isChanged = isChanged || isAdded;
        }
        for (const std::string& prompt : record.nonResponses) {
            RAPPORT_ASSIGN(const bool isAdded, addResponse(record, id, prompt, {}));
            isChanged = isChanged || isAdded;
        }
        RAPPORT_ASSIGN(const bool isTold, addValues(record, id, isNew));
        isChanged = isChanged || isTold;
        // Somebody with several rows is one person.
        if (m_repeatsPeople && (isNew || isChanged) && !m_counted.insert(id.value).second)
            return {};
        if (isNew)
            ++m_report->added;
        else if (isChanged)
            ++m_report->updated;
        return {};
    }

    /// What the row knows of the participant. Within one file the first value stands; one that differs is
    /// reported, as is one beside an answer that was refused: the row may be about somebody else.
    base::Result<bool> addValues(const exchange::ParticipantRecord& record, model::ParticipantId id,
                                 bool isNew) {
        auto participants = m_writer->session().impl().participants();
        std::map<std::string, std::string> before;
        if (!isNew && !record.attributes.empty()) {
            RAPPORT_ASSIGN(before, participants.values(id));
        }
        bool isChanged = false;
        for (const auto& [attribute, value] : record.attributes) {
            const auto was = before.find(attribute);
            const bool isThere = was != before.end() && !was->second.empty();
            // A wave's name differs from row to row by its nature.
            const bool isTold = m_repeatsPeople && attribute != m_waveAttribute && tell(id, attribute);
            if (value.empty() || (isThere && isSameValue(attribute, was->second, value)))
                continue;
            if (isThere && isRounded(attribute, was->second, value)) {
                m_report->rejected.push_back(
                    {m_file->path, record.line, attribute,
                     base::said("participant '{}' keeps the value '{}': '{}' may be the same number, rounded "
                                "by this kind of file",
                                record.name, was->second, value),
                     "if it is another number, bring it in from a CSV file"});
                continue;
            }
            if (isThere && (isTold || m_isRefused)) {
                m_report->rejected.push_back(
                    {m_file->path, record.line, attribute,
                     isTold ? base::said("participant '{}' has the value '{}' from an earlier row, not '{}'",
                                         record.name, was->second, value)
                            : base::said("participant '{}' keeps the value '{}': an answer of the row with "
                                         "'{}' was refused",
                                         record.name, was->second, value),
                     isTold ? "an attribute has one value for each participant; the first is kept"
                            : "see whether the row is about the same person"});
                continue;
            }
            RAPPORT_TRY(participants.setValue(id, attribute, value));
            isChanged = true;
        }
        return isChanged;
    }

    /// "3.50" comes back from a workbook as 3.5: one number, which stays as it was written.
    [[nodiscard]] bool isSameValue(const std::string& attribute, const std::string& before,
                                   const std::string& value) const {
        if (before == value)
            return true;
        if (!m_numbers.contains(attribute))
            return false;
        const auto is = model::attributeNumber(before);
        const auto other = model::attributeNumber(value);
        if (!is || !other)
            return false;
        const auto digits = digitsOf(before);
        const auto otherDigits = digitsOf(value);
        return digits && otherDigits ? *digits == *otherDigits : *is == *other;
    }

    /// Whether the file may have made `value` of `before`: all but text tables hold numbers as doubles, and
    /// workbooks keep fifteen digits of a fraction. Of a whole number every digit may matter.
    [[nodiscard]] bool isRounded(const std::string& attribute, const std::string& before,
                                 const std::string& value) const {
        if (!m_numbers.contains(attribute) || m_file->reader == "csv" || m_file->reader == "html-table")
            return false;
        const auto is = model::attributeNumber(before);
        const auto other = model::attributeNumber(value);
        if (!is || !other || *is == *other)
            return is && other;
        const bool areWhole = std::trunc(*is) == *is && std::trunc(*other) == *other;
        return !areWhole && fmt::format("{:.15g}", *is) == fmt::format("{:.15g}", *other);
    }

    /// Whether a row of this file gave the participant a value for the attribute already; now one has.
    bool tell(model::ParticipantId id, const std::string& attribute) {
        const auto place = std::find(m_attributes.begin(), m_attributes.end(), attribute);
        const std::size_t bit = static_cast<std::size_t>(id.value) * m_attributes.size() +
                                static_cast<std::size_t>(place - m_attributes.begin());
        if (bit >= m_told.size())
            m_told.resize(std::max(bit + 1, 2 * m_told.size()), false);
        const bool wasTold = m_told[bit];
        m_told[bit] = true;
        return wasTold;
    }

    using Responses = std::map<std::pair<model::ParticipantId, std::string>, std::string>; // with the wave

    /// What is known of a prompt's responses, read when first asked for.
    base::Result<Responses*> responsesTo(const std::string& prompt) {
        auto found = m_responses.find(prompt);
        if (found == m_responses.end()) {
            RAPPORT_ASSIGN(auto known, m_writer->session().impl().sources().responses(prompt));
            found = m_responses.emplace(prompt, Responses()).first;
            for (store::Response& each : known)
                found->second.emplace(std::pair(each.participant, each.wave), std::move(each.value));
        }
        return &found->second;
    }

    /// True if it told something new of a participant. What was answered before stays as it was.
    base::Result<bool> addResponse(const exchange::ParticipantRecord& record,
                                   model::ParticipantId participant, const std::string& asked,
                                   const std::string& value) {
        const model::Prompt* known = promptFor(asked);
        if (known == nullptr || (value.empty() && !waveIn(m_instrument, asked).empty()))
            return false;
        const std::string& prompt = known->name;
        const std::string wave = waveOf(record, asked);
        RAPPORT_ASSIGN(Responses * responses, responsesTo(prompt));
        const auto [before, isFirst] = responses->try_emplace(std::pair(participant, wave), value);
        if (!isFirst) {
            // "ja" comes back from an export as 1.
            const bool isSame = known->kind == model::PromptKind::YesNo && yesOrNo(value) >= 0 &&
                                yesOrNo(value) == yesOrNo(before->second);
            if (value.empty() || isSame || isSameText(before->second, value))
                return false;
            if (!before->second.empty()) {
                m_isRefused = true;
                m_report->rejected.push_back(
                    {m_file->path, record.line, prompt,
                     base::said("{} has another answer in the study already",
                                model::answerName(record.name, prompt, {}, wave)),
                     base::said("{}: {}", "an answer never changes; import a second one as a wave",
                                "--wave NAME")});
                return false;
            }
            before->second = value;
        }
        RAPPORT_TRY(m_writer->session().impl().sources().addResponse({participant, prompt, value, wave}));
        return !value.empty();
    }

    base::Result<bool> addAnswer(const exchange::ParticipantRecord& record, model::ParticipantId participant,
                                 exchange::AnswerRecord& answer, bool isNewParticipant) {
        auto& impl = m_writer->session().impl();
        const model::Prompt* prompt = promptFor(answer.prompt);
        if (prompt == nullptr)
            return false;
        if (prompt->kind != model::PromptKind::Open)
            return addResponse(record, participant, answer.prompt, std::string(text::trim(answer.text)));
        const std::string wave = waveOf(record, answer.prompt);
        const std::string name = model::answerName(record.name, prompt->name, {}, wave);
        if (!isNewParticipant) {
            RAPPORT_ASSIGN(const auto there, impl.sources().unitByName(name));
            // One who only looks the same has units that look the same.
            if (there && there->participant == participant) {
                RAPPORT_ASSIGN(const auto row, impl.sources().unit(there->id, true));
                // SPSS keeps no blanks at the end of a text.
                if (row && !isSameText(row->text, answer.text)) {
                    m_isRefused = true;
                    m_report->rejected.push_back(
                        {m_file->path, record.line, prompt->name,
                         base::said("{} has another answer in the study already", name),
                         base::said("{}: {}", "a text never changes; import a second answer as a wave",
                                    "--wave NAME")});
                }
                return false;
            }
        }
        model::Source source;
        source.guid = base::Guid::random(impl.environment.random);
        source.name = name;
        source.kind = model::SourceKind::Answer;
        source.file = m_fileId;
        source.participant = participant;
        source.prompt = prompt->id;
        source.wave = wave;
        source.language = languageOf(record, answer);
        source.text = std::move(answer.text);
        RAPPORT_ASSIGN(const model::SourceId sourceId, impl.sources().addSource(source));
        model::Unit unit;
        unit.guid = base::Guid::random(impl.environment.random);
        unit.name = name;
        unit.source = sourceId;
        unit.kind = model::UnitKind::Answer;
        unit.range = text::textRange(0, text::countCodePoints(source.text));
        unit.ordinal = ++m_ordinal;
        unit.prompt = prompt->id;
        unit.participant = participant;
        RAPPORT_TRY(impl.sources().addUnit(unit));
        return true;
    }

    [[nodiscard]] const model::Prompt* promptFor(const std::string& asked) const {
        const auto named = m_promptOf.find(asked);
        const std::string& name = named == m_promptOf.end() ? asked : named->second;
        return promptNamed(m_instrument,
                           waveIn(m_instrument, name).empty() ? name : name.substr(0, name.find('@')));
    }

    std::string waveOf(const exchange::ParticipantRecord& record, const std::string& asked) {
        if (const std::string_view wave = waveIn(m_instrument, asked); !wave.empty())
            return waveCalled(std::string(wave));
        return waveCalled(record.wave.empty() ? m_options->wave : record.wave);
    }

    /// A wave of the study whose name differs in case or form alone is that wave: all would be there twice.
    std::string waveCalled(const std::string& name) {
        if (name.empty() || !m_waves.insert(name).second)
            return name;
        const auto [alike, isNew] = m_waveAlike.emplace(text::fold(name), name);
        if (isNew)
            return name;
        m_waves.erase(name);
        if (m_wavesTold.insert(name).second)
            m_report->notes.push_back(base::said("{}: the wave '{}' is taken for '{}', which is there",
                                                 m_file->path, name, alike->second));
        return alike->second;
    }

    /// However its letters are composed.
    static bool isSameText(std::string_view a, std::string_view b) {
        return text::trim(a) == text::trim(b) ||
               text::composed(text::trim(a)) == text::composed(text::trim(b));
    }

    [[nodiscard]] std::string languageOf(const exchange::ParticipantRecord& record,
                                         const exchange::AnswerRecord& answer) const {
        if (m_options->language != "auto")
            return m_options->language;
        if (record.language == "nl" || record.language == "en")
            return record.language;
        return text::guessLanguage(answer.text);
    }

    Writer* m_writer;
    ReadFile* m_file;
    const ImportOptions* m_options;
    ImportReport* m_report;
    model::Instrument m_instrument;
    model::FileId m_fileId;
    std::int64_t m_ordinal = 0;
    PeopleNames m_known;
    ForgottenNames m_forgotten;
    std::map<std::string, std::string> m_promptOf; ///< of a table whose rows name their questions
    bool m_repeatsPeople = false;
    bool m_isRefused = false;                       ///< an answer of the row that is being added
    std::set<std::string> m_waves;                  ///< of the study
    std::map<std::string, std::string> m_waveAlike; ///< the first of them by what their names have in common
    std::set<std::string> m_wavesTold;
    std::string m_waveAttribute;
    std::vector<std::string> m_attributes; ///< of the table
    std::set<std::string> m_numbers;       ///< attributes of the study that are numbers
    std::vector<bool> m_told;              ///< participant x attribute: a row of the file had a value
    std::unordered_set<std::int64_t> m_counted;
    std::map<std::string, Responses> m_responses; ///< by prompt
};

} // namespace

RejectedRow withdrawnRow(const std::string& file, const exchange::ParticipantRecord& record) {
    return {file,
            record.line,
            {},
            base::said("participant '{}' withdrew consent", record.name),
            "take the participant's rows out of the file"};
}

std::string_view waveIn(const model::Instrument& instrument, const std::string& asked) {
    const std::size_t at = asked.find('@');
    const bool isWave = at != std::string::npos && promptNamed(instrument, asked) == nullptr &&
                        promptNamed(instrument, asked.substr(0, at)) != nullptr;
    return isWave ? std::string_view(asked).substr(at + 1) : std::string_view();
}

const model::Prompt* promptCalled(const model::Instrument& instrument, const std::string& words) {
    if (const model::Prompt* named = promptNamed(instrument, words))
        return named;
    const std::string bare = exchange::bareName(words);
    const model::Prompt* alike = nullptr;
    std::size_t count = 0;
    for (const model::Prompt& prompt : instrument.prompts)
        if (!bare.empty() && exchange::bareName(prompt.name) == bare) {
            alike = &prompt;
            ++count;
        }
    if (count == 1)
        return alike;
    const auto found =
        std::find_if(instrument.prompts.begin(), instrument.prompts.end(), [&](const model::Prompt& prompt) {
            return std::any_of(prompt.wording.byLanguage.begin(), prompt.wording.byLanguage.end(),
                               [&](const auto& each) { return each.second == words; });
        });
    if (found != instrument.prompts.end())
        return &*found;
    return waveIn(instrument, words).empty() ? nullptr
                                             : promptNamed(instrument, words.substr(0, words.find('@')));
}

PromptsPlanned promptsPlanned(model::Instrument instrument, const exchange::Table& table,
                              const exchange::AnswersMapping& mapping, const std::vector<std::string>& asked,
                              const std::string& language) {
    PromptsPlanned planned{std::move(instrument), 0};
    const auto make = [&](std::string name, const std::string& wording) {
        model::Prompt prompt;
        prompt.name = std::move(name);
        prompt.wording = model::sameText(wording, language.empty() ? "en" : language);
        planned.instrument.prompts.push_back(std::move(prompt));
        ++planned.made;
    };
    for (const exchange::ColumnRole& role : mapping.columns)
        if (role.kind == exchange::ColumnKind::Answer && asked.empty() && !role.name.empty() &&
            promptNamed(planned.instrument, role.name) == nullptr &&
            waveIn(planned.instrument, role.name).empty())
            make(role.name, titleOf(table, role.column));
    for (const std::string& words : asked)
        if (promptCalled(planned.instrument, words) == nullptr)
            make(nameFor(words, planned.instrument), words);
    return planned;
}

std::vector<base::Phrase> PromptsPlanned::notes() const {
    constexpr std::size_t mostListed = 20;
    std::vector<base::Phrase> notes;
    for (std::size_t place = instrument.prompts.size() - made; place < instrument.prompts.size(); ++place) {
        if (notes.size() == mostListed) {
            notes.push_back(base::said("and {} more new prompts", instrument.prompts.size() - place));
            break;
        }
        const model::Prompt& prompt = instrument.prompts[place];
        notes.push_back(
            base::said("a new prompt, {}: {}", prompt.name, text::elide(prompt.wording.in("en"), 60)));
    }
    return notes;
}

namespace {

/// "p1" of "P1", "7" of "007", "7.0" and "7,0".
std::string plainestName(std::string_view name) {
    const std::string folded = text::fold(model::personName(name));
    std::string plain;
    for (std::size_t at = 0; at < folded.size();) {
        const auto isDigit = [&](std::size_t place) {
            return place < folded.size() && folded[place] >= '0' && folded[place] <= '9';
        };
        if (!isDigit(at)) {
            plain += folded[at++];
            continue;
        }
        const std::size_t begin = at;
        while (isDigit(at))
            ++at;
        const std::size_t first = std::min(folded.find_first_not_of('0', begin), at - 1);
        plain.append(folded, first, at - first);
    }
    const std::size_t fraction = plain.find_last_not_of('0');
    const bool isWhole = fraction != std::string::npos && fraction > 0 && fraction + 1 < plain.size() &&
                         (plain[fraction] == '.' || plain[fraction] == ',') &&
                         plain.find_first_not_of("0123456789") == fraction;
    return isWhole ? plain.substr(0, fraction) : plain;
}

} // namespace

std::optional<base::Phrase> alikePeople(const exchange::AnswerRows& rows,
                                        const std::vector<model::Participant>& people,
                                        const ForgottenNames& forgotten) {
    // Sixteen bytes a name: there may be a million.
    struct Entry {
        std::size_t hash;
        std::size_t place; // of the rows, then of the study
    };
    const auto nameOf = [&](std::size_t place) {
        return place < rows.size() ? rows.nameAt(place) : people[place - rows.size()].name;
    };
    std::vector<Entry> entries;
    entries.reserve(rows.size() + people.size());
    for (std::size_t place = 0; place < rows.size() + people.size(); ++place)
        entries.push_back({std::hash<std::string>()(plainestName(nameOf(place))), place});
    std::sort(entries.begin(), entries.end(), [](const Entry& a, const Entry& b) {
        return std::pair(a.hash, a.place) < std::pair(b.hash, b.place);
    });
    constexpr std::size_t mostNamed = 8;
    std::set<std::string> pairs;
    for (std::size_t index = 1; index < entries.size() && pairs.size() <= mostNamed; ++index) {
        const Entry& before = entries[index - 1];
        const Entry& entry = entries[index];
        // Of the study's own nothing is new.
        if (before.hash != entry.hash || before.place >= rows.size())
            continue;
        const std::string one = nameOf(before.place);
        const std::string other = nameOf(entry.place);
        if (one != other && model::personName(one) != model::personName(other) &&
            plainestName(one) == plainestName(other) && !forgotten.holds(one) && !forgotten.holds(other))
            pairs.insert(fmt::format("{} / {}", std::min(one, other), std::max(one, other)));
    }
    if (pairs.empty())
        return std::nullopt;
    std::string list;
    std::size_t named = 0;
    for (const std::string& pair : pairs) {
        if (++named > mostNamed) {
            list += ", …";
            break;
        }
        list += (list.empty() ? "" : ", ") + pair;
    }
    return base::said("participants whose names differ only in capitals, accents or how a number is written "
                      "are different people: {}",
                      list);
}

base::Status importAnswers(Writer& writer, ReadFile& file, const ImportOptions& options, ImportReport& report,
                           const base::Task& task) {
    RAPPORT_ASSIGN(const exchange::MappingSuggestion mapping, mappingFor(writer.session(), file, options));
    const auto codebook =
        std::find_if(mapping.findings.begin(), mapping.findings.end(), [](const exchange::Finding& finding) {
            return finding.kind == exchange::Finding::Kind::Codebook;
        });
    if (mapping.needsMapping && codebook != mapping.findings.end())
        return base::fail(
            base::Errc::Refused, base::Place{file.path, 1, 0, {}}, codebook->message,
            "import it with --as codebook; if it holds answers: see the columns with --dry-run --format "
            "json, correct what is wrong, and give that with --mapping");
    if (mapping.needsMapping)
        return base::fail(base::Errc::Refused, base::Place{file.path, 1, 0, {}},
                          "it is not clear which column is the participant and which hold answers",
                          "see the columns with --dry-run --format json, correct what is wrong, and give "
                          "that with --mapping");
    // What becomes of columns without anybody having said so. Of rows and cells the import tells by itself.
    for (const exchange::Finding& finding : mapping.findings) {
        using Kind = exchange::Finding::Kind;
        if (finding.kind == Kind::MappingDiffers || finding.kind == Kind::FreeText ||
            finding.kind == Kind::PersonalData || finding.kind == Kind::Wave)
            report.notes.push_back(base::said("{}: {}", file.path, wordsOf(finding)));
    }
    return AnswersImport(writer, file, options, report).run(mapping.mapping, task);
}

} // namespace rapport::service
