// SPDX-License-Identifier: GPL-3.0-or-later
#include "dump.h"
#include "exchange/pdf.h"
#include "exchange/pdf_lines.h"
#include "exchange/running_heads.h"
#include "support/catch.hpp"

using namespace rapport;
using namespace rapport::exchange;

namespace {

std::string pdfOf(const std::string& content) {
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count "
           "1>>endobj\n"
           "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 "
           "R/Resources<</Font<</F1<</Type/Font"
           "/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length " +
           std::to_string(content.size()) + ">>stream\n" + content +
           "\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF";
}

/// Pages of lines; no table of references, which the reader works out.
std::string pdfOfPages(const std::vector<std::vector<std::string>>& pages) {
    std::string kids;
    std::string objects;
    for (std::size_t page = 0; page < pages.size(); ++page) {
        const std::string own = std::to_string(10 + 2 * page);
        const std::string content = std::to_string(11 + 2 * page);
        kids += own + " 0 R ";
        std::string stream = "BT /F1 12 Tf 50 450 Td ";
        for (const std::string& line : pages[page])
            stream += "(" + line + ") Tj 0 -14 Td ";
        stream += "ET";
        objects += own + " 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents " + content +
                   " 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n" +
                   content + " 0 obj<</Length " + std::to_string(stream.size()) + ">>stream\n" + stream +
                   "\nendstream endobj\n";
    }
    return "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[" + kids +
           "]/Count " + std::to_string(pages.size()) + ">>endobj\n" + objects +
           "trailer<</Root 1 0 R>>\n%%EOF";
}

Transcript pdf(const std::vector<std::vector<std::string>>& pages) {
    auto records = readPdf(pdfOfPages(pages), "f.pdf", {}, {});
    if (!records)
        FAIL(base::describe(records.error()));
    return std::get<Transcript>(std::move(*records));
}

/// Turns as "speaker|text" with / between them, and \n shown.
std::string told(const Transcript& found) {
    return test::dump({}, found.warnings);
}

using Pages = std::vector<std::vector<std::string>>;

} // namespace

TEST_CASE("PDF: flowing text, joined words, pages") {
    const auto records =
        readPdf(pdfOf("BT /F1 12 Tf 50 450 Td (Anna: it was a begin-) Tj 0 -14 Td (ning of a year.) Tj 0 -14 "
                      "Td (Bram: yes, a good) Tj 0 -14 Td (one.) Tj 0 -14 Td (Anna: well) Tj ET"),
                "f.pdf", {}, {});
    REQUIRE(records);
    const auto& found = std::get<Transcript>(*records);
    REQUIRE(found.turns.size() == 3);
    CHECK(found.turns[0].text == "it was a beginning of a year.");
    CHECK(found.turns[1].text == "yes, a good one.");
    CHECK(found.turns[2].page == 1);
    CHECK_THAT(readPdf(pdfOf("q Q"), "f.pdf", {}, {}).error().message, Catch::Contains("empty, or pictures"));
    CHECK_THAT(readPdf("%PDF-1.4\nnothing", "f", {}, {}).error().message, Catch::Contains("damaged"));
}

TEST_CASE("PDF: where each page begins, inside turns too") {
    const auto records = readPdf(pdfOfPages({{"Anna: it was a be-"},
                                             {"ginning of a year.", "Bram: yes, a good", "one."},
                                             {"Anna: well,"},
                                             {"that is", "that."},
                                             {"Bram: bye."}}),
                                 "f.pdf", {}, {});
    REQUIRE(records);
    const auto& found = std::get<Transcript>(*records);
    REQUIRE(found.turns.size() == 4);
    CHECK(found.turns[0].text == "it was a beginning of a year.");
    CHECK(found.turns[0].page == 1);
    CHECK(found.turns[0].pages == std::vector<PageBegin>{{2, 11}});
    CHECK(found.turns[1].page == 2);
    CHECK(found.turns[1].pages.empty());
    CHECK(found.turns[2].page == 3);
    CHECK(found.turns[2].text == "well, that is that.");
    CHECK(found.turns[2].pages == std::vector<PageBegin>{{4, 6}});
    CHECK(found.turns[3].page == 5);
}

