// SPDX-License-Identifier: GPL-3.0-or-later
// SPSS system files made byte by byte, for what no writer of ours makes: labels that are empty or alike,
// dates of every format, a number of cases that is not known. "PSPP System File Format", in the PSPP
// Developer's Guide, is the description that the program's makers do not give.
#include "dump.h"
#include "exchange/stat_file.h"
#include "support/catch.hpp"

#include <cstdint>
#include <cstring>

using namespace rapport;
using namespace rapport::exchange;

namespace {

struct Variable {
    std::string name;
    int format = 5;      ///< F; 20 DATE, 28 MOYR, 29 QYR, 30 WKYR
    bool isText = false; ///< of 8 bytes
};
struct LabelSet {
    int variable; ///< from 1
    std::vector<std::pair<double, std::string>> labels;
};
using Value = std::variant<double, std::string>;

template<typename T>
void put(std::string& bytes, T value) {
    char raw[sizeof(T)];
    std::memcpy(raw, &value, sizeof(T));
    bytes.append(raw, sizeof(T));
}

void put(std::string& bytes, std::initializer_list<std::int32_t> values) {
    for (const std::int32_t value : values)
        put(bytes, value);
}

std::string padded(std::string text, std::size_t size) {
    text.resize(std::max(size, text.size()), ' ');
    return text;
}

/// Not compressed. `cases`: what the header says of their number.
std::string savOf(const std::vector<Variable>& variables, const std::vector<std::vector<Value>>& rows,
                  const std::vector<LabelSet>& sets = {}, std::optional<std::int32_t> cases = {}) {
    std::string bytes = "$FL2" + padded("@(#) SPSS DATA FILE", 60);
    put(bytes, {2, static_cast<std::int32_t>(variables.size()), 0, 0,
                cases.value_or(static_cast<std::int32_t>(rows.size()))});
    put(bytes, 100.0);
    bytes += "01 Jan 2600:00:00" + std::string(64, ' ') + std::string(3, '\0');
    for (const Variable& variable : variables) {
        const std::int32_t format = variable.isText ? 1 << 16 | 8 << 8 : variable.format << 16 | 10 << 8;
        put(bytes, {2, variable.isText ? 8 : 0, 0, 0, format, format});
        bytes += padded(variable.name, 8);
    }
    for (const LabelSet& set : sets) {
        put(bytes, {3, static_cast<std::int32_t>(set.labels.size())});
        for (const auto& [value, label] : set.labels) {
            put(bytes, value);
            bytes += padded(static_cast<char>(label.size()) + label, (label.size() + 8) / 8 * 8);
        }
        put(bytes, {4, 1, set.variable});
    }
    put(bytes, {7, 20, 1, 5});
    bytes += "UTF-8";
    put(bytes, {999, 0});
    for (const auto& row : rows) {
        for (const Value& value : row) {
            if (const auto* number = std::get_if<double>(&value))
                put(bytes, *number);
            else
                bytes += padded(std::get<std::string>(value), 8);
        }
    }
    return bytes;
}

Table sav(const std::string& bytes) {
    auto records = readSav(bytes, "f.sav", {}, {});
    if (!records)
        FAIL(base::describe(records.error()));
    return std::get<Table>(std::move(*records));
}

std::string column(const Table& table, std::size_t index) {
    std::string all;
    for (const Row& row : table.rows)
        all += (&row == &table.rows.front() ? "" : "/") + std::string(row.cells[index]);
    return all;
}

std::string told(const Table& table) {
    return test::dump({}, table.warnings);
}

} // namespace

