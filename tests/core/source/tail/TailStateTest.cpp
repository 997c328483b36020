// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/tail/TailInput.h"
#include "tests/core/source/tail/TailFixture.h"

namespace rillscope::test {
namespace {

using Kind = SourceCondition::Kind;

class TailStateTest : public TailFixture {
protected:
    Kind kind() const { return m_source->condition().value().kind; }
    bool waitForKind(Kind wanted) const {
        return waitFor([&] { return kind() == wanted; });
    }
};

TEST_F(TailStateTest, WaitsForTheFirstLineAndReceives) {
    m_file.open();
    start();
    EXPECT_EQ(kind(), Kind::Waiting);
    m_clock.advance(std::chrono::seconds(5));
    EXPECT_EQ(m_source->condition()->lasted, std::chrono::seconds(5));
    m_file.append("1\n");
    ASSERT_TRUE(receives({1}));
    EXPECT_EQ(kind(), Kind::Receiving);
    m_clock.advance(std::chrono::seconds(2));
    EXPECT_EQ(m_source->condition()->lasted, std::chrono::seconds(2));
}

TEST_F(TailStateTest, SaysThatItsFileIsGoneAndThatItIsBack) {
    m_file.append("1\n");
    start();
    ASSERT_TRUE(receives({1}));
    m_file.remove();
    ASSERT_TRUE(waitForKind(Kind::Connecting));
    EXPECT_EQ(m_source->condition()->reason.english(), QStringLiteral("the file is not there"));
    m_file.open();
    ASSERT_TRUE(waitForKind(Kind::Waiting));
    m_file.append("2\n");
    ASSERT_TRUE(receives({1, 2}));
    EXPECT_EQ(kind(), Kind::Receiving);
}

TEST_F(TailStateTest, IsConnectingFromTheStartToAFileThatIsNotThereYet) {
    start(QStringLiteral("?wait=yes"));
    EXPECT_EQ(kind(), Kind::Connecting);
    m_file.append("1\n");
    ASSERT_TRUE(receives({1}));
    EXPECT_EQ(kind(), Kind::Receiving);
}

TEST_F(TailStateTest, ReceivesAsLongAsTheRenamedFileGrows) {
    m_file.append("1\n");
    start();
    ASSERT_TRUE(receives({1}));
    m_file.rename();
    QList<double> values{1};
    const auto end = std::chrono::steady_clock::now() + 2 * TailInput::lookInterval;
    while (std::chrono::steady_clock::now() < end) {
        m_file.append("2\n");
        values.append(2);
        ASSERT_TRUE(receives(values));
        ASSERT_EQ(kind(), Kind::Receiving);
    }
    ASSERT_TRUE(waitForKind(Kind::Connecting));
}

} // namespace
} // namespace rillscope::test
