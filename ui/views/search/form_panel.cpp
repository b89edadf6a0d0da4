// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/form_panel.h"

#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QAbstractButton>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

// ------------------------------------------------------------------------------------------ beside

/// A few words with a bar each; Enter or a click adds the word to the query.
class FormPanel::Beside final : public QWidget {
public:
    explicit Beside(FormPanel* panel)
        : QWidget(panel)
        , m_panel(panel) {
        setCursor(Qt::PointingHandCursor);
    }

    void setRows(const std::vector<service::CollocateRow>& rows) {
        constexpr std::size_t most = 6;
        m_rows.assign(rows.begin(), rows.begin() + std::ptrdiff_t(std::min(most, rows.size())));
        QStringList names;
        for (const service::CollocateRow& row : m_rows)
            names.append(toQt(row.form));
        setAccessibleName(names.join(QStringLiteral(", ")));
        updateGeometry();
        update();
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {theme().px(200), int(m_rows.size()) * rowHeight()};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& look = theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        double top = 0;
        for (const service::CollocateRow& row : m_rows)
            top = std::max(top, row.logDice);
        for (std::size_t at = 0; at < m_rows.size(); ++at) {
            QRectF place(look.px(12), double(at) * rowHeight(), width() - look.px(24), rowHeight());
            const QString figure = QLocale().toString(m_rows[at].logDice, 'f', 1);
            const QFont figures = look.font(TypeRole::Figures);
            paintText(painter, place, figure, figures, look.color(Token::Text2), Qt::AlignRight);
            const qreal word = place.width() * 0.42;
            paintText(painter, QRectF(place.left(), place.top(), word, place.height()), toQt(m_rows[at].form),
                      look.font(TypeRole::Quotation), look.color(Token::Text));
            const qreal from = place.left() + word + look.px(8);
            const qreal room = place.right() - look.px(44) - from;
            const double share = top > 0 ? std::max(0.0, m_rows[at].logDice / top) : 0;
            painter.setPen(Qt::NoPen);
            painter.setBrush(look.color(Token::LineStrong));
            painter.drawRoundedRect(QRectF(from, place.center().y() - look.px(2.5), room * share, look.px(5)),
                                    2, 2);
        }
    }
    void mouseReleaseEvent(QMouseEvent* event) override {
        const auto at = std::size_t(std::max(0.0, event->position().y()) / rowHeight());
        if (at < m_rows.size())
            Q_EMIT m_panel->collocateChosen(toQt(m_rows[at].form));
    }

private:
    [[nodiscard]] static int rowHeight() { return theme().px(25); }
    FormPanel* m_panel;
    std::vector<service::CollocateRow> m_rows;
};

