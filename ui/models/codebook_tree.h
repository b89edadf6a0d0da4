// SPDX-License-Identifier: GPL-3.0-or-later
// A codebook as a tree: variables, under them their codes as they hang in each other, with how often each is
// used. Shows a draft that the view owns; the view says what it changed. Filtered rows are left out with
// their ancestors kept. UI thread.
#pragma once

#include "model/codebook.h"

#include <QAbstractItemModel>
#include <QString>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

class QMimeData;

namespace rapport::ui {

/// A variable, or one of its codes, by place in the codebook.
struct CodebookPlace {
    int variable = -1;
    int code = -1; ///< -1: the variable itself
    friend bool operator==(const CodebookPlace&, const CodebookPlace&) = default;
};

class CodebookTree : public QAbstractItemModel {
    Q_OBJECT
public:
    enum Column { Title, Usage, ColumnCount };
    enum Role { VariableRole = Qt::UserRole, CodeRole, IsVariableRole, KeyRole };

    explicit CodebookTree(QObject* parent = nullptr);
    ~CodebookTree() override;

    /// `codebook` must outlive the model or be replaced before it goes.
    void setCodebook(const model::Codebook* codebook);
    /// Keys that Rate gives codes without one of their own (",a"); by code.
    void setKeys(std::map<model::CodeId, QString> keys);
    void setUsage(std::map<model::CodeId, std::int64_t> usage);
    /// Shows codes whose title, name or key holds the words, with what they hang under.
    void setFilter(const QString& words);
    /// Titles, tags or keys changed at a place; the tree's shape did not.
    void refresh(const CodebookPlace& place);
    void refreshAll();

    /// Codes can be dragged within their variable; never while rows are filtered away.
    void setDraggable(bool isDraggable) { m_isDraggable = isDraggable; }
    [[nodiscard]] bool isDraggable() const { return m_isDraggable && m_filter.isEmpty(); }

    [[nodiscard]] std::optional<CodebookPlace> placeOf(const QModelIndex& index) const;
    [[nodiscard]] QModelIndex indexOf(const CodebookPlace& place, int column = Title) const;
    [[nodiscard]] std::optional<CodebookPlace> placeOfCode(model::CodeId code) const;
    /// Nothing where the usage is not known (a rater looks).
    [[nodiscard]] std::optional<std::int64_t> usage(const CodebookPlace& place) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex& parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex& child) const override;
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                                       const QModelIndex& parent) const override;
    /// Changes nothing itself: says where the code was let go.
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

Q_SIGNALS:
    /// `under` a code of the same variable, or -1; `before` one of the codes there, or -1: at the end.
    void dropped(const rapport::ui::CodebookPlace& code, int under, int before);

private:
    struct Node {
        CodebookPlace place;
        Node* above = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> below;
    };
    void build();
    [[nodiscard]] QString keyOf(const model::Code& code) const;
    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;

    const model::Codebook* m_codebook = nullptr;
    std::map<model::CodeId, std::int64_t> m_usage;
    bool m_hasUsage = false;
    std::map<model::CodeId, QString> m_keys;
    QString m_filter;
    bool m_isDraggable = false;
    Node m_root;
};

} // namespace rapport::ui
