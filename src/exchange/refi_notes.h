// SPDX-License-Identifier: GPL-3.0-or-later
// Notes of a REFI-QDA project: they stand together, and whatever they are about refers to them, or a link
// between the two says so. Private to this room.
#pragma once

#include "exchange/project.h"
#include "package/xml_tree.h"

#include <set>
#include <unordered_map>

namespace rapport::exchange {

class RefiNotes {
public:
    /// `notes` must outlive it; they are added to and never removed.
    explicit RefiNotes(std::vector<ProjectNote>& notes)
        : m_notes(&notes) {}

    void add(ProjectNote note);
    /// Links of which one end is a note: whatever is at the other end refers to it. After the notes.
    void readLinks(const package::XmlElement& root);
    /// Links that join no note with what it is about, as far as that was asked for (`of`).
    [[nodiscard]] std::size_t otherLinks() const { return m_links - m_followed; }
    /// Those that an element refers to and that say something. They have their place then.
    [[nodiscard]] std::vector<const ProjectNote*> of(const package::XmlElement& element);
    /// Under its name, where that says more than the beginning of the note.
    [[nodiscard]] static std::string words(const ProjectNote& note);
    /// What a text, a selection or a coding says beside its code, its description and the notes on it, as
    /// memos on `place`.
    void addMemos(const package::XmlElement& element, const ProjectMemo& place,
                  const std::unordered_map<base::Guid, std::string>& users, ProjectSource& source);
    /// What is written on the project, its cases and its sets, and notes that nothing refers to. Behind all
    /// else. `sources`: place of a text by its guid, or by that of a selection in it.
    [[nodiscard]] std::vector<ProjectRemark>
    onNoText(const package::XmlElement& root, const std::unordered_map<base::Guid, std::string>& users,
             const std::unordered_map<base::Guid, std::size_t>& sources);

private:
    std::vector<ProjectNote>* m_notes;
    std::unordered_map<base::Guid, std::size_t> m_places;
    std::unordered_map<base::Guid, std::vector<std::size_t>> m_linked; ///< notes by what they are about
    std::size_t m_links = 0;
    std::size_t m_followed = 0;
    std::set<std::size_t> m_placed;
    std::set<base::Guid> m_givenAway; ///< the identity of a note is that of one memo
};

} // namespace rapport::exchange
