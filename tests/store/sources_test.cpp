// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "store/database.h"
#include "store/raw_sql.h"
#include "store/sample_study.h"
#include "store/sources.h"

using namespace rapport;
using namespace rapport::store;
using namespace rapport::test;

namespace {

std::vector<std::string> textsOfUnits(const SampleStudy& study, std::int64_t afterId = 0) {
    std::vector<std::string> texts;
    need(Sources(*study.file).forEachUnit(model::UnitId(afterId), true, [&](const UnitRow& row) {
        texts.push_back(row.unit.name + "=" + row.text);
        return true;
    }));
    return texts;
}

} // namespace

TEST_CASE("an imported file is kept byte for byte") {
    SampleStudy study;
    Sources sources(*study.file);
    const std::string bytes("\xEF\xBB\xBF"
                            "a\0b\r\n\xFF",
                            9);
    model::ImportedFile file;
    file.name = "antwoorden caf\xC3\xA9.csv";
    file.reader = "csv";
    file.encoding = "windows-1252";
    const auto id = need(sources.addFile(file, bytes));
    CHECK(need(sources.fileBytes(id)) == bytes);
    const auto files = need(sources.files());
    REQUIRE(files.size() == 1);
    CHECK(files[0].id == id);
    CHECK(files[0].name == file.name);
    CHECK(files[0].size == 9);
    CHECK(files[0].sha256 == base::hex(base::sha256(bytes)));
    CHECK(files[0].encoding == "windows-1252");
    CHECK_FALSE(files[0].guid.isNull());
    CHECK(refusal(sources.addFile(file, bytes)) == base::Errc::Refused); // the same file again
    need(sources.addFile(file, "other bytes under the same name"));
    CHECK(
        need(sources.fileBytes(need(sources.addFile({{}, {}, "empty", "", "csv", "utf-8", 0}, "")))).empty());
    CHECK(refusal(sources.fileBytes(model::FileId(99))) == base::Errc::NotFound);
    // The table's own rules hold again behind it, refused or not.
    CHECK_FALSE(study.file->database().execute(
        "INSERT INTO imported_file (guid, name, sha256, reader, encoding, size, bytes)"
        " VALUES (zeroblob(16), 'a', 'short', 'csv', 'utf-8', 3, zeroblob(4))"));
}

TEST_CASE("a source reads back as it was written") {
    SampleStudy study;
    Sources sources(*study.file);
    model::Source source;
    source.guid = base::Guid::fromText("one of its own");
    source.name = "P1/Q2";
    source.participant = need(Participants(*study.file).byName("P1"))->id;
    source.prompt = need(study.file->properties()).instrument.prompts[1].id;
    source.wave = "T2";
    source.language = "nl";
    source.text = std::string("een\0twee \xF0\x9F\x99\x82", 13);
    const auto id = need(sources.addSource(source));
    const auto read = need(sources.source(id));
    REQUIRE(read.has_value());
    CHECK(read->guid == source.guid);
    CHECK(read->name == source.name);
    CHECK(read->kind == model::SourceKind::Answer);
    CHECK(read->participant == source.participant);
    CHECK(read->prompt == source.prompt);
    CHECK(read->file.isNone());
    CHECK(read->wave == "T2");
    CHECK(read->language == "nl");
    CHECK(read->text == source.text);
    CHECK_FALSE(need(sources.source(model::SourceId(99))));

    const auto all = need(sources.sources(true));
    REQUIRE(all.size() == 7);
    CHECK(all.back().text == source.text);
    CHECK(need(sources.sources(false)).back().text.empty());
    CHECK(need(sources.sources(false))[5].kind == model::SourceKind::Transcript);
    CHECK(study.problems().empty());
}

