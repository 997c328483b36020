// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/report/ReportDocument.h"

#include "tests/ui/report/ReportFixture.h"
#include "ui/report/ColumnPlan.h"
#include "ui/report/ReportPage.h"

#include <gtest/gtest.h>

#include <QFontMetricsF>

#include <numeric>

namespace rillscope::test {
namespace {

QString plainName(int number) {
    return QStringLiteral("sensor %1").arg(number);
}

Timestamp at(double seconds) {
    return Timestamp{std::chrono::milliseconds(1'700'000'000'000 + static_cast<qint64>(seconds * 1e3))};
}

ReportForm inUtc() {
    ReportForm form;
    form.zone = QTimeZone::utc();
    return form;
}

const ReportTable* const* tablesOf(const ReportDocument& document) {
    static const ReportTable* tables[5];
    tables[0] = &document.channels;
    tables[1] = &document.alarms;
    tables[2] = &document.gaps;
    tables[3] = &document.marks;
    tables[4] = &document.pipeline;
    return tables;
}

TEST(ReportDocumentTest, NamesTheTimeOnce) {
    ReportContents contents;
    EXPECT_EQ(makeReportDocument(contents, inUtc()).period, QStringLiteral("No sample yet"));
    contents.range = {at(0), at(60)};
    EXPECT_EQ(makeReportDocument(contents, inUtc()).period,
              QStringLiteral("2023-11-14 22:13:20 – 22:14:20 UTC · 1 min"));
    contents.range = {at(0), at(7'200.25)};
    EXPECT_EQ(makeReportDocument(contents, inUtc()).period,
              QStringLiteral("2023-11-14 22:13:20.000 – 2023-11-15 00:13:20.250 UTC · 2 h"));
    ReportForm berlin = inUtc();
    berlin.zone = QTimeZone("Europe/Berlin");
    // Summer time ends in between.
    contents.range = {Timestamp{std::chrono::seconds(1'698'530'400)},
                      Timestamp{std::chrono::seconds(1'698'566'400)}};
    EXPECT_EQ(makeReportDocument(contents, berlin).period,
              QStringLiteral("2023-10-29 00:00:00 CEST – 09:00:00 CET · 10 h"));
}

TEST(ReportDocumentTest, StandsTheEndsOfTime) {
    ReportContents contents;
    contents.range = {Timestamp::min(), Timestamp::max() - Duration{1}};
    contents.gaps.append({QStringLiteral("a"), Timestamp::min(), Timestamp::max()});
    contents.gapCount = 1;
    contents.session.madeAt = Timestamp::min();
    const ReportDocument document = makeReportDocument(contents, inUtc());
    EXPECT_TRUE(document.period.startsWith(QStringLiteral("1677-")));
    EXPECT_EQ(document.gaps.rows.size(), 1);
}

TEST(ReportDocumentTest, ShowsValuesInTheUnitAskedFor) {
    SampleHistory history;
    history.addChannel({QStringLiteral("oven"), Unit::Celsius});
    history.addChannel({QStringLiteral("volume"), Unit::None});
    for (int i = 0; i <= 10; ++i) {
        history.append({0, at(i), 10.0 * i, {}});
        history.append({1, at(i), 10.0 * i, {}});
    }
    const ReportContents contents = *gatherReport(history, {}, {});
    const auto cells = [&contents](Unit unit, int channel) {
        ReportForm form = inUtc();
        form.unit = unit;
        return makeReportDocument(contents, form).channels.rows.at(channel).cells.join(u'|');
    };
    EXPECT_EQ(cells(Unit::Celsius, 0).toStdString(),
              "oven|°C|11|0.00|50.00|100.00|33.17|50.00|90.00|99.00|0.00|100.00");
    EXPECT_EQ(cells(Unit::Fahrenheit, 0).toStdString(),
              "oven|°F|11|32.00|122.00|212.00|59.70|122.00|194.00|210.20|32.00|212.00");
    EXPECT_EQ(cells(Unit::Fahrenheit, 1).toStdString(),
              "volume||11|0.00|50.00|100.00|33.17|50.00|90.00|99.00|0.00|100.00");
}

TEST(ReportDocumentTest, SaysWhenTheAccountDoesNotBalance) {
    ReportContents contents;
    contents.session.account.received = 10;
    contents.session.account.accepted = 8;
    contents.session.account.malformed = 2;
    contents.session.account.recorded = 7;
    EXPECT_TRUE(makeReportDocument(contents, inUtc()).accountTitle.contains(QStringLiteral("do not match")));
    contents.session.account.dropped = 1;
    const ReportDocument document = makeReportDocument(contents, inUtc());
    EXPECT_TRUE(document.accountTitle.contains(QStringLiteral("they match")));
    QStringList account;
    for (const ReportFigure& figure : document.account)
        account.append(figure.sign + figure.figure);
    EXPECT_EQ(account.join(u' ').toStdString(), "10 =8 +2 8 =7 +1 0");
    EXPECT_EQ(document.account.at(5).severity, Severity::Warning) << "a drop is to be seen";
    contents.session.account.lost = 4;
    const ReportFigure lost = makeReportDocument(contents, inUtc()).account.constLast();
    EXPECT_EQ(lost.figure, QStringLiteral("4"));
    EXPECT_EQ(lost.severity, Severity::Warning);
    contents.session.account.unknownLosses = 5;
    const ReportFigure unknown = makeReportDocument(contents, inUtc()).account.constLast();
    EXPECT_EQ(unknown.figure, QStringLiteral("5"));
    EXPECT_EQ(unknown.severity, Severity::Warning);
    contents.session.account.rowsLeftOut = 3;
    const ReportFigure leftOut = makeReportDocument(contents, inUtc()).account.constLast();
    EXPECT_EQ(leftOut.figure, QStringLiteral("3"));
    EXPECT_EQ(leftOut.severity, Severity::Warning);
}

TEST(ReportDocumentTest, FitsThePageWhateverIsInIt) {
    const auto seed = std::random_device()();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    const auto drawn = [&random](int most) {
        const int size = static_cast<int>(random() % 3);
        return size == 0 ? 0 : static_cast<int>(random() % static_cast<unsigned>(size == 1 ? 6 : most));
    };
    for (int round = 0; round < 60; ++round) {
        const LargeSession session =
            makeLargeSession(drawn(40), drawn(300), drawn(1'000), plainName, drawn(40));
        ReportContents contents = contentsOf(session);
        contents.forgottenAlarms = drawn(3);
        if (round % 2 == 0)
            contents.session.capture.path.clear();
        for (const QPageSize::PageSizeId paper : {QPageSize::A4, QPageSize::Letter}) {
            ReportDocument document = makeReportDocument(contents, inUtc());
            const ReportPage page = ReportPage::of(paper);
            fitToPage(document, page);
            ASSERT_LE(neededHeight(document), page.contentHeight() + 1e-9);
            ASSERT_GE(document.chartHeight, ReportPage::lowestChart);
            for (int i = 0; i < 5; ++i) {
                const ReportTable& table = *tablesOf(document)[i];
                const qint64 left = table.total - table.rows.size();
                EXPECT_EQ(table.moreText.isEmpty(), left == 0) << table.title.toStdString();
                EXPECT_TRUE(left == 0 || table.moreText.contains(NumberFormat().count(left)));
            }
        }
    }
}

TEST(ReportDocumentTest, CutsNoFigure) {
    for (const auto& name : {plainName, +[](int) { return QString(60, u'W'); }}) {
        const LargeSession session = makeLargeSession(20, 500, 50, name, 5);
        const ReportDocument document = makeReportDocument(contentsOf(session), inUtc());
        for (int t = 0; t < 5; ++t) {
            const ReportTable& table = *tablesOf(document)[t];
            for (const double width : {88.0, 182.0}) {
                const ColumnPlan plan = planColumns(table, width, reportFont(1.0));
                const double all = std::accumulate(plan.widths.begin(), plan.widths.end(), 0.0) +
                                   static_cast<double>(plan.widths.size() - 1) * ReportPage::columnGap;
                EXPECT_NEAR(all, width, 1e-6);
                QFont font = reportFont(1.0);
                font.setPixelSize(100);
                const QFontMetricsF metrics(font);
                for (const ReportRow& row : table.rows) {
                    for (qsizetype i = 0; i < row.cells.size(); ++i) {
                        const double needed = metrics.horizontalAdvance(row.cells.at(i)) / 100.0 * 25.4 /
                                              72.0 * ReportPage::textSize * plan.scale;
                        const bool isText = table.columns.at(i).kind == ReportColumn::Kind::Text;
                        ASSERT_TRUE(isText ? plan.widths.at(i) > 4.0 : needed <= plan.widths.at(i) + 1e-6)
                            << row.cells.at(i).toStdString();
                    }
                }
            }
        }
    }
}

} // namespace
} // namespace rillscope::test
