// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog remembers of tables: mappings kept with the study for the next file of the same
// make, and the cells that are to count as empty.
#include "base/platform/file.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/models/figures.h"

#include <QFile>
#include <QInputDialog>
#include <QMenu>
#include <algorithm>

namespace rapport::ui {

void ImportDialog::showMappingChoices() {
    const service::ImportPreview* preview = shown();
    const bool isTable = preview != nullptr && (preview->kind == service::ImportKind::Answers ||
                                                preview->kind == service::ImportKind::Participants);
    m_mapping->setVisible(isTable);
    m_empties->setVisible(isTable && !preview->emptyValues.empty());
    if (!isTable)
        return;
    m_mapping->setText(preview->savedMappings.empty() || m_planIsOwn
                           ? tr("Mapping")
                           : tr("Use mapping “%1”").arg(toQt(preview->savedMappings.back().name)));
    std::int64_t cells = 0;
    for (const service::EmptyValue& value : preview->emptyValues)
        cells += value.isTaken ? value.cells : 0;
    m_empties->setText(cells == 0 ? tr("Treat as empty")
                                  : counted(cells, tr("1 cell as empty"), tr("%1 cells as empty")));
}

QMenu* ImportDialog::makeMappingMenu() {
    auto* menu = new QMenu(this);
    if (const service::ImportPreview* preview = shown()) {
        for (const service::SavedMapping& each : preview->savedMappings)
            menu->addAction(tr("Use “%1”").arg(toQt(each.name)), this,
                            [this, json = each.mappingJson] { useMapping(json); });
        if (!preview->savedMappings.empty())
            menu->addSeparator();
        menu->addAction(tr("Take it from a file…"), this, [this] {
            const QString file =
                askForFile(this, tr("Take the mapping from a file"),
                           remembered(QStringLiteral("import/folder")).toString(), tr("Mapping (*.json)"));
            if (!file.isEmpty())
                takeMapping(file);
        });
        menu->addAction(tr("Keep this mapping…"), this, [this] {
            bool isNamed = false;
            const QString name =
                QInputDialog::getText(this, tr("Keep this mapping"),
                                      tr("It is offered for the next file with the same columns. Its name:"),
                                      QLineEdit::Normal, tr("survey"), &isNamed);
            if (isNamed)
                keepMapping(name);
        });
        for (const service::SavedMapping& each : preview->savedMappings)
            menu->addAction(tr("Remove “%1”").arg(toQt(each.name)), this, [this, name = each.name] {
                if (const auto done = service::removeMapping(m_host.study().session(), name); !done)
                    sayError(done.error());
                readFiles();
            });
    }
    return menu;
}

QMenu* ImportDialog::makeEmptyMenu() {
    auto* menu = new QMenu(this);
    const service::ImportPreview* preview = shown();
    if (preview == nullptr)
        return menu;
    for (const service::EmptyValue& value : preview->emptyValues) {
        QStringList columns;
        for (const std::string& column : value.columns)
            columns.append(toQt(column));
        if (columns.size() > 3)
            columns = columns.mid(0, 3) << QStringLiteral("…");
        QAction* action = menu->addAction(
            QStringLiteral("“%1”: %2  %3")
                .arg(toQt(value.text), counted(value.cells, tr("1 cell"), tr("%1 cells")),
                     columns.isEmpty() ? QString() : tr("(in %1)").arg(columns.join(QStringLiteral(", ")))));
        action->setCheckable(true);
        action->setChecked(value.isTaken);
        connect(action, &QAction::toggled, this,
                [this, text = value.text](bool isOn) { treatAsEmpty(text, isOn); });
    }
    return menu;
}

void ImportDialog::treatAsEmpty(const std::string& value, bool isEmpty) {
    std::erase(m_emptyValues, value);
    if (isEmpty)
        m_emptyValues.push_back(value);
    // The plan that is shown stays: a mapping by itself would bring its own values back.
    m_planIsOwn = m_planIsOwn || m_table.namesParticipants();
    readFiles();
}

void ImportDialog::keepMapping(const QString& name) {
    const auto done =
        service::saveMapping(m_host.study().session(), toUtf8(name), m_table.plan(), m_emptyValues);
    if (!done) {
        sayError(done.error());
        return;
    }
    m_planIsOwn = true;
    readFiles();
}

void ImportDialog::takeMapping(const QString& file) {
    const base::Result<std::string> json = base::readFile(toUtf8(file));
    if (json)
        useMapping(*json);
    else
        sayError(json.error());
}

void ImportDialog::useMapping(const std::string& json) {
    m_mappingJson = json;
    m_planIsOwn = false;
    m_isGuess = false;
    m_emptyValues.clear();
    readFiles();
}

} // namespace rapport::ui
