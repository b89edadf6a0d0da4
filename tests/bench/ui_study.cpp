// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/ui_study.h"

#include "base/random.h"
#include "service/assigning.h"
#include "service/importing.h"
#include "service/rating.h"
#include "support/scratch.h"
#include "ui/app/first_window.h"
#include "ui/app/language.h"
#include "ui/app/main_window.h"
#include "ui/app/preferences.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/reading_view.h"
#include "ui/views/rate/answers_view.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

#include <benchmark/benchmark.h>
#include <malloc.h>

#include <QElapsedTimer>
#include <QFileInfo>
#include <QPainter>
#include <QProcess>
#include <QScrollBar>
#include <QSettings>
#include <QStyleFactory>
#include <QTest>
#include <QTimer>
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace rapport::bench {

namespace {

using Clock = std::chrono::steady_clock;
constexpr int people = 50'000; // two answers each

double milliseconds(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

/// Time that this thread was computing, in milliseconds: what remains on a machine that others use too.
/// Waiting for the disk is not in it.
double computing() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6;
}

template<typename T>
T need(base::Result<T> result) {
    if (!result)
        throw std::runtime_error(base::describe(result.error()));
    return std::move(*result);
}

double percentile(std::vector<double> times, double share) {
    std::sort(times.begin(), times.end());
    return times[std::size_t(share * double(times.size() - 1))];
}

/// Of "VmRSS" or "RssAnon", which leaves out the pages of mapped files.
double megabytes(std::string_view which) {
    std::ifstream status("/proc/self/status");
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(which))
            return std::stod(line.substr(which.size() + 1)) / 1024;
    }
    return 0;
}

/// Made once for all measurements: 100,000 answers, of which R1 has rated a fifth.
class Study {
public:
    static Study& instance() {
        static Study only;
        return only;
    }
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    Study()
        : m_path(m_scratch.file("study.rapport")) {
        qputenv("XDG_CACHE_HOME", QByteArray::fromStdString(m_scratch.file("cache")));
        QSettings::setDefaultFormat(QSettings::IniFormat);
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope,
                           QString::fromStdString(m_scratch.file("settings")));
        base::Random random(1);
        static constexpr const char* words[] = {"leerling",   "juf",  "gesprek", "relatie",
                                                "vertrouwen", "klas", "samen",   "moeilijk"};
        const auto answer = [&random] {
            std::string text;
            for (std::uint64_t left = 20 + random.below(60); left > 0; --left)
                text += std::string(words[random.below(std::size(words))]) + ' ';
            return text;
        };
        std::string table = "participant,group,Q1,Q2\n";
        for (int person = 0; person < people; ++person)
            table += "P" + std::to_string(person) + ",A" + std::to_string(person % 6) + "," + answer() + "," +
                     answer() + "\n";
        auto session = need(service::Session::create(m_path, {"Bench", "nl", "relationship-vignette"}));
        need(service::importFiles(*session, {m_scratch.write("answers.csv", table)}, {}));
        const model::Rater rater = need(service::addRater(*session, "R1", model::RaterKind::Human));
        service::AssignRequest request;
        request.round = "main";
        request.kind = model::RoundKind::Main;
        request.raters = {"R1"};
        need(service::assign(*session, request));
        const model::RoundId round = need(session->round("main")).id;
        const auto items = need(service::units(*session, {"main", "R1", service::UnitState::All}));
        const auto closeness = need(session->codebook())->code("closeness").code->id;
        need(service::asOneStep(*session, [&](service::Session& inner) -> base::Status {
            for (std::size_t place = 0; place < items.size(); place += 5) {
                const service::Target target{rater.id, round, items[place].id};
                if (place % 10 == 0)
                    RAPPORT_TRY(service::code(inner, target, closeness));
                RAPPORT_TRY(service::complete(inner, target));
            }
            return {};
        }));
    }
    test::ScratchFolder m_scratch;
    std::string m_path;
};

WatchedApplication& app() {
    return *static_cast<WatchedApplication*>(QApplication::instance());
}

/// Until nothing is to be done and no job runs.
void settle(ui::MainWindow& window) {
    do
        QTest::qWait(5);
    while (window.jobs().isBusy());
    QTest::qWait(5);
}

/// As if an event had asked for it, so that the watch sees it.
template<typename Work>
void fromLoop(QObject& receiver, Work work) {
    bool isDone = false;
    QMetaObject::invokeMethod(
        &receiver,
        [&] {
            work();
            isDone = true;
        },
        Qt::QueuedConnection);
    while (!isDone)
        QCoreApplication::processEvents();
    // What it has asked to be painted.
    QCoreApplication::sendPostedEvents();
    QCoreApplication::processEvents();
}

