// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/platform/file.h"
#include "base/platform/mapped_file.h"
#include "support/catch.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace rapport::base;

namespace {

namespace fs = std::filesystem;

void write(const std::string& path, const std::string& bytes) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << bytes;
}

/// Of files, in bytes.
std::size_t resident() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word && word != "RssFile:") {
    }
    std::size_t kilobytes = 0;
    status >> kilobytes;
    return kilobytes * 1024;
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

TEST_CASE("bytes of a mapped file leave memory and are there again; of others nothing is lost") {
    const auto folder = TemporaryFolder::make();
    REQUIRE(folder);
    const std::string path = folder->path() + "/answers.csv";
    const std::string bytes = std::string(3 << 20, 'a') + "end";
    write(path, bytes);
    const auto file = MappedFile::open(path);
    const auto copy = MappedFile::copyOf(path, folder->path());
    REQUIRE(file);
    REQUIRE(copy);
    letGo(bytes);
    CHECK(std::count(bytes.begin(), bytes.end(), 'a') == 3 << 20);
    for (const std::string_view mapped : {(*file)->bytes(), (*copy)->bytes()}) {
        CHECK(mapped == bytes);
        const std::size_t before = resident();
        letGo(mapped);
        CHECK(resident() + (2U << 20U) < before);
        CHECK(mapped == bytes);
        letGo(mapped.substr(1, 5));
        letGo(mapped.substr(mapped.size()));
        CHECK(mapped == bytes);
    }
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
