// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/PipelineActions.h"

#include "ui/dialogs/MistakesDialog.h"
#include "ui/dialogs/SaveDialog.h"
#include "ui/panels/Banner.h"
#include "ui/panels/PipelinePanel.h"
#include "ui/text/ErrorText.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>

/// The examples; a static library's resources are there only when asked for, outside of any namespace.
static void provideExamples() {
    Q_INIT_RESOURCE(pipelines);
}

namespace rillscope {
namespace {

const QString topic = QStringLiteral("pipeline");

} // namespace

PipelineActions::PipelineActions(PipelineFile& file, MainWindow& window)
    : m_file(file), m_window(window), m_banner(window.banner()) {
    provideExamples();
    const WindowActions& actions = window.actions();
    connect(actions.openPipeline, &QAction::triggered, this, &PipelineActions::chooseFile);
    connect(actions.savePipeline, &QAction::triggered, this, &PipelineActions::save);
    connect(actions.savePipelineAs, &QAction::triggered, this, &PipelineActions::chooseSaveFile);
    connect(actions.newPipeline, &QAction::triggered, this, &PipelineActions::startNew);
    connect(&window.pipeline(), &PipelinePanel::exampleRequested, this, &PipelineActions::open);
    connect(&window, &MainWindow::recentPipelineChosen, this, &PipelineActions::open);
}

void PipelineActions::restore(const Settings& settings, const QString& path) {
    m_recent = settings.recentPipelines;
    m_folder = settings.pipelineFolder;
    m_window.setRecentPipelines(m_recent);
    if (!path.isEmpty()) {
        m_isForThisRun = !settings.pipelineDraft.isEmpty();
        openNow(path);
        return;
    }
    if (!settings.lastPipeline.isEmpty())
        openNow(settings.lastPipeline);
    m_unopened = m_file.path().isEmpty() ? settings.lastPipeline : QString();
    m_file.restoreDraft(settings.pipelineDraft);
}

void PipelineActions::remember(Settings& settings) const {
    settings.recentPipelines = m_recent;
    settings.pipelineFolder = m_folder;
    if (m_isForThisRun && !m_file.isModified())
        return; // the unsaved changes of the last time are still waiting
    settings.lastPipeline = m_file.path().isEmpty() ? m_unopened : m_file.path();
    settings.pipelineDraft = m_file.draft();
}

void PipelineActions::whenNothingIsLost(const std::function<void()>& goOn) {
    if (!m_file.isModified()) {
        goOn();
        return;
    }
    m_banner.post({Severity::Warning,
                   tr("The pipeline has changes that are not saved."),
                   {{QStringLiteral("save"), tr("Save them…"), [this] { save(); }},
                    {QStringLiteral("continueWithoutSaving"), tr("Continue without saving"), goOn}},
                   topic,
                   BannerStay::AsSevere,
                   BannerEvent::None});
}

void PipelineActions::chooseFile() {
    const QString path =
        QFileDialog::getOpenFileName(&m_window, tr("Open pipeline"), m_folder, tr("Pipeline (*.toml)"));
    if (!path.isEmpty())
        open(path);
}

void PipelineActions::open(const QString& path) {
    whenNothingIsLost([this, path] { openNow(path); });
}

void PipelineActions::openNow(const QString& path) {
    const DefinitionMistakes mistakes = m_file.open(path);
    if (!mistakes.isEmpty()) {
        reportMistakes(mistakes);
        return;
    }
    m_unopened.clear();
    addRecent(m_file.path());
}

void PipelineActions::reportMistakes(const DefinitionMistakes& mistakes) {
    const QString first = causeText(mistakes.constFirst());
    if (mistakes.size() == 1) {
        m_banner.post({Severity::Alarm,
                       tr("The pipeline was not opened, and nothing was changed. %1.").arg(first),
                       {},
                       topic});
        return;
    }
    const BannerAction showAll{QStringLiteral("showAll"), tr("Show all %1").arg(mistakes.size()),
                               [this, mistakes] {
                                   auto* dialog = new MistakesDialog(mistakes, &m_window);
                                   dialog->setAttribute(Qt::WA_DeleteOnClose);
                                   dialog->show();
                               }};
    m_banner.post({Severity::Alarm,
                   tr("The pipeline was not opened, and nothing was changed. It has %1 mistakes, the "
                      "first: %2.")
                       .arg(QString::number(mistakes.size()), first),
                   {showAll},
                   topic});
}

void PipelineActions::startNew() {
    whenNothingIsLost([this] {
        m_unopened.clear();
        m_file.clear();
    });
}

void PipelineActions::save() {
    if (m_file.path().isEmpty() || m_file.isExample()) {
        chooseSaveFile();
        return;
    }
    const QString path = m_file.path();
    if (!m_file.hasChangedOnDisk()) {
        saveTo(path);
        return;
    }
    m_banner.post({Severity::Warning,
                   tr("%1 was changed elsewhere since it was opened; it was not saved.").arg(m_file.name()),
                   {{QStringLiteral("overwrite"), tr("Overwrite it"), [this, path] { saveTo(path); }},
                    {QStringLiteral("saveAs"), tr("Save as…"), [this] { chooseSaveFile(); }}},
                   topic,
                   BannerStay::AsSevere,
                   BannerEvent::None});
}

QString PipelineActions::suggestedPath() const {
    if (!m_file.path().isEmpty() && !m_file.isExample())
        return m_file.path();
    return QDir(m_folder).filePath(m_file.isExample() ? m_file.name() : QStringLiteral("pipeline.toml"));
}

void PipelineActions::chooseSaveFile() {
    auto* dialog = new SaveDialog(tr("Save pipeline"), suggestedPath(),
                                  {{QStringLiteral("toml"), tr("Pipeline")}}, &m_window);
    connect(dialog, &SaveDialog::pathChosen, this, &PipelineActions::saveTo);
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

void PipelineActions::saveTo(const QString& path) {
    const QStringList lost = m_file.updated().lostComments;
    if (lost.isEmpty()) {
        write(path);
        return;
    }
    const QString which = QStringLiteral("“%1”").arg(lost.join(QStringLiteral("”, “")));
    const QString text =
        lost.size() == 1
            ? tr("Saving loses a comment of the file, for what it belonged to is gone: %1").arg(which)
            : tr("Saving loses %1 comments of the file, for what they belonged to is gone: %2")
                  .arg(QString::number(lost.size()), which);
    m_banner.post({Severity::Warning,
                   text,
                   {{QStringLiteral("saveAnyway"), tr("Save anyway"), [this, path] { write(path); }},
                    {QStringLiteral("cancel"), tr("Cancel"), {}}},
                   topic,
                   BannerStay::AsSevere,
                   BannerEvent::None});
}

void PipelineActions::write(const QString& path) {
    const auto saved = m_file.save(path);
    if (!saved) {
        m_banner.post({Severity::Alarm,
                       errorText(saved.error()).text(),
                       {{QStringLiteral("chooseAnotherFile"), tr("Choose another file…"),
                         [this] { chooseSaveFile(); }}},
                       topic});
        return;
    }
    addRecent(m_file.path());
    m_banner.post({Severity::Notice,
                   tr("The pipeline was saved to %1.").arg(QDir::toNativeSeparators(m_file.path())),
                   {},
                   topic});
}

void PipelineActions::addRecent(const QString& path) {
    if (path.startsWith(u':')) // an example, which has a menu of its own
        return;
    m_folder = QFileInfo(path).absolutePath();
    m_recent.removeAll(path);
    m_recent.prepend(path);
    while (m_recent.size() > Settings::maxRecentSources)
        m_recent.removeLast();
    m_window.setRecentPipelines(m_recent);
}

} // namespace rillscope
