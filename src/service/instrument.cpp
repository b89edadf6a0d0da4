// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/instrument.h"

#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "exchange/json_walk.h"
#include "exchange/template_json.h"
#include "service/instrument_undo.h"

#include <algorithm>

namespace rapport::service {

using base::Errc;

namespace {

/// What `one` has otherwise than `other`, by field; both have the same prompts.
base::Json otherwise(const model::Instrument& one, const model::Instrument& other) {
    base::Json fields = base::Json::object();
    if (one.title != other.title)
        fields["title"] = exchange::toJson(one.title);
    if (one.caseText != other.caseText)
        fields["case"] = exchange::toJson(one.caseText);
    if (one.isStandIn != other.isStandIn)
        fields["stand_in"] = one.isStandIn;
    for (std::size_t place = 0; place < one.prompts.size(); ++place) {
        if (one.prompts[place].wording != other.prompts[place].wording)
            fields["prompts"][one.prompts[place].name] = exchange::toJson(one.prompts[place].wording);
    }
    return fields;
}

model::LocalText textOf(const base::Json& json) {
    model::LocalText text;
    for (const auto& [language, words] : json.items()) {
        if (words.is_string())
            text.byLanguage[language] = words.get<std::string>();
    }
    return text;
}

model::Instrument with(model::Instrument instrument, const base::Json& fields) {
    if (fields.contains("title"))
        instrument.title = textOf(fields["title"]);
    if (fields.contains("case"))
        instrument.caseText = textOf(fields["case"]);
    instrument.isStandIn = base::boolAt(fields, "stand_in", instrument.isStandIn);
    const base::Json& prompts = base::memberAt(fields, "prompts");
    for (model::Prompt& prompt : instrument.prompts) {
        if (prompts.is_object() && prompts.contains(prompt.name))
            prompt.wording = textOf(prompts[prompt.name]);
    }
    return instrument;
}

/// Writes the instrument with a row that holds what was and what is.
base::Status putNext(Writer& writer, const model::Instrument& before, model::Instrument next) {
    const base::Json to = otherwise(next, before);
    if (to.empty())
        return {};
    base::Json changed = base::Json::array();
    for (const auto& [field, value] : to.items()) {
        if (field != "prompts")
            changed.push_back(field == "stand_in" ? "stand-in" : field);
    }
    for (const auto& [name, wording] : base::memberAt(to, "prompts").items())
        changed.push_back(name);
    if (next.name.empty())
        next.name = "instrument";
    RAPPORT_TRY(writer.session().impl().file->setInstrument(next));
    store::JournalEntry entry;
    entry.act = store::Act::Instrument;
    entry.detail = base::dumpJson({{"changed", changed}, {"from", otherwise(before, next)}, {"to", to}}, -1);
    RAPPORT_TRY(writer.append(std::move(entry)));
    writer.changes().settingsChanged = true;
    writer.changes().act = "instrument";
    return {};
}

model::LocalText withoutEmpty(model::LocalText text) {
    std::erase_if(text.byLanguage, [](const auto& each) { return each.second.empty(); });
    return text;
}

/// Of each field what `from` has, in its languages.
void take(model::LocalText& into, const model::LocalText& from) {
    for (const auto& [language, words] : from.byLanguage)
        into.byLanguage[language] = words;
}

model::Prompt* promptNamed(model::Instrument& instrument, const std::string& name) {
    const auto found = std::find_if(instrument.prompts.begin(), instrument.prompts.end(),
                                    [&name](const model::Prompt& prompt) { return prompt.name == name; });
    return found == instrument.prompts.end() ? nullptr : &*found;
}

/// What is refused of a prompt that shall take the place of the study's.
base::Status fits(const model::Prompt* known, const model::Prompt& wanted) {
    if (known == nullptr)
        return base::fail(Errc::InvalidArgument, base::said("the study has no prompt '{}'", wanted.name),
                          "answers bring new prompts along when they are imported");
    if (known->kind != wanted.kind)
        return base::fail(Errc::InvalidArgument, base::said("prompt '{}' is of another kind in the study: {}",
                                                            wanted.name, model::name(known->kind)));
    if (wanted.wording.isEmpty())
        return base::fail(Errc::InvalidArgument, base::said("prompt '{}' has no wording", wanted.name));
    return {};
}

} // namespace

base::Result<ChangeSet> putInstrument(Session& session, const model::Instrument& wanted) {
    RAPPORT_TRY(coordinatorOnly(session, "change the case and the questions"));
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const model::Instrument before, session.instrument());
        model::Instrument next = before;
        next.title = withoutEmpty(wanted.title);
        next.caseText = withoutEmpty(wanted.caseText);
        next.isStandIn = wanted.isStandIn;
        for (const model::Prompt& each : wanted.prompts) {
            model::Prompt* prompt = promptNamed(next, each.name);
            RAPPORT_TRY(fits(prompt, each));
            prompt->wording = withoutEmpty(each.wording);
        }
        return putNext(writer, before, std::move(next));
    });
}

base::Result<ChangeSet> importInstrument(Session& session, const std::string& file) {
    RAPPORT_TRY(coordinatorOnly(session, "change the case and the questions"));
    RAPPORT_ASSIGN(const std::string bytes, base::readFile(file));
    RAPPORT_ASSIGN(const model::Instrument given, exchange::readInstrument(bytes, file));
    RAPPORT_ASSIGN(model::Instrument wanted, session.instrument());
    take(wanted.title, given.title);
    take(wanted.caseText, given.caseText);
    wanted.isStandIn = given.isStandIn;
    for (const model::Prompt& each : given.prompts) {
        model::Prompt* prompt = promptNamed(wanted, each.name);
        if (const base::Status fitting = fits(prompt, each); !fitting) {
            base::Error error = fitting.error();
            error.where = base::Place{file, 0, 0, "prompts"};
            return tl::make_unexpected(std::move(error));
        }
        take(prompt->wording, each.wording);
    }
    return putInstrument(session, wanted);
}

base::Result<std::string> exportInstrument(Session& session) {
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    return exchange::writeInstrument(instrument);
}

base::Status undoInstrument(Writer& writer, const store::JournalEntry& made) {
    const auto detail = base::parseJson(made.detail);
    if (!detail || !base::memberAt(*detail, "from").is_object() || !base::memberAt(*detail, "to").is_object())
        return base::fail(Errc::Refused, "questions that came with an import go with it");
    RAPPORT_ASSIGN(const model::Instrument now, writer.session().instrument());
    if (!otherwise(with(now, (*detail)["to"]), now).empty())
        return base::fail(Errc::Refused, "the case or a question was changed since",
                          "take back the later change first");
    return putNext(writer, now, with(now, (*detail)["from"]));
}

} // namespace rapport::service
