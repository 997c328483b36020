// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/report/ReportPage.h"

namespace rillscope {

/// The CSS of a report: the measures of ReportPage, the colours of paper. On screen the page lies on a desk.
QString reportStyleSheet(const ReportPage& page);

/// "12.50mm", "7.40pt": lengths as CSS takes them, whatever the locale.
QString cssMillimetres(double value);
QString cssPoints(double value);

} // namespace rillscope
