// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/variable_dialog.h"

#include "ui/app/language.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/dialog_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr const char* everyPrompt = "*";

} // namespace

VariableDialog::VariableDialog(const QStringList& prompts, const std::optional<model::Variable>& shown,
                               QWidget* parent)
    : QDialog(parent)
    , m_shown(shown.value_or(model::Variable())) {
    const bool isNew = !shown;
    setWindowTitle(isNew ? tr("New variable") : tr("What %1 applies to").arg(localText(m_shown.title)));
    auto* column = beginDialog(
        *this, 480,
        isNew
            ? tr("A variable is one question put to a text. It is in the draft until you save the codebook.")
            : tr("Where it does not apply raters are not asked, and nothing of it is missing."));
    if (isNew) {
        m_title = new QLineEdit(this);
        m_title->setMaxLength(120);
        addField(*column, tr("Name"), m_title);
        m_scale = new QComboBox(this);
        m_scale->addItem(tr("presence: any number of codes"), int(model::Scale::Presence));
        m_scale->addItem(tr("nominal: exactly one level"), int(model::Scale::Nominal));
        m_scale->addItem(tr("ordinal: exactly one, in their order"), int(model::Scale::Ordinal));
        m_scale->addItem(tr("count: a number from 0"), int(model::Scale::Count));
        addField(*column, tr("What raters do"), m_scale);
        connect(m_title, &QLineEdit::textChanged, this, [this] { showState(); });
        connect(m_title, &QLineEdit::returnPressed, this, &VariableDialog::accept);
    }
    const auto tick = [this](const QString& words, bool isOn, QLayout& row) {
        auto* box = new QCheckBox(words, this);
        box->setChecked(isOn);
        row.addWidget(box);
        connect(box, &QCheckBox::toggled, this, [this] { showState(); });
        return box;
    };
    const auto isIn = [this](const std::string& prompt) {
        return std::find(m_shown.prompts.begin(), m_shown.prompts.end(), prompt) != m_shown.prompts.end();
    };
    column->addWidget(new Words(tr("Answers to"), TypeRole::Small, Token::Text2, this));
    auto* answers = new FlowLayout(14);
    m_everywhere = tick(tr("all questions"), isNew || isIn(everyPrompt), *answers);
    for (const QString& prompt : prompts)
        m_prompts.emplace_back(tick(prompt, isIn(toUtf8(prompt)), *answers), toUtf8(prompt));
    column->addLayout(answers);
    column->addWidget(new Words(tr("In transcripts"), TypeRole::Small, Token::Text2, this));
    auto* kinds = new FlowLayout(14);
    const auto applies = [this](model::UnitKind kind) {
        return std::find(m_shown.unitKinds.begin(), m_shown.unitKinds.end(), kind) != m_shown.unitKinds.end();
    };
    for (const auto& [kind, words] : {std::pair(model::UnitKind::Turn, tr("turns")),
                                      std::pair(model::UnitKind::Sentence, tr("sentences")),
                                      std::pair(model::UnitKind::Transcript, tr("whole transcripts"))})
        m_kinds.emplace_back(tick(words, applies(kind), *kinds), kind);
    column->addLayout(kinds);
    m_keep =
        new KeyButton(isNew ? tr("Add to the draft") : tr("Keep in the draft"), ButtonKind::Primary, this);
    endDialog(*this, new KeyButton(tr("Cancel"), ButtonKind::Quiet, this), m_keep);
    showState();
    if (isNew)
        m_title->setFocus();
}

void VariableDialog::showState() {
    bool isSomewhere = m_everywhere->isChecked();
    for (const auto& [box, prompt] : m_prompts) {
        box->setEnabled(!m_everywhere->isChecked());
        isSomewhere = isSomewhere || box->isChecked();
    }
    for (const auto& [box, kind] : m_kinds)
        isSomewhere = isSomewhere || box->isChecked();
    if (m_keep != nullptr)
        m_keep->setEnabled(isSomewhere && (m_title == nullptr || !m_title->text().trimmed().isEmpty()));
}

QCheckBox* VariableDialog::place(const QString& name) const {
    for (QCheckBox* box : findChildren<QCheckBox*>()) {
        if (box->text() == name)
            return box;
    }
    return nullptr;
}

void VariableDialog::accept() {
    if (m_keep->isEnabled())
        QDialog::accept();
}

model::Variable VariableDialog::variable() const {
    model::Variable made = m_shown;
    if (m_title != nullptr) {
        made.title = model::sameText(toUtf8(m_title->text().trimmed()), uiLanguage());
        made.scale = model::Scale(m_scale->currentData().toInt());
    }
    made.prompts.clear();
    if (m_everywhere->isChecked())
        made.prompts.emplace_back(everyPrompt);
    for (const auto& [box, prompt] : m_prompts) {
        if (box->isChecked() && !m_everywhere->isChecked())
            made.prompts.push_back(prompt);
    }
    // What the dialog does not offer stays.
    std::erase_if(made.unitKinds, [](model::UnitKind kind) { return kind != model::UnitKind::Answer; });
    for (const auto& [box, kind] : m_kinds) {
        if (box->isChecked())
            made.unitKinds.push_back(kind);
    }
    return made;
}

} // namespace rapport::ui
