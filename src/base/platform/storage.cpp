// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/storage.h"

#include "base/format.h"

#include <sys/vfs.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstdint>
#include <filesystem>

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

StoragePlace storageOf(const std::string& path) {
    std::error_code ignored;
    fs::path folder = fs::absolute(fs::path(path), ignored).parent_path();
    struct statfs about {};
    if (::statfs(folder.c_str(), &about) == 0) {
        for (const FileSystem& each : networks) {
            if (static_cast<std::uint32_t>(about.f_type) == each.magic)
                return {Storage::Network, each.name};
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
