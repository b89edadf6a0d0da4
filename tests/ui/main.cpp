// SPDX-License-Identifier: GPL-3.0-or-later
// Tests of the desktop need a QApplication, and settings of their own so that nobody's are touched.
#define CATCH_CONFIG_RUNNER
#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_session.hpp>
#else
#include <catch2/catch.hpp>
#endif

#include "support/scratch.h"
#include "ui/app/language.h"
#include "ui/app/style.h"
#include "ui/app/theme.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <fstream>

int main(int argc, char** argv) {
    const rapport::test::ScratchFolder settings;
    // The least screen that the desktop is made for.
    std::ofstream(settings.path() / "screen.json")
        << R"({"synchronousWindowSystemEvents": false, "windowFrameMargins": true, "screens": [{"name": "least", )"
        << R"("x": 0, "y": 0, "width": 1366, "height": 768, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]})";
    qputenv("QT_QPA_PLATFORM",
            QByteArray::fromStdString("offscreen:configfile=" + (settings.path() / "screen.json").string()));
    // Backups of the studies under test.
    qputenv("XDG_DATA_HOME", QByteArray::fromStdString((settings.path() / "data").string()));
    QApplication::setStyle(new rapport::ui::Style);
    QApplication app(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QSettings::setDefaultFormat(QSettings::IniFormat);
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                       QString::fromStdString(settings.path().string()));
    QApplication::setOrganizationName(QStringLiteral("rapport"));
    QApplication::setApplicationName(QStringLiteral("rapport-test"));
    rapport::ui::setUiLanguage(QStringLiteral("en"));
    rapport::ui::theme().setChoice(rapport::ui::ThemeChoice::Light);
    return Catch::Session().run(argc, argv);
}
