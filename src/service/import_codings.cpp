// SPDX-License-Identifier: GPL-3.0-or-later
// Codings made elsewhere, as the table of the command line's contract. Raters that the study does not know
// join it; a round that it does not know is made, with the units that the table gives each rater.
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "exchange/codings_table.h"
#include "model/names.h"
#include "service/consent.h"
#include "service/import_kinds.h"
#include "service/import_project.h"
#include "service/rating.h"
#include "service/row_places.h"
#include "text/fold.h"
#include "text/utf8.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <utility>

namespace rapport::service {

namespace {

/// Whether a table's quote is what stands in the text: composed or not, without the blanks at its end, which
/// SPSS does not keep, or cut where a cell of SPSS (bytes) or of a workbook (letters) is full.
bool isQuoted(std::string_view standing, std::string_view quote) {
    constexpr std::size_t fullCell = 32'760;
    const auto bare = [](std::string_view words) {
        return words.substr(0, words.find_last_not_of(" \t\r\n") + 1);
    };
    if (bare(standing) == bare(quote) || text::composed(bare(standing)) == text::composed(bare(quote)))
        return true;
    return quote.size() >= fullCell && (standing.starts_with(bare(quote)) ||
                                        text::composed(standing).starts_with(text::composed(bare(quote))));
}

/// When an occasion was declared done, by the codebook version under which that was: mostly one.
using Completions = std::map<std::int64_t, base::Instant>;

class CodingsImport {
public:
    /// `given`: rows that another reader made of a file that is kept already; null: those of its table, of
    /// which `bytes` go.
    CodingsImport(Writer& writer, const ReadFile& file, ImportReport& report,
                  const exchange::CodingRows* given, const ImportOptions& options,
                  ImportedBytes* bytes = nullptr)
        : m_writer(&writer)
        , m_file(&file)
        , m_bytes(bytes)
        , m_report(&report)
        , m_given(given)
        , m_replacesNames(!options.pseudonymsFile.empty() || !options.pseudonyms.empty())
        , m_texts(*writer.session().impl().file)
        , m_places(writer, report, options.roundKind) {}

    base::Status run(const base::Task& task) {
        exchange::CodingRows own;
        if (m_given == nullptr) {
            RAPPORT_ASSIGN(own, exchange::readCodings(m_file->table, m_file->path));
        }
        const exchange::CodingRows& table = m_given == nullptr ? own : *m_given;
        for (const exchange::RowProblem& problem : m_file->table.problems)
            m_report->rejected.push_back(rejected(problem));
        for (const exchange::RowProblem& problem : table.problems)
            m_report->rejected.push_back(rejected(problem));
        m_report->read += static_cast<std::int64_t>(table.rows.size() + m_file->table.problems.size() +
                                                    table.problems.size());
        RAPPORT_ASSIGN(m_codebook, session().codebook());
        if (m_codebook->version == 0)
            return base::fail(base::Errc::Refused, base::Place{m_file->path, 0, 0, {}},
                              "the study has no codebook yet", "import one first: --as codebook FILE.json");
        RAPPORT_TRY(m_places.read(table.rows));
        ImportedBytes bytes;
        model::FileId fileId;
        if (m_bytes != nullptr) {
            RAPPORT_TRY(keepOutUnknown(table.rows));
            // As of answers: they follow when something came in.
            bytes = std::exchange(*m_bytes, bytesNotKept("nothing of it came in", *m_bytes));
            RAPPORT_ASSIGN(fileId, keepFile(*m_writer, *m_file, m_file->table.encoding,
                                            static_cast<std::int64_t>(table.rows.size())));
        }
        RAPPORT_ASSIGN(const std::int64_t before, impl().file->position());
        RowPlaces::Rows good;
        std::uint64_t done = 0;
        for (const exchange::CodingRow& row : table.rows) {
            if (task.isStopped())
                return base::Task::cancelled();
            RAPPORT_ASSIGN(const bool isGood,
                           fit(row).map([](const auto& fits) { return fits.has_value(); }));
            if (isGood)
                good.push_back(&row);
        }
        // A table of which nothing comes in makes no raters and no rounds.
        RAPPORT_TRY(m_places.make(good));
        for (const exchange::CodingRow* row : good) {
            if (task.isStopped())
                return base::Task::cancelled();
            if (++done % 1000 == 0)
                task.report(done, good.size(), "importing codings");
            RAPPORT_TRY(add(*row));
        }
        RAPPORT_TRY(completeAll());
        if (m_usedVersions.contains(m_codebook->version))
            RAPPORT_TRY(freeze());
        RAPPORT_ASSIGN(const std::int64_t after, impl().file->position());
        if (m_bytes != nullptr && after > before)
            RAPPORT_TRY(impl().sources().replaceBytes(fileId, bytes));
        m_writer->changes().roundsChanged = true;
        return {};
    }

private:
    /// A text that is not in the study may be one that left it: a neutral name leads nowhere when the codings
    /// went, too.
    base::Status keepOutUnknown(const std::vector<exchange::CodingRow>& rows) {
        RAPPORT_ASSIGN(const ForgottenNames forgotten, ForgottenNames::read(session()));
        const bool isKept = m_file->isBlanked || forgotten.isEmpty() ||
                            std::all_of(rows.begin(), rows.end(), [this](const exchange::CodingRow& row) {
                                return m_places.unit(row.unit) != nullptr;
                            });
        if (isKept)
            return {};
        *m_bytes = bytesNotKept("it names texts that the study does not have", *m_bytes);
        m_report->notes.push_back(base::said("{}: the file itself is not kept, since it names texts that the "
                                             "study does not have, which may be of somebody who withdrew "
                                             "consent",
                                             m_file->path));
        return {};
    }

