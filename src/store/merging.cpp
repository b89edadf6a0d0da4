// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/merging.h"

#include "base/digest.h"
#include "base/format.h"
#include "base/json.h"
#include "store/chain.h"
#include "store/chain_place.h"
#include "store/database.h"
#include "store/forgetting.h"
#include "store/journal.h"
#include "store/merging_content.h"
#include "store/merging_differences.h"
#include "store/merging_rows.h"
#include "store/merging_searches.h"
#include "store/merging_structure.h"
#include "store/packing.h"
#include "store/rounds.h"
#include "store/state.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>

namespace rapport::store {

namespace fs = std::filesystem;
using base::Errc;
using base::fail;
using base::Place;
using base::Result;
using base::Status;

namespace {

using Numbers = std::unordered_map<base::Guid, std::int64_t>;

Result<Numbers> numbersOf(Database& database, const char* table) {
    RAPPORT_ASSIGN(Statement rows, database.statement(fmt::format("SELECT guid, id FROM {}", table)));
    Numbers numbers;
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return numbers;
        numbers.emplace(rows.guid(0), rows.integer(1));
    }
}

/// A setting that says what a rater or a round is called (service/renaming.h): its table; empty: none.
std::string namedTable(const std::string& detail) {
    const auto json = base::parseJson(detail);
    const std::string setting = json ? base::stringAt(*json, "setting") : std::string();
    return setting == "rater" || setting == "round" ? setting : std::string();
}

class Merging {
public:
    Merging(StudyFile& study, StudyFile& other, const base::Task& task)
        : m_studyFile(study)
        , m_otherFile(other)
        , m_study(study.database())
        , m_other(other.database())
        , m_task(task)
        , m_chains(study.database()) {}

    [[nodiscard]] Result<MergeReport> run() {
        RAPPORT_TRY(recognise());
        RAPPORT_TRY(lookWhetherWhole());
        if (!m_report.isPack) {
            RAPPORT_ASSIGN(const GoneUnits gone, Forgetting(m_studyFile).units());
            RAPPORT_TRY(takeStructure(m_study, m_other, gone, m_report));
        }
        RAPPORT_TRY(makeRoom());
        RAPPORT_ASSIGN(m_before, m_study.integer("SELECT coalesce(max(position), 0) FROM journal"));
        RAPPORT_ASSIGN(m_raters, numbersOf(m_study, "rater"));
        RAPPORT_ASSIGN(m_rounds, numbersOf(m_study, "round"));
        RAPPORT_ASSIGN(m_variables, numbersOf(m_study, "variable"));
        RAPPORT_ASSIGN(m_codes, numbersOf(m_study, "code"));
        RAPPORT_ASSIGN(const Numbers theirs, numbersOf(m_other, "variable"));
        for (const auto& [guid, number] : theirs)
            m_theirVariables.emplace(number, guid);
        RAPPORT_TRY(readOpened());
        // What was blotted out there first: then the texts are alike.
        RAPPORT_TRY(takeRows(IncomingPart::Taking));
        RAPPORT_ASSIGN(m_hasNews, hasNews());
        RAPPORT_TRY(takeRows(IncomingPart::Rest));
        if (!m_report.isPack)
            RAPPORT_TRY(takeNoteLinks(m_study, m_other));
        RAPPORT_TRY(deriveTouched());
        if (m_hasHiding)
            RAPPORT_TRY(settleHidden(m_study));
        if (m_searching > 0)
            note(m_searching == 1
                     ? base::said("1 act on saved searches, hidden lines and samples of lines came in")
                     : base::said("{} acts on saved searches, hidden lines and samples of lines came in",
                                  m_searching));
        for (const auto& [sample, count] : m_lateJudgements)
            note(base::said("judgements of the sample of lines '{}' that came after it was opened, and do not"
                            " count: {}",
                            sample, count));
        for (auto& [reason, refusal] : m_refused)
            m_report.refused.push_back(std::move(refusal));
        for (const base::Phrase& sentence : m_chains.notes())
            m_report.notes.push_back(sentence);
        return std::move(m_report);
    }

private:
    [[nodiscard]] tl::unexpected<base::Error> refuse(base::Phrase message, base::Phrase hint) const {
        return fail(Errc::Refused, Place{m_otherFile.path(), 0, 0, {}}, std::move(message), std::move(hint));
    }

