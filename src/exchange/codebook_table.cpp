// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codebook_table.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/join.h"
#include "base/platform/file.h"
#include "exchange/code_list.h"
#include "exchange/foreign_file.h"
#include "model/names.h"
#include "text/decode.h"
#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

namespace rapport::exchange {

namespace {

using base::Errc;
using base::Place;

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

enum class Field {
    None,
    Code,
    Definition,
    Use,
    Avoid,
    Example,
    AntiExample,
    Colour,
    Parent,
    Source,
    Level,
    Guid,
    Id,
    Variable,
    Language
};

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

struct Columns {
    std::map<Field, std::vector<std::size_t>> places;
    [[nodiscard]] std::optional<std::size_t> first(Field field) const {
        const auto found = places.find(field);
        return found == places.end() ? std::nullopt : std::optional(found->second.front());
    }
};

/// The tag that every filled cell of the column holds, such as "nl"; empty: there is none.
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

/// Every filled cell says of a row in which language its words are.
bool saysLanguages(const Table& table, std::size_t column) {
    return std::all_of(table.rows.begin(), table.rows.end(), [column](const Row& row) {
        const std::string_view cell = text::trim(row.cells[column]);
        return cell.empty() || WordLanguages::read(cell);
    });
}

/// As this program writes it: variables head their codes there, and are no codes.
bool isOwnTable(const Columns& columns) {
    return columns.first(Field::Variable) && (columns.first(Field::Guid) || columns.first(Field::Id));
}

Columns columnsOf(const Table& table) {
    Columns columns;
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

/// Examples may have several columns, everything else has one.
bool isRead(const Columns& columns, std::size_t index) {
    for (const auto& [field, places] : columns.places) {
        const bool isMany = field == Field::Example || field == Field::AntiExample || field == Field::Level;
        if (places.front() == index ||
            (isMany && std::find(places.begin(), places.end(), index) != places.end()))
            return true;
    }
    return false;
}

/// Two blanks before each further line of one example in our own table.
constexpr std::string_view goesOn = "  ";

/// Each line of a cell is an example; where `isOwn`, one that goes on belongs to the example before it.
void addLines(std::string_view cell, bool isOwn, std::vector<std::string>& examples) {
    bool isFirst = true;
    for (std::size_t begin = 0; begin < cell.size();) {
        const std::size_t end = std::min(cell.find('\n', begin), cell.size());
        std::string_view line = cell.substr(begin, end - begin);
        begin = end + 1;
        if (isOwn && !isFirst && line.starts_with(goesOn)) {
            if (line.ends_with('\r'))
                line.remove_suffix(1);
            examples.back() += '\n' + std::string(line.substr(goesOn.size()));
        } else if (line = text::trim(line); !line.empty()) {
            examples.emplace_back(line);
            isFirst = false;
        }
    }
}

} // namespace

std::string joinExamples(const std::vector<std::string>& examples) {
    std::string cell;
    for (const std::string& example : examples) {
        cell += cell.empty() ? "" : "\n";
        // One that begins with blanks would go on from the one before.
        for (const char letter : text::trim(example)) {
            cell += letter;
            if (letter == '\n')
                cell += goesOn;
        }
    }
    return cell;
}

namespace {

std::vector<std::string> split(std::string_view path, std::string_view sign) {
    std::vector<std::string> parts;
    for (std::size_t begin = 0; begin <= path.size();) {
        const std::size_t end = std::min(path.find(sign, begin), path.size());
        parts.emplace_back(text::trim(path.substr(begin, end - begin)));
        begin = end + sign.size();
    }
    return parts;
}

bool areAllFilled(const std::vector<std::string>& parts) {
    return std::none_of(parts.begin(), parts.end(), [](const auto& part) { return part.empty(); });
}

/// The sign between parents and children, the same throughout: the first that any row has and no row has
/// wrongly. A point only where every parent is a row of its own or shared: "e.g. this" is no path.
std::string_view signOf(const std::vector<std::string>& titles) {
    for (const std::string_view sign : {"->", ">>", "\u2192", "::", " > ", "\\", "."}) {
        std::size_t paths = 0;
        bool isRegular = true;
        std::map<std::string, std::size_t> parents;
        for (const std::string& title : titles) {
            const auto parts = split(title, sign);
            if (parts.size() < 2)
                continue;
            ++paths;
            isRegular = isRegular && areAllFilled(parts);
            if (sign == ".")
                isRegular = isRegular && title.find(' ') == std::string::npos;
            ++parents[parts.front()];
        }
        if (paths > 0 && isRegular &&
            (sign != "." || paths > parents.size() ||
             std::any_of(titles.begin(), titles.end(),
                         [&](const std::string& title) { return parents.count(title) > 0; })))
            return sign;
    }
    return {};
}

/// Leading blanks and tabs as columns of text.
std::size_t indentOf(std::string_view text) {
    std::size_t indent = 0;
    for (const char letter : text) {
        if (letter == '\t')
            indent += 4;
        else if (letter == ' ')
            ++indent;
        else
            break;
    }
    return indent;
}

/// Codes with their paths, in any order, become a depth-first list; parents that no row names are made.
class Tree {
public:
    void add(const std::vector<std::string>& path, const CodeDraft& draft) {
        std::size_t node = 0;
        for (std::size_t depth = 0; depth < path.size(); ++depth) {
            const bool isLast = depth + 1 == path.size();
            const auto key = std::pair(node, path[depth]);
            auto found = m_children.find(key);
            if (found == m_children.end()) {
                m_nodes.push_back({});
                m_nodes.back().draft.title = path[depth];
                m_nodes[node].children.push_back(m_nodes.size() - 1);
                found = m_children.emplace(key, m_nodes.size() - 1).first;
            }
            node = found->second;
            if (!isLast)
                continue;
            if (m_nodes[node].isNamed)
                ++twice;
            else
                m_nodes[node].draft = draft;
            m_nodes[node].draft.title = path[depth];
            m_nodes[node].isNamed = true;
        }
    }

