// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/keep/CaptureLock.h"
#include "core/source/FileProblem.h"
#include "core/source/replay/ReplaySource.h"
#include "tests/core/source/SourceReceiver.h"
#include "tests/support/CaptureMaker.h"
#include "tests/support/ManualClock.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

class CaptureReplayTest : public testing::Test {
protected:
    QString path(const char* name = "a.rill") const { return m_folder.filePath(QLatin1String(name)); }

    std::optional<Error> errorOf(const QString& file) const {
        ReplaySource source({file, PlaybackSpeed::maximum(), {}}, m_clock);
        SourceReceiver receiver(source);
        source.start();
        source.grantCredit(4);
        EXPECT_TRUE(receiver.waitForEnd());
        return receiver.error();
    }

    QTemporaryDir m_folder;
    ManualClock m_clock;
};

/// Two raw channels with a derived one between them.
CaptureToMake mixedCapture(qint64 count) {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("a"), Unit::Celsius, ChannelKind::Raw},
                        {QStringLiteral("a smooth"), Unit::Celsius, ChannelKind::Derived},
                        {QStringLiteral("b"), Unit::None, ChannelKind::Raw}};
    capture.samples = countingSamples(count, 3);
    return capture;
}

TEST_F(CaptureReplayTest, PlaysWhatTheSourceSentInItsOrder) {
    CaptureToMake capture = mixedCapture(60'000);
    for (std::size_t i = 0; i < capture.samples.size(); i += 4) {
        capture.samples[i].quality = QualityFlag::Late | QualityFlag::Gap;
        capture.samples[i].breakBefore = true;
    }
    capture.samples[12].quality |= QualityFlag::FarFuture;
    makeCapture(path(), capture);
    ReplaySource source({path(), PlaybackSpeed::maximum(), {}}, m_clock);
    EXPECT_EQ(source.sourceTime(), SourceTime::Replayed);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_FALSE(receiver.error());
    EXPECT_EQ(receiver.all().channels, (QList<ChannelInfo>{capture.channels.at(0), capture.channels.at(2)}));
    ASSERT_EQ(receiver.count(), 40'000);
    qsizetype i = 0;
    for (const StoredSample& sample : capture.samples) {
        if (sample.channel == 1)
            continue;
        ASSERT_EQ(receiver.all().channel.at(i), sample.channel / 2);
        ASSERT_EQ(receiver.all().eventTime.at(i), sample.eventTime);
        ASSERT_EQ(receiver.all().value.at(i), sample.value);
        ASSERT_EQ(receiver.all().quality.at(i), sample.quality & QualityFlag::FarFuture);
        ++i;
    }
    EXPECT_LE(receiver.largestBlock(), SampleSource::maxBlockSamples);
}

TEST_F(CaptureReplayTest, WaitsForCredit) {
    makeCapture(path(), mixedCapture(60'000));
    ReplaySource source({path(), PlaybackSpeed::maximum(), {}}, m_clock);
    SourceReceiver receiver(source, SourceReceiver::Credit::Withhold);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(waitFor([&] { return receiver.blocks() == 2; }));
    QCoreApplication::processEvents();
    EXPECT_EQ(receiver.blocks(), 2);
    source.grantCredit(100);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 40'000);
}

TEST_F(CaptureReplayTest, KeepsThePaceAndChangesItInAWait) {
    CaptureToMake capture;
    capture.samples = countingSamples(10);
    makeCapture(path(), capture);
    ReplaySource source({path(), PlaybackSpeed::times(2.0), {}}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    for (int count = 2; count <= 5; ++count) {
        QCoreApplication::processEvents();
        EXPECT_EQ(receiver.count(), count - 1);
        m_clock.advance(500ms);
        ASSERT_TRUE(receiver.waitForSamples(count));
    }
    source.setSpeed(PlaybackSpeed::maximum());
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 10);
}

TEST_F(CaptureReplayTest, StopsInTheMiddle) {
    makeCapture(path(), mixedCapture(600));
    ReplaySource source({path(), PlaybackSpeed::times(0.001), {}}, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    source.stop();
    EXPECT_EQ(receiver.ends(), 1);
    EXPECT_FALSE(receiver.error());
    EXPECT_EQ(receiver.count(), 1);
}

TEST_F(CaptureReplayTest, TellsHowFarItHasCome) {
    makeCapture(path(), mixedCapture(90'000));
    ReplaySource source({path(), PlaybackSpeed::maximum(), {}}, m_clock);
    SourceReceiver receiver(source);
    QList<double> fractions;
    QObject::connect(&source, &ReplaySource::progressed, &receiver, [&](double fraction) {
        fractions.append(fraction);
        m_clock.advance(1s);
    });
    source.start();
    source.grantCredit(1);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_EQ(fractions.last(), 1.0);
    EXPECT_GT(fractions.first(), 0.0);
    EXPECT_LT(fractions.first(), 1.0);
}

TEST_F(CaptureReplayTest, KnowsACaptureByWhatItHolds) {
    CaptureToMake capture;
    capture.samples = countingSamples(10);
    makeCapture(path("recording.csv"), capture);
    EXPECT_EQ(errorOf(path("recording.csv")), std::nullopt);
    EXPECT_EQ(fileProblem(path("recording.csv")), std::nullopt);
}

TEST_F(CaptureReplayTest, PlaysACaptureThatIsBeingWrittenUpToWhereItIs) {
    CaptureToMake capture;
    capture.samples = countingSamples(10);
    capture.isEnded = false;
    makeCapture(path("live.db"), capture);
    auto lock = CaptureLock::acquire(path("live.db"));
    ASSERT_TRUE(lock);
    EXPECT_EQ(errorOf(path("live.db")), std::nullopt);
}

TEST_F(CaptureReplayTest, SaysWhyACaptureCannotBePlayed) {
    EXPECT_EQ(errorOf(path())->code, ErrorCode::FileNotFound);
    makeCapture(path(), {});
    EXPECT_EQ(errorOf(path())->code, ErrorCode::EmptyInput);
    CaptureToMake derived = mixedCapture(90);
    derived.channels[0].kind = derived.channels[2].kind = ChannelKind::DerivedOnChange;
    makeCapture(path("derived.rill"), derived);
    EXPECT_EQ(errorOf(path("derived.rill"))->code, ErrorCode::EmptyInput);
    makeCapture(path("broken.rill"), mixedCapture(90));
    changeCapture(path("broken.rill"), "DELETE FROM samples WHERE id = 80");
    const auto error = errorOf(path("broken.rill"));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::DamagedFile);
    EXPECT_EQ(error->subject, path("broken.rill"));
    QFile text(path("text.rill"));
    ASSERT_TRUE(text.open(QIODevice::WriteOnly));
    text.write("time,value\n1,2\n");
    text.close();
    EXPECT_EQ(errorOf(path("text.rill"))->code, ErrorCode::DamagedFile);
}

} // namespace
} // namespace rillscope::test
