// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/consent.h"

#include "base/beside.h"
#include "base/digest.h"
#include "base/format.h"
#include "base/json.h"
#include "model/names.h"
#include "search/index.h"
#include "service/own_rating.h"
#include "service/safekeeping.h"
#include "service/search_scope.h"
#include "service/session_impl.h"
#include "service/told_ranges.h"
#include "service/unit_names.h"
#include "store/leaving_files.h"
#include "text/fold.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <algorithm>
#include <filesystem>
#include <set>
#include <tuple>
#include <utility>

namespace rapport::service {

namespace {

namespace fs = std::filesystem;
using base::Errc;
using store::Act;

/// Of words that are looked for elsewhere, too: one letter stands everywhere.
constexpr std::int64_t fewestLetters = 2;

std::string digestOf(const model::Guid& participant, const std::string& name) {
    return base::hex(base::sha256(participant.text() + "\n" + name));
}

base::Result<model::Participant> participantNamed(Session& session, const std::string& name) {
    RAPPORT_ASSIGN(const auto found, session.impl().participants().byName(name));
    if (!found)
        return base::fail(Errc::NotFound, fmt::format("there is no participant '{}'", name),
                          "names are as imported, in the same letters");
    return *found;
}

/// Files beside this one, whatever they are called, that hold the same study: backups, copies before an
/// upgrade or a restore, packs; of these what may have words of the units; and what is sealed.
Elsewhere findElsewhere(const Session& session, const std::vector<model::Guid>& units) {
    Elsewhere found;
    const auto properties = session.impl().file->properties();
    if (!properties)
        return found;
    const fs::path own(session.path());
    const fs::path folder = own.has_parent_path() ? own.parent_path() : fs::path(".");
    std::error_code ignored;
    fs::recursive_directory_iterator entry(folder, fs::directory_options::skip_permission_denied, ignored);
    constexpr int deepest = 2;
    for (; !ignored && entry != fs::recursive_directory_iterator(); entry.increment(ignored)) {
        if (entry.depth() >= deepest)
            entry.disable_recursion_pending();
        if (!entry->is_regular_file(ignored) || fs::equivalent(entry->path(), own, ignored))
            continue;
        const std::string path = entry->path().string();
        if (store::isSealedFile(path)) {
            found.sealed.push_back(path);
            continue;
        }
        const auto study = store::studyIn(path);
        if (!study || study->guid != properties->guid)
            continue;
        if (store::mayHoldTextOf(path, units, study->isPack))
            (study->isPack ? found.packs : found.copies).push_back(path);
    }
    for (auto* list : {&found.copies, &found.packs, &found.sealed})
        std::sort(list->begin(), list->end());
    return found;
}

base::Result<std::vector<model::Guid>> guidsOf(const Session& session,
                                               const std::vector<model::UnitId>& units) {
    std::vector<model::Guid> guids;
    for (const model::UnitId unit : units) {
        RAPPORT_ASSIGN(const auto row, session.impl().sources().unit(unit, false));
        if (row)
            guids.push_back(row->unit.guid);
    }
    return guids;
}

/// Of somebody who was forgotten before, the digest of the name that went; empty: nobody was.
base::Result<std::string> digestBefore(Session& session, const model::Guid& participant) {
    store::HistoryFilter filter;
    filter.act = Act::Forget;
    RAPPORT_ASSIGN(const auto rows, session.impl().journal().history(filter));
    for (const store::JournalEntry& row : rows) {
        if (row.target != participant)
            continue;
        if (const auto detail = base::parseJson(row.detail); detail)
            return base::stringAt(*detail, "name");
    }
    return std::string();
}

/// Everything live on the units is taken back, as their raters' acts and the consensus.
base::Result<std::int64_t> withdrawAll(Writer& writer, const std::vector<model::UnitId>& units) {
    auto& impl = writer.session().impl();
    std::int64_t withdrawn = 0;
    for (const model::UnitId unit : units) {
        store::CodingFilter filter;
        filter.unit = unit;
        RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
        for (const model::Coding& coding : codings) {
            store::JournalEntry entry;
            entry.act = Act::Withdraw;
            entry.rater = coding.rater;
            entry.round = coding.round;
            entry.unit = coding.unit;
            entry.variable = coding.variable;
            entry.code = coding.code;
            entry.range = coding.range;
            entry.number = coding.count;
            entry.version = coding.version;
            entry.target = coding.guid;
            RAPPORT_TRY(writer.append(entry));
            ++withdrawn;
        }
        RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
        std::set<std::tuple<model::RaterId, model::RoundId>> reopened;
        for (const model::Rating& rating : ratings) {
            if (!reopened.emplace(rating.rater, rating.round).second)
                continue;
            store::JournalEntry entry;
            entry.act = Act::Reopen;
            entry.rater = rating.rater;
            entry.round = rating.round;
            entry.unit = rating.unit;
            entry.version = rating.version;
            RAPPORT_TRY(writer.append(entry));
        }
        store::SettledFilter standing;
        standing.unit = unit;
        RAPPORT_ASSIGN(const auto settled, impl.consensus().settled(standing));
        for (const store::Settled& each : settled) {
            store::JournalEntry entry;
            entry.act = Act::Unsettle;
            entry.rater = each.by;
            entry.target = each.guid;
            entry.number = each.number;
            entry.version = each.version;
            RAPPORT_TRY(writer.append(entry));
        }
    }
    return withdrawn;
}

/// What is kept beside the tables goes, too: the log, the index, what undo remembers.
base::Result<bool> removeTraces(Session& session) {
    auto& impl = session.impl();
    impl.undo.clear();
    impl.redo.clear();
    impl.unitNames.reset();
    RAPPORT_ASSIGN(const bool isPurged, impl.forgetting().purge());
    RAPPORT_ASSIGN(const base::Guid searchedAs, studyGuid(session));
    removeBackups(session);
    // An index that is still being written would be written again.
    base::waitForLeftWork();
    RAPPORT_TRY(dropTokens(session));
    RAPPORT_TRY(search::removeIndex(impl.environment.cacheFolder, searchedAs));
    if (isPurged)
        RAPPORT_TRY(impl.file->setSetting(purgeSetting, ""));
    return isPurged;
}

} // namespace

base::Status finishPurge(Session& session) {
    if (session.isReadOnly())
        return {};
    RAPPORT_ASSIGN(const std::string pending, session.impl().file->setting(purgeSetting));
    if (pending.empty())
        return {};
    RAPPORT_TRY(removeTraces(session));
    return {};
}

base::Result<ForgottenNames> ForgottenNames::read(const Session& session) {
    ForgottenNames names;
    store::HistoryFilter filter;
    filter.act = Act::Forget;
    RAPPORT_ASSIGN(const auto rows, session.impl().journal().history(filter));
    for (const store::JournalEntry& row : rows) {
        if (const auto detail = base::parseJson(row.detail); detail)
            names.m_known.push_back({row.target, base::stringAt(*detail, "name")});
    }
    if (names.m_known.empty())
        return names;
    RAPPORT_ASSIGN(const auto people, session.impl().participants().all());
    for (const model::Participant& each : people) {
        if (names.holds(each.guid))
            names.m_now.emplace(each.name, each.guid);
    }
    return names;
}

model::Guid ForgottenNames::whose(const std::string& name) const {
    std::set<std::string> forms{name, model::personName(name)};
    // Earlier versions kept the hyphens of people's names.
    if (text::isValidUtf8(name))
        forms.insert(model::evenBlanks(text::composed(name)));
    for (const Known& each : m_known) {
        if (std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
                return each.digest == digestOf(each.participant, form);
            }))
            return each.participant;
    }
    return {};
}

