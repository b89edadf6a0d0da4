// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/form_panel.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/choice_box.h"
#include "ui/components/controls.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

namespace rapport::ui {

namespace {

class FormDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override {
        return {theme().px(120), theme().px(25)};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const Theme& look = theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        QRectF place = QRectF(option.rect).adjusted(look.px(12), 0, -look.px(12), 0);
        const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const qreal side = look.px(14);
        const QRectF box(place.left() + 0.5, place.center().y() - side / 2 + 0.5, side, side);
        painter->setPen(QPen(look.color(isTicked ? Token::AccentFill : Token::LineStrong), 1));
        painter->setBrush(look.color(isTicked ? Token::AccentFill : Token::Surface));
        painter->drawRoundedRect(box, 3, 3);
        if (isTicked)
            paintIcon(*painter, box.adjusted(1, 1, -1, -1), QStringLiteral("check"),
                      look.color(Token::OnAccentFill));
        place.setLeft(place.left() + look.px(24));
        const QFont figures = look.font(TypeRole::Figures);
        const QString count = countText(index.data(FormRows::CountRole).toLongLong());
        paintText(*painter, place, count, figures, look.color(Token::Text2), Qt::AlignRight);
        place.setRight(place.right() - std::max(textWidth(figures, count), look.px(30)) - look.px(8));
        const QFont small = look.font(TypeRole::Caption);
        const QString why = index.data(FormRows::WhyRole).toString();
        const qreal whyWidth = std::min<qreal>(textWidth(small, why) + 2, place.width() * 0.45);
        paintText(*painter, QRectF(place.right() - whyWidth, place.top(), whyWidth, place.height()), why,
                  small, look.color(Token::Text3), Qt::AlignLeft);
        place.setRight(place.right() - whyWidth - look.px(8));
        QFont font = look.font(TypeRole::Quotation);
        font.setStrikeOut(!isTicked);
        paintText(*painter, place, index.data().toString(), font,
                  look.color(isTicked ? Token::Text : Token::Text2));
        if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr &&
            option.widget->hasFocus())
            paintFocusRing(*painter, QRectF(option.rect).adjusted(3, 0, -3, 0), 4);
        painter->restore();
    }
};

} // namespace

// ------------------------------------------------------------------------------------------ forms

void FormRows::setForms(std::vector<service::FormRow> forms, const QStringList& ticked) {
    const auto sameForms = [this](const std::vector<service::FormRow>& others) {
        return others.size() == m_forms.size() &&
               std::all_of(others.begin(), others.end(), [this](const service::FormRow& other) {
                   return std::any_of(m_forms.begin(), m_forms.end(),
                                      [&other](const auto& form) { return form.form == other.form; });
               });
    };
    if (!m_forms.empty() && sameForms(forms)) {
        // A tick must not make rows jump.
        for (std::size_t at = 0; at < m_forms.size(); ++at)
            m_isTicked[at] = ticked.contains(toQt(m_forms[at].form), Qt::CaseInsensitive);
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_forms = std::move(forms);
    m_isTicked.clear();
    for (const service::FormRow& form : m_forms)
        m_isTicked.push_back(ticked.contains(toQt(form.form), Qt::CaseInsensitive));
    // Chosen ones first, so that the choice is seen as a whole.
    std::vector<std::size_t> order(m_forms.size());
    for (std::size_t at = 0; at < order.size(); ++at)
        order[at] = at;
    std::stable_sort(order.begin(), order.end(),
                     [this](std::size_t a, std::size_t b) { return m_isTicked[a] && !m_isTicked[b]; });
    std::vector<service::FormRow> ordered;
    std::vector<bool> ticks;
    for (const std::size_t at : order) {
        ordered.push_back(std::move(m_forms[at]));
        ticks.push_back(m_isTicked[at]);
    }
    m_forms = std::move(ordered);
    m_isTicked = std::move(ticks);
    endResetModel();
}

QStringList FormRows::ticked() const {
    QStringList forms;
    for (std::size_t at = 0; at < m_forms.size(); ++at) {
        if (m_isTicked[at])
            forms.append(toQt(m_forms[at].form));
    }
    return forms;
}

QStringList FormRows::unticked() const {
    QStringList forms;
    for (std::size_t at = 0; at < m_forms.size(); ++at) {
        if (!m_isTicked[at])
            forms.append(toQt(m_forms[at].form));
    }
    return forms;
}

QString FormRows::reason(const std::vector<std::string>& why) {
    static const std::pair<const char*, const char*> names[] = {{"stem-nl", QT_TR_NOOP("stem")},
                                                                {"stem-nl-kp", QT_TR_NOOP("stem")},
                                                                {"stem-en", QT_TR_NOOP("English stem")},
                                                                {"dictionary-nl", QT_TR_NOOP("dictionary")},
                                                                {"dictionary-en", QT_TR_NOOP("dictionary")},
                                                                {"beginning", QT_TR_NOOP("begins so")},
                                                                {"compound", QT_TR_NOOP("holds it")},
                                                                {"typo", QT_TR_NOOP("a letter off")},
                                                                {"pattern", QT_TR_NOOP("pattern")}};
    QStringList words;
    for (const std::string& each : why) {
        for (const auto& [name, text] : names) {
            if (each == name && !words.contains(tr(text)))
                words.append(tr(text));
        }
    }
    return words.join(QStringLiteral(", "));
}

int FormRows::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(m_forms.size());
}

