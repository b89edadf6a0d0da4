// SPDX-License-Identifier: GPL-3.0-or-later
// Which lane of the margin each coding's stripe stands in: by start, longer first, the first free lane. While
// the same codings of a transcript are shown nothing changes its lane; new stripes take the first lane that
// is free where they are. Where lines are broken anew a stripe leaves its lane only for one that it now meets
// there.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace rapport::ui {

/// A stripe over lines, both ends in it.
struct LaneSpan {
    std::int64_t id = 0;
    int firstLine = 0;
    int lastLine = 0;
};

class Lanes {
public:
    /// Forgets everything: another transcript.
    void clear();
    /// What is gone frees its place; what is there keeps its lane (with its lines as they are now) unless
    /// something else of that lane has come to meet it; what is new is put in.
    void update(std::vector<LaneSpan> spans);
    /// -1 if it is not there.
    [[nodiscard]] int laneOf(std::int64_t id) const;
    [[nodiscard]] int count() const { return m_count; }

private:
    std::unordered_map<std::int64_t, int> m_lanes;
    int m_count = 0;
};

/// Distance of lanes in design pixels: 16 to twelve lanes, 12 at twenty.
[[nodiscard]] int lanePitch(int lanes);
/// Lanes that are drawn where there is room; the rest folds into a last "+n".
inline constexpr int mostLanes = 20;
/// What that takes behind them, in design pixels.
inline constexpr int foldedWidth = 28;

} // namespace rapport::ui
