// SPDX-License-Identifier: GPL-3.0-or-later
// Searches under a name, and lines on their way to a table.
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/file_dialog.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/models/query_text.h"
#include "ui/views/search/form_panel.h"
#include "ui/views/search/query_line.h"
#include "ui/views/search/search_view.h"

#include <QComboBox>
#include <QInputDialog>
#include <QLocale>
#include <QMenu>

namespace rapport::ui {

service::SearchSettings SearchView::settings() const {
    service::SearchSettings settings;
    settings.sort = sortKeys();
    settings.width = m_width;
    settings.sample = m_sample;
    settings.seed = m_seed;
    settings.coded = m_coded;
    const FormRows& forms = m_panel->forms();
    for (int word = 0; word < forms.wordCount(); ++word) {
        if (forms.ticked(word).isEmpty())
            continue; // nothing to choose among
        service::FormChoice choice;
        choice.word = toUtf8(forms.word(word));
        for (const QString& form : forms.ticked(word))
            choice.ticked.push_back(toUtf8(form));
        for (const QString& form : forms.unticked(word))
            choice.unticked.push_back(toUtf8(form));
        settings.forms.push_back(std::move(choice));
    }
    return settings;
}

void SearchView::saveAs(const QString& name) {
    const std::string query = toUtf8(wholeQuery(m_line->text().trimmed()));
    const auto saved = study().act([&](service::Session& session) {
        return service::saveSearch(session, toUtf8(name), query, settings());
    });
    if (saved)
        host().showToast(tr("Saved as “%1”.").arg(name.trimmed()));
}

void SearchView::openSaved(const QString& name) {
    const auto saved =
        study().read([&](service::Session& session) { return service::savedSearch(session, toUtf8(name)); });
    if (!saved)
        return;
    // One search at the end, not one for each setting.
    m_hasResult = false;
    m_width = saved->settings.width;
    m_seed = saved->settings.seed;
    setSort(saved->settings.sort);
    setCoded(saved->settings.coded);
    setSample(saved->settings.sample);
    // The forms as they were chosen, until they are counted anew.
    std::vector<WordForms> words;
    for (const service::FormChoice& choice : saved->settings.forms) {
        WordForms& word = words.emplace_back();
        word.word = toQt(choice.word);
        for (const std::string& form : choice.ticked) {
            word.forms.push_back({form, 0, 0, {}});
            word.ticked.append(toQt(form));
        }
        for (const std::string& form : choice.unticked)
            word.forms.push_back({form, 0, 0, {}});
    }
    m_panel->setForms(std::move(words));
    setSteps({}); // they stand in the query itself
    m_tickedQuery = toQt(saved->query).trimmed();
    search(toQt(saved->query));
    m_running = name;
    m_runningQuery = m_line->text().trimmed();
}

void SearchView::askName() {
    if (m_error) {
        host().showToast(m_errorWords->text());
        return;
    }
    if (m_line->text().trimmed().isEmpty()) {
        host().showToast(tr("Type a query first."));
        return;
    }
    bool isGiven = false;
    const QString name = QInputDialog::getText(
        this, tr("Save the search"),
        tr("Name. The query, its order, sample and ticked forms are kept in the study."), QLineEdit::Normal,
        m_line->text().trimmed().left(60), &isGiven);
    if (isGiven && !name.trimmed().isEmpty())
        saveAs(name);
}

void SearchView::showSavedMenu() {
    QMenu menu(this);
    menu.setToolTipsVisible(true);
    const auto saved =
        study().read([](service::Session& session) { return service::savedSearches(session); });
    if (!saved)
        return;
    QAction* save = menu.addAction(tr("Save this search…"), this, [this] { askName(); });
    save->setEnabled(!m_line->text().trimmed().isEmpty());
    menu.addSeparator();
    if (saved->empty())
        menu.addAction(tr("No search was saved yet"))->setEnabled(false);
    for (const service::SavedSearch& each : *saved) {
        QString label = toQt(each.name);
        if (each.lastRun)
            label += QStringLiteral("\t") + counted(each.lines, tr("1 line"), tr("%1 lines"));
        QAction* action = menu.addAction(label.replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                                         [this, name = toQt(each.name)] { openSaved(name); });
        action->setToolTip(toQt(each.query));
    }
    if (!saved->empty()) {
        menu.addSeparator();
        QMenu* history = menu.addMenu(tr("History"));
        for (const service::SavedSearch& each : *saved)
            history->addAction(toQt(each.name).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                               [this, name = toQt(each.name)] { showHistory(name); });
        QMenu* remove = menu.addMenu(tr("Remove"));
        for (const service::SavedSearch& each : *saved)
            remove->addAction(toQt(each.name).replace(QLatin1Char('&'), QStringLiteral("&&")), this,
                              [this, name = each.name] {
                                  if (study().act([&](service::Session& session) {
                                          return service::removeSearch(session, name);
                                      }))
                                      host().showToast(tr("Removed “%1”.").arg(toQt(name)));
                              });
    }
    menu.exec(m_saved->mapToGlobal(QPoint(0, m_saved->height())));
}

void SearchView::exportTo(const QString& file) {
    service::ConcordanceRequest request = lineRequest(m_shownQuery);
    request.limit.reset();
    struct Done {};
    host().jobs().start<Done>(
        QStringLiteral("search-table"), tr("Writing the table"), this,
        [request, path = toUtf8(file)](service::Session& session,
                                       const base::Task& task) -> base::Result<Done> {
            RAPPORT_TRY(service::exportLines(session, request, path, task));
            return Done{};
        },
        [this, file](base::Result<Done> done) {
            if (!done)
                host().showError(done.error());
            else
                host().showToast(tr("The lines are in %1").arg(file));
        });
}

void SearchView::askFile() {
    if (m_error || !m_hasResult || m_found.total == 0) {
        host().showToast(tr("There are no lines to write."));
        return;
    }
    QString file = askForNewFile(this, tr("Write the lines to a table"), tr("lines.xlsx"),
                                 tr("Excel (*.xlsx);;Text, comma separated (*.csv)"));
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive) &&
        !file.endsWith(QLatin1String(".xlsx"), Qt::CaseInsensitive))
        file += QStringLiteral(".xlsx");
    exportTo(file);
}

} // namespace rapport::ui
