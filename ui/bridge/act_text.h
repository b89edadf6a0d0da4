// SPDX-License-Identifier: GPL-3.0-or-later
// A ChangeSet as words: "Secure base on 77" for Undo and toasts. The service names acts in stable words; this
// is where they become sentences.
#pragma once

#include "service/session.h"

#include <QString>

namespace rapport::ui {

/// `codebook` gives titles to the codes that the change names.
[[nodiscard]] QString actText(const service::ChangeSet& change, const model::Codebook& codebook);

} // namespace rapport::ui
