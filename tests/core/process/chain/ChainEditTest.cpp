// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/chain/ChainFixture.h"

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// A definition that is changed while the stream goes on.
class ChainEditTest : public test::ChainFixture {
protected:
    void change(const char* steps) { chain.setDefinition(definitionOf(steps)); }
};

constexpr const char* timeAndWindow = "[event_time]\nout_of_orderness='0s'\n"
                                      "[[step]]\nkind='tumble'\nname='w'\nsize='10s'\n";

TEST_F(ChainEditTest, StepsThatStayAreNotDisturbed) {
    begin(timeAndWindow);
    feed(1s, 1.0);
    feed(2s, 1.0);
    change((std::string(timeAndWindow) + "[[step]]\nkind='dead_band'\nname='band'\nband=1\n").c_str());
    feed(3s, 5.0);
    feed(10s, 1.0);
    EXPECT_EQ(windows("w"), "0..10 n=3") << "with what came before the change";
    EXPECT_EQ(derived("oven/band"), (QList<double>{5.0, 1.0})) << "from the change on";
}

TEST_F(ChainEditTest, AStepThatIsChangedBeginsAfresh) {
    begin(timeAndWindow);
    feed(1s, 1.0);
    change("[event_time]\nout_of_orderness='0s'\n[[step]]\nkind='tumble'\nname='w'\nsize='5s'\n");
    feed(6s, 1.0);
    feed(10s, 1.0);
    EXPECT_EQ(windows("w"), "5..10 n=1");
    EXPECT_EQ(chain.windowCounts().emitted, 1);
}

TEST_F(ChainEditTest, SoDoesAStepThatReadsOne) {
    const char* reader = "[[step]]\nkind='exponential'\nname='smooth'\nof='band'\ntime_constant='1h'\n";
    begin((std::string("[[step]]\nkind='dead_band'\nname='band'\nband=1\n") + reader).c_str());
    feed(1s, 10.0);
    change((std::string("[[step]]\nkind='dead_band'\nname='band'\nband=2\n") + reader).c_str());
    feed(2s, 30.0);
    EXPECT_EQ(derived("oven/smooth"), (QList<double>{10.0, 30.0})) << "not drawn towards the 10 of before";
}

TEST_F(ChainEditTest, AnAlarmWhoseRuleIsGoneHasEnded) {
    const char* rule = "[[step]]\nkind='alarm'\nname='hot'\nwhen='above'\nhigh=50\n";
    begin(rule);
    feed(1s, 60.0);
    EXPECT_EQ(record.table.counts().active, 1);
    change((std::string(rule) + "[[step]]\nkind='gap'\nname='g'\nlonger_than='1h'\n").c_str());
    EXPECT_EQ(record.table.counts().active, 1) << "this rule is still there";
    change("");
    EXPECT_EQ(record.table.counts().active, 0);
    feed(2s, 70.0);
    EXPECT_EQ(record.table.counts().raised, 1);
}

TEST_F(ChainEditTest, AStepThatIsSwitchedOffAndOnMakesTheSameChannel) {
    begin("[[step]]\nkind='dead_band'\nname='band'\nband=0\nchannels='oven'\n");
    feed(1s, 1.0);
    change("[[step]]\nkind='dead_band'\nname='band'\nband=0\nchannels='oven'\nenabled=false\n");
    feed(2s, 2.0);
    change("[[step]]\nkind='dead_band'\nname='band'\nband=0\nchannels='oven'\n");
    feed(3s, 3.0);
    EXPECT_EQ(derived("oven/band"), (QList<double>{1.0, 3.0}));
    EXPECT_EQ(record.names.size(), 1);
}

TEST_F(ChainEditTest, WhatReadsASwitchedOffStepIsOffToo) {
    begin("[[step]]\nkind='dead_band'\nname='band'\nband=0\nenabled=false\n"
          "[[step]]\nkind='alarm'\nname='hot'\nof='band'\nwhen='above'\nhigh=1\n");
    feed(1s, 60.0);
    EXPECT_EQ(record.table.counts().raised, 0);
}

TEST_F(ChainEditTest, QualityRulesThatStayRememberWhatTheySaw) {
    const char* gap = "[[step]]\nkind='gap'\nname='g'\nlonger_than='5s'\n";
    begin(gap);
    feed(1s, 1.0);
    change((std::string(gap) + "[[step]]\nkind='range'\nname='r'\nmaximum=0.5\n").c_str());
    EXPECT_EQ(feed(10s, 1.0), QualityFlag::Gap | QualityFlag::OutOfRange);
}

TEST_F(ChainEditTest, AnotherWatermarkMeansOtherWindows) {
    begin(timeAndWindow);
    feed(1s, 1.0);
    change("[event_time]\nout_of_orderness='1h'\n[[step]]\nkind='tumble'\nname='w'\nsize='10s'\n");
    feed(2s, 1.0);
    feed(60s, 1.0);
    EXPECT_EQ(windows("w"), "") << "an hour is not over";
    change("");
    feed(61s, 1.0);
    chain.endStream();
    EXPECT_EQ(chain.windowCounts().emitted, 0);
    EXPECT_FALSE(chain.watermark());
}

} // namespace
} // namespace rillscope
