// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as ELAN, CHAT or captions give turns or an error.
#include "exchange/annotations.h"
#include "exchange/webvtt.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    for (const auto read :
         {exchange::readElan, exchange::readChat, exchange::readSubViewer, exchange::readSubRip}) {
        if (const auto records = read(bytes, "fuzz", {}, {}))
            fuzz::check(*records);
    }
    return 0;
}
