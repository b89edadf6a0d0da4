// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/application.h"

#include "ui/app/gallery.h"
#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/preferences.h"
#include "ui/app/screenshots.h"
#include "ui/app/system_look.h"
#include "ui/app/theme.h"
#include "ui/bridge/report_pdf.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStyleFactory>
#include <algorithm>
#include <cstdio>

namespace rapport::ui {

namespace {

int complain(const QString& message) {
    std::fprintf(stderr, "rapport-desktop: %s\n", qPrintable(message));
    return 2;
}

/// 0; 2 for another ending; 3 where the study cannot be opened or has nothing to report on; 4 where the file
/// cannot be written.
int makeReport(const QString& file, const QString& study, const QString& language,
               const QStringList& rounds) {
    const auto fail = [](const base::Error& error, int code) {
        std::fprintf(stderr, "rapport-desktop: %s\n", base::describe(error).c_str());
        if (!error.hint.empty())
            std::fprintf(stderr, "    %s\n", error.hint.text().c_str());
        return code;
    };
    auto session = service::Session::open(study.toStdString(), service::OpenMode::ReadOnly);
    if (!session)
        return fail(session.error(), 3);
    service::ReportRequest request;
    request.language = language == QLatin1String("nl") ? "nl" : "en";
    for (const QString& round : rounds)
        request.measure.rounds.push_back(round.toStdString());
    const auto written = writeReport(**session, request, file.toStdString());
    if (written)
        return 0;
    const base::Errc code = written.error().code;
    return fail(written.error(), code == base::Errc::InvalidArgument                      ? 2
                                 : code == base::Errc::Io || code == base::Errc::DiskFull ? 4
                                                                                          : 3);
}

} // namespace

int runDesktop(int& argc, char** argv) {
    // Pictures need no display.
    const bool takesPictures = std::any_of(argv, argv + argc, [](const char* word) {
        return QByteArray(word).startsWith("--screenshots") || QByteArray(word).startsWith("--report");
    });
    if (takesPictures && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rapport-desktop"));
    QApplication::setOrganizationName(QStringLiteral("rapport"));
    QApplication::setApplicationVersion(QStringLiteral(RAPPORT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.rapport_workbench.rapport"));
    QSettings::setDefaultFormat(QSettings::IniFormat);

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Workbench for qualitative coding and agreement"));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption screenshots(QStringLiteral("screenshots"),
                                         QStringLiteral("Write a picture of every view to <folder> and end."),
                                         QStringLiteral("folder"));
    const QCommandLineOption language(QStringLiteral("language"), QStringLiteral("nl or en."),
                                      QStringLiteral("language"));
    const QCommandLineOption as(QStringLiteral("as"), QStringLiteral("Look as rater:NAME or coordinator."),
                                QStringLiteral("viewer"));
    const QCommandLineOption scale(QStringLiteral("scale"), QStringLiteral("Size of everything, 1 is 100 %."),
                                   QStringLiteral("factor"));
    const QCommandLineOption themeOption(QStringLiteral("theme"), QStringLiteral("system, light or dark."),
                                         QStringLiteral("theme"));
    const QCommandLineOption gallery(
        QStringLiteral("gallery"),
        QStringLiteral("Show what the windows are built from: type, colours, icons, controls."));
    const QCommandLineOption report(
        QStringLiteral("report"),
        QStringLiteral("Write the kappa report to <file> (.pdf, .html, .docx, ...) and end."),
        QStringLiteral("file"));
    const QCommandLineOption round(QStringLiteral("round"),
                                   QStringLiteral("With --report: this round; may be repeated."),
                                   QStringLiteral("round"));
    parser.addOptions({report, round, screenshots, language, as, scale, themeOption, gallery});
    parser.addPositionalArgument(QStringLiteral("STUDY"), QStringLiteral("Study file to open."),
                                 QStringLiteral("[STUDY]"));
    parser.process(app);

    const QString viewer = parser.value(as);
    QString rater;
    if (viewer.startsWith(QLatin1String("rater:")))
        rater = viewer.mid(6);
    else if (!viewer.isEmpty() && viewer != QLatin1String("coordinator"))
        return complain(QStringLiteral("--as takes rater:NAME or coordinator"));
    const QString tongue = parser.value(language);
    if (!tongue.isEmpty() && tongue != QLatin1String("nl") && tongue != QLatin1String("en"))
        return complain(QStringLiteral("--language takes nl or en"));
    bool isNumber = true;
    const double size = parser.isSet(scale) ? parser.value(scale).toDouble(&isNumber) : 1;
    if (!isNumber)
        return complain(QStringLiteral("--scale takes a number"));

    applyPreferences();
    const SystemLook systemLook;
    // What the command line asks for holds for this run alone.
    if (!tongue.isEmpty())
        setUiLanguage(tongue);
    if (parser.isSet(scale))
        theme().setScale(size);
    if (parser.isSet(themeOption))
        theme().setChoice(themeNamed(parser.value(themeOption)));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/system/rapport.svg")));

    const QStringList files = parser.positionalArguments();
    if (parser.isSet(screenshots)) {
        if (files.size() != 1)
            return complain(QStringLiteral("--screenshots takes one study"));
        return takeScreenshots(parser.value(screenshots), files.constFirst(), rater);
    }
    if (parser.isSet(report)) {
        if (files.size() != 1)
            return complain(QStringLiteral("--report takes one study"));
        return makeReport(parser.value(report), files.constFirst(), tongue, parser.values(round));
    }
    if (parser.isSet(gallery)) {
        Gallery page;
        page.show();
        return QApplication::exec();
    }
    auto* window = new MainWindow;
    window->setTourOffered(!tourWasSeen());
    window->showOnScreen();
    if (files.isEmpty() && reopensLastStudy())
        window->reopenLastStudy();
    for (const QString& file : files)
        window->openStudy(file);
    if (!rater.isEmpty() && window->study().isOpen())
        window->lookAs(rater);
    return QApplication::exec();
}

} // namespace rapport::ui
