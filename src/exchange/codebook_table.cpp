// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/codebook_table.h"

#include "base/csv_text.h"
#include "base/format.h"
#include "base/join.h"
#include "base/platform/file.h"
#include "exchange/code_list.h"
#include "exchange/codebook_columns.h"
#include "exchange/codebook_tree.h"
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
using Columns = CodebookColumns;
using Field = CodebookField;

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

base::Status addRow(CodePaths& tree, const std::vector<std::string>& path, const CodeDraft& draft,
                    const std::string& fileName) {
    if (path.size() > deepestCodes)
        return base::fail(Errc::Unreadable, Place{fileName, draft.line, 0, {}},
                          base::said("has codes more than {} levels deep", deepestCodes));
    tree.add(path, draft);
    return {};
}

/// `name`: of the variable; empty: as the file.
base::Result<CodebookFile> finish(const std::vector<CodeDraft>& drafts, const CodeRows& twice,
                                  const std::string& fileName, std::string_view language,
                                  const std::string& name) {
    const std::string fallback = text::decodeName(base::fileStem(fileName));
    CodebookFile file = codebookOf(drafts, name.empty() ? fallback : name, language);
    if (file.codebook.variables.front().codes.empty())
        return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, "names no code");
    if (!twice.isEmpty())
        file.warnings.push_back(
            twice.in(base::said("of codes that stand twice the first row is taken: {}", twice.titles())));
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
    CodePaths tree;
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
        RAPPORT_TRY(addRow(tree, path, rows[index].second, fileName));
    }
    return finish(tree.list(), tree.twice(), fileName, language, name);
}

} // namespace

bool looksLikeCodebookTable(const Table& table) {
    const Columns columns = codebookColumns(table);
    const bool namesCodes = columns.first(Field::Code) || columns.first(Field::Level);
    const bool describes = columns.first(Field::Definition) || columns.first(Field::Use) ||
                           columns.first(Field::Avoid) || columns.first(Field::Colour) ||
                           columns.first(Field::Level);
    return namesCodes && describes;
}

std::string codebookLanguage(const Table& table) {
    const auto column = codebookColumns(table).first(Field::Language);
    return column ? languageIn(table, *column) : std::string();
}

bool namesVariables(const Table& table) {
    return codebookColumns(table).first(Field::Variable).has_value();
}

namespace {

/// Codes that a column hangs on one another, by their titles.
class Parents {
public:
    Parents(const Table& table, std::size_t code, std::size_t parent) {
        for (const Row& row : table.rows)
            m_parentOf.emplace(text::trim(row.cells[code]), text::trim(row.cells[parent]));
        m_ring = breakRings(m_parentOf, std::string());
    }

    /// From the root; where it is too deep, a path that is so too.
    [[nodiscard]] std::vector<std::string> pathOf(const std::string& code, std::string under) const {
        std::vector<std::string> path;
        addTo(path, code);
        if (m_ring.contains(code))
            under.clear();
        while (!under.empty() && path.size() <= deepestCodes) {
            const auto next = m_parentOf.find(under);
            addTo(path, under);
            under = next == m_parentOf.end() || next->second == under ? std::string() : next->second;
        }
        std::reverse(path.begin(), path.end());
        return path;
    }
    [[nodiscard]] const std::set<std::string>& ring() const { return m_ring; }

private:
    /// Backwards.
    static void addTo(std::vector<std::string>& path, const std::string& title) {
        auto parts = split(title, "->");
        if (!areAllFilled(parts))
            parts = {title};
        path.insert(path.end(), std::make_move_iterator(parts.rbegin()),
                    std::make_move_iterator(parts.rend()));
    }

