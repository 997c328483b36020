// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/filter/Filter.h"

#include <cmath>
#include <limits>

namespace rillscope {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

} // namespace

std::optional<double> Filter::filter(Timestamp eventTime, double value) {
    if (eventTime < m_newestTime)
        return std::nullopt;
    m_newestTime = eventTime;
    const std::optional<double> result = std::isfinite(value) ? next(eventTime, value) : atBreak(eventTime);
    return result && !std::isfinite(*result) ? nan : result;
}

std::optional<double> Filter::atBreak(Timestamp) {
    return nan;
}

std::unique_ptr<Filter> makeFilter(const StepSettings& settings, Unit unit) {
    return std::visit(
        [unit](const auto& step) -> std::unique_ptr<Filter> {
            if constexpr (requires { step.makeFilter(unit); })
                return step.makeFilter(unit);
            else
                return nullptr;
        },
        settings);
}

Unit derivedUnit(const StepSettings& settings, Unit unit) {
    return std::visit(
        [unit](const auto& step) {
            if constexpr (requires { step.derivedUnit(unit); })
                return step.derivedUnit(unit);
            else
                return unit;
        },
        settings);
}

ChannelKind derivedKind(const StepSettings& settings) {
    return std::visit(
        [](const auto& step) {
            if constexpr (requires { step.derivedKind; })
                return step.derivedKind;
            else
                return ChannelKind::Derived;
        },
        settings);
}

} // namespace rillscope
