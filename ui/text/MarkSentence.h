// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamEvent.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

/// What happened to `count` marked samples, as a whole translated sentence without the channel. Empty for an
/// event that is not about marks.
QString markSentence(StreamEvent::Kind kind, qint64 count, const NumberFormat& format);

} // namespace rillscope
