// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/session.h"

#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "base/platform/storage.h"
#include "exchange/codebook_json.h"
#include "exchange/template_json.h"
#include "service/own_rating.h"
#include "service/sealed.h"
#include "service/session_impl.h"
#include "service/unit_names.h"
#include "text/decode.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <set>

namespace rapport::service {

namespace {

namespace fs = std::filesystem;
using base::Errc;

/// This machine's guid, made at first use. A machine whose settings cannot be written gets one for the
/// session.
base::Guid thisDevice(base::Random& random) {
    std::string folder;
    if (const char* config = std::getenv("XDG_CONFIG_HOME"); config != nullptr && *config == '/')
        folder = std::string(config) + "/rapport";
    else if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        folder = std::string(home) + "/.config/rapport";
    else
        return base::Guid::random(random);
    const std::string file = folder + "/device";
    if (const auto known = base::readFile(file, 100)) {
        if (const auto guid = base::Guid::parse(known->substr(0, 36)))
            return *guid;
    }
    const base::Guid fresh = base::Guid::random(random);
    std::error_code ignored;
    fs::create_directories(folder, ignored);
    static_cast<void>(base::writeFileAtomically(file, fresh.text() + "\n"));
    return fresh;
}

void settle(Environment& environment) {
    if (environment.device.isNull())
        environment.device = thisDevice(environment.random);
    if (environment.cacheFolder.empty())
        environment.cacheFolder = base::cacheFolder();
}

/// What may go wrong with the place or the clock, told once.
base::Status noteSurroundings(Session::Impl& impl, const std::string& path) {
    const auto add = [&impl](const base::Phrase& sentence) {
        if (!sentence.empty())
            impl.openingNote =
                impl.openingNote.empty() ? sentence : base::said("{}\n{}", impl.openingNote, sentence);
    };
    add(base::storageWarning(path));
    RAPPORT_ASSIGN(const std::int64_t position, impl.file->position());
    store::HistoryFilter last;
    last.after = position - 1;
    RAPPORT_ASSIGN(const auto rows, impl.journal().history(last));
    constexpr auto tolerance = std::chrono::minutes(5);
    if (!rows.empty() && impl.environment.clock->now() + tolerance < rows.back().time)
        add(base::said(
            "The clock of this computer says {}, but the last change in this study was made at {}. Set the "
            "clock; the order of changes is kept either way.",
            base::isoText(impl.environment.clock->now()), base::isoText(rows.back().time)));
    return {};
}

/// In a pack its rater is the viewer. Its journal rows form chains of their own, per pack and machine: the
/// machine may be one that writes in the study as well.
base::Status settlePack(Session::Impl& impl) {
    RAPPORT_ASSIGN(impl.pack, store::packInfo(*impl.file));
    if (!impl.pack)
        return {};
    RAPPORT_ASSIGN(const auto raters, impl.rounds().raters());
    const auto own = std::find_if(raters.begin(), raters.end(),
                                  [&](const model::Rater& each) { return each.guid == impl.pack->rater; });
    if (own == raters.end())
        return base::fail(Errc::StudyDamaged, base::Place{impl.file->path(), 0, 0, {}},
                          "does not hold the rater whose pack it is", "ask the coordinator for a new pack");
    impl.viewer.rater = own->id;
    impl.environment.device =
        base::Guid::fromText("pack\n" + impl.pack->guid.text() + impl.environment.device.text());
    return {};
}

struct LoadedTemplate {
    exchange::StudyTemplate content;
    model::Instrument instrument;
    std::vector<model::Codebook> codebooks;
    std::string comparisons;
};

constexpr std::string_view templateEnding = ".template.json";

/// A shipped one by its name, or any by its file, which ends so.
base::Result<LoadedTemplate> loadTemplate(const std::string& name) {
    std::string file = name;
    if (!name.ends_with(templateEnding)) {
        RAPPORT_ASSIGN(const std::string data, base::dataFolder());
        file = data + "/codebooks/" + name + std::string(templateEnding);
    }
    const std::string folder = fs::path(file).replace_filename("").string();
    if (!fs::exists(file)) {
        std::string known = "empty";
        if (const auto all = templates()) {
            for (const TemplateRow& row : *all)
                known += ", " + row.name;
        }
        return base::fail(Errc::NotFound, base::said("there is no template '{}'", name),
                          base::said("known: {}; or a file that ends in .template.json", known));
    }
    LoadedTemplate loaded;
    RAPPORT_ASSIGN(const std::string text, base::readFile(file));
    RAPPORT_ASSIGN(loaded.content, exchange::readTemplate(text, file));
    if (!loaded.content.instrument.empty()) {
        RAPPORT_ASSIGN(const std::string instrument, base::readFile(folder + loaded.content.instrument));
        RAPPORT_ASSIGN(loaded.instrument, exchange::readInstrument(instrument, loaded.content.instrument));
    }
    for (const std::string& each : loaded.content.codebooks) {
        RAPPORT_ASSIGN(const std::string bytes, base::readFile(folder + each));
        RAPPORT_ASSIGN(model::Codebook codebook, exchange::readCodebook(bytes, each));
        loaded.codebooks.push_back(std::move(codebook));
    }
    base::Json comparisons = base::Json::array();
    for (const auto& comparison : loaded.content.comparisons)
        comparisons.push_back({{"title", comparison.title.in("en")},
                               {"attribute", comparison.attribute},
                               {"a", comparison.a},
                               {"b", comparison.b}});
    loaded.comparisons = base::dumpJson(comparisons, -1);
    return loaded;
}

base::Status fillNewStudy(Session& session, const LoadedTemplate* loaded) {
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_TRY(
            session.impl().file->setNameSecret(base::Guid::random(session.impl().environment.random).text() +
                                               base::Guid::random(session.impl().environment.random).text()));
        store::JournalEntry created;
        created.act = store::Act::Create;
        RAPPORT_TRY(writer.append(created));
        if (loaded == nullptr)
            return {};
        auto& impl = session.impl();
        for (const model::Attribute& attribute : loaded->content.attributes)
            RAPPORT_TRY(impl.participants().putAttribute(attribute));
        RAPPORT_TRY(impl.file->setSetting("comparisons", loaded->comparisons));
        for (const model::Codebook& codebook : loaded->codebooks) {
            RAPPORT_ASSIGN(
                const model::Codebook stored,
                impl.codebooks().put(codebook, impl.environment.random, impl.environment.clock->now()));
            store::JournalEntry entry;
            entry.act = store::Act::Codebook;
            entry.version = stored.version;
            RAPPORT_TRY(writer.append(entry));
        }
        return {};
    });
    if (!done)
        return base::fail(done);
    return {};
}

} // namespace

