// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/CsvTable.h"
#include "tests/app/ProgramRun.h"

#include <gtest/gtest.h>

#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSet>
#include <QSvgRenderer>
#include <QTemporaryDir>
#include <QXmlStreamReader>

#include <csignal>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace rillscope::test {
namespace {

const QString simulation = QStringLiteral("sim:normal?rate=200&seed=11");

qsizetype distinctColours(const QImage& image) {
    QSet<QRgb> colours;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colours.insert(image.pixel(x, y));
    }
    return colours.size();
}

/// The drawing commands of a PDF: its compressed streams, unpacked and joined.
QByteArray unpackedStreams(const QByteArray& pdf) {
    QByteArray all;
    for (qsizetype begin = pdf.indexOf("stream\n"); begin >= 0; begin = pdf.indexOf("stream\n", begin)) {
        begin += 7;
        const qsizetype end = pdf.indexOf("endstream", begin);
        if (end < 0)
            break;
        // qUncompress() wants the expected size first, and takes zero for "unknown".
        const QByteArray packed = QByteArray(4, '\0') + pdf.mid(begin, end - begin);
        if (packed.size() > 6 && packed.at(4) == 'x')
            all += qUncompress(packed);
        begin = end + 9;
    }
    return all;
}

class RenderTest : public testing::Test {
protected:
    QString path(const char* name) const { return m_folder.filePath(QLatin1String(name)); }

    ProgramResult render(const char* name, const QStringList& options = {}) const {
        const QStringList arguments{simulation, QStringLiteral("--duration"), QStringLiteral("1s"),
                                    QStringLiteral("--render"), path(name)};
        const ProgramResult result = ProgramRun::run(QStringLiteral(RILLSCOPE_PROGRAM), arguments + options);
        EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
        return result;
    }

private:
    QTemporaryDir m_folder;
};

TEST_F(RenderTest, DrawsAPictureWithoutAScreen) {
    render("chart.png", {QStringLiteral("--theme"), QStringLiteral("light")});
    const QImage light(path("chart.png"));
    ASSERT_FALSE(light.isNull());
    EXPECT_GE(light.width(), 640);
    EXPECT_GT(distinctColours(light), 20);
    render("dark.png", {QStringLiteral("--theme"), QStringLiteral("dark")});
    const QImage dark(path("dark.png"));
    ASSERT_FALSE(dark.isNull());
    EXPECT_LT(dark.pixelColor(1, 1).lightness(), light.pixelColor(1, 1).lightness());
}

TEST_F(RenderTest, DrawsAnSvgThatOthersCanRead) {
    render("chart.svg");
    const QByteArray text = readFile(path("chart.svg"));
    QXmlStreamReader xml(text);
    int shapes = 0;
    QString words;
    while (!xml.atEnd()) {
        xml.readNext();
        shapes += xml.isStartElement() &&
                  (xml.name() == QLatin1String("path") || xml.name() == QLatin1String("polyline"));
        if (xml.isCharacters())
            words += xml.text();
    }
    EXPECT_FALSE(xml.hasError()) << xml.errorString().toStdString();
    EXPECT_GT(shapes, 5);
    EXPECT_TRUE(words.contains(QStringLiteral("Temperature"))) << words.toStdString();
    QSvgRenderer renderer(text);
    ASSERT_TRUE(renderer.isValid());
    QImage image(800, 500, QImage::Format_ARGB32);
    image.fill(0);
    QPainter painter(&image);
    renderer.render(&painter);
    EXPECT_GT(distinctColours(image), 10);
}

TEST_F(RenderTest, DrawsAPdfOfOnePage) {
    render("chart.pdf");
    const QByteArray text = readFile(path("chart.pdf"));
    EXPECT_TRUE(text.startsWith("%PDF-"));
    EXPECT_TRUE(text.trimmed().endsWith("%%EOF"));
    EXPECT_EQ(text.count("/Type /Page\n"), 1) << "pages";
    EXPECT_GT(unpackedStreams(text).count(" l\n"), 50) << "lines drawn";
}