TEST_CASE("what would be there twice, or is no text, is refused") {
    SampleStudy study;
    Sources sources(*study.file);
    const auto known = need(sources.sources(true))[0];
    struct Case {
        const char* what;
        base::Errc code;
        std::function<void(model::Source&)> change;
    };
    const std::vector<Case> cases{
        {"the name", base::Errc::Refused, [&](model::Source& source) { source.name = known.name; }},
        {"the guid", base::Errc::Refused, [&](model::Source& source) { source.guid = known.guid; }},
        {"the answer", base::Errc::Refused,
         [&](model::Source& source) {
             source.participant = known.participant;
             source.prompt = known.prompt;
         }},
        {"no name", base::Errc::Refused, [](model::Source& source) { source.name.clear(); }},
        {"an unknown participant", base::Errc::Refused,
         [](model::Source& source) { source.participant = model::ParticipantId(99); }},
        {"Latin-1", base::Errc::InvalidArgument, [](model::Source& source) { source.text = "caf\xE9"; }},
        {"half a letter", base::Errc::InvalidArgument,
         [](model::Source& source) { source.text = "caf\xC3"; }},
    };
    for (const Case& each : cases) {
        INFO(each.what);
        model::Source source;
        source.name = "new";
        source.text = "text";
        each.change(source);
        CHECK(refusal(sources.addSource(source)) == each.code);
    }
    CHECK(need(sources.counts()).sources == 6);
    model::Source later = known;
    later.guid = {};
    later.name = "P1/Q1@T2";
    later.wave = "T2";
    need(sources.addSource(later)); // another wave is another answer
}

TEST_CASE("a text never changes") {
    const SampleStudy study;
    RawSql raw(study.path);
    CHECK_THROWS_WITH(raw.run("UPDATE source SET text = 'x' WHERE id = 1"),
                      Catch::Matchers::Contains("never changes"));
}

TEST_CASE("guids that were not given are the same in two copies of a study") {
    SampleStudy one;
    SampleStudy two;
    CHECK(need(Sources(*one.file).source(model::SourceId(1)))->guid ==
          need(Sources(*two.file).source(model::SourceId(1)))->guid);
    CHECK(need(Sources(*one.file).unitByName("P1/Q1"))->guid ==
          need(Sources(*two.file).unitByName("P1/Q1"))->guid);
    CHECK(need(Sources(*one.file).unitByName("P1/Q1"))->guid !=
          need(Sources(*one.file).source(model::SourceId(1)))->guid);
}

TEST_CASE("turns come in order and lie inside their text") {
    SampleStudy study;
    Sources sources(*study.file);
    const auto turns = need(sources.turns(model::SourceId(6)));
    REQUIRE(turns.size() == 3);
    CHECK(turns[1].number == 2);
    CHECK(turns[1].speaker == "Zo\xC3\xAB");
    CHECK(turns[1].range == text::textRange(12, 21));
    CHECK_FALSE(turns[1].beginMs);

    model::Source source;
    source.name = "timed";
    source.kind = model::SourceKind::Transcript;
    source.text = "abc\n\ndef";
    const auto id = need(sources.addSource(source));
    need(sources.addTurn(id, {1, "A", text::textRange(0, 3), 0, 1500}));
    struct Case {
        const char* what;
        model::Turn turn;
    };
    for (const Case& each : {Case{"the number again", {1, "A", text::textRange(4, 5), {}, {}}},
                             Case{"an overlap", {2, "A", text::textRange(2, 5), {}, {}}},
                             Case{"too long", {2, "A", text::textRange(4, 9), {}, {}}},
                             Case{"backwards", {2, "A", text::textRange(6, 5), {}, {}}}}) {
        INFO(each.what);
        CHECK(refusal(sources.addTurn(id, each.turn)) == base::Errc::Refused);
    }
    CHECK(refusal(sources.addTurn(model::SourceId(99), {1, "A", text::textRange(0, 1), {}, {}})) ==
          base::Errc::Refused);
    need(sources.addTurn(id, {2, "B", text::textRange(4, 4), {}, {}})); // nothing was said
    need(sources.addTurn(id, {3, "A", text::textRange(5, 8), 1500, 2000}));
    const auto read = need(sources.turns(id));
    REQUIRE(read.size() == 3);
    CHECK(read[0].endMs == 1500);
    CHECK(read[1].range.isEmpty());
}

