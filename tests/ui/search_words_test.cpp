// SPDX-License-Identifier: GPL-3.0-or-later
// Words in the search view: forms of what is asked, words typical of what was found, samples, counts.
#include "service/saved_searches.h"
#include "ui/line_study.h"
#include "ui/models/query_text.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/line_counts.h"
#include "ui/views/search/line_list.h"
#include "ui/views/search/line_samples.h"
#include "ui/views/search/search_view.h"
#include "ui/views/search/word_lists.h"

#include <QCheckBox>
#include <QFile>
#include <QSignalSpy>
#include <QStandardItemModel>

using namespace rapport;
using namespace rapport::ui;
using test::follow;
using test::LineStudy;
using test::queryOf;
using test::ResultsHost;
using test::take;
using test::waitFor;

TEST_CASE("the first word of a query, or a choice of forms, is found where it stands", "[search]") {
    const auto found = [](const char* typed) {
        const QString query = QString::fromUtf8(typed);
        const auto forms = formsIn(query);
        return forms ? query.mid(forms->begin, forms->length) + QLatin1Char('|') +
                           forms->words.join(QLatin1Char(','))
                     : QStringLiteral("none");
    };
    CHECK(found("band") == QLatin1String("band|band"));
    CHECK(found("question:Q1 band* juf") == QLatin1String("band*|band*"));
    CHECK(found("-straf band") == QLatin1String("band|band"));
    CHECK(found("(band OR banden) question:Q1") == QLatin1String("(band OR banden)|band,banden"));
    CHECK(found("(foto OR \"foto's\")") == QLatin1String("(foto OR \"foto's\")|foto,foto's"));
    CHECK(found("question:(Q1 OR Q2) band") == QLatin1String("band|band"));
    CHECK(found("NOT (a OR b) c") == QLatin1String("c|c"));
    CHECK(found("(a b) c") == QLatin1String("a|a"));
    CHECK(found("\"een goede band\"") == QLatin1String("none"));
    CHECK(found("question:Q1") == QLatin1String("none"));
    CHECK(found("=Jan band") == QLatin1String("band|band"));
    CHECK(found("") == QLatin1String("none"));
    CHECK(found("(((") == QLatin1String("none"));
}

TEST_CASE("every word of a query has its forms, and what is denied or a value has none", "[search]") {
    const auto found = [](const char* typed) {
        QStringList words;
        for (const QueryForms& each : allFormsIn(QString::fromUtf8(typed)))
            words.append(each.words.join(QLatin1Char(',')));
        return words.join(QLatin1Char(' '));
    };
    CHECK(found("zorg wet") == QLatin1String("zorg wet"));
    CHECK(found("zorg (wet OR wetten) -geld") == QLatin1String("zorg wet,wetten"));
    CHECK(found("zorg NEAR/5 wet") == QLatin1String("zorg wet"));
    CHECK(found("(zorg wet) WITHIN sentence") == QLatin1String("zorg wet"));
    CHECK(found("code:x \"een zin\" zorg") == QLatin1String("zorg"));
    CHECK(found("") == QString());
}

