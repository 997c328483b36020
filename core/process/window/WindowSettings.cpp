// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowSettings.h"

#include "core/base/Message.h"

#include <type_traits>

namespace rillscope {

std::optional<WindowSettings> windowSettingsOf(const StepSettings& step) {
    return std::visit(
        [](const auto& settings) -> std::optional<WindowSettings> {
            if constexpr (std::is_constructible_v<WindowSettings, decltype(settings)>)
                return WindowSettings(settings);
            else
                return {};
        },
        step);
}

std::optional<Message> windowMistake(const WindowSettings& settings) {
    return std::visit([](const auto& window) { return window.mistake(); }, settings);
}

const QList<Aggregate>& aggregatesOf(const WindowSettings& settings) {
    return std::visit([](const auto& window) -> const QList<Aggregate>& { return window.aggregates; },
                      settings);
}

} // namespace rillscope
