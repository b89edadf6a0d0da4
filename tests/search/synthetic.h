// SPDX-License-Identifier: GPL-3.0-or-later
// Generated answers and queries over a small vocabulary, so that random queries do find something. Synthetic.
#pragma once

#include "base/random.h"
#include "search/search.h"

#include <rapidcheck.h>

#include <string>
#include <vector>

namespace rapport::test {

/// Pieces of queries, right and wrong, glued together.
inline rc::Gen<std::string> queryLike() {
    static const std::vector<std::string> pieces{"band",
                                                 "goede",
                                                 "leerk*",
                                                 "\"",
                                                 "\"goede band\"",
                                                 "(",
                                                 ")",
                                                 " AND ",
                                                 " OR ",
                                                 " NOT ",
                                                 " ",
                                                 " ",
                                                 "-",
                                                 "*",
                                                 ":",
                                                 "speaker:",
                                                 "code:",
                                                 "foo:",
                                                 "é",
                                                 "e-mail",
                                                 "i.p.v.",
                                                 "\u201C",
                                                 "\n",
                                                 "coded:yes",
                                                 "group:",
                                                 "'",
                                                 ".",
                                                 "1.000",
                                                 "\u00AD",
                                                 "AND",
                                                 "or",
                                                 "\u2019",
                                                 "@",
                                                 "_",
                                                 ". D",
                                                 "\uFF02",
                                                 "\uFF0A",
                                                 "\u0149",
                                                 "*relatie*",
                                                 "l*k",
                                                 "~",
                                                 "~1",
                                                 "=",
                                                 "/",
                                                 "/b.*d/",
                                                 " NEAR/3 ",
                                                 " ADJ ",
                                                 " WITHIN sentence",
                                                 " WITHIN ",
                                                 "[",
                                                 "[0-2]",
                                                 "]",
                                                 "|",
                                                 "(a|b c|)",
                                                 " * ",
                                                 "x"};
    return rc::gen::map(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces)),
                        [](const std::vector<std::string>& chosen) {
                            std::string text;
                            for (const std::string& piece : chosen)
                                text += piece;
                            return text;
                        });
}

class Synthetic {
public:
    explicit Synthetic(std::uint64_t seed)
        : m_random(seed) {}

    const std::string& oneOf(const std::vector<std::string>& choices) {
        return choices[static_cast<std::size_t>(m_random.below(choices.size()))];
    }
    std::uint64_t below(std::uint64_t bound) { return m_random.below(bound); }

    std::string text(std::size_t words) {
        std::string out;
        for (std::size_t at = 0; at < words; ++at)
            out += oneOf(vocabulary()) + oneOf(separators());
        return out;
    }

    search::IndexedUnit unit(std::int64_t id) {
        search::IndexedUnit unit;
        unit.id = model::UnitId(id);
        unit.kind = below(5) == 0 ? "memo" : "answer";
        unit.text = text(below(25));
        unit.fields = {{"question", oneOf({"Q1", "Q2", "Q3"})},
                       {"lang", oneOf({"nl", "en", ""})},
                       {"source", "P" + std::to_string(id)},
                       {"colour", oneOf({"Red", "red", "Blue"})}};
        if (below(2) == 0)
            unit.fields.emplace_back("speaker", oneOf({"Jan", "José", "Jan de Vries"}));
        unit.order = 1'000 - id;
        unit.date = below(4) == 0 ? "" : "2024-0" + std::to_string(1 + below(9)) + "-01";
        return unit;
    }

