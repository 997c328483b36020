// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportJob.h"

#include "core/base/BackgroundJob.h"
#include "tests/core/history/HistoryReference.h"
#include "tests/core/report/ReportReference.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

namespace rillscope::test {
namespace {

Quality drawnQuality(std::mt19937_64& random) {
    Quality quality;
    if (random() % 4 == 0)
        quality |= allQualityFlags[random() % allQualityFlags.size()];
    if (random() % 8 == 0)
        quality |= allQualityFlags[random() % allQualityFlags.size()];
    return quality;
}

void append(SampleHistory& history, const SampleStream& stream, ChannelIndex channel,
            std::mt19937_64& random) {
    for (const StreamSample& sample : stream)
        history.append({channel, sample.time, sample.value, drawnQuality(random)});
}

/// Breaks between two finite samples that came one after the other in time, for channels without NaN.
QList<ReportGap> gapsByBruteForce(const Recording& recording, const ReportRange& range) {
    QList<ReportGap> gaps;
    std::optional<Timestamp> newest;
    for (const RecordedSample& sample : recording) {
        if (newest && sample.eventTime < *newest)
            continue;
        if (newest && sample.breakBefore && *newest <= range.end && sample.eventTime >= range.begin)
            gaps.append({{}, *newest, sample.eventTime});
        newest = sample.eventTime;
    }
    return gaps;
}

ReportRange drawnRange(const Recording& recording, std::mt19937_64& random) {
    if (recording.empty() || random() % 4 == 0)
        return {};
    const auto drawn = [&] {
        const Timestamp time = recording[random() % recording.size()].eventTime;
        const std::int64_t shift = static_cast<std::int64_t>(random() % 3) - 1;
        std::int64_t moved = toNanoseconds(time);
        return __builtin_add_overflow(moved, shift, &moved) ? time : fromNanoseconds(moved);
    };
    const auto [begin, end] = std::minmax({drawn(), drawn()});
    return {begin, end};
}

TEST(ReportJobTest, TellsOfEachChannelWhatAPlainCountFinds) {
    const auto seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    for (const StreamKind kind : allStreamKinds) {
        for (const int size : {0, 1, 2, 255, 256, 257, 3'000, 9'000}) {
            SampleHistory history;
            for (int channel = 0; channel < 2; ++channel)
                append(history, makeStream(kind, size, random),
                       history.addChannel({QStringLiteral("channel %1").arg(channel), Unit::Celsius}),
                       random);
            for (int round = 0; round < 6; ++round) {
                const Recording recording = recordingOf(history.channel(0), history.channel(0).size());
                const ReportRange range = drawnRange(recording, random);
                SCOPED_TRACE(testing::Message()
                             << "kind " << static_cast<int>(kind) << ", " << size << " samples, from "
                             << toNanoseconds(range.begin) << " to " << toNanoseconds(range.end));
                const auto report = gatherReport(history, {}, range);
                ASSERT_TRUE(report);
                ASSERT_EQ(report->channels.size(), 2);
                for (int channel = 0; channel < 2; ++channel)
                    expectSameChannel(
                        report->channels.at(channel),
                        channelByBruteForce(
                            recordingOf(history.channel(channel), history.channel(channel).size()), range));
                if (testing::Test::HasFailure())
                    return;
            }
        }
    }
}

TEST(ReportJobTest, ListsTheGapsThatTouchTheRange) {
    const auto seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    qint64 found = 0;
    for (int round = 0; round < 60; ++round) {
        SampleHistory history;
        append(history, makeStream(StreamKind::WithGaps, 1'000, random),
               history.addChannel({QStringLiteral("a"), Unit::Celsius}), random);
        const Recording recording = recordingOf(history.channel(0), history.channel(0).size());
        const ReportRange range = drawnRange(recording, random);
        const auto report = gatherReport(history, {}, range);
        ASSERT_TRUE(report);
        QList<ReportGap> expected = gapsByBruteForce(recording, range);
        for (ReportGap& gap : expected)
            gap.channel = QStringLiteral("a");
        std::stable_sort(expected.begin(), expected.end(),
                         [](const ReportGap& a, const ReportGap& b) { return a.length() > b.length(); });
        EXPECT_EQ(report->gapCount, expected.size());
        EXPECT_EQ(report->gaps, expected.first(std::min(expected.size(), ReportContents::mostGaps)));
        found += report->gapCount;
    }
    EXPECT_GT(found, 20) << "the streams had no gaps to find";
}

TEST(ReportJobTest, CallsABreakByANumberThatIsNoneNoGap) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    const auto append = [&history](int second, double value) {
        history.append({0, Timestamp{std::chrono::seconds(second)}, value, {}});
    };
    for (int second = 0; second < 40; ++second)
        append(second, second == 20 ? std::nan("") : 1.0);
    auto report = gatherReport(history, {}, {});
    ASSERT_TRUE(report);
    EXPECT_EQ(report->gapCount, 0);
    append(40, std::nan(""));
    append(100, 1.0); // a silence after it, this time
    report = gatherReport(history, {}, {});
    ASSERT_EQ(report->gapCount, 1);
    EXPECT_EQ(report->gaps.constFirst().length(), std::chrono::seconds(60));
}

TEST(ReportJobTest, ListsGapsThatFollowEachOther) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    Timestamp time;
    const auto append = [&](int count, int interval) {
        for (int i = 0; i < count; ++i)
            history.append({0, time += std::chrono::seconds(interval), 1.0, {}});
    };
    append(30, 1);
    for (const int silence : {20, 35, 30}) {
        append(1, silence);
        append(3, 1);
    }
    const auto report = gatherReport(history, {}, {});
    ASSERT_EQ(report->gapCount, 3);
    EXPECT_EQ(report->gaps.constFirst().length(), std::chrono::seconds(35));
}

TEST(ReportJobTest, KnowsTheUsualIntervalWhereTheRangeBeginsAtAGap) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    for (int second = 0; second < 1'000; ++second)
        history.append({0, Timestamp{std::chrono::seconds(second)}, 1.0, {}});
    history.append({0, Timestamp{std::chrono::seconds(1'000)}, std::nan(""), {}});
    history.append({0, Timestamp{std::chrono::seconds(1'060)}, 1.0, {}});
    const auto report =
        gatherReport(history, {}, {Timestamp{std::chrono::seconds(1'000)}, Timestamp{std::chrono::hours(1)}});
    ASSERT_TRUE(report);
    ASSERT_EQ(report->gapCount, 1) << "a silence, and not only the NaN before it";
    EXPECT_EQ(report->gaps.constFirst().length(), std::chrono::seconds(60));
}

TEST(ReportJobTest, FillsInOpenEndsAndKeepsThoseThatWereAskedFor) {
    SampleHistory history;
    const auto empty = gatherReport(history, {}, {});
    ASSERT_TRUE(empty);
    EXPECT_EQ(empty->range, ReportRange());
    EXPECT_EQ(gatherReport(history, {}, {Timestamp{}, Timestamp::max()})->range, ReportRange());
    EXPECT_EQ(gatherReport(history, {}, {Timestamp{}, Timestamp{Duration{9}}})->range.end,
              Timestamp{Duration{9}});
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    const Timestamp first{std::chrono::seconds(10)};
    const Timestamp last{std::chrono::seconds(20)};
    history.append({0, first, 1.0, {}});
    history.append({0, last, 2.0, {}});
    const Timestamp before{std::chrono::seconds(1)};
    const Timestamp after{std::chrono::seconds(99)};
    EXPECT_EQ(gatherReport(history, {}, {})->range, (ReportRange{first, last}));
    EXPECT_EQ(gatherReport(history, {}, {before, after})->range, (ReportRange{before, after}));
    // Nothing lies there: an empty range, not one turned round.
    EXPECT_EQ(gatherReport(history, {}, {after, Timestamp::max()})->range, (ReportRange{after, after}));
    EXPECT_EQ(gatherReport(history, {}, {Timestamp::min(), before})->range, (ReportRange{before, before}));
    EXPECT_EQ(gatherReport(history, {}, {after, Timestamp::max()})->sampleCount(), 0);
}

TEST(ReportJobTest, SaysWhatIsKnownByItsEnvelopeOnly) {
    std::mt19937_64 random(3);
    SampleHistory history(1);
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    RunningStatistics all;
    for (int i = 0; i < 50'000; ++i) {
        const double value = std::normal_distribution<double>(20, 5)(random);
        all.add(value);
        history.append({0, Timestamp{std::chrono::seconds(i)}, value, QualityFlag::Late});
    }
    ASSERT_GT(history.evictedCount(), 0);
    const auto report = gatherReport(history, {}, {});
    ASSERT_TRUE(report);
    const ReportChannel& channel = report->channels.constFirst();
    EXPECT_EQ(channel.evicted, history.evictedCount());
    EXPECT_EQ(channel.count, 50'000 - history.evictedCount());
    EXPECT_EQ(channel.marked, channel.count);
    EXPECT_EQ(report->sampleCount(), 50'000);
    EXPECT_EQ(channel.statistics.count(), 50'000);
    EXPECT_EQ(channel.statistics.minimum(), all.minimum());
    EXPECT_NEAR(channel.statistics.mean(), all.mean(), 1e-9);
    EXPECT_EQ(channel.first->time, Timestamp{});
    // A part that is wholly at hand has no evicted ones.
    EXPECT_EQ(gatherReport(history, {}, {Timestamp{std::chrono::seconds(49'000)}, Timestamp::max()})
                  ->evictedCount(),
              0);
}

TEST(ReportJobTest, StopsWhenItIsCancelled) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    for (int i = 0; i < 100'000; ++i)
        history.append({0, Timestamp{std::chrono::seconds(i)}, 1.0, {}});
    int calls = 0;
    qint64 reached = 0;
    const auto report = gatherReport(
        history, {}, {}, [&calls] { return ++calls == 3; },
        [&reached](qint64 done, qint64 all) {
            EXPECT_EQ(all, 100'000);
            reached = done;
        });
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::Cancelled);
    EXPECT_GT(reached, 0);
    EXPECT_LT(reached, 100'000);
}

TEST(ReportJobTest, RunsInTheBackgroundWhileTheHistoryGrows) {
    const auto history = std::make_shared<SampleHistory>();
    history->addChannel({QStringLiteral("a"), Unit::Celsius});
    const auto append = [&history](int count) {
        for (int i = 0; i < count; ++i)
            history->append({0, Timestamp{std::chrono::milliseconds(history->size())}, 1.0, {}});
    };
    append(50'000);
    BackgroundJob<Result<GatheredReport>> job;
    job.start(
        [history](const JobControl& control) { return gatherFullReport(history, {}, {}, {}, control); });
    append(50'000);
    ASSERT_TRUE(waitFor([&job] { return !job.isRunning(); }));
    const auto report = job.takeResult();
    ASSERT_TRUE(report && *report);
    const ReportChannel& channel = (*report)->contents.channels.constFirst();
    EXPECT_GE(channel.count, 50'000);
    EXPECT_EQ(channel.count, channel.statistics.count());
}

} // namespace
} // namespace rillscope::test
