// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table of spans give data or an error with a place; the data can be measured, gamma included.
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/unitizing.h"
#include "base/json.h"

#include <cmath>
#include <cstdlib>

using namespace rapport;
using namespace rapport::agreement;

namespace {

void checkFinite(const base::Json& json) {
    if (json.is_number_float() && !std::isfinite(json.get<double>()))
        std::abort();
    if (json.is_structured())
        for (const auto& child : json)
            checkFinite(child);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    const auto spans = readSpans(std::string_view(reinterpret_cast<const char*>(data), size), "fuzz");
    if (!spans) {
        if (!spans.error().where)
            std::abort();
        return 0;
    }
    if (spans->raters().size() > 4 || spans->codes().size() > 8 || spans->sources().size() > 12)
        return 0;
    UnitizingOptions options;
    options.ci = IntervalKind::Bootstrap;
    options.replicates = 4;
    options.threads = 1;
    options.gamma = size < 300;
    options.gammaSamples = 2;
    if (const auto document = measureUnitizing(*spans, options))
        checkFinite(toJson(*document));
    return 0;
}
