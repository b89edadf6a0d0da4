// SPDX-License-Identifier: GPL-3.0-or-later
// What a split left is coded again with digits, what was coded with a retired code with one of its variable.
#include "service/codebook_changes.h"
#include "service/rating.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/dialogs/recode_dialog.h"
#include "ui/results_host.h"

#include <QCheckBox>
#include <QListWidget>
#include <QSignalSpy>

using namespace rapport;
using namespace rapport::ui;
using test::RatedStudy;
using test::ResultsHost;
using test::take;

TEST_CASE("codings of a split code are chosen again by digits, and undo brings one back", "[dialogs]") {
    RatedStudy study;
    const auto before = take(service::codingsToRecode(*study.session, false));
    CHECK(before.empty());
    service::NewCode warm;
    warm.name = "warm";
    warm.title = model::sameText("Warm");
    service::NewCode near;
    near.name = "near";
    near.title = model::sameText("Near");
    take(service::splitCode(*study.session, "closeness", {warm, near}));
    const auto left = take(service::codingsToRecode(*study.session, false));
    REQUIRE(left.size() > 2);
    CHECK_FALSE(left.front().words.empty());
    study.session.reset();

    ResultsHost host(study.path());
    RecodeDialog dialog(host.study(), host.jobs());
    dialog.show();
    host.wait();
    REQUIRE(dialog.list()->count() == int(left.size()));
    CHECK(dialog.list()->item(0)->text().contains(toQt(left[0].unitName)));
    REQUIRE(dialog.choices().size() == 2);
    CHECK(dialog.choices()[0]->text() == QLatin1String("Warm"));
    QTest::keyClick(dialog.list(), Qt::Key_3); // there is none
    CHECK(dialog.list()->count() == int(left.size()));
    QTest::keyClick(dialog.list(), Qt::Key_2);
    CHECK(dialog.list()->count() == int(left.size()) - 1);
    auto& session = host.study().session();
    const auto codebook = take(session.codebook());
    const auto coded = [&](const char* code) {
        std::size_t count = 0;
        for (const service::UnitItem& item : take(service::units(session, {})))
            for (const char* name : {"R1", "R2"}) {
                const auto rater = take(session.rater(name));
                const auto round = take(service::roundFor(session, item.id, rater.id, "default"));
                for (const model::Coding& coding :
                     take(service::unitWork(session, item.id, rater.id, round.id)).codings)
                    count += std::size_t(coding.code == codebook->code(code).code->id);
            }
        return count;
    };
    CHECK(coded("near") == 1);
    CHECK(coded("warm") == 0);
    host.study().undo();
    CHECK(coded("near") == 0);
    CHECK(take(service::codingsToRecode(session, false)).size() == left.size());
    while (dialog.list()->count() > 0)
        QTest::keyClick(dialog.list(), Qt::Key_1);
    CHECK(dialog.note() == QLatin1String("Nothing is left to be coded again."));
    CHECK(dialog.choices().empty());
    CHECK(host.errors.empty());
}

TEST_CASE("codings of a retired code are shown on demand and get another code of their variable",
          "[dialogs]") {
    RatedStudy study;
    service::NewCode warm;
    warm.name = "warm";
    warm.title = model::sameText("Warm");
    service::NewCode near;
    near.name = "near";
    near.title = model::sameText("Near");
    take(service::splitCode(*study.session, "closeness", {warm, near}));
    const std::string first = take(service::units(*study.session, {})).front().name;
    take(service::code(*study.session, study.target("R2", first), study.code("conflict")));
    take(service::retireCode(*study.session, "conflict"));
    const std::size_t ofSplit = take(service::codingsToRecode(*study.session, false)).size();
    const std::size_t all = take(service::codingsToRecode(*study.session, true)).size();
    REQUIRE(ofSplit > 0);
    REQUIRE(all > ofSplit + 1);
    study.session.reset();

    ResultsHost host(study.path());
    RecodeDialog dialog(host.study(), host.jobs());
    dialog.show();
    host.wait();
    CHECK(dialog.list()->count() == int(ofSplit));
    REQUIRE(dialog.retired()->isVisible());
    CHECK_FALSE(dialog.others()->isVisible());
    QTest::keyClick(dialog.list(), Qt::Key_Return); // nothing to choose from by Enter
    CHECK(dialog.list()->count() == int(ofSplit));
    while (dialog.list()->count() > 0)
        QTest::keyClick(dialog.list(), Qt::Key_1);
    dialog.retired()->click();
    CHECK(dialog.list()->count() == int(all - ofSplit));
    REQUIRE(dialog.others()->isVisible());
    CHECK(dialog.choices().empty());
    CHECK(dialog.others()->findText(QStringLiteral("Conflict")) == -1);
    const int warmRow = dialog.others()->findText(QStringLiteral("Warm"));
    REQUIRE(warmRow >= 0);
    QTest::keyClick(dialog.list(), Qt::Key_1); // a digit chooses nothing here
    CHECK(dialog.list()->count() == int(all - ofSplit));
    dialog.others()->setCurrentIndex(warmRow);
    QTest::keyClick(dialog.list(), Qt::Key_Return);
    CHECK(dialog.list()->count() == int(all - ofSplit) - 1);
    CHECK(dialog.others()->currentText() == QLatin1String("Warm"));
    CHECK(take(service::codingsToRecode(host.study().session(), true)).size() == all - ofSplit - 1);
    host.study().undo();
    CHECK(take(service::codingsToRecode(host.study().session(), true)).size() == all - ofSplit);
    // Those of split codes are done: they do not come back with the box.
    dialog.retired()->click();
    CHECK(dialog.list()->count() == 0);
    CHECK(host.errors.empty());
}
