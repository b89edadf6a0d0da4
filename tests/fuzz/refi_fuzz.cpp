// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a REFI-QDA codebook or project give values that keep their promises, or an error.
#include "exchange/offset_fit.h"
#include "exchange/refi.h"
#include "exchange/write_refi.h"
#include "records_check.h"

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
    using namespace rapport;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto book = exchange::readRefiCodebook(bytes, "fuzz")) {
        fuzz::require(model::validate(book->codebook).has_value());
        const auto back =
            exchange::readRefiCodebook(exchange::writeRefiCodes(book->codebook, "en", "Rapport"), "fuzz");
        fuzz::require(back &&
                      back->codebook.variables[0].codes.size() == book->codebook.variables[0].codes.size());
    }
    if (const auto project = exchange::readRefiProject(bytes, "fuzz", {})) {
        for (const exchange::ProjectSource& source : project->sources) {
            fuzz::require(text::isValidUtf8(source.text));
            const auto length = text::countCodePoints(source.text);
            for (const exchange::ProjectCoding& coding : source.codings)
                fuzz::require(!coding.begin ||
                              (*coding.begin >= 0 && *coding.begin < *coding.end && *coding.end <= length));
            std::int64_t before = 0;
            for (const exchange::ProjectTurn& turn : exchange::turnsOf(source.text)) {
                fuzz::require(turn.begin >= before && turn.begin < turn.end && turn.end <= length);
                before = turn.end;
            }
        }
    }
    return 0;
}
