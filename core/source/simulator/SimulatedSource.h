// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SampleSource.h"
#include "core/source/simulator/EventPace.h"
#include "core/source/simulator/SampleGenerator.h"

#include <QTimer>

namespace rillscope {

/// The simulator as a source. Each sample is sent when it is due, at most about a millisecond late and never
/// early; beyond 250 samples a second, all that fell due travels together every 4 ms. speed=max sends blocks
/// as fast as they are taken. Without credit it waits and catches up later: no sample is left out. Thread: as
/// SampleSource; seed() may be called from any. Errors: none of its own.
class SimulatedSource final : public SampleSource {
    Q_OBJECT

public:
    /// At speed=max.
    static constexpr qsizetype blockSamples = 8'192;
    /// While it catches up, so that what is drawn moves on in small steps.
    static constexpr qsizetype catchUpSamples = 2'048;
    static constexpr double maximumBlocksPerSecond = 250.0;
    static constexpr Duration tickInterval = std::chrono::milliseconds(4);

    SimulatedSource(const SimulationSettings& settings, const Clock& clock);

    /// With a start of its own, or without waiting, it has left the clock behind.
    SourceTime sourceTime() const override {
        return m_settings.start || m_settings.speed.isMaximum() ? SourceTime::Replayed : SourceTime::Live;
    }

    /// The seed in use: that of the settings, or the one drawn in its place.
    quint64 seed() const { return m_seed; }

public Q_SLOTS:
    /// Takes effect at once, also on the interval that is running. Seed and start are those of the beginning.
    void configure(const rillscope::SimulationSettings& settings);

    /// Sends a block of what is due, if there is credit, and sets the timer for what comes next. The timer
    /// calls it; tests with a clock of their own may, too.
    void tick();

private:
    void onStarted() override;
    void onStopping() override;
    void onCreditGranted() override;

    void anchorPace(Timestamp event);
    Timestamp eventNow() const;
    void deliverDue();
    void scheduleNext();
    Duration delayToNext() const;
    bool isPooled() const;
    bool isBehind() const;

    SimulationSettings m_settings;
    const quint64 m_seed;
    std::optional<SampleGenerator> m_generator; ///< from the start on
    std::optional<EventPace> m_pace;            ///< none at speed=max
    Duration m_lastTick{0};                     ///< monotonic time of the last block made to the clock
    Timestamp m_servedUntil;                    ///< its event time: what is still due by then did not fit in
    QTimer m_timer;
};

} // namespace rillscope
