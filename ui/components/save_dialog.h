// SPDX-License-Identifier: GPL-3.0-or-later
// Where something is to be saved: proposes the folder of what was saved last, and a name; the ending follows
// the kind that is chosen. Does not block. UI thread.
#pragma once

#include <QString>
#include <QStringList>
#include <functional>

class QWidget;

namespace rapport::ui {

/// `kinds` as QFileDialog has them, "Words (*.ending)", the usual one first; `stem` is the proposed name
/// without an ending. `save` is called with the file when one is chosen, while `parent` is there.
void askWhereToSave(QWidget* parent, const QString& title, const QString& stem, const QStringList& kinds,
                    std::function<void(const QString& file)> save);

/// What a figure can be saved as.
[[nodiscard]] QStringList figureKinds();

} // namespace rapport::ui
