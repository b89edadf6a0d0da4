// SPDX-License-Identifier: GPL-3.0-or-later
// The agreement view: verdicts, figures as they are written, the table held against what the service
// measured, and the units behind the numbers.
#include "agreement/planning.h"
#include "service/measuring.h"
#include "ui/app/language.h"
#include "ui/bridge/figure_file.h"
#include "ui/components/controls.h"
#include "ui/components/empty_note.h"
#include "ui/dialogs/plan_dialog.h"
#include "ui/models/agreement_table.h"
#include "ui/models/disagreement_list.h"
#include "ui/models/figures.h"
#include "ui/results_host.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/agreement/agreement_panel.h"
#include "ui/views/agreement/agreement_view.h"
#include "ui/views/agreement/figure_grid.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QFile>
#include <QHeaderView>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>

using namespace rapport;
using namespace rapport::ui;
using agreement::Verdict;
using test::RatedStudy;
using test::ResultsHost;
using test::take;

namespace {

agreement::Estimate estimate(const std::string& id, std::optional<double> value,
                             std::optional<double> low = {}, std::optional<double> high = {}) {
    agreement::Estimate made;
    made.id = id;
    made.weights = "identity";
    made.value = value;
    if (low && high)
        made.ci = agreement::Interval{*low, *high, 0.95, "gwet", std::nullopt, std::nullopt, std::nullopt};
    if (!value)
        made.undefined = agreement::Undefined{agreement::Reason::NoVariation, "one category"};
    return made;
}

/// Three raters; `both`, `one` and `none` are the counts of every pair's table.
agreement::LabelledDocument document(const std::string& code, std::optional<double> kappa, double low,
                                     double high, std::int64_t both, std::int64_t one, std::int64_t none) {
    agreement::LabelledDocument made;
    made.round = "reliability";
    made.variable = "constructs";
    made.code = code;
    made.agreement.data.raters = {"R1", "R2", "R3"};
    made.agreement.data.scale = "nominal";
    made.agreement.data.categories = {"0", "1"};
    made.agreement.data.pairableUnits = both + 2 * one + none;
    made.agreement.data.missing = 4;
    made.agreement.overall = {estimate("percent_agreement", 0.9), estimate("conger_kappa", kappa, low, high),
                              estimate("fleiss_kappa", kappa ? std::optional(*kappa - 0.01) : std::nullopt),
                              estimate("gwet_ac", 0.95)};
    for (const auto& [first, second] :
         {std::pair("R1", "R2"), std::pair("R1", "R3"), std::pair("R2", "R3")}) {
        agreement::PairResult pair;
        pair.raters = {first, second};
        pair.table = {{none, one}, {one, both}};
        pair.categories = {"0", "1"};
        pair.units = both + 2 * one + none;
        pair.estimates = {estimate("cohen_kappa", kappa, low, high)};
        made.agreement.pairs.push_back(pair);
    }
    return made;
}

std::shared_ptr<MeasuredAgreement> measured(std::vector<agreement::LabelledDocument> documents) {
    auto made = std::make_shared<MeasuredAgreement>();
    made->study.results = std::move(documents);
    return made;
}

} // namespace

TEST_CASE("coefficients have no leading zero, and the window's decimal sign", "[figures]") {
    struct Row {
        double value;
        const char* english;
        const char* dutch;
    };
    for (const Row& row :
         {Row{0.834, ".83", ",83"}, Row{1, "1.00", "1,00"}, Row{0.996, "1.00", "1,00"}, Row{0, ".00", ",00"},
          Row{-0.001, ".00", ",00"}, Row{-0.05, "\u2212.05", "\u2212,05"}, Row{0.005, ".01", ",01"}}) {
        CAPTURE(row.value);
        setUiLanguage(QStringLiteral("nl"));
        CHECK(coefficientText(row.value).toStdString() == row.dutch);
        setUiLanguage(QStringLiteral("en"));
        CHECK(coefficientText(row.value).toStdString() == row.english);
    }
    CHECK(coefficientText(std::optional<double>{}) == noFigure());
    CHECK(intervalText(0.81, 0.95) == QLatin1String(".81 to .95"));
    CHECK(percentText(0.1664, 1) == QLatin1String("16.6"));
    CHECK(counted(1, QStringLiteral("one"), QStringLiteral("%1 many")) == QLatin1String("one"));
    CHECK(counted(1906, QStringLiteral("one"), QStringLiteral("%1 many")) == QLatin1String("1,906 many"));
}

