// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/analysis/analysis_filters.h"

#include "service/reading.h"
#include "ui/app/language.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/tick_list.h"
#include "ui/models/analysis_words.h"
#include "ui/views/view.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

std::string uiWords(const model::LocalText& text) {
    return text.in(std::string(uiLanguage()));
}

} // namespace

AnalysisFilters::AnalysisFilters(ViewHost& host, QWidget* parent)
    : Panel(Token::Canvas, Qt::BottomEdge, parent)
    , m_host(host) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(12));
    row->setSpacing(theme().px(12));
    const auto title = [this] { return new Words(TypeRole::Small, Token::Text2, this); };
    for (Column& each : m_lists) {
        auto* column = new QVBoxLayout;
        column->setSpacing(theme().px(4));
        each.title = title();
        each.list = new QListWidget(this);
        each.list->setUniformItemSizes(true);
        showTicks(*each.list);
        each.list->setTextElideMode(Qt::ElideRight);
        column->addWidget(each.title);
        column->addWidget(each.list, 1);
        row->addLayout(column, &each == &m_lists[Codes] || &each == &m_lists[Groups] ? 5 : 3);
        connect(each.list, &QListWidget::itemChanged, this, [this] {
            showTitles();
            Q_EMIT changed();
        });
    }
    auto* last = new QVBoxLayout;
    last->setSpacing(theme().px(4));
    m_namesTitle = title();
    m_names = new QLineEdit(this);
    m_overlapTitle = title();
    m_overlap = new QComboBox(this);
    m_clear = new KeyButton({}, ButtonKind::Quiet, this);
    last->addWidget(m_namesTitle);
    last->addWidget(m_names);
    last->addSpacing(theme().px(4));
    last->addWidget(m_overlapTitle);
    last->addWidget(m_overlap);
    last->addStretch(1);
    last->addWidget(m_clear, 0, Qt::AlignLeft);
    row->addLayout(last, 4);
    connect(m_names, &QLineEdit::editingFinished, this, [this] {
        if (m_names->isModified()) {
            m_names->setModified(false);
            showTitles();
            Q_EMIT changed();
        }
    });
    connect(m_overlap, &QComboBox::activated, this, [this] { Q_EMIT changed(); });
    connect(m_clear, &QAbstractButton::clicked, this, [this] {
        clear();
        Q_EMIT changed();
    });
    const auto resize = [this] { setFixedHeight(theme().px(196)); };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
    retranslate();
}

void AnalysisFilters::fill(List which, const std::vector<std::pair<QString, QString>>& items) {
    QListWidget& list = *m_lists[which].list;
    const QStringList before = ticked(which);
    const QSignalBlocker blocker(list);
    list.clear();
    for (const auto& [words, name] : items) {
        auto* item = new QListWidgetItem(words, &list);
        item->setData(Qt::UserRole, name);
        item->setToolTip(words);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(before.contains(name) ? Qt::Checked : Qt::Unchecked);
    }
    if (list.count() > 0)
        list.setCurrentRow(0);
}

QStringList AnalysisFilters::ticked(List which) const {
    QStringList names;
    const QListWidget& list = *m_lists[which].list;
    for (int row = 0; row < list.count(); ++row)
        if (list.item(row)->checkState() == Qt::Checked)
            names.append(list.item(row)->data(Qt::UserRole).toString());
    return names;
}

void AnalysisFilters::read() {
    using Items = std::vector<std::pair<QString, QString>>;
    service::Session& session = m_host.study().session();
    Items items;
    if (const auto rounds = session.rounds()) {
        for (const model::Round& round : *rounds)
            items.emplace_back(toQt(round.name), toQt(round.name));
    }
    fill(Rounds, items);
    items.clear();
    if (const auto instrument = session.instrument()) {
        for (const model::Prompt& prompt : instrument->prompts)
            if (prompt.kind == model::PromptKind::Open)
                items.emplace_back(toQt(prompt.name), toQt(prompt.name));
    }
    const auto held = service::heldKinds(session).value_or(std::vector<model::UnitKind>());
    for (const model::UnitKind kind : {model::UnitKind::Turn, model::UnitKind::Transcript}) {
        if (std::find(held.begin(), held.end(), kind) != held.end())
            items.emplace_back(resultWord("prompt", model::name(kind)), toQt(model::name(kind)));
    }
    fill(Prompts, items);
    items.clear();
    if (const auto codebook = m_host.study().codebook()) {
        for (const model::Variable& variable : codebook->variables) {
            if (variable.codes.empty() || variable.scale != model::Scale::Presence)
                continue;
            for (const model::Code& code : variable.codes)
                if (code.isCodable)
                    items.emplace_back(toQt(uiWords(code.title)), toQt(code.name));
        }
    }
    fill(Codes, items);
    items.clear();
    if (const auto raters = session.raters()) {
        for (const model::Rater& rater : *raters)
            if (rater.kind == model::RaterKind::Human)
                items.emplace_back(toQt(rater.name), toQt(rater.name));
    }
    fill(Raters, items);
    m_host.jobs().start<std::vector<service::AttributeValues>>(
        QStringLiteral("analysis-groups"), tr("Reading the groups"), this,
        [](service::Session& read, const base::Task&) { return service::attributeValues(read); },
        [this](base::Result<std::vector<service::AttributeValues>> values) {
            m_attributes = values ? std::move(*values) : std::vector<service::AttributeValues>();
            fillGroups();
            showTitles();
        });
    showTitles();
}

