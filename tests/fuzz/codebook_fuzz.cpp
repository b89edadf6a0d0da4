// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes give a codebook that is written and read back to the same, or an error; so do the other
// documents.
#include "exchange/answers_mapping.h"
#include "exchange/codebook_json.h"
#include "exchange/template_json.h"

#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport::exchange;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto file = readCodebookFile(bytes, "fuzz")) {
        const std::string written = writeCodebookFile(*file);
        const auto back = readCodebookFile(written, "fuzz");
        if (!back || writeCodebookFile(*back) != written)
            std::abort();
    }
    if (const auto mapping = readMapping(bytes, "fuzz")) {
        const auto back = readMapping(writeMapping(*mapping), "fuzz");
        if (!back || !(*back == *mapping))
            std::abort();
    }
    if (const auto instrument = readInstrument(bytes, "fuzz")) {
        if (!readInstrument(writeInstrument(*instrument), "fuzz"))
            std::abort();
    }
    (void)readTemplate(bytes, "fuzz");
    return 0;
}
