// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/agreement_words.h"

#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <array>

namespace rapport::ui {

namespace {

QString say(const char* text) {
    return QCoreApplication::translate("AgreementWords", text);
}

struct NamedText {
    std::string_view id;
    const char* text;
};

template<std::size_t Count>
QString textOf(const std::array<NamedText, Count>& rows, std::string_view id) {
    for (const NamedText& row : rows) {
        if (row.id == id)
            return say(row.text);
    }
    return toQt(id);
}

constexpr std::array<NamedText, 10> methods{{
    {"fce", QT_TRANSLATE_NOOP("AgreementWords",
                              "the large-sample standard error of Fleiss, Cohen and Everitt (1969)")},
    {"gwet", QT_TRANSLATE_NOOP("AgreementWords", "Gwet's linearised standard error (2014), t quantiles")},
    {"wilson", QT_TRANSLATE_NOOP("AgreementWords", "Wilson's interval for a proportion (1927)")},
    {"linearised",
     QT_TRANSLATE_NOOP("AgreementWords", "a linearised standard error, t quantiles (Gwet 2014)")},
    {"cluster_linearised",
     QT_TRANSLATE_NOOP("AgreementWords", "a linearised standard error over participants or transcripts")},
    {"bootstrap", QT_TRANSLATE_NOOP("AgreementWords", "a bootstrap over units")},
    {"cluster_bootstrap",
     QT_TRANSLATE_NOOP("AgreementWords", "a bootstrap over participants or transcripts")},
    {"jackknife", QT_TRANSLATE_NOOP("AgreementWords", "a jackknife over units")},
    {"cluster_jackknife",
     QT_TRANSLATE_NOOP("AgreementWords", "a jackknife over participants or transcripts")},
    {"f", QT_TRANSLATE_NOOP("AgreementWords", "the F distribution (McGraw and Wong 1996)")},
}};

constexpr std::array<NamedText, 11> names{{
    {"cohen_kappa", QT_TRANSLATE_NOOP("AgreementWords", "Cohen's κ")},
    {"conger_kappa", QT_TRANSLATE_NOOP("AgreementWords", "Conger's κ")},
    {"fleiss_kappa", QT_TRANSLATE_NOOP("AgreementWords", "Fleiss' κ")},
    {"light_kappa", QT_TRANSLATE_NOOP("AgreementWords", "Light's κ")},
    {"scott_pi", QT_TRANSLATE_NOOP("AgreementWords", "Scott's π")},
    {"krippendorff_alpha", QT_TRANSLATE_NOOP("AgreementWords", "Krippendorff's α")},
    {"gwet_ac", QT_TRANSLATE_NOOP("AgreementWords", "Gwet's AC1")},
    {"icc", QT_TRANSLATE_NOOP("AgreementWords", "Intraclass correlation")},
    {"percent_agreement", QT_TRANSLATE_NOOP("AgreementWords", "Percent agreement")},
    {"pooled_kappa", QT_TRANSLATE_NOOP("AgreementWords", "κ pooled over codes")},
    {"mean_kappa", QT_TRANSLATE_NOOP("AgreementWords", "Mean κ over codes")},
}};

constexpr std::array<NamedText, 10> weightings{{
    {"linear", QT_TRANSLATE_NOOP("AgreementWords", "linear weights")},
    {"quadratic", QT_TRANSLATE_NOOP("AgreementWords", "quadratic weights")},
    {"ordinal", QT_TRANSLATE_NOOP("AgreementWords", "ordinal weights")},
    {"custom", QT_TRANSLATE_NOOP("AgreementWords", "weights of the study")},
    {"nominal", QT_TRANSLATE_NOOP("AgreementWords", "nominal scale")},
    {"interval", QT_TRANSLATE_NOOP("AgreementWords", "interval scale")},
    {"ratio", QT_TRANSLATE_NOOP("AgreementWords", "ratio scale")},
    {"masi", QT_TRANSLATE_NOOP("AgreementWords", "MASI distances between sets")},
    {"jaccard", QT_TRANSLATE_NOOP("AgreementWords", "Jaccard distances between sets")},
    {"dice", QT_TRANSLATE_NOOP("AgreementWords", "Dice distances between sets")},
}};

struct CaveatRow {
    std::string_view id;
    const char* title;
    const char* explanation;
};

constexpr std::array<CaveatRow, 10> caveats{{
    {"pooled_prompts", QT_TRANSLATE_NOOP("AgreementWords", "Pooled over questions"),
     QT_TRANSLATE_NOOP(
         "AgreementWords",
         "Units of several questions are joined. Where a code is common in one question and rare in "
         "another, this can lie above the value of every question: see By question.")},
    {"prevalence", QT_TRANSLATE_NOOP("AgreementWords", "Very common or very rare"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "Almost all judgements are the same, so chance alone agrees often. κ can be "
                       "low although raters nearly always agree.")},
    {"bias", QT_TRANSLATE_NOOP("AgreementWords", "Used unequally often"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "Raters gave it unequally often; they may draw its border differently. Look "
                       "at who gives it more before reading κ.")},
    {"few_units", QT_TRANSLATE_NOOP("AgreementWords", "Few units"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "The value rests on few units; the true uncertainty may be larger than the "
                       "interval shows.")},
    {"single_unit", QT_TRANSLATE_NOOP("AgreementWords", "One unit alone"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "All units but one were judged alike. The value hangs on that one unit; do "
                       "not rely on the interval.")},
    {"few_clusters", QT_TRANSLATE_NOOP("AgreementWords", "Too few participants for an interval"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "The units come from fewer than ten participants or transcripts. An interval "
                       "would promise too much, so none is shown.")},
    {"units_not_independent", QT_TRANSLATE_NOOP("AgreementWords", "Units taken as independent"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "Several units come from one participant or transcript, but the interval "
                       "takes them as independent. It is then usually too narrow.")},
    {"degenerate_se", QT_TRANSLATE_NOOP("AgreementWords", "Standard error of zero"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "Raters agree on every unit, or one of them always judged the same. That is "
                       "no certainty, so no interval is shown.")},
    {"cut", QT_TRANSLATE_NOOP("AgreementWords", "Interval cut at its bounds"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "The formula's limits went beyond what the coefficient can be and were cut "
                       "there. The interval is rough.")},
    {"undefined_pairs", QT_TRANSLATE_NOOP("AgreementWords", "Pairs without a value"),
     QT_TRANSLATE_NOOP("AgreementWords",
                       "For some pairs of raters the coefficient is not defined; the mean leaves "
                       "them out.")},
}};

} // namespace

VerdictLook lookOf(agreement::Verdict verdict, double target) {
    // A sentence is not to be broken behind the point of ".70".
    QString aim = coefficientText(target);
    aim.insert(1, QChar(u'\u2060'));
    switch (verdict) {
    case agreement::Verdict::Meets:
        return {
            say(QT_TRANSLATE_NOOP("AgreementWords", "meets")),
            say(QT_TRANSLATE_NOOP("AgreementWords", "The lower end of the interval reaches %1.")).arg(aim),
            QStringLiteral("check"), Token::Ok};
    case agreement::Verdict::Likely:
        return {say(QT_TRANSLATE_NOOP("AgreementWords", "likely")),
                say(QT_TRANSLATE_NOOP("AgreementWords", "The value reaches %1, the lower end does not."))
                    .arg(aim),
                QStringLiteral("info"), Token::Text};
    case agreement::Verdict::Unsure:
        return {say(QT_TRANSLATE_NOOP("AgreementWords", "unsure")),
                say(QT_TRANSLATE_NOOP("AgreementWords", "The value stays under %1, the upper end does not."))
                    .arg(aim),
                QStringLiteral("warning"), Token::Warn};
    case agreement::Verdict::Below:
        return {say(QT_TRANSLATE_NOOP("AgreementWords", "below")),
                say(QT_TRANSLATE_NOOP("AgreementWords", "The whole interval lies under %1.")).arg(aim),
                QStringLiteral("cross"), Token::Bad};
    case agreement::Verdict::TooFew:
        return {say(QT_TRANSLATE_NOOP("AgreementWords", "too few")),
                say(QT_TRANSLATE_NOOP(
                        "AgreementWords",
                        "Fewer than %1 units hold the code, or lack it, or have another value than the "
                        "commonest: one unit more or less moves the value too far for a verdict."))
                    .arg(agreement::fewestBeside),
                QStringLiteral("few"), Token::Text};
    case agreement::Verdict::NotDefined:
        break;
    }
    return {say(QT_TRANSLATE_NOOP("AgreementWords", "not defined")),
            say(QT_TRANSLATE_NOOP("AgreementWords", "There is no value for these data.")),
            QStringLiteral("minus"), Token::Text2};
}

QString choiceTitle(CoefficientChoice choice, std::size_t raters) {
    switch (choice) {
    case CoefficientChoice::Kappa:
        return raters > 2 ? say(QT_TRANSLATE_NOOP("AgreementWords", "Conger's κ, all raters"))
                          : say(QT_TRANSLATE_NOOP("AgreementWords", "Cohen's κ"));
    case CoefficientChoice::Fleiss:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "Fleiss' κ"));
    case CoefficientChoice::Alpha:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "Krippendorff's α"));
    case CoefficientChoice::Ac1:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "Gwet's AC1"));
    }
    return {};
}

