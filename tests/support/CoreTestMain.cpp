// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/WarningGuard.h"

#include <QCoreApplication>

int main(int argc, char* argv[]) {
    testing::InitGoogleTest(&argc, argv);
    QCoreApplication application(argc, argv);
    testing::UnitTest::GetInstance()->listeners().Append(new rillscope::test::WarningGuard);
    return RUN_ALL_TESTS();
}
