// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/AlarmShades.h"

#include "ui/text/OutsideText.h"

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr std::size_t severities = static_cast<std::size_t>(Severity::Alarm) + 1;

/// How many alarms of each severity there are, as the difference between a column and the one before.
using Steps = std::vector<std::array<std::int32_t, severities>>;

std::vector<AlarmShade> shadesOf(const Steps& steps, std::int64_t firstColumn) {
    std::vector<AlarmShade> shades;
    std::array<std::int32_t, severities> counts{};
    for (std::size_t i = 0; i + 1 < steps.size(); ++i) {
        for (std::size_t severity = 0; severity < severities; ++severity)
            counts[severity] += steps[i][severity];
        const auto gravest =
            std::find_if(counts.rbegin(), counts.rend(), [](int count) { return count > 0; });
        if (gravest == counts.rend())
            continue;
        const auto severity = static_cast<Severity>(counts.rend() - gravest - 1);
        const std::int64_t column = firstColumn + static_cast<std::int64_t>(i);
        if (!shades.empty() && shades.back().end == column && shades.back().severity == severity)
            ++shades.back().end;
        else
            shades.push_back({column, column + 1, severity});
    }
    return shades;
}

} // namespace

void AlarmShades::setAlarms(const AlarmTable& alarms, const QSet<QString>& hiddenChannels) {
    m_alarms = alarms;
    m_stretches.clear();
    const QList<AlarmOccurrence>& occurrences = m_alarms.occurrences();
    for (qsizetype i = 0; i < occurrences.size(); ++i) {
        const AlarmOccurrence& alarm = occurrences.at(i);
        if (hiddenChannels.isEmpty() || !hiddenChannels.contains(alarm.channel))
            m_stretches.push_back({alarm.first, alarm.last, alarm.severity, alarm.isActive, i});
    }
}

AlarmPicture AlarmShades::picture(const ColumnGrid& grid, Timestamp now) const {
    Steps steps(static_cast<std::size_t>(grid.count) + 1);
    std::vector<std::pair<AlarmName, qsizetype>> candidates;
    const Timestamp end = std::min(grid.end(), now);
    const std::int64_t last = grid.first + grid.count;
    for (const Stretch& stretch : m_stretches) {
        const Timestamp until = stretch.isActive ? std::max(now, stretch.last) : stretch.last;
        if (stretch.first > end)
            continue;
        const std::int64_t left = std::clamp(grid.columnOf(stretch.first), grid.first - narrowest, last);
        const std::int64_t right =
            std::clamp(grid.columnOf(std::min(until, now)) + 1, grid.first - narrowest, last);
        const std::int64_t from = std::clamp(left, grid.first, last);
        const std::int64_t to = std::clamp(std::max(right, left + narrowest), grid.first, last);
        if (from >= to)
            continue;
        const auto severity = static_cast<std::size_t>(stretch.severity);
        ++steps[static_cast<std::size_t>(from - grid.first)][severity];
        --steps[static_cast<std::size_t>(to - grid.first)][severity];
        candidates.push_back({{from, to, stretch.severity}, stretch.occurrence});
    }
    AlarmPicture picture{shadesOf(steps, grid.first), {}};
    addNames(picture, std::move(candidates));
    return picture;
}

void AlarmShades::addNames(AlarmPicture& picture,
                           std::vector<std::pair<AlarmName, qsizetype>> candidates) const {
    const std::size_t count = std::min(candidates.size(), mostNames);
    const auto isBefore = [](const auto& one, const auto& other) {
        if (one.first.severity != other.first.severity)
            return one.first.severity > other.first.severity;
        const std::int64_t length = one.first.end - one.first.first;
        const std::int64_t otherLength = other.first.end - other.first.first;
        return length != otherLength ? length > otherLength : one.second < other.second;
    };
    std::partial_sort(candidates.begin(), candidates.begin() + static_cast<std::ptrdiff_t>(count),
                      candidates.end(), isBefore);
    for (std::size_t i = 0; i < count; ++i) {
        picture.names.push_back(candidates[i].first);
        picture.names.back().text = oneLine(m_alarms.occurrences().at(candidates[i].second).step);
    }
}

} // namespace rillscope
