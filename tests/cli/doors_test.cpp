// SPDX-License-Identifier: GPL-3.0-or-later
// What commands refuse, and what they say where a script or a hurried reader would be misled.
#include "cli/program.h"
#include "support/catch.hpp"
#include "text/utf8.h"

using rapport::test::Program;

namespace {

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

TEST_CASE("names of files of any bytes come in as text", "[cli]") {
    const Program program;
    program.write("intervi\xe9w.txt", "Ann: Good morning.\nBob: Good morning to you.\n");
    CHECK(program.run("rapport new s.rapport --template empty --title 'Studie \xe9\xe9n'").exitCode == 2);
    program.must("rapport new 'studie \xe9.rapport' --template empty");
    program.must("mv 'studie \xe9.rapport' s.rapport && rapport import s.rapport 'intervi\xe9w.txt'");
    CHECK(program.run("rapport raters s.rapport add 'Ren\xe9'").exitCode == 2);
    const std::string units = program.must("rapport units s.rapport --format csv");
    CHECK(has(units, "intervi\xc3\xa9w#1"));
    CHECK(has(program.must("rapport info s.rapport --format json"), "studie \xc3\xa9"));
    program.must("rapport export s.rapport --out p.qdpx && unzip -p p.qdpx project.qde > p.qde");
    CHECK(rapport::text::isValidUtf8(program.read("p.qde")));
    CHECK(has(program.read("p.qde"), "intervi\xc3\xa9w"));
}

TEST_CASE("raters have names that can be said again", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S");
    for (const char* name : {"' Kim '", "'Kim '", "'\xc2\xa0Kim'", "'K\x01im'", "''", "'A,B'"}) {
        const auto refused = program.run(std::string("rapport raters s.rapport add ") + name);
        CAPTURE(name, refused.messages);
        CHECK(refused.exitCode != 0);
    }
    program.must("rapport raters s.rapport add 'Kim de Boer'");
}

TEST_CASE("whoever exports a part is not given the whole", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S && rapport import s.rapport $SAMPLE/answers.csv "
                 "&& rapport import s.rapport $SAMPLE/codings.csv");
    for (const char* wrong :
         {"--what codings --codes conflict", "--what codings --variables constructs",
          "--what codings --source raters", "--what codings --with-blinded", "--what codings --no-raters",
          "--what answers --round default", "--what answers --codes conflict",
          "--what codebook --prompts Q1 --out x.md", "--what quotes --overlap any",
          "--what project --participants P001 --out x.qdpx", "--what audit --pseudonyms --out x.md",
          "--what long --no-raters", "--prompts Nope", "--participants Nope", "--round Nope",
          "--what answers --prompts Nope", "--what quotes --codes Nope", "--what quotes --round Nope",
          "--what quotes --participants Nope"}) {
        std::string line = std::string("rapport export s.rapport ") + wrong;
        if (!has(line, "--out"))
            line += " --out x.csv";
        const auto refused = program.run(line);
        CAPTURE(line, refused.messages);
        CHECK(refused.exitCode == 2);
        CHECK(!program.exists("x.csv"));
    }
    CHECK(has(program.run("rapport export s.rapport --out x.csv --codes conflict").messages,
              "--codes is of --what wide, long and quotes"));
    const auto unitsOf = [&](const std::string& options) {
        return program.must("rapport export s.rapport " + options +
                            " --out part.csv >/dev/null && tail -n +2 part.csv | "
                            "cut -d, -f1 | grep ^P0 | sort -u");
    };
    CHECK(unitsOf("--participants P001 --prompts Q1") == "P001/Q1\n");
    CHECK(unitsOf("--what answers --participants P001,P002") == "P001\nP002\n");
    CHECK(!has(
        program.must("rapport export s.rapport --what answers --prompts Q1 --out q.csv && head -1 q.csv"),
        "Q2"));
    CHECK(program.must("rapport export s.rapport --what quotes --participants P001 --out q.csv >/dev/null && "
                       "cut -d, -f3 "
                       "q.csv | tail -n +2 | grep -v ^P001 | wc -l") == "0\n");
    CHECK(program.run("rapport export s.rapport --as rater:R1 --participants P001 --out x.csv").exitCode ==
          1);
    for (const char* ending : {"json", "csv", "qdc", "html", "md", "docx", "odt", "tex", "xlsx"})
        program.must(std::string("rapport export s.rapport --what codebook --as rater:R1 --out book.") +
                     ending);
}

