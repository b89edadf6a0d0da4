// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/consensus/beside_panel.h"

#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/flow_layout.h"
#include "ui/components/small_parts.h"

#include <QGridLayout>
#include <QVBoxLayout>

namespace rapport::ui {

namespace {

void empty(QLayout& layout) {
    while (QLayoutItem* item = layout.takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

QVBoxLayout* columnOf(Card& card) {
    auto* column = new QVBoxLayout(&card);
    const int pad = theme().px(16);
    column->setContentsMargins(pad, theme().px(12), pad, theme().px(12));
    column->setSpacing(theme().px(6));
    return column;
}

Words* wrapped(const QString& text, TypeRole role, Token token, QWidget* parent) {
    auto* made = new Words(text, role, token, parent);
    made->setWraps(true);
    return made;
}

} // namespace

BesidePanel::BesidePanel(QWidget* parent)
    : QWidget(parent) {
    auto* cards = new QVBoxLayout(this);
    cards->setContentsMargins(0, 0, 0, 0);
    cards->setSpacing(theme().px(12));
    auto* before = new Card(this);
    QVBoxLayout* beforeColumn = columnOf(*before);
    m_beforeHead = new SectionHeader({}, {}, before);
    m_here = wrapped({}, TypeRole::SmallStrong, Token::Text, before);
    m_sentence = wrapped({}, TypeRole::Small, Token::Text2, before);
    m_rows = new QGridLayout;
    m_rows->setHorizontalSpacing(theme().px(10));
    m_rows->setVerticalSpacing(theme().px(4));
    m_rows->setColumnStretch(2, 1);
    beforeColumn->addWidget(m_beforeHead);
    beforeColumn->addWidget(m_here);
    beforeColumn->addWidget(m_sentence);
    beforeColumn->addLayout(m_rows);
    cards->addWidget(before);

    auto* remarks = new Card(this);
    QVBoxLayout* remarkColumn = columnOf(*remarks);
    m_remarkHead = new SectionHeader({}, {}, remarks);
    m_noRemarks = wrapped({}, TypeRole::Small, Token::Text2, remarks);
    m_remarks = new QVBoxLayout;
    m_remarks->setSpacing(theme().px(2));
    auto* buttons = new FlowLayout(8);
    m_remark = new KeyButton({}, ButtonKind::Secondary, remarks);
    m_definition = new KeyButton({}, ButtonKind::Secondary, remarks);
    for (KeyButton* button : {m_remark, m_definition}) {
        button->setSmall(true);
        buttons->addWidget(button);
    }
    remarkColumn->addWidget(m_remarkHead);
    remarkColumn->addWidget(m_noRemarks);
    remarkColumn->addLayout(m_remarks);
    remarkColumn->addLayout(buttons);
    cards->addWidget(remarks);
    cards->addStretch(1);
    connect(m_remark, &QAbstractButton::clicked, this, &BesidePanel::remarkWanted);
    connect(m_definition, &QAbstractButton::clicked, this, &BesidePanel::definitionWanted);
    retranslate();
}

void BesidePanel::retranslate() {
    m_beforeHead->setTitle(tr("The same question before"));
    m_remarkHead->setTitle(tr("For the codebook"));
    m_noRemarks->setText(tr("No remark yet. What this difference says of the definition belongs here."));
    m_remark->setText(tr("Remark"));
    m_definition->setText(tr("Change the definition"));
}

void BesidePanel::setKeys(const QString& remark, const QString& definition) {
    m_remark->setKey(remark);
    m_definition->setKey(definition);
}

void BesidePanel::showPrecedents(const QString& here, const QString& sentence,
                                 const std::vector<Precedent>& precedents) {
    m_here->setText(here);
    m_here->setVisible(!here.isEmpty());
    m_sentence->setText(sentence);
    empty(*m_rows);
    for (int line = 0; const Precedent& each : precedents) {
        m_rows->addWidget(new Words(each.unit, TypeRole::Figures, Token::Text2, this), line, 0, Qt::AlignTop);
        m_rows->addWidget(new Words(each.value, TypeRole::SmallStrong, Token::Text, this), line, 1,
                          Qt::AlignTop);
        m_rows->addWidget(wrapped(each.reason, TypeRole::Small, Token::Text, this), line, 2);
        ++line;
    }
}

void BesidePanel::showRemarks(const std::vector<RemarkLine>& remarks, bool hasDefinition) {
    empty(*m_remarks);
    for (const RemarkLine& each : remarks) {
        m_remarks->addWidget(wrapped(each.head, TypeRole::Caption, Token::Text3, this));
        m_remarks->addWidget(wrapped(each.words, TypeRole::Small, Token::Text, this));
    }
    m_noRemarks->setVisible(remarks.empty());
    m_definition->setVisible(hasDefinition);
}

} // namespace rapport::ui
