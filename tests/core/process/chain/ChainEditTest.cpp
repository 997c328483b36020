// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/chain/ChainFixture.h"

#include <random>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// A definition that is changed while the stream goes on.
class ChainEditTest : public test::ChainFixture {
protected:
    void change(const char* steps) { chain.setDefinition(definitionOf(steps)); }

    /// "reader < what it reads; …"
    std::string leftOut() const {
        QStringList texts;
        for (const LeftOutStep& step : chain.leftOut())
            texts.append(step.name + QStringLiteral(" < ") + step.of);
        return texts.join(QStringLiteral("; ")).toStdString();
    }
};

/// Definitions with whatever a person may do to a list of steps, right and wrong: steps that read ones which
/// are gone, switched off, later, of another kind, or themselves.
class RandomDefinition {
public:
    explicit RandomDefinition(unsigned seed) : m_random(seed) {}

    PipelineDefinition next() {
        const int edits = below(3) + 1;
        for (int i = 0; i < edits; ++i)
            edit();
        if (below(10) == 0)
            m_definition.eventTime.outOfOrderness =
                below(4) == 0 ? std::optional<Duration>() : std::optional<Duration>(below(3) * 1s);
        return m_definition;
    }

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

private:
    void edit() {
        QList<StepDefinition>& steps = m_definition.steps;
        if (steps.isEmpty() || (below(3) == 0 && steps.size() < 9)) {
            steps.insert(below(static_cast<int>(steps.size()) + 1), anyStep());
            return;
        }
        const int index = below(static_cast<int>(steps.size()));
        switch (below(6)) {
        case 0:
            steps.removeAt(index);
            break;
        case 1:
            steps.swapItemsAt(index, below(static_cast<int>(steps.size())));
            break;
        case 2:
            steps[index].of = anyInput();
            break;
        case 3:
            steps[index].settings = anyStep().settings;
            break;
        default:
            steps[index].enabled = !steps[index].enabled;
            break;
        }
    }

    StepDefinition anyStep() {
        StepDefinition step;
        step.name = anyName();
        step.of = anyInput();
        step.channels = below(4) == 0 ? QStringLiteral("oven") : QStringLiteral("*");
        step.settings = anySettings();
        return step;
    }

    QString anyName() { return QString(QChar(u'a' + below(5))); }

    QString anyInput() {
        switch (below(4)) {
        case 0:
            return {};
        case 1:
            return anyName() + (below(2) == 0 ? QStringLiteral(".mean") : QStringLiteral(".p99"));
        case 2:
            return anyName() + (below(8) == 0 ? QStringLiteral(".nothing") : QString());
        default:
            return anyName();
        }
    }

    StepSettings anySettings() {
        switch (below(6)) {
        case 0:
            return DeadBand{0.5};
        case 1:
            return ExponentialSmoothing{1h};
        case 2:
            return ChannelDifference{QStringLiteral("hall"), 1s};
        case 3:
            return TumblingWindow{5s, 0s, {Aggregate::Mean}};
        case 4:
            return GapRule{5s};
        default:
            return above(5.0);
        }
    }

    static AlarmRule above(double limit) {
        AlarmRule rule;
        rule.high = limit;
        return rule;
    }

    std::mt19937 m_random;
    PipelineDefinition m_definition;
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

TEST_F(ChainEditTest, ALineOfStepsIsLeftOutWhenItsFirstIsSwitchedOff) {
    const std::string rest = "[[step]]\nkind='exponential'\nname='smooth'\nof='band'\ntime_constant='1h'\n"
                             "[[step]]\nkind='alarm'\nname='hot'\nof='smooth'\nwhen='above'\nhigh=50\n";
    const std::string band = "[[step]]\nkind='dead_band'\nname='band'\nband=1\n";
    begin((band + rest).c_str());
    feed(1s, 60.0);
    EXPECT_EQ(leftOut(), "");
    EXPECT_EQ(record.table.counts().active, 1);
    change((band + "enabled=false\n" + rest).c_str());
    EXPECT_EQ(leftOut(), "smooth < band; hot < smooth");
    EXPECT_EQ(record.table.counts().active, 0) << "its rule is at work no longer";
    feed(2s, 70.0);
    EXPECT_EQ(derived("oven/smooth").size(), 1);
    change((band + rest).c_str());
    EXPECT_EQ(leftOut(), "");
    feed(3s, 80.0);
    EXPECT_EQ(derived("oven/smooth"), (QList<double>{60.0, 80.0}));
    EXPECT_EQ(record.table.counts().raised, 2);
}

TEST_F(ChainEditTest, AStepWhoseInputIsRemovedIsLeftOut) {
    PipelineDefinition definition =
        definitionOf("[[step]]\nkind='dead_band'\nname='band'\nband=1\n"
                     "[[step]]\nkind='exponential'\nname='smooth'\nof='band'\ntime_constant='1h'\n"
                     "[[step]]\nkind='dead_band'\nname='other'\nband=1\n");
    begin("");
    chain.setDefinition(definition);
    feed(1s, 1.0);
    definition.steps.removeFirst();
    chain.setDefinition(definition);
    feed(2s, 10.0);
    EXPECT_EQ(leftOut(), "smooth < band");
    EXPECT_EQ(derived("oven/smooth").size(), 1);
    EXPECT_EQ(derived("oven/other").size(), 2) << "goes on";
}

TEST_F(ChainEditTest, BearsAnyEdit) {
    for (unsigned seed = 1; seed <= 300; ++seed) {
        SCOPED_TRACE(seed);
        RandomDefinition definition(seed);
        test::ChainRecord output;
        ProcessingChain edited(output);
        edited.beginStream(SourceTime::Replayed);
        edited.addChannel(oven, {QStringLiteral("oven"), Unit::Celsius});
        Duration time{};
        for (int change = 0; change < 40; ++change) {
            const PipelineDefinition next = definition.next();
            edited.setDefinition(next);
            if (change == 20)
                edited.addChannel(hall, {QStringLiteral("hall"), Unit::Celsius});
            for (int i = 0; i < 8; ++i) {
                Sample sample{change > 20 && i % 2 == 0 ? hall : oven,
                              Timestamp{time += 1s},
                              static_cast<double>(definition.below(10)),
                              {}};
                sample.quality = edited.judge(sample, sample.eventTime);
                edited.process(sample, sample.eventTime);
            }
            // A chain that has known nothing else leaves out the same steps.
            test::ChainRecord freshOutput;
            ProcessingChain fresh(freshOutput);
            fresh.setDefinition(next);
            fresh.beginStream(SourceTime::Replayed);
            ASSERT_EQ(edited.leftOut(), fresh.leftOut()) << "change " << change;
        }
        edited.endStream();
    }
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