TEST_CASE("SPSS: an empty label is none, and labels that are alike do not make one value of two") {
    const std::vector<std::vector<Value>> rows{
        {"p1", 1.0, 1.0, 1.0}, {"p2", 2.0, 2.0, 2.0}, {"p3", 3.0, 3.0, 9.0}};
    const Table found = sav(savOf({{"id", 1, true}, {"blank"}, {"same"}, {"part"}}, rows,
                                  {{2, {{1, "ja"}, {2, ""}, {3, " "}}},
                                   {3, {{1, "yes"}, {2, "yes"}, {3, "no"}}},
                                   {4, {{1, "helemaal oneens"}, {2, "eens"}}}}));
    CHECK(column(found, 1) == "1/2/3");
    CHECK(column(found, 2) == "yes (1)/yes (2)/no");
    CHECK(column(found, 3) == "1/2/9");
    CHECK(
        told(found) ==
        "warning 1 variable is read by value labels\n"
        "warning 2 variables are read without their labels, as some of their values have none: blank (2, 3), "
        "part (9)\n"
        "warning 1 variable has one label for several values, which are put behind it: same (yes)\n");
    // What nobody answered needs no label of its own.
    const Table whole = sav(savOf({{"id", 1, true}, {"same"}}, {{"p1", 1.0}, {"p2", 3.0}},
                                  {{2, {{1, "yes"}, {2, "yes"}, {3, "no"}}}}));
    CHECK(column(whole, 1) == "yes/no");
    CHECK(told(whole) == "warning 1 variable is read by value labels\n");
}

TEST_CASE("SPSS: months, quarters and weeks of a year are dates") {
    // Seconds since 14 October 1582: 5 March 2024, 31 December 2023, 1 January 2027.
    constexpr double day = 86400;
    const double march = (141428 + 19787) * day;
    const double newYearsEve = (141428 + 19722) * day;
    const double friday = (141428 + 20819) * day;
    const Table found = sav(savOf({{"id", 1, true}, {"m", 28}, {"q", 29}, {"w", 30}, {"d", 20}},
                                  {{"p1", march, march, march, march},
                                   {"p2", newYearsEve, newYearsEve, newYearsEve, newYearsEve},
                                   {"p3", friday, friday, friday, friday}}));
    CHECK(column(found, 1) == "2024-03/2023-12/2027-01");
    CHECK(column(found, 2) == "2024-Q1/2023-Q4/2027-Q1");
    // SPSS counts weeks from 1 January: seven days each, the 53rd what is left.
    CHECK(column(found, 3) == "2024-W10/2023-W53/2027-W01");
    CHECK(column(found, 4) == "2024-03-05/2023-12-31/2027-01-01");
}

TEST_CASE("SPSS: a file that does not say how many cases it holds is read") {
    const std::vector<Variable> variables{{"id", 1, true}, {"x"}};
    const std::vector<std::vector<Value>> rows{{"p1", 1.0}, {"p2", 2.0}, {"p3", 3.0}};
    const Table found = sav(savOf(variables, rows, {}, -1));
    CHECK(column(found, 1) == "1/2/3");
    // Cut off inside a case: those before it are there, and it is told.
    const std::string whole = savOf(variables, rows, {}, -1);
    const Table cut = sav(whole.substr(0, whole.size() - 5));
    CHECK(column(cut, 1) == "1/2");
    CHECK_THAT(told(cut), Catch::Contains("cut off"));
    CHECK_THAT(readSav(savOf(variables, {}, {}, -1), "f.sav", {}, {}).error().message.text(),
               Catch::Contains("holds no cases"));
    ReadOptions two;
    two.rowLimit = 2;
    CHECK(std::get<Table>(*readSav(whole, "f.sav", two, {})).rows.size() == 2);
}

TEST_CASE("SPSS: a place far outside of the file is refused") {
    // Sizes near the largest number would overflow where they are added to a place in the file.
    std::string bytes = savOf({{"id", 1, true}, {"x"}}, {{"p1", 1.0}});
    const std::size_t at = bytes.find("UTF-8") - 8;
    for (const std::int32_t size : {0x7FFFFFFF, -1, -0x7FFFFFFF}) {
        std::memcpy(bytes.data() + at, &size, sizeof size);
        CHECK_FALSE(readSav(bytes, "f.sav", {}, {}).has_value());
        std::memcpy(bytes.data() + at + 4, &size, sizeof size);
        CHECK_FALSE(readSav(bytes, "f.sav", {}, {}).has_value());
    }
}
