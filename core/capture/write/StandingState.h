// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/write/AlarmStates.h"
#include "core/capture/write/CaptureBlock.h"

namespace rillscope {

/// What holds at the moment, so that a new file must begin with it: the channels, the streams that run, the
/// alarms that are raised, and the account. Thread: one owner (capture).
class StandingState {
public:
    /// Of a block that is to be written.
    void learnChannels(const CaptureBlock& block);
    void noteCommitted(const CaptureBlock& block);

    /// The next file follows another, which keeps the alarms that are over.
    void beginNewFile() { m_alarms.removeEnded(); }
    CaptureBlock firstBlock() const;
    /// The states of alarms that only a file has which is gone: they must be written again.
    CaptureBlock takeAlarms();

private:
    void noteStream(const StreamRecord& stream);
    void noteEnd(int stream);
    /// Whether there was such a stream.
    bool removeStream(int number);

    std::vector<ChannelInfo> m_channels;
    std::vector<StreamRecord> m_streams; ///< that run; when all have ended, the last of them
    bool m_haveAllEnded = false;
    AlarmStates m_alarms; ///< of the present file
    QByteArray m_account;
};

} // namespace rillscope
