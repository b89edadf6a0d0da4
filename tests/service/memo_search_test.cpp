// SPDX-License-Identifier: GPL-3.0-or-later
// Memos and codes are found as they are now, whatever their index has seen; and nobody's by who may not read
// them. The oracle looks at every memo, word by word.
#include "base/random.h"
#include "service/codebook_changes.h"
#include "service/own_rating.h"
#include "service/searching.h"
#include "service/study_fixture.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <sstream>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

using Found = std::vector<std::pair<std::string, std::string>>; ///< unit and author, or name of a code

Found found(StudyFixture& study, const std::string& query, SearchPlace place) {
    SearchRequest request;
    request.query = query;
    request.place = place;
    request.limit = 1'000;
    const SearchResult result = take(search(*study.session, request));
    CHECK(result.matches == static_cast<std::int64_t>(result.hits.size()));
    Found all;
    for (const SearchHit& hit : result.hits) {
        CHECK(hit.place == place);
        all.emplace_back(hit.unitName, hit.author);
    }
    std::sort(all.begin(), all.end());
    return all;
}

Found memos(StudyFixture& study, const std::string& query) {
    return found(study, query, SearchPlace::Memos);
}

std::vector<std::string> wordsOf(const std::string& text) {
    std::istringstream stream(text);
    return {std::istream_iterator<std::string>(stream), {}};
}

bool holds(const std::string& text, const std::string& word) {
    const auto words = wordsOf(text);
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// Memos that were written, by unit and author; random ones, of few words, so that questions find some.
class Memos {
public:
    explicit Memos(StudyFixture& study)
        : m_study(study) {}

    void change(base::Random& random) {
        static constexpr const char* words[] = {"band", "grens", "twijfel", "humor", "juf"};
        const std::string unit =
            std::vector<std::string>{"P1/Q1", "P2/Q1", "P3/Q1", "P4/Q1", "P1/Q2"}[random.below(5)];
        const std::string rater = random.below(2) == 0 ? "R1" : "R2";
        std::string text;
        if (random.below(4) > 0) {
            for (std::uint64_t left = 1 + random.below(4); left > 0; --left)
                text += (text.empty() ? "" : " ") + std::string(words[random.below(std::size(words))]);
        }
        take(setMemo(*m_study.session, m_study.target(rater, unit), text));
        m_texts[{unit, rater}] = text;
    }
    template<typename Condition>
    [[nodiscard]] Found where(const Condition& condition) const {
        Found all;
        for (const auto& [place, text] : m_texts) {
            if (!text.empty() && condition(text, place.second))
                all.push_back(place);
        }
        return all; // the map's order is that of found()
    }
    void checkAll() const {
        CHECK(memos(m_study, "band") == where([](auto& text, auto&) { return holds(text, "band"); }));
        CHECK(memos(m_study, "band OR humor") ==
              where([](auto& text, auto&) { return holds(text, "band") || holds(text, "humor"); }));
        CHECK(memos(m_study, "band grens") ==
              where([](auto& text, auto&) { return holds(text, "band") && holds(text, "grens"); }));
        CHECK(memos(m_study, "NOT juf") == where([](auto& text, auto&) { return !holds(text, "juf"); }));
        CHECK(memos(m_study, "\"band grens\"") ==
              where([](auto& text, auto&) { return (text + " ").find("band grens ") != std::string::npos; }));
        CHECK(memos(m_study, "*umo* OR grens rater:R1") == where([](auto& text, auto& rater) {
                  return holds(text, "humor") || (holds(text, "grens") && rater == "R1");
              }));
        CHECK(memos(m_study, "twij* question:Q1") ==
              where([](auto& text, auto&) { return holds(text, "twijfel"); }, "Q1"));
    }

private:
    template<typename Condition>
    [[nodiscard]] Found where(const Condition& condition, const std::string& question) const {
        Found all = where(condition);
        std::erase_if(all, [&](const auto& place) { return !place.first.ends_with(question); });
        return all;
    }
    StudyFixture& m_study;
    std::map<std::pair<std::string, std::string>, std::string> m_texts;
};

std::filesystem::path indexFolder(StudyFixture& study) {
    for (const auto& entry : std::filesystem::recursive_directory_iterator(study.scratch.file("cache"))) {
        if (entry.path().filename() == "flintlock" &&
            entry.path().string().find("/memos/") != std::string::npos)
            return entry.path().parent_path();
    }
    FAIL("there is no index of memos");
    return {};
}

/// Another program that writes the index, as long as it lives.
class OtherWriter {
public:
    explicit OtherWriter(const std::filesystem::path& database) {
        int ready[2];
        REQUIRE(pipe(ready) == 0);
        m_child = fork();
        if (m_child == 0) {
            const int file = open((database / "flintlock").c_str(), O_RDWR);
            struct flock all {};
            all.l_type = F_WRLCK;
            const char answer = fcntl(file, F_SETLK, &all) == 0 ? 'y' : 'n';
            _exit(write(ready[1], &answer, 1) == 1 ? pause() : 1);
        }
        char answer = 'n';
        REQUIRE(read(ready[0], &answer, 1) == 1);
        CHECK(answer == 'y');
        close(ready[0]);
        close(ready[1]);
    }
    ~OtherWriter() {
        kill(m_child, SIGKILL);
        waitpid(m_child, nullptr, 0);
    }
    OtherWriter(const OtherWriter&) = delete;
    OtherWriter& operator=(const OtherWriter&) = delete;

private:
    pid_t m_child;
};

} // namespace

