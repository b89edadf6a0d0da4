// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/decision_form.h"

#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

void empty(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

} // namespace

DecisionForm::DecisionForm(QWidget* parent)
    : QWidget(parent)
    , m_decisionHead(new SectionHeader({}, {}, this))
    , m_choices(new FlowLayout(8))
    , m_reasonHead(new SectionHeader({}, {}, this))
    , m_reason(new QPlainTextEdit(this))
    , m_byLabel(new Words(TypeRole::Small, Token::Text2, this))
    , m_by(new FlowLayout(8)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(m_decisionHead);
    column->addLayout(m_choices);
    column->addSpacing(theme().px(4));
    column->addWidget(m_reasonHead);
    m_reason->setTabChangesFocus(true);
    column->addWidget(m_reason);
    auto* by = new QHBoxLayout;
    by->setSpacing(theme().px(10));
    by->addWidget(m_byLabel, 0, Qt::AlignTop);
    by->addLayout(m_by, 1);
    column->addLayout(by);
    column->addStretch(1);
    connect(m_reason, &QPlainTextEdit::textChanged, this, &DecisionForm::changed);
    const auto resize = [this] {
        m_reason->setFixedHeight(theme().px(84));
        m_byLabel->setFixedHeight(theme().px(26)); // as high as the buttons beside it
    };
    connect(&theme(), &Theme::changed, this, resize);
    resize();
    retranslate();
}

void DecisionForm::retranslate() {
    m_decisionHead->setTitle(tr("Decision"));
    m_decisionHead->setCaption(tr("the raters' own codings stay as they are"));
    m_reasonHead->setTitle(tr("Reason"));
    m_reasonHead->setCaption(tr("needed to settle"));
    m_reason->setAccessibleName(tr("Reason"));
    m_reason->setPlaceholderText(tr("What in the text, and in the definition, decides it?"));
    m_byLabel->setText(tr("Decided by"));
}

void DecisionForm::addChoice(const QString& words, int digit, const std::string& value) {
    auto* button = new KeyButton(words, ButtonKind::Secondary, this);
    button->setCheckable(true);
    if (digit <= 9)
        button->setKey(QString::number(digit));
    m_choiceGroup->addButton(button, int(m_values.size()));
    m_values.push_back(value);
    m_digits.push_back(digit);
    m_choices->addWidget(button);
}

void DecisionForm::show(const ConsensusQueue& queue, const service::Disagreement& row,
                        const std::vector<std::string>& raters) {
    empty(*m_choices);
    empty(*m_by);
    m_values.clear();
    m_digits.clear();
    m_count = nullptr;
    delete m_choiceGroup;
    m_choiceGroup = new QButtonGroup(this);
    delete m_byGroup;
    m_byGroup = new QButtonGroup(this);
    m_raters = raters;
    const QSignalBlocker quiet(m_reason);
    m_reason->clear();

    const model::Variable* variable =
        queue.codebook() != nullptr ? queue.codebook()->variable(row.variable) : nullptr;
    if (!row.code.empty()) {
        addChoice(tr("Yes, %1").arg(queue.title(row)), 1, "1");
        addChoice(tr("No"), 0, "0");
    } else if (variable != nullptr && variable->scale == model::Scale::Count) {
        m_count = new QSpinBox(this);
        m_count->setRange(0, 1'000'000);
        m_count->setAccessibleName(queue.title(row));
        if (row.settled)
            m_count->setValue(toQt(*row.settled).toInt());
        connect(m_count, &QSpinBox::valueChanged, this, &DecisionForm::changed);
        m_choices->addWidget(m_count);
    } else if (variable != nullptr) {
        for (const model::Code& level : variable->codes) {
            if (level.isCodable)
                addChoice(localText(level.title), int(m_values.size()) + 1, level.name);
        }
    }
    for (std::size_t place = 0; row.settled && place < m_values.size(); ++place) {
        if (m_values[place] == *row.settled)
            m_choiceGroup->button(int(place))->setChecked(true);
    }
    const auto decider = [this](const QString& words, int id) {
        auto* button = new KeyButton(words, ButtonKind::Secondary, this);
        button->setSmall(true);
        button->setCheckable(true);
        button->setChecked(id < 0);
        m_byGroup->addButton(button, id + 2); // an id of -1 would mean "choose one for me"
        m_by->addWidget(button);
    };
    decider(tr("all together"), -1);
    for (std::size_t place = 0; place < raters.size(); ++place)
        decider(tr("%1 alone").arg(toQt(raters[place])), int(place));
    connect(m_choiceGroup, &QButtonGroup::idToggled, this, &DecisionForm::changed);
    connect(m_byGroup, &QButtonGroup::idToggled, this, &DecisionForm::changed);
    Q_EMIT changed();
}

std::optional<std::string> DecisionForm::value() const {
    if (m_count != nullptr)
        return std::to_string(m_count->value());
    const int id = m_choiceGroup == nullptr ? -1 : m_choiceGroup->checkedId();
    return id < 0 ? std::nullopt : std::optional(m_values[std::size_t(id)]);
}

Decision DecisionForm::decision() const {
    const int by = m_byGroup == nullptr ? 1 : m_byGroup->checkedId() - 2;
    return {value(), by < 0 ? std::nullopt : std::optional(m_raters[std::size_t(by)]),
            reason().isEmpty() ? QString() : m_reason->toPlainText()};
}

void DecisionForm::setDecision(const Decision& decision) {
    {
        const QSignalBlocker quiet(this); // said once, when all of it stands
        const auto check = [](QButtonGroup& group, int id) {
            group.setExclusive(false); // none may be chosen, too
            for (QAbstractButton* button : group.buttons())
                button->setChecked(group.id(button) == id);
            group.setExclusive(true);
        };
        const auto placeOf = [](const std::vector<std::string>& names, const auto& name) {
            const auto found = name ? std::find(names.begin(), names.end(), *name) : names.end();
            return found == names.end() ? -1 : int(found - names.begin());
        };
        if (m_count != nullptr)
            m_count->setValue(decision.value ? toQt(*decision.value).toInt() : 0);
        else if (m_choiceGroup != nullptr)
            check(*m_choiceGroup, placeOf(m_values, decision.value));
        if (m_byGroup != nullptr)
            check(*m_byGroup, placeOf(m_raters, decision.by) + 2);
        m_reason->setPlainText(decision.reason);
        m_reason->moveCursor(QTextCursor::End);
    }
    Q_EMIT changed();
}

QString DecisionForm::reason() const {
    return m_reason->toPlainText().trimmed();
}

std::vector<std::string> DecisionForm::deciders() const {
    const int id = m_byGroup == nullptr ? 1 : m_byGroup->checkedId() - 2;
    if (id < 0)
        return m_raters;
    return {m_raters[std::size_t(id)]};
}

bool DecisionForm::choose(int digit) {
    if (m_choiceGroup == nullptr)
        return false;
    for (QAbstractButton* button : m_choiceGroup->buttons()) {
        if (m_digits[std::size_t(m_choiceGroup->id(button))] == digit) {
            button->setChecked(true);
            return true;
        }
    }
    return false;
}

void DecisionForm::focusReason() {
    m_reason->setFocus();
}

} // namespace rapport::ui
