// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionEdit.h"

#include "tests/core/process/definition/RandomDefinition.h"

#include <gtest/gtest.h>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

StepDefinition makeStep(const char* name, StepSettings settings, const char* of = "") {
    StepDefinition step;
    step.name = QString::fromLatin1(name);
    step.of = QString::fromLatin1(of);
    step.settings = std::move(settings);
    return step;
}

TEST(DefinitionEditTest, FindsNothingWrongWithWhatIsRight) {
    test::RandomDefinition random(7);
    for (int i = 0; i < 50; ++i)
        EXPECT_TRUE(mistakesOf(random.make()).isEmpty());
}

TEST(DefinitionEditTest, FindsWhatAnEditBroke) {
    PipelineDefinition definition;
    definition.steps = {makeStep("calm", MovingAverage{10s}), makeStep("slope", RateOfChange{1s}, "calm")};
    EXPECT_TRUE(mistakesOf(definition).isEmpty());
    definition.steps.swapItemsAt(0, 1);
    const DefinitionMistakes mistakes = mistakesOf(definition);
    ASSERT_EQ(mistakes.size(), 1);
    EXPECT_EQ(mistakes.constFirst().step, QStringLiteral("slope"));
    EXPECT_EQ(mistakes.constFirst().key, QStringLiteral("of"));
}

TEST(DefinitionEditTest, NumbersANameThatIsTaken) {
    QList<StepDefinition> steps;
    EXPECT_EQ(unusedName(steps, QStringLiteral("gap")), QStringLiteral("gap"));
    steps.append(makeStep("gap", GapRule{1s}));
    EXPECT_EQ(unusedName(steps, QStringLiteral("gap")), QStringLiteral("gap 2"));
    steps.append(makeStep("gap 2", GapRule{1s}));
    EXPECT_EQ(unusedName(steps, QStringLiteral("gap")), QStringLiteral("gap 3"));
}

TEST(DefinitionEditTest, RedirectsAllWhoReadAStepAndNobodyElse) {
    QList<StepDefinition> steps{makeStep("a", MovingAverage{1s}), makeStep("b", MovingAverage{1s}, "a"),
                                makeStep("c", AlarmRule{}, "a.p99"), makeStep("d", MovingAverage{1s}, "aa"),
                                makeStep("e", MovingAverage{1s})};
    redirectReaders(steps, QStringLiteral("a"), QStringLiteral("first"));
    QStringList read;
    for (const StepDefinition& each : steps)
        read.append(each.of);
    EXPECT_EQ(read.join(u'|'), QStringLiteral("|first|first.p99|aa|"));
    redirectReaders(steps, QString(), QStringLiteral("x"));
    EXPECT_EQ(steps.constLast().of, QString()) << "the raw samples are no step";
}

} // namespace
} // namespace rillscope
