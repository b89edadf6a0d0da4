// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/welcome_page.h"

#include "ui/app/icons.h"
#include "ui/app/language.h"
#include "ui/app/settings.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"

#include <QEvent>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QScrollArea>
#include <QTime>
#include <QVBoxLayout>
#include <algorithm>

namespace rapport::ui {

namespace {

constexpr int mostRecent = 10;

class RecentRow final : public QAbstractButton {
public:
    RecentRow(RecentStudy study, bool isFirst, QWidget* parent)
        : QAbstractButton(parent)
        , m_study(std::move(study))
        , m_isThere(QFileInfo::exists(m_study.path))
        , m_isFirst(isFirst) {
        setAccessibleName(m_study.title);
        setAccessibleDescription(m_study.path);
        setToolTip(m_study.path);
        setFocusPolicy(Qt::StrongFocus);
        setCursor(Qt::PointingHandCursor);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    QString missingText;
    QString viewerText;
    [[nodiscard]] QSize sizeHint() const override { return {theme().px(320), theme().px(63)}; }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& look = theme();
        QPainter painter(this);
        if (underMouse())
            painter.fillRect(rect().adjusted(1, 1, -1, -1), look.color(Token::AccentTint));
        if (!m_isFirst)
            painter.fillRect(0, 0, width(), 1, look.color(Token::Line));
        const QRectF box = QRectF(rect()).adjusted(look.px(15), look.px(11), -look.px(15), -look.px(9));
        const qreal half = box.height() / 2;
        const QString when = QLocale().toString(m_study.opened, QLocale::ShortFormat);
        const int wide = textWidth(look.font(TypeRole::Caption), when);
        paintText(painter, QRectF(box.right() - wide - 1, box.top(), wide + 2, half), when,
                  look.font(TypeRole::Caption), look.color(Token::Text3));
        const int viewerWide = textWidth(look.font(TypeRole::Caption), viewerText);
        paintText(painter, QRectF(box.right() - viewerWide - 1, box.top() + half, viewerWide + 2, half),
                  viewerText, look.font(TypeRole::Caption), look.color(Token::Text3));
        paintText(painter, QRectF(box.left(), box.top(), box.width() - wide - look.px(12), half),
                  m_study.title, look.font(TypeRole::BodyStrong),
                  look.color(m_isThere ? Token::Text : Token::Text2));
        QRectF second(box.left(), box.top() + half, box.width() - viewerWide - look.px(12), half);
        if (!m_isThere) {
            paintIcon(painter,
                      QRectF(second.left(), second.center().y() - look.px(7), look.px(14), look.px(14)),
                      QStringLiteral("warning"), look.color(Token::Warn));
            second.setLeft(second.left() + look.px(19));
        }
        paintText(painter, second, m_isThere ? m_study.path : missingText, look.font(TypeRole::Small),
                  look.color(m_isThere ? Token::Text2 : Token::Warn));
        if (hasFocus())
            paintFocusRing(painter, rect());
    }
    void keyPressEvent(QKeyEvent* event) override {
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
            click();
        else
            QAbstractButton::keyPressEvent(event);
    }

private:
    RecentStudy m_study;
    bool m_isThere;
    bool m_isFirst;
};

/// As QSettings numbers the places of an array.
QString recentKey(int place, const char* name) {
    return QStringLiteral("recent/%1/%2").arg(place).arg(QLatin1String(name));
}

} // namespace

std::vector<RecentStudy> recentStudies() {
    std::vector<RecentStudy> studies;
    const int count = remembered(QStringLiteral("recent/size")).toInt();
    for (int i = 1; i <= count; ++i) {
        const auto value = [i](const char* name) { return remembered(recentKey(i, name)); };
        studies.push_back({value("path").toString(), value("title").toString(), value("opened").toDateTime(),
                           value("rater").toString(), value("rater-guid").toString()});
    }
    return studies;
}

model::Guid whoLooked(const RecentStudy& study) {
    return study.rater.isEmpty() ? model::Guid()
                                 : model::Guid::parse(toUtf8(study.raterGuid))
                                       .value_or(model::Guid::fromText(toUtf8(study.rater)));
}

void rememberStudy(const RecentStudy& study) {
    std::vector<RecentStudy> studies = recentStudies();
    std::erase_if(studies, [&study](const RecentStudy& former) { return former.path == study.path; });
    studies.insert(studies.begin(), study);
    if (studies.size() > std::size_t(mostRecent))
        studies.resize(std::size_t(mostRecent));
    remember(QStringLiteral("recent/size"), int(studies.size()));
    for (int i = 1; const RecentStudy& each : studies) {
        remember(recentKey(i, "path"), each.path);
        remember(recentKey(i, "title"), each.title);
        remember(recentKey(i, "opened"), each.opened);
        remember(recentKey(i, "rater"), each.rater);
        remember(recentKey(i, "rater-guid"), each.raterGuid);
        ++i;
    }
}

CardButton::CardButton(const QString& icon, const QString& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_icon(icon)
    , m_key(key) {
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void CardButton::setWords(const QString& title, const QString& sentence) {
    m_title = title;
    m_sentence = sentence;
    setAccessibleName(title);
    setAccessibleDescription(sentence);
    updateGeometry();
    update();
}

QSize CardButton::sizeHint() const {
    return {theme().px(320), theme().px(90)};
}

int CardButton::wordsWidth(int width) const {
    return std::max(theme().px(80),
                    width - 6 - keyCapSize(m_key).width() - theme().px(17 + 40 + 14 + 16 + 16));
}

int CardButton::heightForWidth(int width) const {
    const Theme& look = theme();
    const QRect words = QFontMetrics(look.font(TypeRole::Small))
                            .boundingRect(QRect(0, 0, wordsWidth(width), look.px(1000)),
                                          int(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap, m_sentence);
    return std::max(look.px(90), words.height() + look.px(12 + 23 + 14) + 6);
}

void CardButton::paintEvent(QPaintEvent*) {
    const Theme& look = theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF outer = QRectF(rect()).adjusted(3, 3, -3, -3);
    paintCard(painter, outer);
    if (underMouse()) {
        painter.setPen(QPen(look.color(Token::LineStrong), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(outer.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    }
    const qreal square = look.px(40);
    const QRectF tile(outer.left() + look.px(17), outer.center().y() - square / 2, square, square);
    painter.setPen(Qt::NoPen);
    painter.setBrush(look.color(Token::AccentTint));
    painter.drawRoundedRect(tile, 6, 6);
    const qreal side = look.px(22);
    paintIcon(painter, QRectF(tile.center().x() - side / 2, tile.center().y() - side / 2, side, side), m_icon,
              look.color(Token::Accent));
    const QSize cap = keyCapSize(m_key);
    const QRectF key(outer.right() - cap.width() - look.px(16), outer.center().y() - cap.height() / 2.0,
                     cap.width(), cap.height());
    paintKeyCap(painter, key, m_key);
    const QRectF words(tile.right() + look.px(14), outer.top() + look.px(12), wordsWidth(width()),
                       outer.height() - look.px(20));
    paintText(painter, QRectF(words.left(), words.top(), words.width(), look.px(22)), m_title,
              look.font(TypeRole::BodyStrong), look.color(Token::Text));
    painter.setFont(look.font(TypeRole::Small));
    painter.setPen(look.color(Token::Text2));
    painter.drawText(words.adjusted(0, look.px(23), 0, 0),
                     int(Qt::AlignTop | Qt::AlignLeft) | Qt::TextWordWrap, m_sentence);
    if (hasFocus())
        paintFocusRing(painter, rect(), 10);
}

void CardButton::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

WelcomePage::WelcomePage(QWidget* parent)
    : QWidget(parent)
    , m_greeting(new Words(TypeRole::Display, Token::Text, this))
    , m_question(new Words(TypeRole::Display, Token::Text, this))
    , m_sample(new CardButton(QStringLiteral("play"), QStringLiteral("Enter"), this))
    , m_new(new CardButton(QStringLiteral("plus"), QStringLiteral("Ctrl+N"), this))
    , m_open(new CardButton(QStringLiteral("sources"), QStringLiteral("Ctrl+O"), this))
    , m_drop(new Words(TypeRole::Small, Token::Text2, this))
    , m_recentTitle(new Words(TypeRole::BodyStrong, Token::Text, this))
    , m_recentPlace(new Words(TypeRole::Caption, Token::Text3, this))
    , m_recent(new Card(this))
    , m_recentRows(new QVBoxLayout(m_recent))
    , m_how(new Words(TypeRole::BodyStrong, Token::Text, this))
    , m_privacyTitle(new Words(TypeRole::BodyStrong, Token::Text, this))
    , m_privacy(new Words(TypeRole::Small, Token::Text2, this))
    , m_shortcuts(new KeyButton({}, ButtonKind::Quiet, this))
    , m_language(new KeyButton({}, ButtonKind::Quiet, this)) {
    const Theme& look = theme();
    auto* whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    whole->addWidget(m_scroll);
    auto* page = new QWidget(m_scroll);
    m_outer = new QHBoxLayout(page);
    m_outer->addStretch(1);
    auto* inner = new QWidget(page);
    inner->setMaximumWidth(look.px(1220));
    inner->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_outer->addWidget(inner, 30);
    m_outer->addStretch(1);
    m_columns = new QBoxLayout(QBoxLayout::LeftToRight, inner);
    m_columns->setContentsMargins(0, 0, 0, 0);
    m_greeting->setWraps(true);
    m_question->setWraps(true);
    m_drop->setWraps(true);

    auto* left = new QVBoxLayout;
    left->setSpacing(look.px(6));
    left->addWidget(m_greeting);
    left->addWidget(m_question);
    left->addSpacing(look.px(10));
    for (CardButton* card : {m_sample, m_new, m_open})
        left->addWidget(card);
    left->addSpacing(look.px(6));
    left->addWidget(m_drop);
    left->addStretch(1);
    m_columns->addLayout(left, 1);

    auto* right = new QVBoxLayout;
    right->setSpacing(look.px(8));
    auto* recentHead = new QHBoxLayout;
    recentHead->addWidget(m_recentTitle);
    recentHead->addStretch(1);
    recentHead->addWidget(m_recentPlace);
    right->addLayout(recentHead);
    m_recentRows->setContentsMargins(0, 0, 0, 0);
    m_recentRows->setSpacing(0);
    right->addWidget(m_recent);
    right->addSpacing(look.px(20));
    right->addWidget(m_how);
    m_stepGrid = new QGridLayout;
    m_stepGrid->setSpacing(look.px(14));
    for (int i = 0; i < 4; ++i) {
        m_stepColumns.push_back(new QWidget(inner));
        auto* column = new QVBoxLayout(m_stepColumns.back());
        column->setContentsMargins(0, 0, 0, 0);
        column->setSpacing(look.px(4));
        auto* bar = new ShareBar(1, inner);
        bar->setFixedHeight(3);
        column->addWidget(bar);
        auto* title = new Words(TypeRole::BodyStrong, Token::Text, inner);
        auto* text = new Words(TypeRole::Small, Token::Text2, inner);
        text->setWraps(true);
        column->addWidget(title);
        column->addWidget(text);
        column->addStretch(1);
        m_steps.emplace_back(title, text);
    }
    right->addLayout(m_stepGrid);
    right->addSpacing(look.px(16));
    auto* privacy = new Card(inner);
    auto* privacyColumn = new QVBoxLayout(privacy);
    privacyColumn->setContentsMargins(look.px(16), look.px(12), look.px(16), look.px(12));
    privacyColumn->setSpacing(look.px(3));
    privacyColumn->addWidget(m_privacyTitle);
    m_privacy->setWraps(true);
    privacyColumn->addWidget(m_privacy);
    right->addWidget(privacy);
    auto* links = new QHBoxLayout;
    m_shortcuts->setIconName(QStringLiteral("table"));
    m_shortcuts->setKey(QStringLiteral("Ctrl+/"));
    m_language->setIconName(QStringLiteral("language"));
    links->addWidget(m_shortcuts);
    links->addWidget(m_language);
    links->addStretch(1);
    right->addSpacing(look.px(8));
    right->addLayout(links);
    right->addStretch(1);
    m_columns->addLayout(right, 1);
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false); // setWidget() turns it on

    const auto wants = [this](QAbstractButton* button, const char* id) {
        connect(button, &QAbstractButton::clicked, this,
                [this, id] { Q_EMIT actionWanted(QString::fromLatin1(id)); });
    };
    wants(m_sample, "file.sample");
    wants(m_new, "file.new");
    wants(m_open, "file.open");
    wants(m_shortcuts, "help.shortcuts");
    wants(m_language, "view.language");
    setFocusProxy(m_sample);
    connect(&theme(), &Theme::changed, this, [this] { fit(); });
    fit();
    retranslate();
}

void WelcomePage::fit() {
    const Theme& look = theme();
    const bool isNarrow = width() < look.px(900);
    const bool isLow = isNarrow || height() < look.px(760);
    m_outer->setContentsMargins(look.px(isNarrow ? 24 : 40), look.px(isLow ? 24 : 80),
                                look.px(isNarrow ? 24 : 40), look.px(24));
    m_columns->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_columns->setSpacing(look.px(isNarrow ? 24 : width() < look.px(1200) ? 32 : 64));
    const int beside = width() < look.px(1100) ? 2 : 4; // steps in a row
    for (int step = 0; step < int(m_stepColumns.size()); ++step)
        m_stepGrid->addWidget(m_stepColumns[std::size_t(step)], step / beside, step % beside);
    for (int column = 0; column < 4; ++column)
        m_stepGrid->setColumnStretch(column, column < beside ? 1 : 0);
}

void WelcomePage::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    fit();
}

void WelcomePage::setSampleAvailable(bool isAvailable) {
    m_sample->setVisible(isAvailable);
    setFocusProxy(isAvailable ? m_sample : m_new);
}

void WelcomePage::refresh() {
    while (QLayoutItem* item = m_recentRows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const std::vector<RecentStudy> studies = recentStudies();
    QWidget* before = m_open; // rows that are made later stand last for Tab, or nowhere
    for (std::size_t i = 0; i < std::min<std::size_t>(studies.size(), 4); ++i) {
        auto* row = new RecentRow(studies[i], i == 0, m_recent);
        row->missingText = tr("file not found: has it been moved?");
        row->viewerText =
            studies[i].rater.isEmpty() ? tr("you are Coordinator") : tr("you are %1").arg(studies[i].rater);
        connect(row, &QAbstractButton::clicked, this,
                [this, study = studies[i]] { Q_EMIT studyWanted(study); });
        m_recentRows->addWidget(row);
        setTabOrder(before, row);
        before = row;
    }
    if (studies.empty()) {
        auto* none = new Words(tr("None yet. What you open stands here the next time."), TypeRole::Small,
                               Token::Text2, m_recent);
        none->setContentsMargins(0, 0, 0, 0);
        auto* padded = new QWidget(m_recent);
        auto* row = new QHBoxLayout(padded);
        row->setContentsMargins(theme().px(15), theme().px(16), theme().px(15), theme().px(16));
        row->addWidget(none);
        m_recentRows->addWidget(padded);
    }
}

void WelcomePage::retranslate() {
    const int hour = QTime::currentTime().hour();
    m_greeting->setText(hour < 5    ? tr("Good night.")
                        : hour < 12 ? tr("Good morning.")
                        : hour < 18 ? tr("Good afternoon.")
                                    : tr("Good evening."));
    m_question->setText(tr("What would you like to work on?"));
    m_sample->setWords(
        tr("Open the sample study"),
        tr("Synthetic answers and two focus groups, codes and raters. Try anything; it is a copy."));
    m_new->setWords(
        tr("New study from the template"),
        tr("Case, three questions, codebooks and groups are there; the wording is yours to edit."));
    m_open->setWords(tr("Open a study"), tr("A study is one file that ends in .rapport."));
    m_drop->setText(tr("Or drop a study, a table or a transcript anywhere in this window."));
    m_recentTitle->setText(tr("Recent studies"));
    m_recentPlace->setText(tr("on this computer"));
    m_how->setText(tr("How a study goes"));
    const std::vector<std::pair<QString, QString>> steps{
        {tr("1  Import"), tr("answers and transcripts, with a preview")},
        {tr("2  Rate"), tr("one answer at a time, blind")},
        {tr("3  Agree"), tr("kappa with its interval, per code")},
        {tr("4  Report"), tr("what can be checked by others")}};
    for (std::size_t i = 0; i < steps.size(); ++i) {
        m_steps[i].first->setText(steps[i].first);
        m_steps[i].second->setText(steps[i].second);
    }
    m_privacyTitle->setText(tr("Everything stays on this computer"));
    m_privacy->setText(
        tr("A study is one file. No account, no network. Participants' names and the group they came "
           "from are never shown to a rater."));
    m_shortcuts->setText(tr("Keyboard shortcuts"));
    m_language->setText(uiLanguage() == "nl" ? QStringLiteral("English") : QStringLiteral("Nederlands"));
    refresh();
}

void WelcomePage::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace rapport::ui
