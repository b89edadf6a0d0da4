// SPDX-License-Identifier: GPL-3.0-or-later
// What was acknowledged is there: after a kill, beside other programs, on a full disk.
#include "store/database.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"
#include "store/study_file.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <functional>

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace fs = std::filesystem;

namespace {

/// Runs `work` in a process of its own, with a pipe to say what is done. Returns the process and the pipe's
/// end.
struct Child {
    pid_t process = -1;
    int pipe = -1;
};

Child inChild(const std::function<void(int)>& work) {
    int ends[2];
    REQUIRE(pipe(ends) == 0);
    const pid_t process = fork();
    REQUIRE(process >= 0);
    if (process == 0) {
        close(ends[0]);
        work(ends[1]);
        _exit(0);
    }
    close(ends[1]);
    return {process, ends[0]};
}

int exitOf(const Child& child) {
    int status = 0;
    REQUIRE(waitpid(child.process, &status, 0) == child.process);
    close(child.pipe);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
}

} // namespace

TEST_CASE("what was acknowledged before a kill is there afterwards, and nothing half") {
    SampleStudy study;
    const JournalEntry first = study.code("closeness");
    const auto version = study.codebook.version;
    study.file.reset();
    for (const int rowsBeforeKill : {1, 7, 40}) {
        const std::int64_t before = [&] {
            return need(need(StudyFile::open(study.path, OpenMode::ReadOnly)).file->position());
        }();
        const Child child = inChild([&](int out) {
            auto opened = StudyFile::open(study.path, OpenMode::ReadWrite);
            if (!opened)
                _exit(2);
            // Never the seed that the sample study was made with: its guids are taken.
            base::Random random(1'000'000 + static_cast<std::uint64_t>(before));
            for (std::int64_t row = 0;; ++row) {
                auto transaction = Transaction::begin(*opened->file);
                if (!transaction)
                    _exit(3);
                JournalEntry entry = first;
                entry.unit = model::UnitId(1 + row % 5);
                entry.range = text::textRange((before + row) % 17, 20);
                entry.version = version;
                // Two rows that belong together: the coding, and its withdrawal.
                const auto coded = Journal(*opened->file).append(entry, random);
                if (!coded)
                    _exit(4);
                entry.act = Act::Withdraw;
                entry.range.reset();
                entry.target = coded->guid;
                if (!Journal(*opened->file).append(entry, random) || !transaction->commit())
                    _exit(5);
                const char done = '.';
                if (write(out, &done, 1) != 1)
                    _exit(6);
            }
        });
        for (int row = 0; row < rowsBeforeKill; ++row) {
            char done = 0;
            if (read(child.pipe, &done, 1) != 1)
                FAIL("the writer ended by itself after " << row << " with " << exitOf(child));
        }
        REQUIRE(kill(child.process, SIGKILL) == 0);
        CHECK(exitOf(child) == -SIGKILL);

        const Opened opened = need(StudyFile::open(study.path, OpenMode::ReadWrite));
        const std::int64_t after = need(opened.file->position());
        CHECK(after >= before + 2 * rowsBeforeKill);
        CHECK((after - before) % 2 == 0);
        CHECK(need(Codings(*opened.file).codingCount()) == 0);
        CHECK(need(opened.file->check({})).problems.empty());
    }
}

TEST_CASE("a kill while a study is made leaves a whole study or none") {
    for (int round = 0; round < 5; ++round) {
        const ScratchFolder folder;
        const std::string path = folder.file("new.rapport");
        const Child child = inChild([&](int out) {
            const char started = '.';
            if (write(out, &started, 1) != 1)
                _exit(6);
            static_cast<void>(StudyFile::create(path, sampleProperties()));
        });
        char started = 0;
        REQUIRE(read(child.pipe, &started, 1) == 1);
        usleep(static_cast<useconds_t>(round) * 3000);
        kill(child.process, SIGKILL);
        exitOf(child);
        if (fs::exists(path))
            CHECK(need(need(StudyFile::open(path, OpenMode::ReadWrite)).file->check({})).problems.empty());
        else
            need(StudyFile::create(path, sampleProperties()));
    }
}

