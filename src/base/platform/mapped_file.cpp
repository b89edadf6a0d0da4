// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/mapped_file.h"

#include "base/format.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace rapport::base {

namespace {

tl::unexpected<Error> unreadable(const std::string& path, int reason) {
    return fail(Errc::Unreadable, said("cannot read {}: {}", path, std::strerror(reason)));
}

} // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return unreadable(path, errno);
    struct stat status {};
    const bool isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const std::size_t size = isFile ? static_cast<std::size_t>(status.st_size) : 0;
    void* const data = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
    const int reason = isFile ? errno : EISDIR;
    ::close(descriptor);
    if (!isFile || data == MAP_FAILED)
        return unreadable(path, reason);
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<const char*>(data), size));
}

MappedFile::~MappedFile() {
    if (m_size > 0)
        ::munmap(const_cast<char*>(m_data), m_size);
}

} // namespace rapport::base
