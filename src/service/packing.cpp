// SPDX-License-Identifier: GPL-3.0-or-later
#include "service/packing.h"

#include "base/format.h"
#include "base/json.h"
#include "base/platform/file.h"
#include "base/seal.h"
#include "service/session_impl.h"
#include "store/packing.h"

#include <algorithm>
#include <filesystem>

namespace rapport::service {

namespace fs = std::filesystem;
using base::Errc;

namespace {

/// Codes must mean in the pack what they mean here.
base::Status prepareStudy(Session& session) {
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    if (codebook->isFrozen || codebook->version == 0)
        return {};
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        auto& impl = session.impl();
        RAPPORT_TRY(impl.codebooks().freeze(codebook->version));
        store::JournalEntry entry;
        entry.act = store::Act::Freeze;
        entry.version = codebook->version;
        RAPPORT_TRY(writer.append(entry));
        writer.changes().codebookChanged = true;
        return {};
    });
    if (!done)
        return base::fail(done);
    return {};
}

} // namespace

base::Result<PackReport> pack(Session& session, const PackRequest& request, const base::Task& task) {
    auto& impl = session.impl();
    RAPPORT_ASSIGN(const model::Rater rater, session.rater(request.rater));
    const bool isOwnPack = impl.pack.has_value() && session.viewer().rater == rater.id;
    if (!isOwnPack)
        RAPPORT_TRY(coordinatorOnly(session, "write a pack"));
    RAPPORT_TRY(base::refuseExisting(request.out));
    if (!isOwnPack)
        RAPPORT_TRY(prepareStudy(session));
    store::PackInfo info;
    info.guid = base::Guid::random(impl.environment.random);
    info.rater = rater.guid;
    info.made = impl.environment.clock->now();
    PackReport report;
    const bool isSealed = !request.passphrase.empty();
    {
        RAPPORT_ASSIGN(const base::TemporaryFolder folder, base::TemporaryFolder::make());
        const std::string plain = isSealed ? folder.path() + "/pack" : request.out;
        RAPPORT_ASSIGN(const store::PackCounts counts,
                       store::writePack(*impl.file, rater.id, info, plain, task));
        report.units = counts.units;
        report.rounds = counts.rounds;
        report.rows = counts.rows;
        if (isSealed)
            RAPPORT_TRY(base::seal(plain, request.out, request.passphrase, request.cost));
    }
    report.guid = info.guid;
    report.rater = rater.name;
    report.isSealed = isSealed;
    RAPPORT_ASSIGN(const auto codebook, session.codebook());
    report.codebookVersion = codebook->version;
    RAPPORT_ASSIGN(const auto rounds, session.rounds());
    for (const model::Round& round : rounds) {
        if (round.openedAt == 0)
            continue;
        RAPPORT_ASSIGN(const auto assigned, impl.rounds().assignments(round.id, rater.id));
        if (!assigned.empty())
            report.openedRounds.push_back(round.name);
    }
    if (isOwnPack)
        return report;
    const auto done = write(session, Undoable::No, [&](Writer& writer) -> base::Status {
        store::JournalEntry entry;
        entry.act = store::Act::Pack;
        entry.rater = rater.id;
        entry.target = info.guid;
        entry.detail = base::dumpJson({{"units", report.units}, {"sealed", isSealed}}, -1);
        RAPPORT_TRY(writer.append(entry));
        writer.changes().act = "pack";
        writer.changes().object = rater.name;
        return {};
    });
    if (!done)
        return base::fail(done);
    return report;
}

bool isSealed(const std::string& file) {
    return store::isSealedFile(file);
}

base::Status unsealFile(const std::string& file, const std::string& out, const std::string& passphrase) {
    RAPPORT_TRY(base::refuseExisting(out));
    if (!store::isSealedFile(file)) {
        std::error_code ignored;
        if (!fs::exists(file, ignored))
            return base::fail(Errc::Unreadable, base::Place{file, 0, 0, {}}, "there is no such file",
                              "check the name and the folder");
        return base::fail(Errc::Unreadable, base::Place{file, 0, 0, {}}, "is not a sealed file",
                          "open it as it is");
    }
    return base::unseal(file, out, passphrase);
}

base::Result<std::string> readPassphrase(const std::string& file) {
    constexpr std::uint64_t longest = 1 << 16;
    RAPPORT_ASSIGN(std::string text, base::readFile(file, longest));
    text.resize(std::min(text.find_first_of("\r\n"), text.size()));
    if (text.empty())
        return base::fail(Errc::InvalidArgument, base::Place{file, 1, 0, {}}, "holds no passphrase",
                          "write it on the first line");
    return text;
}

} // namespace rapport::service
