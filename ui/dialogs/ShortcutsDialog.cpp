// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ShortcutsDialog.h"

#include <QDialogButtonBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>

namespace rillscope {
namespace {

/// "&Open recording…" as a person says it.
QString plainName(const QAction& action) {
    QString name = action.text();
    name.replace(QStringLiteral("&&"), QStringLiteral("\n")).remove(u'&').replace(u'\n', u'&');
    while (name.endsWith(u'…') || name.endsWith(u'.'))
        name.chop(1);
    return name;
}

QStringList keysOf(const QAction& action) {
    QStringList keys;
    for (const QKeySequence& shortcut : action.shortcuts()) {
        if (!shortcut.isEmpty())
            keys.append(shortcut.toString(QKeySequence::NativeText));
    }
    return keys;
}

} // namespace

ShortcutsDialog::ShortcutsDialog(const QList<QAction*>& actions, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("shortcutsDialog"));
    setWindowTitle(tr("Keyboard shortcuts"));
    setModal(false);

    auto* list = new QWidget(this);
    list->setObjectName(QStringLiteral("shortcutList"));
    auto* rows = new QGridLayout(list);
    rows->setContentsMargins(4, 4, 12, 4);
    rows->setHorizontalSpacing(32);
    rows->setVerticalSpacing(7);
    rows->setColumnStretch(0, 1);
    for (const QAction* action : actions) {
        if (action != nullptr && !action->text().isEmpty() && !keysOf(*action).isEmpty())
            addRow(rows, *action);
    }
    rows->setRowStretch(rows->rowCount(), 1);

    auto* area = new QScrollArea(this);
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(list);
    list->setAutoFillBackground(false); // the dialog's own surface shows
    area->viewport()->setAutoFillBackground(false);
    area->setMinimumWidth(list->sizeHint().width() + 24);
    area->setMinimumHeight(std::min(list->sizeHint().height() + 4, 480));
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(15, 13, 15, 13);
    column->setSpacing(10);
    column->addWidget(area);
    column->addWidget(buttons);
}

void ShortcutsDialog::addRow(QGridLayout* rows, const QAction& action) {
    const int row = rows->rowCount();
    auto* name = new QLabel(plainName(action), this);
    name->setTextFormat(Qt::PlainText);
    name->setToolTip(action.toolTip());
    rows->addWidget(name, row, 0);
    auto* keys = new QHBoxLayout;
    keys->setSpacing(6);
    keys->addStretch(1);
    for (const QString& key : keysOf(action)) {
        auto* label = new QLabel(key, this);
        label->setTextFormat(Qt::PlainText);
        label->setProperty("role", QStringLiteral("pill"));
        label->setAccessibleDescription(name->text());
        keys->addWidget(label);
    }
    rows->addLayout(keys, row, 1);
}

} // namespace rillscope
