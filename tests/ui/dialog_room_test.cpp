// SPDX-License-Identifier: GPL-3.0-or-later
// Every dialog stays on the least screen, with its buttons on it, in letters of every size.
#include "results_host.h"
#include "service/codebook_changes.h"
#include "ui/app/language.h"
#include "ui/app/settings_dialog.h"
#include "ui/app/shortcuts_dialog.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/file_dialog.h"
#include "ui/dialogs/assign_dialog.h"
#include "ui/dialogs/backups_dialog.h"
#include "ui/dialogs/code_change_dialog.h"
#include "ui/dialogs/export_dialog.h"
#include "ui/dialogs/forget_dialog.h"
#include "ui/dialogs/history_dialog.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/instrument_dialog.h"
#include "ui/dialogs/merge_dialog.h"
#include "ui/dialogs/names_page.h"
#include "ui/dialogs/new_study_dialog.h"
#include "ui/dialogs/own_rating_dialog.h"
#include "ui/dialogs/pack_dialog.h"
#include "ui/dialogs/pick_dialog.h"
#include "ui/dialogs/plan_dialog.h"
#include "ui/dialogs/rater_dialog.h"
#include "ui/dialogs/reassign_dialog.h"
#include "ui/dialogs/recode_dialog.h"
#include "ui/dialogs/rename_dialog.h"
#include "ui/dialogs/unseal_dialog.h"
#include "ui/dialogs/variable_dialog.h"
#include "ui/dialogs/version_dialog.h"
#include "ui/dialogs/viewer_dialog.h"
#include "ui/models/study_progress.h"
#include "ui/views/consensus/definition_dialog.h"
#include "ui/views/consensus/remark_dialog.h"
#include "ui/views/search/line_samples.h"
#include "ui/views/search/search_history.h"

#include <QAbstractScrollArea>
#include <QDialog>
#include <QPushButton>
#include <QScreen>
#include <fstream>
#include <functional>

using namespace rapport;
using namespace rapport::test;
using namespace rapport::ui;

namespace {

bool scrolls(const QWidget* each) {
    for (; each != nullptr && !each->isWindow(); each = each->parentWidget()) {
        if (qobject_cast<const QAbstractScrollArea*>(each) != nullptr)
            return true;
    }
    return false;
}

/// What is not on the screen of it; empty if all is.
QString outside(QDialog& dialog) {
    const QSize room = screenRoom(dialog);
    const QSize least = dialog.minimumSize().expandedTo(dialog.minimumSizeHint());
    const auto text = [](QSize size) { return QStringLiteral("%1x%2").arg(size.width()).arg(size.height()); };
    QStringList wrong;
    if (least.width() > room.width() || least.height() > room.height())
        wrong.append(QStringLiteral("least ") + text(least));
    if (dialog.width() > room.width() || dialog.height() > room.height())
        wrong.append(QStringLiteral("opens ") + text(dialog.size()));
    for (const QAbstractButton* button : dialog.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || scrolls(button->parentWidget()))
            continue;
        const QRect place(button->mapTo(&dialog, QPoint()), button->size());
        if (!dialog.rect().contains(place) || place.height() < button->minimumSizeHint().height() ||
            (qobject_cast<const KeyButton*>(button) != nullptr && place.width() < button->sizeHint().width()))
            wrong.append(QStringLiteral("“%1” at %2,%3 %4")
                             .arg(button->text())
                             .arg(place.x())
                             .arg(place.y())
                             .arg(text(place.size())));
    }
    return wrong.join(QStringLiteral("; "));
}

} // namespace

