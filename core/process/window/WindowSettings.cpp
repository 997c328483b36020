// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowSettings.h"

#include <type_traits>

namespace rillscope {
namespace {

using std::chrono::milliseconds;

bool isWhole(Duration duration) {
    return duration % milliseconds(1) == Duration::zero();
}

std::optional<QString> lengthMistake(const char* what, Duration length) {
    if (length > Duration::zero() && isWhole(length))
        return {};
    return QStringLiteral("the %1 of a window must be a whole number of milliseconds, one at least")
        .arg(QLatin1String(what));
}

std::optional<QString> offsetMistake(Duration offset) {
    if (isWhole(offset))
        return {};
    return QStringLiteral("the offset of a window must be a whole number of milliseconds");
}

std::optional<QString> partsMistake(const char* part, Duration size, Duration length) {
    if (const auto mistake = lengthMistake(part, length))
        return mistake;
    if (size % length != Duration::zero())
        return QStringLiteral("the size of a window must be a multiple of its %1").arg(QLatin1String(part));
    if (size / length > maxWindowsPerSample)
        return QStringLiteral("the size of a window may be at most %1 times its %2")
            .arg(QString::number(maxWindowsPerSample), QLatin1String(part));
    return {};
}

std::optional<QString> firstOf(std::initializer_list<std::optional<QString>> mistakes) {
    for (const auto& mistake : mistakes) {
        if (mistake)
            return mistake;
    }
    return {};
}

std::optional<QString> mistakeIn(const TumblingWindow& window) {
    return firstOf({lengthMistake("size", window.size), offsetMistake(window.offset)});
}

std::optional<QString> mistakeIn(const HoppingWindow& window) {
    return firstOf({lengthMistake("size", window.size), partsMistake("slide", window.size, window.slide),
                    offsetMistake(window.offset)});
}

std::optional<QString> mistakeIn(const SessionWindow& window) {
    return lengthMistake("gap", window.gap);
}

std::optional<QString> mistakeIn(const CumulatingWindow& window) {
    return firstOf({lengthMistake("size", window.size), partsMistake("step", window.size, window.step),
                    offsetMistake(window.offset)});
}

} // namespace

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

std::optional<QString> windowMistake(const WindowSettings& settings) {
    return std::visit([](const auto& window) { return mistakeIn(window); }, settings);
}

const QList<Aggregate>& aggregatesOf(const WindowSettings& settings) {
    return std::visit([](const auto& window) -> const QList<Aggregate>& { return window.aggregates; },
                      settings);
}

} // namespace rillscope
