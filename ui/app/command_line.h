// SPDX-License-Identifier: GPL-3.0-or-later
// The line in the menu bar (Ctrl+K) that finds everything: actions, codes, sources. The list hangs below it
// and never takes the keyboard; Enter does the chosen row, Esc gives the keyboard back.
#pragma once

#include "ui/components/controls.h"

#include <QAbstractListModel>
#include <QPointer>
#include <functional>
#include <vector>

class QListView;

namespace rapport::ui {

struct Command {
    QString text;
    QString kind; ///< "action", "code", "source", translated
    QString key;
    std::function<void()> run;
};

/// What is typed against what there is: words in any order, each at the start of a word or inside one.
/// 0: no match; higher is better.
[[nodiscard]] int matchQuality(const QString& typed, const QString& text);

class CommandList;

class CommandModel : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;
    enum Role { KindRole = Qt::UserRole, KeyRole };
    void setCommands(std::vector<Command> commands);
    /// `more` matches what is typed already.
    void filter(const QString& typed, std::vector<Command> more = {});
    [[nodiscard]] const Command* at(int row) const;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<Command> m_all;
    std::vector<Command> m_more;
    std::vector<std::size_t> m_shown;
};

class CommandLine : public SearchField {
    Q_OBJECT
public:
    explicit CommandLine(QWidget* parent = nullptr);
    /// Called each time the list opens.
    void setSource(std::function<std::vector<Command>()> source) { m_source = std::move(source); }
    /// Called with what is typed, for what is too much to be held ready; its answers stand behind the others.
    void setFinder(std::function<std::vector<Command>(const QString&)> finder) {
        m_finder = std::move(finder);
    }
    void open();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void close();
    void run();
    void move(int step);
    void refresh();
    std::function<std::vector<Command>()> m_source;
    std::function<std::vector<Command>(const QString&)> m_finder;
    CommandModel m_model;
    CommandList* m_list = nullptr;
    QPointer<QWidget> m_before;
};

} // namespace rapport::ui
