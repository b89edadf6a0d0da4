// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "base/random.h"
#include "search/search.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xapian.h>

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <thread>

using namespace rapport;
using namespace rapport::search;

namespace {

const base::Guid study = base::Guid::fromText("index test");

IndexedUnit unitOf(std::int64_t id) {
    IndexedUnit unit;
    unit.id = model::UnitId(id);
    unit.kind = "answer";
    unit.text = fmt::format("Het antwoord van deelnemer{} over de band. Nog een zin {}.", id, id % 10);
    unit.fields = {{"speaker", fmt::format("P{}", id)}};
    return unit;
}

/// Units first .. last; the journal position is the last unit's number.
IndexBatch batchOf(std::int64_t first, std::int64_t last) {
    IndexBatch batch;
    for (std::int64_t id = first; id <= last; ++id)
        batch.changed.push_back(unitOf(id));
    batch.cursor = last;
    return batch;
}

std::uint64_t found(Index& index, const std::string& text) {
    IndexReader reader = index.reader();
    SearchScope scope;
    scope.reader = &reader;
    const auto query = parseQuery(text);
    REQUIRE(query);
    SearchOptions options;
    options.wantsSuggestion = false;
    const auto result = search::search(scope, *query, {}, options);
    REQUIRE(result);
    return result->matches;
}

Index opened(const std::filesystem::path& folder, std::int64_t truth) {
    auto index = Index::open(folder, study, truth);
    if (!index)
        FAIL(index.error().message);
    return std::move(*index);
}

/// Catches an index up as a caller does.
void catchUp(Index& index, std::int64_t truth, std::int64_t step = 40) {
    for (int rounds = 0; index.cursor() < truth; ++rounds) {
        REQUIRE(rounds < 1'000);
        const std::int64_t from = index.cursor() + 1;
        REQUIRE(index.apply(batchOf(from, std::min(truth, from + step - 1))));
    }
    CHECK(index.state() == IndexState::Current);
}

std::vector<std::filesystem::path> filesBelow(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file() && entry.path().filename() != "flintlock")
            files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    return files;
}

void copyFolder(const std::filesystem::path& from, const std::filesystem::path& to) {
    std::filesystem::remove_all(to);
    std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
}

} // namespace

TEST_CASE("index: new, caught up, opened again") {
    test::ScratchFolder scratch;
    {
        Index index = opened(scratch.path(), 100);
        CHECK(index.state() == IndexState::Rebuilt);
        CHECK(index.reason() == "there was none");
        CHECK(index.cursor() == 0);
        CHECK(index.unitCount() == 0);
        REQUIRE(index.apply(batchOf(1, 60)));
        CHECK(index.state() == IndexState::Behind);
        CHECK(index.cursor() == 60);
        CHECK(found(index, "band") == 60);
    }
    {
        Index index = opened(scratch.path(), 100);
        CHECK(index.state() == IndexState::Behind);
        CHECK(index.cursor() == 60);
        catchUp(index, 100);
        CHECK(found(index, "band") == 100);
        CHECK(index.size() > 0);
        CHECK(*index.verify());
    }
    {
        Index index = opened(scratch.path(), 100);
        CHECK(index.state() == IndexState::Current);
        CHECK(index.reason().empty());
        CHECK(found(index, "deelnemer7") == 1);
        CHECK(*index.verify());
        // Twice the same changes nothing.
        REQUIRE(index.apply(batchOf(50, 100)));
        CHECK(index.unitCount() == 100);
        CHECK(found(index, "over de band") == 100);
    }
}

TEST_CASE("index: changed and deleted units") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 10);
    catchUp(index, 10);
    IndexBatch batch;
    batch.changed.push_back(unitOf(3));
    batch.changed[0].text = "iets heel anders";
    batch.deleted = {model::UnitId(4), model::UnitId(4), model::UnitId(77)};
    batch.cursor = 12;
    REQUIRE(index.apply(batch));
    CHECK(index.cursor() == 12);
    CHECK(index.unitCount() == 9);
    CHECK(found(index, "band") == 8);
    CHECK(found(index, "heel anders") == 1);
    CHECK(found(index, "deelnemer3") == 0);
}