TEST_CASE("a target is a number above 0 and at most 1, with either decimal sign", "[figures]") {
    for (const char* good : {".70", "0.7", "0,70", ",7", " .7 "}) {
        CAPTURE(good);
        CHECK(readShare(QString::fromUtf8(good)) == std::optional<double>(0.7));
    }
    for (const char* bad : {"", ".7o", "70", "-.7", "0", "nan", "inf", "1.01", "0.7.0"}) {
        CAPTURE(bad);
        CHECK_FALSE(readShare(QString::fromUtf8(bad)));
    }
}

TEST_CASE("verdicts: the lower end decides, too few units give none", "[agreement]") {
    struct Row {
        std::optional<double> value;
        std::optional<double> low;
        std::optional<double> high;
        std::optional<std::int64_t> holding;
        double target;
        Verdict verdict;
    };
    const std::optional<double> none;
    for (const Row& row : {
             Row{0.8, 0.70, 0.9, 50, 0.70, Verdict::Meets},
             Row{0.8, 0.69, 0.9, 50, 0.70, Verdict::Likely},
             Row{0.8, none, none, 50, 0.70, Verdict::Likely},
             Row{0.69, 0.5, 0.7, 50, 0.70, Verdict::Unsure},
             Row{0.69, none, none, 50, 0.70, Verdict::Unsure},
             Row{0.6, 0.5, 0.69, 50, 0.70, Verdict::Below},
             Row{0.9, 0.8, 0.95, 19, 0.70, Verdict::TooFew},
             Row{0.9, 0.8, 0.95, 20, 0.70, Verdict::Meets},
             Row{0.9, 0.8, 0.95, std::nullopt, 0.70, Verdict::Meets},
             Row{none, none, none, 50, 0.70, Verdict::NotDefined},
             Row{0.9, 0.8, 0.95, 50, 0.85, Verdict::Likely},
         }) {
        const agreement::Estimate value = estimate("conger_kappa", row.value, row.low, row.high);
        CAPTURE(row.value.value_or(-9), row.target);
        CHECK(agreement::verdict(&value, row.holding, row.target) == row.verdict);
    }
    QStringList words;
    for (const Verdict verdict : {Verdict::Meets, Verdict::Likely, Verdict::Unsure, Verdict::Below,
                                  Verdict::TooFew, Verdict::NotDefined}) {
        const VerdictLook look = ui::lookOf(verdict, 0.7);
        CHECK_FALSE(look.icon.isEmpty());
        CHECK_FALSE(look.sentence.isEmpty());
        CHECK_FALSE(words.contains(look.word)); // a verdict is never its colour alone
        words.append(look.word);
    }
}