TEST_CASE("one writes and others read, each what was committed when they began") {
    SampleStudy study;
    const Opened reader = need(StudyFile::open(study.path, OpenMode::ReadOnly));
    CHECK(need(reader.file->position()) == 1);
    {
        auto transaction = need(Transaction::begin(*study.file));
        need(Journal(*study.file).append(study.code("closeness"), study.random));
        CHECK(need(reader.file->position()) == 1);
        need(transaction.commit());
    }
    CHECK(need(reader.file->position()) == 2);
    // A reader in the middle of something sees one moment, and does not keep the writer from writing.
    std::size_t units = 0;
    need(Sources(*reader.file).forEachUnit({}, true, [&](const UnitRow&) {
        ++units;
        model::Source source;
        source.name = "new " + std::to_string(units);
        model::Unit unit;
        source.text = "x";
        auto transaction = need(Transaction::begin(*study.file));
        unit.source = need(Sources(*study.file).addSource(source));
        unit.name = source.name;
        unit.range = text::textRange(0, 1);
        need(Sources(*study.file).addUnit(unit));
        need(transaction.commit());
        return true;
    }));
    CHECK(units == 8);
    CHECK(need(Sources(*reader.file).counts()).units == 16);
}

TEST_CASE("a second writer is told that the study is locked, and can go on later") {
    SampleStudy study;
    const Opened second = need(StudyFile::open(study.path, OpenMode::ReadWrite));
    {
        const auto transaction = need(Transaction::begin(*study.file));
        const auto refused = Transaction::begin(*second.file);
        CHECK(refusal(refused) == base::Errc::StudyLocked);
        CHECK_FALSE(refused.error().hint.empty());
        CHECK(refusal(second.file->setTitle("x")) == base::Errc::StudyLocked);
    }
    auto transaction = need(Transaction::begin(*second.file));
    need(Journal(*second.file).append(study.code("closeness"), study.random));
    need(transaction.commit());
    CHECK(need(study.file->position()) == 2);
    need(study.append(study.code("conflict")));
    CHECK(study.problems().empty());
}

TEST_CASE("a full disk is named, undoes the transaction, and the study goes on once there is room") {
    SampleStudy study;
    Database& database = study.file->database();
    const std::int64_t pages = need(database.integer("PRAGMA page_count"));
    need(database.execute(("PRAGMA max_page_count = " + std::to_string(pages + 4)).c_str()));

    auto transaction = need(Transaction::begin(*study.file));
    base::Status added;
    int count = 0;
    for (; added && count < 1000; ++count) {
        model::Source source;
        source.name = "source " + std::to_string(count);
        source.text = std::string(3000, 'a');
        const auto id = Sources(*study.file).addSource(source);
        if (!id)
            added = base::fail(id);
    }
    REQUIRE_FALSE(added);
    CHECK(added.error().code == base::Errc::DiskFull);
    // Whoever goes on regardless cannot commit the half of it.
    static_cast<void>(study.file->setTitle("half"));
    const base::Status committed = transaction.commit();
    if (committed)
        CHECK(need(Sources(*study.file).counts()).sources == 6 + count - 1);
    else
        CHECK(committed.error().code == base::Errc::DiskFull);

    SECTION("a journal row without its state is never committed") {
        const std::int64_t before = need(study.file->position());
        bool wasFull = false;
        for (int row = 0; row < 2000 && !wasFull; ++row) {
            auto next = need(Transaction::begin(*study.file));
            JournalEntry entry = study.code("closeness");
            entry.range = text::textRange(row % 19, 20);
            entry.unit = model::UnitId(1 + (row / 19) % 5);
            entry.rater = row / 95 % 2 == 0 ? study.ada : study.ben;
            entry.round = study.pilot;
            if (row >= 190)
                entry.act = Act::Import;
            const auto appended = Journal(*study.file).append(entry, study.random);
            const base::Status done = next.commit();
            if (!appended && appended.error().code == base::Errc::DiskFull) {
                wasFull = true;
                CHECK_FALSE(done);
                CHECK(done.error().code == base::Errc::DiskFull);
            }
        }
        CHECK(wasFull);
        CHECK(need(study.file->position()) > before);
    }
    need(database.execute("PRAGMA max_page_count = 1000000"));
    CHECK(study.problems().empty());
    need(study.append(study.entry(Act::Flag)));
    study.reopen();
    CHECK(study.problems().empty());
}

