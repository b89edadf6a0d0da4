// SPDX-License-Identifier: GPL-3.0-or-later
// Every colour that carries meaning can be read on every ground that it stands on (WCAG 2.1: 4.5 for text, 3
// for borders and marks).
#include "support/catch.hpp"
#include "ui/app/icons.h"
#include "ui/app/theme.h"
#include "ui/bridge/code_look.h"
#include "ui/components/painting.h"
#include "ui/components/small_parts.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDir>
#include <QFontInfo>
#include <QHeaderView>
#include <QPainter>
#include <QPixmap>
#include <QStandardItemModel>
#include <QTableView>

using namespace rapport::ui;

namespace {

QColor on(Token token, bool dark) {
    return Theme::color(token, dark);
}

} // namespace

TEST_CASE("contrast is measured as WCAG says", "[theme]") {
    CHECK(contrastRatio(Qt::black, Qt::white) == Approx(21.0));
    CHECK(contrastRatio(Qt::white, Qt::white) == Approx(1.0));
    // #767676 on white is the well-known edge of 4.5.
    CHECK(contrastRatio(QColor(0x76, 0x76, 0x76), Qt::white) == Approx(4.54).margin(0.01));
    CHECK(contrastRatio(QColor(0x78, 0x78, 0x78), Qt::white) < 4.5);
}

TEST_CASE("text tokens can be read on their surfaces", "[theme]") {
    for (const bool dark : {false, true}) {
        CAPTURE(dark);
        for (const Token ground : {Token::Canvas, Token::Surface, Token::Reading}) {
            for (const Token text : {Token::Text, Token::Text2, Token::Text3, Token::Accent, Token::Ok,
                                     Token::Warn, Token::Bad}) {
                CAPTURE(int(ground), int(text));
                CHECK(contrastRatio(on(text, dark), on(ground, dark)) >= 4.5);
            }
            CHECK(contrastRatio(on(Token::LineStrong, dark), on(ground, dark)) >= 3);
            CHECK(contrastRatio(on(Token::Focus, dark), on(ground, dark)) >= 3);
        }
        CHECK(contrastRatio(on(Token::Text, dark), on(Token::Sunken, dark)) >= 4.5);
        CHECK(contrastRatio(on(Token::Text2, dark), on(Token::Sunken, dark)) >= 4.5);
        CHECK(contrastRatio(on(Token::Text, dark), on(Token::Selection, dark)) >= 4.5);
        CHECK(contrastRatio(on(Token::Accent, dark), on(Token::AccentTint, dark)) >= 4.5);
        CHECK(contrastRatio(on(Token::OnAccentFill, dark), on(Token::AccentFill, dark)) >= 4.5);
    }
}

TEST_CASE("high contrast gives every text 7 and every line a full one", "[theme]") {
    for (const bool dark : {false, true}) {
        CAPTURE(dark);
        const auto high = [dark](Token token) { return Theme::color(token, dark, true); };
        for (const Token ground : {Token::Canvas, Token::Surface, Token::Reading, Token::Sunken,
                                   Token::AccentTint, Token::Selection}) {
            for (const Token text : {Token::Text, Token::Text2, Token::Text3}) {
                CAPTURE(int(ground), int(text));
                CHECK(contrastRatio(high(text), high(ground)) >= 7);
            }
        }
        for (const Token meaning :
             {Token::Accent, Token::Ok, Token::Warn, Token::Bad, Token::LineStrong, Token::Focus})
            CHECK(contrastRatio(high(meaning), high(Token::Surface)) >= 7);
        CHECK(contrastRatio(high(Token::Line), high(Token::Surface)) >= 4.5);
        CHECK(contrastRatio(high(Token::OnAccentFill), high(Token::AccentFill)) >= 7);
    }
}

TEST_CASE("tags and chips have an outline in high contrast", "[theme][components]") {
    const auto edge = [](bool isHigh) {
        theme().setContrast(isHigh ? ContrastChoice::High : ContrastChoice::Normal);
        CodeLook look;
        look.tag = QStringLiteral("SB");
        look.colour = QStringLiteral("ochre");
        QImage picture(60, 40, QImage::Format_ARGB32_Premultiplied);
        picture.fill(theme().color(Token::Surface));
        QPainter painter(&picture);
        paintCodeTag(painter, QRectF(QPointF(10, 10), codeTagSize()), look);
        painter.end();
        Chip chip({}, ChipKind::Plain);
        chip.setText(QStringLiteral("blind"));
        chip.resize(chip.sizeHint());
        const QImage chipped = chip.grab().toImage();
        const QColor ground = theme().color(Token::Surface);
        // At the upper edge, away from letters and corners.
        return std::pair(contrastRatio(picture.pixelColor(25, 10), ground),
                         contrastRatio(chipped.pixelColor(chipped.width() / 2, 0), ground));
    };
    const auto [tag, chip] = edge(true);
    CHECK(tag >= 7);
    CHECK(chip >= 3);
    CHECK(edge(false).first < 3);
    theme().setContrast(ContrastChoice::System);
}

