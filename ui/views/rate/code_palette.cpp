// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/code_palette.h"

#include "ui/app/command_line.h"
#include "ui/app/icons.h"
#include "ui/app/settings.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>
#include <algorithm>

Q_DECLARE_METATYPE(rapport::ui::PaletteRow)

namespace rapport::ui {

namespace {

constexpr int hoverDelay = 400; // ms

QString foldKey(const QString& group) {
    return QStringLiteral("rate/folded/") + group;
}

} // namespace

std::vector<PaletteRow> paletteRows(const std::vector<const model::Variable*>& variables,
                                    const CodeKeys& keys) {
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
                heading.group = toQt(code.name);
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
                heading.group = toQt(variable->name);
                rows.push_back(heading);
                needsHeading = false;
            }
            PaletteRow row;
            row.code = code.id;
            row.look = lookOf(code, place++);
            row.look.key = keys.of(code.id);
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
    for (PaletteRow& row : m_all)
        row.isFolded = row.isHeading && remembered(foldKey(row.group)).toBool();
    countInside();
    filter(m_typed);
}

void PaletteModel::filter(const QString& typed) {
    beginResetModel();
    m_typed = typed;
    m_shown.clear();
    std::optional<std::size_t> heading;
    bool isFolded = false;
    for (std::size_t i = 0; i < m_all.size(); ++i) {
        if (m_all[i].isHeading) {
            heading = i;
            isFolded = typed.isEmpty() && m_all[i].isFolded;
            if (isFolded)
                m_shown.push_back(i);
            continue;
        }
        if (isFolded)
            continue;
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
    const std::vector<PaletteRow> before = m_all;
    for (PaletteRow& row : m_all) {
        if (row.isHeading)
            continue;
        row.isChosen = isChosen && isChosen(row.code);
        row.count = count ? count(row.code) : -1;
    }
    countInside();
    // Only what looks otherwise now is drawn again.
    for (int row = 0; row < rowCount(); ++row) {
        const std::size_t place = m_shown[std::size_t(row)];
        const PaletteRow& now = m_all[place];
        const PaletteRow& old = before[place];
        if (now.isChosen != old.isChosen || now.count != old.count || now.inside != old.inside ||
            now.chosen != old.chosen)
            Q_EMIT dataChanged(index(row), index(row));
    }
}

void PaletteModel::countInside() {
    PaletteRow* heading = nullptr;
    for (PaletteRow& row : m_all) {
        if (row.isHeading) {
            heading = &row;
            heading->inside = heading->chosen = 0;
        } else if (heading != nullptr) {
            ++heading->inside;
            heading->chosen += row.isChosen ? 1 : 0;
        }
    }
}

void PaletteModel::fold(int row) {
    if (row < 0 || row >= int(m_shown.size()) || !m_typed.isEmpty())
        return;
    std::size_t place = m_shown[std::size_t(row)];
    while (place > 0 && !m_all[place].isHeading)
        --place;
    if (!m_all[place].isHeading)
        return;
    m_all[place].isFolded = !m_all[place].isFolded;
    if (m_all[place].isFolded)
        remember(foldKey(m_all[place].group), true);
    else
        forget(foldKey(m_all[place].group));
    filter(m_typed);
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
            return row->isFolded
                       ? CodePalette::tr("%1, folded, %2 codes").arg(row->look.title).arg(row->inside)
                       : row->look.title;
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
    // A folded heading is a stop for the cursor: Space opens it.
    return row == nullptr || (row->isHeading && !row->isFolded) ? Qt::NoItemFlags
                                                                : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

/// Says below the list that there is more, and covers nothing of it.
class MoreBelow : public QWidget {
public:
    MoreBelow(QListView& list, QWidget* parent)
        : QWidget(parent)
        , m_list(list) {
        setObjectName(QStringLiteral("moreBelow"));
        hide();
        QScrollBar* bar = list.verticalScrollBar();
        connect(bar, &QScrollBar::rangeChanged, this, [this] { fit(); });
        connect(bar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
        connect(&theme(), &Theme::changed, this, [this] { fit(); });
        fit();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const QScrollBar* bar = m_list.verticalScrollBar();
        if (bar->value() >= bar->maximum())
            return;
        const Theme& look = theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.color(Token::Sunken));
        const qreal side = height();
        const QRectF sign(width() / 2.0 - 2 * side, 0, 4 * side, side);
        painter.drawRoundedRect(sign, 4, 4);
        paintIcon(painter, QRectF(sign.center().x() - side / 2, 0, side, side),
                  QStringLiteral("chevron-down"), look.color(Token::Text2));
    }

private:
    void fit() {
        setFixedHeight(theme().px(14));
        // Without the strip the list is so much higher: what fits then needs no strip.
        const QLayout* around = parentWidget()->layout();
        const int spare = isHidden() ? 0 : height() + (around != nullptr ? around->spacing() : 0);
        setVisible(m_list.verticalScrollBar()->maximum() > spare);
        update();
    }
    QListView& m_list;
};

CodePalette::CodePalette(QWidget* parent)
    : QWidget(parent)
    , m_filter(new SearchField(QStringLiteral("filter"), QStringLiteral("/"), this))
    , m_list(new PaletteList(m_model, this))
    , m_hoverTimer(new QTimer(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme().px(12), theme().px(12), theme().px(8), theme().px(4));
    column->setSpacing(theme().px(6));
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    column->addWidget(new MoreBelow(*m_list, this));
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
    connect(m_list->verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] { update(); });
    connect(m_list->verticalScrollBar(), &QScrollBar::valueChanged, this, [this] { update(); });
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
    m_list->setColumns(columns);
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
    if (watched == m_list->viewport() && event->type() == QEvent::MouseButtonPress) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int row = m_list->indexAt(mouse->position().toPoint()).row();
        if (const PaletteRow* heading = m_model.at(row); heading != nullptr && heading->isHeading) {
            m_model.fold(row);
            return true;
        }
    }
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
        if (key->key() == Qt::Key_Space || key->key() == Qt::Key_Backspace) {
            const int row = m_list->currentIndex().row();
            m_model.fold(row);
            m_list->setCurrentIndex(m_model.index(std::clamp(row, 0, std::max(0, m_model.rowCount() - 1))));
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
        // Not beneath the mouse that is about to press a row.
        if (event->type() == QEvent::FocusIn &&
            static_cast<QFocusEvent*>(event)->reason() != Qt::MouseFocusReason)
            m_list->scrollTo(m_list->currentIndex());
        m_list->viewport()->update();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace rapport::ui
