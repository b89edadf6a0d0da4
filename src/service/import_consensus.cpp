// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/csv_text.h"
#include "base/format.h"
#include "exchange/project.h"
#include "model/names.h"
#include "service/rater_names.h"
#include "service/settling.h"
#include "text/utf8.h"

#include <tuple>

namespace rapport::service {

namespace {

using base::Errc;

/// Columns as they were written (`export_project.cpp`).
enum Place : std::size_t { Round, Unit, VariableName, CodeName, Value, By, Reason, Time, places };

/// Of one settlement: its codes and variables were settled together, with one reason.
struct Settlement {
    Adjudication what;
    base::Instant time;
    std::vector<std::size_t> lines;
    std::string key;
};

} // namespace

base::Status importConsensus(Writer& writer, const std::string& file, const exchange::Table& table,
                             const std::set<std::string>& known,
                             const std::map<std::string, std::string>& names, ImportReport& report) {
    if (table.columns.size() != places)
        return base::fail(
            Errc::Unreadable, base::Place{file, 0, 0, {}},
            base::said("the note '{}' is not as it was written", exchange::project_notes::consensus));
    Session& session = writer.session();
    const auto reject = [&](std::size_t line, base::Phrase message, base::Phrase hint) {
        report.rejected.push_back(
            {exchange::project_notes::consensus, line, {}, std::move(message), std::move(hint)});
    };
    const auto named = [&](const std::string& name) {
        const auto found = names.find(name);
        return found == names.end() ? name : found->second;
    };
    std::map<std::tuple<std::string, std::string, std::string>, std::string> standing;
    RAPPORT_ASSIGN(const auto before, settledItems(session));
    for (const SettledInRound& each : before)
        standing[{each.round, each.unit, each.item.code.empty() ? each.item.variable : each.item.code}] =
            each.item.value;
    RAPPORT_ASSIGN(const RaterNames raters, RaterNames::read(session));
    store::UnitsByName units(*session.impl().file);
    std::vector<Settlement> settlements;
    for (const exchange::Row& row : table.rows) {
        const auto word = [&](Place place) { return std::string(base::withFormula(row.cells[place])); };
        const std::string code = named(word(CodeName));
        const std::string about = code.empty() ? named(word(VariableName)) : code;
        // A level is a code's name, a count a number.
        const std::string value = code.empty() ? named(word(Value)) : word(Value);
        if (const auto settled = standing.find({word(Round), word(Unit), about}); settled != standing.end()) {
            if (settled->second != value)
                reject(row.line,
                       base::said("'{}' of {} is settled otherwise in the study, as {}", about, word(Unit),
                                  settled->second),
                       "it stays as it is");
            continue;
        }
        RAPPORT_ASSIGN(const auto unit, units.find(word(Unit)));
        const auto time = base::parseIso(word(Time));
        if (!unit || !time) {
            reject(row.line, base::said("there is no unit '{}'", word(Unit)), {});
            continue;
        }
        std::string key =
            word(Round) + '\n' + word(Unit) + '\n' + word(By) + '\n' + word(Reason) + word(Time);
        if (settlements.empty() || settlements.back().key != key) {
            Settlement& made = settlements.emplace_back();
            made.key = std::move(key);
            made.what.round = word(Round);
            made.what.unit = unit->id;
            made.what.reason = word(Reason);
            made.time = *time;
            const std::string by = word(By);
            for (std::size_t begin = 0; begin < by.size();) {
                const std::size_t end = std::min(by.find(", ", begin), by.size());
                const std::string name = by.substr(begin, end - begin);
                const model::Rater* rater = raters.find(name);
                made.what.by.push_back(rater == nullptr ? name : rater->name);
                begin = end + 2;
            }
        }
        settlements.back().what.set.emplace_back(about, value);
        settlements.back().lines.push_back(row.line);
    }
    // Agreement of a round is frozen before anything of it is settled; theirs was.
    std::set<std::string> opened;
    for (const Settlement& each : settlements) {
        const auto round = session.round(each.what.round);
        if (!round || round->openedAt != 0 || round->kind == model::RoundKind::Default ||
            known.contains(each.what.round) || !opened.insert(each.what.round).second)
            continue;
        store::JournalEntry entry;
        entry.act = store::Act::OpenRound;
        entry.round = round->id;
        RAPPORT_TRY(writer.append(entry));
        report.notes.push_back(base::said("{}: round '{}' comes in opened, since differences in it were "
                                          "settled: its agreement is that of the codings in the file",
                                          file, each.what.round));
    }
    std::int64_t settled = 0;
    for (const Settlement& each : settlements) {
        if (settle(writer, each.what, each.time)) {
            settled += static_cast<std::int64_t>(each.lines.size());
            continue;
        }
        for (std::size_t index = 0; index < each.lines.size(); ++index) {
            Adjudication one = each.what;
            one.set = {each.what.set[index]};
            if (const auto done = settle(writer, one, each.time); !done)
                reject(each.lines[index], done.error().message, done.error().hint);
            else
                ++settled;
        }
    }
    report.added += settled;
    if (settled > 0) {
        writer.changes().roundsChanged = true;
        report.notes.push_back(
            settled == 1 ? base::said("{}: 1 difference that was settled came in", file)
                         : base::said("{}: {} differences that were settled came in", file, settled));
    }
    return {};
}

} // namespace rapport::service
