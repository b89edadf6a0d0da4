// SPDX-License-Identifier: GPL-3.0-or-later
// The view of all texts: what is counted after the list is there, choices by participants, memos.
#include "service/reading.h"
#include "ui/components/controls.h"
#include "ui/components/empty_note.h"
#include "ui/components/reading_view.h"
#include "ui/components/small_parts.h"
#include "ui/models/source_list.h"
#include "ui/results_host.h"
#include "ui/views/study/source_memo.h"
#include "ui/views/study/sources_view.h"

#include <QComboBox>
#include <QPlainTextEdit>
#include <QTableView>
#include <algorithm>

using namespace rapport;
using namespace rapport::ui;
using test::RatedStudy;
using test::ResultsHost;
using test::take;

namespace {

void open(SourcesView& view, ResultsHost& host) {
    view.resize(1400, 800);
    view.show();
    view.activated();
    host.wait();
    QTest::qWait(60); // words are asked for once the rows were painted
    host.wait();
}

QComboBox* choiceOf(const SourcesView& view, const QString& name) {
    for (auto* box : view.findChildren<QComboBox*>()) {
        if (box->accessibleName() == name)
            return box;
    }
    return nullptr;
}

void activate(QComboBox& box, const QString& text) {
    const int row = box.findText(text);
    REQUIRE(row >= 0);
    box.setCurrentIndex(row);
    Q_EMIT box.activated(row);
}

} // namespace

TEST_CASE("counts come after the list, and the list is sorted by them", "[study][sources]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    SourcesView view(host, nullptr);
    open(view, host);
    SourceList& list = view.list();
    REQUIRE(list.rowCount() > 3);
    const auto text = [&](int row, int column) { return list.index(row, column).data().toString(); };
    for (int row = 0; row < list.rowCount(); ++row) {
        const auto known = take(service::sourceText(host.study().session(), list.sourceAt(row)));
        CAPTURE(known.item.name);
        CHECK(text(row, SourceList::Name).toStdString() == known.item.name);
        CHECK(text(row, SourceList::Words) == QString::number(known.item.words));
        CHECK_FALSE(text(row, SourceList::Codings).isEmpty());
    }
    view.table()->sortByColumn(SourceList::Words, Qt::DescendingOrder);
    host.wait();
    for (int row = 1; row < list.rowCount(); ++row)
        CHECK(text(row - 1, SourceList::Words).toInt() >= text(row, SourceList::Words).toInt());
    view.table()->sortByColumn(SourceList::Codings, Qt::DescendingOrder);
    CHECK(text(0, SourceList::Codings).toInt() > 0);
    CHECK(host.errors.empty());
}

TEST_CASE("a filter that nothing matches says so, and leaves no other text beside the list",
          "[study][sources]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    SourcesView view(host, nullptr);
    open(view, host);
    auto* note = view.findChild<EmptyNote*>();
    REQUIRE(note != nullptr);
    CHECK_FALSE(note->isVisible());
    auto* filter = view.findChild<SearchField*>();
    filter->setText(QStringLiteral("nothing has this name"));
    REQUIRE(QTest::qWaitFor([&] { return view.list().rowCount() == 0; }, 5000));
    CHECK(note->isVisible());
    CHECK(note->text() == QLatin1String("No text matches the filter. Esc in the filter clears it."));
    const auto isSaid = [&view](const QString& words) {
        const auto all = view.findChildren<Words*>();
        return std::any_of(all.begin(), all.end(), [&](const Words* each) { return each->text() == words; });
    };
    CHECK(isSaid(QStringLiteral("No text chosen")));
    if (const QString folder = qEnvironmentVariable("RAPPORT_PICTURES"); !folder.isEmpty())
        CHECK(view.grab().save(folder + QStringLiteral("/sources-none.png")));
    filter->clear();
    REQUIRE(QTest::qWaitFor([&] { return view.list().rowCount() > 0; }, 5000));
    host.wait();
    CHECK_FALSE(note->isVisible());
    CHECK_FALSE(isSaid(QStringLiteral("No text chosen")));
}

