// SPDX-License-Identifier: GPL-3.0-or-later
// The bar under the text: previous, next, what is still open, complete. Questions that other programs ask in
// a pop-up stand here; the next Enter answers them.
#pragma once

#include <QString>
#include <QWidget>

namespace rapport::ui {

class KeyButton;
class Words;

enum class BarMood { Quiet, Good, Ask, Done };

class ActionBar : public QWidget {
    Q_OBJECT
public:
    explicit ActionBar(QWidget* parent = nullptr);
    void say(const QString& text, BarMood mood);
    [[nodiscard]] QString text() const;
    void setWords(const QString& previous, const QString& previousKey, const QString& next,
                  const QString& nextKey, const QString& complete);
    void setEnds(bool hasPrevious, bool hasNext);

Q_SIGNALS:
    void previousWanted();
    void nextWanted();
    void completeWanted();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    /// The bar stays as high as it is. First the buttons at the left give up their words, then all buttons
    /// their keys, then the last one its words; what is open has two lines, and is whole in its tip. A
    /// question is whole itself, as the next Enter answers it: where two lines are too few it takes the place
    /// of the buttons at the left, then as many lines as it needs.
    void fit();
    QString m_previousWords;
    QString m_nextWords;
    QString m_previousKey;
    QString m_nextKey;
    QString m_completeWords;
    BarMood m_mood = BarMood::Quiet;
    KeyButton* m_previous;
    KeyButton* m_next;
    Words* m_words;
    KeyButton* m_complete;
};

} // namespace rapport::ui
