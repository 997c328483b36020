// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Time.h"

#include <QObject>

#include <functional>

namespace rillscope {

/// Calls `call` once `delay` has passed: never early, and for any delay that is not negative, while a QTimer
/// counts up to 24 days. Thread: that of `context`, which has an event loop; nothing happens once it is gone.
void callAfter(Duration delay, QObject* context, std::function<void()> call);

} // namespace rillscope
