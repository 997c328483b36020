// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/replay/ReplaySource.h"

#include "core/base/Rfc3339.h"
#include "tests/core/source/SourceReceiver.h"
#include "tests/support/ManualClock.h"
#include "tests/support/WithoutRoot.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QThread>

#include <sys/stat.h>

#include <cmath>

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using test::ManualClock;
using test::SourceReceiver;
using test::WithoutRoot;
using Credit = SourceReceiver::Credit;

class ReplaySourceTest : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QString::fromUtf8(name)); }

    QString write(const std::string& text) const {
        QFile file(path("recording.csv"));
        EXPECT_TRUE(file.open(QIODevice::WriteOnly));
        file.write(text.data(), static_cast<qint64>(text.size()));
        return file.fileName();
    }

    ReplaySettings replayOf(const QString& file, PlaybackSpeed speed = PlaybackSpeed::maximum()) const {
        return {file, speed, {}};
    }

    std::optional<Error> errorOf(const QString& file) const {
        ReplaySource source(replayOf(file), m_clock);
        SourceReceiver receiver(source);
        source.start();
        source.grantCredit(4);
        EXPECT_TRUE(receiver.waitForEnd());
        EXPECT_EQ(receiver.ends(), 1);
        EXPECT_FALSE(source.isRunning());
        return receiver.error();
    }

    static std::string rows(int count) {
        std::string text = "timestamp,value\n";
        for (int i = 0; i < count; ++i)
            text += std::to_string(1'700'000'000 + i) + ',' + std::to_string(i) + '\n';
        return text;
    }

    QTemporaryDir m_folder;
    ManualClock m_clock;
};

