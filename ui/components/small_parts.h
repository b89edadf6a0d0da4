// SPDX-License-Identifier: GPL-3.0-or-later
// Small widgets of the design: key-cap, code tag, chip, section header, line, card, interval bar. They draw
// themselves from the theme, take no keyboard focus and carry an accessible name.
#pragma once

#include "ui/app/theme.h"
#include "ui/components/painting.h"

#include <QFrame>
#include <QWidget>

class QHBoxLayout;
class QTextLayout;

namespace rapport::ui {

class KeyCap : public QWidget {
    Q_OBJECT
public:
    explicit KeyCap(const QString& text = {}, QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QSize sizeHint() const override { return keyCapSize(m_text); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

class CodeTag : public QWidget {
    Q_OBJECT
public:
    explicit CodeTag(const CodeLook& look = {}, QWidget* parent = nullptr);
    void setLook(const CodeLook& look);
    [[nodiscard]] QSize sizeHint() const override { return codeTagSize(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    CodeLook m_look;
};

enum class ChipKind {
    Plain,    ///< sunken
    Outlined, ///< with a border: "Blind"
    Accent,
    Ok,
    Warn,
    Bad,
};

class Chip : public QWidget {
    Q_OBJECT
public:
    explicit Chip(const QString& text = {}, ChipKind kind = ChipKind::Plain, const QString& icon = {},
                  QWidget* parent = nullptr);
    void setText(const QString& text);
    void setKind(ChipKind kind);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    ChipKind m_kind;
    QString m_icon;
};

/// A label in one of the type roles and one of the tokens; follows the theme.
class Words : public QWidget {
    Q_OBJECT
public:
    explicit Words(TypeRole role, Token token = Token::Text, QWidget* parent = nullptr);
    Words(const QString& text, TypeRole role, Token token = Token::Text, QWidget* parent = nullptr);
    void setText(const QString& text);
    [[nodiscard]] QString text() const { return m_text; }
    void setToken(Token token);
    void setWraps(bool wraps);
    void setAlignment(Qt::Alignment alignment);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return m_wraps; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    /// Breaks the words into lines of that width; returns the height.
    int breakLines(QTextLayout& layout, int width) const;
    void follow();
    QString m_text;
    TypeRole m_role;
    Token m_token;
    bool m_wraps = false;
    Qt::Alignment m_alignment = Qt::AlignLeft | Qt::AlignVCenter;
};

/// Heading of a part of a panel: strong words, and a caption at the right.
class SectionHeader : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeader(const QString& title = {}, const QString& caption = {}, QWidget* parent = nullptr);
    void setTitle(const QString& title);
    void setCaption(const QString& caption);
    /// Puts a widget (a key-cap, a chip) at the right end.
    void addWidget(QWidget* widget);

private:
    Words* m_title;
    Words* m_caption;
    QHBoxLayout* m_row;
};

/// A hairline.
class Line : public QWidget {
    Q_OBJECT
public:
    explicit Line(Qt::Orientation orientation, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

/// A plain area in one token's colour, with a hairline on the given edges.
class Panel : public QWidget {
    Q_OBJECT
public:
    explicit Panel(Token ground, Qt::Edges lines = {}, QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Token m_ground;
    Qt::Edges m_lines;
};

/// Surface with border and round corners; give it a layout (padding 16).
class Card : public QWidget {
    Q_OBJECT
public:
    explicit Card(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

class IntervalBar : public QWidget {
    Q_OBJECT
public:
    explicit IntervalBar(QWidget* parent = nullptr);
    void setFigure(const IntervalFigure& figure);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    IntervalFigure m_figure;
};

/// A bar from 0 to 1, as in the progress table.
class ShareBar : public QWidget {
    Q_OBJECT
public:
    explicit ShareBar(double share = 0, QWidget* parent = nullptr);
    void setShare(double share);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    double m_share;
};

} // namespace rapport::ui
