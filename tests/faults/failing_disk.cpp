// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/failing_disk.h"

#include <sqlite3.h>

#include <fstream>
#include <map>
#include <new>
#include <vector>

namespace rapport::test {

namespace {

struct Write {
    sqlite3_int64 offset = 0;
    std::string bytes;
};
struct Watched {
    std::string synced;
    std::vector<Write> pending;
};

struct State {
    DiskFault fault = DiskFault::None;
    std::int64_t after = 0;
    std::int64_t operations = 0;
    bool isOnce = false;
    bool hasFailed = false;
    std::string prefix;
    std::map<std::string, Watched> files;
};

State& state() {
    static State one;
    return one;
}

sqlite3_vfs* under = nullptr;

struct Disk {
    sqlite3_file base;
    Watched* watched; ///< null: not watched
};

sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<Disk*>(file) + 1);
}

/// Whether this operation is to fail.
bool fails(bool isSync) {
    State& now = state();
    if (now.fault == DiskFault::None || isSync != (now.fault == DiskFault::SyncError)) {
        // Without power nothing works.
        return now.fault == DiskFault::PowerCut && now.hasFailed;
    }
    const std::int64_t number = ++now.operations;
    const bool isDue = now.isOnce ? number == now.after : number >= now.after;
    now.hasFailed = now.hasFailed || isDue;
    return isDue;
}

int failure() {
    return state().fault == DiskFault::Full        ? SQLITE_FULL
           : state().fault == DiskFault::SyncError ? SQLITE_IOERR_FSYNC
                                                   : SQLITE_IOERR_WRITE;
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    if (fails(false))
        return failure();
    if (Watched* watched = reinterpret_cast<Disk*>(file)->watched)
        watched->pending.push_back(
            {offset, std::string(static_cast<const char*>(from), static_cast<std::size_t>(amount))});
    return below(file)->pMethods->xWrite(below(file), from, amount, offset);
}

void apply(std::string& bytes, const Write& write, std::size_t length) {
    const auto end = static_cast<std::size_t>(write.offset) + length;
    if (bytes.size() < end)
        bytes.resize(end);
    bytes.replace(static_cast<std::size_t>(write.offset), length, write.bytes, 0, length);
}

int syncFile(sqlite3_file* file, int flags) {
    if (fails(true))
        return failure();
    if (Watched* watched = reinterpret_cast<Disk*>(file)->watched) {
        for (const Write& write : watched->pending)
            apply(watched->synced, write, write.bytes.size());
        watched->pending.clear();
    }
    return below(file)->pMethods->xSync(below(file), flags);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    if (fails(false))
        return failure();
    if (Watched* watched = reinterpret_cast<Disk*>(file)->watched) {
        for (const Write& write : watched->pending)
            apply(watched->synced, write, write.bytes.size());
        watched->pending.clear();
        watched->synced.resize(static_cast<std::size_t>(size));
    }
    return below(file)->pMethods->xTruncate(below(file), size);
}

const sqlite3_io_methods methods{
    2,
    [](sqlite3_file* file) { return below(file)->pMethods->xClose(below(file)); },
    [](sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
        return below(file)->pMethods->xRead(below(file), into, amount, offset);
    },
    writeFile,
    truncateFile,
    syncFile,
    [](sqlite3_file* file, sqlite3_int64* size) {
        return below(file)->pMethods->xFileSize(below(file), size);
    },
    [](sqlite3_file* file, int lock) { return below(file)->pMethods->xLock(below(file), lock); },
    [](sqlite3_file* file, int lock) { return below(file)->pMethods->xUnlock(below(file), lock); },
    [](sqlite3_file* file, int* result) {
        return below(file)->pMethods->xCheckReservedLock(below(file), result);
    },
    [](sqlite3_file* file, int operation, void* argument) {
        return below(file)->pMethods->xFileControl(below(file), operation, argument);
    },
    [](sqlite3_file* file) { return below(file)->pMethods->xSectorSize(below(file)); },
    [](sqlite3_file* file) { return below(file)->pMethods->xDeviceCharacteristics(below(file)); },
    [](sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
        return below(file)->pMethods->xShmMap(below(file), region, size, extend, memory);
    },
    [](sqlite3_file* file, int offset, int count, int flags) {
        return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
    },
    [](sqlite3_file* file) { below(file)->pMethods->xShmBarrier(below(file)); },
    [](sqlite3_file* file, int isDeleted) {
        return below(file)->pMethods->xShmUnmap(below(file), isDeleted);
    },
    nullptr,
    nullptr};

std::string contentOf(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    auto* const disk = new (file) Disk{};
    const int result = under->xOpen(under, name, below(file), flags, outFlags);
    if (result != SQLITE_OK)
        return result;
    disk->base.pMethods = &methods;
    const std::string path = name == nullptr ? std::string() : name;
    if (!state().prefix.empty() && path.starts_with(state().prefix) &&
        (flags & (SQLITE_OPEN_MAIN_DB | SQLITE_OPEN_WAL)) != 0) {
        const auto [place, isNew] = state().files.try_emplace(path);
        if (isNew)
            place->second.synced = contentOf(path);
        disk->watched = &place->second;
    }
    return SQLITE_OK;
}

bool install() {
    static sqlite3_vfs layer{};
    sqlite3_initialize();
    under = sqlite3_vfs_find(nullptr);
    layer = *under;
    layer.pNext = nullptr;
    layer.zName = "failing-disk";
    layer.szOsFile = under->szOsFile + static_cast<int>(sizeof(Disk));
    layer.xOpen = openFile;
    return sqlite3_vfs_register(&layer, 1) == SQLITE_OK;
}

[[maybe_unused]] const bool isInstalled = install();

void arm(DiskFault fault, std::int64_t after, bool isOnce) {
    State& now = state();
    now.fault = fault;
    now.after = after;
    now.isOnce = isOnce;
    now.operations = 0;
    now.hasFailed = false;
}

} // namespace

void FailingDisk::failAt(DiskFault fault, std::int64_t after) {
    arm(fault, after, false);
}
void FailingDisk::failOnce(DiskFault fault, std::int64_t after) {
    arm(fault, after, true);
}
void FailingDisk::heal() {
    arm(DiskFault::None, 0, false);
}
std::int64_t FailingDisk::operations() {
    return state().operations;
}
bool FailingDisk::hasFailed() {
    return state().hasFailed;
}
void FailingDisk::watch(const std::string& pathPrefix) {
    state().prefix = pathPrefix;
    state().files.clear();
}
void FailingDisk::unwatch() {
    state().prefix.clear();
    state().files.clear();
}

void FailingDisk::afterPowerCut(const std::string& newPrefix, base::Random& random) {
    for (const auto& [path, file] : state().files) {
        std::string bytes = file.synced;
        for (const Write& write : file.pending) {
            constexpr std::size_t sector = 512;
            const std::uint64_t fate = random.below(3);
            if (fate == 0)
                apply(bytes, write, write.bytes.size());
            else if (fate == 1)
                apply(bytes, write, random.below(write.bytes.size() + 1) / sector * sector);
        }
        std::ofstream out(newPrefix + path.substr(state().prefix.size()), std::ios::binary);
        out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    }
}

} // namespace rapport::test
