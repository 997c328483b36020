// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/StepSettings.h"

#include <QStringList>

#include <optional>

namespace rillscope {

/// The words of a pipeline file for all kinds of steps, in the order of StepSettings.
QStringList stepKinds();

/// What a kind of step does to the stream.
StepGroup groupOf(const StepSettings& settings);

/// "hampel", as in a pipeline file.
QString kindOf(const StepSettings& settings);

/// The settings of a kind of step, as they are when nothing is said about them; nothing for an unknown kind.
std::optional<StepSettings> settingsOfKind(const QString& kind);

/// The settings of a kind of step that a person who adds it starts from; nothing for an unknown kind.
std::optional<StepSettings> suggestedSettingsOf(const QString& kind);

/// What a window computes; empty for any other kind of step.
QList<Aggregate> aggregatesOf(const StepSettings& settings);

} // namespace rillscope
