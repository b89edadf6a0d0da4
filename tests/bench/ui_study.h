// SPDX-License-Identifier: GPL-3.0-or-later
// The window on a study of 100,000 answers: how long lists take to open, answers to come and codings to be on
// disk, and how long the event loop was ever blocked.
#pragma once

#include <QApplication>
#include <chrono>
#include <optional>

namespace rapport::bench {

/// Times every event that the loop delivers. What an event sets off counts as part of it.
class WatchedApplication : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override;
    /// The longest since the last call, in milliseconds.
    double takeLongest();
    /// The same by the time that this thread was computing: what others do on the machine is not in it.
    double takeLongestCpu();

private:
    int m_depth = 0;
    double m_longest = 0;
    double m_longestCpu = 0;
};

/// `--show-empty`, `--show-lettered`, `--show-welcome` or `--show-study FILE` alone: a process that shows a
/// window, paints it once and ends. `--walk FILE [RATER]`: every view of a study opened in turn, with time,
/// the longest wait and the memory that is no file's. Nothing where none was asked for.
[[nodiscard]] std::optional<int> showOnly(int argc, char** argv);

} // namespace rapport::bench
