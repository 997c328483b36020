// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionWords.h"

#include <type_traits>
#include <vector>

namespace rillscope {
namespace {

template <typename... Kinds>
std::vector<StepSettings> listOf(std::type_identity<std::variant<Kinds...>>) {
    return {Kinds()...};
}

/// One of each kind, with the settings it has when nothing is said about them.
const std::vector<StepSettings>& oneOfEach() {
    static const std::vector<StepSettings> steps = listOf(std::type_identity<StepSettings>());
    return steps;
}

StepKind rowOf(const StepSettings& settings) {
    return std::visit([](const auto& step) { return step.kind; }, settings);
}

} // namespace

QStringList stepKinds() {
    QStringList kinds;
    for (const StepSettings& step : oneOfEach())
        kinds.append(kindOf(step));
    return kinds;
}

StepGroup groupOf(const StepSettings& settings) {
    return rowOf(settings).group;
}

QString kindOf(const StepSettings& settings) {
    return QString::fromLatin1(rowOf(settings).word);
}

std::optional<StepSettings> settingsOfKind(const QString& kind) {
    for (const StepSettings& step : oneOfEach()) {
        if (kind == QLatin1String(rowOf(step).word))
            return step;
    }
    return std::nullopt;
}

std::optional<StepSettings> suggestedSettingsOf(const QString& kind) {
    std::optional<StepSettings> settings = settingsOfKind(kind);
    if (settings)
        std::visit(
            [](auto& step) {
                if constexpr (requires { step.suggested(); })
                    step = step.suggested();
            },
            *settings);
    return settings;
}

QList<Aggregate> aggregatesOf(const StepSettings& settings) {
    return std::visit(
        [](const auto& step) {
            if constexpr (requires { step.aggregates; })
                return step.aggregates;
            else
                return QList<Aggregate>();
        },
        settings);
}

} // namespace rillscope
