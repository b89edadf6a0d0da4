// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/save_dialog.h"

#include "ui/app/settings.h"
#include "ui/components/file_dialog.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rapport::ui {

namespace {

QString endingOf(const QString& kind) {
    return kind.section(QLatin1String("*."), 1).section(QLatin1Char(')'), 0, 0);
}

} // namespace

void askWhereToSave(QWidget* parent, const QString& title, const QString& stem, const QStringList& kinds,
                    std::function<void(const QString& file)> save) {
    const QString key = QStringLiteral("reports/folder");
    const QString folder = remembered(key).toString();
    auto* dialog = new FileDialog(parent, title, folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(kinds);
    const QString ending = endingOf(kinds.constFirst());
    dialog->setDefaultSuffix(ending);
    dialog->selectFile(stem + QLatin1Char('.') + ending);
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& kind) {
        dialog->setDefaultSuffix(endingOf(kind));
        const QStringList chosen = dialog->selectedFiles();
        if (!chosen.isEmpty())
            dialog->selectFile(QFileInfo(chosen.constFirst()).completeBaseName() + QLatin1Char('.') +
                               dialog->defaultSuffix());
    });
    QObject::connect(dialog, &QFileDialog::fileSelected, parent,
                     [key, save = std::move(save)](const QString& file) {
                         remember(key, QFileInfo(file).absolutePath());
                         save(file);
                     });
    dialog->open();
}

QStringList figureKinds() {
    const auto words = [](const char* text) {
        return QCoreApplication::translate("rapport::ui::SaveDialog", text);
    };
    return {words(QT_TRANSLATE_NOOP("rapport::ui::SaveDialog", "SVG drawing (*.svg)")),
            words(QT_TRANSLATE_NOOP("rapport::ui::SaveDialog", "PNG picture (*.png)")),
            words(QT_TRANSLATE_NOOP("rapport::ui::SaveDialog", "PDF page (*.pdf)"))};
}

} // namespace rapport::ui
