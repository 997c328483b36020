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

/// Windows of one size that overlap. size is a multiple of slide.
struct HoppingWindow {
    static constexpr StepKind kind{"hop", StepGroup::Window};

    Duration size{};
    Duration slide{};
    Duration offset{};
    QList<Aggregate> aggregates;

    /// What a person who adds the step starts from.
    static HoppingWindow suggested() {
        return {std::chrono::minutes(1), std::chrono::seconds(10), {}, defaultAggregates()};
    }

    std::unique_ptr<ChannelWindows> makeWindows(ChannelIndex channel, WindowMemory& memory,
                                                WindowRowBuilder& builder) const;

    /// See windowMistake().
    std::optional<Message> mistake() const {
        return firstOf(
            {lengthMistake("size", size), partsMistake("slide", size, slide), offsetMistake(offset)});
    }

    template <typename Keys>
    void visitKeys(Keys& keys) {
        keys.duration("size", size, DurationRule::PositiveMilliseconds);
        keys.duration("slide", slide, DurationRule::PositiveMilliseconds);
        keys.require(isDivisible(size, slide), "size",
                     Message(QT_TRANSLATE_NOOP("Message", "expected a multiple of slide")));
        keys.require(size.count() <= maxPartsOfWindow * slide.count(), "slide",
                     Message(QT_TRANSLATE_NOOP("Message", "expected at least a 10,000th of size")));
        visitOffsetAndAggregates(keys, *this);
    }

    friend bool operator==(const HoppingWindow&, const HoppingWindow&) = default;
};

} // namespace rillscope