    /// A well-formed query.
    std::string query(int depth = 0) {
        switch (below(depth > 3 ? 8 : 14)) {
        case 0:
        case 1:
            return oneOf(words());
        case 2:
            return "\"" + oneOf(words()) + " " + oneOf(words()) + "\"";
        case 3:
            return "\"" + oneOf(words()) + " " + oneOf({"de", "l*", "heel"}) + " " + oneOf(words()) + "\"";
        case 4:
            return oneOf({"leer*", "l*", "b*", "zzz*", "e-m*", "foto*"});
        case 5:
            return oneOf({"speaker:jan", "speaker:jan*", "speaker:jose", "question:q1", "lang:nl", "code:x",
                          "code:y", "coded:yes", "coded:no", "source:P7", "source:p1*", "rater:anna"});
        case 6:
            return word();
        case 7:
            return pattern();
        case 8:
            return "(" + place() + oneOf({" NEAR/2 ", " NEAR/7 ", " ADJ/3 ", " NEAR "}) + place() + ")";
        case 9:
            return "((" + word() + " " + oneOf({"", "-", "OR "}) + word() + ") WITHIN " +
                   oneOf({"sentence", "turn"}) + ")";
        case 10:
            return "(" + query(depth + 1) + " OR " + query(depth + 1) + ")";
        case 11:
            return "(" + query(depth + 1) + " OR " + query(depth + 1) + " OR " + query(depth + 1) + ")";
        case 12:
            return "NOT " + query(depth + 1);
        case 13:
            return "(" + query(depth + 1) + " -" + query(depth + 1) + ")";
        default:
            return "(" + query(depth + 1) + " " + query(depth + 1) + ")";
        }
    }

    /// One word, in every way in which one can be asked for.
    std::string word() {
        return oneOf(
            {"*kracht*",     "l*k*t",       "*ing",           "*a*",     "/.*(l)+.*/", "/[a-f].*/",
             "/\\d.*/",      "=De",         "=\u00E9\u00E9n", "=e-mail", "=email",     "=Leer*",
             "=/D.*/",       "leerkrach~1", "bant~",          "goed~2",  "heeel~1",    oneOf(words()),
             oneOf(words()), "e-mail",      "leer*"});
    }
    /// A phrase with gaps, alternatives and any of those words.
    std::string pattern() {
        std::string text = "\"" + inPhrase();
        for (std::uint64_t at = 0; at < 1 + below(3); ++at)
            text += oneOf({" ", " ", " ", " [0-2] ", " [1] ", " [0-1] ", " * "}) + inPhrase();
        return text + "\"";
    }
    /// What NEAR takes on either side.
    std::string place() {
        switch (below(4)) {
        case 0:
            return pattern();
        case 1:
            return "(" + word() + " OR " + word() + ")";
        case 2:
            return "(" + word() + " NEAR/3 " + word() + ")";
        default:
            return word();
        }
    }

private:
    std::string inPhrase() {
        return oneOf({"(de|een)", "(heel|)de", "(goede band|leer*)", "*e*", "=De", "heel~1", "e-mail",
                      "email", "mail", oneOf(words()), oneOf(words()), oneOf(words()), "l*"});
    }
    static const std::vector<std::string>& vocabulary() {
        static const std::vector<std::string> words{"de",
                                                    "De",
                                                    "een",
                                                    "één",
                                                    "heel",
                                                    "heel",
                                                    "goede",
                                                    "band",
                                                    "leerkracht",
                                                    "leerling",
                                                    "leerkracht-leerling",
                                                    "leerkrachtleerling",
                                                    "e-mail",
                                                    "email",
                                                    "i.p.v.",
                                                    "ipv",
                                                    "foto's",
                                                    "foto\u2019s",
                                                    "niet",
                                                    "leer\u00ADkracht",
                                                    "ouders",
                                                    "jan@school.nl",
                                                    "10.000",
                                                    "привет",
                                                    "\U0001F600",
                                                    "zo'n",
                                                    "een-op-een"};
        return words;
    }
    static const std::vector<std::string>& words() {
        static const std::vector<std::string> asked{"de",
                                                    "een",
                                                    "heel",
                                                    "goede",
                                                    "band",
                                                    "leerkracht",
                                                    "leerling",
                                                    "leerkracht-leerling",
                                                    "e-mail",
                                                    "email",
                                                    "i.p.v.",
                                                    "ipv",
                                                    "foto's",
                                                    "niet",
                                                    "jan@school.nl",
                                                    "10.000",
                                                    "привет",
                                                    "afwezig",
                                                    "leerkrachtleerling",
                                                    "een-op-een"};
        return asked;
    }
    static const std::vector<std::string>& separators() {
        static const std::vector<std::string> between{" ",  " ",  " ",  " ", " ",  ", ",
                                                      ". ", "\n", "? ", ".", " - "};
        return between;
    }

    base::Random m_random;
};

} // namespace rapport::test
