// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog_parts.h"

#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/growing.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rapport::ui {

QVBoxLayout* beginDialog(QDialog& dialog, int width, const QString& explained) {
    dialog.setMinimumWidth(theme().px(width));
    auto* column = new QVBoxLayout(&dialog);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(6));
    addHead(*column, dialog.windowTitle(), explained);
    column->addSpacing(theme().px(6));
    return column;
}

void addHead(QVBoxLayout& column, const QString& title, const QString& explained) {
    QWidget* parent = column.parentWidget();
    column.addWidget(new Words(title, TypeRole::Title, Token::Text, parent));
    auto* words = new Words(explained, TypeRole::Small, Token::Text2, parent);
    words->setWraps(true);
    column.addWidget(words);
}

void addField(QBoxLayout& column, const QString& label, QWidget* field) {
    column.addWidget(new Words(label, TypeRole::Small, Token::Text2, field->parentWidget()));
    field->setAccessibleName(label);
    column.addWidget(field);
}

void endDialog(QDialog& dialog, KeyButton* back, KeyButton* act) {
    auto* column = qobject_cast<QVBoxLayout*>(dialog.layout());
    Q_ASSERT(column != nullptr);
    column->addSpacing(theme().px(10));
    auto* row = new QHBoxLayout;
    back->setKey(QStringLiteral("Esc"));
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(act);
    column->addLayout(row);
    QObject::connect(back, &QAbstractButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(act, &QAbstractButton::clicked, &dialog, &QDialog::accept);
    growWithWords(dialog);
}

} // namespace rapport::ui
