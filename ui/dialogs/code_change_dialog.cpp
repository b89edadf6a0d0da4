// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/code_change_dialog.h"

#include "service/codebook_changes.h"
#include "ui/app/language.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/enter_press.h"
#include "ui/models/codebook_edit.h"
#include "ui/models/figures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

/// What stands for "a new code" in the list of codes to become.
constexpr const char* newCode = "";

QString titleOf(CodeChange change) {
    switch (change) {
    case CodeChange::Rename:
        return CodeChangeDialog::tr("Rename the code");
    case CodeChange::Merge:
        return CodeChangeDialog::tr("Merge codes");
    case CodeChange::Split:
        return CodeChangeDialog::tr("Split the code");
    case CodeChange::Retire:
        break;
    }
    return CodeChangeDialog::tr("Retire the code");
}

} // namespace

CodeChangeDialog::CodeChangeDialog(StudyContext& study, CodeChange change, model::CodeId code,
                                   std::optional<std::int64_t> uses, QWidget* parent)
    : QDialog(parent)
    , m_study(study)
    , m_change(change)
    , m_codebook(study.codebook())
    , m_uses(uses) {
    const auto found = m_codebook->code(code);
    m_variable = found.variable;
    m_code = found.code;
    setWindowTitle(titleOf(change));
    build();
    showConsequence();
}

void CodeChangeDialog::build() {
    auto* column = beginDialog(*this, 520);
    auto* head = new QHBoxLayout;
    head->setSpacing(theme().px(8));
    head->addWidget(new CodeTag(lookOf(*m_codebook, m_code->id), this));
    head->addWidget(new Words(lookOf(*m_code).title, TypeRole::Title, Token::Text, this), 1);
    column->addLayout(head);
    column->addSpacing(theme().px(6));
    m_consequence = new Words(TypeRole::Small, Token::Text2, this);
    m_consequence->setWraps(true);
    m_problem = new Words(TypeRole::Small, Token::Bad, this);
    m_problem->setWraps(true);
    m_problem->hide();
    m_do = new KeyButton({}, ButtonKind::Primary, this);
    m_do->setKey(tr("Enter"));
    switch (m_change) {
    case CodeChange::Rename:
        m_do->setText(tr("Rename"));
        buildRename(*column);
        break;
    case CodeChange::Merge:
        m_do->setText(tr("Merge"));
        buildMerge(*column);
        break;
    case CodeChange::Split:
        m_do->setText(tr("Split"));
        buildSplit(*column);
        break;
    case CodeChange::Retire:
        m_do->setText(tr("Retire"));
        break;
    }
    column->addWidget(m_consequence);
    column->addWidget(m_problem);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_do);
    pressOnEnter(*this, m_do);
    if (m_names.empty() && m_partners.empty())
        m_do->setFocus();
}

void CodeChangeDialog::addName(QVBoxLayout& column, const QString& title) {
    NewName made;
    column.addWidget(new Words(title, TypeRole::Small, Token::Text2, this));
    made.name = new QLineEdit(this);
    made.name->setAccessibleName(title);
    made.name->setMaxLength(120);
    column.addWidget(made.name);
    connect(made.name, &QLineEdit::textChanged, this, [this] { showConsequence(); });
    connect(made.name, &QLineEdit::returnPressed, this, &CodeChangeDialog::accept);
    m_names.push_back(made);
}

void CodeChangeDialog::buildRename(QVBoxLayout& column) {
    addName(column, tr("Title"));
    m_names[0].name->setText(lookOf(*m_code).title);
    addName(column, tr("Short name, for files and formulas"));
    m_names[1].name->setText(toQt(m_code->name));
    m_names[0].name->selectAll();
    m_names[0].name->setFocus();
}

void CodeChangeDialog::buildMerge(QVBoxLayout& column) {
    column.addWidget(new Words(tr("Together with"), TypeRole::Small, Token::Text2, this));
    auto* area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus);
    auto* page = new Panel(Token::Surface, {}, area);
    auto* list = new QVBoxLayout(page);
    list->setSpacing(theme().px(2));
    for (const model::Code& each : m_variable->codes) {
        if (each.id == m_code->id || !each.isCodable)
            continue;
        auto* box = new QCheckBox(lookOf(each).title, page);
        list->addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] { showConsequence(); });
        m_partners.emplace_back(box, each.name);
    }
    list->addStretch(1);
    area->setWidget(page);
    area->setFixedHeight(theme().px(200));
    column.addWidget(area);
    column.addWidget(new Words(tr("They become"), TypeRole::Small, Token::Text2, this));
    m_into = new QComboBox(this);
    m_into->setAccessibleName(tr("They become"));
    column.addWidget(m_into);
    addName(column, tr("Name of the new code"));
    connect(m_into, &QComboBox::currentIndexChanged, this, [this] { showConsequence(); });
    if (!m_partners.empty())
        m_partners.front().first->setFocus();
}

void CodeChangeDialog::buildSplit(QVBoxLayout& column) {
    for (int number = 1; number <= 2; ++number) {
        addName(column, tr("Title of new code %1").arg(number));
        auto* definition = new QPlainTextEdit(this);
        definition->setAccessibleName(tr("Definition of new code %1").arg(number));
        definition->setPlaceholderText(tr("Definition; empty: that of the code before"));
        definition->setTabChangesFocus(true);
        definition->setFixedHeight(theme().px(62));
        column.addWidget(definition);
        m_names.back().definition = definition;
    }
    addName(column, tr("Title of new code 3, if there is one"));
    m_names[0].name->setFocus();
}

