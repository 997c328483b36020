// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/window/WindowReference.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace rillscope::test {
namespace {

std::int64_t inMilliseconds(Duration duration) {
    return duration / std::chrono::milliseconds(1);
}

std::int64_t floorMod(std::int64_t value, std::int64_t size) {
    return ((value % size) + size) % size;
}

double interpolated(const std::vector<double>& sorted, double fraction) {
    const double position = fraction * static_cast<double>(sorted.size() - 1);
    const double below = sorted[static_cast<std::size_t>(std::floor(position))];
    const double above = sorted[static_cast<std::size_t>(std::ceil(position))];
    return below + (position - std::floor(position)) * (above - below);
}

} // namespace

bool WindowReference::add(ChannelIndex channel, Timestamp eventTime, double value) {
    const std::int64_t time = floorToMilliseconds(eventTime).time_since_epoch().count();
    const Member member{eventTime, value};
    bool joined = false;
    if (const auto* session = std::get_if<SessionWindow>(&m_settings)) {
        joined = addToSession({time + inMilliseconds(session->gap), time, channel}, member);
    } else {
        for (const Window& window : windowsOf(channel, time)) {
            if (m_watermark >= window.end - 1)
                continue;
            m_open[window].push_back(member);
            joined = true;
        }
    }
    while (static_cast<std::int64_t>(m_open.size()) > m_maxOpen) {
        m_watermark = std::max(m_watermark, m_open.begin()->first.end - 1);
        fire();
    }
    return joined;
}

bool WindowReference::addToSession(Window window, const Member& member) {
    Members members;
    for (auto other = m_open.begin(); other != m_open.end();) {
        const auto& [end, start, channel] = other->first;
        if (channel == window.channel && start <= window.end && end >= window.start) {
            window.start = std::min(window.start, start);
            window.end = std::max(window.end, end);
            members.insert(members.end(), other->second.begin(), other->second.end());
            other = m_open.erase(other);
        } else {
            ++other;
        }
    }
    if (m_watermark >= window.end - 1)
        return false;
    members.push_back(member);
    m_open[window] = members;
    return true;
}

std::vector<WindowReference::Window> WindowReference::windowsOf(ChannelIndex channel,
                                                                std::int64_t time) const {
    std::vector<Window> windows;
    const auto addAligned = [&](Duration size, Duration every, Duration offset, Duration step) {
        for (std::int64_t start = time - inMilliseconds(size) + 1; start <= time; ++start) {
            if (floorMod(start - inMilliseconds(offset), inMilliseconds(every)) != 0)
                continue;
            for (std::int64_t length = inMilliseconds(step); length <= inMilliseconds(size);
                 length += inMilliseconds(step)) {
                if (time < start + length)
                    windows.push_back({start + length, start, channel});
            }
        }
    };
    if (const auto* tumbling = std::get_if<TumblingWindow>(&m_settings))
        addAligned(tumbling->size, tumbling->size, tumbling->offset, tumbling->size);
    else if (const auto* hopping = std::get_if<HoppingWindow>(&m_settings))
        addAligned(hopping->size, hopping->slide, hopping->offset, hopping->size);
    else if (const auto* cumulating = std::get_if<CumulatingWindow>(&m_settings))
        addAligned(cumulating->size, cumulating->size, cumulating->offset, cumulating->step);
    return windows;
}

std::vector<WindowRow> WindowReference::advance(std::int64_t watermark) {
    m_watermark = std::max(m_watermark, watermark);
    fire();
    return std::exchange(m_fired, {});
}

void WindowReference::fire() {
    while (!m_open.empty() && m_watermark >= m_open.begin()->first.end - 1) {
        m_fired.push_back(rowOf(m_open.begin()->first, m_open.begin()->second));
        m_open.erase(m_open.begin());
    }
}

WindowRow WindowReference::rowOf(const Window& window, Members members) {
    const double null = std::numeric_limits<double>::quiet_NaN();
    const auto time = [](std::int64_t ms) { return toTimestamp(WindowTime{WindowDuration(ms)}); };
    WindowRow row{window.channel, time(window.start), time(window.end), 0, {}};
    row.values.fill(null);
    const auto value = [&](Aggregate aggregate) -> double& {
        return row.values[static_cast<std::size_t>(aggregate)];
    };
    value(Aggregate::Count) = static_cast<double>(members.size());
    std::erase_if(members, [](const Member& member) { return !std::isfinite(member.value); });
    if (members.empty())
        return row;
    std::ranges::stable_sort(members, {}, &Member::eventTime);
    value(Aggregate::First) = members.front().value;
    value(Aggregate::Last) = members.back().value;
    std::vector<double> values;
    double sum = 0.0;
    for (const Member& member : members) {
        values.push_back(member.value);
        sum += member.value;
    }
    std::ranges::sort(values);
    const auto count = static_cast<double>(values.size());
    double squares = 0.0;
    for (const double v : values)
        squares += (v - sum / count) * (v - sum / count);
    value(Aggregate::Minimum) = values.front();
    value(Aggregate::Maximum) = values.back();
    value(Aggregate::Mean) = sum / count;
    if (values.size() > 1)
        value(Aggregate::StandardDeviation) = std::sqrt(squares / (count - 1.0));
    value(Aggregate::P50) = interpolated(values, 0.5);
    value(Aggregate::P90) = interpolated(values, 0.9);
    value(Aggregate::P99) = interpolated(values, 0.99);
    return row;
}

} // namespace rillscope::test
