// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

class QWidget;

namespace rillscope::test {

/// The labels, buttons, check boxes and titles inside `root` whose text does not fit into them, or that reach
/// beyond a side of what they stand in; for each its class, name and text. Texts that wrap or come from
/// outside (event lists, file names) are not looked at; what is hidden neither.
std::vector<std::string> cutTexts(const QWidget& root);

/// Of these only the figures, for a place so narrow that their captions give way.
std::vector<std::string> cutFigures(const QWidget& root);

} // namespace rillscope::test
