// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/evening.h"

#include "service/assigning.h"
#include "service/importing.h"
#include "service/inspecting.h"
#include "support/tree.h"

namespace rapport::test {

using namespace rapport::service;

namespace {

constexpr const char* book =
    R"({"schema":"rapport.codebook/1","id":"small","title":{"en":"Small"},"variables":[
  {"id":"constructs","title":{"en":"Constructs"},"scale":"presence","prompts":["Q1"],"codes":[
    {"id":"closeness","title":{"en":"Closeness"},"definition":{"en":"near"},"source":"none: test"},
    {"id":"conflict","title":{"en":"Conflict"},"definition":{"en":"against"},"source":"none: test"}]}]})";

constexpr std::int64_t lettersPerAnswer = 60;

} // namespace

Evening::Evening(const ScratchFolder& folder, int answers)
    : clock(*base::parseIso("2026-03-14T19:00:00Z"))
    , m_path(folder.file("study.rapport"))
    , m_cache(folder.file("cache")) {
    setenv("RAPPORT_DATA", rapport::support::sourceTree, 1);
    NewStudy study;
    study.title = "Evening";
    study.templateName = "empty";
    const auto session = must(Session::create(m_path, study, environment(1)));
    ImportOptions options;
    options.kind = ImportKind::Codebook;
    must(importFiles(*session, {folder.write("book.json", book)}, options));
    std::string csv = "participant,Q1\n";
    for (int person = 0; person < answers; ++person)
        csv += "P" + std::to_string(person + 100) + "," +
               std::string(lettersPerAnswer, static_cast<char>('a' + person % 26)) + "\n";
    options.kind = ImportKind::Answers;
    options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
      {"column":"participant","as":"participant"},{"column":"Q1","as":"answer","prompt":"Q1"}]})";
    must(importFiles(*session, {folder.write("answers.csv", csv)}, options));
    must(addRater(*session, "Ada", model::RaterKind::Human));
    must(addRater(*session, "Ben", model::RaterKind::Human));
    AssignRequest request;
    request.round = "r";
    request.raters = {"Ada", "Ben"};
    must(assign(*session, request));
}

service::Environment Evening::environment(std::uint64_t seed, const std::string& machine) const {
    Environment environment;
    environment.clock = &clock;
    environment.random = base::Random(seed);
    environment.device = base::Guid::fromText(machine);
    environment.cacheFolder = m_cache;
    return environment;
}

std::unique_ptr<Session> Evening::open(std::uint64_t seed, const std::string& machine) const {
    return must(Session::open(m_path, OpenMode::ReadWrite, environment(seed, machine)));
}

base::Result<std::unique_ptr<Session>> Evening::tryOpen(const std::string& path,
                                                        const Environment& environment) {
    return Session::open(path, OpenMode::ReadWrite, environment);
}

base::Status act(Session& session, const std::string& rater, std::int64_t number) {
    RAPPORT_ASSIGN(const model::Rater whose, session.rater(rater));
    RAPPORT_ASSIGN(const model::Round round, session.round("r"));
    RAPPORT_ASSIGN(const StudyInfo info, session.info());
    const std::int64_t units = info.units;
    const Target target{whose.id, round.id, model::UnitId(1 + number % units)};
    if (number % 5 == 4) {
        RAPPORT_ASSIGN(const UnitWorkView now, unitWork(session, target.unit, target.rater, target.round));
        const auto done = now.item.isComplete ? reopen(session, target) : complete(session, target);
        return done ? base::Status() : base::fail(done);
    }
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    const std::int64_t lap = number / units;
    const std::int64_t begin = lap / 2 % (lettersPerAnswer - 10);
    const std::int64_t end = begin + 1 + lap / 2 / (lettersPerAnswer - 10);
    const auto done = code(session, target, codebook->code(lap % 2 == 0 ? "closeness" : "conflict").code->id,
                           text::textRange(begin, end));
    return done ? base::Status() : base::fail(done);
}

std::string fingerprint(Session& session) {
    std::string all = must(exportCodings(session));
    const auto round = must(session.round("r"));
    for (const char* rater : {"Ada", "Ben"}) {
        const auto whose = session.rater(rater);
        if (!whose)
            continue;
        for (const UnitItem& item : must(units(session, {"r", rater, UnitState::All}))) {
            const UnitWorkView work = must(unitWork(session, item.id, whose->id, round.id));
            all += item.name + ' ' + item.prompt + ' ' + work.text + ' ' + work.memo + '\n';
        }
    }
    return all;
}

} // namespace rapport::test
