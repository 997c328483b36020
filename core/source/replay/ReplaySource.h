// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/SampleSource.h"
#include "core/source/replay/ReplayInput.h"
#include "core/source/replay/ReplaySettings.h"

#include <QTimer>

#include <memory>

namespace rillscope {

/// Plays a recorded file back, text or a capture, in the file's order, at a multiple of its own pace or
/// without waiting. Pace: the first sample comes at once, each further one when the step of event time since
/// the sample before it, divided by the speed, has passed since that was due. A step back in time takes no
/// time at all, nor do lines without a time. A receiver that falls behind loses nothing: what is overdue
/// follows at once. Thread: the source thread. Memory: one piece of the file and one block, however big the
/// file. Errors: FileNotFound, FileUnreadable, EmptyInput, UnreadableInput, DamagedFile; the subject is the
/// path.
class ReplaySource final : public SampleSource {
    Q_OBJECT

public:
    ReplaySource(const ReplaySettings& settings, const Clock& clock);

    SourceTime sourceTime() const override { return SourceTime::Replayed; }

public Q_SLOTS:
    /// Takes effect at once, also on a wait that has begun.
    void setSpeed(rillscope::PlaybackSpeed speed);

Q_SIGNALS:
    /// The part of the file that has been read, 0 to 1; at most ten times a second, and 1 at the end.
    void progressed(double fraction);

private:
    void onStarted() override;
    void onStopping() override;
    void onCreditGranted() override;

    std::optional<Error> open();
    void advance();
    SampleBlock readDueBlock();
    bool readRow(Duration now);
    void placeRow(Duration now);
    void moveRowTo(SampleBlock& block);
    bool isRowPending() const { return !m_row.isEmpty(); }
    void scheduleNext();
    void reportProgress();
    void conclude();

    ReplaySettings m_settings;
    std::unique_ptr<ReplayInput> m_input; ///< null before it is started
    QTimer m_timer;
    SampleBlock m_row; ///< the samples of the row read last, until they are due
    Duration m_rowDue{0};
    std::optional<Timestamp> m_lastEventTime;
    std::optional<Duration> m_lastProgress;
    bool m_isDrained = false; ///< all rows of the file are read
};

} // namespace rillscope
