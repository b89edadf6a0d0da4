// SPDX-License-Identifier: GPL-3.0-or-later
// Codings made elsewhere, as the table of the command line's contract. Raters that the study does not know
// join it; a round that it does not know is made, with the units that the table gives each rater.
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "exchange/codings_table.h"
#include "model/names.h"
#include "service/import_kinds.h"
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

struct Completion {
    base::Instant time;
    std::int64_t version = 0;
};

class CodingsImport {
public:
    CodingsImport(Writer& writer, const ReadFile& file, ImportReport& report)
        : m_writer(&writer)
        , m_file(&file)
        , m_report(&report) {}

    base::Status run(const base::Task& task) {
        RAPPORT_ASSIGN(const exchange::CodingRows table, exchange::readCodings(m_file->table, m_file->path));
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
        for (const std::int64_t version : m_usedVersions)
            RAPPORT_TRY(freeze(version));
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

    /// Every unit that the table names, with its prompt; texts only where quotes are to be checked.
    base::Status readUnits(const std::vector<exchange::CodingRow>& rows) {
        for (const exchange::CodingRow& row : rows) {
            if (m_units.contains(row.unit))
                continue;
            RAPPORT_ASSIGN(const auto unit, impl().sources().unitByName(row.unit));
            std::optional<store::UnitRow> found;
            if (unit) {
                RAPPORT_ASSIGN(found, impl().sources().unit(unit->id, true));
            } else if (const auto neutral = findUnit(session(), row.unit)) {
                RAPPORT_ASSIGN(found, impl().sources().unit(neutral->id, true));
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
            if (!row.rater.empty() && !m_raters.contains(row.rater))
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
        for (const std::string& name : fresh)
            RAPPORT_TRY(makeRound(name, rows));
        return {};
    }

    base::Status makeRound(const std::string& name, const std::vector<exchange::CodingRow>& rows) {
        if (!model::isIdentifier(name)) {
            m_report->notes.push_back(fmt::format(
                "round '{}' cannot be made: use letters, digits, '_' and '-', beginning with a letter",
                name));
            return {};
        }
        std::map<std::string, std::vector<const exchange::CodingRow*>> byRater;
        std::set<model::UnitId> units;
        std::map<std::string, std::set<model::UnitId>> unitsOf;
        for (const exchange::CodingRow& row : rows) {
            const auto& unit = m_units.at(row.unit);
            if (row.round != name || !unit || !m_raters.contains(row.rater))
                continue;
            if (unitsOf[row.rater].insert(unit->unit.id).second)
                byRater[row.rater].push_back(&row);
            units.insert(unit->unit.id);
        }
        model::Round round;
        round.guid = base::Guid::random(impl().environment.random);
        round.name = name;
        round.kind = model::roundKind(name).value_or(byRater.size() > 1 ? model::RoundKind::Reliability
                                                                        : model::RoundKind::Main);
        round.plan = base::dumpJson({{"imported", true}, {"units", units.size()}}, -1);
        RAPPORT_ASSIGN(round.id, impl().rounds().addRound(round));
        std::vector<model::UnitId> order(units.begin(), units.end());
        base::Random random(units.size());
        random.shuffle(order);
        std::map<model::UnitId, std::int64_t> numbers;
        for (const model::UnitId unit : order)
            numbers.emplace(unit, static_cast<std::int64_t>(numbers.size()) + 1);
        std::vector<model::Assignment> assignments;
        for (auto& [rater, firstRows] : byRater) {
            // In the order in which the rater worked, where times tell it.
            std::stable_sort(
                firstRows.begin(), firstRows.end(),
                [](const exchange::CodingRow* a, const exchange::CodingRow* b) { return a->time < b->time; });
            std::int64_t ordinal = 0;
            for (const exchange::CodingRow* row : firstRows) {
                const model::UnitId unit = m_units.at(row->unit)->unit.id;
                assignments.push_back({round.id, m_raters.at(rater), unit, ++ordinal, numbers.at(unit)});
            }
        }
        RAPPORT_TRY(impl().rounds().addAssignments(assignments));
        for (const model::Assignment& assignment : assignments)
            m_assigned.insert({assignment.unit, assignment.rater, assignment.round});
        store::JournalEntry entry;
        entry.act = store::Act::Assign;
        entry.round = round.id;
        entry.detail = round.plan;
        RAPPORT_TRY(m_writer->append(entry));
        m_freshRounds.insert(round.id);
        m_rounds.emplace(name, round);
        m_report->notes.push_back(
            fmt::format("round '{}' was made from the codings: {} units", name, units.size()));
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
            reject(row, "rater", "no rater is named");
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
        } else if (!row.completed) {
            ++m_report->added; // a unit looked at and left: nothing to write
        }
        if (row.completed) {
            auto& completion = m_completions[occasion];
            completion.time = std::max(completion.time, time);
            completion.version = std::max(completion.version, version);
        }
        return {};
    }

    base::Result<bool> addCoding(const exchange::CodingRow& row, const store::UnitRow& unit,
                                 const Occasion& occasion, const model::Round& round, std::int64_t version,
                                 base::Instant time) {
        const model::Variable* variable =
            row.variable.empty() ? m_codebook->code(row.code).variable : m_codebook->variable(row.variable);
        if (variable == nullptr) {
            reject(row, "variable", fmt::format("there is no variable '{}'", row.variable),
                   "see: rapport codebook STUDY show");
            return false;
        }
        if (variable->sinceVersion > version) {
            reject(row, "version",
                   fmt::format("variable '{}' came with version {} of the codebook, the row says {}",
                               variable->name, variable->sinceVersion, version),
                   "leave the column version out to take the current one");
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
        if (variable->scale == model::Scale::Count) {
            const auto number = base::parseInteger(row.value);
            if (!number || *number < 0) {
                reject(row, "value", fmt::format("'{}' is no count", row.value), "a whole number from 0");
                return false;
            }
            entry.number = *number;
        } else {
            const bool isPresence = variable->scale == model::Scale::Presence;
            if (isPresence && row.value == "0") {
                ++m_report->added; // judged absent: the completion says so
                return true;
            }
            if (isPresence && !row.value.empty() && row.value != "1") {
                reject(row, "value", fmt::format("'{}' is neither 0 nor 1", row.value));
                return false;
            }
            const std::string& name = isPresence || row.value.empty() ? row.code : row.value;
            const model::Code* code = variable->code(name);
            if (code == nullptr || !code->isCodable) {
                reject(row, isPresence ? "code" : "value",
                       fmt::format("variable '{}' has no {} '{}'", variable->name,
                                   isPresence ? "code" : "level", name),
                       "see: rapport codebook STUDY show");
                return false;
            }
            if (code->sinceVersion > version) {
                reject(row, "version",
                       fmt::format("'{}' came with version {} of the codebook, the row says {}", code->name,
                                   code->sinceVersion, version),
                       "leave the column version out to take the current one");
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
            const std::int64_t start = whole.begin.value;
            if (!row.quote.empty() &&
                text::slice(unit.text, text::textRange(*row.begin - start, *row.end - start)) != row.quote) {
                reject(
                    row, "quote",
                    fmt::format("the quote is not what stands at {}-{} in {}", *row.begin, *row.end,
                                row.unit),
                    "was the table made from another version of the text, or are offsets counted otherwise?");
                return false;
            }
            entry.range = range;
        }
        return writeCoding(occasion, std::move(entry), *variable);
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
                store::JournalEntry withdrawal = entry;
                withdrawal.act = store::Act::Withdraw;
                withdrawal.code = coding.code;
                withdrawal.range = coding.range;
                withdrawal.number = coding.count;
                withdrawal.target = coding.guid;
                RAPPORT_TRY(m_writer->append(withdrawal));
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
        for (const auto& [occasion, completion] : m_completions) {
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
            const auto round = std::find_if(m_rounds.begin(), m_rounds.end(), [&](const auto& entry) {
                return entry.second.id == occasion.round;
            });
            base::Json variables = base::Json::array();
            for (const model::Variable& variable : m_codebook->variables) {
                const auto& wanted = round->second.variables;
                const bool isInRound =
                    wanted.empty() || std::find(wanted.begin(), wanted.end(), variable.name) != wanted.end();
                if (isInRound && variable.sinceVersion <= completion.version && !done.contains(variable.id) &&
                    variable.appliesTo(unit->unit.kind, unit->prompt))
                    variables.push_back(variable.id.value);
            }
            if (variables.empty())
                continue;
            store::JournalEntry entry;
            entry.act = store::Act::Complete;
            entry.time = completion.time;
            entry.unit = occasion.unit;
            entry.rater = occasion.rater;
            entry.round = occasion.round;
            entry.version = completion.version;
            entry.detail = base::dumpJson({{"variables", variables}}, -1);
            RAPPORT_TRY(m_writer->append(entry));
            m_usedVersions.insert(completion.version);
        }
        return {};
    }

    base::Status freeze(std::int64_t version) {
        if (version != m_codebook->version || m_codebook->isFrozen)
            return {};
        RAPPORT_TRY(impl().codebooks().freeze(version));
        store::JournalEntry entry;
        entry.act = store::Act::Freeze;
        entry.version = version;
        RAPPORT_TRY(m_writer->append(entry));
        m_writer->changes().codebookChanged = true;
        return {};
    }

    Writer* m_writer;
    const ReadFile* m_file;
    ImportReport* m_report;
    std::shared_ptr<const model::Codebook> m_codebook;
    std::map<std::string, std::optional<store::UnitRow>> m_units;
    std::map<std::string, model::RaterId> m_raters;
    std::map<std::string, model::Round> m_rounds;
    std::set<model::RoundId> m_freshRounds;
    std::set<Occasion> m_assigned;
    std::map<Occasion, std::vector<model::Coding>> m_live;
    std::map<Occasion, Completion> m_completions;
    std::set<std::int64_t> m_usedVersions;
};

} // namespace

base::Status importCodings(Writer& writer, const ReadFile& file, ImportReport& report,
                           const base::Task& task) {
    return CodingsImport(writer, file, report).run(task);
}

} // namespace rapport::service
