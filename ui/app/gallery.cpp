// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/gallery.h"

#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/components/controls.h"
#include "ui/components/small_parts.h"
#include "ui/models/figures.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLocale>
#include <QPainter>
#include <QRadioButton>
#include <QScrollBar>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>
#include <array>

namespace rapport::ui {

namespace {

/// A square of one colour.
class Swatch final : public QWidget {
public:
    Swatch(const QColor& colour, QWidget* parent)
        : QWidget(parent)
        , m_colour(colour) {
        setFixedSize(theme().px(22), theme().px(16));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(theme().color(Token::LineStrong));
        painter.setBrush(m_colour);
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3);
    }

private:
    QColor m_colour;
};

class IconSquare final : public QWidget {
public:
    IconSquare(const QString& name, QWidget* parent)
        : QWidget(parent)
        , m_name(name) {
        setFixedSize(theme().px(30), theme().px(28));
        setToolTip(name);
        setAccessibleName(name);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const qreal side = theme().px(20);
        paintIcon(painter, QRectF((width() - side) / 2, (height() - side) / 2, side, side), m_name,
                  theme().color(Token::Text));
    }

private:
    QString m_name;
};

QVBoxLayout* card(QGridLayout& grid, QWidget* page, int row, int column, const QString& title) {
    auto* made = new Card(page);
    auto* inner = new QVBoxLayout(made);
    const int pad = theme().px(16);
    inner->setContentsMargins(pad, pad, pad, pad);
    inner->setSpacing(theme().px(6));
    inner->addWidget(new Words(title, TypeRole::BodyStrong, Token::Text, made));
    grid.addWidget(made, row, column);
    return inner;
}

QWidget* inside(QVBoxLayout* column) {
    return column->parentWidget();
}

void typeScale(QVBoxLayout* column) {
    struct Row {
        TypeRole role;
        const char* name;
    };
    static constexpr std::array rows{Row{TypeRole::Display, "display"},
                                     Row{TypeRole::Title, "title"},
                                     Row{TypeRole::BodyStrong, "body strong"},
                                     Row{TypeRole::Body, "body"},
                                     Row{TypeRole::Small, "small"},
                                     Row{TypeRole::Caption, "caption"},
                                     Row{TypeRole::Figures, "figures"},
                                     Row{TypeRole::Reading, "reading"},
                                     Row{TypeRole::Transcript, "transcript"},
                                     Row{TypeRole::Quotation, "quotation"}};
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme().px(14));
    grid->setColumnStretch(2, 1);
    for (int i = 0; i < int(rows.size()); ++i) {
        const Row& row = rows.at(std::size_t(i));
        grid->addWidget(
            new Words(QString::fromLatin1(row.name), TypeRole::Small, Token::Text2, inside(column)), i, 0);
        grid->addWidget(new Words(QStringLiteral("%1/%2")
                                      .arg(qRound(theme().font(row.role).pointSizeF() / 0.75))
                                      .arg(theme().lineHeight(row.role)),
                                  TypeRole::Figures, Token::Text2, inside(column)),
                        i, 1);
        grid->addWidget(
            new Words(QStringLiteral("0123456789 .88  Qualiteit"), row.role, Token::Text, inside(column)), i,
            2);
    }
    column->addLayout(grid);
    column->addStretch(1);
}

void colours(QVBoxLayout* column) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme().px(14));
    grid->setColumnStretch(3, 1);
    const QColor surface = theme().color(Token::Surface);
    int row = 0;
    for (const TokenRow& token : tokenRows()) {
        const QColor colour = theme().color(token.token);
        grid->addWidget(new Swatch(colour, inside(column)), row, 0);
        grid->addWidget(
            new Words(QString::fromLatin1(token.name), TypeRole::SmallStrong, Token::Text, inside(column)),
            row, 1);
        grid->addWidget(new Words(colour.name().toUpper(), TypeRole::Figures, Token::Text2, inside(column)),
                        row, 2);
        grid->addWidget(new Words(QLocale().toString(contrastRatio(colour, surface), 'f', 1),
                                  TypeRole::Figures, Token::Text2, inside(column)),
                        row++, 3);
    }
    column->addLayout(grid);
    column->addStretch(1);
}

void codeColours(QVBoxLayout* column) {
    auto* grid = new QGridLayout;
    grid->setHorizontalSpacing(theme().px(14));
    grid->setColumnStretch(3, 1);
    int row = 0;
    for (const CodeColourRow& each : codeColourRows()) {
        CodeLook look;
        look.colour = QString::fromLatin1(each.name);
        look.tag = look.colour.left(2).toUpper();
        grid->addWidget(new CodeTag(look, inside(column)), row, 0);
        grid->addWidget(new Words(look.colour, TypeRole::SmallStrong, Token::Text, inside(column)), row, 1);
        grid->addWidget(
            new Words(look.color().name().toUpper(), TypeRole::Figures, Token::Text2, inside(column)), row,
            2);
        grid->addWidget(
            new Words(QLocale().toString(contrastRatio(look.color(), theme().color(Token::Surface)), 'f', 1),
                      TypeRole::Figures, Token::Text2, inside(column)),
            row++, 3);
    }
    column->addLayout(grid);
    column->addStretch(1);
}

void iconSet(QVBoxLayout* column) {
    auto* grid = new QGridLayout;
    grid->setSpacing(theme().px(4));
    constexpr int perRow = 10;
    int place = 0;
    for (const QString& file : QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")})) {
        if (file.startsWith(QLatin1String("sheet-")))
            continue;
        grid->addWidget(new IconSquare(file.chopped(4), inside(column)), place / perRow, place % perRow);
        ++place;
    }
    column->addLayout(grid);
    column->addStretch(1);
}

