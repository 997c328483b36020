// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportFile.h"

#include "tests/ui/report/ReportFixture.h"

#include <gtest/gtest.h>

#include <QFile>
#include <QImage>
#include <QPainter>
#include <QRegularExpression>
#include <QSvgRenderer>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

QString plainName(int number) {
    return QStringLiteral("sensor %1").arg(number);
}

/// Each tries to be something else than text, in another way.
QString hostileName(int number) {
    static const QStringList names{
        QStringLiteral("<script>alert(1)</script>"),
        QStringLiteral("\"><img src=x onerror=alert(2)>"),
        QStringLiteral("' onmouseover='alert(3)"),
        QStringLiteral("</svg></style></title><script>alert(4)</script><!--"),
        QString(10'000, u'x'),
        QStringLiteral("\u202Ecod.exe \u2066 \u200F <b>"),
        QStringLiteral("a\nb\tc\x01\x07\x1b[31m\x7f") + QChar(0) + QStringLiteral("end"),
        QStringLiteral("%1 %2 %99 &lt; &#60;script> &amp;"),
        QStringLiteral("url(http://example.org/x) @import ]]>"),
        QString(QChar(0xD800)) + QStringLiteral(" unpaired"),
        QStringLiteral("温度 🌡 درجة"),
        QString(),
    };
    return names.at(number % names.size());
}

ReportForm formOf(QPageSize::PageSizeId paper) {
    ReportForm form;
    form.zone = QTimeZone::utc();
    form.paper = paper;
    return form;
}

QByteArray render(const LargeSession& session, ReportFormat format,
                  QPageSize::PageSizeId paper = QPageSize::A4) {
    return renderReport(contentsOf(session), session.history, session.results, formOf(paper), format);
}

/// What a browser would take for elements, without their attributes' values.
QStringList elementsOf(const QString& html) {
    static const QRegularExpression element(QStringLiteral("<(/?[a-zA-Z][a-zA-Z0-9]*)"));
    QSet<QString> names;
    for (auto matches = element.globalMatch(html); matches.hasNext();)
        names.insert(matches.next().captured(1).remove(u'/'));
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

TEST(ReportFileTest, KnowsItsFormatsByTheEnding) {
    EXPECT_EQ(reportFormatOf(QStringLiteral("/a/b.PDF")), ReportFormat::Pdf);
    EXPECT_EQ(reportFormatOf(QStringLiteral("b.html")), ReportFormat::Html);
    EXPECT_EQ(reportFormatOf(QStringLiteral("b.htm")), ReportFormat::Html);
    EXPECT_EQ(reportFormatOf(QStringLiteral("b.png")), std::nullopt);
    EXPECT_EQ(reportFormatOf(QStringLiteral("pdf")), std::nullopt);
    EXPECT_EQ(reportFormatOf(QString()), std::nullopt);
}

TEST(ReportFileTest, IsOnePageHoweverMuchThereIs) {
    const LargeSession nothing = makeLargeSession(0, 0, 0, plainName, 0);
    const LargeSession usual = makeLargeSession(3, 1'000, 5, plainName, 4);
    const LargeSession large = makeLargeSession(maxChannels, 1'200, 100'000, plainName, 30);
    const LargeSession hostile = makeLargeSession(12, 300, 60, hostileName, 12);
    for (const LargeSession* session : {&nothing, &usual, &large, &hostile}) {
        for (const QPageSize::PageSizeId paper : {QPageSize::A4, QPageSize::Letter}) {
            const QByteArray pdf = render(*session, ReportFormat::Pdf, paper);
            EXPECT_TRUE(pdf.startsWith("%PDF-") && pdf.trimmed().endsWith("%%EOF"));
            EXPECT_EQ(pageCount(pdf), 1);
            EXPECT_TRUE(pdf.contains("/FontFile2")) << "the fonts are in it";
        }
    }
}

TEST(ReportFileTest, LetsNoNameOutOfItsPlace) {
    const LargeSession session = makeLargeSession(12, 300, 60, hostileName, 12);
    const LargeSession plain = makeLargeSession(12, 300, 60, plainName, 12);
    const QString html = QString::fromUtf8(render(session, ReportFormat::Html));
    EXPECT_EQ(elementsOf(html), elementsOf(QString::fromUtf8(render(plain, ReportFormat::Html))))
        << "names are text, and nothing else";
    static const QRegularExpression scripted(QStringLiteral("<[^>]*\\son[a-z]+\\s*=|javascript:|<script"),
                                             QRegularExpression::CaseInsensitiveOption);
    EXPECT_FALSE(html.contains(scripted));
    EXPECT_TRUE(html.contains(QStringLiteral("&lt;script&gt;alert(1)&lt;/script&gt;")));
    EXPECT_TRUE(html.contains(QStringLiteral("%1 %2 %99 &amp;lt;"))) << "shown as they came";
    EXPECT_FALSE(html.contains(QString(200, u'x'))) << "bounded";
    for (const QChar letter : html) {
        const bool isControl = letter.category() == QChar::Other_Control && letter != u'\n';
        ASSERT_FALSE(isControl || letter.category() == QChar::Other_Format)
            << "U+" << QString::number(letter.unicode(), 16).toStdString();
    }
}

TEST(ReportFileTest, NeedsNothingFromElsewhere) {
    const QString html =
        QString::fromUtf8(render(makeLargeSession(3, 500, 5, plainName, 4), ReportFormat::Html));
    EXPECT_TRUE(html.startsWith(QStringLiteral("<!DOCTYPE html>")));
    EXPECT_TRUE(html.contains(QStringLiteral("default-src 'none'")));
    static const QRegularExpression loading(
        QStringLiteral("\\ssrc\\s*=|<link|@import|url\\(\\s*['\"]?(?!#)|<iframe|<object"));
    EXPECT_FALSE(html.contains(loading));
    // The chart is in it, as a drawing that others can read.
    const qsizetype begin = html.indexOf(QStringLiteral("<svg"));
    const QString chart = html.mid(begin, html.indexOf(QStringLiteral("</svg>")) + 6 - begin);
    QSvgRenderer renderer(chart.toUtf8());
    ASSERT_TRUE(renderer.isValid());
    EXPECT_TRUE(chart.contains(QStringLiteral("Temperature (°F)")));
    EXPECT_TRUE(chart.contains(QStringLiteral("sensor 2")));
    QImage image(900, 400, QImage::Format_RGB32);
    image.fill(0);
    QPainter painter(&image);
    renderer.render(&painter);
    EXPECT_EQ(image.pixelColor(2, 2).lightness(), 255) << "paper is light";
}

TEST(ReportFileTest, DrawsTheRangeOfTheReport) {
    const LargeSession session = makeLargeSession(1, 1'000, 0, plainName, 0);
    const auto all = *session.history->timeRange();
    const ReportRange part{all.first + std::chrono::seconds(90), all.first + std::chrono::seconds(120)};
    const auto chartOf = [&session](const ReportRange& range) {
        return QString::fromUtf8(renderReport(contentsOf(session, range), session.history, session.results,
                                              formOf(QPageSize::A4), ReportFormat::Html));
    };
    EXPECT_TRUE(chartOf(part).contains(QStringLiteral(">22:14:55<"))) << "a tick of the half minute";
    EXPECT_FALSE(chartOf({}).contains(QStringLiteral(">22:14:55<")));
}

TEST(ReportFileTest, LeavesTheOldFileWhenItCannotWrite) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a.pdf"));
    ASSERT_TRUE(saveReport(path, "new"));
    const auto refused = saveReport(path + QStringLiteral("/b.pdf"), "other");
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::WriteFailed);
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll(), "new");
}

} // namespace
} // namespace rillscope::test
