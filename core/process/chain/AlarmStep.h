// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/alarm/AlarmMonitor.h"
#include "core/process/chain/ChainStep.h"

namespace rillscope {

/// An alarm rule, judged on every sample of each channel it applies to. Thread: one owner (processing).
class AlarmStep final : public ChainStep {
public:
    using ChainStep::ChainStep;
    /// The rule is gone: what it raised has ended.
    ~AlarmStep() override;

    void addChannel(ChannelIndex channel, const QString& rawName, const ChannelInfo& input) override;
    bool makes(const QString&) const override { return false; }
    void process(const ChainSample& sample) override;
    /// Time has passed, with or without samples.
    void passTime(Timestamp now);

private:
    std::vector<std::optional<AlarmMonitor>> m_monitors; ///< by raw channel
};

} // namespace rillscope
