// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Message.h"
#include "core/process/definition/PipelineDefinition.h"

namespace rillscope {

/// What a step reads: `of`, taken apart.
struct StepReference {
    QString step;
    QString aggregate; ///< empty: none is named

    static StepReference read(const QString& of);
};

/// Why steps[index] cannot read what its `of` names; empty when it can. A name that is there twice means the
/// first. A step that is read may be switched off: then what reads it has nothing to read.
Message referenceProblem(const QList<StepDefinition>& steps, qsizetype index);

} // namespace rillscope
