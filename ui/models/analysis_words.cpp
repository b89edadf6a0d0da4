// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/analysis_words.h"

#include "service/analysing.h"
#include "ui/bridge/text.h"
#include "ui/models/figures.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <array>

namespace rapport::ui {

namespace {

struct Word {
    const char* id;
    const char* text;
};

QString said(const char* text) {
    return QCoreApplication::translate("Analysis", text);
}

template<std::size_t N>
QString wordOf(const std::array<Word, N>& words, const std::string& id) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&id](const Word& word) { return id == word.id; });
    return found == words.end() ? QString() : said(found->text);
}

constexpr std::array titles{
    Word{"frequencies", QT_TRANSLATE_NOOP("Analysis", "How often")},
    Word{"crosstab", QT_TRANSLATE_NOOP("Analysis", "Groups compared")},
    Word{"cooccurrence", QT_TRANSLATE_NOOP("Analysis", "Codes together")},
    Word{"counts", QT_TRANSLATE_NOOP("Analysis", "Codes per unit")},
    Word{"ranks", QT_TRANSLATE_NOOP("Analysis", "Numbers by group")},
    Word{"scores", QT_TRANSLATE_NOOP("Analysis", "Codes and scores")},
    Word{"responses", QT_TRANSLATE_NOOP("Analysis", "Yes-no questions")},
    Word{"sequence", QT_TRANSLATE_NOOP("Analysis", "Along transcripts")},
    Word{"speakers", QT_TRANSLATE_NOOP("Analysis", "Speakers")},
    Word{"saturation", QT_TRANSLATE_NOOP("Analysis", "New codes per source")},
    Word{"delphi", QT_TRANSLATE_NOOP("Analysis", "Panel rounds")},
    Word{"drift", QT_TRANSLATE_NOOP("Analysis", "Raters over time")},
};

constexpr std::array questions{
    Word{"frequencies",
         QT_TRANSLATE_NOOP("Analysis", "How often is each code given, and between which limits?")},
    Word{"crosstab",
         QT_TRANSLATE_NOOP("Analysis", "Is a code given more often in one group than in another?")},
    Word{"cooccurrence", QT_TRANSLATE_NOOP("Analysis", "Which codes are given together?")},
    Word{"counts", QT_TRANSLATE_NOOP("Analysis", "How many codes does a unit have?")},
    Word{"ranks", QT_TRANSLATE_NOOP("Analysis", "Do groups differ in numbers of codes, levels and counts?")},
    Word{"scores", QT_TRANSLATE_NOOP("Analysis", "Do people who show a code score higher?")},
    Word{"responses", QT_TRANSLATE_NOOP("Analysis", "Who said yes?")},
    Word{"sequence", QT_TRANSLATE_NOOP("Analysis", "Where in a talk does a code come, and what follows it?")},
    Word{"speakers", QT_TRANSLATE_NOOP("Analysis", "Who speaks how much, and with which codes?")},
    Word{"saturation", QT_TRANSLATE_NOOP("Analysis", "Do more people still bring new codes?")},
    Word{"delphi", QT_TRANSLATE_NOOP("Analysis", "Does a panel come closer from round to round?")},
    Word{"drift", QT_TRANSLATE_NOOP("Analysis", "Does a rater give a code more often as time goes by?")},
};

