// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a PDF document give turns or an error.
#include "exchange/pdf.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto read = exchange::readPdf(bytes, "fuzz", {}, {}))
        fuzz::check(*read);
    return 0;
}
