// SPDX-License-Identifier: GPL-3.0-or-later
// The import from the first file to what came in: columns, speakers, names, check. Pictures of its steps are
// written to the folder RAPPORT_PICTURES where that is set.
#include "results_host.h"
#include "service/naming.h"
#include "service/reading.h"
#include "support/tree.h"
#include "support/zip_writer.h"
#include "ui/app/language.h"
#include "ui/app/theme.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/names_page.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QStyleOptionViewItem>
#include <QTableView>
#include <QTreeWidget>
#include <algorithm>
#include <memory>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

void picture(QWidget& widget, const QString& name) {
    const QString folder = qEnvironmentVariable("RAPPORT_PICTURES");
    if (!folder.isEmpty())
        CHECK(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

QTreeWidget* treeNamed(QWidget& widget, const QString& name) {
    for (QTreeWidget* tree : widget.findChildren<QTreeWidget*>()) {
        if (tree->accessibleName() == name)
            return tree;
    }
    FAIL("no list " << name.toStdString());
    return nullptr;
}

/// The only one of its class with that name for screen readers.
template<class Widget>
Widget* named(QWidget& in, const QString& name) {
    for (Widget* each : in.findChildren<Widget*>()) {
        if (each->accessibleName() == name)
            return each;
    }
    FAIL("nothing is called " << name.toStdString());
    return nullptr;
}

const char* const focusGroup =
    "Moderator: Wie kent Tibo?\nEls Peeters: Ik. De moderator ook, en Annelies van den Berg.\n"
    "Modrator: Maar Tibo dus, in Gent. maar ja.\nEls Peeters: Hij wacht en kijkt weg tot iemand naast hem "
    "komt "
    "zitten, en dan pas begint hij te tekenen.\nBas: Dat zag ik in de zandbak ook.\n";

} // namespace

TEST_CASE("names are looked for, corrected, replaced, searched for and kept apart", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const QString file = toQt(study.scratch.write("groep.txt", focusGroup));
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles({file});
    host.wait();
    CHECK(dialog.step() == ImportDialog::ColumnStep);
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.shown()->speakers.size() == 4);
    picture(dialog, QStringLiteral("import-speakers"));
    dialog.next();
    REQUIRE(dialog.step() == ImportDialog::NamesStep);
    NamesTable& names = dialog.namesPage().names();
    const QAbstractItemModelTester tester(&names);
    CHECK(names.rowCount() == 0);
    picture(dialog, QStringLiteral("import-names-empty"));
    dialog.lookForNames();
    host.wait();
    QStringList found;
    for (int row = 0; row < names.rowCount(); ++row)
        found.append(names.index(row, NamesTable::Name).data().toString());
    CHECK(found.contains(QStringLiteral("Tibo")));
    CHECK(found.contains(QStringLiteral("Els Peeters")));
    CHECK(found.contains(QStringLiteral("Annelies van den Berg")));
    CHECK_FALSE(found.contains(QStringLiteral("Moderator")));
    picture(dialog, QStringLiteral("import-names"));
    // A replacement of one's own, one that stays, one that was not found.
    const int tibo = int(found.indexOf(QStringLiteral("Tibo")));
    CHECK(names.setData(names.index(tibo, NamesTable::Replacement), QStringLiteral("Kind 1"), Qt::EditRole));
    if (const int place = int(found.indexOf(QStringLiteral("Gent"))); place >= 0)
        CHECK(names.setData(names.index(place, NamesTable::Name), Qt::Unchecked, Qt::CheckStateRole));
    const int own = names.addRow();
    CHECK(names.setData(names.index(own, NamesTable::Name), QStringLiteral(" zandbak "), Qt::EditRole));
    CHECK_FALSE(names.problem().isEmpty());
    dialog.next();
    CHECK(dialog.step() == ImportDialog::NamesStep);
    CHECK(names.setData(names.index(own, NamesTable::Replacement), QStringLiteral("hoek"), Qt::EditRole));
    CHECK(names.problem().isEmpty());
    // Looking again leaves what a person did.
    dialog.lookForNames();
    host.wait();
    const auto chosen = names.chosen();
    CHECK(std::find(chosen.begin(), chosen.end(), std::pair<std::string, std::string>("Tibo", "Kind 1")) !=
          chosen.end());
    CHECK(std::find(chosen.begin(), chosen.end(), std::pair<std::string, std::string>("zandbak", "hoek")) !=
          chosen.end());
    dialog.next();
    CHECK(dialog.step() == ImportDialog::CheckStep);
    host.wait();
    CHECK(dialog.shown()->turns.at(0).at(2).find("Kind 1") != std::string::npos);
    picture(dialog, QStringLiteral("import-check"));
    dialog.back();
    CHECK(dialog.step() == ImportDialog::NamesStep);
    dialog.next();
    dialog.next();
    host.wait();
    REQUIRE(dialog.step() == ImportDialog::DoneStep);
    REQUIRE(dialog.report());
    picture(dialog, QStringLiteral("import-done"));
    const auto unit = take(service::findUnit(host.study().session(), "groep#1"));
    const auto text = take(service::sourceText(host.study().session(), unit.source)).text;
    CHECK(text.find("Kind 1") != std::string::npos);
    CHECK(text.find("Tibo") == std::string::npos);
    CHECK(take(service::namesLeftInValues(study.path(), chosen)).empty());
    // The list, sealed.
    service::ProposedNames list;
    list.names.push_back({"Tibo", "Kind 1", 0, {}, false});
    SealNamesDialog seal(list);
    seal.field(0)->setText(QStringLiteral("open sesame"));
    seal.field(1)->setText(QStringLiteral("open"));
    CHECK_FALSE(seal.problem().isEmpty());
    seal.field(1)->setText(QStringLiteral("open sesame"));
    CHECK(seal.problem().isEmpty());
    picture(seal, QStringLiteral("import-seal"));
    seal.sealTo(toQt(study.scratch.file("names.sealed")));
    CHECK(seal.result() == QDialog::Accepted);
    CHECK(base::readFile(study.scratch.file("names.sealed"))->find("Tibo") == std::string::npos);
    SealNamesDialog nowhere(list);
    nowhere.field(0)->setText(QStringLiteral("x"));
    nowhere.field(1)->setText(QStringLiteral("x"));
    nowhere.sealTo(toQt(study.scratch.file("none/names.sealed")));
    CHECK_FALSE(nowhere.problem().isEmpty());
}

