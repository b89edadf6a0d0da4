// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codebook_columns.h"

#include "exchange/word_languages.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace rapport::exchange {

using Field = CodebookField;

namespace {

std::string bare(std::string_view text) {
    std::string kept;
    for (const char letter : text) {
        if (letter >= 'A' && letter <= 'Z')
            kept += static_cast<char>(letter - 'A' + 'a');
        else if (letter != ' ' && letter != '_' && letter != '-' && letter != ':')
            kept += letter;
    }
    return kept;
}

Field fieldOf(std::string_view header) {
    struct Word {
        std::string_view word;
        Field field;
    };
    static constexpr std::array words{
        Word{"code", Field::Code},
        Word{"codes", Field::Code},
        Word{"codename", Field::Code},
        Word{"name", Field::Code},
        Word{"naam", Field::Code},
        Word{"tag", Field::Code},
        Word{"label", Field::Code},
        Word{"title", Field::Code},
        Word{"titel", Field::Code},
        Word{"path", Field::Code},
        Word{"pad", Field::Code},
        Word{"definition", Field::Definition},
        Word{"definitie", Field::Definition},
        Word{"description", Field::Definition},
        Word{"beschrijving", Field::Definition},
        Word{"omschrijving", Field::Definition},
        Word{"memo", Field::Definition},
        Word{"use", Field::Use},
        Word{"usewhen", Field::Use},
        Word{"whentouse", Field::Use},
        Word{"inclusion", Field::Use},
        Word{"inclusioncriteria", Field::Use},
        Word{"inclusie", Field::Use},
        Word{"gebruik", Field::Use},
        Word{"welgebruiken", Field::Use},
        Word{"avoid", Field::Avoid},
        Word{"donotuse", Field::Avoid},
        Word{"donotusewhen", Field::Avoid},
        Word{"exclusion", Field::Avoid},
        Word{"exclusioncriteria", Field::Avoid},
        Word{"exclusie", Field::Avoid},
        Word{"nietgebruiken", Field::Avoid},
        Word{"gebruikbij", Field::Use},
        Word{"gebruikenbij", Field::Use},
        Word{"gebruikals", Field::Use},
        Word{"wanneergebruiken", Field::Use},
        Word{"inclusiecriteria", Field::Use},
        Word{"nietgebruikenbij", Field::Avoid},
        Word{"nietgebruikenals", Field::Avoid},
        Word{"gebruikniet", Field::Avoid},
        Word{"gebruiknietbij", Field::Avoid},
        Word{"wanneernietgebruiken", Field::Avoid},
        Word{"exclusiecriteria", Field::Avoid},
        Word{"dontuse", Field::Avoid},
        Word{"whennottouse", Field::Avoid},
        Word{"example", Field::Example},
        Word{"examples", Field::Example},
        Word{"voorbeeld", Field::Example},
        Word{"voorbeelden", Field::Example},
        Word{"antiexample", Field::AntiExample},
        Word{"antiexamples", Field::AntiExample},
        Word{"counterexample", Field::AntiExample},
        Word{"counterexamples", Field::AntiExample},
        Word{"tegenvoorbeeld", Field::AntiExample},
        Word{"tegenvoorbeelden", Field::AntiExample},
        Word{"colour", Field::Colour},
        Word{"color", Field::Colour},
        Word{"kleur", Field::Colour},
        Word{"parent", Field::Parent},
        Word{"ouder", Field::Parent},
        Word{"oudercode", Field::Parent},
        Word{"parentcode", Field::Parent},
        Word{"category", Field::Parent},
        Word{"categorie", Field::Parent},
        Word{"theme", Field::Parent},
        Word{"thema", Field::Parent},
        Word{"source", Field::Source},
        Word{"bron", Field::Source},
        Word{"guid", Field::Guid},
        Word{"id", Field::Id},
        Word{"variable", Field::Variable},
        Word{"variabele", Field::Variable},
        Word{"language", Field::Language},
        Word{"taal", Field::Language},
    };
    std::string name = bare(header);
    // "example 2" is an example too.
    if (name.size() > 1 && name.back() >= '2' && name.back() <= '9' &&
        (name.find("xample") != std::string::npos || name.find("voorbeeld") != std::string::npos))
        name.pop_back();
    for (const Word& word : words) {
        if (word.word == name)
            return word.field;
    }
    for (const std::string_view start : {"level", "niveau"}) {
        if (name.size() == start.size() + 1 && name.compare(0, start.size(), start) == 0 &&
            name.back() >= '1' && name.back() <= '9')
            return Field::Level;
    }
    return Field::None;
}

} // namespace

std::string languageIn(const Table& table, std::size_t column) {
    std::string language;
    for (const Row& row : table.rows) {
        const std::string_view cell = text::trim(row.cells[column]);
        const bool isTag =
            (cell.size() == 2 || cell.size() == 3) &&
            std::all_of(cell.begin(), cell.end(), [](char letter) { return letter >= 'a' && letter <= 'z'; });
        if (!cell.empty() && (!isTag || (!language.empty() && language != cell)))
            return {};
        if (!cell.empty())
            language = cell;
    }
    return language;
}

namespace {

/// Every filled cell says of a row in which language its words are.
bool saysLanguages(const Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(), [column](const Row& row) {
        const std::string_view cell = text::trim(row.cells[column]);
        return cell.empty() || WordLanguages::read(cell);
    });
}

} // namespace

bool isOwnTable(const CodebookColumns& columns) {
    return columns.first(Field::Variable) && (columns.first(Field::Guid) || columns.first(Field::Id));
}

CodebookColumns codebookColumns(const Table& table) {
    CodebookColumns columns;
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        if (const Field field = fieldOf(table.columns[index].name); field != Field::None)
            columns.places[field].push_back(index);
    }
    // A column about something else is not read, and told.
    if (const auto language = columns.first(Field::Language);
        language && languageIn(table, *language).empty() &&
        !(isOwnTable(columns) && saysLanguages(table, *language)))
        columns.places.erase(Field::Language);
    return columns;
}

std::optional<std::size_t> CodebookColumns::first(Field field) const {
    const auto found = places.find(field);
    return found == places.end() ? std::nullopt : std::optional(found->second.front());
}

bool CodebookColumns::isRead(std::size_t index) const {
    for (const auto& [field, of] : places) {
        const bool isMany = field == Field::Example || field == Field::AntiExample || field == Field::Level;
        if (of.front() == index || (isMany && std::find(of.begin(), of.end(), index) != of.end()))
            return true;
    }
    return false;
}

} // namespace rapport::exchange
