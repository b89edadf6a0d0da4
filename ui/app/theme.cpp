// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/theme.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QPalette>
#include <QStyleFactory>
#include <algorithm>
#include <array>
#include <cmath>

namespace rapport::ui {

namespace {

constexpr std::array<TokenRow, 18> tokens{{
    {Token::Canvas, "canvas", 0xFFF4F3EF, 0xFF16191C},
    {Token::Surface, "surface", 0xFFFFFFFF, 0xFF1E2125},
    {Token::Reading, "reading", 0xFFFFFEFC, 0xFF1C1F23},
    {Token::Sunken, "sunken", 0xFFE9E7E1, 0xFF2A2E33},
    {Token::Line, "line", 0xFFD8D5CD, 0xFF363B42},
    {Token::LineStrong, "linestrong", 0xFF858078, 0xFF7F8892},
    {Token::Text, "text", 0xFF1B2025, 0xFFE8E6E1},
    {Token::Text2, "text2", 0xFF4A5159, 0xFFB9BEC4},
    {Token::Text3, "text3", 0xFF62686F, 0xFF9DA4AC},
    {Token::Accent, "accent", 0xFF274A9C, 0xFFA3BCFF},
    {Token::AccentFill, "accentfill", 0xFF2B51AB, 0xFF4266D0},
    {Token::OnAccentFill, "onaccentfill", 0xFFFFFFFF, 0xFFFFFFFF},
    {Token::AccentTint, "accenttint", 0xFFE3E9F7, 0xFF27314C},
    {Token::Focus, "focus", 0xFF2257D6, 0xFF8FB0FF},
    {Token::Selection, "sel", 0xFFCFDBF5, 0xFF34466F},
    {Token::Ok, "ok", 0xFF17633A, 0xFF7FD3A0},
    {Token::Warn, "warn", 0xFF7A4B00, 0xFFF0C062},
    {Token::Bad, "bad", 0xFFA3241B, 0xFFFF9D93},
}};

/// The same tokens where the system, or the user, asks for high contrast: 7 for every text, full lines.
constexpr std::array<TokenRow, 18> highContrastTokens{{
    {Token::Canvas, "canvas", 0xFFFFFFFF, 0xFF000000},
    {Token::Surface, "surface", 0xFFFFFFFF, 0xFF000000},
    {Token::Reading, "reading", 0xFFFFFFFF, 0xFF000000},
    {Token::Sunken, "sunken", 0xFFEDEDED, 0xFF242424},
    {Token::Line, "line", 0xFF5A5A5A, 0xFFA8A8A8},
    {Token::LineStrong, "linestrong", 0xFF000000, 0xFFFFFFFF},
    {Token::Text, "text", 0xFF000000, 0xFFFFFFFF},
    {Token::Text2, "text2", 0xFF1A1A1A, 0xFFF2F2F2},
    {Token::Text3, "text3", 0xFF2E2E2E, 0xFFE0E0E0},
    {Token::Accent, "accent", 0xFF00247D, 0xFFB3CCFF},
    {Token::AccentFill, "accentfill", 0xFF00247D, 0xFFB3CCFF},
    {Token::OnAccentFill, "onaccentfill", 0xFFFFFFFF, 0xFF000000},
    {Token::AccentTint, "accenttint", 0xFFDCE6FF, 0xFF16244F},
    {Token::Focus, "focus", 0xFF00247D, 0xFFFFE34D},
    {Token::Selection, "sel", 0xFFBDD1FF, 0xFF24408F},
    {Token::Ok, "ok", 0xFF00441B, 0xFF9DF0B8},
    {Token::Warn, "warn", 0xFF5A3600, 0xFFFFD98A},
    {Token::Bad, "bad", 0xFF7D0A03, 0xFFFFC2BB},
}};

constexpr std::array<CodeColourRow, 12> codeColours{{
    {"blue", 0xFF2034A0, 0xFF527ED5},
    {"vermilion", 0xFFA53801, 0xFFE27E44},
    {"teal", 0xFF249B9E, 0xFF69EAD4},
    {"ochre", 0xFF946E22, 0xFFD1B04C},
    {"violet", 0xFF6D48BE, 0xFF9B92F4},
    {"green", 0xFF006A30, 0xFF57AC75},
    {"rose", 0xFFC96979, 0xFFFC90BA},
    {"sky", 0xFF1A79A1, 0xFF5DC1F5},
    {"brown", 0xFF5D3603, 0xFFAA744B},
    {"olive", 0xFF7F9A1A, 0xFFCED794},
    {"plum", 0xFF873C6D, 0xFFCC7EC0},
    {"slate", 0xFF343B43, 0xFF828890},
}};

enum class Voice { Program, Participant, Figure };

struct TypeRow {
    double size; ///< px
    int line;    ///< px
    Voice voice;
    QFont::Weight weight;
};

TypeRow typeRow(TypeRole role) {
    switch (role) {
    case TypeRole::Display:
        return {26, 34, Voice::Program, QFont::DemiBold};
    case TypeRole::Title:
        return {18, 24, Voice::Program, QFont::DemiBold};
    case TypeRole::Body:
        return {13, 20, Voice::Program, QFont::Normal};
    case TypeRole::BodyStrong:
        return {13, 20, Voice::Program, QFont::DemiBold};
    case TypeRole::Small:
        return {12, 18, Voice::Program, QFont::Normal};
    case TypeRole::SmallStrong:
        return {12, 18, Voice::Program, QFont::DemiBold};
    case TypeRole::Caption:
        return {11, 16, Voice::Program, QFont::Normal};
    case TypeRole::Figures:
        return {12, 18, Voice::Figure, QFont::Normal};
    case TypeRole::Key:
        return {11, 16, Voice::Figure, QFont::Normal};
    case TypeRole::Tag:
        return {10.5, 16, Voice::Program, QFont::DemiBold};
    case TypeRole::Reading:
        return {20, 33, Voice::Participant, QFont::Normal};
    case TypeRole::Transcript:
        return {17, 26, Voice::Participant, QFont::Normal};
    case TypeRole::Quotation:
        return {14.5, 22, Voice::Participant, QFont::Normal};
    }
    return {13, 20, Voice::Program, QFont::Normal};
}

bool isReadingRole(TypeRole role) {
    return role == TypeRole::Reading || role == TypeRole::Transcript;
}

QStringList families(Voice voice) {
    switch (voice) {
    case Voice::Program:
        return {QStringLiteral("Inter"), QStringLiteral("DejaVu Sans")};
    case Voice::Participant:
        return {QStringLiteral("Charis SIL"), QStringLiteral("DejaVu Serif")};
    case Voice::Figure:
        return {QStringLiteral("JetBrains Mono"), QStringLiteral("DejaVu Sans Mono")};
    }
    return {};
}

double luminance(const QColor& colour) {
    const auto channel = [](double value) {
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(double(colour.redF())) + 0.7152 * channel(double(colour.greenF())) +
           0.0722 * channel(double(colour.blueF()));
}

} // namespace

std::span<const TokenRow> tokenRows() {
    return tokens;
}

std::span<const CodeColourRow> codeColourRows() {
    return codeColours;
}

double contrastRatio(const QColor& a, const QColor& b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

QColor mixed(const QColor& ground, const QColor& colour, double share) {
    const auto blend = [share](int from, int to) { return int(std::lround(from + (to - from) * share)); };
    return QColor(blend(ground.red(), colour.red()), blend(ground.green(), colour.green()),
                  blend(ground.blue(), colour.blue()));
}

Theme& Theme::instance() {
    static Theme only;
    return only;
}

Theme::Theme() {
    const QPalette system = QApplication::palette();
    m_systemIsDark =
        system.color(QPalette::Window).lightness() < system.color(QPalette::WindowText).lightness();
    m_isDark = m_systemIsDark;
}

void Theme::setChoice(ThemeChoice choice) {
    m_choice = choice;
    refresh();
}

void Theme::setScale(double scale) {
    m_scale = std::clamp(scale, 0.75, 3.0);
    refresh();
}

void Theme::setReadingZoom(double zoom) {
    m_readingZoom = std::clamp(zoom, 0.6, 3.0);
    Q_EMIT changed();
}

void Theme::setContrast(ContrastChoice contrast) {
    m_contrast = contrast;
    refresh();
}

void Theme::setSystemLook(bool isDark, bool isHighContrast) {
    if (isDark == m_systemIsDark && isHighContrast == m_systemIsHighContrast)
        return;
    m_systemIsDark = isDark;
    m_systemIsHighContrast = isHighContrast;
    refresh();
}

void Theme::refresh() {
    m_isDark = m_choice == ThemeChoice::Dark || (m_choice == ThemeChoice::System && m_systemIsDark);
    m_isHighContrast = m_contrast == ContrastChoice::High ||
                       (m_contrast == ContrastChoice::System && m_systemIsHighContrast);
    // A style sheet is dear: every widget is polished anew.
    if (m_appliedScale == m_scale && m_appliedDark == m_isDark && m_appliedContrast == m_isHighContrast)
        Q_EMIT changed();
    else
        apply();
}

QColor Theme::color(Token token, bool dark, bool highContrast) {
    const TokenRow& row = (highContrast ? highContrastTokens : tokens).at(std::size_t(token));
    return QColor::fromRgb(dark ? row.dark : row.light);
}

QColor Theme::color(Token token) const {
    return color(token, m_isDark, m_isHighContrast);
}

QColor Theme::codeColour(const QString& stored, int place) const {
    for (const CodeColourRow& row : codeColours) {
        if (stored == QLatin1String(row.name))
            return QColor::fromRgb(m_isDark ? row.dark : row.light);
    }
    if (stored.startsWith(QLatin1Char('#'))) {
        QColor colour(stored);
        // A colour of the user's own must still stand out on the surface.
        const QColor ground = color(Token::Surface);
        const QColor away = m_isDark ? QColor(Qt::white) : QColor(Qt::black);
        for (int step = 0; colour.isValid() && step < 12 && contrastRatio(colour, ground) < 3.0; ++step)
            colour = mixed(colour, away, 0.12);
        if (colour.isValid())
            return colour;
    }
    const CodeColourRow& row = codeColours.at(std::size_t(std::max(place, 0)) % codeColours.size());
    return QColor::fromRgb(m_isDark ? row.dark : row.light);
}

QColor Theme::tintOver(const QColor& colour, Token ground) const {
    return mixed(color(ground), colour, m_isDark ? 0.26 : 0.16);
}

QColor Theme::tint(const QColor& colour) const {
    return tintOver(colour, Token::Surface);
}

QColor Theme::inkOnTint(const QColor& colour) const {
    const QColor ground = tint(colour);
    const QColor away = m_isDark ? QColor(Qt::white) : QColor(Qt::black);
    const double wanted = m_isHighContrast ? 7.1 : 4.6;
    QColor ink = colour;
    for (int step = 0; step < 40 && contrastRatio(ink, ground) < wanted; ++step)
        ink = mixed(ink, away, 0.08);
    return ink;
}

QColor Theme::inkOn(const QColor& colour) {
    const QColor dark(0x14, 0x17, 0x1A);
    return contrastRatio(dark, colour) >= contrastRatio(Qt::white, colour) ? dark : QColor(Qt::white);
}

QFont Theme::font(TypeRole role) const {
    const TypeRow row = typeRow(role);
    QFont font(families(row.voice));
    const double zoom = isReadingRole(role) ? m_readingZoom : 1.0;
    font.setPointSizeF(row.size * 0.75 * m_scale * zoom);
    font.setWeight(row.weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    if (row.voice == Voice::Figure)
        font.setStyleHint(QFont::Monospace);
    if (row.voice == Voice::Participant)
        font.setStyleHint(QFont::Serif);
    return font;
}

int Theme::lineHeight(TypeRole role) const {
    const double zoom = isReadingRole(role) ? m_readingZoom : 1.0;
    return px(typeRow(role).line * zoom);
}

int Theme::px(double length) const {
    return int(std::lround(length * m_scale));
}

void Theme::apply() {
    m_appliedScale = m_scale;
    m_appliedDark = m_isDark;
    m_appliedContrast = m_isHighContrast;
    QPalette palette;
    const auto set = [&palette, this](QPalette::ColorRole role, Token token) {
        palette.setColor(role, color(token));
    };
    set(QPalette::Window, Token::Canvas);
    set(QPalette::WindowText, Token::Text);
    set(QPalette::Base, Token::Surface);
    set(QPalette::AlternateBase, Token::Canvas);
    set(QPalette::Text, Token::Text);
    set(QPalette::Button, Token::Surface);
    set(QPalette::ButtonText, Token::Text);
    set(QPalette::BrightText, Token::Bad);
    set(QPalette::Highlight, Token::AccentFill);
    set(QPalette::HighlightedText, Token::OnAccentFill);
    set(QPalette::ToolTipBase, Token::Surface);
    set(QPalette::ToolTipText, Token::Text);
    set(QPalette::PlaceholderText, Token::Text3);
    set(QPalette::Link, Token::Accent);
    set(QPalette::LinkVisited, Token::Accent);
    set(QPalette::Mid, Token::Line);
    set(QPalette::Dark, Token::LineStrong);
    set(QPalette::Light, Token::Surface);
    set(QPalette::Midlight, Token::Sunken);
    palette.setColor(QPalette::Shadow, m_isDark ? QColor(0, 0, 0) : QColor(0x60, 0x60, 0x60));
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, color(Token::Text3));
    QApplication::setPalette(palette);
    QApplication::setFont(font(TypeRole::Body));
    qApp->setStyleSheet(styleSheet());
    Q_EMIT changed();
}

} // namespace rapport::ui
