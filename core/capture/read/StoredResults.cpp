// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/StoredResults.h"

#include "core/capture/CaptureSchema.h"

#include <algorithm>

namespace rillscope {
namespace {

constexpr int maxNameBytes = 2'048; ///< a channel's from outside and a step's, joined, have at most 1,425
constexpr int maxTextBytes = 1 << 16;
constexpr int maxDefinitionBytes = 1 << 20;

bool isFitForAName(const QString& name) {
    return std::none_of(name.begin(), name.end(),
                        [](QChar character) { return character.category() == QChar::Other_Control; });
}

} // namespace

StoredSample sampleOf(StoredRow& row, qint64 channelCount) {
    StoredSample sample;
    sample.id = row.integer(0);
    sample.channel = static_cast<ChannelIndex>(row.integer(1, 0, channelCount - 1));
    sample.eventTime = row.time(2);
    sample.value = row.real(3);
    const std::int64_t quality = row.integer(4, 0, lineBreakBit | knownMarks);
    row.require((quality & ~(lineBreakBit | knownMarks)) == 0);
    sample.quality = Quality::fromInt(static_cast<Quality::Int>(quality & knownMarks));
    sample.breakBefore = quality & lineBreakBit;
    return sample;
}

std::optional<ChannelInfo> channelOf(StoredRow& row) {
    const QString name = row.text(1, maxNameBytes);
    const auto unit = parseUnit(row.text(2, maxNameBytes));
    const auto kind = valueOf(channelKindWords, row.text(3, maxNameBytes));
    // Temperatures are recorded in °C.
    if (row.isWrong() || !isFitForAName(name) || !unit || !kind ||
        (*unit != Unit::Celsius && *unit != Unit::None))
        return std::nullopt;
    return ChannelInfo{name, *unit, *kind};
}

QString unitTextOf(StoredRow& row) {
    const QString text = row.text(1, maxNameBytes);
    return isFitForAName(text) ? text : QString();
}

ChannelInfo namelessChannel(std::size_t index) {
    return {QStringLiteral("channel-%1").arg(index + 1), Unit::None, ChannelKind::Raw};
}

StoredStream streamOf(StoredRow& row, int column) {
    return {row.integer(column, 0, std::numeric_limits<qint64>::max()), row.time(column + 1),
            row.text(column + 2, maxTextBytes), row.text(column + 3, maxDefinitionBytes)};
}

StoredWindow windowOf(StoredRow& row, int column) {
    StoredWindow window{};
    window.step = row.text(column++, maxNameBytes);
    window.channel = row.text(column++, maxNameBytes);
    window.start = row.time(column++);
    window.end = row.time(column++);
    for (double* value :
         {&window.count, &window.minimum, &window.maximum, &window.mean, &window.standardDeviation,
          &window.first, &window.last, &window.p50, &window.p90, &window.p99})
        *value = row.real(column++);
    window.rankError = row.integer(column);
    return window;
}

AlarmOccurrence alarmOf(StoredRow& row, int column) {
    AlarmOccurrence alarm;
    alarm.id = static_cast<quint64>(row.integer(column++, 1, std::numeric_limits<qint64>::max()));
    alarm.step = row.text(column++, maxNameBytes);
    alarm.channel = row.text(column++, maxNameBytes);
    const auto severity = valueOf(severityWords, row.text(column++, maxNameBytes));
    row.require(severity.has_value());
    alarm.severity = severity.value_or(Severity::Notice);
    alarm.first = row.time(column++);
    alarm.raisedAt = row.time(column++);
    alarm.last = row.time(column++);
    alarm.worst = row.real(column++);
    alarm.isActive = row.integer(column++, 0, 1) != 0;
    alarm.isLatching = row.integer(column++, 0, 1) != 0;
    alarm.isAcknowledged = row.integer(column, 0, 1) != 0;
    return alarm;
}

StoredEvent eventOf(StoredRow& row, int column) {
    StoredEvent event;
    event.time = row.time(column++);
    event.kind = row.text(column++, maxNameBytes);
    event.severity = row.text(column++, maxNameBytes);
    event.subject = row.text(column++, maxTextBytes);
    event.detail = row.text(column++, maxTextBytes);
    event.line = row.integer(column++);
    event.count = row.integer(column);
    return event;
}

} // namespace rillscope