TEST_CASE("what was done is said in the form that was asked for", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S && rapport import s.rapport $SAMPLE/answers.csv "
                 "&& rapport import s.rapport $SAMPLE/codings.csv");
    for (const char* line :
         {"codebook s.rapport export book.json", "analyse s.rapport cooccurrence --figure f.svg",
          "concordance s.rapport hond --out lines.csv"}) {
        CAPTURE(line);
        const std::string json = program.must(std::string("rapport ") + line + " --format json");
        CHECK(has(json, "\"schema\": \"rapport.written/1\""));
        CHECK(program.must(std::string("rapport ") + line + " --format csv").starts_with("file\n"));
        CHECK(program.must(std::string("rapport ") + line).starts_with("wrote "));
    }
    program.must("rapport searches s.rapport save dog 'hond*'");
    CHECK(has(program.must("rapport searches s.rapport run dog --format json"), "\"last\": null"));
    const std::string again = program.must("rapport searches s.rapport run dog --format json");
    CHECK(has(again, "\"schema\": \"rapport.search-run/1\""));
    CHECK(!has(again, "\"last\": null"));
    CHECK(program.must("rapport searches s.rapport run dog --format csv")
              .starts_with("name,query,lines,units,last_time,last_lines,last_units\ndog,hond*,"));
    CHECK(has(program.must("rapport history s.rapport --share-pace yes --format json"), "\"shared\": true"));
    CHECK(program.must("rapport history s.rapport --share-pace no --format csv") == "shared\nno\n");
}

TEST_CASE("agreement says where it did not look", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S && rapport import s.rapport $SAMPLE/answers.csv");
    CHECK(has(program.must("rapport agreement s.rapport"), "no unit was completed by two raters"));
    program.must("rapport import s.rapport $SAMPLE/codings.csv --round-kind training");
    const std::string told = program.must("rapport agreement s.rapport");
    CHECK(has(told, "Rated, too: reliability. Ask for one with --round NAME."));
    CHECK(has(program.must("rapport agreement s.rapport --format json"), "\"rounds_left_out\""));
    CHECK(!has(program.must("rapport agreement s.rapport --round reliability"), "Rated, too"));
}

TEST_CASE("a sealed backup says how it is opened", "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S && echo geheim > FILE && "
                 "rapport backup s.rapport 'my sealed.rapport' --passphrase-file FILE");
    for (const char* line :
         {"rapport restore s.rapport --from 'my sealed.rapport'", "rapport info 'my sealed.rapport'"}) {
        const auto refused = program.run(line);
        CAPTURE(line, refused.messages);
        CHECK(refused.exitCode == 1);
        const std::string hint =
            "rapport unseal 'my sealed.rapport' --out WORK.rapport --passphrase-file FILE";
        REQUIRE(has(refused.messages, hint));
        program.must("rm -f WORK.rapport; " + hint);
    }
    program.must("rapport restore s.rapport --from WORK.rapport");
}

TEST_CASE("a sealed list of names takes no other file's place, and an import without it does not happen",
          "[cli]") {
    const Program program;
    program.must("rapport new s.rapport --title S && echo geheim > pass");
    program.write("a.csv", "participant,Q1\nP1,Wout kwam.\n");
    program.write("names.csv", "Wout,Kind 1\n");
    const std::string line =
        "rapport import s.rapport a.csv --pseudonyms names.csv --passphrase-file pass --key ";
    const auto digests = [&] {
        return program.must("cp s.rapport copy && sha256sum a.csv names.csv pass copy");
    };
    const std::string before = digests();
    program.must("ln -s nowhere dangling");
    for (const char* key : {"s.rapport", "a.csv", "names.csv", "pass", "dangling", ".", "nowhere/x.key"}) {
        for (const char* more : {"", " --dry-run"}) {
            const auto refused = program.run(line + key + more);
            CAPTURE(key, more, refused.messages);
            CHECK(refused.exitCode != 0);
            CHECK(has(refused.messages, key));
            CHECK(digests() == before);
            CHECK(!program.exists("nowhere"));
        }
    }
    // A list whose import fails is not there either.
    program.write("bad.csv", "participant,Q1\nP1,\"x\n");
    CHECK(program.run(line + "n.key --mapping names.csv").exitCode != 0);
    CHECK(!program.exists("n.key"));
    program.must(line + "n.key");
    CHECK(program.must(
              "rapport unseal n.key --out back.csv --passphrase-file pass >/dev/null && cat back.csv") ==
          "Wout,Kind 1\n");
    const std::string kept = program.must("sha256sum n.key");
    CHECK(has(program.run(line + "n.key").messages, "there is a file of this name already"));
    CHECK(program.must("sha256sum n.key") == kept);
}

