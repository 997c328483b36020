// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/settings/Settings.h"

#include <QDialog>

class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace rillscope {

/// How much memory the history may take, and how long a silence breaks the line. Thread: GUI.
class HistoryDialog : public QDialog {
    Q_OBJECT

public:
    explicit HistoryDialog(const HistorySettings& settings, QWidget* parent = nullptr);

    HistorySettings settings() const;

private:
    void showSettings(const HistorySettings& settings);
    void updateHint();

    QSpinBox* m_memory;
    QDoubleSpinBox* m_gapFactor;
    QLabel* m_hint;
};

} // namespace rillscope
