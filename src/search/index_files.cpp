// SPDX-License-Identifier: GPL-3.0-or-later
#include "search/index_files.h"

#include "base/digest.h"
#include "base/format.h"
#include "base/number.h"
#include "base/platform/file.h"
#include "base/platform/system_reason.h"
#include "search/index.h"
#include "text/utf8.h"

#include <algorithm>
#include <cerrno>
#include <mutex>
#include <set>

namespace rapport::search::detail {

namespace {

constexpr std::string_view databasePrefix = "db-";
constexpr std::string_view sealEnding = ".seal";

base::Status failure(const std::filesystem::path& path, const std::error_code& code) {
    const bool isFull = code == std::errc::no_space_on_device || code.value() == EDQUOT;
    return base::fail(isFull ? base::Errc::DiskFull : base::Errc::Io,
                      base::said("the search index cannot be written at {}: {}", path.string(),
                                 base::systemReason(code.value())),
                      "searching works without it, only slower");
}

/// A small file's text without white space around it; empty where it cannot be read.
std::string readName(const std::filesystem::path& path) {
    const auto bytes = base::readFile(path.string(), 4'096);
    return bytes ? std::string(text::trim(*bytes)) : std::string();
}

std::int64_t numberOf(std::string_view database) {
    if (database.substr(0, databasePrefix.size()) != databasePrefix)
        return 0;
    return base::parseInteger(database.substr(databasePrefix.size())).value_or(0);
}

} // namespace

IndexFolder::IndexFolder(const std::filesystem::path& cacheFolder, const base::Guid& study)
    : m_path(cacheFolder / study.text()) {
}

base::Status IndexFolder::create() const {
    std::error_code code;
    std::filesystem::create_directories(m_path, code);
    if (code)
        return failure(m_path, code);
    return {};
}

std::string IndexFolder::current() const {
    const std::string name = readName(m_path / "current");
    return numberOf(name) > 0 ? name : std::string();
}

base::Status IndexFolder::setCurrent(const std::string& name) const {
    return base::writeFileAtomically((m_path / "current").string(), name + "\n");
}

base::Result<std::string> IndexFolder::makeDatabaseFolder() const {
    std::int64_t number = 0;
    for (const std::string& name : databases())
        number = std::max(number, numberOf(name));
    number = std::max(number, numberOf(current()));
    // Another program may take the same number at the same time: one of the two creates it.
    constexpr int tries = 100;
    std::error_code code;
    for (int attempt = 0; attempt < tries; ++attempt) {
        const std::string name = fmt::format("{}{}", databasePrefix, ++number);
        if (std::filesystem::create_directory(m_path / name, code))
            return name;
        if (code)
            break;
    }
    return base::fail(failure(m_path, code));
}

void IndexFolder::markDamaged(const std::string& name) const {
    (void)base::writeFileAtomically((m_path / "damaged").string(), name + "\n");
}

bool IndexFolder::isMarkedDamaged(const std::string& name) const {
    return readName(m_path / "damaged") == name;
}

void IndexFolder::unmarkDamaged() const {
    std::error_code ignored;
    std::filesystem::remove(m_path / "damaged", ignored);
}

std::uint64_t IndexFolder::databaseSize(const std::string& name) const {
    std::uint64_t total = 0;
    std::error_code code;
    for (std::filesystem::directory_iterator at(m_path / name, code), end; !code && at != end;
         at.increment(code)) {
        std::error_code sizeCode;
        const std::uintmax_t size = at->file_size(sizeCode);
        if (!sizeCode)
            total += size;
    }
    return total;
}

std::string IndexFolder::digest(const std::string& name, const base::Task& task) const {
    std::vector<std::filesystem::path> files;
    std::error_code code;
    for (std::filesystem::directory_iterator at(m_path / name, code), end; !code && at != end;
         at.increment(code)) {
        if (at->path().filename() != "flintlock") // the lock; always empty
            files.push_back(at->path());
    }
    if (code)
        return {};
    std::sort(files.begin(), files.end());
    std::string all;
    for (const auto& file : files) {
        if (task.isStopped())
            return {};
        const auto bytes = base::readFile(file.string(), largestSealed + 1);
        if (!bytes)
            return {};
        all += fmt::format("{} {} {}\n", file.filename().string(), bytes->size(),
                           base::hex(base::sha256(*bytes)));
    }
    return base::hex(base::sha256(all));
}

std::string IndexFolder::readSeal(const std::string& name) const {
    return readName(m_path / (name + std::string(sealEnding)));
}

bool IndexFolder::isAsSealed(const std::string& name) const {
    static std::mutex mutex;
    static std::set<std::string> known;
    const std::string seal = readSeal(name);
    if (seal.empty() || databaseSize(name) > largestSealed)
        return true;
    std::string state = databasePath(name).string() + '\n' + seal;
    std::error_code code;
    std::vector<std::string> files;
    for (std::filesystem::directory_iterator at(m_path / name, code), end; !code && at != end;
         at.increment(code)) {
        std::error_code ignored;
        files.push_back(fmt::format("{} {} {}", at->path().filename().string(), at->file_size(ignored),
                                    at->last_write_time(ignored).time_since_epoch().count()));
    }
    std::sort(files.begin(), files.end());
    for (const std::string& file : files)
        state += '\n' + file;
    {
        const std::lock_guard lock(mutex);
        if (known.contains(state))
            return true;
    }
    // A writer that began meanwhile has taken the seal away first.
    if (digest(name, {}) != seal && readSeal(name) == seal)
        return false;
    const std::lock_guard lock(mutex);
    known.insert(std::move(state));
    return true;
}

void IndexFolder::writeSeal(const std::string& name) const {
    if (databaseSize(name) > largestSealed)
        return;
    const std::string found = digest(name, {});
    if (!found.empty())
        (void)base::writeFileAtomically((m_path / (name + std::string(sealEnding))).string(), found + "\n");
}

void IndexFolder::removeSeal(const std::string& name) const {
    std::error_code ignored;
    std::filesystem::remove(m_path / (name + std::string(sealEnding)), ignored);
}

void IndexFolder::remove(const std::string& name) const {
    if (numberOf(name) <= 0)
        return;
    removeSeal(name);
    std::error_code ignored;
    std::filesystem::remove_all(m_path / name, ignored);
}

std::vector<std::string> IndexFolder::databases() const {
    std::vector<std::string> names;
    std::error_code code;
    for (std::filesystem::directory_iterator at(m_path, code), end; !code && at != end; at.increment(code)) {
        std::string name = at->path().filename().string();
        std::error_code kindCode;
        if (at->is_directory(kindCode) && numberOf(name) > 0)
            names.push_back(std::move(name));
    }
    return names;
}

} // namespace rapport::search::detail

namespace rapport::search {

base::Status removeIndex(const std::filesystem::path& cacheFolder, const base::Guid& study) {
    std::error_code code;
    std::filesystem::remove_all(detail::IndexFolder(cacheFolder, study).path(), code);
    if (code)
        return base::fail(base::Errc::Io,
                          base::said("the search index cannot be removed from {}: {}", cacheFolder.string(),
                                     base::systemReason(code.value())),
                          "remove the folder by hand");
    return {};
}

} // namespace rapport::search
