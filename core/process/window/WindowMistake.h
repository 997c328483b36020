// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/base/Time.h"

#include <QString>

#include <initializer_list>
#include <optional>

namespace rillscope {

// What is wrong with the settings of a window, as one English sentence without a full stop; nothing when they
// can be used. `what` and `part` are names of settings.

/// A length is a whole number of milliseconds, one at least.
std::optional<Message> lengthMistake(const char* what, Duration length);

/// An offset is a whole number of milliseconds.
std::optional<Message> offsetMistake(Duration offset);

/// The size is a multiple of a length, which is not too small: a sample is in a window for each of its parts.
std::optional<Message> partsMistake(const char* part, Duration size, Duration length);

std::optional<Message> firstOf(std::initializer_list<std::optional<Message>> mistakes);

} // namespace rillscope
