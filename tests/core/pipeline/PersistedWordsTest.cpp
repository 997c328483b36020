// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/pipeline/EventTable.h"
#include "core/pipeline/StreamSummary.h"
#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWords.h"

#include <QTemporaryDir>

#include <gtest/gtest.h>

#include <map>

namespace rillscope {
namespace {

// The words that files of version 0.1 have. They are written out here on purpose: a word may be added, but
// none may be changed or taken away, for captures, pipeline files and scripts have them.

using Marks = std::map<std::string, int>;

const Marks marksOfVersion01{{"outOfOrder", 1},  {"duplicate", 2},     {"outOfRange", 4}, {"notANumber", 8},
                             {"late", 16},       {"rateOfChange", 32}, {"stuck", 64},     {"gap", 128},
                             {"farFuture", 256}, {"lineBreak", 0x8000}};

TEST(PersistedWordsTest, MarksOfSamplesKeepTheirWordsAndBits) {
    const QTemporaryDir folder;
    auto database = Database::create(folder.filePath(QStringLiteral("a.rill")));
    ASSERT_TRUE(database) << database.error().message().toStdString();
    ASSERT_TRUE(createCaptureTables(*database));
    auto rows = database->prepare("SELECT bit, mark FROM marks");
    ASSERT_TRUE(rows);
    Marks written;
    while (*rows->step())
        written[rows->text(1).toStdString()] = static_cast<int>(rows->integer(0));
    for (const auto& [word, bit] : marksOfVersion01) {
        EXPECT_EQ(written[word], bit) << "in captures: " << word;
        if (word != "lineBreak") {
            EXPECT_EQ(parseQuality(word), Quality::fromInt(bit)) << "in CSV files: " << word;
        }
    }
    EXPECT_EQ(parseQuality("good"), Quality());
}

TEST(PersistedWordsTest, KindsOfEventsKeepTheirWords) {
    for (const char* name : {"started",       "stopped",        "finished",        "failed",
                             "malformed",     "malformedMore",  "remark",          "channelAdded",
                             "outOfOrder",    "duplicate",      "outOfRange",      "notANumber",
                             "late",          "rateOfChange",   "stuck",           "gap",
                             "farFuture",     "lateDropped",    "alarmRaised",     "alarmsRaised",
                             "windowsEarly",  "channelLimit",   "stepLeftOut",     "captureBegan",
                             "captureFailed", "captureResumed", "captureStalled",  "captureCaughtUp",
                             "captureMissed", "resultsMissed",  "capturesDeleted", "programMessage",
                             "dropped",       "historyFull",    "lostAtSource",    "rowsLeftOut",
                             "unknownLoss",   "noValue",        "doubtfulTime"}) {
        const auto event = eventOfName(QString::fromLatin1(name));
        ASSERT_TRUE(event) << name;
        EXPECT_EQ(eventName(*event), QLatin1String(name));
    }
    EXPECT_EQ(eventName({.kind = StreamEvent::Kind::CaptureFailed}), u"captureFailed");
    EXPECT_EQ(eventName({.kind = StreamEvent::Kind::Marked, .mark = QualityFlag::Gap}), u"gap");
}

TEST(PersistedWordsTest, KindsOfChannelsAndSeveritiesKeepTheirWords) {
    EXPECT_EQ(wordOf(channelKindWords, ChannelKind::Raw), u"raw");
    EXPECT_EQ(wordOf(channelKindWords, ChannelKind::Derived), u"derived");
    EXPECT_EQ(wordOf(channelKindWords, ChannelKind::DerivedOnChange), u"derivedOnChange");
    EXPECT_EQ(wordOf(channelKindWords, ChannelKind::Reference), u"reference");
    EXPECT_EQ(wordOf(severityWords, Severity::Notice), u"notice");
    EXPECT_EQ(wordOf(severityWords, Severity::Warning), u"warning");
    EXPECT_EQ(wordOf(severityWords, Severity::Alarm), u"alarm");
    EXPECT_EQ(valueOf(severityWords, QStringLiteral("alarm")), Severity::Alarm);
    EXPECT_EQ(valueOf(severityWords, QStringLiteral("info")), std::nullopt);
}

TEST(PersistedWordsTest, PipelineFilesOfVersion01AreRead) {
    for (const char* keys :
         {"kind = 'range'\nminimum = -1\nmaximum = 5",
          "kind = 'rate'\nper_second = 1",
          "kind = 'stuck'\nafter = '1s'\ntolerance = 0.5",
          "kind = 'gap'\nlonger_than = '1s'",
          "kind = 'moving_average'\nover = '1s'",
          "kind = 'moving_median'\nover = '1s'",
          "kind = 'exponential'\ntime_constant = '1s'",
          "kind = 'hampel'\nover = '1s'\nthreshold = 2",
          "kind = 'dead_band'\nband = 1",
          "kind = 'decimate'\nevery = '1s'",
          "kind = 'convert'\nto = 'fahrenheit'",
          "kind = 'rate_of_change'\nper = '1min'",
          "kind = 'difference'\nminus = 'a'\nwithin = '1s'",
          "kind = 'tumble'\nsize = '1s'\noffset = '0s'\naggregates = "
          "['count', 'min', 'max', 'mean', 'sd', 'first', 'last', 'p50', 'p90', 'p99']",
          "kind = 'hop'\nsize = '4s'\nslide = '2s'",
          "kind = 'session'\ngap = '1s'",
          "kind = 'cumulate'\nsize = '4s'\nstep = '2s'",
          "kind = 'alarm'\nwhen = 'above'\nhigh = 1\nhysteresis = 0.5\ndelay = '1s'\nseverity = 'notice'",
          "kind = 'alarm'\nwhen = 'below'\nlow = 1\nseverity = 'warning'\nlatch = true",
          "kind = 'alarm'\nwhen = 'outside'\nlow = 1\nhigh = 2\nseverity = 'alarm'",
          "kind = 'alarm'\nwhen = 'rate'\nper_second = 1",
          "kind = 'alarm'\nwhen = 'stale'\nlonger_than = '1s'"}) {
        const QByteArray text =
            QByteArray("format = 1\n[event_time]\nout_of_orderness = '5s'\nwatermark = 'channel'\n"
                       "idle_timeout = '1s'\nallowed_skew = '1s'\n[[unit]]\nchannels = '*'\nunit = 'kelvin'\n"
                       "[[step]]\nname = 'x'\nchannels = 'a*'\nenabled = true\n") +
            keys;
        const auto read = parseDefinition(text, QStringLiteral("old.toml"));
        ASSERT_TRUE(read) << keys;
        ASSERT_EQ(read->steps.size(), 1);
        EXPECT_TRUE(QByteArray(keys).startsWith("kind = '" +
                                                kindOf(read->steps.constFirst().settings).toLatin1() + "'"));
    }
}

TEST(PersistedWordsTest, TheSummaryKeepsItsKeys) {
    CaptureStatus capture;
    capture.error = Error{ErrorCode::WriteFailed, {}, Message::verbatim(QStringLiteral("x"))};
    const QJsonObject summary = summaryJson({}, capture, {});
    for (const char* key : {"received",       "accepted",
                            "malformed",      "recorded",
                            "dropped",        "evicted",
                            "derived",        "marked",
                            "outOfOrder",     "duplicate",
                            "outOfRange",     "notANumber",
                            "late",           "rateOfChange",
                            "stuck",          "gap",
                            "farFuture",      "windows",
                            "alarms",         "capture",
                            "elapsedSeconds", "samplesPerSecond",
                            "lost",           "columnsLeftOut",
                            "rowsLeftOut",    "empty",
                            "noValue",        "unknownLosses",
                            "doubtfulTime"})
        EXPECT_TRUE(summary.contains(QLatin1String(key))) << key;
    const auto expectKeys = [&](const char* part, std::initializer_list<const char*> keys) {
        const QJsonObject object = summary.value(QLatin1String(part)).toObject();
        for (const char* key : keys)
            EXPECT_TRUE(object.contains(QLatin1String(key))) << part << '.' << key;
    };
    expectKeys("windows", {"emitted", "lateDropped", "firedEarly"});
    expectKeys("alarms", {"raised"});
    expectKeys("capture", {"state", "files", "durable", "waiting", "missed", "derived", "derivedWaiting",
                           "derivedMissed", "windowsMissed", "alarmsMissed", "eventsMissed", "lagSeconds",
                           "longestLagSeconds", "error"});
    for (const auto& [state, word] :
         std::map<CaptureStatus::State, const char*>{{CaptureStatus::State::Off, "off"},
                                                     {CaptureStatus::State::Ready, "ready"},
                                                     {CaptureStatus::State::Recording, "recording"},
                                                     {CaptureStatus::State::Failing, "failing"},
                                                     {CaptureStatus::State::Closed, "closed"}}) {
        CaptureStatus of;
        of.state = state;
        EXPECT_EQ(
            summaryJson({}, of, {}).value(QLatin1String("capture")).toObject().value(QLatin1String("state")),
            QLatin1String(word));
    }
}

} // namespace
} // namespace rillscope
