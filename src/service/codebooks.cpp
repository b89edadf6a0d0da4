// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/codebooks.h"

#include "base/format.h"
#include "base/join.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "base/version.h"
#include "exchange/codebook_json.h"
#include "exchange/codebook_table.h"
#include "exchange/format.h"
#include "exchange/refi.h"
#include "exchange/workbook.h"
#include "exchange/write_refi.h"
#include "service/codebook_versions.h"
#include "service/import_project.h"
#include "service/reading.h"
#include "service/session_impl.h"
#include "text/utf8.h"

#include <algorithm>
#include <set>

namespace rapport::service {

namespace {

std::int64_t codableCodes(const model::Codebook& codebook) {
    std::int64_t codes = 0;
    for (const model::Variable& variable : codebook.variables)
        codes += std::count_if(variable.codes.begin(), variable.codes.end(),
                               [](const model::Code& code) { return code.isCodable; });
    return codes;
}

/// `detail` for the journal row, where a next version is made.
base::Status storeVersion(Writer& writer, const model::Codebook& content, std::string detail = {}) {
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
    writer.changes().act = "codebook";
    store::JournalEntry entry;
    if (!isChangedInPlace(*current)) {
        entry.detail = std::move(detail);
        RAPPORT_TRY(putNextVersion(writer, content, std::move(entry)));
        return {};
    }
    RAPPORT_ASSIGN(const model::Codebook stored,
                   impl.codebooks().put(content, impl.environment.random, impl.environment.clock->now()));
    entry.act = store::Act::Codebook;
    entry.version = stored.version;
    RAPPORT_TRY(writer.append(entry));
    writer.changes().codebookChanged = true;
    impl.codebook.reset();
    return {};
}

/// The sheet of a workbook that was asked for, else the first whose columns are those of a codebook.
base::Result<exchange::Table> codebookSheet(const exchange::Format& format, std::string_view bytes,
                                            const std::string& file, const ImportOptions& options) {
    exchange::ReadOptions reading = readOptions(options, file);
    if (reading.sheet.empty() && (format.id == "xlsx" || format.id == "ods")) {
        RAPPORT_ASSIGN(const auto sheets, exchange::readSheets(bytes, file, {}));
        const auto found = std::find_if(sheets.begin(), sheets.end(), [](const exchange::NamedTable& sheet) {
            return exchange::looksLikeCodebookTable(sheet.table);
        });
        reading.sheet = found == sheets.end() ? std::string() : found->name;
    }
    RAPPORT_ASSIGN(exchange::Records records, format.read(bytes, file, reading, {}));
    return std::get<exchange::Table>(std::move(records));
}

struct AnyCodebook {
    exchange::CodebookFile file;
    std::string sheet; ///< of a workbook
    std::vector<std::string> sheets;
    std::string encoding;
    std::vector<RejectedRow> rejected;
    bool hasVariables = false; ///< a table that names them
};

/// Bytes: reading one takes a multiple of it in memory.
constexpr std::uint64_t largestCodebook = 64ULL << 20U;

/// `language`: of the study. Ours by its first sign, REFI-QDA's by its root, workbooks and tables by their
/// columns, else a list.
base::Result<AnyCodebook> readAnyCodebook(std::string_view bytes, const std::string& file,
                                          const std::string& language, const ImportOptions& options) {
    const auto plain = [](base::Result<exchange::CodebookFile> read) -> base::Result<AnyCodebook> {
        if (!read)
            return base::fail(read);
        return AnyCodebook{std::move(*read), {}, {}, "UTF-8", {}};
    };
    if (bytes.size() > largestCodebook)
        return base::fail(base::Errc::Unreadable, base::Place{file, 0, 0, {}},
                          base::said("is larger than {} MB", largestCodebook >> 20U), "split the file");
    const std::string ending = base::fileEnding(file);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n\xEF\xBB\xBF");
    if (ending == "json" || (first != std::string::npos && bytes[first] == '{'))
        return plain(exchange::readCodebookFile(bytes, file));
    const bool isAsked = !options.language.empty() && options.language != "auto";
    if (ending == "qdc" || exchange::looksLikeRefiCodebook(bytes))
        return plain(
            exchange::readRefiCodebook(bytes, file, isAsked ? options.language : std::string(), language));
    RAPPORT_ASSIGN(const exchange::Format* format, exchange::detectFormat(bytes, file));
    if (format->kind != exchange::RecordKind::Table)
        return plain(exchange::readCodeList(bytes, file, isAsked ? options.language : language));
    RAPPORT_ASSIGN(const exchange::Table table, codebookSheet(*format, bytes, file, options));
    AnyCodebook any;
    const std::string said = exchange::codebookLanguage(table);
    RAPPORT_ASSIGN(any.file, exchange::readCodebookTable(table, file,
                                                         isAsked        ? options.language
                                                         : said.empty() ? language
                                                                        : said,
                                                         isAsked));
    any.hasVariables = exchange::namesVariables(table);
    any.sheet = table.sheet;
    any.sheets = table.sheets;
    any.encoding = table.encoding;
    any.file.warnings.insert(any.file.warnings.begin(), table.warnings.begin(), table.warnings.end());
    for (const exchange::RowProblem& problem : table.problems)
        any.rejected.push_back(rejected(problem));
    return any;
}

/// What is wrong with a codebook is wrong with its file.
base::Status validated(const model::Codebook& codebook, const std::string& file) {
    base::Status valid = model::validate(codebook);
    if (!valid && !valid.error().where)
        valid.error().where = base::Place{file, 0, 0, {}};
    return valid;
}

/// A study without any prompts lacks none: they come with its answers.
void warnOfPrompts(exchange::CodebookFile& file, const model::Instrument& instrument) {
    for (const model::Variable& variable : file.codebook.variables) {
        std::vector<std::string> missing;
        for (const std::string& name : variable.prompts) {
            const bool isThere =
                name == "*" || std::any_of(instrument.prompts.begin(), instrument.prompts.end(),
                                           [&](const model::Prompt& prompt) { return prompt.name == name; });
            if (!isThere)
                missing.push_back(name);
        }
        if (!missing.empty() && !instrument.prompts.empty())
            file.warnings.push_back(
                base::said("variable '{}' is for prompts that the study does not have: {}", variable.name,
                           text::elide(fmt::format("{}", fmt::join(missing, ", ")), 80)));
    }
}

CodebookSummary summaryOf(AnyCodebook read, CodebookMerge merge, const model::Codebook& before) {
    const bool makesVariables =
        read.hasVariables && std::any_of(merge.merged.variables.begin(), merge.merged.variables.end(),
                                         [&](const model::Variable& variable) {
                                             return before.variable(variable.name) == nullptr;
                                         });
    if (makesVariables)
        read.file.warnings.emplace_back(
            "a table does not say of variables what scale they have and where they apply: new ones are those "
            "of codes that are there or not, of all texts");
    read.file.warnings.insert(read.file.warnings.end(), merge.warnings.begin(), merge.warnings.end());
    return {codableCodes(read.file.codebook),
            merge.added,
            merge.changed,
            std::move(merge.codes),
            std::move(read.file.warnings),
            std::move(read.sheet),
            std::move(read.sheets),
            std::move(read.encoding),
            std::move(read.rejected)};
}

} // namespace

base::Result<CodebookSummary> summariseCodebook(const Session& session, std::string_view bytes,
                                                const std::string& file, const ImportOptions& options) {
    RAPPORT_ASSIGN(const std::string language, studyLanguage(session));
    RAPPORT_ASSIGN(AnyCodebook read, readAnyCodebook(bytes, file, language, options));
    RAPPORT_TRY(validated(read.file.codebook, file));
    RAPPORT_ASSIGN(const model::Instrument instrument, session.instrument());
    warnOfPrompts(read.file, instrument);
    RAPPORT_ASSIGN(const auto current, session.codebook());
    RAPPORT_ASSIGN(CodebookMerge merge, mergeOf(*current, read.file, options.sameNames, file));
    RAPPORT_TRY(validated(merge.merged, file));
    return summaryOf(std::move(read), std::move(merge), *current);
}

base::Result<CodebookMerge> mergeCodebook(Writer& writer, const exchange::CodebookFile& read,
                                          const std::string& file, SameNames sameNames) {
    RAPPORT_ASSIGN(const auto current, writer.session().codebook());
    RAPPORT_ASSIGN(CodebookMerge merge, mergeOf(*current, read, sameNames, file));
    if (const auto same = merge.sameNames(); sameNames == SameNames::Ask && !same.empty()) {
        constexpr std::size_t mostNamed = 8;
        const std::size_t named = std::min(same.size(), mostNamed);
        return base::fail(
            base::Errc::Refused, base::Place{file, 0, 0, {}},
            base::said("has codes with the names of others in the study, and does not say that they are the "
                       "same: {}{}",
                       fmt::format("{}", fmt::join(same.begin(), same.begin() + std::ptrdiff_t(named), ", ")),
                       same.size() > named ? fmt::format(" (+{})", same.size() - named) : ""),
            "say what they are where files are imported: the same codes, or others (rapport import: "
            "--same-names same, --same-names other)");
    }
    // As documents, since positions in the study are no content.
    if (exchange::writeCodebook(*current) != exchange::writeCodebook(merge.merged))
        RAPPORT_TRY(storeVersion(writer, merge.merged));
    return merge;
}

base::Result<CodebookSummary> mergeCodebookFile(Writer& writer, const std::string& file,
                                                const ImportOptions& options) {
    RAPPORT_ASSIGN(const std::string bytes, base::readFile(file, largestCodebook));
    RAPPORT_ASSIGN(const std::string language, studyLanguage(writer.session()));
    RAPPORT_ASSIGN(AnyCodebook read, readAnyCodebook(bytes, file, language, options));
    RAPPORT_TRY(validated(read.file.codebook, file));
    RAPPORT_ASSIGN(const model::Instrument instrument, writer.session().instrument());
    warnOfPrompts(read.file, instrument);
    RAPPORT_ASSIGN(const auto before, writer.session().codebook());
    RAPPORT_ASSIGN(CodebookMerge merge, mergeCodebook(writer, read.file, file, options.sameNames));
    return summaryOf(std::move(read), std::move(merge), *before);
}

base::Result<ChangeSet> putCodebook(Session& session, const model::Codebook& content) {
    RAPPORT_TRY(coordinatorOnly(session, "change the codebook"));
    RAPPORT_ASSIGN(const auto current, session.codebook());
    if (isChangedInPlace(*current))
        return write(session, Undoable::No, [&](Writer& writer) { return storeVersion(writer, content); });
    return write(session, Undoable::Yes, [&](Writer& writer) -> base::Status {
        RAPPORT_ASSIGN(const auto before, session.codebook());
        return storeVersion(writer, content,
                            base::dumpJson({{"operation", "edit"}, {"from", before->version}}, -1));
    });
}

bool isChangedInPlace(const model::Codebook& codebook) {
    return !codebook.isFrozen && codebook.version <= 1;
}

base::Result<ChangeSet> importCodebook(Session& session, const std::string& file) {
    RAPPORT_TRY(coordinatorOnly(session, "change the codebook"));
    return write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        RAPPORT_TRY(mergeCodebookFile(writer, file, {}));
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

base::Result<model::Codebook> formerCodebook(Session& session, std::int64_t version) {
    return session.impl().codebooks().version(version);
}

base::Result<std::vector<FormerCode>> formerCodes(Session& session) {
    RAPPORT_ASSIGN(const auto current, session.codebook());
    std::set<model::CodeId> known;
    for (const model::Variable& variable : current->variables) {
        for (const model::Code& code : variable.codes)
            known.insert(code.id);
    }
    std::vector<FormerCode> former;
    RAPPORT_ASSIGN(const auto versions, session.impl().codebooks().lastOfFormer());
    for (const std::int64_t version : versions) {
        RAPPORT_ASSIGN(const model::Codebook book, session.impl().codebooks().version(version));
        std::multimap<std::string, model::CodeId> byKey;
        for (const model::Variable& variable : book.variables) {
            for (const model::Code& code : variable.codes) {
                if (!code.key.empty())
                    byKey.emplace(code.key, code.id);
            }
        }
        for (const model::Variable& variable : book.variables) {
            model::Variable bare = variable;
            bare.codes.clear();
            for (const model::Code& code : variable.codes) {
                if (!known.insert(code.id).second)
                    continue;
                FormerCode each{bare, code, {}};
                const auto [first, last] = byKey.equal_range(code.key);
                for (auto same = first; same != last; ++same) {
                    if (same->second != code.id)
                        each.sameKey.push_back(same->second);
                }
                former.push_back(std::move(each));
            }
        }
    }
    return former;
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