    /// A parent that has no row of its own is a heading.
    std::vector<CodeDraft> list() {
        std::vector<CodeDraft> drafts;
        std::vector<std::pair<std::size_t, int>> open;
        const auto push = [&](std::size_t node, int depth) {
            const auto& children = m_nodes[node].children;
            for (auto child = children.rbegin(); child != children.rend(); ++child)
                open.emplace_back(*child, depth);
        };
        push(0, 0);
        while (!open.empty()) {
            const auto [node, depth] = open.back();
            open.pop_back();
            CodeDraft draft = std::move(m_nodes[node].draft);
            draft.depth = depth;
            draft.isCodable = m_nodes[node].isNamed;
            drafts.push_back(std::move(draft));
            push(node, depth + 1);
        }
        return drafts;
    }

    std::size_t twice = 0;

private:
    struct Node {
        CodeDraft draft;
        bool isNamed = false;
        std::vector<std::size_t> children;
    };
    std::vector<Node> m_nodes{1};
    std::map<std::pair<std::size_t, std::string>, std::size_t> m_children;
};

/// As deep as a codebook file may be.
constexpr std::size_t deepest = 64;

base::Status addRow(Tree& tree, const std::vector<std::string>& path, const CodeDraft& draft,
                    const Place& place) {
    if (path.size() > deepest)
        return base::fail(Errc::Unreadable, place, base::said("has codes more than {} levels deep", deepest));
    tree.add(path, draft);
    return {};
}

/// `name`: of the variable; empty: as the file.
base::Result<CodebookFile> finish(Tree& tree, const std::string& fileName, std::string_view language,
                                  const std::string& name) {
    const std::string fallback = text::decodeName(base::fileStem(fileName));
    CodebookFile file = codebookOf(tree.list(), name.empty() ? fallback : name, language);
    if (file.codebook.variables.front().codes.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "names no code");
    if (tree.twice > 0)
        file.warnings.push_back(tree.twice == 1
                                    ? base::said("a code stands twice; the first is taken")
                                    : base::said("{} codes stand twice; the first is taken", tree.twice));
    return file;
}

/// Codes whose titles hold their place in the tree: by indent or by a path.
base::Result<CodebookFile> build(std::vector<std::pair<std::string, CodeDraft>> rows,
                                 const std::string& fileName, std::string_view language,
                                 const std::string& name = {}) {
    std::vector<std::string> titles;
    bool isIndented = false;
    for (const auto& [title, draft] : rows) {
        titles.emplace_back(text::trim(title));
        isIndented = isIndented || indentOf(title) > 0;
    }
    const std::string_view sign = isIndented ? std::string_view() : signOf(titles);
    Tree tree;
    std::vector<std::pair<std::size_t, std::string>> parents; // indent, title
    for (std::size_t index = 0; index < rows.size(); ++index) {
        if (titles[index].empty())
            continue;
        std::vector<std::string> path;
        if (isIndented) {
            const std::size_t indent = indentOf(rows[index].first);
            while (!parents.empty() && parents.back().first >= indent)
                parents.pop_back();
            for (const auto& parent : parents)
                path.push_back(parent.second);
            path.push_back(titles[index]);
            parents.emplace_back(indent, titles[index]);
        } else if (!sign.empty()) {
            path = split(titles[index], sign);
        } else {
            path = {titles[index]};
        }
        RAPPORT_TRY(addRow(tree, path, rows[index].second, Place{fileName, index + 1, 0, {}}));
    }
    return finish(tree, fileName, language, name);
}

} // namespace

bool looksLikeCodebookTable(const Table& table) {
    const Columns columns = columnsOf(table);
    const bool namesCodes = columns.first(Field::Code) || columns.first(Field::Level);
    const bool describes = columns.first(Field::Definition) || columns.first(Field::Use) ||
                           columns.first(Field::Avoid) || columns.first(Field::Colour) ||
                           columns.first(Field::Level);
    return namesCodes && describes;
}

std::string codebookLanguage(const Table& table) {
    const auto column = columnsOf(table).first(Field::Language);
    return column ? languageIn(table, *column) : std::string();
}

bool namesVariables(const Table& table) {
    return columnsOf(table).first(Field::Variable).has_value();
}

namespace {

/// Codes that are their own ancestors lose their parents. These codes, in order.
std::set<std::string> breakRings(std::map<std::string, std::string>& parentOf) {
    std::map<std::string, std::size_t> walkOf; // in which walk a code was met
    std::set<std::string> ring;
    std::size_t walk = 0;
    for (const auto& [code, first] : parentOf) {
        ++walk;
        std::string at = code;
        while (!at.empty() && parentOf.contains(at) && walkOf.emplace(at, walk).second)
            at = parentOf.at(at);
        const auto met = walkOf.find(at);
        if (at.empty() || met == walkOf.end() || met->second != walk)
            continue;
        const std::string begin = at;
        do {
            ring.insert(at);
            std::string& parent = parentOf.at(at);
            at = std::exchange(parent, {});
        } while (at != begin);
    }
    return ring;
}

/// Codes that a column hangs on one another, by their titles.
class Parents {
public:
    /// `isOwn`: as this program writes it; titles are no paths then, and what no row names is no code.
    Parents(const Table& table, std::size_t code, std::size_t parent, bool isOwn)
        : m_isOwn(isOwn) {
        for (const Row& row : table.rows)
            m_parentOf.emplace(wordsIn(row.cells[code]), wordsIn(row.cells[parent]));
        m_ring = breakRings(m_parentOf);
    }

