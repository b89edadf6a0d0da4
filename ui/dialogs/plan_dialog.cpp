// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/plan_dialog.h"

#include "ui/app/theme.h"
#include "ui/bridge/error_text.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/small_parts.h"
#include "ui/dialogs/growing.h"
#include "ui/models/figures.h"

#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <cmath>

namespace rapport::ui {

namespace {

QString methodText(const std::string& method) {
    if (method == "donner_eliasziw_1992")
        return PlanDialog::tr(
            "Goodness of fit for two categories, Donner and Eliasziw (1992); power 80 %, level 5 %.");
    if (method == "cantor_1996")
        return PlanDialog::tr("Two raters with shares of their own, Cantor (1996); power 80 %, level 5 %.");
    if (method == "flack_1988")
        return PlanDialog::tr(
            "Largest standard error over all tables, Flack and others (1988); power 80 %, level 5 %.");
    if (method == "half_width")
        return PlanDialog::tr("From the standard error of κ at these shares; 95 % interval.");
    return toQt(method);
}

} // namespace

PlanDialog::PlanDialog(const PlanStart& start, QWidget* parent)
    : QDialog(parent) {
    setWindowTitle(tr("Plan sample"));
    build(start);
    showAnswer();
}

void PlanDialog::build(const PlanStart& start) {
    setLeastWidth(*this, 520);
    const int pad = theme().px(18);
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    auto* body = new ScrolledBody(this);
    whole->addWidget(body, 1);
    QVBoxLayout* column = body->column();
    column->setContentsMargins(pad, pad, pad, 0);
    column->setSpacing(theme().px(8));
    column->addWidget(new Words(start.title.isEmpty() ? tr("How many units have to be rated twice?")
                                                      : tr("How many units for %1?").arg(start.title),
                                TypeRole::Title, Token::Text, this));
    auto* explained =
        new Words(tr("A rare code needs many units: agreement beyond chance rests on those that hold "
                     "it. The figures are assumptions; change them and see what follows."),
                  TypeRole::Small, Token::Text2, this);
    explained->setWraps(true);
    column->addWidget(explained);
    column->addSpacing(theme().px(6));
    m_goal = new SegmentedControl(this);
    m_goal->setItems({tr("Tell two values apart"), tr("Interval of a given width")});
    m_goal->setAccessibleName(tr("What the sample is for"));
    column->addWidget(m_goal, 0, Qt::AlignLeft);
    auto* form = new QFormLayout;
    form->setHorizontalSpacing(theme().px(14));
    form->setVerticalSpacing(theme().px(7));
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    const auto field = [&](const QString& name, const QString& text, Words** keep = nullptr) {
        auto* edit = new QLineEdit(text, this);
        edit->setAlignment(Qt::AlignRight);
        edit->setFixedWidth(theme().px(90));
        edit->setAccessibleName(name);
        auto* words = new Words(name, TypeRole::Body, Token::Text, this);
        words->setMinimumHeight(edit->sizeHint().height()); // in the middle of its field
        form->addRow(words, edit);
        if (keep != nullptr)
            *keep = words;
        connect(edit, &QLineEdit::textEdited, this, [this] { showAnswer(); });
        return edit;
    };
    // A κ that the data gave is an assumption like any other, unless it leaves nothing to plan.
    const double expected = start.kappa && *start.kappa > start.target + 0.05 && *start.kappa < 0.99
                                ? *start.kappa
                                : std::min(0.95, start.target + 0.15);
    m_prevalence =
        field(tr("Share of units that hold the code"), coefficientText(start.prevalence.value_or(0.2)));
    m_expected = field(tr("κ that is expected"), coefficientText(expected));
    m_least = field(tr("κ that it must be told from"), coefficientText(start.target), &m_leastLabel);
    m_width = field(tr("Half the width of the interval"), coefficientText(0.1), &m_widthLabel);
    m_raters = new QSpinBox(this);
    m_raters->setRange(2, 12);
    m_raters->setValue(int(std::clamp<std::size_t>(start.raters, 2, 12)));
    m_raters->setAccessibleName(tr("Raters per unit"));
    m_raters->setFixedWidth(theme().px(90));
    auto* raters = new Words(tr("Raters per unit"), TypeRole::Body, Token::Text, this);
    raters->setMinimumHeight(m_raters->sizeHint().height());
    form->addRow(raters, m_raters);
    column->addLayout(form);
    column->addSpacing(theme().px(8));
    m_answer = new Words(TypeRole::BodyStrong, Token::Text, this);
    m_answer->setWraps(true);
    m_method = new Words(TypeRole::Small, Token::Text2, this);
    m_method->setWraps(true);
    column->addWidget(m_answer);
    column->addWidget(m_method);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(pad, theme().px(12), pad, pad);
    auto* close = new KeyButton(tr("Close"), ButtonKind::Secondary, this);
    close->setKey(tr("Esc"));
    connect(close, &QAbstractButton::clicked, this, [this] { accept(); });
    row->addStretch(1);
    row->addWidget(close);
    whole->addLayout(row);
    growWithWords(*this);
    connect(m_goal, &SegmentedControl::currentChanged, this, [this] { showAnswer(); });
    connect(m_raters, &QSpinBox::valueChanged, this, [this] { showAnswer(); });
}

QString PlanDialog::answer() const {
    return m_answer->text();
}

QLineEdit* PlanDialog::field(int number) const {
    const std::array<QLineEdit*, 4> fields{m_prevalence, m_expected, m_least, m_width};
    return fields.at(std::size_t(number));
}

void PlanDialog::setGoal(agreement::PlanGoal goal) {
    m_goal->setCurrent(goal == agreement::PlanGoal::Power ? 0 : 1);
    showAnswer();
}

void PlanDialog::showAnswer() {
    const bool isPower = m_goal->current() == 0;
    m_leastLabel->setVisible(isPower);
    m_least->setVisible(isPower);
    m_widthLabel->setVisible(!isPower);
    m_width->setVisible(!isPower);
    m_plan.reset();
    const auto prevalence = readShare(m_prevalence->text());
    const auto expected = readShare(m_expected->text());
    const auto least = readShare(m_least->text());
    const auto width = readShare(m_width->text());
    m_method->setText({});
    if (!prevalence || !expected || (isPower && !least) || (!isPower && !width)) {
        m_answer->setText(
            tr("Each figure is a number between 0 and 1, such as %1.").arg(coefficientText(0.2)));
        return;
    }
    if (isPower && *least >= *expected) {
        m_answer->setText(tr("The κ that is expected must lie above the one that it must be told from."));
        return;
    }
    agreement::PlanOptions options;
    options.goal = isPower ? agreement::PlanGoal::Power : agreement::PlanGoal::HalfWidth;
    options.prevalence = *prevalence;
    options.kappa1 = *expected;
    options.kappa0 = isPower ? *least : 0;
    options.raters = std::size_t(m_raters->value());
    if (!isPower)
        options.halfWidth = *width;
    const auto plan = agreement::planKappa(options);
    if (!plan) {
        m_answer->setText(errorSentence(plan.error()));
        m_method->setText(errorDetails(plan.error()));
        return;
    }
    m_plan = *plan;
    const std::int64_t holding = std::llround(double(plan->units) * *prevalence);
    m_answer->setText(tr("%1 units, each rated by %2 raters; about %3 of them will hold the code.")
                          .arg(countText(plan->units))
                          .arg(m_raters->value())
                          .arg(countText(holding)));
    m_method->setText(methodText(plan->method));
}

} // namespace rapport::ui
