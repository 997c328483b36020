// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/write/StandingState.h"

#include <gtest/gtest.h>

#include <QStringList>

namespace rillscope::test {
namespace {

class StandingStateTest : public testing::Test {
protected:
    void begin(int number, const char* definition = "") {
        CaptureBlock block;
        block.streams = {StreamRecord{{},
                                      ShownUri::fromText(QStringLiteral("tail:%1").arg(number)),
                                      QString::fromUtf8(definition),
                                      number}};
        m_standing.noteCommitted(block);
    }
    void end(int number) {
        CaptureBlock block;
        block.endedStream = number;
        m_standing.noteCommitted(block);
    }
    /// With which a new file begins.
    std::string sources() const {
        QStringList all;
        for (const StreamRecord& stream : m_standing.firstBlock().streams)
            all.append(stream.source.text() + stream.definition);
        return all.join(u' ').toStdString();
    }

    StandingState m_standing;
};

TEST_F(StandingStateTest, RepeatsAllSourcesThatRun) {
    EXPECT_EQ(sources(), "");
    begin(1);
    begin(2);
    begin(3);
    EXPECT_EQ(sources(), "tail:1 tail:2 tail:3");
    end(2);
    EXPECT_EQ(sources(), "tail:1 tail:3");
}

TEST_F(StandingStateTest, KeepsTheLastThatEndedUntilAnotherBegins) {
    begin(1);
    begin(2);
    end(1);
    end(2);
    EXPECT_EQ(sources(), "tail:2");
    begin(2, " again");
    EXPECT_EQ(sources(), "tail:2 again") << "another definition, while none runs";
    begin(3);
    EXPECT_EQ(sources(), "tail:3");
}

TEST_F(StandingStateTest, EndsWithTheSourceWhoseDefinitionIsTheNewest) {
    begin(1);
    begin(2);
    begin(1, " new");
    EXPECT_EQ(sources(), "tail:2 tail:1 new");
}

} // namespace
} // namespace rillscope::test
