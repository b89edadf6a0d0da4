// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/reading.h"

#include "base/format.h"
#include "base/json.h"
#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "service/unit_names.h"
#include "text/segmentation.h"

#include <algorithm>

namespace rapport::service {

namespace {

SourceItem itemOf(const model::Source& source, const model::Instrument& instrument) {
    SourceItem item;
    item.id = source.id;
    item.name = source.name;
    item.kind = source.kind;
    item.language = source.language;
    item.words = text::countWords(source.text);
    for (const model::Prompt& prompt : instrument.prompts) {
        if (prompt.id == source.prompt)
            item.prompt = prompt.name;
    }
    return item;
}

/// The unit that is the whole text: the answer or the transcript.
base::Result<model::UnitId> wholeOf(const Session& session, model::SourceId source) {
    RAPPORT_ASSIGN(const auto units, session.impl().sources().unitsOf(source));
    for (const model::Unit& unit : units) {
        if (unit.kind == model::UnitKind::Answer || unit.kind == model::UnitKind::Transcript)
            return unit.id;
    }
    return base::fail(base::Errc::NotFound, "there is no such source");
}

/// Of the first unit that the viewer still has to rate in that text; empty: there is none.
base::Result<std::string> neutralNameIn(const Session& session, const StillToRate& still,
                                        model::SourceId source) {
    if (still.isEmpty())
        return std::string();
    RAPPORT_ASSIGN(const auto units, session.impl().sources().unitsOf(source));
    const auto found = std::find_if(units.begin(), units.end(),
                                    [&still](const model::Unit& unit) { return still.holds(unit.id); });
    return found == units.end() ? std::string() : still.neutralName(found->id);
}

} // namespace

base::Status sourcesAreShown(const Session& session) {
    RAPPORT_ASSIGN(const auto names, UnitNames::forViewer(session));
    if (names->isBlindAnywhere())
        return base::fail(base::Errc::Refused,
                          "while a blind round is running, a rater sees the assigned units only",
                          "the coordinator opens the round when it is done");
    return {};
}

base::Result<std::string> studyTitle(const Session& session) {
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    return properties.title;
}

base::Result<std::string> studyLanguage(const Session& session) {
    RAPPORT_ASSIGN(const store::StudyProperties properties, session.impl().file->properties());
    return properties.language;
}

base::Result<std::vector<model::UnitKind>> heldKinds(const Session& session) {
    RAPPORT_ASSIGN(const bool hasAnswers, session.impl().sources().hasAnswers());
    RAPPORT_ASSIGN(const bool hasTurns, session.impl().sources().hasTurns());
    std::vector<model::UnitKind> kinds;
    if (hasAnswers)
        kinds.push_back(model::UnitKind::Answer);
    if (hasTurns)
        kinds.insert(kinds.end(),
                     {model::UnitKind::Turn, model::UnitKind::Sentence, model::UnitKind::Transcript});
    return kinds;
}

base::Result<std::vector<SourceName>> sourceNames(Session& session, std::int64_t most) {
    RAPPORT_TRY(sourcesAreShown(session));
    std::vector<SourceName> named;
    RAPPORT_ASSIGN(const store::SourceCounts counts, session.impl().sources().counts());
    if (counts.sources > most)
        return named;
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto kept, still.sources(session));
    RAPPORT_ASSIGN(auto all, session.impl().sources().sources(false));
    named.reserve(all.size());
    std::vector<std::pair<NeutralPlace, model::SourceId>> neutral; // between two names they would be known
    for (model::Source& source : all) {
        if (const auto found = kept.find(source.id); found != kept.end())
            neutral.emplace_back(neutralPlace(still.neutralName(found->second.front())), source.id);
        else
            named.push_back({source.id, std::move(source.name)});
    }
    std::sort(neutral.begin(), neutral.end());
    for (auto& [place, source] : neutral)
        named.push_back({source, std::move(place.second)});
    return named;
}

base::Result<std::vector<SourceName>> sourcesNamed(Session& session, const std::string& beginning,
                                                   std::int64_t most) {
    RAPPORT_TRY(sourcesAreShown(session));
    std::vector<SourceName> named;
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(auto all, session.impl().sources().named(beginning, most));
    named.reserve(all.size());
    for (auto& [id, name] : all) {
        RAPPORT_ASSIGN(const std::string neutral, neutralNameIn(session, still, id));
        if (neutral.empty())
            named.push_back({id, std::move(name)});
    }
    return named;
}

