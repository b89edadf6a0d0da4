// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/zip_writer.h"

#include "base/format.h"

#include <zip.h>

#include <set>

namespace rapport::package {

namespace {

using base::Errc;

tl::unexpected<base::Error> failed(const char* what) {
    return base::fail(Errc::Io, fmt::format("the ZIP file could not be made: {}", what));
}

} // namespace

base::Result<std::string> writeZip(std::vector<ZipFile> files) {
    std::set<std::string> names;
    for (const ZipFile& file : files) {
        if (file.name.empty() || !names.insert(file.name).second)
            return base::fail(Errc::InvalidArgument,
                              fmt::format("'{}' would be in the ZIP file twice", file.name));
    }
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    if (target == nullptr)
        return failed(zip_error_strerror(&error));
    // Kept beyond zip_close(), to read the bytes from.
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (archive == nullptr) {
        const auto result = failed(zip_error_strerror(&error));
        zip_source_free(target);
        zip_source_free(target);
        return result;
    }
    for (const ZipFile& file : files) {
        zip_source_t* source = zip_source_buffer(archive, file.bytes.data(), file.bytes.size(), 0);
        const zip_int64_t index =
            source == nullptr ? -1 : zip_file_add(archive, file.name.c_str(), source, ZIP_FL_ENC_UTF_8);
        if (index < 0) {
            const auto result = failed(zip_strerror(archive));
            if (source != nullptr)
                zip_source_free(source);
            zip_discard(archive);
            zip_source_free(target);
            return result;
        }
        const auto place = static_cast<zip_uint64_t>(index);
        constexpr zip_uint16_t firstDay = (1U << 5U) | 1U; // 1 January 1980
        zip_file_set_dostime(archive, place, 0, firstDay, 0);
        zip_set_file_compression(archive, place,
                                 file.packing == Packing::Stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 0);
    }
    if (zip_close(archive) != 0) {
        const auto result = failed(zip_strerror(archive));
        zip_discard(archive);
        zip_source_free(target);
        return result;
    }
    files = {};
    std::string bytes;
    zip_stat_t status;
    zip_stat_init(&status);
    bool isRead = zip_source_stat(target, &status) == 0 && zip_source_open(target) == 0;
    if (isRead) {
        bytes.resize(static_cast<std::size_t>(status.size));
        isRead =
            zip_source_read(target, bytes.data(), bytes.size()) == static_cast<zip_int64_t>(bytes.size());
        zip_source_close(target);
    }
    zip_source_free(target);
    if (!isRead)
        return failed("its bytes could not be read back");
    return bytes;
}

} // namespace rapport::package
