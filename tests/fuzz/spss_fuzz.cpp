// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as an SPSS data file give a table or an error.
#include "exchange/spss.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readSav(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readPor(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