TEST_CASE("index: ahead of the truth, of another study or another fingerprint it is made anew") {
    test::ScratchFolder scratch;
    {
        Index index = opened(scratch.path(), 50);
        catchUp(index, 50);
    }
    const std::filesystem::path folder = scratch.path() / study.text();
    SECTION("a study restored from a backup") {
        Index index = opened(scratch.path(), 49);
        CHECK(index.state() == IndexState::Rebuilt);
        CHECK(index.reason() == "it is ahead of the study");
        CHECK(index.unitCount() == 0);
        catchUp(index, 49);
        CHECK(found(index, "band") == 49);
    }
    SECTION("another study's") {
        const base::Guid other = base::Guid::fromText("other");
        std::filesystem::rename(folder, scratch.path() / other.text());
        const auto index = Index::open(scratch.path(), other, 50);
        REQUIRE(index);
        CHECK(index->state() == IndexState::Rebuilt);
        CHECK(index->reason().find("another version or for another study") != std::string::npos);
    }
    CHECK(indexFingerprint().find("ICU") != std::string::npos);
}

TEST_CASE("index: any damage to its files leads to a new one, never to an error") {
    test::ScratchFolder scratch;
    const std::filesystem::path good = scratch.path() / "good";
    const std::filesystem::path bad = scratch.path() / "bad";
    std::filesystem::create_directory(good);
    {
        Index index = opened(good, 80);
        catchUp(index, 80);
    }
    const auto files = filesBelow(good);
    REQUIRE(files.size() >= 6);
    base::Random random(4);
    const auto survives = [&](const std::string& what) {
        CAPTURE(what);
        IndexReader before = IndexReader::open(bad, study);
        SearchScope scope;
        scope.reader = &before;
        scope.everyUnit = [](const UnitVisitor& visit) {
            for (std::int64_t id = 1; id <= 80; ++id)
                visit(unitOf(id));
            return base::Status();
        };
        auto index = Index::open(bad, study, 80);
        REQUIRE(index);
        catchUp(*index, 80);
        CHECK(found(*index, "band") == 80);
        CHECK(found(*index, "over de band deelnemer8") == 1);
        CHECK(*index->verify());
        // A reader of before the repair may go on.
        before.refresh();
        const auto result = search::search(scope, *parseQuery("zin 7"));
        REQUIRE(result);
        CHECK(result->matches == 8);
        return index->state();
    };
    for (const auto& file : files) {
        const std::string relative = std::filesystem::relative(file, good).string();
        const auto size = std::filesystem::file_size(file);
        for (const char* harm : {"delete", "empty", "half", "flip", "flip", "noise", "longer"}) {
            copyFolder(good, bad);
            const std::filesystem::path target = bad / relative;
            const std::string kind = harm;
            if (kind == "delete")
                std::filesystem::remove(target);
            else if (kind == "empty")
                std::filesystem::resize_file(target, 0);
            else if (kind == "half")
                std::filesystem::resize_file(target, size / 2);
            else if (kind == "longer")
                std::ofstream(target, std::ios::app | std::ios::binary) << "more";
            else {
                std::fstream bytes(target, std::ios::in | std::ios::out | std::ios::binary);
                const std::uint64_t at = kind == "flip" ? random.below(std::max<std::uint64_t>(size, 1)) : 0;
                const std::string noise(kind == "flip" ? 1 : static_cast<std::size_t>(size), '\xA5');
                bytes.seekp(static_cast<std::streamoff>(at));
                bytes.write(noise.data(), static_cast<std::streamsize>(noise.size()));
            }
            survives(relative + ": " + kind);
        }
    }
    SECTION("the whole folder gone, and a file in its place") {
        std::filesystem::remove_all(bad);
        std::filesystem::create_directory(bad);
        CHECK(survives("gone") == IndexState::Current);
        std::filesystem::remove_all(bad / study.text());
        std::ofstream(bad / study.text()) << "a file";
        const auto index = Index::open(bad, study, 80);
        REQUIRE_FALSE(index);
        CHECK(index.error().code == base::Errc::Io);
    }
}

