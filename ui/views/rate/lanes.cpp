// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/lanes.h"

#include <algorithm>
#include <map>

namespace rapport::ui {

namespace {

/// What stands in one lane: last line by first line; nothing overlaps.
using Taken = std::map<int, int>;

bool isFree(const Taken& lane, const LaneSpan& span) {
    const auto after = lane.upper_bound(span.lastLine);
    return after == lane.begin() || std::prev(after)->second < span.firstLine;
}

} // namespace

void Lanes::clear() {
    m_lanes.clear();
    m_count = 0;
}

void Lanes::update(std::vector<LaneSpan> spans) {
    std::vector<Taken> taken;
    const auto take = [&taken](const LaneSpan& span, int lane) {
        if (std::size_t(lane) >= taken.size())
            taken.resize(std::size_t(lane) + 1);
        taken[std::size_t(lane)].emplace(span.firstLine, span.lastLine);
    };
    std::sort(spans.begin(), spans.end(), [](const LaneSpan& a, const LaneSpan& b) {
        if (a.firstLine != b.firstLine)
            return a.firstLine < b.firstLine;
        return a.lastLine != b.lastLine ? a.lastLine > b.lastLine : a.id < b.id;
    });
    std::unordered_map<std::int64_t, int> kept;
    kept.reserve(spans.size());
    for (const LaneSpan& span : spans) {
        const auto former = m_lanes.find(span.id);
        if (former == m_lanes.end())
            continue;
        const auto lane = std::size_t(former->second);
        if (lane >= taken.size() || isFree(taken[lane], span)) {
            kept.emplace(span.id, former->second);
            take(span, former->second);
        }
    }
    m_lanes = std::move(kept);
    for (const LaneSpan& span : spans) {
        if (m_lanes.contains(span.id))
            continue;
        const auto free = std::find_if(taken.begin(), taken.end(),
                                       [&span](const Taken& lane) { return isFree(lane, span); });
        const int lane = int(free - taken.begin());
        m_lanes.emplace(span.id, lane);
        take(span, lane);
    }
    m_count = int(taken.size());
}

int Lanes::laneOf(std::int64_t id) const {
    const auto found = m_lanes.find(id);
    return found == m_lanes.end() ? -1 : found->second;
}

int lanePitch(int lanes) {
    return lanes <= 12 ? 16 : std::max(12, 16 - (lanes - 12) / 2);
}

} // namespace rapport::ui
