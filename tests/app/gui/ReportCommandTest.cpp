// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ExitCode.h"
#include "tests/app/ProgramRun.h"
#include "tests/support/CaptureMaker.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

/// `rillscope --report`, as a program of its own and without a screen.
class ReportCommandTest : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    QString recording() const {
        QFile file(path("recording.csv"));
        if (file.open(QIODevice::WriteOnly)) {
            file.write("timestamp,temperature\n");
            for (int minute = 0; minute < 60; ++minute) {
                const int shown = minute < 40 ? minute : minute + 60; // an hour is missing
                file.write(QStringLiteral("2026-01-31T%1:%2:00Z,%3\n")
                               .arg(10 + shown / 60, 2, 10, QLatin1Char('0'))
                               .arg(shown % 60, 2, 10, QLatin1Char('0'))
                               .arg(20 + minute)
                               .toUtf8());
            }
        }
        return QStringLiteral("replay:%1?speed=max").arg(path("recording.csv"));
    }

    static ProgramResult run(const QStringList& arguments) {
        return ProgramRun::run(QStringLiteral(RILLSCOPE_PROGRAM), arguments);
    }

    ProgramResult report(const char* name, const QStringList& options = {}) const {
        return run(QStringList{recording(), QStringLiteral("--report"), path(name)} + options);
    }

    QTemporaryDir m_folder;
};

TEST_F(ReportCommandTest, WritesAPageInEachFormat) {
    for (const char* name : {"page.pdf", "page.html"}) {
        const ProgramResult result = report(name);
        EXPECT_EQ(result.exitCode, ExitDone) << result.errors.toStdString();
        EXPECT_FALSE(result.errors.contains("plugin"))
            << "of a window that is not shown: " << result.errors.toStdString();
    }
    EXPECT_TRUE(readFile(path("page.pdf")).startsWith("%PDF-"));
    const QByteArray html = readFile(path("page.html"));
    EXPECT_TRUE(html.contains("<b>60</b><span>samples in this time"));
    EXPECT_TRUE(html.contains("<b>1</b><span>gap</span>"));
    EXPECT_TRUE(html.contains("recording.csv"));
    EXPECT_TRUE(html.contains("they match"));
}

TEST_F(ReportCommandTest, TellsOfTheRangeAskedFor) {
    EXPECT_EQ(report("page.html", {QStringLiteral("--from"), QStringLiteral("2026-01-31T10:05:00Z"),
                                   QStringLiteral("--to"), QStringLiteral("2026-01-31T11:14:00+01:00")})
                  .exitCode,
              ExitDone);
    const QByteArray html = readFile(path("page.html"));
    EXPECT_TRUE(html.contains("<b>10</b><span>samples in this time")) << "both ends belong to it";
    EXPECT_TRUE(html.contains("<b>0</b><span>gaps"));
}

TEST_F(ReportCommandTest, GoesWithAChartAndSamplesOfTheSameRun) {
    EXPECT_EQ(report("page.pdf", {QStringLiteral("--render"), path("chart.png"), QStringLiteral("--csv"),
                                  path("samples.csv"), QStringLiteral("--summary"), path("account.json")})
                  .exitCode,
              ExitDone);
    for (const char* name : {"page.pdf", "chart.png", "samples.csv", "account.json"})
        EXPECT_GT(readFile(path(name)).size(), 100) << name;
}

TEST_F(ReportCommandTest, ReportsACaptureWithoutRunningIt) {
    CaptureToMake capture;
    capture.channels = {{QStringLiteral("oven")}, {QStringLiteral("bath")}};
    capture.samples = countingSamples(20'000, 2);
    capture.samples[100].quality = QualityFlag::Late;
    capture.account = QStringLiteral(R"({"received":20003,"accepted":20000,"malformed":3,"recorded":20000})");
    const QString file = path("session.rill");
    makeCapture(file, capture);
    const QByteArray before = readFile(file);
    const ProgramResult result = run({file, QStringLiteral("--report"), path("page.html")});
    EXPECT_EQ(result.exitCode, ExitDone) << result.errors.toStdString();
    const QByteArray html = readFile(path("page.html"));
    EXPECT_TRUE(html.contains("<h1 class=\"line\"><bdi>session.rill</bdi></h1>"));
    EXPECT_TRUE(html.contains("sim:normal")) << "what it was made from";
    EXPECT_TRUE(html.contains("<bdi>oven</bdi>"));
    EXPECT_TRUE(html.contains("<b>1</b><span>marked sample</span>"));
    EXPECT_TRUE(html.contains("they match"));
    EXPECT_TRUE(readFile(file) == before) << "a report changes nothing";

    const ProgramResult both =
        run({file, QStringLiteral("--report"), path("b.pdf"), QStringLiteral("--render"), path("b.png")});
    EXPECT_EQ(both.exitCode, ExitUsage) << "a chart is made of a run";
    QFile::resize(file, QFileInfo(file).size() / 2);
    const ProgramResult damaged = run({file, QStringLiteral("--report"), path("damaged.pdf")});
    EXPECT_EQ(damaged.exitCode, ExitSourceFailed);
    EXPECT_FALSE(QFile::exists(path("damaged.pdf")));
}

TEST_F(ReportCommandTest, RefusesWhatItCannotMeanBeforeItStarts) {
    const QList<QStringList> wrong{
        {QStringLiteral("--report"), path("page.docx")},
        {QStringLiteral("--report"), path("page")},
        {QStringLiteral("--from"), QStringLiteral("2026-01-31T10:00:00Z")},
        {QStringLiteral("--report"), path("a.pdf"), QStringLiteral("--from"), QStringLiteral("yesterday")},
        {QStringLiteral("--report"), path("a.pdf"), QStringLiteral("--from"),
         QStringLiteral("2026-01-31T10:00:00Z"), QStringLiteral("--to"),
         QStringLiteral("2026-01-31T10:00:00Z")},
        {QStringLiteral("--report"), path("a.pdf"), QStringLiteral("--on-alarm"), QStringLiteral("true")},
    };
    for (const QStringList& arguments : wrong) {
        const ProgramResult result = run(arguments);
        EXPECT_EQ(result.exitCode, ExitUsage) << arguments.join(u' ').toStdString();
        EXPECT_FALSE(result.errors.isEmpty());
    }
    EXPECT_TRUE(QDir(path("")).entryList(QDir::Files).isEmpty());
}

TEST_F(ReportCommandTest, SaysWhichStageFailed) {
    EXPECT_EQ(report("no/such/folder/page.pdf").exitCode, ExitStorageFailed);
    const ProgramResult missing =
        run({QStringLiteral("replay:") + path("nothing.csv"), QStringLiteral("--report"), path("page.html")});
    EXPECT_EQ(missing.exitCode, ExitSourceFailed);
    EXPECT_TRUE(readFile(path("page.html")).contains("No sample yet")) << "what there was is reported";
}

} // namespace
} // namespace rillscope::test
