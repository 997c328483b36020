// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli/RecordFixture.h"

#include <QDir>

namespace rillscope::test {
namespace {

using SecretTest = RecordFixture;

TEST_F(SecretTest, IsRefusedAndRepeatedNowhere) {
    for (const char* uri :
         {"mqtt://ann:hunter2@host:1883/#", "sim://ann:hunter2@host", "sim:normal?password=hunter2",
          "stdin:?token=hunter2", "replay:a.csv?pw=hunter2", "ann:hunter2@host:1883"}) {
        const ProgramResult result = runCli(
            {QStringLiteral("record"), QString::fromUtf8(uri), QStringLiteral("--count=5"),
             QStringLiteral("--csv"), path("out.csv"), QStringLiteral("--summary"), path("summary.json")});
        EXPECT_EQ(result.exitCode, 1) << uri;
        EXPECT_FALSE((result.output + result.errors).contains("hunter2")) << result.errors.toStdString();
        EXPECT_EQ(QDir(path("")).entryList(QDir::Files), QStringList()) << uri;
    }
    const ProgramResult result = runCli(
        {QStringLiteral("record"), QStringLiteral("mqtt://ann:hunter2@host"), QStringLiteral("--count=5")});
    EXPECT_TRUE(result.errors.contains("secret=NAME")) << result.errors.toStdString();
}

} // namespace
} // namespace rillscope::test
