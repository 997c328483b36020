// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/FileActions.h"
#include "tests/support/Sources.h"
#include "tests/support/WaitFor.h"
#include "ui/chart/LiveChartView.h"
#include "ui/panels/Banner.h"

#include <gtest/gtest.h>

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMimeData>
#include <QTemporaryDir>

#include <limits>

namespace rillscope::test {
namespace {

using namespace std::chrono_literals;

constexpr Timestamp start = fromNanoseconds(1'700'000'000'000'000'000);

/// A simulation as fast as it goes, one sample a second from `start` on, in a window.
class CsvCopyTest : public testing::Test {
protected:
    CsvCopyTest() { QGuiApplication::clipboard()->clear(); }

    void stream(std::int64_t samples) {
        const auto uri = SourceUri::parse(
            QStringLiteral("sim:normal?interval=1s&seed=1&start=2023-11-14T22:13:20Z&speed=max"));
        ASSERT_TRUE(uri);
        ASSERT_TRUE(session.begin(*uri));
        ASSERT_TRUE(waitFor([&] { return session.history()->size() >= samples; }));
        session.stop();
        ASSERT_TRUE(waitFor([&] { return !session.isActive(); }));
        window.chart().setHistory(session.history());
        window.chart().refresh();
    }

    QString clipboardText() { return QGuiApplication::clipboard()->text(); }

    QStringList bannerTexts() {
        QStringList texts;
        for (const QLabel* label : window.banner().findChildren<QLabel*>())
            texts.append(label->text());
        return texts;
    }

    bool bannerSays(const char* text) { return bannerTexts().join(u'\n').contains(QString::fromUtf8(text)); }

    SystemClock clock;
    MainWindow window{test::sources()};
    Session session{test::sources(), clock};
    FileSaving saving{window};
    FileActions files{session, window, saving};
};

TEST_F(CsvCopyTest, CopiesExactlyWhatTheChartShows) {
    stream(1'000);
    const Timestamp first = session.history()->timeRange()->first;
    window.chart().explore(first + 100s, first + 109s);
    files.copyVisibleCsv();
    EXPECT_FALSE(window.actions().saveCsv->isEnabled()) << "one job at a time";
    ASSERT_TRUE(waitFor([&] { return !clipboardText().isEmpty(); }));
    const QStringList lines = clipboardText().split(u'\n', Qt::SkipEmptyParts);
    ASSERT_EQ(lines.size(), 11);
    EXPECT_EQ(lines.constFirst(),
              QStringLiteral("timestamp,temperature,temperature_f,channel,quality,value,unit"));
    EXPECT_TRUE(lines.at(1).contains(QStringLiteral("sensor-1,good"))) << lines.at(1).toStdString();
    EXPECT_EQ(QGuiApplication::clipboard()->mimeData()->data(QStringLiteral("text/csv")),
              clipboardText().toUtf8());
    EXPECT_TRUE(bannerSays("10 samples were copied"));
    EXPECT_TRUE(window.actions().copyVisibleCsv->isEnabled());
}

TEST_F(CsvCopyTest, SavesTheSameRangeIntoAFile) {
    stream(1'000);
    const Timestamp first = session.history()->timeRange()->first;
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("range.csv"));
    files.saveCsvTo(path, CsvSource(session.history(), {first + 100s, first + 109s}));
    ASSERT_TRUE(waitFor([&] { return bannerSays("10 samples were saved"); }));
    QFile file(path);
    ASSERT_TRUE(file.open(QIODevice::ReadOnly));
    EXPECT_EQ(file.readAll().count('\n'), 11);
}

TEST_F(CsvCopyTest, OffersAFileForMoreThanTheClipboardTakes) {
    stream(mostCopiedRows + 1);
    window.chart().followAll();
    window.chart().refresh();
    files.copyVisibleCsv();
    EXPECT_TRUE(bannerSays("the clipboard takes 1,000,000"));
    EXPECT_TRUE(clipboardText().isEmpty());
    EXPECT_TRUE(window.actions().copyVisibleCsv->isEnabled());
}

TEST_F(CsvCopyTest, CountsTheSamplesOfAllChannelsInARange) {
    SampleHistory history;
    history.addChannel({QStringLiteral("a"), Unit::Celsius});
    history.addChannel({QStringLiteral("b"), Unit::None});
    for (int i = 0; i < 100; ++i) {
        history.append({0, start + i * 1s, 1.0, {}});
        history.append({1, start + i * 2s, 2.0, {}});
    }
    EXPECT_EQ(countSamples(history, {}), 200);
    EXPECT_EQ(countSamples(history, {start, start + 9s}), 15) << "both ends belong to it";
    EXPECT_EQ(countSamples(history, {start - 9s, start - 1s}), 0);
}

} // namespace
} // namespace rillscope::test