    std::map<std::string, std::string> m_parentOf;
    std::set<std::string> m_ring;
};

/// Our own table: titles are no paths, and what no row names is no code.
base::Result<CodebookFile> buildOwn(std::vector<OwnCode> rows, const std::string& fileName,
                                    std::string_view language, const std::string& variable) {
    RAPPORT_ASSIGN(OwnCodes codes, treeOf(std::move(rows), fileName));
    RAPPORT_ASSIGN(CodebookFile file, finish(codes.drafts, codes.twice, fileName, language, variable));
    file.saysTree = true;
    const auto& made = file.codebook.variables.front().codes; // in the order of the drafts
    for (std::size_t index = 0; index < made.size(); ++index)
        file.places[made[index].guid] = {codes.drafts[index].line, variable, std::move(codes.parents[index])};
    if (!codes.ring.empty())
        file.warnings.push_back(saidOfRing(codes.ring));
    return file;
}

/// The rows of one variable of our own table, or all of another.
base::Result<CodebookFile> readVariable(const Table& table, const std::string& fileName,
                                        std::string_view language, bool isAsked,
                                        const std::string& variable) {
    const Columns columns = codebookColumns(table);
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
    if (hasParents && !isOwn)
        parents.emplace(table, *code, *parent);
    // We write nothing that a spreadsheet would run.
    const auto plain = [isOwn](std::string_view cell) { return isOwn ? base::withFormula(cell) : cell; };
    CodePaths tree;
    CodeRows unreadGuids;
    std::vector<OwnCode> own;
    std::vector<std::pair<std::string, CodeDraft>> rows;
    std::vector<std::string> above;
    for (const Row& row : table.rows) {
        const auto cell = [&](Field field) {
            const auto place = columns.first(field);
            return place ? std::string(plain(row.cells[*place])) : std::string();
        };
        CodeDraft draft;
        draft.line = row.line;
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
        const std::string self(text::trim(title));
        if (const std::string given = cell(Field::Guid); !text::trim(given).empty()) {
            const auto guid = base::Guid::parse(text::trim(given));
            draft.guid = guid.value_or(base::Guid());
            if (!guid)
                unreadGuids.add(self, row.line);
        }
        if (!hasParents) {
            rows.emplace_back(std::move(title), std::move(draft));
        } else if (!self.empty()) {
            const std::string under(text::trim(plain(row.cells[*parent])));
            draft.title = self;
            if (isOwn)
                own.push_back({std::move(draft), under});
            else
                RAPPORT_TRY(addRow(tree, parents->pathOf(self, under), draft, fileName));
        }
    }
    const auto read = [&]() -> base::Result<CodebookFile> {
        if (!hasParents)
            return build(std::move(rows), fileName, language, variable);
        return isOwn ? buildOwn(std::move(own), fileName, language, variable)
                     : finish(tree.list(), tree.twice(), fileName, language, variable);
    };
    RAPPORT_ASSIGN(CodebookFile file, read());
    if (parents && !parents->ring().empty())
        file.warnings.push_back(saidOfRing(parents->ring()));
    if (!unreadGuids.isEmpty())
        file.warnings.push_back(unreadGuids.in(
            base::said("what stands as guid is none, and these codes are known by their names: {}",
                       unreadGuids.titles())));
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
    const Columns columns = codebookColumns(table);
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
        file.places.merge(part.places);
        file.saysTree = file.saysTree || part.saysTree;
        file.saysNames = file.saysNames || part.saysNames;
    }
    numberSharedNames(file);
    for (std::size_t index = 0; index < table.columns.size(); ++index) {
        const bool isFilled = std::any_of(table.rows.begin(), table.rows.end(), [index](const Row& row) {
            return !text::trim(row.cells[index]).empty();
        });
        if (isFilled && !unread.empty() && index == *variable)
            file.warnings.push_back(unread);
        else if (isFilled && !columns.isRead(index))
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
    std::size_t number = 0;
    for (std::size_t begin = 0; begin < text.size() && rows.size() < mostCodes;) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = text.substr(begin, end - begin);
        begin = end + 1;
        ++number;
        if (text::trim(line).empty())
            continue;
        CodeDraft draft;
        draft.line = number;
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
