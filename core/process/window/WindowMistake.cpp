// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/window/WindowMistake.h"

#include "core/base/Message.h"
#include "core/process/window/WindowKeys.h"

namespace rillscope {
namespace {

using std::chrono::milliseconds;

bool isWhole(Duration duration) {
    return duration % milliseconds(1) == Duration::zero();
}

} // namespace

std::optional<Message> lengthMistake(const char* what, Duration length) {
    if (length > Duration::zero() && isWhole(length))
        return {};
    return Message(QT_TRANSLATE_NOOP(
                       "Message", "the %1 of a window must be a whole number of milliseconds, one at least"),
                   QLatin1String(what));
}

std::optional<Message> offsetMistake(Duration offset) {
    if (isWhole(offset))
        return {};
    return Message(
        QT_TRANSLATE_NOOP("Message", "the offset of a window must be a whole number of milliseconds"));
}

std::optional<Message> partsMistake(const char* part, Duration size, Duration length) {
    if (const auto mistake = lengthMistake(part, length))
        return mistake;
    if (size % length != Duration::zero())
        return Message(QT_TRANSLATE_NOOP("Message", "the size of a window must be a multiple of its %1"),
                       QLatin1String(part));
    if (size / length > maxPartsOfWindow)
        return Message(QT_TRANSLATE_NOOP("Message", "the size of a window may be at most %1 times its %2"),
                       QString::number(maxPartsOfWindow), QLatin1String(part));
    return {};
}

std::optional<Message> firstOf(std::initializer_list<std::optional<Message>> mistakes) {
    for (const auto& mistake : mistakes) {
        if (mistake)
            return mistake;
    }
    return {};
}

} // namespace rillscope
