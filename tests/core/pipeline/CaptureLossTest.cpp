// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/CaptureLoss.h"
#include "core/base/Message.h"

#include "core/pipeline/StreamSummary.h"

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

class CaptureLossTest : public testing::Test {
protected:
    CaptureLossTest() {
        m_account.received = m_account.accepted = m_account.recorded = 10;
        m_account.derived = 4;
        m_capture.state = CaptureStatus::State::Closed;
        m_capture.path = QStringLiteral("/a.rill");
        m_capture.account.offer({.samples = 10, .derived = 4, .windows = 2, .events = 3});
    }

    void commit(const CaptureCounts& counts) { m_capture.account.commit(counts); }
    void miss(const CaptureCounts& counts) { m_capture.account.miss(counts); }
    std::string loss() const {
        const auto lost = captureLoss(m_account, m_capture);
        return lost ? lost->message().toStdString() : std::string();
    }

    Account m_account;
    CaptureStatus m_capture;
};

TEST_F(CaptureLossTest, HasNothingToSayWhenAllIsInTheFiles) {
    commit({.samples = 10, .derived = 4, .windows = 2, .events = 3});
    EXPECT_TRUE(accountsMatch(m_account, m_capture));
    EXPECT_EQ(loss(), "");
    EXPECT_EQ(captureLoss(m_account, CaptureStatus()), std::nullopt) << "none was asked for";
}

TEST_F(CaptureLossTest, SaysHowMuchIsInNoFileAndWhy) {
    commit({.samples = 3, .derived = 4, .windows = 2, .events = 2});
    miss({.samples = 7, .events = 1});
    m_capture.account.missedAlarms = 2;
    m_capture.error =
        Error{ErrorCode::StorageFull, QStringLiteral("/a.rill"), Message::verbatim(QStringLiteral("full"))};
    EXPECT_TRUE(accountsMatch(m_account, m_capture)) << "it is lacking, but accounted for";
    EXPECT_EQ(loss().find("/a.rill: 7 samples, 2 alarms and 1 event in no file ("), 0U) << loss();
    EXPECT_NE(loss().find("full"), std::string::npos);
}

TEST_F(CaptureLossTest, CountsWhatIsStillWaitingAsInNoFile) {
    commit({.samples = 6, .derived = 4, .windows = 2, .events = 3});
    EXPECT_EQ(loss(), "/a.rill: 4 samples in no file (the disk was too slow)");
}

TEST_F(CaptureLossTest, SaysThatTheCountsDoNotMatch) {
    commit({.samples = 10, .derived = 4, .windows = 2, .events = 3});
    m_account.received = m_account.accepted = m_account.recorded = 11;
    EXPECT_FALSE(accountsMatch(m_account, m_capture));
    EXPECT_NE(loss().find("the counts do not match"), std::string::npos) << loss();
    m_account.received = m_account.accepted = m_account.recorded = 10;
    m_account.derived = 3;
    EXPECT_FALSE(accountsMatch(m_account, m_capture));
    m_account.derived = 4;
    EXPECT_TRUE(accountsMatch(m_account, m_capture));
    m_account.received = 11;
    EXPECT_FALSE(accountsMatch(m_account, m_capture));
}

TEST_F(CaptureLossTest, SaysThatAWholeFileIsNotClosed) {
    commit({.samples = 10, .derived = 4, .windows = 2, .events = 3});
    m_capture.isCutShort = true;
    EXPECT_NE(loss().find("recover"), std::string::npos) << loss();
}

TEST_F(CaptureLossTest, BalancesInTheSummaryToo) {
    commit({.samples = 5, .derived = 1, .windows = 1, .events = 1});
    miss({.samples = 3, .derived = 2, .windows = 1, .events = 2});
    m_capture.account.missedAlarms = 6;
    StreamStatus status;
    status.account = m_account;
    const QJsonObject summary = summaryJson(status, m_capture, std::chrono::seconds(1));
    const QJsonObject capture = summary.value(QLatin1String("capture")).toObject();
    const auto number = [&capture](const char* key) {
        return capture.value(QLatin1String(key)).toInteger(-1);
    };
    EXPECT_EQ(number("durable"), 5);
    EXPECT_EQ(number("waiting"), 2);
    EXPECT_EQ(number("missed"), 3);
    EXPECT_EQ(number("durable") + number("waiting") + number("missed"),
              summary.value(QLatin1String("recorded")).toInteger());
    EXPECT_EQ(number("derived") + number("derivedWaiting") + number("derivedMissed"),
              summary.value(QLatin1String("derived")).toInteger());
    EXPECT_EQ(number("derivedMissed"), 2);
    EXPECT_EQ(number("windowsMissed"), 1);
    EXPECT_EQ(number("alarmsMissed"), 6);
    EXPECT_EQ(number("eventsMissed"), 2);
}

} // namespace
} // namespace rillscope::test