void controls(QVBoxLayout* column) {
    QWidget* page = inside(column);
    const auto line = [&](std::initializer_list<QWidget*> widgets) {
        auto* row = new QHBoxLayout;
        row->setSpacing(theme().px(8));
        for (QWidget* widget : widgets)
            row->addWidget(widget);
        row->addStretch(1);
        column->addLayout(row);
    };
    const auto button = [&](const QString& text, ButtonKind kind, const QString& key, bool isEnabled = true) {
        auto* made = new KeyButton(text, kind, page);
        made->setKey(key);
        made->setEnabled(isEnabled);
        return made;
    };
    line({button(Gallery::tr("Complete"), ButtonKind::Primary, Gallery::tr("Enter")),
          button(Gallery::tr("Plan sample"), ButtonKind::Secondary, {}),
          button(Gallery::tr("Undo"), ButtonKind::Quiet, QStringLiteral("Ctrl+Z")),
          button(Gallery::tr("Not now"), ButtonKind::Secondary, {}, false)});
    auto* field = new SearchField(QStringLiteral("filter"), QStringLiteral("/"), page);
    field->setPlaceholderText(Gallery::tr("Filter"));
    field->setFixedWidth(theme().px(140));
    auto* box = new QComboBox(page);
    box->addItems({Gallery::tr("answer"), Gallery::tr("turn")});
    auto* segments = new SegmentedControl(page);
    segments->setItems({Gallery::tr("Code"), Gallery::tr("Batch")});
    line({field, box, segments});
    auto* ticked = new QCheckBox(Gallery::tr("ticked"), page);
    ticked->setChecked(true);
    auto* partly = new QCheckBox(Gallery::tr("in part"), page);
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto* number = new QSpinBox(page);
    number->setValue(7);
    auto* wrong = new QLineEdit(QStringLiteral(".7o"), page);
    wrong->setProperty("invalid", true);
    wrong->setFixedWidth(theme().px(70));
    auto* slider = new QSlider(Qt::Horizontal, page);
    slider->setValue(40);
    slider->setFixedWidth(theme().px(110));
    line({ticked, partly, number, wrong, slider});
    line({new Chip(Gallery::tr("presence"), ChipKind::Plain, {}, page),
          new Chip(Gallery::tr("Blind"), ChipKind::Outlined, QStringLiteral("eye-off"), page),
          new Chip(Gallery::tr("all rate it"), ChipKind::Accent, {}, page),
          new Chip(Gallery::tr("meets"), ChipKind::Ok, QStringLiteral("check"), page),
          new Chip(Gallery::tr("unsure"), ChipKind::Warn, QStringLiteral("warning"), page),
          new Chip(Gallery::tr("below"), ChipKind::Bad, QStringLiteral("cross"), page)});
    line({new KeyCap(QStringLiteral("b"), page), new KeyCap(QStringLiteral("7"), page),
          new KeyCap(Gallery::tr("Enter"), page), new KeyCap(QStringLiteral("PgDn"), page),
          new KeyCap(QStringLiteral("Ctrl+K"), page)});
    auto* interval = new IntervalBar(page);
    IntervalFigure figure;
    figure.value = 0.62;
    figure.lower = 0.48;
    figure.upper = 0.74;
    figure.target = 0.7;
    interval->setFigure(figure);
    interval->setFixedWidth(theme().px(220));
    line({interval, new Words(Gallery::tr("value, interval with ends, target dashed"), TypeRole::Small,
                              Token::Text2, page)});
    auto* share = new ShareBar(0.62, page);
    share->setFixedWidth(theme().px(220));
    line({share, new Words(percentText(0.62) + QStringLiteral(" %"), TypeRole::Figures, Token::Text, page)});
    auto* empty = new EmptyState(QStringLiteral("sources"), Gallery::tr("Nothing here yet"),
                                 Gallery::tr("What belongs here, and one way to begin."), page);
    empty->setAction(Gallery::tr("Import…"), QStringLiteral("Ctrl+I"));
    empty->setMinimumHeight(theme().px(210));
    column->addWidget(empty);
    column->addStretch(1);
}

} // namespace

Gallery::Gallery(QWidget* parent)
    : QScrollArea(parent) {
    setWindowFlag(Qt::Window);
    setWidgetResizable(true);
    resize(theme().px(1240), theme().px(860));
    build();
    connect(&theme(), &Theme::changed, this, [this] { build(); });
}

void Gallery::build() {
    setWindowTitle(tr("Components"));
    const int at = verticalScrollBar()->value();
    auto* page = new ui::Panel(Token::Canvas, {}, this);
    auto* column = new QVBoxLayout(page);
    const int pad = theme().px(24);
    column->setContentsMargins(pad, pad, pad, pad);
    column->setSpacing(theme().px(16));
    column->addWidget(new Words(tr("Components"), TypeRole::Display, Token::Text, page));
    auto* grid = new QGridLayout;
    grid->setSpacing(theme().px(16));
    grid->setColumnStretch(0, 1);
    grid->setColumnStretch(1, 1);
    typeScale(card(*grid, page, 0, 0, tr("Type, px and line")));
    controls(card(*grid, page, 0, 1, tr("Controls")));
    colours(card(*grid, page, 1, 0, tr("Colours and their contrast on the surface")));
    codeColours(card(*grid, page, 1, 1, tr("Colours of codes, in the order in which they are given out")));
    iconSet(card(*grid, page, 2, 0, tr("Icons")));
    column->addLayout(grid);
    column->addStretch(1);
    setWidget(page); // takes the former page away
    verticalScrollBar()->setValue(at);
}

QPixmap Gallery::picture() {
    widget()->resize(width(), widget()->sizeHint().height());
    return widget()->grab();
}

} // namespace rapport::ui