TEST_CASE("pages lie inside their text, in order, and a turn knows the one on which it begins") {
    SampleStudy study;
    Sources sources(*study.file);
    const model::SourceId talk(6);
    CHECK(need(sources.pages(talk)).empty());
    CHECK(need(sources.unit(study.unit("talk#2"), false))->page == 0);
    need(sources.addPage(talk, {2, text::textRange(0, 15)}));
    for (const auto& range : {text::textRange(14, 16), text::textRange(15, 15), text::textRange(15, 1000)})
        CHECK(refusal(sources.addPage(talk, {3, range})) == base::Errc::Refused);
    CHECK(refusal(sources.addPage(model::SourceId(99), {1, text::textRange(0, 1)})) == base::Errc::Refused);
    need(sources.addPage(talk, {4, text::textRange(15, 25)}));
    const auto pages = need(sources.pages(talk));
    CHECK(pages == std::vector<model::Page>{{2, text::textRange(0, 15)}, {4, text::textRange(15, 25)}});
    CHECK(model::pageAt(pages, text::CodePoints(14)) == 2);
    CHECK(model::pageAt(pages, text::CodePoints(15)) == 4);
    CHECK(model::pageAt({}, text::CodePoints(15)) == 0);
    // The second turn goes on over the end of its page, and belongs to the one on which it begins.
    CHECK(need(sources.unit(study.unit("talk#2"), true))->page == 2);
    CHECK(need(sources.unit(study.unit("talk#3"), false))->page == 4);
    CHECK(need(sources.unit(study.unit("P2/Q1"), false))->page == 0);
}

TEST_CASE("units are cut out of their texts by code points") {
    const SampleStudy study;
    CHECK(textsOfUnits(study, 4) ==
          std::vector<std::string>{"P5/Q1=Het is caf\xC3\xA9 nummer 5", "talk#1=Na\xC3\xAFve vraag",
                                   "talk#2=Ja \xF0\x9F\x99\x82 goed", "talk#3=Dag"});
}

TEST_CASE("a unit comes with what lists need") {
    SampleStudy study;
    const Sources sources(*study.file);
    const auto answer = need(sources.unit(study.unit("P2/Q1"), true));
    REQUIRE(answer.has_value());
    CHECK(answer->unit.ordinal == 2);
    CHECK(answer->sourceName == "P2/Q1");
    CHECK(answer->prompt == "Q1");
    CHECK(answer->participant == "P2");
    CHECK(answer->speaker.empty());
    CHECK(answer->language == "nl");
    CHECK(answer->text == "Het is caf\xC3\xA9 nummer 2");
    const auto turn = need(sources.unit(study.unit("talk#2"), false));
    REQUIRE(turn.has_value());
    CHECK(turn->unit.kind == model::UnitKind::Turn);
    CHECK(turn->speaker == "Zo\xC3\xAB");
    CHECK(turn->prompt.empty());
    CHECK(turn->participant.empty());
    CHECK(turn->text.empty());
    CHECK_FALSE(need(sources.unit(model::UnitId(99), true)));
    CHECK_FALSE(need(sources.unitByName("p2/q1")));
    CHECK(need(sources.unitsOf(turn->unit.source)).size() == 3);
}

