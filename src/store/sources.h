// SPDX-License-Identifier: GPL-3.0-or-later
// Imported files, texts, turns and units. Texts are written once and never changed.
#pragma once

#include "model/page.h"
#include "model/source.h"
#include "store/study_file.h"
#include "text/offset_map.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rapport::store {

/// A yes-no (or other tabulated) response, or an empty cell.
struct Response {
    model::ParticipantId participant;
    std::string prompt;
    std::string value; ///< empty: a non-response
    std::string wave{};
};

struct SourceCounts {
    std::int64_t sources = 0;
    std::int64_t answers = 0;
    std::int64_t transcripts = 0;
    std::int64_t turns = 0;
    std::int64_t units = 0;
    std::int64_t nonResponses = 0; ///< empty cells of open prompts
};

/// A unit with what lists and indexes need beside it.
struct UnitRow {
    model::Unit unit;
    std::string sourceName;
    std::string prompt;      ///< name, or empty
    std::string participant; ///< name, or empty
    std::string speaker;     ///< of a turn
    std::string language;
    std::int64_t page = 0; ///< of the document, on which a turn begins; 0: none
    std::string text;      ///< filled only where asked for
};

/// Cuts pieces out of sources' texts. Keeps the text of the last source with its offsets: many pieces of one
/// transcript cost one reading of it, wherever they are.
class SourceTexts {
public:
    explicit SourceTexts(StudyFile& file)
        : m_file(&file) {}

    /// Empty where there is no such source; what is outside the text is left out.
    [[nodiscard]] base::Result<std::string> cut(model::SourceId source, const text::TextRange& range);

private:
    StudyFile* m_file;
    model::SourceId m_source;
    std::string m_text;
    text::OffsetMap m_offsets{std::string_view()};
};

/// Units by their names, for a run that looks for many. Participants are looked through once, when a name is
/// first found by its look alone.
class UnitsByName {
public:
    explicit UnitsByName(StudyFile& file)
        : m_file(&file) {}

    /// Of that name, else of the name that looks so (model::personName), where that is one participant's.
    [[nodiscard]] base::Result<std::optional<model::Unit>> find(const std::string& name);

private:
    [[nodiscard]] base::Result<bool> sharesLook(model::ParticipantId participant);

    StudyFile* m_file;
    /// Of an earlier study: participants whose names look like another's.
    std::optional<std::unordered_set<model::ParticipantId>> m_sharing;
};

class Sources {
public:
    explicit Sources(StudyFile& file)
        : m_file(&file) {}

    // What comes without a guid gets one that depends on the study and the name alone. What would be there
    // twice (a name, a guid, an answer of the same participant, prompt and wave) is Refused; so are ranges
    // outside their text. A text that is not UTF-8 is InvalidArgument.

    /// Works out the digest where it is empty. Keeps the bytes as they are.
    [[nodiscard]] base::Result<model::FileId> addFile(const model::ImportedFile& file,
                                                      std::string_view bytes);
    /// Other bytes in the place of those of a file that this transaction added, with their digest and size.
    [[nodiscard]] base::Status replaceBytes(model::FileId file, std::string_view bytes);
    [[nodiscard]] base::Result<std::vector<model::ImportedFile>> files() const;
    [[nodiscard]] base::Result<std::string> fileBytes(model::FileId file) const;

    [[nodiscard]] base::Result<model::SourceId> addSource(const model::Source& source);
    /// Turns come in order; a turn may be empty, it may not begin before the end of the one before it.
    [[nodiscard]] base::Status addTurn(model::SourceId source, const model::Turn& turn);
    /// Pages come in order and do not overlap. Errors: Refused (outside the text).
    [[nodiscard]] base::Status addPage(model::SourceId source, const model::Page& page);
    /// An ordinal of 0 becomes the next one.
    [[nodiscard]] base::Result<model::UnitId> addUnit(const model::Unit& unit);
    /// Replaces the response of that participant, prompt and wave; an empty one replaces nothing. Errors:
    /// NotFound (no such prompt).
    [[nodiscard]] base::Status addResponse(const Response& response);
    [[nodiscard]] base::Result<std::vector<Response>> responses(const std::string& prompt) const;
    /// Prompts that were answered, in the order of the instrument, with the waves in which they were.
    [[nodiscard]] base::Result<std::vector<std::pair<std::string, std::string>>> occasions() const;
    /// A name that no source has yet: the wish itself, or with "-2", "-3" behind it.
    [[nodiscard]] base::Result<std::string> freeName(const std::string& wish) const;

    [[nodiscard]] base::Result<std::vector<model::Source>> sources(bool withText) const;
    /// In order of id, one after another: the sources of a large study do not fit in memory together.
    [[nodiscard]] base::Status forEach(bool withText,
                                       const std::function<base::Status(const model::Source&)>& visit) const;
    [[nodiscard]] base::Result<std::optional<model::Source>> source(model::SourceId id) const;
    [[nodiscard]] base::Result<std::vector<model::Turn>> turns(model::SourceId source) const;
    [[nodiscard]] base::Result<std::vector<model::Page>> pages(model::SourceId source) const;

    /// As UnitsByName, which a run that looks for many keeps.
    [[nodiscard]] base::Result<std::optional<model::Unit>> unitByName(const std::string& name) const;
    [[nodiscard]] base::Result<std::optional<UnitRow>> unit(model::UnitId id, bool withText) const;
    [[nodiscard]] base::Result<std::vector<model::Unit>> unitsOf(model::SourceId source) const;
    /// Every unit in order of id through a callback, so that a million need not be in memory; stops early
    /// when the callback returns false. `afterId` resumes.
    [[nodiscard]] base::Status forEachUnit(model::UnitId afterId, bool withText,
                                           const std::function<bool(const UnitRow&)>& visit) const;
    /// Units that came in after that journal position, for indexes. An import adds its texts first and its
    /// journal row last, in one transaction: then they count as of that row.
    [[nodiscard]] base::Status forEachUnitAfter(std::int64_t position, bool withText,
                                                const std::function<bool(const UnitRow&)>& visit) const;
    [[nodiscard]] base::Result<SourceCounts> counts() const;
    [[nodiscard]] base::Result<bool> hasTurns() const;
    [[nodiscard]] base::Result<bool> hasAnswers() const;
    /// Of each source that has any.
    [[nodiscard]] base::Result<std::unordered_map<model::SourceId, std::int64_t>> turnCounts() const;
    /// Ids and names of those whose names begin so, without regard to ASCII capitals; `most` at most, by
    /// name.
    [[nodiscard]] base::Result<std::vector<std::pair<model::SourceId, std::string>>>
    named(std::string_view beginning, std::int64_t most) const;
    /// None without units.
    [[nodiscard]] base::Result<model::UnitId> highestUnit() const;

private:
    StudyFile* m_file;
};

} // namespace rapport::store
