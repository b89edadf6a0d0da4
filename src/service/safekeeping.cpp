// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/safekeeping.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "base/platform/system_reason.h"
#include "base/seal.h"
#include "service/inspecting.h"
#include "service/sealed.h"
#include "service/session_impl.h"

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <set>

namespace rapport::service {

namespace fs = std::filesystem;
using base::Errc;

namespace {

const char* nameOf(BackupReason reason) {
    switch (reason) {
    case BackupReason::Opening:
        return "opening";
    case BackupReason::Daily:
        return "daily";
    case BackupReason::Risk:
        break;
    }
    return "risk";
}

/// "123.1a2b3c4d": journal position, and what the row there is called. The position alone comes again with
/// other rows once a backup was restored and work went on.
base::Result<std::string> contentOf(const Session& session) {
    RAPPORT_ASSIGN(const std::int64_t position, session.position());
    RAPPORT_ASSIGN(const auto rows, session.impl().journal().between(position, position));
    return rows.empty() ? fmt::format("{}", position)
                        : fmt::format("{}.{}", position, rows.back().guid.text().substr(0, 8));
}

/// "2026-03-14T211407Z-p123.1a2b3c4d-daily.rapport": time, content, reason.
std::string fileName(base::Instant now, const std::string& content, BackupReason reason) {
    std::string time = base::isoText(std::chrono::floor<std::chrono::seconds>(now));
    std::erase(time, ':');
    return fmt::format("{}-p{}-{}.rapport", time, content, nameOf(reason));
}

struct Kept {
    BackupRow row;
    std::string content;
};

/// nullopt for files that are none of ours.
std::optional<Kept> readName(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    constexpr std::size_t timeSize = 18; // 2026-03-14T211407Z
    if (name.size() < timeSize + 4 || !name.ends_with(".rapport") || name.compare(timeSize, 2, "-p") != 0)
        return std::nullopt;
    std::string time = name.substr(0, timeSize);
    time.insert(15, ":").insert(13, ":");
    const auto made = base::parseIso(time);
    const std::size_t dash = name.find('-', timeSize + 2);
    if (!made || dash == std::string::npos)
        return std::nullopt;
    Kept kept;
    kept.row.path = entry.path().string();
    kept.row.made = *made;
    kept.row.reason = name.substr(dash + 1, name.size() - dash - 1 - std::string_view(".rapport").size());
    std::error_code ignored;
    kept.row.bytes = entry.file_size(ignored);
    kept.content = name.substr(timeSize + 2, dash - timeSize - 2);
    return kept;
}

std::vector<Kept> keptIn(const std::string& folder) {
    std::vector<Kept> all;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(folder, failed)) {
        if (auto kept = readName(entry))
            all.push_back(std::move(*kept));
    }
    std::sort(all.begin(), all.end(), [](const Kept& a, const Kept& b) {
        return std::pair(a.row.made, a.row.path) > std::pair(b.row.made, b.row.path);
    });
    return all;
}

base::Result<std::string> folderOf(const Session& session) {
    const auto& impl = session.impl();
    RAPPORT_ASSIGN(const store::StudyProperties properties, impl.file->properties());
    return impl.environment.backupFolder + "/" +
           (impl.pack ? impl.pack->guid.text() : properties.guid.text());
}

bool isDue(const std::vector<Kept>& kept, BackupReason reason, const std::string& content,
           base::Instant now) {
    if (kept.empty())
        return true;
    if (kept.front().content == content)
        return false;
    const auto age = now - kept.front().row.made;
    switch (reason) {
    case BackupReason::Opening:
        return age >= std::chrono::hours(1) || age < age.zero();
    case BackupReason::Daily:
        return age >= std::chrono::hours(24) || age < age.zero();
    case BackupReason::Risk:
        break;
    }
    return true;
}

void thinOut(const std::string& folder, const BackupKeeping& keeping, base::Instant now) {
    const std::vector<Kept> all = keptIn(folder);
    std::set<std::chrono::sys_days> days;
    for (std::size_t place = 0; place < all.size(); ++place) {
        const auto day = std::chrono::floor<std::chrono::days>(all[place].row.made);
        const bool isLastOfDay = days.insert(day).second;
        const bool isYoung = now - all[place].row.made < std::chrono::days(keeping.days);
        std::error_code ignored;
        if (place >= keeping.latest && !(isLastOfDay && isYoung))
            fs::remove(all[place].row.path, ignored);
    }
}

} // namespace