void AnalysisFilters::fillGroups() {
    std::vector<std::pair<QString, QString>> items;
    for (const service::AttributeValues& attribute : m_attributes) {
        for (const std::string& value : attribute.values)
            items.emplace_back(tr("%1: %2").arg(toQt(attribute.name), toQt(value)),
                               toQt(attribute.name + '=' + value));
    }
    fill(Groups, items);
}

void AnalysisFilters::clear() {
    for (Column& each : m_lists) {
        const QSignalBlocker blocker(each.list);
        for (int row = 0; row < each.list->count(); ++row)
            each.list->item(row)->setCheckState(Qt::Unchecked);
    }
    m_names->clear();
    m_overlap->setCurrentIndex(0);
    showTitles();
}

void AnalysisFilters::narrow(service::AnalysisSelection& select) const {
    const auto names = [this](List which) {
        std::vector<std::string> chosen;
        for (const QString& name : ticked(which))
            chosen.push_back(toUtf8(name));
        return chosen;
    };
    select.rounds = names(Rounds);
    select.prompts = names(Prompts);
    select.participants = names(Groups);
    for (const QString& name : m_names->text().split(QLatin1Char(','), Qt::SkipEmptyParts))
        if (!name.trimmed().isEmpty())
            select.participants.push_back(toUtf8(name.trimmed()));
    select.codes = names(Codes);
    select.raters = names(Raters);
    select.overlap = model::Overlap(m_overlap->currentData().toInt());
}

int AnalysisFilters::count() const {
    int narrowing = m_overlap->currentIndex() > 0 ? 1 : 0;
    narrowing += m_names->text().trimmed().isEmpty() ? 0 : 1;
    for (int which = 0; which < lists; ++which)
        narrowing += ticked(List(which)).isEmpty() ? 0 : 1;
    return narrowing;
}

QString AnalysisFilters::sentence() const {
    QStringList parts;
    const auto add = [&](List which, const QString& words) {
        QStringList shown;
        const QListWidget& list = *m_lists[which].list;
        for (int row = 0; row < list.count(); ++row)
            if (list.item(row)->checkState() == Qt::Checked)
                shown.append(list.item(row)->text());
        if (!shown.isEmpty())
            parts.append(words.arg(shown.join(QStringLiteral(", "))));
    };
    add(Rounds, tr("rounds %1"));
    add(Prompts, tr("questions %1"));
    add(Groups, tr("participants with %1"));
    if (const QString names = m_names->text().trimmed(); !names.isEmpty())
        parts.append(tr("participants %1").arg(names));
    add(Codes, tr("codes %1"));
    add(Raters, tr("raters %1"));
    if (m_overlap->currentIndex() > 0)
        parts.append(tr("passages that cover %1").arg(m_overlap->currentText()));
    return parts.isEmpty() ? QString() : tr("Only: %1.").arg(parts.join(QStringLiteral("; ")));
}

void AnalysisFilters::focusFirst() {
    m_lists[Rounds].list->setFocus(Qt::ShortcutFocusReason);
}

void AnalysisFilters::showTitles() {
    const QString words[lists] = {tr("Rounds"), tr("Questions"), tr("Participants"), tr("Codes"),
                                  tr("Raters")};
    for (int which = 0; which < lists; ++which) {
        const auto chosen = ticked(List(which)).size();
        m_lists[which].title->setText(
            chosen == 0 ? tr("%1: all").arg(words[which])
                        : tr("%1: %2 of %3").arg(words[which]).arg(chosen).arg(m_lists[which].list->count()));
        m_lists[which].list->setAccessibleName(m_lists[which].title->text());
    }
    m_clear->setEnabled(count() > 0);
}

void AnalysisFilters::retranslate() {
    m_namesTitle->setText(tr("Participants by name"));
    m_names->setPlaceholderText(tr("P001, P002"));
    m_names->setAccessibleName(tr("Participants by name, with commas between them"));
    m_overlapTitle->setText(tr("A passage must cover"));
    m_overlap->setAccessibleName(m_overlapTitle->text());
    const int chosen = std::max(0, m_overlap->currentIndex());
    m_overlap->clear();
    m_overlap->addItem(tr("any part of it"), int(model::Overlap::Any));
    m_overlap->addItem(tr("more than half of it"), int(model::Overlap::Majority));
    m_overlap->addItem(tr("all of it"), int(model::Overlap::Full));
    m_overlap->setCurrentIndex(chosen);
    m_clear->setText(tr("All again"));
    fillGroups();
    showTitles();
}

void AnalysisFilters::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        Q_EMIT dismissed();
        return;
    }
    Panel::keyPressEvent(event);
}

} // namespace rapport::ui
