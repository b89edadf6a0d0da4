// SPDX-License-Identifier: GPL-3.0-or-later
// Copies that the program makes by itself, and the way back.
#include "base/platform/storage.h"
#include "service/consent.h"
#include "service/inspecting.h"
#include "service/merging.h"
#include "service/packing.h"
#include "service/safekeeping.h"
#include "service/study_fixture.h"

#include <filesystem>
#include <fstream>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

namespace fs = std::filesystem;

struct KeptStudy : StudyFixture {
    KeptStudy() { reopenKeeping(); }
    void reopenKeeping(std::uint64_t seed = 3) {
        session.reset();
        Environment kept = environment(seed);
        kept.backupFolder = scratch.file("backups");
        session = take(Session::open(path(), OpenMode::ReadWrite, kept));
    }
    void change() {
        const Target where = target("R1", "P1/Q1");
        take(setFlag(*session, where, !work(where).item.isFlagged));
    }
};

} // namespace

TEST_CASE("backups are made when they are due, and only where something changed") {
    KeptStudy study;
    const std::string first = take(keepBackup(*study.session, BackupReason::Opening));
    CHECK(fs::exists(first));
    CHECK(take(keepBackup(*study.session, BackupReason::Risk)).empty()); // nothing changed
    study.change();
    CHECK(take(keepBackup(*study.session, BackupReason::Opening)).empty()); // within the hour
    CHECK(take(keepBackup(*study.session, BackupReason::Daily)).empty());
    study.clock.advance(std::chrono::seconds(1));
    CHECK_FALSE(take(keepBackup(*study.session, BackupReason::Risk)).empty());
    study.change();
    study.clock.advance(std::chrono::hours(2));
    CHECK(take(keepBackup(*study.session, BackupReason::Daily)).empty());
    CHECK_FALSE(take(keepBackup(*study.session, BackupReason::Opening)).empty());
    study.change();
    study.clock.advance(std::chrono::hours(25));
    CHECK_FALSE(take(keepBackup(*study.session, BackupReason::Daily)).empty());
    const auto rows = take(backups(*study.session));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].reason == "daily");
    CHECK(rows[3].path == first);
    CHECK(rows[0].made > rows[1].made);
    CHECK(allBackups(study.scratch.file("backups")).size() == 4);
    // A session without a folder makes none.
    StudyFixture plain;
    CHECK(take(keepBackup(*plain.session, BackupReason::Risk)).empty());
}

TEST_CASE("the latest backups are kept, and one for each of the last days") {
    KeptStudy study;
    for (int day = 0; day < 8; ++day) {
        for (int hour = 0; hour < 3; ++hour) {
            study.change();
            study.clock.advance(std::chrono::hours(1));
            take(keepBackup(*study.session, BackupReason::Risk, {2, 5}));
        }
        study.clock.advance(std::chrono::hours(21));
    }
    const auto rows = take(backups(*study.session));
    CHECK(rows.size() >= 5);
    CHECK(rows.size() <= 7);
    std::set<std::int64_t> days;
    for (const BackupRow& row : rows)
        days.insert(std::chrono::floor<std::chrono::days>(row.made).time_since_epoch().count());
    CHECK(days.size() >= 4);
    for (const BackupRow& row : rows)
        CHECK(take(Session::open(row.path, OpenMode::ReadOnly, study.environment(9)))->path() == row.path);
}

