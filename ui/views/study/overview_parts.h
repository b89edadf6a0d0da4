// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of Overview: the cells of the progress table, agreement per round as drawn intervals, a next step
// with its button, the bar that asks before a round is opened. UI thread.
#pragma once

#include "ui/models/study_progress.h"
#include "ui/models/target_table.h"

#include <QHeaderView>
#include <QStyledItemDelegate>
#include <QWidget>
#include <optional>
#include <vector>

class QComboBox;

namespace rapport::ui {

class KeyButton;
class Words;

/// "212 of 407", its share, and a bar; "not assigned" where there is no part.
class ProgressDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
};

/// Names of rounds with their kind beside them.
class ProgressHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit ProgressHeader(QWidget* parent = nullptr);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    [[nodiscard]] QSize sizeHint() const override;
    /// Sections are stretched; Qt would load a bold letter to measure them.
    [[nodiscard]] QSize sectionSizeFromContents(int section) const override;
};

/// Code with its tag, interval against the target, course over time, and words.
class TargetDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// Two lines per round: name, mean and band on a common scale, target dashed; how many codes it rests on.
class AgreementStrip : public QWidget {
    Q_OBJECT
public:
    explicit AgreementStrip(QWidget* parent = nullptr);
    void setRounds(std::vector<RoundAgreement> rounds, double target);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] static QString underText(const RoundAgreement& round);
    std::vector<RoundAgreement> m_rounds;
    double m_target = 0.7;
};

class StepRow : public QWidget {
    Q_OBJECT
public:
    explicit StepRow(NextStep step, QWidget* parent = nullptr);
    [[nodiscard]] const NextStep& step() const { return m_step; }
    [[nodiscard]] KeyButton* button() const { return m_button; }

Q_SIGNALS:
    void wanted();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NextStep m_step;
    KeyButton* m_button;
};

/// A figure with what it counts, and a line about it.
class CountBlock : public QWidget {
    Q_OBJECT
public:
    explicit CountBlock(bool hasLine, QWidget* parent = nullptr);
    void setWords(const QString& figure, const QString& text);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Words* m_figure;
    Words* m_text;
    bool m_hasLine;
};

/// Says what opening a round does and waits for a yes; never a pop-up.
class OpenRoundBar : public QWidget {
    Q_OBJECT
public:
    explicit OpenRoundBar(QWidget* parent = nullptr);
    /// Rounds that can be opened; `first` is the chosen one.
    void ask(const StudyState& state, const std::string& first);
    void retranslate();

Q_SIGNALS:
    void agreed(const QString& round);
    void dismissed();

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void say();
    StudyState m_state;
    QComboBox* m_rounds;
    Words* m_text;
    KeyButton* m_yes;
    KeyButton* m_no;
};

} // namespace rapport::ui
