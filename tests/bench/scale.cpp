// SPDX-License-Identifier: GPL-3.0-or-later
// A study of a size that nobody has yet: 1,000,000 answers and 5,000,000 codings by five raters, opened,
// looked at and rated in, with times and memory. The rows are written by SQL at once, not act by act, and the
// journal's hashes are left empty, which nothing that is measured here reads. Texts are synthetic. The file
// stays in the folder that is given (some gigabytes).
#include "base/format.h"
#include "service/assigning.h"
#include "service/codebooks.h"
#include "service/importing.h"
#include "service/rating.h"
#include "support/scratch.h"

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

namespace {

using namespace rapport;
using Clock = std::chrono::steady_clock;

template<typename T>
T need(base::Result<T> result) {
    if (!result)
        throw std::runtime_error(base::describe(result.error()));
    return std::move(*result);
}

service::Environment environment(const std::string& folder) {
    service::Environment made;
    made.device = base::Guid::fromText("scale");
    made.cacheFolder = folder + "/cache";
    return made;
}

double memoryNow() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes / 1024;
        }
    }
    return 0;
}

/// Through the store's layer, so that the pages carry their checksums.
class Sql {
public:
    explicit Sql(const std::string& path) {
        if (sqlite3_open_v2(path.c_str(), &m_connection, SQLITE_OPEN_READWRITE, "rapport-checked") !=
            SQLITE_OK)
            throw std::runtime_error("cannot open " + path);
        run("PRAGMA synchronous = OFF; PRAGMA cache_size = -400000; PRAGMA foreign_keys = OFF;");
    }
    ~Sql() { sqlite3_close(m_connection); }
    Sql(const Sql&) = delete;
    Sql& operator=(const Sql&) = delete;
    void run(const std::string& sql) const {
        char* message = nullptr;
        if (sqlite3_exec(m_connection, sql.c_str(), nullptr, nullptr, &message) != SQLITE_OK)
            throw std::runtime_error(message == nullptr ? "SQL failed" : message);
    }

private:
    sqlite3* m_connection = nullptr;
};

constexpr int raters = 5;

void make(const std::string& path, const std::string& folder, std::int64_t answers) {
    service::NewStudy study;
    study.title = "Scale";
    const auto session = need(service::Session::create(path, study, environment(folder)));
    const test::ScratchFolder scratch;
    need(service::importFiles(
        *session, {scratch.write("answers.csv", "participant,Q1\nP0,een eerste antwoord van iemand\n")}, {}));
    service::AssignRequest request;
    request.round = "main";
    request.kind = model::RoundKind::Main;
    for (int number = 1; number <= raters; ++number) {
        request.raters.push_back("R" + std::to_string(number));
        need(service::addRater(*session, request.raters.back(), model::RaterKind::Human));
    }
    need(service::assign(*session, request));
    const auto unit = need(service::units(*session, {"main", "R1", service::UnitState::All})).at(0).id;
    const auto round = need(session->round("main")).id;
    const auto code = need(session->codebook())->code("closeness").code->id;
    need(service::code(*session, {need(session->rater("R1")).id, round, unit}, code));
    const Sql sql(path);
    const std::string upTo =
        fmt::format("WITH RECURSIVE n(i) AS (SELECT 2 UNION ALL SELECT i + 1 FROM n WHERE i < {})", answers);
    // Everything like the first one.
    sql.run("BEGIN");
    sql.run(upTo + " INSERT INTO participant (id, guid, name) SELECT i, randomblob(16), 'P' || i FROM n");
    sql.run(upTo +
            " INSERT INTO source (id, guid, name, kind, file_id, participant_id, prompt_id, wave, language,"
            " length, text) SELECT i, randomblob(16), 'P' || i || '/Q1', s.kind, s.file_id, i, s.prompt_id,"
            " s.wave, s.language, s.length, s.text FROM n, source s WHERE s.id = 1");
    sql.run(
        upTo +
        " INSERT INTO unit (id, guid, name, source_id, kind, range_begin, range_end, ordinal, prompt_id,"
        " participant_id, added_at) SELECT i, randomblob(16), 'P' || i || '/Q1', i, u.kind, u.range_begin,"
        " u.range_end, i, u.prompt_id, i, u.added_at FROM n, unit u WHERE u.id = 1");
    sql.run("DELETE FROM assignment");
    sql.run(fmt::format("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {0})"
                        " INSERT INTO assignment (round_id, rater_id, unit_id, ordinal, neutral_number)"
                        " SELECT {1}, 1 + i % {2}, i, 1 + i / {2}, i FROM n",
                        answers, round.value, raters));
    std::puts("answers made");
    const std::string first = "(SELECT * FROM journal WHERE act = 'code' LIMIT 1)";
    for (int rater = 1; rater <= raters; ++rater) {
        sql.run(upTo +
                fmt::format(
                    " INSERT INTO journal (guid, act, time, device_id, device_sequence, rater_id, round_id,"
                    " unit_id, variable_id, code_id, number, version, detail, hash, tick)"
                    " SELECT randomblob(16), 'code', j.time, j.device_id, {0} * 10000000 + i, {0},"
                    " j.round_id, i, j.variable_id, j.code_id, j.number, j.version, j.detail,"
                    " zeroblob(32), j.tick + {0} * 10000000 + i FROM n, {1} j",
                    rater, first));
        std::printf("rater %d's codings made\n", rater);
    }
    sql.run("DELETE FROM coding");
    sql.run("INSERT INTO coding (id, guid, rater_id, round_id, unit_id, variable_id, code_id, number, "
            "version, time)"
            " SELECT position, guid, rater_id, round_id, unit_id, variable_id, code_id, number, version, time"
            " FROM journal WHERE act = 'code'");
    sql.run("COMMIT");
}

