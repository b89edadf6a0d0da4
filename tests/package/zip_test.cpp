// SPDX-License-Identifier: GPL-3.0-or-later
#include "package/zip.h"
#include "support/catch.hpp"
#include "support/zip_writer.h"

#include <zip.h>

#include <cstdio>

using namespace rapport;
using package::ZipArchive;

TEST_CASE("files of an archive are listed and read") {
    const std::string zip = test::zipOf({{"a.txt", "words"}, {"folder/B.xml", std::string(200'000, 'x')}});
    const auto archive = ZipArchive::open(zip, "f.zip");
    REQUIRE(archive);
    REQUIRE(archive->entries().size() == 2);
    CHECK(archive->entries()[0].name == "a.txt");
    CHECK(archive->entries()[1].size == 200'000);
    CHECK(archive->read("a.txt").value() == "words");
    CHECK(archive->read("folder/b.XML").value().size() == 200'000);
    CHECK(archive->find("folder") == nullptr);
    CHECK(archive->read("nothing").error().code == base::Errc::Unreadable);
    CHECK_THAT(archive->read("folder/B.xml", 1000).error().message, Catch::Contains("larger"));
    std::size_t pieces = 0;
    CHECK(archive->stream("folder/B.xml", [&](std::string_view piece) -> base::Result<bool> {
        CHECK(piece.size() <= 65536);
        return ++pieces < 2;
    }));
    CHECK(pieces == 2);
}

TEST_CASE("names that leave the folder are refused before anything is read") {
    for (const char* name : {"../x", "a/../../x", "/etc/x", "..\\x", "C:\\x", "a/.."}) {
        CAPTURE(name);
        const std::string zip = test::zipOf({{"word/document.xml", "<a/>"}, {name, "x"}});
        const auto archive = ZipArchive::open(zip, "f.docx");
        REQUIRE_FALSE(archive);
        CHECK(archive.error().code == base::Errc::Unreadable);
        CHECK_THAT(archive.error().message, Catch::Contains("outside"));
    }
    CHECK(ZipArchive::open(test::zipOf({{"a..b/..c", "x"}}), "f"));
}

TEST_CASE("every truncation of an archive is an error, never a crash") {
    const std::string zip = test::zipOf({{"a.txt", "words and words"}, {"b.txt", "more"}});
    for (std::size_t size = 0; size < zip.size(); ++size) {
        const auto archive = ZipArchive::open(std::string_view(zip).substr(0, size), "f.zip");
        if (archive)
            CHECK_FALSE(archive->read("b.txt"));
        else
            CHECK(archive.error().code == base::Errc::Unreadable);
    }
}

TEST_CASE("a damaged byte is noticed or harmless") {
    const std::string zip = test::zipOf({{"a.txt", "words and words"}});
    for (std::size_t at = 0; at < zip.size(); ++at) {
        std::string damaged = zip;
        damaged[at] = static_cast<char>(damaged[at] ^ 0x55);
        const auto archive = ZipArchive::open(damaged, "f.zip");
        if (!archive)
            continue;
        const auto read = archive->read("a.txt");
        if (read)
            CHECK(*read == "words and words");
    }
}

namespace {

/// One file of zeros, packed.
std::string bomb(std::size_t size) {
    const std::string zeros(size, '\0');
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    REQUIRE(target != nullptr);
    zip_source_keep(target);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    REQUIRE(archive != nullptr);
    zip_source_t* source = zip_source_buffer(archive, zeros.data(), zeros.size(), 0);
    REQUIRE(zip_file_add(archive, "content.xml", source, 0) >= 0);
    REQUIRE(zip_close(archive) == 0);
    REQUIRE(zip_source_open(target) == 0);
    REQUIRE(zip_source_seek(target, 0, SEEK_END) == 0);
    const zip_int64_t length = zip_source_tell(target);
    REQUIRE(zip_source_seek(target, 0, SEEK_SET) == 0);
    std::string bytes(static_cast<std::size_t>(length), '\0');
    REQUIRE(zip_source_read(target, bytes.data(), bytes.size()) == length);
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

} // namespace

TEST_CASE("what unfolds without end is refused") {
    const std::string zip = bomb(80U << 20U);
    CHECK(zip.size() < 200'000);
    const auto archive = ZipArchive::open(zip, "f.zip");
    REQUIRE(archive);
    std::uint64_t seen = 0;
    const auto done = archive->stream("content.xml", [&](std::string_view piece) -> base::Result<bool> {
        seen += piece.size();
        return true;
    });
    REQUIRE_FALSE(done);
    CHECK_THAT(done.error().message, Catch::Contains("unfolds"));
    CHECK(seen <= package::bombSize);
    CHECK_THAT(archive->read("content.xml", 1U << 20U).error().message, Catch::Contains("larger than 1 MB"));
    const std::string honest = bomb(1U << 20U);
    CHECK(ZipArchive::open(honest, "f")->read("content.xml").value().size() == 1U << 20U);
}
