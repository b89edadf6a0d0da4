// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/import_parts.h"

#include "ui/app/icons.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

StepBar::StepBar(QStringList steps, QWidget* parent)
    : QWidget(parent)
    , m_steps(std::move(steps)) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setCurrent(0);
}

void StepBar::setCurrent(int step) {
    m_current = step;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_steps.size()).arg(m_steps.value(step)));
    update();
}

void StepBar::setName(int step, const QString& name) {
    m_steps[step] = name;
    updateGeometry();
    setCurrent(m_current);
}

int StepBar::nameWidth(int step) const {
    return textWidth(theme().font(TypeRole::BodyStrong), m_steps.at(step));
}

QSize StepBar::sizeHint() const {
    int width = 0;
    for (int i = 0; i < int(m_steps.size()); ++i)
        width += theme().px(20 + 6 + 30) + nameWidth(i);
    return {width - theme().px(30) + 2, theme().px(24)};
}

QSize StepBar::minimumSizeHint() const {
    int name = 0;
    for (int i = 0; i < int(m_steps.size()); ++i)
        name = std::max(name, nameWidth(i));
    return {int(m_steps.size()) * theme().px(20 + 6 + 24) + name, theme().px(24)};
}

void StepBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& look = theme();
    const qreal side = look.px(20);
    // Where there is no room for all names, only the current one stands.
    const bool isNarrow = width() < sizeHint().width();
    const int between = look.px(isNarrow ? 24 : 30);
    int wanted = 0;
    for (int i = 0; i < int(m_steps.size()); ++i)
        wanted += int(side) + between + (isNarrow && i != m_current ? 0 : look.px(6) + nameWidth(i));
    // At the right, whatever room there is.
    qreal x = std::max(1, width() - wanted + between - 2);
    for (int i = 0; i < int(m_steps.size()); ++i) {
        const bool isHere = i == m_current;
        const QRectF circle(x, (height() - side) / 2, side, side);
        painter.setPen(QPen(look.color(isHere ? Token::AccentFill : Token::LineStrong), 1));
        painter.setBrush(isHere ? look.color(Token::AccentFill) : QColor(Qt::transparent));
        painter.drawEllipse(circle.adjusted(0.5, 0.5, -0.5, -0.5));
        if (i < m_current)
            paintIcon(painter, circle.adjusted(3, 3, -3, -3), QStringLiteral("check"),
                      look.color(Token::Text2));
        else
            paintText(painter, circle, QString::number(i + 1), look.font(TypeRole::SmallStrong),
                      look.color(isHere ? Token::OnAccentFill : Token::Text2), Qt::AlignHCenter);
        x += side;
        if (isHere || !isNarrow) {
            x += look.px(6);
            const QFont font = look.font(isHere ? TypeRole::BodyStrong : TypeRole::Body);
            const int wide = nameWidth(i);
            paintText(painter, QRectF(x, 0, wide + 2, height()), m_steps.at(i), font,
                      look.color(isHere ? Token::Accent : Token::Text2));
            x += wide;
        }
        if (i + 1 < int(m_steps.size()))
            paintIcon(painter,
                      QRectF(x + (between - look.px(16)) / 2.0, (height() - look.px(16)) / 2.0, look.px(16),
                             look.px(16)),
                      QStringLiteral("chevron-right"), look.color(Token::Text3));
        x += between;
    }
}

MappingButton::MappingButton(int column, QWidget* parent)
    : QAbstractButton(parent)
    , m_column(column) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
}

void MappingButton::setPlan(const service::ColumnPlan& plan) {
    m_icon = planIcon(plan);
    m_isLeftOut = plan.use == service::ColumnUse::LeftOut;
    setText(planText(plan));
    const QString column = QString::fromStdString(plan.column);
    setAccessibleName(tr("Column %1 becomes: %2").arg(column, text()));
    QString tip = text();
    if (plan.use == service::ColumnUse::Attribute)
        tip = plan.isBlinded ? tr("%1, hidden from raters").arg(text()) : tr("%1, raters see it").arg(text());
    if (const QString finding = findingText(plan.finding); !finding.isEmpty())
        tip += QLatin1Char('\n') + finding;
    setToolTip(tip);
    setAccessibleDescription(tip);
    update();
}

void MappingButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& look = theme();
    const QRectF box = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.setPen(QPen(look.color(Token::LineStrong), 1, m_isLeftOut ? Qt::DashLine : Qt::SolidLine));
    painter.setBrush(look.color(isDown() || underMouse() ? Token::AccentTint : Token::Surface));
    painter.drawRoundedRect(box, 6, 6);
    const qreal side = look.px(16);
    const QColor ink = look.color(m_isLeftOut ? Token::Text2 : Token::Text);
    paintIcon(painter, QRectF(look.px(7), (height() - side) / 2.0, side, side), m_icon, ink);
    paintIcon(painter,
              QRectF(width() - look.px(21), (height() - look.px(14)) / 2.0, look.px(14), look.px(14)),
              QStringLiteral("chevron-down"), ink);
    QFont font = look.font(TypeRole::Body);
    font.setWeight(QFont::Medium);
    paintText(painter, QRectF(look.px(28), 0, width() - look.px(52), height()), text(), font, ink);
    if (hasFocus())
        paintFocusRing(painter, rect());
}

void MappingButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
        Q_EMIT stepped(m_column, event->key() == Qt::Key_Left ? -1 : 1);
    else if (event->key() == Qt::Key_Down && event->modifiers() == Qt::AltModifier)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

void MappingButton::focusInEvent(QFocusEvent* event) {
    QAbstractButton::focusInEvent(event);
    Q_EMIT focused(m_column);
}

MappingHeader::MappingHeader(ImportTable& table, QWidget* parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_table(table) {
    setSectionsClickable(false);
    setHighlightSections(false);
    connect(&table, &QAbstractItemModel::modelReset, this, [this] {
        m_hasTitles = hasTitles();
        makeButtons();
        updateGeometry();
        // The view asks for the header's height only when it lays itself out.
        Q_EMIT geometriesChanged();
    });
    connect(&table, &QAbstractItemModel::headerDataChanged, this,
            [this](Qt::Orientation, int first, int last) {
                for (int i = first; i <= last; ++i) {
                    if (MappingButton* each = button(i))
                        each->setPlan(m_table.plan()[std::size_t(i)]);
                }
            });
    connect(this, &QHeaderView::sectionResized, this, [this] { placeButtons(); });
}

void MappingHeader::setHasButtons(bool hasButtons) {
    if (m_hasButtons == hasButtons)
        return;
    m_hasButtons = hasButtons;
    makeButtons();
    updateGeometry();
}

MappingButton* MappingHeader::button(int column) const {
    return column >= 0 && std::size_t(column) < m_buttons.size() ? m_buttons[std::size_t(column)].data()
                                                                 : nullptr;
}

void MappingHeader::makeButtons() {
    const auto columns = m_hasButtons ? m_table.plan().size() : 0;
    // Kept where they are: the one that has the keyboard keeps it while the file is read anew.
    while (m_buttons.size() > columns) {
        delete m_buttons.back();
        m_buttons.pop_back();
    }
    while (m_buttons.size() < columns) {
        auto* made = new MappingButton(int(m_buttons.size()), viewport());
        connect(made, &QAbstractButton::clicked, this, [this, made] { Q_EMIT choiceWanted(made->column()); });
        connect(made, &MappingButton::focused, this, &MappingHeader::columnFocused);
        connect(made, &MappingButton::stepped, this, [this](int column, int by) {
            if (MappingButton* next = button(column + by))
                next->setFocus(Qt::TabFocusReason);
        });
        m_buttons.emplace_back(made);
    }
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setPlan(m_table.plan()[i]);
    placeButtons();
}

void MappingHeader::placeButtons() {
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const int section = int(i);
        if (section >= count())
            continue;
        m_buttons[i]->setGeometry(sectionViewportPosition(section) + theme().px(5), theme().px(6),
                                  sectionSize(section) - theme().px(10), theme().px(28));
        m_buttons[i]->setVisible(!isSectionHidden(section));
    }
}

void MappingHeader::updateGeometries() {
    QHeaderView::updateGeometries();
    placeButtons();
}

void MappingHeader::resizeEvent(QResizeEvent* event) {
    QHeaderView::resizeEvent(event);
    placeButtons();
}

QSize MappingHeader::sizeHint() const {
    return {theme().px(100), theme().px((m_hasButtons ? 40 + 26 : 28) + (m_hasTitles ? 24 : 0))};
}

bool MappingHeader::hasTitles() const {
    return std::any_of(m_table.plan().begin(), m_table.plan().end(), [](const service::ColumnPlan& plan) {
        return !plan.title.empty() && plan.title != plan.column;
    });
}

