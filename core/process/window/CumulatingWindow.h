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

/// Windows that begin together and end step by step. size is a multiple of step.
struct CumulatingWindow {
    static constexpr StepKind kind{"cumulate", StepGroup::Window};

    Duration size{};
    Duration step{};
    Duration offset{};
    QList<Aggregate> aggregates;

    /// What a person who adds the step starts from.
    static CumulatingWindow suggested() {
        return {std::chrono::minutes(1), std::chrono::seconds(10), {}, defaultAggregates()};
    }

    std::unique_ptr<ChannelWindows> makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                WindowRowBuilder& builder) const;

    /// See windowMistake().
    std::optional<Message> mistake() const {
        return firstOf(
            {lengthMistake("size", size), partsMistake("step", size, step), offsetMistake(offset)});
    }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("size", size, DurationRule::PositiveMilliseconds);
        keys.duration("step", step, DurationRule::PositiveMilliseconds);
        keys.require(isDivisible(size, step), "size",
                     Message(QT_TRANSLATE_NOOP("Message", "expected a multiple of step")));
        keys.require(size.count() <= maxPartsOfWindow * step.count(), "step",
                     Message(QT_TRANSLATE_NOOP("Message", "expected at least a 10,000th of size")));
        visitOffsetAndAggregates(keys, *this);
    }

    friend bool operator==(const CumulatingWindow&, const CumulatingWindow&) = default;
};

} // namespace rillscope
