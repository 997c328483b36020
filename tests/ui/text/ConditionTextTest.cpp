// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/ConditionText.h"

#include "tests/ui/panels/EnglishFigures.h"

namespace rillscope {
namespace {

using namespace std::chrono_literals;
using Kind = SourceCondition::Kind;
using ConditionTextTest = test::EnglishFigures;

std::string text(const SourceCondition& condition) {
    return conditionText(condition, NumberFormat()).toStdString();
}

} // namespace

TEST_F(ConditionTextTest, SaysWhatTheSourceIsDoingAndSinceWhen) {
    EXPECT_EQ(text({.kind = Kind::Waiting, .lasted = 12s}),
              "Connected, waiting for the first sample (12.0 s)");
    EXPECT_EQ(text({.kind = Kind::Receiving, .lasted = 400ms}), "Receiving (last 0.4 s ago)");
    EXPECT_EQ(text({.kind = Kind::Silent, .lasted = 35s, .usual = 1s}),
              "Silent for 35.0 s (usual interval 1.0 s)");
    EXPECT_EQ(text({.kind = Kind::Held, .lasted = 35s}), "Waiting for the disk");
    EXPECT_EQ(text({.kind = Kind::Refused, .reason = Message::verbatim(QStringLiteral("wrong password"))}),
              "Refused: wrong password");
}

TEST_F(ConditionTextTest, SaysOfAnAttemptOnlyWhatIsKnown) {
    SourceCondition condition{.kind = Kind::Connecting, .lasted = 20s};
    EXPECT_EQ(text(condition), "Connecting");
    condition.reason = Message::verbatim(QStringLiteral("the file is not there"));
    EXPECT_EQ(text(condition), "Connecting: the file is not there");
    condition.nextTryIn = 8s;
    EXPECT_EQ(text(condition), "Connecting (next attempt in 8.0 s): the file is not there");
    condition.attempt = 3;
    EXPECT_EQ(text(condition), "Connecting (attempt 3, next in 8.0 s): the file is not there");
    condition.nextTryIn.reset();
    EXPECT_EQ(text(condition), "Connecting (attempt 3): the file is not there");
}

TEST_F(ConditionTextTest, TamesAReasonFromOutside) {
    const SourceCondition condition{
        .kind = Kind::Refused,
        .reason = Message::verbatim(QStringLiteral("bad\n\x01%1 ") + QString(10'000, u'x'))};
    EXPECT_LT(text(condition).size(), 400U);
    EXPECT_EQ(text(condition).find('\n'), std::string::npos);
}

} // namespace rillscope
