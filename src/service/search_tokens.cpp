// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/system_reason.h"
#include "service/memo_index.h"
#include "service/search_scope.h"
#include "text/tokenizer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <filesystem>
#include <mutex>
#include <thread>

namespace rapport::service {

namespace {

using Tokens = std::shared_ptr<const search::TokenIndex>;

/// From so many words on, reading the file is worth its place on the disk: docs/decisions/0013.
std::atomic<std::int64_t> savedFrom = 2'000'000;

/// A study by file and guid: a copy has the same guid, and may have gone on without the other.
struct Kept {
    std::string path;
    base::Guid study;
    std::timed_mutex building; ///< one builds, the others wait for it
    Tokens tokens;             ///< under `building`
    std::timed_mutex reading;  ///< of memos and codes, as `building`
    Tokens notes;              ///< under `reading`: of memos and codes
    std::mutex disk;           ///< of what follows
    std::int64_t dropped = 0;  ///< how often they had to go
    std::jthread saving;
};

/// Every background search opens a session of its own: what took long to build is shared between them. It
/// depends on nothing but the texts.
class KeptTokens {
public:
    std::shared_ptr<Kept> of(const std::string& path, const base::Guid& study) {
        constexpr std::size_t mostStudies = 2;
        const std::lock_guard lock(m_mutex);
        const auto found = std::find_if(m_kept.begin(), m_kept.end(), [&](const auto& kept) {
            return kept->path == path && kept->study == study;
        });
        std::shared_ptr<Kept> kept;
        if (found != m_kept.end()) {
            kept = *found;
            m_kept.erase(found);
        } else {
            kept = std::make_shared<Kept>();
            kept->path = path;
            kept->study = study;
        }
        m_kept.push_back(kept);
        if (m_kept.size() > mostStudies)
            m_kept.erase(m_kept.begin());
        return kept;
    }

private:
    std::mutex m_mutex;
    std::vector<std::shared_ptr<Kept>> m_kept; ///< last asked for at the end
};

KeptTokens& keptTokens() {
    static KeptTokens kept;
    return kept;
}

base::Result<std::shared_ptr<Kept>> keptOf(const Session& session) {
    RAPPORT_ASSIGN(const base::Guid guid, studyGuid(session));
    return keptTokens().of(session.path(), guid);
}

std::filesystem::path fileOf(const Session& session, const base::Guid& study) {
    return std::filesystem::path(session.impl().environment.cacheFolder) / study.text() / "words";
}

std::string stampOf(const base::Guid& study) {
    return study.text() + '\n' + text::tokenizerFingerprint();
}

/// Of this study's past, and nothing that it holds went since.
base::Result<bool> isOfThisPast(const Session& session, const search::TokenIndex& tokens,
                                std::int64_t truth) {
    if (tokens.position() > truth)
        return false; // an older study was put in its place
    RAPPORT_ASSIGN(const std::string history, historyAt(session, tokens.position()));
    if (history != tokens.history())
        return false; // another past: restored from a copy that went on otherwise
    if (tokens.position() == truth)
        return true;
    RAPPORT_ASSIGN(const bool areGone, textsWentAfter(session, tokens.position()));
    return !areGone;
}

/// Texts do not change unless they go, and units only come in: what was built holds until then.
base::Result<bool> isCurrent(const Session& session, const search::TokenIndex& tokens, std::int64_t truth) {
    RAPPORT_ASSIGN(const bool isUsable, isOfThisPast(session, tokens, truth));
    if (!isUsable || tokens.position() == truth)
        return isUsable;
    bool hasMore = false;
    RAPPORT_TRY(session.impl().sources().forEachUnitAfter(tokens.position(), false,
                                                          [&hasMore](const store::UnitRow& row) {
                                                              hasMore = isSearched(row.unit.kind);
                                                              return !hasMore;
                                                          }));
    return !hasMore;
}

base::Result<Tokens> build(const Session& session, std::int64_t truth, const base::Task& task) {
    RAPPORT_ASSIGN(const std::string history, historyAt(session, truth));
    return search::TokenIndex::build(
        [&session](const search::TokenIndex::TextVisitor& visit) {
            return session.impl().sources().forEachUnit(
                model::UnitId{}, true, [&](const store::UnitRow& row) {
                    return !isSearched(row.unit.kind) || visit(row.unit.id, row.text);
                });
        },
        truth, task, history);
}

/// What a file holds, where it is the study as it is now; a file that is not goes. Null otherwise.
base::Result<Tokens> load(const Session& session, const base::Guid& study, std::int64_t truth,
                          const base::Task& task) {
    const std::filesystem::path path = fileOf(session, study);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return Tokens();
    auto tokens = search::TokenIndex::load(path.string(), stampOf(study), task);
    if (!tokens && tokens.error().code == base::Errc::Cancelled)
        return tl::make_unexpected(tokens.error());
    if (tokens) {
        RAPPORT_ASSIGN(const bool isUsable, isCurrent(session, **tokens, truth));
        if (isUsable)
            return std::move(*tokens);
    }
    std::filesystem::remove(path, ignored);
    return Tokens();
}

/// Beside the search that wanted them: nobody waits for a disk. A cache that cannot be written is none.
void save(Kept& kept, const std::filesystem::path& path, std::int64_t dropped) {
    const std::lock_guard lock(kept.disk);
    if (kept.dropped != dropped)
        return; // texts went while they were read
    kept.saving = std::jthread([tokens = kept.tokens, path, stamp = stampOf(kept.study)] {
        std::error_code failed;
        std::filesystem::create_directories(path.parent_path(), failed);
        if (!failed)
            static_cast<void>(tokens->save(path.string(), stamp));
    });
}

base::Result<std::unique_lock<std::timed_mutex>> lockOf(std::timed_mutex& mutex, const base::Task& task) {
    constexpr auto betweenLooks = std::chrono::milliseconds(10);
    std::unique_lock lock(mutex, std::defer_lock);
    while (!lock.try_lock_for(betweenLooks)) {
        if (task.isStopped())
            return base::Task::cancelled();
    }
    if (task.isStopped())
        return base::Task::cancelled();
    return lock;
}

base::Result<Tokens> buildNotes(const Session& session, std::int64_t truth, const base::Task& task) {
    RAPPORT_ASSIGN(const std::string history, historyAt(session, truth));
    RAPPORT_ASSIGN(const auto texts, memoTexts(session, task));
    return search::TokenIndex::build(
        [&texts](const search::TokenIndex::TextVisitor& visit) {
            for (const auto& [document, text] : texts) {
                if (!visit(document, text))
                    break;
            }
            return base::Status();
        },
        truth, task, history);
}

} // namespace

base::Result<std::string> historyAt(const Session& session, std::int64_t position) {
    if (position <= 0)
        return std::string();
    RAPPORT_ASSIGN(const auto entries, session.impl().journal().between(position, position));
    return entries.empty() ? std::string() : entries.front().guid.text();
}

base::Result<bool> textsWentAfter(const Session& session, std::int64_t position) {
    return session.impl().journal().textsWentAfter(position);
}

base::Result<Tokens> tokensOf(const Session& session, const base::Task& task) {
    RAPPORT_ASSIGN(const std::shared_ptr<Kept> kept, keptOf(session));
    RAPPORT_ASSIGN(const auto lock, lockOf(kept->building, task));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    if (kept->tokens) {
        RAPPORT_ASSIGN(const bool isUsable, isCurrent(session, *kept->tokens, truth));
        if (isUsable)
            return kept->tokens;
        kept->tokens.reset();
    } else {
        RAPPORT_ASSIGN(kept->tokens, load(session, kept->study, truth, task));
        if (kept->tokens)
            return kept->tokens;
    }
    const std::int64_t dropped = [&kept] {
        const std::lock_guard disk(kept->disk);
        return kept->dropped;
    }();
    RAPPORT_ASSIGN(kept->tokens, build(session, truth, task));
    if (kept->tokens->wordCount() >= savedFrom)
        save(*kept, fileOf(session, kept->study), dropped);
    return kept->tokens;
}

base::Result<Tokens> noteTokensOf(const Session& session, const base::Task& task) {
    // So many memos are read for each search rather than all of them anew.
    constexpr std::int64_t mostNewer = 500;
    RAPPORT_ASSIGN(const std::shared_ptr<Kept> kept, keptOf(session));
    RAPPORT_ASSIGN(const auto lock, lockOf(kept->reading, task));
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    if (kept->notes) {
        RAPPORT_ASSIGN(const bool isUsable, isOfThisPast(session, *kept->notes, truth));
        RAPPORT_ASSIGN(const std::int64_t newer,
                       session.impl().codings().memoCount(kept->notes->position(), mostNewer + 1));
        if (isUsable && newer <= mostNewer)
            return kept->notes;
        kept->notes.reset();
    }
    RAPPORT_ASSIGN(kept->notes, buildNotes(session, truth, task));
    return kept->notes;
}

base::Result<Tokens> readyTokens(const Session& session) {
    RAPPORT_ASSIGN(const std::shared_ptr<Kept> kept, keptOf(session));
    const std::unique_lock lock(kept->building, std::try_to_lock);
    if (!lock.owns_lock() || !kept->tokens)
        return Tokens();
    RAPPORT_ASSIGN(const std::int64_t truth, session.position());
    RAPPORT_ASSIGN(const bool isUsable, isCurrent(session, *kept->tokens, truth));
    return isUsable ? kept->tokens : Tokens();
}

base::Status dropTokens(const Session& session) {
    RAPPORT_ASSIGN(const std::shared_ptr<Kept> kept, keptOf(session));
    // Whoever builds at this moment sees afterwards that texts went.
    if (const std::unique_lock lock(kept->building, std::try_to_lock); lock.owns_lock())
        kept->tokens.reset();
    if (const std::unique_lock lock(kept->reading, std::try_to_lock); lock.owns_lock())
        kept->notes.reset();
    const std::lock_guard disk(kept->disk);
    ++kept->dropped;
    if (kept->saving.joinable())
        kept->saving.join();
    const std::filesystem::path path = fileOf(session, kept->study);
    std::error_code failed;
    std::filesystem::remove(path, failed);
    if (failed)
        return base::fail(
            base::Errc::Io,
            base::said("cannot remove {}: {}", path.string(), base::systemReason(failed.value())),
            "close other programs that use the study, then try again");
    return {};
}

void keepWordsInFile(std::int64_t from) {
    savedFrom = from;
}

base::Status prepareSearch(Session& session, const base::Task& task) {
    const StopsReading stops(session, task);
    RAPPORT_ASSIGN(const auto tokens, tokensOf(session, task));
    static_cast<void>(tokens);
    if (!session.viewer().isCoordinator())
        return {}; // the own memos are few, and read
    RAPPORT_ASSIGN(const auto notes, noteTokensOf(session, task));
    static_cast<void>(notes);
    return {};
}

} // namespace rapport::service