void openLists(benchmark::State& state) {
    Study::instance();
    for ([[maybe_unused]] auto _ : state) {
        ui::MainWindow window;
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1440, 900);
        window.show();
        settle(window);
        const auto opening = Clock::now();
        fromLoop(window, [&] { window.openStudy(ui::toQt(Study::instance().path())); });
        state.counters["0_open_study"] = milliseconds(opening);
        settle(window);
        app().takeLongest();
        for (const char* viewer : {"", "R1"}) {
            window.lookAs(QString::fromLatin1(viewer));
            settle(window);
            app().takeLongest();
            const std::string who = viewer[0] == '\0' ? "c_" : "r_";
            for (const ui::ViewRow& row : ui::viewRows()) {
                const auto start = Clock::now();
                const double before = computing();
                fromLoop(window, [&] { window.openView(QLatin1String(row.name)); });
                state.counters[who + row.name] = milliseconds(start);
                state.counters[who + row.name + "_cpu"] = computing() - before;
                settle(window);
                // With what it reads in the background.
                state.counters[who + row.name + "_settled"] = milliseconds(start);
                state.counters[who + row.name + "_blocked"] = app().takeLongest();
            }
        }
        state.counters["resident_MB"] = megabytes("VmRSS");
    }
}
BENCHMARK(openLists)->Iterations(1)->Unit(benchmark::kSecond);

/// A rater's evening with real keys: a code, Enter, the next answer; time until it is on disk and painted.
void rateByKeys(benchmark::State& state) {
    Study::instance();
    constexpr int answers = 200;
    std::vector<double> coding;
    std::vector<double> next;
    std::vector<double> page;
    std::vector<double> codingCpu;
    std::vector<double> pageCpu;
    double blocked = 0;
    for ([[maybe_unused]] auto _ : state) {
        ui::MainWindow window;
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        window.openStudy(ui::toQt(Study::instance().path()));
        window.lookAs(QStringLiteral("R1"));
        window.openView(QStringLiteral("rate-answers"));
        settle(window);
        auto& view = *qobject_cast<ui::AnswersView*>(window.currentView());
        view.desk().stepUndone(1);
        settle(window);
        app().takeLongest();
        const auto press = [&](Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
            const auto start = Clock::now();
            QTest::keyClick(QApplication::focusWidget(), key, modifiers);
            QCoreApplication::sendPostedEvents();
            QCoreApplication::processEvents();
            return milliseconds(start);
        };
        for (int i = 0; i < answers; ++i) {
            double before = computing();
            coding.push_back(press(Qt::Key_C));
            codingCpu.push_back(computing() - before);
            next.push_back(press(Qt::Key_Return, Qt::ShiftModifier));
            before = computing();
            page.push_back(press(Qt::Key_PageDown));
            pageCpu.push_back(computing() - before);
            blocked = std::max(blocked, app().takeLongest());
        }
    }
    state.counters["coding_p50"] = percentile(coding, 0.5);
    state.counters["coding_p99"] = percentile(coding, 0.99);
    state.counters["coding_cpu_p50"] = percentile(codingCpu, 0.5);
    state.counters["coding_cpu_p99"] = percentile(codingCpu, 0.99);
    state.counters["next_cpu_p50"] = percentile(pageCpu, 0.5);
    state.counters["next_cpu_p99"] = percentile(pageCpu, 0.99);
    state.counters["complete_p50"] = percentile(next, 0.5);
    state.counters["complete_p99"] = percentile(next, 0.99);
    state.counters["next_p50"] = percentile(page, 0.5);
    state.counters["next_p99"] = percentile(page, 0.99);
    state.counters["blocked"] = blocked;
}
BENCHMARK(rateByKeys)->Iterations(1)->Unit(benchmark::kSecond);