/// What a rater is told: the own units and the own work. Who wrote what stays hidden while a blind round
/// runs, so nothing is counted by participant then.
base::Status Session::countOwn(const Session& session, StudyInfo& info) {
    const Impl& impl = session.impl();
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    info.sources = info.answers = info.transcripts = info.turns = info.units = 0;
    std::set<model::SourceId> sources;
    std::set<model::ParticipantId> participants;
    RAPPORT_TRY(impl.sources().forEachUnit(model::UnitId{}, false, [&](const store::UnitRow& row) {
        if (!names.maySee(row.unit.id))
            return true;
        ++info.units;
        info.answers += row.unit.kind == model::UnitKind::Answer ? 1 : 0;
        info.turns += row.unit.kind == model::UnitKind::Turn ? 1 : 0;
        info.transcripts += row.unit.kind == model::UnitKind::Transcript ? 1 : 0;
        sources.insert(row.unit.source);
        if (!row.unit.participant.isNone())
            participants.insert(row.unit.participant);
        return true;
    }));
    const bool isBlind = names.isBlindAnywhere();
    info.sources = isBlind ? 0 : static_cast<std::int64_t>(sources.size());
    info.participants = isBlind ? 0 : static_cast<std::int64_t>(participants.size());
    info.nonResponses = 0;
    info.raters = 1;
    info.rounds = 0;
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds) {
        RAPPORT_ASSIGN(const auto own, impl.rounds().assignments(round.id, session.viewer().rater));
        info.rounds += own.empty() ? 0 : 1;
    }
    store::CodingFilter filter;
    filter.rater = session.viewer().rater;
    RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
    info.codings = static_cast<std::int64_t>(codings.size());
    RAPPORT_ASSIGN(const auto ratings, impl.codings().ratings(filter));
    std::set<std::pair<model::UnitId, model::RoundId>> completed;
    for (const model::Rating& rating : ratings)
        completed.emplace(rating.unit, rating.round);
    info.completed = static_cast<std::int64_t>(completed.size());
    return {};
}

