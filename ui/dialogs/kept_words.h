// SPDX-License-Identifier: GPL-3.0-or-later
// After words were blotted out of texts: whether to blot them out of saved searches, hidden lines and samples
// of lines, too. UI thread.
#pragma once

#include "base/phrase.h"
#include "ui/views/view.h"

#include <QString>
#include <vector>

class QWidget;

namespace rapport::ui {

/// Asks, and does it in a job where that is wanted; nothing where `kept` is empty. Does not wait for the
/// answer.
void offerBlottingKept(ViewHost& host, const QString& words, const std::vector<base::Phrase>& kept,
                       QWidget* parent);

} // namespace rapport::ui
