// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/CaptureReader.h"
#include "core/export/CsvWriter.h"
#include "core/pipeline/Pipeline.h"
#include "core/pipeline/ReferenceFeed.h"
#include "tests/support/ManualClock.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/WaitFor.h"

#include <QBuffer>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using test::ScriptedSource;
using test::waitFor;
using namespace std::chrono_literals;

constexpr Timestamp sessionStart = fromNanoseconds(1'000'000'000'000);
constexpr Timestamp captureStart = fromNanoseconds(7'000'000'000);

std::shared_ptr<const ReferenceSamples> someReference(int size, int channels = 1) {
    auto reference = std::make_shared<ReferenceSamples>();
    reference->start = captureStart;
    for (int channel = 0; channel < channels; ++channel) {
        reference->channels.push_back(
            {{QStringLiteral("old %1").arg(channel), Unit::Celsius, ChannelKind::Reference}, {}});
        for (int i = 0; i < size; ++i)
            reference->channels.back().samples.push_back({captureStart + i * 1ms, i * 0.25,
                                                          i % 10 == 0 ? Quality(QualityFlag::Gap) : Quality(),
                                                          i % 10 == 0});
    }
    return reference;
}

class ReferenceTest : public testing::Test {
protected:
    /// A hundred samples a second apart.
    void stream(Pipeline& pipeline) {
        SampleBlock block;
        block.channels = {{QStringLiteral("new"), Unit::Celsius}};
        for (int i = 0; i < 100; ++i)
            block.append({0, sessionStart + i * 1s, 20.0, {}});
        pipeline.start(std::make_unique<ScriptedSource>(m_clock, QList<SampleBlock>{block},
                                                        ScriptedSource::Ending::Finish),
                       ShownUri());
        ASSERT_TRUE(waitFor([&] { return pipeline.state() == Pipeline::State::Finished; }));
    }

    static bool waitForReferences(const Pipeline& pipeline, qint64 count) {
        return waitFor([&] { return pipeline.status().referenceSamples == count; });
    }

    test::ManualClock m_clock;
};

TEST_F(ReferenceTest, StandsBesideTheStreamWithItsOwnTimesOrFromItsStartOn) {
    Pipeline pipeline(m_clock);
    stream(pipeline);
    const auto reference = someReference(50'000, 2);
    pipeline.controls().addReference(reference, true);
    pipeline.controls().addReference(reference, false);
    ASSERT_TRUE(waitForReferences(pipeline, 200'000));
    const SampleHistory& history = *pipeline.history();
    ASSERT_EQ(history.channelCount(), 5);
    EXPECT_EQ(history.info(1).name, QStringLiteral("old 0"));
    EXPECT_EQ(history.info(4).name, QStringLiteral("old 1 (2)"));
    for (int channel = 1; channel < 5; ++channel) {
        ASSERT_EQ(history.channel(channel).size(), 50'000);
        const Duration shift = channel <= 2 ? sessionStart - captureStart : Duration{0};
        for (std::int64_t i = 0; i < 50'000; ++i) {
            RecordedSample expected = reference->channels[static_cast<std::size_t>(channel - 1) % 2]
                                          .samples[static_cast<std::size_t>(i)];
            expected.eventTime += shift;
            ASSERT_EQ(history.channel(channel).sample(i), expected);
        }
    }
    EXPECT_EQ(history.timeRange(), std::pair(captureStart, sessionStart + 99s)) << "it ends with the stream";
    const StreamStatus status = pipeline.status();
    EXPECT_TRUE(status.account.balances());
    EXPECT_EQ(status.account.recorded, 100);
    EXPECT_EQ(status.account.derived, 0);
    EXPECT_EQ(status.account.marked, 0);
    ASSERT_EQ(status.statistics.size(), 5);
    EXPECT_EQ(status.statistics.at(4).count(), 50'000);
}

TEST_F(ReferenceTest, IsNeitherProcessedNorCapturedNorExported) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rill"));
    Pipeline pipeline(m_clock);
    CaptureSettings settings;
    settings.folder = folder.path();
    settings.explicitPath = path;
    pipeline.recordTo(settings);
    PipelineDefinition definition;
    StepDefinition hot;
    hot.name = QStringLiteral("hot");
    AlarmRule rule;
    rule.high = 1'000.0; // which the reference exceeds
    hot.settings = rule;
    definition.steps = {hot};
    pipeline.controls().setDefinition(definition);
    pipeline.controls().addReference(someReference(30'000), true);
    stream(pipeline);
    ASSERT_TRUE(waitForReferences(pipeline, 30'000));
    EXPECT_EQ(pipeline.status().alarms.raised, 0);
    pipeline.closeCapture();
    auto reader = CaptureReader::open(path);
    ASSERT_TRUE(reader) << qPrintable(reader.error().message());
    EXPECT_EQ(reader->info().sampleCount, 100);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto rows = writeCsv(buffer, *pipeline.history(), {}, {}, {});
    ASSERT_TRUE(rows);
    EXPECT_EQ(rows->written, 100);
    EXPECT_EQ(buffer.data().count("old"), 0);
}

TEST_F(ReferenceTest, LeavesOutAndTellsOfChannelsForWhichThereIsNoPlace) {
    Pipeline pipeline(m_clock);
    int told = 0;
    QObject::connect(&pipeline, &Pipeline::eventsOccurred, &pipeline, [&](const QList<StreamEvent>& events) {
        for (const StreamEvent& event : events)
            told += event.kind == StreamEvent::Kind::ChannelLimit ? 1 : 0;
    });
    stream(pipeline);
    pipeline.controls().addReference(someReference(3, maxChannels), true);
    ASSERT_TRUE(waitForReferences(pipeline, 3 * (maxChannels - 1)));
    EXPECT_EQ(pipeline.history()->channelCount(), maxChannels);
    EXPECT_TRUE(waitFor([&] { return told == 1; }));
}

TEST_F(ReferenceTest, HoldsTimesAtTheEndsThatWouldLieBeyondThem) {
    SampleHistory history;
    history.addChannel({QStringLiteral("old"), Unit::Celsius, ChannelKind::Reference});
    ReferenceFeed feed(history);
    auto reference = std::make_shared<ReferenceSamples>();
    reference->channels.push_back(
        {{}, {{Timestamp::max() - 5ns, 1.0, {}, false}, {Timestamp{}, 2.0, {}, false}}});
    feed.add(reference, {ChannelIndex{0}}, Duration{10});
    feed.appendSome([](ChannelIndex, const RecordedSample&) {});
    EXPECT_TRUE(feed.isEmpty());
    EXPECT_EQ(history.channel(0).eventTime(0), Timestamp::max());
    EXPECT_EQ(history.channel(0).eventTime(1), Timestamp{} + 10ns);
}

} // namespace
} // namespace rillscope