    [[nodiscard]] Session& session() const { return m_writer->session(); }
    [[nodiscard]] Session::Impl& impl() const { return session().impl(); }

    void reject(const exchange::CodingRow& row, const char* column, base::Phrase message,
                base::Phrase hint = {}) {
        m_report->rejected.push_back({m_file->path, row.line, column, std::move(message), std::move(hint)});
    }

    /// Of the text as it was before names in it were replaced, most likely, if they are; else `other`.
    [[nodiscard]] base::Phrase positionsHint(base::Phrase other) const {
        if (!m_replacesNames)
            return other;
        return "positions count in the text as the study has it, with the names replaced; a quote shows that "
               "they do";
    }

    /// The codebook as it was: a row speaks in the names of its own version.
    base::Result<const model::Codebook*> codebookAt(std::int64_t version) {
        if (version == m_codebook->version)
            return m_codebook.get();
        auto found = m_earlier.find(version);
        if (found == m_earlier.end()) {
            RAPPORT_ASSIGN(model::Codebook codebook, impl().codebooks().version(version));
            found = m_earlier.emplace(version, std::move(codebook)).first;
        }
        return &found->second;
    }

    /// Live codings of an occasion; in a round that this import made there are none before its own.
    base::Result<std::vector<model::Coding>*> liveOf(const CodedOccasion& occasion) {
        auto found = m_live.find(occasion);
        if (found == m_live.end()) {
            std::vector<model::Coding> live;
            if (!m_places.isFresh(occasion.round)) {
                store::CodingFilter filter;
                filter.unit = occasion.unit;
                filter.rater = occasion.rater;
                filter.round = occasion.round;
                RAPPORT_ASSIGN(live, impl().codings().codings(filter));
            }
            found = m_live.emplace(occasion, std::move(live)).first;
        }
        return &found->second;
    }

    /// What a row says of the study: its entry still without rater and round.
    struct Fit {
        const model::Variable* variable = nullptr; ///< null: the unit was completed, and that is all
        store::JournalEntry entry;
    };

