// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportContents.h"

#include <algorithm>

namespace rillscope {
namespace {

bool isGraver(const AlarmOccurrence& a, const AlarmOccurrence& b) {
    if (a.severity != b.severity)
        return a.severity > b.severity;
    if (a.duration() != b.duration())
        return a.duration() > b.duration();
    return a.id < b.id;
}

} // namespace

qint64 ReportContents::sampleCount() const {
    qint64 count = 0;
    for (const ReportChannel& channel : channels)
        count += channel.count + channel.evicted;
    return count;
}

qint64 ReportContents::evictedCount() const {
    qint64 count = 0;
    for (const ReportChannel& channel : channels)
        count += channel.evicted;
    return count;
}

void takeAlarms(ReportContents& contents, const AlarmTable& alarms) {
    contents.forgottenAlarms = alarms.counts().raised - alarms.occurrences().size();
    for (const AlarmOccurrence& alarm : alarms.occurrences()) {
        // An alarm of silence may be raised for a time after its last sample.
        const auto [begin, end] = std::minmax(alarm.first, alarm.last);
        if (end < contents.range.begin || begin > contents.range.end)
            continue;
        ++contents.alarmCounts[static_cast<std::size_t>(alarm.severity)];
        contents.alarms.append(alarm);
    }
    const auto kept = std::min(contents.alarms.size(), ReportContents::mostAlarms);
    std::partial_sort(contents.alarms.begin(), contents.alarms.begin() + kept, contents.alarms.end(),
                      isGraver);
    contents.alarms.resize(kept);
    contents.alarms.squeeze();
}

} // namespace rillscope
