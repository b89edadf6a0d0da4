// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/rate_keys.h"

#include <QGuiApplication>
#include <QKeyEvent>

namespace rapport::ui {

namespace {

// X11 and Wayland number the keys of the top row 10 to 19.
constexpr quint32 firstOfTopRow = 10;
constexpr quint32 lastOfTopRow = 19;

} // namespace

RateKey rateKey(const QString& text, int key, quint32 scanCode, bool withShift) {
    const QChar letter = text.isEmpty() ? QChar() : text.at(0);
    if (letter.isDigit() && letter.unicode() < 128)
        return {RateKey::Digit, QString(letter)};
    if (!withShift && scanCode >= firstOfTopRow && scanCode <= lastOfTopRow) {
        const quint32 digit = (scanCode - firstOfTopRow + 1) % 10;
        return {RateKey::Digit, QString::number(digit)};
    }
    if (letter == QLatin1Char(',') || (text.isEmpty() && key == Qt::Key_Comma))
        return {RateKey::Comma, {}};
    if (letter == QLatin1Char('/'))
        return {RateKey::Slash, {}};
    if (letter == QLatin1Char('+') || (key == Qt::Key_Equal && text == QLatin1String("=")))
        return {RateKey::Plus, {}};
    if (letter == QLatin1Char('-'))
        return {RateKey::Minus, {}};
    if (letter.isLetter())
        return {RateKey::Letter, letter.toLower()};
    // Without text (synthesised presses): by the key itself.
    if (text.isEmpty() && key >= Qt::Key_A && key <= Qt::Key_Z)
        return {RateKey::Letter, QString(QChar(char16_t(u'a' + (key - Qt::Key_A))))};
    if (text.isEmpty() && key >= Qt::Key_0 && key <= Qt::Key_9)
        return {RateKey::Digit, QString::number(key - Qt::Key_0)};
    return {};
}

RateKey rateKey(const QKeyEvent& event) {
    const QString platform = QGuiApplication::platformName();
    const bool knowsPlaces =
        platform == QLatin1String("xcb") || platform.startsWith(QLatin1String("wayland"));
    return rateKey(event.text(), event.key(), knowsPlaces ? event.nativeScanCode() : 0,
                   event.modifiers() & Qt::ShiftModifier);
}

} // namespace rapport::ui
