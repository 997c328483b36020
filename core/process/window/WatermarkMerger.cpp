// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WatermarkMerger.h"

#include <bit>

namespace rillscope {

WatermarkMerger::WatermarkMerger(const EventTimeSettings& settings)
    : m_outOfOrderness(settings.outOfOrderness.value_or(Duration::zero()))
    , m_scope(settings.scope)
    , m_idleTimeout(settings.idleTimeout) {
    Q_ASSERT(settings.outOfOrderness.has_value());
}

void WatermarkMerger::observe(ChannelIndex channel, Timestamp eventTime, Timestamp arrivalTime,
                              std::size_t stream) {
    passTime(arrivalTime);
    const std::size_t index = m_scope == WatermarkScope::Stream ? stream : channel;
    Input& input = activeInput(index, arrivalTime);
    input.tracker.observe(eventTime);
    setHeld(index, input.tracker.watermark());
    m_watermark = std::max(m_watermark, m_least[1]);
}

void WatermarkMerger::expectStream(std::size_t stream, Timestamp now) {
    if (m_scope == WatermarkScope::Stream)
        setHeld(stream, activeInput(stream, now).tracker.watermark());
}

void WatermarkMerger::endStream(std::size_t stream, const std::vector<ChannelIndex>& channels) {
    if (m_scope == WatermarkScope::Stream)
        endInput(stream);
    for (const ChannelIndex channel : channels) {
        if (m_scope == WatermarkScope::Channel)
            endInput(channel);
    }
    if (!m_inputs.empty() && m_least[1] != afterAllTime)
        m_watermark = std::max(m_watermark, m_least[1]);
}

void WatermarkMerger::endInput(std::size_t index) {
    if (index >= m_inputs.size())
        return;
    m_inputs[index] = Input{WatermarkTracker(m_outOfOrderness), {}};
    setHeld(index, afterAllTime);
}

WatermarkMerger::Input& WatermarkMerger::activeInput(std::size_t index, Timestamp arrivalTime) {
    Input& input = inputOf(index);
    input.isKnown = true;
    input.isIdle = false;
    input.lastArrival = arrivalTime;
    if (m_idleTimeout)
        m_nextDeadline = std::min(m_nextDeadline, deadlineOf(input));
    return input;
}

WatermarkMerger::Input& WatermarkMerger::inputOf(std::size_t index) {
    if (index >= m_inputs.size()) {
        m_inputs.resize(std::bit_ceil(index + 1), Input{WatermarkTracker(m_outOfOrderness), {}});
        m_least.assign(2 * m_inputs.size(), afterAllTime);
        for (std::size_t i = 0; i < m_inputs.size(); ++i) {
            if (m_inputs[i].isActive())
                setHeld(i, m_inputs[i].tracker.watermark());
        }
    }
    return m_inputs[index];
}

void WatermarkMerger::setHeld(std::size_t index, WindowTime watermark) {
    std::size_t node = m_inputs.size() + index;
    m_least[node] = watermark;
    // With a single input the leaf is the root.
    for (node /= 2; node > 0; node /= 2) {
        const WindowTime least = std::min(m_least[2 * node], m_least[2 * node + 1]);
        if (m_least[node] == least)
            break;
        m_least[node] = least;
    }
}

void WatermarkMerger::findIdle(Timestamp arrivalTime) {
    m_nextDeadline = Timestamp::max();
    // When all have fallen silent, the one heard last was alone in holding the watermark at the end,
    // whether or not anybody asked at the time.
    Timestamp lastHeard = Timestamp::min();
    WindowTime leastOfLastHeard = beforeAllTime;
    for (std::size_t i = 0; i < m_inputs.size(); ++i) {
        Input& input = m_inputs[i];
        if (!input.isActive())
            continue;
        if (arrivalTime - input.lastArrival < *m_idleTimeout) {
            m_nextDeadline = std::min(m_nextDeadline, deadlineOf(input));
            continue;
        }
        input.isIdle = true;
        setHeld(i, afterAllTime);
        const WindowTime held = input.tracker.watermark();
        if (input.lastArrival > lastHeard || leastOfLastHeard == beforeAllTime)
            leastOfLastHeard = held;
        else if (input.lastArrival == lastHeard)
            leastOfLastHeard = std::min(leastOfLastHeard, held);
        lastHeard = std::max(lastHeard, input.lastArrival);
    }
    if (m_inputs.empty())
        return;
    const WindowTime least = m_least[1];
    m_watermark = std::max(m_watermark, least == afterAllTime ? leastOfLastHeard : least);
}

Timestamp WatermarkMerger::deadlineOf(const Input& input) const {
    return input.lastArrival + *m_idleTimeout;
}

} // namespace rillscope
