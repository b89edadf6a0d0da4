// SPDX-License-Identifier: GPL-3.0-or-later
// Codes beside one another, one after another, and by who speaks.
#include "analysis/cooccurrence.h"
#include "analysis/saturation.h"
#include "base/format.h"
#include "service/analysing_parts.h"
#include "service/reading.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

namespace {

/// The codes of all presence variables in one row of numbers.
struct AllCodes {
    explicit AllCodes(const AnalysedData& data) {
        for (const AnalysedVariable& variable : data.variables) {
            firsts.push_back(codes.size());
            if (variable.variable->scale != model::Scale::Presence)
                continue;
            for (const model::Code* code : variable.codes) {
                codes.push_back(code);
                variables.push_back(variable.variable);
            }
        }
    }
    std::vector<const model::Code*> codes;
    std::vector<const model::Variable*> variables;
    std::vector<std::size_t> firsts; ///< per variable of the data
};

/// Codes of a unit over all variables, rising; nullopt where no variable was judged.
std::optional<std::vector<std::size_t>> codesOf(const AnalysedData& data, const AllCodes& all,
                                                std::size_t unit) {
    std::optional<std::vector<std::size_t>> given;
    for (std::size_t place = 0; place < data.variables.size(); ++place) {
        const AnalysedVariable& variable = data.variables[place];
        if (variable.variable->scale != model::Scale::Presence || !variable.isJudged(unit))
            continue;
        if (!given)
            given.emplace();
        for (const std::size_t code : variable.codesOf(unit))
            given->push_back(all.firsts[place] + code);
    }
    return given;
}

/// Transcripts that the data have units of, with their turns.
struct Transcript {
    model::SourceId id;
    std::string name;
    std::vector<model::Turn> turns;
    std::int64_t length = 0;
    std::vector<std::size_t> units; ///< in the order of the text
};

base::Result<std::vector<Transcript>> transcriptsOf(Session& session, const AnalysedData& data,
                                                    const std::string& wanted) {
    std::map<model::SourceId, std::vector<std::size_t>> bySource;
    for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
        if (data.units[unit].kind != model::UnitKind::Answer)
            bySource[data.units[unit].source].push_back(unit);
    }
    std::vector<Transcript> all;
    for (auto& [id, units] : bySource) {
        RAPPORT_ASSIGN(const auto source, session.impl().sources().source(id));
        if (!source || (!wanted.empty() && source->name != wanted))
            continue;
        Transcript transcript;
        transcript.id = id;
        transcript.name = source->name;
        RAPPORT_ASSIGN(transcript.turns, session.impl().sources().turns(id));
        for (const model::Turn& turn : transcript.turns)
            transcript.length = std::max(transcript.length, turn.range.end.value);
        std::sort(units.begin(), units.end(), [&](std::size_t a, std::size_t b) {
            return std::pair(data.units[a].range.begin, a) < std::pair(data.units[b].range.begin, b);
        });
        transcript.units = std::move(units);
        all.push_back(std::move(transcript));
    }
    if (all.empty())
        return base::fail(wanted.empty() ? Errc::Undefined : Errc::NotFound,
                          wanted.empty() ? base::Phrase("no unit of a transcript was completed")
                                         : base::said("there is no coded transcript '{}'", wanted),
                          "rounds and raters may leave it out");
    return all;
}

std::string speakerAt(const Transcript& transcript, text::CodePoints place) {
    const auto after = std::upper_bound(
        transcript.turns.begin(), transcript.turns.end(), place,
        [](text::CodePoints begin, const model::Turn& turn) { return begin < turn.range.begin; });
    return after == transcript.turns.begin() ? std::string() : std::prev(after)->speaker;
}

/// A code somewhere in a transcript.
struct Placed {
    std::size_t unit = 0;
    std::size_t code = 0;
    text::TextRange range;
};

