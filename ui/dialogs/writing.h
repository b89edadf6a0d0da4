// SPDX-License-Identifier: GPL-3.0-or-later
// What a dialog writes in a job. It goes on where the dialog is closed meanwhile, and everybody is told of it
// all the same: what is in the study and what the window shows never differ. UI thread.
#pragma once

#include "ui/views/view.h"

#include <QPointer>
#include <functional>
#include <utility>

namespace rapport::ui {

/// `announce` is called after it was written, with whether the dialog was closed meanwhile; then `show`, if
/// the dialog is still there, with the answer or the error. Of a closed dialog the window shows the error.
template<typename T, typename Dialog>
void startWriting(ViewHost& host, Dialog* dialog, const QString& title, JobRunner::Work<T> work,
                  std::function<void(const T&, bool isClosed)> announce,
                  std::function<void(Dialog&, base::Result<T>)> show) {
    // No slot is asked under twice: what has begun to be written is not dropped for what comes later.
    static quint64 number = 0;
    host.jobs().start<T>(
        QStringLiteral("writing-%1").arg(++number), title, &host.study(), std::move(work),
        [&host, dialog = QPointer<Dialog>(dialog), announce = std::move(announce),
         show = std::move(show)](base::Result<T> result) {
            const bool isClosed = dialog.isNull();
            if (result)
                announce(*result, isClosed);
            if (dialog)
                show(*dialog, std::move(result));
            else if (!result)
                host.showError(result.error());
        },
        service::OpenMode::ReadWrite);
}

} // namespace rapport::ui