TEST_F(RenderTest, WritesSamplesAndAccountOfTheSameRun) {
    render("chart.png",
           {QStringLiteral("--csv"), path("samples.csv"), QStringLiteral("--summary"), path("account.json")});
    const QJsonObject account = parseSummary(readFile(path("account.json")));
    const QList<CsvRow> rows = readCsvTable(readFile(path("samples.csv")));
    EXPECT_GT(rows.size(), 10);
    EXPECT_EQ(account.value(QStringLiteral("recorded")).toInteger(-1), rows.size());
    EXPECT_EQ(account.value(QStringLiteral("dropped")).toInteger(-1), 0);
}

TEST_F(RenderTest, WritesAPictureOrAReportToStandardOutput) {
    const auto output = [](const QStringList& arguments) {
        const ProgramResult result =
            ProgramRun::run(QStringLiteral(RILLSCOPE_PROGRAM),
                            arguments + QStringList{QStringLiteral("--duration=1s"), simulation});
        EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
        return result.output;
    };
    const auto as = [&](const char* option, const char* target, const char* format) {
        return output(
            {QLatin1String(option), QLatin1String(target), QStringLiteral("--as"), QLatin1String(format)});
    };
    EXPECT_GT(distinctColours(QImage::fromData(as("--render", "-", "png"), "PNG")), 10);
    EXPECT_TRUE(as("--render", "/dev/stdout", "svg").startsWith("<?xml"));
    EXPECT_TRUE(as("--render", "-", "pdf").startsWith("%PDF-"));
    EXPECT_TRUE(as("--report", "-", "pdf").startsWith("%PDF-"));
    EXPECT_TRUE(as("--report", "-", "html").contains("<html"));
    EXPECT_TRUE(
        output({QStringLiteral("--render"), path("a.png"), QStringLiteral("--csv"), QStringLiteral("-")})
            .startsWith("timestamp,"));
    EXPECT_TRUE(QFileInfo(path("a.png")).isFile());
}

TEST_F(RenderTest, GivesStandardOutputToOneOfItsOutputsAndWantsItsFormat) {
    const QString dash = QStringLiteral("-");
    const QString as = QStringLiteral("--as");
    const QString png = QStringLiteral("png");
    const QString render = QStringLiteral("--render");
    const QString report = QStringLiteral("--report");
    for (const QStringList& arguments :
         {QStringList{render, dash}, QStringList{report, dash},
          QStringList{render, dash, as, QStringLiteral("bmp")}, QStringList{report, dash, as, png},
          QStringList{render, dash, as, png, QStringLiteral("--csv"), dash},
          QStringList{render, dash, as, png, QStringLiteral("--summary"), QStringLiteral("/dev/stdout")},
          QStringList{render, path("a.pdf"), report, path("a.pdf")},
          QStringList{render, path("a.png"), as, QStringLiteral("svg")}, QStringList{as, png},
          QStringList{render, path("a.png"), QStringLiteral("--capture"), dash}}) {
        const ProgramResult result = ProgramRun::run(QStringLiteral(RILLSCOPE_PROGRAM), arguments);
        EXPECT_EQ(result.exitCode, 1) << arguments.join(u' ').toStdString();
        EXPECT_TRUE(result.output.isEmpty()) << arguments.join(u' ').toStdString();
    }
}

TEST_F(RenderTest, LeavesADeviceADevice) {
    constexpr unsigned memory = 1;
    constexpr unsigned null = 3;
    const QString target = path("null");
    if (geteuid() != 0 || mknod(qUtf8Printable(target), S_IFCHR | 0666, makedev(memory, null)) != 0)
        GTEST_SKIP() << "only root makes devices";
    for (const char* option : {"--render", "--report"}) {
        const ProgramResult result = ProgramRun::run(
            QStringLiteral(RILLSCOPE_PROGRAM),
            {QLatin1String(option), target, QStringLiteral("--as=pdf"), QStringLiteral("--duration=200ms"),
             QStringLiteral("--csv"), target, QStringLiteral("--summary"), target, simulation});
        EXPECT_EQ(result.exitCode, 0) << result.errors.toStdString();
        struct stat status {};
        ASSERT_EQ(lstat(qUtf8Printable(target), &status), 0);
        EXPECT_TRUE(S_ISCHR(status.st_mode)) << option;
    }
}

