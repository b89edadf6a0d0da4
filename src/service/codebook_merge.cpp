// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/codebook_merge.h"

#include "base/format.h"
#include "text/utf8.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace rapport::service {

namespace {

using model::Code;
using model::Codebook;
using model::LocalText;
using model::Variable;

bool isLevelScale(model::Scale scale) {
    return scale == model::Scale::Nominal || scale == model::Scale::Ordinal;
}

/// A spreadsheet takes blanks off the ends of cells, and a table says every line end alike.
bool isSame(std::string_view known, std::string_view given) {
    const auto plain = [](std::string_view words) {
        std::string kept(text::trim(words));
        std::erase(kept, '\r');
        return kept;
    };
    return known == given || plain(known) == plain(given);
}

/// Whether anything changed. Words that stand in the place of a language that the study lacks (a file in one
/// language says the others' words there) are no words of that language.
bool take(LocalText& into, const LocalText& from) {
    bool isChanged = false;
    for (const auto& [language, words] : from.byLanguage) {
        if (words.empty() || isSame(into.in(language), words))
            continue;
        into.byLanguage[language] = words;
        isChanged = true;
    }
    return isChanged;
}

bool take(std::string& into, const std::string& from) {
    if (from.empty() || isSame(into, from))
        return false;
    into = from;
    return true;
}

bool isSameExample(const LocalText& known, const LocalText& given) {
    return std::any_of(given.byLanguage.begin(), given.byLanguage.end(),
                       [&](const auto& entry) { return isSame(known.in(entry.first), entry.second); });
}

bool sharesLanguage(const LocalText& known, const LocalText& given) {
    return std::any_of(given.byLanguage.begin(), given.byLanguage.end(),
                       [&](const auto& entry) { return known.byLanguage.contains(entry.first); });
}

/// Which of the known examples each given one is: by its words, else by its place among those that are known
/// by their words. `known.size()`: none.
std::vector<std::size_t> meetExamples(const std::vector<LocalText>& known,
                                      const std::vector<LocalText>& given) {
    const std::size_t none = known.size();
    std::vector<std::size_t> met(given.size(), none);
    std::vector<bool> isUsed(known.size(), false);
    for (std::size_t index = 0; index < given.size(); ++index) {
        for (std::size_t place = 0; place < known.size() && met[index] == none; ++place) {
            if (!isUsed[place] && isSameExample(known[place], given[index])) {
                met[index] = place;
                isUsed[place] = true;
            }
        }
    }
    std::size_t first = 0;
    for (std::size_t index = 0; index < given.size(); ++index) {
        if (met[index] != none) {
            first = met[index] + 1;
            continue;
        }
        const auto next = std::find_if(met.begin() + static_cast<std::ptrdiff_t>(index), met.end(),
                                       [none](std::size_t place) { return place != none; });
        const std::size_t end = next == met.end() ? known.size() : *next;
        std::size_t place = first;
        while (place < end && (isUsed[place] || !sharesLanguage(known[place], given[index])))
            ++place;
        if (place >= end)
            continue;
        met[index] = place;
        isUsed[place] = true;
        first = place + 1;
    }
    return met;
}

/// An example that the file has in one language keeps its others; one that the file lacks stays in those
/// that the file does not speak.
bool take(std::vector<LocalText>& into, const std::vector<LocalText>& from) {
    if (from.empty())
        return false;
    std::set<std::string> languages;
    for (const LocalText& example : from)
        for (const auto& entry : example.byLanguage)
            languages.insert(entry.first);
    const std::vector<std::size_t> met = meetExamples(into, from);
    struct Made {
        LocalText example;
        std::size_t place; ///< in `into`; none: it is new
    };
    std::vector<Made> made;
    bool isChanged = false;
    for (std::size_t index = 0; index < from.size(); ++index) {
        const bool isKnown = met[index] < into.size();
        made.push_back({isKnown ? into[met[index]] : LocalText(), met[index]});
        isChanged = take(made.back().example, from[index]) || isChanged;
    }
    for (std::size_t place = 0; place < into.size(); ++place) {
        if (std::find(met.begin(), met.end(), place) != met.end())
            continue;
        LocalText left = into[place];
        isChanged = std::erase_if(left.byLanguage,
                                  [&](const auto& entry) { return languages.contains(entry.first); }) > 0 ||
                    isChanged;
        if (left.isEmpty())
            continue;
        // Behind the one that it stood behind.
        auto before = made.begin();
        for (auto each = made.begin(); each != made.end(); ++each) {
            if (each->place < place && (before == made.begin() || std::prev(before)->place < each->place))
                before = std::next(each);
        }
        made.insert(before, {std::move(left), place});
    }
    if (isChanged) {
        into.clear();
        for (Made& each : made)
            into.push_back(std::move(each.example));
    }
    return isChanged;
}

class Merging {
public:
    Merging(const Codebook& study, const exchange::CodebookFile& file, SameNames sameNames,
            const std::string& fileName)
        : m_file(&file)
        , m_sameNames(sameNames)
        , m_fileName(&fileName) {
        m_result.merged = study;
        for (std::size_t variable = 0; variable < study.variables.size(); ++variable) {
            const auto& codes = study.variables[variable].codes;
            for (std::size_t code = 0; code < codes.size(); ++code) {
                m_byGuid.emplace(codes[code].guid, Spot{variable, code});
                m_byName.emplace(codes[code].name, codes[code].guid);
                m_taken.insert(codes[code].name);
            }
        }
        for (const Variable& variable : file.codebook.variables)
            for (const Code& code : variable.codes)
                m_inFile.insert(code.name);
    }

