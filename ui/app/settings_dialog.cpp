// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/settings_dialog.h"

#include "ui/app/language.h"
#include "ui/app/preferences.h"
#include "ui/app/shortcuts_dialog.h"
#include "ui/bridge/text.h"
#include "ui/components/controls.h"
#include "ui/components/dialog_room.h"
#include "ui/components/small_parts.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPainter>
#include <QSignalBlocker>
#include <QSlider>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

constexpr std::array scales{75, 90, 100, 110, 125, 150, 175, 200, 250, 300};
constexpr int leastZoom = 60;
constexpr int mostZoom = 300;

/// A piece of an answer with a coded passage, as it would be read with what is chosen.
class Sample final : public QWidget {
public:
    explicit Sample(QWidget* parent)
        : QWidget(parent) {
        connect(&theme(), &Theme::changed, this, [this] {
            updateGeometry();
            update();
        });
    }
    [[nodiscard]] QSize sizeHint() const override {
        return {theme().px(200), theme().lineHeight(TypeRole::Reading) * 2 + theme().px(28)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }
    void setWords(const QString& before, const QString& coded) {
        m_before = before;
        m_coded = coded;
        setAccessibleName(before + QLatin1Char(' ') + coded);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        const Theme& look = theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(look.color(Token::Line));
        painter.setBrush(look.color(Token::Reading));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        const int line = look.lineHeight(TypeRole::Reading);
        const QFont font = look.font(TypeRole::Reading);
        QRectF place(look.px(18), look.px(14), width() - look.px(36), line);
        paintText(painter, place, m_before, font, look.color(Token::Text));
        place.translate(0, line);
        CodeLook code;
        code.tag = QStringLiteral("SH");
        code.colour = QStringLiteral("teal");
        const QColor colour = code.color();
        const qreal wide = std::min<qreal>(textWidth(font, m_coded), place.width() - look.px(40));
        painter.fillRect(QRectF(place.left(), place.top() + 2, wide, line - 4),
                         look.tintOver(colour, Token::Reading));
        painter.fillRect(QRectF(place.left(), place.bottom() - 4, wide, 2), colour);
        paintText(painter, QRectF(place.left(), place.top(), wide + 1, line), m_coded, font,
                  look.color(Token::Text));
        const QSize tag = codeTagSize();
        paintCodeTag(painter,
                     QRectF(place.left() + wide + look.px(8), place.center().y() - tag.height() / 2.0,
                            tag.width(), tag.height()),
                     code);
    }

private:
    QString m_before;
    QString m_coded;
};

} // namespace

