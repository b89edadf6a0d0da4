// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/first_window.h"

#include "service/packing.h"
#include "ui/app/main_window.h"
#include "ui/app/preferences.h"
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
    std::vector<RecentStudy> wanted;
    for (const QString& study : studies)
        wanted.push_back({study, {}, {}, {}, {}});
    if (studies.isEmpty() && reopensLastStudy()) {
        const std::vector<RecentStudy> recent = recentStudies();
        if (!recent.empty() && QFileInfo::exists(recent.front().path)) {
            wanted.push_back(recent.front());
            if (!rater.isEmpty())
                wanted.back().rater.clear(); // who is asked for is looked up by name
        }
    }
    FirstWindow first;
    std::unique_ptr<service::Session> session;
    RecentStudy opened;
    for (const RecentStudy& study : wanted) {
        std::unique_ptr<service::Session> made = session ? nullptr : openAtOnce(study.path);
        if (made) {
            session = std::move(made);
            opened = study;
        } else {
            first.later.push_back(study);
        }
    }
    first.window = new MainWindow;
    first.window->setTourOffered(!tourWasSeen());
    if (session && !first.window->study().adopt(std::move(session), whoLooked(opened)))
        first.later.insert(first.later.begin(), opened); // asks who is looking
    showOnlyAs(*first.window, rater);
    return first;
}

void showOnlyAs(MainWindow& window, const QString& rater) {
    if (!rater.isEmpty() && window.study().isOpen() && !window.lookAs(rater))
        window.study().close();
}

} // namespace rapport::ui
