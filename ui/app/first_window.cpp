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

/// By its first bytes.
bool wasNeverStudy(const base::Error& error) {
    return error.code == base::Errc::StudyDamaged && error.message == "is not a Rapport study";
}

} // namespace

bool isStudyFile(const QString& file) {
    const QString ending = QFileInfo(file).suffix();
    return ending == QLatin1String("rapport") || ending == QLatin1String("rpack");
}

FirstWindow makeFirstWindow(const QStringList& files, const QString& rater) {
    // Nothing is laid out before the fonts of the system are known, which takes as long as opening a study.
    const std::jthread fonts(
        [family = QApplication::font().family()] { static_cast<void>(QFontDatabase::hasFamily(family)); });
    std::vector<RecentStudy> wanted;
    for (const QString& file : files)
        wanted.push_back({file, {}, {}, {}, {}});
    if (files.isEmpty() && reopensLastStudy()) {
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
        const bool isSealed = service::isSealed(toUtf8(study.path)); // takes a passphrase
        const bool isNamedSo = isStudyFile(study.path);
        if (isSealed || (session && isNamedSo)) {
            first.later.push_back(study);
            continue;
        }
        auto made = StudyContext::sessionOf(QFileInfo(study.path).absoluteFilePath());
        if (made && !session) {
            session = std::move(*made);
            opened = study;
            // Every view asks for it; the session keeps it.
            static_cast<void>(session->codebook());
        } else if (!made && !isNamedSo && wasNeverStudy(made.error())) {
            first.files.append(study.path);
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
