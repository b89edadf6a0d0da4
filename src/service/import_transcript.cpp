// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/digest.h"
#include "base/format.h"
#include "base/platform/file.h"
#include "model/names.h"
#include "service/import_kinds.h"
#include "text/language.h"
#include "text/utf8.h"

namespace rapport::service {

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
    const std::string wish = model::sourceName(base::fileStem(file.path));
    RAPPORT_ASSIGN(source.name, impl.sources().freeName(wish));
    if (source.name != wish)
        report.notes.push_back(
            base::said("{}: named '{}', since '{}' is taken", file.path, source.name, wish));
    source.kind = model::SourceKind::Transcript;
    source.file = fileId;

    // The text is the turns joined by line breaks; labels and times are fields.
    std::vector<model::Turn> turns;
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
        at += length;
        source.text += read.text;
        turns.push_back(std::move(turn));
    }
    source.language = options.language == "auto" ? text::guessLanguage(source.text) : options.language;
    RAPPORT_ASSIGN(const model::SourceId sourceId, impl.sources().addSource(source));
    RAPPORT_ASSIGN(const store::SourceCounts counts, impl.sources().counts());
    std::int64_t ordinal = counts.units;
    const auto addUnit = [&](model::UnitKind kind, const std::string& name,
                             text::TextRange range) -> base::Status {
        model::Unit unit;
        unit.guid = base::Guid::random(impl.environment.random);
        unit.name = name;
        unit.source = sourceId;
        unit.kind = kind;
        unit.range = range;
        unit.ordinal = ++ordinal;
        RAPPORT_TRY(impl.sources().addUnit(unit));
        return {};
    };
    for (const model::Turn& turn : turns) {
        RAPPORT_TRY(impl.sources().addTurn(sourceId, turn));
        RAPPORT_TRY(addUnit(model::UnitKind::Turn, model::turnName(source.name, turn.number), turn.range));
    }
    RAPPORT_TRY(addUnit(model::UnitKind::Transcript, source.name, text::textRange(0, at)));
    report.added += static_cast<std::int64_t>(turns.size());
    writer.changes().sourcesChanged = true;
    return {};
}

} // namespace rapport::service
