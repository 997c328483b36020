// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ThreadRole.h"
#include "core/pipeline/Pipeline.h"
#include "tests/support/ScriptedSource.h"
#include "tests/support/ThreadNice.h"
#include "tests/support/WaitFor.h"

#include <gtest/gtest.h>

#include <QTemporaryDir>

#include <unistd.h>

namespace rillscope::test {
namespace {

class PipelineThreadsTest : public testing::Test {
protected:
    /// Of a thread of the pipeline, beyond that of this thread.
    static std::optional<int> nicenessOf(const char* thread) {
        const auto nice = niceOfThread(thread);
        return nice ? std::optional(*nice - getpriority(PRIO_PROCESS, static_cast<id_t>(getpid())))
                    : std::nullopt;
    }

    static bool reaches(const char* thread, int niceness) {
        return waitFor([&] { return nicenessOf(thread) == niceness; });
    }

    void recordTo(Pipeline& pipeline) const {
        pipeline.recordTo({{}, m_folder.filePath(QStringLiteral("captures")), {}, QStringLiteral("test 1")});
    }

    SystemClock m_clock;
    QTemporaryDir m_folder;
};

TEST_F(PipelineThreadsTest, StandBehindTheWindow) {
    Pipeline pipeline(m_clock, SampleHistory::defaultMemoryLimit, Pipeline::Urgency::WindowFirst);
    recordTo(pipeline);
    pipeline.start(
        std::make_unique<ScriptedSource>(m_clock, QList<SampleBlock>(), ScriptedSource::Ending::StayIdle),
        ShownUri::fromText(QStringLiteral("script:")));
    EXPECT_TRUE(reaches("processing", niceness(ThreadRole::Processing)));
    EXPECT_TRUE(reaches("source", niceness(ThreadRole::Source)));
    EXPECT_TRUE(reaches("capture", niceness(ThreadRole::Capture)));
}

TEST_F(PipelineThreadsTest, AreAlikeWhereThereIsNoWindow) {
    Pipeline pipeline(m_clock);
    recordTo(pipeline);
    SampleBlock block;
    block.channels = {{QStringLiteral("a"), Unit::Celsius}};
    block.append({0, fromNanoseconds(1), 1.0, {}});
    pipeline.start(std::make_unique<ScriptedSource>(m_clock, QList{block}, ScriptedSource::Ending::Finish),
                   ShownUri::fromText(QStringLiteral("script:")));
    // All three threads have worked by then.
    ASSERT_TRUE(waitFor([&] { return !pipeline.isActive(); }));
    for (const char* thread : {"processing", "source", "capture"})
        EXPECT_EQ(nicenessOf(thread), 0) << thread;
}

} // namespace
} // namespace rillscope::test
