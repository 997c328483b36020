// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportTables.h"

#include "ui/text/AlarmText.h"
#include "ui/text/OutsideText.h"
#include "ui/text/QualityText.h"
#include "ui/text/SeverityText.h"
#include "ui/text/StepText.h"

#include <QDateTime>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr qsizetype longestName = 60;
constexpr auto text = ReportColumn::Kind::Text;
constexpr auto word = ReportColumn::Kind::Word;
constexpr auto figure = ReportColumn::Kind::Figure;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rillscope::Report)
};

QString nameOf(const QString& outside) {
    const QString name = oneLine(outside, longestName);
    return name.isEmpty() ? QStringLiteral("–") : name;
}

const ReportChannel* findChannel(const ReportContents& contents, const QString& name) {
    const auto found = std::find_if(contents.channels.begin(), contents.channels.end(),
                                    [&name](const ReportChannel& each) { return each.info.name == name; });
    return found == contents.channels.end() ? nullptr : &*found;
}

/// Of what a rule judges. Window results have the unit of their channel, but for counts.
Unit unitOf(const StepDefinition& rule, const QString& channel, const ReportContents& contents) {
    const bool isWindow = rule.of.contains(u'.');
    if (isWindow && rule.of.endsWith(QStringLiteral(".count")))
        return Unit::None;
    const ReportChannel* judged =
        findChannel(contents, rule.of.isEmpty() || isWindow ? channel : channel + u'/' + rule.of);
    return judged ? judged->info.unit : Unit::None;
}

AlarmQuantity quantityOf(const AlarmOccurrence& alarm, const ReportContents& contents) {
    const QList<StepDefinition>& steps = contents.session.definition.steps;
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&alarm](const StepDefinition& each) { return each.name == alarm.step; });
    const AlarmRule* rule = step == steps.end() ? nullptr : std::get_if<AlarmRule>(&step->settings);
    if (!rule)
        return AlarmQuantity::Number;
    if (rule->condition == AlarmCondition::Stale)
        return AlarmQuantity::Silence;
    const bool isTemperature = unitOf(*step, alarm.channel, contents) != Unit::None;
    if (rule->condition == AlarmCondition::Rate)
        return isTemperature ? AlarmQuantity::TemperatureRate : AlarmQuantity::Rate;
    return isTemperature ? AlarmQuantity::Temperature : AlarmQuantity::Number;
}

Unit shownUnit(const ReportChannel& channel, const ReportForm& form) {
    return channel.info.unit == Unit::None ? Unit::None : form.unit;
}

/// Digits after the point that suit all channels, so that the points of a column stand in one line.
int commonDecimals(const ReportContents& contents, const ReportForm& form) {
    constexpr int most = 4;
    int decimals = 0;
    for (const ReportChannel& channel : contents.channels) {
        const RunningStatistics& statistics = channel.statistics;
        if (statistics.count() == 0)
            continue;
        const Unit unit = shownUnit(channel, form);
        const double low = fromCelsius(statistics.minimum(), unit);
        const double high = fromCelsius(statistics.maximum(), unit);
        decimals = std::max(decimals,
                            NumberFormat::decimalsFor(high - low, std::max(std::abs(low), std::abs(high))));
    }
    return std::min(decimals, most);
}

ReportRow channelRow(const ReportChannel& channel, int number, int decimals, const ReportForm& form) {
    const NumberFormat format;
    const Unit unit = shownUnit(channel, form);
    const auto value = [&](double celsius) { return format.number(fromCelsius(celsius, unit), decimals); };
    const auto valueOf = [&](const std::optional<TimedValue>& sample) {
        return sample ? value(sample->value) : QStringLiteral("–");
    };
    const RunningStatistics& statistics = channel.statistics;
    const QString about = channel.rankError > 0 ? QStringLiteral("≈ ") : QString();
    ReportRow row;
    row.cells = {nameOf(channel.info.name),
                 unitSymbol(unit),
                 format.count(channel.count + channel.evicted),
                 value(statistics.minimum()),
                 value(statistics.mean()),
                 value(statistics.maximum()),
                 format.number(convertDifference(statistics.standardDeviation(), unit), decimals),
                 about + value(channel.median),
                 about + value(channel.ninetieth),
                 about + value(channel.ninetyNinth),
                 valueOf(channel.first),
                 valueOf(channel.last)};
    row.series = form.hiddenChannels.contains(number) ? -1 : number;
    return row;
}

} // namespace

QString tableTime(Timestamp time, const ReportContents& contents, const ReportForm& form) {
    const NumberFormat format;
    const auto dayOf = [&](Timestamp any) { return format.shortDateAndTime(any, form.zone).left(10); };
    const QString day = dayOf(time);
    const bool isOneDay = day == dayOf(contents.range.begin) && day == dayOf(contents.range.end);
    return isOneDay ? format.timeOfDay(time, form.zone)
                    : format.shortDateAndTime(floorToSeconds(time), form.zone);
}

