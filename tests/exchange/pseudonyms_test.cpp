// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/pseudonyms.h"
#include "support/catch.hpp"
#include "text/utf8.h"

#include <rapidcheck.h>

using namespace rapport;
using namespace rapport::exchange;
using namespace std::string_literals;

namespace {

Pseudonyms names() {
    auto read =
        Pseudonyms::read("name,replacement\nAnna Peeters,Teacher 1\nAnna,Teacher 2\n\u00C9lise,Pupil A\n"
                         "Van der Lee,Pupil B\n",
                         "names.csv");
    REQUIRE(read);
    return std::move(*read);
}

} // namespace

TEST_CASE("whole words are replaced, whatever their case, the longest name first") {
    const Pseudonyms list = names();
    struct Row {
        const char* text;
        const char* made;
    };
    for (const Row& row :
         {Row{"Anna said so.", "Teacher 2 said so."}, Row{"Anna Peeters and ANNA", "Teacher 1 and Teacher 2"},
          Row{"Annabel, Joanna, anna's", "Annabel, Joanna, Teacher 2's"}, Row{"\u00E9lise!", "Pupil A!"},
          Row{"van  der Lee", "Pupil B"}, Row{"Anna  Peeters", "Teacher 1"},
          Row{"Anna, who Peeters", "Teacher 2, who Peeters"}, Row{"Anna\n\nPeeters", "Teacher 1"},
          Row{"", ""}, Row{"nobody", "nobody"}, Row{"Anna_2025", "Teacher 2_2025"}}) {
        CAPTURE(row.text);
        CHECK(list.apply(row.text) == row.made);
        CHECK_FALSE(list.isIn(list.apply(row.text)));
    }
    std::int64_t count = 0;
    (void)list.apply("Anna and Anna and Elise", &count);
    CHECK(count == 3);
}

TEST_CASE("a list that cannot work is refused with its line") {
    CHECK(Pseudonyms::read("Anna,A1\nAnna,A2\n", "f").error().where->line == 2);
    // The line is the file's, whatever stands before it.
    CHECK(Pseudonyms::read("name,replacement\nAnna,A1\n\nBram,Anna\n", "f").error().where->line == 4);
    CHECK(Pseudonyms::read("name,replacement\nAnna,A1\nAnna,A2\n", "f").error().where->line == 3);
    CHECK_THAT(Pseudonyms::read("Anna,Bram\nBram,B\n", "f").error().message,
               Catch::Contains("holds a listed name"));
    CHECK_THAT(Pseudonyms::read("--,B\n", "f").error().message, Catch::Contains("without letters"));
    CHECK_THAT(Pseudonyms::read("Anna\n", "f").error().message, Catch::Contains("name and its replacement"));
    CHECK(Pseudonyms::read("Anna;A1\nBram;B1\n", "f").value().size() == 2);
    CHECK(Pseudonyms::read("Anna,A1\nAnna,A1\n", "f").value().size() == 1);
}

TEST_CASE("no listed name is left in any text") {
    const Pseudonyms list = names();
    CHECK(rc::check([&] {
        const auto parts = *rc::gen::container<std::vector<std::string>>(
            rc::gen::elementOf(std::vector<std::string>{"Anna", "anna", " ", "Peeters", "\u00C9LISE", ".",
                                                        "Van", "der", "Lee", "\n", "-", "x", "\u00E9", "'"}));
        std::string text;
        for (const std::string& part : parts)
            text += part;
        const std::string made = list.apply(text);
        RC_ASSERT(text::isValidUtf8(made));
        RC_ASSERT(!list.isIn(made));
        RC_ASSERT(!list.isInBytes("\0\xFF"s + made + "\0"s));
    }));
}

TEST_CASE("bytes between others are searched too") {
    const Pseudonyms list = names();
    CHECK(list.isInBytes("\xFF\0\x80"
                         "Anna\0"s));
    CHECK(list.isInBytes("\x01"
                         "Anna\x02"s));
    CHECK(list.isInBytes("\xC3\xC3\xA9lise\xC3"s));
    CHECK_FALSE(list.isInBytes("\xFFJoanna\0Annabel"s));
    CHECK_FALSE(list.isInBytes(""));
}

