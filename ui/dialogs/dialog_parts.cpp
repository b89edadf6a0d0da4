// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialog_parts.h"

#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/growing.h"

#include <QDialog>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace rapport::ui {

QVBoxLayout* beginDialog(QDialog& dialog, int width) {
    setLeastWidth(dialog, width);
    auto* whole = new QVBoxLayout(&dialog);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* body = new ScrolledBody(&dialog);
    whole->addWidget(body, 1);
    const int pad = theme().px(16);
    body->column()->setContentsMargins(pad, pad, pad, theme().px(2));
    body->column()->setSpacing(theme().px(6));
    return body->column();
}

QVBoxLayout* beginDialog(QDialog& dialog, int width, const QString& explained) {
    QVBoxLayout* column = beginDialog(dialog, width);
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
    auto* whole = qobject_cast<QVBoxLayout*>(dialog.layout());
    Q_ASSERT(whole != nullptr);
    auto* row = new QHBoxLayout;
    const int pad = theme().px(16);
    row->setContentsMargins(pad, theme().px(14), pad, pad);
    back->setKey(QStringLiteral("Esc"));
    row->addWidget(back);
    row->addStretch(1);
    row->addWidget(act);
    whole->addLayout(row);
    QObject::connect(back, &QAbstractButton::clicked, &dialog, &QDialog::reject);
    QObject::connect(act, &QAbstractButton::clicked, &dialog, &QDialog::accept);
    growWithWords(dialog);
}

} // namespace rapport::ui
