// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QVBoxLayout>

class QLabel;

namespace rillscope {

class FoldButton;

/// A titled surface with rounded corners: what every panel of the window is made of. The theme draws it, by
/// the object property role="card"; its title has role="cardTitle".
class Card : public QFrame {
    Q_OBJECT

public:
    explicit Card(const QString& title, QWidget* parent = nullptr);

    /// Where the panel puts its content, under the title.
    QVBoxLayout* content() const { return m_content; }
    void setTitle(const QString& title);

    /// From now on a click on the title folds the card, and unfolds it. Precondition: title and object name
    /// are set; the title's is the card's with "Fold" behind it.
    void setFoldable();
    bool isFoldable() const { return m_fold != nullptr; }
    bool isFolded() const;
    /// Nothing happens to a card that does not fold.
    void setFolded(bool folded);

private:
    QLabel* m_title;
    FoldButton* m_fold = nullptr; ///< in place of the title
    QWidget* m_body;
    QVBoxLayout* m_content;
};

} // namespace rillscope
