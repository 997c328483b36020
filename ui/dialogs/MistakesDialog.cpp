// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/MistakesDialog.h"

#include "ui/text/ErrorText.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace rillscope {

MistakesDialog::MistakesDialog(const DefinitionMistakes& mistakes, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("mistakesDialog"));
    setWindowTitle(tr("Mistakes in the pipeline file"));
    resize(640, 320);
    auto* explanation = new QLabel(tr("Nothing was changed: the pipeline runs as it did before."), this);
    explanation->setProperty("role", QStringLiteral("dim"));
    QStringList lines;
    for (const DefinitionMistake& mistake : mistakes)
        lines.append(causeText(mistake));
    auto* list = new QPlainTextEdit(lines.join(u'\n'), this);
    list->setObjectName(QStringLiteral("mistakeList"));
    list->setAccessibleName(windowTitle());
    list->setReadOnly(true);
    list->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(10);
    layout->addWidget(explanation);
    layout->addWidget(list, 1);
    layout->addWidget(buttons);
}

} // namespace rillscope