TEST_F(RenderTest, WritesWhatItHasWhenItIsTold) {
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        ProgramRun run(QStringLiteral(RILLSCOPE_PROGRAM),
                       {QStringLiteral("--render"), path("told.png"), QStringLiteral("--csv"),
                        path("told.csv"), QStringLiteral("--duration=1h"), simulation});
        ASSERT_TRUE(run.startAndWaitForSignalHandler());
        ASSERT_TRUE(run.interruptAndWait(signal));
        EXPECT_EQ(run.waitForEnd().exitCode, 0) << signal;
        EXPECT_TRUE(QFile::remove(path("told.png"))) << signal;
        EXPECT_TRUE(QFile::remove(path("told.csv"))) << signal;
    }
}

TEST_F(RenderTest, TellsWhatKeptItFromDrawing) {
    const auto exitCodeOf = [](const QStringList& arguments) {
        return ProgramRun::run(QStringLiteral(RILLSCOPE_PROGRAM), arguments).exitCode;
    };
    const QString render = QStringLiteral("--render");
    const QString duration = QStringLiteral("--duration=200ms");
    EXPECT_EQ(exitCodeOf({render, path("chart.bmp"), duration, simulation}), 1)
        << "an unknown kind of picture";
    EXPECT_EQ(exitCodeOf({render, path("chart.png"), duration, QStringLiteral("sim:nothing")}), 1);
    EXPECT_EQ(exitCodeOf({render, path("chart.png"), QStringLiteral("--duration=soon"), simulation}), 1);
    EXPECT_EQ(
        exitCodeOf({render, path("chart.png"), duration, QStringLiteral("replay:") + path("missing.csv")}),
        2);
    EXPECT_EQ(exitCodeOf({render, path("no/such/folder/chart.png"), duration, simulation}), 3);
}

TEST_F(RenderTest, DrawsWhatThePipelineDerives) {
    QFile file(path("pipeline.toml"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("format = 1\n[[step]]\nkind = 'moving_average'\nname = 'calm'\nover = '1s'\n");
    file.close();
    render("chart.svg", {QStringLiteral("--pipeline"), path("pipeline.toml")});
    EXPECT_TRUE(readFile(path("chart.svg")).contains("sensor-1/calm"));
}

TEST_F(RenderTest, TellsEveryMistakeInThePipelineAndDoesNothing) {
    QFile file(path("wrong.toml"));
    ASSERT_TRUE(file.open(QIODevice::WriteOnly));
    file.write("format = 1\n[[step]]\nkind = 'range'\nname = 'r'\nmaximun = 3\n");
    file.close();
    for (const QStringList& target :
         {QStringList(), QStringList{QStringLiteral("--render"), path("c.png")}}) {
        const QStringList pipeline{QStringLiteral("--pipeline"), path("wrong.toml")};
        const ProgramResult result = ProgramRun::run(QStringLiteral(RILLSCOPE_PROGRAM), pipeline + target);
        EXPECT_EQ(result.exitCode, 1);
        EXPECT_TRUE(result.errors.contains(path("wrong.toml:5: maximun: ").toUtf8()))
            << result.errors.toStdString();
        EXPECT_TRUE(result.errors.contains(path("wrong.toml:2: minimum: ").toUtf8()))
            << result.errors.toStdString();
        EXPECT_FALSE(QFileInfo::exists(path("c.png")));
    }
}

} // namespace
} // namespace rillscope::test
