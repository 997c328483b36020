// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ColumnQuery.h"
#include "core/process/alarm/AlarmTable.h"

#include <QSet>

#include <vector>

namespace rillscope {

/// Neighbouring pixel columns with an alarm; of several, the gravest counts.
struct AlarmShade {
    std::int64_t first = 0; ///< column
    std::int64_t end = 0;   ///< column, not included
    Severity severity = Severity::Notice;
    friend bool operator==(const AlarmShade&, const AlarmShade&) = default;
};

/// One alarm in the plot, by name.
struct AlarmName {
    std::int64_t first = 0; ///< column, as above, but not before the plot's left edge
    std::int64_t end = 0;
    Severity severity = Severity::Notice;
    QString text = {}; ///< the rule
    friend bool operator==(const AlarmName&, const AlarmName&) = default;
};

struct AlarmPicture {
    std::vector<AlarmShade> shades; ///< from left to right; they do not overlap
    std::vector<AlarmName> names;   ///< the gravest first, then the longest
    friend bool operator==(const AlarmPicture&, const AlarmPicture&) = default;
};

/// The alarms of the channels in view, as the columns of a plot show them. Thread: GUI. Cost of picture():
/// once over all alarms that are kept; of 100,000 of them 0.05 ms when few lie in view, 2 ms when all do.
class AlarmShades {
public:
    static constexpr std::size_t mostNames = 40;
    static constexpr std::int64_t narrowest = 2; ///< columns, so that an alarm of one sample can be seen

    void setAlarms(const AlarmTable& alarms, const QSet<QString>& hiddenChannels);
    /// An alarm that goes on reaches to `now`. What lies after it is left out.
    AlarmPicture picture(const ColumnGrid& grid, Timestamp now) const;

private:
    struct Stretch {
        Timestamp first;
        Timestamp last;
        Severity severity;
        bool isActive;
        qsizetype occurrence;
    };

    void addNames(AlarmPicture& picture, std::vector<std::pair<AlarmName, qsizetype>> candidates) const;

    AlarmTable m_alarms; ///< a copy that costs nothing
    std::vector<Stretch> m_stretches;
};

} // namespace rillscope
