// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/format.h"
#include "base/platform/file.h"
#include "exchange/table_shape.h"
#include "model/names.h"
#include "service/import_kinds.h"
#include "service/people_names.h"
#include "text/decode.h"
#include "text/language.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::service {

namespace {

constexpr const char* roleAttribute = "role";

/// The participants who speak, made where the study has nobody of that name.
base::Result<std::map<std::string, model::ParticipantId>> participantsOf(Writer& writer, const ReadFile& file,
                                                                         ImportReport& report) {
    auto& impl = writer.session().impl();
    std::map<std::string, model::ParticipantId> people;
    if (file.people.empty())
        return people;
    RAPPORT_ASSIGN(const auto attributes, impl.participants().attributes());
    const bool hasRole = std::any_of(attributes.begin(), attributes.end(),
                                     [](const model::Attribute& each) { return each.name == roleAttribute; });
    const bool needsRole = std::any_of(file.people.begin(), file.people.end(),
                                       [](const auto& person) { return !person.second.empty(); });
    if (needsRole && !hasRole) {
        model::Attribute attribute;
        attribute.name = roleAttribute;
        attribute.title = model::LocalText{{{"en", "Role"}, {"nl", "Rol"}}};
        attribute.type = model::AttributeType::Text;
        RAPPORT_TRY(impl.participants().putAttribute(attribute));
    }
    RAPPORT_ASSIGN(const auto everybody, impl.participants().all());
    PeopleNames names(everybody);
    for (const auto& [name, role] : file.people) {
        RAPPORT_ASSIGN(const auto known, names.find(name));
        model::ParticipantId id = known ? known->id : model::ParticipantId();
        if (!known) {
            model::Participant person;
            person.guid = base::Guid::random(impl.environment.random);
            person.name = model::personName(name);
            RAPPORT_ASSIGN(id, impl.participants().add(person));
            names.add(id, person.name);
            ++report.added;
        }
        if (!role.empty())
            RAPPORT_TRY(impl.participants().setValue(id, roleAttribute, role));
        people.emplace(name, id);
    }
    return people;
}

std::int64_t linesOf(const std::string& text) {
    return text.empty() ? 0 : 1 + std::count(text.begin(), text.end(), '\n');
}

/// What stands beside the turns becomes a memo of nobody's on the transcript.
base::Status keepBeside(Writer& writer, const ReadFile& file, const std::string& unitName,
                        ImportReport& report) {
    const exchange::Transcript& transcript = file.transcript;
    if (transcript.heading.empty() && transcript.notes.empty())
        return {};
    auto& impl = writer.session().impl();
    RAPPORT_ASSIGN(const auto unit, impl.sources().unitByName(unitName));
    if (!unit)
        return {};
    model::Memo memo;
    memo.guid = base::Guid::random(impl.environment.random);
    memo.unit = unit->id;
    memo.text = transcript.heading;
    if (!transcript.heading.empty() && !transcript.notes.empty())
        memo.text += "\n\n";
    memo.text += transcript.notes;
    memo.time = impl.environment.clock->now();
    RAPPORT_TRY(writer.memo(memo, {}, model::RoundId{}));
    if (const std::int64_t lines = linesOf(transcript.heading); lines > 0)
        report.notes.push_back(
            lines == 1
                ? base::said("{}: 1 line above the first speaker is kept as the source's memo", file.path)
                : base::said("{}: {} lines above the first speaker are kept as the source's memo", file.path,
                             lines));
    if (!transcript.notes.empty())
        report.notes.push_back(
            base::said("{}: its footnotes and comments are kept in the source's memo", file.path));
    return {};
}

} // namespace

