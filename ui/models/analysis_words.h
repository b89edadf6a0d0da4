// SPDX-License-Identifier: GPL-3.0-or-later
// The words of an analysis: what each one is called and answers, titles of columns, names of tests and rules,
// one plain sentence on a row, and how the result was made. In the language of the window.
#pragma once

#include "analysis/result.h"

#include <QString>
#include <QStringList>
#include <string>

namespace rapport::ui {

/// "Groups compared".
[[nodiscard]] QString analysisTitle(const std::string& name);
/// "Is a code given more often in one group than in another?"
[[nodiscard]] QString analysisQuestion(const std::string& name);
[[nodiscard]] QString tableTitle(const std::string& id);
[[nodiscard]] QString columnTitle(const std::string& id);
/// A word of the result that is not a name of the study ("fisher", "all", "number_of_codes"); the text itself
/// where it is not known.
[[nodiscard]] QString resultWord(const std::string& column, const std::string& word);
[[nodiscard]] QString figureTitle(const std::string& kind);

/// ".04", "< .001"; a dash where there is none.
[[nodiscard]] QString probabilityText(std::optional<double> p);

/// What one row of a table says, in full. `code` is its title. Empty where there is nothing to add.
[[nodiscard]] QString rowSentence(const analysis::ResultTable& table, std::size_t row, const QString& code,
                                  double level);
/// Whose codes entered, how many units, which are missing, how limits and tests were made.
[[nodiscard]] QString madeSentence(const analysis::Result& result);

} // namespace rapport::ui
