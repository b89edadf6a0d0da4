// SPDX-License-Identifier: GPL-3.0-or-later
// After words went from texts: what else may hold them, and whether to blot them out of saved searches,
// hidden lines, samples of lines and what people wrote, too. UI thread.
#pragma once

#include "base/phrase.h"
#include "service/consent.h"
#include "ui/views/view.h"

#include <QString>
#include <vector>

class QWidget;

namespace rapport::ui {

/// The first few, with "…" where there are more.
[[nodiscard]] QString namesText(const std::vector<std::string>& names);
/// Sentences on what is left to do by hand; empty: nothing is.
[[nodiscard]] QString elsewhereText(const service::Elsewhere& elsewhere,
                                    const std::vector<base::Phrase>& codebook, bool isPurged);

/// Asks, and does it in a job where that is wanted; nothing where `kept` is empty. Does not wait for the
/// answer.
void offerBlottingKept(ViewHost& host, const QString& words, const std::vector<base::Phrase>& kept,
                       QWidget* parent);

} // namespace rapport::ui
