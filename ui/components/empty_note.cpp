// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/empty_note.h"

#include "ui/app/theme.h"

#include <QAbstractItemView>
#include <QEvent>
#include <algorithm>
#include <utility>

namespace rapport::ui {

EmptyNote::EmptyNote(QAbstractItemView& list, std::function<QString()> say)
    : Words(TypeRole::Body, Token::Text2, list.viewport())
    , m_list(list)
    , m_say(std::move(say)) {
    setWraps(true);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setAttribute(Qt::WA_TransparentForMouseEvents);
    list.viewport()->installEventFilter(this);
    const QAbstractItemModel* model = list.model();
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, signal, this, [this] { refresh(); });
    connect(model, &QAbstractItemModel::modelReset, this, [this] { refresh(); });
    refresh();
}

void EmptyNote::refresh() {
    const QString words = m_list.model()->rowCount() == 0 ? m_say() : QString();
    setText(words);
    setVisible(!words.isEmpty());
    const int side = theme().px(16);
    const int width = std::max(0, m_list.viewport()->width() - 2 * side);
    setGeometry(side, theme().px(24), width, heightForWidth(width));
}

bool EmptyNote::eventFilter(QObject* watched, QEvent* event) {
    // The type first: when the list goes, its last events come while it is no list any more.
    const bool isOther = event->type() == QEvent::Resize || event->type() == QEvent::Show ||
                         event->type() == QEvent::LanguageChange;
    if (isOther && watched == parent())
        refresh();
    return Words::eventFilter(watched, event);
}

} // namespace rapport::ui