    /// None: the row is rejected.
    base::Result<std::optional<Fit>> fit(const exchange::CodingRow& row) {
        const store::UnitRow* unit = m_places.unit(row.unit);
        if (unit == nullptr) {
            reject(row, "unit", base::said("there is no unit '{}'", row.unit),
                   "import the answers or the transcript first");
            return std::nullopt;
        }
        if (!m_places.canRate(row.rater)) {
            reject(row, "rater", base::said("'{}' cannot name a rater", row.rater),
                   "use a short name without commas");
            return std::nullopt;
        }
        if (!m_places.canHold(row.round)) {
            reject(row, "round", base::said("there is no round '{}'", row.round));
            return std::nullopt;
        }
        RAPPORT_ASSIGN(const bool isAssigned, m_places.isAssigned(row));
        if (!isAssigned) {
            reject(row, "unit",
                   base::said("{} is not assigned to {} in round '{}'", row.unit, row.rater, row.round));
            return std::nullopt;
        }
        Fit fit;
        fit.entry.act = store::Act::Code;
        fit.entry.unit = unit->unit.id;
        fit.entry.version = row.version == 0 ? m_codebook->version : row.version;
        fit.entry.time = row.time.value_or(m_now);
        if (fit.entry.version < 1 || fit.entry.version > m_codebook->version) {
            reject(row, "version", base::said("the study has no codebook version {}", fit.entry.version));
            return std::nullopt;
        }
        if (row.variable.empty() && row.code.empty())
            return fit;
        RAPPORT_ASSIGN(const bool isGood, fitCoding(row, *unit, fit));
        return isGood ? std::optional<Fit>(std::move(fit)) : std::nullopt;
    }

    /// A row that fits.
    base::Status add(const exchange::CodingRow& row) {
        RAPPORT_ASSIGN(std::optional<Fit> fits, fit(row));
        Fit& good = *fits;
        const model::Round* round =
            m_places.round(row.round.empty() ? std::string(model::defaultRoundName) : row.round);
        const CodedOccasion occasion{good.entry.unit, m_places.rater(row.rater), round->id};
        good.entry.rater = occasion.rater;
        good.entry.round = occasion.round;
        const std::int64_t version = good.entry.version;
        const base::Instant time = good.entry.time;
        if (good.variable != nullptr) {
            const bool isAbsent = good.variable->scale == model::Scale::Presence && row.value == "0";
            RAPPORT_TRY(isAbsent ? withdrawAbsent(occasion, good.entry)
                                 : writeCoding(occasion, std::move(good.entry), *good.variable));
        }
        if (row.completed) {
            // A row of its own says when and under which version; else the latest of the codings does.
            const bool isOwnRow = row.variable.empty() && row.code.empty();
            auto& completions = (isOwnRow ? m_completions : m_impliedCompletions)[occasion];
            auto& last = completions.try_emplace(version, time).first->second;
            last = std::max(last, time);
        }
        return {};
    }