TEST_CASE("memos are found as they are, with an index, without, and while it lags") {
    StudyFixture study;
    Memos written(study);
    base::Random random(5);
    for (int round = 0; round < 24; ++round) {
        for (std::uint64_t changes = random.below(4); changes > 0; --changes)
            written.change(random);
        if (round % 6 == 2)
            take(updateIndex(*study.session, round % 12 == 2));
        if (round % 9 == 8)
            std::filesystem::remove_all(study.scratch.file("cache"));
        CAPTURE(round);
        written.checkAll();
    }
    const IndexReport report = take(updateIndex(*study.session, false));
    CHECK(report.memosAndCodes ==
          6 + static_cast<std::int64_t>(written.where([](auto&, auto&) { return true; }).size()));
    CHECK(take(verifyIndex(*study.session)).problems.empty());
    {
        const OtherWriter other(indexFolder(study));
        for (int round = 0; round < 5; ++round) {
            written.change(random);
            written.checkAll();
        }
    }
    written.checkAll();
    // A folder that cannot be made: everything is read.
    std::filesystem::remove_all(study.scratch.file("cache"));
    std::ofstream(study.scratch.file("cache")) << "a file";
    written.checkAll();
}

namespace {

/// A query of any kind over the words of Memos.
std::string randomQuery(base::Random& random, int depth = 0) {
    static constexpr const char* words[] = {"band", "grens", "twijfel", "humor", "juf", "de"};
    const auto word = [&random]() -> std::string { return words[random.below(std::size(words))]; };
    const auto piece = [&] {
        const std::string whole = word();
        return whole.substr(0, 1 + random.below(whole.size()));
    };
    switch (random.below(depth < 2 ? 12 : 8)) {
    case 0:
        return '"' + word() + ' ' + word() + '"';
    case 1:
        return '"' + word() + " [0-2] (" + word() + '|' + word() + ")\"";
    case 2:
        return word() + (random.below(2) == 0 ? " NEAR/" : " ADJ/") + std::to_string(1 + random.below(3)) +
               ' ' + word();
    case 3:
        return '*' + piece() + '*';
    case 4:
        return "/.*" + piece() + ".?/";
    case 5:
        return word().replace(1, 1, "x") + "~1";
    case 6:
        return '"' + word() + " * " + piece() + "*\"";
    case 7:
        return word();
    case 8:
        return '(' + randomQuery(random, depth + 1) + " OR " + randomQuery(random, depth + 1) + ')';
    case 9:
        return '(' + randomQuery(random, depth + 1) + ' ' + randomQuery(random, depth + 1) + ')';
    case 10:
        return "NOT (" + randomQuery(random, depth + 1) + ')';
    default:
        return '(' + word() + ' ' + word() + ") WITHIN sentence";
    }
}

} // namespace

