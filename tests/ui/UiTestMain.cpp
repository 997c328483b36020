// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WarningGuard.h"

#include <QApplication>
#include <QStandardPaths>

int main(int argc, char* argv[]) {
    testing::InitGoogleTest(&argc, argv);
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("rillscope-tests"));
    testing::UnitTest::GetInstance()->listeners().Append(new rillscope::test::WarningGuard);
    return RUN_ALL_TESTS();
}
