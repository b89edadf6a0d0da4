// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/source_rows.h"

#include "service/neutral_order.h"
#include "service/own_rating.h"
#include "service/reading.h"
#include "service/session_impl.h"
#include "text/segmentation.h"

#include <algorithm>
#include <string_view>
#include <unordered_map>

namespace rapport::service {

namespace {

constexpr std::uint64_t stopAfter = 256; // rows between two looks at whether to go on

/// Places of strings in a list that begins with the empty one.
class Places {
public:
    explicit Places(std::vector<std::string>& values)
        : m_values(&values) {
        for (std::size_t place = 0; place < values.size(); ++place)
            m_places.emplace(values[place], std::uint32_t(place));
    }
    std::uint32_t operator()(const std::string& value) {
        const auto [found, isNew] = m_places.try_emplace(value, std::uint32_t(m_values->size()));
        if (isNew)
            m_values->push_back(value);
        return found->second;
    }

private:
    std::vector<std::string>* m_values;
    std::unordered_map<std::string, std::uint32_t> m_places;
};

/// `nameless`: places of participants whose names are kept back, one per text, so that two of one person
/// look like any two.
base::Status readAttributes(Session& session, const StillToRate& still,
                            const std::unordered_map<model::ParticipantId, std::uint32_t>& places,
                            const std::vector<std::pair<std::uint32_t, model::ParticipantId>>& nameless,
                            SourceRows& list) {
    RAPPORT_ASSIGN(const auto known, attributes(session));
    RAPPORT_ASSIGN(const auto hidden, still.people(session));
    for (const model::Attribute& attribute : known) {
        SourceAttribute read;
        read.attribute = attribute;
        read.values.emplace_back();
        read.values.insert(read.values.end(), attribute.values.begin(), attribute.values.end());
        read.valueOf.resize(list.participants.size());
        Places valuePlaces(read.values);
        RAPPORT_ASSIGN(const auto given, session.impl().participants().valuesOf(attribute.name));
        for (const auto& [person, value] : given) {
            const auto place = places.find(person);
            const bool isHidden =
                attribute.isBlinded && std::binary_search(hidden.begin(), hidden.end(), person);
            if (place != places.end() && !isHidden)
                read.valueOf[place->second] = valuePlaces(value);
        }
        for (const auto& [place, person] : nameless) {
            const auto found = places.find(person);
            if (!attribute.isBlinded && found != places.end())
                read.valueOf[place] = read.valueOf[found->second];
        }
        list.attributes.push_back(std::move(read));
    }
    return {};
}

} // namespace

std::string_view SourceRows::name(std::size_t row) const {
    const std::uint32_t begin = row == 0 ? 0 : rows[row - 1].nameEnd;
    return std::string_view(names).substr(begin, rows[row].nameEnd - begin);
}

base::Result<SourceRows> sourceRows(Session& session, base::Task task) {
    auto& impl = session.impl();
    RAPPORT_TRY(sourcesAreShown(session));
    SourceRows list;
    RAPPORT_ASSIGN(const store::SourceCounts counts, impl.sources().counts());
    list.rows.reserve(std::size_t(counts.sources));
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    std::unordered_map<model::PromptId, std::uint32_t> prompts;
    for (const model::Prompt& prompt : instrument.prompts) {
        prompts.emplace(prompt.id, std::uint32_t(list.prompts.size()));
        list.prompts.push_back(prompt.name);
    }
    RAPPORT_ASSIGN(auto people, impl.participants().all());
    std::unordered_map<model::ParticipantId, std::uint32_t> participants;
    participants.reserve(people.size());
    list.participants.reserve(people.size() + 1);
    for (model::Participant& person : people) {
        participants.emplace(person.id, std::uint32_t(list.participants.size()));
        list.participants.push_back(std::move(person.name));
    }
    RAPPORT_ASSIGN(const auto imported, impl.sources().files());
    std::unordered_map<model::FileId, std::uint32_t> files;
    for (const model::ImportedFile& file : imported) {
        files.emplace(file.id, std::uint32_t(list.files.size()));
        list.files.push_back(file.name);
    }
    RAPPORT_ASSIGN(const auto turns, impl.sources().turnCounts());
    Places languages(list.languages);
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto kept, still.sources(session));
    const auto placeIn = [](const auto& places, auto id) {
        const auto found = places.find(id);
        return found == places.end() ? 0 : found->second;
    };
    const auto add = [&list](const std::string& name, SourceRow row) {
        list.names += name;
        row.nameEnd = std::uint32_t(list.names.size());
        list.rows.push_back(row);
    };
    struct Neutral {
        NeutralPlace place;
        SourceRow row;
        model::ParticipantId participant;
    };
    std::vector<Neutral> neutral; // between two names they would be known
    std::size_t seen = 0;
    RAPPORT_TRY(impl.sources().forEach(false, [&](const model::Source& source) -> base::Status {
        if (seen++ % stopAfter == 0 && task.isStopped())
            return base::Task::cancelled();
        SourceRow row;
        row.id = source.id;
        row.prompt = placeIn(prompts, source.prompt);
        row.language = languages(source.language);
        row.kind = source.kind;
        if (const auto found = turns.find(source.id); found != turns.end())
            row.turns = std::uint32_t(found->second);
        if (const auto isKept = kept.find(source.id); isKept != kept.end()) {
            neutral.push_back(
                {neutralPlace(still.neutralName(isKept->second.front())), row, source.participant});
            return {};
        }
        row.participant = placeIn(participants, source.participant);
        row.file = placeIn(files, source.file);
        add(source.name, row);
        return {};
    }));
    std::sort(neutral.begin(), neutral.end(),
              [](const Neutral& a, const Neutral& b) { return a.place < b.place; });
    std::vector<std::pair<std::uint32_t, model::ParticipantId>> nameless;
    for (Neutral& each : neutral) {
        if (!each.participant.isNone()) {
            each.row.participant = std::uint32_t(list.participants.size());
            list.participants.emplace_back();
            nameless.emplace_back(each.row.participant, each.participant);
        }
        add(each.place.second, each.row);
    }
    RAPPORT_TRY(readAttributes(session, still, participants, nameless, list));
    return list;
}

