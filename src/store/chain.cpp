// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/chain.h"

namespace rapport::store {

namespace {

void appendNumber(std::string& bytes, std::int64_t number) {
    const auto pattern = static_cast<std::uint64_t>(number);
    for (int shift = 56; shift >= 0; shift -= 8)
        bytes += static_cast<char>((pattern >> shift) & 0xff);
}

void appendGuid(std::string& bytes, const base::Guid& guid) {
    bytes.append(reinterpret_cast<const char*>(guid.bytes().data()), guid.bytes().size());
}

void appendText(std::string& bytes, std::string_view text) {
    appendNumber(bytes, static_cast<std::int64_t>(text.size()));
    bytes.append(text);
}

} // namespace

base::Sha256 chainHash(const base::Sha256& previous, const ChainLink& link) {
    std::string bytes(reinterpret_cast<const char*>(previous.data()), previous.size());
    appendGuid(bytes, link.guid);
    appendText(bytes, link.act);
    appendNumber(bytes, link.time.time_since_epoch().count());
    appendGuid(bytes, link.device);
    appendNumber(bytes, link.sequence);
    appendGuid(bytes, link.rater);
    appendGuid(bytes, link.round);
    appendGuid(bytes, link.unit);
    appendGuid(bytes, link.variable);
    appendGuid(bytes, link.code);
    bytes += link.range ? '\1' : '\0';
    appendNumber(bytes, link.range ? link.range->begin.value : 0);
    appendNumber(bytes, link.range ? link.range->end.value : 0);
    appendNumber(bytes, link.number);
    appendNumber(bytes, link.version);
    appendGuid(bytes, link.target);
    appendText(bytes, link.detail);
    if (link.tick >= firstTick)
        appendNumber(bytes, link.tick);
    return base::sha256(bytes);
}

} // namespace rapport::store