TEST_CASE("every word of the query shows its forms, ticked one by one and saved for each", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    FormRows& forms = view.forms().forms();
    view.search(QStringLiteral("band NOT rust"));
    waitFor(host);
    CHECK(forms.wordCount() == 1); // what is denied has none
    CHECK_FALSE(forms.index(0).data(FormRows::IsWordRole).toBool());

    view.search(QStringLiteral("(band OR banden) NEAR/9 juf xylofoon*"));
    waitFor(host);
    REQUIRE(forms.wordCount() == 3);
    CHECK(forms.word(0) == QLatin1String("band"));
    CHECK(forms.word(1) == QLatin1String("juf"));
    CHECK(forms.ticked(0) == QStringList{"band", "banden"});
    CHECK(forms.ticked(1) == QStringList{"juf"});
    CHECK(forms.ticked(2).isEmpty());
    // A row for the word, which is no form: nothing to tick, and the arrow keys pass it by.
    const QModelIndex word = forms.index(0);
    CHECK(word.data(FormRows::IsWordRole).toBool());
    CHECK(word.data(FormRows::TickedRole).toInt() == 2);
    CHECK_FALSE(forms.flags(word).testFlag(Qt::ItemIsEnabled));
    CHECK_FALSE(forms.setData(word, Qt::Checked, Qt::CheckStateRole));
    const QModelIndex last = forms.index(forms.rowCount() - 1);
    CHECK(last.data(FormRows::IsWordRole).toBool());
    CHECK(last.data(FormRows::FormsRole).toInt() == 0);
    CHECK(last.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("in no text")));

    view.search(QStringLiteral("(band OR banden) juf"));
    waitFor(host);
    REQUIRE(forms.wordCount() == 2);
    CHECK(forms.word(0) == QLatin1String("band"));
    // The second word's form alone changes that word.
    const int row = forms.rowOf(1, QStringLiteral("juf"));
    REQUIRE(row > 0);
    CHECK_FALSE(forms.setData(forms.index(row), Qt::Unchecked, Qt::CheckStateRole));
    waitFor(host);
    CHECK(forms.ticked(1) == QStringList{"juf"}); // the last tick of a word stays
    CHECK(queryOf(view) == QLatin1String("(band OR banden) juf"));
    CHECK(forms.setData(forms.index(forms.rowOf(0, QStringLiteral("band"))), Qt::Unchecked,
                        Qt::CheckStateRole));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("banden juf"));
    CHECK(forms.word(0) == QLatin1String("band")); // still a choice among the forms of band
    CHECK(forms.unticked(0).contains(QStringLiteral("band")));

    view.saveAs(QStringLiteral("Two words"));
    const auto saved = take(service::savedSearch(host.study().session(), "Two words"));
    REQUIRE(saved.settings.forms.size() == 2);
    CHECK(saved.settings.forms[0].word == "band");
    CHECK(saved.settings.forms[0].ticked == std::vector<std::string>{"banden"});
    CHECK(saved.settings.forms[1].word == "juf");
    view.search(QStringLiteral("rust"));
    waitFor(host);
    view.openSaved(QStringLiteral("Two words"));
    waitFor(host);
    REQUIRE(forms.wordCount() == 2);
    CHECK(forms.word(0) == QLatin1String("band"));
    CHECK(forms.ticked(0) == QStringList{"banden"});
    CHECK(forms.ticked(1) == QStringList{"juf"});
}

TEST_CASE("only what is searched is ticked: a word typed after its pattern stands for itself", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    FormRows& forms = view.forms().forms();
    view.search(QStringLiteral("band*"));
    waitFor(host);
    const QStringList all = forms.ticked(0);
    REQUIRE(all.size() > 1); // a pattern stands for all its forms
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(forms.word(0) == QLatin1String("band"));
    CHECK(forms.ticked(0) == QStringList{"band"});

    view.search(QStringLiteral("band*"));
    waitFor(host);
    for (const QString& form : all) {
        if (form != QLatin1String("band"))
            CHECK(forms.setData(forms.index(forms.rowOf(0, form)), Qt::Unchecked, Qt::CheckStateRole));
        waitFor(host);
    }
    CHECK(queryOf(view) == QLatin1String("band"));
    CHECK(forms.word(0) == QLatin1String("band*"));
    CHECK(forms.ticked(0) == QStringList{"band"});
    CHECK(forms.unticked(0).size() == all.size() - 1);
}