TEST_CASE("index: without a seal, as after a crash, it is read through instead") {
    test::ScratchFolder scratch;
    const std::filesystem::path good = scratch.path() / "good";
    const std::filesystem::path bad = scratch.path() / "bad";
    std::filesystem::create_directory(good);
    {
        Index index = opened(good, 80);
        catchUp(index, 80);
    }
    for (const auto& file : filesBelow(good)) {
        if (file.extension() == ".seal")
            std::filesystem::remove(file);
    }
    copyFolder(good, bad);
    {
        Index index = opened(bad, 80);
        CHECK(index.state() == IndexState::Current); // no seal is no damage
        CHECK(found(index, "band") == 80);
        std::stop_source stop;
        stop.request_stop();
        base::Task task;
        task.stop = stop.get_token();
        CHECK_FALSE(index.verify(task));
        CHECK_FALSE(Index::open(bad, study, 80, task));
    }
    base::Random random(12);
    int crashed = 0;
    for (const auto& file : filesBelow(good)) {
        const auto size = std::filesystem::file_size(file);
        for (int round = 0; round < 6 && size > 0; ++round) {
            copyFolder(good, bad);
            {
                std::fstream bytes(bad / std::filesystem::relative(file, good),
                                   std::ios::in | std::ios::out | std::ios::binary);
                const std::uint64_t length = std::min<std::uint64_t>(size, 200);
                bytes.seekp(static_cast<std::streamoff>(random.below(size - length + 1)));
                const std::string noise(static_cast<std::size_t>(length), '\xA5');
                bytes.write(noise.data(), static_cast<std::streamsize>(noise.size()));
            }
            // Xapian itself may crash on such blocks: in a child, and then never again.
            const pid_t child = fork();
            if (child == 0) {
                std::fclose(stderr);
                _exit(Index::open(bad, study, 80) ? 10 : 11);
            }
            REQUIRE(child > 0);
            int status = 0;
            REQUIRE(waitpid(child, &status, 0) == child);
            const bool isSurvived = WIFEXITED(status) && WEXITSTATUS(status) == 10;
            if (isSurvived)
                continue;
            ++crashed;
            CHECK_FALSE((WIFEXITED(status) && WEXITSTATUS(status) == 11));
            Index index = opened(bad, 80);
            CHECK(index.state() == IndexState::Rebuilt);
            catchUp(index, 80);
            CHECK(found(index, "band") == 80);
        }
    }
    CAPTURE(crashed);
    SECTION("a program that died while reading one leaves its mark") {
        copyFolder(good, bad);
        IndexReader reader = IndexReader::open(bad, study);
        CHECK(reader.cursor() == 80);
        const auto current = base::readFile((bad / study.text() / "current").string());
        REQUIRE(current);
        std::ofstream(bad / study.text() / "damaged") << *current;
        reader.refresh();
        CHECK(reader.cursor() == 0);
        Index index = opened(bad, 80);
        CHECK(index.state() == IndexState::Rebuilt);
        CHECK(index.reason() == "it failed while it was read");
        catchUp(index, 80);
        CHECK(found(index, "band") == 80);
    }
}

