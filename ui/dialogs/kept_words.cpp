// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/kept_words.h"

#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>
#include <algorithm>

namespace rapport::ui {

namespace {

QString say(const char* sentence) {
    return QCoreApplication::translate("rapport::ui::KeptWords", sentence);
}

QString phrasesText(const std::vector<base::Phrase>& phrases) {
    constexpr std::size_t most = 6;
    QStringList words;
    for (std::size_t at = 0; at < std::min(most, phrases.size()); ++at)
        words.append(phraseText(phrases[at]));
    if (phrases.size() > most)
        words.append(QStringLiteral("…"));
    return words.join(QStringLiteral(", "));
}

} // namespace

QString namesText(const std::vector<std::string>& names) {
    constexpr std::size_t most = 6;
    QStringList words;
    for (std::size_t place = 0; place < names.size() && place < most; ++place)
        words.append(toQt(names[place]));
    if (names.size() > most)
        words.append(QStringLiteral("…"));
    return words.join(QStringLiteral(", "));
}

QString elsewhereText(const service::Elsewhere& elsewhere, const std::vector<base::Phrase>& codebook,
                      bool isPurged) {
    QStringList text;
    if (!isPurged)
        text.append(say(QT_TRANSLATE_NOOP(
            "rapport::ui::KeptWords",
            "Somebody else has the study open: close it there, so that its log is emptied too.")));
    if (!elsewhere.copies.empty())
        text.append(
            say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Copies of this study still hold the texts: %1."))
                .arg(namesText(elsewhere.copies)));
    if (!elsewhere.packs.empty())
        text.append(say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Packs still hold the texts: %1."))
                        .arg(namesText(elsewhere.packs)));
    if (elsewhere.unnamedPacks > 0)
        text.append(say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords",
                                          "Packs still hold the texts: tell the coordinator.")));
    if (!codebook.empty())
        text.append(
            say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords",
                                  "The words stay in %1: write that anew in the codebook. Its earlier "
                                  "versions, and packs, keep them."))
                .arg(phrasesText(codebook)));
    if (!elsewhere.sealed.empty())
        text.append(
            say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Sealed files, in which nobody can look: %1."))
                .arg(namesText(elsewhere.sealed)));
    return text.join(QLatin1Char(' '));
}

void offerBlottingKept(ViewHost& host, const QString& words, const std::vector<base::Phrase>& kept,
                       QWidget* parent) {
    if (kept.empty())
        return;
    auto* box =
        new QMessageBox(QMessageBox::Warning,
                        say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Words that are kept elsewhere")),
                        say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "“%1” still stands in: %2."))
                            .arg(words, phrasesText(kept)),
                        QMessageBox::Cancel, parent);
    box->setInformativeText(say(QT_TRANSLATE_NOOP(
        "rapport::ui::KeptWords",
        "Blot it out there, too? Lines that were hidden in a search for it are shown again. It cannot "
        "be undone.")));
    QPushButton* blot = box->addButton(
        say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Blot out there, too")), QMessageBox::AcceptRole);
    box->setDefaultButton(QMessageBox::Cancel); // it cannot be undone
    box->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        box, &QMessageBox::buttonClicked, &host.study(), [&host, blot, words](const QAbstractButton* button) {
            if (button != blot)
                return;
            host.jobs().start<service::RedactReport>(
                QStringLiteral("blot-kept"),
                say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Blotting out words")), &host.study(),
                [words = toUtf8(words)](service::Session& session, const base::Task&) {
                    return service::redactKept(session, words);
                },
                [&host](const base::Result<service::RedactReport>& done) {
                    if (!done) {
                        host.showError(done.error());
                        return;
                    }
                    host.study().announce(done->changes);
                    host.showToast(
                        say(QT_TRANSLATE_NOOP("rapport::ui::KeptWords", "Blotted out there, too.")));
                },
                service::OpenMode::ReadWrite);
        });
    box->open();
}

} // namespace rapport::ui