void MappingHeader::paintSection(QPainter* painter, const QRect& rect, int section) const {
    const Theme& look = theme();
    painter->save();
    painter->fillRect(rect, look.color(Token::Canvas));
    const qreal nameTop = m_hasButtons ? rect.top() + look.px(40) : rect.top();
    painter->fillRect(QRectF(rect.right(), rect.top(), 1, rect.height()), look.color(Token::Line));
    painter->fillRect(QRectF(rect.left(), rect.bottom(), rect.width(), 1), look.color(Token::Line));
    if (m_hasButtons)
        painter->fillRect(QRectF(rect.left(), nameTop - 1, rect.width(), 1), look.color(Token::Line));
    const qreal nameBottom = rect.bottom() - (m_hasTitles ? look.px(24) : 0);
    paintText(*painter,
              QRectF(rect.left() + look.px(8), nameTop, rect.width() - look.px(14), nameBottom - nameTop),
              model()->headerData(section, Qt::Horizontal).toString(), look.font(TypeRole::Figures),
              look.color(Token::Text2));
    if (m_hasTitles)
        paintText(*painter,
                  QRectF(rect.left() + look.px(8), nameBottom - look.px(4), rect.width() - look.px(14),
                         look.px(24)),
                  model()->headerData(section, Qt::Horizontal, Qt::ToolTipRole).toString().simplified(),
                  look.font(TypeRole::Small), look.color(Token::Text3));
    painter->restore();
}

void ImportCellDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                               const QModelIndex& index) const {
    const Theme& look = theme();
    const QRectF cell = option.rect;
    painter->save();
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, look.color(Token::AccentTint));
    const auto use = service::ColumnUse(index.data(ImportTable::UseRole).toInt());
    const QRectF words = cell.adjusted(look.px(8), 0, -look.px(6), 0);
    const QString text = index.data().toString();
    if (use == service::ColumnUse::LeftOut) {
        paintHatch(*painter, cell);
        paintText(*painter, words, QStringLiteral("••• ") + text, look.font(TypeRole::Body),
                  look.color(Token::Text2));
    } else if (index.data(ImportTable::IsEmptyRole).toBool()) {
        paintText(*painter, words, text, look.font(TypeRole::Small), look.color(Token::Text3));
    } else {
        const bool isAnswer = use == service::ColumnUse::Answer;
        const TypeRole role = isAnswer                                 ? TypeRole::Quotation
                              : use == service::ColumnUse::Participant ? TypeRole::Figures
                                                                       : TypeRole::Body;
        paintText(*painter, words, text, look.font(role), look.color(Token::Text));
    }
    if (option.state & QStyle::State_HasFocus)
        paintFocusRing(*painter, cell);
    painter->restore();
}

FindingsPanel::FindingsPanel(QWidget* parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    setContent({}, {}, {});
}

namespace {

/// Icon, strong words, and small ones below.
class FindingRow final : public QWidget {
public:
    FindingRow(const ImportFinding& finding, QWidget* parent)
        : QWidget(parent)
        , m_icon(finding.icon)
        , m_token(finding.token) {
        auto* column = new QVBoxLayout(this);
        column->setContentsMargins(theme().px(42), theme().px(12), theme().px(14), theme().px(12));
        column->setSpacing(theme().px(2));
        auto* title = new Words(finding.title, TypeRole::BodyStrong, Token::Text, this);
        title->setWraps(true);
        column->addWidget(title);
        if (!finding.text.isEmpty()) {
            auto* text = new Words(finding.text, TypeRole::Small, Token::Text2, this);
            text->setWraps(true);
            column->addWidget(text);
        }
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.fillRect(0, 0, width(), 1, theme().color(Token::Line));
        paintIcon(painter, QRectF(theme().px(14), theme().px(13), theme().px(18), theme().px(18)), m_icon,
                  theme().color(m_token));
    }

private:
    QString m_icon;
    Token m_token;
};

} // namespace

void FindingsPanel::setContent(const QString& title, const std::vector<ImportCount>& counts,
                               const std::vector<ImportFinding>& findings) {
    delete m_content;
    m_content = new QWidget(this);
    m_column->addWidget(m_content);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* head = new SectionHeader(title, {}, m_content);
    head->setContentsMargins(theme().px(14), theme().px(12), theme().px(14), theme().px(10));
    column->addWidget(head);
    int figures = theme().px(28);
    for (const ImportCount& count : counts)
        figures = std::max(figures, textWidth(theme().font(TypeRole::Figures), count.figure));
    for (const ImportCount& count : counts) {
        auto* row = new QWidget(m_content);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(theme().px(14), theme().px(1), theme().px(14), theme().px(1));
        line->setSpacing(theme().px(10));
        auto* figure = new Words(count.figure, TypeRole::Figures, Token::Text, row);
        figure->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        figure->setFixedWidth(figures); // the words beside it have the rest
        auto* what = new Words(count.what, TypeRole::Body, Token::Text, row);
        what->setWraps(true);
        line->addWidget(figure, 0, Qt::AlignTop);
        line->addWidget(what, 1);
        column->addWidget(row);
    }
    column->addSpacing(theme().px(12));
    for (const ImportFinding& finding : findings)
        column->addWidget(new FindingRow(finding, m_content));
    column->addStretch(1);
}

} // namespace rapport::ui