TEST_CASE("a file that may not grow is an error of the disk, and nothing is left of a new study") {
    const ScratchFolder folder;
    const std::string path = folder.file("new.rapport");
    const Child child = inChild([&](int) {
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{20'000, 20'000};
        if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
            _exit(2);
        const auto made = StudyFile::create(path, sampleProperties());
        if (made)
            _exit(3);
        _exit(made.error().code == base::Errc::Io || made.error().code == base::Errc::DiskFull ? 0 : 4);
    });
    CHECK(exitOf(child) == 0);
    CHECK(fs::is_empty(folder.path()));
}

TEST_CASE("opening a study twice in one program does not let others take its log away") {
    // POSIX: closing any descriptor of a file drops every lock that the process has on it. SOURCE: SQLite,
    // "How To Corrupt An SQLite Database File", section 2.2
    SampleStudy study;
    const JournalEntry first = study.code("closeness");
    const std::int64_t before = need(study.file->position());
    study.file.reset();
    int go[2];
    REQUIRE(pipe(go) == 0);
    const Child child = inChild([&](int out) {
        const auto opened = StudyFile::open(study.path, OpenMode::ReadWrite);
        if (!opened)
            _exit(2);
        // As a job beside the window does.
        if (!StudyFile::open(study.path, OpenMode::ReadOnly))
            _exit(3);
        base::Random random(5);
        for (std::int64_t row = 0; row < 2; ++row) {
            auto transaction = Transaction::begin(*opened->file);
            JournalEntry entry = first;
            entry.range = text::textRange(1 + row, 15);
            if (!transaction || !Journal(*opened->file).append(entry, random) || !transaction->commit())
                _exit(4);
            char said = 'x';
            if (write(out, &said, 1) != 1 || read(go[0], &said, 1) != 1)
                _exit(5);
        }
    });
    char said = 0;
    REQUIRE(read(child.pipe, &said, 1) == 1);
    for (const OpenMode mode : {OpenMode::ReadWrite, OpenMode::ReadOnly})
        CHECK(need(need(StudyFile::open(study.path, mode)).file->position()) == before + 1);
    REQUIRE(write(go[1], "x", 1) == 1);
    REQUIRE(read(child.pipe, &said, 1) == 1);
    CHECK(need(need(StudyFile::open(study.path, OpenMode::ReadOnly)).file->position()) == before + 2);
    kill(child.process, SIGKILL);
    CHECK(exitOf(child) == -SIGKILL);
    close(go[0]);
    close(go[1]);
    CHECK(need(need(StudyFile::open(study.path, OpenMode::ReadOnly)).file->position()) == before + 2);
}

TEST_CASE("nothing is acknowledged whose log or file was taken away from outside") {
    SampleStudy study;
    JournalEntry entry = study.code("closeness");
    base::Random random(5);
    const std::string moved = study.path + ".moved";
    const std::string taken = GENERATE("log removed", "log replaced", "study removed", "study replaced");
    CAPTURE(taken);
    const bool isLog = taken.substr(0, 3) == "log";
    const std::string victim = isLog ? study.path + "-wal" : study.path;
    fs::rename(victim, moved);
    if (taken.find("replaced") != std::string::npos)
        fs::copy_file(moved, victim);
    entry.range = text::textRange(3, 9);
    {
        auto transaction = need(Transaction::begin(*study.file));
        need(Journal(*study.file).append(entry, random));
        const base::Status done = transaction.commit();
        REQUIRE_FALSE(done);
        CHECK(done.error().code == base::Errc::Io);
        CHECK(done.error().message.find("taken away") != std::string::npos);
    }
    // It does not mend itself: what comes next could be lost as well.
    auto transaction = need(Transaction::begin(*study.file));
    entry.range = text::textRange(4, 9);
    need(Journal(*study.file).append(entry, random));
    CHECK_FALSE(transaction.commit());
}