    base::Result<CodebookMerge> run() {
        Codebook& into = m_result.merged;
        const Codebook& from = m_file->codebook;
        const bool wasEmpty = into.variables.empty();
        if (wasEmpty) {
            into.title = from.title;
            into.name = from.name;
            into.licence = from.licence;
        }
        for (const Variable& variable : from.variables)
            RAPPORT_TRY(addVariable(variable));
        return std::move(m_result);
    }

private:
    struct Spot {
        std::size_t variable = 0;
        std::size_t code = 0;
    };
    struct Meeting {
        std::optional<Spot> spot; ///< in the study
        CodeMeeting is = CodeMeeting::New;
    };

    [[nodiscard]] bool isMade(const base::Guid& guid) const { return m_file->madeGuids.contains(guid); }

    std::optional<std::size_t> knownVariable(const Variable& wanted) const {
        const auto& variables = m_result.merged.variables;
        for (std::size_t place = 0; place < variables.size(); ++place) {
            if (!wanted.guid.isNull() && variables[place].guid == wanted.guid)
                return place;
        }
        for (std::size_t place = 0; place < variables.size(); ++place) {
            if (variables[place].name == wanted.name)
                return place;
        }
        return std::nullopt;
    }

    Meeting meet(const Code& code, std::optional<std::size_t> variable) const {
        if (!code.guid.isNull()) {
            if (const auto found = m_byGuid.find(code.guid); found != m_byGuid.end())
                return {found->second, CodeMeeting::Known};
        }
        const auto found = m_byName.find(code.name);
        if (found == m_byName.end())
            return {};
        const Spot spot = m_byGuid.at(found->second);
        const bool isItself = variable == spot.variable && (isMade(code.guid) || code.guid.isNull());
        return {spot, isItself ? CodeMeeting::Known : CodeMeeting::SameName};
    }

    std::string freeName(const std::string& wish) {
        std::string name = wish;
        for (int number = 2; m_taken.contains(name) || (name != wish && m_inFile.contains(name)); ++number)
            name = fmt::format("{}_{}", wish, number);
        return name;
    }

