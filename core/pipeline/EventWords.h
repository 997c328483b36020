// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamEvent.h"

namespace rillscope {

/// "started", "captureFailed": the words that files have for kinds of events.
QString eventKindName(StreamEvent::Kind kind);

} // namespace rillscope
