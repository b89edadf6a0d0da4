// SPDX-License-Identifier: GPL-3.0-or-later
// An index in parts on servers gives the same answers. The servers run on this machine, on the loopback
// interface, and only while the test runs.
#include "base/beside.h"
#include "base/format.h"
#include "search/search.h"
#include "search/shards.h"
#include "search/similar.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "synthetic.h"

#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <map>
#include <thread>

using namespace rapport;
using namespace rapport::search;

namespace {

/// xapian-tcpsrv for one database, gone with this object. In a session of its own: when it ends it ends its
/// whole process group.
class Server {
public:
    Server(const std::filesystem::path& database, int port, const test::ScratchFolder& scratch)
        : m_port(port) {
        const std::string pidFile = scratch.file(fmt::format("pid-{}", port));
        const std::string command = fmt::format("setsid xapian-tcpsrv --quiet --interface 127.0.0.1 --port "
                                                "{} '{}' >/dev/null 2>&1 & echo $! > '{}'",
                                                port, database.string(), pidFile);
        REQUIRE(std::system(command.c_str()) == 0);
        std::ifstream(pidFile) >> m_pid;
        REQUIRE(m_pid > 1);
    }
    ~Server() { stop(); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// It and its children answer nobody until they are told to go on.
    void fallSilent() const { ::kill(-m_pid, SIGSTOP); }
    void goOn() const { ::kill(-m_pid, SIGCONT); }
    void stop() {
        goOn();
        if (m_pid > 1)
            ::kill(m_pid, SIGTERM);
        m_pid = 0;
    }
    [[nodiscard]] std::string address() const { return fmt::format("127.0.0.1:{}", m_port); }

private:
    int m_port;
    int m_pid = 0;
};

bool hasServer() {
    return std::system("command -v xapian-tcpsrv >/dev/null 2>&1") == 0;
}

base::Result<std::vector<model::UnitId>> conditions(const FieldTest& test) {
    std::vector<model::UnitId> units;
    for (std::int64_t id = 1; id <= 260; ++id) {
        if ((test.field == "code" && test.value == "x" && id % 7 == 0) ||
            (test.field == "code" && test.value == "y" && id > 100) ||
            (test.field == "coded" && test.value == "yes" && id % 3 != 0))
            units.emplace_back(id);
    }
    return units;
}

struct Parts {
    test::ScratchFolder scratch;
    base::Guid study = base::Guid::fromText("shards");
    std::map<std::int64_t, IndexedUnit> truth;
    std::optional<Index> index;
    std::shared_ptr<const TokenIndex> tokens;

    explicit Parts(test::Synthetic& synthetic) {
        auto made = Index::open(scratch.path(), study, 100);
        REQUIRE(made);
        index.emplace(std::move(*made));
        IndexBatch batch;
        for (std::int64_t id = 1; id <= 230; ++id) {
            if (id % 13 == 0)
                continue;
            batch.changed.push_back(synthetic.unit(id));
            truth[id] = batch.changed.back();
        }
        batch.cursor = 100;
        REQUIRE(index->apply(batch));
        auto built = TokenIndex::build(
            [this](const TokenIndex::TextVisitor& visit) {
                for (const auto& [id, unit] : truth)
                    visit(unit.id, unit.text);
                return base::Status();
            },
            100);
        REQUIRE(built);
        tokens = *built;
    }
};

IndexReader openRemote(const Parts& parts) {
    for (int attempt = 0; attempt < 200; ++attempt) {
        IndexReader reader = IndexReader::open(parts.scratch.path(), parts.study);
        if (reader.isRemote())
            return reader;
        std::this_thread::sleep_for(std::chrono::milliseconds(25));
    }
    FAIL("the servers did not answer");
    return IndexReader::none();
}

} // namespace

TEST_CASE("shards: servers give the answers of one index, with what is newer over both") {
    if (!hasServer()) {
        WARN("skipped: xapian-tcpsrv is not installed (package xapian-tools)");
        return;
    }
    test::Synthetic synthetic(5);
    Parts parts(synthetic);
    const auto paths = splitIndex(parts.scratch.path(), parts.study, 3, parts.scratch.file("parts"));
    REQUIRE(paths);
    REQUIRE(paths->size() == 3);
    const int first = 20'000 + static_cast<int>(::getpid() % 20'000);
    std::vector<std::unique_ptr<Server>> servers;
    std::vector<std::string> addresses;
    for (int part = 0; part < 3; ++part) {
        servers.push_back(
            std::make_unique<Server>((*paths)[static_cast<std::size_t>(part)], first + part, parts.scratch));
        addresses.push_back(servers.back()->address());
    }
    REQUIRE(useShards(parts.scratch.path(), parts.study, addresses));
    IndexReader remote = openRemote(parts);
    IndexReader local = parts.index->reader();
    CHECK_FALSE(local.isRemote());
    CHECK(remote.cursor() == local.cursor());
    CHECK(remote.unitCount() == local.unitCount());

