// SPDX-License-Identifier: GPL-3.0-or-later
// Lines that somebody left out, with the reason.
#include "base/format.h"
#include "service/concording.h"
#include "service/concording_lines.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

bool isSame(const store::HiddenLine& hidden, const ConcordanceLine& line) {
    return hidden.unit == line.unit && hidden.range == line.range;
}

} // namespace

Result<std::vector<HiddenLine>> hiddenLines(Session& session, const std::string& query, std::int64_t width,
                                            const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(QueryLines found, QueryLines::find(session, query, task, true));
    RAPPORT_ASSIGN(const auto rows, session.impl().searches().hidden(session.viewer().rater, found.words));
    std::vector<HiddenLine> hidden;
    if (rows.empty())
        return hidden;
    // Only lines of units in which something is hidden are read.
    std::vector<bool> isConcerned(found.tokens->unitCount());
    for (const store::HiddenLine& row : rows) {
        if (const std::uint32_t unit = found.tokens->numberOf(row.unit); unit < isConcerned.size())
            isConcerned[unit] = found.isFound[unit];
    }
    RAPPORT_ASSIGN(const auto concerned, search::linesIn(*found.tokens, found.lines, isConcerned, task));
    RAPPORT_ASSIGN(auto lines, shownLines(session, *found.names, *found.tokens, concerned, width, task));
    for (ConcordanceLine& line : lines) {
        const auto row = std::find_if(rows.begin(), rows.end(),
                                      [&line](const store::HiddenLine& each) { return isSame(each, line); });
        if (row != rows.end())
            hidden.push_back({row->guid, std::move(line), row->reason});
    }
    return hidden;
}

Result<ChangeSet> hideLines(Session& session, const std::string& query,
                            const std::vector<ConcordanceLine>& lines, const std::string& reason) {
    if (text::trim(reason).empty())
        return base::fail(Errc::InvalidArgument, "a line is hidden with a reason",
                          "say in a few words why it does not belong");
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(const search::Query read, readQuery(session, *names, query));
    const std::string words = search::describeWords(read);
    if (words.empty())
        return base::fail(Errc::InvalidArgument, "a query without words has no lines");
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        const auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto known, impl.searches().hidden(session.viewer().rater, words));
        for (const ConcordanceLine& line : lines) {
            if (!names->maySee(line.unit))
                return base::fail(Errc::Refused, "this unit is not assigned to this rater");
            if (std::any_of(known.begin(), known.end(),
                            [&line](const store::HiddenLine& each) { return isSame(each, line); }))
                continue;
            store::HiddenLine hidden;
            hidden.guid = base::Guid::random(session.impl().environment.random);
            hidden.owner = session.viewer().rater;
            hidden.words = words;
            hidden.unit = line.unit;
            hidden.range = line.range;
            hidden.reason = std::string(text::trim(reason));
            hidden.time = impl.environment.clock->now();
            RAPPORT_TRY(impl.searches().hide(hidden));
            store::JournalEntry entry;
            entry.act = store::Act::Hide;
            entry.rater = hidden.owner;
            entry.unit = hidden.unit;
            entry.range = hidden.range;
            entry.target = hidden.guid;
            RAPPORT_TRY(writer.append(entry));
        }
        writer.changes().act = "hide";
        return {};
    });
}

Result<ChangeSet> showLine(Session& session, const base::Guid& hidden) {
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        const auto& impl = session.impl();
        RAPPORT_TRY(impl.searches().show(hidden, session.viewer().rater, impl.environment.clock->now()));
        store::JournalEntry entry;
        entry.act = store::Act::Show;
        entry.rater = session.viewer().rater;
        entry.target = hidden;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().act = "show";
        return {};
    });
}

} // namespace rapport::service