TEST_CASE("index: rebuilt beside the old one") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 30);
    catchUp(index, 30);
    IndexReader old = index.reader();
    int batches = 0;
    const BatchSource source = [&batches](IndexBatch& batch) -> base::Result<bool> {
        if (batches == 3)
            return false;
        batch = batchOf(batches * 20 + 1, batches * 20 + 20);
        ++batches;
        return true;
    };
    REQUIRE(index.rebuild(source, 60));
    CHECK(index.state() == IndexState::Current);
    CHECK(index.cursor() == 60);
    CHECK(found(index, "band") == 60);
    CHECK(old.cursor() == 30);
    old.refresh();
    CHECK(old.cursor() == 60);
    CHECK(old.unitCount() == 60);
    REQUIRE(index.apply(batchOf(61, 70)));
    CHECK(found(index, "band") == 70);

    SECTION("an error or a stop leaves the old one as it is") {
        const auto failed = index.rebuild(
            [](IndexBatch&) { return base::Result<bool>(base::fail(base::Errc::StudyDamaged, "gone")); }, 99);
        REQUIRE_FALSE(failed);
        CHECK(failed.error().code == base::Errc::StudyDamaged);
        std::stop_source stop;
        base::Task task;
        task.stop = stop.get_token();
        const auto stopped = index.rebuild(
            [&stop](IndexBatch& batch) -> base::Result<bool> {
                batch = batchOf(1, 20);
                stop.request_stop();
                return true;
            },
            99, task);
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == base::Errc::Cancelled);
        CHECK(index.cursor() == 70);
        CHECK(found(index, "band") == 70);
    }
    SECTION("nothing is left lying about") {
        int databases = 0;
        for (const auto& entry : std::filesystem::directory_iterator(scratch.path() / study.text()))
            databases += entry.is_directory() ? 1 : 0;
        CHECK(databases == 1);
    }
}

TEST_CASE("index: a stopped batch is not written at all") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 30);
    std::stop_source stop;
    stop.request_stop();
    base::Task task;
    task.stop = stop.get_token();
    const auto stopped = index.apply(batchOf(1, 30), task);
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == base::Errc::Cancelled);
    CHECK(index.cursor() == 0);
    catchUp(index, 30);
    CHECK(found(index, "band") == 30);
}

TEST_CASE("index: unit numbers that a document cannot have") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 30);
    for (const std::int64_t id : {std::int64_t{0}, std::int64_t{-1}, std::int64_t{1} << 32}) {
        IndexBatch batch;
        batch.changed.push_back(unitOf(id));
        const auto refused = index.apply(batch);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == base::Errc::InvalidArgument);
        batch.changed.clear();
        batch.deleted = {model::UnitId(id)};
        CHECK_FALSE(index.apply(batch));
    }
    CHECK(index.apply({{unitOf((std::int64_t{1} << 32) - 2)}, {}, 1}));
    CHECK(found(index, "band") == 1);
}

TEST_CASE("index: a second writer is told, and the first goes on") {
    test::ScratchFolder scratch;
    Index first = opened(scratch.path(), 30);
    REQUIRE(first.apply(batchOf(1, 10)));
    Index second = opened(scratch.path(), 30);
    CHECK(second.state() == IndexState::Behind);
    const auto locked = second.apply(batchOf(11, 20));
    REQUIRE_FALSE(locked);
    CHECK(locked.error().code == base::Errc::StudyLocked);
    CHECK(found(second, "band") == 10);
    catchUp(first, 30);
    CHECK(found(second, "band") == 30);
    first.release();
    REQUIRE(second.apply(batchOf(31, 40)));
    CHECK(second.cursor() == 40);
    CHECK_FALSE(first.apply(batchOf(31, 40)));
    second.release();
    REQUIRE(first.apply(batchOf(31, 45)));
    CHECK(found(second, "band") == 45);
}

TEST_CASE("index: another program's new beginning is noticed") {
    test::ScratchFolder scratch;
    Index first = opened(scratch.path(), 30);
    catchUp(first, 30);
    first = opened(scratch.path(), 30); // lets go of the lock
    CHECK(first.cursor() == 30);
    Index second = opened(scratch.path(), 10); // a backup was restored there
    CHECK(second.state() == IndexState::Rebuilt);
    REQUIRE(second.apply(batchOf(1, 5)));
    second = opened(scratch.path(), 10);
    REQUIRE(first.apply(batchOf(31, 40)));
    CHECK(first.cursor() == 5); // the batch builds on what is gone: not taken
    catchUp(first, 40);
    CHECK(found(first, "band") == 40);
}

