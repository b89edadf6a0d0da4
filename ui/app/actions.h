// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that can be done, in one table: identity, sentence, keys, where it works, icon, menu. Each area
// writes its rows; this puts them together and refuses doubles. Bare letters and digits belong to the
// codebook: no row may take one. Rows with Binding::View are carried out by the view's own key handling
// (Enter in Rate) and stand here so that the menus, the palette and the shortcuts page know them.
#pragma once

#include <QAction>
#include <QHash>
#include <QKeySequence>
#include <QObject>
#include <QPointer>
#include <QStringList>
#include <QWidget>
#include <functional>
#include <optional>
#include <span>
#include <vector>

class QMenu;

namespace rapport::ui {

/// Where keys of an action work: everywhere, or in one activity. Study: everywhere, but only with a study
/// open.
enum class ActionContext {
    Global,
    Study,
    Overview,
    Sources,
    Codebook,
    Rate,
    Search,
    Agreement,
    Analysis,
    Consensus,
    Reports
};

enum class ActionMenu { None, File, Edit, View, Go, Code, Tools, Help };

enum class Binding { Shortcut, View };

struct ActionRow {
    const char* id;        ///< "file.open": stable, used in settings
    const char* text;      ///< QT_TRANSLATE_NOOP("Actions", "Open…")
    const char* shortcuts; ///< portable text, several separated by "; "; or ""
    ActionContext context;
    ActionMenu menu;
    const char* icon; ///< file name in resources/icons without ending, or ""
    Binding binding = Binding::Shortcut;
    bool isCheckable = false;
    bool opensGroup = false; ///< a separator above it in its menu
    bool isOfStudy = false;  ///< not about what its view shows or has chosen: the palette knows it everywhere
    /// Nothing need be chosen for it: from elsewhere it is done on arrival, where others only lead to their
    /// view.
    bool needsNothing = false;
};
[[nodiscard]] constexpr ActionRow ofStudy(ActionRow row) {
    row.isOfStudy = true;
    row.needsNothing = true;
    return row;
}
[[nodiscard]] constexpr ActionRow onArrival(ActionRow row) {
    row.needsNothing = true;
    return row;
}

/// Rows of all areas, in the order of the menus.
[[nodiscard]] const std::vector<ActionRow>& actionRows();

[[nodiscard]] QList<QKeySequence> keysOf(const ActionRow& row);
/// One line for each key that two actions would share where both work, and for each bare letter or digit.
[[nodiscard]] QStringList conflicts(std::span<const ActionRow> rows);

/// The table as QActions of one window. An action does something only where somebody connected it; while its
/// context is not the current one it is disabled, so that two activities may use the same key.
class Actions : public QObject {
    Q_OBJECT
public:
    explicit Actions(QWidget* window);

    /// Asserts that the action exists.
    [[nodiscard]] QAction* action(const QString& id) const;
    [[nodiscard]] static const ActionRow* row(const QString& id);
    /// First key as people read it ("Ctrl+K"), or empty.
    [[nodiscard]] QString keyText(const QString& id) const;
    [[nodiscard]] QString title(const QString& id) const;

    /// Connects for as long as `context` lives.
    void on(const QString& id, QObject* context, std::function<void()> work);
    /// The same for views that share an action: the one that is shown does it, and no other that it shows.
    void onShown(const QString& id, QWidget* view, std::function<void()> work);
    [[nodiscard]] bool isConnected(const QString& id) const { return m_connected.contains(id); }

    /// Enables what works here. Study actions need `isStudyOpen`.
    void setCurrent(ActionContext context, bool isStudyOpen);
    /// Something else that an action waits for (nothing to undo); on by default.
    void setAvailable(const QString& id, bool isAvailable);

    /// Gives an action other keys and remembers them. Returns the title of the action that has one of them
    /// already, and changes nothing then; empty text when it was done.
    [[nodiscard]] QString setKeys(const QString& id, const QList<QKeySequence>& keys);
    void resetKeys();

    void fill(QMenu& menu, ActionMenu which) const;
    /// All rows that would do something now, for the palette.
    [[nodiscard]] QStringList enabledIds() const;
    /// Rows of other activities: what is done once that activity is shown, and what only leads to it.
    [[nodiscard]] QStringList idsElsewhere() const;

    void retranslate();

private:
    struct Entry {
        const ActionRow* row = nullptr;
        QAction* action = nullptr;
        bool isAvailable = true;
    };
    void refresh();
    void loadKeys();
    /// As long as `context` lives, the action is somebody's.
    void count(const QString& id, QObject* context);

    std::vector<Entry> m_entries;
    QHash<QString, std::size_t> m_places;
    QHash<QString, int> m_connected;
    struct Shared {
        QPointer<QWidget> view;
        std::function<void()> work;
    };
    QHash<QString, std::vector<Shared>> m_shared;
    ActionContext m_current = ActionContext::Global;
    bool m_isStudyOpen = false;
};

} // namespace rapport::ui
