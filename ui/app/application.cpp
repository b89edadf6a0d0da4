// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/application.h"

#include "ui/app/first_window.h"
#include "ui/app/gallery.h"
#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/preferences.h"
#include "ui/app/screenshots.h"
#include "ui/app/style.h"
#include "ui/app/system_look.h"
#include "ui/app/theme.h"
#include "ui/bridge/report_pdf.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QTemporaryDir>
#include <algorithm>
#include <cstdio>
#include <optional>

namespace rapport::ui {

namespace {

int complain(const QString& message) {
    std::fprintf(stderr, "rapport-desktop: %s\n", qPrintable(message));
    return 2;
}

/// The exit code that the command line gives.
int complain(const base::Error& error) {
    std::fprintf(stderr, "rapport-desktop: %s\n", base::describe(error).c_str());
    if (!error.hint.empty())
        std::fprintf(stderr, "    %s\n", error.hint.text().c_str());
    return base::exitCode(error.code);
}

/// Pictures show no message: what stands in their way is said before the first.
base::Status mayPicture(const QString& study, const QString& rater) {
    RAPPORT_ASSIGN(const auto session,
                   service::Session::open(study.toStdString(), service::OpenMode::ReadOnly));
    if (!rater.isEmpty())
        RAPPORT_TRY(session->rater(rater.toStdString()));
    return {};
}

/// The exit code: as of the command line.
int makeReport(const QString& file, const QString& study, const service::ReportRequest& request) {
    auto session = service::Session::open(study.toStdString(), service::OpenMode::ReadOnly);
    if (!session)
        return complain(session.error());
    const auto written = writeReport(**session, request, file.toStdString());
    return written ? 0 : complain(written.error());
}

/// What `rapport report` takes too; the program hands it on.
class ReportOptions {
public:
    explicit ReportOptions(QCommandLineParser& parser)
        : m_parser(parser) {
        parser.addOptions({m_report, m_round, m_variables, m_raters, m_by, m_overlap, m_target, m_examples,
                           m_afterOpening, m_rollUp});
    }
    [[nodiscard]] bool isAsked() const { return m_parser.isSet(m_report); }
    [[nodiscard]] QString file() const { return m_parser.value(m_report); }
    /// nullopt: a number is none.
    [[nodiscard]] std::optional<service::ReportRequest> request(const QString& language) const {
        service::ReportRequest request;
        service::StudyMeasureOptions& measure = request.measure;
        request.language = language == QLatin1String("nl") ? "nl" : "en";
        for (const QString& round : m_parser.values(m_round))
            measure.rounds.push_back(round.toStdString());
        measure.variables = listOf(m_variables);
        measure.raters = listOf(m_raters);
        measure.by = m_parser.value(m_by).toStdString();
        const QString overlap = m_parser.value(m_overlap);
        measure.overlap = overlap == QLatin1String("majority") ? model::Overlap::Majority
                          : overlap == QLatin1String("full")   ? model::Overlap::Full
                                                               : model::Overlap::Any;
        measure.afterOpening = m_parser.isSet(m_afterOpening);
        measure.rollUp = m_parser.isSet(m_rollUp);
        bool isNumber = true;
        if (m_parser.isSet(m_target))
            request.target = m_parser.value(m_target).toDouble(&isNumber);
        bool isCount = true;
        if (m_parser.isSet(m_examples))
            request.examples = m_parser.value(m_examples).toLongLong(&isCount);
        return isNumber && isCount ? std::optional(request) : std::nullopt;
    }

private:
    [[nodiscard]] std::vector<std::string> listOf(const QCommandLineOption& option) const {
        std::vector<std::string> list;
        for (const QString& each : m_parser.value(option).split(QLatin1Char(','), Qt::SkipEmptyParts))
            list.push_back(each.trimmed().toStdString());
        return list;
    }
    static QCommandLineOption option(const char* name, const char* words, const char* value = "") {
        return {QString::fromLatin1(name), QString::fromLatin1(words), QString::fromLatin1(value)};
    }

