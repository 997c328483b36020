// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/base/Message.h"

#include <tl/expected.hpp>

namespace rillscope {

/// A value, or the Error that kept it from being made.
template <typename T>
using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> failure(ErrorCode code, QString subject, Message detail) {
    return tl::unexpected<Error>(Error{code, std::move(subject), std::move(detail)});
}

} // namespace rillscope
