// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/codebook_changes.h"

#include "base/format.h"
#include "base/json.h"
#include "model/palette.h"
#include "service/codebook_versions.h"
#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "service/unit_names.h"

#include <algorithm>
#include <functional>
#include <set>

namespace rapport::service {

namespace {

using base::Errc;
using store::Act;

struct Place {
    std::size_t variable = 0;
    std::size_t code = 0;
};

base::Result<Place> placeOf(const model::Codebook& codebook, const std::string& name) {
    for (std::size_t variable = 0; variable < codebook.variables.size(); ++variable) {
        const auto& codes = codebook.variables[variable].codes;
        for (std::size_t code = 0; code < codes.size(); ++code) {
            if (codes[code].name == name)
                return Place{variable, code};
        }
    }
    return base::fail(Errc::NotFound, fmt::format("there is no code '{}'", name),
                      "see: rapport codebook STUDY show");
}

/// Behind the last code under it.
std::size_t endOf(const std::vector<model::Code>& codes, std::size_t code) {
    std::size_t end = code + 1;
    while (end < codes.size() && codes[end].depth > codes[code].depth)
        ++end;
    return end;
}

base::Status refuseParents(const std::vector<model::Code>& codes, std::size_t code) {
    if (endOf(codes, code) == code + 1)
        return {};
    return base::fail(Errc::Refused, base::said("there are codes under '{}'", codes[code].name),
                      "move or retire them first");
}

/// What a change writes into the journal beside the version.
struct Recorded {
    const char* operation = "";
    std::vector<model::Guid> codes; ///< that it was done to
    std::vector<model::Guid> into;
    model::CodeId about;
    model::Guid remark;
    std::string label;
};

/// Changes a copy of the codebook into the next version.
using Change = std::function<base::Result<Recorded>(model::Codebook&)>;

base::Result<CodebookChange> makeVersion(Session& session, const Change& change) {
    RAPPORT_TRY(coordinatorOnly(session, "change the codebook"));
    CodebookChange made;
    auto done = write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const auto current, session.codebook());
        model::Codebook next = *current;
        RAPPORT_ASSIGN(const Recorded recorded, change(next));
        base::Json detail = {{"operation", recorded.operation}, {"from", current->version}};
        for (const model::Guid& guid : recorded.codes)
            detail["codes"].push_back(guid.text());
        for (const model::Guid& guid : recorded.into)
            detail["into"].push_back(guid.text());
        store::JournalEntry entry;
        entry.code = recorded.about;
        entry.target = recorded.remark;
        entry.detail = base::dumpJson(detail, -1);
        RAPPORT_ASSIGN(made.version, putNextVersion(writer, next, std::move(entry)));
        if (!recorded.remark.isNull())
            RAPPORT_TRY(session.impl().consensus().linkNote(recorded.remark, made.version));
        writer.changes().act = recorded.operation;
        writer.changes().object = recorded.label;
        return {};
    });
    if (!done)
        return base::fail(done);
    made.changes = std::move(*done);
    return made;
}

/// The journal's rows on versions of the codebook.
class VersionRows {
public:
    [[nodiscard]] static base::Result<VersionRows> read(Session& session) {
        store::HistoryFilter filter;
        filter.act = Act::Codebook;
        RAPPORT_ASSIGN(auto entries, session.impl().journal().history(filter));
        VersionRows rows;
        for (store::JournalEntry& entry : entries)
            rows.m_rows.insert_or_assign(entry.version, std::move(entry));
        return rows;
    }

    /// The version whose content this one has: itself, or the one that an undo brought back.
    [[nodiscard]] std::int64_t contentOf(std::int64_t version) const {
        while (true) {
            const auto row = m_rows.find(version);
            const auto detail = row == m_rows.end() ? std::nullopt : parsed(row->second);
            const base::Json* as = detail ? &base::memberAt(*detail, "as") : nullptr;
            // It came before, so this ends.
            if (as == nullptr || !as->is_number_integer() || as->get<std::int64_t>() >= version)
                return version;
            version = as->get<std::int64_t>();
        }
    }