TEST_CASE("merging makes a backup first, and restoring it takes the merge back") {
    KeptStudy study;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1"};
    take(assign(*study.session, request));
    const std::string file = study.scratch.file("r1.rpack");
    take(pack(*study.session, {"R1", file, ""}));
    {
        Environment laptop = study.environment(5);
        laptop.device = base::Guid::fromText("laptop");
        const auto session = take(Session::open(file, OpenMode::ReadWrite, laptop));
        const auto mine = take(units(*session, {"rel1", "R1", UnitState::All}));
        take(
            complete(*session, {take(session->rater("R1")).id, take(session->round("rel1")).id, mine[0].id}));
    }
    const std::string before = take(exportCodings(*study.session));
    study.clock.advance(std::chrono::minutes(1));
    take(merge(*study.session, {{file}, ""}));
    CHECK(take(exportCodings(*study.session)) != before);
    const auto rows = take(backups(*study.session));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].reason == "risk");

    // Not while somebody has it open.
    CHECK(restore(study.path(), rows[0].path).error().code == base::Errc::StudyLocked);
    study.session.reset();
    const Restored restored = take(restore(study.path(), rows[0].path));
    CHECK(fs::exists(restored.putAside));
    study.reopenKeeping();
    CHECK(take(exportCodings(*study.session)) == before);
    CHECK(take(check(*study.session, false)).problems.empty());
    // And what was put aside still opens.
    CHECK(take(exportCodings(
              *take(Session::open(restored.putAside, OpenMode::ReadOnly, study.environment(6))))) != before);
}