TEST_CASE("units are found by names that look so, with one look through the participants") {
    SampleStudy study;
    Sources sources(*study.file);
    Participants participants(*study.file);
    const auto answer = [&](const std::string& person, model::ParticipantId id) {
        model::Source source;
        source.name = person + "/Q1";
        source.text = "De juf wacht.";
        source.participant = id;
        source.prompt = need(sources.source(model::SourceId(1)))->prompt;
        model::Unit unit;
        unit.name = source.name;
        unit.participant = id;
        unit.range = text::textRange(0, 13);
        unit.source = need(sources.addSource(source));
        return need(sources.addUnit(unit));
    };
    const std::string composed = "Zo\xC3\xAB";
    const std::string decomposed = "Zoe\xCC\x88";
    const auto zoe = answer(composed, need(participants.add({{}, {}, composed})));
    UnitsByName units(*study.file);
    CHECK(need(units.find(composed + "/Q1"))->id == zoe);
    CHECK(need(units.find(decomposed + "/Q1"))->id == zoe);
    CHECK(need(units.find("Zo\xE2\x80\x8B\xC3\xAB/Q1"))->id == zoe);
    CHECK_FALSE(need(units.find("Zoe/Q1")));
    // Two people of an earlier study may share the look; who was asked before keeps to what was there.
    const auto other = answer(decomposed, need(participants.add({{}, {}, decomposed})));
    CHECK(need(units.find("Zo\xE2\x80\x8B\xC3\xAB/Q1"))->id == zoe);
    UnitsByName later(*study.file);
    CHECK_FALSE(need(later.find("Zo\xE2\x80\x8B\xC3\xAB/Q1")));
    CHECK(need(later.find(decomposed + "/Q1"))->id == other);
}

TEST_CASE("a sentence has the speaker of the turn that it is in") {
    SampleStudy study;
    Sources sources(*study.file);
    model::Unit sentence;
    sentence.source = model::SourceId(6);
    sentence.kind = model::UnitKind::Sentence;
    sentence.name = "talk#2.1";
    sentence.range = text::textRange(15, 21);
    const auto id = need(sources.addUnit(sentence));
    const auto row = need(sources.unit(id, true));
    CHECK(row->speaker == "Zo\xC3\xAB");
    CHECK(row->text == "\xF0\x9F\x99\x82 goed");
    CHECK(row->unit.ordinal == id.value);
}

TEST_CASE("units outside their text, empty or twice are refused") {
    SampleStudy study;
    Sources sources(*study.file);
    model::Unit unit;
    unit.source = model::SourceId(1);
    unit.name = "new";
    for (const auto& range :
         {text::textRange(0, 21), text::textRange(3, 3), text::textRange(5, 3), text::textRange(-1, 3)}) {
        unit.range = range;
        CHECK(refusal(sources.addUnit(unit)) == base::Errc::Refused);
    }
    unit.range = text::textRange(0, 3);
    unit.source = model::SourceId(99);
    CHECK(refusal(sources.addUnit(unit)) == base::Errc::Refused);
    unit.source = model::SourceId(1);
    unit.name = "P1/Q1";
    CHECK(refusal(sources.addUnit(unit)) == base::Errc::Refused);
    CHECK(need(sources.counts()).units == 8);
}

TEST_CASE("walking over units can stop and go on") {
    const SampleStudy study;
    std::vector<std::int64_t> ids;
    need(Sources(*study.file).forEachUnit({}, false, [&](const UnitRow& row) {
        ids.push_back(row.unit.id.value);
        return ids.size() < 3;
    }));
    CHECK(ids == std::vector<std::int64_t>{1, 2, 3});
    need(Sources(*study.file).forEachUnit(model::UnitId(6), false, [&](const UnitRow& row) {
        ids.push_back(row.unit.id.value);
        // Asking for something else meanwhile must not disturb the walk.
        CHECK(need(Sources(*study.file).unit(row.unit.id, true)).has_value());
        return true;
    }));
    CHECK(ids == std::vector<std::int64_t>{1, 2, 3, 7, 8});
}

TEST_CASE("an index that follows sees each import once") {
    SampleStudy study;
    const auto newUnits = [&](std::int64_t seen) {
        std::vector<std::string> names;
        need(Sources(*study.file).forEachUnitAfter(seen, false, [&](const UnitRow& row) {
            names.push_back(row.unit.name);
            return true;
        }));
        return names;
    };
    CHECK(newUnits(0).size() == 8);
    const std::int64_t seen = need(study.file->position());
    CHECK(newUnits(seen).empty());
    need(study.append(study.code("closeness")));
    CHECK(newUnits(seen).empty());
    {
        auto transaction = need(Transaction::begin(*study.file));
        model::Source source;
        source.name = "more";
        source.text = "text";
        model::Unit unit;
        unit.source = need(Sources(*study.file).addSource(source));
        unit.name = "more";
        unit.range = text::textRange(0, 4);
        need(Sources(*study.file).addUnit(unit));
        need(Journal(*study.file).append(study.entry(Act::Import), study.random));
        need(transaction.commit());
    }
    CHECK(newUnits(seen) == std::vector<std::string>{"more"});
    CHECK(newUnits(need(study.file->position())).empty());
}

