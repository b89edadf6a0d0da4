// SPDX-License-Identifier: GPL-3.0-or-later
// All texts of the study: a list to filter and sort, and the chosen one to read with its turns and what is
// known of who wrote it, as far as the viewer may see it. Read in jobs. UI thread.
#pragma once

#include "service/consent.h"
#include "service/reading.h"
#include "ui/models/source_list.h"
#include "ui/views/view.h"

#include <QTimer>
#include <optional>

class QComboBox;
class QSplitter;
class QStackedWidget;
class QTableView;

namespace rapport::ui {

class EmptyState;
class FittedColumns;
class KeyButton;
class ReadingView;
class SearchField;
class SegmentedControl;
class SourceMemo;
class Words;

class SourcesView : public View {
    Q_OBJECT
public:
    SourcesView(ViewHost& host, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QWidget* headerWidget() override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    bool keepTyped() override;
    void open(const ViewTarget& target) override;
    [[nodiscard]] QWidget* initialFocus() override;

    [[nodiscard]] SourceList& list() { return m_list; }
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] SourceMemo* memo() const { return m_memo; }

Q_SIGNALS:
    void loaded();
    void shown(); ///< the text of the chosen source is there

protected:
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void retranslate();
    void fit();
    void load();
    void loadCodings();
    void loadWords(const std::vector<model::SourceId>& sources, bool all);
    void sayHints();
    void showList();
    void showChoices();
    void filter();
    void updateCount();
    void choose(model::SourceId source);
    void showText(const service::SourceText& text);
    void clearText();
    void readMemo();
    bool writeMemo(const QString& text);
    void forgetParticipant();
    void redactSelection();
    void tellRedacted(const service::RedactReport& done, model::SourceId source, text::TextRange range,
                      const QString& words);
    void showHistory();
    void showOriginal();
    [[nodiscard]] ReadingView* reading() const;
    /// The unit that a range of the shown text lies in; an error where it lies in several.
    [[nodiscard]] base::Result<model::Unit> unitAround(text::TextRange range) const;

    SourceList m_list;
    bool m_isStale = true;
    bool m_isLoading = false;
    bool m_isRefused = false; ///< a rater of a running blind round
    std::optional<model::SourceId> m_wanted;
    std::optional<text::TextRange> m_wantedRange;
    model::SourceId m_shown;
    service::SourceItem m_item;                ///< of the text that is shown
    std::optional<model::ImportedFile> m_file; ///< that the shown text came from
    QTimer m_later;

    QStackedWidget* m_pages = nullptr;
    EmptyState* m_empty = nullptr;
    SearchField* m_filter = nullptr;
    SegmentedControl* m_kind = nullptr;
    QComboBox* m_prompt = nullptr;
    QComboBox* m_attribute = nullptr;
    Words* m_count = nullptr;
    QSplitter* m_splitter = nullptr;
    QTableView* m_table = nullptr;
    FittedColumns* m_columns = nullptr;
    KeyButton* m_chooser = nullptr;
    QWidget* m_readingPane = nullptr;
    Words* m_name = nullptr;
    KeyButton* m_original = nullptr;
    Words* m_facts = nullptr;
    Words* m_attributes = nullptr;
    KeyButton* m_memoButton = nullptr;
    SourceMemo* m_memo = nullptr;
    QStackedWidget* m_texts = nullptr;
    ReadingView* m_answer = nullptr;
    ReadingView* m_transcript = nullptr;
    QWidget* m_tools = nullptr;
    KeyButton* m_import = nullptr;
};

} // namespace rapport::ui
