// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/source/simulator/SimulationSettings.h"

#include <gtest/gtest.h>

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

Result<SimulationSettings> read(const QString& text) {
    const auto uri = SourceUri::parse(text);
    if (!uri)
        return tl::unexpected(uri.error());
    return SimulationSettings::fromUri(*uri);
}

TEST(FaultUriTest, ReadsEveryFault) {
    const auto settings = read(QStringLiteral(
        "sim:?gap=0.001&gapFor=3s..1min&burst=0.002&burstFor=2s&duplicate=0.003&late=0.01&lateBy=1ms..1h&"
        "spike=1&spikeBy=0..7.5&stuck=0.004&stuckFor=5s..6s&drift=0.005&driftFor=90s&driftBy=3&nan=1e-6"));
    ASSERT_TRUE(settings) << settings.error().message().toStdString();
    const FaultSettings expected{.gap = {0.001, {3s, 60s}},
                                 .burst = {0.002, {2s, 2s}},
                                 .duplicate = 0.003,
                                 .late = {0.01, {1ms, 1h}},
                                 .spike = {1.0, {0.0, 7.5}},
                                 .stuck = {0.004, {5s, 6s}},
                                 .drift = {0.005, {90s, 90s}},
                                 .driftBy = {3.0, 3.0},
                                 .notANumber = 1e-6};
    EXPECT_EQ(settings->faults, expected);
    EXPECT_TRUE(settings->faults.hasAny());
    EXPECT_EQ(SimulationSettings::fromUri(settings->toUri()), settings);
    EXPECT_FALSE(read(QStringLiteral("sim:"))->faults.hasAny());
    EXPECT_EQ(read(QStringLiteral("sim:?late=0.5"))->faults.late.length, FaultSettings().late.length);
}

TEST(FaultUriTest, RefusesWhatIsOutOfBoundsAndSaysWhatIsExpected) {
    const std::pair<const char*, const char*> cases[]{{"gap=1.5", "gap"},
                                                      {"gap=-0.1", "gap"},
                                                      {"late=nan", "late"},
                                                      {"nan=nan", "nan"},
                                                      {"nan=yes", "nan"},
                                                      {"gapFor=2s..10s", "gapFor"},
                                                      {"driftBy=2", "driftBy"},
                                                      {"late=0.1&lateBy=5s..1s", "lateBy"},
                                                      {"late=0.1&lateBy=5", "lateBy"},
                                                      {"late=0.1&lateBy=0s", "lateBy"},
                                                      {"late=0.1&lateBy=1s..61min", "lateBy"},
                                                      {"late=0.1&lateBy=1s..2s..3s", "lateBy"},
                                                      {"late=0.1&lateBy=..", "lateBy"},
                                                      {"late=0.1&lateBy=", "lateBy"},
                                                      {"spike=0.1&spikeBy=-5..5", "spikeBy"},
                                                      {"spike=0.1&spikeBy=nan", "spikeBy"},
                                                      {"spike=0.1&spikeBy=5..inf", "spikeBy"},
                                                      {"spike=0.1&spikeBy=10001", "spikeBy"},
                                                      {"spikes=0.1", "spikes"}};
    for (const auto& [parameters, subject] : cases) {
        const auto settings = read(QStringLiteral("sim:?") + QString::fromLatin1(parameters));
        ASSERT_FALSE(settings) << parameters;
        EXPECT_EQ(settings.error().subject.toStdString(), subject) << parameters;
    }
    EXPECT_EQ(read(QStringLiteral("sim:?late=0.1&lateBy=2h")).error().detail.english(),
              QStringLiteral("“2h” is neither one value nor a smaller and a greater one such as 1s..5s, from "
                             "1ms to 1h"));
    EXPECT_EQ(read(QStringLiteral("sim:?lateBy=2s")).error().detail.english(),
              QStringLiteral("goes only with late, the probability of it"));
}

TEST(FaultUriTest, ReadsBackWhatItWrites) {
    const std::uint32_t seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto rate = [&] {
        return random() % 3 == 0 ? 0.0 : std::uniform_real_distribution(0.0, 1.0)(random);
    };
    const auto length = [&]() -> FaultRange<Duration> {
        const Duration shortest{1'000'000 + static_cast<std::int64_t>(random())};
        return {shortest, shortest + Duration{random() % 2 == 0 ? 0 : random()}};
    };
    const auto size = [&]() -> FaultRange<double> {
        const double least = std::uniform_real_distribution(0.0, 5'000.0)(random);
        return {least, least * (random() % 2 == 0 ? 1.0 : 2.0)};
    };
    for (int i = 0; i < 1'000; ++i) {
        SimulationSettings settings;
        settings.faults = {.gap = {rate(), length()},
                           .burst = {rate(), length()},
                           .duplicate = rate(),
                           .late = {rate(), length()},
                           .spike = {rate(), size()},
                           .stuck = {rate(), length()},
                           .drift = {rate(), length()},
                           .driftBy = size(),
                           .notANumber = rate()};
        ASSERT_EQ(SimulationSettings::fromUri(settings.toUri()), settings)
            << settings.toUri().shown().text().toStdString();
    }
}

} // namespace
} // namespace rillscope
