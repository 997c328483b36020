// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"

namespace rillscope {

/// A message of core in the language of the window: each template is looked up in the context "Message". It
/// may hold text from outside, which oneLine() makes fit for a label.
QString messageText(const Message& message);

} // namespace rillscope
