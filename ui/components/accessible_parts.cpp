// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/accessible_parts.h"

#include "ui/components/small_parts.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <QScrollArea>
#include <map>

namespace rapport::ui {

namespace {

/// One choice of a widget. Known by its place.
class PartEntry final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    PartEntry(QWidget& widget, int place)
        : m_widget(&widget)
        , m_place(place) {}

    [[nodiscard]] bool isValid() const override {
        return parts() != nullptr && m_place < parts()->partCount();
    }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override {
        return m_widget == nullptr ? nullptr : m_widget->window()->windowHandle();
    }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return m_widget == nullptr ? nullptr : QAccessible::queryAccessibleInterface(m_widget);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        return kind == QAccessible::Name && isValid() ? parts()->part(m_place).name : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        if (!isValid())
            return {};
        const QRect place = parts()->part(m_place).place;
        return {m_widget->mapToGlobal(place.topLeft()), place.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override {
        return isValid() && parts()->part(m_place).isButton ? QAccessible::Button : QAccessible::RadioButton;
    }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const SpokenPart part = parts()->part(m_place);
        state.focusable = true;
        state.checkable = !part.isButton;
        state.checked = part.isChosen;
        state.focused = m_widget->hasFocus() && parts()->partInFocus() == m_place;
        state.disabled = !m_widget->isEnabled();
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (name == pressAction() && isValid())
            parts()->pressPart(m_place);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

private:
    [[nodiscard]] SpokenParts* parts() const { return dynamic_cast<SpokenParts*>(m_widget.data()); }
    QPointer<QWidget> m_widget;
    int m_place;
};

class PartsAccessible final : public QAccessibleWidget {
public:
    PartsAccessible(QWidget* widget, SpokenParts& parts)
        : QAccessibleWidget(widget, QAccessible::Grouping)
        , m_parts(parts) {}
    ~PartsAccessible() override {
        for (const auto& [place, id] : m_entries)
            QAccessible::deleteAccessibleInterface(id);
    }
    PartsAccessible(const PartsAccessible&) = delete;
    PartsAccessible& operator=(const PartsAccessible&) = delete;

    [[nodiscard]] int childCount() const override { return isValid() ? m_parts.partCount() : 0; }
    [[nodiscard]] QAccessibleInterface* child(int place) const override {
        if (place < 0 || place >= childCount())
            return nullptr;
        const auto known = m_entries.find(place);
        if (known != m_entries.end())
            return QAccessible::accessibleInterface(known->second);
        auto* made = new PartEntry(*widget(), place);
        m_entries.emplace(place, QAccessible::registerAccessibleInterface(made));
        return made;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
        for (int place = 0; place < childCount(); ++place) {
            if (child(place) == wanted)
                return place;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override {
        return widget()->hasFocus() ? child(m_parts.partInFocus()) : nullptr;
    }

private:
    SpokenParts& m_parts; ///< the widget itself
    mutable std::map<int, QAccessible::Id> m_entries;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    if (widget == nullptr)
        return nullptr;
    if (auto* parts = dynamic_cast<SpokenParts*>(widget))
        return new PartsAccessible(widget, *parts);
    if (qobject_cast<Words*>(widget) != nullptr || qobject_cast<Chip*>(widget) != nullptr ||
        qobject_cast<KeyCap*>(widget) != nullptr || qobject_cast<CodeTag*>(widget) != nullptr)
        return new QAccessibleWidget(widget, QAccessible::StaticText);
    if (qobject_cast<IntervalBar*>(widget) != nullptr)
        return new QAccessibleWidget(widget, QAccessible::Chart);
    if (qobject_cast<ShareBar*>(widget) != nullptr)
        return new QAccessibleWidget(widget, QAccessible::Indicator);
    if (qobject_cast<Line*>(widget) != nullptr)
        return new QAccessibleWidget(widget, QAccessible::Separator);
    // A page that is scrolled by keys; Qt knows no role for it.
    if (qobject_cast<QScrollArea*>(widget) != nullptr)
        return new QAccessibleWidget(widget, QAccessible::Pane);
    return nullptr;
}

} // namespace

void installPartsAccessibility() {
    static const bool isDone = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isDone);
}

} // namespace rapport::ui