constexpr std::array tables{
    Word{"frequencies", QT_TRANSLATE_NOOP("Analysis", "Shares")},
    Word{"tests", QT_TRANSLATE_NOOP("Analysis", "Comparisons")},
    Word{"overall", QT_TRANSLATE_NOOP("Analysis", "All groups")},
    Word{"pairs", QT_TRANSLATE_NOOP("Analysis", "Pairs")},
    Word{"matrix", QT_TRANSLATE_NOOP("Analysis", "Matrix")},
    Word{"counts", QT_TRANSLATE_NOOP("Analysis", "Numbers")},
    Word{"distribution", QT_TRANSLATE_NOOP("Analysis", "Distribution")},
    Word{"responses", QT_TRANSLATE_NOOP("Analysis", "Answers")},
    Word{"scores", QT_TRANSLATE_NOOP("Analysis", "Scores")},
    Word{"sequence", QT_TRANSLATE_NOOP("Analysis", "Places")},
    Word{"transitions", QT_TRANSLATE_NOOP("Analysis", "What follows")},
    Word{"speakers", QT_TRANSLATE_NOOP("Analysis", "Speakers")},
    Word{"codes", QT_TRANSLATE_NOOP("Analysis", "Codes")},
    Word{"saturation", QT_TRANSLATE_NOOP("Analysis", "Sources")},
    Word{"delphi", QT_TRANSLATE_NOOP("Analysis", "Items")},
    Word{"drift", QT_TRANSLATE_NOOP("Analysis", "Quarters")},
};

