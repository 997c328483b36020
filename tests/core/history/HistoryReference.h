// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"

#include <functional>
#include <random>
#include <vector>

namespace rillscope::test {

struct StreamSample {
    Timestamp time;
    double value = 0.0;
};
using SampleStream = std::vector<StreamSample>;

/// What real and hostile senders do to the order and the values of their samples.
enum class StreamKind {
    Regular,
    EveryNanosecond,
    Jittered,
    EqualTimes,
    BeforeTheEpoch,
    Descending,
    WithNonFinite,
    NothingFinite,
    WithGaps,
    Shuffled,
    ExtremeTimes
};
inline constexpr StreamKind allStreamKinds[] = {
    StreamKind::Regular,       StreamKind::EveryNanosecond, StreamKind::Jittered,
    StreamKind::EqualTimes,    StreamKind::BeforeTheEpoch,  StreamKind::Descending,
    StreamKind::WithNonFinite, StreamKind::NothingFinite,   StreamKind::WithGaps,
    StreamKind::Shuffled,      StreamKind::ExtremeTimes};

SampleStream makeStream(StreamKind kind, int size, std::mt19937_64& random);

void appendAll(ChannelHistory& history, const SampleStream& stream);

/// Samples as a history has them, breaks included; GapDetectorTest is about those.
using Recording = std::vector<RecordedSample>;
/// Precondition: nothing has been evicted.
Recording recordingOf(const ChannelHistory& history, std::int64_t size);

/// The answer of ChannelHistory::query(), found by looking at each sample; the first `evictedCount` are known
/// by the summaries of their leaves.
ColumnQueryResult queryByBruteForce(const Recording& recording, std::int64_t evictedCount,
                                    const ColumnGrid& grid);
/// The same where any chunk may be gone, whatever came before it.
using IsEvicted = std::function<bool(std::int64_t index)>;
ColumnQueryResult queryByBruteForce(const Recording& recording, const IsEvicted& isEvicted,
                                    const ColumnGrid& grid);
ColumnQueryResult queryByBruteForce(const ChannelHistory& history, std::int64_t size, const ColumnGrid& grid);

/// The answer of ChannelHistory::nearest(). Precondition: some sample is kept.
std::int64_t nearestByBruteForce(const Recording& recording, std::int64_t evictedCount, Timestamp time);
std::int64_t nearestByBruteForce(const Recording& recording, const IsEvicted& isEvicted, Timestamp time);

/// Fails the test where the two differ in anything, to the bit.
void expectSame(const ColumnQueryResult& actual, const ColumnQueryResult& expected);

} // namespace rillscope::test
