// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

namespace rillscope {

/// Kinds of steps, by group; the data of each action is the kind as in a pipeline file.
QMenu* makeAddStepMenu(QWidget* parent);

/// The pipelines that come with the program; the data of each action is its path.
QMenu* makeExampleMenu(QWidget* parent);

} // namespace rillscope
