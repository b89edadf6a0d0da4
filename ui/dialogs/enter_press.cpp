// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/enter_press.h"

#include "ui/components/controls.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QKeyEvent>
#include <QLineEdit>
#include <QShortcut>

namespace rapport::ui {

namespace {

/// What reaches the dialog itself nobody has taken. Lines and lists pass Enter on though they have acted on
/// it.
class EnterPress : public QObject {
public:
    EnterPress(QDialog& dialog, KeyButton* act)
        : QObject(&dialog)
        , m_dialog(dialog)
        , m_act(act) {}

    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress)
            return QObject::eventFilter(watched, event);
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        const QWidget* focus = m_dialog.focusWidget();
        if (!isEnter || key->isAutoRepeat() || !m_dialog.isVisible() ||
            (key->modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier ||
            qobject_cast<const QLineEdit*>(focus) != nullptr ||
            qobject_cast<const QAbstractItemView*>(focus) != nullptr)
            return QObject::eventFilter(watched, event);
        m_act->click();
        return true;
    }

private:
    QDialog& m_dialog;
    KeyButton* m_act;
};

} // namespace

void pressOnEnter(QDialog& dialog, KeyButton* act) {
    dialog.installEventFilter(new EnterPress(dialog, act));
}

void pressOnCtrlEnter(KeyButton* act) {
    act->setKey(QStringLiteral("Ctrl+Enter"));
    act->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Return));
    auto* keypad = new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_Enter), act);
    QObject::connect(keypad, &QShortcut::activated, act, [act] { act->click(); });
}

} // namespace rapport::ui
