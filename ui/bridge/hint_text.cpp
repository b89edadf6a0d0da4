// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/hint_text.h"

#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"

#include <QRegularExpression>

namespace rapport::ui {

namespace {

/// Says what to type at a prompt, which a window has not. The arrow of captions (-->) is no option.
bool isForCommandLine(const base::Phrase& hint) {
    static const QRegularExpression typed(QStringLiteral("\\brapport [a-z]|--[a-z]"));
    return toQt(hint.text()).contains(typed);
}

} // namespace

QString hintText(const base::Phrase& hint) {
    const auto& parts = hint.arguments();
    if (hint.pattern() == "{}: {}" && parts.size() == 2 && isForCommandLine(parts.back()))
        return hintText(parts.front());
    return hint.empty() || isForCommandLine(hint) ? QString() : phraseSentence(hint);
}

} // namespace rapport::ui
