// SPDX-License-Identifier: GPL-3.0-or-later
// Participants and their attributes.
#pragma once

#include "model/participant.h"
#include "store/study_file.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace rapport::store {

class Participants {
public:
    explicit Participants(StudyFile& file)
        : m_file(&file) {}

    /// A null guid becomes one that depends on the study and the name alone. Errors: Refused (the name is
    /// taken).
    [[nodiscard]] base::Result<model::ParticipantId> add(const model::Participant& participant);
    /// Of that name, else the only one whose name looks so (model::personName).
    [[nodiscard]] base::Result<std::optional<model::Participant>> byName(const std::string& name) const;
    [[nodiscard]] base::Result<std::optional<model::Participant>> byId(model::ParticipantId id) const;
    [[nodiscard]] base::Result<std::vector<model::Participant>> all() const; ///< by id
    [[nodiscard]] base::Result<std::int64_t> count() const;

    [[nodiscard]] base::Result<std::vector<model::Attribute>>
    attributes() const; ///< in the order they were added
    /// Adds, or replaces the one of that name.
    [[nodiscard]] base::Status putAttribute(const model::Attribute& attribute);
    /// Replaces; an empty value removes it. Errors: NotFound (no such attribute).
    [[nodiscard]] base::Status setValue(model::ParticipantId participant, const std::string& attribute,
                                        const std::string& value);
    /// Name to value; absent where never given.
    [[nodiscard]] base::Result<std::map<std::string, std::string>>
    values(model::ParticipantId participant) const;
    /// One attribute of everybody, in one query.
    [[nodiscard]] base::Result<std::map<model::ParticipantId, std::string>>
    valuesOf(const std::string& attribute) const;
    /// Ids whose attribute has that value (compared folded), rising.
    [[nodiscard]] base::Result<std::vector<model::ParticipantId>> having(const std::string& attribute,
                                                                         const std::string& value) const;

private:
    StudyFile* m_file;
};

} // namespace rapport::store