    /// From the root; where it is too deep, a path that is so too.
    [[nodiscard]] std::vector<std::string> pathOf(const std::string& code, std::string under) const {
        std::vector<std::string> path;
        addTo(path, code);
        if (m_ring.contains(code))
            under.clear();
        while (!under.empty() && path.size() <= deepest) {
            const auto next = m_parentOf.find(under);
            if (m_isOwn && next == m_parentOf.end())
                break;
            addTo(path, under);
            under = next == m_parentOf.end() || next->second == under ? std::string() : next->second;
        }
        std::reverse(path.begin(), path.end());
        return path;
    }
    [[nodiscard]] const std::set<std::string>& ring() const { return m_ring; }

private:
    [[nodiscard]] std::string_view wordsIn(std::string_view cell) const {
        return text::trim(m_isOwn ? base::withFormula(cell) : cell);
    }
    /// Backwards.
    void addTo(std::vector<std::string>& path, const std::string& title) const {
        auto parts = m_isOwn ? std::vector<std::string>{title} : split(title, "->");
        if (!areAllFilled(parts))
            parts = {title};
        path.insert(path.end(), std::make_move_iterator(parts.rbegin()),
                    std::make_move_iterator(parts.rend()));
    }

    bool m_isOwn;
    std::map<std::string, std::string> m_parentOf;
    std::set<std::string> m_ring;
};

/// The rows of one variable of our own table, or all of another.
base::Result<CodebookFile> readVariable(const Table& table, const std::string& fileName,
                                        std::string_view language, bool isAsked,
                                        const std::string& variable) {
    const Columns columns = columnsOf(table);
    const auto code = columns.first(Field::Code);
    const auto levels = columns.places.find(Field::Level);
    const bool hasLevels = levels != columns.places.end();
    if (!code && !hasLevels)
        return base::fail(
            Errc::Unreadable, Place{fileName, 1, 0, {}}, "no column names the codes",
            "head it 'code'; others may be 'definition', 'use', 'avoid', 'example', 'colour', 'parent'");
    const auto parent = columns.first(Field::Parent);
    const bool isOwn = isOwnTable(columns);
    const bool hasParents = code && !hasLevels && parent &&
                            (isOwn || std::any_of(table.rows.begin(), table.rows.end(), [&](const Row& row) {
                                 return !text::trim(row.cells[*parent]).empty();
                             }));
    std::optional<Parents> parents;
    if (hasParents)
        parents.emplace(table, *code, *parent, isOwn);
    // We write nothing that a spreadsheet would run.
    const auto plain = [isOwn](std::string_view cell) { return isOwn ? base::withFormula(cell) : cell; };
    Tree tree;
    std::vector<std::pair<std::string, CodeDraft>> rows;
    std::vector<std::string> above;
    for (const Row& row : table.rows) {
        const auto cell = [&](Field field) {
            const auto place = columns.first(field);
            return place ? std::string(plain(row.cells[*place])) : std::string();
        };
        CodeDraft draft;
        draft.definition = cell(Field::Definition);
        draft.use = cell(Field::Use);
        draft.avoid = cell(Field::Avoid);
        draft.colour = cell(Field::Colour);
        if (isOwn && !isAsked)
            draft.languages =
                WordLanguages::read(text::trim(cell(Field::Language))).value_or(WordLanguages());
        if (isOwn)
            draft.name = std::string(text::trim(cell(Field::Id)));
        draft.source = std::string(text::trim(cell(Field::Source)));
        if (const auto guid = base::Guid::parse(text::trim(cell(Field::Guid))))
            draft.guid = *guid;
        if (const auto examples = columns.places.find(Field::Example); examples != columns.places.end()) {
            for (const std::size_t place : examples->second)
                addLines(plain(row.cells[place]), isOwn, draft.examples);
        }
        if (const auto others = columns.places.find(Field::AntiExample); others != columns.places.end()) {
            for (const std::size_t place : others->second)
                addLines(plain(row.cells[place]), isOwn, draft.antiExamples);
        }
        std::string title;
        if (hasLevels) {
            // Cells to the left may be left empty: they go on from the row above.
            std::size_t last = 0;
            for (std::size_t level = 0; level < levels->second.size(); ++level) {
                if (!text::trim(row.cells[levels->second[level]]).empty())
                    last = level + 1;
            }
            above.resize(std::max(above.size(), levels->second.size()));
            for (std::size_t level = 0; level < last; ++level) {
                const std::string_view given = text::trim(row.cells[levels->second[level]]);
                if (!given.empty())
                    above[level] = std::string(given);
                title += (level == 0 ? "" : "->") + above[level];
            }
        } else {
            title = plain(row.cells[*code]);
        }
        if (!parents) {
            rows.emplace_back(std::move(title), std::move(draft));
        } else if (const std::string self(text::trim(title)); !self.empty()) {
            const auto path = parents->pathOf(self, std::string(text::trim(plain(row.cells[*parent]))));
            RAPPORT_TRY(addRow(tree, path, draft, Place{fileName, row.line, 0, {}}));
        }
    }
    RAPPORT_ASSIGN(CodebookFile file, parents ? finish(tree, fileName, language, variable)
                                              : build(std::move(rows), fileName, language, variable));
    if (parents && !parents->ring().empty())
        file.warnings.push_back(
            base::said("codes that are each other's parents have none here: {}",
                       text::elide(fmt::format("{}", fmt::join(parents->ring(), ", ")), 80)));
    return file;
}

/// Each part names its own codes uniquely; in one codebook they are so together. The guids stay those of the
/// parts.
void numberSharedNames(CodebookFile& file) {
    std::set<std::string> inFile;
    for (const model::Variable& variable : file.codebook.variables)
        for (const model::Code& code : variable.codes)
            inFile.insert(code.name);
    std::set<std::string> taken;
    std::map<std::string, int> numbers;
    std::vector<std::string> renamed;
    for (model::Variable& variable : file.codebook.variables) {
        for (model::Code& code : variable.codes) {
            const std::string wish = code.name;
            int& number = numbers.try_emplace(wish, 1).first->second;
            while (taken.contains(code.name) || (code.name != wish && inFile.contains(code.name)))
                code.name = fmt::format("{}_{}", wish, ++number);
            taken.insert(code.name);
            if (code.name != wish)
                renamed.push_back(fmt::format("{}: {}", variable.name, code.name));
        }
    }
    if (!renamed.empty())
        file.warnings.push_back(
            base::said("codes that have the name of a code of another variable get a number behind it: {}",
                       text::elide(fmt::format("{}", fmt::join(renamed, ", ")), 80)));
}

} // namespace

namespace {

/// A guid that was copied to the row of another code says of neither which code it is.
base::Status refuseCopiedGuids(const Table& table, const Columns& columns, const std::string& fileName) {
    const auto place = columns.first(Field::Guid);
    const auto code = columns.first(Field::Code);
    if (!place || !code)
        return {};
    const auto isSame = [&](const Row& one, const Row& other) {
        for (const auto field : {Field::Variable, Field::Parent, Field::Code}) {
            const auto at = columns.first(field);
            if (at && text::trim(one.cells[*at]) != text::trim(other.cells[*at]))
                return false;
        }
        return true;
    };
    std::unordered_map<base::Guid, const Row*> rows;
    for (const Row& row : table.rows) {
        const auto guid = base::Guid::parse(text::trim(row.cells[*place]));
        if (!guid || guid->isNull())
            continue;
        const Row& first = *rows.emplace(*guid, &row).first->second;
        if (isSame(first, row))
            continue;
        return base::fail(Errc::Unreadable, Place{fileName, row.line, 0, table.columns[*place].name},
                          base::said("code '{}' has the guid of code '{}' in line {}",
                                     text::trim(row.cells[*code]), text::trim(first.cells[*code]),
                                     first.line),
                          "leave it empty for the one that it is not of: that code gets a guid of its own");
    }
    return {};
}

} // namespace

base::Result<CodebookFile> readCodebookTable(const Table& table, const std::string& fileName,
                                             std::string_view language, bool isAsked) {
    const Columns columns = columnsOf(table);
    RAPPORT_TRY(refuseCopiedGuids(table, columns, fileName));
    // The names are those of variables only where all are.
    constexpr std::size_t mostVariables = 200;
    std::vector<std::string> variables;
    std::map<std::string, Table> parts; ///< by variable
    const auto variable = columns.first(Field::Variable);
    base::Phrase unread; ///< why they are not
    if (variable) {
        for (const Row& row : table.rows) {
            std::string name(text::trim(row.cells[*variable]));
            const auto [part, isNew] = parts.try_emplace(name);
            if (isNew) {
                part->second.columns = table.columns;
                variables.push_back(std::move(name));
            }
            const bool canName = model::isIdentifier(part->first);
            if (!canName || variables.size() > mostVariables) {
                const std::string column = text::elide(table.columns[*variable].name, 40);
                unread = canName
                             ? base::said(
                                   "column '{}' of the codebook is not read: it names more than {} variables",
                                   column, mostVariables)
                             : base::said("column '{}' of the codebook is not read: not all of its cells "
                                          "can name a variable (letters, digits, _ and -)",
                                          column);
                variables.clear();
                break;
            }
            part->second.rows.push_back(row);
        }
    }
    CodebookFile file;
    if (variables.empty()) {
        RAPPORT_ASSIGN(file, readVariable(table, fileName, language, isAsked, {}));
    }
    for (const std::string& name : variables) {
        RAPPORT_ASSIGN(CodebookFile part, readVariable(parts.at(name), fileName, language, isAsked, name));
        if (&name == &variables.front()) {
            file = std::move(part);
            continue;
        }
        for (model::Variable& each : part.codebook.variables)
            file.codebook.variables.push_back(std::move(each));
        file.warnings.insert(file.warnings.end(), part.warnings.begin(), part.warnings.end());
        file.madeGuids.merge(part.madeGuids);
        file.saysNames = file.saysNames || part.saysNames;
    }
    numberSharedNames(file);
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const bool isFilled = std::any_of(table.rows.begin(), table.rows.end(), [index](const Row& row) {
            return !text::trim(row.cells[index]).empty();
        });
        if (isFilled && !unread.empty() && index == *variable)
            file.warnings.push_back(unread);
        else if (isFilled && !isRead(columns, index))
            file.warnings.push_back(base::said("column '{}' of the codebook is not read",
                                               text::elide(table.columns[index].name, 40)));
    }
    return file;
}

base::Result<CodebookFile> readCodeList(std::string_view bytes, const std::string& fileName,
                                        std::string_view language) {
    RAPPORT_TRY(refuseForeign(bytes, fileName));
    RAPPORT_ASSIGN(const auto decoded, text::decode(bytes, fileName));
    std::vector<std::pair<std::string, CodeDraft>> rows;
    const std::string_view text = decoded.text;
    constexpr std::size_t mostCodes = 100'000;
    for (std::size_t begin = 0; begin < text.size() && rows.size() < mostCodes;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        if (text::trim(line).empty())
            continue;
        CodeDraft draft;
        // The tab behind the words, not one of the indent.
        const std::size_t words = line.find_first_not_of(" \t");
        const std::size_t tab = line.find('\t', words);
        if (tab != std::string_view::npos)
            draft.definition = std::string(text::trim(line.substr(tab)));
        rows.emplace_back(std::string(line.substr(0, tab)), std::move(draft));
    }
    RAPPORT_ASSIGN(CodebookFile file, build(std::move(rows), fileName, language));
    file.warnings.insert(file.warnings.end(), decoded.warnings.begin(), decoded.warnings.end());
    return file;
}

} // namespace rapport::exchange