TEST_CASE("speakers are merged and become participants before they come in", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles({toQt(study.scratch.write("groep.txt", focusGroup))});
    host.wait();
    CHECK(dialog.findChild<StepBar*>()->names().at(1) == ImportDialog::tr("Speakers"));
    QTreeWidget* speakers = treeNamed(dialog, ImportDialog::tr("Speakers"));
    REQUIRE(speakers->topLevelItemCount() == 4);
    QTreeWidgetItem* misspelt = nullptr;
    for (int row = 0; row < 4; ++row) {
        if (speakers->topLevelItem(row)->text(0) == QStringLiteral("Modrator"))
            misspelt = speakers->topLevelItem(row);
    }
    REQUIRE(misspelt != nullptr);
    misspelt->setText(0, QStringLiteral("Moderator"));
    host.wait();
    REQUIRE(speakers->topLevelItemCount() == 3);
    CHECK(speakers->topLevelItem(0)->text(1) == QStringLiteral("2"));
    speakers->topLevelItem(1)->setCheckState(3, Qt::Checked);
    host.wait();
    speakers->topLevelItem(2)->setText(4, QStringLiteral("teacher"));
    host.wait();
    CHECK(dialog.shown()->participants == 2);
    CHECK(speakers->topLevelItem(2)->checkState(3) == Qt::Checked);
    picture(dialog, QStringLiteral("import-speakers-people"));
}

TEST_CASE("a table whose rows are answers is read so, and codes name no people", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles(
        {toQt(study.scratch.write("long.csv", "participant,question,answer\nL1,Q1,Hij kijkt weg.\n"
                                              "L1,Q2,Wachten helpt.\nL2,Q1,Zij lacht.\n"))});
    host.wait();
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.table().plan().at(1).use == service::ColumnUse::Prompt);
    CHECK(dialog.shown()->participants == 2);
    picture(dialog, QStringLiteral("import-long"));
    dialog.next();
    CHECK(dialog.step() == ImportDialog::NamesStep);
    dialog.next();
    dialog.next();
    host.wait();
    REQUIRE(dialog.report());
    CHECK(dialog.report()->added == 2);

    ImportDialog codes(host, {});
    codes.show();
    codes.setFiles(
        {toQt(std::string(rapport::support::sourceTree) + "/codebooks/implementation-quality.json")});
    host.wait();
    codes.next();
    CHECK(codes.step() == ImportDialog::CheckStep);
}

