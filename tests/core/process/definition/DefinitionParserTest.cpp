// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionParser.h"

#include <gtest/gtest.h>

#include <string>

namespace rillscope {
namespace {

using namespace std::chrono_literals;

/// "line key: detail", one mistake after another; empty for a good file.
std::string mistakesIn(const QByteArray& text) {
    const auto parsed = parseDefinition(text, QStringLiteral("machine.toml"));
    if (parsed)
        return {};
    std::string list;
    for (const DefinitionMistake& mistake : parsed.error())
        list += mistake.message().toStdString() + '\n';
    return list;
}

/// Mistakes in a file whose first line is its format, and which needs no window to be good.
std::string mistakesAfterFormat(const QByteArray& text) {
    return mistakesIn("format = 1\n" + text);
}

PipelineDefinition parsed(const QByteArray& text) {
    const auto result = parseDefinition(text, QStringLiteral("machine.toml"));
    EXPECT_TRUE(result) << mistakesIn(text);
    return result.value_or(PipelineDefinition{});
}

template <typename Settings>
Settings settingsOf(const QByteArray& keys) {
    const auto definition =
        parsed("format = 1\nevent_time.out_of_orderness = '0s'\n[[step]]\nname = 'x'\n" + keys);
    EXPECT_EQ(definition.steps.size(), 1);
    return std::get<Settings>(definition.steps.value(0).settings);
}

TEST(DefinitionParserTest, ReadsTheEventTimeAndTheUnits) {
    const PipelineDefinition definition = parsed(R"(format = 1
[event_time]
out_of_orderness = "5min"
watermark = "channel"
idle_timeout = "1h"
allowed_skew = "0s"
[[unit]]
channels = "machine*"
unit = "fahrenheit"
[[unit]]
unit = "K"
)");
    EXPECT_EQ(definition.eventTime, (EventTimeSettings{5min, WatermarkScope::Channel, 1h, 0s}));
    EXPECT_EQ(definition.units, (QList<UnitRule>{{QStringLiteral("machine*"), Unit::Fahrenheit},
                                                 {QStringLiteral("*"), Unit::Kelvin}}));
    EXPECT_EQ(parsed("format = 1"), PipelineDefinition{});
}

TEST(DefinitionParserTest, ReadsEveryKindOfStep) {
    EXPECT_EQ(settingsOf<RangeRule>("kind = 'range'\nminimum = -5\nmaximum = 1e2"), (RangeRule{-5.0, 100.0}));
    EXPECT_EQ(settingsOf<RangeRule>("kind = 'range'\nmaximum = 1"), (RangeRule{std::nullopt, 1.0}));
    EXPECT_EQ(settingsOf<RateRule>("kind = 'rate'\nper_second = 0.5"), (RateRule{0.5}));
    EXPECT_EQ(settingsOf<StuckRule>("kind = 'stuck'\nafter = '2min'"), (StuckRule{2min, 0.0}));
    EXPECT_EQ(settingsOf<StuckRule>("kind = 'stuck'\nafter = '2min'\ntolerance = 1"), (StuckRule{2min, 1.0}));
    EXPECT_EQ(settingsOf<GapRule>("kind = 'gap'\nlonger_than = '1.5s'"), (GapRule{1500ms}));
    EXPECT_EQ(settingsOf<MovingAverage>("kind = 'moving_average'\nover = '1s'"), (MovingAverage{1s}));
    EXPECT_EQ(settingsOf<MovingMedian>("kind = 'moving_median'\nover = '1s'"), (MovingMedian{1s}));
    EXPECT_EQ(settingsOf<ExponentialSmoothing>("kind = 'exponential'\ntime_constant = '1s'"),
              (ExponentialSmoothing{1s}));
    EXPECT_EQ(settingsOf<HampelFilter>("kind = 'hampel'\nover = '1s'"), (HampelFilter{1s, 3.0}));
    EXPECT_EQ(settingsOf<DeadBand>("kind = 'dead_band'\nband = 0"), (DeadBand{0.0}));
    EXPECT_EQ(settingsOf<Decimation>("kind = 'decimate'\nevery = '1ms'"), (Decimation{1ms}));
    EXPECT_EQ(settingsOf<UnitConversion>("kind = 'convert'\nto = 'kelvin'"), (UnitConversion{Unit::Kelvin}));
    EXPECT_EQ(settingsOf<RateOfChange>("kind = 'rate_of_change'"), (RateOfChange{1s}));
    EXPECT_EQ(settingsOf<ChannelDifference>("kind = 'difference'\nminus = 'a/b.c'\nwithin = '1s'"),
              (ChannelDifference{QStringLiteral("a/b.c"), 1s}));
    const QList<Aggregate> usual{Aggregate::Count, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean};
    EXPECT_EQ(settingsOf<TumblingWindow>("kind = 'tumble'\nsize = '10min'"),
              (TumblingWindow{10min, 0s, usual}));
    EXPECT_EQ(
        settingsOf<HoppingWindow>("kind = 'hop'\nsize = '1h'\nslide = '15min'\naggregates = ['p99', 'sd']"),
        (HoppingWindow{1h, 15min, 0s, {Aggregate::P99, Aggregate::StandardDeviation}}));
    EXPECT_EQ(settingsOf<SessionWindow>("kind = 'session'\ngap = '1min'\naggregates = ['first', 'last']"),
              (SessionWindow{1min, {Aggregate::First, Aggregate::Last}}));
    EXPECT_EQ(settingsOf<CumulatingWindow>("kind = 'cumulate'\nsize = '1d'\nstep = '1h'\noffset = '30min'"),
              (CumulatingWindow{24h, 1h, 30min, usual}));
    EXPECT_EQ(settingsOf<TumblingWindow>("kind = 'tumble'\nsize = '1h'\noffset = '-30min'"),
              (TumblingWindow{1h, -30min, usual}));
}

TEST(DefinitionParserTest, ReadsEveryKindOfAlarm) {
    using enum AlarmCondition;
    const auto alarm = [](const QByteArray& keys) {
        return settingsOf<AlarmRule>("kind = 'alarm'\n" + keys);
    };
    EXPECT_EQ(alarm("when = 'above'\nhigh = 3"),
              (AlarmRule{Above, 0, 3, 0s, 0, 0s, Severity::Warning, false}));
    EXPECT_EQ(
        alarm("when = 'below'\nlow = 3\nhysteresis = 1\ndelay = '1min'\nseverity = 'alarm'\nlatch = true"),
        (AlarmRule{Below, 3, 0, 0s, 1, 1min, Severity::Alarm, true}));
    EXPECT_EQ(alarm("when = 'outside'\nlow = 3\nhigh = 4"),
              (AlarmRule{Outside, 3, 4, 0s, 0, 0s, Severity::Warning, false}));
    EXPECT_EQ(alarm("when = 'rate'\nper_second = 2"),
              (AlarmRule{Rate, 0, 2, 0s, 0, 0s, Severity::Warning, false}));
    EXPECT_EQ(alarm("when = 'stale'\nlonger_than = '1h'\nseverity = 'notice'"),
              (AlarmRule{Stale, 0, 0, 1h, 0, 0s, Severity::Notice, false}));
}

TEST(DefinitionParserTest, ReadsStepsThatReadEarlierOnes) {
    const PipelineDefinition definition = parsed(R"(format = 1
[event_time]
out_of_orderness = "0s"
[[step]]
kind = "moving_median"
name = "smooth"
over = "1min"
[[step]]
kind = "tumble"
name = "hourly"
of = "smooth"
size = "1h"
aggregates = ["mean"]
[[step]]
kind = "alarm"
name = "hot"
channels = "oven-?"
of = "hourly.mean"
enabled = false
when = "above"
high = 80
)");
    ASSERT_EQ(definition.steps.size(), 3);
    EXPECT_EQ(definition.steps.at(1).of, QStringLiteral("smooth"));
    EXPECT_EQ(definition.steps.at(2).of, QStringLiteral("hourly.mean"));
    EXPECT_EQ(definition.steps.at(2).channels, QStringLiteral("oven-?"));
    EXPECT_FALSE(definition.steps.at(2).enabled);
}

TEST(DefinitionParserTest, TellsFileLineKeyAndWhatWasExpected) {
    EXPECT_EQ(
        mistakesAfterFormat(
            "[[step]]\nkind = 'hampel'\nname = 'x'\nover = '5 minutes'\nthreshold = '12 C'\n"),
        "machine.toml:5: over: expected a duration in quotes such as \"90s\" or \"5min\", longer than 0, at "
        "most 100 years, got \"5 minutes\"\n"
        "machine.toml:6: threshold: expected a number greater than 0, got \"12 C\"\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'hampel'\nname = 'x'\n"),
              "machine.toml:2: over: missing; expected a duration in quotes such as \"90s\" or \"5min\", "
              "longer than "
              "0, at most 100 years\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'dead_band'\nname = 'x'\nband = nan\n"),
              "machine.toml:5: band: expected a number of 0 or more, got nan\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'range'\nname = 'x'\nminimum = 1979-05-27\n"),
              "machine.toml:5: minimum: expected a number, got a date or time\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'range'\nname = 'x'\n"),
              "machine.toml:2: minimum: missing; expected a minimum, a maximum, or both\n");
}