base::Result<SourceText> sourceText(Session& session, model::SourceId id) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto viewerNames, UnitNames::forViewer(session));
    const UnitNames& names = *viewerNames;
    if (names.isBlindAnywhere())
        return base::fail(base::Errc::Refused,
                          "while a blind round is running, a rater sees the assigned units only");
    RAPPORT_ASSIGN(auto source, impl.sources().source(id));
    if (!source)
        return base::fail(base::Errc::NotFound, "there is no such source");
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    SourceText view;
    view.item = itemOf(*source, instrument);
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const std::string neutral, neutralNameIn(session, still, id));
    const bool isKept = !neutral.empty();
    if (isKept)
        view.item.name = neutral;
    if (!source->participant.isNone() && !isKept) {
        RAPPORT_ASSIGN(const auto person, impl.participants().byId(source->participant));
        view.item.participant = person ? person->name : std::string();
    }
    RAPPORT_ASSIGN(const auto imported, impl.sources().files());
    for (const model::ImportedFile& file : imported) {
        if (file.id == source->file && !isKept)
            view.item.file = file.name;
    }
    view.text = std::move(source->text);
    RAPPORT_ASSIGN(view.turns, impl.sources().turns(id));
    if (isKept)
        numberSpeakers(view.turns);
    RAPPORT_ASSIGN(view.pages, impl.sources().pages(id));
    view.item.turns = static_cast<std::int64_t>(view.turns.size());
    if (!source->participant.isNone()) {
        RAPPORT_ASSIGN(const auto known, impl.participants().attributes());
        RAPPORT_ASSIGN(const auto values, impl.participants().values(source->participant));
        bool mayUnblind = session.viewer().isCoordinator();
        if (!still.isEmpty()) {
            RAPPORT_ASSIGN(const auto people, still.people(session));
            mayUnblind = !std::binary_search(people.begin(), people.end(), source->participant);
        }
        for (const model::Attribute& attribute : known) {
            const auto value = values.find(attribute.name);
            if (value != values.end() && (mayUnblind || !attribute.isBlinded))
                view.attributes.emplace(attribute.name, value->second);
        }
    }
    return view;
}

base::Result<std::string> sourceMemo(Session& session, model::SourceId source) {
    RAPPORT_TRY(coordinatorOnly(session, "read the researchers' memos"));
    RAPPORT_ASSIGN(const model::UnitId whole, wholeOf(session, source));
    RAPPORT_ASSIGN(const model::Memo memo, session.impl().codings().memo(model::RaterId(), whole));
    return memo.text;
}

base::Result<ChangeSet> setSourceMemo(Session& session, model::SourceId source, const std::string& text) {
    RAPPORT_TRY(coordinatorOnly(session, "write the researchers' memos"));
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const model::UnitId whole, wholeOf(session, source));
        RAPPORT_ASSIGN(const model::Memo before, impl.codings().memo(model::RaterId(), whole));
        if (before.text == text)
            return {};
        RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
        RAPPORT_ASSIGN(const std::string neutral, neutralNameIn(session, still, source));
        RAPPORT_ASSIGN(const auto named, impl.sources().source(source));
        writer.changes().act = "memo";
        writer.changes().unitName = neutral.empty() && named ? named->name : neutral;
        model::Memo memo;
        memo.guid = base::Guid::random(impl.environment.random);
        memo.unit = whole;
        memo.text = text;
        memo.time = impl.environment.clock->now();
        return writer.memo(memo, before.text, model::RoundId());
    });
}

base::Result<std::vector<model::Attribute>> attributes(Session& session) {
    RAPPORT_ASSIGN(auto all, session.impl().participants().attributes());
    if (!session.viewer().isCoordinator())
        std::erase_if(all, [](const model::Attribute& attribute) { return attribute.isBlinded; });
    return all;
}

base::Result<ChangeSet> setBlinded(Session& session, const std::string& name, bool isBlinded) {
    RAPPORT_TRY(coordinatorOnly(session, "show or blind attributes"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_ASSIGN(const auto all, impl.participants().attributes());
        for (model::Attribute attribute : all) {
            if (attribute.name != name)
                continue;
            attribute.isBlinded = isBlinded;
            RAPPORT_TRY(impl.participants().putAttribute(attribute));
            store::JournalEntry entry;
            entry.act = store::Act::Attributes;
            entry.detail = base::dumpJson({{"attribute", name}, {"blinded", isBlinded}}, -1);
            RAPPORT_TRY(writer.append(entry));
            writer.changes().settingsChanged = true;
            writer.changes().act = "attribute";
            writer.changes().object = name;
            return {};
        }
        return base::fail(base::Errc::NotFound, base::said("there is no attribute '{}'", name),
                          "see: rapport attributes STUDY");
    });
}

base::Result<std::map<std::string, std::int64_t>> tabulate(Session& session, const std::string& prompt) {
    RAPPORT_TRY(coordinatorOnly(session, "see how participants answered"));
    RAPPORT_ASSIGN(const auto responses, session.impl().sources().responses(prompt));
    std::map<std::string, std::int64_t> counts;
    for (const store::Response& response : responses)
        ++counts[response.value];
    return counts;
}

} // namespace rapport::service