TEST_CASE("index: killed while writing it opens with what was committed") {
    test::ScratchFolder scratch;
    base::Random random(8);
    for (int round = 0; round < 6; ++round) {
        const pid_t child = fork();
        if (child == 0) {
            // No assertion of the test program here: it must not report twice.
            auto index = Index::open(scratch.path(), study, 1'000'000);
            if (!index)
                _exit(1);
            for (;;) {
                if (!index->apply(batchOf(index->cursor() + 1, index->cursor() + 25)))
                    _exit(2);
            }
        }
        REQUIRE(child > 0);
        usleep(static_cast<useconds_t>(20'000 + random.below(60'000)));
        kill(child, SIGKILL);
        int status = 0;
        REQUIRE(waitpid(child, &status, 0) == child);
        CHECK(WIFSIGNALED(status));
        Index index = opened(scratch.path(), 1'000'000);
        CHECK(index.unitCount() == static_cast<std::uint64_t>(index.cursor()));
        CHECK(found(index, "band") == static_cast<std::uint64_t>(index.cursor()));
        CHECK(*index.verify());
    }
}

TEST_CASE("index: killed while it is rebuilt leaves the old one, and nothing of the new") {
    for (int round = 0; round < 6; ++round) {
        test::ScratchFolder scratch;
        {
            Index index = opened(scratch.path(), 40);
            catchUp(index, 40);
        }
        const pid_t child = fork();
        REQUIRE(child >= 0);
        if (child == 0) {
            auto index = Index::open(scratch.path(), study, 40);
            std::int64_t next = 0;
            (void)index->rebuild(
                [&next](IndexBatch& batch) -> base::Result<bool> {
                    batch = batchOf(next * 50 + 1, next * 50 + 50);
                    ++next;
                    return true; // for ever
                },
                100'000);
            _exit(0);
        }
        usleep(static_cast<useconds_t>(3'000 + round * 17'000));
        kill(child, SIGKILL);
        int status = 0;
        waitpid(child, &status, 0);
        Index index = opened(scratch.path(), 40);
        CHECK(index.state() == IndexState::Current);
        CHECK(found(index, "band") == 40);
        // The next change of databases sweeps up what was left.
        std::int64_t batches = 0;
        REQUIRE(index.rebuild(
            [&batches](IndexBatch& batch) -> base::Result<bool> {
                batch = batchOf(1, 40);
                return batches++ == 0;
            },
            40));
        int databases = 0;
        for (const auto& entry : std::filesystem::directory_iterator(scratch.path() / study.text()))
            databases += entry.is_directory() ? 1 : 0;
        CHECK(databases == 1);
        CHECK(found(index, "band") == 40);
    }
}

TEST_CASE("index: without room for more it says so, and what was there still answers") {
    test::ScratchFolder scratch;
    {
        Index index = opened(scratch.path(), 40);
        catchUp(index, 40);
    }
    const pid_t child = fork();
    REQUIRE(child >= 0);
    if (child == 0) {
        // As a disk that is full: no file may grow past this.
        signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{96 << 10, 96 << 10};
        setrlimit(RLIMIT_FSIZE, &limit);
        auto index = Index::open(scratch.path(), study, 100'000);
        if (!index)
            _exit(10);
        int outcome = 11;
        for (std::int64_t round = 0; round < 400; ++round) {
            const auto applied = index->apply(batchOf(index->cursor() + 1, index->cursor() + 200));
            if (applied)
                continue;
            outcome = applied.error().code == base::Errc::DiskFull ? 0 : 12;
            break;
        }
        _exit(outcome);
    }
    int status = 0;
    REQUIRE(waitpid(child, &status, 0) == child);
    REQUIRE(WIFEXITED(status));
    CHECK(WEXITSTATUS(status) == 0);
    Index index = opened(scratch.path(), 100'000);
    CHECK(index.unitCount() == static_cast<std::uint64_t>(index.cursor()));
    CHECK(found(index, "band") == static_cast<std::uint64_t>(index.cursor()));
    CHECK(*index.verify());
    for (int round = 0; round < 3; ++round) // there is room again
        REQUIRE(index.apply(batchOf(index.cursor() + 1, index.cursor() + 100)));
    CHECK(found(index, "band") == static_cast<std::uint64_t>(index.cursor()));
}

TEST_CASE("index: numbers that do not rise are indexed all the same") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 60);
    int batches = 0;
    REQUIRE(index.rebuild(
        [&batches](IndexBatch& batch) -> base::Result<bool> {
            if (batches == 3)
                return false;
            // 41 to 60, 1 to 20, 21 to 40
            const std::int64_t begin = ((batches + 2) % 3) * 20;
            batch = batchOf(begin + 1, begin + 20);
            ++batches;
            return true;
        },
        60));
    CHECK(index.unitCount() == 60);
    CHECK(found(index, "band") == 60);
    CHECK(*index.verify());
}

TEST_CASE(
    "index: two readers beside a writer that never rests see whole batches, or say that there is none") {
    test::ScratchFolder scratch;
    // Long enough for a reader to stand between two snapshots now and then: Xapian calls some of that damage.
    constexpr std::int64_t last = 5'000;
    Index index = opened(scratch.path(), last);
    REQUIRE(index.apply(batchOf(1, 25)));
    std::atomic<bool> isDone{false};
    std::atomic<int> wrong{0};
    std::atomic<int> searches{0};
    const auto read = [&] {
        IndexReader reader = IndexReader::open(scratch.path(), study);
        SearchScope scope;
        scope.reader = &reader;
        const auto query = parseQuery("band OR deelnemer1*");
        std::uint64_t before = 0;
        while (!isDone) {
            reader.refresh();
            const auto result = search::search(scope, *query);
            // On a busy machine every snapshot may be gone before it was read through: then the reader has
            // let go of the index, and a study's texts are read instead.
            if (reader.cursor() == 0) {
                wrong += result && result->matches != 0 ? 1 : 0;
                continue;
            }
            const bool isGood = result && result->matches == static_cast<std::uint64_t>(reader.cursor()) &&
                                result->matches >= before && result->matches % 25 == 0;
            wrong += isGood ? 0 : 1;
            before = result ? result->matches : before;
            ++searches;
        }
        // Nobody writes any more: what there was of trouble has passed.
        reader.refresh();
        const auto result = search::search(scope, *query);
        wrong += result && result->matches == static_cast<std::uint64_t>(last) ? 0 : 1;
        ++searches;
    };
    std::thread one(read);
    std::thread two(read);
    catchUp(index, last, 25);
    isDone = true;
    one.join();
    two.join();
    CHECK(wrong == 0);
    CHECK(searches >= 2);
    CHECK_FALSE(std::filesystem::exists(scratch.path() / study.text() / "damaged"));
}

TEST_CASE("index: a reader follows an index that is made anew again and again") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 25);
    REQUIRE(index.apply(batchOf(1, 25)));
    std::atomic<bool> isDone{false};
    std::atomic<int> wrong{0};
    std::thread follower([&] {
        SearchScope scope;
        const auto query = parseQuery("band OR deelnemer1*");
        while (!isDone) {
            IndexReader reader = IndexReader::open(scratch.path(), study);
            scope.reader = &reader;
            const auto result = search::search(scope, *query);
            if (!result || result->matches != 25 || reader.cursor() != 25)
                ++wrong;
        }
    });
    for (int round = 0; round < 40; ++round) {
        bool isGiven = false;
        const auto rebuilt = index.rebuild(
            [&isGiven](IndexBatch& batch) {
                batch = batchOf(1, 25);
                return base::Result<bool>(!std::exchange(isGiven, true));
            },
            25);
        CHECK(rebuilt);
    }
    isDone = true;
    follower.join();
    CHECK(wrong == 0);
}

