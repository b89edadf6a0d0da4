// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/concording.h"
#include "service/searching.h"
#include "service/study_fixture.h"

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
    request.query = "band";
    request.left = 1;
    request.right = 0;
    const auto beside = take(collocates(session, request));
    CHECK(beside.at(0).together == 3);
    request.left = 0;
    CHECK(collocates(session, request).error().code == base::Errc::InvalidArgument);
    const auto keys = take(keywords(session, "group:A2", "group:A1", 1));
    CHECK_FALSE(keys.empty());
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
    CHECK(take(wordForms(session, "*relatie*")).size() == 3);
    CHECK(wordForms(session, "a b").error().code == base::Errc::InvalidArgument);
    CHECK(queryOfForms({"relatie", "relaties"}) == "(relatie OR relaties)");
    SearchRequest search;
    search.query = queryOfForms({"relatie", "klasrelatie"});
    CHECK(take(service::search(session, search)).matches == 1);
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
