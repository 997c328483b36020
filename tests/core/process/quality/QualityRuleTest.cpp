// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/quality/QualityRule.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();
constexpr double largest = std::numeric_limits<double>::max();

struct Reading {
    std::int64_t time;
    double value;
};

struct Case {
    Reading reading;
    bool isMarked;
};

void expectMarks(const StepSettings& settings, QualityFlag flag, const std::vector<Case>& cases) {
    const auto rule = makeQualityRule(settings);
    ASSERT_TRUE(rule);
    for (const auto& [reading, isMarked] : cases)
        EXPECT_EQ(rule->judge(fromNanoseconds(reading.time), reading.value),
                  isMarked ? Quality(flag) : Quality())
            << "t=" << reading.time << " v=" << reading.value;
}

constexpr std::int64_t second = 1'000'000'000;
constexpr std::int64_t firstTime = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t lastTime = std::numeric_limits<std::int64_t>::max();

TEST(QualityRuleTest, AllowsTheEndsOfARangeThemselves) {
    const RangeRule rule{.minimum = -10.0, .maximum = 30.0};
    expectMarks(rule, QualityFlag::OutOfRange,
                {{{0, -10.0}, false},
                 {{1, 30.0}, false},
                 {{2, std::nextafter(30.0, 31.0)}, true},
                 {{1, std::nextafter(-10.0, -11.0)}, true}, // out of order, too
                 {{3, nan}, false},
                 {{3, infinity}, false}});
    expectMarks(RangeRule{.minimum = {}, .maximum = 30.0}, QualityFlag::OutOfRange,
                {{{0, -largest}, false}, {{1, 30.5}, true}});
    expectMarks(RangeRule{.minimum = 0.0, .maximum = {}}, QualityFlag::OutOfRange,
                {{{0, largest}, false}, {{1, -0.5}, true}, {{1, -0.0}, false}});
}

TEST(QualityRuleTest, MeasuresARateFromTheNewestNumberBeforeIt) {
    expectMarks(RateRule{.perSecond = 2.0}, QualityFlag::RateOfChange,
                {{{0, 20.0}, false}, // nothing before it
                 {{second, 22.0}, false},
                 {{2 * second, 24.5}, true},
                 {{2 * second, 24.5}, false}, // nothing changed in no time
                 {{2 * second, 24.6}, true},  // something did
                 {{3 * second, nan}, false},
                 {{5 * second / 2, 90.0}, false}, // out of order after the NaN
                 {{4 * second, 28.6}, false},     // 4 in two seconds
                 {{4 * second, infinity}, false},
                 {{5 * second, -28.6}, true}});
    expectMarks(RateRule{.perSecond = 1.0}, QualityFlag::RateOfChange,
                {{{firstTime, -largest}, false}, {{lastTime, largest}, true}, {{firstTime, 0.0}, false}});
}

TEST(QualityRuleTest, CallsAValueStuckOnceItHasStoodStillLongEnough) {
    expectMarks(StuckRule{.after = 10s, .tolerance = 0.5}, QualityFlag::Stuck,
                {{{0, 20.0}, false},
                 {{5 * second, 20.5}, false},
                 {{10 * second - 1, 19.5}, false},
                 {{10 * second, 20.0}, true},
                 {{11 * second, nan}, false},
                 {{9 * second, 50.0}, false}, // out of order: neither judged nor an end
                 {{12 * second, 20.5}, true},
                 {{13 * second, 20.75}, false}, // slow drift has left it
                 {{22 * second, 20.75}, false},
                 {{23 * second, 20.75}, true}});
    expectMarks(StuckRule{.after = Duration(second), .tolerance = 0.0}, QualityFlag::Stuck,
                {{{firstTime, 1.0}, false}, {{lastTime, 1.0}, true}, {{lastTime, 1.0}, true}});
}

TEST(QualityRuleTest, MarksTheFirstSampleAfterASilence) {
    expectMarks(GapRule{.longerThan = 10s}, QualityFlag::Gap,
                {{{-50 * second, 1.0}, false},
                 {{-40 * second, 1.0}, false}, // not longer
                 {{-30 * second + 1, 1.0}, true},
                 {{-29 * second, 1.0}, false},
                 {{-45 * second, 1.0}, false}, // out of order
                 {{-15 * second, nan}, true},  // a NaN is no silence
                 {{-6 * second, 1.0}, false},
                 {{lastTime, 1.0}, true}});
    expectMarks(GapRule{.longerThan = 1ns}, QualityFlag::Gap,
                {{{firstTime, 1.0}, false}, {{lastTime, 1.0}, true}});
}

