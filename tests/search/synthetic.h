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
    static const std::vector<std::string> pieces{
        "band",     "goede",  "leerk*", "\"",        "\"goede band\"",
        "(",        ")",      " AND ",  " OR ",      " NOT ",
        " ",        " ",      "-",      "*",         ":",
        "speaker:", "code:",  "foo:",   "é",         "e-mail",
        "i.p.v.",   "\u201C", "\n",     "coded:yes", "group:",
        "'",        ".",      "1.000",  "\u00AD",    "AND",
        "or",       "\u2019", "@",      "_",         ". D",
        "\uFF02",   "\uFF0A", "\u0149"};
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
        switch (below(depth > 3 ? 6 : 11)) {
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
            return "(" + query(depth + 1) + " OR " + query(depth + 1) + ")";
        case 7:
            return "(" + query(depth + 1) + " OR " + query(depth + 1) + " OR " + query(depth + 1) + ")";
        case 8:
            return "NOT " + query(depth + 1);
        case 9:
            return "(" + query(depth + 1) + " -" + query(depth + 1) + ")";
        default:
            return "(" + query(depth + 1) + " " + query(depth + 1) + ")";
        }
    }

private:
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
