// SPDX-License-Identifier: GPL-3.0-or-later
// What painted components tell screen readers: words are text, chips and key-caps are labels, bars are
// indicators with their figure, and what one widget paints as several choices is a group of them. Without it
// Qt calls them all "client area" and readers pass them by. UI thread.
#pragma once

#include <QRect>
#include <QString>

namespace rapport::ui {

/// One choice that a widget paints.
struct SpokenPart {
    QString name;
    QRect place; ///< in the widget
    bool isChosen = false;
    bool isButton = false; ///< does something each time; otherwise one of a few
};

/// A widget that paints several choices. It keeps their order; they may change between calls.
class SpokenParts {
public:
    SpokenParts() = default;
    SpokenParts(const SpokenParts&) = delete;
    SpokenParts& operator=(const SpokenParts&) = delete;
    virtual ~SpokenParts() = default;
    [[nodiscard]] virtual int partCount() const = 0;
    /// 0 <= place < partCount().
    [[nodiscard]] virtual SpokenPart part(int place) const = 0;
    /// As the mouse would.
    virtual void pressPart(int place) = 0;
    /// The part that the keyboard is on; -1 for none.
    [[nodiscard]] virtual int partInFocus() const = 0;
};

/// Once per program; further calls do nothing.
void installPartsAccessibility();

} // namespace rapport::ui
