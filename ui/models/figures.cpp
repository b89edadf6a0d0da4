// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <cmath>

namespace rapport::ui {

namespace {

QString fixedText(double value, int decimals) {
    QString digits = QString::number(std::abs(value), 'f', decimals);
    digits.replace(QLatin1Char('.'), QLocale().decimalPoint());
    return digits;
}

/// Rounds to nothing: no sign then.
bool isNegative(double value, int decimals) {
    return value < 0 && std::round(std::abs(value) * std::pow(10, decimals)) > 0;
}

constexpr char16_t minusSign = u'\u2212';

} // namespace

QString noFigure() {
    return QString(QChar(u'\u2013'));
}

QString coefficientText(double value, int decimals) {
    QString digits = fixedText(value, decimals);
    if (digits.startsWith(QLatin1Char('0')) && digits.size() > 1)
        digits.remove(0, 1);
    return isNegative(value, decimals) ? QChar(minusSign) + digits : digits;
}

QString coefficientText(std::optional<double> value, int decimals) {
    return value ? coefficientText(*value, decimals) : noFigure();
}

QString intervalText(double low, double high) {
    return QCoreApplication::translate("Figures", "%1 to %2", "lower and upper end of an interval")
        .arg(coefficientText(low), coefficientText(high));
}

QString percentText(double share, int decimals) {
    const QString digits = fixedText(100 * share, decimals);
    return isNegative(100 * share, decimals) ? QChar(minusSign) + digits : digits;
}

QString countText(std::int64_t count) {
    return QLocale().toString(qlonglong(count));
}

QString counted(std::int64_t count, const QString& one, const QString& several) {
    return count == 1 ? one : several.arg(countText(count));
}

std::optional<double> readShare(const QString& text) {
    QString plain = text.trimmed();
    plain.replace(QLatin1Char(','), QLatin1Char('.'));
    bool isNumber = false;
    const double value = QLocale::c().toDouble(plain, &isNumber);
    if (!isNumber || !std::isfinite(value) || value <= 0 || value > 1)
        return std::nullopt;
    return value;
}

} // namespace rapport::ui
