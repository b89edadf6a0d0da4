// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/file.h"

#include "base/format.h"
#include "base/platform/descriptor.h"
#include "base/platform/mapped_file.h"
#include "base/platform/system_reason.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <filesystem>

namespace rapport::base {

namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> writeFailure(const std::string& path, int reason) {
    if (reason == ENOSPC || reason == EDQUOT)
        return fail(Errc::DiskFull, Place{path, 0, 0, {}}, "no room left on the disk",
                    "free some space and try again");
    return fail(Errc::Io, Place{path, 0, 0, {}}, base::said("cannot write: {}", systemReason(reason)),
                "check that the folder exists and that you may write there");
}

} // namespace

Result<std::string> readFile(const std::string& path, std::uint64_t limit) {
    const Place place{path, 0, 0, {}};
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen()) {
        const char* hint = errno == ENOENT ? "check the name and the folder" : "check that you may read it";
        return fail(Errc::Unreadable, place, base::said("cannot open: {}", systemReason(errno)), hint);
    }
    struct stat status {};
    if (::fstat(file.number(), &status) != 0)
        return fail(Errc::Unreadable, place, base::said("cannot read: {}", systemReason(errno)));
    if (S_ISDIR(status.st_mode))
        return fail(Errc::Unreadable, place, "is a folder, not a file", "name the files in it");
    std::string bytes;
    if (S_ISREG(status.st_mode)) {
        if (static_cast<std::uint64_t>(status.st_size) > limit)
            return fail(Errc::Unreadable, place, base::said("is larger than {} MB", limit >> 20),
                        "split the file");
        bytes.reserve(static_cast<std::size_t>(status.st_size));
    }
    char block[1 << 16];
    while (true) {
        const ssize_t got = ::read(file.number(), block, sizeof block);
        if (got < 0) {
            if (errno == EINTR)
                continue;
            return fail(Errc::Unreadable, place, base::said("cannot read: {}", systemReason(errno)));
        }
        if (got == 0)
            return bytes;
        bytes.append(block, static_cast<std::size_t>(got));
        if (bytes.size() > limit)
            return fail(Errc::Unreadable, place, base::said("is larger than {} MB", limit >> 20),
                        "split the file");
    }
}

Status refuseExisting(const std::string& path) {
    std::error_code ignored;
    const fs::path folder = fs::path(path).parent_path();
    if (!folder.empty() && !fs::is_directory(folder, ignored))
        return fail(Errc::Io, Place{path, 0, 0, {}}, said("cannot write: {}", systemReason(ENOENT)),
                    "check that the folder exists and that you may write there");
    if (fs::exists(fs::symlink_status(path, ignored)))
        return fail(Errc::Refused, Place{path, 0, 0, {}}, "there is a file of this name already",
                    "give another name, or remove it first");
    return {};
}

Status writeFileAtomically(const std::string& path, std::string_view bytes) {
    return writeFileAtomically(path, std::vector<std::string_view>{bytes});
}

Status writeFileAtomically(const std::string& path, const std::vector<std::string_view>& pieces) {
    const std::string beside = fmt::format("{}.{}.part", path, ::getpid());
    {
        const Descriptor file(::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
        if (!file.isOpen())
            return writeFailure(path, errno);
        int reason = 0;
        for (std::string_view bytes : pieces) {
            while (!bytes.empty() && reason == 0) {
                const ssize_t put = ::write(file.number(), bytes.data(), bytes.size());
                if (put < 0) {
                    if (errno != EINTR)
                        reason = errno;
                    continue;
                }
                bytes.remove_prefix(static_cast<std::size_t>(put));
            }
        }
        if (reason == 0 && ::fsync(file.number()) != 0)
            reason = errno;
        if (reason != 0) {
            ::unlink(beside.c_str());
            return writeFailure(path, reason);
        }
    }
    if (::rename(beside.c_str(), path.c_str()) != 0) {
        const int reason = errno;
        ::unlink(beside.c_str());
        return writeFailure(path, reason);
    }
    return {};
}

Result<TemporaryFolder> TemporaryFolder::make() {
    std::error_code failed;
    std::string path = (fs::temp_directory_path(failed) / "rapport-XXXXXX").string();
    if (failed || ::mkdtemp(path.data()) == nullptr)
        return tl::make_unexpected(writeFailure(path, errno).value());
    return TemporaryFolder(path);
}

TemporaryFolder::TemporaryFolder(TemporaryFolder&& other) noexcept
    : m_path(std::exchange(other.m_path, {})) {
}

TemporaryFolder& TemporaryFolder::operator=(TemporaryFolder&& other) noexcept {
    std::swap(m_path, other.m_path);
    return *this;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    if (!m_path.empty())
        fs::remove_all(m_path, ignored);
}

std::string fileStem(const std::string& path) {
    return fs::path(path).stem().string();
}

std::string fileEnding(const std::string& path) {
    std::string ending = fs::path(path).extension().string();
    if (!ending.empty())
        ending.erase(0, 1);
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return ending;
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> fileIdentity(const std::string& path) {
    struct stat found {};
    if (::stat(path.c_str(), &found) != 0)
        return std::nullopt;
    return std::pair<std::uint64_t, std::uint64_t>(found.st_dev, found.st_ino);
}

std::string cacheFolder() {
    if (const char* cache = std::getenv("XDG_CACHE_HOME"); cache != nullptr && *cache == '/')
        return std::string(cache) + "/rapport";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return std::string(home) + "/.cache/rapport";
    return (fs::temp_directory_path() / "rapport-cache").string();
}

std::string backupFolder() {
    if (const char* data = std::getenv("XDG_DATA_HOME"); data != nullptr && *data == '/')
        return std::string(data) + "/rapport/backups";
    if (const char* home = std::getenv("HOME"); home != nullptr && *home != '\0')
        return std::string(home) + "/.local/share/rapport/backups";
    return (fs::temp_directory_path() / "rapport-backups").string();
}

Result<std::string> dataFolder() {
    std::error_code ignored;
    const auto holdsData = [&ignored](const fs::path& folder) {
        return fs::is_directory(folder / "codebooks", ignored);
    };
    if (const char* given = std::getenv("RAPPORT_DATA"); given != nullptr && holdsData(given))
        return std::string(given);
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    // build/release/bin/rapport sits three folders below the data; an installed bin/rapport beside share/.
    for (fs::path folder = program.parent_path(); !folder.empty() && folder != folder.root_path();
         folder = folder.parent_path()) {
        if (holdsData(folder))
            return folder.string();
        if (holdsData(folder / "share" / "rapport"))
            return (folder / "share" / "rapport").string();
    }
    // Where /proc is not to be had: the folders of shared data, in the order of the XDG Base Directory rules.
    const char* shared = std::getenv("XDG_DATA_DIRS");
    std::string_view rest = shared != nullptr && *shared != '\0' ? shared : "/usr/local/share:/usr/share";
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const fs::path folder = fs::path(rest.substr(0, end)) / "rapport";
        if (folder.is_absolute() && holdsData(folder))
            return folder.string();
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return fail(Errc::NotFound, "the shipped codebooks are not beside the program",
                "set RAPPORT_DATA to the folder that holds 'codebooks'");
}

} // namespace rapport::base