std::vector<std::string> CodeChangeDialog::merged() const {
    std::vector<std::string> names{m_code->name};
    for (const auto& [box, name] : m_partners) {
        if (box->isChecked())
            names.push_back(name);
    }
    return names;
}

void CodeChangeDialog::showConsequence() {
    m_problem->hide();
    const QString used = !m_uses ? QString()
                         : *m_uses == 0
                             ? tr("It was never used.")
                             : counted(*m_uses, tr("It was used once."), tr("It was used %1 times."));
    const auto filled = [this](std::size_t place) {
        return place < m_names.size() && !m_names[place].name->text().trimmed().isEmpty();
    };
    bool isReady = true;
    QString text;
    switch (m_change) {
    case CodeChange::Rename:
        text =
            tr("Codings keep their code. A new version says the new name; the version before keeps the old "
               "one.");
        isReady = filled(0) && filled(1);
        break;
    case CodeChange::Merge: {
        const std::vector<std::string> names = merged();
        const QVariant before = m_into->currentData();
        {
            const QSignalBlocker quiet(m_into);
            m_into->clear();
            for (const std::string& name : names) {
                const auto found = m_codebook->code(name);
                m_into->addItem(lookOf(*found.code).title, toQt(name));
            }
            m_into->addItem(tr("a new code"), QLatin1String(newCode));
            m_into->setCurrentIndex(before.isValid() ? std::max(0, m_into->findData(before)) : 0);
        }
        const bool isNew = m_into->currentData().toString().isEmpty();
        m_names[0].name->setEnabled(isNew);
        isReady = names.size() > 1 && (!isNew || filled(0));
        text = tr(
            "A unit has it if it had any of them; it lacks it where all of them were asked for and none was "
            "given. Codings stay on record as they were made.");
        break;
    }
    case CodeChange::Split:
        text = tr(
            "The new codes are missing in every unit until somebody judges them again: a split says nothing "
            "of what was coded before. Its codings stay on record.");
        isReady = filled(0) && filled(1);
        break;
    case CodeChange::Retire:
        text = tr(
            "It is not in the next version and cannot be given any more, in rounds under way neither. What "
            "was coded with it stays on record, and in the rounds that were rated with it.");
        break;
    }
    m_consequence->setText(used.isEmpty() ? text : used + QLatin1Char(' ') + text);
    m_do->setEnabled(isReady);
}

QString CodeChangeDialog::problem() const {
    return m_problem->isHidden() ? QString() : m_problem->text();
}

QString CodeChangeDialog::consequence() const {
    return m_consequence->text();
}

QLineEdit* CodeChangeDialog::nameField(int number) const {
    return m_names.at(std::size_t(number)).name;
}

QCheckBox* CodeChangeDialog::partner(const QString& title) const {
    for (const auto& [box, name] : m_partners) {
        if (box->text() == title)
            return box;
    }
    return nullptr;
}

base::Result<service::ChangeSet> CodeChangeDialog::change(service::Session& session) const {
    const auto words = [this](std::size_t place) { return toUtf8(m_names.at(place).name->text().trimmed()); };
    const auto made = [](base::Result<service::CodebookChange> change) -> base::Result<service::ChangeSet> {
        if (!change)
            return base::fail(change);
        return std::move(change->changes);
    };
    switch (m_change) {
    case CodeChange::Rename: {
        model::LocalText title;
        if (words(0) != toUtf8(lookOf(*m_code).title))
            title.byLanguage[std::string(uiLanguage())] = words(0);
        return made(service::renameCode(session, m_code->name, words(1), title));
    }
    case CodeChange::Merge: {
        const std::string into = toUtf8(m_into->currentData().toString());
        return made(service::mergeCodes(session, merged(), into.empty() ? words(0) : into));
    }
    case CodeChange::Split: {
        std::vector<service::NewCode> codes;
        // Titles are asked for; short names for files and formulas are made of them.
        model::Codebook known = *m_codebook;
        for (std::size_t place = 0; place < m_names.size(); ++place) {
            if (words(place).empty())
                continue;
            service::NewCode code;
            code.name = freeCodeName(known, words(place));
            code.title = model::sameText(words(place), uiLanguage());
            known.variables.front().codes.emplace_back().name = code.name;
            if (m_names[place].definition != nullptr) {
                const std::string definition = toUtf8(m_names[place].definition->toPlainText().trimmed());
                if (!definition.empty())
                    code.definition = model::sameText(definition, uiLanguage());
            }
            codes.push_back(std::move(code));
        }
        return made(service::splitCode(session, m_code->name, codes));
    }
    case CodeChange::Retire:
        break;
    }
    return made(service::retireCode(session, m_code->name));
}

void CodeChangeDialog::accept() {
    if (!m_do->isEnabled())
        return;
    auto changed = change(m_study.session());
    if (!changed) {
        m_problem->setText(errorSentence(changed.error()) + QLatin1Char(' ') + errorDetails(changed.error()));
        m_problem->show();
        return;
    }
    m_study.announce(*changed);
    QDialog::accept();
}

} // namespace rapport::ui
