// SPDX-License-Identifier: GPL-3.0-or-later
// A small study in a folder of its own: two prompts, a few participants, two raters, a fixed clock and seed.
#pragma once

#include "base/platform/file.h"
#include "service/assigning.h"
#include "service/codebooks.h"
#include "service/importing.h"
#include "service/rating.h"
#include "support/catch.hpp"
#include "support/scratch.h"
#include "support/tree.h"

#include <cstdlib>

namespace rapport::test {

/// Fails the test with the error's words.
template<typename T>
T take(base::Result<T> result) {
    if (!result)
        FAIL(base::describe(result.error()) << "\n  " << result.error().hint);
    return std::move(*result);
}
inline void take(base::Status result) {
    if (!result)
        FAIL(base::describe(result.error()));
}

class StudyFixture {
public:
    explicit StudyFixture(const std::string& templateName = "empty")
        : clock(*base::parseIso("2026-03-14T19:00:00Z")) {
        setenv("RAPPORT_DATA", rapport::support::sourceTree, 1);
        service::NewStudy study;
        study.title = "Small";
        study.templateName = templateName;
        session = take(service::Session::create(path(), study, environment(1)));
        if (templateName == "empty")
            fill();
    }

    [[nodiscard]] std::string path() const { return scratch.file("study.rapport"); }

    [[nodiscard]] service::Environment environment(std::uint64_t seed) {
        service::Environment environment;
        environment.clock = &clock;
        environment.random = base::Random(seed);
        environment.device = base::Guid::fromText("device");
        environment.cacheFolder = scratch.file("cache");
        return environment;
    }

    void reopen() {
        session.reset();
        session =
            take(service::Session::open(path(), service::OpenMode::ReadWrite, environment(m_nextSeed++)));
    }

    service::ImportReport import(const std::string& name, const std::string& text,
                                 service::ImportKind kind = service::ImportKind::Detect) {
        service::ImportOptions options;
        options.kind = kind;
        return take(service::importFiles(*session, {scratch.write(name, text)}, options));
    }

    [[nodiscard]] model::RaterId rater(const std::string& name) { return take(session->rater(name)).id; }
    [[nodiscard]] model::CodeId code(const std::string& name) {
        const auto book = take(session->codebook());
        const auto found = book->code(name);
        REQUIRE(found.code != nullptr);
        return found.code->id;
    }
    [[nodiscard]] model::UnitId unit(const std::string& name) {
        return take(service::findUnit(*session, name)).id;
    }
    [[nodiscard]] service::Target target(const std::string& raterName, const std::string& unitName,
                                         const std::string& round = "default") {
        const model::UnitId id = unit(unitName);
        return {rater(raterName), take(service::roundFor(*session, id, rater(raterName), round)).id, id};
    }
    [[nodiscard]] service::UnitWorkView work(const service::Target& target) {
        return take(service::unitWork(*session, target.unit, target.rater, target.round));
    }

    ScratchFolder scratch;
    base::FixedClock clock;
    std::unique_ptr<service::Session> session;

private:
    std::uint64_t m_nextSeed = 2;

    void fill() {
        import("book.json",
               R"({"schema":"rapport.codebook/1","id":"small","title":{"en":"Small"},"variables":[
          {"id":"constructs","title":{"en":"Constructs"},"scale":"presence","prompts":["Q1","Q2"],"kinds":["turn"],"codes":[
            {"id":"attachment","title":{"en":"Attachment"},"codable":false,"children":[
              {"id":"closeness","title":{"en":"Closeness"},"definition":{"en":"near"},"source":"none: test"},
              {"id":"conflict","title":{"en":"Conflict"},"definition":{"en":"against"},"source":"none: test"}]}]},
          {"id":"practices","title":{"en":"Practices"},"scale":"presence","prompts":["Q2"],"codes":[
              {"id":"one_on_one","title":{"en":"One on one"},"definition":{"en":"time"},"source":"none: test"}]},
          {"id":"level","title":{"en":"Level"},"scale":"nominal","prompts":["Q1","Q2"],"codes":[
              {"id":"dyadic","title":{"en":"Dyadic"},"definition":{"en":"one"},"source":"none: test"},
              {"id":"class","title":{"en":"Class"},"definition":{"en":"all"},"source":"none: test"}]},
          {"id":"cues","title":{"en":"Cues"},"scale":"count","prompts":["Q1"]}]})");
        service::ImportOptions options;
        options.kind = service::ImportKind::Answers;
        options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[
          {"column":"id","as":"participant"},{"column":"group","as":"attribute","name":"group","blinded":true},
          {"column":"Q1","as":"answer","prompt":"Q1"},{"column":"Q2","as":"answer","prompt":"Q2"}]})";
        take(service::importFiles(
            *session,
            {scratch.write("answers.csv", "id,group,Q1,Q2\n"
                                          "P1,A1,De juf is dichtbij Noor.,Samen spelen helpt.\n"
                                          "P2,A2,Er is conflict.,\n"
                                          "P3,A2,She keeps her distance.,Talk with her.\n"
                                          "P4,B1,\xF0\x9F\x98\x80 Noor lacht.,Tijd maken.\n")},
            options));
        take(service::addRater(*session, "R1", model::RaterKind::Human));
        take(service::addRater(*session, "R2", model::RaterKind::Human));
    }
};

} // namespace rapport::test
