// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/rate/lanes.h"

#include <algorithm>

namespace rapport::ui {

void Lanes::clear() {
    m_placed.clear();
}

void Lanes::update(std::vector<LaneSpan> spans) {
    std::map<std::int64_t, Placed> kept;
    for (const LaneSpan& span : spans) {
        const auto former = m_placed.find(span.id);
        if (former != m_placed.end())
            kept[span.id] = {span, former->second.lane};
    }
    m_placed = std::move(kept);
    std::sort(spans.begin(), spans.end(), [](const LaneSpan& a, const LaneSpan& b) {
        if (a.firstLine != b.firstLine)
            return a.firstLine < b.firstLine;
        return a.lastLine != b.lastLine ? a.lastLine > b.lastLine : a.id < b.id;
    });
    for (const LaneSpan& span : spans) {
        if (m_placed.contains(span.id))
            continue;
        std::vector<bool> taken;
        for (const auto& [id, placed] : m_placed) {
            const bool meets =
                placed.span.firstLine <= span.lastLine && span.firstLine <= placed.span.lastLine;
            if (!meets)
                continue;
            if (std::size_t(placed.lane) >= taken.size())
                taken.resize(std::size_t(placed.lane) + 1, false);
            taken[std::size_t(placed.lane)] = true;
        }
        const auto free = std::find(taken.begin(), taken.end(), false);
        m_placed[span.id] = {span, int(free - taken.begin())};
    }
}

int Lanes::laneOf(std::int64_t id) const {
    const auto found = m_placed.find(id);
    return found == m_placed.end() ? -1 : found->second.lane;
}

int Lanes::count() const {
    int count = 0;
    for (const auto& [id, placed] : m_placed)
        count = std::max(count, placed.lane + 1);
    return count;
}

int lanePitch(int lanes) {
    return lanes <= 12 ? 16 : std::max(12, 16 - (lanes - 12) / 2);
}

} // namespace rapport::ui
