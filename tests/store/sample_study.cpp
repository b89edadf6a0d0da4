// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sample_study.h"

#include "base/platform/file.h"

namespace rapport::test {

using namespace rapport::store;

model::Instrument sampleInstrument() {
    model::Instrument instrument;
    instrument.guid = base::Guid::fromText("instrument");
    instrument.name = "vignette";
    instrument.title = model::sameText("Vignette");
    instrument.caseText = model::sameText("A pupil says nothing in class.");
    instrument.caseText.byLanguage["nl"] = "Een leerling zegt niets in de klas.";
    instrument.prompts = {
        {{}, "Q1", model::PromptKind::Open, model::sameText("What happens here?")},
        {{}, "Q2", model::PromptKind::Open, model::sameText("What would you do?")},
        {{}, "B1", model::PromptKind::YesNo, model::sameText("Have you met this?")},
    };
    return instrument;
}

StudyProperties sampleProperties() {
    StudyProperties properties;
    properties.guid = base::Guid::fromText("study");
    properties.title = "Een proef: \xC3\xA9\xC3\xA9n klas";
    properties.language = "nl";
    properties.templateName = "empty";
    properties.instrument = sampleInstrument();
    properties.created = base::Instant(std::chrono::milliseconds(1'700'000'000'000));
    return properties;
}

model::Codebook sampleCodebook() {
    const auto code = [](const char* name, int depth = 0, bool isCodable = true) {
        model::Code made;
        made.name = name;
        made.title = model::sameText(name);
        made.depth = depth;
        made.isCodable = isCodable;
        return made;
    };
    const auto variable = [](const char* name, model::Scale scale, std::vector<model::Code> codes) {
        model::Variable made;
        made.name = name;
        made.title = model::sameText(name);
        made.scale = scale;
        made.prompts = {"Q1"};
        made.unitKinds = {model::UnitKind::Turn};
        made.codes = std::move(codes);
        return made;
    };
    model::Codebook codebook;
    codebook.name = "sample";
    codebook.title = model::sameText("Sample");
    codebook.licence = "CC0-1.0";
    codebook.variables = {
        variable("constructs", model::Scale::Presence,
                 {code("bond", 0, false), code("closeness", 1), code("conflict", 1)}),
        variable("level", model::Scale::Nominal, {code("low"), code("high")}),
        variable("warmth", model::Scale::Ordinal, {code("cold"), code("warm")}),
        variable("mentions", model::Scale::Count, {}),
    };
    codebook.variables[0].codes[1].definition = model::sameText("Warmth between teacher and pupil");
    codebook.variables[0].codes[1].examples = {model::sameText("We laugh together"),
                                               model::sameText("She listens")};
    codebook.variables[0].codes[1].key = "c";
    codebook.variables[0].codes[1].colour = "blue";
    return codebook;
}

namespace {

void fill(StudyFile& file) {
    base::Random random{7};
    const base::Instant now = sampleProperties().created;
    const auto prompts = need(file.properties()).instrument.prompts;
    auto transaction = need(Transaction::begin(file));
    Participants participants(file);
    Sources sources(file);
    for (int number = 1; number <= 5; ++number) {
        const std::string name = "P" + std::to_string(number);
        const auto participant = need(participants.add({{}, {}, name}));
        model::Source source;
        source.name = name + "/Q1";
        source.participant = participant;
        source.prompt = prompts[0].id;
        source.language = "nl";
        source.text = "Het is caf\xC3\xA9 nummer " + std::to_string(number);
        model::Unit unit;
        unit.source = need(sources.addSource(source));
        unit.name = source.name;
        unit.range = text::textRange(0, 20);
        unit.prompt = source.prompt;
        unit.participant = participant;
        need(sources.addUnit(unit));
    }
    model::Source talk;
    talk.name = "talk";
    talk.kind = model::SourceKind::Transcript;
    talk.text = "Na\xC3\xAFve vraag\nJa \xF0\x9F\x99\x82 goed\nDag";
    const auto source = need(sources.addSource(talk));
    const std::vector<std::pair<std::int64_t, std::int64_t>> ranges{{0, 11}, {12, 21}, {22, 25}};
    for (std::size_t turn = 0; turn < ranges.size(); ++turn) {
        const auto range = text::textRange(ranges[turn].first, ranges[turn].second);
        const auto number = static_cast<std::int64_t>(turn) + 1;
        need(sources.addTurn(source, {number, turn == 1 ? "Zo\xC3\xAB" : "Leraar", range, {}, {}}));
        model::Unit unit;
        unit.source = source;
        unit.kind = model::UnitKind::Turn;
        unit.name = "talk#" + std::to_string(number);
        unit.range = range;
        need(sources.addUnit(unit));
    }
    need(Codebooks(file).put(sampleCodebook(), random, now));
    need(Rounds(file).addRater({{}, {}, "Ada", model::RaterKind::Human}));
    need(Rounds(file).addRater({{}, {}, "Ben", model::RaterKind::Human}));
    model::Round round;
    round.name = "pilot";
    round.kind = model::RoundKind::Training;
    need(Rounds(file).addRound(round));
    JournalEntry import;
    import.act = Act::Import;
    import.time = now;
    import.device = base::Guid::fromText("device");
    import.detail = R"({"answers": 5})";
    need(Journal(file).append(import, random));
    need(transaction.commit());
}

/// The bytes of the filled study, made once.
const std::string& filledStudy() {
    static const std::string bytes = [] {
        const ScratchFolder folder;
        const std::string path = folder.file("study.rapport");
        fill(*need(StudyFile::create(path, sampleProperties())));
        return need(base::readFile(path));
    }();
    return bytes;
}

} // namespace

SampleStudy::SampleStudy() {
    folder.write("study.rapport", filledStudy());
    reopen();
    codebook = need(Codebooks(*file).current());
    ada = need(Rounds(*file).raterByName("Ada"))->id;
    ben = need(Rounds(*file).raterByName("Ben"))->id;
    pilot = need(Rounds(*file).roundByName("pilot"))->id;
}

JournalEntry SampleStudy::entry(Act act) const {
    JournalEntry made;
    made.act = act;
    made.time = clock.now();
    made.device = device;
    made.rater = ada;
    made.round = pilot;
    made.unit = unit("P1/Q1");
    made.version = codebook.version;
    return made;
}

JournalEntry SampleStudy::code(const std::string& name) const {
    JournalEntry made = entry(Act::Code);
    const auto found = codebook.code(name);
    REQUIRE(found.code != nullptr);
    made.variable = found.variable->id;
    made.code = found.code->id;
    return made;
}

base::Result<JournalEntry> SampleStudy::append(const JournalEntry& made) {
    auto transaction = need(Transaction::begin(*file));
    auto appended = Journal(*file).append(made, random);
    if (appended)
        need(transaction.commit());
    return appended;
}

model::UnitId SampleStudy::unit(const std::string& name) const {
    const auto found = need(Sources(*file).unitByName(name));
    REQUIRE(found.has_value());
    return found->id;
}

std::vector<base::Phrase> SampleStudy::problems() const {
    return need(file->check({})).problems;
}

void SampleStudy::reopen() {
    file.reset();
    file = need(StudyFile::open(path, OpenMode::ReadWrite)).file;
}

} // namespace rapport::test
