// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/splitter_state.h"

#include "ui/app/settings.h"

#include <QSplitter>

namespace rapport::ui {

bool keepState(QSplitter& splitter, const QString& name) {
    const QString key = QStringLiteral("window/splitter/") + name;
    const QByteArray state = remembered(key).toByteArray();
    QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter,
                     [&splitter, key] { remember(key, splitter.saveState()); });
    return !state.isEmpty() && splitter.restoreState(state);
}

} // namespace rapport::ui
