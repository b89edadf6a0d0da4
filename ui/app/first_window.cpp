// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/first_window.h"

#include "service/packing.h"
#include "ui/app/main_window.h"
#include "ui/app/preferences.h"
#include "ui/app/welcome_page.h"
#include "ui/bridge/text.h"

#include <QApplication>
#include <QFileInfo>
#include <QFontDatabase>
#include <thread>

namespace rapport::ui {

namespace {

/// Null where that takes a passphrase, or fails.
std::unique_ptr<service::Session> openAtOnce(const QString& study) {
    if (service::isSealed(toUtf8(study)))
        return nullptr;
    auto session = StudyContext::sessionOf(QFileInfo(study).absoluteFilePath());
    if (!session)
        return nullptr;
    // Every view asks for it; the session keeps it.
    static_cast<void>((*session)->codebook());
    return std::move(*session);
}

} // namespace

FirstWindow makeFirstWindow(const QStringList& studies, const QString& rater) {
    // Nothing is laid out before the fonts of the system are known, which takes as long as opening a study.
    const std::jthread fonts(
        [family = QApplication::font().family()] { static_cast<void>(QFontDatabase::hasFamily(family)); });
    QStringList wanted = studies;
    QString viewer = rater;
    if (studies.isEmpty() && reopensLastStudy()) {
        const std::vector<RecentStudy> recent = recentStudies();
        if (!recent.empty() && QFileInfo::exists(recent.front().path)) {
            wanted = {recent.front().path};
            viewer = rater.isEmpty() ? recent.front().rater : rater;
        }
    }
    FirstWindow first;
    std::unique_ptr<service::Session> session;
    for (const QString& study : wanted) {
        std::unique_ptr<service::Session> opened = session ? nullptr : openAtOnce(study);
        if (opened)
            session = std::move(opened);
        else
            first.later.append(study);
    }
    first.window = new MainWindow;
    first.window->setTourOffered(!tourWasSeen());
    if (session) {
        first.window->study().adopt(std::move(session));
        if (!viewer.isEmpty())
            first.window->lookAs(viewer);
    }
    return first;
}

} // namespace rapport::ui
