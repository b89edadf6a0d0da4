// SPDX-License-Identifier: GPL-3.0-or-later
// Long work off the UI thread: a value in, a value out. Each job opens a Session of its own on the study's
// file, so nothing is shared; its answer comes back on the UI thread and only if the object that asked still
// lives and has not asked again under the same slot. What was read for one viewer is not shown to the next:
// where somebody else looks meanwhile, the answer is the error Cancelled. No nested event loops. UI thread
// only.
#pragma once

#include "base/task.h"
#include "service/session.h"

#include <QObject>
#include <QPointer>
#include <QString>
#include <QThreadPool>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace rapport::ui {

class StudyContext;

/// What the status line shows of a job.
struct JobState {
    quint64 number = 0;
    QString title;
    int percent = -1; ///< -1: not known
    bool isCancelling = false;
};

class JobRunner : public QObject {
    Q_OBJECT
public:
    explicit JobRunner(StudyContext& study, QObject* parent = nullptr);
    /// Stops everything and waits for it.
    ~JobRunner() override;

    template<typename T>
    using Work = std::function<base::Result<T>(service::Session&, const base::Task&)>;
    template<typename T>
    using Done = std::function<void(base::Result<T>)>;

    /// Runs `work` in the background on a read-only session as the present viewer. `slot` names the question
    /// ("search"): asking again under it stops the former job and drops its answer. `done` is called on the
    /// UI thread while `context` lives; after cancel() with the error Cancelled. Returns the job's number.
    template<typename T>
    quint64 start(const QString& slot, const QString& title, QObject* context, Work<T> work, Done<T> done,
                  service::OpenMode mode = service::OpenMode::ReadOnly) {
        // The answer waits in a box that the thread fills and the UI thread empties.
        auto box = std::make_shared<std::optional<base::Result<T>>>();
        return run(
            slot, title, context, mode,
            [work = std::move(work), box](base::Result<std::unique_ptr<service::Session>> session,
                                          const base::Task& task) {
                if (!session)
                    *box = base::fail(session);
                else
                    *box = work(**session, task);
            },
            [done = std::move(done), box](bool isForAnother) {
                if (isForAnother)
                    box->emplace(base::Task::cancelled());
                if (*box)
                    done(std::move(**box));
            });
    }

    /// The same on no study (making one, looking at a file).
    template<typename T>
    quint64 startWithoutStudy(const QString& slot, const QString& title, QObject* context,
                              std::function<base::Result<T>(const base::Task&)> work, Done<T> done) {
        auto box = std::make_shared<std::optional<base::Result<T>>>();
        return run(
            slot, title, context, std::nullopt,
            [work = std::move(work), box](base::Result<std::unique_ptr<service::Session>>,
                                          const base::Task& task) { *box = work(task); },
            [done = std::move(done), box](bool) {
                if (*box)
                    done(std::move(**box));
            });
    }

    void cancel(quint64 number);
    void cancelAll();
    [[nodiscard]] bool isBusy() const { return !m_jobs.empty(); }
    /// The job that has run longest, for the status line.
    [[nodiscard]] std::optional<JobState> current() const;

Q_SIGNALS:
    void changed();

private:
    using RawWork = std::function<void(base::Result<std::unique_ptr<service::Session>>, const base::Task&)>;
    struct Job {
        JobState state;
        QString slot;
        std::stop_source stop;
        QPointer<QObject> context;
        std::function<void(bool isForAnother)> done;
        bool isReading = false;
        bool isLate = false;       ///< asked again meanwhile: its answer is dropped
        bool isForAnother = false; ///< what it reads is not for whoever is looking by now
    };
    quint64 run(const QString& slot, const QString& title, QObject* context,
                std::optional<service::OpenMode> mode, RawWork work, std::function<void(bool)> done);
    void finish(quint64 number);
    void showProgress(quint64 number, int percent);

    StudyContext& m_study;
    QThreadPool m_threads;
    QTimer m_idle; ///< a while after the last job its memory goes back to the system
    std::vector<std::shared_ptr<Job>> m_jobs;
    quint64 m_last = 0;
};

} // namespace rapport::ui
