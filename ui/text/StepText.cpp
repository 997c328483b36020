// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/StepText.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "ui/text/NumberFormat.h"

#include <QCoreApplication>

#include <algorithm>

namespace rillscope {
namespace {

struct KindText {
    const char* title;
    const char* explanation;
};

/// In the order of kindWords.
constexpr std::array kindTexts{
    KindText{QT_TRANSLATE_NOOP("StepText", "Range"),
             QT_TRANSLATE_NOOP("StepText", "Marks values outside a range")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Rate limit"),
             QT_TRANSLATE_NOOP("StepText", "Marks values that change too fast")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Stuck value"),
             QT_TRANSLATE_NOOP("StepText", "Marks a value that stays the same for too long")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Gap"),
             QT_TRANSLATE_NOOP("StepText", "Marks the first sample after a silence")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Moving average"),
             QT_TRANSLATE_NOOP("StepText", "The mean of the time before each sample")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Moving median"),
             QT_TRANSLATE_NOOP("StepText", "The median of the time before each sample")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Exponential"),
             QT_TRANSLATE_NOOP("StepText", "Follows the value, the slower the longer its time constant")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Outliers (Hampel)"),
             QT_TRANSLATE_NOOP("StepText", "Replaces what lies far from the median of the time before")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Dead band"),
             QT_TRANSLATE_NOOP("StepText", "Passes on a value only when it has changed by more than a band")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Decimate"),
             QT_TRANSLATE_NOOP("StepText", "Passes on at most one sample in each stretch of time")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Convert unit"),
             QT_TRANSLATE_NOOP("StepText", "The same value in another unit")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Rate of change"),
             QT_TRANSLATE_NOOP("StepText", "The slope from each sample to the next")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Difference"),
             QT_TRANSLATE_NOOP("StepText", "A channel minus another one")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Tumbling window"),
             QT_TRANSLATE_NOOP("StepText", "One result for each stretch of time, side by side")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Hopping window"),
             QT_TRANSLATE_NOOP("StepText", "A result for the time before, again and again")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Session window"),
             QT_TRANSLATE_NOOP("StepText", "One result for as long as samples keep coming")},
    KindText{QT_TRANSLATE_NOOP("StepText", "Cumulating window"),
             QT_TRANSLATE_NOOP("StepText", "The stretch of time so far, step by step, until it starts anew")},
    KindText{
        QT_TRANSLATE_NOOP("StepText", "Alarm"),
        QT_TRANSLATE_NOOP("StepText", "Is raised when a value is where it should not be, or stays out")}};
static_assert(kindTexts.size() == kindWords.size());

QString translated(const char* text) {
    return QCoreApplication::translate("StepText", text);
}

/// An empty text for a kind that is not known.
KindText textOfKind(const QString& kind) {
    const qsizetype index = wordList(kindWords).indexOf(kind);
    return index < 0 ? KindText{"", ""} : kindTexts.at(static_cast<std::size_t>(index));
}

/// All digits, in any size, with the sign that figures have elsewhere.
QString numberText(double number) {
    return formatNumber(number).replace(u'-', u'−');
}

/// What a kind of step does, with its settings.
class Summary {
    Q_DECLARE_TR_FUNCTIONS(StepText)

public:
    QString operator()(const RangeRule& rule) const {
        if (!rule.minimum)
            return tr("range up to %1").arg(numberText(rule.maximum.value_or(0.0)));
        if (!rule.maximum)
            return tr("range from %1").arg(numberText(*rule.minimum));
        return tr("range %1 to %2").arg(numberText(*rule.minimum), numberText(*rule.maximum));
    }
    QString operator()(const RateRule& rule) const {
        return tr("at most %1 a second").arg(numberText(rule.perSecond));
    }
    QString operator()(const StuckRule& rule) const {
        return tr("stuck for %1").arg(durationText(rule.after));
    }
    QString operator()(const GapRule& rule) const {
        return tr("gap longer than %1").arg(durationText(rule.longerThan));
    }
    QString operator()(const MovingAverage& filter) const {
        return tr("moving average over %1").arg(durationText(filter.over));
    }
    QString operator()(const MovingMedian& filter) const {
        return tr("moving median over %1").arg(durationText(filter.over));
    }
    QString operator()(const ExponentialSmoothing& filter) const {
        return tr("exponential, %1").arg(durationText(filter.timeConstant));
    }
    QString operator()(const HampelFilter& filter) const {
        return tr("outliers over %1").arg(durationText(filter.over));
    }
    QString operator()(const DeadBand& filter) const {
        return tr("dead band %1").arg(numberText(filter.band));
    }
    QString operator()(const Decimation& filter) const {
        return tr("one sample every %1").arg(durationText(filter.every));
    }
    QString operator()(const UnitConversion& filter) const {
        return filter.to == Unit::None ? tr("no unit") : tr("in %1").arg(unitSymbol(filter.to));
    }
    QString operator()(const RateOfChange& filter) const {
        return tr("change per %1").arg(durationText(filter.per));
    }
    QString operator()(const ChannelDifference& filter) const { return tr("minus %1").arg(filter.minus); }
    QString operator()(const TumblingWindow& window) const {
        return tr("tumbling window, %1").arg(durationText(window.size));
    }
    QString operator()(const HoppingWindow& window) const {
        return tr("last %1 every %2").arg(durationText(window.size), durationText(window.slide));
    }
    QString operator()(const SessionWindow& window) const {
        return tr("session until %1 of silence").arg(durationText(window.gap));
    }
    QString operator()(const CumulatingWindow& window) const {
        return tr("%1 so far, every %2").arg(durationText(window.size), durationText(window.step));
    }
    QString operator()(const AlarmRule& rule) const {
        switch (rule.condition) {
        case AlarmCondition::Above:
            return tr("alarm above %1").arg(numberText(rule.high));
        case AlarmCondition::Below:
            return tr("alarm below %1").arg(numberText(rule.low));
        case AlarmCondition::Outside:
            return tr("alarm outside %1 to %2").arg(numberText(rule.low), numberText(rule.high));
        case AlarmCondition::Rate:
            return tr("alarm over %1 a second").arg(numberText(rule.high));
        case AlarmCondition::Stale:
            break;
        }
        return tr("alarm after %1 of silence").arg(durationText(rule.staleAfter));
    }