TEST_CASE("what is asked of all memos finds what reading each of them finds") {
    StudyFixture study;
    std::string table = "participant,Q1,Q2\n";
    for (int row = 0; row < 320; ++row)
        table += "M" + std::to_string(row) + ",een,twee\n";
    study.import("many.csv", table);
    base::Random random(11);
    static constexpr const char* words[] = {"band", "grens", "twijfel", "humor", "juf", "de", "de", "de."};
    std::size_t matches = 0;
    const auto write = [&](int many) {
        for (; many > 0; --many) {
            std::string text;
            for (std::uint64_t left = random.below(7); left > 0; --left)
                text += (text.empty() ? "" : " ") + std::string(words[random.below(std::size(words))]);
            const std::string unit =
                "M" + std::to_string(random.below(320)) + (random.below(2) == 0 ? "/Q1" : "/Q2");
            take(setMemo(*study.session, study.target(random.below(5) == 0 ? "R2" : "R1", unit), text));
        }
    };
    // More at once than are read beside the words that are known, and few, and none.
    for (const int many : {40, 0, 620, 3, 12, 520, 7}) {
        write(many);
        for (int round = 0; round < 25; ++round) {
            const std::string query = randomQuery(random);
            CAPTURE(many, query);
            const Found asked = memos(study, '(' + query + ") rater:R1");
            // A rater's own are read from the study one by one.
            study.session->setViewer(Viewer{study.rater("R1")});
            const Found seen = memos(study, query);
            study.session->setViewer(Viewer{});
            CHECK(asked == seen);
            matches += seen.size();
        }
    }
    CHECK(matches > 5'000);
}

TEST_CASE("an index of memos that was left half written is of no use to nobody") {
    StudyFixture study;
    Memos written(study);
    base::Random random(9);
    for (int round = 0; round < 12; ++round)
        written.change(random);
    take(updateIndex(*study.session, false));
    const auto database = indexFolder(study);
    SECTION("a file is cut") {
        std::filesystem::resize_file(database / "postlist.glass", 100);
    }
    SECTION("a file is gone") {
        std::filesystem::remove(database / "iamglass");
    }
    SECTION("it was marked by a reader that died") {
        std::ofstream(database.parent_path() / "damaged") << database.filename().string() << '\n';
    }
    written.checkAll();
    written.change(random);
    written.checkAll();
    CHECK(take(updateIndex(*study.session, false)).problems.empty());
    CHECK(take(verifyIndex(*study.session)).problems.empty());
}

TEST_CASE("memos of a study that was restored from an older copy are those of the copy") {
    StudyFixture study;
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), "zebra een"));
    CHECK(memos(study, "zebra").size() == 1);
    study.session.reset();
    const std::string older = study.scratch.file("older.rapport");
    std::filesystem::copy_file(study.path(), older);
    study.reopen();
    take(setMemo(*study.session, study.target("R2", "P4/Q1"), "zebra twee"));
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), ""));
    CHECK(memos(study, "zebra") == Found{{"P4/Q1", "R2"}});
    study.session.reset();
    std::filesystem::copy_file(older, study.path(), std::filesystem::copy_options::overwrite_existing);
    for (const char* beside : {"-wal", "-shm"})
        std::filesystem::remove(study.path() + beside);
    study.reopen();
    CHECK(memos(study, "zebra") == Found{{"P2/Q1", "R1"}});
    // Another history from here on, with as many rows as the first had.
    take(setMemo(*study.session, study.target("R2", "P1/Q1"), "zebra drie"));
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), "geen dier"));
    CHECK(memos(study, "zebra") == Found{{"P1/Q1", "R2"}});
    CHECK(memos(study, "dier") == Found{{"P2/Q1", "R1"}});
    CHECK(take(verifyIndex(*study.session)).problems.empty());
}

TEST_CASE("undoing a memo is found at once, too") {
    StudyFixture study;
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), "eerst"));
    CHECK(memos(study, "eerst").size() == 1);
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), "daarna"));
    CHECK(memos(study, "eerst").empty());
    take(undo(*study.session));
    CHECK(memos(study, "eerst").size() == 1);
    CHECK(memos(study, "daarna").empty());
    take(undo(*study.session));
    CHECK(memos(study, "eerst").empty());
}

TEST_CASE("nobody finds a memo of another's that may not be read") {
    StudyFixture study;
    take(setMemo(*study.session, study.target("R1", "P2/Q1"), "twijfel van mij"));
    take(setMemo(*study.session, study.target("R2", "P2/Q1"), "twijfel van een ander"));
    take(setMemo(*study.session, study.target("R2", "P4/Q1"), "geheim"));
    take(updateIndex(*study.session, false));
    const auto all = [&study](const std::string& query) {
        SearchRequest request;
        request.query = query;
        request.place = SearchPlace::Memos;
        request.facets = {"rater", "prompt"};
        return take(search(*study.session, request));
    };
    SECTION("a rater reads the own ones, whatever was indexed for the coordinator") {
        study.session->setViewer(Viewer{study.rater("R1")});
        CHECK(all("twijfel").matches == 1);
        CHECK(all("twijfel").facets.at("rater") == std::map<std::string, std::int64_t>{{"R1", 1}});
        for (const char* query : {"geheim", "ander", "*ehei*", "\"van een\"", "NOT mij", "geheim OR ander"}) {
            CAPTURE(query);
            CHECK(all(query).matches == 0);
            CHECK(all(query).suggestion.empty());
        }
        // Nor does the index of memos say anything of itself.
        CHECK(take(updateIndex(*study.session, false)).memosAndCodes == 0);
    }
    SECTION("a rater of a blind round, on what was given to that rater") {
        AssignRequest request;
        request.round = "blind";
        request.raters = {"R1"};
        request.prompts = {"Q1"};
        take(assign(*study.session, request));
        const auto whole = all("twijfel OR geheim").matches;
        CHECK(whole == 3);
        study.session->setViewer(Viewer{study.rater("R1")});
        const auto own = all("twijfel");
        CHECK(own.matches == 1);
        for (const SearchHit& hit : own.hits) {
            CHECK(hit.sourceGuid.isNull());
            CHECK(hit.unitName.find("P2") == std::string::npos);
        }
        CHECK(all("geheim").matches == 0);
    }
}

