// SPDX-License-Identifier: GPL-3.0-or-later
// Which keys give which code, so that every code has some. A code keeps the key that the codebook gives it.
// One without, or whose key another code on the same screen has, gets a letter of the second row: a comma,
// then the letter. The same codebook always gives the same keys, whichever answer is shown. Codes that were
// there before get theirs first, and those that are no more hold theirs: a new one takes what is left, and
// hands go on finding what they know.
#pragma once

#include "service/codebooks.h"

#include <QString>
#include <QStringList>
#include <map>
#include <vector>

namespace rapport::ui {

/// Where codes stand together on the screen: answers by prompt, transcripts by kind of unit.
enum class KeyPlace { Answers, Transcripts };

class CodeKeys {
public:
    CodeKeys() = default;
    CodeKeys(const model::Codebook& codebook, KeyPlace place,
             const std::vector<service::FormerCode>& former = {});
    /// "c", ",n", ",,b"; empty for headings and for what does not stand there.
    [[nodiscard]] QString of(model::CodeId code) const;

private:
    std::map<model::CodeId, QString> m_keys;
};

/// Collects the presses of a key of more than one: the comma waits for what follows.
class KeySequence {
public:
    /// The whole key once it is complete; empty while it waits.
    [[nodiscard]] QString letter(const QString& letter);
    void comma();
    /// True if something waited.
    bool reset();
    [[nodiscard]] bool isWaiting() const { return !m_commas.isEmpty(); }
    [[nodiscard]] QString waiting() const { return m_commas; }

private:
    QString m_commas;
};

} // namespace rapport::ui