TEST_CASE("the table keeps its sections, sorts inside them and puts what is undefined last", "[agreement]") {
    AgreementModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    auto sets = document("x", 0.5, 0.4, 0.6, 30, 5, 50);
    sets.code.reset();
    sets.agreement.data.scale = "set";
    auto level = document("x", 0.65, 0.56, 0.75, 30, 5, 50);
    level.code.reset();
    level.variable = "level";
    model.setMeasured(measured({sets, document("low", 0.3, 0.2, 0.4, 30, 5, 50),
                                document("none", std::nullopt, 0, 0, 0, 0, 90),
                                document("high", 0.9, 0.85, 0.95, 30, 5, 50), level}),
                      nullptr);
    const auto titles = [&] {
        QStringList all;
        for (const AgreementRow& row : model.rows())
            all.append(row.title);
        return all;
    };
    CHECK(titles() ==
          QStringList{"constructs", "high", "low", "none", "All codes together", "Variables", "level"});
    model.sort(AgreementModel::Value, Qt::AscendingOrder);
    CHECK(titles() ==
          QStringList{"constructs", "low", "high", "none", "All codes together", "Variables", "level"});
    model.sort(AgreementModel::Name, Qt::AscendingOrder);
    CHECK(titles() ==
          QStringList{"constructs", "high", "low", "none", "All codes together", "Variables", "level"});

    const int high = model.find("constructs", "high");
    REQUIRE(high >= 0);
    const auto text = [&](int row, int column) { return model.index(row, column).data().toString(); };
    CHECK(text(high, AgreementModel::Value) == QLatin1String(".90"));
    CHECK(text(high, AgreementModel::IntervalText) == QLatin1String(".85 to .95"));
    CHECK(text(high, AgreementModel::Agree) == QLatin1String("90"));
    CHECK(text(high, AgreementModel::Ac1) == QLatin1String(".95"));
    CHECK(text(high, AgreementModel::Prevalence) == QLatin1String("38.9")); // (10 + 60) of 180 judgements
    CHECK(text(high, AgreementModel::Units) == QLatin1String("90"));
    CHECK(text(high, AgreementModel::Missing) == QLatin1String("4"));
    CHECK(text(high, AgreementModel::VerdictWord) == QLatin1String("meets"));
    const int none = model.find("constructs", "none");
    CHECK(text(none, AgreementModel::Value) == noFigure());
    CHECK(text(none, AgreementModel::VerdictWord) == QLatin1String("not defined"));
    CHECK(model.index(none, AgreementModel::Value).data(Qt::ToolTipRole).toString() ==
          undefinedReason(agreement::Reason::NoVariation));
    CHECK(model.countOf(Verdict::Meets) == 1);
    CHECK(model.countOf(Verdict::Below) == 1);  // low
    CHECK(model.countOf(Verdict::Unsure) == 1); // level
    CHECK(model.codesBeside(high).size() == 3);

    model.setTarget(0.2);
    CHECK(model.countOf(Verdict::Meets) == 3);
    model.setChoice(CoefficientChoice::Fleiss);
    CHECK(text(model.find("constructs", "high"), AgreementModel::Value) == QLatin1String(".89"));
    model.clear();
    CHECK(model.rowCount() == 0);
}

TEST_CASE("a code that few hold: the exact number decides where the tables of pairs cannot", "[agreement]") {
    // Every pair sees 15 units, so between 15 and 45 hold the code.
    auto tables = measured({document("rare", 0.8, 0.75, 0.9, 10, 2, 76)});
    const auto bounds = holdingBounds(tables->study.results.front().agreement);
    REQUIRE(bounds);
    CHECK(bounds->most == 14);
    CHECK(bounds->sum == 42);
    AgreementModel model;
    model.setMeasured(tables, nullptr);
    CHECK(model.row(model.find("constructs", "rare"))->verdict == Verdict::TooFew);
    CHECK(model.row(model.find("constructs", "rare"))->holdingIsLowerLimit);
    tables->study.results.front().holding = 21;
    tables->study.results.front().besideCommonest = 21;
    model.setMeasured(tables, nullptr);
    CHECK(model.row(model.find("constructs", "rare"))->verdict == Verdict::Meets);
    CHECK_FALSE(model.row(model.find("constructs", "rare"))->holdingIsLowerLimit);
}

TEST_CASE("every figure of the table is the service's", "[agreement]") {
    RatedStudy study;
    for (const char* by : {"", "prompt", "group"}) {
        service::StudyMeasureOptions options;
        options.rounds = {"default"};
        options.by = by;
        auto made = std::make_shared<MeasuredAgreement>();
        made->study = take(service::measureStudy(*study.session, options));
        REQUIRE_FALSE(made->study.results.empty());
        AgreementModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
        model.setMeasured(made, take(study.session->codebook()));
        int codes = 0;
        for (const agreement::LabelledDocument& result : made->study.results) {
            if (!result.code)
                continue;
            const int row =
                model.find(result.variable, *result.code, result.prompt.value_or(""), result.by.value_or(""));
            CAPTURE(by, *result.code, result.prompt.value_or(""), result.by.value_or(""));
            REQUIRE(row >= 0);
            const agreement::Estimate* leading = agreement::leadingEstimate(result.agreement);
            REQUIRE(leading != nullptr);
            CHECK(model.row(row)->estimate->value == leading->value);
            CHECK(model.index(row, AgreementModel::Value).data().toString() ==
                  coefficientText(leading->value));
            CHECK(model.row(row)->units == result.agreement.data.pairableUnits);
            CHECK(model.row(row)->missing == result.notGiven);
            CHECK(model.row(row)->verdict == agreement::verdict(leading, result.besideCommonest, 0.70));
            ++codes;
        }
        CHECK(codes >= 3);
    }
}

