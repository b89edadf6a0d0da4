// SPDX-License-Identifier: GPL-3.0-or-later
// What the window shows without a study: four ways to begin, recent studies, how a study goes.
#pragma once

#include "model/ids.h"

#include <QAbstractButton>
#include <QDateTime>
#include <QString>
#include <QWidget>
#include <vector>

class QBoxLayout;
class QGridLayout;
class QHBoxLayout;
class QScrollArea;
class QVBoxLayout;

namespace rapport::ui {

class KeyButton;
class Words;

struct RecentStudy {
    QString path;
    QString title;
    QDateTime opened;
    QString rater;     ///< empty: coordinator
    QString raterGuid; ///< names change, and go to others
};

/// In the settings, newest first, at most ten.
[[nodiscard]] std::vector<RecentStudy> recentStudies();
void rememberStudy(const RecentStudy& study);
/// Null: the coordinator. Of an entry that knows a name alone, which is not trusted, somebody whom no study
/// has.
[[nodiscard]] model::Guid whoLooked(const RecentStudy& study);

/// A card that acts as a button: icon, title, sentence, key.
class CardButton : public QAbstractButton {
    Q_OBJECT
public:
    CardButton(const QString& icon, const QString& key, QWidget* parent);
    void setWords(const QString& title, const QString& sentence);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Beside the icon and the key, in a card of that width.
    [[nodiscard]] int wordsWidth(int width) const;

    QString m_icon;
    QString m_key;
    QString m_title;
    QString m_sentence;
};

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);
    /// Reads the recent studies anew.
    void refresh();
    void setSampleAvailable(bool isAvailable);

Q_SIGNALS:
    void actionWanted(const QString& id);
    void studyWanted(const RecentStudy& study);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void retranslate();
    /// The two columns beside each other, or one above the other where there is no room for that.
    void fit();

    QScrollArea* m_scroll = nullptr;
    QHBoxLayout* m_outer = nullptr;
    QBoxLayout* m_columns = nullptr;
    QGridLayout* m_stepGrid = nullptr;
    std::vector<QWidget*> m_stepColumns;
    Words* m_greeting;
    Words* m_question;
    CardButton* m_sample;
    CardButton* m_new;
    CardButton* m_open;
    Words* m_drop;
    Words* m_recentTitle;
    Words* m_recentPlace;
    QWidget* m_recent;
    QVBoxLayout* m_recentRows;
    Words* m_how;
    std::vector<std::pair<Words*, Words*>> m_steps;
    Words* m_privacyTitle;
    Words* m_privacy;
    KeyButton* m_shortcuts;
    KeyButton* m_language;
};

} // namespace rapport::ui
