// SPDX-License-Identifier: GPL-3.0-or-later
// Parts of the import dialog: steps at the top, the header whose sections are buttons that say what a column
// becomes, the cells beneath, and the panel of what was found. UI thread.
#pragma once

#include "ui/app/theme.h"
#include "ui/models/import_table.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPointer>
#include <QStringList>
#include <QStyledItemDelegate>
#include <QWidget>
#include <vector>

class QVBoxLayout;

namespace rapport::ui {

class SectionHeader;

/// "(1) File > (2) Columns > ...": where one is.
class StepBar : public QWidget {
    Q_OBJECT
public:
    explicit StepBar(QStringList steps, QWidget* parent = nullptr);
    void setCurrent(int step);
    void setName(int step, const QString& name);
    [[nodiscard]] const QStringList& names() const { return m_steps; }
    [[nodiscard]] QSize sizeHint() const override;
    /// With the name of the current step alone.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    [[nodiscard]] int nameWidth(int step) const;
    QStringList m_steps;
    int m_current = 0;
};

/// What one column becomes; opens the choices. Left and Right go to the neighbours.
class MappingButton : public QAbstractButton {
    Q_OBJECT
public:
    explicit MappingButton(int column, QWidget* parent);
    void setPlan(const service::ColumnPlan& plan);
    [[nodiscard]] int column() const { return m_column; }

Q_SIGNALS:
    void focused(int column);
    void stepped(int column, int by);

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    int m_column;
    QString m_icon;
    bool m_isLeftOut = false;
};

class MappingHeader : public QHeaderView {
    Q_OBJECT
public:
    explicit MappingHeader(ImportTable& table, QWidget* parent = nullptr);
    /// Codings have columns with fixed meanings: no buttons then.
    void setHasButtons(bool hasButtons);
    [[nodiscard]] MappingButton* button(int column) const;
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void choiceWanted(int column);
    void columnFocused(int column);

protected:
    void paintSection(QPainter* painter, const QRect& rect, int section) const override;
    void updateGeometries() override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void makeButtons();
    void placeButtons();
    /// Some column has the words of its question beside its name.
    [[nodiscard]] bool hasTitles() const;
    ImportTable& m_table;
    std::vector<QPointer<MappingButton>> m_buttons;
    bool m_hasButtons = true;
    bool m_hasTitles = false;
};

class ImportCellDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
};

/// Something that was seen in the file, before it comes in.
struct ImportFinding {
    QString icon;
    Token token = Token::Text;
    QString title;
    QString text;
};

struct ImportCount {
    QString figure;
    QString what;
};

/// What would come in, in figures, and the findings under it.
class FindingsPanel : public QWidget {
    Q_OBJECT
public:
    explicit FindingsPanel(QWidget* parent = nullptr);
    void setContent(const QString& title, const std::vector<ImportCount>& counts,
                    const std::vector<ImportFinding>& findings);

private:
    QVBoxLayout* m_column;
    QWidget* m_content = nullptr;
};

/// What was found, in the words of the window.
[[nodiscard]] std::vector<ImportFinding> findingsOf(const service::ImportPreview& preview,
                                                    const std::vector<service::ColumnPlan>& plan);
/// What files that were held against the study would add, by what it is: people, turns, texts.
[[nodiscard]] std::vector<ImportCount> addedBy(const std::vector<const service::ImportPreview*>& files);
[[nodiscard]] QString addedText(const std::vector<ImportCount>& added);
[[nodiscard]] std::vector<ImportCount> countsOf(const service::ImportPreview& preview,
                                                const std::vector<service::ColumnPlan>& plan,
                                                const std::vector<ImportCount>& added);
[[nodiscard]] QString importKindText(service::ImportKind kind);
/// A file with the questions of a survey, by its name: it comes beside the answers.
[[nodiscard]] bool isSurveyStructure(const QString& file);

} // namespace rapport::ui