    SearchScope here;
    here.reader = &local;
    here.tokens = parts.tokens;
    for (const std::int64_t id : {20, 40, 231, 240})
        here.newer.push_back(synthetic.unit(id));
    here.gone = {model::UnitId(15)};
    SearchScope there = here;
    there.reader = &remote;
    std::size_t found = 0;
    for (int round = 0; round < 120; ++round) {
        const std::string text = synthetic.query();
        CAPTURE(text);
        const auto query = parseQuery(text);
        REQUIRE(query);
        SearchOptions options;
        options.limit = 500;
        options.sort = std::vector<SortOrder>{SortOrder::Relevance, SortOrder::Source,
                                              SortOrder::Date}[synthetic.below(3)];
        if (synthetic.below(4) == 0)
            options.kinds = {"answer"};
        options.facets = {"question", "colour"};
        const auto a = search::search(here, *query, conditions, options);
        const auto b = search::search(there, *query, conditions, options);
        REQUIRE(a);
        REQUIRE(b);
        REQUIRE(a->units == b->units);
        CHECK_FALSE(b->indexFailed);
        REQUIRE(a->hits.size() == b->hits.size());
        for (std::size_t at = 0; at < a->hits.size(); ++at)
            CHECK(a->hits[at].score == Approx(b->hits[at].score).margin(1e-6));
        for (std::size_t facet = 0; facet < a->facets.size(); ++facet) {
            REQUIRE(a->facets[facet].second.size() == b->facets[facet].second.size());
            for (std::size_t at = 0; at < a->facets[facet].second.size(); ++at)
                CHECK(a->facets[facet].second[at].units == b->facets[facet].second[at].units);
        }
        found += a->units.empty() ? 0U : 1U;
    }
    CHECK(found > 40);
    CHECK(remote.isRemote());

    // A server that goes away: this machine's index answers.
    servers[1]->stop();
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    const auto query = parseQuery("band OR de");
    REQUIRE(query);
    remote = IndexReader::open(parts.scratch.path(), parts.study);
    there.reader = &remote;
    const auto a = search::search(here, *query, conditions, {});
    const auto b = search::search(there, *query, conditions, {});
    REQUIRE(a);
    REQUIRE(b);
    CHECK(a->units == b->units);
    REQUIRE(useShards(parts.scratch.path(), parts.study, {}));
    CHECK_FALSE(IndexReader::open(parts.scratch.path(), parts.study).isRemote());
}

TEST_CASE("shards: who is stopped does not wait for servers that are silent") {
    if (!hasServer()) {
        WARN("skipped: xapian-tcpsrv is not installed (package xapian-tools)");
        return;
    }
    test::Synthetic synthetic(5);
    Parts parts(synthetic);
    const auto paths = splitIndex(parts.scratch.path(), parts.study, 2, parts.scratch.file("parts"));
    REQUIRE(paths);
    const int first = 42'000 + static_cast<int>(::getpid() % 10'000);
    std::vector<std::unique_ptr<Server>> servers;
    std::vector<std::string> addresses;
    for (int part = 0; part < 2; ++part) {
        servers.push_back(
            std::make_unique<Server>((*paths)[static_cast<std::size_t>(part)], first + part, parts.scratch));
        addresses.push_back(servers.back()->address());
    }
    REQUIRE(useShards(parts.scratch.path(), parts.study, addresses));
    IndexReader remote = openRemote(parts);
    SearchScope scope;
    scope.reader = &remote;
    scope.tokens = parts.tokens;
    const auto query = parseQuery("band OR de");
    REQUIRE(query);
    SearchOptions options;
    options.facets = {"question"};
    const auto whole = search::search(scope, *query, conditions, options);
    REQUIRE(whole);
    REQUIRE_FALSE(whole->units.empty());

    for (const auto& server : servers)
        server->fallSilent();
    // Nothing would ever come back: that this ends at all is what is tested.
    const auto stoppedSoon = [](const auto& work) {
        std::stop_source stop;
        std::jthread stopper([&stop] {
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
            stop.request_stop();
        });
        return work(base::Task{stop.get_token(), {}});
    };
    SECTION("while they are asked") {
        const auto found = stoppedSoon(
            [&](const base::Task& task) { return search::search(scope, *query, conditions, options, task); });
        REQUIRE_FALSE(found);
        CHECK(found.error().code == base::Errc::Cancelled);
    }
    SECTION("while they are reached") {
        stoppedSoon([&](const base::Task& task) {
            remote.refresh(task);
            return 0;
        });
        CHECK_FALSE(remote.isRemote());
    }
    for (const auto& server : servers)
        server->goOn();
    base::waitForLeftWork();
    remote.refresh();
    REQUIRE(remote.isRemote());
    const auto again = search::search(scope, *query, conditions, options);
    REQUIRE(again);
    CHECK(again->units == whole->units);
}