base::Error sealedError(const std::string& path) {
    std::string typed;
    for (const char letter : path)
        typed += letter == '\'' ? "'\\''" : std::string(1, letter);
    const std::string out = base::fileEnding(path) == "rpack" ? "WORK.rpack" : "WORK.rapport";
    const bool isPlain =
        path.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                               "._/-") == std::string::npos;
    return {Errc::Refused, "is sealed with a passphrase", base::Place{path, 0, 0, {}},
            base::said("open it into a file of your own: rapport unseal {} --out {} --passphrase-file FILE",
                       isPlain ? path : "'" + typed + "'", out)};
}

Session::Session()
    : m_impl(std::make_unique<Impl>()) {
}

Session::~Session() = default;

base::Result<std::unique_ptr<Session>> Session::create(const std::string& path, const NewStudy& study,
                                                       Environment environment) {
    settle(environment);
    const bool isEmpty = study.templateName.empty() || study.templateName == "empty";
    if (study.language != "nl" && study.language != "en")
        return base::fail(Errc::InvalidArgument, base::said("language '{}' is not known", study.language),
                          "use nl or en");
    // A file's name has 255 bytes, also that of PATH.restored.part-journal.
    constexpr std::size_t longest = 255 - 24;
    if (fs::path(path).filename().string().size() > longest)
        return base::fail(
            Errc::InvalidArgument, base::said("a study's file name has at most {} bytes", longest),
            "files beside it have longer names; give it a shorter one, and a title with --title");
    LoadedTemplate loaded;
    if (!isEmpty) {
        RAPPORT_ASSIGN(loaded, loadTemplate(study.templateName));
    }
    store::StudyProperties properties;
    properties.guid = base::Guid::random(environment.random);
    properties.title = study.title;
    if (properties.title.empty())
        properties.title =
            isEmpty ? text::decodeName(base::fileStem(path)) : loaded.content.title.in(study.language);
    properties.language = study.language;
    properties.templateName = isEmpty ? "empty" : loaded.content.name;
    properties.instrument = loaded.instrument;
    properties.created = environment.clock->now();

    auto session = std::unique_ptr<Session>(new Session);
    session->m_impl->environment = std::move(environment);
    RAPPORT_ASSIGN(session->m_impl->file, store::StudyFile::create(path, properties));
    if (const base::Status filled = fillNewStudy(*session, isEmpty ? nullptr : &loaded); !filled) {
        session.reset();
        for (const char* ending : {"", "-wal", "-shm"}) {
            std::error_code ignored;
            fs::remove(path + ending, ignored);
        }
        return base::fail(filled);
    }
    return session;
}

base::Result<std::unique_ptr<Session>> Session::open(const std::string& path, OpenMode mode,
                                                     Environment environment) {
    settle(environment);
    auto tried = store::StudyFile::open(path, mode == OpenMode::ReadOnly ? store::OpenMode::ReadOnly
                                                                         : store::OpenMode::ReadWrite);
    if (!tried && tried.error().code == Errc::StudyDamaged && store::isSealedFile(path))
        return tl::make_unexpected(sealedError(path));
    if (!tried)
        return base::fail(tried);
    store::Opened opened = std::move(*tried);
    auto session = std::unique_ptr<Session>(new Session);
    session->m_impl->environment = std::move(environment);
    session->m_impl->file = std::move(opened.file);
    if (opened.outcome == store::OpenOutcome::Upgraded)
        session->m_impl->openingNote =
            base::said("The study was upgraded to this version. A copy as it was is at {}", opened.backup);
    else if (opened.outcome == store::OpenOutcome::NewerReadable)
        session->m_impl->openingNote =
            "The study was written by a later version; it is open for reading only.";
    RAPPORT_TRY(settlePack(*session->m_impl));
    // Where this fails, the next one to open the study goes on with it.
    static_cast<void>(finishPurge(*session));
    if (mode == OpenMode::ReadWrite)
        RAPPORT_TRY(noteSurroundings(*session->m_impl, path));
    return session;
}

const std::string& Session::path() const {
    return m_impl->file->path();
}

bool Session::isReadOnly() const {
    return m_impl->file->isReadOnly();
}

void Session::stopReadingOn(base::Task task) {
    m_impl->file->stopReadingOn(std::move(task));
}

const base::Phrase& Session::openingNote() const {
    return m_impl->openingNote;
}

