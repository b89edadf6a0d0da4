// SPDX-License-Identifier: GPL-3.0-or-later
// Codings made elsewhere, as the table of the command line's contract. Raters that the study does not know
// join it; a round that it does not know is made, with the units that the table gives each rater.
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "exchange/codings_table.h"
#include "model/names.h"
#include "service/import_kinds.h"
#include "service/import_project.h"
#include "service/rating.h"
#include "text/utf8.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace rapport::service {

namespace {

/// One rater's rows on one unit in one round.
struct Occasion {
    model::UnitId unit;
    model::RaterId rater;
    model::RoundId round;
    friend auto operator<=>(const Occasion&, const Occasion&) = default;
};

/// When an occasion was declared done, by the codebook version under which that was: mostly one.
using Completions = std::map<std::int64_t, base::Instant>;

/// As for raters who are added by hand.
bool canNameRater(const std::string& name) {
    return !name.empty() && name.size() <= 100 && name.find_first_of(",\n\r\t") == std::string::npos;
}

bool isImported(const model::Round& round) {
    const auto plan = base::parseJson(round.plan);
    return plan && plan->is_object() && plan->contains("imported");
}

class CodingsImport {
public:
    /// `given`: rows that another reader made of a file that is kept already; null: those of its table.
    CodingsImport(Writer& writer, const ReadFile& file, ImportReport& report,
                  const exchange::CodingRows* given = nullptr)
        : m_writer(&writer)
        , m_file(&file)
        , m_report(&report)
        , m_given(given)
        , m_texts(*writer.session().impl().file) {}

    base::Status run(const base::Task& task) {
        auto read = m_given != nullptr ? base::Result<exchange::CodingRows>(*m_given)
                                       : exchange::readCodings(m_file->table, m_file->path);
        RAPPORT_ASSIGN(const exchange::CodingRows table, std::move(read));
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
        if (m_given == nullptr)
            RAPPORT_TRY(keepFile(*m_writer, *m_file, m_file->table.encoding,
                                 static_cast<std::int64_t>(table.rows.size())));
        RAPPORT_TRY(readUnits(table.rows));
        RAPPORT_TRY(readRaters(table.rows));
        RAPPORT_TRY(readRounds(table.rows));
        std::uint64_t done = 0;
        for (const exchange::CodingRow& row : table.rows) {
            if (task.isStopped())
                return base::Task::cancelled();
            if (++done % 1000 == 0)
                task.report(done, table.rows.size(), "importing codings");
            RAPPORT_TRY(add(row));
        }
        RAPPORT_TRY(completeAll());
        if (m_usedVersions.contains(m_codebook->version))
            RAPPORT_TRY(freeze());
        m_writer->changes().roundsChanged = true;
        return {};
    }

private:
    [[nodiscard]] Session& session() const { return m_writer->session(); }
    [[nodiscard]] Session::Impl& impl() const { return session().impl(); }

