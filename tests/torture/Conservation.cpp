// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/torture/Conservation.h"

#include <QFile>
#include <QJsonDocument>

namespace rillscope::torture {
namespace {

constexpr int exitLacking = 3;

QString summaryPath(const QString& home) {
    return home + QStringLiteral("/summary.json");
}

class Summary {
public:
    explicit Summary(const QJsonObject& account)
        : m_account(account), m_capture(account.value(QLatin1String("capture")).toObject()) {}

    QStringList faults() const {
        QStringList found;
        const auto expectSum = [&found](const QString& what, qint64 sum, qint64 parts) {
            if (sum < 0 || sum != parts)
                found.append(QStringLiteral("%1: %2, but its parts are %3").arg(what).arg(sum).arg(parts));
        };
        expectSum(QStringLiteral("received"), ofAccount("received"),
                  ofAccount("accepted") + ofAccount("malformed"));
        expectSum(QStringLiteral("accepted"), ofAccount("accepted"),
                  ofAccount("recorded") + ofAccount("dropped"));
        expectSum(QStringLiteral("recorded"), ofAccount("recorded"),
                  ofCapture("durable") + ofCapture("waiting") + ofCapture("missed"));
        expectSum(QStringLiteral("derived"), ofAccount("derived"),
                  ofCapture("derived") + ofCapture("derivedWaiting") + ofCapture("derivedMissed"));
        expectSum(QStringLiteral("waiting at the end"), ofCapture("waiting"), 0);
        return found;
    }

    qint64 missed() const { return ofCapture("missed"); }
    bool isAnythingMissed() const {
        qint64 sum = 0;
        for (const char* key : {"missed", "derivedMissed", "windowsMissed", "alarmsMissed", "eventsMissed"})
            sum += ofCapture(key);
        return sum > 0;
    }

private:
    qint64 ofAccount(const char* key) const { return m_account.value(QLatin1String(key)).toInteger(-1); }
    qint64 ofCapture(const char* key) const { return m_capture.value(QLatin1String(key)).toInteger(-1); }

    QJsonObject m_account;
    QJsonObject m_capture;
};

} // namespace

QStringList summaryArguments(const QString& home) {
    return {QStringLiteral("--summary"), summaryPath(home)};
}

QJsonObject summaryIn(const QString& home) {
    QFile file(summaryPath(home));
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

QStringList faultsOfAccount(const QString& home, std::optional<int> exitCode, const QByteArray& errors) {
    const QString said = QString::fromUtf8(errors.right(300));
    const QJsonObject account = summaryIn(home);
    if (account.isEmpty())
        return {QStringLiteral("no summary: ") + said};
    const Summary summary(account);
    QStringList found = summary.faults();
    const bool isWhole = !summary.isAnythingMissed() && !errors.contains("could not be closed");
    if (isWhole == (exitCode == exitLacking))
        found.append(
            QStringLiteral("%1 missed, exit code %2: ").arg(summary.missed()).arg(exitCode.value_or(-1)) +
            said);
    if (summary.missed() > 0 && !errors.contains(QByteArray::number(summary.missed()) + " samples"))
        found.append(QStringLiteral("it does not say that %1 are in no file: ").arg(summary.missed()) + said);
    return found;
}

} // namespace rillscope::torture