TEST_CASE("high contrast follows the system until somebody chooses", "[theme]") {
    theme().setChoice(ThemeChoice::System);
    theme().setContrast(ContrastChoice::System);
    theme().setSystemLook(true, true);
    CHECK(theme().isDark());
    CHECK(theme().isHighContrast());
    CHECK(theme().color(Token::Canvas) == QColor(Qt::black));
    for (const CodeColourRow& row : codeColourRows()) {
        const QColor colour = theme().codeColour(QString::fromLatin1(row.name));
        CHECK(contrastRatio(theme().inkOnTint(colour), theme().tint(colour)) >= 7);
    }
    theme().setContrast(ContrastChoice::Normal);
    CHECK_FALSE(theme().isHighContrast());
    theme().setSystemLook(false, false);
    CHECK_FALSE(theme().isDark());
    theme().setContrast(ContrastChoice::High);
    CHECK(theme().color(Token::Text) == QColor(Qt::black));
    theme().setContrast(ContrastChoice::System);
    CHECK_FALSE(theme().isHighContrast());
    theme().setChoice(ThemeChoice::Light);
}

TEST_CASE("code colours stand out, and letters on them can be read", "[theme]") {
    REQUIRE(codeColourRows().size() == 12);
    for (const ThemeChoice choice : {ThemeChoice::Light, ThemeChoice::Dark}) {
        theme().setChoice(choice);
        for (const CodeColourRow& row : codeColourRows()) {
            CAPTURE(row.name, theme().isDark());
            const QColor colour = theme().codeColour(QString::fromLatin1(row.name));
            CHECK(contrastRatio(colour, theme().color(Token::Surface)) >= 3);
            CHECK(contrastRatio(theme().inkOnTint(colour), theme().tint(colour)) >= 4.5);
            CHECK(contrastRatio(theme().color(Token::Text), theme().tint(colour)) >= 4.5);
            CHECK(contrastRatio(Theme::inkOn(colour), colour) >= 4.5);
        }
    }
    theme().setChoice(ThemeChoice::Light);
}

TEST_CASE("a colour of the user's own is brought to a contrast of 3", "[theme]") {
    theme().setChoice(ThemeChoice::Light);
    CHECK(contrastRatio(theme().codeColour(QStringLiteral("#ffff66")), theme().color(Token::Surface)) >= 3);
    CHECK(theme().codeColour(QStringLiteral("#123456")) == QColor(0x12, 0x34, 0x56));
    CHECK(theme().codeColour(QStringLiteral("no such colour"), 1) ==
          theme().codeColour(QStringLiteral("vermilion")));
}

TEST_CASE("a change of theme is told, and sizes follow the scale", "[theme]") {
    int told = 0;
    QObject listener;
    QObject::connect(&theme(), &Theme::changed, &listener, [&told] { ++told; });
    theme().setChoice(ThemeChoice::Dark);
    CHECK(theme().isDark());
    theme().setChoice(ThemeChoice::Light);
    CHECK_FALSE(theme().isDark());
    CHECK(told == 2);
    theme().setScale(1.5);
    CHECK(theme().px(34) == 51);
    CHECK(theme().font(TypeRole::Body).pointSizeF() == Approx(13 * 0.75 * 1.5));
    theme().setScale(1);
    theme().setReadingZoom(2);
    CHECK(theme().font(TypeRole::Reading).pointSizeF() == Approx(30.0));
    CHECK(theme().font(TypeRole::Body).pointSizeF() == Approx(9.75));
    theme().setReadingZoom(1);
}

TEST_CASE("every icon draws something in the colour that was asked for", "[theme]") {
    const QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")});
    REQUIRE(names.size() > 40);
    for (const QString& file : names) {
        if (file.startsWith(QLatin1String("sheet-")))
            continue;
        CAPTURE(file.toStdString());
        QImage image(40, 40, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintIcon(painter, QRectF(0, 0, 40, 40), file.chopped(4), QColor(255, 0, 0));
        painter.end();
        int red = 0;
        for (int y = 0; y < 40; ++y) {
            for (int x = 0; x < 40; ++x)
                red += image.pixelColor(x, y).red() > 200 && image.pixelColor(x, y).alpha() > 200 ? 1 : 0;
        }
        CHECK(red > 8);
    }
    CHECK_FALSE(hasIcon(QStringLiteral("no-such-icon")));
}

TEST_CASE("a table's heads end where its figures do, and the one that sorts shows its arrow", "[theme]") {
    QStandardItemModel model(1, 2);
    model.setHorizontalHeaderLabels({QStringLiteral("Words"), QStringLiteral("Units")});
    QTableView table;
    table.setModel(&model);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignRight);
    table.horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    table.setSortingEnabled(true);
    table.resize(300, 100);
    table.show();
    const QImage without = table.horizontalHeader()->grab().toImage();
    table.horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    const QImage with = table.horizontalHeader()->grab().toImage();
    CHECK(without != with);
}

TEST_CASE("the list of a narrow box is as wide as what stands in it", "[theme]") {
    QComboBox box;
    box.addItems(
        {QStringLiteral("one"), QStringLiteral("the raters, and the consensus as one more of them")});
    box.setFixedWidth(theme().px(90));
    box.show();
    box.showPopup();
    const QAbstractItemView* list = box.view();
    CHECK(list->viewport()->width() >= list->sizeHintForColumn(0));
    CHECK(list->window()->width() > box.width());
    box.hidePopup();
    box.setFixedWidth(theme().px(500));
    box.showPopup();
    CHECK(list->window()->width() >= box.width());
    box.hidePopup();
}