TEST_CASE("texts are chosen by what is known of who wrote them", "[study][sources]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    SourcesView view(host, nullptr);
    open(view, host);
    const int all = view.list().rowCount();
    QComboBox* people = choiceOf(view, QStringLiteral("What is known of participants"));
    REQUIRE(people != nullptr);
    activate(*people, QStringLiteral("group: A2"));
    CHECK(view.list().rowCount() > 0);
    CHECK(view.list().rowCount() < all);
    for (int row = 0; row < view.list().rowCount(); ++row) {
        const auto known = take(service::sourceText(host.study().session(), view.list().sourceAt(row)));
        CHECK(known.attributes.at("group") == "A2");
    }
    // The choice stays when the list is read anew.
    host.study().announce([] {
        service::ChangeSet change;
        change.sourcesChanged = true;
        return change;
    }());
    view.onChanged([] {
        service::ChangeSet change;
        change.sourcesChanged = true;
        return change;
    }());
    host.wait();
    CHECK(people->currentText() == QLatin1String("group: A2"));
    CHECK(view.list().rowCount() < all);
    activate(*people, QStringLiteral("all participants"));
    CHECK(view.list().rowCount() == all);
}

TEST_CASE("a memo on a text is written by keys, kept, and gone with undo", "[study][sources]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    SourcesView view(host, nullptr);
    QObject::connect(&host.study(), &StudyContext::changed, &view,
                     [&view](const service::ChangeSet& change) { view.onChanged(change); });
    open(view, host);
    host.actions().setCurrent(ActionContext::Sources, true);
    const model::SourceId first = view.list().sourceAt(0);
    host.actions().action(QStringLiteral("sources.memo"))->trigger();
    REQUIRE(view.memo()->isEditing());
    QTest::keyClicks(view.memo()->edit(), QStringLiteral("Ask about this one."));
    QTest::keyClick(view.memo()->edit(), Qt::Key_Escape);
    host.wait();
    CHECK_FALSE(view.memo()->isEditing());
    CHECK(view.memo()->text() == QLatin1String("Ask about this one."));
    CHECK(take(service::sourceMemo(host.study().session(), first)) == "Ask about this one.");
    // Another text has none; the first shows its own again.
    view.table()->selectRow(1);
    host.wait();
    CHECK(view.memo()->text().isEmpty());
    view.table()->selectRow(0);
    host.wait();
    CHECK(view.memo()->text() == QLatin1String("Ask about this one."));
    // Going elsewhere while writing keeps what was written.
    host.actions().action(QStringLiteral("sources.memo"))->trigger();
    view.memo()->edit()->setPlainText(QStringLiteral("Rather not."));
    view.table()->selectRow(1);
    host.wait();
    CHECK(take(service::sourceMemo(host.study().session(), first)) == "Rather not.");
    view.table()->selectRow(0);
    host.wait();
    host.study().undo();
    host.wait();
    CHECK(view.memo()->text() == QLatin1String("Ask about this one."));
    CHECK(host.errors.empty());
}

TEST_CASE("a memo on a text that cannot be written keeps its words", "[study][sources][typed]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    SourcesView view(host, nullptr);
    open(view, host);
    host.actions().setCurrent(ActionContext::Sources, true);
    const model::SourceId first = view.list().sourceAt(0);
    host.actions().action(QStringLiteral("sources.memo"))->trigger();
    QTest::keyClicks(view.memo()->edit(), QStringLiteral("Ask about this one."));
    {
        auto other = take(service::Session::open(study.path(), service::OpenMode::ReadWrite));
        const auto done = service::asOneStep(*other, [&](service::Session&) -> base::Status {
            QTest::keyClick(view.memo()->edit(), Qt::Key_Escape);
            CHECK(view.memo()->isEditing());
            CHECK_FALSE(view.keepTyped());
            // Nor are they lost by going elsewhere, which has to wait.
            view.table()->selectRow(1);
            QCoreApplication::processEvents();
            CHECK(view.memo()->isEditing());
            CHECK(view.table()->currentIndex().row() == 0);
            return base::fail(base::Errc::Cancelled, "the other program gave up");
        });
        CHECK_FALSE(done);
    }
    CHECK(view.memo()->edit()->toPlainText() == QLatin1String("Ask about this one."));
    CHECK(view.keepTyped());
    CHECK_FALSE(view.memo()->isEditing());
    CHECK(take(service::sourceMemo(host.study().session(), first)) == "Ask about this one.");
}
