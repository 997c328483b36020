// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/simulator/SimulatorKeys.h"

#include "core/source/simulator/SimulationSettings.h"

#include <limits>

namespace rillscope {
namespace {

namespace key = simulatorKey;

const SourceKey::Number temperature{{-273.15, 10'000.0}}; // °C
const SourceKey::Number width{{0.0, 10'000.0}};
const SourceKey::Number share{{0.0, 1.0}};
const SourceKey::Length period{{std::chrono::milliseconds(1), std::chrono::hours(366 * 24)}};
const SourceKey::LengthRange faultLength{{std::chrono::milliseconds(1), std::chrono::hours(1)}};
const SourceKey::NumberRange faultSize{{0.0, 10'000.0}};

QList<SourceKey> distributionKeys() {
    return {
        {key::mean, QT_TRANSLATE_NOOP("Source", "Mean"),
         QT_TRANSLATE_NOOP("Source", "Mean of normal, walk and daily, in °C"), temperature,
         QStringLiteral("20")},
        {key::standardDeviation,
         QT_TRANSLATE_NOOP("Source", "Standard deviation"),
         QT_TRANSLATE_NOOP("Source", "Standard deviation of normal (5 °C) and walk (3 °C)"),
         width,
         {}},
        {key::minimum,
         QT_TRANSLATE_NOOP("Source", "Minimum"),
         QT_TRANSLATE_NOOP("Source", "Least value of uniform (10 °C) and exponential (15 °C)"),
         temperature,
         {}},
        {key::maximum,
         QT_TRANSLATE_NOOP("Source", "Maximum"),
         QT_TRANSLATE_NOOP("Source", "Greatest value of uniform (30 °C)"),
         temperature,
         {}},
        {key::excess,
         QT_TRANSLATE_NOOP("Source", "Mean excess"),
         QT_TRANSLATE_NOOP("Source", "Mean of what exponential adds to its minimum (5 °C)"),
         width,
         {}},
        {key::relaxation,
         QT_TRANSLATE_NOOP("Source", "Relaxation time"),
         QT_TRANSLATE_NOOP("Source", "Time in which a deviation of walk falls to 1/e (30s)"),
         period,
         {}},
        {key::amplitude,
         QT_TRANSLATE_NOOP("Source", "Amplitude"),
         QT_TRANSLATE_NOOP("Source", "Amplitude of daily (8 °C)"),
         width,
         {}},
        {key::period,
         QT_TRANSLATE_NOOP("Source", "Period"),
         QT_TRANSLATE_NOOP("Source", "Period of daily (24h)"),
         period,
         {}},
        {key::noise,
         QT_TRANSLATE_NOOP("Source", "Noise"),
         QT_TRANSLATE_NOOP("Source", "Standard deviation of the noise of daily (0.5 °C)"),
         width,
         {}},
    };
}

QList<SourceKey> timeKeys() {
    return {
        {key::interval, QT_TRANSLATE_NOOP("Source", "Interval"),
         QT_TRANSLATE_NOOP("Source", "Time between two samples of a channel, such as 1s or 100ms..500ms"),
         SourceKey::Text{QStringLiteral("LENGTH[..LENGTH]")}, QStringLiteral("100ms..500ms")},
        {key::rate,
         QT_TRANSLATE_NOOP("Source", "Rate"),
         QT_TRANSLATE_NOOP("Source", "Mean samples per second of a channel, instead of interval"),
         SourceKey::Number{{SimulationSettings::minimumRateHz, SimulationSettings::maximumRateHz}},
         {}},
        {key::spread,
         QT_TRANSLATE_NOOP("Source", "Spread"),
         QT_TRANSLATE_NOOP("Source", "With rate: from 0 for regular intervals to 1 (2/3)"),
         share,
         {}},
        {key::intervals, QT_TRANSLATE_NOOP("Source", "Kind of intervals"),
         QT_TRANSLATE_NOOP("Source", "How the intervals are drawn"), SourceKey::Word{intervalWords()},
         intervalWords().constFirst()},
        {key::channels, QT_TRANSLATE_NOOP("Source", "Channels"),
         QT_TRANSLATE_NOOP("Source", "Number of channels"),
         SourceKey::WholeNumber{{1, SimulationSettings::maximumChannels}}, QStringLiteral("1")},
        {key::seed,
         QT_TRANSLATE_NOOP("Source", "Seed"),
         QT_TRANSLATE_NOOP("Source", "The same stream for the same seed; another at every start without one"),
         SourceKey::WholeNumber{{0, std::numeric_limits<quint64>::max()}},
         {}},
        {key::start,
         QT_TRANSLATE_NOOP("Source", "Start"),
         QT_TRANSLATE_NOOP("Source",
                           "Time of the first sample, such as 2023-01-01T00:00:00Z, instead of now"),
         SourceKey::Text{QStringLiteral("TIME")},
         {}},
        {key::speed, QT_TRANSLATE_NOOP("Source", "Speed"),
         QT_TRANSLATE_NOOP("Source", "How many times as fast as the clock, or max for as fast as possible"),
         SourceKey::Text{QStringLiteral("FACTOR|max")}, QStringLiteral("1")},
    };
}

SourceKey faultRate(QLatin1String name, const char* label, const char* help) {
    return {name, label, help, share, QStringLiteral("0")};
}

QList<SourceKey> faultKeys() {
    return {
        faultRate(key::gap, QT_TRANSLATE_NOOP("Source", "Gaps"),
                  QT_TRANSLATE_NOOP("Source", "Share of samples with which a channel falls silent")),
        {key::gapFor,
         QT_TRANSLATE_NOOP("Source", "Length of gaps"),
         QT_TRANSLATE_NOOP("Source", "For how long, with gap (2s..10s)"),
         faultLength,
         {}},
        faultRate(key::burst, QT_TRANSLATE_NOOP("Source", "Bursts"),
                  QT_TRANSLATE_NOOP("Source",
                                    "Share of samples from which on a channel is held back, and then "
                                    "comes all at once")),
        {key::burstFor,
         QT_TRANSLATE_NOOP("Source", "Length of bursts"),
         QT_TRANSLATE_NOOP("Source", "For how long, with burst (1s..5s)"),
         faultLength,
         {}},
        faultRate(key::duplicate, QT_TRANSLATE_NOOP("Source", "Duplicates"),
                  QT_TRANSLATE_NOOP("Source", "Share of samples that come twice")),
        faultRate(key::late, QT_TRANSLATE_NOOP("Source", "Late samples"),
                  QT_TRANSLATE_NOOP("Source", "Share of samples that come after newer ones")),
        {key::lateBy,
         QT_TRANSLATE_NOOP("Source", "Lateness"),
         QT_TRANSLATE_NOOP("Source", "How late, with late (1s..5s)"),
         faultLength,
         {}},
        faultRate(key::spike, QT_TRANSLATE_NOOP("Source", "Spikes"),
                  QT_TRANSLATE_NOOP("Source", "Share of samples whose value is off, up or down")),
        {key::spikeBy,
         QT_TRANSLATE_NOOP("Source", "Size of spikes"),
         QT_TRANSLATE_NOOP("Source", "By how many °C, with spike (20..40)"),
         faultSize,
         {}},
        faultRate(key::stuck, QT_TRANSLATE_NOOP("Source", "Stuck values"),
                  QT_TRANSLATE_NOOP("Source", "Share of samples from which on the value stands still")),
        {key::stuckFor,
         QT_TRANSLATE_NOOP("Source", "Length of stuck values"),
         QT_TRANSLATE_NOOP("Source", "For how long, with stuck (5s..30s)"),
         faultLength,
         {}},
        faultRate(
            key::drift, QT_TRANSLATE_NOOP("Source", "Drifts"),
            QT_TRANSLATE_NOOP("Source", "Share of samples from which on the values drift off and back")),
        {key::driftFor,
         QT_TRANSLATE_NOOP("Source", "Length of drifts"),
         QT_TRANSLATE_NOOP("Source", "For how long, with drift (30s..1min)"),
         faultLength,
         {}},
        {key::driftBy,
         QT_TRANSLATE_NOOP("Source", "Size of drifts"),
         QT_TRANSLATE_NOOP("Source", "By how many °C, with drift (5..10)"),
         faultSize,
         {}},
        faultRate(key::notANumber, QT_TRANSLATE_NOOP("Source", "NaN values"),
                  QT_TRANSLATE_NOOP("Source", "Share of samples whose value is NaN")),
    };
}

} // namespace

QString simulatorScheme() {
    return QStringLiteral("sim");
}

const QStringList& distributionWords() {
    static const QStringList words{QStringLiteral("normal"), QStringLiteral("uniform"),
                                   QStringLiteral("exponential"), QStringLiteral("walk"),
                                   QStringLiteral("daily")};
    return words;
}

const QStringList& intervalWords() {
    static const QStringList words{QStringLiteral("uniform"), QStringLiteral("poisson")};
    return words;
}

const SourceKeys& simulatorKeys() {
    static const SourceKeys keys{
        SourceKey{QStringLiteral("DISTRIBUTION"), QT_TRANSLATE_NOOP("Source", "Distribution"),
                  QT_TRANSLATE_NOOP("Source", "What the values are drawn from"),
                  SourceKey::Word{distributionWords()}, distributionWords().constFirst()},
        distributionKeys() + timeKeys() + faultKeys()};
    return keys;
}

} // namespace rillscope