TEST_CASE("a few letters among other bytes are a name only where a text stands around them") {
    const auto list = Pseudonyms::fromPairs({{"Jo", "Pupil 1"}, {"Jan", "Pupil 2"}, {"\u00C9lo", "Pupil 3"}});
    REQUIRE(list);
    CHECK_FALSE(list->isInBytes("\xFF\x80Jo\0\x9F"s));
    CHECK_FALSE(list->isInBytes("\xFF\x03jan\x02\x11 a-b c d e f g h\x9F"s));
    CHECK(list->isInBytes("\xFF\0de vraag aan Jo \0"s));
    CHECK(list->isInBytes("\xFFJan gaat naar huis\xFF"s));
    CHECK(list->isInBytes("\xFF\x01\u00C9lo\xFF"s)); // four bytes
    // A million bytes without a word in them.
    std::string random;
    std::uint32_t state = 1;
    while (random.size() < 1'000'000)
        random += static_cast<char>((state = state * 1664525U + 1013904223U) >> 24U);
    CHECK_FALSE(list->isInBytes(random));
    CHECK(list->isInBytes(random + "\nzo zei Jan het gisteren\n" + random));
}

TEST_CASE("tables and transcripts are changed in every part") {
    const Pseudonyms list = names();
    Table table;
    table.columns.push_back({"Q1", "What does Anna do?", {}, {"Anna"}});
    table.rows.push_back({2, {"Anna helps."}});
    CHECK(list.apply(table) == 2);
    CHECK(table.columns[0].title == "What does Teacher 2 do?");
    CHECK(table.columns[0].samples[0] == "Teacher 2");
    CHECK(table.rows[0].cells[0] == "Teacher 2 helps.");
    Transcript transcript;
    transcript.heading = "With Anna Peeters";
    transcript.turns.push_back({"Anna", "I am Anna.", {}, {}, 1, 0});
    CHECK(list.apply(transcript) == 3);
    CHECK(transcript.speakers.at(0).name == "Teacher 2");
}

TEST_CASE("accents and the s of a genitive hide no name") {
    const auto list = Pseudonyms::fromPairs(
        {{"Zo\u00EB", "Pupil 1"}, {"Verhulst", "Teacher A"}, {"Al", "Pupil 2"}, {"Tibo", "Pupil 3"}});
    REQUIRE(list);
    struct Row {
        const char* text;
        const char* made;
    };
    for (const Row& row : {Row{"Zoe en Zo\u00EBs juf", "Pupil 1 en Pupil 1's juf"},
                           Row{"Verhulsts klas, Verhulst's klas", "Teacher As klas, Teacher A's klas"},
                           Row{"zoe\u0308 lacht", "Pupil 1 lacht"}, Row{"als Al lacht", "als Pupil 2 lacht"},
                           Row{"Zoes zoes", "Pupil 1's Pupil 1's"}, Row{"Tibootje", "Tibootje"}}) {
        CAPTURE(row.text);
        CHECK(list->apply(row.text) == row.made);
    }
    // The name with its accents comes before its likes.
    const auto both = Pseudonyms::fromPairs({{"Rene", "A"}, {"Ren\u00E9", "B"}});
    REQUIRE(both);
    CHECK(both->apply("Rene Ren\u00E9 REN\u00C9") == "A B B");
}

TEST_CASE("characters that nobody sees hide no name") {
    const auto list = Pseudonyms::fromPairs(
        {{"Verhulst", "Teacher A"}, {"Anne-Marie", "Pupil 1"}, {"Jan Smit", "Pupil 2"}});
    REQUIRE(list);
    for (const char* hidden : {"\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF"}) {
        const std::string sign = hidden;
        CHECK(list->apply("de Ver" + sign + "hulst, " + sign + "Verhulst" + sign + ".") ==
              "de Teacher A, " + sign + "Teacher A" + sign + ".");
        CHECK(list->apply("Ver" + sign + "hulsts klas") == "Teacher As klas");
        CHECK(list->apply("Jan " + sign + sign + "Smit") == "Pupil 2");
        CHECK(list->isInBytes("\xFFVer" + sign + "hulst\0"s));
        CHECK(Pseudonyms::fromPairs({{"Ver" + sign + "hulst", "X"}})->apply("Verhulst") == "X");
    }
    for (const char* hyphen : {"-", "\u2010", "\u2011"})
        CHECK(list->apply(std::string("Anne") + hyphen + "Marie") == "Pupil 1");
    CHECK(list->apply("Anne\u00AD\u2011Marie") == "Pupil 1");
}

