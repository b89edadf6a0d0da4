// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the data file of a statistics program give a table or an error.
#include "exchange/stat_file.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readSav(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    if (const auto read = exchange::readPor(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    for (const auto read : {exchange::readXport, exchange::readSas, exchange::readDta}) {
        if (const auto table = read(bytes, "fuzz", {}, {}))
            fuzz::check(*table);
    }
    return 0;
}
