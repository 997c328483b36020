// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Pipeline.h"
#include "core/pipeline/StreamSummary.h"
#include "core/process/definition/DefinitionParser.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/StuckSource.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QJsonArray>
#include <QTemporaryDir>

#include <algorithm>
#include <map>

namespace rillscope::test {
namespace {

using Ending = ScriptedSource::Ending;
using State = Pipeline::State;

ShownUri uri(const char* text) {
    return ShownUri::fromText(QString::fromUtf8(text));
}

/// A sample a second from `first` on, of one channel.
SampleBlock block(int first, int count) {
    SampleBlock block;
    block.channels = {{QStringLiteral("t"), Unit::Celsius}};
    for (int i = first; i < first + count; ++i)
        block.append({0, fromNanoseconds(i * 1'000'000'000LL), static_cast<double>(i), {}});
    return block;
}

class PipelineSourcesTest : public testing::Test {
protected:
    PipelineSourcesTest() {
        QObject::connect(&m_pipeline, &Pipeline::eventsOccurred, &m_pipeline,
                         [this](const QList<StreamEvent>& events) { m_events += events; });
    }

    std::unique_ptr<SampleSource> source(const QList<SampleBlock>& blocks, Ending ending) {
        return std::make_unique<ScriptedSource>(m_clock, blocks, ending);
    }
    std::map<QString, std::int64_t> samplesByChannel() const {
        std::map<QString, std::int64_t> counts;
        const auto history = m_pipeline.history();
        for (int i = 0; i < history->channelCount(); ++i)
            counts[history->info(i).name] = history->channel(i).size();
        return counts;
    }
    bool waitForRecorded(qint64 count) {
        return waitFor([&] { return m_pipeline.status().account.recorded == count; });
    }
    bool waitForEnd() {
        return waitFor([&] { return !m_pipeline.isActive(); });
    }
    int eventCount(StreamEvent::Kind kind) const {
        return static_cast<int>(std::ranges::count(m_events, kind, &StreamEvent::kind));
    }

    SystemClock m_clock;
    Pipeline m_pipeline{m_clock};
    QList<StreamEvent> m_events;
};

TEST_F(PipelineSourcesTest, RecordsThemSideBySideWithTheirNamesAndAccounts) {
    m_pipeline.start(source({block(0, 10), block(10, 10)}, Ending::Finish), uri("script:a"));
    SampleBlock broken = block(0, 5);
    broken.malformedCount = 2;
    broken.lostCount = 4;
    m_pipeline.addSource(source({broken}, Ending::Finish), uri("script:b"), QStringLiteral("oven"));
    m_pipeline.addSource(source({block(0, 7)}, Ending::StayIdle), uri("script:c"), QStringLiteral("fridge"));
    ASSERT_TRUE(waitForRecorded(32));
    ASSERT_TRUE(waitFor([&] { return m_pipeline.runningSources().size() == 1; }));
    EXPECT_EQ(m_pipeline.state(), State::Running) << "one of them goes on";
    EXPECT_EQ(samplesByChannel(), (std::map<QString, std::int64_t>{{QStringLiteral("t"), 20},
                                                                   {QStringLiteral("oven/t"), 5},
                                                                   {QStringLiteral("fridge/t"), 7}}));
    m_pipeline.stop();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(m_pipeline.state(), State::Stopped);
    EXPECT_EQ(eventCount(StreamEvent::Kind::Started), 3);
    EXPECT_EQ(eventCount(StreamEvent::Kind::Finished), 2);
    EXPECT_EQ(eventCount(StreamEvent::Kind::Stopped), 1);
    const StreamStatus status = m_pipeline.status();
    ASSERT_EQ(status.sources.size(), 3);
    EXPECT_EQ(status.sources.at(1).uri, uri("script:b"));
    EXPECT_EQ(status.sources.at(1).account,
              (Account{.received = 7, .accepted = 5, .malformed = 2, .recorded = 5, .lost = 4}));
    const QJsonArray sources = summaryJson(status, {}, {}).value(QStringLiteral("sources")).toArray();
    ASSERT_EQ(sources.size(), 3);
    EXPECT_EQ(sources.at(2).toObject().value(QStringLiteral("uri")), QStringLiteral("script:c"));
    EXPECT_EQ(sources.at(2).toObject().value(QStringLiteral("name")), QStringLiteral("fridge"));
    EXPECT_EQ(sources.at(2).toObject().value(QStringLiteral("recorded")), 7);
}

TEST_F(PipelineSourcesTest, GoesOnWithoutTheOneThatFails) {
    m_pipeline.start(source({block(0, 10)}, Ending::Fail), uri("script:a"));
    m_pipeline.addSource(source({block(0, 5)}, Ending::StayIdle), uri("script:b"), QStringLiteral("b"));
    ASSERT_TRUE(waitFor([&] { return eventCount(StreamEvent::Kind::Failed) == 1; }));
    ASSERT_TRUE(waitForRecorded(15));
    EXPECT_EQ(m_pipeline.state(), State::Running);
    m_pipeline.addSource(source({block(0, 3)}, Ending::Finish), uri("script:c"), QStringLiteral("c"));
    ASSERT_TRUE(waitForRecorded(18)) << "another can still join";
    m_pipeline.stop();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(m_pipeline.state(), State::Failed) << "not all went well";
    EXPECT_EQ(m_pipeline.lastError()->subject, QStringLiteral("script"));
}

TEST_F(PipelineSourcesTest, StopsOneAndGoesOnWithTheOthers) {
    m_pipeline.start(source({block(0, 10)}, Ending::StayIdle), uri("script:a"));
    const int second =
        m_pipeline.addSource(source({block(0, 5)}, Ending::StayIdle), uri("script:b"), QStringLiteral("b"));
    ASSERT_EQ(m_pipeline.runningSources().size(), 2U);
    EXPECT_EQ(m_pipeline.runningSources().back().prefix, QStringLiteral("b"));
    ASSERT_TRUE(waitForRecorded(15));
    m_pipeline.stopSource(second);
    ASSERT_TRUE(waitFor([&] { return m_pipeline.runningSources().size() == 1; }));
    EXPECT_EQ(m_pipeline.state(), State::Running);
    EXPECT_EQ(m_pipeline.runningSources().front().uri, uri("script:a"));
    m_pipeline.stopSource(second); // harmless
    const auto end = std::ranges::find(m_events, StreamEvent::Kind::Stopped, &StreamEvent::kind);
    ASSERT_NE(end, m_events.end());
    EXPECT_EQ(end->subject, QStringLiteral("script:b"));
    EXPECT_EQ(end->count, 5);
}

TEST_F(PipelineSourcesTest, AbandonsOnlyTheOneThatIsStuck) {
    m_pipeline.setStopDeadline(std::chrono::milliseconds(50));
    auto stuck = std::make_unique<StuckSource>(m_clock, 3);
    const auto shared = stuck->shared();
    m_pipeline.start(std::move(stuck), uri("script:stuck"));
    m_pipeline.addSource(source({block(0, 5)}, Ending::StayIdle), uri("script:b"), QStringLiteral("b"));
    ASSERT_TRUE(waitForRecorded(8));
    m_pipeline.stop();
    ASSERT_TRUE(waitFor([&] { return m_pipeline.isSourceStuck(); }));
    m_pipeline.abandonSource();
    ASSERT_TRUE(waitForEnd());
    EXPECT_EQ(m_pipeline.state(), State::Failed);
    EXPECT_EQ(eventCount(StreamEvent::Kind::Stopped), 1) << "the other has stopped as it should";
    EXPECT_EQ(m_pipeline.status().account.recorded, 8);
    shared->gate.open();
    ASSERT_TRUE(waitFor([&] { return shared->isGone.load(); }));
}

TEST_F(PipelineSourcesTest, HoldsTheWatermarkAtTheSlowestThatRuns) {
    m_pipeline.controls().setDefinition(
        parseDefinition("format = 1\n[event_time]\nout_of_orderness = '1s'\n", QStringLiteral("test.toml"))
            .value());
    m_pipeline.start(source({block(0, 100)}, Ending::StayIdle), uri("script:a"));
    ASSERT_TRUE(waitForRecorded(100));
    EXPECT_EQ(m_pipeline.status().watermark, fromNanoseconds(98'000'000'000LL));
    m_pipeline.addSource(source({block(50, 10)}, Ending::StayIdle), uri("script:b"), QStringLiteral("b"));
    ASSERT_TRUE(waitForRecorded(110));
    EXPECT_EQ(m_pipeline.status().watermark, fromNanoseconds(98'000'000'000LL)) << "it never goes back";
    m_pipeline.addSource(source({block(200, 10)}, Ending::StayIdle), uri("script:c"), QStringLiteral("c"));
    ASSERT_TRUE(waitForRecorded(120));
    EXPECT_EQ(m_pipeline.status().watermark, fromNanoseconds(98'000'000'000LL)) << "the first is at 99 s";
}

TEST_F(PipelineSourcesTest, HoldsTheWatermarkNoLongerForOneThatHasEnded) {
    m_pipeline.controls().setDefinition(
        parseDefinition("format = 1\n[event_time]\nout_of_orderness = '1s'\n", QStringLiteral("test.toml"))
            .value());
    m_pipeline.start(source({block(0, 10)}, Ending::StayIdle), uri("script:a"));
    ASSERT_TRUE(waitForRecorded(10));
    m_pipeline.addSource(source({block(0, 5)}, Ending::Finish), uri("script:b"), QStringLiteral("b"));
    ASSERT_TRUE(waitFor([&] { return eventCount(StreamEvent::Kind::Finished) == 1; }));
    m_pipeline.addSource(source({block(0, 100)}, Ending::StayIdle), uri("script:c"), QStringLiteral("c"));
    ASSERT_TRUE(waitForRecorded(115));
    EXPECT_EQ(m_pipeline.status().watermark, fromNanoseconds(8'000'000'000LL)) << "that of the first";
}

TEST_F(PipelineSourcesTest, RecordsAllOfThemInOneCapture) {
    const QTemporaryDir folder;
    m_pipeline.recordTo({{}, folder.filePath(QStringLiteral("captures")), {}, QStringLiteral("test 1")});
    m_pipeline.start(source({block(0, 10)}, Ending::StayIdle), uri("script:a"));
    m_pipeline.addSource(source({block(0, 5)}, Ending::Finish), uri("script:b"), QStringLiteral("b"));
    ASSERT_TRUE(waitForRecorded(15));
    m_pipeline.stop();
    ASSERT_TRUE(waitForEnd());
    m_pipeline.closeCapture();
    const QString path = m_pipeline.captureStatus().path;
    EXPECT_EQ(readNumber(path, "SELECT count(*) FROM samples"), 15);
    EXPECT_EQ(readNumber(path, "SELECT count(DISTINCT source) FROM streams"), 2);
    EXPECT_EQ(readNumber(path, "SELECT count(*) FROM channels"), 2);
}

} // namespace
} // namespace rillscope::test