SettingsDialog::SettingsDialog(Actions& actions, QWidget* parent)
    : QDialog(parent)
    , m_actions(actions)
    , m_list(new QListWidget(this))
    , m_pages(new QStackedWidget(this))
    , m_close(new KeyButton({}, ButtonKind::Secondary, this)) {
    openWithin(*this, 820, 600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto* row = new QHBoxLayout;
    row->setSpacing(0);
    auto* side = new Panel(Token::Canvas, Qt::RightEdge, this);
    auto* sideColumn = new QVBoxLayout(side);
    const int pad = theme().px(12);
    sideColumn->setContentsMargins(pad, pad, pad + 1, pad);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFixedWidth(theme().px(168));
    m_list->setStyleSheet(
        QStringLiteral("QListWidget { background: transparent; } QListWidget::item { padding-left: 8px; }"));
    sideColumn->addWidget(m_list);
    row->addWidget(side);
    m_pages->addWidget(new ScrolledBody(makeLooks(), this));
    m_pages->addWidget(new ScrolledBody(makeStart(), this));
    auto* keys = new ShortcutsPage(m_actions, this);
    keys->layout()->setContentsMargins(theme().px(20), theme().px(16), theme().px(20), theme().px(8));
    connect(keys, &ShortcutsPage::dismissed, this, &QDialog::reject);
    m_pages->addWidget(keys);
    row->addWidget(m_pages, 1);
    column->addLayout(row, 1);
    auto* foot = new Panel(Token::Canvas, Qt::TopEdge, this);
    auto* footRow = new QHBoxLayout(foot);
    footRow->setContentsMargins(theme().px(16), theme().px(10), theme().px(16), theme().px(10));
    footRow->addStretch(1);
    footRow->addWidget(m_close);
    column->addWidget(foot);
    connectControls();
    retranslate();
    showValues();
    showPage(SettingsPage::Looks);
    m_list->setFocus();
}

SettingsDialog::Setting SettingsDialog::addSetting(QVBoxLayout& column, QWidget& page, QWidget* control) {
    Setting made;
    auto* row = new QHBoxLayout;
    row->setSpacing(theme().px(24));
    auto* words = new QVBoxLayout;
    words->setSpacing(theme().px(1));
    made.title = new Words(TypeRole::BodyStrong, Token::Text, &page);
    made.explained = new Words(TypeRole::Small, Token::Text2, &page);
    made.explained->setWraps(true);
    words->addWidget(made.title);
    words->addWidget(made.explained);
    row->addLayout(words, 1);
    row->addWidget(control, 0, Qt::AlignRight | Qt::AlignVCenter);
    column.addLayout(row);
    column.addSpacing(theme().px(6));
    column.addWidget(new Line(Qt::Horizontal, &page));
    column.addSpacing(theme().px(6));
    return made;
}

QWidget* SettingsDialog::makeLooks() {
    auto* page = new Panel(Token::Surface, {}, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme().px(20), theme().px(16), theme().px(20), theme().px(12));
    column->setSpacing(theme().px(4));
    m_language = new SegmentedControl(page);
    m_theme = new SegmentedControl(page);
    m_contrast = new SegmentedControl(page);
    m_scale = new QComboBox(page);
    for (const int percent : scales)
        m_scale->addItem(QStringLiteral("%1 %").arg(percent), percent);
    auto* zoom = new QWidget(page);
    auto* zoomRow = new QHBoxLayout(zoom);
    zoomRow->setContentsMargins(0, 0, 0, 0);
    m_zoom = new QSlider(Qt::Horizontal, zoom);
    m_zoom->setRange(leastZoom, mostZoom);
    m_zoom->setSingleStep(5);
    m_zoom->setPageStep(20);
    m_zoom->setFixedWidth(theme().px(190));
    m_zoomText = new Words(TypeRole::Figures, Token::Text, zoom);
    m_zoomText->setFixedWidth(theme().px(52));
    m_zoomText->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    zoomRow->addWidget(m_zoom);
    zoomRow->addWidget(m_zoomText);
    m_languageRow = addSetting(*column, *page, m_language);
    m_themeRow = addSetting(*column, *page, m_theme);
    m_contrastRow = addSetting(*column, *page, m_contrast);
    m_scaleRow = addSetting(*column, *page, m_scale);
    m_zoomRow = addSetting(*column, *page, zoom);
    m_sample = new Sample(page);
    column->addWidget(m_sample);
    column->addStretch(1);
    m_reset = new KeyButton({}, ButtonKind::Quiet, page);
    column->addWidget(m_reset, 0, Qt::AlignLeft);
    return page;
}

QWidget* SettingsDialog::makeStart() {
    auto* page = new Panel(Token::Surface, {}, this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(theme().px(20), theme().px(16), theme().px(20), theme().px(12));
    column->setSpacing(theme().px(4));
    m_reopens = new QCheckBox(page);
    m_tour = new KeyButton({}, ButtonKind::Secondary, page);
    m_startRow = addSetting(*column, *page, m_reopens);
    m_tourRow = addSetting(*column, *page, m_tour);
    column->addStretch(1);
    return page;
}

void SettingsDialog::connectControls() {
    connect(m_list, &QListWidget::currentRowChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_close, &QAbstractButton::clicked, this, &QDialog::accept);
    connect(m_language, &SegmentedControl::currentChanged, this,
            [](int index) { preferLanguage(index == 1 ? QStringLiteral("nl") : QStringLiteral("en")); });
    connect(m_theme, &SegmentedControl::currentChanged, this,
            [](int index) { preferTheme(ThemeChoice(index)); });
    connect(m_contrast, &SegmentedControl::currentChanged, this,
            [](int index) { preferContrast(ContrastChoice(index)); });
    connect(m_scale, &QComboBox::activated, this,
            [this] { preferScale(m_scale->currentData().toInt() / 100.0); });
    connect(m_zoom, &QSlider::valueChanged, this, [](int percent) { preferReadingZoom(percent / 100.0); });
    connect(m_reset, &QAbstractButton::clicked, this, [] { forgetLooks(); });
    connect(m_reopens, &QCheckBox::toggled, this, [](bool isOn) { preferReopening(isOn); });
    connect(m_tour, &QAbstractButton::clicked, this, [this] {
        accept();
        Q_EMIT tourWanted();
    });
    connect(&theme(), &Theme::changed, this, [this] { showValues(); });
}

void SettingsDialog::showPage(SettingsPage page) {
    m_list->setCurrentRow(int(page));
}

void SettingsDialog::showValues() {
    const QSignalBlocker quietZoom(m_zoom);
    const QSignalBlocker quietReopening(m_reopens);
    m_language->setCurrent(uiLanguage() == "nl" ? 1 : 0);
    m_theme->setCurrent(int(theme().choice()));
    m_contrast->setCurrent(int(preferredContrast()));
    const int percent = qRound(theme().scale() * 100);
    if (m_scale->findData(percent) < 0)
        m_scale->addItem(QStringLiteral("%1 %").arg(percent), percent);
    m_scale->setCurrentIndex(m_scale->findData(percent));
    const int zoom = qRound(theme().readingZoom() * 100);
    m_zoom->setValue(zoom);
    m_zoomText->setText(QStringLiteral("%1 %").arg(zoom));
    m_reopens->setChecked(reopensLastStudy());
    m_tour->setEnabled(m_actions.action(QStringLiteral("help.tour"))->isEnabled());
}

void SettingsDialog::retranslate() {
    setWindowTitle(tr("Settings"));
    const int shown = std::max(0, m_list->currentRow());
    {
        const QSignalBlocker quiet(m_list);
        m_list->clear();
        for (const QString& title : {tr("Looks and language"), tr("Start"), tr("Keys")}) {
            auto* item = new QListWidgetItem(title, m_list);
            item->setSizeHint(QSize(0, theme().px(30)));
        }
        m_list->setCurrentRow(shown);
    }
    m_list->setAccessibleName(tr("Pages of the settings"));
    const auto say = [](const Setting& setting, QWidget& control, const QString& title,
                        const QString& explained) {
        setting.title->setText(title);
        setting.explained->setText(explained);
        control.setAccessibleName(title);
    };
    m_language->setItems({QStringLiteral("English"), QStringLiteral("Nederlands")});
    m_theme->setItems({tr("System"), tr("Light"), tr("Dark")});
    m_contrast->setItems({tr("System"), tr("Normal"), tr("High")});
    say(m_languageRow, *m_language, tr("Language of the window"),
        tr("The study keeps the language of its texts."));
    say(m_themeRow, *m_theme, tr("Theme"), tr("System follows the desktop, also when it changes at night."));
    say(m_contrastRow, *m_contrast, tr("Contrast"),
        tr("High draws every line in full and every letter at 7 to 1 or more."));
    say(m_scaleRow, *m_scale, tr("Size of everything"), tr("On top of the scaling of the desktop."));
    say(m_zoomRow, *m_zoom, tr("Size of participants' texts"),
        tr("%1 and %2 change it while you read.")
            .arg(m_actions.keyText(QStringLiteral("view.larger")),
                 m_actions.keyText(QStringLiteral("view.smaller"))));
    static_cast<Sample*>(m_sample)->setWords(tr("When he came back into the room he looked for"),
                                             tr("someone who would stay close to him."));
    m_reset->setText(tr("Language and looks as on the first day"));
    m_reopens->setText(tr("Open the last study"));
    m_tour->setText(tr("Take the tour"));
    say(m_startRow, *m_reopens, tr("When the program starts"),
        tr("Otherwise it shows the page with your recent studies."));
    say(m_tourRow, *m_tour, tr("Tour of the window"),
        tr("Six short stops: where everything is, and the keys that matter."));
    m_close->setText(tr("Close"));
    m_close->setKey(tr("Esc"));
}

void SettingsDialog::changeEvent(QEvent* event) {
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        showValues();
    }
}

} // namespace rapport::ui