TEST_CASE("a damaged study is put aside and restored, and only by a whole backup of its own") {
    KeptStudy study;
    study.change();
    const std::string backup = take(keepBackup(*study.session, BackupReason::Risk));
    const std::string before = take(exportCodings(*study.session));
    study.session.reset();
    {
        std::fstream file(study.path(), std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(5000);
        file.write(std::string(3000, 'x').data(), 3000);
    }
    // A broken backup, another study's, a pack, nothing: the study stays as it is.
    const std::string broken = study.scratch.file("broken.rapport");
    fs::copy_file(backup, broken);
    {
        std::fstream file(broken, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(9000);
        file.write("y", 1);
    }
    const std::string bytes = take(base::readFile(study.path()));
    CHECK(restore(study.path(), broken).error().code == base::Errc::StudyDamaged);
    CHECK(restore(study.path(), study.scratch.file("none")).error().code == base::Errc::Unreadable);
    CHECK(take(base::readFile(study.path())) == bytes);
    CHECK_FALSE(take(restore(study.path(), backup)).broughtBack); // nobody can tell
    study.reopenKeeping();
    CHECK(take(exportCodings(*study.session)) == before);
    // Where nothing is any more.
    study.session.reset();
    fs::remove(study.path());
    CHECK(take(restore(study.path(), backup)).putAside.empty());
}

TEST_CASE("a backup of another study is not put in the place of this one") {
    KeptStudy study;
    const std::string other = study.scratch.file("other.rapport");
    NewStudy fresh;
    fresh.templateName = "empty";
    take(Session::create(other, fresh, study.environment(91)));
    study.session.reset();
    CHECK(restore(study.path(), other).error().code == base::Errc::Refused);
}

TEST_CASE("backups may be sealed") {
    KeptStudy study;
    const std::string sealed = study.scratch.file("sealed.backup");
    take(backupSealed(*study.session, sealed, "words"));
    CHECK(backupSealed(*study.session, sealed, "words").error().code == base::Errc::Refused);
    CHECK(take(base::readFile(sealed)).find("SQLite") == std::string::npos);
    const std::string open = study.scratch.file("open.rapport");
    take(unsealFile(sealed, open, "words"));
    CHECK(take(exportCodings(*take(Session::open(open, OpenMode::ReadOnly, study.environment(6))))) ==
          take(exportCodings(*study.session)));
}

TEST_CASE("folders that a service synchronises are recognised") {
    const test::ScratchFolder folder;
    struct Case {
        const char* folder;
        base::Storage kind;
        const char* what;
    };
    for (const Case& each : {Case{"work", base::Storage::Local, ""},
                             {"Dropbox", base::Storage::Synchronised, "Dropbox"},
                             {"OneDrive - University", base::Storage::Synchronised, "OneDrive"},
                             {"SURFdrive", base::Storage::Synchronised, "SURFdrive"},
                             {"Nextcloud/study", base::Storage::Synchronised, "Nextcloud"}}) {
        INFO(each.folder);
        fs::create_directories(folder.path() / each.folder);
        const auto place = base::storageOf(folder.file(std::string(each.folder) + "/study.rapport"));
        CHECK(place.kind == each.kind);
        CHECK(place.what == each.what);
        CHECK(base::storageWarning(folder.file(std::string(each.folder) + "/study.rapport")).empty() ==
              (each.kind == base::Storage::Local));
    }
    fs::create_directories(folder.path() / "work/.stfolder");
    CHECK(base::storageOf(folder.file("work/study.rapport")).what == "Syncthing");
}

TEST_CASE("what a program serves from elsewhere is a network drive, a stick or an encrypted folder is not") {
    const std::string mounts =
        "22 1 8:2 / / rw,relatime shared:1 - ext4 /dev/sda2 rw\n"
        "40 22 0:50 / /home/r/far\\040away rw shared:20 - fuse.sshfs h:/data rw\n"
        "41 22 0:51 / /home/r/cloud rw shared:21 - fuse.rclone drive: rw\n"
        "42 22 0:52 / /run/user/1000/gvfs rw shared:22 - fuse.gvfsd-fuse gvfsd-fuse rw\n"
        "43 22 8:17 / /media/stick rw shared:23 - fuseblk /dev/sdb1 rw\n"
        "44 22 0:53 / /home/r/secret rw shared:24 - fuse.gocryptfs /x rw\n"
        "45 22 0:54 / /home/r/odd rw - fuse.odddrive odd rw\n";
    CHECK(base::servedFolder(mounts, "/home/r/far away/study") == "SSHFS");
    CHECK(base::servedFolder(mounts, "/home/r/cloud") == "rclone");
    CHECK(base::servedFolder(mounts, "/run/user/1000/gvfs/smb-share") == "GVfs");
    CHECK(base::servedFolder(mounts, "/media/stick/studies").empty());
    CHECK(base::servedFolder(mounts, "/home/r/secret").empty());
    CHECK(base::servedFolder(mounts, "/home/r/odd") == "odddrive");
    CHECK(base::servedFolder("", "/home/r/odd") == "FUSE");
    CHECK(base::servedFolder("43 22\nnonsense - fuseblk", "/x") == "FUSE");
}

TEST_CASE("who leaves the study leaves its automatic backups, too") {
    KeptStudy study;
    study.change();
    REQUIRE_FALSE(take(keepBackup(*study.session, BackupReason::Risk)).empty());
    REQUIRE(take(backups(*study.session)).size() == 1);
    ForgetRequest request;
    request.participant = "P1";
    take(forget(*study.session, request));
    CHECK(take(backups(*study.session)).empty());
}

TEST_CASE(
    "what was done after a restore is backed up before a risk, also at a position that was there before") {
    KeptStudy study;
    const std::string first = take(keepBackup(*study.session, BackupReason::Risk));
    study.change();
    study.clock.advance(std::chrono::minutes(1));
    REQUIRE_FALSE(take(keepBackup(*study.session, BackupReason::Risk)).empty());
    const auto position = take(study.session->position());
    study.session.reset();
    take(restore(study.path(), first));
    study.reopenKeeping(77);
    study.clock.advance(std::chrono::minutes(1));
    take(setMemo(*study.session, study.target("R1", "P1/Q1"), "said after restoring"));
    while (take(study.session->position()) < position)
        study.change();
    REQUIRE(take(study.session->position()) == position);
    study.clock.advance(std::chrono::minutes(1));
    const std::string kept = take(keepBackup(*study.session, BackupReason::Risk));
    REQUIRE_FALSE(kept.empty());
    study.clock.advance(std::chrono::minutes(1));
    CHECK(take(keepBackup(*study.session, BackupReason::Risk)).empty()); // nothing came since
    const auto copy = take(Session::open(kept, OpenMode::ReadOnly, study.environment(9)));
    const Target at = study.target("R1", "P1/Q1");
    CHECK(take(unitWork(*copy, at.unit, at.rater, at.round)).memo == "said after restoring");
}

TEST_CASE("where a restore fails the study is at its place again") {
    KeptStudy study;
    study.change();
    const std::string backup = take(keepBackup(*study.session, BackupReason::Risk));
    study.session.reset();
    take(base::writeFileAtomically(study.path(), "nothing of a study"));
    take(base::writeFileAtomically(study.path() + "-wal", "nor a log"));
    // The log cannot be put aside: something else has its name.
    const std::string taken = putAsideName(study.path()) + "-wal";
    fs::create_directories(taken + "/full");
    const auto restored = restore(study.path(), backup);
    REQUIRE_FALSE(restored);
    CHECK(restored.error().code == base::Errc::Io);
    CHECK(take(base::readFile(study.path())) == "nothing of a study");
    CHECK(take(base::readFile(study.path() + "-wal")) == "nor a log");
    CHECK_FALSE(fs::exists(putAsideName(study.path())));
    CHECK_FALSE(fs::exists(study.path() + ".restored.part"));
    fs::remove_all(taken);
    CHECK(restore(study.path(), backup));
}

TEST_CASE("a backup from before a withdrawal says that its texts are back, and how they go again") {
    KeptStudy study;
    const std::string copy = study.scratch.file("copy of before");
    take(backup(*study.session, copy));
    CHECK(take(restore(copy, copy)).broughtBack == 0);
    ForgetRequest request;
    request.participant = "P1";
    const ForgetReport report = take(forget(*study.session, request));
    CHECK(report.elsewhere.copies.size() == 2); // what restoring put aside as well
    const std::string called = report.nowCalled;
    study.session.reset();
    const Restored restored = take(restore(study.path(), copy));
    CHECK(restored.broughtBack == 1);
    study.reopenKeeping(77);
    CHECK(findUnit(*study.session, "P1/Q1"));
    take(merge(*study.session, {{restored.putAside}, ""}));
    CHECK_FALSE(findUnit(*study.session, "P1/Q1"));
    CHECK(findUnit(*study.session, called + "/Q1"));
}

TEST_CASE("a pack is put aside as a pack") {
    CHECK(fs::path(putAsideName("/nowhere/R1.rpack")).filename() == "R1.before-restore.rpack");
    CHECK(fs::path(putAsideName("/nowhere/study.rapport")).filename() == "study.before-restore.rapport");
    CHECK(fs::path(putAsideName("/nowhere/study")).filename() == "study.before-restore.rapport");
}

TEST_CASE("an import is taken back by the copy from before it") {
    StudyFixture plain;
    ImportOptions options;
    options.keepsCopy = true;
    const auto more = [](StudyFixture& study) {
        return study.scratch.write("more.csv", "participant,Q1\nP8,Hij kijkt weg.\nP9,Zij lacht.\n");
    };
    // Where the program keeps no backups there is no copy.
    CHECK(take(importFiles(*plain.session, {more(plain)}, options)).before.empty());
    KeptStudy study;
    const std::int64_t before = take(study.session->info()).units;
    const std::string copy = take(importFiles(*study.session, {more(study)}, options)).before;
    REQUIRE(fs::exists(copy));
    CHECK(take(study.session->info()).units == before + 2);
    study.session.reset();
    take(restore(study.path(), copy));
    study.reopenKeeping(4);
    CHECK(take(study.session->info()).units == before);
    // The copy is as the study is: it is used again, and the same file comes in again.
    CHECK(take(importFiles(*study.session, {more(study)}, options)).before == copy);
    CHECK(take(study.session->info()).units == before + 2);
    CHECK(take(check(*study.session, false)).problems.empty());
    // A preview keeps nothing, nor does an import that was not asked to.
    const auto kept = take(backups(*study.session)).size();
    study.clock.advance(std::chrono::hours(1));
    take(previewImport(*study.session, more(study), options));
    CHECK(take(importFiles(*study.session, {more(study)}, {})).before.empty());
    CHECK(take(backups(*study.session)).size() == kept);
}