TEST_CASE("running heads recur, sentences do not") {
    std::vector<std::vector<std::string>> pages;
    for (int page = 1; page <= 4; ++page)
        pages.push_back({"Interview with A", "", "words " + std::string(static_cast<std::size_t>(page), 'x'),
                         "more of them", "and an end " + std::string(static_cast<std::size_t>(page), 'y'),
                         "page " + std::to_string(page) + " of 4"});
    {
        const RunningHeads told = dropRunningHeads(pages);
        CHECK(told.heads == 8);
        CHECK(told.words == std::vector<std::string>{"page 1 of 4", "Interview with A"});
    }
    CHECK(pages[2] == std::vector<std::string>{"", "words xxx", "more of them", "and an end yyy"});
    std::vector<std::vector<std::string>> numbers{{"a", "- 1 -"}, {"b", "2"}};
    CHECK(dropRunningHeads(numbers).numbers == 2);
    std::vector<std::vector<std::string>> empty{{}, {""}};
    CHECK(dropRunningHeads(empty).heads == 0);
    // What somebody says is no running head, though it recurs; what is taken away is told.
    std::vector<std::vector<std::string>> said;
    for (int page = 1; page <= 4; ++page)
        said.push_back({"Interview with A", page == 4 ? "Anna: No." : "Anna: Yes.", "more", "words",
                        "words " + std::string(static_cast<std::size_t>(page), 'z'),
                        "and " + std::string(static_cast<std::size_t>(page), 'x')});
    const RunningHeads told = dropRunningHeads(said);
    CHECK(told.heads == 4);
    CHECK(said[0].front() == "Anna: Yes.");
    CHECK(told.words == std::vector<std::string>{"Interview with A"});
}

TEST_CASE("PDF: a hyphen at a line's end does not give the next line to somebody else") {
    // Poppler leaves such a hyphen out and puts the next line behind it.
    const Transcript found = pdf({{"Anke: Nou, ik vond dat de juf eigenlijk best wel-", "Bilal: Streng!",
                                   "Anke: Nee, juist niet. Ze wachtte gewoon tot hij -",
                                   "Moderator: Bilal, laat Anke even uitpraten.", "Bilal: Sorry."}});
    CHECK(test::turns(found) == "Anke|Nou, ik vond dat de juf eigenlijk best wel-/Bilal|Streng!/"
                                "Anke|Nee, juist niet. Ze wachtte gewoon tot hij -/"
                                "Moderator|Bilal, laat Anke even uitpraten./Bilal|Sorry.");
    CHECK(found.warnings.empty());
}

TEST_CASE("PDF: a hyphen goes only where a line's end broke a word") {
    const Transcript found =
        pdf({{"Anna: Op 2018-03-", "27 was de in-", "en uitvoer in Noord-", "Holland in 2019-",
              "2020 groot. Dat was be-", "gonnen met de 18-", "jarige uit www.a-b.nl/in-", "dex, en zo.",
              "Bram: Ja, en <!--", "wat dan ook.", "Anna: Goed.", "Bram: Nee."}});
    CHECK(test::turns(found) ==
          "Anna|Op 2018-03-27 was de in- en uitvoer in Noord-Holland in 2019-2020 groot. Dat "
          "was begonnen met de 18-jarige uit www.a-b.nl/in-dex, en zo./"
          "Bram|Ja, en <!-- wat dan ook./Anna|Goed./Bram|Nee.");
    CHECK(told(found) == "warning 1 word broken at a line's end is put together, first 'be-gonnen'\n");
    // Where nobody speaks a line is a paragraph: a word is not torn by that.
    CHECK(test::turns(pdf({{"Het verslag is be-", "gonnen in mei."}})) == "|Het verslag is begonnen in mei.");
}

TEST_CASE("PDF: two columns are read one behind the other, with their hyphens") {
    std::string content = "BT /F1 12 Tf ";
    for (int column = 0; column < 2; ++column) {
        const std::string name = column == 0 ? "left" : "right";
        for (int line = 0; line < 6; ++line)
            content += "1 0 0 1 " + std::to_string(40 + 230 * column) + " " +
                       std::to_string(450 - 14 * line) + " Tm (" + name + " column words that are bro-) Tj ";
    }
    const auto records = readPdf(pdfOf(content + "ET"), "f.pdf", {}, {});
    REQUIRE(records);
    std::string all;
    for (const TranscriptTurn& turn : std::get<Transcript>(*records).turns)
        all += turn.text + ' ';
    CHECK(all.rfind("left") < all.find("right"));
    CHECK(all.find("bro-") != std::string::npos);
}

TEST_CASE("hyphens are found again in the words of a page") {
    const auto whole = [](std::string_view text, const std::vector<std::string>& words) {
        return withHyphens(text, words).value_or("other words");
    };
    CHECK(whole("a belike\nthis\n", {"a", "be-", "like", "this"}) == "a be-\nlike\nthis\n");
    CHECK(whole("a well-known\none-\n", {"a", "well-known", "one-"}) == "a well-known\none-\n");
    CHECK(whole("het Bram\n", {"het", "-", "Bram"}) == "het -\nBram\n");
    CHECK(whole("a-b\n", {"a--", "b"}) == "a--\nb\n");
    CHECK(whole("wel-ja\n", {"wel-", "-ja"}) == "wel-\n-ja\n");
    CHECK(whole("wel-\n-ja\n", {"wel-", "-ja"}) == "wel-\n-ja\n");
    CHECK(whole("cab", {"a", "b", "c"}) == "other words");
    CHECK(whole("", {"a"}) == "other words");
    // A drawn line of hyphens takes no longer for being long.
    const std::size_t many = 200'000;
    const std::string line(many, '-');
    CHECK(whole(line, std::vector<std::string>(many, "-")) == line);
}

