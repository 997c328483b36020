// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Account.h"

namespace rillscope {

void Account::countMarks(Quality quality) {
    if (!quality)
        return;
    ++marked;
    outOfOrder += quality.testFlag(QualityFlag::OutOfOrder) ? 1 : 0;
    duplicate += quality.testFlag(QualityFlag::Duplicate) ? 1 : 0;
    outOfRange += quality.testFlag(QualityFlag::OutOfRange) ? 1 : 0;
    notANumber += quality.testFlag(QualityFlag::NotANumber) ? 1 : 0;
    late += quality.testFlag(QualityFlag::Late) ? 1 : 0;
    rateOfChange += quality.testFlag(QualityFlag::RateOfChange) ? 1 : 0;
    stuck += quality.testFlag(QualityFlag::Stuck) ? 1 : 0;
    gap += quality.testFlag(QualityFlag::Gap) ? 1 : 0;
    farFuture += quality.testFlag(QualityFlag::FarFuture) ? 1 : 0;
}

QJsonObject Account::toJson() const {
    return {
        {QStringLiteral("received"), received},
        {QStringLiteral("accepted"), accepted},
        {QStringLiteral("malformed"), malformed},
        {QStringLiteral("recorded"), recorded},
        {QStringLiteral("dropped"), dropped},
        {QStringLiteral("evicted"), evicted},
        {QStringLiteral("derived"), derived},
        {QStringLiteral("marked"), marked},
        {QStringLiteral("outOfOrder"), outOfOrder},
        {QStringLiteral("duplicate"), duplicate},
        {QStringLiteral("outOfRange"), outOfRange},
        {QStringLiteral("notANumber"), notANumber},
        {QStringLiteral("late"), late},
        {QStringLiteral("rateOfChange"), rateOfChange},
        {QStringLiteral("stuck"), stuck},
        {QStringLiteral("gap"), gap},
        {QStringLiteral("farFuture"), farFuture},
    };
}

} // namespace rillscope
