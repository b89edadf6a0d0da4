// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/storage.h"

#include "base/format.h"
#include "base/platform/file.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <filesystem>
#include <sstream>

namespace rapport::base {

namespace {

namespace fs = std::filesystem;

struct FileSystem {
    std::uint32_t magic;
    const char* name;
};

// SOURCE: statfs(2), linux/magic.h
constexpr std::array<FileSystem, 9> networks{{
    {0x6969, "NFS"},
    {0x517B, "SMB"},
    {0xFE534D42, "SMB"},
    {0xFF534D42, "CIFS"},
    {0x01021997, "9P"},
    {0x5346414F, "AFS"},
    {0x6B414653, "AFS"},
    {0x73757245, "Coda"},
    {0x00C36400, "Ceph"},
}};

/// A program stands behind the folder, which may ask another computer or not.
constexpr std::uint32_t fuse = 0x65735546;

// Programs whose files are on this machine. SOURCE: the file system types that they mount with.
constexpr std::array<std::string_view, 15> localPrograms{
    "ntfs-3g",  "ntfs",   "exfat", "encfs",   "gocryptfs",      "cryfs",    "veracrypt", "bindfs",
    "mergerfs", "portal", "lxcfs", "unionfs", "fuse-overlayfs", "snapfuse", "squashfuse"};

struct Program {
    std::string_view type;
    const char* name;
};
constexpr std::array<Program, 6> programs{{{"sshfs", "SSHFS"},
                                           {"gvfsd-fuse", "GVfs"},
                                           {"kio-fuse", "KIO"},
                                           {"davfs", "WebDAV"},
                                           {"davfs2", "WebDAV"},
                                           {"s3fs", "S3"}}};

/// Mount points are written with blanks as "\040".
std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const std::string_view digits = text.substr(at, 4);
        if (digits.size() == 4 && digits[0] == '\\' &&
            digits.find_first_not_of("01234567", 1) == std::string_view::npos) {
            plain += static_cast<char>((digits[1] - '0') * 64 + (digits[2] - '0') * 8 + (digits[3] - '0'));
            at += 3;
        } else {
            plain += text[at];
        }
    }
    return plain;
}

bool isInside(const std::string& folder, const std::string& mount) {
    return folder.starts_with(mount) &&
           (folder.size() == mount.size() || mount.ends_with('/') || folder[mount.size()] == '/');
}

struct Service {
    const char* folder; ///< how the name of its folder begins, in lower case
    const char* name;
};

constexpr std::array<Service, 14> services{{
    {"dropbox", "Dropbox"},
    {"onedrive", "OneDrive"},
    {"google drive", "Google Drive"},
    {"googledrive", "Google Drive"},
    {"my drive", "Google Drive"},
    {"nextcloud", "Nextcloud"},
    {"owncloud", "ownCloud"},
    {"icloud", "iCloud"},
    {"pcloud", "pCloud"},
    {"seafile", "Seafile"},
    {"surfdrive", "SURFdrive"},
    {"researchdrive", "Research Drive"},
    {"megasync", "MEGA"},
    {"syncthing", "Syncthing"},
}};

/// What a service leaves in the folder that it synchronises.
constexpr std::array<Service, 5> marks{{
    {".stfolder", "Syncthing"},
    {".dropbox", "Dropbox"},
    {".owncloudsync.log", "ownCloud"},
    {".nextcloudsync.log", "Nextcloud"},
    {".sync", "Resilio Sync"},
}};

std::string lowered(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
    return text;
}

} // namespace

// SOURCE: proc(5), /proc/pid/mountinfo
std::string servedFolder(std::string_view mounts, const std::string& folder) {
    std::string longest;
    std::string type;
    while (!mounts.empty()) {
        const std::size_t end = std::min(mounts.find('\n'), mounts.size());
        std::istringstream line{std::string(mounts.substr(0, end))};
        mounts.remove_prefix(std::min(end + 1, mounts.size()));
        std::string field;
        std::string mount;
        std::string kind;
        for (int place = 0; line >> field && field != "-"; ++place) {
            if (place == 4)
                mount = unescaped(field);
        }
        line >> kind;
        // Of two on one place the later one is seen.
        if (!mount.empty() && mount.size() >= longest.size() && isInside(folder, mount)) {
            longest = mount;
            type = kind;
        }
    }
    if (type == "fuseblk")
        return {};
    const std::string program = type.starts_with("fuse.") ? type.substr(5) : type;
    if (std::find(localPrograms.begin(), localPrograms.end(), program) != localPrograms.end())
        return {};
    for (const Program& each : programs) {
        if (each.type == program)
            return each.name;
    }
    return program.empty() ? "FUSE" : program;
}

StoragePlace storageOf(const std::string& path) {
    std::error_code ignored;
    fs::path folder = fs::absolute(fs::path(path), ignored).parent_path();
    struct statfs about {};
    if (::statfs(folder.c_str(), &about) == 0) {
        for (const FileSystem& each : networks) {
            if (static_cast<std::uint32_t>(about.f_type) == each.magic)
                return {Storage::Network, each.name};
        }
        if (static_cast<std::uint32_t>(about.f_type) == fuse) {
            const auto mounts = readFile("/proc/self/mountinfo");
            const fs::path real = fs::weakly_canonical(folder, ignored);
            const std::string program = servedFolder(mounts.value_or(std::string()), real.string());
            if (!program.empty())
                return {Storage::Network, program};
        }
    }
    while (true) {
        const std::string name = lowered(folder.filename().string());
        for (const Service& each : services) {
            if (name.starts_with(each.folder))
                return {Storage::Synchronised, each.name};
        }
        for (const Service& each : marks) {
            if (fs::exists(folder / each.folder, ignored))
                return {Storage::Synchronised, each.name};
        }
        if (folder == folder.parent_path())
            return {};
        folder = folder.parent_path();
    }
}

Phrase storageWarning(const std::string& path) {
    const StoragePlace place = storageOf(path);
    switch (place.kind) {
    case Storage::Network:
        return said(
            "The study is on a network drive ({}). Only one computer may have it open at a time; better "
            "work on a local copy, or give raters packs.",
            place.what);
    case Storage::Synchronised:
        return said(
            "The study is in a folder that {} synchronises. Two computers that have it open will make "
            "conflicting copies; better keep it outside, and give raters packs.",
            place.what);
    case Storage::Local:
        break;
    }
    return {};
}

} // namespace rapport::base