QString choiceSymbol(CoefficientChoice choice) {
    switch (choice) {
    case CoefficientChoice::Alpha:
        return QStringLiteral("α");
    case CoefficientChoice::Ac1:
        return QStringLiteral("AC1");
    case CoefficientChoice::Kappa:
    case CoefficientChoice::Fleiss:
        break;
    }
    return QStringLiteral("κ");
}

QString estimateTitle(const agreement::Estimate& estimate) {
    if (estimate.id == "icc")
        return QStringLiteral("ICC(%1)").arg(toQt(estimate.form).toUpper());
    QString title = textOf(names, estimate.id);
    if (estimate.id == "gwet_ac" && !estimate.weights.empty() && estimate.weights != "identity")
        title = say(QT_TRANSLATE_NOOP("AgreementWords", "Gwet's AC2"));
    if (!estimate.weights.empty() && estimate.weights != "identity")
        title += QStringLiteral(", ") + textOf(weightings, estimate.weights);
    else if (!estimate.scale.empty() && estimate.scale != "nominal")
        title += QStringLiteral(", ") + (estimate.scale == "ordinal"
                                             ? say(QT_TRANSLATE_NOOP("AgreementWords", "ordinal scale"))
                                             : textOf(weightings, estimate.scale));
    return title;
}

