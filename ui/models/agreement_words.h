// SPDX-License-Identifier: GPL-3.0-or-later
// What the agreement view says of results: verdicts, names of coefficients, ways of making intervals, caveats
// and reasons, in the language of the window. Ids come from the room `agreement`; an id that is not known is
// shown as it is. Made anew at every call, so that a change of language needs nothing.
#pragma once

#include "agreement/estimate.h"
#include "agreement/reading.h"
#include "ui/app/theme.h"

#include <QString>
#include <string_view>

namespace rapport::ui {

/// How a verdict looks: a word, never the colour alone.
struct VerdictLook {
    QString word;     ///< "meets"
    QString sentence; ///< what it means, with the target
    QString icon;     ///< file name in resources/icons
    Token token = Token::Text;
};
[[nodiscard]] VerdictLook lookOf(agreement::Verdict verdict, double target);

/// Which coefficient the table shows; Kappa is the one that leads a document (agreement/reading.h).
enum class CoefficientChoice { Kappa, Fleiss, Alpha, Ac1 };

/// "Cohen's κ", "Conger's κ, all raters", ...
[[nodiscard]] QString choiceTitle(CoefficientChoice choice, std::size_t raters);
/// "κ", "α", "AC1": head of the column.
[[nodiscard]] QString choiceSymbol(CoefficientChoice choice);
/// Full name of what was computed, with its weights: "Conger's κ, linear weights".
[[nodiscard]] QString estimateTitle(const agreement::Estimate& estimate);
/// Short: "weighted κ", "α, MASI", "ICC(A,1)".
[[nodiscard]] QString estimateSymbol(const agreement::Estimate& estimate);

/// How an interval was made: "large-sample standard error (Fleiss, Cohen and Everitt 1969)".
[[nodiscard]] QString intervalMethod(std::string_view method);
[[nodiscard]] QString undefinedReason(agreement::Reason reason);
/// Two words for a table.
[[nodiscard]] QString undefinedShort(agreement::Reason reason);

struct CaveatWords {
    QString title;
    QString explanation;
};
[[nodiscard]] CaveatWords caveatWords(std::string_view id);

/// What results are split by (a word of the room `agreement`, or an attribute) and one of its values, as the
/// title of a slice: "batch 2", "version 3", "group A".
[[nodiscard]] QString sliceName(std::string_view by, std::string_view value);

/// A sentence made elsewhere, with its figures as the desktop writes them: "0.75" becomes ".75", "35%" "35
/// %".
[[nodiscard]] QString deskFigures(QString sentence);

} // namespace rapport::ui
