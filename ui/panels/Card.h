// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVBoxLayout>

class QLabel;

namespace rillscope {

/// A titled surface with rounded corners: what every panel of the window is made of. The theme draws it, by
/// the object property role="card"; its title has role="cardTitle".
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title, QWidget* parent = nullptr);

    /// Where the panel puts its content, under the title.
    QVBoxLayout* content() const { return m_content; }
    void setTitle(const QString& title);

private:
    QLabel* m_title;
    QVBoxLayout* m_content;
};

} // namespace rillscope
