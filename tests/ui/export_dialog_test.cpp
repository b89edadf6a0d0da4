// SPDX-License-Identifier: GPL-3.0-or-later
// File, Export: every form that is offered is written and holds what it promises.
#include "results_host.h"
#include "support/scratch.h"
#include "ui/dialogs/export_dialog.h"

#include <QComboBox>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

QByteArray written(ResultsHost& host, const QString& what, const QString& ending, const QString& file) {
    ExportDialog dialog(host);
    dialog.choose(what, ending);
    REQUIRE(dialog.what()->currentData().toString() == what);
    REQUIRE(dialog.form()->currentData().toString() == ending);
    QSignalSpy done(&dialog, &ExportDialog::written);
    dialog.exportTo(file);
    REQUIRE(done.wait(30000));
    INFO(what.toStdString() << " ." << ending.toStdString() << ": " << dialog.problem().toStdString());
    CHECK(done.front().front().toString() == file);
    QFile bytes(file);
    REQUIRE(bytes.open(QIODevice::ReadOnly));
    return bytes.readAll();
}

} // namespace

TEST_CASE("every form that Export offers can be written", "[dialogs][export]") {
    const RatedStudy study;
    const ScratchFolder scratch;
    ResultsHost host(study.path());
    const ExportDialog offered(host);
    int forms = 0;
    for (int row = 0; row < offered.what()->count(); ++row) {
        ExportDialog each(host);
        each.what()->setCurrentIndex(row);
        for (int form = 0; form < each.form()->count(); ++form) {
            const QString ending = each.form()->itemData(form).toString();
            const QString file =
                toQt(scratch.file("out" + std::to_string(forms++))) + QLatin1Char('.') + ending;
            CHECK_FALSE(
                written(host, each.what()->itemData(row).toString(), ending, file).trimmed().isEmpty());
        }
    }
    CHECK(forms >= 20);
    CHECK(host.errors.empty());
}

TEST_CASE("what Export writes is what was asked for", "[dialogs][export]") {
    const RatedStudy study;
    const ScratchFolder scratch;
    ResultsHost host(study.path());
    const auto file = [&scratch](const char* name) { return toQt(scratch.file(name)); };
    const QByteArray codings =
        written(host, QStringLiteral("codings"), QStringLiteral("csv"), file("codings.csv"));
    CHECK(codings.contains("R1"));
    CHECK(codings.contains("closeness"));
    CHECK(written(host, QStringLiteral("audit"), QStringLiteral("md"), file("audit.md")).startsWith("#"));
    CHECK(written(host, QStringLiteral("project"), QStringLiteral("qdpx"), file("p.qdpx")).startsWith("PK"));
    CHECK(
        written(host, QStringLiteral("wide"), QStringLiteral("csv"), file("wide.csv")).contains("conflict"));
    CHECK(host.toasts.back().contains(file("wide.csv")));
}

TEST_CASE("an export that cannot be written says so and stays open", "[dialogs][export]") {
    const RatedStudy study;
    ResultsHost host(study.path());
    ExportDialog dialog(host);
    dialog.show();
    QSignalSpy done(&dialog, &ExportDialog::written);
    dialog.exportTo(QStringLiteral("/nowhere/at/all.csv"));
    REQUIRE(done.wait(30000));
    CHECK(done.front().front().toString().isEmpty());
    CHECK_FALSE(dialog.problem().isEmpty());
    CHECK(dialog.isVisible());
}