    [[nodiscard]] const store::JournalEntry* rowOf(std::int64_t version) const {
        const auto row = m_rows.find(version);
        return row == m_rows.end() ? nullptr : &row->second;
    }

    /// Of each remark that a change came of, the last version that it led to and that is not undone as of
    /// `current`; 0: none.
    [[nodiscard]] std::map<base::Guid, std::int64_t> remarks(std::int64_t current) const {
        std::map<base::Guid, std::int64_t> led;
        for (const auto& [version, row] : m_rows) {
            if (!row.target.isNull())
                led.emplace(row.target, 0);
        }
        for (std::int64_t version = contentOf(current); version > 0;) {
            const auto row = m_rows.find(version);
            if (row == m_rows.end())
                break;
            if (const auto remark = led.find(row->second.target); remark != led.end())
                remark->second = std::max(remark->second, version);
            const auto detail = parsed(row->second);
            const base::Json* from = detail ? &base::memberAt(*detail, "from") : nullptr;
            if (from == nullptr || !from->is_number_integer() || from->get<std::int64_t>() >= version)
                break;
            version = contentOf(from->get<std::int64_t>());
        }
        return led;
    }

    /// Codes of `current` that stand in place of one that is no more: what it was split into; of one that an
    /// undone split or merge had made, what it was made of. In the order of the codebook; empty: it was
    /// retired.
    [[nodiscard]] std::vector<std::string> inPlaceOf(const base::Guid& gone,
                                                     const model::Codebook& current) const {
        std::set<base::Guid> asked;
        std::set<base::Guid> found;
        follow(gone, current, asked, found);
        std::vector<std::string> names;
        for (const model::Variable& variable : current.variables) {
            for (const model::Code& code : variable.codes) {
                const auto isFound = [&found](const auto& each) { return found.contains(each.guid); };
                if (isFound(code) || std::any_of(code.merged.begin(), code.merged.end(), isFound))
                    names.push_back(code.name);
            }
        }
        return names;
    }

private:
    static bool isIn(const model::Codebook& codebook, const base::Guid& guid) {
        const auto isIt = [&guid](const auto& each) { return each.guid == guid; };
        return std::any_of(codebook.variables.begin(), codebook.variables.end(), [&](const auto& variable) {
            return std::any_of(variable.codes.begin(), variable.codes.end(), [&](const model::Code& code) {
                return isIt(code) || std::any_of(code.merged.begin(), code.merged.end(), isIt);
            });
        });
    }

    void follow(const base::Guid& gone, const model::Codebook& current, std::set<base::Guid>& asked,
                std::set<base::Guid>& found) const {
        if (!asked.insert(gone).second)
            return;
        if (isIn(current, gone)) {
            found.insert(gone);
            return;
        }
        // The last change that made it or took it away.
        for (auto row = m_rows.rbegin(); row != m_rows.rend(); ++row) {
            const auto detail = parsed(row->second);
            if (!detail)
                continue;
            const std::string operation = base::stringAt(*detail, "operation");
            const auto listed = [&](const char* key) {
                std::vector<base::Guid> guids;
                for (const base::Json& each : base::memberAt(*detail, key)) {
                    if (const auto guid =
                            each.is_string() ? base::Guid::parse(each.get<std::string>()) : std::nullopt)
                        guids.push_back(*guid);
                }
                return guids;
            };
            const auto codes = listed("codes");
            const auto into = listed("into");
            const auto holds = [&gone](const std::vector<base::Guid>& guids) {
                return std::find(guids.begin(), guids.end(), gone) != guids.end();
            };
            const bool isMade = (operation == "split" || operation == "merge") && holds(into);
            const bool isTaken =
                (operation == "split" || operation == "merge" || operation == "retire") && holds(codes);
            if (!isMade && !isTaken)
                continue;
            for (const base::Guid& other : isMade ? codes : into)
                follow(other, current, asked, found);
            return;
        }
    }

