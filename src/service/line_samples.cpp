// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/line_samples.h"

#include "base/format.h"
#include "service/concording_lines.h"
#include "text/utf8.h"

#include <algorithm>
#include <numeric>
#include <set>

namespace rapport::service {

using base::Errc;
using base::Result;

namespace {

/// Names of raters and codes, for rows.
struct Known {
    std::map<model::RaterId, model::Rater> raters;
    std::shared_ptr<const model::Codebook> codebook;

    [[nodiscard]] static Result<Known> read(const Session& session) {
        Known known;
        RAPPORT_ASSIGN(known.raters, ratersById(session));
        RAPPORT_ASSIGN(known.codebook, session.codebook());
        return known;
    }
    [[nodiscard]] std::string rater(model::RaterId id) const {
        const auto found = raters.find(id);
        return found == raters.end() ? std::string() : found->second.name;
    }
    [[nodiscard]] std::string code(model::CodeId id) const {
        if (id.isNone())
            return noneOfTheCodes;
        const auto found = codebook->code(id);
        return found.code == nullptr ? fmt::format("code-{}", id.value) : found.code->name;
    }
};

bool isGivenTo(const store::LineSample& sample, model::RaterId rater) {
    return std::find(sample.raters.begin(), sample.raters.end(), rater) != sample.raters.end();
}

Result<store::LineSample> sampleNamed(const Session& session, const std::string& name) {
    RAPPORT_ASSIGN(auto sample, session.impl().searches().sample(name));
    const model::RaterId own = session.viewer().rater;
    if (sample && (own.isNone() || isGivenTo(*sample, own)))
        return std::move(*sample);
    return base::fail(Errc::NotFound, base::said("there is no sample of lines '{}'", name),
                      "see: rapport lines STUDY list");
}

Result<LineSampleRow> rowOf(const Session& session, const store::LineSample& sample, const Known& known) {
    LineSampleRow row;
    row.name = sample.name;
    const model::RaterId own = session.viewer().rater;
    // How many lines were found in the whole study would tell a rater of texts that are others'.
    if (own.isNone() || sample.openedAt > 0) {
        row.query = sample.query;
        row.found = sample.found;
        row.seed = static_cast<std::uint64_t>(sample.seed);
    }
    row.lines = static_cast<std::int64_t>(sample.lines.size());
    row.time = sample.time;
    row.isOpen = sample.openedAt > 0;
    for (const model::CodeId code : sample.codes)
        row.codes.push_back(known.code(code));
    for (const model::RaterId rater : sample.raters) {
        if (!own.isNone() && rater != own)
            continue;
        row.raters.push_back(known.rater(rater));
        row.judged.emplace(known.rater(rater), 0);
    }
    std::int64_t late = 0;
    RAPPORT_ASSIGN(const auto judgements, session.impl().searches().judgements(sample, &late));
    if (own.isNone())
        row.late = late;
    for (const store::LineJudgement& judgement : judgements) {
        if (const auto rater = row.judged.find(known.rater(judgement.rater)); rater != row.judged.end())
            ++rater->second;
    }
    return row;
}

/// Another order for each rater, the same each time.
std::vector<std::size_t> orderFor(const store::LineSample& sample, const model::Guid& rater) {
    std::uint64_t seed = static_cast<std::uint64_t>(sample.seed);
    for (const char letter : rater.text())
        seed = (seed ^ static_cast<unsigned char>(letter)) * 0x100000001B3ULL; // FNV-1a
    std::vector<std::size_t> order(sample.lines.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    base::Random random(seed);
    random.shuffle(order);
    return order;
}

Result<std::vector<model::CodeId>> codesOffered(const Session& session,
                                                const std::vector<std::string>& names) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    std::vector<model::CodeId> codes;
    for (const std::string& name : names) {
        const auto found = codebook->code(name);
        if (found.code == nullptr)
            return base::fail(Errc::NotFound, base::said("there is no code '{}'", name),
                              "see: rapport codebook STUDY show");
        if (!found.code->isCodable)
            return base::fail(Errc::InvalidArgument,
                              base::said("'{}' is a heading: choose among the codes under it", name));
        if (std::find(codes.begin(), codes.end(), found.code->id) == codes.end())
            codes.push_back(found.code->id);
    }
    if (codes.empty())
        return base::fail(Errc::InvalidArgument, "lines are judged by one code or more",
                          "name the codes that raters choose among");
    return codes;
}

} // namespace

Result<LineSampleRow> drawLineSample(Session& session, const LineSampleRequest& request,
                                     const base::Task& task) {
    RAPPORT_TRY(coordinatorOnly(session, "draw lines for raters"));
    constexpr std::size_t fewestRaters = 2;
    store::LineSample sample;
    sample.name = std::string(text::trim(request.name));
    if (sample.name.empty() || request.lines < 1 || request.width < 0)
        return base::fail(Errc::InvalidArgument, "a sample of lines has a name and one line or more");
    RAPPORT_ASSIGN(sample.codes, codesOffered(session, request.codes));
    for (const std::string& name : request.raters) {
        RAPPORT_ASSIGN(const model::Rater rater, session.rater(name));
        if (!isGivenTo(sample, rater.id))
            sample.raters.push_back(rater.id);
    }
    if (sample.raters.size() < fewestRaters)
        return base::fail(Errc::InvalidArgument, "agreement takes two raters or more");
    RAPPORT_ASSIGN(const QueryLines found, QueryLines::find(session, request.query, task));
    if (found.lines.empty())
        return base::fail(Errc::Undefined, "the query finds no line to draw");
    sample.query = request.query;
    sample.found = static_cast<std::int64_t>(found.lines.size());
    sample.seed = static_cast<std::int64_t>(request.seed);
    sample.width = request.width;
    LineRanges rangeOf(session, *found.tokens);
    // Raters see the numbers: in the order of the study these would tell what one person wrote.
    RAPPORT_ASSIGN(const auto drawn, found.draw(session, request.lines, request.seed, task));
    for (const search::TokenSpan& line : drawn) {
        RAPPORT_ASSIGN(const text::TextRange range, rangeOf.of(line));
        sample.lines.push_back({found.tokens->unit(found.tokens->unitAt(line.first)), range});
    }
    auto& impl = session.impl();
    sample.guid = base::Guid::random(impl.environment.random);
    sample.time = impl.environment.clock->now();
    RAPPORT_ASSIGN(const ChangeSet change, write(session, Undoable::No, [&](Writer& writer) -> base::Status {
                       RAPPORT_TRY(impl.searches().addSample(sample));
                       store::JournalEntry entry;
                       entry.act = store::Act::Sample;
                       entry.target = sample.guid;
                       entry.number = static_cast<std::int64_t>(sample.lines.size());
                       RAPPORT_TRY(writer.append(entry));
                       writer.changes().act = "sample";
                       writer.changes().object = sample.name;
                       return {};
                   }));
    static_cast<void>(change);
    RAPPORT_ASSIGN(const Known known, Known::read(session));
    return rowOf(session, sample, known);
}

Result<std::vector<LineSampleRow>> lineSamples(Session& session) {
    RAPPORT_ASSIGN(const auto samples, session.impl().searches().samples());
    RAPPORT_ASSIGN(const Known known, Known::read(session));
    std::vector<LineSampleRow> rows;
    const model::RaterId own = session.viewer().rater;
    for (const store::LineSample& sample : samples) {
        if (!own.isNone() && !isGivenTo(sample, own))
            continue;
        RAPPORT_ASSIGN(LineSampleRow row, rowOf(session, sample, known));
        rows.push_back(std::move(row));
    }
    return rows;
}

Result<std::vector<SampledLine>> sampledLines(Session& session, const std::string& name) {
    RAPPORT_ASSIGN(const store::LineSample sample, sampleNamed(session, name));
    RAPPORT_ASSIGN(const Known known, Known::read(session));
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    const model::RaterId own = session.viewer().rater;
    std::vector<std::string> judged(sample.lines.size());
    if (!own.isNone()) {
        RAPPORT_ASSIGN(const auto judgements, session.impl().searches().judgements(sample));
        for (const store::LineJudgement& judgement : judgements) {
            const auto place = static_cast<std::size_t>(judgement.line - 1);
            if (judgement.rater == own && place < judged.size())
                judged[place] = known.code(judgement.code);
        }
    }
    UnitTexts texts(session);
    std::vector<SampledLine> lines(sample.lines.size());
    // Unit by unit: each transcript is read once, however its lines are numbered.
    std::vector<std::size_t> places(sample.lines.size());
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::sort(places.begin(), places.end(), [&sample](std::size_t a, std::size_t b) {
        return sample.lines[a].unit < sample.lines[b].unit;
    });
    for (const std::size_t place : places) {
        const store::SampleLine& drawn = sample.lines[place];
        RAPPORT_ASSIGN(const store::UnitRow row, texts.row(drawn.unit));
        RAPPORT_ASSIGN(const std::string text, texts.text(row.unit));
        const std::int64_t start = row.unit.range.begin.value;
        const search::ConcordanceLine cut =
            search::UnitLines(drawn.unit, text)
                .line(text::textRange(drawn.range.begin.value - start, drawn.range.end.value - start),
                      sample.width);
        SampledLine line;
        line.number = static_cast<std::int64_t>(place) + 1;
        line.left = cut.left;
        line.match = cut.match;
        line.right = cut.right;
        line.judgement = judged[place];
        if (own.isNone() || (sample.openedAt > 0 && names->maySee(drawn.unit)))
            line.unitName = names->shown(row.unit, model::RoundId{});
        lines[place] = std::move(line);
    }
    if (own.isNone())
        return lines;
    const auto rater = known.raters.find(own);
    std::vector<SampledLine> inOrder;
    for (const std::size_t place :
         orderFor(sample, rater == known.raters.end() ? model::Guid() : rater->second.guid))
        inOrder.push_back(std::move(lines[place]));
    return inOrder;
}

Result<ChangeSet> judgeLine(Session& session, const std::string& name, std::int64_t line,
                            const std::string& raterName, const std::string& codeName) {
    RAPPORT_ASSIGN(const store::LineSample sample, sampleNamed(session, name));
    RAPPORT_ASSIGN(const model::Rater rater, session.rater(raterName));
    if (!session.viewer().isCoordinator() && rater.id != session.viewer().rater)
        return base::fail(Errc::Refused, "a rater judges for nobody else");
    if (!isGivenTo(sample, rater.id))
        return base::fail(Errc::Refused, base::said("these lines were not given to '{}'", rater.name));
    if (sample.openedAt > 0)
        return base::fail(Errc::Refused, "this sample is open: no more judgements come in");
    if (line < 1 || line > static_cast<std::int64_t>(sample.lines.size()))
        return base::fail(Errc::NotFound, base::said("the sample has lines 1 to {}", sample.lines.size()));
    model::CodeId code;
    if (codeName != noneOfTheCodes) {
        RAPPORT_ASSIGN(const auto codebook, session.codebook());
        const auto found = codebook->code(codeName);
        if (found.code == nullptr ||
            std::find(sample.codes.begin(), sample.codes.end(), found.code->id) == sample.codes.end()) {
            RAPPORT_ASSIGN(const Known known, Known::read(session));
            std::string offered;
            for (const model::CodeId each : sample.codes)
                offered += known.code(each) + ", ";
            return base::fail(Errc::NotFound, base::said("'{}' is none of this sample's codes", codeName),
                              base::said("write {}or {} for none of them", offered, noneOfTheCodes));
        }
        code = found.code->id;
    }
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        const store::SampleLine& drawn = sample.lines[static_cast<std::size_t>(line - 1)];
        store::JournalEntry entry;
        entry.act = store::Act::Judge;
        entry.rater = rater.id;
        entry.unit = drawn.unit;
        entry.range = drawn.range;
        entry.code = code;
        entry.number = line;
        entry.target = sample.guid;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().act = "judge";
        writer.changes().object = codeName;
        return {};
    });
}