    base::Result<bool> fitCoding(const exchange::CodingRow& row, const store::UnitRow& unit, Fit& fit) {
        const std::int64_t version = fit.entry.version;
        RAPPORT_ASSIGN(const model::Codebook* codebook, codebookAt(version));
        const model::Variable* variable =
            row.variable.empty() ? codebook->code(row.code).variable : codebook->variable(row.variable);
        if (variable == nullptr) {
            const bool isElsewhen = row.variable.empty() ? m_codebook->code(row.code).code != nullptr
                                                         : m_codebook->variable(row.variable) != nullptr;
            if (isElsewhen)
                reject(row, "version",
                       base::said("'{}' is not in version {} of the codebook",
                                  row.variable.empty() ? row.code : row.variable, version),
                       "leave the column version out to take the current one");
            else
                reject(row, "variable", base::said("there is no variable '{}'", row.variable),
                       "see: rapport codebook STUDY show");
            return false;
        }
        if (!variable->appliesTo(unit.unit.kind, unit.prompt)) {
            reject(row, "variable",
                   base::said("variable '{}' does not apply to {}", variable->name, row.unit));
            return false;
        }
        const model::Round* round = m_places.round(row.round);
        if (round != nullptr && !round->variables.empty() &&
            std::find(round->variables.begin(), round->variables.end(), variable->name) ==
                round->variables.end()) {
            reject(row, "variable",
                   base::said("variable '{}' is not part of round '{}'", variable->name, round->name));
            return false;
        }
        store::JournalEntry& entry = fit.entry;
        fit.variable = variable;
        entry.variable = variable->id;
        const bool isPresence = variable->scale == model::Scale::Presence;
        if (variable->scale == model::Scale::Count) {
            const auto number = base::parseInteger(row.value);
            if (!number || *number < 0) {
                reject(row, "value", base::said("'{}' is no count", row.value), "a whole number from 0");
                return false;
            }
            entry.number = *number;
        } else {
            if (isPresence && !row.value.empty() && row.value != "1" && row.value != "0") {
                reject(row, "value", base::said("'{}' is neither 0 nor 1", row.value));
                return false;
            }
            const std::string& name = isPresence || row.value.empty() ? row.code : row.value;
            const model::Code* code = variable->code(name);
            if (const model::Code* now = m_codebook->code(name).code;
                code == nullptr && now != nullptr && !now->isIn(version)) {
                reject(row, "version", base::said("'{}' is not in version {} of the codebook", name, version),
                       "leave the column version out to take the current one");
                return false;
            }
            if (code == nullptr || !code->isCodable) {
                reject(row, isPresence ? "code" : "value",
                       base::said("variable '{}' has no {} '{}'", variable->name,
                                  isPresence ? "code" : "level", name),
                       "see: rapport codebook STUDY show");
                return false;
            }
            entry.code = code->id;
        }
        if (row.begin && row.end) {
            // Positions are those of the source's text, as everywhere outside the program.
            const text::TextRange range = text::textRange(*row.begin, *row.end);
            const text::TextRange& whole = unit.unit.range;
            if (*row.begin < 0 || *row.begin >= *row.end || !whole.covers(range)) {
                reject(row, "begin",
                       base::said("range {}-{} is not inside {} ({} to {})", *row.begin, *row.end, row.unit,
                                  whole.begin.value, whole.end.value),
                       positionsHint("ranges count code points of the source's text from 0, the end is not "
                                     "in it"));
                return false;
            }
            // Replacements are longer or shorter than the names.
            if (m_replacesNames && row.quote.empty()) {
                reject(row, "quote",
                       base::said("is empty: where names are replaced nothing else says of which text {}-{} "
                                  "is a place",
                                  *row.begin, *row.end),
                       positionsHint({}));
                return false;
            }
            if (!row.quote.empty()) {
                RAPPORT_ASSIGN(const std::string quote, m_texts.cut(unit.unit.source, range));
                if (!isQuoted(quote, row.quote)) {
                    reject(row, "quote",
                           base::said("the quote is not what stands at {}-{} in {}", *row.begin, *row.end,
                                      row.unit),
                           positionsHint("was the table made from another version of the text, or are "
                                         "offsets counted otherwise?"));
                    return false;
                }
            }
            entry.range = range;
        }
        return true;
    }

    base::Status withdraw(const model::Coding& coding, store::JournalEntry withdrawal) {
        withdrawal.act = store::Act::Withdraw;
        withdrawal.code = coding.code;
        withdrawal.range = coding.range;
        withdrawal.number = coding.count;
        withdrawal.target = coding.guid;
        RAPPORT_TRY(m_writer->append(std::move(withdrawal)));
        return {};
    }

    /// Judged absent: the completion says so, and a coding that says otherwise goes.
    base::Status withdrawAbsent(const CodedOccasion& occasion, const store::JournalEntry& entry) {
        RAPPORT_ASSIGN(std::vector<model::Coding> * live, liveOf(occasion));
        const auto coding = std::find_if(live->begin(), live->end(), [&](const model::Coding& each) {
            return each.code == entry.code && each.range == entry.range;
        });
        if (coding == live->end())
            return {};
        RAPPORT_TRY(withdraw(*coding, entry));
        live->erase(coding);
        ++m_report->updated;
        return {};
    }

    base::Status writeCoding(const CodedOccasion& occasion, store::JournalEntry entry,
                             const model::Variable& variable) {
        RAPPORT_ASSIGN(std::vector<model::Coding> * live, liveOf(occasion));
        const auto isSame = [&](const model::Coding& coding) {
            return coding.variable == entry.variable && coding.code == entry.code &&
                   coding.range == entry.range && coding.count == entry.number;
        };
        if (std::any_of(live->begin(), live->end(), isSame))
            return {};
        bool isUpdate = false;
        if (variable.scale != model::Scale::Presence) {
            for (const model::Coding& coding : *live) {
                if (coding.variable != entry.variable)
                    continue;
                RAPPORT_TRY(withdraw(coding, entry));
                isUpdate = true;
            }
            std::erase_if(*live,
                          [&](const model::Coding& coding) { return coding.variable == entry.variable; });
        }
        m_usedVersions.insert(entry.version);
        RAPPORT_ASSIGN(const store::JournalEntry written, m_writer->append(std::move(entry)));
        model::Coding coding;
        coding.id = model::CodingId(written.position);
        coding.guid = written.guid;
        coding.variable = written.variable;
        coding.code = written.code;
        coding.range = written.range;
        coding.count = written.number;
        live->push_back(coding);
        ++(isUpdate ? m_report->updated : m_report->added);
        return {};
    }

