// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/elsewhere.h"

#include "service/session_impl.h"

namespace rapport::service {

using base::Result;
using store::Act;

namespace {

/// More rows than these are not told one by one: everything is read anew.
constexpr std::int64_t mostRows = 1'000;

void addRow(const store::JournalEntry& row, ChangeSet& changes) {
    switch (row.act) {
    case Act::Code:
    case Act::Withdraw:
    case Act::Complete:
    case Act::Reopen:
    case Act::Memo:
    case Act::Flag:
    case Act::Unflag:
    case Act::Adjudicate:
    case Act::Unsettle:
    case Act::Note:
        if (!row.unit.isNone())
            changes.units.push_back(row.unit);
        return;
    case Act::Codebook:
    case Act::Freeze:
        changes.codebookChanged = true;
        return;
    case Act::AddRater:
    case Act::Assign:
    case Act::Reassign:
    case Act::OpenRound:
    case Act::Sample:
    case Act::OpenSample:
        changes.roundsChanged = true;
        return;
    case Act::Settings:
        changes.settingsChanged = true;
        // A rater's or a round's name, or whether who coordinates rates: lists of them are others.
        changes.roundsChanged = changes.roundsChanged || row.detail.find("rate") != std::string::npos ||
                                row.detail.find("round") != std::string::npos;
        return;
    case Act::Attributes:
    case Act::Instrument:
        changes.settingsChanged = true;
        return;
    case Act::Create:
    case Act::Import:
    case Act::Merge:
    case Act::Redact:
    case Act::Forget:
        changes.sourcesChanged = true;
        changes.roundsChanged = changes.roundsChanged || row.act != Act::Redact;
        return;
    case Act::Pack:
    case Act::Search:
    case Act::Hide:
    case Act::Show:
    case Act::Judge:
        return;
    }
}

} // namespace

Result<std::int64_t> outsideWrites(const Session& session) {
    return session.impl().file->outsideWrites();
}

Result<News> newsSince(const Session& session, std::int64_t position) {
    News news;
    RAPPORT_ASSIGN(news.changes.position, session.position());
    if (news.changes.position <= position)
        return news;
    if (news.changes.position - position > mostRows) {
        news.changes.sourcesChanged = news.changes.codebookChanged = true;
        news.changes.roundsChanged = news.changes.settingsChanged = true;
        news.concernsViewer = true;
        return news;
    }
    RAPPORT_ASSIGN(const auto rows, session.impl().journal().between(position + 1, news.changes.position));
    const model::RaterId own = session.viewer().rater;
    for (const store::JournalEntry& row : rows) {
        const std::size_t before = news.changes.units.size();
        addRow(row, news.changes);
        news.concernsViewer =
            news.concernsViewer || (news.changes.units.size() > before && (own.isNone() || row.rater == own));
    }
    news.concernsViewer = news.concernsViewer || news.changes.codebookChanged || news.changes.roundsChanged;
    return news;
}

} // namespace rapport::service
