// SPDX-License-Identifier: GPL-3.0-or-later
// What an activity's view is to the window, and what the window offers it. A view is made when it is first
// opened on an open study and dies with that study; it talks to the study through StudyContext (short acts)
// and JobRunner (long ones) and never to another view: it asks the host to open one. UI thread.
#pragma once

#include "model/ids.h"
#include "service/session.h"
#include "text/text_range.h"
#include "ui/app/actions.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/study_context.h"

#include <QStringList>
#include <QWidget>
#include <optional>

namespace rapport::service {
enum class ImportKind; // importing.h
}

namespace rapport::ui {

/// Where a view is to go when it is opened from elsewhere (a hit, a number in a table). Empty members mean
/// "no matter".
struct ViewTarget {
    model::UnitId unit;
    model::SourceId source;
    std::optional<text::TextRange> range; ///< in the source
    model::CodeId code;
    QString words;       ///< a query, a name, a round
    QString savedSearch; ///< its name
    std::vector<model::UnitId> units;
    /// In whose list of which round the unit stands; none: the one that is shown.
    model::RaterId rater;
    model::RoundId round;
};

/// A key with what it does, for the status line.
struct KeyHint {
    QString key;
    QString text;
};

class ViewHost {
public:
    ViewHost() = default;
    ViewHost(const ViewHost&) = delete;
    ViewHost& operator=(const ViewHost&) = delete;
    virtual ~ViewHost() = default;
    [[nodiscard]] virtual StudyContext& study() = 0;
    [[nodiscard]] virtual JobRunner& jobs() = 0;
    [[nodiscard]] virtual Actions& actions() = 0;
    /// `name` as in the registry: "codebook", "rate-answers", "search", ...
    virtual void openView(const QString& name, const ViewTarget& target = {}) = 0;
    /// Shows what these files would bring, read as `kind`, and brings it in if the user says so.
    virtual void importFiles(const QStringList& files, service::ImportKind kind) = 0;
    /// A bar at the foot for 6 s; with `canUndo` it offers to undo the last act.
    virtual void showToast(const QString& text, bool canUndo = false) = 0;
    /// Sentence and details of an error, without taking the keyboard away.
    virtual void showError(const base::Error& error) = 0;
    /// Keys worth knowing here, at the right of the status line; none: the one that finds everything.
    virtual void setHints(const QList<KeyHint>& hints) = 0;
    /// A sentence beside "All saved" ("Line 421 of 1,906").
    virtual void setPlaceText(const QString& text) = 0;
    /// A figure beside the activity in the rail; empty takes it away.
    virtual void setBadge(const QString& viewName, const QString& badge) = 0;
};

class View : public QWidget {
    Q_OBJECT
public:
    View(ViewHost& host, QWidget* parent)
        : QWidget(parent)
        , m_host(host) {}

    /// Words in the view header: the bold one, and what stands beside it.
    [[nodiscard]] virtual QString title() const = 0;
    [[nodiscard]] virtual QString subtitle() const { return {}; }
    /// Buttons at the right of the view header; the view makes it once, the window shows it. May be null.
    [[nodiscard]] virtual QWidget* headerWidget() { return nullptr; }
    /// Ids of the actions that this view connected (`host().actions().on(id, this, ...)`).
    [[nodiscard]] virtual QStringList actionIds() const { return {}; }
    /// Shown now: refresh what is cheap, set hints. Called after the first making too.
    virtual void activated() {}
    /// Something was committed; also called for changes that this view itself made. Update rows, do not
    /// reset.
    virtual void onChanged(const service::ChangeSet& change) { Q_UNUSED(change); }
    /// Another person is looking: everything must be read anew.
    virtual void onViewerChanged() {}
    virtual void open(const ViewTarget& target) { Q_UNUSED(target); }
    /// Undo returns to the place that it changes: goes there and says true, if it is in what is shown here.
    virtual bool goToChange(const service::ChangeSet& change) {
        Q_UNUSED(change);
        return false;
    }
    /// Steps of what is not saved yet, which undo and redo take before those of the study.
    [[nodiscard]] virtual bool hasDraftStep(bool again) const {
        Q_UNUSED(again);
        return false;
    }
    virtual void undoDraft(bool again) { Q_UNUSED(again); }
    /// Words that are being typed where nothing asks for saving (memos) go to the study now. False: they
    /// could not be written, which was said.
    virtual bool keepTyped() { return true; }
    /// What would be lost if the view went now, as a sentence; empty: nothing.
    [[nodiscard]] virtual QString unsaved() const { return {}; }
    virtual bool saveDraft() { return true; } ///< false: it could not be, and the view says why
    virtual void discardDraft() {}
    /// Who gets the keyboard when the view is shown.
    [[nodiscard]] virtual QWidget* initialFocus() { return this; }

Q_SIGNALS:
    /// Title, subtitle or the header widget changed.
    void headerChanged();

protected:
    [[nodiscard]] ViewHost& host() const { return m_host; }
    [[nodiscard]] StudyContext& study() const { return m_host.study(); }

private:
    ViewHost& m_host;
};

} // namespace rapport::ui
