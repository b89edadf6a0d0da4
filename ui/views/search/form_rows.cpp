// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/search/form_rows.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/text.h"
#include "ui/components/painting.h"
#include "ui/models/figures.h"

#include <QPainter>
#include <QWidget>
#include <algorithm>
#include <numeric>

namespace rapport::ui {

FormRows::Word FormRows::ordered(WordForms word) {
    Word made;
    made.word = std::move(word.word);
    std::vector<bool> isTicked;
    for (const service::FormRow& form : word.forms)
        isTicked.push_back(word.ticked.contains(toQt(form.form), Qt::CaseInsensitive));
    // Chosen ones first, so that the choice is seen as a whole.
    std::vector<std::size_t> order(word.forms.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_partition(order.begin(), order.end(), [&](std::size_t at) { return isTicked[at]; });
    for (const std::size_t at : order) {
        made.forms.push_back(std::move(word.forms[at]));
        made.isTicked.push_back(isTicked[at]);
    }
    return made;
}

bool FormRows::hasSameRows(const std::vector<WordForms>& words) const {
    if (words.size() != m_words.size())
        return false;
    for (std::size_t at = 0; at < words.size(); ++at) {
        if (words[at].word != m_words[at].word || words[at].forms.size() != m_words[at].forms.size())
            return false;
        const bool isSame =
            std::all_of(words[at].forms.begin(), words[at].forms.end(),
                        [&](const service::FormRow& other) { return rowOf(int(at), toQt(other.form)) >= 0; });
        if (!isSame)
            return false;
    }
    return true;
}

void FormRows::setWords(std::vector<WordForms> words) {
    if (!m_words.empty() && hasSameRows(words)) {
        // A tick must not make rows jump.
        for (std::size_t at = 0; at < words.size(); ++at) {
            Word& word = m_words[at];
            for (std::size_t form = 0; form < word.forms.size(); ++form) {
                const auto counted =
                    std::find_if(words[at].forms.begin(), words[at].forms.end(),
                                 [&](const auto& each) { return each.form == word.forms[form].form; });
                if (counted != words[at].forms.end())
                    word.forms[form] = std::move(*counted);
                word.isTicked[form] =
                    words[at].ticked.contains(toQt(word.forms[form].form), Qt::CaseInsensitive);
            }
        }
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0), index(rowCount() - 1));
        return;
    }
    beginResetModel();
    m_words.clear();
    for (WordForms& word : words)
        m_words.push_back(ordered(std::move(word)));
    endResetModel();
}

FormRows::Place FormRows::placeOf(int row) const {
    const std::size_t heads = m_words.size() > 1 ? 1 : 0;
    auto left = std::size_t(row);
    for (std::size_t at = 0; at < m_words.size(); ++at) {
        if (heads > 0 && left == 0)
            return {at, std::nullopt};
        left -= heads;
        if (left < m_words[at].forms.size())
            return {at, left};
        left -= m_words[at].forms.size();
    }
    return {};
}

int FormRows::rowOf(int number, const QString& form) const {
    const int heads = m_words.size() > 1 ? 1 : 0;
    int row = 0;
    for (int at = 0; at < number; ++at)
        row += heads + int(m_words[std::size_t(at)].forms.size());
    row += heads;
    const Word& word = m_words[std::size_t(number)];
    for (std::size_t at = 0; at < word.forms.size(); ++at) {
        if (toQt(word.forms[at].form).compare(form, Qt::CaseInsensitive) == 0)
            return row + int(at);
    }
    return -1;
}

bool FormRows::isFormOf(int number, const QString& form) const {
    return rowOf(number, form) >= 0;
}

QStringList FormRows::formsWith(int number, bool isTicked) const {
    QStringList forms;
    const Word& word = m_words[std::size_t(number)];
    for (std::size_t at = 0; at < word.forms.size(); ++at) {
        if (word.isTicked[at] == isTicked)
            forms.append(toQt(word.forms[at].form));
    }
    return forms;
}

QStringList FormRows::ticked(int number) const {
    return formsWith(number, true);
}

QStringList FormRows::unticked(int number) const {
    return formsWith(number, false);
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
    if (parent.isValid())
        return 0;
    const std::size_t heads = m_words.size() > 1 ? m_words.size() : 0;
    return int(std::accumulate(m_words.begin(), m_words.end(), heads,
                               [](std::size_t rows, const Word& word) { return rows + word.forms.size(); }));
}

