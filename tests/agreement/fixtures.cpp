// SPDX-License-Identifier: GPL-3.0-or-later
#include "agreement/fixtures.h"

#include "base/number.h"
#include "support/catch.hpp"
#include "support/tree.h"

#include <fstream>
#include <map>
#include <sstream>
#include <stdexcept>

namespace rapport::agreement::test {

using base::Json;

std::string fixtureText(const std::string& name) {
    std::ifstream in(std::string(rapport::support::sourceTree) + "/tests/agreement/data/" + name,
                     std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    if (!in)
        throw std::runtime_error("no fixture " + name);
    return text.str();
}

Json fixtureDocument(const std::string& name) {
    auto parsed = base::parseJson(fixtureText(name), name);
    REQUIRE(parsed);
    return *parsed;
}

const std::vector<Json>& fixtureLines(const std::string& name) {
    // Sections run their test case again from the top: parse once.
    static std::map<std::string, std::vector<Json>> parsedFiles;
    std::vector<Json>& lines = parsedFiles[name];
    if (!lines.empty())
        return lines;
    std::istringstream text(fixtureText(name));
    for (std::string line; std::getline(text, line);) {
        auto parsed = base::parseJson(line, name);
        REQUIRE(parsed);
        lines.push_back(*parsed);
    }
    REQUIRE_FALSE(lines.empty());
    return lines;
}

namespace {

std::optional<std::string> label(const Json& cell) {
    if (cell.is_null())
        return std::nullopt;
    if (cell.is_string())
        return cell.get<std::string>();
    return base::numberText(cell.get<double>());
}

std::vector<std::string> raterNames(std::size_t count) {
    std::vector<std::string> names;
    for (std::size_t rater = 1; rater <= count; ++rater)
        names.push_back(std::to_string(rater));
    return names;
}

ReliabilityData built(ReliabilityBuilder& builder) {
    auto data = builder.build();
    INFO((data ? std::string() : data.error().message.text()));
    REQUIRE(data);
    return *data;
}

} // namespace

ReliabilityData dataFromRatings(const Json& ratings, Scale scale, const std::vector<std::string>& declared) {
    ReliabilityBuilder builder(raterNames(ratings.at(0).size()), scale);
    if (!declared.empty())
        builder.declareCategories(declared);
    for (const Json& row : ratings) {
        std::vector<std::optional<std::string>> cells;
        for (const Json& cell : row)
            cells.push_back(label(cell));
        builder.addUnit(cells);
    }
    return built(builder);
}

ReliabilityData dataFromTable(const std::vector<std::vector<int>>& table, Scale scale,
                              std::vector<std::string> categories) {
    if (categories.empty())
        categories = raterNames(table.size());
    ReliabilityBuilder builder({"A", "B"}, scale);
    builder.declareCategories(categories);
    for (std::size_t row = 0; row < table.size(); ++row)
        for (std::size_t column = 0; column < table.size(); ++column)
            for (int unit = 0; unit < table[row][column]; ++unit) {
                const CategoryIndex cells[] = {static_cast<CategoryIndex>(row),
                                               static_cast<CategoryIndex>(column)};
                builder.addUnit(std::span<const CategoryIndex>(cells));
            }
    return built(builder);
}

ReliabilityData dataFromJsonTable(const Json& table, Scale scale) {
    return dataFromTable(table.get<std::vector<std::vector<int>>>(), scale);
}

ReliabilityData dataFromRows(const std::vector<std::string>& rows, Scale scale,
                             const std::vector<std::string>& declared,
                             const std::vector<std::string>& clusters) {
    std::vector<std::vector<std::optional<std::string>>> units;
    for (const std::string& row : rows) {
        std::istringstream words(row);
        std::vector<std::optional<std::string>>& unit = units.emplace_back();
        for (std::string word; words >> word;)
            unit.push_back(word == "." ? std::nullopt : std::optional<std::string>(word));
    }
    ReliabilityBuilder builder(raterNames(units.at(0).size()), scale);
    if (!declared.empty())
        builder.declareCategories(declared);
    for (std::size_t unit = 0; unit < units.size(); ++unit)
        builder.addUnit(units[unit],
                        clusters.empty() ? std::nullopt : std::optional<std::string_view>(clusters[unit]));
    return built(builder);
}

AgreementDocument measured(const ReliabilityData& data, const MeasureOptions& options) {
    auto document = measure(data, options);
    INFO((document ? std::string() : document.error().message.text()));
    REQUIRE(document);
    return *document;
}

const Estimate& overall(const AgreementDocument& document, const std::string& id,
                        const std::string& variant) {
    const Estimate* found = findEstimate(document.overall, id, variant);
    INFO(id << " " << variant);
    REQUIRE(found != nullptr);
    return *found;
}

const Estimate& ofPair(const AgreementDocument& document, std::size_t pair, const std::string& id,
                       const std::string& variant) {
    REQUIRE(pair < document.pairs.size());
    const Estimate* found = findEstimate(document.pairs[pair].estimates, id, variant);
    INFO(id << " " << variant);
    REQUIRE(found != nullptr);
    return *found;
}

const Estimate& ofCategory(const AgreementDocument& document, const std::string& category,
                           const std::string& id) {
    for (const CategoryResult& result : document.byCategory)
        if (result.category == category) {
            const Estimate* found = findEstimate(result.estimates, id);
            INFO(category << " " << id);
            REQUIRE(found != nullptr);
            return *found;
        }
    FAIL("no category " << category);
    throw std::logic_error("unreachable");
}

} // namespace rapport::agreement::test