constexpr std::array columns{
    Word{"prompt", QT_TRANSLATE_NOOP("Analysis", "Question")},
    Word{"variable", QT_TRANSLATE_NOOP("Analysis", "Variable")},
    Word{"code", QT_TRANSLATE_NOOP("Analysis", "Code")},
    Word{"group", QT_TRANSLATE_NOOP("Analysis", "Group")},
    Word{"units", QT_TRANSLATE_NOOP("Analysis", "n")},
    Word{"with", QT_TRANSLATE_NOOP("Analysis", "with")},
    Word{"share", QT_TRANSLATE_NOOP("Analysis", "share")},
    Word{"bar", QT_TRANSLATE_NOOP("Analysis", "0 to 100 %")},
    Word{"limits", QT_TRANSLATE_NOOP("Analysis", "interval")},
    Word{"missing", QT_TRANSLATE_NOOP("Analysis", "not judged")},
    Word{"comparison", QT_TRANSLATE_NOOP("Analysis", "Comparison")},
    Word{"first_group", QT_TRANSLATE_NOOP("Analysis", "first group")},
    Word{"second_group", QT_TRANSLATE_NOOP("Analysis", "second group")},
    Word{"difference", QT_TRANSLATE_NOOP("Analysis", "difference, points")},
    Word{"odds", QT_TRANSLATE_NOOP("Analysis", "odds ratio")},
    Word{"test", QT_TRANSLATE_NOOP("Analysis", "test")},
    Word{"statistic", QT_TRANSLATE_NOOP("Analysis", "statistic")},
    Word{"p", QT_TRANSLATE_NOOP("Analysis", "p")},
    Word{"p_holm", QT_TRANSLATE_NOOP("Analysis", "p, Holm")},
    Word{"cramers_v", QT_TRANSLATE_NOOP("Analysis", "Cramér's V")},
    Word{"groups", QT_TRANSLATE_NOOP("Analysis", "groups")},
    Word{"first", QT_TRANSLATE_NOOP("Analysis", "Code")},
    Word{"second", QT_TRANSLATE_NOOP("Analysis", "With")},
    Word{"first_count", QT_TRANSLATE_NOOP("Analysis", "first")},
    Word{"second_count", QT_TRANSLATE_NOOP("Analysis", "second")},
    Word{"both", QT_TRANSLATE_NOOP("Analysis", "both")},
    Word{"jaccard", QT_TRANSLATE_NOOP("Analysis", "Jaccard")},
    Word{"measure", QT_TRANSLATE_NOOP("Analysis", "What is counted")},
    Word{"value", QT_TRANSLATE_NOOP("Analysis", "value")},
    Word{"mean", QT_TRANSLATE_NOOP("Analysis", "mean")},
    Word{"sd", QT_TRANSLATE_NOOP("Analysis", "sd")},
    Word{"smallest", QT_TRANSLATE_NOOP("Analysis", "least")},
    Word{"lower_quartile", QT_TRANSLATE_NOOP("Analysis", "lower quartile")},
    Word{"median", QT_TRANSLATE_NOOP("Analysis", "median")},
    Word{"upper_quartile", QT_TRANSLATE_NOOP("Analysis", "upper quartile")},
    Word{"largest", QT_TRANSLATE_NOOP("Analysis", "most")},
    Word{"score", QT_TRANSLATE_NOOP("Analysis", "Score")},
    Word{"mean_with", QT_TRANSLATE_NOOP("Analysis", "mean with")},
    Word{"mean_without", QT_TRANSLATE_NOOP("Analysis", "mean without")},
    Word{"r", QT_TRANSLATE_NOOP("Analysis", "r")},
    Word{"a_units", QT_TRANSLATE_NOOP("Analysis", "n, first")},
    Word{"b_units", QT_TRANSLATE_NOOP("Analysis", "n, second")},
    Word{"a_median", QT_TRANSLATE_NOOP("Analysis", "median, first")},
    Word{"b_median", QT_TRANSLATE_NOOP("Analysis", "median, second")},
    Word{"rank_biserial", QT_TRANSLATE_NOOP("Analysis", "rank-biserial r")},
    Word{"source", QT_TRANSLATE_NOOP("Analysis", "Source")},
    Word{"unit", QT_TRANSLATE_NOOP("Analysis", "Unit")},
    Word{"speaker", QT_TRANSLATE_NOOP("Analysis", "Speaker")},
    Word{"place", QT_TRANSLATE_NOOP("Analysis", "place")},
    Word{"begin", QT_TRANSLATE_NOOP("Analysis", "from")},
    Word{"end", QT_TRANSLATE_NOOP("Analysis", "to")},
    Word{"from", QT_TRANSLATE_NOOP("Analysis", "After")},
    Word{"to", QT_TRANSLATE_NOOP("Analysis", "comes")},
    Word{"count", QT_TRANSLATE_NOOP("Analysis", "times")},
    Word{"turns", QT_TRANSLATE_NOOP("Analysis", "turns")},
    Word{"code_points", QT_TRANSLATE_NOOP("Analysis", "characters")},
    Word{"seconds", QT_TRANSLATE_NOOP("Analysis", "seconds")},
    Word{"judged_turns", QT_TRANSLATE_NOOP("Analysis", "judged turns")},
    Word{"coded_turns", QT_TRANSLATE_NOOP("Analysis", "coded turns")},
    Word{"codes", QT_TRANSLATE_NOOP("Analysis", "codes")},
    Word{"sources", QT_TRANSLATE_NOOP("Analysis", "sources")},
    Word{"new", QT_TRANSLATE_NOOP("Analysis", "new")},
    Word{"seen", QT_TRANSLATE_NOOP("Analysis", "seen")},
    Word{"rater", QT_TRANSLATE_NOOP("Analysis", "Rater")},
    Word{"round", QT_TRANSLATE_NOOP("Analysis", "Round")},
    Word{"quarter", QT_TRANSLATE_NOOP("Analysis", "Quarter")},
    Word{"item", QT_TRANSLATE_NOOP("Analysis", "Item")},
    Word{"df", QT_TRANSLATE_NOOP("Analysis", "degrees of freedom")},
    Word{"smallest_expected", QT_TRANSLATE_NOOP("Analysis", "smallest expected count")},
    Word{"tests", QT_TRANSLATE_NOOP("Analysis", "comparisons that Holm counts")},
    Word{"iqr", QT_TRANSLATE_NOOP("Analysis", "quartile range")},
};

