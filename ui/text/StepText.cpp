// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/StepText.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "ui/text/NumberFormat.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

/// All digits, in any size, with the sign that figures have elsewhere.
QString numberText(double number) {
    return formatNumber(number).replace(u'-', u'−');
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(StepText)
};

/// All that the window says of a kind of step; the labels of its keys are in KeyText, for several kinds share
/// them.
struct StepTextRow {
    const char* kind;
    const char* title;
    const char* explanation;
    QString (*summary)(const StepSettings& settings); ///< "moving average over 30 s"
};

/// The row of the kind of step that has these settings. `summary` is called with them.
template <typename Settings, typename Summary>
constexpr StepTextRow row(const char* title, const char* explanation, Summary) {
    return {Settings::kind.word, title, explanation,
            [](const StepSettings& settings) { return Summary()(std::get<Settings>(settings)); }};
}

QString alarmSummary(const AlarmRule& rule) {
    switch (rule.condition) {
    case AlarmCondition::Above:
        return Words::tr("alarm above %1").arg(numberText(rule.high));
    case AlarmCondition::Below:
        return Words::tr("alarm below %1").arg(numberText(rule.low));
    case AlarmCondition::Outside:
        return Words::tr("alarm outside %1 to %2").arg(numberText(rule.low), numberText(rule.high));
    case AlarmCondition::Rate:
        return Words::tr("alarm over %1 a second").arg(numberText(rule.high));
    case AlarmCondition::Stale:
        break;
    }
    return Words::tr("alarm after %1 of silence").arg(durationText(rule.staleAfter));
}

constexpr std::array rows{
    row<RangeRule>(
        QT_TRANSLATE_NOOP("StepText", "Range"), QT_TRANSLATE_NOOP("StepText", "Marks values outside a range"),
        [](const RangeRule& rule) {
            if (!rule.minimum)
                return Words::tr("range up to %1").arg(numberText(rule.maximum.value_or(0.0)));
            if (!rule.maximum)
                return Words::tr("range from %1").arg(numberText(*rule.minimum));
            return Words::tr("range %1 to %2").arg(numberText(*rule.minimum), numberText(*rule.maximum));
        }),
    row<RateRule>(QT_TRANSLATE_NOOP("StepText", "Rate limit"),
                  QT_TRANSLATE_NOOP("StepText", "Marks values that change too fast"),
                  [](const RateRule& rule) {
                      return Words::tr("at most %1 a second").arg(numberText(rule.perSecond));
                  }),
    row<StuckRule>(
        QT_TRANSLATE_NOOP("StepText", "Stuck value"),
        QT_TRANSLATE_NOOP("StepText", "Marks a value that stays the same for too long"),
        [](const StuckRule& rule) { return Words::tr("stuck for %1").arg(durationText(rule.after)); }),
    row<GapRule>(QT_TRANSLATE_NOOP("StepText", "Gap"),
                 QT_TRANSLATE_NOOP("StepText", "Marks the first sample after a silence"),
                 [](const GapRule& rule) {
                     return Words::tr("gap longer than %1").arg(durationText(rule.longerThan));
                 }),
    row<MovingAverage>(QT_TRANSLATE_NOOP("StepText", "Moving average"),
                       QT_TRANSLATE_NOOP("StepText", "The mean of the time before each sample"),
                       [](const MovingAverage& filter) {
                           return Words::tr("moving average over %1").arg(durationText(filter.over));
                       }),
    row<MovingMedian>(QT_TRANSLATE_NOOP("StepText", "Moving median"),
                      QT_TRANSLATE_NOOP("StepText", "The median of the time before each sample"),
                      [](const MovingMedian& filter) {
                          return Words::tr("moving median over %1").arg(durationText(filter.over));
                      }),
    row<ExponentialSmoothing>(
        QT_TRANSLATE_NOOP("StepText", "Exponential"),
        QT_TRANSLATE_NOOP("StepText", "Follows the value, the slower the longer its time constant"),
        [](const ExponentialSmoothing& filter) {
            return Words::tr("exponential, %1").arg(durationText(filter.timeConstant));
        }),
    row<HampelFilter>(
        QT_TRANSLATE_NOOP("StepText", "Outliers (Hampel)"),
        QT_TRANSLATE_NOOP("StepText", "Replaces what lies far from the median of the time before"),
        [](const HampelFilter& filter) {
            return Words::tr("outliers over %1").arg(durationText(filter.over));
        }),
    row<DeadBand>(
        QT_TRANSLATE_NOOP("StepText", "Dead band"),
        QT_TRANSLATE_NOOP("StepText", "Passes on a value only when it has changed by more than a band"),
        [](const DeadBand& filter) { return Words::tr("dead band %1").arg(numberText(filter.band)); }),
    row<Decimation>(QT_TRANSLATE_NOOP("StepText", "Decimate"),
                    QT_TRANSLATE_NOOP("StepText", "Passes on at most one sample in each stretch of time"),
                    [](const Decimation& filter) {
                        return Words::tr("one sample every %1").arg(durationText(filter.every));
                    }),
    row<UnitConversion>(QT_TRANSLATE_NOOP("StepText", "Convert unit"),
                        QT_TRANSLATE_NOOP("StepText", "The same value in another unit"),
                        [](const UnitConversion& filter) {
                            return filter.to == Unit::None ? Words::tr("no unit")
                                                           : Words::tr("in %1").arg(unitSymbol(filter.to));
                        }),
    row<RateOfChange>(
        QT_TRANSLATE_NOOP("StepText", "Rate of change"),
        QT_TRANSLATE_NOOP("StepText", "The slope from each sample to the next"),
        [](const RateOfChange& filter) { return Words::tr("change per %1").arg(durationText(filter.per)); }),
    row<ChannelDifference>(
        QT_TRANSLATE_NOOP("StepText", "Difference"),
        QT_TRANSLATE_NOOP("StepText", "A channel minus another one"),
        [](const ChannelDifference& filter) { return Words::tr("minus %1").arg(filter.minus); }),
    row<TumblingWindow>(QT_TRANSLATE_NOOP("StepText", "Tumbling window"),
                        QT_TRANSLATE_NOOP("StepText", "One result for each stretch of time, side by side"),
                        [](const TumblingWindow& window) {
                            return Words::tr("tumbling window, %1").arg(durationText(window.size));
                        }),
    row<HoppingWindow>(
        QT_TRANSLATE_NOOP("StepText", "Hopping window"),
        QT_TRANSLATE_NOOP("StepText", "A result for the time before, again and again"),
        [](const HoppingWindow& window) {
            return Words::tr("last %1 every %2").arg(durationText(window.size), durationText(window.slide));
        }),
    row<SessionWindow>(QT_TRANSLATE_NOOP("StepText", "Session window"),
                       QT_TRANSLATE_NOOP("StepText", "One result for as long as samples keep coming"),
                       [](const SessionWindow& window) {
                           return Words::tr("session until %1 of silence").arg(durationText(window.gap));
                       }),
    row<CumulatingWindow>(
        QT_TRANSLATE_NOOP("StepText", "Cumulating window"),
        QT_TRANSLATE_NOOP("StepText", "The stretch of time so far, step by step, until it starts anew"),
        [](const CumulatingWindow& window) {
            return Words::tr("%1 so far, every %2").arg(durationText(window.size), durationText(window.step));
        }),
    row<AlarmRule>(
        QT_TRANSLATE_NOOP("StepText", "Alarm"),
        QT_TRANSLATE_NOOP("StepText", "Raises an alarm when the value crosses a limit or stops arriving"),
        [](const AlarmRule& rule) { return alarmSummary(rule); })};
