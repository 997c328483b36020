// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ChannelInfo.h"
#include "core/process/definition/PipelineDefinition.h"
#include "core/process/window/WatermarkTracker.h"

#include <optional>
#include <vector>

namespace rillscope {

/// The watermark of a session: the least of those of its inputs that are not idle. It never goes back; while
/// all inputs are idle it stays. An input (a stream, or a channel) counts from its first sample on, or from
/// expectStream() on.
/// Thread: one owner (processing). Time passes only by the arrival times it is given: it reads no clock.
class WatermarkMerger {
public:
    /// Precondition: settings.outOfOrderness has a value.
    explicit WatermarkMerger(const EventTimeSettings& settings);

    /// A stream that is sure to send something, such as a file, holds the watermark from now on, so that what
    /// comes of the others before its first sample does not make that late.
    void expectStream(std::size_t stream, Timestamp now);
    /// To be called after the sample was processed, and not for one that isFarFuture().
    /// Streams are counted from 0.
    void observe(ChannelIndex channel, Timestamp eventTime, Timestamp arrivalTime, std::size_t stream = 0);
    /// No more samples come of this stream, which had these channels: they hold the watermark no longer, and
    /// start afresh should they come again.
    void endStream(std::size_t stream, const std::vector<ChannelIndex>& channels);

    /// What was silent for the idle timeout holds the watermark no longer. observe() does the same.
    void passTime(Timestamp arrivalTime) {
        if (m_idleTimeout && arrivalTime >= m_nextDeadline)
            findIdle(arrivalTime);
    }

    /// beforeAllTime until the first sample.
    WindowTime watermark() const { return m_watermark; }

    /// Behind the watermark; a sample exactly on it is not.
    bool isLate(Timestamp eventTime) const { return floorToMilliseconds(eventTime) < m_watermark; }

private:
    struct Input {
        WatermarkTracker tracker;
        Timestamp lastArrival;
        bool isKnown = false;
        bool isIdle = false;

        bool isActive() const { return isKnown && !isIdle; }
    };

    Input& inputOf(std::size_t index);
    Input& activeInput(std::size_t index, Timestamp arrivalTime);
    void endInput(std::size_t index);
    void setHeld(std::size_t index, WindowTime watermark);
    void findIdle(Timestamp arrivalTime);
    Timestamp deadlineOf(const Input& input) const;

    Duration m_outOfOrderness;
    WatermarkScope m_scope;
    std::optional<Duration> m_idleTimeout;
    std::vector<Input> m_inputs;
    /// A tree of minima: the leaves are what each input holds (afterAllTime: nothing), the root is at 1.
    std::vector<WindowTime> m_least;
    Timestamp m_nextDeadline = Timestamp::max(); ///< no input becomes idle before
    WindowTime m_watermark = beforeAllTime;
};

} // namespace rillscope
