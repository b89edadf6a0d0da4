// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/mapped_file.h"

#include "base/format.h"
#include "base/platform/descriptor.h"
#include "base/platform/system_reason.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iterator>
#include <map>
#include <mutex>

namespace rapport::base {

namespace {

tl::unexpected<Error> unreadable(const std::string& path, int reason) {
    return fail(Errc::Unreadable, said("cannot read {}: {}", path, systemReason(reason)));
}

/// A file that has no name, or not for longer than this call.
int openNameless(const std::string& folder) {
#ifdef O_TMPFILE
    const int nameless = ::open(folder.c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (nameless >= 0)
        return nameless;
#endif
    std::string name = folder + "/.rapport-XXXXXX";
    const int named = ::mkostemp(name.data(), O_CLOEXEC);
    if (named >= 0)
        ::unlink(name.c_str());
    return named;
}

/// What lies where, for letGo(): pages that are no file's would lose what is in them.
struct Mapped {
    std::mutex mutex;
    std::map<const char*, std::size_t> sizes;
};

Mapped& mapped() {
    static auto& all = *new Mapped; // until the end: caches may go after it
    return all;
}

/// Where reading or writing fails, errno says why.
enum class Copied { Whole, NotRead, NotWritten };

Copied copyAll(int from, int into) {
    std::vector<char> block(1U << 20U);
    while (true) {
        const ssize_t got = ::read(from, block.data(), block.size());
        if (got == 0)
            return Copied::Whole;
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return Copied::NotRead;
        for (ssize_t done = 0; done < got;) {
            const ssize_t put = ::write(into, block.data() + done, static_cast<std::size_t>(got - done));
            if (put < 0 && errno != EINTR)
                return Copied::NotWritten;
            done += std::max<ssize_t>(put, 0);
        }
    }
}

} // namespace

Result<std::shared_ptr<const MappedFile>> MappedFile::map(int descriptor, const std::string& path) {
    struct stat status {};
    const bool isFile = ::fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
    const std::size_t size = isFile ? static_cast<std::size_t>(status.st_size) : 0;
    void* const data = size > 0 ? ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0) : nullptr;
    if (!isFile || data == MAP_FAILED)
        return unreadable(path, isFile ? errno : EISDIR);
    if (size > 0) {
        const std::lock_guard lock(mapped().mutex);
        mapped().sizes.emplace(static_cast<const char*>(data), size);
    }
    return std::shared_ptr<const MappedFile>(new MappedFile(static_cast<const char*>(data), size));
}

Result<std::shared_ptr<const MappedFile>> MappedFile::open(const std::string& path) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return unreadable(path, errno);
    return map(file.number(), path);
}

Result<std::shared_ptr<const MappedFile>> MappedFile::copyOf(const std::string& path,
                                                             const std::string& folder) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!file.isOpen())
        return unreadable(path, errno);
    const Descriptor copy(openNameless(folder));
    if (!copy.isOpen())
        return fail(Errc::Io, said("cannot write in {}: {}", folder, systemReason(errno)));
    switch (copyAll(file.number(), copy.number())) {
    case Copied::NotRead:
        return unreadable(path, errno);
    case Copied::NotWritten:
        return fail(errno == ENOSPC || errno == EDQUOT ? Errc::DiskFull : Errc::Io,
                    said("cannot write in {}: {}", folder, systemReason(errno)));
    case Copied::Whole:
        break;
    }
    return map(copy.number(), path);
}

MappedFile::~MappedFile() {
    if (m_size == 0)
        return;
    const std::lock_guard lock(mapped().mutex);
    mapped().sizes.erase(m_data);
    ::munmap(const_cast<char*>(m_data), m_size);
}

void letGo(std::string_view bytes) {
    const std::lock_guard lock(mapped().mutex);
    const auto behind = mapped().sizes.upper_bound(bytes.data());
    if (behind == mapped().sizes.begin())
        return;
    const auto& [data, size] = *std::prev(behind);
    const auto at = static_cast<std::size_t>(bytes.data() - data);
    if (at >= size)
        return;
    const std::size_t begin = at - at % static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
    const std::size_t end = at + std::min(bytes.size(), size - at);
    ::madvise(const_cast<char*>(data) + begin, end - begin, MADV_DONTNEED);
}

} // namespace rapport::base
