// SPDX-License-Identifier: GPL-3.0-or-later
// One open study and who is looking at it. Every use case of the program is a function over a Session, in the
// headers beside this one; the command line and the desktop call the same functions. A Session belongs to one
// thread. Background work opens a Session of its own on the same file, read-only.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "base/task.h"
#include "model/codebook.h"
#include "model/instrument.h"
#include "model/round.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace rapport::service {

enum class OpenMode { ReadWrite, ReadOnly };

/// What a session takes from outside, so that tests can hold it still.
struct Environment {
    const base::Clock* clock = &base::Clock::system();
    base::Random random = base::Random::fromSystem();
    base::Guid device;       ///< null: this machine's, made once and kept in the user's settings folder
    std::string cacheFolder; ///< empty: the user's
    /// Where automatic backups go, in a folder per study; empty: none are made. The programs give the user's
    /// (base::backupFolder).
    std::string backupFolder;
};

/// Who is looking. A rater sees only what that rater may see while a blind round is open.
struct Viewer {
    model::RaterId rater; ///< none: the coordinator
    [[nodiscard]] bool isCoordinator() const { return rater.isNone(); }
};

struct NewStudy {
    std::string title; ///< empty: the template's
    std::string language = "en";
    std::string templateName = "relationship-vignette"; ///< or "empty"
};

/// `rapport.info/1`.
struct StudyInfo {
    std::string title;
    std::string language;
    std::int64_t participants = 0;
    std::int64_t sources = 0;
    std::int64_t answers = 0;
    std::int64_t transcripts = 0;
    std::int64_t turns = 0;
    std::int64_t units = 0;
    std::int64_t raters = 0;
    std::int64_t rounds = 0;
    std::int64_t codings = 0;
    std::int64_t completed = 0;
    std::int64_t nonResponses = 0;
    std::int64_t codebookVersion = 0;
};

/// What a change touched; emitted once after each commit. Views update these rows and no others.
struct ChangeSet {
    std::int64_t position = 0; ///< journal position after the change
    std::vector<model::UnitId> units;
    bool sourcesChanged = false; ///< texts came in
    bool codebookChanged = false;
    bool roundsChanged = false;   ///< raters, rounds or assignments
    bool settingsChanged = false; ///< title, instrument, attributes
    /// For "Undo ..." and toasts: what was done, in stable words ("code", "withdraw", "complete", ...) with
    /// its object.
    std::string act;
    std::string object; ///< code or level name, or empty
    std::string unitName;
    /// Of an act of rating on one unit: in whose list of which round it stands. None for others.
    model::RaterId rater;
    model::RoundId round;
    model::UnitKind unitKind = model::UnitKind::Answer; ///< of several: an answer only if all are
};

class Session {
public:
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Errors: Refused (the file exists), NotFound (no such template), DiskFull, Io.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>>
    create(const std::string& path, const NewStudy& study, Environment environment = {});
    /// Errors: Unreadable, StudyDamaged, StudyNewer, StudyLocked.
    [[nodiscard]] static base::Result<std::unique_ptr<Session>> open(const std::string& path, OpenMode mode,
                                                                     Environment environment = {});

    [[nodiscard]] const std::string& path() const;
    [[nodiscard]] bool isReadOnly() const;
    /// From now on a stop request ends a running query with Cancelled, wherever it is. For sessions that only
    /// read; in one that writes it does nothing.
    void stopReadingOn(base::Task task);
    /// Something to tell the user once after opening ("upgraded; a copy is at ..."), or empty.
    [[nodiscard]] const base::Phrase& openingNote() const;

    [[nodiscard]] const Viewer& viewer() const;
    /// The file is a coding pack: its rater is the viewer, and stays it.
    [[nodiscard]] bool isPack() const;
    /// In a pack it changes nothing.
    void setViewer(const Viewer& viewer);

    [[nodiscard]] base::Result<StudyInfo> info() const;
    [[nodiscard]] base::Result<model::Instrument> instrument() const;
    [[nodiscard]] base::Result<std::vector<model::Rater>> raters() const;
    [[nodiscard]] base::Result<model::Rater> rater(const std::string& name) const; ///< Errors: NotFound
    [[nodiscard]] base::Result<std::vector<model::Round>> rounds() const;
    [[nodiscard]] base::Result<model::Round> round(const std::string& name) const; ///< Errors: NotFound
    /// The codebook as it is now; kept until it changes.
    [[nodiscard]] base::Result<std::shared_ptr<const model::Codebook>> codebook() const;
    /// Journal position of the last change.
    [[nodiscard]] base::Result<std::int64_t> position() const;

    struct Impl; ///< for the functions of this room only
    [[nodiscard]] Impl& impl() const { return *m_impl; }

private:
    [[nodiscard]] static base::Status countOwn(const Session& session, StudyInfo& info);
    Session();
    std::unique_ptr<Impl> m_impl;
};

/// Templates that can be named in NewStudy, with their titles.
struct TemplateRow {
    std::string name;
    model::LocalText title;
};
[[nodiscard]] base::Result<std::vector<TemplateRow>> templates();

} // namespace rapport::service