TEST_CASE("forms are ticked into the query, saved with it, and the lines written out", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band question:(Q1 OR Q2)"));
    waitFor(host);
    FormRows& forms = view.forms().forms();
    REQUIRE(forms.rowCount() >= 2);
    CHECK(forms.ticked(0) == QStringList{"band"});
    int plural = -1;
    for (int row = 0; row < forms.rowCount(); ++row) {
        if (forms.index(row).data().toString() == QLatin1String("banden"))
            plural = row;
    }
    REQUIRE(plural >= 0);
    CHECK(forms.setData(forms.index(plural), Qt::Checked, Qt::CheckStateRole));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("(band OR banden) question:(Q1 OR Q2)"));
    CHECK(view.lines().rowCount() == 7);
    CHECK(forms.ticked(0).size() == 2);
    CHECK(forms.index(plural).data().toString() == QLatin1String("banden")); // rows do not jump

    view.setSort({"match"});
    waitFor(host);
    view.saveAs(QStringLiteral("Bands"));
    view.search(QStringLiteral("rust"));
    waitFor(host);
    CHECK(view.lines().rowCount() == 1);
    view.setSort({});
    waitFor(host);
    view.openSaved(QStringLiteral("Bands"));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("(band OR banden) question:(Q1 OR Q2)"));
    CHECK(view.lines().rowCount() == 7);
    CHECK(view.lines().line(6)->match == "Banden");
    const auto saved = take(service::savedSearch(host.study().session(), "Bands"));
    CHECK(saved.runs == 1);
    CHECK(saved.lines == 7);
    REQUIRE(saved.settings.forms.size() == 1);
    CHECK(saved.settings.forms.front().ticked == std::vector<std::string>{"band", "banden"});
    CHECK(saved.settings.forms.front().word == "band");

    const QString file = QString::fromStdString(study.scratch.file("lines.csv"));
    view.exportTo(file);
    waitFor(host);
    QFile written(file);
    REQUIRE(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    CHECK(bytes.count('\n') == 8);
    CHECK(bytes.contains("(band OR banden)"));
    view.setMode(SearchMode::Counts);
    waitFor(host);
    view.setMode(SearchMode::Spread);
    waitFor(host);
    CHECK(view.spread().report().lines == 7);
    CHECK(host.errors.empty());
}

TEST_CASE("words typical of what was found, sequences in it, and texts like it", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.setMode(SearchMode::Words);
    view.search(QStringLiteral("band"));
    waitFor(host);
    const QStandardItemModel& words = view.wordLists().keywords();
    const auto has = [&words](const char* form) { return !words.findItems(QLatin1String(form)).isEmpty(); };
    REQUIRE(words.rowCount() > 3);
    CHECK(words.item(0)->text() == QLatin1String("band"));
    CHECK(has("een"));
    CHECK(has("geen"));
    view.wordLists().withoutStopWords().setChecked(true);
    CHECK_FALSE(has("een"));
    CHECK(has("band"));
    CHECK(stopWordsNote().contains(QLatin1String("BSD-3-Clause")));
    CHECK(view.wordLists().withoutStopWords().toolTip().contains(QLatin1String(" geen ")));
    view.wordLists().withoutStopWords().setChecked(false);
    CHECK(has("een"));
    REQUIRE(view.wordLists().sequences().rowCount() > 0);
    CHECK_FALSE(view.wordLists().sequences().findItems(QStringLiteral("goede band")).isEmpty());
    Q_EMIT view.wordLists().sequenceChosen(QStringLiteral("goede band"));
    waitFor(host);
    CHECK(queryOf(view) == QLatin1String("\"goede band\""));
    CHECK(view.mode() == SearchMode::Lines);
    CHECK(view.lines().rowCount() == 2);

    view.askSimilar();
    waitFor(host);
    CHECK(view.mode() == SearchMode::Texts);
    CHECK(view.hits().rowCount() > 0);
    CHECK(queryOf(view) != QLatin1String("\"goede band\""));
    CHECK(host.errors.empty());
}

