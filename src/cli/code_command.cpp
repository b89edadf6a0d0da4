// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/format.h"
#include "base/json.h"
#include "base/number.h"
#include "cli/study_arguments.h"
#include "service/told_ranges.h"
#include "service/training.h"
#include "service/work_rounds.h"

#include <algorithm>

namespace rapport::cli {

namespace {

using base::Errc;

struct Options {
    StudyArguments study;
    std::string rater;
    std::string unit;
    std::string round;
    std::vector<std::string> add;
    std::vector<std::string> remove;
    std::string range;
    std::vector<std::string> levels;
    std::vector<std::string> values;
    bool isComplete = false;
    bool isReopened = false;
};

struct Assigned {
    std::string name;
    std::string value;
};

base::Result<Assigned> splitAssignment(const std::string& text, const char* option) {
    const std::size_t sign = text.find('=');
    if (sign == std::string::npos || sign == 0)
        return base::fail(Errc::InvalidArgument, fmt::format("'{} {}' is not understood", option, text),
                          fmt::format("write {} VARIABLE={}", option,
                                      std::string_view(option) == "--level" ? "LEVEL" : "NUMBER"));
    return Assigned{text.substr(0, sign), text.substr(sign + 1)};
}

base::Result<std::optional<text::TextRange>> parseRange(const std::string& text) {
    if (text.empty())
        return std::optional<text::TextRange>{};
    const std::size_t dash = text.find('-');
    const auto begin = base::parseInteger(text.substr(0, dash));
    const auto end = dash == std::string::npos ? std::nullopt : base::parseInteger(text.substr(dash + 1));
    if (!begin || !end || *begin < 0 || *end <= *begin)
        return base::fail(Errc::InvalidArgument, fmt::format("'--range {}' is no range", text),
                          "write BEGIN-END in letters (code points) from 0; END is not in it: 0-12");
    return std::optional<text::TextRange>{text::textRange(*begin, *end)};
}

base::Result<const model::Variable*> variableNamed(const model::Codebook& codebook, const std::string& name) {
    if (const model::Variable* variable = codebook.variable(name); variable != nullptr)
        return variable;
    std::vector<std::string> known;
    for (const model::Variable& variable : codebook.variables)
        known.push_back(variable.name);
    const std::string near = nearest(name, known);
    return base::fail(Errc::NotFound, fmt::format("there is no variable '{}'", name),
                      near.empty()
                          ? "see: rapport codebook STUDY show"
                          : fmt::format("did you mean '{}'? see: rapport codebook STUDY show", near));
}

base::Result<const model::Code*> codeNamed(const model::Codebook& codebook, const std::string& name) {
    if (const model::Code* code = codebook.code(name).code; code != nullptr)
        return code;
    std::vector<std::string> known;
    for (const model::Variable& variable : codebook.variables) {
        for (const model::Code& code : variable.codes)
            known.push_back(code.name);
    }
    const std::string near = nearest(name, known);
    return base::fail(Errc::NotFound, fmt::format("there is no code '{}'", name),
                      near.empty()
                          ? "see: rapport codebook STUDY show"
                          : fmt::format("did you mean '{}'? see: rapport codebook STUDY show", near));
}

/// The work of one call: acts in a fixed order, on one unit, for one rater and round.
class Work {
public:
    Work(service::Session& session, const Options& options, const service::Target& target,
         const model::Codebook& codebook, bool isKeptBack, std::int64_t untold, Answer& answer)
        : m_session(&session)
        , m_options(&options)
        , m_target(target)
        , m_codebook(&codebook)
        , m_isKeptBack(isKeptBack)
        , m_untold(untold)
        , m_answer(&answer) {}

    base::Status run() {
        RAPPORT_ASSIGN(m_range, parseRange(m_options->range));
        if (m_range)
            m_range = text::textRange(m_range->begin.value + m_untold, m_range->end.value + m_untold);
        if (m_range && m_options->add.empty() && m_options->remove.empty())
            return base::fail(Errc::InvalidArgument, "--range says where, but nothing says which code",
                              "give --add CODE with it");
        RAPPORT_TRY(checkNamesOnce());
        if (m_options->isReopened)
            RAPPORT_TRY(service::reopen(*m_session, m_target));
        for (const std::string& name : m_options->remove)
            RAPPORT_TRY(remove(name));
        for (const std::string& name : m_options->add) {
            RAPPORT_ASSIGN(const model::Code* code, codeNamed(*m_codebook, name));
            RAPPORT_TRY(service::code(*m_session, m_target, code->id, m_range));
        }
        for (const std::string& level : m_options->levels)
            RAPPORT_TRY(setLevel(level));
        for (const std::string& value : m_options->values)
            RAPPORT_TRY(setValue(value));
        if (m_options->isComplete)
            RAPPORT_TRY(complete());
        return {};
    }

private:
    base::Result<std::vector<model::Coding>> live() const {
        return service::codingsToWriteOn(*m_session, m_target.unit, m_target.rater, m_target.round);
    }

