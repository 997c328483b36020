// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <optional>

namespace rillscope {

enum class ReportFormat { Pdf, Html };

/// By the ending of a path: .pdf, .html or .htm; nothing for others.
std::optional<ReportFormat> reportFormatOf(const QString& path);
/// "pdf", "html".
QString reportSuffix(ReportFormat format);
/// All endings that reportFormatOf() knows, without the dot.
QStringList reportSuffixes();
/// "PDF document", translated.
QString reportFormatName(ReportFormat format);

} // namespace rillscope
