// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"

#include <QFile>

namespace rillscope::test {

QString RecordFixture::writeFile(const char* name, const QByteArray& text) const {
    QFile file(path(name));
    EXPECT_TRUE(file.open(QIODevice::WriteOnly));
    EXPECT_EQ(file.write(text), text.size());
    return file.fileName();
}

ProgramResult RecordFixture::runCli(const QStringList& arguments, const QByteArray& input) {
    return ProgramRun::run(QStringLiteral(RILLSCOPE_CLI_PROGRAM), arguments, input);
}

Recording RecordFixture::record(const QString& uri, const QStringList& options,
                                const QByteArray& input) const {
    const QString csv = path("record.csv");
    const QStringList arguments{QStringLiteral("record"),    uri,
                                QStringLiteral("--csv"),     csv,
                                QStringLiteral("--summary"), QStringLiteral("-")};
    Recording recording;
    recording.result = runCli(arguments + options, input);
    EXPECT_EQ(recording.result.exitCode, 0) << recording.result.errors.toStdString();
    recording.summary = parseSummary(recording.result.output);
    recording.rows = readCsvTable(readFile(csv));
    expectBalance(recording.summary, recording.rows.size());
    return recording;
}

void RecordFixture::expectBalance(const QJsonObject& summary, qint64 rows) {
    const auto count = [&summary](const char* name) {
        const QJsonValue value = summary.value(QLatin1String(name));
        EXPECT_TRUE(value.isDouble()) << "the summary has no number " << name;
        return value.toInteger(-1);
    };
    EXPECT_EQ(count("received"), count("accepted") + count("malformed"));
    EXPECT_EQ(count("accepted"), count("recorded") + count("dropped"));
    EXPECT_EQ(count("recorded") + count("derived"), rows);
    EXPECT_GE(summary.value(QLatin1String("elapsedSeconds")).toDouble(-1.0), 0.0);
    EXPECT_GE(summary.value(QLatin1String("samplesPerSecond")).toDouble(-1.0), 0.0);
}

} // namespace rillscope::test
