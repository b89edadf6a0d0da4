// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/query_guide.h"

#include "ui/app/theme.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/query_text.h"

#include <QListView>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int exampleWidth = 250;

class ExampleDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {theme().px(300), theme().px(32)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        const bool isHot = (option.state & (QStyle::State_Selected | QStyle::State_MouseOver)) != 0;
        painter->save();
        painter->fillRect(option.rect, look.color(isHot ? Token::AccentTint : Token::Surface));
        painter->fillRect(QRect(option.rect.left(), option.rect.bottom(), option.rect.width(), 1),
                          look.color(Token::Line));
        QRectF place = QRectF(option.rect).adjusted(look.px(12), 0, -look.px(12), 0);
        paintText(*painter, QRectF(place.left(), place.top(), look.px(exampleWidth), place.height()),
                  index.data().toString(), look.font(TypeRole::Figures), look.color(Token::Accent));
        place.setLeft(place.left() + look.px(exampleWidth + 12));
        paintText(*painter, place, index.data(QueryExamples::ExplanationRole).toString(),
                  look.font(TypeRole::Body), look.color(Token::Text2));
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(0, 0, 0, -1), 4);
        painter->restore();
    }
};

} // namespace

void QueryExamples::setRows(std::vector<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int QueryExamples::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant QueryExamples::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const Row& row = m_rows[std::size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return row.query;
    case ExplanationRole:
        return row.explanation;
    case Qt::AccessibleTextRole:
        return row.query + QStringLiteral(": ") + row.explanation;
    default:
        return {};
    }
}

QueryGuide::QueryGuide(QWidget* parent)
    : QWidget(parent)
    , m_title(new Words(TypeRole::Title, Token::Text, this))
    , m_sentence(new Words(TypeRole::Body, Token::Text2, this))
    , m_foot(new Words(TypeRole::Small, Token::Text3, this))
    , m_list(new QListView(this)) {
    auto* column = new QVBoxLayout(this);
    const int pad = theme().px(36);
    column->setContentsMargins(pad, theme().px(28), pad, theme().px(16));
    column->setSpacing(theme().px(8));
    m_sentence->setWraps(true);
    m_foot->setWraps(true);
    m_list->setModel(&m_examples);
    m_list->setItemDelegate(new ExampleDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumWidth(theme().px(860));
    m_list->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    m_list->setCursor(Qt::PointingHandCursor);
    column->addWidget(m_title);
    column->addWidget(m_sentence);
    column->addSpacing(theme().px(6));
    // As tall as its rows where there is room.
    column->addWidget(m_list, 1000);
    column->addWidget(m_foot);
    column->addStretch(1);
    const auto choose = [this](const QModelIndex& index) { Q_EMIT queryChosen(index.data().toString()); };
    connect(m_list, &QListView::clicked, this, choose);
    connect(m_list, &QListView::activated, this, choose);
    retranslate();
}

void QueryGuide::setStudy(const QString& question, const QString& speaker, const QString& code,
                          const QString& attribute, const QString& attributeValue) {
    m_question = question;
    m_speaker = speaker;
    m_code = code;
    m_attribute = attribute;
    m_attributeValue = attributeValue;
    fill();
}

void QueryGuide::retranslate() {
    m_title->setText(tr("Search every answer and transcript"));
    m_sentence->setText(tr("Type words; an example below can be tried with a click or Enter."));
    m_foot->setText(tr("Case and accents do not matter. The count is exact. Ctrl+Space lists the fields."));
    m_list->setAccessibleName(tr("Examples of queries"));
    fill();
}

void QueryGuide::fill() {
    std::vector<QueryExamples::Row> rows{
        {tr("trust bond", "example query"), tr("both words, anywhere in the text")},
        {tr("\"safe haven\"", "example query"), tr("these words beside each other")},
        {tr("teach*", "example query"), tr("every word that begins so")},
        {tr("conflict OR quarrel", "example query"), tr("one of them")},
        {tr("bond -reward", "example query"), tr("the one without the other")},
        {tr("(trust OR bond) teach*", "example query"), tr("parentheses say what belongs together")},
    };
    if (!m_question.isEmpty())
        rows.push_back(
            {QStringLiteral("question:%1 ").arg(writtenValue(m_question)) + tr("bond", "example query"),
             tr("only answers to this question")});
    if (!m_speaker.isEmpty())
        rows.push_back(
            {QStringLiteral("speaker:%1").arg(writtenValue(m_speaker)), tr("what one speaker said")});
    if (!m_attribute.isEmpty() && !m_attributeValue.isEmpty())
        rows.push_back({QStringLiteral("%1:%2").arg(m_attribute, writtenValue(m_attributeValue)),
                        tr("participants with this attribute")});
    if (!m_code.isEmpty())
        rows.push_back({QStringLiteral("code:%1").arg(m_code), tr("units that somebody gave this code")});
    rows.push_back({QStringLiteral("coded:no"), tr("units without any code")});
    m_examples.setRows(std::move(rows));
    m_list->setMaximumHeight(m_examples.rowCount() * theme().px(32) + 1);
}

} // namespace rapport::ui