    [[nodiscard]] Status recognise();
    [[nodiscard]] Status lookWhetherWhole();
    [[nodiscard]] Result<std::string> nameThere(const char* table, const base::Guid& guid);
    /// The round for work outside assignments, where a pack has such work: here nobody may have done any yet.
    [[nodiscard]] Status makeRoom();
    [[nodiscard]] Status readOpened();
    /// Something comes in that is not only told of another merge.
    [[nodiscard]] Result<bool> hasNews();
    [[nodiscard]] Status takeRows(IncomingPart part);
    void note(base::Phrase sentence);
    [[nodiscard]] Status takeRow(const IncomingRow& row);
    [[nodiscard]] Status insert(const IncomingRow& row, std::int64_t unit);
    [[nodiscard]] Status takeMemo(const IncomingRow& row, std::int64_t unit);
    [[nodiscard]] Status deriveTouched();
    /// Why a row cannot come in; empty if it can.
    [[nodiscard]] Result<base::Phrase> objection(const IncomingRow& row, std::int64_t unit);
    [[nodiscard]] Result<base::Phrase> searchObjection(const IncomingRow& row, std::int64_t unit);
    [[nodiscard]] Result<base::Phrase> textObjection(const IncomingRow& row, std::int64_t unit);
    [[nodiscard]] Result<base::Phrase> versionObjection(std::int64_t version);
    [[nodiscard]] Status noteRefusal(const base::Phrase& reason, std::int64_t unit);
    [[nodiscard]] Result<std::int64_t> unitOf(const base::Guid& guid);
    /// Ids of this file in place of the other's in a completion's list; nullopt where one is unknown.
    [[nodiscard]] std::optional<std::string> completionHere(const std::string& detail) const;

    static std::int64_t here(const Numbers& numbers, const base::Guid& guid) {
        const auto found = numbers.find(guid);
        return guid.isNull() || found == numbers.end() ? 0 : found->second;
    }
    static std::optional<std::int64_t> orNull(std::int64_t number) {
        return number == 0 ? std::nullopt : std::optional(number);
    }

