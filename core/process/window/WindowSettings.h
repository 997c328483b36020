// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/PipelineDefinition.h"

#include <optional>
#include <variant>

namespace rillscope {

/// The kinds of event-time windows, after the window table functions of Flink SQL.
using WindowSettings = std::variant<TumblingWindow, HoppingWindow, SessionWindow, CumulatingWindow>;

/// The windows that a step makes; nothing for a step of another kind.
std::optional<WindowSettings> windowSettingsOf(const StepSettings& step);

/// In how many windows a sample may be at most: each of them is a row in the end.
inline constexpr std::int64_t maxWindowsPerSample = 10'000;

/// What is wrong with the settings, as one English sentence without a full stop; nothing when they can be
/// used.
std::optional<QString> windowMistake(const WindowSettings& settings);

const QList<Aggregate>& aggregatesOf(const WindowSettings& settings);

} // namespace rillscope