TEST_CASE("each of several workbooks has a sheet of its own", "[import]") {
    RatedStudy study;
    ResultsHost host(study.path());
    const auto book = [&](const char* name, const char* sheet, const char* person) {
        return toQt(study.scratch.write(
            name, workbookWith({{"Uitleg", {{"wat", "waarde"}, {"versie", "3"}}},
                                {sheet, {{"participant", "Q1"}, {person, "Hij kijkt weg."}}}})));
    };
    const QStringList books{book("eerste.xlsx", "Antwoorden", "W1"), book("tweede.xlsx", "Ronde 2", "W2")};
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles(books);
    host.wait();
    auto* box = named<QComboBox>(dialog, ImportDialog::tr("Sheet"));
    auto* which = named<QComboBox>(dialog, ImportDialog::tr("File that is shown"));
    REQUIRE(which->count() == 2);
    const auto choose = [&](int file, int sheet) {
        which->setCurrentIndex(file);
        Q_EMIT which->activated(file);
        box->setCurrentIndex(sheet);
        Q_EMIT box->activated(sheet);
        host.wait();
    };
    choose(0, 1);
    CHECK(dialog.shown()->sheet == "Antwoorden");
    choose(1, 1);
    CHECK(which->currentIndex() == 1);
    CHECK(box->currentText() == QStringLiteral("Ronde 2"));
    CHECK(dialog.shown()->sheet == "Ronde 2");
    CHECK(dialog.shown()->answers == 1);
    picture(dialog, QStringLiteral("import-sheets"));
    which->setCurrentIndex(0);
    Q_EMIT which->activated(0);
    CHECK(box->currentText() == QStringLiteral("Antwoorden"));
    CHECK(dialog.problem().isEmpty());
    auto* files = dialog.findChild<QListWidget*>();
    REQUIRE(files->count() == 2);
    CHECK(files->item(1)->text().endsWith(QStringLiteral("Ronde 2")));
    dialog.back();
    picture(dialog, QStringLiteral("import-sheets-files"));
    while (dialog.step() != ImportDialog::CheckStep) {
        dialog.next();
        host.wait();
    }
    dialog.next();
    host.wait();
    REQUIRE(dialog.report());
    CHECK(dialog.report()->rejected.empty());
    CHECK(dialog.report()->read == 2);
}

