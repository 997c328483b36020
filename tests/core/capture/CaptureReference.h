// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/write/CaptureBlock.h"

#include <random>
#include <vector>

namespace rillscope::test {

/// What one row of `samples` is to be.
struct StoredSample {
    std::int64_t channel = 0;
    std::int64_t time = 0;
    double value = 0.0;
    std::int64_t quality = 0;

    /// To the bit, but for NaN, of which there is one.
    friend bool operator==(const StoredSample& left, const StoredSample& right);
};

/// Makes blocks as the processing thread would, and keeps what they hold.
class BlockMaker {
public:
    explicit BlockMaker(unsigned seed, int channels = 4) : m_random(seed), m_channelCount(channels) {}

    /// Of odd values and times. Channels come up as they go.
    CaptureBlock next(int samples);
    /// Of ordinary ones, all raw, cheaply.
    CaptureBlock plain(int samples);

    const std::vector<StoredSample>& all() const { return m_all; }
    qint64 rawCount() const { return m_rawCount; }

private:
    void add(CaptureBlock& block, const PackedSample& sample);
    PackedSample oddSample();

    std::mt19937_64 m_random;
    int m_channelCount;
    int m_channelsTold = 0;
    std::int64_t m_time = 1'700'000'000'000'000'000;
    std::vector<std::int64_t> m_historySizes = std::vector<std::int64_t>(256, 0);
    std::vector<StoredSample> m_all;
    qint64 m_rawCount = 0;
};

/// All rows of `samples`; fails the running test when ids have holes or the file cannot be read.
std::vector<StoredSample> readSamples(const QString& path);

/// A number, by SQL.
std::int64_t readNumber(const QString& path, std::string_view sql);
QString readText(const QString& path, std::string_view sql);

} // namespace rillscope::test
