// SPDX-License-Identifier: GPL-3.0-or-later
// Files that may not be written, also where the tests run with all rights.
#pragma once

#include <sys/stat.h>
#include <unistd.h>

#include <stdexcept>
#include <string>

namespace rapport::test {

/// While it lives, the process has no more rights than a user who owns none of its files.
class AsNobody {
public:
    AsNobody()
        : m_before(geteuid()) {
        constexpr uid_t nobody = 65534;
        if (m_before == 0 && seteuid(nobody) != 0)
            throw std::runtime_error("cannot become nobody");
    }
    ~AsNobody() {
        if (m_before == 0 && seteuid(m_before) != 0)
            _exit(99);
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    uid_t m_before;
};

inline void setMode(const std::string& path, mode_t mode) {
    if (chmod(path.c_str(), mode) != 0)
        throw std::runtime_error("cannot change the rights of " + path);
}

} // namespace rapport::test
