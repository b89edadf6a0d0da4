// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/code_palette.h"

#include "ui/app/command_line.h"
#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

Q_DECLARE_METATYPE(rapport::ui::PaletteRow)

namespace rapport::ui {

namespace {

constexpr int hoverDelay = 400; // ms

class PaletteDelegate final : public QStyledItemDelegate {
public:
    PaletteDelegate(const CodePalette& palette, QObject* parent)
        : QStyledItemDelegate(parent)
        , m_palette(palette) {}

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const override {
        const int width = m_palette.list()->viewport()->width();
        const auto* row = static_cast<const PaletteModel*>(index.model())->at(index.row());
        if (row != nullptr && row->isHeading)
            return {width, theme().px(index.row() == 0 ? 28 : 34)};
        return {width / m_palette.columns(), theme().px(29)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto* row = static_cast<const PaletteModel*>(index.model())->at(index.row());
        if (row == nullptr)
            return;
        const Theme& look = theme();
        const QRectF place = option.rect;
        if (row->isHeading) {
            const QRectF words = place.adjusted(0, place.height() - look.px(24), 0, 0);
            paintText(*painter, words, row->caption, look.font(TypeRole::Caption), look.color(Token::Text3),
                      Qt::AlignRight);
            paintText(*painter, words.adjusted(0, 0, -look.px(100), 0), row->look.title,
                      look.font(TypeRole::SmallStrong), look.color(Token::Text2));
            return;
        }
        const QRectF box = place.adjusted(0, 1, -look.px(5), -1);
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        if (row->isChosen) {
            painter->setBrush(look.tintOver(row->look.color(), Token::Canvas));
            painter->drawRoundedRect(box, 4, 4);
        } else if (option.state & QStyle::State_MouseOver) {
            painter->setBrush(look.color(Token::Sunken));
            painter->drawRoundedRect(box, 4, 4);
        }
        qreal x = box.left() + look.px(5);
        const qreal side = look.px(18);
        if (!row->look.key.isEmpty())
            paintKeyCap(*painter, QRectF(x, box.center().y() - side / 2, side, side), row->look.key);
        x += look.px(24);
        paintCodeTag(*painter, QRectF(x, box.center().y() - side / 2, look.px(25), side), row->look);
        x += look.px(31);
        qreal right = box.right() - look.px(6);
        if (row->isChosen) {
            paintIcon(*painter,
                      QRectF(right - look.px(15), box.center().y() - look.px(7), look.px(15), look.px(15)),
                      QStringLiteral("check"), look.inkOnTint(row->look.color()));
            right -= look.px(19);
        }
        if (row->count >= 0) {
            paintText(*painter, QRectF(right - look.px(30), box.top(), look.px(30), box.height()),
                      QString::number(row->count), look.font(TypeRole::Figures), look.color(Token::Text2),
                      Qt::AlignRight);
            right -= look.px(32);
        }
        paintText(*painter, QRectF(x, box.top(), right - x, box.height()), row->look.title,
                  look.font(row->isChosen ? TypeRole::BodyStrong : TypeRole::Body), look.color(Token::Text));
        painter->restore();
        const bool isCursor = m_palette.list()->currentIndex() == index;
        if (isCursor && m_palette.list()->hasFocus())
            paintFocusRing(*painter, box, 4);
    }

private:
    const CodePalette& m_palette;
};

} // namespace

std::vector<PaletteRow> paletteRows(const std::vector<const model::Variable*>& variables) {
    std::vector<PaletteRow> rows;
    for (const model::Variable* variable : variables) {
        if (variable->scale != model::Scale::Presence)
            continue;
        bool needsHeading = true; // codes at the root stand under the variable's own title
        int place = 0;
        for (const model::Code& code : variable->codes) {
            if (!code.isCodable) {
                PaletteRow heading;
                heading.isHeading = true;
                heading.look = lookOf(code);
                // A heading over headings alone is left out.
                if (!rows.empty() && rows.back().isHeading)
                    rows.pop_back();
                rows.push_back(heading);
                needsHeading = false;
                continue;
            }
            if (needsHeading) {
                PaletteRow heading;
                heading.isHeading = true;
                heading.look.title = localText(variable->title);
                rows.push_back(heading);
                needsHeading = false;
            }
            PaletteRow row;
            row.code = code.id;
            row.look = lookOf(code, place++);
            rows.push_back(row);
        }
        if (!rows.empty() && rows.back().isHeading)
            rows.pop_back();
    }
    if (!rows.empty() && rows.front().isHeading)
        rows.front().caption = CodePalette::tr("any number");
    return rows;
}

void PaletteModel::setRows(std::vector<PaletteRow> rows) {
    m_all = std::move(rows);
    filter(m_typed);
}

void PaletteModel::filter(const QString& typed) {
    beginResetModel();
    m_typed = typed;
    m_shown.clear();
    std::optional<std::size_t> heading;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].isHeading) {
            heading = i;
            continue;
        }
        const CodeLook& look = m_all[i].look;
        if (!typed.isEmpty() && matchQuality(typed, look.title + QLatin1Char(' ') + look.tag) == 0)
            continue;
        if (heading)
            m_shown.push_back(*heading);
        heading.reset();
        m_shown.push_back(i);
    }
    endResetModel();
}

void PaletteModel::mark(const std::function<bool(model::CodeId)>& isChosen,
                        const std::function<int(model::CodeId)>& count) {
    for (PaletteRow& row : m_all) {
        if (row.isHeading)
            continue;
        row.isChosen = isChosen && isChosen(row.code);
        row.count = count ? count(row.code) : -1;
    }
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

const PaletteRow* PaletteModel::at(int row) const {
    return row >= 0 && row < int(m_shown.size()) ? &m_all[m_shown[std::size_t(row)]] : nullptr;
}

int PaletteModel::rowOf(model::CodeId code) const {
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (!m_all[m_shown[i]].isHeading && m_all[m_shown[i]].code == code)
            return int(i);
    }
    return -1;
}

