// SPDX-License-Identifier: GPL-3.0-or-later
// What a study's own views keep and give out: the original of a text, the audit trail, the codebook as a
// booklet, what a version changed; the units behind one cell; a code dragged to another place; a coordinator
// who rates too.
#include "results_host.h"
#include "service/codebook_changes.h"
#include "service/history.h"
#include "service/own_rating.h"
#include "service/quotes.h"
#include "ui/app/theme.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/original_dialog.h"
#include "ui/dialogs/own_rating_dialog.h"
#include "ui/dialogs/pick_dialog.h"
#include "ui/dialogs/variable_dialog.h"
#include "ui/dialogs/version_dialog.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/codebook_tree.h"
#include "ui/models/disagreement_list.h"
#include "ui/views/study/code_form.h"
#include "ui/views/study/codebook_view.h"
#include "ui/views/study/overview_view.h"
#include "ui/views/study/sources_view.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <memory>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

QByteArray bytesOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

service::Disagreement judged(std::int64_t unit, const char* code, const char* first, const char* second,
                             const char* third) {
    service::Disagreement row;
    row.unit = model::UnitId(unit);
    row.unitName = "P" + std::to_string(unit);
    row.variable = "constructs";
    row.code = code;
    const auto value = [](const char* text) {
        return text == nullptr ? std::nullopt : std::optional<std::string>(text);
    };
    row.ratings = {{"R1", value(first)}, {"R2", value(second)}, {"R3", value(third)}};
    return row;
}

/// "a(b(c) d) e" as titles with depths.
std::string shapeOf(const model::Variable& variable) {
    std::string shape;
    for (const model::Code& code : variable.codes)
        shape += (shape.empty() ? "" : " ") + std::string(std::size_t(code.depth), '.') + code.name;
    return shape;
}

model::Variable tree() {
    model::Variable variable;
    int id = 0;
    for (const auto& [name, depth] :
         {std::pair("a", 0), std::pair("b", 1), std::pair("c", 2), std::pair("d", 1), std::pair("e", 0)}) {
        model::Code code;
        code.id = model::CodeId(++id);
        code.name = name;
        code.depth = depth;
        variable.codes.push_back(code);
    }
    return variable;
}

} // namespace

TEST_CASE("a cell of two raters has its own units behind it", "[agreement][units]") {
    const std::vector<service::Disagreement> rows{
        judged(1, "x", "1", "0", "1"), judged(2, "x", "0", "1", "1"), judged(3, "x", "1", "1", "0"),
        judged(4, "x", "1", nullptr, "1"), judged(5, "x", "0", "0", "1")};
    const auto names = [&](const RaterPair& pair) {
        std::string text;
        for (const service::Disagreement& row : ofPair(rows, pair)) {
            CHECK(row.ratings.size() == 2);
            text += (text.empty() ? "" : " ") + row.unitName;
        }
        return text;
    };
    CHECK(names({"R1", "R2", "1", "0"}) == "P1");
    CHECK(names({"R1", "R2", "0", "1"}) == "P2");
    CHECK(names({"R1", "R2", "1", {}}) == "P1 P3"); // the total of a row; R2 did not judge P4
    CHECK(names({"R1", "R2", {}, "0"}) == "P1 P5");
    CHECK(names({"R1", "R2", {}, {}}) == "P1 P2 P3 P5");
    CHECK(names({"R1", "R3", "1", "1"}) == "P1 P4");
    CHECK(names({"R1", "R9", {}, {}}).empty());
}

TEST_CASE("all codes together are sets, one row a unit", "[agreement][units]") {
    const auto sets = asSets({judged(1, "x", "1", "0", nullptr), judged(1, "y", "1", "0", nullptr),
                              judged(2, "x", "0", "0", "0"), judged(2, "y", "0", "1", "0")});
    REQUIRE(sets.size() == 2);
    CHECK_FALSE(sets[0].ratings[2].second.has_value());
    CHECK(sets[0].ratings[1].second == "");
    CHECK(sets[0].ratings[0].second != sets[0].ratings[1].second);
    CHECK(passes(sets[0], UnitFilter::Differing));
    CHECK(passes(sets[0], UnitFilter::Missing));
    CHECK(passes(sets[1], UnitFilter::Differing));
    CHECK_FALSE(passes(asSets({judged(3, "x", "0", "0", "0")}).front(), UnitFilter::Holding));
}

