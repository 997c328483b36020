// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WarningGuard.h"

#include <QApplication>
#include <QStandardPaths>

#include <cstdio>

int main(int argc, char* argv[]) {
    testing::InitGoogleTest(&argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rillscope-tests"));
    if (QApplication::platformName() != QStringLiteral("xcb")) {
        std::fputs("These tests need a real screen: run them by screen-tests.sh.\n", stderr);
        return 1;
    }
    testing::UnitTest::GetInstance()->listeners().Append(new rillscope::test::WarningGuard);
    return RUN_ALL_TESTS();
}
