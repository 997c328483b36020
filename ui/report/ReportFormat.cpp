// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportFormat.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace rillscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rillscope::ReportFormat)
};

} // namespace

std::optional<ReportFormat> reportFormatOf(const QString& path) {
    const QString suffix = QFileInfo(path).suffix().toLower();
    if (suffix == QLatin1String("pdf"))
        return ReportFormat::Pdf;
    if (suffix == QLatin1String("html") || suffix == QLatin1String("htm"))
        return ReportFormat::Html;
    return std::nullopt;
}

QStringList reportSuffixes() {
    return {QStringLiteral("pdf"), QStringLiteral("html"), QStringLiteral("htm")};
}

QString reportSuffix(ReportFormat format) {
    return format == ReportFormat::Pdf ? QStringLiteral("pdf") : QStringLiteral("html");
}

QString reportFormatName(ReportFormat format) {
    return format == ReportFormat::Pdf ? Words::tr("PDF document") : Words::tr("HTML page");
}

} // namespace rillscope