TEST_CASE("a dragged code takes what hangs under it along", "[study]") {
    const auto moved = [](int code, int under, int before) {
        model::Variable variable = tree();
        const auto place = relocateCode(variable, code, under, before);
        if (place)
            CHECK(variable.codes[std::size_t(*place)].name == tree().codes[std::size_t(code)].name);
        return place ? shapeOf(variable) : std::string("refused");
    };
    REQUIRE(shapeOf(tree()) == "a .b ..c .d e");
    CHECK(moved(1, -1, -1) == "a .d e b .c");
    CHECK(moved(1, -1, 4) == "a .d b .c e");
    CHECK(moved(1, 0, -1) == "a .d .b ..c e");
    CHECK(moved(4, 1, -1) == "a .b ..c ..e .d");
    CHECK(moved(4, 1, 2) == "a .b ..e ..c .d");
    CHECK(moved(4, -1, 0) == "e a .b ..c .d");
    CHECK(moved(3, 0, 1) == "a .d .b ..c e");
    CHECK(moved(1, 0, 1) == "a .b ..c .d e"); // where it is
    CHECK(moved(0, 1, -1) == "refused");      // under itself
    CHECK(moved(0, 0, -1) == "refused");
    CHECK(moved(4, -1, 1) == "refused"); // b is no root
}

TEST_CASE("the tree says where a code is let go, and takes none over itself", "[study]") {
    model::Codebook codebook;
    codebook.variables = {tree(), tree()};
    CodebookTree model;
    model.setCodebook(&codebook);
    CHECK_FALSE(model.flags(model.indexOf({0, 1})).testFlag(Qt::ItemIsDragEnabled));
    model.setDraggable(true);
    CHECK(model.flags(model.indexOf({0, 1})).testFlag(Qt::ItemIsDragEnabled));
    CHECK_FALSE(model.flags(model.indexOf({0, -1})).testFlag(Qt::ItemIsDragEnabled));
    const std::unique_ptr<QMimeData> held(model.mimeData({model.indexOf({0, 1})}));
    REQUIRE(held != nullptr);
    QSignalSpy dropped(&model, &CodebookTree::dropped);
    const auto letGo = [&](int row, const CodebookPlace& on) {
        return model.dropMimeData(held.get(), Qt::MoveAction, row, 0, model.indexOf(on));
    };
    CHECK(letGo(-1, {0, 4}));
    CHECK(letGo(1, {0, -1}));
    CHECK_FALSE(letGo(-1, {0, 2}));  // under itself
    CHECK_FALSE(letGo(-1, {1, -1})); // another variable
    REQUIRE(dropped.count() == 2);
    CHECK(dropped[0][1].toInt() == 4);
    CHECK(dropped[0][2].toInt() == -1);
    CHECK(dropped[1][1].toInt() == -1);
    CHECK(dropped[1][2].toInt() == 4);
    model.setFilter(QStringLiteral("a"));
    CHECK_FALSE(model.isDraggable());
}

TEST_CASE("the coordinator says that he or she rates too", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    {
        OwnRatingDialog dialog(host.study());
        CHECK(dialog.rater()->currentData().toString().isEmpty());
        dialog.rater()->setCurrentIndex(dialog.rater()->findData(QStringLiteral("R2")));
        dialog.accept();
        CHECK(dialog.problem().isEmpty());
    }
    CHECK(take(service::coordinatorRates(host.study().session())) == "R2");
    OwnRatingDialog again(host.study());
    CHECK(again.rater()->currentData().toString() == QStringLiteral("R2"));
    again.rater()->setCurrentIndex(0);
    again.accept();
    CHECK(take(service::coordinatorRates(host.study().session())).empty());
}

TEST_CASE("versions of the codebook are compared in words", "[dialogs]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    service::Redefinition change;
    change.code = "closeness";
    change.definition = model::sameText("Warmth & <trust>", "en");
    take(service::redefineCode(host.study().session(), change));
    const auto versions = take(service::codebookVersions(host.study().session()));
    REQUIRE(versions.size() > 1);
    VersionDialog dialog(host.study(), host.jobs(), versions, versions.back().version);
    host.wait();
    CHECK(dialog.words().contains(QStringLiteral("Warmth & <trust>")));
    CHECK(dialog.words().contains(QStringLiteral("Definition of Closeness (English)")));
    VersionDialog first(host.study(), host.jobs(), versions, versions.front().version);
    host.wait();
    CHECK_FALSE(first.words().contains(QStringLiteral("Warmth")));
}

