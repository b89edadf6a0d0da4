// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/hint_text.h"

#include "base/format.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"

#include <QRegularExpression>
#include <algorithm>

namespace rapport::ui {

namespace {

/// Says what to type at a prompt, which a window has not. The arrow of captions (-->) is no option, and what
/// people wrote (a question about rapport, the path of a file) is no advice.
bool isForCommandLine(const base::Phrase& hint) {
    static const QRegularExpression typed(QStringLiteral("\\brapport [a-z]|--[a-z]"));
    return toQt(hint.pattern()).contains(typed) ||
           std::any_of(hint.arguments().begin(), hint.arguments().end(), isForCommandLine);
}

/// What is left of it without what to type; empty where nothing is.
base::Phrase forWindow(const base::Phrase& advice) {
    if (!isForCommandLine(advice))
        return advice;
    const auto& parts = advice.arguments();
    if (advice.pattern() != "{}: {}" || parts.size() != 2)
        return {};
    base::Phrase before = forWindow(parts.front());
    base::Phrase after = forWindow(parts.back());
    if (before.empty() || after.empty())
        return before.empty() ? after : before;
    return base::said("{}: {}", before, after);
}

} // namespace

QString hintText(const base::Phrase& hint) {
    const base::Phrase said = forWindow(hint);
    return said.empty() ? QString() : phraseSentence(said);
}

} // namespace rapport::ui
