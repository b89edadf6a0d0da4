// SPDX-License-Identifier: GPL-3.0-or-later
// Controls of the design: button with its key, segmented control, search field, empty state. All work by
// keyboard and name themselves to screen readers.
#pragma once

#include "ui/app/theme.h"
#include "ui/components/accessible_parts.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QStringList>
#include <QWidget>

class QVBoxLayout;

namespace rapport::ui {

class Words;

enum class ButtonKind {
    Primary,
    Secondary, ///< with a border
    Quiet,     ///< words alone
};

/// A button that shows its key. With `follow` it takes words, state and key from an action.
class KeyButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit KeyButton(const QString& text = {}, ButtonKind kind = ButtonKind::Secondary,
                       QWidget* parent = nullptr);
    void setKey(const QString& key);
    void setIconName(const QString& name);
    void setKind(ButtonKind kind);
    /// 26 high in place of 30.
    void setSmall(bool isSmall);
    /// Small words in the second colour, for bars.
    void setPlain();
    void setInk(Token token);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    ButtonKind m_kind;
    QString m_key;
    QString m_icon;
    bool m_isSmall = false;
    bool m_isPlain = false;
    Token m_ink = Token::Text;
};

/// One of a few, side by side; arrows move.
class SegmentedControl : public QWidget, public SpokenParts {
    Q_OBJECT
public:
    explicit SegmentedControl(QWidget* parent = nullptr);
    void setItems(const QStringList& items, const QStringList& icons = {});
    [[nodiscard]] const QStringList& items() const { return m_items; }
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int index);
    /// Icons alone; names are tooltips then.
    void setShort(bool isShort);
    /// The chosen one alone, which opens a menu of all.
    void setFolded(bool isFolded);
    [[nodiscard]] bool isFolded() const { return m_isFolded; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

    [[nodiscard]] int partCount() const override { return int(m_items.size()); }
    [[nodiscard]] SpokenPart part(int place) const override;
    void pressPart(int place) override { choose(place); }
    [[nodiscard]] int partInFocus() const override { return m_current; }

Q_SIGNALS:
    void currentChanged(int index); ///< by the user

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    bool event(QEvent* event) override;

private:
    [[nodiscard]] QRect placeOf(int index) const;
    [[nodiscard]] bool isShort(int index) const;
    [[nodiscard]] int widthOf(int index) const;
    void choose(int index);
    void openMenu();
    void rename();
    bool m_isShort = false;
    bool m_isFolded = false;
    QStringList m_items;
    QStringList m_icons;
    int m_current = 0;
};

/// Line edit with an icon before and a key-cap behind while it is empty.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(const QString& icon, const QString& key, QWidget* parent = nullptr);
    void setKey(const QString& key);

Q_SIGNALS:
    /// Arrow keys, Enter and Esc, which the list beneath it wants.
    void movedDown();
    void movedUp();
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void setMargins();
    QString m_icon;
    QString m_key;
};

/// What a view shows when there is nothing yet: what belongs here, and one action with its key.
class EmptyState : public QWidget {
    Q_OBJECT
public:
    EmptyState(const QString& icon, const QString& title, const QString& sentence, QWidget* parent = nullptr);
    void setWords(const QString& title, const QString& sentence);
    void setAction(const QString& text, const QString& key);

Q_SIGNALS:
    void actionWanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void fit();
    QString m_icon;
    Words* m_title;
    Words* m_sentence;
    KeyButton* m_button;
};

} // namespace rapport::ui
