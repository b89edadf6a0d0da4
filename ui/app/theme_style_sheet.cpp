// SPDX-License-Identifier: GPL-3.0-or-later
// The style sheet for Qt's own widgets. Only token names (@text) and lengths in design pixels (4px) stand in
// it; both are put in from the table.
#include "ui/app/theme.h"

#include <QRegularExpression>

namespace rapport::ui {

namespace {

constexpr const char* sheet = R"(
QMainWindow, QDialog { background: @canvas; }
QToolTip { background: @surface; color: @text; border: 1px solid @linestrong; padding: 4px 6px; }
QMenuBar { background: transparent; padding: 3px 4px; }
QMenuBar::item { padding: 4px 9px; border-radius: 5px; background: transparent; color: @text; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: @accenttint; color: @accent; }
QMenu { background: @surface; border: 1px solid @linestrong; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 28px; border-radius: 5px; color: @text; }
QMenu::item:selected { background: @accenttint; color: @accent; }
QMenu::item:disabled { color: @text3; }
QMenu::icon { padding-left: 6px; }
QMenu::separator { height: 1px; background: @line; margin: 5px 4px; }
QLineEdit, QPlainTextEdit, QTextEdit, QSpinBox, QDoubleSpinBox, QDateEdit {
  background: @surface; color: @text; border: 1px solid @linestrong; border-radius: 6px;
  padding: 4px 8px; selection-background-color: @sel; selection-color: @text; }
QLineEdit, QSpinBox, QDoubleSpinBox, QDateEdit { min-height: 20px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus, QDateEdit:focus {
  border: 2px solid @focus; padding: 3px 7px; }
QLineEdit[invalid="true"] { border: 2px solid @bad; padding: 3px 7px; }
QLineEdit:disabled, QPlainTextEdit:disabled { color: @text3; background: @sunken; }
QSpinBox::up-button, QSpinBox::down-button, QDoubleSpinBox::up-button, QDoubleSpinBox::down-button { width: 0px; border: none; }
QPushButton { background: @surface; color: @text; border: 1px solid @linestrong; border-radius: 6px;
  padding: 4px 12px; min-height: 20px; font-weight: 500; }
QPushButton:hover { background: @accenttint; }
QPushButton:focus { border: 2px solid @focus; padding: 3px 11px; }
QPushButton:disabled { color: @text3; border-color: @line; background: transparent; }
QPushButton:default { background: @accentfill; color: @onaccentfill; border-color: @accentfill; }
QPushButton:default:focus { border: 2px solid @focus; }
QToolButton { background: transparent; color: @text; border: 1px solid transparent; border-radius: 6px; padding: 3px 7px; }
QToolButton:hover { background: @sunken; }
QToolButton:focus { border: 2px solid @focus; padding: 2px 6px; }
QToolButton:checked { background: @accenttint; color: @accent; }
QToolButton::menu-indicator { image: none; }
QComboBox { background: @surface; color: @text; border: 1px solid @linestrong; border-radius: 6px;
  padding: 4px 8px; min-height: 20px; font-weight: 500; }
QComboBox:hover { background: @accenttint; }
QComboBox:focus { border: 2px solid @focus; padding: 3px 7px; }
QComboBox:disabled { color: @text3; border-color: @line; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url(:/icons/sheet-chevron-@mode.svg); width: 14px; height: 14px; }
QComboBox QAbstractItemView { background: @surface; border: 1px solid @linestrong; padding: 4px; outline: none;
  selection-background-color: @accenttint; selection-color: @accent; }
QCheckBox, QRadioButton { color: @text; spacing: 8px; padding: 2px; }
QCheckBox::indicator, QListView::indicator { width: 14px; height: 14px; border: 1px solid @linestrong; border-radius: 3px; background: @surface; }
QCheckBox::indicator:checked, QListView::indicator:checked { background: @accentfill; border-color: @accentfill; image: url(:/icons/sheet-check.svg); }
QCheckBox::indicator:indeterminate { background: @accentfill; border: 4px solid @surface; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid @focus; border-radius: 5px; padding: 0px; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid @linestrong; border-radius: 7px; background: @surface; }
QRadioButton::indicator:checked { border: 5px solid @accentfill; width: 6px; height: 6px; }
QAbstractItemView { background: @surface; color: @text; border: none; outline: none;
  selection-background-color: @accenttint; selection-color: @text; alternate-background-color: @canvas; }
QTableView, QTreeView { gridline-color: @line; }
QHeaderView { background: @canvas; border: none; }
QHeaderView::section { background: @canvas; color: @text2; border: none; border-bottom: 1px solid @line;
  padding: 5px 8px; font-weight: 600; }
QHeaderView::down-arrow, QHeaderView::up-arrow { width: 10px; height: 10px; }
QTableCornerButton::section { background: @canvas; border: none; }
QSlider { min-height: 22px; border: 2px solid transparent; border-radius: 5px; }
QSlider:focus { border: 2px solid @focus; }
QSlider::groove:horizontal { height: 4px; background: @sunken; border: 1px solid @linestrong; border-radius: 3px; }
QSlider::sub-page:horizontal { background: @accentfill; border-radius: 3px; }
QSlider::handle:horizontal { background: @surface; border: 1px solid @linestrong; width: 14px; margin: -6px 0;
  border-radius: 7px; }
QScrollArea { background: transparent; border: none; }
rapport--ui--ScrolledWords { background: transparent; border: none; padding: 0; min-height: 0; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::handle { background: @linestrong; border-radius: 3px; margin: 3px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: @line; }
QSplitter::handle:hover { background: @focus; }
QProgressBar { background: @sunken; border: 1px solid @line; border-radius: 4px; height: 8px; text-align: center; }
QProgressBar::chunk { background: @accentfill; border-radius: 3px; }
QTabBar::tab { padding: 6px 12px; color: @text2; border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:selected { color: @accent; border-bottom: 2px solid @accentfill; }
QTabWidget::pane { border: none; border-top: 1px solid @line; }
QGroupBox { border: 1px solid @line; border-radius: 8px; margin-top: 12px; padding: 12px; }
QGroupBox::title { subcontrol-origin: margin; left: 12px; color: @text2; }
QLabel[role="caption"] { color: @text3; }
QLabel[role="second"] { color: @text2; }
QLabel[role="warn"] { color: @warn; }
QLabel[role="bad"] { color: @bad; }
QLabel[role="ok"] { color: @ok; }
)";

} // namespace

QString Theme::styleSheet() const {
    QString text = QString::fromLatin1(sheet);
    // Longer names first: "@accent" begins "@accentfill".
    QList<const TokenRow*> rows;
    for (const TokenRow& row : tokenRows())
        rows.append(&row);
    std::sort(rows.begin(), rows.end(),
              [](const TokenRow* a, const TokenRow* b) { return qstrlen(a->name) > qstrlen(b->name); });
    for (const TokenRow* row : rows)
        text.replace(QLatin1Char('@') + QLatin1String(row->name), color(row->token).name());
    text.replace(QLatin1String("@mode"), m_isDark ? QLatin1String("dark") : QLatin1String("light"));
    if (m_scale != 1) {
        static const QRegularExpression length(QStringLiteral("\\b(\\d+)px"));
        QString scaled;
        qsizetype from = 0;
        for (auto found = length.globalMatch(text); found.hasNext();) {
            const QRegularExpressionMatch match = found.next();
            const int value = match.captured(1).toInt();
            scaled += text.mid(from, match.capturedStart() - from);
            scaled += QString::number(value <= 2 ? value : px(value)) + QLatin1String("px");
            from = match.capturedEnd();
        }
        text = scaled + text.mid(from);
    }
    return text;
}

} // namespace rapport::ui
