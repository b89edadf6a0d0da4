// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/matrix.h"

#include "agreement/csv_text.h"
#include "base/format.h"
#include "base/number.h"

#include <algorithm>

namespace rapport::agreement {

namespace {

tl::unexpected<base::Error> failed(base::Error error) {
    return tl::make_unexpected(std::move(error));
}

/// An empty text, a text of blanks, or NA.
bool isMissing(std::string_view cell) {
    return cell.empty() || cell == "NA" || cell.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

base::Status checkHeader(const CsvText& csv, const std::vector<std::string_view>& header) {
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (header[column].empty())
            return base::fail(base::Errc::Unreadable, csv.placeOf(column), "a column has no name",
                              "the first row names the columns");
        if (std::find(header.begin(), header.begin() + static_cast<std::ptrdiff_t>(column), header[column]) !=
            header.begin() + static_cast<std::ptrdiff_t>(column))
            return base::fail(base::Errc::Unreadable, csv.placeOf(column),
                              fmt::format("two columns are called '{}'", header[column]));
    }
    return {};
}

std::string cellCount(std::size_t found, std::size_t wanted) {
    return fmt::format("the row has {} cells, the header {}", found, wanted);
}

} // namespace

base::Result<ReliabilityData> readMatrix(std::string_view text, const MatrixOptions& options) {
    CsvText csv(text, options.fileName);
    std::vector<std::string_view> header;
    if (!csv.next(header)) {
        if (csv.fault())
            return failed(*csv.fault());
        return base::fail(base::Errc::Unreadable, base::Place{options.fileName, 1, 1, {}},
                          "the table is empty", "first row: unit, perhaps cluster, and one column per rater");
    }
    RAPPORT_TRY(checkHeader(csv, header));
    constexpr std::size_t none = static_cast<std::size_t>(-1);
    std::size_t unitColumn = none;
    std::size_t clusterColumn = none;
    std::vector<std::size_t> raterColumns;
    std::vector<std::string> raters;
    for (std::size_t column = 0; column < header.size(); ++column) {
        if (header[column] == "unit") {
            unitColumn = column;
        } else if (header[column] == "cluster") {
            clusterColumn = column;
        } else {
            raterColumns.push_back(column);
            raters.emplace_back(header[column]);
        }
    }
    if (unitColumn == none)
        return base::fail(base::Errc::Unreadable, csv.placeOf(0), "the table has no column 'unit'",
                          "first row: unit, perhaps cluster, and one column per rater");
    if (raters.empty())
        return base::fail(base::Errc::Unreadable, csv.placeOf(0), "the table has no column of ratings",
                          "every column besides unit and cluster is a rater");

    if (raters.size() < 2)
        return base::fail(base::Errc::Unreadable, csv.placeOf(raterColumns[0], raters[0]),
                          fmt::format("'{}' is the only rater; agreement needs two", raters[0]),
                          "every column besides unit and cluster is a rater");

    ReliabilityBuilder builder(raters, options.scale);
    if (!options.categories.empty())
        builder.declareCategories(options.categories);
    if (builder.hasFault()) {
        auto refused = builder.build();
        return base::fail(refused);
    }
    const bool wantsNumbers = options.scale == Scale::Interval || options.scale == Scale::Ratio;
    RowFaults faults;
    std::size_t known = builder.labels().size();
    std::vector<std::string_view> cells;
    std::vector<std::string_view> ratings(raters.size());
    bool isEmpty = true;
    // A digest of each unit's name with its line: equal names lie side by side once sorted.
    std::vector<std::pair<std::size_t, std::size_t>> units;
    while (csv.next(cells)) {
        isEmpty = false;
        if (cells.size() != header.size()) {
            faults.add(csv.placeOf(std::min(cells.size(), header.size()) - 1),
                       cellCount(cells.size(), header.size()),
                       "a cell that holds the separator must be quoted");
            continue;
        }
        for (std::size_t rater = 0; rater < ratings.size(); ++rater) {
            const std::string_view cell = cells[raterColumns[rater]];
            ratings[rater] = isMissing(cell) ? std::string_view() : cell;
        }
        if (!isMissing(cells[unitColumn]))
            units.emplace_back(std::hash<std::string_view>{}(cells[unitColumn]), csv.placeOf(0).line);
        if (clusterColumn != none && isMissing(cells[clusterColumn])) {
            faults.add(csv.placeOf(clusterColumn, "cluster"), "the unit has no cluster",
                       "name one, or leave the column out");
            continue;
        }
        if (!options.categories.empty()) {
            bool allKnown = true;
            for (std::size_t rater = 0; rater < ratings.size(); ++rater)
                if (!ratings[rater].empty() && !builder.accepts(ratings[rater])) {
                    faults.add(csv.placeOf(raterColumns[rater], raters[rater]),
                               fmt::format("'{}' is not in the declared list of categories", ratings[rater]),
                               "add it to --categories, or correct the rating");
                    allKnown = false;
                }
            if (!allKnown)
                continue;
        }
        builder.addUnitViews(ratings,
                             clusterColumn == none ? std::nullopt
                                                   : std::optional<std::string_view>(cells[clusterColumn]),
                             cells[unitColumn]);
        for (; known < builder.labels().size(); ++known) {
            const std::string& label = builder.labels()[known];
            const auto number = base::parseNumber(label);
            if (!wantsNumbers || (number && (options.scale != Scale::Ratio || *number >= 0)))
                continue;
            const auto rater =
                static_cast<std::size_t>(std::find(ratings.begin(), ratings.end(), label) - ratings.begin());
            faults.add(csv.placeOf(raterColumns[rater], raters[rater]),
                       number ? fmt::format("{} is negative; a ratio scale starts at 0", label)
                              : fmt::format("'{}' is not a number, which the scale {} needs", label,
                                            name(options.scale)),
                       "use --scale nominal or ordinal, or correct the rating");
        }
        if (builder.hasFault()) {
            // More values than a table of pairs can hold: this row is where it happened.
            auto refused = builder.build();
            base::Error error = refused ? base::Error{} : refused.error();
            error.code = base::Errc::Unreadable;
            error.where = csv.placeOf(0);
            return failed(std::move(error));
        }
    }
    if (csv.fault())
        return failed(*csv.fault());
    if (faults.any())
        return failed(faults.error());
    std::sort(units.begin(), units.end());
    const auto twice = std::adjacent_find(units.begin(), units.end(),
                                          [](const auto& a, const auto& b) { return a.first == b.first; });
    if (twice != units.end())
        return base::fail(base::Errc::Unreadable, base::Place{options.fileName, (twice + 1)->second, 0, {}},
                          fmt::format("names the same unit as line {}", twice->second),
                          "a unit has one row; give each of them a name of its own, or keep one");
    if (isEmpty)
        return base::fail(base::Errc::Unreadable, base::Place{options.fileName, 2, 1, {}},
                          "the table has no units", "below the header: one row per unit");
    auto data = builder.build();
    if (!data) {
        base::Error error = data.error();
        if (!error.where)
            error.where = base::Place{options.fileName, 0, 0, {}};
        return failed(std::move(error));
    }
    return data;
}

base::Result<UnitizingData> readSpans(std::string_view text, const std::string& fileName) {
    CsvText csv(text, fileName);
    constexpr const char* hint = "columns: source,length,rater,begin,end,code";
    std::vector<std::string_view> header;
    if (!csv.next(header)) {
        if (csv.fault())
            return failed(*csv.fault());
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 1, 1, {}}, "the table is empty",
                          hint);
    }
    RAPPORT_TRY(checkHeader(csv, header));
    enum Column { Source, Length, Rater, Begin, End, Code, ColumnCount };
    static constexpr std::string_view names[] = {"source", "length", "rater", "begin", "end", "code"};
    std::size_t columns[ColumnCount] = {};
    for (std::size_t column = 0; column < ColumnCount; ++column) {
        const auto found = std::find(header.begin(), header.end(), names[column]);
        if (found == header.end())
            return base::fail(base::Errc::Unreadable, csv.placeOf(0),
                              fmt::format("the table has no column '{}'", names[column]), hint);
        columns[column] = static_cast<std::size_t>(found - header.begin());
    }

    UnitizingBuilder builder;
    RowFaults faults;
    std::vector<std::string_view> cells;
    std::string onlyRater;
    base::Place firstPlace;
    bool isEmpty = true;
    bool hasTwoRaters = false;
    while (csv.next(cells)) {
        if (cells.size() != header.size()) {
            faults.add(csv.placeOf(std::min(cells.size(), header.size()) - 1),
                       cellCount(cells.size(), header.size()));
            continue;
        }
        const auto cell = [&](Column column) { return cells[columns[column]]; };
        const auto place = [&](Column column) { return csv.placeOf(columns[column], names[column]); };
        const auto length = base::parseInteger(cell(Length));
        if (!length || *length <= 0) {
            faults.add(place(Length), fmt::format("'{}' is not a length in code points", cell(Length)));
            continue;
        }
        if (cell(Source).empty() || cell(Rater).empty()) {
            faults.add(place(cell(Source).empty() ? Source : Rater), "the row names no source or no rater");
            continue;
        }
        if (isEmpty) {
            onlyRater = cell(Rater);
            firstPlace = place(Rater);
        }
        isEmpty = false;
        hasTwoRaters = hasTwoRaters || cell(Rater) != onlyRater;
        if (cell(Begin).empty() && cell(End).empty() && cell(Code).empty()) {
            builder.addReading(cell(Source), *length, cell(Rater));
        } else {
            const auto begin = base::parseInteger(cell(Begin));
            const auto end = base::parseInteger(cell(End));
            if (!begin || *begin < 0 || *begin >= *length) {
                faults.add(place(Begin), fmt::format("'{}' is not a place in the source", cell(Begin)),
                           "begin counts code points from 0");
                continue;
            }
            if (!end || *end <= *begin || *end > *length) {
                faults.add(place(End),
                           fmt::format("'{}' is not an end after {} within {}", cell(End), *begin, *length),
                           "spans are half-open: the end is the place after the last character");
                continue;
            }
            if (cell(Code).empty()) {
                faults.add(place(Code), "the span has no code");
                continue;
            }
            builder.addSpan(cell(Source), *length, cell(Rater), *begin, *end, cell(Code));
        }
        if (const auto& fault = builder.fault()) {
            base::Error error = *fault;
            error.code = base::Errc::Unreadable;
            error.where = place(Length);
            return failed(std::move(error));
        }
    }
    if (csv.fault())
        return failed(*csv.fault());
    if (faults.any())
        return failed(faults.error());
    if (isEmpty)
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 2, 1, {}}, "the table has no spans",
                          "a rater who marked nothing has one row with empty begin, end and code");
    if (!hasTwoRaters)
        return base::fail(base::Errc::Unreadable, firstPlace,
                          fmt::format("'{}' is the only rater; agreement needs two", onlyRater),
                          "a rater who marked nothing has one row with empty begin, end and code");
    return builder.build();
}

