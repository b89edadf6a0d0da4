// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/cooccurrence.h"

#include <algorithm>
#include <tuple>

namespace rapport::analysis {

namespace {

std::size_t pairIndex(std::size_t first, std::size_t second, std::size_t codes) {
    return first * codes + second;
}

} // namespace

Cooccurrence cooccurrence(const std::vector<std::vector<std::size_t>>& units, std::size_t codes) {
    Cooccurrence result;
    result.counts.assign(codes, 0);
    std::vector<std::int64_t> both(codes * codes, 0);
    for (const auto& unit : units) {
        for (std::size_t i = 0; i < unit.size(); ++i) {
            ++result.counts[unit[i]];
            for (std::size_t j = i + 1; j < unit.size(); ++j)
                ++both[pairIndex(unit[i], unit[j], codes)];
        }
    }
    for (std::size_t a = 0; a < codes; ++a) {
        for (std::size_t b = a + 1; b < codes; ++b) {
            CodePair pair{a, b, both[pairIndex(a, b, codes)], {}};
            const std::int64_t either = result.counts[a] + result.counts[b] - pair.both;
            if (either > 0)
                pair.jaccard = static_cast<double>(pair.both) / static_cast<double>(either);
            result.pairs.push_back(pair);
        }
    }
    return result;
}

Cooccurrence overlappingStretches(std::vector<Stretch> stretches, std::size_t codes) {
    Cooccurrence result;
    result.counts.assign(codes, 0);
    std::vector<std::int64_t> pairs(codes * codes, 0);
    std::vector<std::int64_t> covered(codes, 0);
    std::vector<std::int64_t> shared(codes * codes, 0);
    std::sort(stretches.begin(), stretches.end(), [](const Stretch& a, const Stretch& b) {
        return std::tie(a.text, a.begin, a.end, a.code) < std::tie(b.text, b.begin, b.end, b.code);
    });
    std::vector<std::size_t> open;
    struct Edge {
        std::size_t text;
        std::int64_t place;
        bool opens;
        std::size_t code;
    };
    std::vector<Edge> edges;
    for (std::size_t i = 0; i < stretches.size(); ++i) {
        const Stretch& each = stretches[i];
        ++result.counts[each.code];
        std::erase_if(open, [&](std::size_t other) {
            return stretches[other].text != each.text || stretches[other].end <= each.begin;
        });
        for (const std::size_t other : open) {
            if (stretches[other].code != each.code)
                ++pairs[pairIndex(std::min(stretches[other].code, each.code),
                                  std::max(stretches[other].code, each.code), codes)];
        }
        open.push_back(i);
        edges.push_back({each.text, each.begin, true, each.code});
        edges.push_back({each.text, each.end, false, each.code});
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
        return std::tie(a.text, a.place) < std::tie(b.text, b.place);
    });
    std::vector<int> depth(codes, 0);
    std::vector<std::size_t> active;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        const Edge& edge = edges[i];
        depth[edge.code] += edge.opens ? 1 : -1;
        if (edge.opens && depth[edge.code] == 1)
            active.push_back(edge.code);
        else if (!edge.opens && depth[edge.code] == 0)
            std::erase(active, edge.code);
        if (i + 1 == edges.size() || edges[i + 1].text != edge.text)
            continue;
        const std::int64_t length = edges[i + 1].place - edge.place;
        if (length == 0)
            continue;
        for (std::size_t a = 0; a < active.size(); ++a) {
            covered[active[a]] += length;
            for (std::size_t b = a + 1; b < active.size(); ++b)
                shared[pairIndex(std::min(active[a], active[b]), std::max(active[a], active[b]), codes)] +=
                    length;
        }
    }
    for (std::size_t a = 0; a < codes; ++a) {
        for (std::size_t b = a + 1; b < codes; ++b) {
            CodePair pair{a, b, pairs[pairIndex(a, b, codes)], {}};
            const std::int64_t both = shared[pairIndex(a, b, codes)];
            if (const std::int64_t either = covered[a] + covered[b] - both; either > 0)
                pair.jaccard = static_cast<double>(both) / static_cast<double>(either);
            result.pairs.push_back(pair);
        }
    }
    return result;
}

} // namespace rapport::analysis
