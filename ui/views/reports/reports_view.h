// SPDX-License-Identifier: GPL-3.0-or-later
// The kappa report: which round, language and target; what it will hold; and where to save it. Everything is
// gathered and written in jobs; a report never covers more than the viewer may see. UI thread.
#pragma once

#include "service/reporting.h"
#include "ui/views/view.h"

#include <QTimer>
#include <functional>
#include <memory>
#include <string>

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLineEdit;
class QScrollArea;
class QStackedWidget;

namespace rapport::ui {

class Card;
class EmptyState;
class KeyButton;
class PaperView;
class SectionHeader;
class SegmentedControl;
class Toast;
class Words;

/// What the report will say, before it is typeset.
struct ReportFact {
    QString name;
    QString value;
    bool isWarning = false;
};

class ReportsView : public View {
    Q_OBJECT
public:
    ReportsView(ViewHost& host, QWidget* parent);

    [[nodiscard]] QString title() const override;
    [[nodiscard]] QString subtitle() const override;
    [[nodiscard]] QStringList actionIds() const override;
    void activated() override;
    void onChanged(const service::ChangeSet& change) override;
    void onViewerChanged() override;
    void open(const ViewTarget& target) override;
    [[nodiscard]] QWidget* initialFocus() override;

    /// Writes the report by the file's ending, in a job.
    void saveTo(const QString& file);
    [[nodiscard]] const std::vector<ReportFact>& facts() const { return m_facts; }

Q_SIGNALS:
    void gathered();
    void saved(const QString& file); ///< empty after a failure

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Gathered;
    void buildForm(QWidget* form);
    void buildFacts(QWidget* side);
    void retranslate();
    void readStudy();
    void gather();
    void showGathered(base::Result<std::shared_ptr<const Gathered>> result);
    void fillFacts();
    /// Makes the report; laid out anew for each width that there is.
    void preview();
    void layOutPreview();
    void askFile(const QString& ending);
    void openInBrowser();
    void targetTyped();
    void updateState();
    void showState();
    /// Keys that do something with what is shown.
    void sayHints();
    void showPage();
    [[nodiscard]] service::ReportRequest request() const;

    std::vector<model::Round> m_rounds;
    std::string m_round; ///< empty: the reliability rounds
    double m_target = 0.70;
    bool m_isStale = true;
    bool m_isGathering = false;
    std::shared_ptr<const Gathered> m_gathered;
    std::optional<base::Error> m_error;
    std::vector<ReportFact> m_facts;
    QString m_savedFile;
    std::shared_ptr<const std::string> m_previewed; ///< as html; nullptr: not made yet
    std::optional<base::Error> m_previewError;
    QTimer m_widthTimer;

    Words* m_roundLabel = nullptr;
    QComboBox* m_roundBox = nullptr;
    Words* m_languageLabel = nullptr;
    QComboBox* m_language = nullptr;
    Words* m_targetLabel = nullptr;
    QLineEdit* m_targetLine = nullptr;
    Words* m_targetError = nullptr;
    QCheckBox* m_afterOpening = nullptr;
    SectionHeader* m_formHead = nullptr;
    SectionHeader* m_saveHead = nullptr;
    KeyButton* m_html = nullptr;
    KeyButton* m_document = nullptr;
    KeyButton* m_markdown = nullptr;
    KeyButton* m_json = nullptr;
    KeyButton* m_csv = nullptr;
    KeyButton* m_browser = nullptr;
    Words* m_note = nullptr;
    SegmentedControl* m_which = nullptr;
    QStackedWidget* m_pages = nullptr;
    QScrollArea* m_factScroll = nullptr;
    QWidget* m_factGrid = nullptr;
    QGridLayout* m_grid = nullptr;
    PaperView* m_preview = nullptr;
    EmptyState* m_empty = nullptr;
    Toast* m_toast = nullptr;
    std::function<void()> m_fit; ///< lays the two cards out for the width there is
};

} // namespace rapport::ui