static_assert(rows.size() == std::variant_size_v<StepSettings>, "each kind of step has a row");

/// Null for a kind that is not known.
const StepTextRow* rowOf(const QString& kind) {
    const auto row = std::ranges::find_if(
        rows, [&kind](const StepTextRow& each) { return kind == QLatin1String(each.kind); });
    return row == rows.end() ? nullptr : &*row;
}

} // namespace

QString kindTitle(const QString& kind) {
    const StepTextRow* row = rowOf(kind);
    return row ? Words::tr(row->title) : QString();
}

QString kindExplanation(const QString& kind) {
    const StepTextRow* row = rowOf(kind);
    return row ? Words::tr(row->explanation) : QString();
}

QString groupTitle(StepGroup group) {
    switch (group) {
    case StepGroup::QualityRule:
        return Words::tr("&Quality");
    case StepGroup::Filter:
        return Words::tr("&Filters");
    case StepGroup::Window:
        return Words::tr("&Windows");
    case StepGroup::Alarm:
        break;
    }
    return Words::tr("&Alarms");
}

QString durationText(Duration duration) {
    const QString text = formatDuration(duration);
    const auto unit =
        std::find_if(text.begin(), text.end(), [](QChar character) { return character.isLetter(); });
    return text.left(unit - text.begin()) + QChar(QChar::Nbsp) + text.mid(unit - text.begin());
}

QString stepSummary(const StepDefinition& step) {
    QStringList parts{rowOf(kindOf(step.settings))->summary(step.settings)};
    if (!step.of.isEmpty())
        parts.append(Words::tr("of %1").arg(step.of));
    if (step.channels != QStringLiteral("*"))
        parts.append(step.channels);
    return parts.join(QStringLiteral(" · "));
}

QString eventTimeSummary(const PipelineDefinition& definition) {
    const auto& allowed = definition.eventTime.outOfOrderness;
    const QString order = !allowed ? Words::tr("no watermark")
                          : *allowed == Duration::zero()
                              ? Words::tr("in order")
                              : Words::tr("%1 out of order").arg(durationText(*allowed));
    const qsizetype rules = definition.units.size();
    const QString units = Words::tr("%1 unit rules", nullptr, NumberFormat::pluralCount(rules)).arg(rules);
    return rules == 0   ? order
           : rules == 1 ? QStringLiteral("%1 · %2").arg(order, Words::tr("1 unit rule"))
                        : QStringLiteral("%1 · %2").arg(order, units);
}

} // namespace rillscope
