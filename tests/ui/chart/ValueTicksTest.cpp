// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/ValueTicks.h"

#include "ui/chart/ValueScale.h"
#include "ui/text/AxisTicks.h"

#include <gtest/gtest.h>

#include <QSet>

#include <bit>
#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

constexpr double largest = std::numeric_limits<double>::max();

std::string labels(double minimum, double maximum, DecimalStep step) {
    QStringList texts;
    for (const ValueTick& tick : valueTicks(minimum, maximum, step))
        texts.append(tick.label);
    return texts.join(u' ').toStdString();
}

/// What a person reads off a label.
double valueOf(QString label) {
    return label.replace(u'−', u'-').toDouble();
}

std::string describe(const ValueScale& scale) {
    const auto exact = [](double value) { return QString::number(value, 'g', 17); };
    return QStringLiteral("%1 … %2").arg(exact(scale.minimum()), exact(scale.maximum())).toStdString();
}

/// Everything that must hold of the axis that fits some data.
void expectReadable(double lowest, double highest) {
    ValueScale scale;
    scale.fit(lowest, highest);
    ASSERT_TRUE(std::isfinite(scale.minimum()) && std::isfinite(scale.maximum()));
    ASSERT_LE(scale.minimum(), lowest) << describe(scale);
    ASSERT_GE(scale.maximum(), highest) << describe(scale);
    const QList<ValueTick> ticks = valueTicks(scale.minimum(), scale.maximum(), scale.step());
    ASSERT_GE(ticks.size(), 3) << describe(scale);
    ASSERT_LE(ticks.size(), 9) << describe(scale);
    QSet<QString> different;
    for (const ValueTick& tick : ticks) {
        ASSERT_EQ(std::bit_cast<std::uint64_t>(valueOf(tick.label) + 0.0),
                  std::bit_cast<std::uint64_t>(tick.value + 0.0))
            << tick.label.toStdString() << " in " << describe(scale);
        ASSERT_GE(tick.value, scale.minimum());
        ASSERT_LE(tick.value, scale.maximum());
        ASSERT_LE(tick.label.size(), 26) << tick.label.toStdString();
        different.insert(tick.label);
    }
    ASSERT_EQ(different.size(), ticks.size()) << describe(scale);
}

TEST(ValueTicksTest, WritesValuesOfUsualSizePlainly) {
    EXPECT_EQ(labels(0.0, 100.0, {2, 1}), "0 20 40 60 80 100");
    EXPECT_EQ(labels(-0.006, 0.006, {2, -3}), "−0.006 −0.004 −0.002 0.000 0.002 0.004 0.006");
    EXPECT_EQ(labels(19.99, 20.005, {5, -3}), "19.990 19.995 20.000 20.005");
    EXPECT_EQ(labels(0.0, 5e6, {1, 6}), "0 1000000 2000000 3000000 4000000 5000000");
}

TEST(ValueTicksTest, GivesLargeAndSmallValuesACommonExponent) {
    EXPECT_EQ(labels(1e9, 1.4e9, {1, 8}), "1.0e9 1.1e9 1.2e9 1.3e9 1.4e9");
    EXPECT_EQ(labels(-2e12, 2e12, {1, 12}), "−2e12 −1e12 0 1e12 2e12");
    EXPECT_EQ(labels(0.0, 4e-6, {2, -6}), "0 2e−6 4e−6");
    EXPECT_EQ(labels(1e9, 1e9 + 2e-3, {1, -3}), "1.000000000000e9 1.000000000001e9 1.000000000002e9");
    EXPECT_EQ(labels(-1.7e308, 1.7e308, {1, 308}), "−1e308 0 1e308");
    EXPECT_EQ(labels(0.0, 1e-322, {5, -323}), "0 0.5e−322 1.0e−322");
}

TEST(ValueTicksTest, LeavesTicksOutThatNoDoubleTellsApart) {
    const double next = std::nextafter(1e16, largest);
    const QList<ValueTick> ticks = valueTicks(1e16, next, {5, -1});
    ASSERT_EQ(ticks.size(), 2);
    EXPECT_EQ(ticks.at(0).value, 1e16);
    EXPECT_EQ(ticks.at(1).value, next);
    EXPECT_NE(ticks.at(0).label, ticks.at(1).label);
}

TEST(ValueTicksTest, TellsEveryRangeOfDoublesApart) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    const auto anyDouble = [&random] {
        double value = std::numeric_limits<double>::infinity();
        while (!std::isfinite(value))
            value = std::bit_cast<double>(random());
        return value;
    };
    for (int i = 0; i < 20'000; ++i) {
        const double a = anyDouble();
        // Two values of any size; of about the same size; and a few doubles apart.
        double b = anyDouble();
        if (i % 3 == 1)
            b = a * (1.0 + static_cast<double>(random() % 2'000) * 1e-3);
        else if (i % 3 == 2)
            b = std::bit_cast<double>(std::bit_cast<std::uint64_t>(a) ^ (random() % 64));
        if (!std::isfinite(b))
            continue;
        ASSERT_NO_FATAL_FAILURE(expectReadable(std::min(a, b), std::max(a, b))) << a << ", " << b;
    }
}

TEST(ValueTicksTest, ReachesTheEndsOfTheRangeOfDoubles) {
    const double smallest = std::numeric_limits<double>::denorm_min();
    for (const auto& [low, high] : {std::pair{-largest, largest},
                                    {-1.7e308, 1.7e308},
                                    {0.0, largest},
                                    {largest, largest},
                                    {-largest, -largest},
                                    {0.0, smallest},
                                    {-smallest, smallest},
                                    {smallest, smallest},
                                    {0.0, 0.0},
                                    {-0.0, 0.0},
                                    {5e-3, 5e-3},
                                    {1.1e9, 1.1e9},
                                    {-4e-310, 4e-310}})
        ASSERT_NO_FATAL_FAILURE(expectReadable(low, high)) << low << ", " << high;
}

TEST(DecimalStepTest, IsTheSmallestThatIsNotBelow) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    for (int i = 0; i < 20'000; ++i) {
        const double value = std::bit_cast<double>(random() >> 1U);
        if (!std::isfinite(value) || value == 0.0)
            continue;
        const DecimalStep step = DecimalStep::atLeast(value);
        ASSERT_GE(step.value() * (1.0 + 1e-8), value);
        if (value > 1e-300 && value < 1e300) {
            ASSERT_LE(step.value(), value * 2.5000001);
        }
    }
}

} // namespace
} // namespace rillscope
