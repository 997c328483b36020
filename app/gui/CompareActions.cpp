// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/CompareActions.h"

#include "ui/panels/Banner.h"
#include "ui/text/ErrorText.h"
#include "ui/text/NumberFormat.h"
#include "ui/text/OutsideText.h"
#include "ui/widgets/JobProgress.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QMessageBox>
#include <QPushButton>

namespace rillscope {

CompareActions::CompareActions(Session& session, MainWindow& window, FileSaving& saving)
    : m_session(session)
    , m_window(window)
    , m_banner(window.banner())
    , m_jobProgress(window.jobProgress())
    , m_saving(saving) {
    connect(&m_job, &AnyBackgroundJob::finished, this, &CompareActions::finish);
    window.jobProgress().follow(m_job);
}

CompareActions::~CompareActions() {
    m_job.cancel();
}

void CompareActions::chooseFile(const QString& folder) {
    auto* dialog =
        new QFileDialog(&m_window, tr("Compare with a recording"), folder, tr("Recordings (*.rill)"));
    dialog->setObjectName(QStringLiteral("compareFileDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &CompareActions::choosePlacing);
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

void CompareActions::choosePlacing(const QString& path) {
    auto* box = new QMessageBox(QMessageBox::Question, tr("Compare with a recording"),
                                tr("Where in time shall “%1” be shown?").arg(shownFileName(path)),
                                QMessageBox::Cancel, &m_window);
    box->setObjectName(QStringLiteral("comparePlacing"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(tr("Its channels are drawn beside those of the stream. They are not recorded, "
                               "processed or saved again."));
    QPushButton* const start = box->addButton(tr("From the &start of this session"), QMessageBox::AcceptRole);
    QPushButton* const own = box->addButton(tr("At its &own times"), QMessageBox::AcceptRole);
    start->setObjectName(QStringLiteral("compareFromTheStart"));
    own->setObjectName(QStringLiteral("compareAtItsOwnTimes"));
    connect(box, &QMessageBox::buttonClicked, this, [this, path, start, own](const QAbstractButton* button) {
        if (button == start)
            compareWith(path, Placing::AtSessionStart);
        else if (button == own)
            compareWith(path, Placing::AtItsOwnTimes);
    });
    box->open();
}

void CompareActions::compareWith(const QString& path, Placing placing) {
    if (m_saving.isBusy([this, path, placing] { compareWith(path, placing); }))
        return;
    m_path = path;
    m_placing = placing;
    m_jobProgress.begin(tr("Reading %1").arg(shownFileName(path)));
    m_job.start([path](const JobControl& control) {
        return readReference(path, control.isCancelled, control.reportProgress);
    });
}

void CompareActions::finish() {
    m_jobProgress.end();
    const std::optional<ReferenceResult> result = m_job.takeResult();
    if (!result) {
        m_banner.post({Severity::Notice, tr("Reading was cancelled; nothing is compared."), {}});
        return;
    }
    const ReferenceResult& reference = *result;
    if (!reference) {
        m_banner.post({Severity::Alarm, errorText(reference.error()).text(), {}});
        return;
    }
    qint64 samples = 0;
    for (const ReferenceChannel& channel : (*reference)->channels)
        samples += static_cast<qint64>(channel.samples.size());
    m_session.addReference(*reference, m_placing == Placing::AtSessionStart);
    m_session.backToLive();
    m_banner.post({Severity::Notice,
                   tr("“%1” is shown beside the stream: %2 samples. Its channels are in the legend.")
                       .arg(shownFileName(m_path), NumberFormat().count(samples)),
                   {}});
}

} // namespace rillscope