TEST_CASE("a sheet, the survey's questions and a wave are said of a table", "[import]") {
    RatedStudy study;
    ResultsHost host(study.path());
    const QString book = toQt(study.scratch.write(
        "survey.xlsx",
        workbookWith(
            {{"Uitleg", {{"wat", "waarde"}, {"versie", "3"}}},
             {"Antwoorden",
              {{"participant", "Q1", "Q2"}, {"W1", "Hij kijkt weg.", "Wachten."}, {"W2", "Zij lacht.", ""}}},
             {"Leeg", {}}})));
    const QString questions = toQt(study.scratch.write(
        "survey.qsf", R"({"SurveyEntry":{"SurveyName":"S"},"SurveyElements":[{"Element":"SQ","Payload":)"
                      R"({"DataExportTag":"Q1","QuestionText":"<p>Wat valt je op?</p>"}}]})"));
    ImportDialog dialog(host, {});
    dialog.show();
    const auto box = [&] { return named<QComboBox>(dialog, ImportDialog::tr("Sheet")); };
    const auto wave = [&] { return named<QLineEdit>(dialog, ImportDialog::tr("Wave")); };
    CHECK_FALSE(box()->isVisible());
    // The questions alone are nothing to import.
    dialog.setFiles({questions});
    host.wait();
    CHECK(dialog.problem().contains(QStringLiteral("survey.qsf")));
    CHECK(dialog.shown() == nullptr);
    dialog.setFiles({book});
    host.wait();
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.problem().isEmpty());
    CHECK(dialog.step() == ImportDialog::ColumnStep);
    REQUIRE(box()->isVisible());
    CHECK(box()->count() == 3);
    CHECK(box()->currentText() == QStringLiteral("Uitleg"));
    CHECK(dialog.table().columnCount() == 2);
    box()->setCurrentIndex(1);
    Q_EMIT box()->activated(1);
    host.wait();
    CHECK(box()->currentText() == QStringLiteral("Antwoorden"));
    REQUIRE(dialog.table().columnCount() == 3);
    CHECK(dialog.shown()->participants == 2);
    CHECK(dialog.shown()->answers == 3);
    CHECK(dialog.table().headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString() ==
          QStringLiteral("Wat valt je op?"));
    // A sheet without a table is said, and what was shown stays.
    box()->setCurrentIndex(2);
    Q_EMIT box()->activated(2);
    host.wait();
    CHECK_FALSE(dialog.problem().isEmpty());
    CHECK(dialog.table().columnCount() == 3);
    CHECK(box()->currentText() == QStringLiteral("Leeg"));
    box()->setCurrentIndex(1);
    Q_EMIT box()->activated(1);
    host.wait();
    CHECK(dialog.problem().isEmpty());
    CHECK(wave()->isVisible());
    wave()->setText(QStringLiteral(" na "));
    for (const char* language : {"en", "nl"}) {
        const double before = theme().scale();
        setUiLanguage(QLatin1String(language));
        for (const double scale : {1.0, 1.5}) {
            theme().setScale(scale);
            ImportDialog large(host, {});
            large.show();
            picture(large, QStringLiteral("import-file-%1-%2").arg(QLatin1String(language)).arg(scale));
            large.setFiles({book, questions});
            host.wait();
            auto* sheets = named<QComboBox>(large, ImportDialog::tr("Sheet"));
            sheets->setCurrentIndex(1);
            Q_EMIT sheets->activated(1);
            host.wait();
            picture(large, QStringLiteral("import-more-%1-%2").arg(QLatin1String(language)).arg(scale));
            for (const QWidget* field : large.findChildren<QWidget*>()) {
                if (field->isVisible() && field->mapTo(&large, QPoint()).y() < theme().px(160))
                    CHECK(field->mapTo(&large, QPoint(field->width(), 0)).x() <= large.width());
            }
        }
        theme().setScale(before);
    }
    setUiLanguage(QStringLiteral("en"));
    // Taken away again, and dropped on the dialog.
    dialog.setQuestions({});
    host.wait();
    CHECK(dialog.table().headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(questions)});
    QDragEnterEvent enter(QPoint(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &enter);
    QDropEvent drop(QPointF(10, 10), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(&dialog, &drop);
    host.wait();
    CHECK(dialog.step() == ImportDialog::ColumnStep);
    CHECK_FALSE(dialog.table().headerData(1, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    while (dialog.step() != ImportDialog::CheckStep) {
        dialog.next();
        host.wait();
    }
    dialog.next();
    host.wait();
    REQUIRE(dialog.step() == ImportDialog::DoneStep);
    CHECK(dialog.report()->added == 2);
    CHECK(service::findUnit(host.study().session(), "W1/Q1@na"));
    // Asked first, then said, with the copy from before.
    QString copy;
    QObject::connect(&dialog, &ImportDialog::takeBackWanted, [&](const QString& from) { copy = from; });
    dialog.takeBack();
    CHECK(copy.isEmpty());
    QCoreApplication::processEvents();
    picture(dialog, QStringLiteral("import-take-back"));
    dialog.takeBack();
    CHECK_FALSE(dialog.isVisible());
    REQUIRE_FALSE(copy.isEmpty());
    const auto before =
        take(service::Session::open(toUtf8(copy), service::OpenMode::ReadOnly, study.environment(77)));
    CHECK_FALSE(service::findUnit(*before, "W1/Q1@na"));
}

TEST_CASE("words around the names that were replaced are told when all is in", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles(
        {toQt(study.scratch.write("groep.txt", "A: Waar is Tibo?\nB: Tibootje speelt buiten.\n"))});
    host.wait();
    dialog.next();
    NamesTable& names = dialog.namesPage().names();
    const int row = names.addRow();
    CHECK(names.setData(names.index(row, NamesTable::Name), QStringLiteral("Tibo"), Qt::EditRole));
    CHECK(names.setData(names.index(row, NamesTable::Replacement), QStringLiteral("Kind 1"), Qt::EditRole));
    dialog.next();
    host.wait();
    dialog.next();
    host.wait();
    REQUIRE(dialog.step() == ImportDialog::DoneStep);
    host.wait();
    const auto all = dialog.findChildren<Words*>();
    CHECK(std::any_of(all.begin(), all.end(), [](const Words* words) {
        return words->isVisible() && words->text().contains(QStringLiteral("Tibootje (1)"));
    }));
    picture(dialog, QStringLiteral("import-around"));
}

TEST_CASE("codes of known names wait until somebody says what they are", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const auto book = host.study().session().codebook();
    REQUIRE(book);
    const std::string known = (*book)->variables.front().codes.front().name;
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles(
        {toQt(study.scratch.write("other.qdc", "<CodeBook><Codes><Code name=\"" + known +
                                                   "\" isCodable=\"true\" guid=\"00000000-0000-4000-"
                                                   "8000-000000000002\"/></Codes></CodeBook>"))});
    host.wait();
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.shown()->needsSameNames);
    dialog.next();
    CHECK(dialog.step() != ImportDialog::CheckStep);
    picture(dialog, QStringLiteral("import-codes"));
    QComboBox* choice = nullptr;
    for (QComboBox* box : dialog.findChildren<QComboBox*>()) {
        if (box->findData(int(service::SameNames::Other)) == 2 && box->count() == 3 && box->isVisible())
            choice = box;
    }
    REQUIRE(choice != nullptr);
    choice->setCurrentIndex(1);
    Q_EMIT choice->activated(1);
    host.wait();
    CHECK_FALSE(dialog.shown()->needsSameNames);
    dialog.next();
    CHECK(dialog.step() == ImportDialog::CheckStep);
}

TEST_CASE("a project's codes are shown beside the study's, others unless somebody says the same",
          "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles({toQt(std::string(rapport::support::sourceTree) + "/corpora/formats/project.qdpx")});
    host.wait();
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.shown()->kind == service::ImportKind::Project);
    CHECK(treeNamed(dialog, ImportDialog::tr("Codes of the file"))->topLevelItemCount() == 3);
    auto* choice = named<QComboBox>(dialog, ImportDialog::tr("Codes with a name that the study has are"));
    CHECK(choice->isVisible());
    CHECK(choice->currentData().toInt() == int(service::SameNames::Other));
    picture(dialog, QStringLiteral("import-project"));
    choice->setCurrentIndex(choice->findData(int(service::SameNames::Same)));
    Q_EMIT choice->activated(choice->currentIndex());
    host.wait();
    CHECK(choice->currentData().toInt() == int(service::SameNames::Same));
    while (dialog.step() != ImportDialog::DoneStep) {
        const auto step = dialog.step();
        dialog.next();
        host.wait();
        REQUIRE(dialog.step() != step);
    }
    const auto book = take(host.study().session().codebook());
    CHECK(book->code("conflict_2").code == nullptr);
    CHECK(book->code("warmte").code != nullptr);
}

TEST_CASE("a mapping that lies in a file is taken, and one that does not fit changes nothing", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles(
        {toQt(study.scratch.write("other.csv", "wie,gezien\nM1,Hij kijkt weg.\nM2,Zij lacht.\n"))});
    host.wait();
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.table().plan().at(1).use != service::ColumnUse::Answer);
    dialog.takeMapping(toQt(study.scratch.file("none.json")));
    CHECK_FALSE(dialog.problem().isEmpty());
    dialog.takeMapping(toQt(study.scratch.write(
        "map.json", R"({"schema":"rapport.mapping/1","columns":[{"column":"wie","as":"participant"},)"
                    R"({"column":"gezien","as":"answer","prompt":"Q1"}]})")));
    host.wait();
    CHECK(dialog.problem().isEmpty());
    CHECK(dialog.table().plan().at(0).use == service::ColumnUse::Participant);
    CHECK(dialog.table().plan().at(1).use == service::ColumnUse::Answer);
    CHECK(dialog.shown()->answers == 2);
    for (const char* bad :
         {"no json", R"({"schema":"rapport.mapping/1","columns":[{"column":"x","as":"participant"}]})"}) {
        dialog.takeMapping(toQt(study.scratch.write("bad.json", bad)));
        host.wait();
        CHECK_FALSE(dialog.problem().isEmpty());
        CHECK(dialog.table().plan().at(1).use == service::ColumnUse::Answer);
        // The next choice is read under what is shown.
        dialog.treatAsEmpty("n.v.t.", true);
        host.wait();
        CHECK(dialog.problem().isEmpty());
        CHECK(dialog.table().plan().at(1).use == service::ColumnUse::Answer);
        dialog.treatAsEmpty("n.v.t.", false);
        host.wait();
    }
}

