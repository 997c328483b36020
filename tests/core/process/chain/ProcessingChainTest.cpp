// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/chain/ChainFixture.h"

#include <cmath>
#include <limits>
#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using ProcessingChainTest = test::ChainFixture;

TEST_F(ProcessingChainTest, WithoutADefinitionSetsTheBuiltInMarksAlone) {
    begin("");
    EXPECT_EQ(feed(2s, 20.0), Quality());
    EXPECT_EQ(feed(1s, 20.0), Quality(QualityFlag::OutOfOrder));
    EXPECT_EQ(feed(3s, -300.0), Quality(QualityFlag::OutOfRange));
    EXPECT_TRUE(record.names.isEmpty());
    EXPECT_FALSE(chain.watermark());
    EXPECT_EQ(chain.windowCounts(), WindowCounts());
}

TEST_F(ProcessingChainTest, MarksByTheRulesOfTheChannelsTheyName) {
    begin("[[step]]\nkind='range'\nname='r'\nmaximum=50\nchannels='ov?n'\n"
          "[[step]]\nkind='gap'\nname='g'\nlonger_than='5s'\n"
          "[[step]]\nkind='range'\nname='off'\nmaximum=1\nenabled=false\n");
    EXPECT_EQ(feed(0s, 60.0), Quality(QualityFlag::OutOfRange));
    EXPECT_EQ(feed(0s, 60.0, hall), Quality());
    EXPECT_EQ(feed(6s, 60.0), QualityFlag::OutOfRange | QualityFlag::Gap);
    EXPECT_EQ(feed(6s, 60.0, hall), Quality(QualityFlag::Gap));
}

TEST_F(ProcessingChainTest, MakesAChannelOfEachFilterAndOfAFilterOfAFilter) {
    begin("[[step]]\nkind='dead_band'\nname='band'\nband=1\nchannels='oven'\n"
          "[[step]]\nkind='rate_of_change'\nname='slope'\nof='band'\n");
    Duration time = 0s;
    for (const double value : {10.0, 10.5, 12.0, 12.9, 15.0}) {
        feed(time, value);
        time += 1s;
    }
    feed(1s, 99.0, hall);
    EXPECT_EQ(record.names, (QStringList{QStringLiteral("oven/band"), QStringLiteral("oven/slope")}));
    EXPECT_EQ(derived("oven/band"), (QList<double>{10.0, 12.0, 15.0}));
    EXPECT_EQ(derived("oven/slope"), (QList<double>{1.0, 1.5})) << "2 in 2 s, 3 in 2 s";
    EXPECT_EQ(record.units.value(QStringLiteral("oven/band")), Unit::Celsius);
    EXPECT_EQ(record.units.value(QStringLiteral("oven/slope")), Unit::None);
}

TEST_F(ProcessingChainTest, SubtractsAChannelFromTheOthers) {
    begin("[[step]]\nkind='difference'\nname='over hall'\nminus='hall'\nwithin='1s'\nchannels='oven'\n"
          "[[step]]\nkind='alarm'\nname='hot'\nof='over hall'\nwhen='above'\nhigh=100\n");
    feed(0s, 20.0, hall);
    feed(0s, 30.0);
    feed(10s, 150.0);
    feed(10s, 21.0, hall);
    chain.endStream();
    EXPECT_EQ(derived("oven/over hall"), (QList<double>{10.0, 129.0}));
    ASSERT_EQ(record.table.occurrences().size(), 1);
    EXPECT_EQ(record.table.occurrences().constFirst().worst, 129.0);
}

TEST_F(ProcessingChainTest, FiresWindowsByTheWatermarkAndAtTheEnd) {
    begin("[event_time]\nout_of_orderness='2s'\n"
          "[[step]]\nkind='tumble'\nname='w'\nsize='10s'\n");
    feed(1s, 1.0);
    feed(9s, 2.0);
    feed(11s, 3.0);
    EXPECT_EQ(windows("w"), "") << "the watermark stands at 9 s";
    EXPECT_EQ(*chain.watermark(), Timestamp{9s});
    EXPECT_EQ(feed(8s, 4.0), QualityFlag::OutOfOrder | QualityFlag::Late)
        << "behind the watermark, but in time for its window";
    feed(13s, 5.0);
    EXPECT_EQ(windows("w"), "0..10 n=3");
    feed(5s, 6.0);
    EXPECT_EQ(windows("w"), "0..10 n=3");
    EXPECT_EQ(chain.windowCounts(), (WindowCounts{.emitted = 1, .lateDropped = 1, .firedEarly = 0}));
    chain.endStream();
    EXPECT_EQ(windows("w"), "0..10 n=3; 10..20 n=2");
    EXPECT_EQ(chain.windowCounts().emitted, 2);
}

