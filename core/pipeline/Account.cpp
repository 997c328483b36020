// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/Account.h"

#include <array>

namespace rillscope {
namespace {

struct Counter {
    const char* key;
    qint64 Account::*count;
};

/// All but the marks, whose keys are in markTable.
constexpr std::array counters{Counter{"received", &Account::received},
                              Counter{"accepted", &Account::accepted},
                              Counter{"malformed", &Account::malformed},
                              Counter{"recorded", &Account::recorded},
                              Counter{"dropped", &Account::dropped},
                              Counter{"lost", &Account::lost},
                              Counter{"unknownLosses", &Account::unknownLosses},
                              Counter{"evicted", &Account::evicted},
                              Counter{"derived", &Account::derived},
                              Counter{"marked", &Account::marked},
                              Counter{"columnsLeftOut", &Account::columnsLeftOut},
                              Counter{"rowsLeftOut", &Account::rowsLeftOut},
                              Counter{"empty", &Account::empty}};

QString keyOf(const MarkRow& mark) {
    return QString::fromLatin1(mark.word.data(), static_cast<qsizetype>(mark.word.size()));
}

qint64 countIn(const QJsonValue& value) {
    constexpr double most = 9e15; // exact in a double
    const double count = value.toDouble();
    return count >= 0.0 && count <= most ? static_cast<qint64>(count) : 0;
}

} // namespace

void Account::countMarks(Quality quality) {
    if (!quality)
        return;
    ++marked;
    countEachMark(marks, quality);
}

void Account::addDifference(const Account& before, const Account& now) {
    for (const Counter& counter : counters) {
        if (counter.count != &Account::evicted)
            this->*counter.count += now.*counter.count - before.*counter.count;
    }
    for (const MarkRow& mark : markTable)
        marks[mark.flag] += now.marks[mark.flag] - before.marks[mark.flag];
}

QJsonObject Account::toJson() const {
    QJsonObject json;
    for (const Counter& counter : counters)
        json.insert(QLatin1String(counter.key), this->*counter.count);
    for (const MarkRow& mark : markTable)
        json.insert(keyOf(mark), marks[mark.flag]);
    return json;
}

Account Account::fromJson(const QJsonObject& json) {
    Account account;
    for (const Counter& counter : counters)
        account.*counter.count = countIn(json.value(QLatin1String(counter.key)));
    for (const MarkRow& mark : markTable)
        account.marks[mark.flag] = countIn(json.value(keyOf(mark)));
    return account;
}

} // namespace rillscope
