// SPDX-License-Identifier: GPL-3.0-or-later
// The open study of one window: owns the Session of the UI thread. All writing of that window goes through
// `act`, which runs one service function and announces its ChangeSet once. Long work does not belong here but
// in JobRunner. UI thread only.
#pragma once

#include "service/elsewhere.h"

#include <QObject>
#include <QString>
#include <QTimer>
#include <memory>
#include <optional>
#include <utility>

namespace rapport::ui {

class StudyContext : public QObject {
    Q_OBJECT
public:
    explicit StudyContext(QObject* parent = nullptr);
    ~StudyContext() override;

    [[nodiscard]] base::Status open(const QString& path, service::Environment environment = {});
    /// As that rater from the first moment on; none: the coordinator. A pack is its own rater's.
    /// Errors: NotFound, and nothing is opened, where the study has no such rater.
    [[nodiscard]] base::Status openAs(const QString& path, const model::Guid& rater,
                                      service::Environment environment = {});
    /// What openAs() opens, for adopt(): before there is a window to show it.
    [[nodiscard]] static base::Result<std::unique_ptr<service::Session>>
    sessionOf(const QString& path, service::Environment environment = {});
    /// As openAs().
    [[nodiscard]] base::Status adopt(std::unique_ptr<service::Session> session,
                                     const model::Guid& rater = {});
    [[nodiscard]] base::Status create(const QString& path, const service::NewStudy& study,
                                      service::Environment environment = {});
    void close();

    [[nodiscard]] bool isOpen() const { return m_session != nullptr; }
    /// Asserts that a study is open.
    [[nodiscard]] service::Session& session() const;
    [[nodiscard]] QString path() const;
    /// The study's title; empty without a study.
    [[nodiscard]] QString title() const { return m_title; }
    /// The codebook of now; asserts that a study is open. Empty if it could not be read.
    [[nodiscard]] std::shared_ptr<const model::Codebook> codebook() const;

    /// Who is looking; none is the coordinator.
    [[nodiscard]] const std::optional<model::Rater>& viewer() const { return m_viewer; }
    void setViewer(const std::optional<model::Rater>& rater);

    /// Runs `work(session)`, which returns Result<ChangeSet>; announces the change, or reports the error and
    /// returns nothing. Nothing is done, either, where the study was changed elsewhere under the eyes of who
    /// acts: that is shown first.
    template<typename Work>
    std::optional<service::ChangeSet> act(Work&& work) {
        return isAsShown() ? actAnyway(std::forward<Work>(work)) : std::nullopt;
    }
    /// The same for what rests on nothing that is shown: words that somebody typed are never refused.
    template<typename Work>
    std::optional<service::ChangeSet> actAnyway(Work&& work) {
        base::Result<service::ChangeSet> result = std::forward<Work>(work)(session());
        if (!result) {
            Q_EMIT failed(result.error());
            return std::nullopt;
        }
        announce(*result);
        return std::move(*result);
    }
    /// The value of a reading function, or nothing after the error was reported.
    template<typename Work>
    auto read(Work&& work) -> std::optional<std::decay_t<decltype(*std::forward<Work>(work)(session()))>> {
        auto result = std::forward<Work>(work)(session());
        if (!result) {
            Q_EMIT readFailed(result.error());
            return std::nullopt;
        }
        return std::move(*result);
    }
    /// Tells everybody of a change that was made elsewhere (an import in a job).
    void announce(const service::ChangeSet& change);
    /// Announces what other windows and programs wrote since the last time; whether that concerns the viewer.
    /// It is called each second, and should be when people come back to the window.
    bool catchUp();
    /// While what a job of this window wrote is told by whoever asked for it.
    void setTellingJob(bool isTelling) { m_isTellingJob = isTelling; }
    /// Before an act: false where the viewer saw something else than there is, which is shown and said now.
    bool isAsShown();

    /// Undoes or redoes the last act; nothing if there is none.
    std::optional<service::ChangeSet> undo();
    std::optional<service::ChangeSet> redo();

Q_SIGNALS:
    void opened();
    void closing(); ///< the session is still there
    void closed();
    void viewerChanged();
    void changed(const service::ChangeSet& change);
    void failed(const base::Error& error);     ///< an act: nothing of it was written
    void readFailed(const base::Error& error); ///< what was written stays
    void changedElsewhere(); ///< an act was not done: what it rested on was changed, and is shown anew

private:
    std::unique_ptr<service::Session> m_session;
    QString m_title;
    std::optional<model::Rater> m_viewer;
    QTimer m_catchUp;
    bool m_isTellingJob = false;
    std::int64_t m_position = 0;      ///< of the journal, that everybody here was told of
    std::int64_t m_outsideWrites = 0; ///< see service::outsideWrites(), at that position
};

} // namespace rapport::ui