TEST_CASE("the check says what the import then does", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const auto said = [](ImportDialog& dialog, const QString& words) {
        const auto all = dialog.findChildren<Words*>();
        return std::any_of(all.begin(), all.end(),
                           [&](const Words* each) { return each->text().contains(words); });
    };
    const auto run = [&](const QString& name, const std::string& table, const QString& check) {
        ImportDialog dialog(host, {});
        dialog.show();
        dialog.setFiles({toQt(study.scratch.write(toUtf8(name), table))});
        host.wait();
        dialog.next();
        if (dialog.step() == ImportDialog::NamesStep)
            dialog.next();
        host.wait();
        REQUIRE(dialog.step() == ImportDialog::CheckStep);
        REQUIRE(dialog.shown() != nullptr);
        const service::ImportPreview shown = *dialog.shown();
        CHECK(shown.isHeld);
        CHECK(said(dialog, check));
        dialog.next();
        host.wait();
        REQUIRE(dialog.report());
        CHECK(dialog.report()->added == shown.added);
        CHECK(dialog.report()->updated == shown.updated);
        REQUIRE(dialog.report()->rejected.size() == shown.rejected.size());
        for (std::size_t row = 0; row < shown.rejected.size(); ++row)
            CHECK(dialog.report()->rejected[row].message == shown.rejected[row].message);
    };
    run(QStringLiteral("first.csv"), "participant,Q1\nZ1,Een kort antwoord.\nZ2,Nog een antwoord.\n",
        QStringLiteral("2 participants would be added, 0 changed. No row would be rejected."));
    run(QStringLiteral("second.csv"),
        "participant,Q1\nZ1,Een heel ander antwoord.\nZ2,Nog een antwoord.\nZ3,Een nieuw antwoord.\n",
        QStringLiteral(
            "1 participant would be added, 0 changed. One row would be rejected, and this is why."));
    run(QStringLiteral("third.csv"), "participant,Q1\nZ1,Weer anders.\nZ2,Ook weer anders.\n",
        QStringLiteral("0 would be added, 0 changed. 2 rows would be rejected, and this is why."));
    setUiLanguage(QStringLiteral("nl"));
    run(QStringLiteral("fourth.csv"), "participant,Q1\nZ4,Een vierde antwoord.\n",
        QStringLiteral("Toe te voegen: 1 deelnemer, te wijzigen: 0. Geen rij zou worden geweigerd."));
    setUiLanguage(QStringLiteral("en"));
}

