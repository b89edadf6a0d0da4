// SPDX-License-Identifier: GPL-3.0-or-later
// What people ask of the texts and keep: searches under a name with their history, lines that were hidden
// with a reason, samples of lines that raters judge blind. Texts live here; the journal rows (search, hide,
// show, sample, judge, open-sample) are the caller's and hold references only.
#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "model/ids.h"
#include "store/study_file.h"
#include "text/text_range.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace rapport::store {

enum class SearchEventKind { Save, Run, Remove };

/// One thing that happened to a search of one viewer.
struct SearchEvent {
    model::Guid guid;
    model::RaterId owner; ///< none: the coordinator
    std::string name;
    SearchEventKind kind = SearchEventKind::Save;
    base::Instant time;
    std::string query;
    std::string settings;   ///< JSON
    std::int64_t lines = 0; ///< of a run
    std::int64_t units = 0;
};

struct HiddenLine {
    model::Guid guid;
    model::RaterId owner; ///< none: the coordinator
    std::string words;    ///< what makes lines in the query, as it was understood
    model::UnitId unit;
    text::TextRange range; ///< in the source's text
    std::string reason;
    base::Instant time;
};

struct SampleLine {
    model::UnitId unit;
    text::TextRange range; ///< in the source's text
};

struct LineSample {
    model::Guid guid;
    std::string name;
    std::string query;
    std::int64_t found = 0; ///< lines from which it was drawn
    std::int64_t seed = 0;
    std::int64_t width = 0;
    base::Instant time;
    std::int64_t openedAt = 0;     ///< journal position; 0: raters are still at it
    std::vector<SampleLine> lines; ///< number 1 first
    std::vector<model::RaterId> raters;
    std::vector<model::CodeId> codes; ///< in the order in which they are offered
};

/// The latest of a rater on a line.
struct LineJudgement {
    std::int64_t line = 0; ///< from 1
    model::RaterId rater;
    model::CodeId code; ///< none: none of the codes
    base::Instant time;
};

class Searches {
public:
    explicit Searches(StudyFile& file)
        : m_file(&file) {}

    [[nodiscard]] base::Status putEvent(const SearchEvent& event);
    /// Of one viewer, of one name or (empty) all, as they came.
    [[nodiscard]] base::Result<std::vector<SearchEvent>> events(model::RaterId owner,
                                                                const std::string& name) const;

    [[nodiscard]] base::Status hide(const HiddenLine& line);
    /// Errors: NotFound (it is not hidden, or somebody else's).
    [[nodiscard]] base::Status show(const model::Guid& guid, model::RaterId owner, base::Instant time);
    /// In order of unit and range.
    [[nodiscard]] base::Result<std::vector<HiddenLine>> hidden(model::RaterId owner,
                                                               const std::string& words) const;

    /// Errors: Refused (the name is taken).
    [[nodiscard]] base::Status addSample(const LineSample& sample);
    [[nodiscard]] base::Status openSample(const model::Guid& guid, std::int64_t position);
    [[nodiscard]] base::Result<std::vector<LineSample>> samples() const; ///< as they were drawn, with lines
    [[nodiscard]] base::Result<std::optional<LineSample>> sample(const std::string& name) const;
    /// In order of line and rater; of a sample that is open those that came before. `late` (if given) gets
    /// how many came after.
    [[nodiscard]] base::Result<std::vector<LineJudgement>> judgements(const LineSample& sample,
                                                                      std::int64_t* late = nullptr) const;
    /// Samples that a rater was given and that are not open, by guid; rising.
    [[nodiscard]] base::Result<std::vector<model::Guid>> stillJudged(model::RaterId rater) const;

private:
    [[nodiscard]] base::Status readParts(LineSample& sample) const;

    StudyFile* m_file;
};

} // namespace rapport::store