constexpr std::array resultWords{
    Word{"all", QT_TRANSLATE_NOOP("Analysis", "all questions")},
    Word{"turn", QT_TRANSLATE_NOOP("Analysis", "turns")},
    Word{"sentence", QT_TRANSLATE_NOOP("Analysis", "sentences")},
    Word{"transcript", QT_TRANSLATE_NOOP("Analysis", "transcripts")},
    Word{"answer", QT_TRANSLATE_NOOP("Analysis", "answers")},
    Word{"number_of_codes", QT_TRANSLATE_NOOP("Analysis", "number of codes")},
    Word{"level", QT_TRANSLATE_NOOP("Analysis", "level")},
    Word{"count", QT_TRANSLATE_NOOP("Analysis", "count")},
    Word{"fisher", QT_TRANSLATE_NOOP("Analysis", "Fisher")},
    Word{"fisher_simulated", QT_TRANSLATE_NOOP("Analysis", "Fisher, simulated")},
    Word{"chi_square", QT_TRANSLATE_NOOP("Analysis", "χ²")},
    Word{"no_variation", QT_TRANSLATE_NOOP("Analysis", "no variation")},
    Word{"mann_whitney", QT_TRANSLATE_NOOP("Analysis", "Mann-Whitney")},
    Word{"kruskal_wallis", QT_TRANSLATE_NOOP("Analysis", "Kruskal-Wallis")},
    Word{"wilson", QT_TRANSLATE_NOOP("Analysis", "Wilson")},
    Word{"cluster_logit", QT_TRANSLATE_NOOP("Analysis", "by person or transcript")},
    Word{"wilson_by_cluster", QT_TRANSLATE_NOOP("Analysis", "Wilson, by person or transcript")},
    Word{"few_clusters", QT_TRANSLATE_NOOP("Analysis", "too few persons")},
};

constexpr std::array figures{
    Word{"bars", QT_TRANSLATE_NOOP("Analysis", "Bars")},
    Word{"dots", QT_TRANSLATE_NOOP("Analysis", "Dots")},
    Word{"matrix", QT_TRANSLATE_NOOP("Analysis", "Matrix")},
    Word{"network", QT_TRANSLATE_NOOP("Analysis", "Network")},
    Word{"stack", QT_TRANSLATE_NOOP("Analysis", "Stacked bars")},
    Word{"timeline", QT_TRANSLATE_NOOP("Analysis", "Timeline")},
    Word{"curve", QT_TRANSLATE_NOOP("Analysis", "Curve")},
};

std::optional<double> number(const analysis::ResultTable& table, std::size_t row, const char* column) {
    const analysis::Value& value = table.at(row, column);
    if (const auto* exact = std::get_if<double>(&value))
        return *exact;
    if (const auto* count = std::get_if<std::int64_t>(&value))
        return double(*count);
    return std::nullopt;
}

QString percent(std::optional<double> share) {
    return share ? percentText(*share, 1) + QStringLiteral(" %") : noFigure();
}

QString text(const analysis::ResultTable& table, std::size_t row, const char* column) {
    return toQt(analysis::exactText(table.at(row, column)));
}

QString decimals(std::optional<double> value) {
    return value ? QLocale().toString(*value, 'f', 2) : noFigure();
}

QString shareSentence(const analysis::ResultTable& table, std::size_t row, const QString& code,
                      double level) {
    const auto units = number(table, row, "units");
    const auto with = number(table, row, "with");
    if (!units || !with)
        return {};
    QString who = code.isEmpty() ? resultWord("prompt", analysis::exactText(table.at(row, "prompt"))) : code;
    if (const QString group = text(table, row, "group"); !group.isEmpty())
        who += QStringLiteral(", ") + group;
    QString sentence = said(QT_TRANSLATE_NOOP("Analysis", "%1: %2 of %3 (%4)."))
                           .arg(who, countText(qint64(*with)), countText(qint64(*units)),
                                percent(number(table, row, "share")));
    const std::string method = analysis::exactText(table.at(row, "interval"));
    if (method == "few_clusters")
        sentence += QLatin1Char(' ') +
                    said(QT_TRANSLATE_NOOP("Analysis", "Too few persons or transcripts for limits of a share "
                                                       "in which they count more than once."));
    else if (const auto low = number(table, row, "low"))
        sentence +=
            QLatin1Char(' ') + said(QT_TRANSLATE_NOOP("Analysis", "%1 % interval %2 to %3 (%4)."))
                                   .arg(QString::number(qRound(level * 100)), percent(low),
                                        percent(number(table, row, "high")), resultWord("interval", method));
    if (const auto missing = number(table, row, "missing"); missing && *missing > 0)
        sentence +=
            QLatin1Char(' ') + said(QT_TRANSLATE_NOOP("Analysis", "Not judged, and in neither number: %1."))
                                   .arg(countText(qint64(*missing)));
    return sentence;
}