std::string ForgottenNames::nowOf(const std::string& name) const {
    const model::Guid participant = m_known.empty() ? model::Guid() : whose(name);
    if (!participant.isNull())
        for (const auto& [now, guid] : m_now)
            if (guid == participant)
                return now;
    return {};
}

bool isBlottedOut(std::string_view text) {
    constexpr char32_t block = U'\u2588';
    for (std::size_t at = 0; at < text.size();) {
        const char32_t letter = text::readCodePoint(text, at);
        if (letter != block && !text::isWhiteSpace(letter))
            return false;
    }
    return true;
}

bool ForgottenNames::holds(const model::Guid& participant) const {
    return std::any_of(m_known.begin(), m_known.end(),
                       [&](const Known& each) { return each.participant == participant; });
}

base::Result<ForgetReport> previewForget(Session& session, const ForgetRequest& request) {
    RAPPORT_TRY(coordinatorOnly(session, "take a participant out"));
    RAPPORT_ASSIGN(const model::Participant who, participantNamed(session, request.participant));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const store::Traces traces,
                   session.impl().forgetting().traces(who.id, still.units(), still.self()));
    RAPPORT_ASSIGN(const std::string before, digestBefore(session, who.guid));
    RAPPORT_ASSIGN(const bool stillCounts, session.impl().forgetting().stillCounts(who.id));
    const bool isLater = !before.empty();
    if (isLater && (!request.withCodings || !stillCounts))
        return base::fail(Errc::Refused, "this participant was forgotten already",
                          stillCounts ? "the codings are still there: they go with --codings" : "");
    ForgetReport report;
    if (!isLater) {
        report.texts = traces.texts;
        report.turns = traces.turns;
        report.memos = traces.memos;
        report.values = traces.values;
        RAPPORT_ASSIGN(report.files, store::filesToDrop(*session.impl().file, who.id));
    }
    report.codings = request.withCodings ? traces.codings : 0;
    RAPPORT_ASSIGN(const auto guids, guidsOf(session, traces.units));
    report.elsewhere = findElsewhere(session, guids);
    RAPPORT_ASSIGN(report.kept, session.impl().forgetting().keptWith(who.name, {}));
    RAPPORT_ASSIGN(report.codebook, session.impl().forgetting().codebookWith(who.name));
    return report;
}

