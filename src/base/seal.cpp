// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/seal.h"

#include "base/format.h"
#include "base/platform/file.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <vector>

namespace rapport::base {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view magic = "rapport sealed 1\n";
static_assert(magic.size() == sealedHeadSize);
constexpr std::size_t saltSize = crypto_pwhash_SALTBYTES;
constexpr std::size_t checkSize = 16;
constexpr std::size_t streamHeaderSize = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t tagSize = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t blockSize = 1 << 16;
// magic, operations, bytes, salt, check of the key, header of the stream
constexpr std::size_t headSize = magic.size() + 8 + 8 + saltSize + checkSize + streamHeaderSize;
// A head that was tampered with may not make this program work or allocate for ever.
constexpr std::uint64_t mostOperations = 20;
constexpr std::uint64_t mostBytes = 1ULL << 30;

using Bytes = std::vector<unsigned char>;

void putNumber(Bytes& into, std::uint64_t number) {
    for (int shift = 0; shift < 64; shift += 8)
        into.push_back(static_cast<unsigned char>((number >> shift) & 0xff));
}

std::uint64_t numberAt(const Bytes& from, std::size_t place) {
    std::uint64_t number = 0;
    for (std::size_t byte = 8; byte > 0; --byte)
        number = number << 8 | from[place + byte - 1];
    return number;
}

/// The stream's key and what shows that it is the right one, both from the passphrase; wiped when it goes.
struct Keys {
    std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES> stream{};
    std::array<unsigned char, checkSize> check{};
    ~Keys() { sodium_memzero(this, sizeof *this); }
};

Status derive(Keys& keys, const std::string& passphrase, const unsigned char* salt, const SealCost& cost) {
    std::array<unsigned char, sizeof keys.stream + checkSize> both{};
    if (sodium_init() < 0 ||
        crypto_pwhash(both.data(), both.size(), passphrase.data(), passphrase.size(), salt, cost.operations,
                      static_cast<std::size_t>(cost.bytes), crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(Errc::Io, "there is not enough memory to work out the key");
    std::copy_n(both.begin(), keys.stream.size(), keys.stream.begin());
    std::copy_n(both.begin() + keys.stream.size(), checkSize, keys.check.begin());
    sodium_memzero(both.data(), both.size());
    return {};
}

/// An empty file that was not there, for the user alone.
bool makeFile(const std::string& path) {
    std::FILE* file = std::fopen(path.c_str(), "wbx");
    if (file == nullptr)
        return false;
    std::fclose(file);
    std::error_code ignored;
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write, ignored);
    return true;
}

/// A new file on its way: its name is taken with an empty file, so that nobody else's is ever replaced; what
/// is written goes beside, and into its place by keep().
class Output {
public:
    explicit Output(const std::string& path)
        : m_path(path)
        , m_beside(fmt::format("{}.{:08x}.part", path, randombytes_random())) {}
    ~Output() {
        m_out.close();
        std::error_code ignored;
        if (m_isBegun && !m_isKept) {
            fs::remove(m_beside, ignored);
            fs::remove(m_path, ignored);
        }
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    [[nodiscard]] Status begin() {
        RAPPORT_TRY(refuseExisting(m_path));
        if (!makeFile(m_path))
            return cannotWrite();
        m_isBegun = true;
        if (!makeFile(m_beside))
            return cannotWrite();
        m_out.open(m_beside, std::ios::binary | std::ios::trunc);
        return {};
    }

    void write(const unsigned char* bytes, std::size_t size) {
        m_out.write(reinterpret_cast<const char*>(bytes), static_cast<std::streamsize>(size));
    }
    [[nodiscard]] Status keep() {
        m_out.close();
        std::error_code failed;
        if (m_out)
            fs::rename(m_beside, m_path, failed);
        if (!m_out || failed)
            return cannotWrite();
        m_isKept = true;
        return {};
    }

private:
    [[nodiscard]] tl::unexpected<Error> cannotWrite() const {
        return fail(Errc::Io, Place{m_path, 0, 0, {}}, "cannot be written",
                    "check that the folder exists, that you may write there, and that there is room");
    }

    std::string m_path;
    std::string m_beside;
    std::ofstream m_out;
    bool m_isBegun = false;
    bool m_isKept = false;
};

tl::unexpected<Error> changed(const std::string& path) {
    return fail(Errc::Unreadable, Place{path, 0, 0, {}}, "is cut off or was changed on its way",
                "ask for it to be sent again");
}

} // namespace

namespace {

Status sealStream(std::istream& in, const std::string& inPath, const std::string& outPath,
                  const std::string& passphrase, const SealCost& cost) {
    if (passphrase.empty())
        return fail(Errc::InvalidArgument, "an empty passphrase seals nothing");
    if (!in)
        return fail(Errc::Unreadable, Place{inPath, 0, 0, {}}, "cannot be opened");
    if (sodium_init() < 0)
        return fail(Errc::Io, "the sealing library does not start");
    Bytes head(magic.begin(), magic.end());
    putNumber(head, cost.operations);
    putNumber(head, cost.bytes);
    std::array<unsigned char, saltSize> salt{};
    randombytes_buf(salt.data(), salt.size());
    head.insert(head.end(), salt.begin(), salt.end());
    Keys keys;
    RAPPORT_TRY(derive(keys, passphrase, salt.data(), cost));
    head.insert(head.end(), keys.check.begin(), keys.check.end());
    crypto_secretstream_xchacha20poly1305_state stream{};
    std::array<unsigned char, streamHeaderSize> streamHead{};
    crypto_secretstream_xchacha20poly1305_init_push(&stream, streamHead.data(), keys.stream.data());
    head.insert(head.end(), streamHead.begin(), streamHead.end());
    Output out(outPath);
    RAPPORT_TRY(out.begin());
    out.write(head.data(), head.size());
    Bytes plain(blockSize);
    Bytes sealed(blockSize + tagSize);
    bool isLast = false;
    for (bool isFirst = true; !isLast; isFirst = false) {
        in.read(reinterpret_cast<char*>(plain.data()), static_cast<std::streamsize>(plain.size()));
        const auto size = static_cast<std::size_t>(in.gcount());
        isLast = in.peek() == std::ifstream::traits_type::eof();
        if (in.bad())
            return fail(Errc::Unreadable, Place{inPath, 0, 0, {}}, "cannot be read");
        // The head is authenticated with the first block.
        crypto_secretstream_xchacha20poly1305_push(&stream, sealed.data(), nullptr, plain.data(), size,
                                                   isFirst ? head.data() : nullptr, isFirst ? head.size() : 0,
                                                   isLast
                                                       ? crypto_secretstream_xchacha20poly1305_TAG_FINAL
                                                       : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
        out.write(sealed.data(), size + tagSize);
    }
    return out.keep();
}

} // namespace

bool beginsSealed(std::string_view head) {
    return head.starts_with(magic);
}

Status seal(const std::string& inPath, const std::string& outPath, const std::string& passphrase,
            const SealCost& cost) {
    if (passphrase.empty())
        return fail(Errc::InvalidArgument, "an empty passphrase seals nothing");
    std::ifstream in(inPath, std::ios::binary);
    return sealStream(in, inPath, outPath, passphrase, cost);
}

Status sealBytes(std::string_view bytes, const std::string& outPath, const std::string& passphrase,
                 const SealCost& cost) {
    std::istringstream in{std::string(bytes)};
    return sealStream(in, outPath, outPath, passphrase, cost);
}

Status unseal(const std::string& inPath, const std::string& outPath, const std::string& passphrase) {
    std::ifstream in(inPath, std::ios::binary);
    if (!in)
        return fail(Errc::Unreadable, Place{inPath, 0, 0, {}}, "cannot be opened",
                    "check the name and the folder");
    Bytes head(headSize);
    in.read(reinterpret_cast<char*>(head.data()), static_cast<std::streamsize>(head.size()));
    if (static_cast<std::size_t>(in.gcount()) < magic.size() ||
        std::memcmp(head.data(), magic.data(), magic.size()) != 0)
        return fail(Errc::Unreadable, Place{inPath, 0, 0, {}}, "is not a sealed file");
    if (static_cast<std::size_t>(in.gcount()) < headSize)
        return changed(inPath);
    const SealCost cost{numberAt(head, magic.size()), numberAt(head, magic.size() + 8)};
    if (cost.operations < crypto_pwhash_argon2id_OPSLIMIT_MIN || cost.operations > mostOperations ||
        cost.bytes < crypto_pwhash_argon2id_MEMLIMIT_MIN || cost.bytes > mostBytes)
        return changed(inPath);
    const unsigned char* salt = head.data() + magic.size() + 16;
    Keys keys;
    RAPPORT_TRY(derive(keys, passphrase, salt, cost));
    if (sodium_memcmp(keys.check.data(), salt + saltSize, checkSize) != 0)
        return fail(Errc::Refused, Place{inPath, 0, 0, {}},
                    "the passphrase does not open it, or its first bytes were changed",
                    "check the passphrase with whoever sealed it");
    crypto_secretstream_xchacha20poly1305_state stream{};
    if (crypto_secretstream_xchacha20poly1305_init_pull(&stream, salt + saltSize + checkSize,
                                                        keys.stream.data()) != 0)
        return changed(inPath);
    Output out(outPath);
    RAPPORT_TRY(out.begin());
    Bytes sealed(blockSize + tagSize);
    Bytes plain(blockSize);
    unsigned char tag = 0;
    for (bool isFirst = true; tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL; isFirst = false) {
        in.read(reinterpret_cast<char*>(sealed.data()), static_cast<std::streamsize>(sealed.size()));
        const auto size = static_cast<std::size_t>(in.gcount());
        unsigned long long opened = 0;
        if (size < tagSize || crypto_secretstream_xchacha20poly1305_pull(
                                  &stream, plain.data(), &opened, &tag, sealed.data(), size,
                                  isFirst ? head.data() : nullptr, isFirst ? head.size() : 0) != 0)
            return changed(inPath);
        out.write(plain.data(), static_cast<std::size_t>(opened));
    }
    if (in.peek() != std::ifstream::traits_type::eof())
        return changed(inPath);
    return out.keep();
}

} // namespace rapport::base
