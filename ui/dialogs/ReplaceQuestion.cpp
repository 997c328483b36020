// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/ReplaceQuestion.h"

#include "ui/text/OutsideText.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace rillscope {
namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(rillscope::ReplaceQuestion)
};

constexpr int longestName = 80;

} // namespace

bool isReplaced(const QString& path) {
    return QFileInfo(path).isFile();
}

void askToReplace(const QString& path, QWidget* parent, const std::function<void()>& replace,
                  const std::function<void()>& keep) {
    const QFileInfo file(path);
    auto* box = new QMessageBox(
        QMessageBox::Warning, Words::tr("Replace file"),
        Words::tr("“%1” already exists. Replace it?").arg(oneLine(file.fileName(), longestName)),
        QMessageBox::Cancel, parent);
    box->setObjectName(QStringLiteral("replaceQuestion"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(Words::tr("It is in the folder “%1”. What it holds now is lost.")
                                .arg(oneLine(file.absoluteDir().dirName(), longestName)));
    QPushButton* const yes = box->addButton(Words::tr("&Replace"), QMessageBox::AcceptRole);
    yes->setObjectName(QStringLiteral("replaceFile"));
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QDialog::finished, box, [box, yes, replace, keep] {
        const std::function<void()>& chosen = box->clickedButton() == yes ? replace : keep;
        if (chosen)
            chosen();
    });
    box->open(); // returns at once: no loop of its own while a stream runs
}

} // namespace rillscope
