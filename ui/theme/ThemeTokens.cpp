// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/ThemeTokens.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

double linearized(float channel) {
    const double c = static_cast<double>(channel);
    return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double relativeLuminance(const QColor& color) {
    return 0.2126 * linearized(color.redF()) + 0.7152 * linearized(color.greenF()) +
           0.0722 * linearized(color.blueF());
}

} // namespace

const ThemeTokens& ThemeTokens::light() {
    static const ThemeTokens tokens{
        .isDark = false,
        .window = QColor(0xF4, 0xF6, 0xF8),
        .surface = QColor(0xFF, 0xFF, 0xFF),
        .line = QColor(0xDF, 0xE3, 0xE8),
        .text = QColor(0x1B, 0x1F, 0x24),
        .dim = QColor(0x5B, 0x65, 0x70),
        .accent = QColor(0x0B, 0x6B, 0xCB),
        .onAccent = QColor(0xFF, 0xFF, 0xFF),
        .ok = QColor(0x1A, 0x7F, 0x37),
        .warning = QColor(0x9A, 0x67, 0x00),
        .alarm = QColor(0xCF, 0x22, 0x2E),
        .grid = QColor(0xE9, 0xEC, 0xF0),
        .selection = QColor(0xEA, 0xF3, 0xFC),
        .series = {QColor(0x00, 0x72, 0xB2), QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x9E, 0x73),
                   QColor(0xCC, 0x79, 0xA7), QColor(0xE6, 0x9F, 0x00), QColor(0x56, 0xB4, 0xE9)},
    };
    return tokens;
}

const ThemeTokens& ThemeTokens::dark() {
    static const ThemeTokens tokens{
        .isDark = true,
        .window = QColor(0x14, 0x17, 0x1A),
        .surface = QColor(0x1C, 0x20, 0x24),
        .line = QColor(0x30, 0x36, 0x3D),
        .text = QColor(0xE6, 0xEA, 0xEE),
        .dim = QColor(0x9A, 0xA4, 0xAE),
        .accent = QColor(0x58, 0xA6, 0xFF),
        .onAccent = QColor(0x0B, 0x11, 0x16),
        .ok = QColor(0x3F, 0xB9, 0x50),
        .warning = QColor(0xD2, 0x99, 0x22),
        .alarm = QColor(0xF8, 0x51, 0x49),
        .grid = QColor(0x27, 0x2C, 0x32),
        .selection = QColor(0x16, 0x28, 0x3A),
        .series = {QColor(0x56, 0xB4, 0xE9), QColor(0xE6, 0x9F, 0x00), QColor(0xCC, 0x79, 0xA7),
                   QColor(0x00, 0x9E, 0x73), QColor(0xD5, 0x5E, 0x00), QColor(0x00, 0x72, 0xB2)},
    };
    return tokens;
}

QColor mixed(const QColor& under, const QColor& over, double share) {
    const auto channel = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(channel(under.red(), over.red()), channel(under.green(), over.green()),
                  channel(under.blue(), over.blue()));
}

double contrastRatio(const QColor& one, const QColor& other) {
    const auto [darker, lighter] = std::minmax({relativeLuminance(one), relativeLuminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace rillscope