QVariant FormRows::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Place place = placeOf(index.row());
    const Word& word = m_words[place.word];
    const auto tickedCount = [&word] {
        return qlonglong(std::count(word.isTicked.begin(), word.isTicked.end(), true));
    };
    if (!place.form) {
        switch (role) {
        case Qt::DisplayRole:
            return word.word;
        case IsWordRole:
            return true;
        case TickedRole:
            return tickedCount();
        case FormsRole:
            return qlonglong(word.forms.size());
        case Qt::AccessibleTextRole:
            return word.forms.empty() ? tr("%1, in no text").arg(word.word)
                                      : tr("%1, %2 of %3 forms")
                                            .arg(word.word, countText(tickedCount()),
                                                 countText(std::int64_t(word.forms.size())));
        default:
            return {};
        }
    }
    const service::FormRow& form = word.forms[*place.form];
    switch (role) {
    case Qt::DisplayRole:
        return toQt(form.form);
    case Qt::CheckStateRole:
        return word.isTicked[*place.form] ? Qt::Checked : Qt::Unchecked;
    case Qt::ToolTipRole:
    case WhyRole:
        return reason(form.why);
    case CountRole:
        return qlonglong(form.occurrences);
    case IsWordRole:
        return false;
    case Qt::AccessibleTextRole:
        return QStringLiteral("%1, %2, %3")
            .arg(toQt(form.form), countText(form.occurrences), reason(form.why));
    default:
        return {};
    }
}

Qt::ItemFlags FormRows::flags(const QModelIndex& index) const {
    if (!index.isValid())
        return Qt::NoItemFlags;
    // The arrow keys go from form to form.
    if (!placeOf(index.row()).form)
        return Qt::NoItemFlags;
    return QAbstractListModel::flags(index) | Qt::ItemIsUserCheckable;
}

bool FormRows::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::CheckStateRole || !index.isValid())
        return false;
    const Place place = placeOf(index.row());
    if (!place.form)
        return false;
    Word& word = m_words[place.word];
    const bool isTicked = value.toInt() == Qt::Checked;
    if (!isTicked && word.isTicked[*place.form] &&
        std::count(word.isTicked.begin(), word.isTicked.end(), true) == 1) {
        Q_EMIT lastTickKept();
        return false;
    }
    word.isTicked[*place.form] = isTicked;
    // The word's own row counts its ticks.
    Q_EMIT dataChanged(this->index(0), this->index(rowCount() - 1));
    Q_EMIT ticksChanged(int(place.word));
    return true;
}

// ------------------------------------------------------------------------------------------ drawn

namespace {

void paintWord(QPainter& painter, const QRect& rect, const QModelIndex& index) {
    const Theme& look = theme();
    if (index.row() > 0) {
        painter.setPen(QPen(look.color(Token::Line), 1));
        painter.drawLine(QPointF(rect.left() + look.px(12), rect.top() + look.px(4) + 0.5),
                         QPointF(rect.right() - look.px(12), rect.top() + look.px(4) + 0.5));
    }
    QRectF place = QRectF(rect).adjusted(look.px(12), look.px(8), -look.px(12), 0);
    const qlonglong forms = index.data(FormRows::FormsRole).toLongLong();
    const QString count =
        forms == 0 ? FormRows::tr("in no text")
                   : FormRows::tr("%1 of %2")
                         .arg(countText(index.data(FormRows::TickedRole).toLongLong()), countText(forms));
    const QFont small = look.font(TypeRole::Caption);
    paintText(painter, place, count, small, look.color(Token::Text3), Qt::AlignRight);
    place.setRight(place.right() - textWidth(small, count) - look.px(8));
    paintText(painter, place, index.data().toString(), look.font(TypeRole::SmallStrong),
              look.color(Token::Text));
}

} // namespace

QSize FormDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    const bool isWord = index.data(FormRows::IsWordRole).toBool();
    return {theme().px(120), theme().px(isWord ? 34 : 25)};
}

void FormDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                         const QModelIndex& index) const {
    const Theme& look = theme();
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (index.data(FormRows::IsWordRole).toBool()) {
        paintWord(*painter, option.rect, index);
        painter->restore();
        return;
    }
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
    paintText(*painter, QRectF(place.right() - whyWidth, place.top(), whyWidth, place.height()), why, small,
              look.color(Token::Text3), Qt::AlignLeft);
    place.setRight(place.right() - whyWidth - look.px(8));
    QFont font = look.font(TypeRole::Quotation);
    font.setStrikeOut(!isTicked);
    paintText(*painter, place, index.data().toString(), font,
              look.color(isTicked ? Token::Text : Token::Text2));
    if ((option.state & QStyle::State_HasFocus) != 0 && option.widget != nullptr && option.widget->hasFocus())
        paintFocusRing(*painter, QRectF(option.rect).adjusted(3, 0, -3, 0), 4);
    painter->restore();
}

} // namespace rapport::ui
