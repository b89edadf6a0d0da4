// SPDX-License-Identifier: GPL-3.0-or-later
// The manual in a window of its own beside the work: pages at the left, their text at the right, one field
// that keeps the pages that hold its words and finds them in the text. The pages are the Markdown files of
// docs/manual, in the language of the window; a page that is missing in that language is a mistake that a
// test finds. UI thread.
#pragma once

#include <QStringList>
#include <QWidget>

class QListWidget;
class QTextBrowser;

namespace rapport::ui {

class SearchField;

/// Names of the pages in reading order: "start", "import", ...
[[nodiscard]] QStringList manualPages();
/// The page about a view of the registry; "start" for others.
[[nodiscard]] QString manualPageOf(const QString& viewName);
/// The page about what a dialog of that class does; empty for those that no page is about.
[[nodiscard]] QString manualPageOfDialog(const QString& className);
/// From now on F1 in any dialog opens its page in a window that belongs to the dialog, so that it can be read
/// while the dialog waits. Asking again changes nothing.
void openManualFromDialogs();
/// Where the pages of a language are ("en", "nl"), or empty if no manual is installed.
[[nodiscard]] QString manualFolder(const QString& language);

class ManualWindow : public QWidget {
    Q_OBJECT
public:
    explicit ManualWindow(QWidget* parent);
    void showPage(const QString& name);
    [[nodiscard]] QString page() const;

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void retranslate();
    void restyle();
    void load(const QString& name);
    void filter(const QString& words);
    void findNext(bool backwards);

    SearchField* m_field;
    QListWidget* m_list;
    QTextBrowser* m_text;
};

} // namespace rapport::ui
