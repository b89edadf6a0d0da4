// SPDX-License-Identifier: GPL-3.0-or-later
// Where words stand, kept in a file of the cache: whatever becomes of that file, the answer is that of the
// texts.
#include "base/platform/file.h"
#include "service/concording.h"
#include "service/consent.h"
#include "service/searching.h"
#include "service/study_fixture.h"

#include <chrono>
#include <filesystem>
#include <thread>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;
namespace fs = std::filesystem;

namespace {

/// Every size, while this lives.
struct AlwaysInFile {
    AlwaysInFile() { keepWordsInFile(0); }
    ~AlwaysInFile() { keepWordsInFile(2'000'000); }
};

std::vector<fs::path> wordFiles(const StudyFixture& study) {
    std::vector<fs::path> found;
    std::error_code ignored;
    for (const auto& entry : fs::recursive_directory_iterator(study.scratch.file("cache"), ignored)) {
        if (entry.path().filename() == "words")
            found.push_back(entry.path());
    }
    return found;
}

/// It is written beside the search that built it.
fs::path writtenFile(const StudyFixture& study) {
    for (int tries = 0; tries < 2'000 && wordFiles(study).empty(); ++tries)
        std::this_thread::sleep_for(std::chrono::milliseconds(5));
    const auto found = wordFiles(study);
    REQUIRE(found.size() == 1);
    return found.front();
}

std::int64_t matchesAt(StudyFixture& study, const std::string& path, const std::string& query) {
    auto session = take(Session::open(path, OpenMode::ReadWrite, study.environment(90)));
    SearchRequest request;
    request.query = query;
    return take(search(*session, request)).matches;
}

/// Under a name of its own it is a study that this program has not met: nothing of it is in memory.
std::string copied(StudyFixture& study, int number) {
    const std::string path = study.scratch.file("copy" + std::to_string(number) + ".rapport");
    fs::copy_file(study.path(), path, fs::copy_options::overwrite_existing);
    return path;
}

} // namespace

TEST_CASE("a file of words that is gone, cut, garbled or of an older ICU changes no answer") {
    const AlwaysInFile always;
    StudyFixture study;
    SearchRequest request;
    request.query = "\"noor lacht\"";
    CHECK(take(search(*study.session, request)).matches == 1);
    const fs::path file = writtenFile(study);
    study.session.reset();
    const std::string whole = take(base::readFile(file.string()));
    int number = 0;
    const auto check = [&](const std::string& bytes, bool isKept) {
        CAPTURE(number, bytes.size());
        take(base::writeFileAtomically(file.string(), bytes));
        const std::string copy = copied(study, ++number);
        CHECK(matchesAt(study, copy, "\"noor lacht\"") == 1);
        CHECK(matchesAt(study, copy, "*stan*") == 1);
        CHECK(matchesAt(study, copy, "\"lacht noor\"") == 0);
        // Written anew, unless it was used.
        const fs::path again = writtenFile(study);
        if (!isKept) {
            for (int tries = 0; tries < 2'000 && take(base::readFile(again.string())) != whole; ++tries)
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
        CHECK(take(base::readFile(again.string())) == whole);
    };
    check(whole, true);
    check(whole.substr(0, whole.size() / 2), false);
    check("", false);
    std::string garbled = whole;
    garbled[garbled.size() - 40] = static_cast<char>(garbled[garbled.size() - 40] ^ 4);
    check(garbled, false);
    std::string older = whole;
    const std::size_t icu = older.find("ICU ");
    REQUIRE(icu != std::string::npos);
    older[icu + 4] = '1';
    check(older, false);
    fs::remove(file);
    const std::string copy = copied(study, ++number);
    CHECK(matchesAt(study, copy, "\"noor lacht\"") == 1);
}

TEST_CASE("a file of words from a future that an older copy does not have is not used") {
    const AlwaysInFile always;
    StudyFixture study;
    study.session.reset();
    const std::string older = copied(study, 1);
    study.reopen();
    study.import("more.csv", "participant,group,Q1\nP11,A1,Een zebra bij de juf.\n");
    SearchRequest request;
    request.query = "\"zebra bij\"";
    CHECK(take(search(*study.session, request)).matches == 1);
    static_cast<void>(writtenFile(study));
    study.session.reset();
    // The same guid, and so the same cache.
    CHECK(matchesAt(study, older, "\"zebra bij\"") == 0);
    CHECK(matchesAt(study, older, "\"noor lacht\"") == 1);
}

TEST_CASE("where the cache cannot be written, words are found all the same") {
    const AlwaysInFile always;
    StudyFixture study;
    study.session.reset();
    Environment environment = study.environment(7);
    environment.cacheFolder = study.scratch.write("not a folder", "");
    const auto session = take(Session::open(study.path(), OpenMode::ReadWrite, environment));
    SearchRequest request;
    request.query = "\"noor lacht\"";
    CHECK(take(search(*session, request)).matches == 1);
    request.query = "lach*";
    CHECK(take(search(*session, request)).matches == 1);
}

TEST_CASE("a coding or a memo is found at once, while the index lags behind") {
    StudyFixture study;
    const auto matches = [&](const std::string& query, SearchPlace place = SearchPlace::Texts) {
        SearchRequest request;
        request.query = query;
        request.place = place;
        return take(search(*study.session, request)).matches;
    };
    take(updateIndex(*study.session, false));
    CHECK(matches("code:closeness") == 0);
    CHECK(matches("juf coded:yes") == 0);
    CHECK(matches("memo:zebra") == 0);
    const auto target = study.target("R1", "P1/Q1");
    take(code(*study.session, target, study.code("closeness")));
    CHECK(matches("code:closeness") == 1);
    CHECK(matches("juf coded:yes") == 1);
    CHECK(matches("\"de juf\" code:closeness@R1") == 1);
    CHECK(matches("juf -coded:yes") == 0);
    take(setMemo(*study.session, target, "Denk aan de zebra."));
    CHECK(matches("memo:zebra") == 1);
    CHECK(matches("zebra", SearchPlace::Memos) == 1);
    take(withdrawCode(*study.session, target, study.code("closeness")));
    CHECK(matches("code:closeness") == 0);
}

TEST_CASE("what others import while an index is made is found, counted and shown") {
    StudyFixture study;
    bool isDone = false;
    base::Task task;
    task.onProgress = [&](const base::ProgressState& state) {
        if (isDone || state.what != "indexing")
            return;
        isDone = true;
        const auto other = take(Session::open(study.path(), OpenMode::ReadWrite, study.environment(50)));
        ImportOptions options;
        options.kind = ImportKind::Answers;
        take(importFiles(*other,
                         {study.scratch.write("more.csv", "participant,Q1\nP5,Zij en Noor lacht hard.\n")},
                         options));
    };
    SearchRequest request;
    request.query = "\"noor lacht\"";
    request.facets = {"prompt"};
    const auto found = take(search(*study.session, request, task));
    REQUIRE(isDone);
    CHECK(found.matches == 2);
    CHECK(found.hits.size() == 2);
    CHECK(found.facets.at("prompt").at("Q1") == 2);
}
