// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionWriter.h"

#include "core/process/definition/DefinitionParser.h"
#include "tests/core/process/definition/RandomDefinition.h"

#include <gtest/gtest.h>

#include <limits>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

TEST(DefinitionWriterTest, WritesWhatAPersonWouldWrite) {
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = 5min;
    definition.units.append({QStringLiteral("*"), Unit::Fahrenheit});
    AlarmRule rule;
    rule.high = 80;
    rule.low = 7; // of no use here
    rule.delay = 90s;
    definition.steps.append({QStringLiteral("hot"), QStringLiteral("oven-?"), {}, false, rule});
    EXPECT_EQ(writeDefinition(definition), R"(format = 1

[event_time]
out_of_orderness = "5min"

[[unit]]
unit = "fahrenheit"

[[step]]
kind = "alarm"
name = "hot"
channels = "oven-?"
enabled = false
when = "above"
high = 80.0
delay = "90s"
)");
    EXPECT_EQ(writeDefinition({}), "format = 1\n");
}

TEST(DefinitionWriterTest, WritesNumbersThatReadBackToTheBit) {
    for (const double number : {0.0, 0.1, 1e300, 5e-324, 9223372036854775808.0, 123456789012345678901234.0,
                                std::numeric_limits<double>::max()}) {
        PipelineDefinition definition;
        definition.steps.append({QStringLiteral("x"), QStringLiteral("*"), {}, true, DeadBand{number}});
        const auto parsed = parseDefinition(writeDefinition(definition), QString());
        ASSERT_TRUE(parsed) << parsed.error().constFirst().message().toStdString();
        EXPECT_EQ(*parsed, definition);
    }
}

TEST(DefinitionWriterTest, WritesWhatReadsBackToTheSame) {
    const std::uint64_t seed = std::random_device{}();
    SCOPED_TRACE("seed " + std::to_string(seed));
    test::RandomDefinition random(seed);
    for (int round = 0; round < 800; ++round) {
        const PipelineDefinition definition = random.make();
        const QByteArray text = writeDefinition(definition);
        const auto parsed = parseDefinition(text, QStringLiteral("x"));
        ASSERT_TRUE(parsed) << parsed.error().constFirst().message().toStdString() << '\n'
                            << text.toStdString();
        ASSERT_EQ(*parsed, definition) << text.toStdString();
        ASSERT_EQ(writeDefinition(*parsed), text);
    }
}

} // namespace
} // namespace rillscope
