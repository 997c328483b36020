// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SimulationSettings.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/base/Rfc3339.h"
#include "core/source/ParameterReader.h"
#include "core/source/simulator/DistributionUri.h"
#include "core/source/simulator/FaultUri.h"
#include "core/source/simulator/SimulatorKeys.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

namespace key = simulatorKey;

constexpr double nanosecondsPerSecond = 1e9;
constexpr Duration shortestMean{
    static_cast<qint64>(nanosecondsPerSecond / SimulationSettings::maximumRateHz)};
constexpr Duration longestMean{10'000'000'000};
constexpr double defaultSpread = 2.0 / 3.0; // that of 100ms..500ms

/// "1s" or "100ms..500ms".
void readInterval(ParameterReader& reader, const QString& text, IntervalSettings& interval) {
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const auto minimum = parseDuration(dots < 0 ? text : text.left(dots));
    const auto maximum = dots < 0 ? minimum : parseDuration(text.mid(dots + 2));
    if (!minimum || !maximum) {
        reader.refuse(key::interval,
                      Message(QT_TRANSLATE_NOOP("Message",
                                                "%1 is neither a duration such as 1s nor two such as "
                                                "100ms..500ms, to the nanosecond (units: ns, us, ms, s, min, "
                                                "h, d)"),
                              quoted(text)));
        return;
    }
    if (*minimum > *maximum) {
        reader.refuse(
            key::interval,
            Message(QT_TRANSLATE_NOOP("Message", "%1 does not go from a shorter to a longer duration"),
                    quoted(text)));
        return;
    }
    // The maximum alone comes first: the sum of two durations may be longer than a Duration can be.
    constexpr Duration longest = 2 * longestMean;
    if (*maximum > longest || *minimum + *maximum < 2 * shortestMean || *minimum + *maximum > longest) {
        reader.refuse(key::interval,
                      Message(QT_TRANSLATE_NOOP("Message", "%1 has its mean outside %2 to %3"), quoted(text),
                              formatDuration(shortestMean), formatDuration(longestMean)));
        return;
    }
    interval.minimum = *minimum;
    interval.maximum = *maximum;
}

IntervalSettings readIntervals(ParameterReader& reader) {
    IntervalSettings result;
    result.kind = static_cast<IntervalSettings::Kind>(reader.word(key::intervals, 0));
    const bool hasRate = reader.text(key::rate).has_value();
    const bool hasSpread = reader.text(key::spread).has_value();
    const auto interval = reader.text(key::interval);
    if (hasRate && interval)
        reader.refuse(key::rate, Message(QT_TRANSLATE_NOOP(
                                     "Message", "rate and interval exclude each other; give one of them")));
    if (hasSpread && !hasRate)
        reader.refuse(key::spread, Message(QT_TRANSLATE_NOOP(
                                       "Message", "goes only with rate; an interval has its own bounds")));

    const double rate = reader.number(key::rate, result.meanRateHz());
    const double spread = reader.number(key::spread, defaultSpread);
    if (hasRate)
        return IntervalSettings::ofRate(rate, spread, result.kind);
    if (interval)
        readInterval(reader, *interval, result);
    return result;
}

std::optional<Timestamp> readStart(ParameterReader& reader) {
    const auto text = reader.text(key::start);
    if (!text)
        return std::nullopt;
    const auto start = parseRfc3339(text->toStdString());
    if (start && *start >= SimulationSettings::earliestTime && *start < SimulationSettings::latestTime)
        return start;
    const QString earliest = QString::fromStdString(formatRfc3339(SimulationSettings::earliestTime));
    const QString latest = QString::fromStdString(formatRfc3339(SimulationSettings::latestTime));
    reader.refuse(key::start,
                  Message(QT_TRANSLATE_NOOP("Message", "%1 is not a time such as 2023-01-01T00:00:00Z, "
                                                       "from %2 to before %3"),
                          quoted(*text), earliest, latest));
    return std::nullopt;
}

void writeIntervals(SourceUri& uri, const IntervalSettings& interval) {
    const IntervalSettings defaults;
    if (interval.minimum != defaults.minimum || interval.maximum != defaults.maximum) {
        QString text = formatDuration(interval.minimum);
        if (interval.minimum != interval.maximum)
            text += QLatin1String("..") + formatDuration(interval.maximum);
        uri.setParameter(key::interval, text);
    }
    if (interval.kind == IntervalSettings::Kind::Poisson)
        uri.setParameter(key::intervals, intervalWords().at(static_cast<qsizetype>(interval.kind)));
}

} // namespace

IntervalSettings IntervalSettings::ofRate(double rateHz, double spread, Kind kind) {
    Q_ASSERT(rateHz >= SimulationSettings::minimumRateHz && rateHz <= SimulationSettings::maximumRateHz);
    Q_ASSERT(spread >= 0.0 && spread <= 1.0);
    const double mean = nanosecondsPerSecond / rateHz;
    const Duration minimum{std::llround(mean * (1.0 - spread))};
    if (spread == 0.0)
        return {kind, minimum, minimum}; // regular, though the mean may be off by half a nanosecond
    // The maximum makes up for the rounding of the minimum, so that the mean is off by 1/4 ns.
    return {kind, minimum, std::max(minimum, Duration{std::llround(2.0 * mean)} - minimum)};
}

Result<SimulationSettings> SimulationSettings::fromUri(const SourceUri& uri) {
    if (uri.scheme() != simulatorScheme())
        return failure(
            ErrorCode::InvalidUri, uri.scheme(),
            Message(QT_TRANSLATE_NOOP("Message", "not a simulation; expected “%1:”"), simulatorScheme()));
    ParameterReader reader(uri, simulatorKeys());
    SimulationSettings settings;
    settings.distribution = readDistribution(reader, uri.path());
    settings.interval = readIntervals(reader);
    settings.channels = static_cast<int>(reader.wholeNumber(key::channels, 1));
    if (reader.text(key::seed))
        settings.seed = reader.wholeNumber(key::seed, 0);
    settings.start = readStart(reader);
    if (const auto text = reader.text(key::speed)) {
        if (const auto speed = PlaybackSpeed::parse(*text))
            settings.speed = *speed;
        else
            reader.refuse(speed.error().subject, speed.error().detail);
    }
    settings.faults = readFaults(reader);
    const auto result = reader.result();
    if (!result)
        return tl::unexpected(result.error());
    return settings;
}

SourceUri SimulationSettings::toUri() const {
    SourceUri uri(simulatorScheme(), distributionName(kindOf(distribution)));
    writeDistribution(uri, distribution);
    writeIntervals(uri, interval);
    if (channels != 1)
        uri.setParameter(key::channels, QString::number(channels));
    if (seed)
        uri.setParameter(key::seed, QString::number(*seed));
    if (start)
        uri.setParameter(key::start, QString::fromStdString(formatRfc3339(*start)));
    if (speed != PlaybackSpeed::times(1.0))
        uri.setParameter(key::speed, speed.toString());
    writeFaults(uri, faults);
    return uri;
}

} // namespace rillscope
