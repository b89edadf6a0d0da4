// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/unitizing.h"

#include "base/format.h"
#include "service/measured_round.h"
#include "service/own_rating.h"
#include "service/round_codebook.h"
#include "service/training.h"
#include "text/utf8.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;

struct Transcript {
    model::SourceId id;
    std::string name;
    std::vector<model::Unit> units;
};

base::Result<std::vector<Transcript>> transcriptsOf(const Session& session, const std::string& only) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto sources, impl.sources().sources(false));
    std::vector<Transcript> transcripts;
    for (const model::Source& source : sources) {
        if (source.kind != model::SourceKind::Transcript || (!only.empty() && source.name != only))
            continue;
        RAPPORT_ASSIGN(auto units, impl.sources().unitsOf(source.id));
        transcripts.push_back({source.id, source.name, std::move(units)});
    }
    if (transcripts.empty() && !only.empty())
        return base::fail(Errc::NotFound, base::said("there is no transcript '{}'", only),
                          "a transcript goes by its file's name without ending: rapport units STUDY");
    return transcripts;
}

/// The round asked for, else the one reliability round that holds transcripts, else the default one; none
/// where nobody has worked yet.
base::Result<std::optional<model::Round>> roundOf(const Session& session, const std::string& name,
                                                  const std::vector<Transcript>& transcripts) {
    if (!name.empty()) {
        RAPPORT_ASSIGN(model::Round named, session.round(name));
        return std::optional(std::move(named));
    }
    std::set<model::UnitId> units;
    for (const Transcript& transcript : transcripts) {
        for (const model::Unit& unit : transcript.units)
            units.insert(unit.id);
    }
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    std::vector<model::Round> found;
    for (const model::Round& round : rounds) {
        if (round.kind != model::RoundKind::Reliability)
            continue;
        RAPPORT_ASSIGN(const auto assignments, session.impl().rounds().assignments(round.id));
        if (std::any_of(assignments.begin(), assignments.end(),
                        [&](const model::Assignment& each) { return units.contains(each.unit); }))
            found.push_back(round);
    }
    if (found.empty()) {
        const auto standing = std::find_if(rounds.begin(), rounds.end(), [](const model::Round& round) {
            return round.kind == model::RoundKind::Default;
        });
        return standing == rounds.end() ? std::nullopt : std::optional(*standing);
    }
    if (found.size() == 1)
        return std::optional(found.front());
    std::string names;
    for (const model::Round& round : found)
        names += (names.empty() ? "" : ", ") + round.name;
    return base::fail(Errc::InvalidArgument,
                      base::said("several reliability rounds hold transcripts: {}", names),
                      "name one with --round");
}

bool isWanted(const std::vector<std::string>& names, const std::string& name) {
    return names.empty() || std::find(names.begin(), names.end(), name) != names.end();
}

/// Presence variables that are asked for, belong to the round and apply to something in transcripts.
base::Result<std::vector<const model::Variable*>>
variablesOf(const Session& session, const std::shared_ptr<const model::Codebook>& measuredBy,
            const model::Round& round, const UnitizingRequest& request) {
    const model::Codebook& codebook = *measuredBy;
    for (const std::string& name : request.variables) {
        RAPPORT_TRY(knownIn(session, {measuredBy}, name, {}));
        const model::Variable* variable = codebook.variable(name);
        if (variable->scale != model::Scale::Presence || variable->unitKinds.empty())
            return base::fail(Errc::InvalidArgument,
                              base::said("variable '{}' has no codes for parts of transcripts", name));
    }
    for (const std::string& name : request.codes)
        RAPPORT_TRY(knownIn(session, {measuredBy}, {}, name));
    std::vector<const model::Variable*> chosen;
    for (const model::Variable& variable : codebook.variables) {
        const bool holdsCode = request.codes.empty() ||
                               std::any_of(request.codes.begin(), request.codes.end(),
                                           [&](const std::string& code) { return variable.code(code); });
        if (variable.scale == model::Scale::Presence && !variable.unitKinds.empty() && holdsCode &&
            isWanted(round.variables, variable.name) && isWanted(request.variables, variable.name))
            chosen.push_back(&variable);
    }
    if (chosen.empty())
        return base::fail(Errc::InvalidArgument,
                          base::said("round '{}' has no such codes for parts of transcripts", round.name));
    return chosen;
}

using UnitAndRater = std::pair<model::UnitId, model::RaterId>;

