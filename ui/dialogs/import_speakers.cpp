// SPDX-License-Identifier: GPL-3.0-or-later
// What the import dialog shows of a transcript, and what one may say of its speakers: their right names, who
// of them is a participant, in what role.
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/models/figures.h"

#include <QTreeWidget>

namespace rapport::ui {

void ImportDialog::speakerEdited(QTreeWidgetItem* row, int column) {
    if (m_isFillingSpeakers)
        return;
    const std::string shown = toUtf8(row->data(0, Qt::UserRole).toString());
    if (column == 0) {
        const std::string typed = toUtf8(row->text(0).trimmed());
        if (typed == shown) {
            readFiles();
            return;
        }
        for (auto& [from, to] : m_speakerNames) {
            if (to == shown)
                to = typed;
        }
        m_speakerNames.emplace_back(shown, typed);
        if (const auto person = m_people.find(shown); person != m_people.end()) {
            service::SpeakerPerson moved = std::move(person->second);
            m_people.erase(person);
            moved.speaker = typed;
            if (!typed.empty())
                m_people.emplace(typed, std::move(moved));
        }
    } else {
        const std::string role = toUtf8(row->text(4).trimmed());
        if (row->checkState(3) == Qt::Checked || (column == 4 && !role.empty()))
            m_people[shown] = {shown, {}, role};
        else
            m_people.erase(shown);
    }
    readFiles();
}

void ImportDialog::showTranscript(const service::ImportPreview& preview) {
    m_isFillingSpeakers = true;
    m_speakers->clear();
    for (const service::SpeakerRow& speaker : preview.speakers) {
        auto* row =
            new QTreeWidgetItem(m_speakers, {speaker.name.empty() ? tr("nobody named") : toQt(speaker.name),
                                             countText(speaker.turns), countText(speaker.words)});
        row->setSizeHint(0, QSize(0, theme().px(30)));
        row->setData(0, Qt::UserRole, toQt(speaker.name));
        if (!speaker.name.empty()) {
            row->setFlags(row->flags() | Qt::ItemIsEditable | Qt::ItemIsUserCheckable);
            row->setCheckState(3, speaker.isParticipant ? Qt::Checked : Qt::Unchecked);
            row->setText(4, toQt(speaker.role));
            row->setData(3, Qt::AccessibleTextRole, tr("%1 is a participant").arg(toQt(speaker.name)));
        }
        row->setTextAlignment(1, Qt::AlignRight | Qt::AlignVCenter);
        row->setTextAlignment(2, Qt::AlignRight | Qt::AlignVCenter);
    }
    m_isFillingSpeakers = false;
    m_turns->clear();
    for (const std::vector<std::string>& turn : preview.turns) {
        if (turn.size() < 3)
            continue;
        auto* row = new QTreeWidgetItem(m_turns, {toQt(turn[0]), toQt(turn[1]), toQt(turn[2]).simplified()});
        row->setSizeHint(0, QSize(0, theme().px(30)));
        row->setFont(1, theme().font(TypeRole::Figures));
        row->setFont(2, theme().font(TypeRole::Quotation));
        row->setToolTip(2, toQt(turn[2]).left(2000));
    }
}

} // namespace rapport::ui
