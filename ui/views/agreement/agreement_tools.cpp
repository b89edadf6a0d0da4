// SPDX-License-Identifier: GPL-3.0-or-later
// The tool row of the agreement view: round, coefficient, kind of unit, what results are split by, target;
// and how the row and the panel give way where there is little room.
#include "service/assigning.h"
#include "service/reading.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"
#include "ui/views/agreement/agreement_list.h"
#include "ui/views/agreement/agreement_panel.h"
#include "ui/views/agreement/agreement_view.h"
#include "ui/views/agreement/verdict_counts.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>
#include <algorithm>
#include <array>
#include <map>

namespace rapport::ui {

namespace {

enum By { ByCode, ByQuestion, ByBatch, ByGroup };

QString roundTitle(const model::Round& round) {
    return round.name == model::defaultRoundName ? AgreementView::tr("work outside rounds")
                                                 : toQt(round.name);
}

QString unitKindText(std::optional<model::UnitKind> kind) {
    if (!kind)
        return AgreementView::tr("all kinds");
    switch (*kind) {
    case model::UnitKind::Answer:
        return AgreementView::tr("answer");
    case model::UnitKind::Turn:
        return AgreementView::tr("turn");
    case model::UnitKind::Sentence:
        return AgreementView::tr("sentence");
    case model::UnitKind::Transcript:
        break;
    }
    return AgreementView::tr("transcript");
}

} // namespace

void AgreementView::buildTools(QWidget* tools) {
    m_toolRow = tools;
    auto* lines = new QVBoxLayout(tools);
    lines->setContentsMargins(theme().px(16), theme().px(7), theme().px(16), theme().px(7));
    lines->setSpacing(theme().px(6));
    m_toolLine = new QHBoxLayout;
    m_toolLine->setSpacing(theme().px(7));
    m_toolParts = new QBoxLayout(QBoxLayout::LeftToRight);
    m_toolParts->setSpacing(theme().px(7));
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(7));
    m_toolParts->addLayout(row);
    m_toolLine->addLayout(m_toolParts);
    lines->addLayout(m_toolLine);
    const auto label = [&] {
        auto* words = new Words(TypeRole::Small, Token::Text2, tools);
        words->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        return words;
    };
    // A box that shows three letters of what is chosen says nothing.
    const auto box = [&](int fewestLetters) {
        auto* made = new ChoiceBox(tools);
        made->setFewestLetters(fewestLetters);
        return made;
    };
    m_roundLabel = label();
    m_roundBox = box(14);
    m_choiceLabel = label();
    m_choiceBox = box(20);
    m_unitLabel = label();
    m_unitBox = box(12);
    m_byLabel = label();
    m_by = new SegmentedControl(tools);
    m_attributeBox = box(10);
    m_targetLabel = label();
    m_target = new QLineEdit(tools);
    m_target->setFixedWidth(theme().px(58));
    m_target->setAlignment(Qt::AlignRight);
    m_targetError = new Words(TypeRole::Small, Token::Bad, tools);
    m_counts = new VerdictCounts(tools);
    const int gap = theme().px(8);
    row->addWidget(m_roundLabel);
    row->addWidget(m_roundBox);
    row->addSpacing(gap);
    row->addWidget(m_choiceLabel);
    row->addWidget(m_choiceBox);
    row->addSpacing(gap);
    row->addWidget(m_unitLabel);
    row->addWidget(m_unitBox);
    row->addSpacing(gap);
    // What is measured, and how it is looked at: below each other where one line has no room for both.
    row = new QHBoxLayout;
    row->setSpacing(theme().px(7));
    m_toolParts->addLayout(row);
    row->addWidget(m_byLabel);
    row->addWidget(m_by);
    row->addWidget(m_attributeBox);
    row->addSpacing(gap);
    row->addWidget(m_targetLabel);
    row->addWidget(m_target);
    row->addWidget(m_targetError);
    row->addStretch(1);
    m_toolLine->addWidget(m_counts, 1);
    m_attributeBox->hide();
    m_targetError->hide();
    connect(m_roundBox, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < int(m_rounds.size())) {
            m_round = m_rounds[std::size_t(index)].name;
            measure();
        }
    });
    connect(m_choiceBox, &QComboBox::activated, this, [this](int index) {
        const AgreementRow* chosen = m_model.row(m_list->currentIndex().row());
        const std::optional<AgreementRow> before =
            chosen ? std::optional<AgreementRow>(*chosen) : std::nullopt;
        m_model.setChoice(CoefficientChoice(m_choiceBox->itemData(index).toInt()));
        updateCounts();
        updateFooter();
        const int row_ =
            before ? m_model.find(before->variable, before->code, before->prompt, before->by) : -1;
        if (row_ >= 0)
            m_list->setCurrentIndex(m_model.index(row_, AgreementModel::Value));
        else
            m_list->selectFirst();
        showRow(m_list->currentIndex().row());
    });
    connect(m_by, &SegmentedControl::currentChanged, this, [this](int) {
        m_attributeBox->setVisible(m_by->current() == ByGroup);
        fit();
        measure();
    });
    connect(m_attributeBox, &QComboBox::activated, this, [this](int) { measure(); });
    connect(m_unitBox, &QComboBox::activated, this, [this](int) { measure(); });
    connect(m_target, &QLineEdit::textEdited, this, [this] { targetTyped(); });
    connect(m_target, &QLineEdit::editingFinished, this, [this] {
        if (readShare(m_target->text()))
            m_target->setText(coefficientText(m_model.target()));
    });
}

