// SPDX-License-Identifier: GPL-3.0-or-later
// A small study and a rater's scripted evening on it, act by act; and what must be true of the study
// afterwards.
#pragma once

#include "service/rating.h"
#include "service/session.h"
#include "support/catch.hpp"
#include "support/scratch.h"

#include <cstdlib>
#include <memory>
#include <string>

namespace rapport::test {

template<typename T>
T must(base::Result<T> result) {
    if (!result)
        FAIL(base::describe(result.error()) << "\n  " << result.error().hint);
    return std::move(*result);
}
inline void must(const base::Status& result) {
    if (!result)
        FAIL(base::describe(result.error()));
}

/// How much of a long test is done: `bounded`, or `whole` under `./dev faults`.
template<typename T>
T extent(T bounded, T whole) {
    const char* wanted = std::getenv("RAPPORT_FAULTS");
    return wanted != nullptr && std::string(wanted) == "long" ? whole : bounded;
}

class Evening {
public:
    /// Makes the study: `answers` answers to Q1, raters Ada and Ben with all of them in the round "r".
    explicit Evening(const ScratchFolder& folder, int answers = 40);
    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] service::Environment environment(std::uint64_t seed,
                                                   const std::string& machine = "machine") const;
    [[nodiscard]] std::unique_ptr<service::Session> open(std::uint64_t seed,
                                                         const std::string& machine = "machine") const;
    [[nodiscard]] static base::Result<std::unique_ptr<service::Session>>
    tryOpen(const std::string& path, const service::Environment& environment);

    mutable base::FixedClock clock;

private:
    std::string m_path;
    std::string m_cache;
};

/// One act of `rater`: codes a segment on the number's unit (never twice the same one), every fifth completes
/// or reopens.
[[nodiscard]] base::Status act(service::Session& session, const std::string& rater, std::int64_t number);

/// Codings, completions, texts, memos and names, as one text: what must be the same.
[[nodiscard]] std::string fingerprint(service::Session& session);

} // namespace rapport::test
