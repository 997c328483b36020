// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/text/SeverityText.h"
#include "ui/widgets/PanelColors.h"

class QPainter;
class QStyleOptionViewItem;

namespace rillscope {

/// Returns `colors` with each color that is not set filled in from the palette of `option`.
PanelColors completed(const PanelColors& colors, const QStyleOptionViewItem& option);

/// The background of a selected row and the frame of the row that has the keyboard.
void drawRowBackground(QPainter& painter, const QStyleOptionViewItem& option, const PanelColors& colors);

QColor severityColor(Severity severity, const PanelColors& colors);

} // namespace rillscope
