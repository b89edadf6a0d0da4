// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/study_context.h"

#include "service/lock_waiting.h"
#include "service/rating.h"
#include "service/reading.h"
#include "ui/bridge/desktop_environment.h"
#include "ui/bridge/text.h"

#include <algorithm>

namespace rapport::ui {

namespace {

/// A window that stands still longer than this is felt. What could not be written is kept and tried again.
constexpr std::chrono::milliseconds lockWait{40};

void settle(service::Environment& environment) {
    if (environment.backupFolder.empty())
        environment.backupFolder = desktopEnvironment().backupFolder;
}

/// The one whose file a pack is, or the one who is asked for; the coordinator.
base::Result<std::optional<model::Rater>> viewerOf(const service::Session& session,
                                                   const model::Guid& wanted) {
    const model::RaterId own = session.viewer().rater;
    if (own.isNone() && wanted.isNull())
        return std::nullopt;
    RAPPORT_ASSIGN(const auto raters, session.raters());
    for (const model::Rater& rater : raters) {
        if (own.isNone() ? rater.guid == wanted : rater.id == own)
            return rater;
    }
    return base::fail(base::Errc::NotFound, "the study has no such rater");
}

} // namespace

StudyContext::StudyContext(QObject* parent)
    : QObject(parent) {
    constexpr std::chrono::seconds betweenLooks{1};
    m_catchUp.setInterval(betweenLooks);
    connect(&m_catchUp, &QTimer::timeout, this, [this] { catchUp(); });
}

StudyContext::~StudyContext() = default;

base::Status StudyContext::open(const QString& path, service::Environment environment) {
    return openAs(path, {}, std::move(environment));
}

base::Status StudyContext::openAs(const QString& path, const model::Guid& rater,
                                  service::Environment environment) {
    RAPPORT_ASSIGN(auto session, sessionOf(path, std::move(environment)));
    return adopt(std::move(session), rater);
}

base::Result<std::unique_ptr<service::Session>> StudyContext::sessionOf(const QString& path,
                                                                        service::Environment environment) {
    settle(environment);
    auto session = service::Session::open(toUtf8(path), service::OpenMode::ReadWrite, environment);
    if (!session && session.error().code == base::Errc::Refused) {
        // A file or folder that may only be read: what is in it can be looked at. The reason stays that of
        // writing.
        if (auto readable = service::Session::open(toUtf8(path), service::OpenMode::ReadOnly, environment))
            session = std::move(readable);
    }
    return session;
}

base::Status StudyContext::create(const QString& path, const service::NewStudy& study,
                                  service::Environment environment) {
    settle(environment);
    RAPPORT_ASSIGN(auto session, service::Session::create(toUtf8(path), study, std::move(environment)));
    return adopt(std::move(session));
}

base::Status StudyContext::adopt(std::unique_ptr<service::Session> session, const model::Guid& rater) {
    RAPPORT_ASSIGN(const auto viewer, viewerOf(*session, rater));
    close();
    m_session = std::move(session);
    m_viewer = viewer;
    if (viewer)
        m_session->setViewer(service::Viewer{viewer->id});
    // Without it writing waits longer, and is no less right.
    (void)service::setLockWait(*m_session, lockWait);
    m_title = toQt(service::studyTitle(*m_session).value_or(std::string()));
    m_outsideWrites = service::outsideWrites(*m_session).value_or(0);
    m_position = m_session->position().value_or(0);
    m_catchUp.start();
    Q_EMIT opened();
    return {};
}

void StudyContext::close() {
    if (!m_session)
        return;
    m_catchUp.stop();
    Q_EMIT closing();
    m_session.reset();
    m_viewer.reset();
    m_title.clear();
    Q_EMIT closed();
}

service::Session& StudyContext::session() const {
    Q_ASSERT(m_session);
    return *m_session;
}

QString StudyContext::path() const {
    return m_session ? toQt(m_session->path()) : QString();
}

std::shared_ptr<const model::Codebook> StudyContext::codebook() const {
    const auto codebook = session().codebook();
    return codebook ? *codebook : std::make_shared<const model::Codebook>();
}

void StudyContext::setViewer(const std::optional<model::Rater>& rater) {
    // A pack is its rater's.
    if (session().isPack())
        return;
    m_viewer = rater;
    session().setViewer(service::Viewer{rater ? rater->id : model::RaterId()});
    Q_EMIT viewerChanged();
}

void StudyContext::announce(const service::ChangeSet& change) {
    if (change.settingsChanged && m_session) {
        if (const auto title = service::studyTitle(*m_session))
            m_title = toQt(*title);
    }
    // Whoever looks may have another name by now, and is the same.
    if ((change.roundsChanged || change.settingsChanged) && m_session && m_viewer) {
        const auto raters = m_session->raters();
        for (const model::Rater& rater : raters ? *raters : std::vector<model::Rater>()) {
            if (rater.id == m_viewer->id)
                m_viewer = rater;
        }
    }
    // Where others wrote as well since the last look, that is told by the next one, with this once more.
    if (m_isTellingJob || service::outsideWrites(*m_session).value_or(m_outsideWrites) == m_outsideWrites)
        m_position = std::max(m_position, change.position);
    Q_EMIT changed(change);
}

bool StudyContext::catchUp() {
    if (!m_session)
        return false;
    // What cannot be read says so where it is read for a reason.
    const auto writes = service::outsideWrites(*m_session);
    if (!writes)
        return false;
    if (*writes == m_outsideWrites) {
        m_position = m_session->position().value_or(m_position);
        return false;
    }
    const auto news = service::newsSince(*m_session, m_position);
    if (!news)
        return false;
    m_outsideWrites = *writes;
    m_position = news->changes.position;
    const service::ChangeSet& told = news->changes;
    if (!told.units.empty() || told.sourcesChanged || told.codebookChanged || told.roundsChanged ||
        told.settingsChanged)
        announce(told);
    return news->concernsViewer;
}

bool StudyContext::isAsShown() {
    if (!catchUp())
        return true;
    Q_EMIT changedElsewhere();
    return false;
}

std::optional<service::ChangeSet> StudyContext::undo() {
    if (!m_session || !service::canUndo(*m_session))
        return std::nullopt;
    return act([](service::Session& session) { return service::undo(session); });
}

std::optional<service::ChangeSet> StudyContext::redo() {
    if (!m_session || !service::canRedo(*m_session))
        return std::nullopt;
    return act([](service::Session& session) { return service::redo(session); });
}

} // namespace rapport::ui
