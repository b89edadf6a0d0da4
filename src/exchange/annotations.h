// SPDX-License-Identifier: GPL-3.0-or-later
// Transcripts of linguists' tools: ELAN (.eaf) and CHAT (.cha). What was said on the tiers of speakers;
// tiers that depend on them (translations, parts of speech) are left out and named.
#pragma once

#include "base/result.h"
#include "exchange/format.h"

#include <string>
#include <string_view>

namespace rapport::exchange {

[[nodiscard]] Likelihood probeElan(std::string_view head, std::string_view fileName);
[[nodiscard]] Likelihood probeChat(std::string_view head, std::string_view fileName);

/// Turns in the order of their times; a tier's PARTICIPANT, else its name, is the speaker.
/// Errors: Unreadable (no ELAN document, a DOCTYPE, nothing said), Cancelled.
[[nodiscard]] base::Result<Records> readElan(std::string_view bytes, const std::string& fileName,
                                             const ReadOptions& options, const base::Task& task);
/// "*CHI:" lines; times between bullets become the turn's. Errors: Unreadable (nothing said).
[[nodiscard]] base::Result<Records> readChat(std::string_view bytes, const std::string& fileName,
                                             const ReadOptions& options, const base::Task& task);

} // namespace rapport::exchange
