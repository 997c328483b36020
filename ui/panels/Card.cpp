// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/Card.h"

#include "ui/panels/ElidedLabel.h"

namespace rillscope {

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_title(new ElidedLabel(title, this)), m_content(new QVBoxLayout(this)) {
    setProperty("role", QStringLiteral("card"));
    m_title->setProperty("role", QStringLiteral("cardTitle"));
    m_title->setVisible(!title.isEmpty());
    m_title->setIndent(0); // else it stands 3 px to the right of the content
    m_content->setContentsMargins(15, 13, 15, 13);
    m_content->setSpacing(6);
    m_content->addWidget(m_title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
}

} // namespace rillscope
