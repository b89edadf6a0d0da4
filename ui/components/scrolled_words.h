// SPDX-License-Identifier: GPL-3.0-or-later
// Formatted words for reading, which scroll where they do not fit. Laid out once for its width; a label in a
// scroll area is laid out anew for each width that the layout tries. Has the focus only where it is given
// one.
#pragma once

#include <QTextBrowser>

namespace rapport::ui {

class ScrolledWords : public QTextBrowser {
    Q_OBJECT
public:
    explicit ScrolledWords(QWidget* parent = nullptr);
    /// From the top again; the same words once more change nothing.
    void setWords(const QString& html);
    /// Without the formatting.
    [[nodiscard]] QString words() const { return toPlainText(); }
    /// What all the words need at that width.
    [[nodiscard]] int heightAt(int width) const;

private:
    QString m_html;
};

} // namespace rapport::ui
