// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowMistake.h"

#include "core/process/window/WindowKeys.h"

namespace rillscope {
namespace {

using std::chrono::milliseconds;

bool isWhole(Duration duration) {
    return duration % milliseconds(1) == Duration::zero();
}

} // namespace

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
    if (size / length > maxPartsOfWindow)
        return QStringLiteral("the size of a window may be at most %1 times its %2")
            .arg(QString::number(maxPartsOfWindow), QLatin1String(part));
    return {};
}

std::optional<QString> firstOf(std::initializer_list<std::optional<QString>> mistakes) {
    for (const auto& mistake : mistakes) {
        if (mistake)
            return mistake;
    }
    return {};
}

} // namespace rillscope
