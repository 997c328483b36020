// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionMistake.h"

#include <QDialog>

namespace rillscope {

/// Lists all that is wrong with a pipeline file, with its lines, to be read and copied. Thread: GUI.
class MistakesDialog : public QDialog {
    Q_OBJECT

public:
    explicit MistakesDialog(const DefinitionMistakes& mistakes, QWidget* parent = nullptr);
};

} // namespace rillscope
