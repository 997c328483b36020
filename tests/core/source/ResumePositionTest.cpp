// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ResumePosition.h"

#include "core/capture/CaptureSchema.h"
#include "tests/support/CaptureMaker.h"

#include <gtest/gtest.h>

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

namespace rillscope::test {
namespace {

SourceUri uri(const char* text) {
    return *SourceUri::parse(QString::fromUtf8(text));
}

class ResumePositionTest : public testing::Test {
protected:
    /// A capture with the position of a source whose newest samples came at `seconds`.
    void makeCaptureWith(const QString& path, const char* source, int seconds, const char* position) {
        makeCapture(path, {.samples = countingSamples(3)});
        changeCapture(path, positionsTable());
        changeCapture(
            path,
            qPrintable(
                QStringLiteral("INSERT INTO positions VALUES('%1', %2 * 1000000000, CAST('%3' AS BLOB))")
                    .arg(QLatin1String(source), QString::number(seconds), QLatin1String(position))));
    }
    QString folder(const char* name) const {
        const QString path = m_folder.filePath(QLatin1String(name));
        QDir().mkpath(path);
        return path;
    }

    QTemporaryDir m_folder;
};

TEST_F(ResumePositionTest, IsAskedForByTheUri) {
    EXPECT_TRUE(asksToResume(uri("tail:/a.csv?from=resume")));
    EXPECT_FALSE(asksToResume(uri("tail:/a.csv?from=end")));
    EXPECT_FALSE(asksToResume(uri("tail:/a.csv")));
}

TEST_F(ResumePositionTest, TakesAUriForTheSameStreamHoweverItIsRead) {
    const SourceUri first = uri("tail:/a.csv?from=end&unit=kelvin&channel=a&rate=1");
    EXPECT_TRUE(isSameStream(first, uri("tail:/a.csv?rate=1&from=resume&wait=yes&channel=a")));
    EXPECT_FALSE(isSameStream(first, uri("tail:/a.csv?rate=2&channel=a")));
    EXPECT_FALSE(isSameStream(first, uri("tail:/a.csv")));
    EXPECT_FALSE(isSameStream(uri("tail:/a.csv"), uri("tail:/b.csv")));
    EXPECT_FALSE(isSameStream(uri("tail:/a.csv"), uri("replay:/a.csv")));
}

TEST_F(ResumePositionTest, FindsTheNewestOfTheSourceInAllFolders) {
    const QString one = folder("one");
    const QString two = folder("two");
    makeCaptureWith(one + QStringLiteral("/a.rill"), "tail:/a.csv", 10, "old");
    makeCaptureWith(one + QStringLiteral("/b.rill"), "tail:/b.csv", 30, "of another");
    makeCaptureWith(two + QStringLiteral("/c.rill"), "tail:/a.csv?from=resume", 20, "new");
    makeCapture(two + QStringLiteral("/d.rill"), {.samples = countingSamples(3)});
    QFile broken(two + QStringLiteral("/e.rill"));
    ASSERT_TRUE(broken.open(QIODevice::WriteOnly));
    broken.write("this is no capture");
    broken.close();
    const SourceUri wanted = uri("tail:/a.csv?from=resume");
    EXPECT_EQ(resumePosition(wanted, {one, two}), "new");
    EXPECT_EQ(resumePosition(wanted, {two, one, two}), "new");
    EXPECT_EQ(resumePosition(wanted, {one, folder("one") + QStringLiteral("/missing")}), "old");
    EXPECT_EQ(resumePosition(uri("tail:/c.csv?from=resume"), {one, two}), QByteArray());
}

} // namespace
} // namespace rillscope::test
