// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/study_agreement.h"

#include "agreement/json.h"
#include "agreement/reading.h"
#include "agreement/text.h"
#include "base/format.h"
#include "base/json.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::agreement {

namespace {

base::Json textOrNull(const std::optional<std::string>& text) {
    return text ? base::Json(*text) : base::Json(nullptr);
}

std::string csvCell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos)
        return std::string(text);
    std::string quoted = "\"";
    for (const char byte : text) {
        if (byte == '"')
            quoted += '"';
        quoted += byte;
    }
    return quoted + '"';
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

} // namespace

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
    return document;
}

std::string toText(const StudyAgreement& study) {
    std::string out = fmt::format("Agreement of {}\n", study.study);
    if (study.results.empty())
        return out + "\nNothing to measure: no unit was completed by two raters.\n";

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
    return out;
}

std::string toCsv(const StudyAgreement& study) {
    std::string header = toCsv(AgreementDocument{});
    header.resize(header.find('\n'));
    std::string out = "round,variable,code,prompt,by," + header + '\n';
    for (const LabelledDocument& result : study.results) {
        const std::string labels =
            fmt::format("{},{},{},{},{},", csvCell(result.round), csvCell(result.variable),
                        csvCell(result.code.value_or("")), csvCell(result.prompt.value_or("")),
                        csvCell(result.by.value_or("")));
        const std::string csv = toCsv(result.agreement);
        const auto lines = records(csv);
        for (std::size_t index = 1; index < lines.size(); ++index)
            out += labels + std::string(lines[index]) + '\n';
    }
    return out;
}

} // namespace rapport::agreement