TEST_CASE("units behind a number are told apart by what raters gave", "[agreement]") {
    const auto row = [](std::vector<std::optional<std::string>> values) {
        service::Disagreement made;
        made.unitName = "P1/Q1";
        made.code = "closeness";
        int number = 0;
        for (auto& value : values)
            made.ratings.emplace_back("R" + std::to_string(++number), std::move(value));
        return made;
    };
    const auto differing = row({"0", "1"});
    const auto agreed = row({"1", "1", std::nullopt});
    const auto absent = row({"0", "0"});
    CHECK(passes(differing, UnitFilter::Differing));
    CHECK_FALSE(passes(agreed, UnitFilter::Differing));
    CHECK(passes(agreed, UnitFilter::Holding));
    CHECK_FALSE(passes(absent, UnitFilter::Holding));
    CHECK(passes(agreed, UnitFilter::Missing));
    CHECK_FALSE(passes(differing, UnitFilter::Missing));
    DisagreementModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setRows({differing, agreed, absent}, nullptr);
    CHECK(model.rowCount() == 1);
    CHECK(model.index(0).data(DisagreementModel::ValuesRole).toStringList() ==
          QStringList{"R1 no", "R2 yes"});
    model.setFilter(UnitFilter::All);
    CHECK(model.rowCount() == 3);
    CHECK(model.countOf(UnitFilter::Holding) == 2);
    CHECK(model.at(3) == nullptr);
}

