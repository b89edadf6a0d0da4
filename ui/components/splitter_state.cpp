// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/splitter_state.h"

#include <QSettings>
#include <QSplitter>

namespace rapport::ui {

bool keepState(QSplitter& splitter, const QString& name) {
    const QString key = QStringLiteral("window/splitter/") + name;
    const QByteArray state = QSettings().value(key).toByteArray();
    QObject::connect(&splitter, &QSplitter::splitterMoved, &splitter,
                     [&splitter, key] { QSettings().setValue(key, splitter.saveState()); });
    return !state.isEmpty() && splitter.restoreState(state);
}

} // namespace rapport::ui
