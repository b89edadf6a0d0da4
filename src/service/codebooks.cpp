// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/codebooks.h"

#include "base/format.h"
#include "base/platform/file.h"
#include "base/version.h"
#include "exchange/codebook_json.h"
#include "exchange/codebook_table.h"
#include "exchange/format.h"
#include "exchange/refi.h"
#include "exchange/write_refi.h"
#include "service/import_kinds.h"
#include "service/import_project.h"
#include "service/reading.h"
#include "service/session_impl.h"

#include <algorithm>

namespace rapport::service {

namespace {

/// What the file says wins; what it does not know stays. Known by guid, else by name.
template<typename Named>
Named* matching(std::vector<Named>& items, const Named& wanted) {
    for (Named& item : items) {
        if (!wanted.guid.isNull() && item.guid == wanted.guid)
            return &item;
    }
    for (Named& item : items) {
        if (item.name == wanted.name)
            return &item;
    }
    return nullptr;
}

void mergeCodes(model::Variable& into, const model::Variable& from) {
    // The file's tree comes first, in its order; codes it lacks follow as roots at the end with what hangs
    // under them.
    std::vector<model::Code> merged;
    std::vector<bool> used(into.codes.size(), false);
    for (const model::Code& code : from.codes) {
        model::Code next = code;
        if (model::Code* known = matching(into.codes, code)) {
            used[static_cast<std::size_t>(known - into.codes.data())] = true;
            next.guid = known->guid;
            next.id = known->id;
            next.sinceVersion = known->sinceVersion;
            next.merged = known->merged;
        }
        merged.push_back(std::move(next));
    }
    int cut = 0;
    for (std::size_t place = 0; place < into.codes.size(); ++place) {
        if (used[place]) {
            cut = into.codes[place].depth + 1;
            continue;
        }
        model::Code kept = into.codes[place];
        kept.depth = std::max(0, kept.depth - cut);
        if (!merged.empty())
            kept.depth = std::min(kept.depth, merged.back().depth + 1);
        merged.push_back(std::move(kept));
    }
    into.codes = std::move(merged);
}

model::Codebook merge(model::Codebook into, const model::Codebook& from) {
    if (into.variables.empty()) {
        into.title = from.title;
        into.name = from.name;
        into.licence = from.licence;
    }
    for (const model::Variable& variable : from.variables) {
        model::Variable* known = matching(into.variables, variable);
        if (known == nullptr) {
            into.variables.push_back(variable);
            continue;
        }
        known->title = variable.title;
        known->definition = variable.definition;
        known->prompts = variable.prompts;
        known->unitKinds = variable.unitKinds;
        mergeCodes(*known, variable);
    }
    return into;
}

} // namespace

namespace {

std::int64_t codableCodes(const model::Codebook& codebook) {
    std::int64_t codes = 0;
    for (const model::Variable& variable : codebook.variables)
        codes += std::count_if(variable.codes.begin(), variable.codes.end(),
                               [](const model::Code& code) { return code.isCodable; });
    return codes;
}

base::Status storeVersion(Writer& writer, const model::Codebook& content) {
    RAPPORT_TRY(model::validate(content));
    auto& impl = writer.session().impl();
    RAPPORT_ASSIGN(const auto current, writer.session().codebook());
    for (const model::Variable& variable : content.variables) {
        const auto known =
            std::find_if(current->variables.begin(), current->variables.end(), [&](const auto& each) {
                return (!variable.guid.isNull() && each.guid == variable.guid) || each.name == variable.name;
            });
        if (known != current->variables.end() && known->scale != variable.scale)
            return base::fail(base::Errc::Refused,
                              base::said("variable '{}' has another scale in the study", variable.name),
                              "its codings would change their meaning; add a variable with another name");
    }
    RAPPORT_ASSIGN(const model::Codebook stored,
                   impl.codebooks().put(content, impl.environment.random, impl.environment.clock->now()));
    store::JournalEntry entry;
    entry.act = store::Act::Codebook;
    entry.version = stored.version;
    RAPPORT_TRY(writer.append(entry));
    writer.changes().codebookChanged = true;
    writer.changes().act = "codebook";
    impl.codebook.reset();
    return {};
}

/// Ours by its first sign, REFI-QDA's by its root, workbooks and tables by their columns, else a list.
base::Result<model::Codebook> readAnyCodebook(const std::string& bytes, const std::string& file) {
    const std::string ending = base::fileEnding(file);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (ending == "json" || (first != std::string::npos && bytes[first] == '{'))
        return exchange::readCodebook(bytes, file);
    if (ending == "qdc" || exchange::looksLikeRefiCodebook(bytes)) {
        RAPPORT_ASSIGN(exchange::CodebookFile read, exchange::readRefiCodebook(bytes, file));
        return std::move(read.codebook);
    }
    RAPPORT_ASSIGN(const exchange::Format* format, exchange::detectFormat(bytes, file));
    if (format->kind != exchange::RecordKind::Table) {
        RAPPORT_ASSIGN(exchange::CodebookFile list, exchange::readCodeList(bytes, file, "en"));
        return std::move(list.codebook);
    }
    RAPPORT_ASSIGN(const exchange::Records records, format->read(bytes, file, {}, {}));
    RAPPORT_ASSIGN(exchange::CodebookFile table,
                   exchange::readCodebookTable(std::get<exchange::Table>(records), file, "en"));
    return std::move(table.codebook);
}

} // namespace

base::Result<CodebookSummary> summariseCodebook(const std::string& bytes, const std::string& file) {
    RAPPORT_ASSIGN(const model::Codebook read, readAnyCodebook(bytes, file));
    RAPPORT_TRY(model::validate(read));
    return CodebookSummary{codableCodes(read), 0};
}

base::Status mergeCodebook(Writer& writer, const model::Codebook& read, const std::string& file) {
    RAPPORT_ASSIGN(const auto current, writer.session().codebook());
    for (const model::Variable& variable : read.variables) {
        const model::Variable* known = current->variable(variable.name);
        if (known != nullptr && known->scale != variable.scale)
            return base::fail(base::Errc::Refused, base::Place{file, 0, 0, {}},
                              base::said("variable '{}' has another scale in the study", variable.name),
                              "rename it in the file, or in the study");
    }
    return storeVersion(writer, merge(*current, read));
}

base::Result<CodebookSummary> mergeCodebookFile(Writer& writer, const std::string& file) {
    RAPPORT_ASSIGN(const std::string bytes, base::readFile(file));
    RAPPORT_ASSIGN(const model::Codebook read, readAnyCodebook(bytes, file));
    RAPPORT_ASSIGN(const auto before, writer.session().codebook());
    const std::int64_t known = codableCodes(*before);
    RAPPORT_TRY(mergeCodebook(writer, read, file));
    RAPPORT_ASSIGN(const auto after, writer.session().codebook());
    return CodebookSummary{codableCodes(read), codableCodes(*after) - known};
}

base::Result<ChangeSet> putCodebook(Session& session, const model::Codebook& content) {
    RAPPORT_TRY(coordinatorOnly(session, "change the codebook"));
    return write(session, Undoable::No, [&](Writer& writer) { return storeVersion(writer, content); });
}

base::Result<ChangeSet> importCodebook(Session& session, const std::string& file) {
    RAPPORT_TRY(coordinatorOnly(session, "change the codebook"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_TRY(mergeCodebookFile(writer, file));
        return {};
    });
}

base::Result<std::string> exportCodebook(Session& session) {
    RAPPORT_ASSIGN(const auto current, session.codebook());
    return exchange::writeCodebook(*current);
}

base::Result<std::string> exportRefiCodebook(Session& session) {
    RAPPORT_ASSIGN(const auto current, session.codebook());
    RAPPORT_ASSIGN(const std::string language, studyLanguage(session));
    return exchange::writeRefiCodes(*current, language, fmt::format("Rapport {}", base::programVersion()));
}

base::Result<std::vector<CodebookVersion>> codebookVersions(Session& session) {
    RAPPORT_ASSIGN(const auto rows, session.impl().codebooks().versions());
    std::vector<CodebookVersion> versions;
    for (const store::VersionRow& row : rows)
        versions.push_back({row.version, row.isFrozen, row.variables, row.codes, row.made});
    return versions;
}

base::Result<ChangeSet> freezeCodebook(Session& session) {
    RAPPORT_TRY(coordinatorOnly(session, "freeze the codebook"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const auto current, session.codebook());
        if (current->isFrozen)
            return base::fail(base::Errc::Refused, "this version of the codebook is frozen already");
        RAPPORT_TRY(session.impl().codebooks().freeze(current->version));
        store::JournalEntry entry;
        entry.act = store::Act::Freeze;
        entry.version = current->version;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().codebookChanged = true;
        writer.changes().act = "freeze";
        session.impl().codebook.reset();
        return {};
    });
}

base::Result<std::map<model::CodeId, std::int64_t>> codeUsage(Session& session) {
    RAPPORT_TRY(coordinatorOnly(session, "see how often codes are used"));
    std::map<model::CodeId, std::int64_t> usage;
    RAPPORT_ASSIGN(const auto current, session.codebook());
    RAPPORT_ASSIGN(const auto codings, session.impl().codings().codings({}));
    for (const model::Coding& coding : codings) {
        if (!coding.code.isNone())
            ++usage[current->code(coding.code).code == nullptr ? coding.code
                                                               : current->code(coding.code).code->id];
    }
    return usage;
}

} // namespace rapport::service