base::Result<ForgetReport> forget(Session& session, const ForgetRequest& request) {
    RAPPORT_TRY(coordinatorOnly(session, "take a participant out"));
    ForgetReport report;
    std::vector<model::Guid> guids;
    auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const model::Participant who, participantNamed(session, request.participant));
        RAPPORT_ASSIGN(const store::Traces traces, impl.forgetting().traces(who.id));
        RAPPORT_ASSIGN(guids, guidsOf(session, traces.units));
        RAPPORT_ASSIGN(const std::string before, digestBefore(session, who.guid));
        RAPPORT_ASSIGN(report.codebook, impl.forgetting().codebookWith(who.name));
        if (request.withCodings) {
            RAPPORT_ASSIGN(report.codings, withdrawAll(writer, traces.units));
        }
        store::JournalEntry entry;
        entry.act = Act::Forget;
        entry.target = who.guid;
        entry.number = static_cast<std::int64_t>(traces.units.size());
        entry.detail = base::dumpJson({{"codings", request.withCodings},
                                       {"name", before.empty() ? digestOf(who.guid, who.name) : before}},
                                      -1);
        RAPPORT_ASSIGN(const store::JournalEntry written, writer.append(entry));
        RAPPORT_ASSIGN(const store::Forgotten gone,
                       impl.forgetting().forget(who.id, written.position, request.withCodings));
        RAPPORT_TRY(impl.file->setSetting(purgeSetting, "true"));
        report.nowCalled = gone.name;
        report.texts = gone.texts;
        report.turns = gone.turns;
        report.memos = gone.memos;
        report.values = gone.values;
        report.files = gone.files;
        report.mentions = gone.mentions;
        report.kept = gone.kept;
        writer.changes().units = traces.units;
        writer.changes().sourcesChanged = true;
        writer.changes().roundsChanged = true;
        writer.changes().settingsChanged = true;
        writer.changes().act = "forget";
        writer.changes().object = gone.name;
        return {};
    });
    if (!done)
        return base::fail(done);
    report.changes = std::move(*done);
    RAPPORT_ASSIGN(report.isPurged, removeTraces(session));
    report.elsewhere = findElsewhere(session, guids);
    return report;
}