const Viewer& Session::viewer() const {
    return m_impl->viewer;
}

bool Session::isPack() const {
    return m_impl->pack.has_value();
}

void Session::setViewer(const Viewer& viewer) {
    if (m_impl->pack)
        return;
    m_impl->viewer = viewer;
    m_impl->undo.clear();
    m_impl->redo.clear();
    m_impl->hasReadSteps = false;
    m_impl->unitNames.reset();
}

base::Result<std::unique_ptr<Session>> Session::Impl::onPassingCopy(const Session& session,
                                                                    const base::Task& task) {
    auto copy = std::unique_ptr<Session>(new Session);
    Impl& impl = copy->impl();
    impl.environment = session.impl().environment;
    impl.environment.backupFolder.clear();
    impl.viewer = session.impl().viewer;
    impl.pack = session.impl().pack;
    RAPPORT_ASSIGN(impl.file, session.impl().file->passingCopy(task));
    return copy;
}

base::Status Session::Impl::refresh() {
    RAPPORT_ASSIGN(const std::int64_t position, file->position());
    if (position != seenPosition && openStep == nullptr) {
        // What another session took out of the texts is not brought back by undoing here.
        for (const store::Act act : {store::Act::Forget, store::Act::Redact}) {
            if (seenPosition < 0 || (undo.empty() && redo.empty()))
                break;
            store::HistoryFilter filter;
            filter.act = act;
            filter.after = seenPosition;
            filter.limit = 1;
            RAPPORT_ASSIGN(const auto taken, journal().history(filter));
            if (taken.empty())
                continue;
            undo.clear();
            redo.clear();
        }
        codebook.reset();
        unitNames.reset();
        measured.clear();
        seenPosition = position;
    }
    return {};
}

namespace {

/// What others did on units that a coordinator who rates too still has to rate is in no total.
base::Status leaveOutKeptBack(const Session& session, StudyInfo& info) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    const auto isOthers = [&still](const auto& each) { return each.rater != still.self(); };
    for (const model::UnitId unit : still.units()) {
        store::CodingFilter filter;
        filter.unit = unit;
        RAPPORT_ASSIGN(const auto codings, session.impl().codings().codings(filter));
        info.codings -= std::count_if(codings.begin(), codings.end(), isOthers);
        RAPPORT_ASSIGN(const auto ratings, session.impl().codings().ratings(filter));
        std::set<std::pair<model::RaterId, model::RoundId>> completed;
        for (const model::Rating& rating : ratings) {
            if (isOthers(rating))
                completed.emplace(rating.rater, rating.round);
        }
        info.completed -= static_cast<std::int64_t>(completed.size());
    }
    return {};
}

} // namespace

base::Result<StudyInfo> Session::info() const {
    StudyInfo info;
    RAPPORT_ASSIGN(const store::StudyProperties properties, m_impl->file->properties());
    info.title = properties.title;
    info.language = properties.language;
    RAPPORT_ASSIGN(info.participants, m_impl->participants().count());
    RAPPORT_ASSIGN(const store::SourceCounts counts, m_impl->sources().counts());
    info.sources = counts.sources;
    info.answers = counts.answers;
    info.transcripts = counts.transcripts;
    info.turns = counts.turns;
    info.units = counts.units;
    info.nonResponses = counts.nonResponses;
    RAPPORT_ASSIGN(const auto raters, m_impl->rounds().raters());
    info.raters = static_cast<std::int64_t>(raters.size());
    RAPPORT_ASSIGN(const auto rounds, m_impl->rounds().rounds());
    info.rounds = static_cast<std::int64_t>(rounds.size());
    RAPPORT_ASSIGN(info.codings, m_impl->codings().codingCount());
    RAPPORT_ASSIGN(info.completed, m_impl->codings().completedCount());
    RAPPORT_TRY(leaveOutKeptBack(*this, info));
    RAPPORT_ASSIGN(const auto book, codebook());
    info.codebookVersion = book->version;
    if (!viewer().isCoordinator())
        RAPPORT_TRY(countOwn(*this, info));
    return info;
}

base::Result<model::Instrument> Session::instrument() const {
    RAPPORT_ASSIGN(store::StudyProperties properties, m_impl->file->properties());
    return std::move(properties.instrument);
}

base::Result<std::vector<model::Rater>> Session::raters() const {
    return m_impl->rounds().raters();
}

