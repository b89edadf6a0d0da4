// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/concording.h"
#include "service/searching.h"
#include "service/study_fixture.h"

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>

using namespace rapport;
using namespace rapport::service;
using test::StudyFixture;
using test::take;

namespace {

/// Answers with "band" in many surroundings, and a transcript.
void fill(StudyFixture& study) {
    study.import("band.csv", "participant,group,Q1,Q2\n"
                             "P11,A1,Een goede band met Noor.,De band is goed. Een band!\n"
                             "P12,A2,Geen goede band en geen slechte band.,\n"
                             "P13,A2,Ouders zien de bánd niet.,Rust.\n");
    study.import(
        "groep.txt",
        "Moderator: De band, hoe gaat dat?\nEls: Een goede band kost tijd.\nModerator: En?\nEls: Klaar.\n",
        ImportKind::Transcript);
}

std::string shown(const ConcordanceResult& result) {
    std::string text;
    for (const ConcordanceLine& line : result.lines)
        text += line.unitName + ": " + line.left + "|" + line.match + "|" + line.right + "\n";
    return text;
}

ConcordanceRequest asked(const std::string& query, std::vector<std::string> sort = {}) {
    ConcordanceRequest request;
    request.query = query;
    request.width = 1;
    request.sort = std::move(sort);
    return request;
}

} // namespace

TEST_CASE("lines: in the order of the study, by neighbours, by what is known of the unit") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    const auto all = take(concordance(session, asked("band")));
    CHECK(all.total == 8);
    CHECK(all.found == 8);
    CHECK(all.units == 6);
    CHECK(shown(all) == "P11/Q1: goede |band| met\n"
                        "P11/Q2: De |band| is\n"
                        "P11/Q2: Een |band|!\n"
                        "P12/Q1: goede |band| en\n"
                        "P12/Q1: slechte |band|.\n"
                        "P13/Q1: de |bánd| niet\n"
                        "groep#1: De |band|, hoe\n"
                        "groep#2: goede |band| kost\n");
    auto request = asked("band", {"left1", "right1"});
    request.limit = 4;
    request.offset = 1;
    const auto some = take(concordance(session, request));
    CHECK(some.total == 8);
    CHECK(shown(some) == "P11/Q2: De |band| is\nP13/Q1: de |bánd| niet\nP11/Q2: Een |band|!\n"
                         "P12/Q1: goede |band| en\n");
    CHECK(take(concordance(session, asked("band", {"group", "left1"}))).lines.at(2).unitName == "P11/Q2");
    CHECK(take(concordance(session, asked("band", {"speaker"}))).lines.back().speaker == "Moderator");
    CHECK(concordance(session, asked("band", {"height"})).error().code == base::Errc::NotFound);
    CHECK(concordance(session, asked("band", {"left1", "left2", "left3", "match"})).error().code ==
          base::Errc::InvalidArgument);
    // Fields and NOT narrow the units, and are no lines.
    CHECK(take(concordance(session, asked("band group:A2 NOT slechte"))).total == 1);
    CHECK(take(concordance(session, asked("\"goede band\" OR rust"))).total == 4);
    // A turn's line is placed in the transcript.
    const auto turn = take(concordance(session, asked("\"goede band\" speaker:Els"))).lines.at(0);
    CHECK(turn.range.length() == 10);
    CHECK(turn.range.begin.value == 27);
}

TEST_CASE("lines: a sample repeats") {
    StudyFixture study;
    fill(study);
    auto request = asked("band");
    request.sample = 3;
    request.seed = 5;
    const auto first = take(concordance(*study.session, request));
    CHECK(first.found == 8);
    CHECK(first.total == 3);
    CHECK(shown(first) == shown(take(concordance(*study.session, request))));
}