TEST_CASE("a grid of figures gives every cell its text", "[agreement]") {
    FigureGrid grid;
    const QAbstractItemModelTester tester(&grid.figures(),
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    FigureTable table;
    table.columns = {QStringLiteral("no"), QStringLiteral("yes")};
    table.rows = table.columns;
    table.cells = {{{QStringLiteral("155"), 1, true, QStringLiteral("R1 no, R2 no: 155"), false}, {}},
                   {{QStringLiteral("4"), 0.1, false, {}, false}, {QStringLiteral("1"), 0, true, {}, false}}};
    grid.setTable(table);
    const QModelIndex first = grid.figures().index(0, 0);
    CHECK(first.data().toString() == QLatin1String("155"));
    CHECK(first.data(Qt::AccessibleTextRole).toString() == QLatin1String("R1 no, R2 no: 155"));
    CHECK(grid.figures().flags(grid.figures().index(0, 1)) == Qt::NoItemFlags);
    QSignalSpy chosen(&grid, &FigureGrid::cellChosen);
    grid.setCurrentIndex(first);
    CHECK(chosen.count() == 1);
    QSignalSpy opened(&grid, &FigureGrid::cellOpened);
    QTest::keyClick(&grid, Qt::Key_Return);
    CHECK(opened.count() == 1);
}

TEST_CASE("the view measures, says it in a sentence and opens the units behind a number", "[agreement]") {
    RatedStudy study;
    service::DisagreementRequest request;
    request.round = "default";
    request.variable = "constructs";
    request.code = "closeness";
    const std::size_t differing = take(service::disagreements(*study.session, request)).size();
    REQUIRE(differing == 1);
    study.session.reset();
    ResultsHost host(study.path());
    AgreementView view(host, nullptr);
    view.resize(1240, 760);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    const int row = view.model().find("constructs", "closeness");
    REQUIRE(row >= 0);
    ViewTarget target;
    target.code = host.study().codebook()->code("closeness").code->id;
    view.open(target);
    host.wait();
    CHECK_FALSE(view.panel().sentence().isEmpty());
    view.openUnits(row, AgreementModel::Value);
    host.wait();
    CHECK(view.panel().isShowingUnits());
    CHECK(view.panel().units().rowCount() == int(differing));
    view.openUnits(row, AgreementModel::Units);
    host.wait();
    CHECK(view.panel().units().rowCount() == int(view.model().row(row)->units));
    const auto* note = view.panel().findChild<EmptyNote*>();
    REQUIRE(note != nullptr);
    CHECK_FALSE(note->isVisible());
    view.panel().showUnits(QStringLiteral("None"), {}, UnitFilter::Differing, nullptr, false);
    CHECK(note->isVisible());
    CHECK(note->text().startsWith(QLatin1String("No unit matches.")));
    view.openUnits(row, AgreementModel::Units);
    host.wait();
    Q_EMIT view.panel().unitOpened(view.panel().units().at(0)->unit);
    CHECK(host.openedView == QLatin1String("sources"));
    CHECK(host.openedTarget.unit == view.panel().units().at(0)->unit);
    CHECK(host.errors.empty());
}

TEST_CASE("a rater of a blind round sees why there is nothing to see", "[agreement]") {
    RatedStudy study;
    service::AssignRequest request;
    request.round = "secret";
    request.raters = {"R1", "R2"};
    take(service::assign(*study.session, request));
    study.session.reset();
    ResultsHost host(study.path());
    host.study().setViewer(take(host.study().session().rater("R1")));
    AgreementView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    CHECK(view.model().rowCount() == 0);
    CHECK(host.errors.empty());  // told in the view, not thrown at the reader
    CHECK(host.hints.isEmpty()); // no key does anything here
    QStringList words;
    for (const QWidget* each : view.findChildren<QWidget*>()) {
        if (each->isVisible())
            words.append(each->accessibleName());
    }
    CHECK(words.contains(AgreementView::tr("This round is blind")));
    // Of work that is not blind it is another round that stands in the way.
    ViewTarget other;
    other.words = QStringLiteral("default");
    view.open(other);
    host.wait();
    words.clear();
    for (const QWidget* each : view.findChildren<QWidget*>()) {
        if (each->isVisible())
            words.append(each->accessibleName());
    }
    CHECK_FALSE(words.contains(AgreementView::tr("This round is blind")));
    CHECK(words.contains(
        QStringLiteral("Round 'secret' is blind and still running: its raters see no agreement, not "
                       "even of another round.")));
}

TEST_CASE("a figure of one group opens the units of that group alone", "[agreement]") {
    RatedStudy study;
    service::StudyMeasureOptions options;
    options.by = "group";
    const auto byGroup = take(service::measureStudy(*study.session, options));
    study.session.reset();
    ResultsHost host(study.path());
    AgreementView view(host, nullptr);
    view.resize(1240, 760);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    for (SegmentedControl* each : view.findChildren<SegmentedControl*>()) {
        if (each->accessibleName() == AgreementView::tr("By")) {
            each->setCurrent(3);
            Q_EMIT each->currentChanged(3);
        }
    }
    host.wait();
    int opened = 0;
    for (const auto& result : byGroup.results) {
        if (result.code != "closeness")
            continue;
        const int row = view.model().find("constructs", "closeness", {}, *result.by);
        CAPTURE(*result.by);
        REQUIRE(row >= 0);
        view.openUnits(row, AgreementModel::Units);
        host.wait();
        CHECK(view.panel().units().rowCount() == int(result.agreement.data.pairableUnits));
        ++opened;
    }
    CHECK(opened > 1);
    CHECK(host.errors.empty());
}

TEST_CASE("drift is drawn from the batches of a row, with its gaps", "[agreement]") {
    RatedStudy study;
    auto made = std::make_shared<MeasuredAgreement>();
    made->study = take(service::measureStudy(*study.session, {}));
    const auto found =
        std::find_if(made->study.results.begin(), made->study.results.end(),
                     [](const agreement::LabelledDocument& each) { return each.code == "closeness"; });
    REQUIRE(found != made->study.results.end());
    agreement::LabelledDocument nothing = *found;
    nothing.agreement.overall.clear();
    nothing.agreement.pairs.clear();
    made->batches[{"constructs", "closeness"}] = {*found, nothing, *found};
    AgreementModel model;
    model.setMeasured(made, take(study.session->codebook()));
    CHECK(model.batchCount() == 3);
    const AgreementRow* row = model.row(model.find("constructs", "closeness"));
    REQUIRE(row->drift.size() == 3);
    CHECK(row->drift[0] == row->estimate->value);
    CHECK_FALSE(row->drift[1].has_value());
    CHECK(model.headerData(AgreementModel::Drift, Qt::Horizontal, Qt::DisplayRole)
              .toString()
              .contains(QLatin1Char('3')));
    // Without batches the column is not there.
    made->batches.clear();
    AgreementModel plain;
    plain.setMeasured(made, take(study.session->codebook()));
    CHECK(plain.batchCount() == 0);
}

TEST_CASE("where the table is too narrow it scrolls, with its key columns first", "[agreement]") {
    RatedStudy study;
    auto made = std::make_shared<MeasuredAgreement>();
    made->study = take(service::measureStudy(*study.session, {}));
    AgreementModel model;
    AgreementList list(model);
    model.setMeasured(made, take(study.session->codebook()));
    list.show();
    const QHeaderView& header = *list.horizontalHeader();
    const auto isReachable = [&](int column) {
        list.setCurrentIndex(model.index(1, column));
        const QRect cell = list.visualRect(list.currentIndex());
        return cell.left() >= 0 && cell.right() <= list.viewport()->width();
    };
    for (const int width : {1400, 900, 700, 560}) {
        list.resize(width, 400);
        QCoreApplication::processEvents();
        CAPTURE(width);
        for (int column = 1; column < AgreementModel::ColumnCount; ++column) {
            CAPTURE(column);
            if (column != AgreementModel::Drift) // there are no batches
                CHECK(isReachable(column));
        }
        const bool isCrowded = header.length() > list.viewport()->width();
        CHECK(isCrowded == (width < 800));
        CHECK(header.visualIndex(AgreementModel::VerdictWord) ==
              (isCrowded ? AgreementModel::Bar + 1 : int(AgreementModel::VerdictWord)));
    }
}

TEST_CASE("the check script is written beside the report", "[agreement]") {
    RatedStudy study;
    const QString file = QString::fromStdString(study.scratch.file("kappa.R"));
    study.session.reset();
    ResultsHost host(study.path());
    AgreementView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    QSignalSpy written(&view, &AgreementView::scriptWritten);
    view.writeScript(file);
    host.wait();
    CHECK(written.count() == 1);
    QFile script(file);
    REQUIRE(script.open(QIODevice::ReadOnly));
    CHECK(script.readAll().contains("closeness"));
    view.writeScript(QStringLiteral("/nowhere/at/all.R"));
    host.wait();
    CHECK(host.errors.size() == 1);
}

TEST_CASE("the figure draws what the table shows, and is written in each format", "[agreement]") {
    RatedStudy study;
    const auto fileFor = [&](const char* ending) {
        return QString::fromStdString(study.scratch.file(std::string("kappa.") + ending));
    };
    study.session.reset();
    ResultsHost host(study.path());
    AgreementView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    const QByteArray svg = view.figure();
    CHECK(svg.contains("Closeness"));
    CHECK(svg.contains("target .70"));
    for (const AgreementRow& row : view.model().rows()) {
        if (row.estimate && row.estimate->value)
            CHECK(QString::fromUtf8(svg).contains(coefficientText(*row.estimate->value)));
    }
    for (const auto& [ending, beginning] :
         {std::pair("svg", "<svg"), std::pair("png", "\x89PNG"), std::pair("pdf", "%PDF-")}) {
        REQUIRE(saveFigure(svg, fileFor(ending)));
        QFile written(fileFor(ending));
        REQUIRE(written.open(QIODevice::ReadOnly));
        CHECK(written.readAll().startsWith(beginning));
    }
    CHECK(saveFigure(svg, QStringLiteral("/nowhere/at/all.pdf")).error().code == base::Errc::Io);
}

TEST_CASE("planning answers while it is typed, as the plan itself does", "[agreement]") {
    PlanStart start;
    start.prevalence = 0.2;
    start.kappa = 0.85;
    start.target = 0.7;
    PlanDialog dialog(start);
    agreement::PlanOptions options;
    options.prevalence = 0.2;
    options.kappa0 = 0.7;
    options.kappa1 = 0.85;
    REQUIRE(dialog.plan().has_value());
    CHECK(dialog.plan()->units == take(agreement::planKappa(options)).units);
    CHECK(dialog.answer().contains(countText(dialog.plan()->units)));
    dialog.field(0)->clear();
    QTest::keyClicks(dialog.field(0), QStringLiteral("0.02"));
    options.prevalence = 0.02;
    REQUIRE(dialog.plan().has_value());
    CHECK(dialog.plan()->units == take(agreement::planKappa(options)).units);
    // What cannot be planned with is said, and the fields keep their text.
    dialog.field(1)->clear();
    QTest::keyClicks(dialog.field(1), QStringLiteral("0.6"));
    CHECK_FALSE(dialog.plan().has_value());
    CHECK_FALSE(dialog.answer().isEmpty());
    dialog.setGoal(agreement::PlanGoal::HalfWidth);
    CHECK(dialog.plan().has_value());
    dialog.field(3)->clear();
    QTest::keyClicks(dialog.field(3), QStringLiteral("x"));
    CHECK_FALSE(dialog.plan().has_value());
    CHECK(dialog.field(3)->text() == QLatin1String("x"));
}

TEST_CASE("figures are drawn in a family that is there, of those they name", "[agreement][figures]") {
    const QByteArray svg("<svg><text font-family=\"Nobody Has This, Inter, Arial\">a</text>"
                         "<text font-family=\"Nobody Has This\">b</text><text font-family=\"cut");
    CHECK(withOneFamily(svg) == "<svg><text font-family=\"Inter\">a</text>"
                                "<text font-family=\"Nobody Has This\">b</text><text font-family=\"cut");
}

TEST_CASE("which units are shown stays said when the panel narrows, and the keyboard there", "[agreement]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    AgreementView view(host, nullptr);
    view.resize(1400, 760);
    view.show();
    view.activated();
    host.wait();
    host.wait();
    QApplication::setActiveWindow(&view);
    const int row = view.model().find("constructs", "closeness");
    REQUIRE(row >= 0);
    view.openUnits(row, AgreementModel::Value);
    host.wait();
    SegmentedControl* filters = nullptr;
    for (auto* each : view.panel().findChildren<SegmentedControl*>()) {
        if (each->accessibleName() == QLatin1String("Which units"))
            filters = each;
    }
    REQUIRE(filters != nullptr);
    REQUIRE(filters->isVisible());
    REQUIRE_FALSE(filters->isFolded());
    filters->setFocus();
    filters->pressPart(int(UnitFilter::All));
    const int all = view.panel().units().rowCount();
    CHECK(all == int(view.model().row(row)->units));
    const double before = theme().scale();
    theme().setScale(2);
    view.resize(1090, 620);
    QCoreApplication::processEvents();
    // One of them alone is shown, and it is the one that holds.
    CHECK(filters->isVisible());
    CHECK(filters->isFolded());
    CHECK(filters->current() == int(UnitFilter::All));
    CHECK(filters->hasFocus());
    CHECK(filters->mapTo(&view.panel(), QPoint(filters->width(), 0)).x() <= view.panel().width());
    CHECK(view.panel().units().rowCount() == all);
    QTest::keyClick(filters, Qt::Key_Left);
    CHECK(view.panel().units().filter() == UnitFilter::Missing);
    theme().setScale(before);
    view.resize(1400, 760);
    QCoreApplication::processEvents();
    CHECK_FALSE(filters->isFolded());
    CHECK(filters->hasFocus());
    CHECK(filters->current() == int(UnitFilter::Missing));
}

TEST_CASE("in large letters the panel beside the table is cut nowhere", "[agreement]") {
    const RatedStudy study;
    const double before = theme().scale();
    for (const double scale : {1.0, 1.5}) {
        CAPTURE(scale);
        theme().setScale(scale);
        ResultsHost host(study.path());
        AgreementView view(host, nullptr);
        view.resize(1090, 620); // what a screen of 1366x768 leaves of a window
        view.show();
        view.activated();
        host.wait();
        host.wait();
        const int row = view.model().find("constructs", "closeness");
        REQUIRE(row >= 0);
        view.openUnits(row, AgreementModel::Value);
        host.wait();
        REQUIRE(view.panel().isShowingUnits());
        CHECK(view.panel().findChild<QStackedWidget*>()->width() <= view.panel().width());
        view.panel().showRowAgain();
        QCoreApplication::processEvents();
        const auto* scroll = view.panel().findChild<QScrollArea*>();
        REQUIRE(scroll != nullptr);
        CHECK(scroll->widget()->width() <= scroll->viewport()->width());
        CHECK(scroll->mapTo(&view.panel(), QPoint(scroll->width(), 0)).x() <= view.panel().width());
    }
    theme().setScale(before);
}
