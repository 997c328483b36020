// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/process/definition/StepSettings.h"

#include <optional>
#include <tuple>
#include <type_traits>
#include <variant>

namespace rillscope {

template <typename... Kinds>
std::variant<Kinds...> variantOf(std::tuple<Kinds...>);

template <typename... Kinds>
auto windowsAmong(std::variant<Kinds...>) -> decltype(variantOf(std::tuple_cat(
    std::conditional_t<Kinds::kind.group == StepGroup::Window, std::tuple<Kinds>, std::tuple<>>()...)));

/// The steps that are event-time windows, after the window table functions of Flink SQL.
using WindowSettings = decltype(windowsAmong(StepSettings()));

/// The windows that a step makes; nothing for a step of another kind.
std::optional<WindowSettings> windowSettingsOf(const StepSettings& step);

/// What is wrong with the settings, as one English sentence without a full stop; nothing when they can be
/// used.
std::optional<Message> windowMistake(const WindowSettings& settings);

const QList<Aggregate>& aggregatesOf(const WindowSettings& settings);

} // namespace rillscope
