// SPDX-License-Identifier: GPL-3.0-or-later
// What the journal amounts to: live codings, ratings, flags and memos, now or as they stood at a journal
// position.
#pragma once

#include "model/coding.h"
#include "store/study_file.h"

#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rapport::store {

/// Narrows what is read; none: any. `at` > 0: as it stood at that journal position.
struct CodingFilter {
    model::UnitId unit;
    model::SourceId source; ///< codings on any unit of this source
    model::RaterId rater;
    model::RoundId round;
    model::CodeId code;
    std::int64_t at = 0;
};

/// A memo as it is now.
struct MemoRow {
    std::int64_t number = 0; ///< of its first text: the same however often it was written anew
    model::Memo memo;        ///< without text where it was taken away
};
/// Whose memo stands where; `number` as above.
struct MemoPlace {
    std::int64_t number = 0;
    model::UnitId unit;
    model::RaterId author;
};

class Codings {
public:
    explicit Codings(StudyFile& file)
        : m_file(&file) {}

    /// In order of unit, rater, variable, code, begin.
    [[nodiscard]] base::Result<std::vector<model::Coding>> codings(const CodingFilter& filter) const;
    [[nodiscard]] base::Result<std::vector<model::Rating>>
    ratings(const CodingFilter& filter) const; ///< same order
    /// Units with a live coding by that code (or any code of any rater where none), rising: for search
    /// filters.
    [[nodiscard]] base::Result<std::vector<model::UnitId>> unitsCoded(model::CodeId code,
                                                                      model::RaterId rater) const;
    /// What that rater has to show for that round, rising: units with a live coding; units completed.
    [[nodiscard]] base::Result<std::vector<model::UnitId>> unitsBegun(model::RaterId rater,
                                                                      model::RoundId round) const;
    [[nodiscard]] base::Result<std::vector<model::UnitId>> unitsCompleted(model::RaterId rater,
                                                                          model::RoundId round) const;
    /// Unit and code of every live coding of that rater (none: of all), units rising, until `visit` gives
    /// false. As often as it was coded; a count has the code none.
    [[nodiscard]] base::Status
    forEachCode(model::RaterId rater, const std::function<bool(model::UnitId, model::CodeId)>& visit) const;
    /// Live codings per source, of that rater (none: of all); rising, only sources that have any.
    [[nodiscard]] base::Result<std::vector<std::pair<model::SourceId, std::int64_t>>>
    perSource(model::RaterId rater) const;
    [[nodiscard]] base::Result<std::int64_t> codingCount() const;    ///< live
    [[nodiscard]] base::Result<std::int64_t> completedCount() const; ///< (unit, rater, round) declared done

    [[nodiscard]] base::Result<std::vector<model::UnitId>> flagged(model::RaterId rater,
                                                                   model::RoundId round) const;
    [[nodiscard]] base::Result<bool> isFlagged(model::UnitId unit, model::RaterId rater,
                                               model::RoundId round) const;
    /// The latest memo of that rater on that unit; empty text if there is none.
    [[nodiscard]] base::Result<model::Memo> memo(model::RaterId rater, model::UnitId unit) const;
    /// What that memo replaced, and its own text; both empty where it is gone.
    [[nodiscard]] base::Result<std::pair<std::string, std::string>>
    memoTexts(model::RaterId rater, model::UnitId unit, const model::Guid& memo) const;
    /// Writes the text; the journal row is the caller's.
    [[nodiscard]] base::Status putMemo(const model::Memo& memo);
    [[nodiscard]] base::Result<std::vector<model::Memo>> memos() const; ///< latest per author and unit
    /// The latest of that rater on units of that source.
    [[nodiscard]] base::Result<std::vector<model::Memo>> memosOn(model::SourceId source,
                                                                 model::RaterId rater) const;
    /// The latest per author and unit, in order of number. `after` > 0: of units that the journal names a
    /// memo of above that position, also those that were taken away.
    [[nodiscard]] base::Status forEachMemo(std::int64_t after,
                                           const std::function<bool(const MemoRow&)>& visit) const;
    [[nodiscard]] base::Result<std::optional<MemoRow>> memoNumbered(std::int64_t number) const;
    /// Of all that there ever were, rising.
    [[nodiscard]] base::Result<std::vector<MemoPlace>> memoPlaces() const;
    /// How many forEachMemo() would visit, at most `most`.
    [[nodiscard]] base::Result<std::int64_t> memoCount(std::int64_t after, std::int64_t most) const;
    /// Units on which that rater has a memo, rising.
    [[nodiscard]] base::Result<std::vector<model::UnitId>> unitsWithMemo(model::RaterId rater) const;

private:
    StudyFile* m_file;
};

} // namespace rapport::store