/// Queries typed letter by letter, as fast as a quick typist does: the window must take each letter at once,
/// whatever is searched meanwhile. Words of this study stand in nearly every answer, so each search finds
/// hundreds of thousands of lines.
void typeQueries(benchmark::State& state) {
    Study::instance();
    constexpr int betweenLetters = 90; // milliseconds
    double key = 0;
    double keyCpu = 0;
    double blocked = 0;
    double blockedCpu = 0;
    std::vector<double> settled;
    for ([[maybe_unused]] auto _ : state) {
        ui::MainWindow window;
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        window.openStudy(ui::toQt(Study::instance().path()));
        window.openView(QStringLiteral("search"));
        settle(window);
        auto& view = *qobject_cast<ui::SearchView*>(window.currentView());
        for (const char* place : {"texts", "memos"}) {
            view.setPlace(std::string_view(place) == "texts" ? service::SearchPlace::Texts
                                                             : service::SearchPlace::Memos);
            for (const char* query : {"vertrouwen", "relatie NEAR/5 juf", "\"moeilijke klas\" OR *esprek*",
                                      "samen question:Q1 NOT gesprek"}) {
                auto* line = view.findChild<ui::QueryLine*>();
                line->clear();
                line->setFocus(Qt::OtherFocusReason);
                settle(window);
                app().takeLongest();
                app().takeLongestCpu();
                for (const char* letter = query; *letter != '\0'; ++letter) {
                    const auto start = Clock::now();
                    const double before = computing();
                    QTest::keyClick(QApplication::focusWidget(), *letter);
                    key = std::max(key, milliseconds(start));
                    keyCpu = std::max(keyCpu, computing() - before);
                    QTest::qWait(betweenLetters);
                }
                const auto last = Clock::now();
                settle(window);
                settled.push_back(milliseconds(last));
                blocked = std::max(blocked, app().takeLongest());
                blockedCpu = std::max(blockedCpu, app().takeLongestCpu());
            }
        }
    }
    state.counters["longest_key"] = key;
    state.counters["longest_key_cpu"] = keyCpu;
    state.counters["blocked"] = blocked;
    state.counters["blocked_cpu"] = blockedCpu;
    state.counters["settled_longest"] = percentile(settled, 1);
}
BENCHMARK(typeQueries)->Iterations(1)->Unit(benchmark::kSecond);

/// Whole processes until they are painted and ready for a key, in turn, medians of 15: a window of a program
/// that is linked to Qt alone; an empty window of this one, which is linked to all that the desktop is; the
/// same with one word in each letter that a study's first view is written in; the program's window; the
/// window with the study.
void startToUsable(benchmark::State& state) {
    constexpr int rounds = 15;
    const QString self = QCoreApplication::applicationFilePath();
    struct Kind {
        const char* name;
        QString program;
        QStringList arguments;
        std::vector<double> times;
    };
    std::vector<Kind> kinds{
        {"bare", QFileInfo(self).absolutePath() + QStringLiteral("/bare_window"), {}, {}},
        {"empty", self, {QStringLiteral("--show-empty")}, {}},
        {"lettered", self, {QStringLiteral("--show-lettered")}, {}},
        {"welcome", self, {QStringLiteral("--show-welcome")}, {}},
        {"usable", self, {QStringLiteral("--show-study"), ui::toQt(Study::instance().path())}, {}},
    };
    std::vector<double> opening;
    const auto run = [](const Kind& kind) {
        QProcess process;
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        const auto start = Clock::now();
        process.start(kind.program, kind.arguments);
        // It says so once it is painted; what it goes on with in the background is not waited for.
        if (!process.waitForReadyRead())
            throw std::runtime_error("the window did not show");
        const double time = milliseconds(start);
        process.waitForFinished();
        return time;
    };
    for ([[maybe_unused]] auto _ : state) {
        for (int round = 0; round < rounds; ++round) {
            for (Kind& kind : kinds)
                kind.times.push_back(run(kind));
            const auto start = Clock::now();
            need(service::Session::open(Study::instance().path(), service::OpenMode::ReadWrite));
            opening.push_back(milliseconds(start));
        }
        const auto median = [](const std::vector<double>& times) { return percentile(times, 0.5); };
        const double open = median(opening);
        for (const Kind& kind : kinds)
            state.counters[kind.name] = median(kind.times);
        state.counters["open_file"] = open;
        const double usable = median(kinds.back().times);
        // Of each of the three windows and opening the file.
        for (const Kind& kind : {kinds[0], kinds[1], kinds[2]})
            state.counters[std::string("of_") + kind.name] = usable / (median(kind.times) + open);
    }
}
BENCHMARK(startToUsable)->Iterations(1)->Unit(benchmark::kSecond);

