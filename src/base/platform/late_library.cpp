// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/late_library.h"

#include "base/format.h"

#include <dlfcn.h>

#include <filesystem>

namespace rapport::base {

Result<void*> lateFunction(const std::string& library, const char* name) {
    namespace fs = std::filesystem;
    // By its whole path: a library of that name elsewhere is not ours.
    std::error_code ignored;
    const fs::path self = fs::read_symlink("/proc/self/exe", ignored);
    const fs::path file = self.parent_path() / RAPPORT_LATE_LIBRARIES / ("librapport_" + library + ".so");
    void* const loaded = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    void* const function = loaded == nullptr ? nullptr : ::dlsym(loaded, name);
    if (function == nullptr) {
        const char* const why = ::dlerror();
        return fail(Errc::Io,
                    said("a part of this program could not be loaded ({})",
                         std::string(why == nullptr ? file.c_str() : why)),
                    "install the program anew");
    }
    return function;
}

} // namespace rapport::base
