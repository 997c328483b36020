// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ListsPanel.h"

#include "ui/widgets/ListPage.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

namespace rillscope {

ListsPanel::ListsPanel(QWidget* parent)
    : Card(QString(), parent)
    , m_tabs(new QTabBar(this))
    , m_tools(new QStackedWidget(this))
    , m_pages(new QStackedWidget(this)) {
    setObjectName(QStringLiteral("listsPanel"));
    setAccessibleName(tr("Events, alarms and windows"));
    m_tabs->setObjectName(QStringLiteral("listTabs"));
    m_tabs->setAccessibleName(tr("Lists"));
    m_tabs->setProperty("role", QStringLiteral("cardTabs"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setElideMode(Qt::ElideNone);
    m_tabs->setUsesScrollButtons(true);
    auto* header = new QHBoxLayout;
    header->setSpacing(12);
    header->addWidget(m_tabs);
    header->addWidget(m_tools, 1);
    content()->setContentsMargins(15, 8, 15, 13);
    content()->addLayout(header);
    content()->addWidget(m_pages, 1);
    m_tools->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    connect(m_tabs, &QTabBar::currentChanged, m_pages, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::currentChanged, m_tools, &QStackedWidget::setCurrentIndex);
}

void ListsPanel::addPage(ListPage* page, const QString& text, const QString& toolTip) {
    m_tools->addWidget(page->tools());
    m_pages->addWidget(page);
    m_tabs->setTabToolTip(m_tabs->addTab(text), toolTip);
}

void ListsPanel::setText(ListPage* page, const QString& text) {
    const int index = m_pages->indexOf(page);
    if (m_tabs->tabText(index) != text)
        m_tabs->setTabText(index, text);
}

void ListsPanel::showPage(ListPage* page) {
    m_tabs->setCurrentIndex(m_pages->indexOf(page));
}

const ListPage* ListsPanel::current() const {
    return qobject_cast<const ListPage*>(m_pages->currentWidget());
}

} // namespace rillscope
