// SPDX-License-Identifier: GPL-3.0-or-later
// What people wrote beside their codings in another program, on its way to the units it is about. A study has
// one memo of each rater on a unit, so what somebody wrote on several places of it stands there together,
// each under the words it is about. Private to this room; one per import, inside its transaction.
#pragma once

#include "exchange/project.h"
#include "service/import_kinds.h"
#include "service/rater_names.h"

#include <map>
#include <set>

namespace rapport::service {

class ProjectMemos {
public:
    ProjectMemos(Writer& writer, const std::string& file, ImportReport& report)
        : m_writer(&writer)
        , m_fileName(&file)
        , m_report(&report) {}

    /// Finds the unit of each memo on a text: the turn in which its place begins, else the whole text.
    [[nodiscard]] base::Status add(const exchange::ProjectSource& read, model::SourceId source);
    /// Once, behind the codings, whose raters are known then. `codeNames`: in the project -> in the study,
    /// where they differ. What a memo says already is not added to it again.
    [[nodiscard]] base::Status write(const std::map<std::string, std::string>& codeNames);
    /// Somebody who only wrote joins the study as well. None: nobody, or no name for a rater. Behind the
    /// codings too.
    [[nodiscard]] base::Result<model::RaterId> rater(const std::string& name);

private:
    struct Remark {
        base::Guid guid;
        std::string quote; ///< empty: on the whole text
        std::string about; ///< a case, a set or the project, where that is what it is on
        std::vector<std::string> codes;
        std::string text;
        std::optional<base::Instant> time;
    };
    [[nodiscard]] Session::Impl& impl() const { return m_writer->session().impl(); }

    Writer* m_writer;
    const std::string* m_fileName;
    ImportReport* m_report;
    /// In order of unit and author, so that a study does not depend on the order of a file's elements.
    std::map<std::pair<model::UnitId, std::string>, std::vector<Remark>> m_remarks;
    std::optional<RaterNames> m_raters;
};

} // namespace rapport::service