std::optional<model::UnitKind> AgreementView::unitKind() const {
    // The only kind there is needs no choosing.
    if (m_unitBox->count() < 2 || m_unitBox->currentData().toInt() < 0)
        return std::nullopt;
    return model::UnitKind(m_unitBox->currentData().toInt());
}

void AgreementView::fit() {
    // The words before the boxes give way first: each box says what it is by what stands in it. Where the
    // counts do not fit all the same they go below, with their words.
    const std::array<Words*, 4> labels{m_roundLabel, m_choiceLabel, m_unitLabel, m_byLabel};
    const int edges = theme().px(2 * 16);
    // Layouts in layouts keep what they measured until they are told.
    const auto forget = [this] {
        for (int place = 0; place < m_toolParts->count(); ++place)
            m_toolParts->itemAt(place)->layout()->invalidate();
        m_toolParts->invalidate();
        m_toolLine->invalidate();
    };
    const auto fits = [this, edges, forget](int counts) {
        forget();
        return m_toolLine->sizeHint().width() + edges + counts <= width();
    };
    const auto setBelow = [this](bool isBelow) {
        if (isBelow == m_countsAreBelow)
            return;
        m_countsAreBelow = isBelow;
        if (isBelow) {
            m_toolLine->removeWidget(m_counts);
            m_toolLine->addStretch(1);
            m_toolRow->layout()->addWidget(m_counts);
        } else {
            m_toolRow->layout()->removeWidget(m_counts);
            delete m_toolLine->takeAt(m_toolLine->count() - 1);
            m_toolLine->addWidget(m_counts, 1);
        }
        m_counts->setAtLeft(isBelow);
    };
    setBelow(true);
    for (Words* label : labels)
        label->setVisible(false);
    m_toolParts->setDirection(QBoxLayout::LeftToRight);
    forget();
    const bool isInTwo = m_toolLine->minimumSize().width() + edges > width();
    if (isInTwo)
        m_toolParts->setDirection(QBoxLayout::TopToBottom);
    const int counts = m_counts->sizeHint().width() + theme().px(16);
    const bool isBeside = fits(counts);
    for (Words* label : labels)
        label->setVisible(true);
    for (Words* label : labels) {
        if (fits(isBeside ? counts : 0))
            break;
        label->setVisible(false);
    }
    setBelow(!isBeside);
    const int line = theme().px(20);
    const int below = isBeside ? 0 : line * m_counts->linesFor(width() - edges);
    m_counts->setFixedHeight(isBeside ? line : below);
    m_toolRow->setFixedHeight(theme().px(48) + (isBeside ? 0 : below + theme().px(6)) +
                              (isInTwo ? theme().px(34 + 7) : 0));
    // The report keeps its words the longest.
    const bool isTight = width() < theme().px(640);
    m_plan->setText(isTight ? QString() : tr("Plan sample"));
    m_script->setText(isTight ? QString() : tr("R script"));
    m_report->setKey(isTight ? QString() : host().actions().keyText(QStringLiteral("agreement.report")));
    for (KeyButton* button : {m_plan, m_script, m_report})
        button->updateGeometry();
    // The panel gives way to the table where both do not fit, as far as that helps.
    int panel =
        std::clamp(width() * 36 / 100, std::min(theme().px(280), std::max(1, width() / 2)), theme().px(412));
    if (const int left = width() - m_list->neededWidth(); left >= theme().px(340))
        panel = std::min(panel, left);
    m_panel->setFixedWidth(panel);
    const int room = width() - m_panel->width();
    const int needed = m_footer->heightForWidth(std::max(100, room - theme().px(48))) + theme().px(20);
    m_footScroll->setFixedHeight(std::min({needed, theme().px(124), std::max(theme().px(30), height() / 6)}));
}