    [[nodiscard]] static std::optional<base::Json> parsed(const store::JournalEntry& entry) {
        auto detail = base::parseJson(entry.detail);
        return detail ? std::optional<base::Json>(std::move(*detail)) : std::nullopt;
    }

    std::map<std::int64_t, store::JournalEntry> m_rows;
};

/// Two codes of one name, both with codings, could not be told apart in a table.
base::Status refuseUsedName(Session& session, const model::Codebook& current, const std::string& name) {
    auto& impl = session.impl();
    std::set<model::CodeId> others;
    for (std::int64_t version = current.version - 1; version >= 1; --version) {
        RAPPORT_ASSIGN(const model::Codebook before, impl.codebooks().version(version));
        const model::Code* other = before.code(name).code;
        if (other == nullptr || current.code(other->id).code != nullptr || !others.insert(other->id).second)
            continue;
        store::CodingFilter filter;
        filter.code = other->id;
        RAPPORT_ASSIGN(const auto codings, impl.codings().codings(filter));
        if (!codings.empty())
            return base::fail(Errc::Refused,
                              base::said("'{}' was another code before, and codings were made with it ({})",
                                         name, codings.size()),
                              "choose a name that was not used yet");
    }
    return {};
}

std::string upperCase(std::string_view words) {
    std::string upper(words);
    std::transform(upper.begin(), upper.end(), upper.begin(), [](char letter) {
        return letter >= 'a' && letter <= 'z' ? char(letter - 'a' + 'A') : letter;
    });
    return upper;
}

/// Of the colours that fewest codes of the variable have, the first.
std::string freshColour(const std::vector<model::Code>& codes) {
    std::string_view fresh;
    std::ptrdiff_t fewest = 0;
    for (const std::string_view colour : model::palette) {
        const std::ptrdiff_t many = std::count_if(
            codes.begin(), codes.end(), [colour](const model::Code& code) { return code.colour == colour; });
        if (fresh.empty() || many < fewest) {
            fresh = colour;
            fewest = many;
        }
    }
    return std::string(fresh);
}

/// Two letters of a title: those of the code, or where it has none the first two.
std::string tagOf(const model::Code& code, const std::string& language) {
    const std::string& tag = code.tag.in(language);
    return upperCase(tag.empty() ? code.title.in(language).substr(0, 2) : tag);
}

/// In every language of the title its first letter with one that no other code has beside it, where another
/// code has the first two. Left out where there is none, and for letters beyond ASCII: then the tag is made
/// from the title when it is shown.
model::LocalText freeTag(const model::Codebook& codebook, const std::vector<model::Code>& made,
                         const model::LocalText& title) {
    model::LocalText found;
    // Of all languages: a title in one of them is shown in the others, too.
    std::set<std::string> taken;
    const auto take = [&taken](const model::Code& code) {
        for (const auto& [language, words] : code.title.byLanguage)
            taken.insert(tagOf(code, language));
    };
    for (const model::Variable& variable : codebook.variables)
        std::for_each(variable.codes.begin(), variable.codes.end(), take);
    std::for_each(made.begin(), made.end(), take);
    for (const auto& [language, words] : title.byLanguage) {
        const std::string letters = upperCase(words);
        const auto isLetter = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
        // The first two where nobody has them: then the tag goes along with the title.
        if (letters.empty() || !isLetter(letters.front()) || !taken.contains(letters.substr(0, 2)))
            continue;
        for (std::size_t second = 1; second < letters.size(); ++second) {
            const std::string tag{letters.front(), letters[second]};
            if (!isLetter(letters[second]) || taken.contains(tag))
                continue;
            found.byLanguage[language] = tag;
            break;
        }
    }
    return found;
}

void mergeText(model::LocalText& into, const model::LocalText& from) {
    for (const auto& [language, words] : from.byLanguage)
        into.byLanguage[language] = words;
}

} // namespace

