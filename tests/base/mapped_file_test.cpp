// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/file.h"
#include "base/platform/mapped_file.h"
#include "support/catch.hpp"

#include <filesystem>
#include <fstream>

using namespace rapport::base;

namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

} // namespace

TEST_CASE("a copy of a file stays what it was whatever happens to the file, and leaves nothing behind") {
    const auto folder = TemporaryFolder::make();
    REQUIRE(folder);
    const std::string path = folder->path() + "/answers.csv";
    const std::string bytes = std::string(3 << 20, 'a') + "end";
    write(path, bytes);
    {
        const auto copy = MappedFile::copyOf(path, folder->path());
        REQUIRE(copy);
        write(path, "cut off");
        CHECK((*copy)->bytes() == bytes);
        fs::remove(path);
        CHECK((*copy)->bytes() == bytes);
        CHECK(fs::is_empty(folder->path())); // it has no name
    }
    CHECK(fs::is_empty(folder->path()));
}

TEST_CASE("what cannot be copied says why") {
    const auto folder = TemporaryFolder::make();
    REQUIRE(folder);
    const std::string path = folder->path() + "/answers.csv";
    CHECK(MappedFile::copyOf(path, folder->path()).error().code == Errc::Unreadable);
    CHECK(MappedFile::copyOf(folder->path(), folder->path()).error().code == Errc::Unreadable);
    write(path, "");
    const auto empty = MappedFile::copyOf(path, folder->path());
    REQUIRE(empty);
    CHECK((*empty)->bytes().empty());
    CHECK(MappedFile::copyOf(path, folder->path() + "/nowhere").error().code == Errc::Io);
}