    static QString reads(const QString& step) { return tr("of %1").arg(step); }

    static QString eventTime(const PipelineDefinition& definition) {
        const auto& allowed = definition.eventTime.outOfOrderness;
        const QString order = !allowed ? tr("no watermark")
                              : *allowed == Duration::zero()
                                  ? tr("in order")
                                  : tr("%1 out of order").arg(durationText(*allowed));
        const qsizetype rules = definition.units.size();
        const QString units = tr("%1 unit rules", nullptr, NumberFormat::pluralCount(rules)).arg(rules);
        return rules == 0   ? order
               : rules == 1 ? QStringLiteral("%1 · %2").arg(order, tr("1 unit rule"))
                            : QStringLiteral("%1 · %2").arg(order, units);
    }
};

} // namespace

QString kindTitle(const QString& kind) {
    return translated(textOfKind(kind).title);
}

QString kindExplanation(const QString& kind) {
    return translated(textOfKind(kind).explanation);
}

QString groupTitle(StepGroup group) {
    switch (group) {
    case StepGroup::QualityRule:
        return QCoreApplication::translate("StepText", "&Quality");
    case StepGroup::Filter:
        return QCoreApplication::translate("StepText", "&Filters");
    case StepGroup::Window:
        return QCoreApplication::translate("StepText", "&Windows");
    case StepGroup::Alarm:
        break;
    }
    return QCoreApplication::translate("StepText", "&Alarms");
}

QString durationText(Duration duration) {
    const QString text = formatDuration(duration);
    const auto unit =
        std::find_if(text.begin(), text.end(), [](QChar character) { return character.isLetter(); });
    return text.left(unit - text.begin()) + QChar(QChar::Nbsp) + text.mid(unit - text.begin());
}

QString stepSummary(const StepDefinition& step) {
    QStringList parts{std::visit(Summary(), step.settings)};
    if (!step.of.isEmpty())
        parts.append(Summary::reads(step.of));
    if (step.channels != QStringLiteral("*"))
        parts.append(step.channels);
    return parts.join(QStringLiteral(" · "));
}

QString eventTimeSummary(const PipelineDefinition& definition) {
    return Summary::eventTime(definition);
}

} // namespace rillscope
