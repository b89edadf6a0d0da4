// SPDX-License-Identifier: GPL-3.0-or-later
// What dialogs have alike: title and words that explain above, fields under their labels, and a row of
// buttons below with the way back at its left. UI thread.
#pragma once

#include <QString>

class QBoxLayout;
class QDialog;
class QVBoxLayout;
class QWidget;

namespace rapport::ui {

class KeyButton;

/// The dialog's column, `width` (at 100 %) wide at least; it scrolls above the buttons where the screen is
/// small.
QVBoxLayout* beginDialog(QDialog& dialog, int width);
/// The same with the dialog's window title and `explained` on top.
QVBoxLayout* beginDialog(QDialog& dialog, int width, const QString& explained);
/// Title and explanation alone, for pages with a column of their own.
void addHead(QVBoxLayout& column, const QString& title, const QString& explained);
/// `label` above the field; it is the field's accessible name, too.
void addField(QBoxLayout& column, const QString& label, QWidget* field);
/// The way back at the left, with Esc, and what the dialog does at the right; from now on the dialog is never
/// lower than its words need.
void endDialog(QDialog& dialog, KeyButton* back, KeyButton* act);

} // namespace rapport::ui
