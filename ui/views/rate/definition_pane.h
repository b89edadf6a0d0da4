// SPDX-License-Identifier: GPL-3.0-or-later
// The definition of the code that is hovered or under the cursor: what it is, when to use it, when not, an
// example. Always in the same place, so that nothing jumps; pinned (F1) it keeps its code, and may grow to
// what its words need. With the focus arrow keys scroll them.
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
    /// What all the words need.
    [[nodiscard]] int fullHeight() const;
    /// The most that is no higher than `height` and cuts through no line.
    [[nodiscard]] int wholeLines(int height) const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void refresh();
    [[nodiscard]] int headHeight() const; ///< with the margins
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
