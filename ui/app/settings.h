// SPDX-License-Identifier: GPL-3.0-or-later
// What the program remembers between runs: sizes, choices, recent studies. Read once and then at hand in
// memory; what changes goes to the file a moment later, on a thread of its own, since writing waits for the
// disk and nobody who drags a splitter should. Keys and file are QSettings'. UI thread only.
#pragma once

#include <QString>
#include <QVariant>

namespace rapport::ui {

[[nodiscard]] QVariant remembered(const QString& key, const QVariant& otherwise = {});
void remember(const QString& key, const QVariant& value);
/// The key and all that stand under it; everything where it is empty.
void forget(const QString& key);
/// Waits until all of it is in the file. The program does so at its end.
void writeRemembered();

} // namespace rapport::ui
