// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"
#include "core/parse/SampleReader.h"

#include <optional>

namespace rillscope {

/// What to say at the end of an input of text: nothing when it held a sample, else EmptyInput or, where there
/// were lines but none that could be read, UnreadableInput with the reason for the first of them.
std::optional<Error> inputVerdict(const SampleReader& reader, const QString& subject);

} // namespace rillscope
