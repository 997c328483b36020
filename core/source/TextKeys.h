// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/parse/TextFormat.h"
#include "core/source/ParameterReader.h"

namespace rillscope {

/// What every source of text takes: how its lines are to be read.
QList<SourceKey> textKeys();

/// Errors: kept by the reader.
TextOptions readTextKeys(ParameterReader& reader);

} // namespace rillscope
