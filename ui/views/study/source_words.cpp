// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/study/source_words.h"

#include "ui/bridge/text.h"

#include <QDate>
#include <QLocale>

namespace rapport::ui {

QString shownValue(const model::Attribute& attribute, const std::string& value) {
    QString text = toQt(value);
    if (attribute.type == model::AttributeType::Number) {
        bool isNumber = false;
        // Written with a comma it is a number too, see model::attributeNumber().
        QString written = text;
        written.replace(QLatin1Char(','), QLatin1Char('.'));
        const double number = QLocale::c().toDouble(written, &isNumber);
        const qsizetype point = written.indexOf(QLatin1Char('.'));
        if (isNumber && !text.contains(QLatin1Char('e'), Qt::CaseInsensitive)) {
            QLocale plain;
            plain.setNumberOptions(QLocale::OmitGroupSeparator);
            return plain.toString(number, 'f', point < 0 ? 0 : int(text.size() - point - 1));
        }
    }
    if (attribute.type == model::AttributeType::Date) {
        if (const QDate date = QDate::fromString(text, Qt::ISODate); date.isValid())
            return QLocale().toString(date, QLocale::LongFormat);
    }
    return text;
}

} // namespace rapport::ui
