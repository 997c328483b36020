// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/capture/CaptureReference.h"

#include "core/capture/CaptureSchema.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <limits>

namespace rillscope::test {
namespace {

/// Odd channels are derived.
bool isRaw(ChannelIndex channel) {
    return channel % 2 == 0;
}

} // namespace

bool operator==(const StoredSample& left, const StoredSample& right) {
    const bool isSameValue =
        (std::isnan(left.value) && std::isnan(right.value)) ||
        std::bit_cast<std::uint64_t>(left.value) == std::bit_cast<std::uint64_t>(right.value);
    return isSameValue && left.channel == right.channel && left.time == right.time &&
           left.quality == right.quality;
}

CaptureBlock BlockMaker::next(int samples) {
    CaptureBlock block;
    block.firstNewChannel = m_channelsTold;
    while (m_channelsTold < m_channelCount && (m_channelsTold == 0 || m_random() % 3 == 0)) {
        const auto kind =
            isRaw(static_cast<ChannelIndex>(m_channelsTold)) ? ChannelKind::Raw : ChannelKind::Derived;
        block.newChannels.push_back({QStringLiteral("channel %1").arg(m_channelsTold), Unit::Celsius, kind});
        ++m_channelsTold;
    }
    block.arrival = fromNanoseconds(m_time);
    for (int i = 0; i < samples; ++i)
        add(block, oddSample());
    return block;
}

CaptureBlock BlockMaker::plain(int samples) {
    CaptureBlock block;
    block.firstNewChannel = m_channelsTold;
    for (; m_channelsTold < m_channelCount; ++m_channelsTold)
        block.newChannels.push_back(
            {QStringLiteral("channel %1").arg(m_channelsTold), Unit::Celsius, ChannelKind::Raw});
    block.arrival = fromNanoseconds(m_time);
    for (int i = 0; i < samples; ++i) {
        m_time += 1'000'000;
        add(block, {m_time, 20.0 + static_cast<double>(m_random() % 1'000) / 7.0,
                    static_cast<ChannelIndex>(i % m_channelCount), 0});
    }
    return block;
}

void BlockMaker::add(CaptureBlock& block, const PackedSample& sample) {
    std::int64_t& historySize = m_historySizes[sample.channel];
    const bool isPlaced =
        std::any_of(block.places.begin(), block.places.end(),
                    [&](const SamplePlace& place) { return place.channel == sample.channel; });
    if (!isPlaced)
        block.places.push_back({sample.channel, historySize});
    ++historySize;
    block.samples.push_back(sample);
    block.rawCount += isRaw(sample.channel) ? 1 : 0;
    m_rawCount += isRaw(sample.channel) ? 1 : 0;
    m_all.push_back({sample.channel, sample.time, sample.value, sample.quality});
}

PackedSample BlockMaker::oddSample() {
    using Limits = std::numeric_limits<double>;
    constexpr std::array<double, 10> values{
        0.0,  -0.0, Limits::quiet_NaN(),  Limits::infinity(), -Limits::infinity(),
        42.0, -7.0, Limits::denorm_min(), Limits::max(),      1e15};
    constexpr std::array<std::int64_t, 4> times{std::numeric_limits<std::int64_t>::min(),
                                                std::numeric_limits<std::int64_t>::max(), 0, -1};
    PackedSample sample;
    sample.channel = static_cast<ChannelIndex>(m_random() % static_cast<unsigned>(m_channelsTold));
    m_time += static_cast<std::int64_t>(m_random() % 1'000'000);
    sample.time = m_random() % 50 == 0 ? times[m_random() % times.size()] : m_time;
    sample.value = m_random() % 4 == 0 ? values[m_random() % values.size()]
                                       : std::normal_distribution(20.0, 5.0)(m_random);
    sample.quality = m_random() % 3 == 0 ? static_cast<std::uint16_t>(m_random() & 0x83ff) : std::uint16_t{0};
    return sample;
}

std::vector<StoredSample> readSamples(const QString& path) {
    auto database = Database::openToRead(path);
    if (!database) {
        ADD_FAILURE() << database.error().message().toStdString();
        return {};
    }
    auto statement = database->prepare("SELECT id, channel, time, value, quality FROM samples ORDER BY id");
    if (!statement) {
        ADD_FAILURE() << statement.error().message().toStdString();
        return {};
    }
    std::vector<StoredSample> samples;
    auto hasRow = statement->step();
    for (; hasRow && *hasRow; hasRow = statement->step()) {
        EXPECT_EQ(statement->integer(0), static_cast<std::int64_t>(samples.size()) + 1);
        samples.push_back(
            {statement->integer(1), statement->integer(2), statement->real(3), statement->integer(4)});
    }
    EXPECT_TRUE(hasRow.has_value());
    return samples;
}

std::int64_t readNumber(const QString& path, std::string_view sql) {
    return readText(path, sql).toLongLong();
}

QString readText(const QString& path, std::string_view sql) {
    auto database = Database::openToRead(path);
    if (!database) {
        ADD_FAILURE() << database.error().message().toStdString();
        return {};
    }
    auto statement = database->prepare(sql);
    if (!statement) {
        ADD_FAILURE() << statement.error().message().toStdString();
        return {};
    }
    const auto hasRow = statement->step();
    return hasRow && *hasRow ? statement->text(0) : QString();
}

} // namespace rillscope::test