TEST_CASE("responses are tabulated; an empty cell of an open prompt is a non-response") {
    SampleStudy study;
    Sources sources(*study.file);
    const model::ParticipantId p1(1);
    const model::ParticipantId p2(2);
    need(sources.addResponse({p1, "B1", "yes"}));
    need(sources.addResponse({p2, "B1", ""}));
    need(sources.addResponse({p2, "Q2", ""}));
    need(sources.addResponse({p2, "Q2", "", "T2"}));
    need(sources.addResponse({p1, "Q1", ""})); // has an answer meanwhile: counts no more
    CHECK(refusal(sources.addResponse({p1, "Q7", "x"})) == base::Errc::NotFound);
    CHECK(refusal(sources.addResponse({model::ParticipantId(99), "B1", "x"})) == base::Errc::Refused);
    need(sources.addResponse({p1, "B1", "no"}));
    need(sources.addResponse({p1, "B1", ""})); // an empty cell says nothing against it
    const auto responses = need(sources.responses("B1"));
    REQUIRE(responses.size() == 2);
    CHECK(responses[0].participant == p1);
    CHECK(responses[0].value == "no");
    CHECK(responses[1].value.empty());
    CHECK(need(sources.responses("Q2")).at(1).wave == "T2");
    const SourceCounts counts = need(sources.counts());
    CHECK(counts.sources == 6);
    CHECK(counts.answers == 5);
    CHECK(counts.transcripts == 1);
    CHECK(counts.turns == 3);
    CHECK(counts.units == 8);
    CHECK(counts.nonResponses == 2);
}

TEST_CASE("a name that is taken gets a number") {
    SampleStudy study;
    Sources sources(*study.file);
    CHECK(need(sources.freeName("new")) == "new");
    CHECK(need(sources.freeName("talk")) == "talk-2");
    model::Source source;
    for (const char* name : {"talk-2", "talk-3", "talk-x", "talker", "talk.2", "a%b_c"}) {
        source.name = name;
        need(sources.addSource(source));
    }
    CHECK(need(sources.freeName("talk")) == "talk-4");
    CHECK(need(sources.freeName("talk-2")) == "talk-2-2");
    CHECK(need(sources.freeName("a%b_c")) == "a%b_c-2");
    CHECK(need(sources.freeName("TALK")) == "TALK");
}

TEST_CASE("pieces are cut out of a text wherever they are") {
    SampleStudy study;
    Sources sources(*study.file);
    model::Source source;
    source.name = "letters";
    source.kind = model::SourceKind::Transcript;
    source.text = "a\xC3\xA9\xF0\x9F\x98\x80z";
    const model::SourceId letters = need(sources.addSource(source));
    SourceTexts texts(*study.file);
    CHECK(need(texts.cut(letters, text::textRange(2, 4))) == "\xF0\x9F\x98\x80z");
    CHECK(need(texts.cut(letters, text::textRange(0, 2))) == "a\xC3\xA9");
    CHECK(need(texts.cut(model::SourceId(1), text::textRange(0, 0))).empty());
    CHECK(need(texts.cut(letters, text::textRange(1, 2))) == "\xC3\xA9");
    CHECK(need(texts.cut(letters, text::textRange(3, 99))) == "z");
    CHECK(need(texts.cut(letters, text::textRange(7, 99))).empty());
    CHECK(need(texts.cut(model::SourceId(999), text::textRange(0, 2))).empty());
}
