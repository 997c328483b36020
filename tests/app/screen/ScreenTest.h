// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/gui/ApplicationTest.h"

#include <QImage>

#include <functional>
#include <string>
#include <vector>

namespace rillscope::test {

/// What a window of these tests shows.
struct ScreenCase {
    std::string name;
    QSize size;
    ThemeMode theme;
    QByteArray (*table)(); ///< a CSV file
};

std::string nameOf(const testing::TestParamInfo<ScreenCase>& info);

QByteArray longNames();   ///< sixteen channels with names of up to eighty characters
QByteArray billions();    ///< a value that grows from 1.1e9
QByteArray millivolts();  ///< a sine of 5 mV about 0
QByteArray temperature(); ///< in °C

/// Each of the tables above in a window, wide and small, light and dark.
std::vector<ScreenCase> screenCases();

/// The program in its window on a real screen, after it has read a file to its end. Pictures of what failed
/// stay in the folder $RILLSCOPE_PICTURES.
class ScreenTest : public ApplicationTest {
protected:
    void show(const ScreenCase& shown);
    /// The chart as it is on the screen.
    QImage chartOnScreen() const;
    void keep(const QImage& image, const char* name) const;
};

/// How two pictures of the same size differ.
struct Difference {
    qint64 pixels = 0; ///< that differ at all
    int levels = 0;    ///< the largest difference of a colour's part
};

Difference differenceOf(const QImage& one, const QImage& other);
/// The part of two pictures that looks different from some distance, where only what is drawn counts and not
/// how its edges are smoothed.
double unlikePart(const QImage& one, const QImage& other);

} // namespace rillscope::test
