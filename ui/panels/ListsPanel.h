// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class QStackedWidget;
class QTabBar;

namespace rillscope {

class ListPage;

/// Several lists in one card, one of them in view: tabs choose it, and beside them stands what belongs to it.
/// Thread: GUI.
class ListsPanel : public Card {
    Q_OBJECT

public:
    explicit ListsPanel(QWidget* parent = nullptr);

    /// Takes the page, and its row of tools.
    void addPage(ListPage* page, const QString& text, const QString& toolTip);
    void setText(ListPage* page, const QString& text);
    void showPage(ListPage* page);
    const ListPage* current() const;

private:
    QTabBar* m_tabs;
    QStackedWidget* m_tools;
    QStackedWidget* m_pages;
};

} // namespace rillscope
