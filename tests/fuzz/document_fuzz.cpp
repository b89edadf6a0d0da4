// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a word processor's document, and as the body of a sound one, give turns or an error.
#include "exchange/word_documents.h"
#include "records_check.h"
#include "support/zip_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const std::string body(bytes);
    if (const auto read = exchange::readDocx(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readDocx(test::wordOf(body), "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readOdt(
            test::openDocumentOf("text", "<office:text>" + body + "</office:text>"), "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