TEST_CASE("lines: a sample goes by what a unit is, and not by where it stands") {
    std::string answers = "participant,group,Q1\n";
    for (int at = 10; at < 30; ++at)
        answers += "P" + std::to_string(at) + ",A1,Een band hier. Geen band daar.\n";
    const auto sampled = [](Session& session, std::uint64_t seed, std::int64_t count) {
        auto request = asked("band");
        request.sample = count;
        request.seed = seed;
        std::set<std::string> all;
        for (const ConcordanceLine& line : take(concordance(session, request)).lines)
            all.insert(line.unitName + " " + std::to_string(line.range.begin.value));
        return all;
    };
    StudyFixture study;
    study.import("band.csv", answers);
    StudyFixture foreign;
    foreign.reopen(); // goes on with other guids
    foreign.import("band.csv", answers);
    std::set<std::set<std::string>> samples;
    for (std::uint64_t seed = 1; seed <= 20; ++seed) {
        const auto drawn = sampled(*study.session, seed, 5);
        CHECK(drawn.size() == 5);
        const auto more = sampled(*study.session, seed, 8);
        CHECK(std::includes(more.begin(), more.end(), drawn.begin(), drawn.end()));
        samples.insert(drawn);
        // The same places elsewhere are another sample: who draws there learns nothing of this study.
        samples.insert(sampled(*foreign.session, seed, 5));
    }
    CHECK(samples.size() == 40);
    const auto before = sampled(*study.session, 7, 5);
    study.session.reset();
    const std::string copy = study.scratch.file("copy.rapport");
    std::filesystem::copy_file(study.path(), copy);
    study.session = take(Session::open(copy, OpenMode::ReadWrite, study.environment(99)));
    CHECK(sampled(*study.session, 7, 5) == before);
    // Counted over a sample are the lines of the sample.
    LineSet set("band");
    set.sample = 5;
    CHECK(take(lineFrequencies(*study.session, set, "match")).at(0).lines == 5);
}

TEST_CASE("lines counted, neighbours, keywords, spread, sequences, forms") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    const auto left = take(lineFrequencies(session, "band", "left1"));
    CHECK(left.at(0).value == "de"); // as often as goede, and before it in the alphabet
    CHECK(left.at(0).lines == 3);
    const auto groups = take(lineFrequencies(session, "band", "group"));
    CHECK(groups.at(0).lines == 3);
    CollocateRequest request;
    request.lines.query = "band";
    request.left = 1;
    request.right = 0;
    const auto beside = take(collocates(session, request));
    CHECK(beside.at(0).together == 3);
    request.left = 0;
    CHECK(collocates(session, request).error().code == base::Errc::InvalidArgument);
    const auto keys = take(keywords(session, "group:A2", "group:A1", 1));
    CHECK_FALSE(keys.empty());
    CHECK(take(keywords(session, "xyzzy", "")).empty());
    CHECK(take(keywords(session, "group:A2", "xyzzy")).empty());
    const auto spread = take(dispersion(session, "band", "source"));
    CHECK(spread.lines == 8);
    CHECK(spread.partsWith == 5);
    CHECK(spread.deviation > 0);
    const auto groep = std::find_if(spread.byPart.begin(), spread.byPart.end(),
                                    [](const DispersionPart& part) { return part.name == "groep"; });
    REQUIRE(groep != spread.byPart.end());
    CHECK(groep->places == std::vector<std::int64_t>{1, 7});
    CHECK(dispersion(session, "band", "left1").error().code == base::Errc::InvalidArgument);
    CHECK(take(ngrams(session, "", 2, 3)).at(0).words == "de band");
    CHECK(take(ngrams(session, "", 2, 3)).at(1).words == "goede band");
    CHECK(ngrams(session, "", 1).error().code == base::Errc::InvalidArgument);
    study.import("forms.csv", "participant,group,Q1\nP20,A1,relatie relaties klasrelatie relatei reactie\n");
    std::string forms;
    for (const FormRow& row : take(wordForms(session, "relatie"))) {
        forms += row.form + "(";
        for (const std::string& why : row.why)
            forms += why + " ";
        forms.back() = ')';
        forms += " ";
    }
    CHECK(forms.starts_with("relatie(itself) "));
    CHECK(forms.find("relaties(") != std::string::npos);
    CHECK(forms.find("klasrelatie(compound)") != std::string::npos);
    CHECK(forms.find("relatei(typo)") != std::string::npos);
    // A compound is made of words; zorg in verzorging is none, and its parts are no forms of zorg.
    study.import("zorg.csv",
                 "participant,group,Q1\n"
                 "P21,A1,zorg zorgen zorgautoriteit verzorging jeugdzorg jeugd wet wetboek boek wetend\n"
                 "P22,A1,verzekeringszorg verzekering grondwetten grond gezorgd autoriteit\n");
    const auto whyOf = [&session](const char* word) {
        std::map<std::string, std::string> why;
        for (const FormRow& row : take(wordForms(session, word))) {
            for (const std::string& each : row.why)
                why[row.form] += each + " ";
        }
        return why;
    };
    auto zorg = whyOf("zorg");
    CHECK(zorg["zorgautoriteit"] == "beginning ");
    CHECK_FALSE(zorg.contains("verzorging"));
    CHECK(zorg["jeugdzorg"] == "compound ");
    CHECK(zorg["verzekeringszorg"] == "compound ");
    CHECK(zorg["zorgen"].find("stem-nl") != std::string::npos);
    auto wet = whyOf("wet"); // three letters
    CHECK(wet["wetboek"] == "compound ");
    CHECK(wet["grondwetten"] == "compound ");
    CHECK(take(wordForms(session, "*relatie*")).size() == 3);
    CHECK(wordForms(session, "a b").error().code == base::Errc::InvalidArgument);
    CHECK(queryOfForms({"relatie", "relaties"}) == "(relatie OR relaties)");
    SearchRequest search;
    search.query = queryOfForms({"relatie", "klasrelatie"});
    CHECK(take(service::search(session, search)).matches == 1);
}