QVariant FormRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const auto at = std::size_t(index.row());
    const service::FormRow& form = m_forms[at];
    switch (role) {
    case Qt::DisplayRole:
        return toQt(form.form);
    case Qt::CheckStateRole:
        return m_isTicked[at] ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
    case WhyRole:
        return reason(form.why);
    case CountRole:
        return qlonglong(form.occurrences);
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(toQt(form.form), countText(form.occurrences), reason(form.why));
    default:
        return {};
    }
}

Qt::ItemFlags FormRows::flags(const QModelIndex& index) const {
    return QAbstractListModel::flags(index) | (index.isValid() ? Qt::ItemIsUserCheckable : Qt::NoItemFlags);
}

bool FormRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    m_isTicked[std::size_t(index.row())] = value.toInt() == Qt::Checked;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT ticksChanged();
    return true;
}

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
    , m_words(new ChoiceBox(this))
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
    inset(m_words);
    m_words->hide();
    connect(m_words, &QComboBox::activated, this, [this](int number) { Q_EMIT wordWanted(number); });
    m_list->setModel(&m_forms);
    m_list->setItemDelegate(new FormDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setUniformItemSizes(true);
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
        const bool isTicked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        m_forms.setData(index, isTicked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
    };
    connect(m_list, &QListView::clicked, this, toggle);
    connect(&m_forms, &FormRows::ticksChanged, this, [this] {
        updateWords();
        Q_EMIT formsChosen(m_forms.ticked());
    });
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

void FormPanel::setForms(const QString& word, std::vector<service::FormRow> forms,
                         const QStringList& ticked) {
    const int row = m_list->currentIndex().row();
    m_word = word;
    m_forms.setForms(std::move(forms), ticked);
    if (row >= 0 && row < m_forms.rowCount())
        m_list->setCurrentIndex(m_forms.index(row));
    updateWords();
}

void FormPanel::setWords(const QStringList& words, int current) {
    m_words->clear();
    m_words->addItems(words);
    m_words->setCurrentIndex(current);
    m_words->setVisible(words.size() > 1);
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
    m_list->setAccessibleName(tr("Forms of the word"));
    m_hiddenTitle->setTitle(tr("Left out"));
    m_besideTitle->setTitle(tr("Often beside it"));
    setWindow(m_window);
    m_words->setAccessibleName(tr("Word of the query"));
    updateWords();
}

void FormPanel::updateWords() {
    m_title->setCaption(
        m_forms.rowCount() == 0
            ? QString()
            : tr("%1 of %2").arg(countText(m_forms.tickedCount()), countText(m_forms.rowCount())));
    m_note->setText(
        m_word.isEmpty()
            ? tr("A query with words in it shows the forms they may be meant to find.")
            : tr("Counts are exact. Unticked forms stay out, and the choice is saved with the search."));
    m_hidden->setText(m_hiddenLines == 0
                          ? tr("No line is hidden. Delete hides the chosen one, with a reason.")
                          : counted(m_hiddenLines, tr("1 line is hidden."), tr("%1 lines are hidden.")));
    m_showHidden->setText(m_areHiddenShown ? tr("Leave them out") : tr("Show them"));
    m_showHidden->setVisible(m_hiddenLines > 0 || m_areHiddenShown);
}

} // namespace rapport::ui
