// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/AlarmHook.h"

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

AlarmOccurrence alarmOf(const QString& step, const QString& channel, double worst) {
    AlarmOccurrence alarm;
    alarm.id = 7;
    alarm.step = step;
    alarm.channel = channel;
    alarm.first = fromNanoseconds(1'000'000'000);
    alarm.raisedAt = fromNanoseconds(2'000'000'000);
    alarm.last = fromNanoseconds(3'000'000'000);
    alarm.worst = worst;
    return alarm;
}

TEST(AlarmHookTest, KeepsPlainNamesAsTheyAreAndInTheirPlaces) {
    EXPECT_EQ(alarmArguments(alarmOf(QStringLiteral("too hot"), QStringLiteral("oven=1"), 20.5)).join(u'|'),
              u"too hot|oven=1|warning|1970-01-01T00:00:02Z|20.5");
}

TEST(AlarmHookTest, LetsNoArgumentBeginAsAnOptionDoes) {
    EXPECT_EQ(alarmArguments(alarmOf(QStringLiteral("-"), QStringLiteral("--output=x"), -1.0)).join(u'|'),
              u" -| --output=x|warning|1970-01-01T00:00:02Z| -1");
}

TEST(AlarmHookTest, HandsOverNoCharacterThatEndsATextOrALine) {
    const AlarmOccurrence alarm =
        alarmOf(QString::fromUtf8("a\0b\nc", 5), QStringLiteral("\n-rf\u2028x\t"), 1.0);
    EXPECT_EQ(alarmArguments(alarm).mid(0, 2).join(u'|'), u"a b c| -rf x ");
    const QProcessEnvironment environment = withAlarm({}, alarm);
    EXPECT_EQ(environment.value(QStringLiteral("RILLSCOPE_ALARM_STEP")), u"a b c");
    EXPECT_EQ(environment.value(QStringLiteral("RILLSCOPE_ALARM_CHANNEL")), u" -rf x ");
}

TEST(AlarmHookTest, TellsTheAlarmInTheEnvironmentAsItIs) {
    QProcessEnvironment environment;
    environment.insert(QStringLiteral("HOME"), QStringLiteral("/home/a"));
    environment =
        withAlarm(environment, alarmOf(QStringLiteral("-step"), QStringLiteral("--output=x"), -2.5));
    QStringList all = environment.toStringList();
    all.sort();
    EXPECT_EQ(all.join(u' ').toStdString(),
              "HOME=/home/a RILLSCOPE_ALARM_CHANNEL=--output=x RILLSCOPE_ALARM_FIRST=1970-01-01T00:00:01Z "
              "RILLSCOPE_ALARM_ID=7 RILLSCOPE_ALARM_LAST=1970-01-01T00:00:03Z "
              "RILLSCOPE_ALARM_RAISED=1970-01-01T00:00:02Z RILLSCOPE_ALARM_SEVERITY=warning "
              "RILLSCOPE_ALARM_STEP=-step RILLSCOPE_ALARM_TIME=1970-01-01T00:00:02Z "
              "RILLSCOPE_ALARM_VALUE=-2.5 RILLSCOPE_ALARM_WORST=-2.5");
}

} // namespace
} // namespace rillscope::test
