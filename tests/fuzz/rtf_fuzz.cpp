// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes behind {\rtf give turns or an error.
#include "exchange/word_documents.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string bytes = "{\\rtf1" + std::string(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readRtf(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
