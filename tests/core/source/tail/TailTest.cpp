// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/source/tail/TailFixture.h"

#include <random>

namespace rillscope::test {
namespace {

using TailTest = TailFixture;

TEST_F(TailTest, ReadsWhatIsThereAndThenWhatIsAppended) {
    m_file.append("temperature\n20\n21\n");
    start();
    EXPECT_TRUE(receives({20, 21}));
    m_file.append("22\n2");
    EXPECT_TRUE(receives({20, 21, 22}));
    m_file.append("3.5\n");
    EXPECT_TRUE(receives({20, 21, 22, 23.5}));
    EXPECT_EQ(m_receiver->all().malformedCount, 0);
    EXPECT_FALSE(m_receiver->hasEnded());
    m_source->stop();
    EXPECT_EQ(m_receiver->ends(), 1);
    EXPECT_FALSE(m_receiver->error());
}

TEST_F(TailTest, TakesWhateverLinesStandardInputTakes) {
    m_file.append("{\"channel\":\"oven\",\"value\":180}\n");
    start();
    ASSERT_TRUE(receives({180}));
    m_file.append("{\"channel\":\"fridge\",\"value\":4}\noven=181 fridge=5\n");
    ASSERT_TRUE(receives({180, 4, 181, 5}));
    EXPECT_EQ(m_receiver->all().channels.size(), 2);
}

TEST_F(TailTest, LeavesTheBeginningOfALineUnreadWhenStopped) {
    m_file.append("1\n2");
    start();
    EXPECT_TRUE(receives({1}));
    m_source->stop();
    EXPECT_EQ(m_receiver->count(), 1) << "“2” may be the beginning of “21.5”";
}

TEST_F(TailTest, FollowsARotationAndTakesNoRepeatedHeaderForData) {
    m_file.append("time,temperature\n1700000000,20\n1700000001,21\n");
    start();
    EXPECT_TRUE(receives({20, 21}));
    m_file.rotate();
    m_file.append("time,temperature\n1700000002,22\n");
    EXPECT_TRUE(receives({20, 21, 22}));
    m_file.rotate();
    m_file.append("1700000003,23\n"); // this one has no header at all
    EXPECT_TRUE(receives({20, 21, 22, 23}));
    EXPECT_EQ(m_receiver->all().malformedCount, 0);
    EXPECT_EQ(m_receiver->all().channels.size(), 1);
}

TEST_F(TailTest, ReadsATableOfOtherColumnsAfterARotation) {
    m_file.append("time,temperature\n1700000000,20\n");
    start();
    EXPECT_TRUE(receives({20}));
    m_file.rotate();
    m_file.append("time,humidity,temperature\n1700000001,55,21\n");
    EXPECT_TRUE(receives({20, 55, 21}));
    EXPECT_EQ(m_receiver->all().malformedCount, 0);
    EXPECT_EQ(m_receiver->all().channels.size(), 2);
}

TEST_F(TailTest, ReadsWhatTheWriterPutsIntoTheRenamedFile) {
    m_file.append("1\n");
    start();
    EXPECT_TRUE(receives({1}));
    m_file.rename();
    m_file.append("2\n");
    runEvents();
    m_file.makeEmptySuccessor(); // as logrotate does before it tells the writer
    runEvents();
    m_file.append("3\n");
    EXPECT_TRUE(receives({1, 2, 3})) << "found by looking, not by a notification";
    m_file.append("4");
    m_file.open();
    m_file.append("5\n");
    EXPECT_TRUE(receives({1, 2, 3, 4, 5})) << "the last line of a file that was left is complete";
}

TEST_F(TailTest, ReadsEachOfSeveralRotationsWithoutCredit) {
    m_file.append("1\n");
    start({}, Credit::Withhold);
    for (int i = 2; i <= 6; ++i) {
        runEvents();
        m_file.rotate();
        m_file.append(QByteArray::number(i) + '\n');
    }
    runEvents();
    EXPECT_EQ(m_receiver->count(), 0);
    m_source->grantCredit(100);
    EXPECT_TRUE(receives({1, 2, 3, 4, 5, 6}));
}

TEST_F(TailTest, BeginsAnewWhenTheFileIsTruncated) {
    m_file.append("temperature\n20\n21.5\n22");
    start();
    EXPECT_TRUE(receives({20, 21.5}));
    m_file.truncate();
    runEvents();
    m_file.append("temperature\n7\n");
    EXPECT_TRUE(receives({20, 21.5, 7}));
    EXPECT_EQ(m_receiver->all().malformedCount, 1) << "half of “22.5” is no value, and is not passed over";
}

TEST_F(TailTest, GoesOnWhenTheFileIsAwayForAWhile) {
    m_file.append("1\n");
    start();
    EXPECT_TRUE(receives({1}));
    m_file.remove();
    runEvents();
    EXPECT_FALSE(m_receiver->hasEnded());
    m_file.append("2\n");
    EXPECT_TRUE(receives({1, 2}));
}

TEST_F(TailTest, WaitsForAFileThatIsNotThereYetWhenAsked) {
    start(QStringLiteral("?wait=yes"));
    runEvents();
    EXPECT_FALSE(m_receiver->hasEnded());
    m_file.append("1\n");
    EXPECT_TRUE(receives({1}));
}

TEST_F(TailTest, ReadsOnlyWhatIsNewFromTheEnd) {
    m_file.append("# logger 7\ntime,oven\n1700000000,20\n1700000001,2");
    start(QStringLiteral("?from=end"));
    runEvents();
    EXPECT_EQ(m_receiver->count(), 0);
    m_file.append("1\n1700000002,22\n");
    EXPECT_TRUE(receives({21, 22})) << "the line that was being written is whole";
    EXPECT_EQ(m_receiver->all().channels.constFirst().name, QStringLiteral("oven"));
    m_file.rotate();
    m_file.append("time,oven\n1700000003,23\n");
    EXPECT_TRUE(receives({21, 22, 23})) << "the next file is read whole";
}

TEST_F(TailTest, ReadsNoOldSampleFromTheEndOfAFileWithoutAHeader) {
    m_file.append("{\"a\":1,\"b\":2}\n{\"a\":3,\"b\":4}\n");
    start(QStringLiteral("?from=end"));
    m_file.append("{\"a\":5}\n");
    EXPECT_TRUE(receives({5}));
}

TEST_F(TailTest, GoesOnWhereItStopped) {
    m_file.append("time,oven\n1700000000,20\n1700000001,2");
    start();
    EXPECT_TRUE(receives({20}));
    stop();
    EXPECT_FALSE(m_position.isEmpty());
    m_file.append("1\n1700000002,22\n");
    start();
    EXPECT_TRUE(receives({21, 22})) << "the line that was cut short is read as a whole";
    EXPECT_EQ(m_receiver->all().channels.constFirst().name, QStringLiteral("oven"));
    stop();
    start();
    m_file.append("1700000003,23\n");
    EXPECT_TRUE(receives({23}));
}

TEST_F(TailTest, GoesOnBehindAnyBlockOfASourceThatWasKilled) {
    const quint32 seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937 random(seed);
    const auto below = [&](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
    QList<double> written;
    QList<double> received;
    m_file.append("time,temperature\n");
    qsizetype beforeRotation = 0;
    for (int round = 0; round < 60; ++round) {
        start({}, Credit::Withhold);
        for (int step = below(6); step > 0; --step) {
            for (int lines = below(30); lines > 0; --lines) {
                m_file.append(QByteArray::number(1'700'000'000 + written.size()) + ',' +
                              QByteArray::number(written.size()) + '\n');
                written.append(static_cast<double>(written.size()));
            }
            // Of two rotations while no source is there, nobody can know the file between.
            if (below(8) == 0 && received.size() + m_receiver->count() > beforeRotation) {
                runEvents();
                m_file.rotate();
                m_file.append(below(2) == 0 ? "time,temperature\n" : "");
                beforeRotation = written.size();
            }
            m_source->grantCredit(below(3));
            runEvents();
        }
        if (!m_receiver->blockPosition().isEmpty()) {
            m_position = m_receiver->blockPosition();
            received += m_receiver->all().value;
        }
        ASSERT_TRUE(m_receiver->blockPosition().isEmpty() == (m_receiver->blocks() == 0));
        m_receiver.reset();
        m_source.reset(); // it does not get to stop
    }
    start();
    ASSERT_TRUE(m_receiver->waitForSamples(written.size() - received.size()));
    runEvents();
    received += m_receiver->all().value;
    EXPECT_EQ(received, written);
}

TEST_F(TailTest, GoesOnInAFileThatWasRenamedMeanwhile) {
    m_file.append("time,oven\n1700000000,20\n");
    start(QStringLiteral("?from=end"));
    m_file.append("1700000001,21\n");
    EXPECT_TRUE(receives({21}));
    stop();
    m_file.append("1700000002,22\n");
    m_file.rotate();
    m_file.append("time,oven\n1700000003,23\n");
    start(QStringLiteral("?from=end"));
    EXPECT_TRUE(receives({22, 23}));
    EXPECT_EQ(unknownLosses(), QStringList()) << "each file was read to its end";
}

TEST_F(TailTest, BeginsAnewAndSaysSoWhenItsFileIsGoneOrWasTruncatedMeanwhile) {
    const QStringList gone{
        QStringLiteral("the file in which reading stopped is gone or was written anew; what "
                       "had been added to it is not read")};
    m_file.append("20\n21\n");
    start();
    EXPECT_TRUE(receives({20, 21}));
    EXPECT_EQ(unknownLosses(), QStringList());
    stop();
    m_file.truncate();
    m_file.append("7\n");
    start();
    EXPECT_TRUE(receives({7}));
    EXPECT_EQ(unknownLosses(), gone);
    stop();
    m_file.remove();
    m_file.append("8\n");
    start();
    EXPECT_TRUE(receives({8}));
    EXPECT_EQ(unknownLosses(), gone);
}

TEST_F(TailTest, NamesTheFilesThatTookItsPlaceWhileItDidNotRead) {
    m_file.append("20\n");
    m_file.rotate(); // what was read long before is not named
    m_file.append("21\n");
    start();
    EXPECT_TRUE(receives({21}));
    stop();
    m_file.append("22\n");
    for (const char* line : {"23\n", "24\n", "25\n"}) {
        m_file.rotate();
        m_file.append(line);
    }
    m_file.writeBeside(QStringLiteral("logger.csv")); // of another program
    m_file.writeBeside(QStringLiteral("log.rill"));
    start();
    EXPECT_TRUE(receives({22, 25}));
    EXPECT_EQ(unknownLosses(), QStringList(QStringLiteral("files that were written meanwhile are not read: "
                                                          "log.3.csv, log.4.csv")));
}

TEST_F(TailTest, TakesAPositionThatItCannotReadForALoss) {
    m_file.append("20\n");
    for (const char* position : {"nonsense", "1 2 -3 x", "1 2 3 4 5", "-1 -1 9223372036854775807 "}) {
        m_position = position;
        start();
        EXPECT_TRUE(receives({20})) << position;
        EXPECT_EQ(unknownLosses().size(), 1) << position;
        stop();
    }
}

TEST_F(TailTest, ReadsAFileOfManyBlocks) {
    constexpr int count = 100'000;
    QByteArray text;
    QList<double> values;
    for (int i = 0; i < count; ++i) {
        text += QByteArray::number(i) + '\n';
        values.append(i);
    }
    m_file.append(text);
    start();
    EXPECT_TRUE(receives(values));
    EXPECT_LE(m_receiver->largestBlock(), 8'192);
}

TEST_F(TailTest, ReadsNothingWithoutCredit) {
    m_file.append("1\n");
    start({}, Credit::Withhold);
    runEvents();
    m_file.append("2\n");
    runEvents();
    EXPECT_EQ(m_receiver->blocks(), 0);
    m_source->grantCredit(1);
    EXPECT_TRUE(receives({1, 2}));
    EXPECT_EQ(m_receiver->blocks(), 1);
}

TEST_F(TailTest, SaysWhatCannotBeFollowed) {
    const auto errorOf = [this](const QString& path) {
        auto source = *tailType().make(*SourceUri::parse(QStringLiteral("tail:") + path), {m_clock});
        SourceReceiver receiver(*source);
        source->start();
        EXPECT_TRUE(receiver.waitForEnd());
        EXPECT_EQ(tailType().problemOf(*SourceUri::parse(QStringLiteral("tail:") + path)), receiver.error());
        return receiver.error().value_or(Error{ErrorCode::Busy, {}, {}});
    };
    const Error missing = errorOf(m_file.path());
    EXPECT_EQ(missing.code, ErrorCode::FileNotFound);
    EXPECT_TRUE(missing.detail.english().contains(QStringLiteral("wait=yes")));
    EXPECT_EQ(errorOf(QStringLiteral("/no/such/folder/a.csv?wait=yes")).code, ErrorCode::FileNotFound);
    EXPECT_EQ(errorOf(QStringLiteral("/tmp")).code, ErrorCode::FileUnreadable);
    EXPECT_EQ(errorOf(QStringLiteral("/dev/null")).code, ErrorCode::FileUnreadable);
}

TEST_F(TailTest, NamesTheParameterThatIsWrong) {
    const std::vector<std::pair<const char*, const char16_t*>> cases{{"tail:", u"tail:"},
                                                                     {"tail:a.csv?from=middle", u"from"},
                                                                     {"tail:a.csv?wait=maybe", u"wait"},
                                                                     {"tail:a.csv?unit=rankine", u"unit"},
                                                                     {"tail:a.csv?form=end", u"form"}};
    for (const auto& [text, subject] : cases) {
        const auto made = tailType().make(*SourceUri::parse(QString::fromUtf8(text)), {m_clock});
        ASSERT_FALSE(made) << text;
        EXPECT_EQ(made.error().code, ErrorCode::InvalidUri);
        EXPECT_EQ(made.error().subject, QString::fromUtf16(subject));
    }
}

} // namespace
} // namespace rillscope::test
