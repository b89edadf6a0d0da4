// SPDX-License-Identifier: GPL-3.0-or-later
// Names of people on their way through the import: looked for, replaced, searched for afterwards, kept apart.
#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/phrase_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/dialogs/names_page.h"
#include "ui/models/figures.h"

namespace rapport::ui {

/// Codes and codings name no people; a project's codings would lose their places.
bool ImportDialog::hasNamesStep() const {
    const service::ImportPreview* preview = shown();
    return preview != nullptr && (preview->kind == service::ImportKind::Answers ||
                                  preview->kind == service::ImportKind::Transcript ||
                                  preview->kind == service::ImportKind::Participants);
}

void ImportDialog::lookForNames() {
    m_names->setLooking(true);
    std::vector<std::string> files;
    for (const QString& file : std::as_const(m_files))
        files.push_back(toUtf8(file));
    m_namesJob = m_host.jobs().start<service::ProposedNames>(
        QStringLiteral("import-names"), tr("Looking for names"), this,
        [files, options = options()](service::Session& session, const base::Task& task) {
            return service::proposeNames(session, files, options, task);
        },
        [this](base::Result<service::ProposedNames> names) {
            m_names->setLooking(false);
            if (!m_namesJob)
                return;
            if (names)
                m_names->setProposals(*names);
            else
                sayError(names.error());
            Q_EMIT namesProposed();
        });
}

/// After the import: every value of the study, by a job, since a study may be large.
void ImportDialog::searchForNames() {
    const auto names = m_names->names().chosen();
    m_namesLeft->setVisible(!names.empty());
    m_keepNames->setVisible(!names.empty());
    if (names.empty())
        return;
    m_wordsAround->hide();
    m_namesLeft->setToken(Token::Text2);
    m_namesLeft->setText(tr("Searching the study for the names that were replaced…"));
    struct Left {
        std::vector<base::Phrase> places;
        std::vector<service::WordAround> around;
    };
    m_host.jobs().start<Left>(
        QStringLiteral("import-names-left"), tr("Searching for names"), this,
        [names](service::Session& session, const base::Task&) -> base::Result<Left> {
            Left left;
            RAPPORT_ASSIGN(left.places, service::namesLeftInValues(session.path(), names));
            RAPPORT_ASSIGN(left.around, service::wordsAroundNames(session.path(), names));
            return left;
        },
        [this](base::Result<Left> left) {
            if (!left) {
                m_namesLeft->setToken(Token::Bad);
                m_namesLeft->setText(errorSentence(left.error()));
            } else if (left->places.empty()) {
                m_namesLeft->setToken(Token::Ok);
                m_namesLeft->setText(
                    tr("None of the names that were replaced is left anywhere in the study."));
            } else {
                m_namesLeft->setToken(Token::Warn);
                QStringList places;
                for (const base::Phrase& place : left->places)
                    places.append(phraseText(place));
                m_namesLeft->setText(tr("Names of the list are left in the study: %1. An import replaces "
                                        "them in what it brings, "
                                        "not in what the study had: search for the names.")
                                         .arg(places.join(QStringLiteral(", "))));
            }
            if (left && !left->around.empty())
                showAround(left->around);
            Q_EMIT searchedForNames();
        });
}

void ImportDialog::showAround(const std::vector<service::WordAround>& around) {
    constexpr std::size_t mostNamed = 20;
    QStringList words;
    for (const service::WordAround& each : around) {
        if (std::size_t(words.size()) == mostNamed)
            break;
        words.append(QStringLiteral("%1 (%2)").arg(toQt(each.word), countText(each.times)));
    }
    QString list = words.join(QStringLiteral(", "));
    if (around.size() > mostNamed)
        list = tr("%1 and %2 more").arg(list, countText(std::int64_t(around.size() - mostNamed)));
    m_wordsAround->setText(
        tr("Words that hold one of the names stay as they are: %1. Nicknames and diminutives "
           "go into the list as names of their own.")
            .arg(list));
    m_wordsAround->show();
}

void ImportDialog::keepNames() {
    service::ProposedNames list;
    for (const auto& [name, replacement] : m_names->names().chosen())
        list.names.push_back({name, replacement, 0, {}, false});
    SealNamesDialog dialog(std::move(list), this);
    if (dialog.exec() == QDialog::Accepted)
        m_keepNames->setText(tr("The list is kept"));
}

} // namespace rapport::ui