TEST(QualityRuleTest, IsMadeForRulesOnly) {
    for (const StepSettings& settings : {StepSettings(MovingAverage{1s}), StepSettings(TumblingWindow{}),
                                         StepSettings(AlarmRule{}), StepSettings(UnitConversion{})})
        EXPECT_EQ(makeQualityRule(settings), nullptr);
}

/// What each rule says of the last of `readings`, seen with all that came before it at hand.
struct Reference {
    std::vector<Reading> readings{};

    bool isInOrder(std::size_t index) const {
        for (std::size_t i = 0; i < index; ++i) {
            if (readings[i].time > readings[index].time)
                return false;
        }
        return true;
    }

    std::vector<Reading> numbersInOrder() const {
        std::vector<Reading> result;
        for (std::size_t i = 0; i < readings.size(); ++i) {
            if (isInOrder(i) && std::isfinite(readings[i].value))
                result.push_back(readings[i]);
        }
        return result;
    }

    bool isJudged() const { return isInOrder(readings.size() - 1) && std::isfinite(readings.back().value); }

    bool isTooFast(const RateRule& rule) const {
        const std::vector<Reading> numbers = numbersInOrder();
        if (!isJudged() || numbers.size() < 2)
            return false;
        const auto& [time, value] = numbers[numbers.size() - 2];
        return std::abs(numbers.back().value - value) >
               rule.perSecond * static_cast<double>(numbers.back().time - time) / 1e9;
    }

    bool isStuck(const StuckRule& rule) const {
        const std::vector<Reading> numbers = numbersInOrder();
        std::size_t begin = 0;
        for (std::size_t i = 1; i < numbers.size(); ++i) {
            if (std::abs(numbers[i].value - numbers[begin].value) > rule.tolerance)
                begin = i;
        }
        return isJudged() && numbers.back().time - numbers[begin].time >= rule.after.count();
    }

    bool isAfterGap(const GapRule& rule) const {
        std::int64_t silence = readings.size() > 1 ? lastTime : 0;
        for (std::size_t i = 0; i + 1 < readings.size(); ++i)
            silence = std::min(silence, readings.back().time - readings[i].time);
        return silence > rule.longerThan.count();
    }
};

TEST(QualityRuleTest, AgreesWithALookAtAllThatCameBefore) {
    const std::uint32_t seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto draw = [&](int most) { return std::uniform_int_distribution<int>(0, most)(random); };
    int marks[3]{};
    for (int stream = 0; stream < 200; ++stream) {
        const RateRule rate{.perSecond = 0.5 * draw(4)};
        const StuckRule stuck{.after = std::chrono::seconds(1 + draw(3)), .tolerance = 0.5 * draw(2)};
        const GapRule gap{.longerThan = std::chrono::seconds(1 + draw(2))};
        const auto rateCheck = makeQualityRule(rate);
        const auto stuckCheck = makeQualityRule(stuck);
        const auto gapCheck = makeQualityRule(gap);
        Reference reference;
        std::int64_t newest = (draw(200) - 100) * second;
        for (int i = 0; i < 60; ++i) {
            newest += draw(5) * second / 2;
            const std::int64_t time = draw(7) == 0 ? newest - draw(6) * second / 2 : newest;
            const double value = draw(9) == 0 ? nan : 0.5 * draw(3);
            reference.readings.push_back({time, value});
            const Timestamp at = fromNanoseconds(time);
            EXPECT_EQ(bool(rateCheck->judge(at, value)), reference.isTooFast(rate)) << stream << ", " << i;
            EXPECT_EQ(bool(stuckCheck->judge(at, value)), reference.isStuck(stuck)) << stream << ", " << i;
            EXPECT_EQ(bool(gapCheck->judge(at, value)), reference.isAfterGap(gap)) << stream << ", " << i;
            marks[0] += reference.isTooFast(rate) ? 1 : 0;
            marks[1] += reference.isStuck(stuck) ? 1 : 0;
            marks[2] += reference.isAfterGap(gap) ? 1 : 0;
        }
    }
    for (const int count : marks)
        EXPECT_GT(count, 100) << "a comparison of nothing with nothing";
}

} // namespace
} // namespace rillscope
