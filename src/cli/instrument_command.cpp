// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/platform/file.h"
#include "cli/study_arguments.h"
#include "service/instrument.h"

namespace rapport::cli {

namespace {

struct Options {
    StudyArguments study;
    std::string action;
    std::string file;
};

std::string tableOf(const model::Instrument& instrument) {
    Table table({"name", "kind", "language", "text"});
    const auto add = [&table](const std::string& name, const char* kind, const model::LocalText& text) {
        for (const auto& [language, words] : text.byLanguage)
            table.add({name, kind, language, words});
    };
    add("", "title", instrument.title);
    add("", "case", instrument.caseText);
    for (const model::Prompt& prompt : instrument.prompts)
        add(prompt.name, model::name(prompt.kind), prompt.wording);
    return table.toCsv();
}

std::string paragraphs(const std::string& text) {
    std::string out;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        if (end > begin)
            out += "  " + plain(text.substr(begin, end - begin));
        out += '\n';
        begin = end + 1;
    }
    return out;
}

std::string textOf(const model::Instrument& instrument, const std::string& language) {
    std::string text = plain(instrument.title.in(language));
    text += fmt::format("{}{}\n", text.empty() ? "instrument" : "",
                        instrument.isStandIn ? "  (stand-in wording)" : "");
    if (!instrument.caseText.isEmpty())
        text += "\ncase\n" + paragraphs(instrument.caseText.in(language));
    for (const model::Prompt& prompt : instrument.prompts)
        text += fmt::format("\n{}  ({})\n{}", prompt.name, model::name(prompt.kind),
                            paragraphs(prompt.wording.in(language)));
    return text;
}

base::Result<Answer> run(const Options& options) {
    const bool isShow = options.action == "show";
    const bool isImport = options.action == "import";
    if (isShow != options.file.empty())
        return base::fail(base::Errc::InvalidArgument,
                          isShow ? "instrument show takes no file"
                                 : fmt::format("instrument {} needs a file", options.action),
                          "see: rapport instrument --help");
    Answer answer;
    RAPPORT_ASSIGN(const auto session,
                   openStudy(options.study,
                             isImport ? service::OpenMode::ReadWrite : service::OpenMode::ReadOnly, answer));
    const Format format = formatOf(options.study.format);
    if (options.action == "export") {
        RAPPORT_ASSIGN(const std::string json, service::exportInstrument(*session));
        RAPPORT_TRY(base::writeFileAtomically(options.file, json));
        answer.out = writtenText({options.file}, format);
        return answer;
    }
    if (isImport) {
        RAPPORT_ASSIGN(const auto changes, service::importInstrument(*session, options.file));
        if (!changes.settingsChanged)
            answer.note("rapport: the file says nothing that the study does not say already");
    }
    if (format == Format::Json) {
        RAPPORT_ASSIGN(answer.out, service::exportInstrument(*session));
        return answer;
    }
    RAPPORT_ASSIGN(const model::Instrument instrument, session->instrument());
    RAPPORT_ASSIGN(const service::StudyInfo info, session->info());
    answer.out = format == Format::Csv ? tableOf(instrument) : textOf(instrument, info.language);
    return answer;
}

} // namespace

Run declareInstrument(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.action("ACTION", options->action, {"show", "import", "export"},
                     "show the case and the questions; import the study's own wording from a file;"
                     " export it");
    arguments.positional("FILE", options->file, "The file to import or export (rapport.instrument/1)",
                         Need::Optional);
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