/// How far a rater is with a transcript for one variable.
struct Progress {
    std::int64_t asked = 0; ///< turns of the round to which the variable applies
    std::int64_t done = 0;
    bool isTranscriptDone = false;   ///< completed as a whole
    std::set<std::int64_t> versions; ///< of the codebook, under which that was
    [[nodiscard]] bool isComplete() const { return isTranscriptDone || (asked > 0 && done == asked); }
};

using Variables = std::vector<const model::Variable*>;

class Gatherer {
public:
    Gatherer(const MeasuredRound& round, const std::vector<model::Assignment>& assignments) {
        for (const model::Rating& rating : round.ratings())
            m_completed[{rating.unit, rating.rater}].emplace(rating.variable, rating.version);
        for (const model::Coding& coding : round.codings())
            m_codings[{coding.unit, coding.rater}].push_back(&coding);
        for (const model::Assignment& assignment : assignments)
            m_assigned.insert(assignment.unit);
    }

    /// Parts of the transcript that this round asks about: those given to anybody, else every turn.
    [[nodiscard]] std::vector<const model::Unit*> asked(const Transcript& transcript,
                                                        const model::Variable& variable) const {
        std::vector<const model::Unit*> given;
        std::vector<const model::Unit*> turns;
        for (const model::Unit& unit : transcript.units) {
            if (unit.kind == model::UnitKind::Transcript || !variable.appliesTo(unit.kind, {}))
                continue;
            if (m_assigned.contains(unit.id))
                given.push_back(&unit);
            if (unit.kind == model::UnitKind::Turn)
                turns.push_back(&unit);
        }
        return given.empty() ? turns : given;
    }

    [[nodiscard]] Progress progress(const Transcript& transcript, const model::Variable& variable,
                                    model::RaterId rater) const {
        Progress progress;
        std::set<std::int64_t> ofTurns;
        for (const model::Unit* unit : asked(transcript, variable)) {
            ++progress.asked;
            if (const auto version = versionOf(unit->id, rater, variable.id)) {
                ++progress.done;
                ofTurns.insert(*version);
            }
        }
        for (const model::Unit& unit : transcript.units) {
            if (unit.kind != model::UnitKind::Transcript || !variable.appliesTo(unit.kind, {}))
                continue;
            if (const auto version = versionOf(unit.id, rater, variable.id)) {
                progress.isTranscriptDone = true;
                progress.versions.insert(*version);
            }
        }
        if (progress.asked > 0 && progress.done == progress.asked)
            progress.versions.merge(ofTurns);
        return progress;
    }

    /// Codings of the variables on any part of the transcript, with the range they cover.
    [[nodiscard]] std::vector<std::pair<const model::Coding*, text::TextRange>>
    codings(const Transcript& transcript, const Variables& variables, model::RaterId rater) const {
        std::vector<std::pair<const model::Coding*, text::TextRange>> found;
        for (const model::Unit& unit : transcript.units) {
            const auto codings = m_codings.find({unit.id, rater});
            if (codings == m_codings.end())
                continue;
            for (const model::Coding* coding : codings->second) {
                const bool isChosen =
                    std::any_of(variables.begin(), variables.end(), [&](const model::Variable* variable) {
                        return variable->id == coding->variable;
                    });
                const text::TextRange range = coding->range.value_or(unit.range);
                // A turn may be empty; a code on it covers no text.
                if (isChosen && !range.isEmpty())
                    found.emplace_back(coding, range);
            }
        }
        return found;
    }

    [[nodiscard]] bool isBegun(const Transcript& transcript, model::RaterId rater) const {
        return std::any_of(transcript.units.begin(), transcript.units.end(), [&](const model::Unit& unit) {
            return m_completed.contains({unit.id, rater}) || m_codings.contains({unit.id, rater});
        });
    }

private:
    [[nodiscard]] std::optional<std::int64_t> versionOf(model::UnitId unit, model::RaterId rater,
                                                        model::VariableId variable) const {
        const auto completed = m_completed.find({unit, rater});
        if (completed == m_completed.end())
            return std::nullopt;
        const auto version = completed->second.find(variable);
        return version == completed->second.end() ? std::nullopt : std::optional(version->second);
    }

    std::map<UnitAndRater, std::map<model::VariableId, std::int64_t>> m_completed;
    std::map<UnitAndRater, std::vector<const model::Coding*>> m_codings;
    std::set<model::UnitId> m_assigned;
};

struct Reading {
    std::string source;
    std::int64_t length = 0;
    std::string rater;
    std::vector<std::pair<const model::Coding*, text::TextRange>> codings;
};

