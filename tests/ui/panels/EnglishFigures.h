// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/CutTexts.h"

#include <QCoreApplication>
#include <QLabel>
#include <QLocale>

#include <gtest/gtest.h>

#include <string>

namespace rillscope::test {

/// Panels format in the user's locale; a test that reads their texts fixes it.
class EnglishFigures : public testing::Test {
protected:
    EnglishFigures() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    ~EnglishFigures() override { QLocale::setDefault(m_before); }

    /// The text of the label of that object name in `widget`.
    static std::string textOf(const QWidget& widget, const char* objectName) {
        const auto* label = widget.findChild<QLabel*>(QString::fromLatin1(objectName));
        return label == nullptr ? "(no such label)" : label->text().toStdString();
    }

    static void expectFiguresWhole(const QWidget& shownPanel) {
        QCoreApplication::sendPostedEvents();
        for (const std::string& cut : cutFigures(shownPanel))
            ADD_FAILURE() << cut;
    }

private:
    QLocale m_before;
};

} // namespace rillscope::test