    base::Status addVariable(const Variable& from) {
        auto target = knownVariable(from);
        if (target && m_file->saysVariables && m_result.merged.variables[*target].scale != from.scale)
            return base::fail(base::Errc::Refused, base::Place{*m_fileName, 0, 0, {}},
                              base::said("variable '{}' has another scale in the study", from.name),
                              "rename it in the file, or in the study");
        std::vector<Meeting> meetings;
        for (const Code& code : from.codes)
            meetings.push_back(meet(code, target));
        // A list of codes belongs to the variable whose codes it names, whatever its file is called.
        if (!target && !m_file->saysVariables && m_sameNames != SameNames::Other) {
            std::set<std::size_t> met;
            for (const Meeting& meeting : meetings)
                if (meeting.spot)
                    met.insert(meeting.spot->variable);
            if (met.size() == 1)
                target = *met.begin();
        }
        const bool needsOwn = std::any_of(meetings.begin(), meetings.end(), [&](const Meeting& meeting) {
            return !meeting.spot || (meeting.is == CodeMeeting::SameName && m_sameNames == SameNames::Other);
        });
        const bool isMadeHere = !target && (needsOwn || meetings.empty());
        if (isMadeHere) {
            Variable made = from;
            made.codes.clear();
            m_result.merged.variables.push_back(std::move(made));
            target = m_result.merged.variables.size() - 1;
        } else if (target && m_file->saysVariables) {
            Variable& known = m_result.merged.variables[*target];
            take(known.title, from.title);
            take(known.definition, from.definition);
            if (!from.prompts.empty())
                known.prompts = from.prompts;
            if (!from.unitKinds.empty())
                known.unitKinds = from.unitKinds;
        }
        noteVariables(from, meetings);
        const auto lost =
            target ? withoutParents(from, meetings, *target, isMadeHere) : std::set<std::size_t>();
        return addCodes(from, std::move(meetings), target, lost);
    }

    [[nodiscard]] const exchange::CodePlace* placeIn(const Code& code) const {
        const auto found = m_file->places.find(code.guid);
        return found == m_file->places.end() ? nullptr : &found->second;
    }

    /// Codes whose rows name another variable than theirs.
    void noteVariables(const Variable& from, const std::vector<Meeting>& meetings) {
        std::map<std::size_t, exchange::CodeRows> stay; // by the study's variable
        for (std::size_t index = 0; index < from.codes.size(); ++index) {
            const exchange::CodePlace* row = placeIn(from.codes[index]);
            const Meeting& meeting = meetings[index];
            if (row != nullptr && !row->variable.empty() && meeting.spot &&
                meeting.is == CodeMeeting::Known &&
                m_result.merged.variables[meeting.spot->variable].name != row->variable)
                stay[meeting.spot->variable].add(from.codes[index].title.in(spoken()), row->line);
        }
        for (const auto& [variable, codes] : stay)
            m_result.warnings.push_back(codes.in(
                base::said("codes that the file has under variable '{}' stay in '{}' of the study: {}",
                           from.name, m_result.merged.variables[variable].name, codes.titles())));
    }

    /// Codes whose rows name a parent that is neither a row nor the variable: they keep their place.
    std::set<std::size_t> withoutParents(const Variable& from, const std::vector<Meeting>& meetings,
                                         std::size_t target, bool isMadeHere) {
        const Variable& variable = m_result.merged.variables[target];
        const auto isCalled = [](const auto& named, const std::string& words) {
            return named.name == words ||
                   std::any_of(named.title.byLanguage.begin(), named.title.byLanguage.end(),
                               [&](const auto& entry) { return text::trim(entry.second) == words; });
        };
        // Of a variable that the study does not have, the title is what most of the rows say.
        std::map<std::string, std::size_t> times;
        std::string title;
        for (const Code& code : from.codes) {
            const exchange::CodePlace* row = placeIn(code);
            if (isMadeHere && row != nullptr && !row->parent.empty() && ++times[row->parent] > times[title])
                title = row->parent;
        }
        std::set<std::size_t> lost;
        std::map<std::string, exchange::CodeRows> told; // by the parent
        for (std::size_t index = 0; index < from.codes.size(); ++index) {
            const Code& code = from.codes[index];
            const exchange::CodePlace* row = placeIn(code);
            if (row == nullptr || row->parent.empty() || row->parent == title || row->parent == from.name ||
                isCalled(variable, row->parent))
                continue;
            lost.insert(index);
            const auto& spot = meetings[index].spot;
            if (spot && spot->variable != target)
                continue; // which is told
            const Code* const above = spot ? parentOf(*spot) : nullptr;
            if (above == nullptr || !isCalled(*above, row->parent))
                told[row->parent].add(code.title.in(spoken()), row->line);
        }
        for (const auto& [parent, codes] : told)
            m_result.warnings.push_back(
                codes.in(base::said("'{}' is neither a code of the table nor the title of variable '{}': "
                                    "codes that have it as parent "
                                    "stay where they are, new ones come at the top: {}",
                                    text::elide(parent, 60), variable.name, codes.titles())));
        return lost;
    }