TEST_F(ReplaySourceTest, ReadsTheMachineTemperatureRecordingWhole) {
    QFile file(QStringLiteral(RILLSCOPE_SOURCE_DIR "/tests/data/machine_temperature.csv"));
    if (!file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "the recording is not here";
    ReplaySource source(replayOf(file.fileName()), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_FALSE(receiver.error());
    EXPECT_EQ(receiver.count(), 22'695);
    EXPECT_EQ(receiver.all().malformedCount, 0);

    file.readLine();
    for (qsizetype i = 0; i < receiver.count(); ++i) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        ASSERT_EQ(receiver.all().value.at(i), cells.at(1).toDouble()) << "row " << i;
        ASSERT_EQ(receiver.all().eventTime.at(i), parseRfc3339(cells.at(0).toStdString())) << "row " << i;
    }
    EXPECT_TRUE(file.atEnd());
}

TEST_F(ReplaySourceTest, KeepsTheFilesOrderWhereTimeGoesBack) {
    ReplaySource source(replayOf(write("time,value\n100,1\n300,2\n200,3\n200,3\n50,4\n")), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(1);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.all().value, (QList<double>{1, 2, 3, 3, 4}));
}

TEST_F(ReplaySourceTest, LosesNothingHoweverCreditComes) {
    constexpr int count = 50'000;
    ReplaySource source(replayOf(write(rows(count))), m_clock);
    SourceReceiver receiver(source, Credit::Withhold);
    source.start();
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    EXPECT_EQ(receiver.blocks(), 0) << "sent a block without credit";
    for (int granted = 1; !receiver.hasEnded(); ++granted) {
        source.grantCredit(1);
        ASSERT_TRUE(test::waitFor([&] { return receiver.hasEnded() || receiver.blocks() == granted; }));
        ASSERT_LE(receiver.blocks(), granted);
    }
    ASSERT_EQ(receiver.count(), count);
    for (int i = 0; i < count; ++i)
        ASSERT_EQ(receiver.all().value.at(i), i);
    EXPECT_LE(receiver.largestBlock(), 8'192);
    EXPECT_GE(receiver.blocks(), count / 8'192);
}

TEST_F(ReplaySourceTest, FollowsThePaceOfTheRecording) {
    const QString file = write("time,value\n0.000,0\n0.010,1\n0.020,2\n0.030,3\n0.040,4\n");
    ReplaySource source(replayOf(file, PlaybackSpeed::times(1.0)), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    m_clock.advance(10ms - 1ns);
    QCoreApplication::processEvents();
    EXPECT_EQ(receiver.count(), 1);
    m_clock.advance(20ms + 1ns);
    ASSERT_TRUE(receiver.waitForSamples(4));
    EXPECT_EQ(receiver.count(), 4);
    EXPECT_EQ(receiver.blocks(), 2) << "what is due at once travels together";
    m_clock.advance(10ms);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 5);
}

TEST_F(ReplaySourceTest, WaitsNotWhereTimeGoesBackAndGoesOnFromThere) {
    const QString file = write("time,value\n0,0\n10,1\n5,2\n15,3\n");
    ReplaySource source(replayOf(file, PlaybackSpeed::times(1000.0)), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    m_clock.advance(10ms);
    ASSERT_TRUE(receiver.waitForSamples(3));
    EXPECT_EQ(receiver.count(), 3);
    m_clock.advance(10ms);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.all().value, (QList<double>{0, 1, 2, 3}));
}

TEST_F(ReplaySourceTest, ChangesItsSpeedWithinAWait) {
    const QString file = write("time,value\n0,0\n86400,1\n172800,2\n");
    ReplaySource source(replayOf(file, PlaybackSpeed::times(1.0)), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    m_clock.advance(12h);
    source.setSpeed(PlaybackSpeed::times(1'000'000.0)); // half of the wait is left: 43.2 ms
    m_clock.advance(43'200us - 1ns);
    QCoreApplication::processEvents();
    EXPECT_EQ(receiver.count(), 1);
    m_clock.advance(1ns);
    ASSERT_TRUE(receiver.waitForSamples(2));
    source.setSpeed(PlaybackSpeed::maximum());
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 3);
}

TEST_F(ReplaySourceTest, SurvivesTimesAtBothEndsOfTheirRange) {
    const QString file = write("time,value\n-9223372036.8,0\n9223372036.8,1\n-9223372036.8,2\n");
    ReplaySource source(replayOf(file, PlaybackSpeed::times(PlaybackSpeed::minimumFactor)), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    source.setSpeed(PlaybackSpeed::times(PlaybackSpeed::maximumFactor));
    source.setSpeed(PlaybackSpeed::times(PlaybackSpeed::minimumFactor));
    source.setSpeed(PlaybackSpeed::maximum());
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 3);
}

TEST_F(ReplaySourceTest, NeverStampsARecordingWithTheTimeOfReading) {
    for (const char* text :
         {"1\n2\n3\n", "1.5,2\n2.5,3\n", "level,flow\n1.5,2\n", "{\"level\":1}\n", "level=1\n"}) {
        const auto error = errorOf(write(text));
        ASSERT_TRUE(error) << text;
        EXPECT_EQ(error->code, ErrorCode::UnreadableInput);
        EXPECT_TRUE(
            error->detail.english().contains(QStringLiteral("start=2026-01-31T12:00:00Z&interval=1s")))
            << error->message().toStdString();
    }
}

TEST_F(ReplaySourceTest, PlacesRowsWithoutATimeAsItIsTold) {
    ReplaySettings settings = replayOf(write("1\n2\n3\n"));
    settings.parse.start = fromNanoseconds(5'000'000'000);
    settings.parse.interval = 2s;
    ReplaySource source(settings, m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.all().eventTime,
              (QList<Timestamp>{fromNanoseconds(5'000'000'000), fromNanoseconds(7'000'000'000),
                                fromNanoseconds(9'000'000'000)}));
}

TEST_F(ReplaySourceTest, AsksBeforeItReadsAnything) {
    const auto error = errorOf(write("Date,level\n05/06/2027,1\n06/06/2027,2\n"));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::UnreadableInput);
    EXPECT_TRUE(error->detail.english().contains(QStringLiteral("dates=dmy or dates=mdy")));
}

TEST_F(ReplaySourceTest, StopsWithinALongWait) {
    ReplaySource source(replayOf(write("time,value\n0,0\n86400,1\n"), PlaybackSpeed::times(1.0)), m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(4);
    ASSERT_TRUE(receiver.waitForSamples(1));
    source.stop();
    EXPECT_EQ(receiver.ends(), 1);
    EXPECT_FALSE(receiver.error());
    EXPECT_EQ(receiver.count(), 1) << "a sample that is not due has not happened yet";
}

TEST_F(ReplaySourceTest, EndsAtTheSampleLimit) {
    ReplaySource source(replayOf(write(rows(20'000) + "broken\n")), m_clock);
    SourceReceiver receiver(source);
    source.setSampleLimit(10'000);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 10'000);
    EXPECT_EQ(receiver.all().malformedCount, 0);
}

TEST_F(ReplaySourceTest, CountsWhatItCannotReadAndGoesOn) {
    ReplaySource source(
        replayOf(write("time,value\n0,0\nbroken\n1,x\n2,2\n" + std::string(70'000, 'x') + "\n3,nan")),
        m_clock);
    SourceReceiver receiver(source);
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_EQ(receiver.count(), 4);
    EXPECT_TRUE(std::isnan(receiver.all().value.at(1))) << "a word where a number should be is no value";
    EXPECT_EQ(receiver.all().malformedCount, 2);
    ASSERT_EQ(receiver.all().notices.size(), 4);
    EXPECT_EQ(receiver.all().notices.at(0).kind, InputNotice::Kind::Remark)
        << "the times are those since a start";
    EXPECT_EQ(receiver.all().notices.at(1).kind, InputNotice::Kind::Remark);
    EXPECT_EQ(receiver.all().notices.at(1).line, 4);
    EXPECT_EQ(receiver.all().notices.at(2).line, 3) << "it is held until a line fits again";
    EXPECT_EQ(receiver.all().notices.at(3).line, 6);
}

TEST_F(ReplaySourceTest, SaysWhyAFileCannotBeReplayed) {
    const QString fifo = path("pipe");
    ASSERT_EQ(mkfifo(fifo.toLocal8Bit().constData(), 0600), 0);
    const std::vector<std::pair<QString, ErrorCode>> cases{
        {path("missing.csv"), ErrorCode::FileNotFound},
        {m_folder.path(), ErrorCode::FileUnreadable},
        {fifo, ErrorCode::FileUnreadable},
        {QStringLiteral("/dev/zero"), ErrorCode::FileUnreadable},
    };
    for (const auto& [file, code] : cases) {
        const auto error = errorOf(file);
        ASSERT_TRUE(error);
        EXPECT_EQ(error->code, code) << error->message().toStdString();
        EXPECT_EQ(error->subject, file);
    }
}

TEST_F(ReplaySourceTest, SaysWhyAFilesContentIsNoRecording) {
    const std::vector<std::tuple<std::string, ErrorCode, const char16_t*>> cases{
        {"", ErrorCode::EmptyInput, u"it is empty"},
        {"\n# note\ntime,value\n", ErrorCode::EmptyInput,
         u"it holds no samples, only headers, comments or blank lines"},
        {"Dear diary\nit was cold today\n", ErrorCode::UnreadableInput,
         u"none of its lines could be read as samples (2 read); line 1: “Dear diary” is neither a number nor "
         u"CSV, JSON "
         u"or key=value"},
    };
    for (const auto& [text, code, detail] : cases) {
        const QString file = write(text);
        const auto error = errorOf(file);
        ASSERT_TRUE(error) << text;
        EXPECT_EQ(error->code, code) << text;
        EXPECT_EQ(error->detail.english(), QString::fromUtf16(detail));
        EXPECT_EQ(error->subject, file);
    }
}

TEST_F(ReplaySourceTest, RefusesAFileItMayNotRead) {
    const QString file = write("1\n");
    ASSERT_TRUE(QFile::setPermissions(file, QFile::WriteOwner));
    ASSERT_TRUE(QFile::setPermissions(QFileInfo(file).path(), QFile::Permissions::fromInt(0x7755)));
    const auto error = [&] {
        const WithoutRoot nobody;
        return errorOf(file);
    }();
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::FileUnreadable);
}

TEST_F(ReplaySourceTest, GivesUpOnALargeFileWithoutASingleSample) {
    std::string text;
    while (text.size() < 12 * 1'024 * 1'024)
        text += std::string(text.size() % 999, '\xfe') + '\n';
    const auto error = errorOf(write(text));
    ASSERT_TRUE(error);
    EXPECT_EQ(error->code, ErrorCode::UnreadableInput);
    const auto lines = std::count(text.begin(), text.end(), '\n');
    EXPECT_FALSE(error->detail.english().contains(QString::number(lines))) << "read to the end";
}

TEST_F(ReplaySourceTest, TellsHowFarItHasCome) {
    ReplaySource source(replayOf(write(rows(100'000))), m_clock);
    SourceReceiver receiver(source);
    QList<double> fractions;
    QObject::connect(&source, &ReplaySource::progressed, &source, [&](double fraction) {
        fractions += fraction;
        m_clock.advance(100ms);
    });
    source.start();
    source.grantCredit(2);
    ASSERT_TRUE(receiver.waitForEnd());
    EXPECT_TRUE(std::is_sorted(fractions.begin(), fractions.end()));
    EXPECT_GT(fractions.size(), 5);
    EXPECT_LT(fractions.front(), 0.2);
    EXPECT_EQ(fractions.back(), 1.0);
}

TEST_F(ReplaySourceTest, WorksOnAThreadOfItsOwn) {
    qRegisterMetaType<SampleBlock>();
    qRegisterMetaType<Error>();
    QThread thread;
    auto source = std::make_unique<ReplaySource>(replayOf(write(rows(30'000))), m_clock);
    SourceReceiver receiver(*source);
    source->moveToThread(&thread);
    thread.start();
    QMetaObject::invokeMethod(source.get(), &SampleSource::start);
    QMetaObject::invokeMethod(source.get(), [&] { source->grantCredit(2); });
    ASSERT_TRUE(receiver.waitForEnd());
    thread.quit();
    thread.wait();
    EXPECT_EQ(receiver.count(), 30'000);
}

} // namespace
} // namespace rillscope
