// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/AboutDialog.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rillscope {

AboutDialog::AboutDialog(const QString& version, QWidget* parent) : QDialog(parent) {
    setObjectName(QStringLiteral("aboutDialog"));
    setWindowTitle(tr("About Rillscope"));
    setModal(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(6);
    const auto addLine = [&](const QString& objectName, const QString& text, const QString& role) {
        auto* label = new QLabel(text, this);
        label->setObjectName(objectName);
        label->setTextFormat(Qt::PlainText);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
        label->setProperty("role", role);
        column->addWidget(label);
    };
    const QString dim = QStringLiteral("dim");
    addLine(QStringLiteral("aboutName"), QStringLiteral("Rillscope"), QStringLiteral("bigValue"));
    addLine(QStringLiteral("aboutVersion"), tr("Version %1").arg(version), QStringLiteral("strong"));
    addLine(QStringLiteral("aboutPurpose"), tr("Desktop monitor for streaming sensor data"), QString());
    column->addSpacing(8);
    addLine(QStringLiteral("aboutLicence"),
            tr("Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later).\n"
               "It comes without any warranty."),
            dim);
    addLine(QStringLiteral("aboutQt"),
            tr("Runs on Qt %1, built with Qt %2")
                .arg(QString::fromLatin1(qVersion()), QStringLiteral(QT_VERSION_STR)),
            dim);
    column->addSpacing(10);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setIcon({});
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

} // namespace rillscope