/// In a process of its own, so that the memory is that of opening alone.
void open(const std::string& path, const std::string& folder) {
    const auto start = Clock::now();
    const auto since = [&start] { return std::chrono::duration<double>(Clock::now() - start).count(); };
    const auto session =
        need(service::Session::open(path, service::OpenMode::ReadWrite, environment(folder)));
    const double opened = since();
    const auto codebook = need(session->codebook());
    const auto rater = need(session->rater("R2"));
    session->setViewer({rater.id});
    const model::Round main = need(session->round("main"));
    const auto mine = need(service::ratingPlaces(*session, rater.id, main, {model::UnitKind::Answer}));
    const double listed = since();
    const auto todo =
        std::find_if(mine.begin(), mine.end(), [](const auto& place) { return !place.isComplete; });
    if (todo == mine.end())
        throw std::runtime_error("nothing is left to rate in this study; make it anew");
    const service::Target target{rater.id, main.id, todo->unit};
    need(service::unitWork(*session, target.unit, target.rater, target.round));
    const double shown = since();
    need(service::code(*session, target, codebook->code("conflict").code->id));
    std::printf(
        "opened after %.3f s, a rater's %zu units after %.3f s, the first text after %.3f s, a coding after"
        " %.3f s, %.0f MB\n",
        opened, mine.size(), listed, shown, since(), memoryNow());
    session->setViewer({});
    const auto counting = Clock::now();
    const service::StudyInfo info = need(session->info());
    std::printf("counted in %.3f s: %lld answers, %lld codings, %.0f MB\n",
                std::chrono::duration<double>(Clock::now() - counting).count(),
                static_cast<long long>(info.answers), static_cast<long long>(info.codings), memoryNow());
}

} // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::puts("scale FOLDER [ANSWERS (1000000)]");
        return 2;
    }
    try {
        setenv("RAPPORT_DATA", RAPPORT_SOURCE_DIR, 1);
        if (count == 3 && std::string(arguments[1]) == "--open") {
            const std::string made = arguments[2];
            open(made + "/scale.rapport", made);
            return 0;
        }
        const std::string folder = arguments[1];
        std::filesystem::create_directories(folder);
        const std::string path = folder + "/scale.rapport";
        if (!std::filesystem::exists(path))
            make(path, folder, count > 2 ? std::atoll(arguments[2]) : 1'000'000);
        std::fflush(stdout);
        const pid_t process = fork();
        if (process == 0) {
            execl("/proc/self/exe", "scale", "--open", folder.c_str(), nullptr);
            _exit(3);
        }
        int status = 1;
        waitpid(process, &status, 0);
        return status == 0 ? 0 : 1;
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 1;
    }
}