base::Result<RedactReport> redact(Session& session, const RedactRequest& request) {
    RedactReport report;
    auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
        if (!names->maySee(request.unit))
            return base::fail(Errc::Refused, "this unit is not assigned to you");
        RAPPORT_ASSIGN(const auto row, impl.sources().unit(request.unit, true));
        if (!row)
            return base::fail(Errc::NotFound, "there is no such unit");
        std::vector<text::TextRange> places;
        std::string words = request.words;
        if (request.range) {
            if (request.range->isEmpty() || request.range->end < request.range->begin ||
                !row->unit.range.covers(*request.range))
                return rangeOutside(row->unit, *request.range, names->hidesPlace(request.unit));
            places.push_back(*request.range);
            const std::int64_t start = row->unit.range.begin.value;
            const text::OffsetMap offsets(row->text);
            const auto begin = offsets.toUtf8(text::CodePoints(request.range->begin.value - start)).value;
            const auto end = offsets.toUtf8(text::CodePoints(request.range->end.value - start)).value;
            words = row->text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end - begin));
        } else if (!request.words.empty()) {
            const text::OffsetMap offsets(row->text);
            std::size_t at = row->text.find(request.words);
            while (at != std::string::npos) {
                const auto end = at + request.words.size();
                const text::TextRange inUnit =
                    offsets.toCodePoints(text::Utf8Range{text::Utf8Bytes(static_cast<std::int64_t>(at)),
                                                         text::Utf8Bytes(static_cast<std::int64_t>(end))});
                places.push_back(
                    {row->unit.range.begin + inUnit.begin.value, row->unit.range.begin + inUnit.end.value});
                at = row->text.find(request.words, end);
            }
        }
        if (places.empty())
            return base::fail(Errc::NotFound, "these words do not stand in the unit",
                              "give them as they are written, or a range");
        std::int64_t position = 0;
        RAPPORT_ASSIGN(const auto source, impl.sources().source(row->unit.source));
        for (const text::TextRange& place : places) {
            store::JournalEntry entry;
            entry.act = Act::Redact;
            entry.rater = session.viewer().rater;
            entry.unit = request.unit;
            entry.range = place;
            entry.target = source ? source->guid : model::Guid();
            RAPPORT_ASSIGN(const store::JournalEntry written, writer.append(entry));
            position = written.position;
            RAPPORT_TRY(impl.forgetting().blot(row->unit.source, {place}, store::Blot::Words));
        }
        std::set<std::int64_t> files;
        if (source && !source->file.isNone())
            files.insert(source->file.value);
        if (text::countCodePoints(words) >= fewestLetters) {
            RAPPORT_ASSIGN(const auto others, store::filesWith(impl.file->database(), words));
            files.insert(others.begin(), others.end());
        }
        RAPPORT_ASSIGN(std::vector<std::string> emptied, impl.forgetting().dropFiles(files, position));
        // The name of a file often says whose it is, or what group spoke.
        if (!names->hidesPlace(request.unit))
            report.files = std::move(emptied);
        RAPPORT_TRY(impl.file->setSetting(purgeSetting, "true"));
        report.places = static_cast<std::int64_t>(places.size());
        if (!request.words.empty()) {
            RAPPORT_ASSIGN(const auto memos, impl.codings().memos());
            RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
            const bool isWhole = session.viewer().isCoordinator() && !still.holds(request.unit);
            const model::RaterId self =
                session.viewer().isCoordinator() ? still.self() : session.viewer().rater;
            report.memos = std::count_if(memos.begin(), memos.end(), [&](const model::Memo& memo) {
                return memo.unit == request.unit && memo.text.find(request.words) != std::string::npos &&
                       (isWhole || memo.author == self);
            });
        }
        if (text::countCodePoints(words) >= fewestLetters) {
            RAPPORT_ASSIGN(report.kept, impl.forgetting().keptWith(words, session.viewer().rater));
            RAPPORT_ASSIGN(report.codebook, impl.forgetting().codebookWith(words));
        }
        writer.changes().sourcesChanged = true;
        writer.changes().act = "redact";
        writer.changes().unitName = names->shown(row->unit, {});
        return {};
    });
    if (!done)
        return base::fail(done);
    report.changes = std::move(*done);
    RAPPORT_ASSIGN(report.isPurged, removeTraces(session));
    RAPPORT_ASSIGN(const auto guids, guidsOf(session, {request.unit}));
    report.elsewhere = findElsewhere(session, guids);
    if (!session.viewer().isCoordinator())
        report.elsewhere.unnamedPacks =
            static_cast<std::int64_t>(std::exchange(report.elsewhere.packs, {}).size());
    return report;
}

base::Result<RedactReport> redactKept(Session& session, const std::string& words) {
    RedactReport report;
    auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(report.places, impl.forgetting().blotKept(words, session.viewer().rater));
        RAPPORT_ASSIGN(report.codebook, impl.forgetting().codebookWith(words));
        if (report.places == 0)
            return base::fail(
                Errc::NotFound,
                "no saved search, hidden line, sample of lines, memo, reason or remark holds these words",
                report.codebook.empty()
                    ? base::Phrase()
                    : base::said("they stay in {}: write it anew", report.codebook.front()));
        store::JournalEntry entry;
        entry.act = Act::Redact;
        entry.rater = session.viewer().rater;
        RAPPORT_TRY(writer.append(entry));
        RAPPORT_TRY(impl.file->setSetting(purgeSetting, "true"));
        writer.changes().settingsChanged = true;
        writer.changes().act = "redact";
        return {};
    });
    if (!done)
        return base::fail(done);
    report.changes = std::move(*done);
    RAPPORT_ASSIGN(report.isPurged, removeTraces(session));
    return report;
}

} // namespace rapport::service