const PaletteRow* PaletteModel::byKey(const QString& key) const {
    for (const PaletteRow& row : m_all) {
        if (!row.isHeading && !key.isEmpty() && row.look.key.compare(key, Qt::CaseInsensitive) == 0)
            return &row;
    }
    return nullptr;
}

int PaletteModel::firstCode() const {
    for (std::size_t i = 0; i < m_shown.size(); ++i) {
        if (!m_all[m_shown[i]].isHeading)
            return int(i);
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PaletteModel::data(const QModelIndex& index, int role) const {
    const PaletteRow* row = at(index.row());
    if (row == nullptr)
        return {};
    if (role == Qt::DisplayRole || (role == Qt::ToolTipRole && !row->isHeading))
        return row->look.title;
    if (role == Qt::AccessibleTextRole) {
        if (row->isHeading)
            return row->look.title;
        QString text = row->look.key.isEmpty() ? row->look.title
                                               : QStringLiteral("%1, %2").arg(row->look.title, row->look.key);
        if (row->isChosen)
            text += QStringLiteral(", ") + CodePalette::tr("coded");
        return text;
    }
    return {};
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex& index) const {
    const PaletteRow* row = at(index.row());
    return row == nullptr || row->isHeading ? Qt::NoItemFlags : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

CodePalette::CodePalette(QWidget* parent)
    : QWidget(parent)
    , m_filter(new SearchField(QStringLiteral("filter"), QStringLiteral("/"), this))
    , m_list(new QListView(this))
    , m_hoverTimer(new QTimer(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(12), theme().px(12), theme().px(8), theme().px(4));
    column->setSpacing(theme().px(6));
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new PaletteDelegate(*this, m_list));
    m_list->setFlow(QListView::LeftToRight);
    m_list->setWrapping(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setMovement(QListView::Static);
    m_list->setUniformItemSizes(false);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setMouseTracking(true);
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    m_list->installEventFilter(this);
    m_list->viewport()->installEventFilter(this);
    m_hoverTimer->setSingleShot(true);
    m_hoverTimer->setInterval(hoverDelay);
    connect(m_hoverTimer, &QTimer::timeout, this, [this] {
        if (!m_hovered.isNone())
            Q_EMIT codeLookedAt(m_hovered);
    });
    connect(m_list, &QAbstractItemView::clicked, this, [this](const QModelIndex& index) {
        const PaletteRow* row = m_model.at(index.row());
        if (row != nullptr && !row->isHeading)
            Q_EMIT codeWanted(row->code);
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this] {
        if (m_list->hasFocus() && !cursorCode().isNone())
            Q_EMIT codeLookedAt(cursorCode());
    });
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_model.filter(text);
        if (const int first = m_model.firstCode(); !text.isEmpty() && first >= 0)
            Q_EMIT codeLookedAt(m_model.at(first)->code);
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] {
        const int first = m_model.firstCode();
        if (first < 0)
            return;
        const model::CodeId code = m_model.at(first)->code;
        clearFilter();
        Q_EMIT codeWanted(code);
    });
    connect(m_filter, &SearchField::dismissed, this, [this] {
        clearFilter();
        Q_EMIT left();
    });
    connect(m_filter, &SearchField::movedDown, this, [this] {
        m_list->setFocus();
        m_list->setCurrentIndex(m_model.index(std::max(0, m_model.firstCode())));
    });
    connect(&theme(), &Theme::changed, this, [this] { m_list->doItemsLayout(); });
    retranslate();
}

void CodePalette::setColumns(int columns) {
    if (m_columns == columns)
        return;
    m_columns = columns;
    m_list->doItemsLayout();
}

model::CodeId CodePalette::cursorCode() const {
    const PaletteRow* row = m_model.at(m_list->currentIndex().row());
    return row != nullptr && !row->isHeading ? row->code : model::CodeId();
}

void CodePalette::setCursor(model::CodeId code) {
    const int row = m_model.rowOf(code);
    if (row >= 0)
        m_list->setCurrentIndex(m_model.index(row));
}

void CodePalette::startFilter() {
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void CodePalette::clearFilter() {
    m_filter->clear();
}

void CodePalette::retranslate() {
    m_filter->setPlaceholderText(tr("Filter codes"));
    m_filter->setAccessibleName(tr("Filter codes"));
    m_list->setAccessibleName(tr("Codes"));
}

void CodePalette::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

void CodePalette::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_list->doItemsLayout();
}

bool CodePalette::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list->viewport() && event->type() == QEvent::MouseMove) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const PaletteRow* row = m_model.at(m_list->indexAt(mouse->position().toPoint()).row());
        const model::CodeId now = row != nullptr && !row->isHeading ? row->code : model::CodeId();
        if (now != m_hovered) {
            m_hovered = now;
            m_hoverTimer->start();
        }
    }
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->key() == Qt::Key_Space && !cursorCode().isNone()) {
            Q_EMIT codeWanted(cursorCode());
            return true;
        }
        // The list would search by typed letters; they belong to the codes.
        if (!key->text().isEmpty() && key->text().at(0).isPrint()) {
            event->ignore();
            return true;
        }
    }
    if (watched == m_list && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)) {
        if (event->type() == QEvent::FocusIn && cursorCode().isNone() && m_model.firstCode() >= 0)
            m_list->setCurrentIndex(m_model.index(m_model.firstCode()));
        m_list->viewport()->update();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rapport::ui