TEST_CASE("shards: what is refused") {
    test::Synthetic synthetic(6);
    Parts parts(synthetic);
    const auto code = [](const auto& result) {
        REQUIRE_FALSE(result);
        return result.error().code;
    };
    const auto into = [&](const char* name) { return parts.scratch.file(name); };
    CHECK(code(splitIndex(parts.scratch.path(), parts.study, 0, into("a"))) == base::Errc::InvalidArgument);
    CHECK(code(splitIndex(parts.scratch.path(), parts.study, 65, into("a"))) == base::Errc::InvalidArgument);
    CHECK(code(splitIndex(parts.scratch.path(), base::Guid::fromText("other"), 2, into("b"))) ==
          base::Errc::NotFound);
    REQUIRE(splitIndex(parts.scratch.path(), parts.study, 2, into("c")));
    CHECK(code(splitIndex(parts.scratch.path(), parts.study, 2, into("c"))) == base::Errc::Refused);
    for (const char* bad : {"", "host", "host:", ":99", "host:0", "host:70000", "a b:99", "host:x", "#:1"})
        CHECK(code(useShards(parts.scratch.path(), parts.study, {bad})) == base::Errc::InvalidArgument);
    // Servers that are not there are no reason to fail.
    REQUIRE(useShards(parts.scratch.path(), parts.study, {"127.0.0.1:1"}));
    IndexReader reader = IndexReader::open(parts.scratch.path(), parts.study);
    CHECK_FALSE(reader.isRemote());
    CHECK(reader.cursor() == 100);
}

TEST_CASE("similar: units that share what tells the examples from the rest") {
    test::ScratchFolder scratch;
    auto index = Index::open(scratch.path(), base::Guid::fromText("similar"), 1);
    REQUIRE(index);
    IndexBatch batch;
    const auto add = [&batch](std::int64_t id, const char* text) {
        IndexedUnit unit;
        unit.id = model::UnitId(id);
        unit.kind = "answer";
        unit.text = text;
        batch.changed.push_back(unit);
    };
    add(1, "de hond rent in het park met de bal");
    add(2, "een hond en een bal in het gras");
    add(3, "de hond haalt de bal");
    for (std::int64_t id = 4; id <= 40; ++id)
        add(id, id % 2 == 0 ? "de juf leest in het boek" : "het kind zit in de klas");
    add(41, "een bal voor de hond");
    batch.cursor = 1;
    REQUIRE(index->apply(batch));
    IndexReader reader = index->reader();
    const auto similar = similarUnits(reader, {model::UnitId(2), model::UnitId(1)}, 2);
    REQUIRE(similar);
    REQUIRE(similar->hits.size() == 2);
    for (const SearchHit& hit : similar->hits)
        CHECK((hit.unit.value == 3 || hit.unit.value == 41));
    CHECK(similar->hits[0].score == Approx(1));
    CHECK((similar->words[0] == "hond" || similar->words[0] == "bal" || similar->words[1] == "hond"));
    const auto nobody = similarUnits(reader, {model::UnitId(99)}, 2);
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().code == base::Errc::NotFound);
    IndexReader none = IndexReader::none();
    const auto nothing = similarUnits(none, {model::UnitId(1)}, 2);
    REQUIRE_FALSE(nothing);
    CHECK(nothing.error().code == base::Errc::Io);
}