base::Result<std::string> keepBackup(Session& session, BackupReason reason, const BackupKeeping& keeping,
                                     const base::Task& task) {
    auto& impl = session.impl();
    if (impl.environment.backupFolder.empty())
        return std::string();
    RAPPORT_ASSIGN(const std::string folder, folderOf(session));
    RAPPORT_ASSIGN(const std::string content, contentOf(session));
    const base::Instant now = impl.environment.clock->now();
    if (!isDue(keptIn(folder), reason, content, now))
        return std::string();
    std::error_code failed;
    fs::create_directories(folder, failed);
    fs::permissions(folder, fs::perms::owner_all, failed);
    const std::string path = folder + "/" + fileName(now, content, reason);
    if (fs::exists(path, failed))
        return std::string();
    RAPPORT_TRY(impl.file->backup(path, task));
    thinOut(folder, keeping, now);
    return path;
}

std::size_t removeBackups(Session& session) {
    if (session.impl().environment.backupFolder.empty())
        return 0;
    const auto& impl = session.impl();
    const auto own = folderOf(session);
    const auto properties = impl.file->properties();
    std::size_t removed = 0;
    std::error_code ignored;
    // Packs that were opened on this machine have folders of their own.
    for (const auto& entry : fs::directory_iterator(impl.environment.backupFolder, ignored)) {
        const std::string folder = entry.path().string();
        const std::vector<Kept> all = keptIn(folder);
        const bool isOwn = own && fs::path(*own).filename() == entry.path().filename();
        const auto study = isOwn || all.empty() ? std::nullopt : store::studyIn(all.front().row.path);
        const bool isPacks = !impl.pack && properties && study && study->guid == properties->guid;
        for (const Kept& kept : isOwn || isPacks ? all : std::vector<Kept>())
            removed += fs::remove(kept.row.path, ignored) ? 1U : 0U;
    }
    return removed;
}

base::Result<std::vector<BackupRow>> backups(Session& session) {
    if (session.impl().environment.backupFolder.empty())
        return std::vector<BackupRow>();
    RAPPORT_ASSIGN(const std::string folder, folderOf(session));
    std::vector<BackupRow> rows;
    for (Kept& kept : keptIn(folder))
        rows.push_back(std::move(kept.row));
    return rows;
}

std::vector<BackupRow> allBackups(const std::string& backupFolder) {
    std::vector<BackupRow> rows;
    std::error_code failed;
    for (const auto& entry : fs::directory_iterator(backupFolder, failed)) {
        std::vector<Kept> kept = keptIn(entry.path().string());
        std::string title;
        for (const Kept& each : kept) {
            // A damaged one says nothing: the one before it does.
            const auto opened = store::StudyFile::open(each.row.path, store::OpenMode::ReadOnly);
            if (!opened)
                continue;
            if (const auto properties = opened->file->properties()) {
                title = properties->title;
                break;
            }
        }
        for (Kept& each : kept) {
            each.row.study = title;
            rows.push_back(std::move(each.row));
        }
    }
    std::sort(rows.begin(), rows.end(),
              [](const BackupRow& a, const BackupRow& b) { return a.made > b.made; });
    return rows;
}

std::string putAsideName(const std::string& study) {
    const std::string stem = (fs::path(study).parent_path() / fs::path(study).stem()).string();
    const std::string ending = fs::path(study).extension() == ".rpack" ? ".rpack" : ".rapport";
    std::string name = stem + ".before-restore" + ending;
    std::error_code ignored;
    for (int number = 2; fs::exists(name, ignored); ++number)
        name = fmt::format("{}.before-restore-{}{}", stem, number, ending);
    return name;
}

/// The acts that took texts out.
base::Result<std::set<model::Guid>> takingActs(store::StudyFile& file) {
    std::set<model::Guid> acts;
    store::HistoryFilter filter;
    for (const store::Act act : {store::Act::Forget, store::Act::Redact}) {
        filter.act = act;
        RAPPORT_ASSIGN(const auto rows, store::Journal(file).history(filter));
        for (const store::JournalEntry& row : rows)
            acts.insert(row.guid);
    }
    return acts;
}

