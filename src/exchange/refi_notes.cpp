// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/refi_notes.h"

#include "exchange/refi_codes.h"
#include "text/utf8.h"

#include <algorithm>

namespace rapport::exchange {

using package::XmlElement;

namespace {

bool saysNothing(std::string_view words) {
    return text::trim(words).empty();
}

} // namespace

void RefiNotes::add(ProjectNote note) {
    m_places.try_emplace(note.guid, m_notes->size());
    m_notes->push_back(std::move(note));
}

void RefiNotes::readLinks(const XmlElement& root) {
    for (const XmlElement& link : childrenOf(root.child("Links"))) {
        ++m_links;
        const base::Guid origin = guidOf(link.attribute("originGUID"));
        const base::Guid target = guidOf(link.attribute("targetGUID"));
        if (const auto note = m_places.find(origin); note != m_places.end() && !target.isNull())
            m_linked[target].push_back(note->second);
        else if (const auto other = m_places.find(target); other != m_places.end() && !origin.isNull())
            m_linked[origin].push_back(other->second);
    }
}

std::vector<const ProjectNote*> RefiNotes::of(const XmlElement& element) {
    std::vector<const ProjectNote*> notes;
    const auto linked = m_linked.find(guidOf(element.attribute("guid")));
    if (linked != m_linked.end()) {
        for (const std::size_t place : linked->second) {
            ++m_followed;
            if (saysNothing((*m_notes)[place].text))
                continue;
            m_placed.insert(place);
            notes.push_back(&(*m_notes)[place]);
        }
        m_linked.erase(linked);
    }
    for (const XmlElement& reference : element.children) {
        if (reference.name != "NoteRef")
            continue;
        const auto found = m_places.find(guidOf(reference.attribute("targetGUID")));
        if (found == m_places.end() || saysNothing((*m_notes)[found->second].text))
            continue;
        m_placed.insert(found->second);
        const ProjectNote* note = &(*m_notes)[found->second];
        if (std::find(notes.begin(), notes.end(), note) == notes.end())
            notes.push_back(note);
    }
    return notes;
}

std::string RefiNotes::words(const ProjectNote& note) {
    std::string words(text::trim(note.text));
    return note.name.empty() || words.starts_with(note.name) ? words : note.name + '\n' + words;
}

void RefiNotes::addMemos(const XmlElement& element, const ProjectMemo& place,
                         const std::unordered_map<base::Guid, std::string>& users, ProjectSource& source) {
    const std::string description(text::trim(element.textOf("Description")));
    if (!description.empty()) {
        ProjectMemo memo = place;
        memo.text = description;
        if (const auto author = users.find(guidOf(element.attribute("creatingUser"))); author != users.end())
            memo.author = author->second;
        memo.time = base::parseIso(element.attribute("creationDateTime"));
        source.memos.push_back(std::move(memo));
    }
    for (const ProjectNote* note : of(element)) {
        ProjectMemo memo = place;
        if (m_givenAway.insert(note->guid).second)
            memo.guid = note->guid;
        memo.text = words(*note);
        memo.author = note->author;
        memo.time = note->time;
        source.memos.push_back(std::move(memo));
    }
}

std::vector<ProjectRemark> RefiNotes::onNoText(const XmlElement& root,
                                               const std::unordered_map<base::Guid, std::string>& users,
                                               const std::unordered_map<base::Guid, std::size_t>& sources) {
    std::vector<ProjectRemark> remarks;
    const auto add = [&](const XmlElement& element, const char* creator) {
        ProjectRemark place;
        place.about = oneLine(element.attribute("name"));
        for (const XmlElement& child : element.children) {
            const bool isText =
                child.name == "SourceRef" || child.name == "SelectionRef" || child.name == "MemberSource";
            const base::Guid target = isText ? guidOf(child.attribute("targetGUID")) : base::Guid();
            const auto source = target.isNull() ? sources.end() : sources.find(target);
            if (source == sources.end() || (place.source && *place.source <= source->second))
                continue;
            place.source = source->second;
        }
        if (std::string words(text::trim(element.textOf("Description"))); !words.empty()) {
            ProjectRemark& remark = remarks.emplace_back(place);
            remark.text = std::move(words);
            if (const auto author = users.find(guidOf(element.attribute(creator))); author != users.end())
                remark.author = author->second;
        }
        for (const ProjectNote* note : of(element)) {
            ProjectRemark& remark = remarks.emplace_back(place);
            if (m_givenAway.insert(note->guid).second)
                remark.guid = note->guid;
            remark.author = note->author;
            remark.text = words(*note);
            remark.time = note->time;
        }
    };
    add(root, "creatingUserGUID");
    for (const char* list : {"Cases", "Sets"}) {
        for (const XmlElement& element : childrenOf(root.child(list)))
            add(element, "creatingUser");
    }
    for (std::size_t place = 0; place < m_notes->size(); ++place) {
        const ProjectNote& note = (*m_notes)[place];
        if (saysNothing(note.text) || m_placed.contains(place))
            continue;
        ProjectRemark& remark = remarks.emplace_back();
        remark.guid = note.guid;
        remark.about = note.name;
        remark.author = note.author;
        remark.text = std::string(text::trim(note.text));
        remark.time = note.time;
    }
    return remarks;
}

} // namespace rapport::exchange