FormPanel::FormPanel(QWidget* parent)
    : QWidget(parent)
    , m_title(new SectionHeader({}, {}, this))
    , m_list(new QListView(this))
    , m_note(new Words(TypeRole::Caption, Token::Text3, this))
    , m_hiddenTitle(new SectionHeader({}, {}, this))
    , m_hidden(new Words(TypeRole::Small, Token::Text2, this))
    , m_showHidden(new KeyButton({}, ButtonKind::Quiet, this))
    , m_besideTitle(new SectionHeader({}, {}, this))
    , m_beside(new Beside(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, theme().px(10), 0, theme().px(10));
    column->setSpacing(theme().px(6));
    const auto inset = [column](QWidget* widget) {
        auto* row = new QHBoxLayout;
        row->setContentsMargins(theme().px(12), 0, theme().px(12), 0);
        row->addWidget(widget);
        column->addLayout(row);
    };
    inset(m_title);
    m_list->setModel(&m_forms);
    m_list->setItemDelegate(new FormDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->viewport()->setAutoFillBackground(false);
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
    m_list->installEventFilter(this);
    column->addWidget(m_list, 1);
    m_note->setWraps(true);
    inset(m_note);
    column->addWidget(new Line(Qt::Horizontal, this));
    inset(m_hiddenTitle);
    m_hidden->setWraps(true);
    inset(m_hidden);
    m_showHidden->setSmall(true);
    auto* showRow = new QHBoxLayout;
    showRow->setContentsMargins(theme().px(4), 0, theme().px(12), 0);
    showRow->addWidget(m_showHidden);
    showRow->addStretch(1);
    column->addLayout(showRow);
    column->addWidget(new Line(Qt::Horizontal, this));
    inset(m_besideTitle);
    column->addWidget(m_beside);
    const auto toggle = [this](const QModelIndex& index) {
        if (index.data(FormRows::IsWordRole).toBool())
            return;
        const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_forms.setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    connect(m_list, &QListView::clicked, this, toggle);
    connect(&m_forms, &FormRows::ticksChanged, this, [this](int word) {
        updateWords();
        Q_EMIT formsChosen(word, m_forms.ticked(word));
    });
    connect(&m_forms, &FormRows::lastTickKept, this, &FormPanel::lastTickKept);
    connect(m_showHidden, &QAbstractButton::clicked, this,
            [this] { Q_EMIT hiddenWanted(!m_areHiddenShown); });
    connect(&theme(), &Theme::changed, this, [this] { m_list->doItemsLayout(); });
    retranslate();
}

bool FormPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if ((key == Qt::Key_Space || key == Qt::Key_Return || key == Qt::Key_Enter) &&
            m_list->currentIndex().isValid()) {
            Q_EMIT m_list->clicked(m_list->currentIndex());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FormPanel::setForms(std::vector<WordForms> words) {
    const int row = m_list->currentIndex().row();
    m_forms.setWords(std::move(words));
    if (row >= 0 && row < m_forms.rowCount() && m_forms.flags(m_forms.index(row)).testFlag(Qt::ItemIsEnabled))
        m_list->setCurrentIndex(m_forms.index(row));
    updateWords();
}

void FormPanel::setWindow(int words) {
    m_window = words;
    m_besideTitle->setCaption(tr("within %1 words, log-dice").arg(m_window));
}

void FormPanel::setHidden(std::int64_t lines, bool areShown) {
    m_hiddenLines = lines;
    m_areHiddenShown = areShown;
    updateWords();
}

void FormPanel::setCollocates(const std::vector<service::CollocateRow>& rows) {
    m_beside->setRows(rows);
    m_besideTitle->setVisible(!rows.empty());
    m_beside->setVisible(!rows.empty());
}

void FormPanel::retranslate() {
    m_title->setTitle(tr("Forms searched"));
    m_list->setAccessibleName(tr("Forms of the words"));
    m_hiddenTitle->setTitle(tr("Left out"));
    m_besideTitle->setTitle(tr("Often beside it"));
    setWindow(m_window);
    updateWords();
}

void FormPanel::updateWords() {
    const int words = m_forms.wordCount();
    const bool hasForms = m_forms.rowCount() > 0;
    m_title->setCaption(
        !hasForms    ? QString()
        : words == 1 ? tr("%1 of %2").arg(countText(m_forms.ticked(0).size()), countText(m_forms.rowCount()))
                     : tr("%1 words").arg(countText(words)));
    m_note->setText(
        !hasForms
            ? tr("A query with words in it shows the forms they may be meant to find.")
            : tr("Counts are exact. Unticked forms stay out, and the choice is saved with the search."));
    m_hidden->setText(m_hiddenLines == 0
                          ? tr("No line is hidden. Delete hides the chosen one, with a reason.")
                          : counted(m_hiddenLines, tr("1 line is hidden."), tr("%1 lines are hidden.")));
    m_showHidden->setText(m_areHiddenShown ? tr("Leave them out") : tr("Show them"));
    m_showHidden->setVisible(m_hiddenLines > 0 || m_areHiddenShown);
}

} // namespace rapport::ui
