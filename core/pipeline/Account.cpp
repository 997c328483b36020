// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Account.h"

namespace rillscope {

void Account::countMarks(Quality quality) {
    if (!quality)
        return;
    outOfOrder += quality.testFlag(QualityFlag::OutOfOrder) ? 1 : 0;
    duplicate += quality.testFlag(QualityFlag::Duplicate) ? 1 : 0;
    outOfRange += quality.testFlag(QualityFlag::OutOfRange) ? 1 : 0;
    notANumber += quality.testFlag(QualityFlag::NotANumber) ? 1 : 0;
}

QJsonObject Account::toJson() const {
    return {
        {QStringLiteral("received"), received},     {QStringLiteral("accepted"), accepted},
        {QStringLiteral("malformed"), malformed},   {QStringLiteral("recorded"), recorded},
        {QStringLiteral("dropped"), dropped},       {QStringLiteral("evicted"), evicted},
        {QStringLiteral("outOfOrder"), outOfOrder}, {QStringLiteral("duplicate"), duplicate},
        {QStringLiteral("outOfRange"), outOfRange}, {QStringLiteral("notANumber"), notANumber},
    };
}

} // namespace rillscope