    void reject(const exchange::CodingRow& row, const char* column, std::string message,
                std::string hint = {}) {
        m_report->rejected.push_back({m_file->path, row.line, column, std::move(message), std::move(hint)});
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

    /// Every unit that the table names, with its prompt.
    base::Status readUnits(const std::vector<exchange::CodingRow>& rows) {
        for (const exchange::CodingRow& row : rows) {
            if (m_units.contains(row.unit))
                continue;
            RAPPORT_ASSIGN(const auto unit, impl().sources().unitByName(row.unit));
            std::optional<store::UnitRow> found;
            if (unit) {
                RAPPORT_ASSIGN(found, impl().sources().unit(unit->id, false));
            } else if (const auto neutral = findUnit(session(), row.unit)) {
                RAPPORT_ASSIGN(found, impl().sources().unit(neutral->id, false));
            }
            m_units.emplace(row.unit, std::move(found));
        }
        return {};
    }

    base::Status readRaters(const std::vector<exchange::CodingRow>& rows) {
        RAPPORT_ASSIGN(const auto known, session().raters());
        for (const model::Rater& rater : known)
            m_raters.emplace(rater.name, rater.id);
        // In order of name, so that columns of agreement do not depend on the order of rows.
        std::set<std::string> fresh;
        for (const exchange::CodingRow& row : rows) {
            if (canNameRater(row.rater) && !m_raters.contains(row.rater))
                fresh.insert(row.rater);
        }
        for (const std::string& name : fresh) {
            model::Rater rater;
            rater.guid = base::Guid::random(impl().environment.random);
            rater.name = name;
            RAPPORT_ASSIGN(rater.id, impl().rounds().addRater(rater));
            store::JournalEntry entry;
            entry.act = store::Act::AddRater;
            entry.rater = rater.id;
            RAPPORT_TRY(m_writer->append(entry));
            m_raters.emplace(name, rater.id);
            m_report->notes.push_back(fmt::format("rater '{}' joined the study", name));
        }
        return {};
    }

    base::Status readRounds(const std::vector<exchange::CodingRow>& rows) {
        RAPPORT_ASSIGN(const auto known, session().rounds());
        for (const model::Round& round : known)
            m_rounds.emplace(round.name, round);
        std::vector<std::string> fresh;
        for (const exchange::CodingRow& row : rows) {
            const std::string& name = row.round;
            if (!name.empty() && name != model::defaultRoundName && !m_rounds.contains(name) &&
                std::find(fresh.begin(), fresh.end(), name) == fresh.end())
                fresh.push_back(name);
        }
        const bool isOutsideRounds =
            std::any_of(rows.begin(), rows.end(), [](const exchange::CodingRow& row) {
                return row.round.empty() || row.round == model::defaultRoundName;
            });
        if (isOutsideRounds) {
            RAPPORT_ASSIGN(const model::Round fallback,
                           impl().rounds().defaultRound(impl().environment.random));
            m_rounds.insert_or_assign(fallback.name, fallback);
        }
        for (const model::Round& round : known) {
            // One that was opened has been measured: it stays as it is.
            if (round.openedAt == 0 && isImported(round))
                RAPPORT_TRY(extendRound(round, rows));
        }
        for (const std::string& name : fresh)
            RAPPORT_TRY(makeRound(name, rows));
        return {};
    }

    /// What the rows give each rater in that round, each unit with its first row.
    struct Given {
        std::map<std::string, std::vector<const exchange::CodingRow*>> byRater;
        std::set<model::UnitId> units;
    };
    [[nodiscard]] Given givenIn(const std::string& round,
                                const std::vector<exchange::CodingRow>& rows) const {
        Given given;
        std::map<std::string, std::set<model::UnitId>> unitsOf;
        for (const exchange::CodingRow& row : rows) {
            const auto& unit = m_units.at(row.unit);
            if (row.round != round || !unit || !m_raters.contains(row.rater))
                continue;
            if (unitsOf[row.rater].insert(unit->unit.id).second)
                given.byRater[row.rater].push_back(&row);
            given.units.insert(unit->unit.id);
        }
        for (auto& [rater, firstRows] : given.byRater) {
            // In the order in which the rater worked, where times tell it.
            std::stable_sort(
                firstRows.begin(), firstRows.end(),
                [](const exchange::CodingRow* a, const exchange::CodingRow* b) { return a->time < b->time; });
        }
        return given;
    }

    /// Gives the raters the units of their rows that are not theirs in the round yet. `assigned` is what the
    /// round has; units new to it are numbered on from there, in an order that says nothing.
    base::Result<std::size_t> assign(model::RoundId round, const Given& given,
                                     const std::vector<model::Assignment>& assigned) {
        std::map<model::UnitId, std::int64_t> numbers;
        std::map<model::RaterId, std::int64_t> ordinals;
        std::int64_t last = 0;
        for (const model::Assignment& each : assigned) {
            numbers.emplace(each.unit, each.neutralNumber);
            last = std::max(last, each.neutralNumber);
            ordinals[each.rater] = std::max(ordinals[each.rater], each.ordinal);
            m_assigned.insert({each.unit, each.rater, round});
        }
        std::vector<model::UnitId> order;
        for (const model::UnitId unit : given.units) {
            if (!numbers.contains(unit))
                order.push_back(unit);
        }
        base::Random random(order.size());
        random.shuffle(order);
        for (const model::UnitId unit : order)
            numbers.emplace(unit, ++last);
        std::vector<model::Assignment> assignments;
        for (const auto& [raterName, firstRows] : given.byRater) {
            const model::RaterId rater = m_raters.at(raterName);
            for (const exchange::CodingRow* row : firstRows) {
                const model::UnitId unit = m_units.at(row->unit)->unit.id;
                if (m_assigned.insert({unit, rater, round}).second)
                    assignments.push_back({round, rater, unit, ++ordinals[rater], numbers.at(unit)});
            }
        }
        RAPPORT_TRY(impl().rounds().addAssignments(assignments));
        return assignments.size();
    }

    /// A round that an import made takes in what a later table has: often there is one table per rater.
    base::Status extendRound(const model::Round& round, const std::vector<exchange::CodingRow>& rows) {
        const Given given = givenIn(round.name, rows);
        if (given.units.empty())
            return {};
        RAPPORT_ASSIGN(const auto assigned, impl().rounds().assignments(round.id));
        RAPPORT_ASSIGN(const std::size_t added, assign(round.id, given, assigned));
        if (added == 0)
            return {};
        store::JournalEntry entry;
        entry.act = store::Act::Assign;
        entry.round = round.id;
        entry.detail = base::dumpJson({{"imported", true}, {"assignments", added}}, -1);
        RAPPORT_TRY(m_writer->append(entry));
        m_report->notes.push_back(
            fmt::format("round '{}' takes in more of the codings: {} assignments", round.name, added));
        return {};
    }

    base::Status makeRound(const std::string& name, const std::vector<exchange::CodingRow>& rows) {
        if (!model::isIdentifier(name)) {
            m_report->notes.push_back(fmt::format(
                "round '{}' cannot be made: use letters, digits, '_' and '-', beginning with a letter",
                name));
            return {};
        }
        const Given given = givenIn(name, rows);
        model::Round round;
        round.guid = base::Guid::random(impl().environment.random);
        round.name = name;
        // However many raters this table has: the next one may be another rater's.
        round.kind = model::roundKind(name).value_or(model::RoundKind::Reliability);
        round.plan = base::dumpJson({{"imported", true}, {"units", given.units.size()}}, -1);
        RAPPORT_ASSIGN(round.id, impl().rounds().addRound(round));
        RAPPORT_TRY(assign(round.id, given, {}));
        store::JournalEntry entry;
        entry.act = store::Act::Assign;
        entry.round = round.id;
        entry.detail = round.plan;
        RAPPORT_TRY(m_writer->append(entry));
        m_freshRounds.insert(round.id);
        m_rounds.emplace(name, round);
        m_report->notes.push_back(
            fmt::format("round '{}' was made from the codings: {} units", name, given.units.size()));
        return {};
    }

    base::Result<bool> isAssigned(const Occasion& occasion, const model::Round& round) {
        if (round.kind == model::RoundKind::Default || m_assigned.contains(occasion))
            return true;
        if (m_freshRounds.contains(round.id))
            return false;
        RAPPORT_ASSIGN(const auto rounds, impl().rounds().roundsOf(occasion.unit, occasion.rater));
        for (const model::RoundId each : rounds)
            m_assigned.insert({occasion.unit, occasion.rater, each});
        return m_assigned.contains(occasion);
    }

    /// Live codings of an occasion; in a round that this import made there are none before its own.
    base::Result<std::vector<model::Coding>*> liveOf(const Occasion& occasion) {
        auto found = m_live.find(occasion);
        if (found == m_live.end()) {
            std::vector<model::Coding> live;
            if (!m_freshRounds.contains(occasion.round)) {
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

    base::Status add(const exchange::CodingRow& row) {
        const auto& unit = m_units.at(row.unit);
        if (!unit) {
            reject(row, "unit", fmt::format("there is no unit '{}'", row.unit),
                   "import the answers or the transcript first");
            return {};
        }
        const auto rater = m_raters.find(row.rater);
        if (rater == m_raters.end()) {
            reject(row, "rater", fmt::format("'{}' cannot name a rater", row.rater),
                   "use a short name without commas");
            return {};
        }
        const auto round =
            m_rounds.find(row.round.empty() ? std::string(model::defaultRoundName) : row.round);
        if (round == m_rounds.end()) {
            reject(row, "round", fmt::format("there is no round '{}'", row.round));
            return {};
        }
        const Occasion occasion{unit->unit.id, rater->second, round->second.id};
        RAPPORT_ASSIGN(const bool assigned, isAssigned(occasion, round->second));
        if (!assigned) {
            reject(row, "unit",
                   fmt::format("{} is not assigned to {} in round '{}'", row.unit, row.rater, row.round));
            return {};
        }
        const std::int64_t version = row.version == 0 ? m_codebook->version : row.version;
        if (version < 1 || version > m_codebook->version) {
            reject(row, "version", fmt::format("the study has no codebook version {}", version));
            return {};
        }
        const base::Instant time = row.time.value_or(impl().environment.clock->now());
        if (!row.variable.empty() || !row.code.empty()) {
            RAPPORT_ASSIGN(const bool isGood, addCoding(row, *unit, occasion, round->second, version, time));
            if (!isGood)
                return {};
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

    base::Result<bool> addCoding(const exchange::CodingRow& row, const store::UnitRow& unit,
                                 const Occasion& occasion, const model::Round& round, std::int64_t version,
                                 base::Instant time) {
        RAPPORT_ASSIGN(const model::Codebook* codebook, codebookAt(version));
        const model::Variable* variable =
            row.variable.empty() ? codebook->code(row.code).variable : codebook->variable(row.variable);
        if (variable == nullptr) {
            const bool isElsewhen = row.variable.empty() ? m_codebook->code(row.code).code != nullptr
                                                         : m_codebook->variable(row.variable) != nullptr;
            if (isElsewhen)
                reject(row, "version",
                       fmt::format("'{}' is not in version {} of the codebook",
                                   row.variable.empty() ? row.code : row.variable, version),
                       "leave the column version out to take the current one");
            else
                reject(row, "variable", fmt::format("there is no variable '{}'", row.variable),
                       "see: rapport codebook STUDY show");
            return false;
        }
        if (!variable->appliesTo(unit.unit.kind, unit.prompt)) {
            reject(row, "variable",
                   fmt::format("variable '{}' does not apply to {}", variable->name, row.unit));
            return false;
        }
        if (!round.variables.empty() && std::find(round.variables.begin(), round.variables.end(),
                                                  variable->name) == round.variables.end()) {
            reject(row, "variable",
                   fmt::format("variable '{}' is not part of round '{}'", variable->name, round.name));
            return false;
        }
        store::JournalEntry entry;
        entry.act = store::Act::Code;
        entry.time = time;
        entry.unit = occasion.unit;
        entry.rater = occasion.rater;
        entry.round = occasion.round;
        entry.variable = variable->id;
        entry.version = version;
        const bool isPresence = variable->scale == model::Scale::Presence;
        if (variable->scale == model::Scale::Count) {
            const auto number = base::parseInteger(row.value);
            if (!number || *number < 0) {
                reject(row, "value", fmt::format("'{}' is no count", row.value), "a whole number from 0");
                return false;
            }
            entry.number = *number;
        } else {
            if (isPresence && !row.value.empty() && row.value != "1" && row.value != "0") {
                reject(row, "value", fmt::format("'{}' is neither 0 nor 1", row.value));
                return false;
            }
            const std::string& name = isPresence || row.value.empty() ? row.code : row.value;
            const model::Code* code = variable->code(name);
            if (const model::Code* now = m_codebook->code(name).code;
                code == nullptr && now != nullptr && !now->isIn(version)) {
                reject(row, "version",
                       fmt::format("'{}' is not in version {} of the codebook", name, version),
                       "leave the column version out to take the current one");
                return false;
            }
            if (code == nullptr || !code->isCodable) {
                reject(row, isPresence ? "code" : "value",
                       fmt::format("variable '{}' has no {} '{}'", variable->name,
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
                       fmt::format("range {}-{} is not inside {} ({} to {})", *row.begin, *row.end, row.unit,
                                   whole.begin.value, whole.end.value),
                       "ranges count code points of the source's text from 0, the end is not in it");
                return false;
            }
            if (!row.quote.empty()) {
                RAPPORT_ASSIGN(const std::string quote, m_texts.cut(unit.unit.source, range));
                if (quote != row.quote) {
                    reject(row, "quote",
                           fmt::format("the quote is not what stands at {}-{} in {}", *row.begin, *row.end,
                                       row.unit),
                           "was the table made from another version of the text, or are offsets counted "
                           "otherwise?");
                    return false;
                }
            }
            entry.range = range;
        }
        if (isPresence && row.value == "0")
            return withdrawAbsent(occasion, entry);
        return writeCoding(occasion, std::move(entry), *variable);
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
    base::Result<bool> withdrawAbsent(const Occasion& occasion, const store::JournalEntry& entry) {
        RAPPORT_ASSIGN(std::vector<model::Coding> * live, liveOf(occasion));
        const auto coding = std::find_if(live->begin(), live->end(), [&](const model::Coding& each) {
            return each.code == entry.code && each.range == entry.range;
        });
        if (coding == live->end())
            return true;
        RAPPORT_TRY(withdraw(*coding, entry));
        live->erase(coding);
        ++m_report->updated;
        return true;
    }

    base::Result<bool> writeCoding(const Occasion& occasion, store::JournalEntry entry,
                                   const model::Variable& variable) {
        RAPPORT_ASSIGN(std::vector<model::Coding> * live, liveOf(occasion));
        const auto isSame = [&](const model::Coding& coding) {
            return coding.variable == entry.variable && coding.code == entry.code &&
                   coding.range == entry.range && coding.count == entry.number;
        };
        if (std::any_of(live->begin(), live->end(), isSame))
            return true;
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
        return true;
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

    base::Status complete(const Occasion& occasion, const Completions& completions) {
        std::set<model::VariableId> done;
        if (!m_freshRounds.contains(occasion.round)) {
            store::CodingFilter filter;
            filter.unit = occasion.unit;
            filter.rater = occasion.rater;
            filter.round = occasion.round;
            RAPPORT_ASSIGN(const auto ratings, impl().codings().ratings(filter));
            for (const model::Rating& rating : ratings)
                done.insert(rating.variable);
        }
        RAPPORT_ASSIGN(const auto unit, impl().sources().unit(occasion.unit, false));
        const auto round = std::find_if(m_rounds.begin(), m_rounds.end(),
                                        [&](const auto& entry) { return entry.second.id == occasion.round; });
        const auto& wanted = round->second.variables;
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
        m_writer->changes().codebookChanged = true;
        return {};
    }

    Writer* m_writer;
    const ReadFile* m_file;
    ImportReport* m_report;
    const exchange::CodingRows* m_given;
    store::SourceTexts m_texts;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::map<std::int64_t, model::Codebook> m_earlier;
    std::map<std::string, std::optional<store::UnitRow>> m_units;
    std::map<std::string, model::RaterId> m_raters;
    std::map<std::string, model::Round> m_rounds;
    std::set<model::RoundId> m_freshRounds;
    std::set<Occasion> m_assigned;
    std::map<Occasion, std::vector<model::Coding>> m_live;
    std::map<Occasion, Completions> m_completions;        ///< told in rows of their own
    std::map<Occasion, Completions> m_impliedCompletions; ///< of rows with codings
    std::set<std::int64_t> m_usedVersions;
};

} // namespace

base::Status importCodings(Writer& writer, const ReadFile& file, ImportReport& report,
                           const base::Task& task) {
    return CodingsImport(writer, file, report).run(task);
}

base::Status importCodingRows(Writer& writer, const ReadFile& file, const exchange::CodingRows& rows,
                              ImportReport& report, const base::Task& task) {
    return CodingsImport(writer, file, report, &rows).run(task);
}

} // namespace rapport::service
