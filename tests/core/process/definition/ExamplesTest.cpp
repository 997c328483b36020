// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/SampleReader.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/process/definition/DefinitionUpdate.h"
#include "core/process/definition/DefinitionWriter.h"
#include "tests/core/parse/ParseText.h"
#include "tests/core/process/alarm/AlarmText.h"

#include <gtest/gtest.h>

#include <QDir>

#include <set>

namespace rillscope {
namespace {

const QString folder = QStringLiteral(RILLSCOPE_SOURCE_DIR "/resources/pipelines");

LoadedDefinition example(const QString& name) {
    const auto loaded = loadDefinition(folder + u'/' + name);
    if (!loaded) {
        for (const DefinitionMistake& mistake : loaded.error())
            ADD_FAILURE() << mistake.message().toStdString();
    }
    return loaded.value_or(LoadedDefinition{});
}

TEST(ExamplesTest, AreWithoutMistakesAndKeptByAnUpdate) {
    const QStringList names = QDir(folder).entryList(QDir::Files);
    EXPECT_GE(names.size(), 3);
    for (const QString& name : names) {
        const LoadedDefinition loaded = example(name);
        EXPECT_FALSE(loaded.definition.steps.isEmpty()) << name.toStdString();
        EXPECT_EQ(updateDefinition(loaded.text, loaded.definition).text, loaded.text) << name.toStdString();
    }
}

TEST(ExamplesTest, ShowEveryKindOfStepOnTheTour) {
    std::set<std::size_t> kinds;
    std::set<AlarmCondition> conditions;
    const PipelineDefinition tour = example(QStringLiteral("simulator.toml")).definition;
    for (const StepDefinition& step : tour.steps) {
        kinds.insert(step.settings.index());
        if (const auto* alarm = std::get_if<AlarmRule>(&step.settings))
            conditions.insert(alarm->condition);
    }
    EXPECT_EQ(kinds.size(), std::variant_size_v<StepSettings>);
    EXPECT_EQ(conditions.size(), 5u);
}

TEST(ExamplesTest, RaiseAlarmsWhereTheMachineReallyFailed) {
    // A recording that may lie beside the project's folder; the project does not need it.
    QFile file(QStringLiteral(RILLSCOPE_SOURCE_DIR "/tests/data/machine_temperature.csv"));
    if (!file.open(QIODevice::ReadOnly))
        GTEST_SKIP() << "no such recording here";
    const SampleBlock samples = test::parseText(file.readAll().toStdString()).block;
    ASSERT_EQ(samples.size(), 22'695);
    const PipelineDefinition machine = example(QStringLiteral("machine.toml")).definition;
    AlarmTable table;
    for (const StepDefinition& step : machine.steps) {
        const auto* rule = std::get_if<AlarmRule>(&step.settings);
        if (!rule || !step.of.isEmpty())
            continue;
        AlarmMonitor monitor(step.name, samples.channels.constFirst().name, *rule);
        for (qsizetype i = 0; i < samples.size(); ++i)
            monitor.judge(samples.eventTime.at(i), samples.value.at(i), samples.eventTime.at(i), table);
    }
    ASSERT_EQ(table.occurrences().size(), 2);
    const AlarmOccurrence& december = table.occurrences().at(0);
    EXPECT_EQ(formatRfc3339(december.first), "2013-12-16T09:50:00Z");
    EXPECT_EQ(formatRfc3339(december.last), "2013-12-16T18:35:00Z");
    EXPECT_EQ(december.worst, 2.0847212059999998);
    const AlarmOccurrence& february = table.occurrences().at(1);
    EXPECT_EQ(formatRfc3339(february.first), "2014-02-07T21:15:00Z");
    EXPECT_EQ(formatRfc3339(february.raisedAt), "2014-02-08T00:45:00Z");
    EXPECT_EQ(formatRfc3339(february.last), "2014-02-09T12:00:00Z");
    EXPECT_FALSE(february.isActive);
}

} // namespace
} // namespace rillscope