base::Result<model::Rater> Session::rater(const std::string& name) const {
    RAPPORT_ASSIGN(const auto found, m_impl->rounds().raterByName(name));
    if (found)
        return *found;
    std::string known;
    if (const auto all = raters()) {
        for (const model::Rater& each : *all)
            known += (known.empty() ? "" : ", ") + each.name;
    }
    return base::fail(Errc::NotFound, base::said("there is no rater '{}'", name),
                      known.empty() ? base::Phrase("add one: rapport raters STUDY add NAME")
                                    : base::said("known: {}", known));
}

base::Result<std::vector<model::Round>> Session::rounds() const {
    return m_impl->rounds().rounds();
}

base::Result<model::Round> Session::round(const std::string& name) const {
    RAPPORT_ASSIGN(const auto found, m_impl->rounds().roundByName(name));
    if (found)
        return *found;
    std::string known;
    if (const auto all = rounds()) {
        for (const model::Round& each : *all)
            known += (known.empty() ? "" : ", ") + each.name;
    }
    return base::fail(Errc::NotFound, base::said("there is no round '{}'", name),
                      known.empty() ? base::Phrase("make one: rapport assign STUDY --round NAME ...")
                                    : base::said("known: {}", known));
}

base::Result<std::shared_ptr<const model::Codebook>> Session::codebook() const {
    RAPPORT_TRY(m_impl->refresh());
    if (!m_impl->codebook) {
        RAPPORT_ASSIGN(model::Codebook current, m_impl->codebooks().current());
        m_impl->codebook = std::make_shared<const model::Codebook>(std::move(current));
    }
    return m_impl->codebook;
}

base::Result<std::int64_t> Session::position() const {
    return m_impl->file->position();
}

base::Result<std::vector<TemplateRow>> templates() {
    RAPPORT_ASSIGN(const std::string data, base::dataFolder());
    std::vector<TemplateRow> rows;
    std::error_code failure;
    for (const auto& entry : fs::directory_iterator(data + "/codebooks", failure)) {
        const std::string file = entry.path().filename().string();
        if (!file.ends_with(templateEnding))
            continue;
        RAPPORT_ASSIGN(const std::string text, base::readFile(entry.path().string()));
        RAPPORT_ASSIGN(const exchange::StudyTemplate content, exchange::readTemplate(text, file));
        rows.push_back({file.substr(0, file.size() - templateEnding.size()), content.title});
    }
    std::sort(rows.begin(), rows.end(),
              [](const TemplateRow& a, const TemplateRow& b) { return a.name < b.name; });
    return rows;
}

base::Result<store::JournalEntry> Writer::append(store::JournalEntry entry) {
    auto& impl = m_session->impl();
    entry.time = entry.time == base::Instant{} ? impl.environment.clock->now() : entry.time;
    entry.device = impl.environment.device;
    if (m_step->isUndoable && (entry.act == store::Act::Complete || entry.act == store::Act::Reopen))
        RAPPORT_TRY(rememberRatings(entry));
    RAPPORT_ASSIGN(store::JournalEntry written,
                   impl.journal().append(std::move(entry), impl.environment.random));
    m_step->changes.position = written.position;
    auto& units = m_step->changes.units;
    if (!written.unit.isNone() && (units.empty() || units.back() != written.unit))
        units.push_back(written.unit);
    if (m_step->isUndoable)
        m_step->entries.push_back(written);
    return written;
}

base::Status Writer::rememberRatings(const store::JournalEntry& entry) {
    if (!m_step->rated.emplace(entry.unit, entry.rater, entry.round).second)
        return {};
    store::CodingFilter filter;
    filter.unit = entry.unit;
    filter.rater = entry.rater;
    filter.round = entry.round;
    RatingsBefore before{entry.unit, entry.rater, entry.round, {}};
    RAPPORT_ASSIGN(before.ratings, m_session->impl().codings().ratings(filter));
    m_step->ratings.push_back(std::move(before));
    return {};
}

