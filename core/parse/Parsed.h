// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

#include <QString>

#include <tl/expected.hpp>

#include <string_view>

namespace rillscope {

/// What was read from a piece of text, or why it could not be: one sentence without a full stop, fit for
/// InputNotice::reason.
template <typename T>
using Parsed = tl::expected<T, Message>;

inline tl::unexpected<Message> unreadable(Message reason) {
    return tl::unexpected<Message>(std::move(reason));
}

/// A piece of foreign text for use within a reason: “in quotes”, cut to a few dozen characters, with control
/// characters replaced.
QString excerpt(std::string_view utf8);

} // namespace rillscope
