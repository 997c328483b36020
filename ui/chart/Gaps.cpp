// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/Gaps.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr double narrowestGap = 6.0; ///< px

/// Whether next to nothing came between two samples: not in the middle seven tenths at least.
bool isSilent(Timestamp begin, Timestamp end, const ChannelHistory& history) {
    const Duration length = end - begin;
    const Timestamp middle = begin + length / 2;
    const auto nearest = history.nearest(middle);
    if (!nearest)
        return false;
    const double distance = std::abs(toSeconds(history.eventTime(*nearest) - middle));
    return distance >= 0.35 * toSeconds(length);
}

class GapFinder {
public:
    GapFinder(const ChannelHistory& history, const PlotMapping& mapping)
        : m_history(history), m_mapping(mapping) {}

    void offer(const TimedValue& before, const TimedValue& after) {
        const double begin = m_mapping.x(before.time);
        const double end = m_mapping.x(after.time);
        // Judged as a whole, so that none vanishes before it has left the plot.
        if (end - begin < narrowestGap || !isSilent(before.time, after.time, m_history))
            return;
        Gap gap;
        gap.left = std::max(begin, m_mapping.area.left());
        gap.right = std::min(end, m_mapping.area.right());
        gap.length = after.time - before.time;
        if (gap.left < gap.right)
            m_gaps.append(gap);
    }

    QList<Gap> take() {
        if (m_gaps.size() > mostGaps) {
            std::nth_element(m_gaps.begin(), m_gaps.begin() + mostGaps, m_gaps.end(),
                             [](const Gap& a, const Gap& b) { return a.length > b.length; });
            m_gaps.resize(mostGaps);
            std::sort(m_gaps.begin(), m_gaps.end(),
                      [](const Gap& a, const Gap& b) { return a.left < b.left; });
        }
        return std::move(m_gaps);
    }

private:
    const ChannelHistory& m_history;
    const PlotMapping& m_mapping;
    QList<Gap> m_gaps;
};

} // namespace

QList<Gap> findGaps(const ColumnQueryResult& columns, const ChannelHistory& history,
                    const PlotMapping& mapping) {
    GapFinder finder(history, mapping);
    const TimedValue* previous = columns.before ? &*columns.before : nullptr;
    for (const ColumnGroup& group : columns.columns) {
        // Within an envelope it is not known whether a gap broke the line.
        if (group.breakBefore && previous && !group.isEnvelope)
            finder.offer(*previous, group.first);
        previous = &group.last;
    }
    if (columns.after && columns.breakBeforeAfter && previous)
        finder.offer(*previous, *columns.after);
    return finder.take();
}

} // namespace rillscope
