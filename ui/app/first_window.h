// SPDX-License-Identifier: GPL-3.0-or-later
// The window that the program begins with.
#pragma once

#include "ui/app/welcome_page.h"

#include <QStringList>
#include <vector>

namespace rapport::ui {

class MainWindow;

struct FirstWindow {
    MainWindow* window = nullptr; ///< not shown yet; goes when it is closed
    /// Studies that openRecent() has something to ask or to say about, in front of the window.
    std::vector<RecentStudy> later;
    QStringList files; ///< no studies: for takeFiles(), as if they were dropped there
};

/// With the first of `files` that is a study and opens at once in it, so that it is the first thing painted;
/// without any, with the study that was open last where the user wants that. A rater's window never paints
/// what is the coordinator's: it is seen as `rater`, or where that is empty as who looked at the last study.
[[nodiscard]] FirstWindow makeFirstWindow(const QStringList& files, const QString& rater);

/// By its name: a coding pack is one, for one rater.
[[nodiscard]] bool isStudyFile(const QString& file);

/// The open study as `rater` sees it, and closed where it has no such rater; empty: as it is.
void showOnlyAs(MainWindow& window, const QString& rater);

} // namespace rapport::ui