base::Result<WeightRequest> readWeights(std::string_view text, const ReliabilityData& data,
                                        const std::string& fileName) {
    CsvText csv(text, fileName);
    std::vector<std::string_view> header;
    if (!csv.next(header)) {
        if (csv.fault())
            return failed(*csv.fault());
        return base::fail(base::Errc::Unreadable, base::Place{fileName, 1, 1, {}}, "the table is empty",
                          "first row and first column name the categories");
    }
    const std::vector<std::string> names(header.begin(), header.end());
    const std::size_t q = data.categoryCount();
    const auto categoryAt = [&](std::string_view label) -> std::optional<std::size_t> {
        const auto found = std::find(data.categories().begin(), data.categories().end(), label);
        if (found == data.categories().end())
            return std::nullopt;
        return static_cast<std::size_t>(found - data.categories().begin());
    };
    std::vector<std::size_t> columns(names.size(), q);
    std::vector<bool> seenColumn(q, false);
    for (std::size_t column = 1; column < names.size(); ++column) {
        const auto category = categoryAt(names[column]);
        if (!category)
            continue; // a category that the data do not use
        columns[column] = *category;
        seenColumn[*category] = true;
    }
    WeightRequest request{WeightKind::Custom, std::vector<double>(q * q, -1)};
    std::vector<std::string_view> cells;
    while (csv.next(cells)) {
        if (cells.size() != names.size())
            return base::fail(base::Errc::Unreadable, csv.placeOf(0), cellCount(cells.size(), names.size()));
        const auto row = categoryAt(cells[0]);
        for (std::size_t column = 1; column < cells.size(); ++column) {
            const auto weight = base::parseNumber(cells[column]);
            if (!weight || *weight < 0 || *weight > 1)
                return base::fail(base::Errc::Unreadable, csv.placeOf(column, names[column]),
                                  fmt::format("'{}' is not a weight from 0 to 1", cells[column]),
                                  "agreement weights: 1 for the same category, 0 for the worst confusion");
            if (names[column] == cells[0] && *weight != 1)
                return base::fail(
                    base::Errc::Unreadable, csv.placeOf(column, names[column]),
                    fmt::format("the weight of '{}' with itself is {}, not 1", cells[0], cells[column]),
                    "agreement weights: 1 for the same category, 0 for the worst confusion");
            if (row && columns[column] < q)
                request.matrix[*row * q + columns[column]] = *weight;
        }
    }
    if (csv.fault())
        return failed(*csv.fault());
    for (std::size_t k = 0; k < q; ++k)
        for (std::size_t l = 0; l < q; ++l)
            if (request.matrix[k * q + l] < 0)
                return base::fail(
                    base::Errc::Unreadable, base::Place{fileName, 1, 1, {}},
                    fmt::format("no weight of '{}' with '{}'", data.categories()[k], data.categories()[l]),
                    "the weights need a row and a column for every category of the data");
    return request;
}

} // namespace rapport::agreement
