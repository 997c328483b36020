// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/text/QualityText.h"

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
            return tr("not a number");
        case QualityFlag::Late:
            return tr("late");
        case QualityFlag::RateOfChange:
            return tr("changes too fast");
        case QualityFlag::Stuck:
            return tr("stuck");
        case QualityFlag::Gap:
            return tr("after a gap");
        case QualityFlag::FarFuture:
            break;
        }
        return tr("far in the future");
    }
};

/// What is wrong with the value before what is wrong with the time: the end is cut off where there is little
/// room.
constexpr std::array gravestFirst{QualityFlag::NotANumber,   QualityFlag::OutOfRange, QualityFlag::Stuck,
                                  QualityFlag::RateOfChange, QualityFlag::FarFuture,  QualityFlag::Gap,
                                  QualityFlag::Late,         QualityFlag::OutOfOrder, QualityFlag::Duplicate};
static_assert(gravestFirst.size() == allQualityFlags.size());

constexpr Quality untrustedValue =
    QualityFlag::NotANumber | QualityFlag::OutOfRange | QualityFlag::Stuck | QualityFlag::RateOfChange;

} // namespace

QString qualityText(Quality quality) {
    QStringList words;
    for (const QualityFlag flag : gravestFirst) {
        if (quality.testFlag(flag))
            words.append(QualityWords::of(flag));
    }
    QString text = words.join(QStringLiteral(", "));
    if (!text.isEmpty())
        text[0] = text.at(0).toUpper();
    return text;
}

Severity qualitySeverity(Quality quality) {
    return quality & untrustedValue ? Severity::Warning : Severity::Notice;
}

} // namespace rillscope
