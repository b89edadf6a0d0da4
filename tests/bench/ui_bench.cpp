// SPDX-License-Identifier: GPL-3.0-or-later
// What a rater's eye waits for, drawn offscreen: one step of scrolling a transcript of 300,000 characters
// with 5,000 codings, against a bare widget that only draws as many letters; one answer of a grid of 100,000
// rows scrolled into sight. Texts are synthetic. `slowest` is the longest step of a run, in milliseconds.
// What waits for the study is in ui_study.cpp.
#include "base/random.h"
#include "bench/ui_study.h"
#include "ui/app/theme.h"
#include "ui/components/reading_view.h"
#include "ui/models/answer_grid.h"
#include "ui/views/rate/grid_parts.h"
#include "ui/views/rate/minimap.h"
#include "ui/views/rate/stripe_pane.h"

#include <benchmark/benchmark.h>

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QScrollBar>
#include <QTableView>
#include <algorithm>
#include <chrono>

namespace {

using namespace rapport;
using namespace rapport::ui;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t letters = 300'000;
constexpr int codings = 5'000;
constexpr int steps = 60;

double milliseconds(Clock::time_point since) {
    return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

/// Turns of 20 to 90 words.
struct Transcript {
    std::string text;
    std::vector<ReadingBlock> blocks;
};

const Transcript& transcript() {
    static const Transcript made = [] {
        Transcript all;
        base::Random random(7);
        static constexpr const char* words[] = {"leerling", "juf",        "gesprek",
                                                "relatie",  "vertrouwen", "klas"};
        while (std::int64_t(all.text.size()) < letters) {
            ReadingBlock block;
            block.speaker = QStringLiteral("Teacher educator %1").arg(random.below(6) + 1);
            block.time = QStringLiteral("00:12:34");
            block.range.begin = text::CodePoints(std::int64_t(all.text.size()));
            for (std::uint64_t left = 20 + random.below(70); left > 0; --left)
                all.text += std::string(words[random.below(std::size(words))]) + ' ';
            block.range.end = text::CodePoints(std::int64_t(all.text.size()));
            all.text += '\n';
            all.blocks.push_back(block);
        }
        return all;
    }();
    return made;
}

std::vector<Stripe> stripes() {
    base::Random random(11);
    std::vector<Stripe> made;
    for (int i = 0; i < codings; ++i) {
        Stripe stripe;
        stripe.id = i + 1;
        const auto begin = std::int64_t(random.below(std::uint64_t(letters - 900)));
        stripe.range = {text::CodePoints(begin),
                        text::CodePoints(begin + 20 + std::int64_t(random.below(800)))};
        stripe.look.title = QStringLiteral("Code");
        stripe.look.tag = QStringLiteral("CD");
        stripe.look.place = int(random.below(12));
        made.push_back(stripe);
    }
    return made;
}

/// As the transcript view puts them side by side.
struct Page {
    Page() {
        auto* row = new QHBoxLayout(&window);
        row->setContentsMargins(0, 0, 0, 0);
        reading = new ReadingView(ReadingStyle::Transcript, &window);
        pane = new StripePane(*reading, &window);
        map = new Minimap(*reading, *pane, &window);
        pane->setFixedWidth(250);
        row->addWidget(reading, 1);
        row->addWidget(pane);
        row->addWidget(map);
        window.resize(1100, 800);
        reading->setContent(ShownText(transcript().text), transcript().blocks, "nl");
        pane->setStripes(stripes(), true);
        window.show();
        QCoreApplication::processEvents();
    }
    QWidget window;
    ReadingView* reading;
    StripePane* pane;
    Minimap* map;
};

/// The least that a page of text costs: some forty lines of letters drawn one by one.
class Bare : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(rect(), theme().color(Token::Reading));
        painter.setFont(theme().font(TypeRole::Transcript));
        painter.setPen(theme().color(Token::Text));
        const QString text = toQt(transcript().text).left(70);
        for (int y = 20; y < height(); y += 26)
            painter.drawText(150, y, text);
    }
};

void floorOfAPage(benchmark::State& state) {
    Bare bare;
    bare.resize(1100, 800);
    bare.show();
    QCoreApplication::processEvents();
    for (auto _ : state)
        bare.grab();
}
BENCHMARK(floorOfAPage)->Unit(benchmark::kMillisecond);

