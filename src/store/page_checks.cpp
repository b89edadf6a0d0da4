// SPDX-License-Identifier: GPL-3.0-or-later
// SOURCE: SQLite, "The SQLite OS Interface or VFS"; "Database File Format", sections 1.3.3 (page size)
// and 1.3.5 (reserved bytes). The idea is that of SQLite's checksum VFS shim.
#include "store/page_checks.h"

#include <sqlite3.h>

#include <array>
#include <cstdint>
#include <cstring>
#include <new>

namespace rapport::store {

namespace {

constexpr sqlite3_int64 smallestPage = 512;

/// Two sums over the page's words, of which the second depends on their order; begun with the page's place,
/// so that a page which was written elsewhere is found, too.
std::array<unsigned char, pageCheckBytes> checkOf(const unsigned char* page, std::size_t size,
                                                  sqlite3_int64 offset) {
    auto first = static_cast<std::uint32_t>(offset / smallestPage + 1);
    std::uint32_t second = 0;
    for (std::size_t at = 0; at + 8 <= size - pageCheckBytes; at += 8) {
        std::uint32_t words[2];
        std::memcpy(words, page + at, sizeof words);
        first += words[0] + second;
        second += words[1] + first;
    }
    std::array<unsigned char, pageCheckBytes> check{};
    std::memcpy(check.data(), &first, 4);
    std::memcpy(check.data() + 4, &second, 4);
    return check;
}

/// The bytes that locks are laid on. SQLite leaves their page out: it is a gap that the file system fills.
/// Every other page is written before it is read, also one that becomes free (`secure_delete` is on).
/// SOURCE: SQLite, "Database File Format", section 1.5 (the lock-byte page)
constexpr sqlite3_int64 lockBytes = 0x40000000;

bool isWhole(const unsigned char* page, std::size_t size, sqlite3_int64 offset) {
    const auto check = checkOf(page, size, offset);
    return std::memcmp(page + size - pageCheckBytes, check.data(), pageCheckBytes) == 0 ||
           offset == lockBytes;
}

sqlite3_int64 pageSizeOf(const unsigned char* header) {
    const sqlite3_int64 size = header[16] * 256 + header[17];
    return size == 1 ? 65536 : size;
}

/// What SQLite sees as a file. Behind it in memory is the one of the layer below.
struct CheckedFile {
    sqlite3_file base;
    sqlite3_int64 pageSize; ///< 0: pages carry no checks, or it is not known yet
    bool isNew;             ///< was empty when it was opened: nothing in it is anybody else's
};

sqlite3_file* below(sqlite3_file* file) {
    return reinterpret_cast<sqlite3_file*>(reinterpret_cast<CheckedFile*>(file) + 1);
}

void learn(sqlite3_file* file, const unsigned char* header) {
    reinterpret_cast<CheckedFile*>(file)->pageSize = header[20] == pageCheckBytes ? pageSizeOf(header) : 0;
}

int closeFile(sqlite3_file* file) {
    return below(file)->pMethods->xClose(below(file));
}

constexpr int headerSize = 100;

int readFile(sqlite3_file* file, void* into, int amount, sqlite3_int64 offset) {
    const int result = below(file)->pMethods->xRead(below(file), into, amount, offset);
    if (result != SQLITE_OK)
        return result;
    const auto* bytes = static_cast<const unsigned char*>(into);
    if (offset == 0 && amount >= headerSize)
        learn(file, bytes);
    const sqlite3_int64 page = reinterpret_cast<CheckedFile*>(file)->pageSize;
    if (page == 0 || amount != page || offset % page != 0)
        return result;
    return isWhole(bytes, static_cast<std::size_t>(amount), offset) ? result : SQLITE_IOERR_DATA;
}

/// What a full cache wrote to a new file before its first page said that pages carry checks.
int checkEarlierPages(sqlite3_file* file) {
    const sqlite3_int64 page = reinterpret_cast<CheckedFile*>(file)->pageSize;
    sqlite3_int64 size = 0;
    int result = below(file)->pMethods->xFileSize(below(file), &size);
    std::array<unsigned char, 65536> bytes; // pages are 65536 bytes at most
    for (sqlite3_int64 offset = page; result == SQLITE_OK && offset + page <= size; offset += page) {
        result = below(file)->pMethods->xRead(below(file), bytes.data(), static_cast<int>(page), offset);
        if (result != SQLITE_OK)
            break;
        const auto check = checkOf(bytes.data(), static_cast<std::size_t>(page), offset);
        result = below(file)->pMethods->xWrite(below(file), check.data(), pageCheckBytes,
                                               offset + page - static_cast<sqlite3_int64>(pageCheckBytes));
    }
    return result;
}

int writeFile(sqlite3_file* file, const void* from, int amount, sqlite3_int64 offset) {
    const auto* bytes = static_cast<const unsigned char*>(from);
    if (offset == 0 && amount >= headerSize) {
        auto* const checked = reinterpret_cast<CheckedFile*>(file);
        const bool wasKnown = checked->pageSize != 0;
        learn(file, bytes);
        if (!wasKnown && checked->pageSize != 0 && checked->isNew)
            if (const int result = checkEarlierPages(file); result != SQLITE_OK)
                return result;
    }
    const sqlite3_int64 page = reinterpret_cast<CheckedFile*>(file)->pageSize;
    if (page == 0 || amount != page || offset % page != 0)
        return below(file)->pMethods->xWrite(below(file), from, amount, offset);
    const auto size = static_cast<std::size_t>(amount);
    std::array<unsigned char, 65536> copy; // pages are 65536 bytes at most
    std::memcpy(copy.data(), bytes, size - pageCheckBytes);
    const auto check = checkOf(bytes, size, offset);
    std::memcpy(copy.data() + size - pageCheckBytes, check.data(), pageCheckBytes);
    return below(file)->pMethods->xWrite(below(file), copy.data(), amount, offset);
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size) {
    return below(file)->pMethods->xTruncate(below(file), size);
}
int syncFile(sqlite3_file* file, int flags) {
    return below(file)->pMethods->xSync(below(file), flags);
}
int fileSize(sqlite3_file* file, sqlite3_int64* size) {
    return below(file)->pMethods->xFileSize(below(file), size);
}
int lockFile(sqlite3_file* file, int lock) {
    return below(file)->pMethods->xLock(below(file), lock);
}
int unlockFile(sqlite3_file* file, int lock) {
    return below(file)->pMethods->xUnlock(below(file), lock);
}
int checkReservedLock(sqlite3_file* file, int* result) {
    return below(file)->pMethods->xCheckReservedLock(below(file), result);
}
int controlFile(sqlite3_file* file, int operation, void* argument) {
    return below(file)->pMethods->xFileControl(below(file), operation, argument);
}
int sectorSize(sqlite3_file* file) {
    return below(file)->pMethods->xSectorSize(below(file));
}
int deviceCharacteristics(sqlite3_file* file) {
    return below(file)->pMethods->xDeviceCharacteristics(below(file));
}
int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** memory) {
    return below(file)->pMethods->xShmMap(below(file), region, size, extend, memory);
}
int lockShared(sqlite3_file* file, int offset, int count, int flags) {
    return below(file)->pMethods->xShmLock(below(file), offset, count, flags);
}
void barrierShared(sqlite3_file* file) {
    below(file)->pMethods->xShmBarrier(below(file));
}
int unmapShared(sqlite3_file* file, int isDeleted) {
    return below(file)->pMethods->xShmUnmap(below(file), isDeleted);
}

// Version 2: shared memory, but no mapping of the file, which would read past the checks.
const sqlite3_io_methods checkedMethods{2,
                                        closeFile,
                                        readFile,
                                        writeFile,
                                        truncateFile,
                                        syncFile,
                                        fileSize,
                                        lockFile,
                                        unlockFile,
                                        checkReservedLock,
                                        controlFile,
                                        sectorSize,
                                        deviceCharacteristics,
                                        mapShared,
                                        lockShared,
                                        barrierShared,
                                        unmapShared,
                                        nullptr,
                                        nullptr};

sqlite3_vfs* under = nullptr;

int openFile(sqlite3_vfs*, sqlite3_filename name, sqlite3_file* file, int flags, int* outFlags) {
    // Logs and temporary files: as they are. SQLite guards its logs by itself.
    if ((flags & SQLITE_OPEN_MAIN_DB) == 0)
        return under->xOpen(under, name, file, flags, outFlags);
    auto* const checked = new (file) CheckedFile{};
    const int result = under->xOpen(under, name, below(file), flags, outFlags);
    if (result == SQLITE_OK) {
        sqlite3_int64 size = 0;
        checked->isNew = below(file)->pMethods->xFileSize(below(file), &size) == SQLITE_OK && size == 0;
        checked->base.pMethods = &checkedMethods;
    }
    return result;
}

sqlite3_vfs* makeLayer() {
    static sqlite3_vfs layer{};
    // Nobody asks SQLite how much memory it uses, and counting takes a lock that all threads share. Refused
    // where somebody has begun with SQLite already: then it counts.
    static_cast<void>(sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0));
    sqlite3_initialize();
    under = sqlite3_vfs_find(nullptr);
    layer = *under;
    layer.pNext = nullptr;
    layer.zName = "rapport-checked";
    layer.szOsFile = under->szOsFile + static_cast<int>(sizeof(CheckedFile));
    // Everything else is asked of the layer below, with its own address.
    layer.xOpen = openFile;
    layer.xDelete = [](sqlite3_vfs*, const char* name, int sync) {
        return under->xDelete(under, name, sync);
    };
    layer.xAccess = [](sqlite3_vfs*, const char* name, int flags, int* result) {
        return under->xAccess(under, name, flags, result);
    };
    layer.xFullPathname = [](sqlite3_vfs*, const char* name, int size, char* out) {
        return under->xFullPathname(under, name, size, out);
    };
    layer.xRandomness = [](sqlite3_vfs*, int size, char* out) {
        return under->xRandomness(under, size, out);
    };
    layer.xSleep = [](sqlite3_vfs*, int microseconds) { return under->xSleep(under, microseconds); };
    layer.xCurrentTime = [](sqlite3_vfs*, double* now) { return under->xCurrentTime(under, now); };
    layer.xGetLastError = [](sqlite3_vfs*, int size, char* out) {
        return under->xGetLastError(under, size, out);
    };
    layer.xCurrentTimeInt64 = [](sqlite3_vfs*, sqlite3_int64* now) {
        return under->xCurrentTimeInt64(under, now);
    };
    sqlite3_vfs_register(&layer, 0);
    return &layer;
}

} // namespace

const char* checkedVfs() {
    static const sqlite3_vfs* const layer = makeLayer();
    return layer->zName;
}

} // namespace rapport::store