TEST_CASE("a coordinator who rates too finds no memo of others on what is still to be rated") {
    StudyFixture study;
    AssignRequest request;
    request.round = "rel1";
    request.raters = {"R1", "R2"};
    request.prompts = {"Q1"};
    take(assign(*study.session, request));
    const model::RoundId round = take(study.session->round("rel1")).id;
    const auto on = [&](const char* unit, const char* rater) {
        return Target{study.rater(rater), round, study.unit(unit)};
    };
    take(setMemo(*study.session, on("P2/Q1", "R2"), "twijfel bij twee"));
    take(setMemo(*study.session, on("P4/Q1", "R2"), "twijfel bij vier"));
    take(setMemo(*study.session, on("P2/Q1", "R1"), "mijn twijfel"));
    CHECK(memos(study, "twijfel").size() == 3);
    take(complete(*study.session, on("P4/Q1", "R1")));
    take(setCoordinatorRates(*study.session, "R1"));
    const auto count = [&](const char* query) { return memos(study, query).size(); };
    CHECK(count("twijfel") == 2); // the own one, and that on what was rated
    CHECK(count("twee") == 0);
    CHECK(count("*we*") == 0);
    CHECK(count("vier") == 1);
    CHECK(count("mijn") == 1);
    CHECK(count("NOT mijn") == 1);
    take(complete(*study.session, on("P2/Q1", "R1")));
    CHECK(count("twijfel") == 3);
}

TEST_CASE("codes are found by their words as the codebook is now") {
    StudyFixture study;
    const auto codes = [&study](const std::string& query) {
        std::vector<std::string> names;
        for (const auto& [name, author] : found(study, query, SearchPlace::Codes))
            names.push_back(name);
        return names;
    };
    using Names = std::vector<std::string>;
    CHECK(codes("near") == Names{"closeness"});
    Redefinition change;
    change.code = "closeness";
    change.definition.byLanguage["en"] = "warm and open";
    take(redefineCode(*study.session, change));
    CHECK(codes("near").empty());
    CHECK(codes("warm") == Names{"closeness"});
    CHECK(codes("\"warm and\" OR against") == Names{"closeness", "conflict"});
    take(splitCode(*study.session, "conflict", {{"quarrel", {}, {}}, {"distance", {}, {}}}));
    CHECK(codes("against") == Names{"distance", "quarrel"}); // the definition goes with them
    CHECK(codes("conflict").empty());
    CHECK(take(verifyIndex(*study.session)).problems.empty());
    take(undoCodebookChange(*study.session));
    CHECK(codes("against") == Names{"conflict"});
    CHECK(codes("conf*") == Names{"conflict"});
    take(retireCode(*study.session, "one_on_one"));
    CHECK(codes("\"one on\"").empty());
    CHECK(codes("time").empty());
    std::filesystem::remove_all(study.scratch.file("cache"));
    CHECK(codes("time").empty());
    CHECK(codes("warm") == Names{"closeness"});
    study.session->setViewer(Viewer{study.rater("R1")});
    CHECK(codes("warm") == Names{"closeness"});
}

TEST_CASE("what a code is called weighs more than what is said of another one") {
    StudyFixture study;
    Redefinition change;
    change.code = "conflict";
    change.definition.byLanguage["en"] = "no closeness, the opposite of closeness: where closeness is lost";
    take(redefineCode(*study.session, change));
    for (const bool isIndexed : {true, false}) {
        CAPTURE(isIndexed);
        if (!isIndexed) {
            std::filesystem::remove_all(study.scratch.file("cache"));
            std::ofstream(study.scratch.file("cache")) << "a file";
        }
        SearchRequest request;
        request.query = "closeness";
        request.place = SearchPlace::Codes;
        const SearchResult result = take(search(*study.session, request));
        REQUIRE(result.hits.size() == 2);
        CHECK(result.hits[0].unitName == "closeness");
        CHECK(result.hits[1].unitName == "conflict");
        CHECK(result.hits[1].score < 0.9);
    }
}

TEST_CASE("a code is found by the name that scripts use") {
    StudyFixture study;
    SearchRequest request;
    request.query = "one_on_one";
    request.place = SearchPlace::Codes;
    const SearchResult result = take(search(*study.session, request));
    REQUIRE(result.hits.size() == 1);
    CHECK(result.hits[0].unitName == "one_on_one");
}