TEST_CASE("audit trail, booklet and original leave as files", "[study]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    OverviewView overview(host, nullptr);
    for (const char* ending : {"md", "csv", "json"}) {
        const QString file = toQt(study.scratch.file(std::string("audit.") + ending));
        QSignalSpy written(&overview, &OverviewView::auditWritten);
        overview.writeAudit(file);
        host.wait();
        REQUIRE(written.count() == 1);
        CHECK(bytesOf(file).contains("closeness"));
    }
    CodebookView codebook(host, nullptr);
    for (const char* ending : {"json", "pdf", "html"}) {
        const QString file = toQt(study.scratch.file(std::string("book.") + ending));
        QSignalSpy written(&codebook, &CodebookView::bookWritten);
        codebook.writeBook(file);
        host.wait();
        REQUIRE(written.count() == 1);
        CHECK(bytesOf(file).size() > 200);
    }
    CHECK(bytesOf(toQt(study.scratch.file("book.pdf"))).startsWith("%PDF"));

    SourcesView sources(host, nullptr);
    sources.resize(1000, 600);
    sources.show();
    sources.activated();
    host.wait();
    const auto files = sources.findChildren<QAbstractButton*>();
    const auto button = std::find_if(files.begin(), files.end(), [](const QAbstractButton* each) {
        return each->accessibleName() == QStringLiteral("Original…");
    });
    REQUIRE(button != files.end());
    REQUIRE((*button)->isVisible());
    (*button)->click();
    auto* dialog = sources.findChild<OriginalDialog*>();
    REQUIRE(dialog != nullptr);
    const QString copy = toQt(study.scratch.file("copy"));
    QSignalSpy saved(dialog, &OriginalDialog::written);
    dialog->write(copy);
    host.wait();
    REQUIRE(saved.count() == 1);
    CHECK(bytesOf(copy).contains("P1"));
    CHECK(host.errors.empty());
}

TEST_CASE("examples are picked from what was coded", "[study]") {
    StudyFixture study;
    setenv("XDG_CACHE_HOME", study.scratch.file("cache-home").c_str(), 1);
    {
        auto& session = *study.session;
        for (const char* rater : {"R1", "R2"})
            take(service::code(session, study.target(rater, "P2/Q1"), study.code("closeness"),
                               text::textRange(0, 4)));
        take(service::code(session, study.target("R1", "P1/Q1"), study.code("closeness"),
                           text::textRange(3, 7)));
        take(service::code(session, study.target("R1", "P3/Q1"), study.code("closeness")));
        study.session.reset();
    }
    ResultsHost host(study.path());
    const auto quotes = take(service::codedQuotes(host.study().session(), "closeness", 10));
    REQUIRE(quotes.size() == 2); // the whole text is no example
    CHECK(quotes[0].unit == "P2/Q1");
    CHECK(quotes[0].raters == std::vector<std::string>{"R1", "R2"});
    CHECK(take(service::codedQuotes(host.study().session(), "closeness", 1)).size() == 1);
    CHECK_FALSE(service::codedQuotes(host.study().session(), "nothing", 1));

    CodebookView view(host, nullptr);
    view.resize(1300, 800);
    view.show();
    view.activated();
    host.wait();
    const auto place = [&] {
        const auto found = host.study().codebook()->code("closeness");
        return CodebookPlace{int(found.variable - host.study().codebook()->variables.data()),
                             int(found.code - found.variable->codes.data())};
    }();
    view.choose(place);
    Q_EMIT view.form().examplesWanted(false);
    host.wait();
    auto* dialog = view.findChild<PickDialog*>();
    REQUIRE(dialog != nullptr);
    REQUIRE(dialog->list()->count() == 2);
    CHECK(dialog->chosen().isEmpty());
    dialog->list()->item(0)->setCheckState(Qt::Checked);
    dialog->accept();
    CHECK(view.isDirty());
    const auto& examples =
        view.draft().variables[std::size_t(place.variable)].codes[std::size_t(place.code)].examples;
    REQUIRE_FALSE(examples.empty());
    CHECK(examples.back().in("en") == quotes[0].words);
    REQUIRE(view.save());
}

TEST_CASE("before a new version is saved it says that rounds under way go on under it", "[study]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodebookView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    REQUIRE(view.draft().isFrozen);
    host.actions().setCurrent(ActionContext::Codebook, true);
    host.actions().action(QStringLiteral("codebook.add"))->trigger();
    const auto says = [&view](const char* words) {
        const auto shown = view.findChildren<Words*>();
        return std::any_of(shown.begin(), shown.end(), [words](const Words* each) {
            return each->isVisible() && each->text().contains(QLatin1String(words));
        });
    };
    CHECK(says("saving makes version 2. Rounds under way go on under it"));
    CHECK(says("missing for codes that are new"));
    CHECK_FALSE(says("rounds to come"));
}