std::string AgreementView::roundToShow() const {
    // A round made for agreement before others, and of these the one with the most work in it.
    std::vector<std::string> rounds;
    for (const bool isForAgreement : {true, false}) {
        for (const model::Round& round : m_rounds) {
            if ((round.kind == model::RoundKind::Reliability) == isForAgreement)
                rounds.push_back(round.name);
        }
        if (!rounds.empty())
            break;
    }
    if (rounds.size() < 2)
        return rounds.empty() ? std::string() : rounds.front();
    std::map<std::string, std::int64_t> completed;
    if (const auto progress = service::progress(study().session())) {
        for (const service::Progress& each : *progress)
            completed[each.round.name] += each.completed;
    }
    std::string best = rounds.front();
    for (const std::string& round : rounds) {
        if (completed[round] >= completed[best])
            best = round;
    }
    return best;
}

void AgreementView::readStudy() {
    m_rounds.clear();
    if (const auto rounds = study().session().rounds())
        m_rounds = *rounds;
    const auto isThere = [this](const std::string& name) {
        return std::any_of(m_rounds.begin(), m_rounds.end(),
                           [&](const model::Round& round) { return round.name == name; });
    };
    if (!isThere(m_round)) {
        m_round.clear();
        m_round = roundToShow();
    }
    {
        const QSignalBlocker blocker(m_roundBox);
        m_roundBox->clear();
        for (const model::Round& round : m_rounds) {
            m_roundBox->addItem(roundTitle(round));
            if (round.name == m_round)
                m_roundBox->setCurrentIndex(m_roundBox->count() - 1);
        }
    }
    {
        // Kinds that the codebook judges and the study holds.
        const int chosen = m_unitBox->currentData().isValid() ? m_unitBox->currentData().toInt() : -1;
        auto kinds = service::heldKinds(study().session()).value_or(std::vector<model::UnitKind>());
        std::erase_if(kinds, [&variables = study().codebook()->variables](model::UnitKind kind) {
            return std::none_of(variables.begin(), variables.end(), [kind](const model::Variable& each) {
                return kind == model::UnitKind::Answer
                           ? !each.prompts.empty()
                           : std::find(each.unitKinds.begin(), each.unitKinds.end(), kind) !=
                                 each.unitKinds.end();
            });
        });
        const QSignalBlocker blocker(m_unitBox);
        m_unitBox->clear();
        if (kinds.size() != 1)
            m_unitBox->addItem(unitKindText(std::nullopt), -1);
        for (const model::UnitKind kind : kinds)
            m_unitBox->addItem(unitKindText(kind), int(kind));
        m_unitBox->setCurrentIndex(std::max(0, m_unitBox->findData(chosen)));
    }
    const QString before = m_attributeBox->currentData().toString();
    m_attributes.clear();
    m_attributeBox->clear();
    if (const auto attributes = service::attributes(study().session())) {
        for (const model::Attribute& attribute : *attributes) {
            // Scores and dates make too many groups, unless their values are listed.
            const bool isMeasure = attribute.type == model::AttributeType::Number ||
                                   attribute.type == model::AttributeType::Date;
            if (isMeasure && attribute.values.empty())
                continue;
            QString title = localText(attribute.title);
            if (title.isEmpty())
                title = toQt(attribute.name);
            m_attributeBox->addItem(title, toQt(attribute.name));
            if (toQt(attribute.name) == before || (before.isEmpty() && attribute.name == "group"))
                m_attributeBox->setCurrentIndex(m_attributeBox->count() - 1);
        }
    }
    // Not of participants, but what a unit was completed under splits them all the same.
    m_attributeBox->addItem(tr("version of the codebook"), QStringLiteral("version"));
    if (before == QLatin1String("version"))
        m_attributeBox->setCurrentIndex(m_attributeBox->count() - 1);
}

std::string AgreementView::by() const {
    switch (m_by->current()) {
    case ByCode:
        return {};
    case ByQuestion:
        return "prompt";
    case ByBatch:
        return "batch";
    default:
        return toUtf8(m_attributeBox->currentData().toString());
    }
}

void AgreementView::updateChoices() {
    const QSignalBlocker blocker(m_choiceBox);
    m_choiceBox->clear();
    const std::size_t raters = raterCount();
    for (const CoefficientChoice choice : {CoefficientChoice::Kappa, CoefficientChoice::Fleiss,
                                           CoefficientChoice::Alpha, CoefficientChoice::Ac1}) {
        m_choiceBox->addItem(choiceTitle(choice, raters), int(choice));
        if (choice == m_model.choice())
            m_choiceBox->setCurrentIndex(m_choiceBox->count() - 1);
    }
}

void AgreementView::targetTyped() {
    const auto target = readShare(m_target->text());
    m_target->setProperty("invalid", !target.has_value());
    m_target->style()->unpolish(m_target);
    m_target->style()->polish(m_target);
    m_targetError->setVisible(!target);
    if (!target)
        return;
    m_model.setTarget(*target);
    remember(QStringLiteral("agreement/target"), QString::number(*target));
    updateCounts();
    updateFooter();
    showRow(m_list->currentIndex().row());
}
} // namespace rapport::ui
