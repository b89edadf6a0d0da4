// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/stripe_accessible.h"

#include "ui/views/rate/stripe_pane.h"

#include <QAccessible>
#include <QAccessibleWidget>
#include <QPointer>
#include <algorithm>
#include <map>

namespace rapport::ui {

namespace {

/// One stripe. Known by its coding, so that it stays the same while others come and go.
class StripeEntry final : public QAccessibleInterface, public QAccessibleActionInterface {
public:
    StripeEntry(StripePane& pane, std::int64_t id)
        : m_pane(&pane)
        , m_id(id) {}

    [[nodiscard]] bool isValid() const override { return m_pane != nullptr && place() >= 0; }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QWindow* window() const override {
        return m_pane == nullptr ? nullptr : m_pane->window()->windowHandle();
    }
    [[nodiscard]] QAccessibleInterface* parent() const override {
        return m_pane == nullptr ? nullptr : QAccessible::queryAccessibleInterface(m_pane);
    }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QString text(QAccessible::Text kind) const override {
        const int here = place();
        return kind == QAccessible::Name && here >= 0 ? m_pane->nameOf(std::size_t(here)) : QString();
    }
    void setText(QAccessible::Text, const QString&) override {}
    [[nodiscard]] QRect rect() const override {
        const int here = place();
        if (here < 0)
            return {};
        const QRect inPane = m_pane->placeOf(std::size_t(here)).toAlignedRect();
        return {m_pane->mapToGlobal(inPane.topLeft()), inPane.size()};
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override {
        QAccessible::State state;
        state.selectable = true;
        const int here = place();
        if (here < 0) {
            state.invalid = true;
            return state;
        }
        state.selected = m_pane->chosenStripe() == m_id;
        const QRectF inPane = m_pane->placeOf(std::size_t(here));
        state.offscreen = inPane.isEmpty() || !inPane.intersects(QRectF(m_pane->rect()));
        return state;
    }
    void* interface_cast(QAccessible::InterfaceType type) override {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this)
                                                    : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction()}; }
    void doAction(const QString& name) override {
        if (const int here = place(); name == pressAction() && here >= 0)
            m_pane->choose(std::size_t(here));
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString&) const override { return {}; }

    [[nodiscard]] int place() const {
        if (m_pane == nullptr)
            return -1;
        const auto& stripes = m_pane->stripes();
        // Where it was last, else anew: readers ask for one entry after another.
        if (m_place < stripes.size() && stripes[m_place].id == m_id)
            return int(m_place);
        const auto found = std::find_if(stripes.begin(), stripes.end(),
                                        [this](const Stripe& stripe) { return stripe.id == m_id; });
        if (found == stripes.end())
            return -1;
        m_place = std::size_t(found - stripes.begin());
        return int(m_place);
    }

private:
    QPointer<StripePane> m_pane;
    std::int64_t m_id;
    mutable std::size_t m_place = 0;
};

class StripeListAccessible final : public QAccessibleWidget {
public:
    explicit StripeListAccessible(StripePane* pane)
        : QAccessibleWidget(pane, QAccessible::List) {}
    ~StripeListAccessible() override {
        for (const auto& [id, entry] : m_entries)
            QAccessible::deleteAccessibleInterface(entry);
    }
    StripeListAccessible(const StripeListAccessible&) = delete;
    StripeListAccessible& operator=(const StripeListAccessible&) = delete;

    [[nodiscard]] int childCount() const override { return int(pane().stripes().size()); }
    [[nodiscard]] QAccessibleInterface* child(int index) const override {
        const auto& stripes = pane().stripes();
        if (index < 0 || std::size_t(index) >= stripes.size())
            return nullptr;
        return entryOf(stripes[std::size_t(index)].id);
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override {
        return child(pane().at(pane().mapFromGlobal(QPoint(x, y))));
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override {
        const auto* entry = dynamic_cast<const StripeEntry*>(wanted);
        return entry == nullptr ? -1 : entry->place();
    }

private:
    [[nodiscard]] StripePane& pane() const { return *static_cast<StripePane*>(object()); }
    [[nodiscard]] QAccessibleInterface* entryOf(std::int64_t id) const {
        const auto known = m_entries.find(id);
        if (known != m_entries.end())
            return QAccessible::accessibleInterface(known->second);
        const QAccessible::Id entry = QAccessible::registerAccessibleInterface(new StripeEntry(pane(), id));
        m_entries.emplace(id, entry);
        return QAccessible::accessibleInterface(entry);
    }
    mutable std::map<std::int64_t, QAccessible::Id> m_entries;
};

QAccessibleInterface* makeInterface(const QString&, QObject* object) {
    if (auto* pane = qobject_cast<StripePane*>(object))
        return new StripeListAccessible(pane);
    return nullptr;
}

} // namespace

void installStripeAccessibility() {
    static const bool isDone = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    Q_UNUSED(isDone);
}

} // namespace rapport::ui