    [[nodiscard]] const std::string& spoken() const {
        static const std::string none;
        return m_file->languages.empty() ? none : m_file->languages.front();
    }

    [[nodiscard]] const Code* parentOf(Spot spot) const {
        const auto& codes = m_result.merged.variables[spot.variable].codes;
        for (std::size_t above = spot.code; above-- > 0;) {
            if (codes[above].depth < codes[spot.code].depth)
                return &codes[above];
        }
        return nullptr;
    }

    /// `lost`: those that keep their place.
    base::Status addCodes(const Variable& from, std::vector<Meeting> meetings,
                          std::optional<std::size_t> target, const std::set<std::size_t>& lost) {
        std::vector<Code> added;
        const std::size_t firstRow = m_result.codes.size();
        std::vector<std::optional<std::size_t>> placeOf(from.codes.size()); // in the target
        std::size_t fresh = target ? m_result.merged.variables[*target].codes.size() : 0;
        for (std::size_t index = 0; index < from.codes.size(); ++index) {
            const Code& code = from.codes[index];
            Meeting& meeting = meetings[index];
            CodeRow row;
            row.title = code.title;
            row.is = meeting.is;
            const bool isOther = meeting.is == CodeMeeting::SameName && m_sameNames == SameNames::Other;
            if (meeting.spot && !isOther) {
                Variable& variable = m_result.merged.variables[meeting.spot->variable];
                if (m_file->saysVariables && meeting.spot->variable != target &&
                    isLevelScale(from.scale) != isLevelScale(variable.scale))
                    return base::fail(
                        base::Errc::Refused, base::Place{*m_fileName, 0, 0, {}},
                        base::said("code '{}' belongs to variable '{}' of another scale in the study",
                                   code.name, variable.name),
                        "rename it in the file, or in the study");
                Code& known = variable.codes[meeting.spot->code];
                if (m_file->saysNames && known.name != code.name && !m_taken.contains(code.name)) {
                    row.changes.emplace_back("name");
                    m_taken.insert(code.name);
                    known.name = code.name;
                }
                update(known, code, row.changes);
                row.name = known.name;
                row.variable = variable.name;
                if (meeting.spot->variable == target)
                    placeOf[index] = meeting.spot->code;
            } else {
                Code made = code;
                made.name = freeName(code.name);
                m_taken.insert(made.name);
                row.name = made.name;
                row.variable = m_result.merged.variables[*target].name;
                placeOf[index] = fresh++;
                m_result.added += made.isCodable ? 1 : 0;
                added.push_back(std::move(made));
            }
            m_result.names[code.name] = row.name;
            if (meeting.spot && !isOther && !row.changes.empty())
                ++m_result.changed;
            m_result.codes.push_back(std::move(row));
        }
        if (target)
            arrange(*target, from, std::move(added), placeOf, firstRow, lost);
        return {};
    }

    void update(Code& known, const Code& code, std::vector<base::Phrase>& changes) const {
        // A title that is the name was made from the one column that names the code.
        const bool saysTitle =
            m_file->saysNames || std::none_of(code.title.byLanguage.begin(), code.title.byLanguage.end(),
                                              [&](const auto& entry) { return entry.second == known.name; });
        const auto note = [&](bool isChanged, const char* what) {
            if (isChanged)
                changes.emplace_back(what);
        };
        note(saysTitle && take(known.title, code.title), "title");
        note(take(known.tag, code.tag), "tag");
        note(take(known.key, code.key), "key");
        note(take(known.colour, code.colour), "colour");
        note(take(known.definition, code.definition), "definition");
        note(take(known.use, code.use), "use");
        note(take(known.avoid, code.avoid), "avoid");
        note(take(known.examples, code.examples), "examples");
        note(take(known.antiExamples, code.antiExamples), "counter-examples");
        note(take(known.source, code.source), "source");
        if (m_file->saysCodable && known.isCodable != code.isCodable) {
            known.isCodable = code.isCodable;
            changes.emplace_back("codable");
        }
    }

