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
    void setUsage(std::map<model::CodeId, std::int64_t> usage);
    /// Shows codes whose title, name or key holds the words, with what they hang under.
    void setFilter(const QString& words);
    /// Titles, tags or keys changed at a place; the tree's shape did not.
    void refresh(const CodebookPlace& place);
    void refreshAll();

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

private:
    struct Node {
        CodebookPlace place;
        Node* above = nullptr;
        int row = 0;
        std::vector<std::unique_ptr<Node>> below;
    };
    void build();
    [[nodiscard]] Node* nodeOf(const QModelIndex& index) const;

    const model::Codebook* m_codebook = nullptr;
    std::map<model::CodeId, std::int64_t> m_usage;
    bool m_hasUsage = false;
    QString m_filter;
    Node m_root;
};

} // namespace rapport::ui
