// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a ZIP container: every file in it is read or refused, within bounds.
#include "package/xml_tree.h"
#include "package/zip.h"

#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto archive = package::ZipArchive::open(bytes, "fuzz")) {
        for (const package::ZipEntry& entry : archive->entries()) {
            const auto content = archive->read(entry.name, 1U << 20U);
            if (content && content->size() > (1U << 20U))
                std::abort();
        }
    }
    (void)package::readXmlTree(bytes, "fuzz");
    return 0;
}
