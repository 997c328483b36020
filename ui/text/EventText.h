// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/StreamEvent.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

/// A whole translated sentence: what happened and, for failures, what was kept and what to do. Text from
/// outside in it is cut to a bearable length and to one line.
QString eventText(const StreamEvent& event, const NumberFormat& format = NumberFormat());

/// "Failed", "Out of order": the word beside the shape.
QString eventWord(const StreamEvent& event);

/// All that eventWord() may return.
QStringList allEventWords();

} // namespace rillscope