TEST(DefinitionParserTest, SuggestsTheKeyThatWasMeant) {
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'dead_band'\nname = 'x'\nband = 1\nchanels = 'a'\n"),
              "machine.toml:6: chanels: unknown key; did you mean \"channels\"?\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'dead_band'\nname = 'x'\nband = 1\nwavelength = 3\n"),
              "machine.toml:6: wavelength: unknown key; expected kind, name, channels, of, enabled, band\n");
    EXPECT_EQ(mistakesAfterFormat("[[steps]]\n"),
              "machine.toml:2: steps: unknown key; did you mean \"step\"?\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'tumbel'\nname = 'x'\n"),
              "machine.toml:3: kind: unknown word \"tumbel\"; did you mean \"tumble\"?\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'alarm'\nname = 'x'\nwhen = 'hot'\nhigh = 3\n"),
              "machine.toml:5: when: expected \"above\", \"below\", \"outside\", \"rate\" or \"stale\", got "
              "\"hot\"\n");
    EXPECT_EQ(
        mistakesAfterFormat("[[step]]\nkind = 'alarm'\nname = 'x'\nwhen = 'below'\nlow = 1\nhigh = 3\n"),
        "machine.toml:7: high: unknown key; expected kind, name, channels, of, enabled, when, low, "
        "hysteresis, "
        "delay, severity, latch\n");
}

