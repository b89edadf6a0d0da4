// SPDX-License-Identifier: GPL-3.0-or-later
// What one version of the codebook has that another has not.
#include "base/format.h"
#include "base/json.h"
#include "service/codebook_changes.h"
#include "service/session_impl.h"

#include <algorithm>
#include <set>

namespace rapport::service {

namespace {

struct Known {
    const model::Variable* variable = nullptr;
    const model::Code* code = nullptr;
    std::string parent;
};

std::map<model::Guid, Known> codesOf(const model::Codebook& codebook) {
    std::map<model::Guid, Known> known;
    for (const model::Variable& variable : codebook.variables) {
        for (const model::Code& code : variable.codes) {
            const model::Code* parent = variable.code(code.parent);
            known.emplace(code.guid, Known{&variable, &code, parent == nullptr ? "" : parent->name});
        }
    }
    return known;
}

std::string listed(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string scopeOf(const model::Variable& variable) {
    std::vector<std::string> places = variable.prompts;
    for (const model::UnitKind kind : variable.unitKinds)
        places.emplace_back(model::name(kind));
    return listed(places);
}

/// The examples of each language in their order.
model::LocalText joined(const std::vector<model::LocalText>& examples) {
    model::LocalText all;
    for (const model::LocalText& example : examples) {
        for (const auto& [language, words] : example.byLanguage) {
            std::string& text = all.byLanguage[language];
            text += (text.empty() || words.empty() ? "" : " | ") + words;
        }
    }
    return all;
}

/// What is written in just this language.
std::string wordsIn(const model::LocalText& text, const std::string& language) {
    const auto found = text.byLanguage.find(language);
    return found == text.byLanguage.end() ? std::string() : found->second;
}

class Comparing {
public:
    Comparing(const model::Codebook& from, const model::Codebook& to, std::string language)
        : m_from(from)
        , m_to(to)
        , m_language(std::move(language)) {}

    [[nodiscard]] std::vector<VersionDifference> run() {
        const auto before = codesOf(m_from);
        const auto after = codesOf(m_to);
        for (const model::Variable& variable : m_to.variables)
            compareVariable(variable);
        for (const model::Variable& variable : m_from.variables) {
            if (std::none_of(m_to.variables.begin(), m_to.variables.end(),
                             [&](const model::Variable& each) { return each.guid == variable.guid; }))
                add("removed", variable.name, "", variable.title.in(m_language), "");
        }
        std::set<model::Guid> absorbed;
        for (const model::Variable& variable : m_to.variables) {
            for (const model::Code& code : variable.codes) {
                const auto was = before.find(code.guid);
                for (const model::MergedCode& part : code.merged) {
                    // Newly part of it: it was a code of its own, or of none.
                    if (!before.contains(part.guid))
                        continue;
                    absorbed.insert(part.guid);
                    add("merged", variable.name, code.name, part.name, code.name);
                }
                if (was == before.end())
                    add("added", variable.name, code.name, "", code.title.in(m_language));
                else
                    compareCode(was->second, after.at(code.guid));
            }
        }
        for (const model::Variable& variable : m_from.variables) {
            for (const model::Code& code : variable.codes) {
                if (!after.contains(code.guid) && !absorbed.contains(code.guid))
                    add("removed", variable.name, code.name, code.title.in(m_language), "");
            }
        }
        return std::move(m_found);
    }

private:
    void add(const char* kind, const std::string& variable, const std::string& code, std::string before,
             std::string after, std::string language = {}) {
        m_found.push_back({kind, variable, code, std::move(before), std::move(after), std::move(language)});
    }

    void differ(const char* kind, const std::string& variable, const std::string& code,
                const std::string& before, const std::string& after) {
        if (before != after)
            add(kind, variable, code, before, after);
    }

    void differ(const char* kind, const std::string& variable, const std::string& code,
                const model::LocalText& before, const model::LocalText& after) {
        std::set<std::string> languages;
        for (const model::LocalText* text : {&before, &after}) {
            for (const auto& [language, words] : text->byLanguage)
                languages.insert(language);
        }
        for (const std::string& language : languages) {
            const std::string was = wordsIn(before, language);
            const std::string now = wordsIn(after, language);
            if (was != now)
                add(kind, variable, code, was, now, language);
        }
    }

    void compareVariable(const model::Variable& now) {
        const auto was = std::find_if(m_from.variables.begin(), m_from.variables.end(),
                                      [&](const model::Variable& each) { return each.guid == now.guid; });
        if (was == m_from.variables.end()) {
            add("added", now.name, "", "", now.title.in(m_language));
            return;
        }
        differ("renamed", now.name, "", was->name, now.name);
        differ("title", now.name, "", was->title, now.title);
        differ("definition", now.name, "", was->definition, now.definition);
        differ("scope", now.name, "", scopeOf(*was), scopeOf(now));
        if (now.scale == model::Scale::Ordinal) {
            std::vector<std::string> before;
            std::vector<std::string> after;
            for (const model::Code& code : was->codes)
                before.push_back(code.name);
            for (const model::Code& code : now.codes)
                after.push_back(code.name);
            differ("order", now.name, "", listed(before), listed(after));
        }
    }

    void compareCode(const Known& was, const Known& now) {
        const std::string& variable = now.variable->name;
        const std::string& name = now.code->name;
        differ("renamed", variable, name, was.code->name, name);
        differ("moved", variable, name,
               was.variable->guid == now.variable->guid ? was.parent : was.variable->name + "/" + was.parent,
               was.variable->guid == now.variable->guid ? now.parent : variable + "/" + now.parent);
        differ("title", variable, name, was.code->title, now.code->title);
        differ("definition", variable, name, was.code->definition, now.code->definition);
        differ("use", variable, name, was.code->use, now.code->use);
        differ("avoid", variable, name, was.code->avoid, now.code->avoid);
        differ("examples", variable, name, joined(was.code->examples), joined(now.code->examples));
        differ("anti-examples", variable, name, joined(was.code->antiExamples),
               joined(now.code->antiExamples));
        differ("source", variable, name, was.code->source, now.code->source);
        differ("codable", variable, name, was.code->isCodable ? "yes" : "no",
               now.code->isCodable ? "yes" : "no");
    }

    const model::Codebook& m_from;
    const model::Codebook& m_to;
    std::string m_language;
    std::vector<VersionDifference> m_found;
};

} // namespace

base::Result<std::vector<VersionDifference>> compareVersions(Session& session, std::int64_t from,
                                                             std::int64_t to) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const model::Codebook before, impl.codebooks().version(from));
    RAPPORT_ASSIGN(const model::Codebook after, impl.codebooks().version(to));
    RAPPORT_ASSIGN(const store::StudyProperties properties, impl.file->properties());
    std::vector<VersionDifference> found = Comparing(before, after, properties.language).run();
    // Which additions and removals were one split, the journal knows.
    store::HistoryFilter filter;
    filter.act = store::Act::Codebook;
    RAPPORT_ASSIGN(const auto rows, impl.journal().history(filter));
    const auto nameIn = [](const model::Codebook& codebook, const std::string& guidText) -> std::string {
        const auto guid = base::Guid::parse(guidText);
        for (const model::Variable& variable : codebook.variables) {
            for (const model::Code& code : variable.codes) {
                if (guid && code.guid == *guid)
                    return code.name;
            }
        }
        return {};
    };
    for (const store::JournalEntry& row : rows) {
        const auto detail = base::parseJson(row.detail);
        if (row.version <= from || row.version > to || !detail ||
            base::stringAt(*detail, "operation") != "split")
            continue;
        std::string whole;
        for (const base::Json& each : base::memberAt(*detail, "codes"))
            whole = nameIn(before, each.get<std::string>());
        std::vector<std::string> parts;
        for (const base::Json& each : base::memberAt(*detail, "into")) {
            if (std::string name = nameIn(after, each.get<std::string>()); !name.empty())
                parts.push_back(std::move(name));
        }
        if (whole.empty() || parts.empty())
            continue;
        std::string variable;
        std::erase_if(found, [&](const VersionDifference& each) {
            const bool isPart =
                (each.kind == "removed" && each.code == whole) ||
                (each.kind == "added" && std::find(parts.begin(), parts.end(), each.code) != parts.end());
            if (isPart)
                variable = each.variable;
            return isPart;
        });
        found.push_back({"split", variable, whole, whole, listed(parts), {}});
    }
    return found;
}

} // namespace rapport::service
