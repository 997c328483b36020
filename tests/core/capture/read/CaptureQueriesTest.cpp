// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/Database.h"
#include "tests/support/CaptureMaker.h"

#include <QFile>
#include <QTemporaryDir>

#include <gtest/gtest.h>

namespace rillscope::test {
namespace {

/// The statements of the README's section on recordings.
QList<QByteArray> queriesOfTheReadme() {
    QFile file(QStringLiteral(RILLSCOPE_SOURCE_DIR "/README.md"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray text = file.readAll();
    const qsizetype begin = text.indexOf("```sql\n", text.indexOf("\n## Recordings\n")) + 7;
    // A comment may hold a semicolon, but not at the end of its line.
    QByteArray block = text.mid(begin, text.indexOf("```", begin) - begin);
    QList<QByteArray> queries = block.replace(";\n", "\f").split('\f');
    queries.removeLast();
    return queries;
}

TEST(CaptureQueriesTest, TheReadmesQueriesFindWhatTheySay) {
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.rill"));
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("a")}, {QStringLiteral("b")}};
    capture.samples = countingSamples(10'000, 2);
    capture.samples[0].quality = QualityFlag::Late | QualityFlag::Gap;
    capture.samples[1].breakBefore = true;
    makeCapture(path, capture);
    changeCapture(path, "INSERT INTO alarms VALUES(1, 's', 'c', 'alarm', 1, 2, 3, 4.5, 0, 1, 1);"
                        "INSERT INTO alarms VALUES(2, 't', 'c', 'alarm', 1, 2, 9, 4.5, 0, 1, 1)");
    auto database = Database::openToRead(path);
    ASSERT_TRUE(database);
    const QList<QByteArray> queries = queriesOfTheReadme();
    ASSERT_EQ(queries.size(), 3);
    QStringList firstCells;
    QList<int> rowCounts;
    for (const QByteArray& sql : queries) {
        auto query = database->prepare(sql.constData());
        ASSERT_TRUE(query) << qPrintable(query.error().message());
        int rows = 0;
        for (; *query->step(); ++rows) {
            if (rows == 0)
                firstCells.append(query->text(0));
        }
        rowCounts.append(rows);
    }
    // Two channels, 10,000 s: three hours of each; two marks of one sample and the break of another.
    EXPECT_EQ(rowCounts, (QList<int>{6, 3, 2}));
    EXPECT_EQ(firstCells.last(), QStringLiteral("t")) << "the longest alarm";
}

} // namespace
} // namespace rillscope::test