base::Result<std::int64_t> putNextVersion(Writer& writer, const model::Codebook& content,
                                          store::JournalEntry entry) {
    Session& session = writer.session();
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto current, session.codebook());
    if (!current->isFrozen) {
        RAPPORT_TRY(impl.codebooks().freeze(current->version));
        store::JournalEntry freeze;
        freeze.act = Act::Freeze;
        freeze.version = current->version;
        RAPPORT_TRY(writer.append(freeze));
    }
    RAPPORT_ASSIGN(const model::Codebook stored,
                   impl.codebooks().put(content, impl.environment.random, impl.environment.clock->now()));
    entry.act = Act::Codebook;
    entry.version = stored.version;
    RAPPORT_TRY(writer.append(std::move(entry)));
    writer.changes().codebookChanged = true;
    impl.codebook.reset();
    return stored.version;
}

base::Status undoVersion(Writer& writer, const store::JournalEntry& made) {
    Session& session = writer.session();
    RAPPORT_ASSIGN(const auto current, session.codebook());
    RAPPORT_ASSIGN(const VersionRows rows, VersionRows::read(session));
    if (rows.contentOf(current->version) != rows.contentOf(made.version))
        return base::fail(Errc::Refused, "the codebook was changed since",
                          "take back the later change first");
    const auto detail = base::parseJson(made.detail);
    const base::Json& from = detail ? base::memberAt(*detail, "from") : base::Json();
    if (!from.is_number_integer())
        return base::fail(Errc::Refused, "this version was not made by a change that can be taken back");
    RAPPORT_ASSIGN(const model::Codebook before,
                   session.impl().codebooks().version(from.get<std::int64_t>()));
    store::JournalEntry entry;
    entry.code = made.code;
    entry.detail =
        base::dumpJson({{"operation", "undo"}, {"from", current->version}, {"as", before.version}}, -1);
    RAPPORT_ASSIGN(const std::int64_t now, putNextVersion(writer, before, std::move(entry)));
    // Remarks say what became of them as it stands.
    RAPPORT_ASSIGN(const VersionRows since, VersionRows::read(session));
    for (const auto& [remark, version] : since.remarks(now)) {
        RAPPORT_ASSIGN(const auto note, session.impl().consensus().note(remark));
        if (note && note->version != version)
            RAPPORT_TRY(session.impl().consensus().linkNote(remark, version));
    }
    return {};
}

base::Result<CodebookChange> renameCode(Session& session, const std::string& name, const std::string& newName,
                                        const model::LocalText& newTitle) {
    return makeVersion(session, [&](model::Codebook& next) -> base::Result<Recorded> {
        RAPPORT_ASSIGN(const Place place, placeOf(next, name));
        model::Code& code = next.variables[place.variable].codes[place.code];
        const std::string wanted = newName.empty() ? name : newName;
        if (wanted == name && newTitle.isEmpty())
            return base::fail(Errc::InvalidArgument, base::said("'{}' is its name already", name));
        if (wanted != name)
            RAPPORT_TRY(refuseUsedName(session, next, wanted));
        code.name = wanted;
        mergeText(code.title, newTitle);
        return Recorded{"rename", {code.guid}, {}, code.id, {}, wanted};
    });
}

