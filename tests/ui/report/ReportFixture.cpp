// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/report/ReportFixture.h"

#include <gtest/gtest.h>

#include <QRegularExpression>

namespace rillscope::test {
namespace {

const Timestamp start{std::chrono::seconds(1'700'000'000)};

void fill(SampleHistory& history, int samples, std::mt19937_64& random) {
    std::normal_distribution<double> noise(0.0, 2.0);
    Timestamp time = start;
    for (int i = 0; i < samples; ++i) {
        // A silence every now and then.
        time += i % 97 == 96 ? std::chrono::milliseconds(20'000) : std::chrono::milliseconds(100);
        for (int channel = 0; channel < history.channelCount(); ++channel) {
            const double value = i % 211 == 5 ? std::nan("") : 20.0 + channel % 7 + noise(random);
            history.append({static_cast<ChannelIndex>(channel), time, value,
                            i % 50 == 3 ? allQualityFlags[random() % allQualityFlags.size()] : Quality()});
        }
    }
}

} // namespace

LargeSession makeLargeSession(int channels, int samples, int alarms, const std::function<QString(int)>& name,
                              int steps) {
    LargeSession large;
    std::mt19937_64 random(5);
    for (int i = 0; i < channels; ++i)
        large.history->addChannel({name(i), i % 5 == 4 ? Unit::None : Unit::Celsius});
    fill(*large.history, samples, random);
    for (int i = 0; i < alarms; ++i) {
        AlarmOccurrence alarm;
        alarm.step = name(i % 30);
        alarm.channel = name(i % std::max(channels, 1));
        alarm.severity = static_cast<Severity>(random() % 3);
        alarm.first = start + std::chrono::milliseconds(random() % 100'000);
        alarm.raisedAt = alarm.first;
        alarm.last = alarm.first + std::chrono::milliseconds(random() % 50'000);
        alarm.worst = 30.0 + static_cast<double>(random() % 1'000) / 10.0;
        large.results.alarms.raise(alarm);
    }
    for (int i = 0; i < steps; ++i) {
        StepDefinition step;
        step.name = name(i);
        step.settings = AlarmRule{.high = 30.0};
        large.session.definition.steps.append(step);
    }
    large.session.title = name(1);
    large.session.sources = {ShownUri::fromText(name(2))};
    large.session.version = QStringLiteral("1.2.3");
    large.session.madeAt = start;
    large.session.alarms = large.results.alarms;
    const qint64 size = large.history->size();
    large.session.account.received = large.session.account.accepted = large.session.account.recorded = size;
    large.session.capture.path = QStringLiteral("/tmp/") + name(3) + QStringLiteral(".rill");
    large.session.capture.account.durable.samples = size;
    large.session.capture.account.missed.samples = 12;
    return large;
}

ReportContents contentsOf(const LargeSession& session, const ReportRange& range) {
    const auto contents = gatherReport(*session.history, session.session, range);
    EXPECT_TRUE(contents);
    return contents.value_or(ReportContents());
}

int pageCount(const QByteArray& pdf) {
    static const QRegularExpression page(QStringLiteral("/Type\\s*/Page\\b(?!s)"));
    return static_cast<int>(QString::fromLatin1(pdf).count(page));
}

} // namespace rillscope::test