void scrollTranscript(benchmark::State& state) {
    Page page;
    QScrollBar* bar = page.reading->verticalScrollBar();
    double slowest = 0;
    int value = 0;
    for (auto _ : state) {
        const auto start = Clock::now();
        value = (value + 137) % bar->maximum();
        bar->setValue(value);
        page.window.grab();
        slowest = std::max(slowest, milliseconds(start));
    }
    state.counters["slowest"] = slowest;
    state.counters["lanes"] = page.pane->lanes().count();
}
BENCHMARK(scrollTranscript)->Unit(benchmark::kMillisecond)->Iterations(steps * 4);

void openTranscript(benchmark::State& state) {
    Page page;
    for (auto _ : state)
        page.reading->setContent(ShownText(transcript().text), transcript().blocks, "nl");
}
BENCHMARK(openTranscript)->Unit(benchmark::kMillisecond)->Iterations(5);

void oneCodingMore(benchmark::State& state) {
    Page page;
    std::vector<Stripe> all = stripes();
    std::int64_t id = codings;
    for (auto _ : state) {
        all.push_back(all.front());
        all.back().id = ++id;
        page.pane->setStripes(all, false);
        page.window.grab();
    }
}
BENCHMARK(oneCodingMore)->Unit(benchmark::kMillisecond)->Iterations(steps);

void scrollGrid(benchmark::State& state) {
    constexpr int rows = 100'000;
    model::Variable variable;
    variable.id = model::VariableId(1);
    variable.prompts = {"*"};
    for (int i = 1; i <= 24; ++i) {
        model::Code code;
        code.id = model::CodeId(i);
        code.name = "code" + std::to_string(i);
        variable.codes.push_back(code);
    }
    std::vector<service::RatingPlace> items(rows);
    std::vector<service::UnitMarks> marks(rows);
    for (int i = 0; i < rows; ++i) {
        items[std::size_t(i)].unit = marks[std::size_t(i)].unit = model::UnitId(i + 1);
        items[std::size_t(i)].prompt = "Q2";
        for (int code = 1 + i % 5; code <= 24; code += 7)
            marks[std::size_t(i)].marks.push_back({variable.id, model::CodeId(code), 0, code % 2 == 0});
        marks[std::size_t(i)].isComplete = i % 3 != 0;
    }
    AnswerGrid grid;
    grid.setList(
        items, {&variable}, [](model::CodeId) { return QStringLiteral("c"); },
        [](const std::vector<model::UnitId>& units) {
            return std::vector<std::string>(units.size(), transcript().text.substr(0, 300));
        });
    const auto start = Clock::now();
    grid.setMarks(marks);
    state.counters["setMarks"] = milliseconds(start);
    QTableView table;
    table.setHorizontalHeader(new GridHeader(grid, &table));
    table.setModel(&grid);
    table.setItemDelegate(new GridDelegate(&table));
    table.verticalHeader()->setDefaultSectionSize(46);
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    for (int column = AnswerGrid::fixedColumns; column < grid.columnCount(); ++column)
        table.setColumnWidth(column, 36);
    table.setColumnWidth(2, 500);
    table.resize(1400, 780);
    table.show();
    QCoreApplication::processEvents();
    double slowest = 0;
    int row = 0;
    for (auto _ : state) {
        const auto from = Clock::now();
        row = (row + 997) % rows;
        table.verticalScrollBar()->setValue(row);
        table.grab();
        slowest = std::max(slowest, milliseconds(from));
    }
    state.counters["slowest"] = slowest;
    const auto sorting = Clock::now();
    grid.sort(grid.columnOf(model::CodeId(3)), Qt::AscendingOrder);
    state.counters["sort"] = milliseconds(sorting);
}
BENCHMARK(scrollGrid)->Unit(benchmark::kMillisecond)->Iterations(steps * 2);

} // namespace

int main(int argc, char** argv) {
    qputenv("QT_QPA_PLATFORM", "offscreen");
    if (const auto shown = bench::showOnly(argc, argv))
        return *shown;
    bench::WatchedApplication app(argc, argv);
    theme().setChoice(ThemeChoice::Light);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
