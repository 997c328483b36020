// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/FaultUri.h"

#include "core/base/DurationText.h"
#include "core/base/NumberText.h"
#include "core/parse/NumberParser.h"

namespace rillscope {
namespace {

constexpr FaultRange<Duration> lengths{std::chrono::milliseconds(1), std::chrono::hours(1)};
constexpr FaultRange<double> sizes{0.0, 10'000.0};

namespace key {
constexpr QLatin1String gap("gap");
constexpr QLatin1String gapFor("gapFor");
constexpr QLatin1String burst("burst");
constexpr QLatin1String burstFor("burstFor");
constexpr QLatin1String duplicate("duplicate");
constexpr QLatin1String late("late");
constexpr QLatin1String lateBy("lateBy");
constexpr QLatin1String spike("spike");
constexpr QLatin1String spikeBy("spikeBy");
constexpr QLatin1String stuck("stuck");
constexpr QLatin1String stuckFor("stuckFor");
constexpr QLatin1String drift("drift");
constexpr QLatin1String driftFor("driftFor");
constexpr QLatin1String driftBy("driftBy");
constexpr QLatin1String notANumber("nan");
} // namespace key

std::optional<Duration> parse(const QString& text, const FaultRange<Duration>&) {
    return parseDuration(text);
}

std::optional<double> parse(const QString& text, const FaultRange<double>&) {
    const ParsedNumber number = parseNumber(text.toStdString());
    return number.kind == ParsedNumber::Kind::Finite ? std::optional(number.value) : std::nullopt;
}

QString format(Duration duration) {
    return formatDuration(duration);
}

QString format(double number) {
    return formatNumber(number);
}

/// One value, or two with ".." between.
template <typename T>
std::optional<FaultRange<T>> parseRange(const QString& text, const FaultRange<T>& bounds) {
    const qsizetype dots = text.indexOf(QLatin1String(".."));
    const auto minimum = parse(dots < 0 ? text : text.left(dots), bounds);
    const auto maximum = dots < 0 ? minimum : parse(text.mid(dots + 2), bounds);
    if (!minimum || !maximum || *minimum < bounds.minimum || *maximum < *minimum || *maximum > bounds.maximum)
        return std::nullopt;
    return FaultRange<T>{*minimum, *maximum};
}

void readRate(ParameterReader& reader, const QString& key, double& rate) {
    rate = reader.number(key, rate, 0.0, 1.0);
}

template <typename T>
void readRange(ParameterReader& reader, const QString& rateKey, const QString& key, FaultRange<T>& range,
               const FaultRange<T>& bounds) {
    const auto text = reader.text(key);
    if (!text)
        return;
    if (!reader.text(rateKey)) {
        reader.refuse(key, QStringLiteral("goes only with %1, the probability of it").arg(rateKey));
        return;
    }
    if (const auto read = parseRange(*text, bounds))
        range = *read;
    else
        reader.refuse(key, quoted(*text) + QStringLiteral(" is neither one value nor a smaller and a greater "
                                                          "one such as %1..%2, from %3 to %4")
                                               .arg(format(range.minimum), format(range.maximum),
                                                    format(bounds.minimum), format(bounds.maximum)));
}

void readTimed(ParameterReader& reader, const QString& rateKey, const QString& lengthKey,
               FaultSettings::Timed& fault) {
    readRate(reader, rateKey, fault.rate);
    readRange(reader, rateKey, lengthKey, fault.length, lengths);
}

template <typename T>
void writeRange(SourceUri& uri, const QString& key, const FaultRange<T>& range) {
    QString text = format(range.minimum);
    if (range.minimum != range.maximum)
        text += QLatin1String("..") + format(range.maximum);
    uri.setParameter(key, text);
}

void writeTimed(SourceUri& uri, const QString& rateKey, const QString& lengthKey,
                const FaultSettings::Timed& fault, const FaultSettings::Timed& defaults) {
    if (fault != defaults)
        uri.setParameter(rateKey, formatNumber(fault.rate));
    if (fault.length != defaults.length)
        writeRange(uri, lengthKey, fault.length);
}

} // namespace

FaultSettings readFaults(ParameterReader& reader) {
    FaultSettings faults;
    readTimed(reader, key::gap, key::gapFor, faults.gap);
    readTimed(reader, key::burst, key::burstFor, faults.burst);
    readRate(reader, key::duplicate, faults.duplicate);
    readTimed(reader, key::late, key::lateBy, faults.late);
    readRate(reader, key::spike, faults.spike.rate);
    readRange(reader, key::spike, key::spikeBy, faults.spike.by, sizes);
    readTimed(reader, key::stuck, key::stuckFor, faults.stuck);
    readTimed(reader, key::drift, key::driftFor, faults.drift);
    readRange(reader, key::drift, key::driftBy, faults.driftBy, sizes);
    readRate(reader, key::notANumber, faults.notANumber);
    return faults;
}

void writeFaults(SourceUri& uri, const FaultSettings& faults) {
    const FaultSettings defaults;
    writeTimed(uri, key::gap, key::gapFor, faults.gap, defaults.gap);
    writeTimed(uri, key::burst, key::burstFor, faults.burst, defaults.burst);
    if (faults.duplicate > 0.0)
        uri.setParameter(key::duplicate, formatNumber(faults.duplicate));
    writeTimed(uri, key::late, key::lateBy, faults.late, defaults.late);
    if (faults.spike != defaults.spike)
        uri.setParameter(key::spike, formatNumber(faults.spike.rate));
    if (faults.spike.by != defaults.spike.by)
        writeRange(uri, key::spikeBy, faults.spike.by);
    writeTimed(uri, key::stuck, key::stuckFor, faults.stuck, defaults.stuck);
    if (faults.drift != defaults.drift || faults.driftBy != defaults.driftBy)
        uri.setParameter(key::drift, formatNumber(faults.drift.rate));
    if (faults.drift.length != defaults.drift.length)
        writeRange(uri, key::driftFor, faults.drift.length);
    if (faults.driftBy != defaults.driftBy)
        writeRange(uri, key::driftBy, faults.driftBy);
    if (faults.notANumber > 0.0)
        uri.setParameter(key::notANumber, formatNumber(faults.notANumber));
}

} // namespace rillscope
