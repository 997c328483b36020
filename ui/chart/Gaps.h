// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"
#include "ui/chart/LinePath.h"

#include <QString>

namespace rillscope {

/// A silence, wide enough to be seen: from the last sample before it to the first one after.
struct Gap {
    double left = 0.0; ///< scene coordinates, held at the edges of the plot
    double right = 0.0;
    Duration length{}; ///< of all of it, beyond the edges too
    QString channel;   ///< whose it is; empty: of all channels shown
    friend bool operator==(const Gap&, const Gap&) = default;
};

/// The gaps of one channel in the plot, where its line is broken: the longest, at most `mostGaps`. A break
/// that a NaN or an infinity made is none, as long as samples came.
QList<Gap> findGaps(const ColumnQueryResult& columns, const ChannelHistory& history,
                    const PlotMapping& mapping);
inline constexpr qsizetype mostGaps = 50;

} // namespace rillscope
