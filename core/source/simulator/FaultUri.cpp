// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/FaultUri.h"

#include "core/base/DurationText.h"
#include "core/base/Message.h"
#include "core/base/NumberText.h"
#include "core/source/simulator/SimulatorKeys.h"

namespace rillscope {
namespace {

namespace key = simulatorKey;

QString format(Duration duration) {
    return formatDuration(duration);
}

QString format(double number) {
    return formatNumber(number);
}

/// A size goes only with the rate of its fault.
bool hasRate(ParameterReader& reader, const QString& rateKey, const QString& key) {
    const bool isGiven = reader.text(key).has_value();
    const bool isComplete = !isGiven || reader.text(rateKey).has_value();
    if (!isComplete)
        reader.refuse(
            key, Message(QT_TRANSLATE_NOOP("Message", "goes only with %1, the probability of it"), rateKey));
    return isComplete;
}

void readRate(ParameterReader& reader, const QString& key, double& rate) {
    rate = reader.number(key, rate);
}

void readSize(ParameterReader& reader, const QString& rateKey, const QString& key, FaultRange<double>& size) {
    if (hasRate(reader, rateKey, key))
        size = reader.numberRange(key, size);
}

void readTimed(ParameterReader& reader, const QString& rateKey, const QString& lengthKey,
               FaultSettings::Timed& fault) {
    readRate(reader, rateKey, fault.rate);
    if (hasRate(reader, rateKey, lengthKey))
        fault.length = reader.durationRange(lengthKey, fault.length);
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
    readSize(reader, key::spike, key::spikeBy, faults.spike.by);
    readTimed(reader, key::stuck, key::stuckFor, faults.stuck);
    readTimed(reader, key::drift, key::driftFor, faults.drift);
    readSize(reader, key::drift, key::driftBy, faults.driftBy);
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