TEST_CASE("letters in another shape hide no name") {
    const Pseudonyms names = Pseudonyms::fromPairs({{"Anna Peeters", "Teacher 1"},
                                                    {"Zo\u00EB", "Pupil A"},
                                                    {"Fien", "Pupil B"},
                                                    {"IJsbrand", "Pupil C"}})
                                 .value();
    CHECK(names.apply("Dat zei \uFF21\uFF4E\uFF4E\uFF41 Peeters.") == "Dat zei Teacher 1.");
    CHECK(names.apply("\U0001D400\U0001D427\U0001D427\U0001D41A Peeters") == "Teacher 1");
    CHECK(names.apply("\u0132sbrand en \u0133sbrand") == "Pupil C en Pupil C");
    CHECK(names.isIn("\uFF26\uFF29\uFF25\uFF2E"));
    CHECK(names.isIn("\u24BB\u24D8\u24D4\u24DD"));
    CHECK(names.isInBytes(std::string("\x01\x02") + "Zoe\u0308" + '\xff'));
    CHECK(names.isInBytes(std::string("\x01") + "\uFF3A\uFF4F\u00EB"));
    // What stands behind a name is not of it.
    CHECK(names.apply("Fien\u2122, Fien\u2075, Fien\u2460") == "Pupil B\u2122, Pupil B\u2075, Pupil B\u2460");
    const Pseudonyms wide = Pseudonyms::fromPairs({{"\uFF21\uFF4E\uFF4E\uFF41", "X"}}).value();
    CHECK(wide.apply("Anna") == "X");
}

namespace {

/// A name letter by letter, each as keyboards and programs write it: in both cases, composed and not.
using Letters = std::vector<std::vector<std::string>>;

struct Disguised {
    std::string listed;
    Letters letters;
};

const std::vector<Disguised>& disguisedNames() {
    static const std::vector<Disguised> names{
        {"Ionu\u021B",
         {{"I", "i", "\uFF29"},
          {"o", "O", "\U0001D428"},
          {"n", "N", "\uFF4E"},
          {"u", "U"},
          {"\u021B", "\u021A", "t\u0326", "T\u0326", "\u0163", "t"}}},
        {"\u0218tefan",
         {{"\u0218", "\u0219", "S\u0326", "s\u0326"}, {"t", "T"}, {"e"}, {"f", "F"}, {"a"}, {"n"}}},
        {"\u0410\u043D\u043D\u0430",
         {{"\u0410", "\u0430"}, {"\u043D", "\u041D"}, {"\u043D", "\u041D"}, {"\u0430", "\u0410"}}},
        {"\u0410\u043D\u0434\u0440\u0435\u0439",
         {{"\u0410"},
          {"\u043D"},
          {"\u0434", "\u0414"},
          {"\u0440"},
          {"\u0435"},
          {"\u0439", "\u0419", "\u0438\u0306"}}},
        {"\u0393\u03B9\u03CE\u03C1\u03B3\u03BF\u03C2",
         {{"\u0393", "\u03B3"},
          {"\u03B9", "\u0399"},
          {"\u03CE", "\u038F", "\u03C9\u0301", "\u03A9\u0301", "\u1F7D", "\u03A9"},
          {"\u03C1", "\u03A1"},
          {"\u03B3"},
          {"\u03BF", "\u039F"},
          {"\u03C2", "\u03A3", "\u03C3"}}},
        {"\u01A0n Th\u1EC7",
         {{"\u01A0", "\u01A1", "O\u031B", "o\u031B"},
          {"n", "N"},
          {" ", "\u00A0", "  "},
          {"T", "t"},
          {"h"},
          {"\u1EC7", "\u1EC6", "\u1EB9\u0302", "e\u0302\u0323", "e\u0323\u0302", "\u00EA\u0323"}}},
        {"Wei\u00DF", {{"W", "w"}, {"e", "E"}, {"i", "I"}, {"\u00DF", "ss", "SS", "\u1E9E", "\u017Fs"}}},
        {"Jean-Pierre",
         {{"J", "\uFF2A"},
          {"e"},
          {"a"},
          {"n", "\uFF4E"},
          {"-", "\u2010", "\u2011", "\u2012", "\u2013", "\u2014", "\u2212", "\uFE63", "\uFF0D", " - "},
          {"P", "p"},
          {"i"},
          {"e"},
          {"r"},
          {"r"},
          {"e", "E"}}},
        {"O'Brien",
         {{"O", "\uFF2F"},
          {"'", "\u2019", "\u2018", "\u02BC", "\uFF07", "\u00B4", "`", "\u2032", "\u055A", "\uA78C"},
          {"B", "b"},
          {"r"},
          {"i"},
          {"e"},
          {"n"}}},
        {"S\u00F8ren", {{"S", "s"}, {"\u00F8", "\u00D8", "o\u0338", "\u01FF", "o"}, {"r"}, {"e"}, {"n"}}},
        {"I\u015F\u0131l",
         {{"I", "i", "\u0130"}, {"\u015F", "\u015E", "s\u0327"}, {"\u0131", "I"}, {"l", "L"}}},
        {"\u0645\u062D\u0645\u062F",
         {{"\u0645", "\u0645\u064F"},
          {"\u062D", "\u062D\u0640"},
          {"\u0645", "\u0645\u0651\u064E"},
          {"\u062F"}}},
        {"\uAE40\uBBFC\uC218", {{"\uAE40", "\u1100\u1175\u11B7"}, {"\uBBFC"}, {"\uC218", "\u1109\u116E"}}}};
    return names;
}

rc::Gen<std::string> unseen() {
    std::vector<std::string> all;
    for (const auto& [first, last] : std::vector<std::pair<char32_t, char32_t>>{{0xAD, 0xAD},
                                                                                {0x34F, 0x34F},
                                                                                {0x61C, 0x61C},
                                                                                {0x17B4, 0x17B5},
                                                                                {0x180B, 0x180F},
                                                                                {0x200B, 0x200F},
                                                                                {0x202A, 0x202E},
                                                                                {0x2060, 0x206F},
                                                                                {0x3164, 0x3164},
                                                                                {0xFE00, 0xFE0F},
                                                                                {0xFEFF, 0xFEFF},
                                                                                {0xFFA0, 0xFFA0},
                                                                                {0x1D173, 0x1D17A},
                                                                                {0xE0020, 0xE007F}}) {
        for (char32_t each = first; each <= last; ++each)
            text::appendCodePoint(all.emplace_back(), each);
    }
    return rc::gen::elementOf(all);
}

} // namespace

