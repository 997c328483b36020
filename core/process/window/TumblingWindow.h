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

/// Windows of one size, side by side. The sizes of all windows are whole milliseconds.
struct TumblingWindow {
    static constexpr StepKind kind{"tumble", StepGroup::Window};

    Duration size{};
    Duration offset{};
    QList<Aggregate> aggregates;

    /// What a person who adds the step starts from.
    static TumblingWindow suggested() { return {std::chrono::minutes(1), {}, defaultAggregates()}; }

    std::unique_ptr<ChannelWindows> makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                WindowRowBuilder& builder) const;

    /// See windowMistake().
    std::optional<Message> mistake() const {
        return firstOf({lengthMistake("size", size), offsetMistake(offset)});
    }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("size", size, DurationRule::PositiveMilliseconds);
        visitOffsetAndAggregates(keys, *this);
    }

    friend bool operator==(const TumblingWindow&, const TumblingWindow&) = default;
};

} // namespace rillscope