TEST_CASE("a dialog that is closed leaves no work going", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    std::string table = "participant,Q1\n";
    for (int i = 0; i < 4000; ++i)
        table += "Z" + std::to_string(i) + ",Een antwoord van Jan nummer " + std::to_string(i) + ".\n";
    const QStringList files{toQt(study.scratch.write("many.csv", table))};
    const auto isStopping = [&host] {
        const auto job = host.jobs().current();
        return job && job->isCancelling;
    };
    auto dialog = std::make_unique<ImportDialog>(host, QStringList());
    dialog->show();
    // As soon as a job of that name has begun: whatever it reads, it is not done before this is heard.
    const auto whenBegun = [&](const QString& job, const std::function<void()>& act) {
        bool hasBegun = false;
        const auto heard = QObject::connect(&host.jobs(), &JobRunner::changed, &host.jobs(), [&] {
            const auto now = host.jobs().current();
            if (hasBegun || !now || now->title != job)
                return;
            hasBegun = true;
            QMetaObject::invokeMethod(&host.jobs(), act, Qt::QueuedConnection);
        });
        dialog->setFiles(files);
        REQUIRE(QTest::qWaitFor([&] { return hasBegun; }, 20000));
        QCoreApplication::processEvents();
        QObject::disconnect(heard);
    };
    bool isStopped = false;
    const auto close = [&] {
        dialog->reject();
        isStopped = isStopping();
    };
    SECTION("that reads") {
        whenBegun(QStringLiteral("Reading the files"), close);
    }
    SECTION("that is held against the study") {
        whenBegun(QStringLiteral("Holding the files against the study"), close);
    }
    SECTION("that goes without a word") {
        whenBegun(QStringLiteral("Holding the files against the study"), [&] {
            dialog.reset();
            isStopped = isStopping();
        });
    }
    SECTION("that looks for names") {
        dialog->setFiles(files);
        host.wait();
        dialog->lookForNames();
        close();
    }
    CHECK(isStopped);
    host.wait();
    if (dialog)
        CHECK(dialog->problem().isEmpty()); // nothing was asked anew
}

