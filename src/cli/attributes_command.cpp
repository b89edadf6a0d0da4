// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/reading.h"

namespace rapport::cli {

namespace {

std::string listText(const std::vector<model::Attribute>& attributes, const std::string& language,
                     Format format) {
    Table table({"name", "type", "blinded", "values", "title"});
    base::Json rows = base::Json::array();
    for (const model::Attribute& attribute : attributes) {
        std::string values;
        for (const std::string& value : attribute.values)
            values += (values.empty() ? "" : " ") + value;
        table.add({attribute.name, model::name(attribute.type), yesNo(attribute.isBlinded), values,
                   attribute.title.in(language)});
        rows.push_back({{"name", attribute.name},
                        {"type", model::name(attribute.type)},
                        {"blinded", attribute.isBlinded},
                        {"values", attribute.values},
                        {"title", attribute.title.in(language)}});
    }
    if (format == Format::Json) {
        base::Json json = document("attributes");
        json["attributes"] = std::move(rows);
        return jsonText(json);
    }
    return format == Format::Csv ? table.toCsv() : table.toText();
}

} // namespace

Run declareAttributes(Arguments& arguments) {
    struct Options {
        StudyArguments study;
        std::string show;
        std::string blind;
    };
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--show", options->show, "NAME", "Raters may see this attribute from now on");
    arguments.text("--blind", options->blind, "NAME", "Raters may not see it any more");
    arguments.excludes("--show", "--blind");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        const bool isChange = !options->show.empty() || !options->blind.empty();
        RAPPORT_ASSIGN(const auto session,
                       openStudy(options->study,
                                 isChange ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly,
                                 answer));
        if (isChange)
            RAPPORT_TRY(service::setBlinded(*session, options->show.empty() ? options->blind : options->show,
                                            options->show.empty()));
        RAPPORT_ASSIGN(const auto attributes, service::attributes(*session));
        RAPPORT_ASSIGN(const service::StudyInfo info, session->info());
        answer.out = listText(attributes, info.language, formatOf(options->study.format));
        return answer;
    };
}

} // namespace rapport::cli