Result<ChangeSet> openLineSample(Session& session, const std::string& name) {
    RAPPORT_TRY(coordinatorOnly(session, "open a sample of lines"));
    RAPPORT_ASSIGN(const store::LineSample sample, sampleNamed(session, name));
    if (sample.openedAt > 0)
        return base::fail(Errc::Refused, "this sample is open already");
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        store::JournalEntry entry;
        entry.act = store::Act::OpenSample;
        entry.target = sample.guid;
        RAPPORT_ASSIGN(const store::JournalEntry written, writer.append(entry));
        RAPPORT_TRY(session.impl().searches().openSample(sample.guid, written.position));
        writer.changes().act = "open-sample";
        writer.changes().object = sample.name;
        return {};
    });
}

Result<LineJudgements> lineJudgements(Session& session, const std::string& name) {
    RAPPORT_TRY(coordinatorOnly(session, "see agreement"));
    RAPPORT_ASSIGN(const store::LineSample sample, sampleNamed(session, name));
    if (sample.openedAt == 0)
        return base::fail(Errc::Refused, "raters are still judging these lines",
                          "open the sample first; no more judgements come in then");
    RAPPORT_ASSIGN(const Known known, Known::read(session));
    std::vector<std::string> raters;
    for (const model::RaterId rater : sample.raters)
        raters.push_back(known.rater(rater));
    std::vector<std::string> categories;
    for (const model::CodeId code : sample.codes)
        categories.push_back(known.code(code));
    categories.emplace_back(noneOfTheCodes);
    LineJudgements made;
    RAPPORT_ASSIGN(const auto judgements, session.impl().searches().judgements(sample, &made.late));
    std::vector<std::vector<std::optional<std::string>>> cells(
        sample.lines.size(), std::vector<std::optional<std::string>>(raters.size()));
    for (const store::LineJudgement& judgement : judgements) {
        const auto place = static_cast<std::size_t>(judgement.line - 1);
        const auto rater = std::find(sample.raters.begin(), sample.raters.end(), judgement.rater);
        if (place < cells.size() && rater != sample.raters.end())
            cells[place][static_cast<std::size_t>(rater - sample.raters.begin())] =
                known.code(judgement.code);
    }
    agreement::ReliabilityBuilder builder(raters);
    builder.declareCategories(categories).setUnitOfAnalysis("line");
    RAPPORT_ASSIGN(const auto leftOut, session.impl().forgetting().leftOut());
    UnitTexts texts(session);
    for (std::size_t place = 0; place < cells.size(); ++place) {
        const model::UnitId unit = sample.lines[place].unit;
        if (std::binary_search(leftOut.begin(), leftOut.end(), unit)) {
            ++made.leftOut;
            continue;
        }
        RAPPORT_ASSIGN(const store::UnitRow row, texts.row(unit));
        builder.addUnit(cells[place], std::string_view(row.sourceName), fmt::format("line {}", place + 1));
    }
    std::string note;
    if (made.leftOut > 0)
        note = fmt::format("lines of participants who left the statistics, not counted: {}", made.leftOut);
    if (made.late > 0)
        note += fmt::format("{}judgements that came after the sample was opened, not counted: {}",
                            note.empty() ? "" : "; ", made.late);
    builder.setNote(note);
    RAPPORT_ASSIGN(made.data, builder.build());
    return made;
}

} // namespace rapport::service
