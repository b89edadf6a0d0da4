// SPDX-License-Identifier: GPL-3.0-or-later
// One table of all actions: no key does two things, no bare letter or digit is taken from the codebook.
#include "support/catch.hpp"
#include "ui/app/actions.h"
#include "ui/app/command_line.h"
#include "ui/app/icons.h"
#include "ui/app/rail.h"
#include "ui/app/shortcuts_dialog.h"

#include <QAbstractItemModelTester>
#include <QWidget>

using namespace rapport::ui;

namespace {

ActionRow row(const char* id, const char* keys, ActionContext context) {
    return {id, "x", keys, context, ActionMenu::None, ""};
}

} // namespace

TEST_CASE("the table has no conflicts", "[actions]") {
    const QStringList found = conflicts(actionRows());
    INFO(found.join(QLatin1Char('\n')).toStdString());
    CHECK(found.isEmpty());
}

TEST_CASE("conflicts are found and named", "[actions]") {
    const std::vector<ActionRow> global{row("a", "Ctrl+K", ActionContext::Global),
                                        row("b", "Ctrl+K", ActionContext::Rate)};
    REQUIRE(conflicts(global).size() == 1);
    CHECK(conflicts(global).front().contains(QLatin1String("Ctrl+K")));
    const std::vector<ActionRow> apart{row("a", "F2", ActionContext::Codebook),
                                       row("b", "F2", ActionContext::Rate)};
    CHECK(conflicts(apart).isEmpty());
    const std::vector<ActionRow> second{row("a", "F2; F3", ActionContext::Rate),
                                        row("b", "F3", ActionContext::Study)};
    CHECK(conflicts(second).size() == 1);
    for (const char* bare : {"C", "7", "Shift+Q"}) {
        CAPTURE(bare);
        CHECK(conflicts(std::vector<ActionRow>{row("a", bare, ActionContext::Overview)}).size() == 1);
    }
    const std::vector<ActionRow> twice{row("a", "", ActionContext::Rate), row("a", "", ActionContext::Rate)};
    CHECK(conflicts(twice).size() == 1);
}

TEST_CASE("every row's icon exists", "[actions]") {
    for (const ActionRow& each : actionRows()) {
        CAPTURE(each.id, each.icon);
        CHECK((qstrlen(each.icon) == 0 || hasIcon(QString::fromLatin1(each.icon))));
    }
}

TEST_CASE("actions work in their context only, and only where somebody connected them", "[actions]") {
    QWidget window;
    auto* actions = new Actions(&window);
    int done = 0;
    auto* view = new QObject;
    actions->on(QStringLiteral("rate.memo"), view, [&done] { ++done; });
    actions->setCurrent(ActionContext::Codebook, true);
    CHECK_FALSE(actions->action(QStringLiteral("rate.memo"))->isEnabled());
    actions->setCurrent(ActionContext::Rate, true);
    CHECK(actions->action(QStringLiteral("rate.memo"))->isEnabled());
    CHECK_FALSE(actions->action(QStringLiteral("rate.flag"))->isEnabled());
    actions->action(QStringLiteral("rate.memo"))->trigger();
    CHECK(done == 1);
    actions->setCurrent(ActionContext::Rate, false);
    CHECK_FALSE(actions->action(QStringLiteral("rate.memo"))->isEnabled());
    actions->setCurrent(ActionContext::Rate, true);
    delete view;
    CHECK_FALSE(actions->action(QStringLiteral("rate.memo"))->isEnabled());
}

TEST_CASE("giving an action a key that is taken is refused with the name of its owner", "[actions]") {
    QWidget window;
    auto* actions = new Actions(&window);
    CHECK(actions->setKeys(QStringLiteral("rate.memo"), {QKeySequence(QStringLiteral("Ctrl+K"))}) ==
          actions->title(QStringLiteral("go.palette")));
    CHECK(actions->keyText(QStringLiteral("rate.memo")) == QLatin1String("F2"));
    CHECK_FALSE(actions->setKeys(QStringLiteral("rate.memo"), {QKeySequence(QStringLiteral("M"))}).isEmpty());
    for (const char* menus : {"F10", "Alt+F", "Alt+Shift+B", "Ctrl+J, F10"}) {
        CAPTURE(menus);
        CHECK_FALSE(
            actions->setKeys(QStringLiteral("rate.memo"), {QKeySequence(QLatin1String(menus))}).isEmpty());
    }
    CHECK(actions->setKeys(QStringLiteral("rate.memo"), {QKeySequence(QStringLiteral("Ctrl+M"))}).isEmpty());
    CHECK(actions->keyText(QStringLiteral("rate.memo")) == QLatin1String("Ctrl+M"));
    // Kept for the next window.
    QWidget other;
    auto* fresh = new Actions(&other);
    CHECK(fresh->keyText(QStringLiteral("rate.memo")) == QLatin1String("Ctrl+M"));
    fresh->resetKeys();
    CHECK(fresh->keyText(QStringLiteral("rate.memo")) == QLatin1String("F2"));
}

TEST_CASE("what is typed finds words in any order, word starts first", "[actions]") {
    CHECK(matchQuality(QStringLiteral("secure"), QStringLiteral("Secure base")) > 0);
    CHECK(matchQuality(QStringLiteral("bas sec"), QStringLiteral("Secure base")) > 0);
    CHECK(matchQuality(QStringLiteral("safe"), QStringLiteral("Secure base")) == 0);
    CHECK(matchQuality(QStringLiteral("base"), QStringLiteral("Secure base")) >
          matchQuality(QStringLiteral("ase"), QStringLiteral("Secure base")));
    CHECK(matchQuality(QString(), QStringLiteral("anything")) > 0);
}

TEST_CASE("models of the shell keep Qt's rules", "[actions]") {
    QWidget window;
    auto* actions = new Actions(&window);
    ShortcutModel shortcuts(*actions);
    const QAbstractItemModelTester first(&shortcuts, QAbstractItemModelTester::FailureReportingMode::Fatal);
    CHECK(shortcuts.rowCount() > 20);
    shortcuts.filter(QStringLiteral("memo"));
    CHECK(shortcuts.rowCount() >= 1);
    CHECK(shortcuts.rowCount() < 5);
    CommandModel commands;
    const QAbstractItemModelTester second(&commands, QAbstractItemModelTester::FailureReportingMode::Fatal);
    commands.setCommands({{QStringLiteral("Safe haven"), QStringLiteral("code"), QStringLiteral("h"), {}},
                          {QStringLiteral("Import"), QStringLiteral("action"), {}, {}}});
    CHECK(commands.rowCount() == 2);
    commands.filter(QStringLiteral("haven"));
    REQUIRE(commands.rowCount() == 1);
    CHECK(commands.at(0)->key == QLatin1String("h"));
    RailModel rail;
    const QAbstractItemModelTester third(&rail, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const int rate = rail.rowOf(QStringLiteral("rate-answers"));
    REQUIRE(rate >= 0);
    CHECK(rail.rowOf(QStringLiteral("rate-transcript")) == rate);
    rail.setBadge(QStringLiteral("rate-answers"), QStringLiteral("23"));
    CHECK(rail.data(rail.index(rate), Qt::AccessibleTextRole).toString().contains(QLatin1String("23")));
}