base::Result<Restored> restore(const std::string& study, const std::string& from, const base::Task& task) {
    base::Guid guid;
    base::Guid packGuid; ///< null: of a study
    std::set<model::Guid> known;
    std::string fresh = study + ".restored.part";
    std::error_code failed;
    {
        const auto opened = store::StudyFile::open(from, store::OpenMode::ReadOnly);
        if (!opened && opened.error().code == Errc::StudyDamaged && store::isSealedFile(from))
            return tl::make_unexpected(sealedError(from));
        if (!opened)
            return base::fail(opened);
        const store::Opened& backup = *opened;
        RAPPORT_ASSIGN(const store::CheckReport report, backup.file->check(task));
        if (!report.problems.empty())
            return base::fail(Errc::StudyDamaged, base::Place{from, 0, 0, {}},
                              base::said("is damaged itself: {}", report.problems.front()),
                              "try an older backup");
        RAPPORT_ASSIGN(const auto pack, store::packInfo(*backup.file));
        if (pack)
            packGuid = pack->guid;
        RAPPORT_ASSIGN(const store::StudyProperties properties, backup.file->properties());
        guid = properties.guid;
        RAPPORT_ASSIGN(known, takingActs(*backup.file));
        fs::remove(fresh, failed);
        if (const auto copied = backup.file->backup(fresh); !copied) {
            // Of the copy that is not to be nobody has heard.
            base::Error error = copied.error();
            error.where = base::Place{study, 0, 0, {}};
            if (error.code == Errc::Io)
                error.message = "cannot be put back: nothing can be written in its folder";
            return tl::make_unexpected(std::move(error));
        }
    }
    Restored restored;
    restored.from = from;
    bool isLinked = false;          ///< the study as it was has both names
    std::vector<const char*> moved; ///< endings of what was put aside
    const auto giveUp = [&](base::Error error) {
        std::error_code stays;
        fs::remove(fresh, stays);
        if (isLinked)
            fs::remove(restored.putAside, stays);
        for (const char* ending : moved) {
            fs::rename(restored.putAside + ending, study + ending, stays);
            if (stays)
                error.hint = base::said("the study as it was is at {}", restored.putAside);
        }
        return tl::make_unexpected(std::move(error));
    };
    if (!packGuid.isNull() && fs::path(study).extension() != ".rpack")
        return giveUp({Errc::Refused, "is a pack, not a backup", base::Place{from, 0, 0, {}},
                       "take it in with: rapport merge"});
    if (fs::exists(study, failed)) {
        // One that still opens says whose it is and whether somebody works in it; a damaged one says neither.
        restored.broughtBack.reset();
        if (auto opened = store::StudyFile::open(study, store::OpenMode::ReadWrite)) {
            const auto properties = opened->file->properties();
            const auto target = store::packInfo(*opened->file);
            const base::Guid targetPack = target && *target ? (*target)->guid : base::Guid();
            if ((properties && properties->guid != guid) || targetPack != packGuid)
                return giveUp({Errc::Refused, "is a copy of another study", base::Place{from, 0, 0, {}},
                               "name a backup of this study"});
            if (const auto taken = takingActs(*opened->file))
                restored.broughtBack =
                    std::count_if(taken->begin(), taken->end(),
                                  [&known](const model::Guid& act) { return !known.contains(act); });
            if (const auto alone = opened->file->closeForReplacement(); !alone)
                return giveUp(alone.error());
        } else if (opened.error().code == Errc::StudyLocked) {
            return giveUp(opened.error());
        }
        restored.putAside = putAsideName(study);
        // With a second name the study is at its own at every moment; not every disk has second names.
        fs::create_hard_link(study, restored.putAside, failed);
        isLinked = !failed;
        for (const char* ending : {"", "-wal"}) {
            const bool isThere =
                fs::exists(study + ending, failed) && !(isLinked && std::string_view(ending).empty());
            if (isThere)
                fs::rename(study + ending, restored.putAside + ending, failed);
            if (failed)
                return giveUp(
                    {Errc::Io,
                     base::said("cannot put the study aside: {}", base::systemReason(failed.value())),
                     base::Place{study, 0, 0, {}}, "check that you may write in its folder"});
            if (isThere)
                moved.push_back(ending);
        }
        fs::remove(study + "-shm", failed);
    }
    fs::rename(fresh, study, failed);
    if (failed)
        return giveUp(
            {Errc::Io,
             base::said("cannot put the backup in its place: {}", base::systemReason(failed.value())),
             base::Place{study, 0, 0, {}}, "check that you may write in its folder"});
    return restored;
}

base::Status backupSealed(Session& session, const std::string& file, const std::string& passphrase) {
    if (passphrase.empty())
        return backup(session, file);
    RAPPORT_TRY(base::refuseExisting(file));
    RAPPORT_ASSIGN(const base::TemporaryFolder folder, base::TemporaryFolder::make());
    const std::string plain = folder.path() + "/backup";
    RAPPORT_TRY(backup(session, plain));
    return base::seal(plain, file, passphrase);
}

} // namespace rapport::service