QString testSentence(const analysis::ResultTable& table, std::size_t row, const QString& code) {
    const QString a = text(table, row, "a");
    const QString b = text(table, row, "b");
    const auto group = [&](const QString& name, const char* with, const char* units, const char* share) {
        return said(QT_TRANSLATE_NOOP("Analysis", "%1: %2 of %3 (%4)."))
            .arg(name, text(table, row, with), text(table, row, units), percent(number(table, row, share)));
    };
    QString sentence = code.isEmpty() ? QString() : code + QStringLiteral(". ");
    sentence += group(a, "a_with", "a_units", "a_share") + QLatin1Char(' ') +
                group(b, "b_with", "b_units", "b_share");
    const std::string test = analysis::exactText(table.at(row, "test"));
    if (test == "no_variation")
        return sentence + QLatin1Char(' ') +
               said(QT_TRANSLATE_NOOP("Analysis", "Everybody or nobody has it: there is nothing to test."));
    if (const auto difference = number(table, row, "risk_difference"))
        sentence +=
            QLatin1Char(' ') +
            said(QT_TRANSLATE_NOOP("Analysis", "Difference %1 points, %2 to %3 (Newcombe)."))
                .arg(percentText(*difference, 1), percentText(number(table, row, "risk_low").value_or(0), 1),
                     percentText(number(table, row, "risk_high").value_or(0), 1));
    if (const auto odds = number(table, row, "odds_ratio"))
        sentence += QLatin1Char(' ') + said(QT_TRANSLATE_NOOP("Analysis", "Odds ratio %1, %2 to %3."))
                                           .arg(decimals(odds), decimals(number(table, row, "odds_low")),
                                                decimals(number(table, row, "odds_high")));
    sentence +=
        QLatin1Char(' ') + said(QT_TRANSLATE_NOOP("Analysis", "%1: p %2; Holm over %3 comparisons: p %4."))
                               .arg(resultWord("test", test), probabilityText(number(table, row, "p")),
                                    text(table, row, "tests"), probabilityText(number(table, row, "p_holm")));
    return sentence;
}

} // namespace

QString analysisTitle(const std::string& name) {
    return wordOf(titles, name);
}

QString analysisQuestion(const std::string& name) {
    return wordOf(questions, name);
}

QString tableTitle(const std::string& id) {
    const QString word = wordOf(tables, id);
    return word.isEmpty() ? toQt(id) : word;
}

QString columnTitle(const std::string& id) {
    const QString word = wordOf(columns, id);
    // Columns of a matrix are codes.
    return word.isEmpty() ? toQt(id) : word;
}

QString resultWord(const std::string& column, const std::string& word) {
    static constexpr std::array translated{"prompt", "measure", "test", "interval", "odds_method"};
    const bool isOurs = std::find(translated.begin(), translated.end(), column) != translated.end();
    const QString ours = isOurs ? wordOf(resultWords, word) : QString();
    return ours.isEmpty() ? toQt(word) : ours;
}

QString figureTitle(const std::string& kind) {
    const QString word = wordOf(figures, kind);
    return word.isEmpty() ? toQt(kind) : word;
}

QString probabilityText(std::optional<double> p) {
    if (!p)
        return noFigure();
    if (*p < 0.001)
        return QStringLiteral("< ") + coefficientText(0.001, 3);
    return coefficientText(*p, 3);
}