TEST(DefinitionParserTest, ChecksWhatMustHoldBetweenKeys) {
    const auto window = [](const QByteArray& keys) {
        return mistakesAfterFormat("event_time.out_of_orderness = '0s'\n[[step]]\nname = 'x'\n" + keys);
    };
    EXPECT_EQ(window("kind = 'hop'\nsize = '1h'\nslide = '7min'\n"),
              "machine.toml:6: size: expected a multiple of slide\n");
    EXPECT_EQ(window("kind = 'hop'\nsize = '1d'\nslide = '1ms'\n"),
              "machine.toml:7: slide: expected at least a 10,000th of size\n");
    EXPECT_EQ(window("kind = 'cumulate'\nsize = '1h'\nstep = '7min'\n"),
              "machine.toml:6: size: expected a multiple of step\n");
    EXPECT_EQ(window("kind = 'tumble'\nsize = '1h'\noffset = '1h'\n"),
              "machine.toml:7: offset: expected less than size, forward or back\n");
    EXPECT_EQ(window("kind = 'tumble'\nsize = '1h'\noffset = '-1h'\n"),
              "machine.toml:7: offset: expected less than size, forward or back\n");
    EXPECT_EQ(
        window("kind = 'tumble'\nsize = '-1h'\n"),
        "machine.toml:6: size: expected a duration in quotes such as \"90s\" or \"5min\", longer than 0, "
        "of whole milliseconds, at most 100 years, got \"-1h\"\n");
    EXPECT_EQ(window("kind = 'tumble'\nsize = '1h'\noffset = '-1us'\n"),
              "machine.toml:7: offset: expected a duration in quotes such as \"90s\" or \"5min\", of whole "
              "milliseconds and of either sign, at most 100 years, got \"-1us\"\n");
    EXPECT_NE(window("kind = 'tumble'\nsize = '1500us'\n"), "");
    EXPECT_EQ(window("kind = 'tumble'\nsize = '1h'\naggregates = ['mean', 'mean']\n"),
              "machine.toml:7: aggregates: has \"mean\" twice\n");
    EXPECT_EQ(window("kind = 'range'\nminimum = 5\nmaximum = 4\n"),
              "machine.toml:6: minimum: expected no more than maximum\n");
    EXPECT_EQ(window("kind = 'alarm'\nwhen = 'outside'\nlow = 5\nhigh = 5\n"),
              "machine.toml:7: low: expected less than high\n");
    EXPECT_EQ(window("kind = 'alarm'\nwhen = 'outside'\nlow = 4\nhigh = 6\nhysteresis = 1.1\n"),
              "machine.toml:9: hysteresis: expected at most half the distance from low to high\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nname = 'x'\nkind = 'session'\ngap = '1h'\n"),
              "machine.toml:4: kind: a window needs out_of_orderness in [event_time], such as \"5s\"\n");
}