TEST_CASE("a name of any script is found in any case, form and shape, whatever nobody sees inside") {
    std::vector<std::pair<std::string, std::string>> pairs;
    for (const Disguised& each : disguisedNames())
        pairs.emplace_back(each.listed, "Kind " + std::to_string(pairs.size()));
    const Pseudonyms list = Pseudonyms::fromPairs(pairs).value();
    const std::vector<std::string> between{" ",       ", ",      ".\n",     "\u3002",     " \u2014 \u201C",
                                           "\u00BB ", "\u2122 ", "\u2076;", "\U0001F600", "(\u00AD)"};
    const std::vector<std::string> others{"een", "\u043E\u043D\u0430", "\u00E9l\u00E8ve", "\u5B66\u751F", "7",
                                          ""};
    CHECK(rc::check([&] {
        std::string text;
        std::string expected;
        const auto say = [&](const std::string& words) {
            text += words;
            expected += words;
        };
        const int count = *rc::gen::inRange(1, 5);
        for (int index = 0; index < count; ++index) {
            const auto chosen = *rc::gen::inRange<std::size_t>(0, pairs.size());
            const Letters& letters = disguisedNames()[chosen].letters;
            std::string name;
            for (std::size_t at = 0; at < letters.size(); ++at) {
                name += *rc::gen::elementOf(letters[at]);
                if (at + 1 < letters.size() && *rc::gen::inRange(0, 4) == 0)
                    name += *unseen();
            }
            RC_ASSERT(list.isIn(name));
            RC_ASSERT(list.isIn("een " + name + "."));
            say(*rc::gen::elementOf(others));
            say(*rc::gen::elementOf(between));
            text += name;
            expected += pairs[chosen].second;
            say(*rc::gen::elementOf(between));
        }
        RC_LOG() << text;
        std::int64_t replaced = 0;
        RC_ASSERT(list.apply(text, &replaced) == expected);
        RC_ASSERT(replaced == count);
        RC_ASSERT(!list.isIn(expected));
    }));
}

