// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/filter/ChannelDifference.h"

#include <deque>
#include <vector>

namespace rillscope {

/// A channel (the minuend) minus another (the subtrahend). To each sample of the minuend belongs the nearest
/// sample of the subtrahend in event time, of two as near the earlier; if it lies within the bound, their
/// difference is a derived sample at the time of the minuend. It is made as soon as the nearest is known:
/// when the subtrahend has come up to that time, or the minuend has gone beyond it by more than the bound,
/// whatever comes later. So it comes in the order of the minuend's times, but after other samples.
/// Samples out of order in their channel make and change nothing; a difference with NaN or infinity is NaN.
/// Of either channel at most mostSamples wait for the other; the oldest wait no longer. Thread: one owner.
class DifferenceFilter {
public:
    static constexpr std::size_t mostSamples = std::size_t{1} << 18;

    struct Reading {
        Timestamp eventTime;
        double value = 0.0;
    };

    explicit DifferenceFilter(const ChannelDifference& settings) : m_within(settings.within) {}

    /// Both append the derived samples that have become known.
    void addMinuend(Timestamp eventTime, double value, std::vector<Reading>& derived);
    void addSubtrahend(Timestamp eventTime, double value, std::vector<Reading>& derived);
    /// Nothing more will come of either.
    void finish(std::vector<Reading>& derived);

private:
    void resolveKnown(std::vector<Reading>& derived);
    void resolveFirst(std::vector<Reading>& derived);

    Duration m_within;
    std::deque<Reading> m_minuends;    ///< waiting
    std::deque<Reading> m_subtrahends; ///< at different times, from the nearest to the last resolved on
    Timestamp m_newestMinuend = Timestamp::min();
    Timestamp m_newestSubtrahend = Timestamp::min();
};

} // namespace rillscope
