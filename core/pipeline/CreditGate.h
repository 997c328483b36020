// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Clock.h"
#include "core/pipeline/CreditPace.h"
#include "core/pipeline/Followers.h"

#include <QTimer>

#include <atomic>

namespace rillscope {

/// Hands the credit for processed blocks back to the source: at once, or as soon as all followers have room.
/// The source waits for a follower no longer than waiting helps. Thread: processing.
class CreditGate : public QObject {
    Q_OBJECT

public:
    /// For one stream. `isHeld` is true while its source waits because a follower has no room.
    CreditGate(const Followers& followers, const Clock& clock, SourceTime sourceTime,
               std::shared_ptr<std::atomic<bool>> isHeld);

    /// The source can go on where it was: from now on it waits while a follower cannot take anything.
    void holdWhileFailing() { m_whileFailing = WhileFailing::Hold; }
    /// A block was processed.
    void add();

Q_SIGNALS:
    void granted(int blocks);

private:
    void give();

    const Followers& m_followers;
    const Clock& m_clock;
    const SourceTime m_sourceTime;
    const std::shared_ptr<std::atomic<bool>> m_isHeld;
    WhileFailing m_whileFailing = WhileFailing::GoOn;
    CreditPace m_pace;
    QTimer m_timer; ///< while credit is withheld
};

} // namespace rillscope