TEST_CASE("every dialog stays on the least screen with its buttons, in letters of every size",
          "[dialogs][room]") {
    RatedStudy study;
    ResultsHost host(study.path());
    std::ofstream(study.scratch.file("many.csv"))
        << "participant,How close do you feel to the person that you thought of when you began?,"
           "Why did you choose that answer and no other one of those that were offered here?\n"
           "N1,7,\"Because she stays close to me, whatever happens in the room.\"\n";
    std::ofstream(study.scratch.file("talk.txt")) << "Interviewer: How was it?\nAnna: It was good.\n";
    const model::CodeId code = host.study().codebook()->code("closeness").code->id;
    const model::Instrument instrument = take(host.study().session().instrument());
    QWidget window;
    Actions actions(&window);
    using Made = std::unique_ptr<QDialog>;
    struct Kind {
        const char* name;
        std::function<Made()> make;
    };
    const auto change = [&](CodeChange which) {
        return std::make_unique<CodeChangeDialog>(host.study(), which, code, 7);
    };
    const auto import = [&](const char* file, int step) {
        auto made = std::make_unique<ImportDialog>(host, QStringList{toQt(study.scratch.file(file))});
        made->show();
        host.wait();
        for (int i = 1; i < step; ++i)
            made->next();
        return made;
    };
    const std::vector<Kind> kinds{
        {"import", [&] { return std::make_unique<ImportDialog>(host, QStringList()); }},
        {"import columns", [&] { return import("many.csv", 1); }},
        {"import names", [&] { return import("many.csv", 2); }},
        {"import check", [&] { return import("many.csv", 3); }},
        {"import speakers", [&] { return import("talk.txt", 1); }},
        {"assign", [&] { return std::make_unique<AssignDialog>(host); }},
        {"case", [&] { return std::make_unique<InstrumentDialog>(host.study(), instrument); }},
        {"settings", [&] { return std::make_unique<SettingsDialog>(actions, &window); }},
        {"shortcuts", [&] { return std::make_unique<ShortcutsDialog>(actions, &window); }},
        {"history",
         [&] {
             return std::make_unique<HistoryDialog>(host.study(), host.jobs(), service::HistoryRequest{});
         }},
        {"backups",
         [&] { return std::make_unique<BackupsDialog>(host.study(), host.jobs(), toQt(study.path())); }},
        {"rename code", [&] { return change(CodeChange::Rename); }},
        {"merge codes", [&] { return change(CodeChange::Merge); }},
        {"split code", [&] { return change(CodeChange::Split); }},
        {"retire code", [&] { return change(CodeChange::Retire); }},
        {"export", [&] { return std::make_unique<ExportDialog>(host); }},
        {"forget", [&] { return std::make_unique<ForgetDialog>(host, "P1"); }},
        {"merge", [&] { return std::make_unique<MergeDialog>(host); }},
        {"seal names", [&] { return std::make_unique<SealNamesDialog>(service::ProposedNames{}); }},
        {"new study", [&] { return std::make_unique<NewStudyDialog>(); }},
        {"own rating", [&] { return std::make_unique<OwnRatingDialog>(host.study()); }},
        {"pack", [&] { return std::make_unique<PackDialog>(host); }},
        {"pick", [&] { return std::make_unique<PickDialog>(host.jobs(), "closeness", QStringLiteral("C")); }},
        {"plan", [&] { return std::make_unique<PlanDialog>(PlanStart{}); }},
        {"rater", [&] { return std::make_unique<RaterDialog>(host.study()); }},
        {"reassign", [&] { return std::make_unique<ReassignDialog>(host, StudyState{}); }},
        {"recode", [&] { return std::make_unique<RecodeDialog>(host.study(), host.jobs()); }},
        {"rename", [&] { return std::make_unique<RenameDialog>(host, StudyState{}); }},
        {"unseal",
         [&] { return std::make_unique<UnsealDialog>(host.jobs(), QStringLiteral("/a/b.sealed")); }},
        {"variable",
         [&] {
             return std::make_unique<VariableDialog>(QStringList{QStringLiteral("Q1"), QStringLiteral("Q2")},
                                                     std::nullopt);
         }},
        {"versions",
         [&] {
             return std::make_unique<VersionDialog>(
                 host.study(), host.jobs(), take(service::codebookVersions(host.study().session())), 1);
         }},
        {"viewer",
         [&] {
             return std::make_unique<ViewerDialog>(take(host.study().session().raters()),
                                                   QStringLiteral("Study"), QString());
         }},
        {"definition",
         [&] {
             return std::make_unique<DefinitionDialog>(host.study(),
                                                       *host.study().codebook()->code("closeness").code,
                                                       std::vector<service::Remark>{});
         }},
        {"remark",
         [&] {
             return std::make_unique<RemarkDialog>(host.study(), service::NewRemark{},
                                                   QStringLiteral("Closeness"));
         }},
        {"samples",
         [&] { return std::make_unique<LineSamplesDialog>(host.study(), host.jobs(), QStringLiteral("a")); }},
        {"search history",
         [&] {
             return std::make_unique<SearchHistoryDialog>(QStringLiteral("Within"),
                                                          std::vector<service::SavedSearchEvent>{});
         }},
        {"files",
         [&] {
             return std::make_unique<FileDialog>(nullptr, QStringLiteral("Open"),
                                                 toQt(study.scratch.path().string()));
         }},
    };
    const double before = theme().scale();
    // The longest words are Dutch; each step of an import may leave the next one too large.
    setUiLanguage(QStringLiteral("nl"));
    int number = 0;
    for (const double scale : {1.0, 2.0}) {
        theme().setScale(scale);
        const std::string name = "N" + std::to_string(++number);
        const auto file = study.scratch.write(name + ".csv", "participant,Q1\n" + name + ",Warm.\n");
        ImportDialog dialog(host, {});
        dialog.show();
        dialog.setFiles({toQt(file)});
        host.wait();
        while (dialog.step() != ImportDialog::DoneStep) {
            const auto step = dialog.step();
            INFO("step " << step << " of an import at " << scale);
            CHECK(outside(dialog).toStdString() == "");
            dialog.next();
            QCoreApplication::processEvents();
            CHECK(outside(dialog).toStdString() == "");
            host.wait();
            REQUIRE(dialog.step() != step);
        }
        INFO("an import that is done at " << scale);
        CHECK(outside(dialog).toStdString() == "");
        if (const char* folder = std::getenv("RAPPORT_DIALOG_PICTURES"))
            dialog.grab().save(QStringLiteral("%1/import-done-%2.png").arg(QLatin1String(folder)).arg(scale));
    }
    setUiLanguage(QStringLiteral("en"));
    for (const double scale : {1.0, 1.25, 1.5, 2.0}) {
        theme().setScale(scale);
        for (const Kind& kind : kinds) {
            const Made dialog = kind.make();
            dialog->show();
            host.wait();
            INFO(kind.name << " at " << scale);
            CHECK(outside(*dialog).toStdString() == "");
            if (const char* folder = std::getenv("RAPPORT_DIALOG_PICTURES"))
                dialog->grab().save(QStringLiteral("%1/%2-%3.png")
                                        .arg(QLatin1String(folder), QLatin1String(kind.name))
                                        .arg(scale));
        }
    }
    theme().setScale(before);
}
