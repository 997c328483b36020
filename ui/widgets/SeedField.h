// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QLineEdit;

namespace rillscope {

/// The seed of the simulator: any number below 2⁶⁴, or empty for another stream at every start.
class SeedField : public QWidget {
    Q_OBJECT

public:
    explicit SeedField(QWidget* parent = nullptr);

    std::optional<quint64> seed() const;
    /// Emits nothing.
    void setSeed(std::optional<quint64> seed);

Q_SIGNALS:
    void seedChanged(std::optional<quint64> seed);

private:
    void drawSeed();

    QLineEdit* m_text;
};

} // namespace rillscope
