// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a table of ratings give data or an error with a place; whatever data come out can be measured,
// by every kind of interval, without a number that is not finite. The first byte chooses scale and interval.
#include "agreement/json.h"
#include "agreement/matrix.h"
#include "agreement/measure.h"
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
    if (size == 0)
        return 0;
    const unsigned choice = data[0];
    const std::string_view bytes(reinterpret_cast<const char*>(data + 1), size - 1);
    MatrixOptions reading;
    reading.fileName = "fuzz";
    reading.scale = static_cast<Scale>(choice & 3U);
    const auto ratings = readMatrix(bytes, reading);
    if (!ratings) {
        if (!ratings.error().where)
            std::abort();
        return 0;
    }
    // Wide tables are slow by nature; what they break is broken by narrow ones.
    if (ratings->raterCount() > 6 || ratings->categoryCount() > 12 || ratings->unitCount() > 200)
        return 0;
    MeasureOptions options;
    options.ci = static_cast<IntervalKind>((choice >> 2U) & 3U);
    options.replicates = 8;
    options.threads = 1;
    options.diagnostics = (choice & 16U) != 0;
    options.missingRule = (choice & 32U) != 0 ? MissingRule::Listwise : MissingRule::Available;
    if (const auto document = measure(*ratings, options))
        checkFinite(toJson(*document));
    (void)readWeights(bytes, *ratings, "fuzz");
    return 0;
}