/// Mistakes in a file with the given `of` of three steps: a filter a, a window b (mean), an alarm c.
std::string mistakesOfReferences(const QByteArray& a, const QByteArray& b, const QByteArray& c) {
    return mistakesAfterFormat(
        "event_time.out_of_orderness = '0s'\n"
        "[[step]]\nname = 'aa'\nkind = 'dead_band'\nband = 1\nof = '" +
        a + "'\n[[step]]\nname = 'bb'\nkind = 'tumble'\nsize = '1h'\naggregates = ['mean']\nof = '" + b +
        "'\n[[step]]\nname = 'cc'\nkind = 'alarm'\nwhen = 'above'\nhigh = 1\nof = '" + c + "'\n");
}

TEST(DefinitionParserTest, ChecksWhatAStepReads) {
    EXPECT_EQ(mistakesOfReferences("", "aa", "bb.mean"), "");
    EXPECT_EQ(mistakesOfReferences("", "", "aa"), "");
    EXPECT_EQ(mistakesOfReferences("aa", "", ""), "machine.toml:7: of: a step cannot read itself\n");
    EXPECT_EQ(mistakesOfReferences("bb.mean", "", ""),
              "machine.toml:7: of: expected an earlier step; \"bb\" comes later\n");
    EXPECT_EQ(mistakesOfReferences("bb.mean", "aa", ""),
              "machine.toml:7: of: \"bb\" reads this step in turn, a circle\n");
    EXPECT_EQ(mistakesOfReferences("", "", "ab"),
              "machine.toml:19: of: no step is called \"ab\"; did you mean \"aa\"?\n");
    EXPECT_EQ(mistakesOfReferences("", "", "bb"), "machine.toml:19: of: expected \"bb.mean\"\n");
    EXPECT_EQ(mistakesOfReferences("", "", "bb.p99"), "machine.toml:19: of: expected \"bb.mean\"\n");
    EXPECT_EQ(mistakesOfReferences("", "", "aa.mean"),
              "machine.toml:19: of: expected \"aa\", for a filter has no aggregates\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nname = 'a'\nkind = 'gap'\nlonger_than = '1s'\n"
                                  "[[step]]\nname = 'b'\nkind = 'dead_band'\nband = 1\nof = 'a'\n"),
              "machine.toml:10: of: expected a filter or a window; \"a\" is of kind \"gap\"\n");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nname = 'a'\nkind = 'moving'\n"
                                  "[[step]]\nname = 'b'\nkind = 'dead_band'\nband = 1\nof = 'a'\n")
                  .find(":8:"),
              std::string::npos); // the mistake in a is enough
}

TEST(DefinitionParserTest, ChecksNames) {
    const auto named = [](const QByteArray& name) {
        return mistakesAfterFormat("[[step]]\nkind = 'dead_band'\nband = 1\nname = \"" + name + "\"\n");
    };
    EXPECT_EQ(named("Öl, 2nd floor"), "");
    EXPECT_EQ(named(QByteArray(100, 'x')), "");
    for (const char* bad : {"", " x", "a.b", "a/b", "a\\tb", "a\\u202eb", "\\u0000"})
        EXPECT_NE(named(bad), "") << bad;
    EXPECT_NE(named(QByteArray(101, 'x')), "");
    EXPECT_EQ(mistakesAfterFormat("[[step]]\nkind = 'dead_band'\nband = 1\nname = 'a'\n"
                                  "[[step]]\nkind = 'dead_band'\nband = 1\nname = 'a'\n"),
              "machine.toml:9: name: \"a\" is the name of an earlier step, too\n");
}