    /// With --range the same code may be named twice: the coding then moves there.
    base::Status checkNamesOnce() const {
        for (const std::string& name : m_options->add) {
            RAPPORT_ASSIGN(const model::Code* code, codeNamed(*m_codebook, name));
            for (const std::string& other : m_options->remove) {
                RAPPORT_ASSIGN(const model::Code* removed, codeNamed(*m_codebook, other));
                if (code->id == removed->id && !m_range)
                    return base::fail(Errc::InvalidArgument,
                                      fmt::format("code '{}' is to be added and to be removed", name),
                                      "give one of the two");
            }
        }
        return {};
    }

    /// With --range and nothing to add, only the coding at that range.
    base::Status remove(const std::string& name) {
        RAPPORT_ASSIGN(const model::Code* code, codeNamed(*m_codebook, name));
        RAPPORT_ASSIGN(const auto codings, live());
        const bool isOnlyAtRange = m_range && m_options->add.empty();
        bool isFound = false;
        for (const model::Coding& coding : codings) {
            if (coding.code != code->id || (isOnlyAtRange && coding.range != m_range))
                continue;
            isFound = true;
            RAPPORT_TRY(service::withdraw(*m_session, coding.id));
        }
        // What was there before is not told to who may not see it.
        if (!isFound && !m_isKeptBack)
            return base::fail(Errc::Refused, fmt::format("code '{}' is not there to be removed", name),
                              "nothing was done");
        return {};
    }

    base::Status setLevel(const std::string& text) {
        RAPPORT_ASSIGN(const Assigned given, splitAssignment(text, "--level"));
        RAPPORT_ASSIGN(const model::Variable* variable, variableNamed(*m_codebook, given.name));
        const model::Code* level = variable->code(given.value);
        if (variable->scale != model::Scale::Nominal && variable->scale != model::Scale::Ordinal)
            return base::fail(Errc::InvalidArgument,
                              fmt::format("variable '{}' has no levels", variable->name),
                              variable->scale == model::Scale::Count ? "give its number with --value"
                                                                     : "give its codes with --add");
        if (level == nullptr && !given.value.empty()) {
            std::string known;
            for (const model::Code& code : variable->codes)
                known += (known.empty() ? "" : ", ") + code.name;
            return base::fail(Errc::NotFound,
                              fmt::format("variable '{}' has no level '{}'", variable->name, given.value),
                              "known: " + known);
        }
        RAPPORT_ASSIGN(const auto codings, live());
        const auto chosen = std::find_if(codings.begin(), codings.end(), [&](const model::Coding& coding) {
            return coding.variable == variable->id;
        });
        if (level == nullptr) { // VARIABLE= clears it
            if (chosen != codings.end())
                RAPPORT_TRY(service::withdraw(*m_session, chosen->id));
            return {};
        }
        if (chosen != codings.end() && chosen->code == level->id)
            return {};
        RAPPORT_TRY(service::chooseLevel(*m_session, m_target, level->id));
        return {};
    }

    base::Status setValue(const std::string& text) {
        RAPPORT_ASSIGN(const Assigned given, splitAssignment(text, "--value"));
        RAPPORT_ASSIGN(const model::Variable* variable, variableNamed(*m_codebook, given.name));
        const auto number = base::parseInteger(given.value);
        if (!number || *number < 0)
            return base::fail(Errc::InvalidArgument,
                              fmt::format("'{}' is not a count for '{}'", given.value, variable->name),
                              "a count is a whole number from 0");
        RAPPORT_TRY(service::setCount(*m_session, m_target, variable->id, *number));
        return {};
    }

    base::Status complete() {
        RAPPORT_ASSIGN(const auto open, service::openChoices(*m_session, m_target));
        RAPPORT_TRY(service::complete(*m_session, m_target));
        if (m_isKeptBack)
            return {};
        std::string names;
        for (const model::VariableId id : open) {
            if (const model::Variable* variable = m_codebook->variable(id); variable != nullptr)
                names += (names.empty() ? "" : ", ") + variable->name;
        }
        if (!names.empty())
            m_answer->note(fmt::format("{} was completed without a level for {}", m_options->unit, names),
                           "these count as missing, not as a level");
        return {};
    }