base::Result<CodebookChange> mergeCodes(Session& session, const std::vector<std::string>& names,
                                        const std::string& into) {
    return makeVersion(session, [&](model::Codebook& next) -> base::Result<Recorded> {
        std::set<std::string> wanted(names.begin(), names.end());
        std::optional<std::size_t> variableAt;
        for (const std::string& name : wanted) {
            RAPPORT_ASSIGN(const Place place, placeOf(next, name));
            const auto& codes = next.variables[place.variable].codes;
            if (variableAt && *variableAt != place.variable)
                return base::fail(Errc::InvalidArgument, base::said("'{}' belongs to another variable", name),
                                  "codes of one variable can become one");
            variableAt = place.variable;
            if (!codes[place.code].isCodable)
                return base::fail(Errc::Refused, fmt::format("'{}' is a heading, not a code", name));
            if (name != into)
                RAPPORT_TRY(refuseParents(codes, place.code));
        }
        if (const auto target = placeOf(next, into); target) {
            if (variableAt && *variableAt != target->variable)
                return base::fail(Errc::InvalidArgument, base::said("'{}' belongs to another variable", into),
                                  "codes of one variable can become one");
            if (!next.variables[target->variable].codes[target->code].isCodable)
                return base::fail(Errc::Refused, fmt::format("'{}' is a heading, not a code", into));
            wanted.insert(into);
        }
        if (!variableAt || wanted.size() < 2)
            return base::fail(Errc::InvalidArgument, "it takes two codes to merge",
                              "name them: --codes A,B --into A");
        auto& codes = next.variables[*variableAt].codes;
        Recorded recorded{"merge", {}, {}, {}, {}, into};
        std::vector<model::MergedCode> parts;
        std::size_t first = codes.size();
        std::vector<model::Code> kept;
        for (std::size_t code = 0; code < codes.size(); ++code) {
            if (!wanted.contains(codes[code].name) || codes[code].name == into) {
                kept.push_back(codes[code]);
                continue;
            }
            if (first == codes.size())
                first = kept.size();
            const model::Code& part = codes[code];
            recorded.codes.push_back(part.guid);
            parts.push_back({part.id, part.guid, part.name, next.version + 1, part.versions});
            // What was part of it goes along, as of the version since which it was.
            parts.insert(parts.end(), part.merged.begin(), part.merged.end());
        }
        auto target = std::find_if(kept.begin(), kept.end(),
                                   [&](const model::Code& each) { return each.name == into; });
        if (target == kept.end()) {
            RAPPORT_TRY(refuseUsedName(session, next, into));
            model::Code made = *std::find_if(codes.begin(), codes.end(), [&](const model::Code& each) {
                return wanted.contains(each.name);
            });
            made.id = {};
            made.guid = base::Guid::random(session.impl().environment.random);
            made.name = into;
            made.title = model::sameText(into);
            made.merged.clear();
            made.versions.clear();
            target = kept.insert(kept.begin() + static_cast<std::ptrdiff_t>(first), made);
        }
        target->merged.insert(target->merged.end(), parts.begin(), parts.end());
        recorded.into = {target->guid};
        recorded.about = target->id;
        codes = std::move(kept);
        return recorded;
    });
}

base::Result<CodebookChange> splitCode(Session& session, const std::string& name,
                                       const std::vector<NewCode>& into) {
    if (into.size() < 2)
        return base::fail(Errc::InvalidArgument, "a code is split into two at least",
                          "name them: --into A,B");
    return makeVersion(session, [&](model::Codebook& next) -> base::Result<Recorded> {
        RAPPORT_ASSIGN(const Place place, placeOf(next, name));
        auto& codes = next.variables[place.variable].codes;
        const model::Code before = codes[place.code];
        if (!before.isCodable)
            return base::fail(Errc::Refused, fmt::format("'{}' is a heading, not a code", name));
        RAPPORT_TRY(refuseParents(codes, place.code));
        Recorded recorded{"split", {before.guid}, {}, before.id, {}, name};
        std::vector<model::Code> made;
        std::vector<model::Code> coloured = codes;
        for (const NewCode& each : into) {
            if (each.name == name)
                return base::fail(Errc::InvalidArgument,
                                  base::said("'{}' would mean something else than before", name),
                                  "give the new codes new names");
            RAPPORT_TRY(refuseUsedName(session, next, each.name));
            model::Code code = before;
            code.id = {};
            code.guid = base::Guid::random(session.impl().environment.random);
            code.name = each.name;
            code.title = each.title.isEmpty() ? model::sameText(each.name) : each.title;
            if (!each.definition.isEmpty())
                code.definition = each.definition;
            code.merged.clear();
            code.versions.clear();
            // They can stand for one code only.
            code.key.clear();
            code.tag = freeTag(next, made, code.title);
            if (!made.empty() && !code.colour.empty())
                code.colour = freshColour(coloured);
            coloured.push_back(code);
            recorded.into.push_back(code.guid);
            made.push_back(std::move(code));
        }
        codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(place.code));
        codes.insert(codes.begin() + static_cast<std::ptrdiff_t>(place.code), made.begin(), made.end());
        return recorded;
    });
}

