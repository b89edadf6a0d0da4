// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/components/scrolled_words.h"

#include <QScrollBar>
#include <QTextDocument>
#include <cmath>
#include <memory>

namespace rapport::ui {

ScrolledWords::ScrolledWords(QWidget* parent)
    : QTextBrowser(parent) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    setOpenLinks(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(0);
    document()->setUndoRedoEnabled(false);
}

void ScrolledWords::setWords(const QString& html) {
    if (html == m_html && document()->defaultFont() == font())
        return;
    m_html = html;
    document()->setDefaultFont(font());
    setHtml(html);
    verticalScrollBar()->setValue(0);
}

int ScrolledWords::heightAt(int width) const {
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width);
    return int(std::ceil(copy->size().height()));
}

} // namespace rapport::ui
