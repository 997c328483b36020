// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/process/definition/RandomDefinition.h"

#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWords.h"
#include "core/process/definition/DefinitionWriter.h"

#include <bit>
#include <cmath>

namespace rillscope::test {

Duration RandomDefinition::duration() {
    const Duration unit = std::array<Duration, 5>{std::chrono::nanoseconds(1), std::chrono::milliseconds(1),
                                                  std::chrono::seconds(1), std::chrono::minutes(1),
                                                  std::chrono::hours(1)}[below(5)];
    return unit * static_cast<int>(1 + below(1'000));
}

Duration RandomDefinition::milliseconds(std::int64_t factor) {
    return std::chrono::milliseconds(1 + below(100'000)) * factor;
}

double RandomDefinition::number() {
    const auto any = std::bit_cast<double>(m_random());
    return std::isfinite(any) && isOneIn(2) ? any : static_cast<double>(below(2'000)) / 10.0 - 100.0;
}

double RandomDefinition::positive() {
    return 0.001 + std::abs(number());
}

QString RandomDefinition::name() {
    return QStringLiteral("%1 %2").arg(text()).arg(below(1'000'000)).trimmed();
}

QString RandomDefinition::text() {
    static const QList<QString> pieces{QStringLiteral("oven"),  QStringLiteral("\""),  QStringLiteral("\\"),
                                       QStringLiteral("#"),     QStringLiteral("Öl"),  QStringLiteral("温度"),
                                       QStringLiteral("😀"),     QStringLiteral("'''"), QStringLiteral("="),
                                       QStringLiteral("[[x]]"), QStringLiteral("°C"),  QStringLiteral("-2")};
    QString text;
    for (std::size_t count = 1 + below(3); count > 0; --count)
        text += pieces.at(static_cast<qsizetype>(below(static_cast<std::size_t>(pieces.size()))));
    return text;
}

QList<Aggregate> RandomDefinition::aggregates() {
    QList<Aggregate> list;
    for (int i = 0; i <= static_cast<int>(Aggregate::P99); ++i) {
        if (isOneIn(3))
            list.insert(static_cast<qsizetype>(below(static_cast<std::size_t>(list.size()) + 1)),
                        static_cast<Aggregate>(i));
    }
    return list.isEmpty() ? QList<Aggregate>{Aggregate::Mean} : list;
}

AlarmRule RandomDefinition::alarm() {
    AlarmRule rule;
    rule.condition = static_cast<AlarmCondition>(below(5));
    rule.severity = static_cast<Severity>(below(3));
    rule.latch = isOneIn(2);
    if (rule.condition == AlarmCondition::Stale) {
        rule.staleAfter = duration();
        return rule;
    }
    if (rule.condition == AlarmCondition::Below || rule.condition == AlarmCondition::Outside)
        rule.low = static_cast<double>(below(100)) / 4.0;
    if (rule.condition != AlarmCondition::Below)
        rule.high = rule.low + 1.0 + static_cast<double>(below(100)) / 4.0;
    rule.hysteresis = static_cast<double>(below(3)) / 8.0;
    rule.delay = isOneIn(2) ? duration() : Duration::zero();
    return rule;
}

StepSettings RandomDefinition::settings(std::size_t kind) {
    const std::int64_t parts = 1 + static_cast<std::int64_t>(below(100));
    const Duration part = milliseconds();
    switch (kind) {
    case 0: {
        const double minimum = number();
        return RangeRule{isOneIn(3) ? std::nullopt : std::optional(minimum), std::max(minimum, number())};
    }
    case 1:
        return RateRule{positive()};
    case 2:
        return StuckRule{duration(), isOneIn(2) ? 0.0 : positive()};
    case 3:
        return GapRule{duration()};
    case 4:
        return MovingAverage{duration()};
    case 5:
        return MovingMedian{duration()};
    case 6:
        return ExponentialSmoothing{duration()};
    case 7:
        return HampelFilter{duration(), positive()};
    case 8:
        return DeadBand{positive()};
    case 9:
        return Decimation{duration()};
    case 10:
        return UnitConversion{static_cast<Unit>(below(4))};
    case 11:
        return RateOfChange{duration()};
    case 12:
        return ChannelDifference{text(), duration()};
    case 13:
        return TumblingWindow{part * parts, std::chrono::milliseconds(1) - part, aggregates()};
    case 14:
        return HoppingWindow{part * parts, part, Duration::zero(), aggregates()};
    case 15:
        return SessionWindow{part, aggregates()};
    case 16:
        return CumulatingWindow{part * parts, part, part * parts - std::chrono::milliseconds(1),
                                aggregates()};
    case 17:
        return alarm();
    default: // a kind that is newer than this list
        return *suggestedSettingsOf(stepKinds().at(static_cast<qsizetype>(kind)));
    }
}

QString RandomDefinition::readable(const QList<StepDefinition>& earlier, bool isWindow) {
    if (earlier.isEmpty() || isOneIn(2))
        return {};
    const StepDefinition& step =
        earlier.at(static_cast<qsizetype>(below(static_cast<std::size_t>(earlier.size()))));
    if (groupOf(step.settings) == StepGroup::Filter)
        return step.name;
    if (groupOf(step.settings) == StepGroup::Window && !isWindow)
        return step.name + u'.' + aggregateName(aggregatesOf(step.settings).constLast());
    return {};
}

StepDefinition RandomDefinition::makeStep(const QList<StepDefinition>& earlier) {
    StepDefinition step;
    step.name = name();
    step.channels = isOneIn(2) ? QStringLiteral("*") : text();
    step.enabled = !isOneIn(4);
    step.settings = settings(below(std::variant_size_v<StepSettings>));
    if (const StepGroup group = groupOf(step.settings); group != StepGroup::QualityRule)
        step.of = readable(earlier, group == StepGroup::Window);
    return step;
}

PipelineDefinition RandomDefinition::make() {
    PipelineDefinition definition;
    definition.eventTime.outOfOrderness = duration();
    definition.eventTime.scope = static_cast<WatermarkScope>(below(2));
    if (isOneIn(2))
        definition.eventTime.idleTimeout = duration();
    if (isOneIn(2))
        definition.eventTime.allowedSkew = duration();
    for (std::size_t count = below(3); count > 0; --count)
        definition.units.append({text(), static_cast<Unit>(below(4))});
    for (std::size_t count = below(8); count > 0; --count)
        definition.steps.append(makeStep(definition.steps));
    return definition;
}

void RandomDefinition::change(PipelineDefinition& definition) {
    PipelineDefinition changed = definition;
    QList<StepDefinition>& steps = changed.steps;
    const auto anyIndex = [&] {
        return static_cast<qsizetype>(below(static_cast<std::size_t>(steps.size())));
    };
    const std::size_t what = steps.isEmpty() ? 0 : below(8);
    if (what == 0)
        steps.append(makeStep(steps));
    else if (what == 1)
        steps.removeAt(anyIndex());
    else if (what == 2)
        steps.move(anyIndex(), anyIndex());
    else if (what == 3)
        steps[anyIndex()].enabled ^= true;
    else if (what == 4)
        steps[anyIndex()].name = name();
    else if (what == 5)
        steps[anyIndex()].settings = settings(below(std::variant_size_v<StepSettings>));
    else if (what == 6)
        changed.eventTime = make().eventTime;
    else
        changed.units = make().units;
    // What breaks a reference is not done: the window would not do it either.
    const auto parsed = parseDefinition(writeDefinition(changed), QString());
    if (parsed && *parsed == changed)
        definition = changed;
}

} // namespace rillscope::test