ReportTable channelTable(const ReportContents& contents, const ReportForm& form) {
    ReportTable table{Words::tr("Channels"),
                      Words::tr("No channel yet."),
                      {{Words::tr("Channel"), text},
                       {Words::tr("Unit"), word},
                       {Words::tr("Samples"), figure},
                       {Words::tr("Min"), figure},
                       {Words::tr("Mean"), figure},
                       {Words::tr("Max"), figure},
                       {Words::tr("SD"), figure},
                       {Words::tr("Median"), figure},
                       {Words::tr("P90"), figure},
                       {Words::tr("P99"), figure},
                       {Words::tr("First"), figure},
                       {Words::tr("Last"), figure}},
                      {},
                      contents.channels.size()};
    const int decimals = commonDecimals(contents, form);
    // Those of the source first: what filters make of them may be left out sooner.
    for (const bool isDerived : {false, true}) {
        for (int i = 0; i < contents.channels.size(); ++i) {
            const ReportChannel& channel = contents.channels.at(i);
            if ((channel.info.kind != ChannelKind::Raw) == isDerived)
                table.rows.append(channelRow(channel, i, decimals, form));
        }
    }
    return table;
}

ReportTable alarmTable(const ReportContents& contents, const ReportForm& form) {
    ReportTable table{Words::tr("Alarms, the most severe first"),
                      Words::tr("No alarm was raised in this time."),
                      {{Words::tr("Severity"), word},
                       {Words::tr("Rule"), text},
                       {Words::tr("Channel"), text},
                       {Words::tr("Raised"), figure},
                       {Words::tr("Duration"), figure},
                       {Words::tr("Worst"), figure},
                       {Words::tr("State"), word}},
                      {},
                      contents.alarmCount()};
    const NumberFormat format;
    for (const AlarmOccurrence& alarm : contents.alarms) {
        table.rows.append(
            {{withShape(alarm.severity, severityWord(alarm.severity)), nameOf(alarm.step),
              nameOf(alarm.channel), tableTime(alarm.raisedAt, contents, form),
              format.duration(alarm.duration()),
              worstText(alarm.worst, quantityOf(alarm, contents), form.unit, format), alarmStateWord(alarm)},
             alarm.severity});
    }
    return table;
}

ReportTable gapTable(const ReportContents& contents, const ReportForm& form) {
    ReportTable table{Words::tr("Gaps, the longest first"),
                      Words::tr("No gap in this time."),
                      {{Words::tr("Channel"), text},
                       {Words::tr("From"), figure},
                       {Words::tr("To"), figure},
                       {Words::tr("Length"), figure}},
                      {},
                      contents.gapCount};
    for (const ReportGap& gap : contents.gaps)
        table.rows.append({{nameOf(gap.channel), tableTime(gap.from, contents, form),
                            tableTime(gap.to, contents, form), NumberFormat().duration(gap.length())}});
    return table;
}

ReportTable markCountTable(const ReportContents& contents) {
    struct Mark {
        QString channel;
        QualityFlag flag;
        qint64 count;
    };
    QList<Mark> marks;
    for (const ReportChannel& channel : contents.channels) {
        for (const QualityFlag flag : allQualityFlags) {
            if (channel.marks[flag] > 0)
                marks.append({channel.info.name, flag, channel.marks[flag]});
        }
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.count > b.count; });
    ReportTable table{
        Words::tr("Marks, the most frequent first"),
        Words::tr("No sample is marked."),
        {{Words::tr("Channel"), text}, {Words::tr("Mark"), text}, {Words::tr("Samples"), figure}},
        {},
        marks.size()};
    for (const Mark& mark : marks)
        table.rows.append({{nameOf(mark.channel), qualityText(mark.flag), NumberFormat().count(mark.count)}});
    return table;
}

ReportTable pipelineTable(const ReportContents& contents) {
    const PipelineDefinition& definition = contents.session.definition;
    ReportTable table{Words::tr("Pipeline"),
                      Words::tr("No step: samples are shown as they came."),
                      {{Words::tr("Step"), text}, {Words::tr("What it does"), text}},
                      {},
                      0};
    if (definition == PipelineDefinition())
        return table;
    table.rows.append({{Words::tr("Event time"), eventTimeSummary(definition)}});
    for (const StepDefinition& step : definition.steps) {
        const QString summary = oneLine(stepSummary(step), 3 * longestName);
        table.rows.append(
            {{nameOf(step.name), step.enabled ? summary : Words::tr("%1 (disabled)").arg(summary)}});
    }
    table.total = table.rows.size();
    return table;
}

} // namespace rillscope
