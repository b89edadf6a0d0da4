// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/codebook_page.h"

#include "base/format.h"
#include "report/words.h"

#include <algorithm>

namespace rapport::report {

namespace {

struct BookletWords {
    const char* title;
    const char* contents;
    const char* version;
    const char* licence;
    const char* scale;
    const char* prompts;
    const char* use;
    const char* avoid;
    const char* example;
    const char* antiExample;
    const char* source;
    const char* key;
    const char* presence;
    const char* nominal;
    const char* ordinal;
    const char* count;
    const char* code;
    const char* definition;
    const char* overview;
};

constexpr BookletWords english{"Codebook",
                               "Contents",
                               "Version",
                               "Licence",
                               "Scale",
                               "Prompts",
                               "Use",
                               "Do not use",
                               "Example",
                               "Anti-example",
                               "Source",
                               "Key",
                               "any number of codes",
                               "exactly one level",
                               "exactly one of ordered levels",
                               "a number",
                               "Code",
                               "Definition",
                               "All codes"};
constexpr BookletWords dutch{"Codeboek",
                             "Inhoud",
                             "Versie",
                             "Licentie",
                             "Schaal",
                             "Vragen",
                             "Gebruik",
                             "Gebruik niet",
                             "Voorbeeld",
                             "Tegenvoorbeeld",
                             "Bron",
                             "Toets",
                             "een willekeurig aantal codes",
                             "precies \u00e9\u00e9n niveau",
                             "precies \u00e9\u00e9n van geordende niveaus",
                             "een getal",
                             "Code",
                             "Definitie",
                             "Alle codes"};

const char* scaleText(model::Scale scale, const BookletWords& words) {
    switch (scale) {
    case model::Scale::Presence:
        return words.presence;
    case model::Scale::Nominal:
        return words.nominal;
    case model::Scale::Ordinal:
        return words.ordinal;
    case model::Scale::Count:
        return words.count;
    }
    return words.presence;
}

} // namespace

Page codebookPage(const model::Codebook& codebook, const std::string& study, Language language) {
    const bool isDutch = language == Language::Dutch;
    const BookletWords& words = isDutch ? dutch : english;
    const std::string in = isDutch ? "nl" : "en";
    Page page;
    page.language = in;
    page.title = fmt::format("{}: {}", words.title, isolate(codebook.title.in(in)));
    page.contents = words.contents;
    page.blocks.emplace_back(Heading{1, "", page.title});
    Facts facts;
    facts.items.emplace_back(isDutch ? "Studie" : "Study", isolate(study));
    facts.items.emplace_back(words.version, fmt::format("{}", codebook.version));
    if (!codebook.licence.empty())
        facts.items.emplace_back(words.licence, isolate(codebook.licence));
    page.blocks.emplace_back(std::move(facts));
    for (std::size_t number = 0; number < codebook.variables.size(); ++number) {
        const model::Variable& variable = codebook.variables[number];
        page.blocks.emplace_back(
            Heading{2, fmt::format("variable-{}", number + 1), isolate(variable.title.in(in))});
        if (const std::string& definition = variable.definition.in(in); !definition.empty())
            page.blocks.emplace_back(Paragraph{isolate(definition), ParagraphKind::Lead, {}});
        Facts about;
        about.items.emplace_back(words.scale, scaleText(variable.scale, words));
        std::string prompts;
        for (const std::string& prompt : variable.prompts)
            prompts += (prompts.empty() ? "" : ", ") + prompt;
        for (const model::UnitKind kind : variable.unitKinds)
            prompts += (prompts.empty() ? "" : ", ") + std::string(model::name(kind));
        about.items.emplace_back(words.prompts, isolate(prompts));
        page.blocks.emplace_back(std::move(about));
        for (const model::Code& code : variable.codes) {
            const std::string title = code.title.in(in);
            page.blocks.emplace_back(Heading{std::min(3 + code.depth, 4), "",
                                             fmt::format("{} ({})", isolate(title), isolate(code.name))});
            if (const std::string& definition = code.definition.in(in); !definition.empty())
                page.blocks.emplace_back(Paragraph{isolate(definition), ParagraphKind::Plain, {}});
            Facts more;
            const auto add = [&more](const char* label, const std::string& text) {
                if (!text.empty())
                    more.items.emplace_back(label, isolate(text));
            };
            add(words.use, code.use.in(in));
            add(words.avoid, code.avoid.in(in));
            for (const model::LocalText& example : code.examples)
                add(words.example, example.in(in));
            for (const model::LocalText& example : code.antiExamples)
                add(words.antiExample, example.in(in));
            add(words.source, code.source);
            add(words.key, code.key);
            if (!more.items.empty())
                page.blocks.emplace_back(std::move(more));
        }
    }
    page.blocks.emplace_back(Heading{2, "all", words.overview});
    Table table;
    table.caption = words.overview;
    table.columns = {
        {words.code, "", false, false}, {"", "", false, false}, {words.definition, "", false, false}};
    for (const model::Variable& variable : codebook.variables) {
        TableRow group;
        group.isGroup = true;
        group.cells.emplace_back();
        group.cells.back().text = isolate(variable.title.in(in));
        table.rows.push_back(std::move(group));
        for (const model::Code& code : variable.codes) {
            TableRow row;
            row.cells.resize(3);
            row.cells[0].text = isolate(code.name);
            row.cells[0].isHeading = true;
            row.cells[1].text = isolate(code.title.in(in));
            row.cells[2].text = isolate(code.definition.in(in));
            table.rows.push_back(std::move(row));
        }
    }
    page.blocks.emplace_back(std::move(table));
    return page;
}

} // namespace rapport::report