TEST_CASE("the s of a genitive is taken off where it begins") {
    auto list = Pseudonyms::fromPairs({{"Anna", "Kind 1"}, {"Bo", "Kind 2"}, {"Ionu\u021B", "Ida"}});
    REQUIRE(list);
    list->setLanguage("nl"); // in English annas are coins
    struct Row {
        const char* text;
        const char* made;
    };
    for (const Row& row :
         {Row{"annas ANNAS Annas", "Kind 1's Kind 1'S Kind 1's"}, Row{"Anna\uFF53 pen", "Kind 1'\uFF53 pen"},
          Row{"Anna\u00ADs\u0302 pen", "Kind 1's\u0302 pen"}, Row{"ionut\u0326s", "Idas"},
          Row{"Annass Anna\u00DF", "Annass Anna\u00DF"}, Row{"bos Bos", "bos Bos"}}) {
        CAPTURE(row.text);
        CHECK(list->apply(row.text) == row.made);
        CHECK(text::isValidUtf8(list->apply(row.text)));
        CHECK_FALSE(list->isIn(row.made));
    }
}

TEST_CASE("a word of the language in small letters is no name with an s behind it") {
    auto list = Pseudonyms::fromPairs({{"Lee", "Persoon 1"},
                                       {"Hal", "Persoon 2"},
                                       {"Mark", "Persoon 3"},
                                       {"Tibo", "Persoon 4"},
                                       {"Jan Boer", "Persoon 5"}});
    REQUIRE(list);
    struct Row {
        const char* text;
        const char* made;
    };
    const auto hold = [&](std::initializer_list<Row> rows) {
        for (const Row& row : rows) {
            CAPTURE(row.text);
            std::int64_t replaced = 0;
            const std::string made = list->apply(row.text, &replaced);
            CHECK(made == row.made);
            CHECK((replaced > 0) == (made != row.text));
            CHECK_FALSE(list->isIn(made));
        }
    };
    hold({{"Ik lees een boek en het hangt me de hals uit.", "Ik lees een boek en het hangt me de hals uit."},
          // With a capital, an apostrophe or its other words it is the name; so is what no dictionary has.
          {"Ik heb het boek van Lee, Lees boek en de hal's tas", // a hall, too
           "Ik heb het boek van Persoon 1, Persoon 1's boek en de Persoon 2's tas"},
          {"dat is tibos juf en ook die van jan boers", "dat is Persoon 4's juf en ook die van Persoon 5's"},
          // Which word it is depends on the language.
          {"dat is marks boek en niet het mijne", "dat is Persoon 3's boek en niet het mijne"},
          {"he marks all of the books with a pen", "he marks all of the books with a pen"},
          // Where nothing tells the language, a word of any stays.
          {"marks, lees, tibos", "marks, lees, Persoon 4's"}});
    CHECK_FALSE(list->isIn("marks, lees, hals"));
    CHECK(list->isIn("tibos"));
    CHECK(list->isIn("Lees"));
    std::map<std::string, std::int64_t> words;
    list->wordsAround("Ik lees en lees; marks, hals, tibos, als", words);
    CHECK(words == std::map<std::string, std::int64_t>{{"lees", 2}, {"marks", 1}, {"hals", 1}});
    // A page begins where the words before it end, as they are read in the whole.
    Transcript transcript;
    transcript.turns.push_back({"S1", "marks boek is van het kind en de juf.", {}, {}, 1, 0});
    transcript.turns[0].pages.push_back({2, 6});
    CHECK(list->apply(transcript) == 1);
    CHECK(transcript.turns[0].text == "Persoon 3's boek is van het kind en de juf.");
    CHECK(transcript.turns[0].pages[0].at == 12);
    list->setLanguage("nl");
    hold({{"marks, lees, tibos", "Persoon 3's, lees, Persoon 4's"}});
    list->setLanguage("de"); // of which nothing is known
    hold({{"marks, lees, tibos", "marks, lees, Persoon 4's"}});
}

TEST_CASE("names that are spelt apart are two names") {
    const auto list =
        Pseudonyms::fromPairs({{"Weiss", "A"}, {"Wei\u00DF", "B"}, {"Soren", "C"}, {"S\u00F8ren", "D"}});
    REQUIRE(list);
    CHECK(list->apply("Weiss Wei\u00DF WEI\u1E9E Soren S\u00D8REN so\u0308ren") == "A B B C D C");
    // The same name, composed or not, is listed once.
    CHECK(Pseudonyms::fromPairs({{"\u1EC7", "A"}, {"e\u0302\u0323", "A"}}).value().size() == 1);
    CHECK_FALSE(Pseudonyms::fromPairs({{"\u1EC7", "A"}, {"e\u0302\u0323", "B"}}));
}