/// For studies that are too large to be made for each run (scale.cpp makes one).
int walk(ui::MainWindow& window, const QString& path, const QString& rater) {
    window.resize(1440, 900);
    window.show();
    const auto begin = Clock::now();
    if (!window.openStudy(path))
        return 3;
    const double opened = milliseconds(begin);
    settle(window);
    std::printf("opened after %.0f ms, quiet after %.0f ms, longest wait %.0f ms, %.0f MB\n", opened,
                milliseconds(begin), app().takeLongest(), megabytes("RssAnon"));
    for (const QString& viewer : {QString(), rater}) {
        if (!window.lookAs(viewer))
            return 3;
        settle(window);
        app().takeLongest();
        for (const ui::ViewRow& row : ui::viewRows()) {
            const auto start = Clock::now();
            fromLoop(window, [&] { window.openView(QLatin1String(row.name)); });
            const double shown = milliseconds(start);
            settle(window);
            const double quiet = milliseconds(start);
            QTest::qWait(1000); // what was freed has gone back
            const double resident = megabytes("RssAnon");
            const struct mallinfo2 used = mallinfo2();
            std::printf(
                "%-6s %-16s shown %6.0f ms, quiet %6.0f ms, longest wait %5.0f ms, %5.0f MB, %5.0f in use\n",
                viewer.isEmpty() ? "all" : qPrintable(viewer), row.name, shown, quiet, app().takeLongest(),
                resident, double(used.uordblks + used.hblkhd) / (1 << 20));
            std::fflush(stdout);
        }
    }
    return 0;
}

void sayReady() {
    std::fputs("ready\n", stdout);
    std::fflush(stdout);
}

/// With one word in each letter of the program that the first view of a study is written in, if asked.
class Painted : public QWidget {
public:
    explicit Painted(bool hasLetters)
        : m_hasLetters(hasLetters) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), Qt::white);
        int y = 0;
        for (const ui::TypeRole role :
             {ui::TypeRole::Title, ui::TypeRole::Body, ui::TypeRole::Small, ui::TypeRole::SmallStrong,
              ui::TypeRole::Caption, ui::TypeRole::Key}) {
            if (!m_hasLetters)
                break;
            painter.setFont(ui::theme().font(role));
            painter.drawText(20, y += 40, QStringLiteral("Rapport"));
        }
        QTimer::singleShot(0, qApp, [] {
            sayReady();
            QCoreApplication::quit();
        });
    }

private:
    bool m_hasLetters;
};

} // namespace

bool WatchedApplication::notify(QObject* receiver, QEvent* event) {
    if (m_depth > 0)
        return QApplication::notify(receiver, event);
    ++m_depth;
    const auto start = Clock::now();
    const double before = computing();
    const bool taken = QApplication::notify(receiver, event);
    m_longest = std::max(m_longest, milliseconds(start));
    m_longestCpu = std::max(m_longestCpu, computing() - before);
    --m_depth;
    return taken;
}

double WatchedApplication::takeLongest() {
    return std::exchange(m_longest, 0);
}

double WatchedApplication::takeLongestCpu() {
    return std::exchange(m_longestCpu, 0);
}

std::optional<int> showOnly(int argc, char** argv) {
    const std::string_view what = argc > 1 ? argv[1] : "";
    if (!what.starts_with("--show-") && what != "--walk")
        return std::nullopt;
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    if (what == "--walk") {
        WatchedApplication watched(argc, argv);
        QSettings::setDefaultFormat(QSettings::IniFormat);
        const test::ScratchFolder scratch;
        QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, ui::toQt(scratch.path().string()));
        ui::applyPreferences();
        ui::MainWindow window;
        window.setAttribute(Qt::WA_DeleteOnClose, false);
        return walk(window, QString::fromLocal8Bit(argc > 2 ? argv[2] : ""),
                    QString::fromLocal8Bit(argc > 3 ? argv[3] : "R1"));
    }
    QApplication app(argc, argv);
    if (what == "--show-empty" || what == "--show-lettered") {
        Painted window(what == "--show-lettered");
        window.resize(1440, 900);
        window.show();
        return QApplication::exec();
    }
    QSettings::setDefaultFormat(QSettings::IniFormat);
    const test::ScratchFolder scratch;
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, ui::toQt(scratch.path().string()));
    ui::rememberTour();
    ui::applyPreferences();
    const QStringList study = QCoreApplication::arguments().mid(2);
    const std::unique_ptr<ui::MainWindow> window(ui::makeFirstWindow(study, {}).window);
    window->setAttribute(Qt::WA_DeleteOnClose, false);
    if (window->study().isOpen() == study.isEmpty())
        return 3;
    window->resize(1440, 900);
    window->show();
    // Painted and ready for a key: what was asked for up to here is done.
    QTimer::singleShot(0, &app, [&window] {
        window->repaint();
        sayReady();
        QCoreApplication::quit();
    });
    return QApplication::exec();
}

} // namespace rapport::bench
