// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace rillscope {

/// Fusion, which looks the same on every desktop, with the few habits a style sheet cannot express: a click
/// into a slider's groove goes to that place, disabled text is plain, and labels hide their mnemonics'
/// underline.
class ThemeStyle : public QProxyStyle {
    Q_OBJECT

public:
    ThemeStyle();

    int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                  QStyleHintReturn* returnData) const override;
};

} // namespace rillscope