    base::Status completeAll() {
        for (const auto& [occasion, implied] : m_impliedCompletions) {
            Completions& completions = m_completions[occasion];
            if (!completions.empty())
                continue;
            base::Instant last = implied.begin()->second;
            for (const auto& [version, time] : implied)
                last = std::max(last, time);
            completions.emplace(implied.rbegin()->first, last);
        }
        for (const auto& [occasion, completions] : m_completions)
            RAPPORT_TRY(complete(occasion, completions));
        return {};
    }

    base::Status complete(const CodedOccasion& occasion, const Completions& completions) {
        std::set<model::VariableId> done;
        if (!m_places.isFresh(occasion.round)) {
            store::CodingFilter filter;
            filter.unit = occasion.unit;
            filter.rater = occasion.rater;
            filter.round = occasion.round;
            RAPPORT_ASSIGN(const auto ratings, impl().codings().ratings(filter));
            for (const model::Rating& rating : ratings)
                done.insert(rating.variable);
        }
        RAPPORT_ASSIGN(const auto unit, impl().sources().unit(occasion.unit, false));
        const auto& wanted = m_places.round(occasion.round)->variables;
        for (const auto& [version, time] : completions) {
            RAPPORT_ASSIGN(const model::Codebook* codebook, codebookAt(version));
            base::Json variables = base::Json::array();
            for (const model::Variable& variable : codebook->variables) {
                const bool isInRound =
                    wanted.empty() || std::find(wanted.begin(), wanted.end(), variable.name) != wanted.end();
                if (isInRound && variable.appliesTo(unit->unit.kind, unit->prompt) &&
                    done.insert(variable.id).second)
                    variables.push_back(variable.id.value);
            }
            if (variables.empty())
                continue;
            store::JournalEntry entry;
            entry.act = store::Act::Complete;
            entry.time = time;
            entry.unit = occasion.unit;
            entry.rater = occasion.rater;
            entry.round = occasion.round;
            entry.version = version;
            entry.detail = base::dumpJson({{"variables", variables}}, -1);
            RAPPORT_TRY(m_writer->append(entry));
            m_usedVersions.insert(version);
        }
        return {};
    }

    base::Status freeze() {
        if (m_codebook->isFrozen)
            return {};
        RAPPORT_TRY(impl().codebooks().freeze(m_codebook->version));
        store::JournalEntry entry;
        entry.act = store::Act::Freeze;
        entry.version = m_codebook->version;
        RAPPORT_TRY(m_writer->append(entry));
        impl().codebook.reset();
        m_writer->changes().codebookChanged = true;
        return {};
    }

    Writer* m_writer;
    const ReadFile* m_file;
    ImportedBytes* m_bytes; ///< of the file; null: they are kept already
    ImportReport* m_report;
    const exchange::CodingRows* m_given;
    bool m_replacesNames; ///< positions may be those of the text as it was before
    /// Of rows that say no time. One for all: the rows of an import that takes a while would tell by their
    /// times, in the raters' histories, in which order the file has the units.
    base::Instant m_now = m_writer->session().impl().environment.clock->now();
    store::SourceTexts m_texts;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::map<std::int64_t, model::Codebook> m_earlier;
    RowPlaces m_places;
    std::map<CodedOccasion, std::vector<model::Coding>> m_live;
    std::map<CodedOccasion, Completions> m_completions;        ///< told in rows of their own
    std::map<CodedOccasion, Completions> m_impliedCompletions; ///< of rows with codings
    std::set<std::int64_t> m_usedVersions;
};

} // namespace

base::Status importCodings(Writer& writer, ReadFile& file, const ImportOptions& options, ImportReport& report,
                           const base::Task& task) {
    return CodingsImport(writer, file, report, nullptr, options, &file.bytes).run(task);
}

base::Status importCodingRows(Writer& writer, const ReadFile& file, const exchange::CodingRows& rows,
                              const ImportOptions& options, ImportReport& report, const base::Task& task) {
    return CodingsImport(writer, file, report, &rows, options).run(task);
}

} // namespace rapport::service