TEST_CASE("small things are said as they are", "[cli]") {
    const Program program;
    CHECK(program.must("rapport help") == program.must("rapport --help"));
    CHECK(program.must("rapport help new") == program.must("rapport new --help"));
    CHECK(program.run("rapport help nope").exitCode == 2);
    CHECK(has(program.run("rapport new ''").messages, "write: rapport new NAME.rapport"));
    const auto tooLong = program.run("rapport new " + std::string(240, 'a') + ".rapport");
    CHECK(tooLong.exitCode == 2);
    CHECK(has(tooLong.messages, "has at most 231 bytes"));
    program.must("rapport new " + std::string(223, 'a') + ".rapport");
    program.must("rapport new s.rapport --title S");
    const auto noSheet = program.run("rapport import s.rapport $SAMPLE/answers.csv --sheet Nope");
    CHECK(noSheet.exitCode == 2);
    CHECK(has(noSheet.messages, "has no sheet 'Nope'"));
    program.must("rapport import s.rapport $SAMPLE/answers.csv $SAMPLE/codings.csv");
    const std::string progress = program.must("rapport info s.rapport --progress --format csv");
    CHECK(progress.starts_with("round,rater,assigned,completed,last_completed,per_hour,variable,"));
    CHECK(has(progress, "\nreliability,R1,88,88,"));
    // A template of one's own, with what it names beside it.
    program.must(
        "mkdir mine && cp $RAPPORT_DATA/codebooks/*.json mine/ && rapport new own.rapport --template "
        "mine/relationship-vignette.template.json");
    CHECK(program.run("rapport new other.rapport --template mine/nope.template.json").exitCode == 2);
}

TEST_CASE("a rater of a bare table is found by what the name looks like", "[cli]") {
    const Program program;
    const std::string composed = "Zo\u00EB";
    const std::string decomposed = "Zoe\u0308";
    const std::string rows = "a,1,1,0\nb,0,1,0\nc,1,1,1\nd,0,0,1\n";
    program.write("one.csv", "unit,Ann," + decomposed + ",Bob\n" + rows);
    program.write("two.csv", "unit," + composed + "," + decomposed + ",Bob\n" + rows);
    program.write("crosses.csv", "unit,Ann," + decomposed + ",Bob\na,x,x,\nb,,x,\nc,x,x,x\n");
    const auto agreement = [&](const std::string& rest) {
        return program.run("rapport agreement --format json --matrix " + rest);
    };
    for (const std::string& asked : {composed, decomposed}) {
        CAPTURE(asked);
        CHECK(has(agreement("one.csv --gold " + asked).out, "\"against_gold\""));
        CHECK(has(agreement("one.csv --raters Ann," + asked + " --gold " + asked).out, decomposed));
        CHECK(has(agreement("crosses.csv --raters Ann," + asked).out, decomposed));
        // Where both stand there, each is itself.
        CHECK(has(agreement("two.csv --raters Bob," + asked).out, "\"" + asked + "\""));
    }
    CHECK(agreement("two.csv --gold " + composed + "\u200B").exitCode != 0);
    for (const char* file : {"one.csv", "crosses.csv"}) {
        CAPTURE(file);
        const auto twice = agreement(file + (" --raters Ann," + composed + "," + decomposed));
        CHECK(twice.exitCode != 0);
        CHECK(has(twice.messages, "twice"));
    }
}
