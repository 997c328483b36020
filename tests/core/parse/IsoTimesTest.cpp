// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parse/DateText.h"

#include <gtest/gtest.h>

#include <QDateTime>
#include <QFile>

#include <random>
#include <string>

namespace rillscope::test {
namespace {

std::optional<qint64> read(const QByteArray& text) {
    const auto date =
        readDateText({text.constData(), static_cast<std::size_t>(text.size())}, DateOrder::YearFirst);
    const auto time = date ? date->timestamp() : std::nullopt;
    return time ? std::optional<qint64>(toNanoseconds(*time)) : std::nullopt;
}

/// iso-times.py has made the table.
TEST(IsoTimesTest, AreReadAsPythonReadsThem) {
    QFile table(QStringLiteral(RILLSCOPE_TEST_DATA "/iso-times.tsv"));
    ASSERT_TRUE(table.open(QIODevice::ReadOnly));
    int count = 0;
    for (const QByteArray& line : table.readAll().split('\n')) {
        if (line.isEmpty() || line.startsWith('#'))
            continue;
        const QByteArrayList columns = line.split('\t');
        const auto time = read(columns.at(0));
        EXPECT_TRUE(time) << columns.at(0).constData();
        EXPECT_EQ(time, columns.at(1).toLongLong()) << columns.at(0).constData();
        ++count;
    }
    EXPECT_GT(count, 1'000);
}

TEST(IsoTimesTest, AreReadAsQtReadsThem) {
    const auto seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    const char* forms[] = {"yyyy-MM-ddTHH:mm:ss",     "yyyy-MM-dd HH:mm:ss",     "yyyy-MM-ddTHH:mm",
                           "yyyy-MM-ddTHH:mm:ss.zzz", "yyyy-MM-dd HH:mm:ss,zzz", "yyyy-MM-dd"};
    const char* zones[] = {"", "Z", "+00:00", "-03:30", "+0200", "+12"};
    for (int round = 0; round < 20'000; ++round) {
        const auto milliseconds = static_cast<qint64>(random() % 4'102'444'800'000);
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
        const QString form = QLatin1String(forms[random() % std::size(forms)]);
        const QString zone =
            form.contains(u':') ? QLatin1String(zones[random() % std::size(zones)]) : QString();
        const QString text = time.toString(form) + zone;
        QDateTime expected = QDateTime::fromString(text, Qt::ISODateWithMs);
        ASSERT_TRUE(expected.isValid()) << text.toStdString();
        if (zone.isEmpty())
            expected.setTimeSpec(Qt::UTC);
        ASSERT_EQ(read(text.toUtf8()), expected.toMSecsSinceEpoch() * 1'000'000) << text.toStdString();
    }
}

} // namespace
} // namespace rillscope::test
