// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/capture/write/CaptureStatus.h"
#include "core/pipeline/Account.h"

#include <optional>

namespace rillscope {

/// Whether the account of a session and that of its capture balance, each by itself and with one another: all
/// that was recorded is durable, on its way, or counted as missed. Without a capture only the first counts.
/// Precondition: both are of the same moment, between two blocks.
bool accountsMatch(const Account& account, const CaptureStatus& capture);

/// What a capture lacks at its end, with its file as subject; nothing when all that was recorded is in its
/// files, or no capture was asked for.
std::optional<Error> captureLoss(const Account& account, const CaptureStatus& capture);

} // namespace rillscope
