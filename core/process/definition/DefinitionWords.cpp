// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionWords.h"

namespace rillscope {
namespace {

template <std::size_t... index>
StepSettings settingsAt(std::size_t wanted, std::index_sequence<index...>) {
    StepSettings settings;
    ((index == wanted ? static_cast<void>(settings.emplace<index>()) : static_cast<void>(0)), ...);
    return settings;
}

} // namespace

StepGroup groupOf(const StepSettings& settings) {
    static_assert(std::is_same_v<std::variant_alternative_t<4, StepSettings>, MovingAverage>);
    static_assert(std::is_same_v<std::variant_alternative_t<13, StepSettings>, TumblingWindow>);
    static_assert(std::is_same_v<std::variant_alternative_t<17, StepSettings>, AlarmRule>);
    if (settings.index() < 4)
        return StepGroup::QualityRule;
    if (settings.index() < 13)
        return StepGroup::Filter;
    return settings.index() < 17 ? StepGroup::Window : StepGroup::Alarm;
}

QString kindOf(const StepSettings& settings) {
    return QString::fromLatin1(kindWords.at(settings.index()));
}

std::optional<StepSettings> settingsOfKind(const QString& kind) {
    for (std::size_t index = 0; index < kindWords.size(); ++index) {
        if (kind == QLatin1String(kindWords.at(index)))
            return settingsAt(index, std::make_index_sequence<std::variant_size_v<StepSettings>>());
    }
    return std::nullopt;
}

QString aggregateName(Aggregate aggregate) {
    return wordOf(aggregateWords, aggregate);
}

QList<Aggregate> aggregatesOf(const StepSettings& settings) {
    return std::visit(
        [](const auto& kind) {
            if constexpr (requires { kind.aggregates; })
                return kind.aggregates;
            else
                return QList<Aggregate>();
        },
        settings);
}

QList<Aggregate> defaultAggregates() {
    return {Aggregate::Count, Aggregate::Minimum, Aggregate::Maximum, Aggregate::Mean};
}

} // namespace rillscope