TEST_CASE("columns whose names become one stay apart") {
    const auto list = Pseudonyms::fromPairs({{"Anna", "Pupil 1"}, {"Annie", "Pupil 1"}});
    REQUIRE(list);
    Table table;
    table.columns.push_back({"Anna", {}, {}, {}});
    table.columns.push_back({"Annie", {}, {}, {}});
    list->apply(table);
    CHECK(table.columns[0].name == "Pupil 1");
    CHECK(table.columns[1].name == "Pupil 1-2");
}

TEST_CASE("words that hold a name are told, not replaced") {
    const auto list = Pseudonyms::fromPairs({{"Tibo", "Pupil 1"}, {"Verhulst", "Teacher A"}, {"An", "B"}});
    REQUIRE(list);
    std::map<std::string, std::int64_t> words;
    list->wordsAround("Tibootje en Tibootje, deverhulstjes, tibor, Antwerpen, Tibo", words);
    CHECK(words == std::map<std::string, std::int64_t>{{"Tibootje", 2}, {"deverhulstjes", 1}});
    // Letters are counted, not their bytes.
    const auto others = Pseudonyms::fromPairs({{"\u0410\u043D\u043D\u0430", "A"}, {"\u042F\u043D", "B"}});
    words.clear();
    others->wordsAround("\u0410\u043D\u043D\u0430\u043C \u0430\u043D\u043D\u0430\u043C \u042F\u043D\u0430",
                        words);
    CHECK(words == std::map<std::string, std::int64_t>{{"\u0410\u043D\u043D\u0430\u043C", 1}});
}

namespace {

using Words = std::map<std::string, std::int64_t>;

Words wordsAround(const Pseudonyms& list, const std::string& text) {
    Words words;
    list.wordsAround(text, words);
    return words;
}

} // namespace

TEST_CASE("words that hold a name are told in scripts without capitals too") {
    const auto list = Pseudonyms::fromPairs({{"\u05D3\u05D5\u05D3", "A"},
                                             {"\uAE40\uBBFC\uC218", "B"},
                                             {"\uC9C0\uC218", "C"},
                                             {"\uC900", "D"},
                                             {"\u0645\u062D\u0645\u062F", "E"},
                                             {"\u10D2\u10D8\u10DD\u10E0\u10D2\u10D8", "F"}});
    REQUIRE(list);
    const std::string text = "\u05DC\u05D3\u05D5\u05D3 \u05D5\u05E2\u05DD \u05E9\u05D3\u05D5\u05D3, "
                             "\uAE40\uBBFC\uC218\uB294 \uC9C0\uC218\uAC00 \uC9C0\uC219 \uAE30\uC900 "
                             "\u0648\u0645\u062D\u0645\u062F "
                             "\u10D2\u10D8\u10DD\u10E0\u10D2\u10D8\u10E1";
    CHECK(list->apply(text) == text);
    CHECK(wordsAround(*list, text) == Words{{"\u05DC\u05D3\u05D5\u05D3", 1},
                                            {"\u05E9\u05D3\u05D5\u05D3", 1},
                                            {"\uAE40\uBBFC\uC218\uB294", 1},
                                            {"\uC9C0\uC218\uAC00", 1},
                                            {"\u0648\u0645\u062D\u0645\u062F", 1},
                                            {"\u10D2\u10D8\u10DD\u10E0\u10D2\u10D8\u10E1", 1}});
}

TEST_CASE("names that are listed in small letters are told inside words, small words of names are not") {
    const auto list = Pseudonyms::fromPairs(
        {{"zo\u00EB", "A"}, {"tibo", "B"}, {"an", "C"}, {"Jan van Dam", "D"}, {"els van der lee", "E"}});
    REQUIRE(list);
    CHECK(wordsAround(*list, "Zo\u00EBtje, Tibootje, tibootje, Antwerpen, Vandaag, Derde, Leeman") ==
          Words{{"Zo\u00EBtje", 1}, {"Tibootje", 1}, {"Leeman", 1}});
}

