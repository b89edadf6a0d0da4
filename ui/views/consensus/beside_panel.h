// SPDX-License-Identifier: GPL-3.0-or-later
// What helps to decide, beside the decision: how the same code was settled before, and what was remarked for
// the codebook. Shows values that it is given. UI thread.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

class QGridLayout;
class QVBoxLayout;

namespace rapport::ui {

class KeyButton;
class SectionHeader;
class Words;

class BesidePanel : public QWidget {
    Q_OBJECT
public:
    struct Precedent {
        QString unit;
        QString value;
        QString reason;
    };
    struct RemarkLine {
        QString head; ///< who, when, of what, and which version came of it
        QString words;
    };

    explicit BesidePanel(QWidget* parent = nullptr);
    /// `here`: how and why this very difference was settled; empty while it is open.
    void showPrecedents(const QString& here, const QString& sentence,
                        const std::vector<Precedent>& precedents);
    /// `hasDefinition`: there is a code whose definition can be changed.
    void showRemarks(const std::vector<RemarkLine>& remarks, bool hasDefinition);
    void setKeys(const QString& remark, const QString& definition);
    void retranslate();

Q_SIGNALS:
    void remarkWanted();
    void definitionWanted();

private:
    SectionHeader* m_beforeHead;
    Words* m_here;
    Words* m_sentence;
    QGridLayout* m_rows;
    SectionHeader* m_remarkHead;
    Words* m_noRemarks;
    QVBoxLayout* m_remarks;
    KeyButton* m_remark;
    KeyButton* m_definition;
};

} // namespace rapport::ui