QString estimateSymbol(const agreement::Estimate& estimate) {
    const bool isWeighted = !estimate.weights.empty() && estimate.weights != "identity";
    if (estimate.id == "icc")
        return QStringLiteral("ICC(%1)").arg(toQt(estimate.form).toUpper());
    if (estimate.id == "gwet_ac")
        return isWeighted ? QStringLiteral("AC2") : QStringLiteral("AC1");
    if (estimate.id == "krippendorff_alpha") {
        if (estimate.scale == "masi")
            return QStringLiteral("α, MASI");
        if (estimate.scale == "jaccard")
            return QStringLiteral("α, Jaccard");
        return QStringLiteral("α");
    }
    if (estimate.id == "scott_pi")
        return QStringLiteral("π");
    return isWeighted ? say(QT_TRANSLATE_NOOP("AgreementWords", "weighted κ")) : QStringLiteral("κ");
}

QString intervalMethod(std::string_view method) {
    return textOf(methods, method);
}

QString undefinedReason(agreement::Reason reason) {
    switch (reason) {
    case agreement::Reason::NoVariation:
        return say(QT_TRANSLATE_NOOP(
            "AgreementWords", "Only one category was used: chance alone agrees always, and nothing can be "
                              "said beyond it."));
    case agreement::Reason::NoPairableUnits:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "No unit was completed by two raters."));
    case agreement::Reason::OneRater:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "Agreement needs two raters."));
    case agreement::Reason::TooFewUnits:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "There are fewer units than the formula needs."));
    case agreement::Reason::NotApplicable:
        break;
    }
    return say(QT_TRANSLATE_NOOP("AgreementWords", "The coefficient is not made for these data."));
}

QString undefinedShort(agreement::Reason reason) {
    switch (reason) {
    case agreement::Reason::NoVariation:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "one category only"));
    case agreement::Reason::NoPairableUnits:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "no unit rated twice"));
    case agreement::Reason::OneRater:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "one rater only"));
    case agreement::Reason::TooFewUnits:
        return say(QT_TRANSLATE_NOOP("AgreementWords", "too few units"));
    case agreement::Reason::NotApplicable:
        break;
    }
    return say(QT_TRANSLATE_NOOP("AgreementWords", "not for these data"));
}

CaveatWords caveatWords(std::string_view id) {
    for (const CaveatRow& row : caveats) {
        if (row.id == id)
            return {say(row.title), say(row.explanation)};
    }
    return {toQt(id), {}};
}

QString sliceName(std::string_view by, std::string_view value) {
    if (by == "batch")
        return say(QT_TRANSLATE_NOOP("AgreementWords", "batch %1")).arg(toQt(value));
    if (by != "version")
        return toQt(value);
    return value == "mixed" ? say(QT_TRANSLATE_NOOP("AgreementWords", "several versions"))
                            : say(QT_TRANSLATE_NOOP("AgreementWords", "version %1")).arg(toQt(value));
}

QString deskFigures(QString sentence) {
    static const QRegularExpression percent(QStringLiteral("(\\d)%"));
    static const QRegularExpression leading(QStringLiteral("(?<![\\d.,])0([.,]\\d\\d)(?!\\d)"));
    return sentence.replace(percent, QStringLiteral("\\1 %")).replace(leading, QStringLiteral("\\1"));
}

} // namespace rapport::ui
