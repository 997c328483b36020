// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/model/ChannelInfo.h"
#include "core/process/definition/KeyRules.h"
#include "core/process/definition/StepKind.h"
#include "core/process/window/WindowKeys.h"
#include "core/process/window/WindowMistake.h"

#include <QList>

#include <memory>
#include <optional>

namespace rillscope {

class ChannelWindows;
struct WindowMemory;
class WindowRowBuilder;

/// A window lasts as long as no two samples are further apart than the gap.
struct SessionWindow {
    static constexpr StepKind kind{"session", StepGroup::Window};

    Duration gap{};
    QList<Aggregate> aggregates;

    /// What a person who adds the step starts from.
    static SessionWindow suggested() { return {std::chrono::seconds(10), defaultAggregates()}; }

    std::unique_ptr<ChannelWindows> makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                WindowRowBuilder& builder) const;

    /// See windowMistake().
    std::optional<Message> mistake() const { return lengthMistake("gap", gap); }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("gap", gap, DurationRule::PositiveMilliseconds);
        keys.aggregates("aggregates", aggregates);
    }

    friend bool operator==(const SessionWindow&, const SessionWindow&) = default;
};

} // namespace rillscope