/// In the order of the text. Segments of whole transcripts stand where they begin, turns as a whole.
std::vector<Placed> placedCodes(const AnalysedData& data, const AllCodes& all, const Transcript& transcript) {
    std::vector<Placed> placed;
    for (const std::size_t unit : transcript.units) {
        for (std::size_t place = 0; place < data.variables.size(); ++place) {
            const AnalysedVariable& variable = data.variables[place];
            if (variable.variable->scale != model::Scale::Presence || !variable.isJudged(unit))
                continue;
            if (data.units[unit].kind != model::UnitKind::Transcript) {
                for (const std::size_t code : variable.codesOf(unit))
                    placed.push_back({unit, all.firsts[place] + code, data.units[unit].range});
                continue;
            }
            for (const model::Coding& coding : variable.codings[unit]) {
                for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                    if (variable.codes[code]->id == coding.code)
                        placed.push_back(
                            {unit, all.firsts[place] + code, coding.range.value_or(data.units[unit].range)});
                }
            }
        }
    }
    std::stable_sort(placed.begin(), placed.end(),
                     [](const Placed& a, const Placed& b) { return a.range.begin < b.range.begin; });
    return placed;
}

} // namespace

base::Result<analysis::Result> analyseCooccurrence(Session& session, const AnalysisRequest& request,
                                                   const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::Yes, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    const AllCodes all(data);
    analysis::Cooccurrence found;
    std::int64_t units = 0;
    if (request.within == Within::Segment) {
        std::vector<analysis::Stretch> stretches;
        for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
            bool isJudged = false;
            for (std::size_t place = 0; place < data.variables.size(); ++place) {
                const AnalysedVariable& variable = data.variables[place];
                if (variable.variable->scale != model::Scale::Presence || !variable.isJudged(unit))
                    continue;
                isJudged = true;
                for (const model::Coding& coding : variable.codings[unit]) {
                    const auto range = coding.range.value_or(data.units[unit].range);
                    for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                        if (variable.codes[code]->id == coding.code)
                            stretches.push_back(
                                {unit, range.begin.value, range.end.value, all.firsts[place] + code});
                    }
                }
            }
            units += isJudged ? 1 : 0;
        }
        found = analysis::overlappingStretches(std::move(stretches), all.codes.size());
    } else {
        const auto kind = request.within == Within::Turn ? model::UnitKind::Turn : model::UnitKind::Answer;
        std::vector<std::vector<std::size_t>> given;
        for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
            if (data.units[unit].kind != kind)
                continue;
            if (auto codes = codesOf(data, all, unit))
                given.push_back(std::move(*codes));
        }
        units = static_cast<std::int64_t>(given.size());
        found = analysis::cooccurrence(given, all.codes.size());
    }
    analysis::Result result = begun("cooccurrence", title, data, request);
    result.data.emplace_back("within", std::string(request.within == Within::Segment ? "segment"
                                                   : request.within == Within::Turn  ? "turn"
                                                                                     : "answer"));
    result.data.emplace_back("units_within", units);
    ResultTable pairs;
    pairs.id = "pairs";
    pairs.columns = {{"first"},
                     {"second"},
                     {"first_count", ColumnKind::Count},
                     {"second_count", ColumnKind::Count},
                     {"both", ColumnKind::Count},
                     {"jaccard", ColumnKind::Number}};
    std::vector<std::size_t> used;
    for (std::size_t code = 0; code < all.codes.size(); ++code) {
        if (found.counts[code] > 0)
            used.push_back(code);
    }
    std::vector<std::vector<std::int64_t>> cells(all.codes.size(),
                                                 std::vector<std::int64_t>(all.codes.size(), 0));
    for (const analysis::CodePair& pair : found.pairs) {
        cells[pair.first][pair.second] = cells[pair.second][pair.first] = pair.both;
        if (found.counts[pair.first] == 0 || found.counts[pair.second] == 0)
            continue;
        pairs.rows.push_back({all.codes[pair.first]->name, all.codes[pair.second]->name,
                              found.counts[pair.first], found.counts[pair.second], pair.both,
                              valueOr(pair.jaccard)});
    }
    ResultTable matrix;
    matrix.id = "matrix";
    matrix.columns = {{"code"}};
    for (const std::size_t code : used)
        matrix.columns.push_back({all.codes[code]->name, ColumnKind::Count});
    for (const std::size_t row : used) {
        std::vector<Value> line{all.codes[row]->name};
        for (const std::size_t column : used)
            line.emplace_back(row == column ? found.counts[row] : cells[row][column]);
        matrix.rows.push_back(std::move(line));
    }
    result.tables = {std::move(pairs), std::move(matrix)};
    return result;
}