TEST_CASE("PDF: numbers at a page's edge are page numbers only where they rise with the pages") {
    const Transcript found =
        pdf({{"Interviewer: Sinds wanneer woont u hier?", "Respondent: Met mijn man, in het jaar", "1999."},
             {"Interviewer: En hoe lang werkt u al?", "Respondent: Al heel lang, dat was in", "1985-1986"},
             {"Interviewer: En uw huisnummer?", "Respondent:", "112"},
             {"Interviewer: Dank u.", "Respondent: Graag gedaan, tot", "12-03-2024"}});
    CHECK(test::turns(found) ==
          "Interviewer|Sinds wanneer woont u hier?/Respondent|Met mijn man, in het jaar 1999./"
          "Interviewer|En hoe lang werkt u al?/Respondent|Al heel lang, dat was in 1985-1986/"
          "Interviewer|En uw huisnummer?/Respondent|112/"
          "Interviewer|Dank u./Respondent|Graag gedaan, tot 12-03-2024");
    CHECK(found.warnings.empty());

    Pages numbered{{"a", "7"}, {"b", "8 | 20"}, {"c", "9"}, {"d", "10"}};
    const RunningHeads gone = dropRunningHeads(numbered);
    CHECK(gone.heads == 0);
    CHECK(gone.pageNumbers == std::vector<std::string>{"7", "9", "10"});
    Pages years{{"a", "1"}, {"b", "1999"}, {"c", "3"}, {"d", "4"}, {"e", "2001"}};
    CHECK(dropRunningHeads(years).pageNumbers == std::vector<std::string>{"1", "3", "4"});
    CHECK(years[1] == std::vector<std::string>{"b", "1999"});
    // An answer to a question on each page is none.
    Pages asked{{"Respondent:", "1"}, {"Respondent:", "2"}, {"a", "b"}};
    CHECK(dropRunningHeads(asked).numbers == 0);
    // Numbers in running heads are those of the pages, too, or always the same.
    Pages people{{"Respondent 112", "a"}, {"Respondent 7", "b"}, {"Respondent 30", "c"}};
    CHECK(dropRunningHeads(people).heads == 0);
    Pages parts{{"Part 4 - 1/3", "a"}, {"Part 4 - 2/3", "b"}, {"Part 4 - 3/3", "c"}};
    CHECK(dropRunningHeads(parts).heads == 3);
}

TEST_CASE("PDF: running heads of two pages, and of three lines") {
    const Transcript two = pdf({{"Interview 4 vertrouwelijk", "Anna: Ik vind de school heel fijn.",
                                 "Bram: Dat vind ik ook, want zij is", "pagina 1 van 2"},
                                {"Interview 4 vertrouwelijk", "altijd rustig gebleven.",
                                 "Anna: Precies, dat bedoel ik.", "pagina 2 van 2"}});
    CHECK(test::turns(two) ==
          "Anna|Ik vind de school heel fijn./Bram|Dat vind ik ook, want zij is altijd rustig "
          "gebleven./Anna|Precies, dat bedoel ik.");
    CHECK(told(two) ==
          "warning 4 running heads are left out: 'pagina 1 van 2', 'Interview 4 vertrouwelijk'\n");
    Pages three;
    for (int page = 1; page <= 3; ++page)
        three.push_back({"Interview 4", "Universiteit Gent", "vertrouwelijk",
                         "words " + std::string(1, static_cast<char>('a' + page)),
                         "pagina " + std::to_string(page) + " van 3"});
    CHECK(dropRunningHeads(three).heads == 12);
    CHECK(three[1] == std::vector<std::string>{"words c"});
    // What somebody says on both pages is no head, nor is what stands at other places of them.
    Pages said{{"Anna: Ja.", "x", "y", "z", "same"}, {"Anna: Ja.", "same", "b", "c", "d"}};
    CHECK(dropRunningHeads(said).heads == 0);
}

TEST_CASE("PDF: pages that are alike in all that they hold keep it") {
    Pages alike(5, {"Wat vind je?", "Ga door."});
    CHECK(dropRunningHeads(alike).heads == 0);
    CHECK(alike[4] == std::vector<std::string>{"Wat vind je?", "Ga door."});
    Pages headed;
    for (int page = 1; page <= 5; ++page)
        headed.push_back({"Interview 4", "Anna: Ja.", "Bram: Nee.", "p. " + std::to_string(page) + " van 5"});
    CHECK(dropRunningHeads(headed).heads == 10);
    CHECK(headed[4] == std::vector<std::string>{"Anna: Ja.", "Bram: Nee."});
}
