// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/study_agreement.h"

#include "agreement/json.h"
#include "agreement/reading.h"
#include "agreement/text.h"
#include "base/csv_text.h"
#include "base/join.h"
#include "base/json.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::agreement {

namespace {

base::Json textOrNull(const std::optional<std::string>& text) {
    return text ? base::Json(*text) : base::Json(nullptr);
}

/// The records of a CSV text, each without its line feed: a line feed inside quotes does not end one.
std::vector<std::string_view> records(std::string_view csv) {
    std::vector<std::string_view> found;
    std::size_t begin = 0;
    bool isQuoted = false;
    for (std::size_t at = 0; at < csv.size(); ++at) {
        if (csv[at] == '"')
            isQuoted = !isQuoted;
        if (csv[at] == '\n' && !isQuoted) {
            found.push_back(csv.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    if (begin < csv.size())
        found.push_back(csv.substr(begin));
    return found;
}

std::size_t codePoints(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(utf8.begin(), utf8.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
    }));
}

std::string figure(const Estimate* estimate) {
    if (estimate == nullptr)
        return "-";
    if (!estimate->value)
        return "not defined";
    const std::string text = fmt::format("{:.3f}", *estimate->value);
    return text == "-0.000" ? "0.000" : text;
}

std::string limits(const Estimate* estimate) {
    if (estimate == nullptr || !estimate->ci)
        return "-";
    return fmt::format("{:.3f} to {:.3f}", estimate->ci->low, estimate->ci->high);
}

std::string coefficientText(const Estimate* estimate) {
    if (estimate == nullptr)
        return "-";
    for (const std::string* detail : {&estimate->form, &estimate->scale})
        if (!detail->empty())
            return fmt::format("{} ({})", estimate->id, *detail);
    const bool isWeighted = !estimate->weights.empty() && estimate->weights != "identity";
    return isWeighted ? fmt::format("{} ({})", estimate->id, estimate->weights) : estimate->id;
}

/// A label on one line: control characters would break the columns.
std::string oneLine(std::string text) {
    for (char& byte : text)
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F)
            byte = ' ';
    return text;
}

constexpr std::size_t columnCount = 10;
using Row = std::array<std::string, columnCount>;
/// The first columns are words, the others figures.
constexpr std::size_t firstFigure = 3;

Row rowOf(const LabelledDocument& result) {
    const AgreementDocument& document = result.agreement;
    const Estimate* leading = leadingEstimate(document);
    // With the weights of the leading coefficient, so that both answer the same question.
    const Estimate* ac =
        findEstimate(document.overall, "gwet_ac", leading != nullptr ? leading->weights : "");
    std::string where = result.prompt.value_or("");
    if (result.by)
        where += (where.empty() ? "" : ", ") + *result.by;
    return {oneLine(result.code.value_or("(all)")),
            where.empty() ? "-" : oneLine(where),
            coefficientText(leading),
            figure(leading),
            limits(leading),
            figure(findEstimate(document.overall, "percent_agreement")),
            figure(ac),
            figure(alphaOf(document)),
            fmt::format("{}", document.data.pairableUnits),
            fmt::format("{}", document.data.missing)};
}

void appendTable(std::string& out, const std::vector<Row>& rows) {
    std::array<std::size_t, columnCount> widths{};
    for (const Row& row : rows)
        for (std::size_t column = 0; column < columnCount; ++column)
            widths[column] = std::max(widths[column], codePoints(row[column]));
    for (const Row& row : rows) {
        std::string line = " ";
        for (std::size_t column = 0; column < columnCount; ++column) {
            const std::string padding(widths[column] - codePoints(row[column]), ' ');
            line += ' ';
            line += column < firstFigure ? row[column] + padding : padding + row[column];
            line += ' ';
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
}

base::Json numberOrNull(const std::optional<double>& number) {
    return number ? base::Json(*number) : base::Json(nullptr);
}

base::Json toJson(const StrataTest& test) {
    base::Json strata = base::Json::array();
    for (const Stratum& stratum : test.strata)
        strata.push_back({{"name", stratum.name}, {"value", stratum.value}, {"se", stratum.se}});
    base::Json entry = base::Json::object();
    entry["round"] = test.round.empty() ? base::Json(nullptr) : base::Json(test.round);
    entry["variable"] = test.variable;
    entry["code"] = textOrNull(test.code);
    entry["coefficient"] = test.coefficient;
    entry["strata"] = std::move(strata);
    entry["left_out"] = test.leftOut;
    entry["combined"] = numberOrNull(test.test.combined);
    entry["se"] = numberOrNull(test.test.se);
    entry["chi_square"] = numberOrNull(test.test.chiSquare);
    entry["df"] = test.test.chiSquare ? base::Json(test.test.df) : base::Json(nullptr);
    entry["p_value"] = numberOrNull(test.test.pValue);
    entry["shares_clusters"] = test.sharesClusters;
    return entry;
}

std::string strataText(const std::vector<StrataTest>& tests) {
    std::string out =
        "\nDoes agreement differ between the groups? Chi-square of homogeneity, one row per test\n";
    std::vector<std::array<std::string, 7>> rows{
        {"code", "coefficient", "groups", "combined", "chi-square", "df", "p"}};
    bool isRough = false;
    for (const StrataTest& test : tests) {
        isRough = isRough || test.sharesClusters;
        rows.push_back({oneLine(test.variable + (test.code ? " " + *test.code : std::string())),
                        test.coefficient + (test.sharesClusters ? " *" : ""),
                        fmt::format("{}", test.strata.size()), fmt::format("{:.3f}", *test.test.combined),
                        fmt::format("{:.2f}", *test.test.chiSquare), fmt::format("{:.0f}", test.test.df),
                        *test.test.pValue < 0.001 ? "< 0.001" : fmt::format("{:.3f}", *test.test.pValue)});
    }
    std::array<std::size_t, 7> widths{};
    for (const auto& row : rows)
        for (std::size_t column = 0; column < row.size(); ++column)
            widths[column] = std::max(widths[column], codePoints(row[column]));
    for (const auto& row : rows) {
        std::string line = " ";
        for (std::size_t column = 0; column < row.size(); ++column) {
            const std::string padding(widths[column] - codePoints(row[column]), ' ');
            line += ' ' + (column < 2 ? row[column] + padding : padding + row[column]) + ' ';
        }
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + '\n';
    }
    if (isRough)
        out += "  * the same participants or transcripts are in several groups: take p as rough\n";
    return out;
}

} // namespace

std::vector<StrataTest> testStrata(const std::vector<LabelledDocument>& results, Strata by,
                                   const std::vector<std::string>& sharing) {
    std::vector<StrataTest> tests;
    for (const LabelledDocument& result : results) {
        const std::optional<std::string>& name = by == Strata::Prompts ? result.prompt : result.by;
        if (!name)
            continue;
        const std::string round = by == Strata::Rounds ? std::string() : result.round;
        auto found = std::find_if(tests.begin(), tests.end(), [&](const StrataTest& test) {
            return test.round == round && test.variable == result.variable && test.code == result.code;
        });
        if (found == tests.end()) {
            StrataTest test;
            test.round = round;
            test.variable = result.variable;
            test.code = result.code;
            test.sharesClusters = std::find(sharing.begin(), sharing.end(), result.variable) != sharing.end();
            found = tests.insert(tests.end(), std::move(test));
        }
        const Estimate* leading = leadingEstimate(result.agreement);
        const std::string coefficient = coefficientText(leading);
        const bool isFirst = found->strata.empty();
        // Those without a value are no group of their own.
        if (name->empty() || leading == nullptr || !leading->value ||
            result.besideCommonest.value_or(0) < fewestVarying || !(leading->se.value_or(0) > 0) ||
            (!isFirst && coefficient != found->coefficient)) {
            found->leftOut.push_back(*name);
            continue;
        }
        found->coefficient = coefficient;
        found->strata.push_back({*name, *leading->value, *leading->se});
    }
    std::erase_if(tests, [](const StrataTest& test) { return test.strata.size() < 2; });
    for (StrataTest& test : tests)
        test.test = homogeneity(test.strata);
    return tests;
}

base::Json toJson(const StudyAgreement& study) {
    base::Json results = base::Json::array();
    for (const LabelledDocument& result : study.results) {
        base::Json entry = base::Json::object();
        entry["round"] = result.round;
        entry["variable"] = result.variable;
        entry["code"] = textOrNull(result.code);
        entry["prompt"] = textOrNull(result.prompt);
        entry["by"] = textOrNull(result.by);
        entry["agreement"] = toJson(result.agreement);
        results.push_back(std::move(entry));
    }
    base::Json document = base::Json::object();
    document["schema"] = "rapport.agreement-study/1";
    document["study"] = study.study;
    document["results"] = std::move(results);
    if (!study.roundsLeftOut.empty())
        document["rounds_left_out"] = study.roundsLeftOut;
    if (!study.leftOutToRate.empty())
        document["left_out_to_rate"] = study.leftOutToRate;
    if (!study.strata.empty()) {
        document["homogeneity"] = base::Json::array();
        for (const StrataTest& test : study.strata)
            document["homogeneity"].push_back(toJson(test));
    }
    return document;
}

std::string toText(const StudyAgreement& study) {
    std::string out = fmt::format("Agreement of {}\n", study.study);
    if (study.results.empty()) {
        if (!study.leftOutToRate.empty())
            return out + "\nNothing to measure: you still have to rate what was completed, or texts of its "
                         "participants.\n";
        if (study.roundsLeftOut.empty())
            return out + "\nNothing to measure: no unit was completed by two raters.\n";
        return out +
               fmt::format("\nNothing to measure in the rounds that are looked at by themselves, those for "
                           "reliability, else work outside rounds: no unit was completed by two raters.\n"
                           "Rated, too: {}. Ask for one with --round NAME.\n",
                           fmt::join(study.roundsLeftOut, ", "));
    }

    std::vector<bool> isDone(study.results.size(), false);
    for (std::size_t first = 0; first < study.results.size(); ++first) {
        if (isDone[first])
            continue;
        const LabelledDocument& head = study.results[first];
        std::vector<Row> rows{{"code", "where", "coefficient", "value", "interval", "agreement", "AC1/AC2",
                               "alpha", "units", "missing"}};
        std::string reasons;
        for (std::size_t index = first; index < study.results.size(); ++index) {
            const LabelledDocument& result = study.results[index];
            if (result.round != head.round || result.variable != head.variable)
                continue;
            isDone[index] = true;
            rows.push_back(rowOf(result));
            const Estimate* leading = leadingEstimate(result.agreement);
            if (leading != nullptr && leading->undefined) {
                const std::string& where = rows.back()[1];
                reasons += fmt::format("  {}{}: {}\n", rows.back()[0], where == "-" ? "" : " (" + where + ")",
                                       leading->undefined->message);
            }
        }
        out += fmt::format("\nRound {}, variable {}, raters {}\n", head.round, head.variable,
                           fmt::join(head.agreement.data.raters, ", "));
        appendTable(out, rows);
        out += reasons;
    }
    if (!study.strata.empty())
        out += strataText(study.strata);
    return out;
}

std::string toCsv(const StudyAgreement& study) {
    std::string header = toCsv(AgreementDocument{});
    header.resize(header.find('\n'));
    std::string out = "round,variable,code,prompt,by," + header + '\n';
    for (const LabelledDocument& result : study.results) {
        const std::string labels =
            fmt::format("{},{},{},{},{},", base::csvCell(result.round), base::csvCell(result.variable),
                        base::csvCell(result.code.value_or("")), base::csvCell(result.prompt.value_or("")),
                        base::csvCell(result.by.value_or("")));
        const std::string csv = toCsv(result.agreement);
        const auto lines = records(csv);
        for (std::size_t index = 1; index < lines.size(); ++index)
            out += labels + std::string(lines[index]) + '\n';
    }
    return out;
}

} // namespace rapport::agreement