TEST_CASE("a sample of lines is drawn, judged blind by digits, opened and measured", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    {
        LineSamplesDialog dialog(host.study(), host.jobs(), QStringLiteral("band"));
        service::LineSampleRequest request;
        request.name = "Bands";
        request.query = "band";
        request.lines = 4;
        request.codes = {"closeness", "conflict"};
        request.raters = {"R1"};
        dialog.draw(request); // one rater cannot agree with anybody
        host.wait();
        CHECK(dialog.samples().rowCount() == 0);
        request.raters = {"R1", "R2"};
        dialog.draw(request);
        host.wait();
        REQUIRE(dialog.samples().rowCount() == 1);
        CHECK(dialog.samples().item(0)->text() == QLatin1String("Bands"));
    }
    for (const char* name : {"R1", "R2"}) {
        host.study().setViewer(take(host.study().session().rater(name)));
        LineSamplesDialog dialog(host.study(), host.jobs(), {});
        REQUIRE(dialog.samples().rowCount() == 1);
        const QString first = dialog.lineText();
        CHECK_FALSE(first.isEmpty());
        dialog.judge(7); // there is no such code
        CHECK(dialog.lineText() == first);
        QTest::keyClick(&dialog, Qt::Key_1);
        // The next may have the same words.
        CHECK(dialog.samples().item(0, 1)->text() == QLatin1String("1 of 4"));
        QTest::keyClick(&dialog, Qt::Key_Backspace);
        CHECK(dialog.lineText() == first);
        QTest::keyClick(&dialog, Qt::Key_2); // thought better of
        dialog.judge(0);
        dialog.judge(1);
        dialog.judge(1);
        CHECK(dialog.samples().item(0, 1)->text() == QLatin1String("4 of 4"));
    }
    host.study().setViewer(std::nullopt);
    LineSamplesDialog dialog(host.study(), host.jobs(), {});
    QSignalSpy measured(&dialog, &LineSamplesDialog::measured);
    dialog.openChosen();
    REQUIRE(QTest::qWaitFor([&] { return measured.count() > 0; }, 30000));
    CHECK(dialog.measures().rowCount() > 2);
    CHECK(dialog.samples().item(0, 1)->text() == QLatin1String("open"));
    CHECK(host.errors.empty());
}

TEST_CASE("a saved search brings its sample's seed and its context, and its run is noted for itself alone",
          "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    service::ConcordanceRequest request;
    request.query = "band";
    request.sample = 2;
    request.width = 1;
    const auto drawn = [&](std::uint64_t seed) {
        request.seed = seed;
        return take(service::concordance(host.study().session(), request)).lines;
    };
    const auto differs = [](const auto& a, const auto& b) {
        return a.unitName != b.unitName || a.range != b.range;
    };
    const auto usual = drawn(1);
    std::uint64_t seed = 2;
    while (!differs(drawn(seed)[0], usual[0]) || !differs(drawn(seed)[1], usual[1]))
        ++seed;
    const auto wanted = drawn(seed);
    service::SearchSettings settings;
    settings.sample = 2;
    settings.seed = seed;
    settings.width = 1;
    take(service::saveSearch(host.study().session(), "drawn", "band", settings));
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.openSaved(QStringLiteral("drawn"));
    waitFor(host);
    REQUIRE(view.lines().rowCount() == 2);
    for (int row = 0; row < 2; ++row) {
        CHECK(view.lines().line(row)->unitName == wanted[std::size_t(row)].unitName);
        CHECK(view.lines().line(row)->left == wanted[std::size_t(row)].left);
    }
    CHECK(take(service::savedSearch(host.study().session(), "drawn")).runs == 1);
    view.saveAs(QStringLiteral("again"));
    const auto again = take(service::savedSearch(host.study().session(), "again")).settings;
    CHECK(again.seed == seed);
    CHECK(again.width == 1);

    // Another query was typed before the lines came.
    view.openSaved(QStringLiteral("drawn"));
    view.search(QStringLiteral("rust"));
    waitFor(host);
    CHECK(take(service::savedSearch(host.study().session(), "drawn")).runs == 1);
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(take(service::savedSearch(host.study().session(), "drawn")).runs == 1);
}

TEST_CASE("counts and spread of one query do not stand under another", "[search]") {
    LineStudy study;
    ResultsHost host(study.path());
    SearchView view(host, nullptr);
    follow(host, view);
    view.resize(1400, 800);
    view.show();
    view.search(QStringLiteral("band"));
    waitFor(host);
    view.setMode(SearchMode::Spread);
    waitFor(host);
    CHECK(view.spread().report().lines == 6);
    view.setMode(SearchMode::Counts);
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() > 0);
    view.search(QStringLiteral("question:Q2"));
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() == 0);
    CHECK(view.spread().report().lines == 0);
    view.search(QStringLiteral("band"));
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() > 0);
    view.search(QString());
    waitFor(host);
    CHECK(view.lineCounts().frequencyCount() == 0);
    CHECK(host.errors.empty());
}