TEST_CASE("index: a reader without an index finds nothing and says so") {
    test::ScratchFolder scratch;
    IndexReader reader = IndexReader::open(scratch.path(), study);
    CHECK(reader.cursor() == 0);
    CHECK(reader.unitCount() == 0);
    CHECK(reader.wordsBeginning("a", 10).empty());
    CHECK(IndexReader::none().cursor() == 0);
    Index index = opened(scratch.path(), 5);
    catchUp(index, 5);
    reader.refresh();
    CHECK(reader.cursor() == 5);
    CHECK(reader.unitCount() == 5);
}

TEST_CASE("index: held against its units, it tells which are otherwise") {
    test::ScratchFolder scratch;
    Index index = opened(scratch.path(), 40);
    catchUp(index, 40);
    const auto compared = [&index](std::int64_t last, std::int64_t changed) {
        const auto made = index.compare([&](const std::function<bool(const IndexedUnit&)>& visit) {
            for (std::int64_t id = 1; id <= last; ++id) {
                IndexedUnit unit = unitOf(id);
                if (id == changed)
                    unit.text += " anders";
                if (!visit(unit))
                    break;
            }
            return base::Status();
        });
        REQUIRE(made);
        return *made;
    };
    const auto same = compared(40, 0);
    CHECK(same.units == 40);
    CHECK(same.documents == 40);
    CHECK(same.different == 0);
    CHECK_FALSE(same.arePostingsOther);
    const auto other = compared(40, 7); // as many units, other words
    CHECK(other.documents == other.units);
    CHECK(other.different == 1);
    CHECK(other.examples == std::vector<model::UnitId>{model::UnitId(7)});
    CHECK(other.arePostingsOther);
    const auto more = compared(41, 0);
    CHECK(more.units == 41);
    CHECK(more.different == 1);
}