TEST_CASE("what is counted over lines is counted over the lines that are shown") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    const auto p11 = study.target("R1", "P11/Q1");
    take(code(session, p11, study.code("closeness")));
    take(code(session, p11, study.code("conflict")));
    take(code(session, study.target("R2", "P12/Q1"), study.code("conflict")));
    const auto total = [](const std::vector<LineFrequency>& rows) {
        std::int64_t lines = 0;
        for (const LineFrequency& row : rows)
            lines += row.lines;
        return lines;
    };
    for (const char* coded : {"", "yes", "no", "conflict", "closeness", "yes@R2"}) {
        for (const bool isSampled : {false, true}) {
            CAPTURE(coded, isSampled);
            ConcordanceRequest request = asked("band");
            request.coded = coded;
            if (isSampled)
                request.sample = 2;
            const auto lines = take(concordance(session, request));
            const LineSet set(request);
            CHECK(total(take(lineFrequencies(session, set, "match"))) == lines.total);
            CHECK(total(take(lineFrequencies(session, set, "group"))) == lines.total);
            CHECK(total(take(lineFrequencies(session, set, "coded"))) == lines.total);
            CHECK(take(dispersion(session, set, "source")).lines == lines.total);
            CollocateRequest beside;
            beside.lines = set;
            beside.left = 100;
            beside.right = 100;
            beside.minimum = 1;
            if (lines.total == 0)
                CHECK(take(collocates(session, beside)).empty());
        }
    }
    // A line counts under each of its codes, and a code has one row.
    const auto codes = take(lineFrequencies(session, "band", "code"));
    REQUIRE(codes.size() == 3);
    CHECK(codes[0].value.empty()); // the lines without any
    CHECK(codes[0].lines == 5);
    CHECK(codes[1].value == "conflict");
    CHECK(codes[1].lines == 3);
    CHECK(codes[1].units == 2);
    CHECK(codes[2].value == "closeness");
    CHECK(codes[2].lines == 1);
    const auto raters = take(lineFrequencies(session, "band", "rater"));
    REQUIRE(raters.size() == 3);
    CHECK(raters[1].value == "R2");
    CHECK(raters[1].lines == 2);
    const auto coded = take(lineFrequencies(session, "band", "coded"));
    REQUIRE(coded.size() == 2);
    CHECK(coded[0].value == "no");
    CHECK(coded[0].lines == 5);
    // A rater hears of the own codings only.
    session.setViewer({study.rater("R2")});
    for (const LineFrequency& row : take(lineFrequencies(session, "band", "code")))
        CHECK(row.value != "closeness");
    for (const LineFrequency& row : take(lineFrequencies(session, "band", "rater")))
        CHECK(row.value != "R1");
}

TEST_CASE("what lines match is coded as one step, or not at all") {
    StudyFixture study;
    fill(study);
    auto& session = *study.session;
    const auto lines = take(concordance(session, asked("band source:P1*"))).lines;
    REQUIRE(lines.size() == 6);
    const model::RaterId rater = study.rater("R1");
    take(codeLines(session, lines, rater, "default", study.code("closeness")));
    SearchRequest request;
    request.query = "code:closeness";
    CHECK(take(search(session, request)).matches == 4);
    CHECK(study.work(study.target("R1", "P12/Q1")).codings.size() == 2);
    take(undo(session));
    CHECK(take(search(session, request)).matches == 0);
    // A heading cannot be coded: nothing is.
    CHECK_FALSE(codeLines(session, lines, rater, "default", study.code("attachment")));
    CHECK(take(search(session, request)).matches == 0);
}
