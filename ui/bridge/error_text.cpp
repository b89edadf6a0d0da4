// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/error_text.h"

#include "ui/bridge/hint_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rapport::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("ErrorText", text);
}

/// Of a study that was to be opened: the file was never one, as far as can be told.
bool isNoStudy(const base::Error& error) {
    return error.code == base::Errc::StudyDamaged &&
           (error.message == "is not a Rapport study" ||
            error.message == "is a database of another program, not a Rapport study");
}

/// Whether the message says what stands in the way, of the study or of a file as a whole.
bool isPlain(const base::Error& error) {
    // Locked and nowhere: not the study, but what stands beside it.
    return (error.code == base::Errc::Refused || (error.code == base::Errc::StudyLocked && !error.where) ||
            (error.code == base::Errc::Io && error.where) || isNoStudy(error)) &&
           !error.message.empty() && (!error.where || (error.where->line == 0 && error.where->cell.empty()));
}

} // namespace

QString errorSentence(const base::Error& error) {
    // What stands in the way says more than that something does.
    if (isPlain(error))
        return error.where ? QStringLiteral("%1: %2.").arg(QFileInfo(toQt(error.where->file)).fileName(),
                                                           phraseText(error.message))
                           : phraseSentence(error.message);
    switch (error.code) {
    case base::Errc::Refused:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The study's rules do not allow this."));
    case base::Errc::InvalidArgument:
        return say(QT_TRANSLATE_NOOP("ErrorText", "That cannot be done as it was asked."));
    case base::Errc::NotFound:
        return say(QT_TRANSLATE_NOOP("ErrorText", "It is not in this study."));
    case base::Errc::Unreadable:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read."));
    case base::Errc::StudyLocked:
        return say(QT_TRANSLATE_NOOP("ErrorText",
                                     "Another program is writing this study. Close it there and try again."));
    case base::Errc::StudyDamaged:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The study file is damaged. Open a copy of it."));
    case base::Errc::StudyNewer:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The study was written by a later version of Rapport."));
    case base::Errc::DiskFull:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The disk is full. Make room, or save a copy elsewhere."));
    case base::Errc::Io:
        return say(QT_TRANSLATE_NOOP("ErrorText", "The disk or the system reported a failure."));
    case base::Errc::Cancelled:
        return say(QT_TRANSLATE_NOOP("ErrorText", "Cancelled; nothing was changed."));
    case base::Errc::Undefined:
        return say(QT_TRANSLATE_NOOP("ErrorText", "This result is not defined for these data."));
    }
    return {};
}

QString errorDetails(const base::Error& error) {
    // The sentence says who holds it and what to do; message and hint would say both once more.
    if (error.code == base::Errc::StudyLocked && error.where)
        return {};
    const bool isSaid = isPlain(error); // errorSentence() did
    QString details = isSaid ? QString() : phraseSentence(error.message);
    if (const QString place = error.where && !isSaid ? toQt(base::describe(*error.where)) : QString();
        !place.isEmpty())
        details = place + QStringLiteral(": ") + phraseText(error.message);
    if (const QString hint = hintText(error.hint); !hint.isEmpty())
        details += (details.isEmpty() ? QString() : QStringLiteral("\n")) + hint;
    return details;
}

} // namespace rapport::ui
