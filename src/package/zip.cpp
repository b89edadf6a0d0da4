// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/zip.h"

#include "base/format.h"
#include "base/platform/mapped_file.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace rapport::package {

namespace {

using base::Errc;
using base::Place;

struct ArchiveCloser {
    void operator()(zip_t* archive) const { zip_discard(archive); }
};
struct FileCloser {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& letter : small) {
        if (letter >= 'A' && letter <= 'Z')
            letter = static_cast<char>(letter - 'A' + 'a');
    }
    return small;
}

/// Names that would be written elsewhere than below a chosen folder.
bool leavesFolder(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.front() == '\\')
        return true;
    if (name.size() >= 2 && name[1] == ':')
        return true;
    for (std::size_t begin = 0; begin <= name.size();) {
        const std::size_t end = std::min(name.find_first_of("/\\", begin), name.size());
        if (name.substr(begin, end - begin) == "..")
            return true;
        begin = end + 1;
    }
    return false;
}

tl::unexpected<base::Error> unreadable(const std::string& fileName, base::Phrase message,
                                       base::Phrase hint = {}) {
    return base::fail(Errc::Unreadable, Place{fileName, 0, 0, {}}, std::move(message), std::move(hint));
}

constexpr const char* getAgain = "get the file again from whoever sent it";

} // namespace

struct ZipArchive::Impl {
    std::string_view bytes;
    std::uint64_t sinceLetGo = 0; ///< bytes unpacked
    std::string fileName;
    std::unique_ptr<zip_t, ArchiveCloser> archive;
    std::vector<ZipEntry> entries;
    std::unordered_map<std::string, std::size_t> places;
    std::unordered_map<std::string, std::size_t> lowerPlaces;
};

ZipArchive::ZipArchive(std::unique_ptr<Impl> impl)
    : m_impl(std::move(impl)) {
}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

base::Result<ZipArchive> ZipArchive::open(std::string_view bytes, const std::string& fileName) {
    if (!looksLikeZip(bytes))
        return unreadable(fileName, "is no ZIP container, which files of this kind are", getAgain);
    auto impl = std::make_unique<Impl>();
    impl->bytes = bytes;
    impl->fileName = fileName;
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    if (source == nullptr)
        return base::fail(Errc::Io, "no memory for a ZIP container");
    impl->archive.reset(zip_open_from_source(source, ZIP_RDONLY, &error));
    if (!impl->archive) {
        zip_source_free(source);
        zip_error_fini(&error);
        return unreadable(fileName, "is a ZIP container whose end is missing or damaged", getAgain);
    }
    const zip_int64_t count = zip_get_num_entries(impl->archive.get(), 0);
    if (count > static_cast<zip_int64_t>(mostEntries))
        return unreadable(fileName,
                          base::said("holds {} files; at most {} are looked at", count, mostEntries));
    for (zip_int64_t index = 0; index < count; ++index) {
        zip_stat_t stat;
        zip_stat_init(&stat);
        if (zip_stat_index(impl->archive.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0)
            return unreadable(fileName, "is a ZIP container with a damaged list of files", getAgain);
        ZipEntry entry;
        entry.name = (stat.valid & ZIP_STAT_NAME) != 0 ? stat.name : "";
        entry.size = (stat.valid & ZIP_STAT_SIZE) != 0 ? stat.size : 0;
        entry.packedSize = (stat.valid & ZIP_STAT_COMP_SIZE) != 0 ? stat.comp_size : 0;
        entry.isEncrypted =
            (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && stat.encryption_method != ZIP_EM_NONE;
        if (leavesFolder(entry.name))
            return unreadable(
                fileName,
                base::said("holds a file named '{}', which points outside of it", entry.name.substr(0, 80)),
                "such a name is no accident: do not unpack it with other programs either");
        impl->places.try_emplace(entry.name, impl->entries.size());
        impl->lowerPlaces.try_emplace(lower(entry.name), impl->entries.size());
        impl->entries.push_back(std::move(entry));
    }
    zip_error_fini(&error);
    return ZipArchive(std::move(impl));
}

const std::vector<ZipEntry>& ZipArchive::entries() const {
    return m_impl->entries;
}

const ZipEntry* ZipArchive::find(std::string_view name) const {
    if (const auto exact = m_impl->places.find(std::string(name)); exact != m_impl->places.end())
        return &m_impl->entries[exact->second];
    const auto near = m_impl->lowerPlaces.find(lower(name));
    return near == m_impl->lowerPlaces.end() ? nullptr : &m_impl->entries[near->second];
}

base::Result<std::string> ZipArchive::read(std::string_view name, std::uint64_t limit) const {
    std::string whole;
    const auto done = stream(
        name,
        [&whole](std::string_view piece) -> base::Result<bool> {
            whole += piece;
            return true;
        },
        limit);
    if (!done)
        return base::fail(done);
    return whole;
}

base::Status ZipArchive::stream(std::string_view name,
                                const std::function<base::Result<bool>(std::string_view piece)>& take,
                                std::uint64_t limit) const {
    const ZipEntry* entry = find(name);
    if (entry == nullptr)
        return unreadable(m_impl->fileName, base::said("holds no part '{}'", name), getAgain);
    if (entry->isEncrypted)
        return unreadable(m_impl->fileName, "is protected with a password",
                          "open it in the program that made it and save it without one");
    const auto index = static_cast<zip_uint64_t>(entry - m_impl->entries.data());
    const std::unique_ptr<zip_file_t, FileCloser> file(zip_fopen_index(m_impl->archive.get(), index, 0));
    if (!file)
        return unreadable(
            m_impl->fileName,
            base::said("'{}' in it cannot be unpacked: {}", entry->name, zip_strerror(m_impl->archive.get())),
            getAgain);
    std::array<char, 65536> buffer;
    std::uint64_t total = 0;
    while (true) {
        const zip_int64_t got = zip_fread(file.get(), buffer.data(), buffer.size());
        if (got < 0)
            return unreadable(m_impl->fileName, base::said("'{}' in it is damaged", entry->name), getAgain);
        if (got == 0)
            return {};
        total += static_cast<std::uint64_t>(got);
        constexpr std::uint64_t much = 16U << 20U;
        if ((m_impl->sinceLetGo += static_cast<std::uint64_t>(got)) > much) {
            base::letGo(m_impl->bytes);
            m_impl->sinceLetGo = 0;
        }
        if (total > limit)
            return unreadable(m_impl->fileName,
                              base::said("'{}' in it is larger than {} MB, the most that is read",
                                         entry->name, limit >> 20U));
        if (total > bombSize && total / bombRatio > std::max<std::uint64_t>(entry->packedSize, 1))
            return unreadable(m_impl->fileName,
                              base::said("'{}' in it unfolds more than {}-fold, as no honest file does",
                                         entry->name, bombRatio));
        RAPPORT_ASSIGN(const bool isMore,
                       take(std::string_view(buffer.data(), static_cast<std::size_t>(got))));
        if (!isMore)
            return {};
    }
}

bool looksLikeZip(std::string_view bytes) {
    return bytes.substr(0, 4) == std::string_view("PK\x03\x04", 4) ||
           bytes.substr(0, 4) == std::string_view("PK\x05\x06", 4);
}

} // namespace rapport::package
