// SPDX-License-Identifier: GPL-3.0-or-later
// The table of colours, type and sizes that every widget draws with, in light and dark, and the palette and
// style sheet that are built from it. Widgets ask it when they paint and never keep a colour; `changed` says
// when to lay out anew. One per program, UI thread.
#pragma once

#include <QColor>
#include <QFont>
#include <QObject>
#include <span>

namespace rapport::ui {

enum class Token {
    Canvas,     ///< window
    Surface,    ///< lists, tables, cards
    Reading,    ///< behind participants' texts
    Sunken,     ///< tracks, chips, hatch
    Line,       ///< hairline, never alone
    LineStrong, ///< border of a control
    Text,
    Text2,
    Text3, ///< captions
    Accent,
    AccentFill,
    OnAccentFill,
    AccentTint, ///< chosen row
    Focus,
    Selection,
    Ok,
    Warn,
    Bad,
};

struct TokenRow {
    Token token;
    const char* name;
    QRgb light;
    QRgb dark;
};
[[nodiscard]] std::span<const TokenRow> tokenRows();

/// Code colours in the order in which they are given out; `name` is what codebooks store.
struct CodeColourRow {
    const char* name;
    QRgb light;
    QRgb dark;
};
[[nodiscard]] std::span<const CodeColourRow> codeColourRows();

enum class TypeRole {
    Display,
    Title,
    Body,
    BodyStrong,
    Small,
    SmallStrong,
    Caption,
    Figures, ///< monospaced
    Key,     ///< letters on key-caps
    Tag,     ///< letters of code tags
    Reading,
    Transcript,
    Quotation,
};

enum class ThemeChoice { System, Light, Dark };
enum class ContrastChoice { System, Normal, High };

/// Contrast by WCAG 2.1, 1 to 21.
[[nodiscard]] double contrastRatio(const QColor& a, const QColor& b);
/// `share` of `colour` over `ground`, 0 to 1.
[[nodiscard]] QColor mixed(const QColor& ground, const QColor& colour, double share);

class Theme : public QObject {
    Q_OBJECT
public:
    [[nodiscard]] static Theme& instance();

    [[nodiscard]] ThemeChoice choice() const { return m_choice; }
    void setChoice(ThemeChoice choice);
    [[nodiscard]] bool isDark() const { return m_isDark; }
    /// Black on white or white on black, every line a full one: for those who need it, over the theme of
    /// choice.
    void setContrast(ContrastChoice contrast);
    [[nodiscard]] bool isHighContrast() const { return m_isHighContrast; }
    /// What the system asks for; followed where the choice is System.
    void setSystemLook(bool isDark, bool isHighContrast);
    [[nodiscard]] bool systemIsDark() const { return m_systemIsDark; }
    [[nodiscard]] bool systemIsHighContrast() const { return m_systemIsHighContrast; }
    /// Size of everything, 1 = 100 %; from the settings, on top of the system's own scaling. 0.75 to 3.
    void setScale(double scale);
    [[nodiscard]] double scale() const { return m_scale; }
    /// Size of participants' texts alone (Ctrl + and -), 0.6 to 3.
    void setReadingZoom(double zoom);
    [[nodiscard]] double readingZoom() const { return m_readingZoom; }

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] static QColor color(Token token, bool dark, bool highContrast = false);
    /// A code's colour by its stored name or "#rrggbb"; `place` gives one to codes without.
    [[nodiscard]] QColor codeColour(const QString& stored, int place = 0) const;
    /// The light wash of a code's colour over a surface.
    [[nodiscard]] QColor tint(const QColor& colour) const;
    [[nodiscard]] QColor tintOver(const QColor& colour, Token ground) const;
    /// Letters in a code's colour that can be read on its tint (4.5 or more).
    [[nodiscard]] QColor inkOnTint(const QColor& colour) const;
    /// Dark or light letters on a full colour, whichever reads better.
    [[nodiscard]] static QColor inkOn(const QColor& colour);

    [[nodiscard]] QFont font(TypeRole role) const;
    /// Line height of a type role in device-independent pixels.
    [[nodiscard]] int lineHeight(TypeRole role) const;
    /// A length of the design (at 100 %) at the present scale.
    [[nodiscard]] int px(double length) const;

    /// Sets fonts, palette and style sheet of the QApplication.
    void apply();

Q_SIGNALS:
    void changed();

private:
    Theme();
    void refresh();
    [[nodiscard]] QString styleSheet() const;

    ThemeChoice m_choice = ThemeChoice::System;
    ContrastChoice m_contrast = ContrastChoice::System;
    bool m_isDark = false;
    bool m_isHighContrast = false;
    bool m_systemIsDark = false;
    bool m_systemIsHighContrast = false;
    double m_scale = 1;
    double m_appliedScale = 0; ///< 0: palette and style sheet were never set
    bool m_appliedDark = false;
    bool m_appliedContrast = false;
    double m_readingZoom = 1;
};

[[nodiscard]] inline Theme& theme() {
    return Theme::instance();
}

} // namespace rapport::ui