    QCommandLineParser& m_parser;
    QCommandLineOption m_report =
        option("report", "Write the kappa report to <file> (.pdf, .html, .docx, ...) and end.", "file");
    QCommandLineOption m_round = option("round", "With --report: this round; may be repeated.", "round");
    QCommandLineOption m_variables = option("variables", "With --report: these variables only.", "V,..");
    QCommandLineOption m_raters = option("raters", "With --report: these raters only.", "A,B,..");
    QCommandLineOption m_by = option("by", "With --report: for each value of this attribute.", "attribute");
    QCommandLineOption m_overlap = option("overlap", "With --report: any, majority or full.", "rule");
    QCommandLineOption m_target =
        option("target", "With --report: what a lower confidence limit should reach.", "K");
    QCommandLineOption m_examples =
        option("examples", "With --report: with the N units per round that cost most agreement.", "N");
    QCommandLineOption m_afterOpening =
        option("after-opening", "With --report: with what was changed after the round was opened.");
    QCommandLineOption m_rollUp = option("rollup", "With --report: a code counts through those under it.");
};

} // namespace

int runDesktop(int& argc, char** argv) {
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
    const ReportOptions report(parser);
    parser.addOptions({screenshots, language, as, scale, themeOption, gallery});
    parser.addPositionalArgument(QStringLiteral("STUDY"),
                                 QStringLiteral("Study to open; any other file begins a new study."),
                                 QStringLiteral("[STUDY]"));
    // Pictures and words need no display.
    QStringList words;
    for (int word = 0; word < argc; ++word)
        words.append(QString::fromLocal8Bit(argv[word]));
    const bool isUnderstood = parser.parse(words);
    const bool showsNone =
        isUnderstood && (report.isAsked() || parser.isSet(screenshots) ||
                         parser.isSet(QStringLiteral("help")) || parser.isSet(QStringLiteral("version")));
    // What is not understood may be meant for Qt; where there is no display it will be complained of.
    const bool hasDisplay =
        !qEnvironmentVariableIsEmpty("DISPLAY") || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
    if ((showsNone || (!isUnderstood && !hasDisplay)) && qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication::setStyle(new Style);
    QApplication app(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rapport-desktop"));
    QApplication::setOrganizationName(QStringLiteral("rapport"));
    QApplication::setApplicationVersion(QStringLiteral(RAPPORT_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.rapport_workbench.rapport"));
    QSettings::setDefaultFormat(QSettings::IniFormat);

    // Anew: what belongs to Qt itself is not among its arguments.
    if (!parser.parse(QApplication::arguments()))
        return complain(parser.errorText());
    if (parser.isSet(QStringLiteral("help")))
        parser.showHelp();
    if (parser.isSet(QStringLiteral("version")))
        parser.showVersion();

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

    // Pictures come out alike for everybody, and leave nobody's choices changed.
    const QTemporaryDir ownSettings;
    if (parser.isSet(screenshots) && ownSettings.isValid())
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, ownSettings.path());
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
        if (const base::Status may = mayPicture(files.constFirst(), rater); !may)
            return complain(may.error());
        return takeScreenshots(parser.value(screenshots), files.constFirst(), rater);
    }
    if (report.isAsked()) {
        if (files.size() != 1)
            return complain(QStringLiteral("--report takes one study"));
        const auto request = report.request(tongue);
        if (!request)
            return complain(QStringLiteral("--target and --examples take a number"));
        return makeReport(report.file(), files.constFirst(), *request);
    }
    if (parser.isSet(gallery)) {
        Gallery page;
        page.show();
        return QApplication::exec();
    }
    const FirstWindow first = makeFirstWindow(files, rater);
    first.window->showOnScreen();
    for (const RecentStudy& study : first.later) {
        const bool isOpen = first.window->study().isOpen();
        first.window->openRecent(study);
        if (!isOpen)
            showOnlyAs(*first.window, rater);
    }
    if (!first.files.isEmpty())
        first.window->takeFiles(first.files);
    return QApplication::exec();
}

} // namespace rapport::ui