base::Status Writer::restore(const RatingsBefore& before) {
    store::CodingFilter filter;
    filter.unit = before.unit;
    filter.rater = before.rater;
    filter.round = before.round;
    RAPPORT_ASSIGN(const auto now, m_session->impl().codings().ratings(filter));
    store::JournalEntry entry;
    entry.unit = before.unit;
    entry.rater = before.rater;
    entry.round = before.round;
    if (!now.empty()) {
        entry.act = store::Act::Reopen;
        entry.version = now.front().version;
        RAPPORT_TRY(append(entry));
    }
    // One completion per occasion on which the rater had pressed Enter, with its version and time.
    std::map<std::int64_t, std::vector<model::Rating>> byPosition;
    for (const model::Rating& rating : before.ratings)
        byPosition[rating.position].push_back(rating);
    for (const auto& [position, ratings] : byPosition) {
        base::Json variables = base::Json::array();
        for (const model::Rating& rating : ratings)
            variables.push_back(rating.variable.value);
        entry.act = store::Act::Complete;
        entry.version = ratings.front().version;
        entry.time = ratings.front().time;
        entry.detail = base::dumpJson({{"variables", variables}}, -1);
        RAPPORT_TRY(append(entry));
    }
    return {};
}

base::Status Writer::memo(const model::Memo& memo, const std::string& before, model::RoundId round) {
    RAPPORT_TRY(m_session->impl().codings().putMemo(memo));
    store::JournalEntry entry;
    entry.act = store::Act::Memo;
    entry.unit = memo.unit;
    entry.rater = memo.author;
    entry.round = round;
    entry.target = memo.guid;
    RAPPORT_TRY(append(entry));
    m_step->memos.push_back({memo.author, memo.unit, before, memo.text});
    return {};
}

base::Result<ChangeSet> write(Session& session, Undoable undoable,
                              const std::function<base::Status(Writer&)>& work) {
    auto& impl = session.impl();
    if (impl.openStep != nullptr) {
        Writer writer(session, *impl.openStep);
        RAPPORT_TRY(work(writer));
        return impl.openStep->changes;
    }
    UndoStep step;
    step.isUndoable = undoable == Undoable::Yes;
    if (undoable == Undoable::Yes)
        RAPPORT_TRY(readSteps(session));
    RAPPORT_ASSIGN(store::Transaction transaction, store::Transaction::begin(*impl.file));
    RAPPORT_TRY(impl.refresh());
    Writer writer(session, step);
    base::Status done = work(writer);
    if (done && undoable == Undoable::Yes)
        done = keepStep(session, step, store::StepKind::Act);
    if (!done) {
        impl.codebook.reset(); // these may have been read inside the transaction that is now undone
        impl.unitNames.reset();
        impl.still.reset();
        return base::fail(done);
    }
    if (const base::Status committed = transaction.commit(); !committed) {
        impl.codebook.reset();
        impl.unitNames.reset();
        impl.still.reset();
        return base::fail(committed);
    }
    if (step.changes.codebookChanged)
        impl.codebook.reset();
    if (step.changes.roundsChanged)
        impl.unitNames.reset();
    if (step.changes.position > 0)
        impl.seenPosition = step.changes.position;
    const ChangeSet changes = step.changes;
    if (undoable == Undoable::Yes && !step.entries.empty()) {
        impl.undo.push_back(std::move(step));
        impl.redo.clear();
    }
    return changes;
}

base::Status coordinatorOnly(const Session& session, const base::Phrase& what) {
    if (session.viewer().isCoordinator())
        return {};
    return base::fail(Errc::Refused, base::said("a rater may not {}", what),
                      "ask the coordinator of the study");
}

base::Result<std::map<model::RaterId, model::Rater>> ratersById(const Session& session) {
    RAPPORT_ASSIGN(const auto raters, session.raters());
    std::map<model::RaterId, model::Rater> byId;
    for (const model::Rater& rater : raters)
        byId.emplace(rater.id, rater);
    return byId;
}

base::Result<std::map<model::RoundId, model::Round>> roundsById(const Session& session) {
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    std::map<model::RoundId, model::Round> byId;
    for (const model::Round& round : rounds)
        byId.emplace(round.id, round);
    return byId;
}

std::vector<std::string> splitList(const std::string& text) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    while (begin <= text.size()) {
        std::size_t end = text.find(',', begin);
        if (end == std::string::npos)
            end = text.size();
        std::size_t first = text.find_first_not_of(" \t", begin);
        if (first != std::string::npos && first < end) {
            const std::size_t last = text.find_last_not_of(" \t", end - 1);
            parts.push_back(text.substr(first, last - first + 1));
        }
        begin = end + 1;
    }
    return parts;
}

} // namespace rapport::service
