// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/Quality.h"
#include "ui/text/NumberFormat.h"

namespace rillscope {

/// The marks of a sample in words: "Out of range, duplicate", the most severe first. Empty for a good sample.
QString qualityText(Quality quality);

/// "Out of order": the word beside the shape of the mark's event.
QString markWord(QualityFlag mark);

/// What happened to `count` samples that got the mark, as a whole translated sentence without the channel.
QString markSentence(QualityFlag mark, qint64 count, const NumberFormat& format);

} // namespace rillscope
