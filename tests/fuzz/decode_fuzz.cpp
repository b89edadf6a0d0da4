// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes in any encoding give valid UTF-8 without carriage returns and NULs, or an error; every offset of
// it can be asked for.
#include "text/decode.h"
#include "text/offset_map.h"
#include "text/utf8.h"

#include <cstdlib>
#include <string_view>

namespace {

void require(bool isTrue) {
    if (!isTrue)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport::text;
    if (size == 0)
        return 0;
    static const auto names = encodingNames();
    // The first byte chooses the encoding; past the list it is left to be found.
    const std::string encoding = data[0] < names.size() ? names[data[0]] : std::string();
    const auto decoded = decode({reinterpret_cast<const char*>(data + 1), size - 1}, "fuzz", encoding);
    if (!decoded)
        return 0;
    require(isValidUtf8(decoded->text));
    require(decoded->text.find('\r') == std::string::npos);
    require(decoded->text.find('\0') == std::string::npos);
    const OffsetMap map(decoded->text);
    require(map.length().value == countCodePoints(decoded->text));
    for (const std::int64_t at : {std::int64_t{0}, map.length().value / 2, map.length().value}) {
        const CodePoints position(at);
        require(map.toCodePoints(map.toUtf8(position)) == position);
        require(map.toCodePoints(map.toUtf16(position)) == position);
    }
    return 0;
}
