// SPDX-License-Identifier: GPL-3.0-or-later
// The definition of the code that is hovered or under the cursor: what it is, when to use it, when not, an
// example. Always in the same place, so that nothing jumps; pinned (F1) it keeps its code.
#pragma once

#include "model/codebook.h"

#include <QWidget>

namespace rapport::ui {

class CodeTag;
class KeyCap;
class ScrolledWords;
class Words;

class DefinitionPane : public QWidget {
    Q_OBJECT
public:
    explicit DefinitionPane(QWidget* parent = nullptr);
    /// `key` as the palette shows it.
    void show(const model::Code& code, const QString& key);
    void clear();
    void setPinned(bool isPinned);
    [[nodiscard]] bool isPinned() const { return m_isPinned; }
    [[nodiscard]] model::CodeId code() const { return m_code ? m_code->id : model::CodeId(); }
    [[nodiscard]] QString text() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void refresh();
    std::optional<model::Code> m_code;
    QString m_codeKey;
    bool m_isPinned = false;
    CodeTag* m_tag;
    Words* m_title;
    KeyCap* m_key;
    Words* m_more;
    KeyCap* m_moreKey;
    ScrolledWords* m_body;
};

} // namespace rapport::ui
