// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/QualityText.h"

#include <QCoreApplication>
#include <QStringList>

namespace rillscope {
namespace {

struct QualityWords {
    Q_DECLARE_TR_FUNCTIONS(QualityWords)

public:
    static QString of(QualityFlag flag) {
        switch (flag) {
        case QualityFlag::OutOfOrder:
            return tr("out of order");
        case QualityFlag::Duplicate:
            return tr("duplicate");
        case QualityFlag::OutOfRange:
            return tr("out of range");
        case QualityFlag::NotANumber:
            break;
        }
        return tr("not a number");
    }
};

} // namespace

QString qualityText(Quality quality) {
    QStringList words;
    // The gravest first: the end is cut off where there is little room.
    for (auto flag = allQualityFlags.rbegin(); flag != allQualityFlags.rend(); ++flag) {
        if (quality.testFlag(*flag))
            words.append(QualityWords::of(*flag));
    }
    QString text = words.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

Severity qualitySeverity(Quality quality) {
    return quality & (QualityFlag::OutOfRange | QualityFlag::NotANumber) ? Severity::Warning : Severity::Info;
}

} // namespace rillscope
