// SPDX-License-Identifier: GPL-3.0-or-later
// A small study to test on. All of it is made up.
#pragma once

#include "base/clock.h"
#include "base/random.h"
#include "base/result.h"
#include "model/codebook.h"
#include "store/codebooks.h"
#include "store/codings.h"
#include "store/journal.h"
#include "store/participants.h"
#include "store/rounds.h"
#include "store/sources.h"
#include "store/study_file.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace rapport::test {

/// The value, or a failed test that says why.
template<typename T>
T need(base::Result<T> result) {
    if (!result)
        FAIL(base::describe(result.error()));
    return std::move(*result);
}
inline void need(const base::Status& status) {
    if (!status)
        FAIL(base::describe(status.error()));
}
template<typename T>
base::Errc refusal(const base::Result<T>& result) {
    if (result)
        FAIL("was expected to be refused");
    return result.error().code;
}

/// Case, an open prompt Q1 and Q2, a yes-no prompt B1.
[[nodiscard]] model::Instrument sampleInstrument();
[[nodiscard]] store::StudyProperties sampleProperties();
/// constructs (presence: closeness, conflict under the heading "bond"), level (nominal), warmth (ordinal),
/// mentions (count).
[[nodiscard]] model::Codebook sampleCodebook();

/// Five answers to Q1 ("P1/Q1" ... "P5/Q1"), a transcript "talk" of three turns, raters Ada and Ben, round
/// "pilot" and the codebook above as version 1.
class SampleStudy {
public:
    SampleStudy();

    /// A row by Ada on P1/Q1 in the round "pilot" under version 1; change what the test is about.
    [[nodiscard]] store::JournalEntry entry(store::Act act) const;
    [[nodiscard]] store::JournalEntry code(const std::string& name) const;
    /// In a transaction of its own.
    base::Result<store::JournalEntry> append(const store::JournalEntry& entry);
    [[nodiscard]] model::UnitId unit(const std::string& name) const;
    [[nodiscard]] std::vector<base::Phrase> problems() const;
    void reopen();

    ScratchFolder folder;
    std::string path = folder.file("study.rapport");
    std::unique_ptr<store::StudyFile> file;
    base::Random random{20240517};
    base::FixedClock clock{base::Instant(std::chrono::milliseconds(1'700'000'000'000))};
    model::Codebook codebook;
    model::RaterId ada;
    model::RaterId ben;
    model::RoundId pilot;
    base::Guid device = base::Guid::fromText("device");
};

} // namespace rapport::test