TEST_CASE("what is not saved of the codebook is taken back step by step before anything of the study",
          "[study]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodebookView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    CHECK_FALSE(view.hasDraftStep(false));
    CHECK(view.unsaved().isEmpty());
    host.actions().setCurrent(ActionContext::Codebook, true);
    host.actions().action(QStringLiteral("codebook.add"))->trigger();
    const std::size_t codes = view.draft().variables.front().codes.size();
    QLineEdit* title = view.form().titleField();
    title->selectAll();
    QTest::keyClicks(title, QStringLiteral("Nieuw idee"));
    CHECK_FALSE(view.unsaved().isEmpty());
    view.undoDraft(false); // what was typed is one step
    CHECK(view.draft().variables.front().codes.size() == codes);
    CHECK(view.hasDraftStep(false));
    view.undoDraft(true);
    CHECK(title->text() == QLatin1String("Nieuw idee"));
    view.undoDraft(false);
    view.undoDraft(false);
    CHECK(view.draft().variables.front().codes.size() == codes - 1);
    CHECK_FALSE(view.isDirty());
    CHECK_FALSE(view.hasDraftStep(false));
    view.undoDraft(true);
    view.undoDraft(true);
    REQUIRE(view.saveDraft());
    CHECK_FALSE(view.hasDraftStep(false));
    CHECK(view.unsaved().isEmpty());
    // Raters have used the version: what was saved is a step like others.
    REQUIRE(service::nextUndo(host.study().session()));
    CHECK(host.toasts.back() == QStringLiteral("Saved as version 2."));
    REQUIRE(host.study().undo());
    CHECK(host.study().codebook()->code("nieuw_idee").code == nullptr);
    REQUIRE(host.study().redo());
    // The new code's short name is that of its title.
    CHECK(host.study().codebook()->code("nieuw_idee").code != nullptr);
    CHECK(host.study().codebook()->code("new_code").code == nullptr);
}

TEST_CASE("the form of a code is no wider than its place, however large the letters", "[study]") {
    const RatedStudy study;
    const double before = theme().scale();
    for (const double scale : {1.0, 2.0}) {
        CAPTURE(scale);
        theme().setScale(scale);
        ResultsHost host(study.path());
        CodebookView view(host, nullptr);
        view.resize(1300, 760);
        view.show();
        view.activated();
        host.wait();
        const QWidget& form = view.form();
        CHECK(form.width() <= form.parentWidget()->width());
        for (const QLineEdit* field : form.findChildren<QLineEdit*>())
            CHECK(field->mapTo(&form, QPoint(field->width(), 0)).x() <= form.width());
        CHECK(view.form().titleField()->width() >= theme().px(110));
    }
    theme().setScale(before);
}

TEST_CASE("a variable is added, and what one applies to changes", "[study]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    CodebookView view(host, nullptr);
    view.show();
    view.activated();
    host.wait();
    const std::size_t before = view.draft().variables.size();
    host.actions().setCurrent(ActionContext::Codebook, true);
    host.actions().action(QStringLiteral("codebook.variable"))->trigger();
    auto* dialog = view.findChild<VariableDialog*>();
    REQUIRE(dialog != nullptr);
    dialog->accept(); // without a name there is none
    CHECK(dialog->isVisible());
    dialog->title()->setText(QStringLiteral("Number of plans"));
    dialog->scale()->setCurrentIndex(dialog->scale()->findData(int(model::Scale::Count)));
    dialog->place(QStringLiteral("all questions"))->setChecked(false);
    dialog->accept(); // nowhere
    CHECK(dialog->isVisible());
    dialog->place(QStringLiteral("Q1"))->setChecked(true);
    dialog->accept();
    REQUIRE(view.draft().variables.size() == before + 1);
    REQUIRE(view.save());
    const model::Variable* made = host.study().codebook()->variable("number_of_plans");
    REQUIRE(made != nullptr);
    CHECK(made->scale == model::Scale::Count);
    CHECK(made->prompts == std::vector<std::string>{"Q1"});

    view.choose({int(before), -1});
    VariableDialog scope({QStringLiteral("Q1"), QStringLiteral("Q2")}, *made);
    CHECK(scope.place(QStringLiteral("Q1"))->isChecked());
    scope.place(QStringLiteral("Q2"))->setChecked(true);
    scope.place(QStringLiteral("sentences"))->setChecked(true);
    CHECK(scope.variable().prompts == std::vector<std::string>{"Q1", "Q2"});
    CHECK(scope.variable().unitKinds == std::vector<model::UnitKind>{model::UnitKind::Sentence});
    CHECK(scope.variable().name == "number_of_plans");
}
