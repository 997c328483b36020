// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/EventDigest.h"
#include "core/base/Message.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

qint64 sumOf(const QList<StreamEvent>& events, StreamEvent::Kind kind) {
    qint64 sum = 0;
    for (const StreamEvent& event : events) {
        if (event.kind == kind)
            sum += std::max<qint64>(event.count, 1);
    }
    return sum;
}

TEST(EventDigestTest, TellsAFloodOfMalformedLinesInAFewEventsThatAddUp) {
    EventDigest digest;
    SampleBlock block;
    block.malformedCount = 1'000;
    for (int i = 0; i < 15; ++i)
        block.notices.append(
            {InputNotice::Kind::Malformed, i + 1, Message::verbatim(QStringLiteral("broken"))});
    for (int i = 0; i < 10; ++i)
        digest.addNotices(block, fromNanoseconds(0));
    const QList<StreamEvent> events = digest.take(fromNanoseconds(1));
    EXPECT_LE(events.size(), EventDigest::detailsPerDigest + 1);
    EXPECT_EQ(sumOf(events, StreamEvent::Kind::Malformed) + sumOf(events, StreamEvent::Kind::MalformedMore),
              10'000);
    EXPECT_TRUE(digest.isEmpty());
    EXPECT_TRUE(digest.take(fromNanoseconds(2)).isEmpty());
}

TEST(EventDigestTest, AddsUpWhatTheSourceLost) {
    EventDigest digest;
    digest.addLost(0);
    EXPECT_TRUE(digest.isEmpty());
    digest.addLost(3);
    digest.addLost(4);
    EXPECT_FALSE(digest.isEmpty());
    const QList<StreamEvent> events = digest.take(fromNanoseconds(1));
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events.at(0).kind, StreamEvent::Kind::LostAtSource);
    EXPECT_EQ(events.at(0).count, 7);
    EXPECT_TRUE(digest.take(fromNanoseconds(2)).isEmpty()) << "each loss is told once";
}

TEST(EventDigestTest, TellsEveryLossOfUnknownSizeOnce) {
    EventDigest digest;
    SampleBlock block;
    block.unknownLossCount = 100;
    for (int i = 0; i < 60; ++i)
        block.notices.append(
            {InputNotice::Kind::UnknownLoss, 0, Message::verbatim(QStringLiteral("cut off"))});
    EXPECT_FALSE(block.isEmpty());
    digest.addNotices(block, fromNanoseconds(1));
    const QList<StreamEvent> events = digest.take(fromNanoseconds(1));
    EXPECT_EQ(events.size(), EventDigest::detailsPerDigest + 1);
    EXPECT_EQ(events.at(0).detail.english(), QStringLiteral("cut off"));
    EXPECT_EQ(sumOf(events, StreamEvent::Kind::UnknownLoss), 100);
    EXPECT_TRUE(digest.isEmpty());
}

TEST(EventDigestTest, AddsUpTheRowsThatWereLeftOut) {
    EventDigest digest;
    digest.addRowsLeftOut(0);
    EXPECT_TRUE(digest.isEmpty());
    digest.addRowsLeftOut(2);
    digest.addRowsLeftOut(3);
    EXPECT_FALSE(digest.isEmpty());
    const QList<StreamEvent> events = digest.take(fromNanoseconds(1));
    ASSERT_EQ(events.size(), 1);
    EXPECT_EQ(events.at(0).kind, StreamEvent::Kind::RowsLeftOut);
    EXPECT_EQ(events.at(0).count, 5);
    EXPECT_TRUE(digest.isEmpty());
}

TEST(EventDigestTest, NamesTheChannelOfMarksWhenThereIsOnlyOne) {
    EventDigest digest;
    for (int i = 0; i < 3; ++i)
        digest.addMarks(QualityFlag::Duplicate | QualityFlag::OutOfOrder, QStringLiteral("a"));
    digest.addMarks(QualityFlag::Duplicate, QStringLiteral("b"));
    const QList<StreamEvent> events = digest.take(fromNanoseconds(1));
    ASSERT_EQ(events.size(), 2);
    EXPECT_EQ(events.at(0).kind, StreamEvent::Kind::Marked);
    EXPECT_EQ(events.at(0).mark, QualityFlag::OutOfOrder);
    EXPECT_EQ(events.at(0).count, 3);
    EXPECT_EQ(events.at(0).subject, QStringLiteral("a"));
    EXPECT_EQ(events.at(1).mark, QualityFlag::Duplicate);
    EXPECT_EQ(events.at(1).count, 4);
    EXPECT_TRUE(events.at(1).subject.isEmpty());
}

} // namespace
} // namespace rillscope