/// Variables that nobody completed in any transcript are left out, unless they were asked for.
void dropUntouched(Variables& variables, const std::vector<Transcript>& transcripts,
                   const MeasuredRound& round, const Gatherer& gatherer, std::vector<std::string>& notes) {
    const auto isTouched = [&](const model::Variable* variable) {
        return std::any_of(transcripts.begin(), transcripts.end(), [&](const Transcript& transcript) {
            return std::any_of(round.raters.begin(), round.raters.end(), [&](model::RaterId rater) {
                return gatherer.progress(transcript, *variable, rater).isComplete();
            });
        });
    };
    const auto untouched = std::stable_partition(variables.begin(), variables.end(), isTouched);
    if (untouched == variables.begin())
        return;
    for (auto each = untouched; each != variables.end(); ++each)
        notes.push_back(
            base::said("nobody completed a transcript for {}; its codes are left out", (*each)->name));
    variables.erase(untouched, variables.end());
}

/// Without transcripts of which the viewer still has to rate a part: their figures, one by one, tell what
/// others gave there.
base::Status dropStillToRate(const Session& session, const MeasuredRound& round,
                             std::vector<Transcript>& transcripts, std::vector<std::string>& notes) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    std::set<model::SourceId> inRound;
    for (const auto* units : {&round.units, &round.keptBack})
        for (const MeasuredUnit& unit : *units)
            inRound.insert(unit.source);
    std::int64_t left = 0;
    std::erase_if(transcripts, [&](const Transcript& transcript) {
        const bool isHeld = std::any_of(transcript.units.begin(), transcript.units.end(),
                                        [&](const model::Unit& unit) { return still.holds(unit.id); });
        left += isHeld && inRound.contains(transcript.id) ? 1 : 0;
        return isHeld;
    });
    if (left == 1)
        notes.push_back(base::said("1 transcript is left out: you still have to rate parts of it yourself"));
    else if (left > 1)
        notes.push_back(
            base::said("{} transcripts are left out: you still have to rate parts of them yourself", left));
    return {};
}

/// What each rater who completed the transcript did in it.
base::Status readTranscript(const Session& session, const Transcript& transcript, const Variables& variables,
                            const MeasuredRound& round, const Gatherer& gatherer,
                            const std::unordered_set<model::UnitId>& shown, std::vector<Reading>& readings,
                            std::set<std::int64_t>& versions, std::vector<std::string>& notes) {
    std::int64_t length = 0;
    bool isReadByTurns = false;
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    const auto isGold = [&](model::RaterId id) {
        return !shown.empty() && raters.at(id).kind == model::RaterKind::Gold;
    };
    for (std::size_t rater = 0; rater < round.raters.size(); ++rater) {
        const model::RaterId id = round.raters[rater];
        std::set<std::int64_t> ownVersions;
        bool byTurns = false;
        bool isComplete = true;
        for (const model::Variable* variable : variables) {
            const Progress progress = gatherer.progress(transcript, *variable, id);
            ownVersions.insert(progress.versions.begin(), progress.versions.end());
            byTurns = byTurns || !progress.isTranscriptDone;
            isComplete = progress.isComplete();
            if (isComplete)
                continue;
            if (!gatherer.isBegun(transcript, id) || isGold(id))
                break;
            if (std::any_of(transcript.units.begin(), transcript.units.end(),
                            [&](const model::Unit& unit) { return shown.contains(unit.id); }))
                notes.push_back(base::said("{}: {} was shown gold codings in a round of training, and such "
                                           "work never enters agreement",
                                           transcript.name, round.raterNames[rater]));
            else
                notes.push_back(base::said("{}: {} completed {} of {} turns for {} and does not enter",
                                           transcript.name, round.raterNames[rater], progress.done,
                                           progress.asked, variable->name));
            break;
        }
        if (!isComplete)
            continue;
        if (length == 0) {
            RAPPORT_ASSIGN(const auto source, session.impl().sources().source(transcript.id));
            length = source ? text::countCodePoints(source->text) : 0;
            if (length == 0)
                return {};
        }
        isReadByTurns = isReadByTurns || byTurns;
        versions.merge(ownVersions);
        readings.push_back(
            {transcript.name, length, round.raterNames[rater], gatherer.codings(transcript, variables, id)});
    }
    if (!isReadByTurns)
        return {};
    std::set<model::UnitId> asked;
    for (const model::Variable* variable : variables) {
        for (const model::Unit* unit : gatherer.asked(transcript, *variable))
            asked.insert(unit->id);
    }
    std::int64_t turns = 0;
    std::int64_t left = 0;
    for (const model::Unit& unit : transcript.units) {
        if (unit.kind != model::UnitKind::Turn)
            continue;
        ++turns;
        left += asked.contains(unit.id) ? 0 : 1;
    }
    if (left > 0)
        notes.push_back(base::said("{}: {} of {} turns are not in the round and count as text without codes",
                                   transcript.name, left, turns));
    return {};
}

} // namespace