TEST_CASE("index: a reader does not answer from files that were changed behind its back") {
    test::ScratchFolder scratch;
    {
        Index index = opened(scratch.path(), 80);
        catchUp(index, 80);
    }
    REQUIRE(IndexReader::open(scratch.path(), study).cursor() == 80);
    std::filesystem::path postings;
    for (const auto& file : filesBelow(scratch.path())) {
        if (file.filename() == "postlist.glass")
            postings = file;
    }
    REQUIRE_FALSE(postings.empty());
    {
        // One byte in the middle: most such harm is no error to the library.
        std::fstream file(postings, std::ios::in | std::ios::out | std::ios::binary);
        const auto middle = static_cast<std::streamoff>(std::filesystem::file_size(postings) / 2);
        file.seekg(middle);
        const int byte = file.get();
        file.seekp(middle);
        file.put(static_cast<char>(byte ^ 1));
    }
    std::filesystem::last_write_time(postings,
                                     std::filesystem::last_write_time(postings) + std::chrono::seconds(2));
    IndexReader reader = IndexReader::open(scratch.path(), study);
    CHECK(reader.cursor() == 0);
    CHECK(reader.unitCount() == 0);
    CHECK(Index::open(scratch.path(), study, 80)->state() == IndexState::Rebuilt);
}

TEST_CASE("index: what a killed rebuild left goes when the index is opened, unless a rebuild goes on") {
    test::ScratchFolder scratch;
    const std::filesystem::path folder = scratch.path() / study.text();
    std::filesystem::path inUse;
    {
        Index index = opened(scratch.path(), 20);
        REQUIRE(index.apply(batchOf(1, 20)));
        for (const auto& entry : std::filesystem::directory_iterator(folder)) {
            if (entry.is_directory())
                inUse = entry.path();
        }
    }
    const auto copyTo = [&](const char* name) {
        std::filesystem::copy(inUse, folder / name, std::filesystem::copy_options::recursive);
    };
    copyTo("db-98");
    copyTo("db-99");
    std::filesystem::create_directory(folder / "db-97"); // a rebuild at this moment
    {
        // Whoever makes it anew holds a lock of another one.
        const Xapian::WritableDatabase other((folder / "db-99").string(), Xapian::DB_OPEN);
        Index index = opened(scratch.path(), 20);
        CHECK(index.state() == IndexState::Current);
        CHECK(std::filesystem::exists(folder / "db-98"));
        CHECK(std::filesystem::exists(folder / "db-99"));
    }
    Index index = opened(scratch.path(), 20);
    CHECK(index.state() == IndexState::Current);
    CHECK_FALSE(std::filesystem::exists(folder / "db-98"));
    CHECK_FALSE(std::filesystem::exists(folder / "db-99"));
    CHECK(std::filesystem::exists(folder / "db-97"));
    CHECK(found(index, "antwoord") == 20);
}