TEST_CASE("figures of an import say what they count, and of which files", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ImportDialog dialog(host, {});
    dialog.show();
    dialog.setFiles({toQt(study.scratch.write("one.csv", "participant,group,Q1\nZ1,A1,Een antwoord.\n")),
                     toQt(study.scratch.write("talk.txt", "Anna: Hoe was het?\nBert: Goed.\n"))});
    host.wait();
    while (dialog.step() != ImportDialog::CheckStep) {
        const auto step = dialog.step();
        dialog.next();
        host.wait();
        REQUIRE(dialog.step() != step);
    }
    QStringList said;
    for (const Words* each : dialog.findChildren<Words*>())
        said.append(each->text());
    INFO(said.join(QLatin1Char('\n')).toStdString());
    CHECK(said.contains(QStringLiteral("participant")));
    CHECK(said.contains(QStringLiteral("answer to Q1")));
    CHECK(said.contains(QStringLiteral("participant added")));
    CHECK(said.contains(QStringLiteral("turns added")));
    CHECK_FALSE(
        said.filter(QStringLiteral("1 participant and 2 turns would be added, 0 changed.")).isEmpty());
    CHECK(said.contains(QStringLiteral("What will come in: answers")));
    picture(dialog, QStringLiteral("import-two-kinds"));
}

TEST_CASE("why rows would be rejected, and what to do, is read in full", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const double before = theme().scale();
    for (const double scale : {1.0, 2.0}) {
        theme().setScale(scale);
        ImportDialog dialog(host, {});
        dialog.show();
        std::string table = "participant,Q1\n";
        for (int row = 0; row < 3000; ++row)
            table += "Z1,Antwoord " + std::to_string(row) + ".\n";
        dialog.setFiles({toQt(study.scratch.write("twice.csv", table))});
        host.wait();
        while (dialog.step() != ImportDialog::CheckStep) {
            const auto step = dialog.step();
            dialog.next();
            host.wait();
            REQUIRE(dialog.step() != step);
        }
        auto* rows = named<QTableView>(dialog, QStringLiteral("Rows that would be rejected"));
        REQUIRE(rows->isVisible());
        REQUIRE(rows->model()->rowCount() > 2000);
        QCoreApplication::processEvents();
        picture(dialog, QStringLiteral("import-rejected-%1").arg(scale));
        const auto isWhole = [rows](int row) {
            for (int column = 0; column < rows->model()->columnCount(); ++column) {
                const QModelIndex index = rows->model()->index(row, column);
                QStyleOptionViewItem cell;
                cell.initFrom(rows);
                cell.font = rows->font();
                cell.features = QStyleOptionViewItem::WrapText;
                cell.rect = QRect(0, 0, rows->columnWidth(column), 10000);
                CAPTURE(row, column);
                CHECK(rows->rowHeight(row) >= rows->itemDelegate()->sizeHint(cell, index).height());
            }
        };
        CHECK(rows->columnViewportPosition(3) + rows->columnWidth(3) <= rows->viewport()->width());
        isWhole(0);
        rows->setCurrentIndex(rows->model()->index(1500, 0));
        QCoreApplication::processEvents();
        isWhole(1500);
        dialog.reject();
    }
    theme().setScale(before);
}

