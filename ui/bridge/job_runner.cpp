// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/job_runner.h"

#include "base/platform/memory.h"
#include "service/known_codebook.h"
#include "ui/bridge/desktop_environment.h"
#include "ui/bridge/study_context.h"
#include "ui/bridge/text.h"

#include <QThread>
#include <algorithm>
#include <atomic>
#include <chrono>

namespace rapport::ui {

namespace {

/// Longer than what follows a job at once takes to ask for the next.
constexpr std::chrono::milliseconds idleBeforeReturn{500};

} // namespace

JobRunner::JobRunner(StudyContext& study, QObject* parent)
    : QObject(parent)
    , m_study(study) {
    m_threads.setMaxThreadCount(std::max(2, QThread::idealThreadCount()));
    m_idle.setSingleShot(true);
    m_idle.setInterval(idleBeforeReturn);
    connect(&m_idle, &QTimer::timeout, this, [this] {
        if (!isBusy())
            m_threads.start(&base::returnFreedMemory);
    });
    // A job's session is on the file that is being closed.
    connect(&study, &StudyContext::closing, this, [this] {
        for (const auto& job : m_jobs)
            job->isLate = true;
        cancelAll();
        m_threads.waitForDone();
    });
    // What writes must be announced all the same. Nothing is stopped: a backup, and the words for the search,
    // are for everybody.
    connect(&study, &StudyContext::viewerChanged, this, [this] {
        for (const auto& job : m_jobs)
            job->isForAnother = job->isReading;
    });
}

JobRunner::~JobRunner() {
    for (const auto& job : m_jobs)
        job->stop.request_stop();
    m_threads.waitForDone();
}

quint64 JobRunner::run(const QString& slot, const QString& title, QObject* context,
                       std::optional<service::OpenMode> mode, RawWork work, std::function<void(bool)> done) {
    for (const auto& former : m_jobs) {
        if (former->slot == slot && former->context == context) {
            former->isLate = true;
            former->stop.request_stop();
        }
    }
    auto job = std::make_shared<Job>();
    job->state.number = ++m_last;
    job->state.title = title;
    job->slot = slot;
    job->context = context;
    job->done = std::move(done);
    job->isReading = mode == service::OpenMode::ReadOnly;
    m_jobs.push_back(job);

    const quint64 number = job->state.number;
    const std::string path = toUtf8(m_study.path());
    const service::Viewer viewer = m_study.isOpen() ? m_study.session().viewer() : service::Viewer{};
    const auto codebook =
        m_study.isOpen() ? service::KnownCodebook::of(m_study.session()) : service::KnownCodebook();
    base::Task task;
    task.stop = job->stop.get_token();
    // Only a change of the percentage is worth a message to the UI thread.
    task.onProgress = [this, number,
                       last = std::make_shared<std::atomic<int>>(-1)](const base::ProgressState& state) {
        const int percent =
            state.total == 0 ? -1 : int(std::min<std::uint64_t>(100, state.done * 100 / state.total));
        if (last->exchange(percent) != percent)
            QMetaObject::invokeMethod(
                this, [this, number, percent] { showProgress(number, percent); }, Qt::QueuedConnection);
    };
    m_threads.start([this, number, path, viewer, codebook, mode, task, work = std::move(work)] {
        base::Result<std::unique_ptr<service::Session>> session;
        if (mode) {
            session = service::Session::open(path, *mode, desktopEnvironment());
            if (session) {
                (*session)->setViewer(viewer);
                codebook.giveTo(**session);
                (*session)->stopReadingOn(task);
            }
        }
        work(std::move(session), task);
        QMetaObject::invokeMethod(
            this, [this, number] { finish(number); }, Qt::QueuedConnection);
    });
    Q_EMIT changed();
    return number;
}

void JobRunner::finish(quint64 number) {
    const auto found = std::find_if(m_jobs.begin(), m_jobs.end(),
                                    [number](const auto& job) { return job->state.number == number; });
    if (found == m_jobs.end())
        return;
    const std::shared_ptr<Job> job = *found;
    m_jobs.erase(found);
    m_study.setTellingJob(true);
    if (!job->isLate && job->context)
        job->done(job->isForAnother);
    m_study.setTellingJob(false);
    // What the job wrote is this window's own: whoever asked for it has told of it by now.
    m_study.catchUp();
    if (m_jobs.empty())
        m_idle.start();
    Q_EMIT changed();
}

void JobRunner::showProgress(quint64 number, int percent) {
    for (const auto& job : m_jobs) {
        if (job->state.number == number) {
            job->state.percent = percent;
            Q_EMIT changed();
        }
    }
}

void JobRunner::cancel(quint64 number) {
    for (const auto& job : m_jobs) {
        if (job->state.number == number) {
            job->stop.request_stop();
            job->state.isCancelling = true;
            Q_EMIT changed();
        }
    }
}

void JobRunner::cancelAll() {
    for (const auto& job : m_jobs) {
        job->stop.request_stop();
        job->state.isCancelling = true;
    }
    Q_EMIT changed();
}

std::optional<JobState> JobRunner::current() const {
    for (const auto& job : m_jobs) {
        if (!job->isLate)
            return job->state;
    }
    return std::nullopt;
}

} // namespace rapport::ui
