// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionMistake.h"
#include "ui/widgets/KeyForm.h"

namespace rillscope {

/// What is typed in a form as lines of a pipeline file; keys that were left empty are not there.
QByteArray definitionLines(const KeyForm& form);

/// Shows each mistake at the field of its key. Returns those whose key has none.
DefinitionMistakes showDefinitionMistakes(KeyForm& form, const DefinitionMistakes& mistakes);

} // namespace rillscope
