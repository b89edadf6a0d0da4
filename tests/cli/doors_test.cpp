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
