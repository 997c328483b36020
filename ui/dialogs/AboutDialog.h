// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace rillscope {

/// Name, version, licence and the Qt it runs on. Modeless. Thread: GUI.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    /// `version` is that of the program: "0.1.0".
    explicit AboutDialog(const QString& version, QWidget* parent = nullptr);
};

} // namespace rillscope
