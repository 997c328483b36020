// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AggregateBoxes.h"

#include "core/process/window/Aggregate.h"

#include <QCheckBox>
#include <QGridLayout>

namespace rillscope {

AggregateBoxes::AggregateBoxes(QWidget* parent) : QWidget(parent) {
    constexpr int columns = 5;
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 4);
    for (const QString& word : wordsOf(aggregateWords)) {
        auto* box = new QCheckBox(word, this);
        box->setObjectName(QStringLiteral("aggregate_") + word);
        const int index = static_cast<int>(m_boxes.size());
        grid->addWidget(box, index / columns, index % columns);
        connect(box, &QCheckBox::toggled, this, &AggregateBoxes::edited);
        m_boxes.append(box);
    }
    setFocusProxy(m_boxes.constFirst());
}

QString AggregateBoxes::names() const {
    QStringList checked;
    for (const QCheckBox* box : m_boxes) {
        if (box->isChecked())
            checked.append(box->text());
    }
    QStringList ordered = m_order;
    ordered.removeIf([&](const QString& name) { return !checked.contains(name); });
    checked.removeIf([&](const QString& name) { return ordered.contains(name); });
    return (ordered + checked).join(u',');
}

void AggregateBoxes::setNames(const QString& names) {
    m_order = names.split(u',');
    for (QCheckBox* box : std::as_const(m_boxes)) {
        const QSignalBlocker blocker(box);
        box->setChecked(m_order.contains(box->text()));
    }
}

} // namespace rillscope
