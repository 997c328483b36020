// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/CaptureWriter.h"

#include "core/capture/CaptureSchema.h"
#include "core/history/LeafSummary.h"
#include "tests/core/capture/CaptureReference.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <atomic>

namespace rillscope::test {
namespace {

class CaptureWriterTest : public testing::Test {
protected:
    CaptureSettings settings() const {
        return {{},
                m_folder.filePath(QStringLiteral("captures")),
                m_folder.filePath(QStringLiteral("fallback")),
                QStringLiteral("test 1")};
    }

    /// True once all that was offered is committed, or cannot be.
    static bool flush(CaptureWriter& writer) {
        std::atomic<bool> isDone{false};
        writer.flush([&isDone] { isDone = true; });
        return waitFor([&isDone] { return isDone.load(); });
    }

    QTemporaryDir m_folder;
    SystemClock m_clock;
};

TEST_F(CaptureWriterTest, WritesEverySampleToTheBit) {
    for (unsigned seed = 1; seed <= 5; ++seed) {
        SCOPED_TRACE(seed);
        BlockMaker maker(seed, 6);
        CaptureWriter writer(settings(), m_clock);
        std::mt19937 random(seed);
        for (int i = 0; i < 60; ++i) {
            writer.offer(maker.next(static_cast<int>(random() % 400)));
            if (random() % 20 == 0) {
                ASSERT_TRUE(flush(writer));
            }
        }
        writer.close();
        const CaptureStatus status = writer.status();
        EXPECT_EQ(status.state, CaptureStatus::State::Closed);
        EXPECT_EQ(status.durable, maker.rawCount());
        EXPECT_EQ(status.durable + status.derived, static_cast<qint64>(maker.all().size()));
        EXPECT_EQ(status.missed, 0);
        EXPECT_EQ(status.files, 1);
        EXPECT_FALSE(status.error);
        EXPECT_TRUE(readSamples(status.path) == maker.all());
        EXPECT_EQ(readText(status.path, "SELECT value FROM capture WHERE key = 'closed'"),
                  QStringLiteral("stopped"));
        EXPECT_EQ(readText(status.path, "PRAGMA journal_mode"), QStringLiteral("delete"));
    }
}

} // namespace
} // namespace rillscope::test