base::Status importTranscript(Writer& writer, const ReadFile& file, const ImportOptions& options,
                              ImportReport& report) {
    auto& impl = writer.session().impl();
    const exchange::Transcript& transcript = file.transcript;
    for (const exchange::RowProblem& problem : transcript.problems)
        report.rejected.push_back(rejected(problem));
    report.read += static_cast<std::int64_t>(transcript.turns.size() + transcript.problems.size());
    if (transcript.turns.empty()) {
        report.rejected.push_back({file.path,
                                   1,
                                   {},
                                   "no speaker turns were found",
                                   "a turn begins with 'Name:' or '[00:01:02] Name:', or a WebVTT cue"});
        return {};
    }
    const std::string digest = base::hex(base::sha256(file.bytes));
    RAPPORT_ASSIGN(const auto known, impl.sources().files());
    for (const model::ImportedFile& each : known) {
        if (each.sha256 == digest) {
            report.notes.push_back(
                base::said("{}: the same file is in the study already, as {}", file.path, each.name));
            return {};
        }
    }
    RAPPORT_ASSIGN(const model::FileId fileId, keepFile(writer, file, transcript.encoding,
                                                        static_cast<std::int64_t>(transcript.turns.size())));

    model::Source source;
    source.guid = base::Guid::random(impl.environment.random);
    const std::string stem = text::decodeName(base::fileStem(file.path));
    const std::string wish = model::sourceName(stem);
    RAPPORT_ASSIGN(source.name, impl.sources().freeName(wish));
    noteUnseen(report, file.path, stem, source.name);
    if (source.name != wish)
        report.notes.push_back(
            base::said("{}: named '{}', since '{}' is taken", file.path, source.name, wish));
    source.kind = model::SourceKind::Transcript;
    source.file = fileId;

    // The text is the turns joined by line breaks; labels and times are fields.
    std::vector<model::Turn> turns;
    std::vector<model::Page> pages;
    const auto beginPage = [&pages](std::size_t number, std::int64_t begin) {
        const auto page = static_cast<std::int64_t>(number);
        if (page == 0 || (!pages.empty() && pages.back().number >= page))
            return;
        // A page on which nothing was said but the end of a line: the next one begins where it did.
        if (!pages.empty() && pages.back().range.begin.value == begin)
            pages.pop_back();
        if (!pages.empty())
            pages.back().range.end = text::CodePoints(begin);
        pages.push_back({page, text::textRange(begin, begin)});
    };
    std::int64_t at = 0;
    for (const exchange::TranscriptTurn& read : transcript.turns) {
        if (!source.text.empty()) {
            source.text += '\n';
            ++at;
        }
        model::Turn turn;
        turn.number = static_cast<std::int64_t>(turns.size()) + 1;
        turn.speaker = read.speaker;
        turn.beginMs = read.beginMs;
        turn.endMs = read.endMs;
        const std::int64_t length = text::countCodePoints(read.text);
        turn.range = text::textRange(at, at + length);
        beginPage(read.page, at);
        for (const exchange::PageBegin& page : read.pages) {
            if (page.at < length)
                beginPage(page.page, at + page.at);
        }
        at += length;
        source.text += read.text;
        turns.push_back(std::move(turn));
    }
    source.language = options.language == "auto" ? text::guessLanguage(source.text) : options.language;
    RAPPORT_ASSIGN(const model::SourceId sourceId, impl.sources().addSource(source));
    RAPPORT_ASSIGN(const store::SourceCounts counts, impl.sources().counts());
    std::int64_t ordinal = counts.units;
    RAPPORT_ASSIGN(const auto people, participantsOf(writer, file, report));
    const auto addUnit = [&](model::UnitKind kind, const std::string& name, text::TextRange range,
                             model::ParticipantId participant) -> base::Status {
        model::Unit unit;
        unit.guid = base::Guid::random(impl.environment.random);
        unit.name = name;
        unit.source = sourceId;
        unit.kind = kind;
        unit.range = range;
        unit.ordinal = ++ordinal;
        unit.participant = participant;
        RAPPORT_TRY(impl.sources().addUnit(unit));
        return {};
    };
    if (!pages.empty())
        pages.back().range.end = text::CodePoints(at);
    for (const model::Page& page : pages)
        RAPPORT_TRY(impl.sources().addPage(sourceId, page));
    for (const model::Turn& turn : turns) {
        RAPPORT_TRY(impl.sources().addTurn(sourceId, turn));
        const auto person = people.find(turn.speaker);
        RAPPORT_TRY(addUnit(model::UnitKind::Turn, model::turnName(source.name, turn.number), turn.range,
                            person == people.end() ? model::ParticipantId{} : person->second));
    }
    RAPPORT_TRY(addUnit(model::UnitKind::Transcript, source.name, text::textRange(0, at), {}));
    RAPPORT_TRY(keepBeside(writer, file, source.name, report));
    report.added += static_cast<std::int64_t>(turns.size());
    writer.changes().sourcesChanged = true;
    return {};
}

} // namespace rapport::service
