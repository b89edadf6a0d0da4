// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json.h"
#include "cli/study_arguments.h"
#include "service/importing.h"

namespace rapport::cli {

Run declareFormats(Arguments& arguments) {
    const auto format = std::make_shared<std::string>("text");
    declareFormat(arguments, *format);
    return [format](const base::Task&) -> base::Result<Answer> {
        Answer answer;
        Table table({"id", "kind", "endings", "title"});
        base::Json rows = base::Json::array();
        for (const service::FormatRow& row : service::formats()) {
            std::string endings;
            for (const std::string& ending : row.endings)
                endings += (endings.empty() ? "" : " ") + ending;
            table.add({row.id, row.kind, endings, row.title});
            rows.push_back(
                {{"id", row.id}, {"kind", row.kind}, {"endings", row.endings}, {"title", row.title}});
        }
        switch (formatOf(*format)) {
        case Format::Json: {
            base::Json json = document("formats");
            json["formats"] = std::move(rows);
            answer.out = jsonText(json);
            break;
        }
        case Format::Csv:
            answer.out = table.toCsv();
            break;
        case Format::Text:
            answer.out = table.toText();
            break;
        }
        return answer;
    };
}

} // namespace rapport::cli
