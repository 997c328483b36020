// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/StepText.h"

#include "core/process/definition/DefinitionParser.h"

#include <gtest/gtest.h>

#include <QSet>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// With plain spaces.
std::string summary(const char* keys) {
    const auto read = parseDefinition(
        QByteArray("format = 1\n[event_time]\nout_of_orderness = '5s'\n[[step]]\nkind = 'moving_average'\n"
                   "name = 'calm'\nover = '1s'\n[[step]]\nname = 'x'\n") +
            keys,
        QString());
    EXPECT_TRUE(read) << keys;
    return read ? stepSummary(read->steps.constLast()).replace(QChar(QChar::Nbsp), u' ').toStdString()
                : std::string();
}

TEST(StepTextTest, TellsWhatAStepDoesInAFewWords) {
    EXPECT_EQ(summary("kind = 'moving_average'\nover = '30s'"), "moving average over 30 s");
    EXPECT_EQ(summary("kind = 'hop'\nsize = '5min'\nslide = '1min'"), "last 5 min every 1 min");
    EXPECT_EQ(summary("kind = 'range'\nmaximum = 50"), "range up to 50");
    EXPECT_EQ(summary("kind = 'range'\nminimum = -2.5"), "range from −2.5");
    EXPECT_EQ(summary("kind = 'range'\nminimum = -1\nmaximum = 1"), "range −1 to 1");
    EXPECT_EQ(
        summary("kind = 'alarm'\nwhen = 'outside'\nlow = 1\nhigh = 2\nof = 'calm'\nchannels = 'oven-*'"),
        "alarm outside 1 to 2 · of calm · oven-*");
    EXPECT_EQ(summary("kind = 'alarm'\nwhen = 'stale'\nlonger_than = '10s'"), "alarm after 10 s of silence");
    EXPECT_EQ(summary("kind = 'convert'\nto = 'fahrenheit'"), "in °F");
}

TEST(StepTextTest, HasAnotherNameForEachKind) {
    QSet<QString> titles;
    for (const QString& kind : stepKinds()) {
        titles.insert(kindTitle(kind));
        EXPECT_FALSE(kindExplanation(kind).isEmpty());
    }
    EXPECT_EQ(titles.size(), stepKinds().size());
    EXPECT_EQ(kindTitle(QStringLiteral("unheard of")), QString());
}

TEST(StepTextTest, TellsOfEventTimeAndUnits) {
    PipelineDefinition definition;
    const auto text = [&] {
        return eventTimeSummary(definition).replace(QChar(QChar::Nbsp), u' ').toStdString();
    };
    EXPECT_EQ(text(), "no watermark");
    definition.eventTime.outOfOrderness = 0s;
    definition.units = {{}};
    EXPECT_EQ(text(), "in order · 1 unit rule");
    definition.eventTime.outOfOrderness = 90s;
    definition.units = {{}, {}};
    EXPECT_EQ(text(), "90 s out of order · 2 unit rules");
}

} // namespace
} // namespace rillscope