TEST_F(ProcessingChainTest, RaisesAlarmsOnTheResultsOfWindows) {
    begin("[event_time]\nout_of_orderness='0s'\n"
          "[[step]]\nkind='tumble'\nname='w'\nsize='10s'\naggregates=['mean']\n"
          "[[step]]\nkind='alarm'\nname='warm'\nof='w.mean'\nwhen='above'\nhigh=50\n");
    for (int second = 0; second < 10; ++second)
        feed(std::chrono::seconds(second), second == 3 ? 400.0 : 20.0);
    EXPECT_TRUE(record.table.occurrences().isEmpty());
    feed(10s, 20.0);
    ASSERT_EQ(record.table.occurrences().size(), 1);
    const AlarmOccurrence& alarm = record.table.occurrences().constFirst();
    EXPECT_EQ(alarm.worst, 58.0);
    EXPECT_EQ(alarm.first, Timestamp{10s - 1ms}) << "the last millisecond of the window";
    EXPECT_EQ(alarm.channel, QStringLiteral("oven"));
}

TEST_F(ProcessingChainTest, RaisesOneAlarmForASpikeOfOneSample) {
    begin("[[step]]\nkind='alarm'\nname='hot'\nwhen='above'\nhigh=100\n");
    for (int i = 0; i < 300'000; ++i)
        feed(10us * i, i == 123'456 ? 101.0 : 20.0);
    EXPECT_EQ(record.table.counts().raised, 1);
    EXPECT_EQ(record.table.counts().active, 0);
    EXPECT_EQ(record.table.occurrences().constFirst().first, Timestamp{10us * 123'456});
}

TEST_F(ProcessingChainTest, NoticesSilenceOfALiveSourceAsTimePasses) {
    const char* steps = "[[step]]\nkind='alarm'\nname='silent'\nwhen='stale'\nlonger_than='5s'\n";
    begin(steps, SourceTime::Live);
    EXPECT_TRUE(chain.needsTime());
    feed(0s, 20.0);
    chain.passTime(Timestamp{4s});
    EXPECT_EQ(record.table.counts().raised, 0);
    chain.passTime(Timestamp{6s});
    EXPECT_EQ(record.table.counts().active, 1);
    feed(7s, 20.0);
    EXPECT_EQ(record.table.counts().active, 0);
    begin(steps, SourceTime::Replayed);
    EXPECT_FALSE(chain.needsTime());
}

TEST_F(ProcessingChainTest, DoesNotLetAWrongClockMoveTheWatermark) {
    begin("[event_time]\nout_of_orderness='0s'\nallowed_skew='1min'\n", SourceTime::Live);
    feed(10s, 20.0);
    EXPECT_EQ(feed(10h, 20.0, hall, 11s), Quality(QualityFlag::FarFuture));
    EXPECT_EQ(feed(12s, 20.0), Quality()) << "neither late nor marked";
    EXPECT_EQ(*chain.watermark(), Timestamp{12s});
    EXPECT_EQ(*chain.newestEventTime(), Timestamp{12s});
    begin("[event_time]\nout_of_orderness='0s'\nallowed_skew='1min'\n", SourceTime::Replayed);
    EXPECT_EQ(feed(10h, 20.0, hall, 11s), Quality()) << "a replay may be of any time";
}

TEST_F(ProcessingChainTest, SaysNoMoreOfASampleThatSaysItHasNoValue) {
    begin("[event_time]\nout_of_orderness='0s'\nallowed_skew='1min'\n", SourceTime::Live);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    const auto judge = [&](Duration time, Quality said) {
        return chain.judge({oven, Timestamp{time}, nan, said}, Timestamp{2s});
    };
    EXPECT_EQ(judge(2s, QualityFlag::NoValue), Quality());
    EXPECT_EQ(judge(1s, QualityFlag::NoValue), Quality(QualityFlag::OutOfOrder));
    EXPECT_EQ(judge(10h, QualityFlag::NoValue), Quality(QualityFlag::FarFuture));
    EXPECT_EQ(judge(3s, {}), Quality(QualityFlag::NotANumber));
}

TEST_F(ProcessingChainTest, GivesASampleFromTheFarFutureToNoStep) {
    begin("[event_time]\nout_of_orderness='0s'\nallowed_skew='1min'\n"
          "[[step]]\nkind='gap'\nname='g'\nlonger_than='5s'\n"
          "[[step]]\nkind='dead_band'\nname='band'\nband=0\n"
          "[[step]]\nkind='tumble'\nname='w'\nsize='10s'\n"
          "[[step]]\nkind='alarm'\nname='hot'\nwhen='above'\nhigh=100\n",
          SourceTime::Live);
    feed(1s, 20.0);
    const double nan = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(feed(10h, nan, oven, 2s), QualityFlag::FarFuture | QualityFlag::NotANumber);
    EXPECT_EQ(feed(10h, 500.0, oven, 2s), Quality(QualityFlag::FarFuture));
    EXPECT_EQ(feed(3s, 30.0), Quality()) << "in order, and after no gap";
    EXPECT_EQ(feed(11s, 120.0), Quality(QualityFlag::Gap));
    chain.endStream();
    EXPECT_EQ(derived("oven/band"), (QList<double>{20.0, 30.0, 120.0}));
    EXPECT_EQ(windows("w"), "0..10 n=2; 10..20 n=1");
    EXPECT_EQ(record.table.counts().raised, 1);
}

TEST_F(ProcessingChainTest, BelievesARecordingThatASampleWasFromTheFarFuture) {
    begin("[[step]]\nkind='gap'\nname='g'\nlonger_than='5s'\n");
    feed(1s, 20.0);
    Sample wrong{oven, Timestamp{10h}, 20.0, QualityFlag::FarFuture};
    wrong.quality |= chain.judge(wrong, Timestamp{2s});
    chain.process(wrong, Timestamp{2s});
    EXPECT_EQ(wrong.quality, Quality(QualityFlag::FarFuture)) << "after no gap";
    EXPECT_EQ(feed(2s, 20.0), Quality()) << "nothing is out of order after it";
}

TEST_F(ProcessingChainTest, WaitsForTheSlowestChannelWhereEachHoldsTheWatermark) {
    begin("[event_time]\nout_of_orderness='0s'\nwatermark='channel'\nidle_timeout='1min'\n",
          SourceTime::Live);
    feed(10s, 1.0, hall);
    feed(20s, 1.0);
    feed(30s, 1.0);
    EXPECT_EQ(*chain.watermark(), Timestamp{10s});
    EXPECT_TRUE(chain.needsTime());
    chain.passTime(Timestamp{71s});
    EXPECT_EQ(*chain.watermark(), Timestamp{30s}) << "the hall has been silent for a minute";
}

TEST_F(ProcessingChainTest, BeginsWindowsAndFiltersAfreshWithTheNextStream) {
    const char* steps = "[event_time]\nout_of_orderness='0s'\n"
                        "[[step]]\nkind='tumble'\nname='w'\nsize='10s'\n"
                        "[[step]]\nkind='exponential'\nname='e'\ntime_constant='1h'\nchannels='oven'\n";
    begin(steps);
    feed(100s, 50.0);
    chain.endStream();
    EXPECT_FALSE(chain.watermark());
    begin(steps);
    EXPECT_EQ(feed(1s, 10.0), Quality()) << "the time of another stream counts for nothing";
    chain.endStream();
    EXPECT_EQ(windows("w"), "0..10 n=1");
    EXPECT_EQ(derived("oven/e"), (QList<double>{50.0, 10.0}));
    EXPECT_EQ(chain.windowCounts().emitted, 2);
}

TEST_F(ProcessingChainTest, GoesOnWhereADerivedChannelHasNoPlace) {
    record.mostDerived = 1;
    begin("[[step]]\nkind='dead_band'\nname='a'\nband=0\nchannels='oven'\n"
          "[[step]]\nkind='dead_band'\nname='b'\nof='a'\nband=0\nchannels='oven'\n"
          "[[step]]\nkind='alarm'\nname='hot'\nof='b'\nwhen='above'\nhigh=1\n");
    feed(0s, 2.0);
    EXPECT_EQ(record.names, QStringList{QStringLiteral("oven/a")});
    EXPECT_EQ(record.table.counts().raised, 1) << "what has no place in the history is still watched";
}

/// Windows of a chain are those of the operator alone, whatever else the chain does.
TEST_F(ProcessingChainTest, HandsEachSampleToEachWindowOnce) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    std::mt19937_64 random(seed);
    begin("[event_time]\nout_of_orderness='3s'\n"
          "[[step]]\nkind='moving_average'\nname='m'\nover='5s'\n"
          "[[step]]\nkind='hop'\nname='w'\nsize='20s'\nslide='5s'\n"
          "[[step]]\nkind='tumble'\nname='v'\nof='m'\nsize='5s'\n");
    WindowOperator expected(HoppingWindow{20s, 5s, {}, {Aggregate::Count, Aggregate::Mean}});
    WatermarkTracker watermark(3s);
    std::vector<WindowRow> rows;
    std::int64_t time = 0;
    for (int i = 0; i < 5'000; ++i) {
        time += static_cast<std::int64_t>(random() % 2'000) - 500;
        const Duration at = std::chrono::milliseconds(time);
        const double value =
            i % 50 == 0 ? std::numeric_limits<double>::quiet_NaN() : static_cast<double>(random() % 1'000);
        feed(at, value, oven);
        expected.add(0, Timestamp{at}, value);
        watermark.observe(Timestamp{at});
        expected.advance(watermark.watermark(), rows);
    }
    chain.endStream();
    expected.finish(rows);
    const WindowSeries* series = record.windows.find(QStringLiteral("w"), QStringLiteral("oven"));
    ASSERT_EQ(series->size(), static_cast<qsizetype>(rows.size()));
    for (qsizetype i = 0; i < series->size(); ++i) {
        const WindowRow& row = rows[static_cast<std::size_t>(i)];
        EXPECT_EQ(series->row(i).end, row.end);
        EXPECT_EQ(series->row(i).value(Aggregate::Count), row.value(Aggregate::Count));
    }
    EXPECT_FALSE(windows("v").empty());
}

} // namespace
} // namespace rillscope
