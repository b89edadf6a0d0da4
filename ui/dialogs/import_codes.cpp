// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog shows of a codebook: each code beside the study's, and what codes are that merely
// bear a name of the study.
#include "ui/app/theme.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

using service::CodeMeeting;
using service::SameNames;

QWidget* ImportDialog::buildCodebookPage() {
    auto* page = new Panel(Token::Surface, {}, m_kindPages);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme().px(24), theme().px(24), theme().px(24), theme().px(24));
    column->setSpacing(theme().px(14));
    m_bookNote = new Words(TypeRole::Body, Token::Text, page);
    m_bookNote->setWraps(true);
    m_bookNote->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    column->addWidget(m_bookNote);
    m_sameNamesRow = new QWidget(page);
    auto* row = new QHBoxLayout(m_sameNamesRow);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(theme().px(10));
    const QString question = tr("Codes with a name that the study has are");
    row->addWidget(new Words(question, TypeRole::BodyStrong, Token::Text, m_sameNamesRow));
    m_sameNames = new QComboBox(m_sameNamesRow);
    m_sameNames->setAccessibleName(question);
    m_sameNames->addItem(tr("choose…"), int(SameNames::Ask));
    m_sameNames->addItem(tr("the study's codes"), int(SameNames::Same));
    m_sameNames->addItem(tr("other codes, with a number behind the name"), int(SameNames::Other));
    connect(m_sameNames, &QComboBox::activated, this, [this] { readFiles(); });
    row->addWidget(m_sameNames);
    row->addStretch(1);
    m_sameNamesRow->hide();
    column->addWidget(m_sameNamesRow);
    m_codes = new QTreeWidget(page);
    m_codes->setAccessibleName(tr("Codes of the file"));
    m_codes->setHeaderLabels({tr("Code"), tr("Variable"), tr("In the study"), tr("Would change")});
    m_codes->setRootIsDecorated(false);
    m_codes->setUniformRowHeights(true);
    m_codes->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_codes->setColumnWidth(0, theme().px(220));
    m_codes->setColumnWidth(1, theme().px(160));
    m_codes->setColumnWidth(2, theme().px(120));
    column->addWidget(m_codes, 1);
    return page;
}

void ImportDialog::showCodes(const service::ImportPreview& preview) {
    const bool hasSameNames =
        std::any_of(preview.codes.begin(), preview.codes.end(),
                    [](const service::CodeRow& code) { return code.is == CodeMeeting::SameName; });
    m_sameNamesRow->setVisible(hasSameNames);
    // Codes of another program are others as long as nobody says that they are the same.
    if (preview.kind == service::ImportKind::Project && !preview.needsSameNames &&
        m_sameNames->currentData().toInt() == int(SameNames::Ask))
        m_sameNames->setCurrentIndex(m_sameNames->findData(int(SameNames::Other)));
    m_codes->setVisible(!preview.codes.empty());
    m_codes->clear();
    for (const service::CodeRow& code : preview.codes) {
        QStringList changes;
        for (const base::Phrase& change : code.changes)
            changes.append(phraseText(change));
        auto* row = new QTreeWidgetItem(m_codes, {toQt(code.name), toQt(code.variable),
                                                  code.is == CodeMeeting::New     ? tr("new")
                                                  : code.is == CodeMeeting::Known ? tr("the same code")
                                                                                  : tr("the same name"),
                                                  changes.join(QStringLiteral(", "))});
        row->setSizeHint(0, QSize(0, theme().px(30)));
    }
}

} // namespace rapport::ui