    service::Session* m_session;
    const Options* m_options;
    service::Target m_target;
    const model::Codebook* m_codebook;
    bool m_isKeptBack;     ///< what the rater gave so far is not to be told
    std::int64_t m_untold; ///< service::untoldPart
    Answer* m_answer;
    std::optional<text::TextRange> m_range;
};

std::string valueText(const base::Json& value) {
    return value.is_string() ? plain(value.get<std::string>()) : base::dumpJson(value, -1);
}

std::string workText(const service::UnitWorkView& view, const model::Codebook& codebook,
                     const Options& options, const model::Round& round) {
    const Format format = formatOf(options.study.format);
    Table table({"unit", "rater", "round", "variable", "code", "value", "begin", "end", "completed"});
    base::Json rows = base::Json::array();
    for (const model::Coding& coding : view.codings) {
        const model::Variable* variable = codebook.variable(coding.variable);
        const model::Code* code = codebook.code(coding.code).code;
        const std::string variableName = variable == nullptr ? "" : variable->name;
        const std::string codeName = code == nullptr ? "" : code->name;
        const bool isPresence = variable != nullptr && variable->scale == model::Scale::Presence;
        const bool isCount = variable != nullptr && variable->scale == model::Scale::Count;
        const std::string value = isPresence ? "1" : isCount ? std::to_string(coding.count) : codeName;
        base::Json row = {{"variable", variableName},
                          {"code", isPresence ? base::Json(codeName) : base::Json()},
                          {"value", isPresence ? base::Json(1)
                                    : isCount  ? base::Json(coding.count)
                                               : base::Json(codeName)},
                          {"begin", coding.range ? base::Json(coding.range->begin.value) : base::Json()},
                          {"end", coding.range ? base::Json(coding.range->end.value) : base::Json()}};
        rows.push_back(std::move(row));
        table.add({options.unit, options.rater, round.name, variableName, isPresence ? codeName : "", value,
                   coding.range ? std::to_string(coding.range->begin.value) : "",
                   coding.range ? std::to_string(coding.range->end.value) : "",
                   view.item.isComplete ? "1" : "0"});
    }
    if (format == Format::Csv)
        return table.toCsv();
    if (format == Format::Json) {
        base::Json json = document("work");
        json["unit"] = options.unit;
        json["rater"] = options.rater;
        json["round"] = round.name;
        json["completed"] = view.item.isComplete;
        json["codings"] = std::move(rows);
        return jsonText(json);
    }
    std::string text = fmt::format("{}  {}  round {}  {}\n", plain(options.unit), plain(options.rater),
                                   plain(round.name), view.item.isComplete ? "completed" : "not completed");
    for (const base::Json& row : rows) {
        text += fmt::format("  {} {}", base::stringAt(row, "variable"),
                            row["code"].is_null() ? valueText(row["value"]) : base::stringAt(row, "code"));
        if (!row["begin"].is_null())
            text += fmt::format(" {}-{}", base::dumpJson(row["begin"], -1), base::dumpJson(row["end"], -1));
        text += '\n';
    }
    return text;
}

/// Of a unit that the coordinator still has to rate: written, and nothing of the rater's work is shown.
std::string writtenText(const Options& options, const model::Round& round) {
    const Format format = formatOf(options.study.format);
    if (format == Format::Csv)
        return Table({"unit", "rater", "round", "variable", "code", "value", "begin", "end", "completed"})
            .toCsv();
    if (format == Format::Json) {
        base::Json json = document("work");
        json["unit"] = options.unit;
        json["rater"] = options.rater;
        json["round"] = round.name;
        json["completed"] = nullptr;
        json["codings"] = nullptr;
        return jsonText(json);
    }
    return fmt::format("{}  {}  round {}  written; shown once you have rated the unit yourself\n",
                       plain(options.unit), plain(options.rater), plain(round.name));
}

/// In a training round: what the gold codings say, for learning; beside the answer, which scripts read.
void showGold(Answer& answer, const std::vector<service::GoldFeedback>& feedback) {
    for (const service::GoldFeedback& gold : feedback) {
        answer.note(fmt::format("{}: {}", gold.gold, gold.isSame() ? "the same" : "not the same"));
        for (const service::GoldDifference& each : gold.codes) {
            const std::string what = each.code.empty() ? each.variable : each.code;
            const auto said = [](const std::string& value) {
                return value.empty() ? std::string("none") : plain(value);
            };
            answer.note(fmt::format("  {} {}: gold {}, yours {}", each.isSame() ? "=" : "x", plain(what),
                                    said(each.gold), said(each.own)));
        }
        if (!gold.reason.empty())
            answer.note("  " + plain(gold.reason));
    }
}

base::Status somethingToDo(const Options& options) {
    if (!options.add.empty() || !options.remove.empty() || !options.levels.empty() ||
        !options.values.empty() || options.isComplete || options.isReopened)
        return {};
    if (!options.range.empty())
        return base::fail(Errc::InvalidArgument, "--range says where, but nothing says which code",
                          "give --add CODE with it");
    return base::fail(Errc::InvalidArgument, "nothing says what to do",
                      "give --add, --remove, --level, --value, --complete or --reopen; to look at work: "
                      "rapport units, rapport history");
}

base::Result<Answer> run(const Options& options) {
    RAPPORT_TRY(somethingToDo(options));
    Answer answer;
    RAPPORT_ASSIGN(const auto session, openStudy(options.study, service::OpenMode::ReadWrite, answer));
    RAPPORT_ASSIGN(const model::Rater rater, session->rater(options.rater));
    RAPPORT_ASSIGN(const model::Unit unit, service::findUnit(*session, options.unit));
    RAPPORT_ASSIGN(const auto codebook, session->codebook());
    RAPPORT_ASSIGN(const bool isKeptBack, service::isKeptBack(*session, unit.id, rater.id));
    RAPPORT_ASSIGN(const std::int64_t untold, service::untoldPart(*session, unit, options.unit));
    model::Round round;
    const auto done = service::asOneStep(*session, [&](service::Session& inner) -> base::Status {
        // What is reopened was completed: not where new work belongs.
        const bool isCorrection = options.isReopened && options.round.empty();
        RAPPORT_ASSIGN(round, isCorrection ? service::roundCompleted(inner, unit.id, rater.id)
                                           : service::roundFor(inner, unit.id, rater.id, options.round));
        const service::Target target{rater.id, round.id, unit.id};
        return Work(inner, options, target, *codebook, isKeptBack, untold, answer).run();
    });
    if (!done)
        return base::fail(done);
    if (isKeptBack) {
        answer.out = writtenText(options, round);
        return answer;
    }
    service::UnitWorkView view;
    // Where nothing was done, the round `default` is not there yet either.
    if (session->round(round.name)) {
        RAPPORT_ASSIGN(view, service::unitWork(*session, unit.id, rater.id, round.id));
    }
    for (model::Coding& coding : view.codings) {
        if (coding.range)
            coding.range =
                text::textRange(coding.range->begin.value - untold, coding.range->end.value - untold);
    }
    answer.out = workText(view, *codebook, options, round);
    if (round.openedAt != 0)
        answer.note(fmt::format("rapport: round {} was opened: this counts in its agreement only with "
                                "--after-opening",
                                plain(round.name)));
    if (options.isComplete && round.kind == model::RoundKind::Training) {
        RAPPORT_ASSIGN(const auto feedback, service::goldFeedback(*session, {rater.id, round.id, unit.id}));
        showGold(answer, feedback);
    }
    return answer;
}

} // namespace

Run declareCode(Arguments& arguments) {
    const auto options = std::make_shared<Options>();
    declareStudy(arguments, options->study);
    arguments.text("--rater", options->rater, "A", "Who codes", Need::Required);
    arguments.text("--unit", options->unit, "UNIT", "P001/Q1, focus-group#12, or R1-017", Need::Required);
    arguments.text("--round", options->round, "R",
                   "The round (default: the one unfinished round that assigns the unit to the rater, else"
                   " default; with --reopen the one in which it was completed)");
    arguments.repeated("--add", options->add, "CODE", "Code the unit, or the range (may be repeated)");
    arguments.repeated("--remove", options->remove, "CODE", "Withdraw the code (may be repeated)");
    arguments.text(
        "--range", options->range, "BEGIN-END",
        "Where in the source's text, in the unit where its source is hidden: letters (code points) from 0,"
        " END not in it");
    arguments.repeated("--level", options->levels, "VARIABLE=LEVEL",
                       "Choose a level; VARIABLE= clears it (may be repeated)");
    arguments.repeated("--value", options->values, "VARIABLE=NUMBER", "Give a count (may be repeated)");
    arguments.flag("--complete", options->isComplete, "Declare the unit done: what is not coded is absent");
    arguments.flag("--reopen", options->isReopened, "Take that back");
    arguments.excludes("--complete", "--reopen");
    arguments.footer("All of it is one step: if any part is refused, nothing is done.");
    declareFormat(arguments, options->study.format);
    return [options](const base::Task&) { return run(*options); };
}

} // namespace rapport::cli