base::Result<CodebookChange> moveCode(Session& session, const std::string& name, const std::string& parent) {
    return makeVersion(session, [&](model::Codebook& next) -> base::Result<Recorded> {
        RAPPORT_ASSIGN(const Place place, placeOf(next, name));
        auto& codes = next.variables[place.variable].codes;
        if (next.variables[place.variable].scale != model::Scale::Presence)
            return base::fail(Errc::Refused,
                              base::said("'{}' is a level; levels have an order, no tree", name));
        const std::size_t end = endOf(codes, place.code);
        std::vector<model::Code> moved(codes.begin() + static_cast<std::ptrdiff_t>(place.code),
                                       codes.begin() + static_cast<std::ptrdiff_t>(end));
        int depth = 0;
        if (!parent.empty()) {
            RAPPORT_ASSIGN(const Place above, placeOf(next, parent));
            if (above.variable != place.variable)
                return base::fail(Errc::InvalidArgument,
                                  base::said("'{}' belongs to another variable", parent),
                                  "a code moves within its variable");
            if (above.code >= place.code && above.code < end)
                return base::fail(Errc::InvalidArgument, base::said("'{}' cannot hang under itself", name));
            depth = codes[above.code].depth + 1;
        }
        codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(place.code),
                    codes.begin() + static_cast<std::ptrdiff_t>(end));
        std::size_t at = codes.size();
        if (!parent.empty()) {
            RAPPORT_ASSIGN(const Place above, placeOf(next, parent));
            at = endOf(codes, above.code);
        }
        const int shift = depth - moved.front().depth;
        for (model::Code& code : moved)
            code.depth += shift;
        const Recorded recorded{"move", {moved.front().guid}, {}, moved.front().id, {}, name};
        codes.insert(codes.begin() + static_cast<std::ptrdiff_t>(at), moved.begin(), moved.end());
        return recorded;
    });
}

base::Result<CodebookChange> retireCode(Session& session, const std::string& name) {
    return makeVersion(session, [&](model::Codebook& next) -> base::Result<Recorded> {
        RAPPORT_ASSIGN(const Place place, placeOf(next, name));
        auto& codes = next.variables[place.variable].codes;
        RAPPORT_TRY(refuseParents(codes, place.code));
        const Recorded recorded{"retire", {codes[place.code].guid}, {}, codes[place.code].id, {}, name};
        codes.erase(codes.begin() + static_cast<std::ptrdiff_t>(place.code));
        return recorded;
    });
}

base::Result<CodebookChange> redefineCode(Session& session, const Redefinition& change) {
    return makeVersion(session, [&](model::Codebook& next) -> base::Result<Recorded> {
        RAPPORT_ASSIGN(const Place place, placeOf(next, change.code));
        model::Code& code = next.variables[place.variable].codes[place.code];
        const model::Code before = code;
        mergeText(code.definition, change.definition);
        mergeText(code.use, change.use);
        mergeText(code.avoid, change.avoid);
        if (code.definition == before.definition && code.use == before.use && code.avoid == before.avoid)
            return base::fail(Errc::InvalidArgument, "nothing would change");
        return Recorded{"define", {code.guid}, {}, code.id, change.remark.value_or(model::Guid()), code.name};
    });
}