TEST_CASE("the menu of a column says first what differs, and stays on the screen", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const std::string question =
        "In your opinion, what are the features (characteristics) of a high-quality unit "
        "test & what would you never do in one that others have to read?";
    ImportDialog dialog(
        host, {toQt(study.scratch.write("survey.csv", "participant,\"" + question + "\"\nN1,clear\n"))});
    dialog.show();
    host.wait();
    auto* header = dialog.findChild<MappingHeader*>();
    REQUIRE(header != nullptr);
    REQUIRE(header->button(1) != nullptr);
    header->button(1)->click();
    auto* menu = dialog.findChild<QMenu*>();
    REQUIRE(menu != nullptr);
    CHECK(menu->sizeHint().width() < 700);
    QStringList texts;
    for (const QAction* action : menu->actions())
        texts.append(action->text());
    const QString all = texts.join(QLatin1Char('\n'));
    INFO(all.toStdString());
    CHECK(all.contains(QStringLiteral("Attribute, hidden from raters: In your")));
    CHECK(all.contains(QStringLiteral("Attribute, raters see it: In your")));
    CHECK(all.contains(QStringLiteral("Answer to a new question: In_your_opinion_what_are\n")));
    menu->close();
}

TEST_CASE("a new question has a name of its own, and one that was asked before is known", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const auto choices = [](ImportDialog& dialog, int column) {
        auto* header = dialog.findChild<MappingHeader*>();
        REQUIRE(header != nullptr);
        REQUIRE(header->button(column) != nullptr);
        header->button(column)->click();
        auto* menu = dialog.findChild<QMenu*>();
        REQUIRE(menu != nullptr);
        return menu->actions();
    };
    const auto choose = [&](ImportDialog& dialog, const QString& words) {
        QStringList all;
        for (QAction* action : choices(dialog, 1)) {
            all.append(action->text());
            if (action->text() == words) {
                action->trigger();
                dialog.findChild<QMenu*>()->close();
                host.wait();
                return;
            }
        }
        FAIL("no entry " << words.toStdString() << " in\n" << all.join(QLatin1Char('\n')).toStdString());
    };
    const auto finish = [&](ImportDialog& dialog) {
        while (dialog.step() != ImportDialog::DoneStep) {
            const ImportDialog::Step before = dialog.step();
            dialog.next();
            host.wait();
            REQUIRE(dialog.step() != before);
        }
        REQUIRE(dialog.report());
        CHECK(dialog.report()->added + dialog.report()->updated > 0);
    };
    const auto read = [&](const std::string& name, const std::string& question) {
        return toQt(study.scratch.write(name + ".csv", "participant,\"" + question + "\"\nN1,in " + name +
                                                           " clear words for once\n"));
    };
    const std::string pupils = "How do you measure success of pupils?";
    const std::string inClass = "How do you measure success in class?";
    {
        ImportDialog dialog(host, {read("first", pupils)});
        dialog.show();
        host.wait();
        choose(dialog, QStringLiteral("Answer to a new question: How_do_you_measure"));
        finish(dialog);
    }
    {
        ImportDialog dialog(host, {read("second", inClass)});
        dialog.show();
        host.wait();
        CHECK(dialog.table().plan()[1].target != "How_do_you_measure");
        choose(dialog, QStringLiteral("Answer to a new question: How_do_you_measure_2"));
        finish(dialog);
    }
    const auto instrument = take(host.study().session().instrument());
    std::map<std::string, std::string> asked;
    for (const model::Prompt& prompt : instrument.prompts)
        asked[prompt.name] = prompt.wording.in("en");
    CHECK(asked["How_do_you_measure"] == pupils);
    CHECK(asked["How_do_you_measure_2"] == inClass);
    // The next wave asks the same.
    for (const auto& [name, wording] : asked) {
        if (name.rfind("How", 0) != 0)
            continue;
        ImportDialog dialog(host, {read("third", wording)});
        dialog.show();
        host.wait();
        CHECK(dialog.table().plan()[1].use == service::ColumnUse::Answer);
        CHECK(dialog.table().plan()[1].target == name);
    }
}

TEST_CASE("a table is read as a codebook where that is what is asked for", "[import]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    const QString file =
        toQt(study.scratch.write("codes.csv", "name,text\nwarmth,Is kind.\nstructure,Is clear.\n"));
    ImportDialog dialog(host, {});
    dialog.readAs(service::ImportKind::Codebook);
    dialog.setFiles({file});
    host.wait();
    REQUIRE(dialog.shown() != nullptr);
    CHECK(dialog.shown()->kind == service::ImportKind::Codebook);
}