base::Result<UnitizedTranscripts> unitizedTranscripts(Session& session, const UnitizingRequest& request) {
    RAPPORT_TRY(coordinatorOnly(session, "measure the agreement on segments"));
    RAPPORT_ASSIGN(auto transcripts, transcriptsOf(session, request.source));
    RAPPORT_ASSIGN(const auto chosen, roundOf(session, request.round, transcripts));
    UnitizedTranscripts result;
    agreement::UnitizingBuilder builder;
    if (!chosen) {
        result.round = model::defaultRoundName;
        RAPPORT_ASSIGN(result.data, builder.build());
        return result;
    }
    const model::Round& round = *chosen;
    RAPPORT_TRY(mayMeasure(session, {round}));
    RAPPORT_ASSIGN(const auto codebook, codebookOf(session, round, request.afterOpening));
    RAPPORT_ASSIGN(Variables variables, variablesOf(session, codebook, round, request));
    StudyMeasureOptions selection;
    selection.raters = request.raters;
    selection.afterOpening = request.afterOpening;
    RAPPORT_ASSIGN(const MeasuredRound measured, MeasuredRound::read(session, round, selection));
    RAPPORT_ASSIGN(const auto assignments, session.impl().rounds().assignments(round.id));
    const Gatherer gatherer(measured, assignments);
    RAPPORT_ASSIGN(const auto shown, shownGold(session, round, request.afterOpening));

    result.round = round.name;
    RAPPORT_TRY(dropStillToRate(session, measured, transcripts, result.notes));
    if (request.variables.empty())
        dropUntouched(variables, transcripts, measured, gatherer, result.notes);
    std::vector<Reading> readings;
    std::set<std::int64_t> versions;
    for (const Transcript& transcript : transcripts)
        RAPPORT_TRY(readTranscript(session, transcript, variables, measured, gatherer, shown, readings,
                                   versions, result.notes));

    std::set<model::CodeId> used;
    for (const Reading& reading : readings) {
        for (const auto& [coding, range] : reading.codings)
            used.insert(coding->code);
    }
    std::map<model::CodeId, std::string> names;
    std::vector<std::string> declared;
    for (const model::Variable* variable : variables) {
        for (const model::Code& code : variable->codes) {
            const bool isNamed = !request.codes.empty() && isWanted(request.codes, code.name);
            if (!code.isCodable || !isWanted(request.codes, code.name) ||
                (!isNamed && !used.contains(code.id)))
                continue;
            const bool isInAll = std::all_of(versions.begin(), versions.end(),
                                             [&](std::int64_t version) { return code.isIn(version); });
            if (!isInAll) {
                result.notes.push_back(base::said(
                    "{} was not in the codebook when a transcript was completed and is left out", code.name));
                continue;
            }
            names.emplace(code.id, code.name);
            declared.push_back(code.name);
        }
    }
    std::vector<std::string> raters;
    for (const std::string& name : measured.raterNames) {
        if (std::any_of(readings.begin(), readings.end(),
                        [&name](const Reading& reading) { return reading.rater == name; }))
            raters.push_back(name);
    }
    builder.declareCodes(declared).declareRaters(raters);
    for (const Reading& reading : readings) {
        builder.addReading(reading.source, reading.length, reading.rater);
        for (const auto& [coding, range] : reading.codings) {
            if (const auto name = names.find(coding->code); name != names.end())
                builder.addSpan(reading.source, reading.length, reading.rater, range.begin.value,
                                range.end.value, name->second);
        }
    }
    RAPPORT_ASSIGN(result.data, builder.build());
    return result;
}

base::Result<StudyUnitizing> measureUnitizing(Session& session, const UnitizingRequest& request,
                                              const agreement::UnitizingOptions& options,
                                              const base::Task& task) {
    RAPPORT_ASSIGN(UnitizedTranscripts transcripts, unitizedTranscripts(session, request));
    StudyUnitizing result;
    result.round = std::move(transcripts.round);
    result.notes = std::move(transcripts.notes);
    RAPPORT_ASSIGN(result.document, agreement::measureUnitizing(transcripts.data, options, task));
    return result;
}

} // namespace rapport::service
