// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a web page give a table or an error, and a text in which every byte has its place.
#include "exchange/html.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readHtmlTable(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    if (!text::isValidUtf8(bytes))
        return 0;
    const exchange::HtmlText page = exchange::htmlText(bytes);
    fuzz::require(text::isValidUtf8(page.text));
    std::size_t before = 0;
    for (std::size_t byte = 0; byte < std::min<std::size_t>(size + 2, 4096); ++byte) {
        const std::size_t at = page.toText(byte, false);
        fuzz::require(at >= before && at <= page.text.size() && page.toText(byte, true) <= at);
        before = at;
    }
    return 0;
}