QString rowSentence(const analysis::ResultTable& table, std::size_t row, const QString& code, double level) {
    if (row >= table.rows.size())
        return {};
    if (table.column("risk_difference") != analysis::ResultTable::npos)
        return testSentence(table, row, code);
    if (table.column("share") != analysis::ResultTable::npos &&
        table.column("with") != analysis::ResultTable::npos)
        return shareSentence(table, row, code, level);
    if (table.column("jaccard") != analysis::ResultTable::npos) {
        const auto both = number(table, row, "both");
        return said(QT_TRANSLATE_NOOP("Analysis", "Given together %1 times: of %2 and %3. Jaccard %4."))
            .arg(countText(qint64(both.value_or(0))), text(table, row, "first_count"),
                 text(table, row, "second_count"), coefficientText(number(table, row, "jaccard")));
    }
    return {};
}

QString madeSentence(const analysis::Result& result) {
    const auto fact = [&result](const char* key) {
        for (const auto& [name, value] : result.data) {
            if (name == key)
                return toQt(analysis::exactText(value));
        }
        return QString();
    };
    const auto count = [&fact](const char* key) { return fact(key).toLongLong(); };
    QStringList parts;
    const QString rule = fact("codes_from");
    if (rule == QLatin1String("assigned_rater_then_consensus_then_first_assigned"))
        parts.append(said(QT_TRANSLATE_NOOP(
            "Analysis",
            "One value per unit, never the union: the one rater's; where several rated it, what was "
            "settled, else the first assigned rater's.")));
    else if (rule.contains(QLatin1String("consensus")) && !rule.contains(QLatin1String("rater")))
        parts.append(said(QT_TRANSLATE_NOOP(
            "Analysis", "What was settled and what all raters of a unit share; the rest is missing.")));
    else if (!rule.isEmpty())
        parts.append(said(QT_TRANSLATE_NOOP(
            "Analysis",
            "One value per unit, never the union: the one rater's; where several rated it, the first "
            "assigned rater's. What was settled stays out.")));
    if (!fact("units").isEmpty())
        parts.append(
            said(QT_TRANSLATE_NOOP("Analysis",
                                   "%1 of %2: %3 settled, %4 from one rater, %5 from the first of "
                                   "several, %6 not judged."))
                .arg(counted(count("units"), said(QT_TRANSLATE_NOOP("Analysis", "1 unit")),
                             said(QT_TRANSLATE_NOOP("Analysis", "%1 units"))),
                     counted(count("participants"), said(QT_TRANSLATE_NOOP("Analysis", "1 participant")),
                             said(QT_TRANSLATE_NOOP("Analysis", "%1 participants"))),
                     countText(count("from_consensus")),
                     countText(count("from_assigned_rater") + count("from_first_rater")),
                     countText(count("from_first_assigned")), countText(count("missing"))));
    if (!fact("rounds").isEmpty())
        parts.append(said(QT_TRANSLATE_NOOP("Analysis", "Rounds: %1; codebook version %2."))
                         .arg(fact("rounds").replace(QLatin1Char(','), QStringLiteral(", ")),
                              fact("codebook_version")));
    if (!fact(service::leftOutToRate).isEmpty())
        parts.append(counted(
            count(service::leftOutToRate),
            said(QT_TRANSLATE_NOOP("Analysis", "1 unit is left out: you still have to rate it yourself.")),
            said(QT_TRANSLATE_NOOP("Analysis",
                                   "%1 units are left out: you still have to rate them yourself."))));
    const auto notes = [&result](const char* note) {
        return std::find(result.notes.begin(), result.notes.end(), note) != result.notes.end();
    };
    if (notes("fisher_below_five"))
        parts.append(said(QT_TRANSLATE_NOOP(
            "Analysis",
            "Fisher's exact test where an expected count is below 5, else χ² without correction.")));
    if (notes("ranks_are_large_sample"))
        parts.append(
            said(QT_TRANSLATE_NOOP("Analysis", "Tests by ranks are large-sample, corrected for ties.")));
    return parts.join(QLatin1Char(' '));
}

} // namespace rapport::ui
