// SPDX-License-Identifier: GPL-3.0-or-later
// Looking at sources and participants, as far as the viewer may.
#pragma once

#include "model/page.h"
#include "model/participant.h"
#include "model/source.h"
#include "service/session.h"

#include <map>

namespace rapport::service {

/// Title and language of the study's own texts, without the counting of `Session::info`.
[[nodiscard]] base::Result<std::string> studyTitle(const Session& session);
[[nodiscard]] base::Result<std::string> studyLanguage(const Session& session);

/// Kinds of units that the study's texts have, without reading them.
[[nodiscard]] base::Result<std::vector<model::UnitKind>> heldKinds(const Session& session);

/// What is known of a source beside its text.
struct SourceItem {
    model::SourceId id;
    std::string name;
    model::SourceKind kind = model::SourceKind::Answer;
    std::string prompt;
    std::string participant;
    std::string language;
    std::int64_t words = 0;
    std::int64_t turns = 0;
    std::string file;
};

struct SourceName {
    model::SourceId id;
    std::string name;
};
/// For choosing one by name: nothing where there are more than `most`. Neither texts nor codings are read.
/// Errors: Refused while a blind round hides sources from the rater who is looking.
[[nodiscard]] base::Result<std::vector<SourceName>> sourceNames(Session& session, std::int64_t most);
/// Those whose names begin with that (capitals of ASCII count as small letters), `most` at most, by name.
/// Not what a coordinator who rates too knows by neutral names. Errors: as above.
[[nodiscard]] base::Result<std::vector<SourceName>>
sourcesNamed(Session& session, const std::string& beginning, std::int64_t most);

struct SourceText {
    SourceItem item;
    std::string text;
    std::vector<model::Turn> turns;
    std::vector<model::Page> pages;                ///< of the document it was read from, where that has pages
    std::map<std::string, std::string> attributes; ///< of the participant, those that the viewer may see
};
[[nodiscard]] base::Result<SourceText> sourceText(Session& session, model::SourceId source);
/// The researchers' memo on a source as a whole: nobody's rating, and never part of a pack. Empty: none.
/// Errors: Refused (a rater asks), NotFound.
[[nodiscard]] base::Result<std::string> sourceMemo(Session& session, model::SourceId source);
[[nodiscard]] base::Result<ChangeSet> setSourceMemo(Session& session, model::SourceId source,
                                                    const std::string& text);

[[nodiscard]] base::Result<std::vector<model::Attribute>> attributes(Session& session);
[[nodiscard]] base::Result<ChangeSet> setBlinded(Session& session, const std::string& attribute,
                                                 bool isBlinded);

/// How many participants gave each value, per prompt or attribute: for yes-no prompts.
[[nodiscard]] base::Result<std::map<std::string, std::int64_t>> tabulate(Session& session,
                                                                         const std::string& prompt);

} // namespace rapport::service