TEST_CASE("names are replaced between words that no blank divides, where they are words there") {
    const auto list = Pseudonyms::fromPairs({{"\u674E\u5A1C", "A"},
                                             {"\u7530\u4E2D", "B"},
                                             {"\u7530\u4E2D \u592A\u90CE", "C"},
                                             {"\u738B\u660E", "D"},
                                             {"\u5F20", "E"},
                                             {"\u3055\u304F\u3089", "F"},
                                             {"\u30A2\u30F3\u30CA", "G"},
                                             {"\u0E2A\u0E21\u0E0A\u0E32\u0E22", "H"},
                                             {"\u0E19\u0E49\u0E33\u0E1D\u0E19", "I"},
                                             {"Anna", "J"}});
    REQUIRE(list);
    struct Row {
        std::string text;
        std::string made;
        Words around = {};
    };
    for (const Row& row :
         {Row{"\u6211\u548C\u674E\u5A1C\u8BF4\u8BDD", "\u6211\u548CA\u8BF4\u8BDD"},
          Row{"\u674E\u5A1C\u674E\u5A1C\uFF0C\u674E\u5A1C3", "AA\uFF0CA3"},
          Row{"\u548C\u674E\u00AD\u5A1C\u200B\u8BF4", "\u548CA\u200B\u8BF4"},
          Row{"\u79C1\u306F\u7530\u4E2D\u3055\u3093\u3068", "\u79C1\u306FB\u3055\u3093\u3068"},
          // Written together or apart, the longest name first.
          Row{"\u7530\u4E2D\u592A\u90CE\u3055\u3093", "C\u3055\u3093"},
          Row{"\u7530\u4E2D\u3000\u592A\u90CE\u3055\u3093", "C\u3055\u3093"},
          // But no name where a sentence ends inside it, nor inside of other words: these are told.
          Row{"\u674E\u3002\u5A1C", "\u674E\u3002\u5A1C"},
          Row{"\u56FD\u738B\u660E\u767D", "\u56FD\u738B\u660E\u767D", {{"\u56FD\u738B\u660E\u767D", 1}}},
          Row{"\u3055\u304F\u3089\u3093\u307C",
              "\u3055\u304F\u3089\u3093\u307C",
              {{"\u3055\u304F\u3089\u3093\u307C", 1}}},
          Row{"\u592A\u90CE\u304F\u3093", "\u592A\u90CE\u304F\u3093", {{"\u592A\u90CE\u304F\u3093", 1}}},
          Row{"\u3055\u304F\u3089\u306E", "F\u306E"},
          Row{"\uFF71\uFF9D\uFF85\u306F\u30A2\u30F3\u30CA", "G\u306FG"},
          // One letter is a name where it stands alone.
          Row{"\u5F20\uFF1A\u5F88\u7D27\u5F20\u3002", "E\uFF1A\u5F88\u7D27\u5F20\u3002"},
          Row{"\u0E09\u0E31\u0E19\u0E40\u0E08\u0E2D\u0E2A\u0E21\u0E0A\u0E32\u0E22\u0E27\u0E31\u0E19"
              "\u0E19\u0E35\u0E49",
              "\u0E09\u0E31\u0E19\u0E40\u0E08\u0E2DH\u0E27\u0E31\u0E19\u0E19\u0E35\u0E49"},
          // However a vowel of two parts is written.
          Row{"\u0E19\u0E49\u0E4D\u0E32\u0E1D\u0E19 \u0E19\u0E49\u0E33\u0E1D\u0E19", "I I"},
          Row{"\u6211\u548CAnna\u8BF4\u8BDD", "\u6211\u548CJ\u8BF4\u8BDD"}}) {
        CAPTURE(row.text);
        CHECK(list->apply(row.text) == row.made);
        CHECK(list->isIn(row.text) == (row.text != row.made));
        CHECK(list->isInBytes("\xFF" + row.text + "\xFF") == (row.text != row.made));
        CHECK(wordsAround(*list, row.made) == row.around);
        CHECK(wordsAround(*list, row.text) == row.around);
    }
    // Of a long run what stands beside the name is told.
    std::string lake;
    for (int part = 0; part < 6; ++part)
        lake += "\u6E56\u6C34";
    CHECK(wordsAround(*list, lake + "\u56FD\u738B\u660E\u767D" + lake) ==
          Words{{"\u6E56\u6C34\u56FD\u738B\u660E\u767D\u6E56\u6C34", 1}});
    // Linear in the text.
    std::string long_;
    for (int part = 0; part < 100'000; ++part)
        long_ += "\u6211\u548C\u674E\u5A1C\u56FD\u738B\u660E\u767D";
    CHECK(list->apply(long_).size() < long_.size());
    CHECK(wordsAround(*list, long_).size() <= 3);
}
