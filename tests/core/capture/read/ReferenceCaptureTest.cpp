// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/ReferenceCapture.h"

#include "tests/support/CaptureMaker.h"

#include <QRegularExpression>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using test::CaptureToMake;

class ReferenceCaptureTest : public testing::Test {
protected:
    QString path() const { return m_folder.filePath(QStringLiteral("a.rill")); }

    CaptureToMake m_capture{.channels = {{QStringLiteral("inlet")},
                                         {QStringLiteral("silent")},
                                         {QStringLiteral("rpm"), Unit::None, ChannelKind::Derived}}};
    QTemporaryDir m_folder;
};

TEST_F(ReferenceCaptureTest, HoldsEachSampleOfTheChannelsThatHaveSome) {
    for (int i = 0; i < 40'000; ++i) {
        const Quality quality = i % 7 == 0 ? Quality(QualityFlag::Late) : Quality();
        m_capture.samples.push_back(
            {0, static_cast<ChannelIndex>(i % 5 == 0 ? 2 : 0),
             m_capture.started + std::chrono::milliseconds(i * 10 - (i == 77 ? 5'000 : 0)), i * 0.5, quality,
             i % 900 == 0});
    }
    test::makeCapture(path(), m_capture);
    const auto reference = readReference(path());
    ASSERT_TRUE(reference) << qPrintable(reference.error().message());
    const auto& channels = (*reference)->channels;
    ASSERT_EQ(channels.size(), 2U);
    EXPECT_TRUE(QRegularExpression(QStringLiteral("^inlet · \\d\\d-\\d\\d \\d\\d:\\d\\d$"))
                    .match(channels[0].info.name)
                    .hasMatch())
        << qPrintable(channels[0].info.name);
    EXPECT_EQ(channels[0].info.kind, ChannelKind::Reference);
    EXPECT_EQ(channels[1].info.unit, Unit::None);
    EXPECT_EQ((*reference)->start, m_capture.started + std::chrono::milliseconds(770 - 5'000));
    std::array<std::size_t, 2> next{};
    for (const StoredSample& stored : m_capture.samples) {
        const std::size_t channel = stored.channel == 0 ? 0 : 1;
        const RecordedSample expected{stored.eventTime, stored.value, stored.quality, stored.breakBefore};
        ASSERT_EQ(channels[channel].samples.at(next[channel]++), expected);
    }
    EXPECT_EQ(channels[1].samples.size(), next[1]);
}

TEST_F(ReferenceCaptureTest, SaysWhyItCannotBeRead) {
    EXPECT_EQ(readReference(path()).error().code, ErrorCode::FileNotFound);
    test::makeCapture(path(), m_capture);
    EXPECT_EQ(readReference(path()).error().code, ErrorCode::EmptyInput);
    QFile::remove(path());
    m_capture.samples = test::countingSamples(1'000);
    test::makeCapture(path(), m_capture);
    EXPECT_TRUE(readReference(path(), {}, {}, 1'000));
    const auto tooLarge = readReference(path(), {}, {}, 999);
    ASSERT_FALSE(tooLarge);
    EXPECT_EQ(tooLarge.error().code, ErrorCode::LimitReached);
    EXPECT_TRUE(tooLarge.error().detail.english().contains(QLatin1String("1000"))) << "how large it is";
    EXPECT_EQ(readReference(path(), [] { return true; }).error().code, ErrorCode::Cancelled);
}

} // namespace
} // namespace rillscope
