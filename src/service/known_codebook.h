// SPDX-License-Identifier: GPL-3.0-or-later
// A codebook that one session has read, for another one on the same study: reading it takes longer than
// opening the study. What is known is dropped where the study has gone on since.
#pragma once

#include "service/session.h"

namespace rapport::service {

/// May be handed to another thread.
class KnownCodebook {
public:
    /// Nothing, where the session has not read it, or is within a step.
    [[nodiscard]] static KnownCodebook of(const Session& session);
    /// For a session that was just opened.
    void giveTo(Session& session) const;

private:
    std::shared_ptr<const model::Codebook> m_codebook;
    std::int64_t m_position = -1;
};

} // namespace rapport::service
