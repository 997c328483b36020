// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/widgets/ElidedLabel.h"
#include "ui/widgets/FoldButton.h"

namespace rillscope {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent)
    , m_title(new ElidedLabel(title, this))
    , m_body(new QWidget(this))
    , m_content(new QVBoxLayout(m_body)) {
    setProperty("role", QStringLiteral("card"));
    m_title->setProperty("role", QStringLiteral("cardTitle"));
    m_title->setVisible(!title.isEmpty());
    m_title->setIndent(0); // else it stands 3 px to the right of the content
    m_content->setContentsMargins(0, 0, 0, 0);
    m_content->setSpacing(6);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(15, 13, 15, 13);
    column->setSpacing(6);
    column->addWidget(m_title);
    column->addWidget(m_body); // a stretch would make every card take all room there is
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty() && !m_fold);
    if (m_fold)
        m_fold->setText(title);
}

void Card::setFoldable() {
    Q_ASSERT(!m_fold && !m_title->text().isEmpty() && !objectName().isEmpty());
    m_fold = new FoldButton(this);
    m_fold->setObjectName(objectName() + QStringLiteral("Fold"));
    m_fold->setText(m_title->text());
    m_title->hide();
    layout()->replaceWidget(m_title, m_fold);
    setTabOrder(m_fold, m_body);
    connect(m_fold, &QAbstractButton::toggled, m_body, &QWidget::setVisible);
}

bool Card::isFolded() const {
    return m_fold && !m_fold->isChecked();
}

void Card::setFolded(bool folded) {
    if (m_fold)
        m_fold->setChecked(!folded);
}

} // namespace rillscope