base::Result<analysis::Result> analyseSequence(Session& session, const AnalysisRequest& request,
                                               const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::Yes, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    RAPPORT_ASSIGN(const auto transcripts, transcriptsOf(session, data, request.source));
    const AllCodes all(data);
    analysis::Result result = begun("sequence", title, data, request);
    ResultTable table;
    table.id = "sequence";
    table.columns = {{"source"},
                     {"unit"},
                     {"speaker"},
                     {"begin", ColumnKind::Count},
                     {"end", ColumnKind::Count},
                     {"place", ColumnKind::Share},
                     {"variable"},
                     {"code"}};
    std::map<std::pair<std::size_t, std::size_t>, std::int64_t> follows;
    std::map<std::size_t, std::int64_t> followed;
    for (const Transcript& transcript : transcripts) {
        std::vector<std::size_t> before;
        std::vector<std::size_t> now;
        std::optional<text::TextRange> range;
        const auto step = [&] {
            for (const std::size_t from : before) {
                ++followed[from];
                for (const std::size_t to : now)
                    ++follows[{from, to}];
            }
            before = std::move(now);
            now.clear();
        };
        for (const Placed& each : placedCodes(data, all, transcript)) {
            table.rows.push_back({transcript.name, data.units[each.unit].name,
                                  speakerAt(transcript, each.range.begin), each.range.begin.value,
                                  each.range.end.value,
                                  transcript.length > 0 ? Value(static_cast<double>(each.range.begin.value) /
                                                                static_cast<double>(transcript.length))
                                                        : Value(),
                                  all.variables[each.code]->name, all.codes[each.code]->name});
            if (!range || each.range.begin != range->begin || each.range.end != range->end) {
                step();
                range = each.range;
            }
            if (std::find(now.begin(), now.end(), each.code) == now.end())
                now.push_back(each.code);
        }
        step();
    }
    ResultTable transitions;
    transitions.id = "transitions";
    transitions.columns = {{"from"}, {"to"}, {"times", ColumnKind::Count}, {"share", ColumnKind::Share}};
    for (const auto& [pair, times] : follows)
        transitions.rows.push_back({all.codes[pair.first]->name, all.codes[pair.second]->name, times,
                                    static_cast<double>(times) / static_cast<double>(followed[pair.first])});
    result.tables = {std::move(table), std::move(transitions)};
    return result;
}

