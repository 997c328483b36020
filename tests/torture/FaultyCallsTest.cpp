// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/FaultBoard.h"

#include <QProcess>
#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <cerrno>

namespace rillscope::torture {
namespace {

/// Runs programs of the system with the library before them.
class FaultyCallsTest : public testing::Test {
protected:
    /// The exit code; what it printed goes to m_output.
    int run(const QString& program, const QStringList& arguments) {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        m_board.addTo(environment);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(program, arguments);
        EXPECT_TRUE(process.waitForFinished());
        m_output = process.readAll();
        return process.exitCode();
    }
    int copy(const QTemporaryDir& into) {
        return run(QStringLiteral("dd"), {QStringLiteral("if=/dev/zero"), QStringLiteral("bs=4096"),
                                          QStringLiteral("count=10"), QStringLiteral("conv=fsync"),
                                          QStringLiteral("of=") + into.filePath(QStringLiteral("f"))});
    }

    QTemporaryDir m_concerned;
    QTemporaryDir m_other;
    FaultBoard m_board{m_other.filePath(QStringLiteral("faults")), m_concerned.path()};
    QByteArray m_output;
};

TEST_F(FaultyCallsTest, LeaveAllAsItIsWhileNothingIsAsked) {
    ASSERT_TRUE(m_board.isReady());
    EXPECT_EQ(copy(m_concerned), 0) << m_output.toStdString();
    EXPECT_EQ(m_board->writes, 10);
    EXPECT_EQ(m_board->syncs, 1);
    EXPECT_EQ(m_board->failures, 0);
}

TEST_F(FaultyCallsTest, FailInTheirFolderOnly) {
    m_board->writeError = ENOSPC;
    EXPECT_NE(copy(m_concerned), 0);
    EXPECT_TRUE(m_output.contains("No space left")) << m_output.toStdString();
    EXPECT_EQ(copy(m_other), 0) << m_output.toStdString();
    m_board->writeError = 0;
    m_board->openError = EACCES;
    EXPECT_NE(copy(m_concerned), 0);
    EXPECT_EQ(copy(m_other), 0) << m_output.toStdString();
}

TEST_F(FaultyCallsTest, FailAsManySyncsAsAskedFor) {
    m_board->syncError = EIO;
    m_board->syncsToFail = 1;
    EXPECT_NE(copy(m_concerned), 0);
    EXPECT_TRUE(m_output.contains("Input/output error")) << m_output.toStdString();
    EXPECT_EQ(copy(m_concerned), 0) << m_output.toStdString();
}

TEST_F(FaultyCallsTest, TakeAPartOfAWriteAtATime) {
    m_board->shortWrites = 1;
    EXPECT_EQ(copy(m_concerned), 0) << m_output.toStdString();
    EXPECT_GT(m_board->writes, 10);
}

TEST_F(FaultyCallsTest, DelayReadsInTheirFolderOnly) {
    ASSERT_EQ(copy(m_concerned), 0);
    ASSERT_EQ(copy(m_other), 0);
    m_board->readDelayMs = 50;
    const auto read = [this](const QTemporaryDir& from) {
        return run(QStringLiteral("cat"), {from.filePath(QStringLiteral("f"))});
    };
    EXPECT_EQ(read(m_other), 0);
    EXPECT_EQ(m_board->delayedReads, 0);
    EXPECT_EQ(read(m_concerned), 0);
    EXPECT_GT(m_board->delayedReads, 0);
    EXPECT_EQ(m_output, QByteArray(40'960, '\0')) << "it comes late, but whole";
}

TEST_F(FaultyCallsTest, MoveTheWallClock) {
    m_board->clockOffset = -3'600'000'000'000;
    const qint64 before = QDateTime::currentSecsSinceEpoch();
    EXPECT_EQ(run(QStringLiteral("date"), {QStringLiteral("+%s")}), 0);
    const qint64 told = m_output.trimmed().toLongLong();
    EXPECT_GE(told, before - 3'601);
    EXPECT_LE(told, QDateTime::currentSecsSinceEpoch() - 3'600);
}

} // namespace
} // namespace rillscope::torture