    StudyFile& m_studyFile;
    StudyFile& m_otherFile;
    Database& m_study;
    Database& m_other;
    const base::Task& m_task;
    ChainPlaces m_chains;
    MergeReport m_report;
    base::Guid m_packRater;
    Numbers m_raters;
    Numbers m_rounds;
    Numbers m_variables;
    Numbers m_codes;
    std::unordered_map<std::int64_t, base::Guid> m_theirVariables;
    std::unordered_map<std::int64_t, std::string> m_openedRounds; ///< names by id
    std::unordered_map<base::Guid, std::int64_t> m_units;
    std::unordered_map<std::int64_t, base::Phrase> m_textObjections; ///< by unit of this study
    std::map<std::int64_t, base::Phrase> m_versionObjections;
    std::map<std::string, MergeRefusal> m_refused;
    struct OccasionHash {
        std::size_t operator()(const Occasion& occasion) const noexcept {
            return static_cast<std::size_t>(occasion.unit * 1'000'003 + occasion.rater * 8191 +
                                            occasion.round);
        }
    };
    std::unordered_set<Occasion, OccasionHash> m_touched;
    std::unordered_set<Occasion, OccasionHash> m_completed;    ///< of these, what came in completed
    std::int64_t m_before = 0;                                 ///< last row of this study before the merge
    std::set<std::pair<std::int64_t, std::int64_t>> m_settled; ///< units and rounds
    std::set<std::string> m_noted;
    std::int64_t m_searching = 0; ///< rows about searches, hidden lines and samples
    bool m_hasHiding = false;
    bool m_hasNews = false;
    std::map<std::string, std::int64_t> m_lateJudgements; ///< by sample of lines that was open already
};

Status Merging::recognise() {
    std::error_code ignored;
    if (fs::equivalent(m_studyFile.path(), m_otherFile.path(), ignored))
        return refuse("is the study itself", "name a pack or another copy of the study");
    RAPPORT_ASSIGN(const StudyProperties ours, m_studyFile.properties());
    RAPPORT_ASSIGN(const StudyProperties theirs, m_otherFile.properties());
    RAPPORT_ASSIGN(const auto pack, packInfo(m_otherFile));
    m_report.isPack = pack.has_value();
    if (ours.guid != theirs.guid)
        return refuse(
            pack ? base::said("is a pack of another study ('{}'), not of '{}'", theirs.title, ours.title)
                 : base::said("is a copy of another study ('{}'), not of '{}'", theirs.title, ours.title),
            "merge it into the study that it came from");
    RAPPORT_ASSIGN(const auto target, packInfo(m_studyFile));
    if (target && !pack)
        return refuse("is no pack, and this is one: the study does not go into it",
                      "merge the other way round: rapport merge STUDY PACK");
    if (target && (pack->rater != target->rater))
        return refuse("cannot be merged into a pack of another rater", "merge into the study itself");
    m_report.guid = pack ? pack->guid : theirs.guid;
    if (!pack)
        return {};
    m_packRater = pack->rater;
    RAPPORT_ASSIGN(Statement rater, m_study.statement("SELECT name FROM rater WHERE guid = ?1"));
    rater.bind(pack->rater);
    RAPPORT_ASSIGN(const bool isKnown, rater.next());
    if (!isKnown) {
        RAPPORT_ASSIGN(const std::string name, nameThere("rater", pack->rater));
        RAPPORT_ASSIGN(Statement same, m_study.statement("SELECT 1 FROM rater WHERE name = ?1"));
        same.bind(name);
        RAPPORT_ASSIGN(const bool isTaken, same.next());
        if (isTaken)
            return refuse(
                base::said("is the pack of another '{}' than the one of this study", name),
                "give one of the two another name in the copy of the study that has that one, merge "
                "the copy that made the pack, then the pack");
        return refuse("is the pack of a rater who is not in this study",
                      "merge it into the copy that made the pack");
    }
    m_report.rater = rater.text(0);
    return {};
}

Result<std::string> Merging::nameThere(const char* table, const base::Guid& guid) {
    RAPPORT_ASSIGN(Statement row,
                   m_other.statement(fmt::format("SELECT name FROM {} WHERE guid = ?1", table)));
    row.bind(guid);
    RAPPORT_ASSIGN(const bool hasRow, row.next());
    return hasRow ? row.text(0) : std::string();
}

Status Merging::lookWhetherWhole() {
    m_task.report(0, 0, "checking the file");
    RAPPORT_ASSIGN(const CheckReport found, m_otherFile.check(m_task));
    if (found.problems.empty())
        return {};
    return fail(Errc::StudyDamaged, Place{m_otherFile.path(), 0, 0, {}},
                base::said("is damaged: {}", found.problems.front()),
                "ask for it again, or see all that is wrong with: rapport check FILE");
}

Status Merging::makeRoom() {
    if (!m_report.isPack)
        return {};
    RAPPORT_ASSIGN(Statement rows,
                   m_other.statement("SELECT o.guid FROM journal j JOIN round o ON o.id = j.round_id"
                                     " WHERE o.kind = 'default' LIMIT 1"));
    RAPPORT_ASSIGN(const bool hasWork, rows.next());
    if (!hasWork)
        return {};
    Rounds rounds(m_studyFile);
    RAPPORT_ASSIGN(const auto known, rounds.roundByName(std::string(model::defaultRoundName)));
    if (!known)
        RAPPORT_TRY(rounds.addDefaultRound(rows.guid(0)));
    return {};
}

Result<bool> Merging::hasNews() {
    if (m_report.added > 0 || m_report.roundsChanged || m_report.codebookChanged)
        return true;
    RAPPORT_ASSIGN(Statement rows, selectIncoming(m_other, IncomingPart::Rest));
    for (std::uint64_t done = 0;; ++done) {
        if (done % 1024 == 0 && m_task.isStopped())
            return base::Task::cancelled();
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return false;
        const IncomingRow row = incomingOf(rows);
        if (row.act == Act::Merge)
            continue;
        RAPPORT_ASSIGN(Statement known, m_study.statement("SELECT 1 FROM journal WHERE guid = ?1"));
        known.bind(row.guid);
        RAPPORT_ASSIGN(const bool isKnown, known.next());
        if (isKnown)
            continue;
        RAPPORT_ASSIGN(const std::int64_t unit, unitOf(row.unit));
        RAPPORT_ASSIGN(const base::Phrase reason, objection(row, unit));
        if (reason.empty())
            return true;
    }
}

Status Merging::readOpened() {
    RAPPORT_ASSIGN(Statement rows,
                   m_study.statement("SELECT id, name FROM round WHERE opened_at IS NOT NULL"));
    while (true) {
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        m_openedRounds.emplace(rows.integer(0), rows.text(1));
    }
}

void Merging::note(base::Phrase sentence) {
    if (m_noted.insert(sentence.text()).second)
        m_report.notes.push_back(std::move(sentence));
}

Status Merging::takeRows(IncomingPart part) {
    RAPPORT_ASSIGN(const std::int64_t total, m_other.integer("SELECT count(*) FROM journal"));
    RAPPORT_ASSIGN(Statement rows, selectIncoming(m_other, part));
    for (std::uint64_t done = 0;; ++done) {
        if (done % 1024 == 0) {
            if (m_task.isStopped())
                return base::Task::cancelled();
            m_task.report(done, static_cast<std::uint64_t>(total), "merging the journal");
        }
        RAPPORT_ASSIGN(const bool hasRow, rows.next());
        if (!hasRow)
            return {};
        RAPPORT_TRY(takeRow(incomingOf(rows)));
    }
}

Status Merging::takeRow(const IncomingRow& row) {
    {
        RAPPORT_ASSIGN(Statement known, m_study.statement("SELECT hash FROM journal WHERE guid = ?1"));
        known.bind(row.guid);
        RAPPORT_ASSIGN(const bool isKnown, known.next());
        if (isKnown && known.view(0) != row.spot.hash)
            return refuse(base::said("its journal row {} is not what this study knows under the same guid",
                                     row.position),
                          "one of the two was changed by another program; see: rapport check");
        if (isKnown) {
            ++m_report.alreadyThere;
            return {};
        }
    }
    // A pack knows that its round was opened; whether it is open here is not for a rater to say.
    if (m_report.isPack && row.act == Act::OpenRound)
        return {};
    // That the other copy merged comes along with what else is new: else two copies would tell one another of
    // it without end.
    if (row.act == Act::Merge && !m_hasNews)
        return {};
    RAPPORT_ASSIGN(const std::int64_t unit, unitOf(row.unit));
    RAPPORT_ASSIGN(const base::Phrase reason, objection(row, unit));
    if (!reason.empty())
        return noteRefusal(reason, unit);
    return insert(row, unit);
}

Result<base::Phrase> Merging::objection(const IncomingRow& row, std::int64_t unit) {
    if (!row.act)
        return base::Phrase("acts that only a later version of Rapport knows");
    const bool isRatersAct = isWork(*row.act) || *row.act == Act::Redact;
    const bool isOwnSearching = *row.act == Act::Search || *row.act == Act::Hide || *row.act == Act::Show;
    if (m_report.isPack && ((!isRatersAct && !isOwnSearching) || row.rater != m_packRater))
        return base::Phrase("changes that are not the work of the pack's rater");
    if (*row.act == Act::Reassign && m_openedRounds.contains(here(m_rounds, row.round)))
        return base::Phrase(
            "units that were reassigned in a round that is open here: its agreement is frozen");
    if (*row.act == Act::Reassign && !m_report.reassigned.contains(row.round))
        return base::Phrase("units that were reassigned in a round in which others were reassigned here");
    if (*row.act == Act::Import)
        return base::Phrase(
            "texts that were imported there: merge this study into that copy, which has them");
    const std::string table = *row.act == Act::Settings ? namedTable(row.detail) : std::string();
    const bool isRater = table == "rater";
    const base::Guid named = isRater ? row.rater : row.round;
    if (!table.empty() && here(isRater ? m_raters : m_rounds, named) != 0) {
        RAPPORT_ASSIGN(const std::string there, nameThere(table.c_str(), named));
        RAPPORT_ASSIGN(Statement same,
                       m_study.statement(isRater ? "SELECT 1 FROM rater WHERE guid = ?1 AND name = ?2"
                                                 : "SELECT 1 FROM round WHERE guid = ?1 AND name = ?2"));
        same.bind(named, there);
        RAPPORT_ASSIGN(const bool isSame, same.next());
        if (isSame)
            return base::Phrase();
        return isRater ? base::said("a rater is called '{}' there: give the same name here", there)
                       : base::said("a round is called '{}' there: give the same name here", there);
    }
    if (!isWork(*row.act) && !isStructure(*row.act) && !isSettling(*row.act) && !isSearching(*row.act))
        return base::said("'{}': do that in this study too", row.actName);
    if (!row.unit.isNull() && unit == 0)
        return base::Phrase("work on units that this study does not have");
    if (!row.rater.isNull() && here(m_raters, row.rater) == 0) {
        RAPPORT_ASSIGN(const std::string name, nameThere("rater", row.rater));
        return base::said("work of '{}', whose name somebody else has here", name);
    }
    if (!row.round.isNull() && here(m_rounds, row.round) == 0) {
        RAPPORT_ASSIGN(const std::string name, nameThere("round", row.round));
        RAPPORT_ASSIGN(const auto other, Rounds(m_studyFile).roundByName(name));
        return other ? base::said("work in round '{}', whose name another round has here", name)
                     : base::said("work in round '{}', which this study does not have: merge the copy that "
                                  "made the pack first",
                                  name);
    }
    if ((*row.act == Act::Codebook || *row.act == Act::Freeze) && row.version > 0)
        return versionObjection(row.version);
    if (isStructure(*row.act))
        return base::Phrase();
    if (isSearching(*row.act))
        return searchObjection(row, unit);
    // A memo without a rater is the researchers'.
    if ((row.rater.isNull() && *row.act != Act::Memo) || row.unit.isNull())
        return base::Phrase("work that names no rater or no unit");
    if (row.version > 0 &&
        (*row.act == Act::Code || *row.act == Act::Complete || *row.act == Act::Adjudicate)) {
        RAPPORT_ASSIGN(base::Phrase wrong, versionObjection(row.version));
        if (!wrong.empty())
            return wrong;
    }
    if ((!row.variable.isNull() && here(m_variables, row.variable) == 0) ||
        (!row.code.isNull() && here(m_codes, row.code) == 0) ||
        (*row.act == Act::Complete && !completionHere(row.detail)))
        return base::Phrase("work with codes that this study does not have");
    if (takesBack(*row.act))
        return base::Phrase();
    return textObjection(row, unit);
}

Result<base::Phrase> Merging::versionObjection(std::int64_t version) {
    const auto [place, isNew] = m_versionObjections.try_emplace(version);
    if (!isNew)
        return place->second;
    RAPPORT_ASSIGN(const std::string ours, versionDigest(m_study, version));
    RAPPORT_ASSIGN(const std::string theirs, versionDigest(m_other, version));
    RAPPORT_ASSIGN(const std::int64_t latest, m_study.integer("SELECT max(version) FROM codebook_version"));
    if (ours.empty())
        place->second =
            base::said("ratings under version {} of the codebook, which this study does not have", version);
    else if (ours != theirs)
        place->second =
            base::said("ratings under a version {} of the codebook that says something else here", version);
    else if (version < latest)
        m_report.notes.push_back(
            base::said("the codebook has gone on to version {}; what was rated under version {}"
                       " counts under that version",
                       latest, version));
    return place->second;
}

Result<base::Phrase> Merging::searchObjection(const IncomingRow& row, std::int64_t unit) {
    if (*row.act == Act::Sample || *row.act == Act::Judge || *row.act == Act::OpenSample) {
        RAPPORT_ASSIGN(base::Phrase wrong, sampleObjection(m_study, m_other, *row.act, row.target));
        if (!wrong.empty())
            return wrong;
    }
    if (*row.act == Act::Judge && !row.code.isNull() && here(m_codes, row.code) == 0)
        return base::Phrase("work with codes that this study does not have");
    return row.unit.isNull() ? base::Phrase() : textObjection(row, unit);
}

Result<base::Phrase> Merging::textObjection(const IncomingRow& row, std::int64_t unit) {
    const auto [place, isNew] = m_textObjections.try_emplace(unit);
    if (!isNew)
        return place->second;
    constexpr const char* select =
        "SELECT s.text, u.range_begin, u.range_end, p.forgotten_at IS NOT NULL FROM unit u JOIN source s"
        " ON s.id = u.source_id LEFT JOIN participant p ON p.id = u.participant_id WHERE u.guid = ?1";
    RAPPORT_ASSIGN(Statement ours, m_study.statement(select));
    ours.bind(row.unit);
    RAPPORT_ASSIGN(Statement theirs, m_other.statement(select));
    theirs.bind(row.unit);
    RAPPORT_TRY(ours.next());
    RAPPORT_ASSIGN(const bool isThere, theirs.next());
    // A copy that knows of it has nothing else to bring.
    if (ours.flag(3) && !(isThere && theirs.flag(3)))
        return place->second = base::Phrase("work on texts of participants who have withdrawn");
    const bool isSamePlace =
        isThere && ours.integer(1) == theirs.integer(1) && ours.integer(2) == theirs.integer(2);
    if (isSamePlace && ours.view(0) == theirs.view(0))
        return place->second;
    if (isSamePlace && isRedaction(theirs.view(0), ours.view(0)))
        note("a text was redacted here after the copy was made; the work on it fits");
    else if (isSamePlace && isRedaction(ours.view(0), theirs.view(0)))
        note("a text was redacted in the copy and is not here; the work on it fits");
    else
        place->second = base::Phrase("work on texts that are not the same here");
    return place->second;
}

Status Merging::noteRefusal(const base::Phrase& reason, std::int64_t unit) {
    MergeRefusal& refusal = m_refused[reason];
    refusal.reason = reason;
    ++refusal.rows;
    if (!refusal.example.empty() || unit == 0)
        return {};
    RAPPORT_ASSIGN(Statement name, m_study.statement("SELECT name FROM unit WHERE id = ?1"));
    name.bind(unit);
    RAPPORT_ASSIGN(const bool isThere, name.next());
    if (isThere)
        refusal.example = name.text(0);
    return {};
}

Result<std::int64_t> Merging::unitOf(const base::Guid& guid) {
    if (guid.isNull())
        return 0;
    const auto [place, isNew] = m_units.try_emplace(guid, 0);
    if (isNew) {
        RAPPORT_ASSIGN(Statement unit, m_study.statement("SELECT id FROM unit WHERE guid = ?1"));
        unit.bind(guid);
        RAPPORT_ASSIGN(const bool isThere, unit.next());
        place->second = isThere ? unit.integer(0) : 0;
    }
    return place->second;
}

std::optional<std::string> Merging::completionHere(const std::string& detail) const {
    base::Json variables = base::Json::array();
    for (const std::int64_t theirs : completedVariables(detail)) {
        const auto guid = m_theirVariables.find(theirs);
        const std::int64_t ours = guid == m_theirVariables.end() ? 0 : here(m_variables, guid->second);
        if (ours == 0)
            return std::nullopt;
        variables.push_back(ours);
    }
    return base::dumpJson({{"variables", variables}}, -1);
}

Status Merging::insert(const IncomingRow& row, std::int64_t unit) {
    RAPPORT_ASSIGN(const ChainPlace place, m_chains.placeFor(row.spot, row.guid));
    const std::int64_t rater = here(m_raters, row.rater);
    const std::int64_t round = here(m_rounds, row.round);
    std::string detail = row.detail;
    if (*row.act == Act::Complete)
        detail = *completionHere(row.detail);
    RAPPORT_TRY(m_study.run(
        "INSERT INTO journal (guid, act, time, device_id, device_sequence, rater_id, round_id, unit_id, "
        "variable_id,"
        " code_id, range_begin, range_end, number, version, target, detail, hash, tick)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)",
        row.guid, row.actName, row.time, place.device, row.spot.sequence, orNull(rater), orNull(round),
        orNull(unit), orNull(here(m_variables, row.variable)), orNull(here(m_codes, row.code)), row.begin,
        row.end, row.number, row.version, row.target, detail, Blob{row.spot.hash}, row.tick));
    const std::int64_t position = m_study.lastRowId();
    if (place.needsStart)
        RAPPORT_TRY(m_study.run("INSERT INTO chain_start (position, previous) VALUES (?1, ?2)", position,
                                Blob{row.spot.previous}));
    ++m_report.added;
    m_report.codings += *row.act == Act::Code ? 1 : 0;
    m_report.completions += *row.act == Act::Complete ? 1 : 0;
    m_report.highestTick = std::max(m_report.highestTick, row.tick);
    if (*row.act == Act::OpenRound) {
        m_report.roundsChanged = true;
        return m_study.run("UPDATE round SET opened_at = ?1 WHERE id = ?2 AND opened_at IS NULL", position,
                           round);
    }
    if (*row.act == Act::Freeze) {
        m_report.codebookChanged = true;
        return m_study.run("UPDATE codebook_version SET is_frozen = 1 WHERE version = ?1", row.version);
    }
    if (*row.act == Act::Redact && row.target.isNull())
        return takeKeptRedaction(m_study, m_other, row.rater, m_report);
    if (*row.act == Act::Redact)
        return takeRedaction(m_studyFile, row.target, row.begin.value_or(0), row.end.value_or(0), position,
                             m_report);
    if (*row.act == Act::Forget)
        return takeWithdrawal(m_studyFile, row.target, row.detail, position, m_report);
    if (*row.act == Act::Note || *row.act == Act::Adjudicate)
        RAPPORT_TRY(takeNote(m_study, m_other, row.target));
    if (isSettling(*row.act))
        m_settled.emplace(unit, round);
    if (isSearching(*row.act)) {
        RAPPORT_TRY(takeSearching(m_study, m_other, *row.act, row.target, position));
        ++m_searching;
        m_hasHiding = m_hasHiding || *row.act == Act::Hide || *row.act == Act::Show;
        if (*row.act == Act::Judge) {
            RAPPORT_ASSIGN(const std::string sample, openedBefore(m_study, row.target, position));
            if (!sample.empty())
                ++m_lateJudgements[sample];
        }
    }
    if (!isWork(*row.act))
        return {};
    if (const auto opened = m_openedRounds.find(round); opened != m_openedRounds.end())
        ++m_report.afterOpening[opened->second];
    if (*row.act == Act::Memo)
        return takeMemo(row, unit);
    m_touched.insert({unit, rater, round});
    if (*row.act == Act::Complete)
        m_completed.insert({unit, rater, round});
    return {};
}

Status Merging::takeMemo(const IncomingRow& row, std::int64_t unit) {
    RAPPORT_ASSIGN(
        Statement memo,
        m_other.statement("SELECT m.guid, m.time, m.text, CASE WHEN m.tick > 0 THEN m.tick ELSE m.id END"
                          " FROM memo m WHERE m.unit_id = (SELECT id FROM unit WHERE guid = ?1)"
                          " AND m.rater_id IS (SELECT id FROM rater WHERE guid = ?2) AND m.guid = ?3"));
    memo.bind(row.unit, row.rater, row.target);
    RAPPORT_ASSIGN(const bool isThere, memo.next());
    m_report.units.emplace_back(unit);
    if (!isThere)
        return {}; // the text was taken away on purpose; the row says that there was one
    ++m_report.memos;
    return m_study.run(
        "INSERT INTO memo (guid, rater_id, unit_id, time, text, tick) VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        memo.guid(0), orNull(here(m_raters, row.rater)), unit, memo.integer(1), memo.view(2),
        memo.integer(3));
}

Status Merging::deriveTouched() {
    std::vector<Occasion> touched(m_touched.begin(), m_touched.end());
    std::sort(touched.begin(), touched.end(), [](const Occasion& a, const Occasion& b) {
        return std::tie(a.unit, a.rater, a.round) < std::tie(b.unit, b.rater, b.round);
    });
    constexpr std::size_t mostNamed = 5;
    std::int64_t different = 0;
    // Whose they are, and not which texts: these may be kept back from who reads this.
    std::set<std::string> raters;
    std::uint64_t done = 0;
    for (const Occasion& occasion : touched) {
        if (done % 256 == 0) {
            if (m_task.isStopped())
                return base::Task::cancelled();
            m_task.report(done, touched.size(), "deriving what the work amounts to");
        }
        ++done;
        bool isDifferent = false;
        if (m_completed.contains(occasion)) {
            RAPPORT_ASSIGN(isDifferent, isCompletedOtherwise(m_study, m_other, occasion, m_before));
        }
        if (isDifferent) {
            ++different;
            if (raters.size() < mostNamed) {
                RAPPORT_ASSIGN(Statement row, m_study.statement("SELECT name FROM rater WHERE id = ?1"));
                row.bind(occasion.rater);
                RAPPORT_ASSIGN(const bool isThere, row.next());
                raters.insert(isThere ? row.text(0) : std::string());
            }
        }
        RAPPORT_TRY(rederive(m_study, occasion));
        m_report.units.emplace_back(occasion.unit);
    }
    if (different > 0) {
        std::string names;
        for (const std::string& each : raters)
            names += (names.empty() ? "" : ", ") + each;
        note(base::said(
            "units completed in both copies with different codes, of which all count now (of levels "
            "and counts the later one): {}, by {}",
            different, names));
    }
    if (!touched.empty()) {
        RAPPORT_ASSIGN(const GoneUnits gone, Forgetting(m_studyFile).units());
        RAPPORT_TRY(assignWorked(m_study, m_other, touched, gone, m_report));
    }
    for (const auto& [unit, round] : m_settled) {
        RAPPORT_TRY(rederiveSettled(m_study, {unit, round}));
        m_report.units.emplace_back(unit);
    }
    std::sort(m_report.units.begin(), m_report.units.end());
    m_report.units.erase(std::unique(m_report.units.begin(), m_report.units.end()), m_report.units.end());
    return {};
}

} // namespace

Result<MergeReport> mergeInto(StudyFile& study, StudyFile& other, const base::Task& task) {
    return Merging(study, other, task).run();
}

} // namespace rapport::store