base::Result<analysis::Result> analyseSpeakers(Session& session, const AnalysisRequest& request,
                                               const base::Task& task) {
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    RAPPORT_ASSIGN(const auto transcripts, transcriptsOf(session, data, request.source));
    const AllCodes all(data);
    analysis::Result result = begun("speakers", title, data, request);
    ResultTable table;
    table.id = "speakers";
    table.columns = {{"source"},
                     {"speaker"},
                     {"turns", ColumnKind::Count},
                     {"code_points", ColumnKind::Count},
                     {"share", ColumnKind::Share},
                     {"seconds", ColumnKind::Number},
                     {"judged_turns", ColumnKind::Count},
                     {"coded_turns", ColumnKind::Count},
                     {"codes", ColumnKind::Count}};
    ResultTable codes;
    codes.id = "codes";
    codes.columns = {{"source"},
                     {"speaker"},
                     {"variable"},
                     {"code"},
                     {"units", ColumnKind::Count},
                     {"with", ColumnKind::Count},
                     {"share", ColumnKind::Share}};
    struct Speaker {
        std::int64_t turns = 0;
        std::int64_t length = 0;
        std::int64_t milliseconds = 0;
        bool hasTimes = false;
        std::int64_t judged = 0;
        std::int64_t coded = 0;
        std::int64_t given = 0;
        std::vector<std::int64_t> with;
        std::vector<std::int64_t> units;
    };
    for (const Transcript& transcript : transcripts) {
        std::vector<std::string> order;
        std::map<std::string, Speaker> speakers;
        std::int64_t whole = 0;
        for (const model::Turn& turn : transcript.turns) {
            if (!speakers.contains(turn.speaker))
                order.push_back(turn.speaker);
            Speaker& speaker = speakers[turn.speaker];
            ++speaker.turns;
            const std::int64_t length = turn.range.end.value - turn.range.begin.value;
            speaker.length += length;
            whole += length;
            if (turn.beginMs && turn.endMs) {
                speaker.hasTimes = true;
                speaker.milliseconds += *turn.endMs - *turn.beginMs;
            }
        }
        for (const std::size_t unit : transcript.units) {
            if (data.units[unit].kind != model::UnitKind::Turn)
                continue;
            Speaker& speaker = speakers[speakerAt(transcript, data.units[unit].range.begin)];
            const auto given = codesOf(data, all, unit);
            if (!given)
                continue;
            ++speaker.judged;
            speaker.coded += given->empty() ? 0 : 1;
            speaker.given += static_cast<std::int64_t>(given->size());
            speaker.with.resize(all.codes.size(), 0);
            speaker.units.resize(all.codes.size(), 0);
            for (std::size_t place = 0; place < data.variables.size(); ++place) {
                const AnalysedVariable& variable = data.variables[place];
                if (variable.variable->scale != model::Scale::Presence)
                    continue;
                for (std::size_t code = 0; code < variable.codes.size(); ++code) {
                    const int value = variable.presence(unit, code);
                    speaker.units[all.firsts[place] + code] += value >= 0 ? 1 : 0;
                    speaker.with[all.firsts[place] + code] += value == 1 ? 1 : 0;
                }
            }
        }
        for (const std::string& name : order) {
            const Speaker& speaker = speakers[name];
            table.rows.push_back(
                {transcript.name, name, speaker.turns, speaker.length,
                 whole > 0 ? Value(static_cast<double>(speaker.length) / static_cast<double>(whole))
                           : Value(),
                 speaker.hasTimes ? Value(static_cast<double>(speaker.milliseconds) / 1000) : Value(),
                 speaker.judged, speaker.coded, speaker.given});
            for (std::size_t code = 0; code < speaker.with.size(); ++code) {
                if (speaker.units[code] > 0)
                    codes.rows.push_back(
                        {transcript.name, name, all.variables[code]->name, all.codes[code]->name,
                         speaker.units[code], speaker.with[code],
                         static_cast<double>(speaker.with[code]) / static_cast<double>(speaker.units[code])});
            }
        }
    }
    result.tables = {std::move(table), std::move(codes)};
    return result;
}

base::Result<analysis::Result> analyseSaturation(Session& session, const AnalysisRequest& request,
                                                 const base::Task& task) {
    if (request.orders < 0 || request.orders > 100'000)
        return base::fail(Errc::InvalidArgument, base::said("{} orders cannot be drawn", request.orders),
                          "from 0 to 100000");
    RAPPORT_ASSIGN(const AnalysedData data,
                   AnalysedData::read(session, request.select, WithSegments::No, task));
    RAPPORT_ASSIGN(const std::string title, studyTitle(session));
    const AllCodes all(data);
    // One source per person or transcript, in the order in which they came in.
    std::vector<std::vector<std::size_t>> sources(data.clusters);
    std::vector<bool> isJudged(data.clusters, false);
    for (std::size_t unit = 0; unit < data.units.size(); ++unit) {
        if (const auto given = codesOf(data, all, unit)) {
            const std::size_t cluster = data.units[unit].cluster;
            isJudged[cluster] = true;
            sources[cluster].insert(sources[cluster].end(), given->begin(), given->end());
        }
    }
    std::vector<std::vector<std::size_t>> judged;
    for (std::size_t cluster = 0; cluster < sources.size(); ++cluster) {
        if (isJudged[cluster])
            judged.push_back(std::move(sources[cluster]));
    }
    analysis::Result result = begun("saturation", title, data, request);
    result.data.emplace_back("orders", request.orders);
    result.data.emplace_back("seed", static_cast<std::int64_t>(request.seed));
    result.data.emplace_back("codes", static_cast<std::int64_t>(all.codes.size()));
    ResultTable table;
    table.id = "saturation";
    table.columns = {{"sources", ColumnKind::Count},
                     {"new", ColumnKind::Count},
                     {"seen", ColumnKind::Count},
                     {"mean", ColumnKind::Number}};
    for (const analysis::SaturationStep& step : analysis::saturation(
             judged, all.codes.size(), static_cast<std::size_t>(request.orders), request.seed))
        table.rows.push_back({step.sources, step.fresh, step.seen, step.mean});
    result.tables.push_back(std::move(table));
    return result;
}

} // namespace rapport::service
