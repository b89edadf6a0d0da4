// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/originals.h"

#include "service/own_rating.h"
#include "service/session_impl.h"

#include <algorithm>

namespace rapport::service {

base::Result<std::optional<model::ImportedFile>> originalOf(Session& session, model::SourceId source) {
    RAPPORT_TRY(coordinatorOnly(session, "see the imported files"));
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const auto found, impl.sources().source(source));
    if (!found)
        return base::fail(base::Errc::NotFound, "there is no such source");
    RAPPORT_ASSIGN(const StillToRate still, StillToRate::read(session));
    RAPPORT_ASSIGN(const auto units, impl.sources().unitsOf(source));
    // Its name may be that of the only text in it.
    const bool isKept = std::any_of(units.begin(), units.end(),
                                    [&still](const model::Unit& unit) { return still.holds(unit.id); });
    if (found->file.isNone() || isKept)
        return std::optional<model::ImportedFile>();
    RAPPORT_ASSIGN(auto files, impl.sources().files());
    const auto file = std::find_if(files.begin(), files.end(),
                                   [&](const model::ImportedFile& each) { return each.id == found->file; });
    return file == files.end() ? std::optional<model::ImportedFile>() : std::optional(std::move(*file));
}

base::Result<std::string> originalBytes(Session& session, model::FileId file) {
    RAPPORT_TRY(coordinatorOnly(session, "see the imported files"));
    RAPPORT_ASSIGN(std::string bytes, session.impl().sources().fileBytes(file));
    if (bytes.empty())
        return base::fail(base::Errc::NotFound, "the file was taken out when a participant withdrew",
                          "its name and what was read from it are kept");
    return bytes;
}

} // namespace rapport::service
