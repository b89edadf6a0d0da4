// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give records or an error; what comes out is valid UTF-8 and keeps the reader's promises.
#include "exchange/csv.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readCsv(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