base::Result<std::vector<std::pair<model::SourceId, std::int64_t>>> codingsPerSource(Session& session) {
    RAPPORT_TRY(sourcesAreShown(session));
    const auto codings = session.impl().codings();
    RAPPORT_ASSIGN(auto counts, codings.perSource(session.viewer().rater));
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto kept, still.sources(session));
    for (const auto& [source, units] : kept) {
        const auto count =
            std::lower_bound(counts.begin(), counts.end(), source,
                             [](const auto& each, model::SourceId wanted) { return each.first < wanted; });
        if (count == counts.end() || count->first != source)
            continue;
        for (const model::UnitId unit : units) {
            store::CodingFilter filter;
            filter.unit = unit;
            RAPPORT_ASSIGN(const auto given, codings.codings(filter));
            count->second -= std::count_if(given.begin(), given.end(), [&](const model::Coding& coding) {
                return coding.rater != still.self();
            });
        }
    }
    std::erase_if(counts, [](const auto& each) { return each.second == 0; });
    return counts;
}

base::Result<std::vector<std::int64_t>> wordsOf(Session& session, const std::vector<model::SourceId>& sources,
                                                const base::Task& task) {
    RAPPORT_TRY(sourcesAreShown(session));
    std::vector<std::int64_t> words;
    words.reserve(sources.size());
    for (const model::SourceId id : sources) {
        if (words.size() % stopAfter == 0) {
            if (task.isStopped())
                return base::Task::cancelled();
            task.report(words.size(), sources.size(), "counting words");
        }
        RAPPORT_ASSIGN(const auto source, session.impl().sources().source(id));
        words.push_back(source ? text::countWords(source->text) : 0);
    }
    return words;
}

} // namespace rapport::service
