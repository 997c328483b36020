// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QWidget;

namespace rillscope {

/// Lets the wheel change a slider, number or choice only while that has the focus; otherwise the wheel goes
/// on to the scroll area around it, so that scrolling a panel never changes a value by accident.
class WheelNeedsFocus : public QObject {
    Q_OBJECT

public:
    /// Watches `widget` for the widget's life.
    static void install(QWidget* widget);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit WheelNeedsFocus(QWidget* widget);
};

} // namespace rillscope