base::Result<CodebookChange> undoCodebookChange(Session& session) {
    RAPPORT_TRY(coordinatorOnly(session, "change the codebook"));
    CodebookChange made;
    auto done = write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const auto current, session.codebook());
        RAPPORT_ASSIGN(const VersionRows rows, VersionRows::read(session));
        const store::JournalEntry* last = rows.rowOf(rows.contentOf(current->version));
        if (last == nullptr)
            return base::fail(Errc::Refused, "the codebook was never changed");
        RAPPORT_TRY(undoVersion(writer, *last));
        RAPPORT_ASSIGN(const auto now, session.codebook());
        made.version = now->version;
        for (const model::Variable& variable : current->variables) {
            for (const model::Code& code : variable.codes) {
                if (now->code(code.id).code != nullptr)
                    continue;
                store::CodingFilter filter;
                filter.code = code.id;
                RAPPORT_ASSIGN(const auto codings, session.impl().codings().codings(filter));
                if (!codings.empty())
                    made.left.emplace_back(code.name, static_cast<std::int64_t>(codings.size()));
            }
        }
        writer.changes().act = "codebook";
        return {};
    });
    if (!done)
        return base::fail(done);
    made.changes = std::move(*done);
    return made;
}

base::Result<std::int64_t> unitsLeftOutOfRecoding(const Session& session) {
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    return static_cast<std::int64_t>(still.units().size());
}

base::Result<std::vector<LeftCoding>> codingsToRecode(Session& session, bool withRetired) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto current, session.codebook());
    RAPPORT_ASSIGN(const auto raters, ratersById(session));
    RAPPORT_ASSIGN(const auto rounds, roundsById(session));
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    // Codes of earlier versions that are in the current one neither by themselves nor as a part.
    struct Gone {
        base::Guid guid;
        std::string variable;
        std::string code;
    };
    std::map<model::CodeId, Gone> gone;
    for (std::int64_t version = current->version - 1; version >= 1; --version) {
        RAPPORT_ASSIGN(const model::Codebook before, impl.codebooks().version(version));
        for (const model::Variable& variable : before.variables) {
            for (const model::Code& code : variable.codes) {
                if (code.isCodable && current->code(code.id).code == nullptr)
                    gone.emplace(code.id, Gone{code.guid, variable.name, code.name});
            }
        }
    }
    RAPPORT_ASSIGN(const VersionRows rows, VersionRows::read(session));
    constexpr std::int64_t mostOfUnit = 300; // code points
    store::SourceTexts texts(*impl.file);
    std::vector<LeftCoding> left;
    for (const auto& [code, called] : gone) {
        const std::vector<std::string> into = rows.inPlaceOf(called.guid, *current);
        if (into.empty() && !withRetired)
            continue;
        store::CodingFilter filter;
        filter.code = code;
        if (!session.viewer().isCoordinator())
            filter.rater = session.viewer().rater;
        RAPPORT_ASSIGN(auto codings, impl.codings().codings(filter));
        if (session.viewer().isCoordinator())
            placeHidden(codings.begin(), codings.end(), *names,
                        [](const model::Coding& coding) { return coding.unit; });
        for (const model::Coding& coding : codings) {
            if (coding.rater != still.self() && still.holds(coding.unit))
                continue;
            RAPPORT_ASSIGN(const auto row, impl.sources().unit(coding.unit, false));
            if (!row)
                continue;
            const auto rater = raters.find(coding.rater);
            const auto round = rounds.find(coding.round);
            RAPPORT_ASSIGN(std::string name, names->known(session, row->unit, coding.round));
            text::TextRange range = coding.range.value_or(row->unit.range);
            if (!coding.range)
                range.end = std::min(range.end, text::CodePoints(range.begin.value + mostOfUnit));
            RAPPORT_ASSIGN(std::string words, texts.cut(row->unit.source, range));
            left.push_back({coding.id, coding.unit, std::move(name),
                            rater == raters.end() ? "" : rater->second.name,
                            round == rounds.end() ? "" : round->second.name, called.variable, called.code,
                            coding.version, into, std::move(words)});
        }
    }
    return left;
}

} // namespace rapport::service