    /// The tree: as in the file where that has one, else as it was. Children stand in the file's order where
    /// the file has all of the study's codes, else in the study's, with new ones at the end.
    void arrange(std::size_t target, const Variable& from, std::vector<Code> added,
                 const std::vector<std::optional<std::size_t>>& placeOf, std::size_t firstRow,
                 const std::set<std::size_t>& lost) {
        Variable& variable = m_result.merged.variables[target];
        constexpr std::size_t root = static_cast<std::size_t>(-1);
        const std::size_t before = variable.codes.size();
        for (Code& code : added)
            variable.codes.push_back(std::move(code));
        const std::size_t count = variable.codes.size();
        const bool hasTree =
            !isLevelScale(variable.scale) &&
            (m_file->saysTree || std::any_of(from.codes.begin(), from.codes.end(),
                                             [](const Code& code) { return code.depth > 0; }));
        std::vector<std::size_t> parent(count, root);
        std::vector<std::size_t> above;
        for (std::size_t place = 0; place < before; ++place) {
            const auto depth = static_cast<std::size_t>(std::max(0, variable.codes[place].depth));
            above.resize(std::min(depth, above.size()));
            parent[place] = above.empty() ? root : above.back();
            above.push_back(place);
        }
        std::vector<std::size_t> order; // of the file, places in the variable
        std::vector<bool> isGiven(count, false);
        above.clear();
        for (std::size_t index = 0; index < from.codes.size(); ++index) {
            const auto depth = static_cast<std::size_t>(std::max(0, from.codes[index].depth));
            above.resize(std::min(depth, above.size()));
            const std::size_t over = above.empty() ? root : above.back();
            // A code that is in another variable holds no place here: what is under it goes on from above.
            above.push_back(placeOf[index].value_or(over));
            if (!placeOf[index])
                continue;
            const std::size_t place = *placeOf[index];
            if (isGiven[place])
                continue;
            isGiven[place] = true;
            order.push_back(place);
            if (hasTree && !lost.contains(index)) {
                if (place < before && parent[place] != over)
                    noteMove(m_result.codes[firstRow + index]);
                parent[place] = over;
            }
        }
        const bool isWhole = std::all_of(isGiven.begin(), isGiven.end(), [](bool is) { return is; });
        std::vector<std::size_t> places = order;
        if (!isWhole) {
            places.resize(count);
            for (std::size_t place = 0; place < count; ++place)
                places[place] = place;
        }
        std::map<std::size_t, std::vector<std::size_t>> children;
        for (const std::size_t place : places)
            children[parent[place]].push_back(place);
        std::vector<Code> codes;
        std::vector<std::pair<std::size_t, int>> open;
        const auto push = [&](std::size_t node, int depth) {
            const auto found = children.find(node);
            if (found == children.end())
                return;
            for (auto child = found->second.rbegin(); child != found->second.rend(); ++child)
                open.emplace_back(*child, depth);
        };
        push(root, 0);
        while (!open.empty()) {
            const auto [place, depth] = open.back();
            open.pop_back();
            codes.push_back(std::move(variable.codes[place]));
            codes.back().depth = depth;
            if (const auto known = m_byGuid.find(codes.back().guid); known != m_byGuid.end())
                known->second = {target, codes.size() - 1};
            push(place, depth + 1);
        }
        variable.codes = std::move(codes);
    }

    void noteMove(CodeRow& row) {
        if (row.changes.empty())
            ++m_result.changed;
        row.changes.emplace_back("parent");
    }

    const exchange::CodebookFile* m_file;
    SameNames m_sameNames;
    const std::string* m_fileName;
    CodebookMerge m_result;
    std::unordered_map<base::Guid, Spot> m_byGuid;
    std::unordered_map<std::string, base::Guid> m_byName;
    std::set<std::string> m_taken;
    std::set<std::string> m_inFile;
};

} // namespace

std::vector<std::string> CodebookMerge::sameNames() const {
    std::vector<std::string> same;
    for (const CodeRow& row : codes) {
        if (row.is == CodeMeeting::SameName)
            same.push_back(row.name);
    }
    return same;
}

base::Result<CodebookMerge> mergeOf(const Codebook& study, const exchange::CodebookFile& file,
                                    SameNames sameNames, const std::string& fileName) {
    return Merging(study, file, sameNames, fileName).run();
}

} // namespace rapport::service