TEST(DefinitionParserTest, RefusesAFileThatIsNoneOfItsFormat) {
    EXPECT_EQ(mistakesIn(""),
              "machine.toml:1: format: missing; expected format = 1, the version of the format\n");
    EXPECT_EQ(mistakesIn("format = 2"),
              "machine.toml:1: format: version 2 is newer than this program, which reads 1\n");
    EXPECT_EQ(mistakesIn("format = '1'"),
              "machine.toml:1: format: expected 1, the version of the format, got \"1\"\n");
    EXPECT_EQ(mistakesIn("format = 1\nformat = 1\n"),
              "machine.toml:2: is no TOML: cannot redefine existing integer 'format'\n");
    EXPECT_EQ(
        mistakesIn("format = 1\n[step]\n"),
        "machine.toml:2: step: expected tables, each written [[step]] with two brackets, got a table\n");
    EXPECT_EQ(mistakesIn("format = 1\nstep = [{}, 1]\nevent_time = 5\n"),
              "machine.toml:2: step: expected tables, each written [[step]] with two brackets, got an array\n"
              "machine.toml:3: event_time: expected a table, written [event_time], got 5\n");
    EXPECT_NE(mistakesIn("format = 1\n[[[step]]]\n"), ""); // ended the program by an assertion of toml++ 3.3
    EXPECT_NE(mistakesIn("format = 1\né = °\n"), "");
    EXPECT_NE(mistakesIn(QByteArray("format = 1\nx = \"\xff\"")), "");
    EXPECT_NE(mistakesIn(QByteArray("format = 1\n\0", 12)), "");
}

TEST(DefinitionParserTest, HasBounds) {
    EXPECT_EQ(mistakesIn("format = 1\n#" + QByteArray(maxMistakes * 20'000, 'x')),
              "machine.toml: is larger than 1 MiB, which no pipeline is\n");
    const QByteArray step = "[[step]]\nkind = 'dead_band'\nband = 1\nname = '%'\n";
    QByteArray steps;
    for (int i = 0; i < 1'000; ++i)
        steps += QByteArray(step).replace('%', QByteArray::number(i));
    EXPECT_EQ(mistakesAfterFormat(steps), "");
    EXPECT_EQ(mistakesAfterFormat(steps + QByteArray(step).replace('%', "more")),
              "machine.toml:4002: step: expected at most 1000\n");
    QByteArray unknown = "format = 1\n";
    for (int i = 0; i < 50'000; ++i)
        unknown += "key-" + QByteArray::number(i) + " = 1\n";
    const auto parsed = parseDefinition(unknown, QString());
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().size(), maxMistakes);
}

TEST(DefinitionParserTest, IsNotBuriedUnderNestedTables) {
    EXPECT_EQ(mistakesAfterFormat(QByteArray("a.").repeated(200'000) + "a = 1\n"),
              "machine.toml:2: has more than 64 points on one line\n");
    EXPECT_NE(mistakesAfterFormat("[" + QByteArray("a.").repeated(64) + "a]\n"), "");
    EXPECT_NE(mistakesAfterFormat("a = " + QByteArray(100'000, '[')), "");
    EXPECT_NE(mistakesAfterFormat("a = " + QByteArray("{a=").repeated(100'000)), "");
    EXPECT_NE(mistakesAfterFormat("a = " + QByteArray("[\n{a.a.a.a=").repeated(50'000)), "");
    EXPECT_EQ(mistakesAfterFormat("# " + QByteArray(100, '.') + "\n"), ""); // a line drawn in a comment
}

TEST(DefinitionParserTest, TellsTheStepAMistakeIsIn) {
    const auto parsed =
        parseDefinition("format = 1\n[[step]]\nname = 'slow'\nkind = 'dead_band'\n", QStringLiteral("x"));
    ASSERT_FALSE(parsed);
    EXPECT_EQ(parsed.error().constFirst().step, QStringLiteral("slow"));
    EXPECT_EQ(parsed.error().constFirst().key, QStringLiteral("band"));
}

} // namespace
} // namespace rillscope
