// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/phrase_text.h"

#include "ui/bridge/text.h"

#include <QCoreApplication>

namespace rapport::ui {

QString phraseText(const base::Phrase& phrase) {
    return toQt(base::sayAs(phrase, [](const std::string& pattern) -> std::optional<std::string> {
        const QString source = toQt(pattern);
        const QString translation = QCoreApplication::translate("Rooms", pattern.c_str());
        if (translation == source)
            return std::nullopt;
        return toUtf8(translation);
    }));
}

QString phraseSentence(const base::Phrase& phrase) {
    QString text = phraseText(phrase).trimmed();
    if (text.isEmpty())
        return text;
    text = text.left(1).toUpper() + text.mid(1);
    static const QString ends = QStringLiteral(".!?…");
    return ends.contains(text.back()) ? text : text + QLatin1Char('.');
}

} // namespace rapport::ui
