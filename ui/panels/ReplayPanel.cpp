// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/ReplayPanel.h"

#include "ui/widgets/FileNameLabel.h"
#include "ui/widgets/SegmentedControl.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace rillscope {
namespace {

constexpr std::array speeds{PlaybackSpeed::times(1.0), PlaybackSpeed::times(10.0), PlaybackSpeed::times(60.0),
                            PlaybackSpeed::times(600.0), PlaybackSpeed::maximum()};
constexpr int progressSteps = 1'000;

int indexOf(PlaybackSpeed speed) {
    const auto found = std::find(speeds.begin(), speeds.end(), speed);
    return found == speeds.end() ? -1 : static_cast<int>(found - speeds.begin());
}

QString speedText(PlaybackSpeed speed) {
    return speed.isMaximum() ? ReplayPanel::tr("as fast as possible")
                             : ReplayPanel::tr("%1×").arg(QLocale().toString(speed.factor(), 'g', 6));
}

} // namespace

ReplayPanel::ReplayPanel(QWidget* parent)
    : QWidget(parent)
    , m_fileName(new FileNameLabel(this))
    , m_speedValue(new QLabel(this))
    , m_progress(new QProgressBar(this)) {
    setObjectName(QStringLiteral("replayPanel"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    addFileRow();
    addSpeedRow();
    m_progress->setObjectName(QStringLiteral("replayProgress"));
    m_progress->setAccessibleName(tr("Replayed so far"));
    m_progress->setToolTip(tr("How much of the file has been replayed"));
    m_progress->setRange(0, progressSteps);
    m_progress->setTextVisible(false);
    column->addWidget(m_progress);
    setFilePath(QString());
    setSpeed(m_speed);
    setProgress(std::nullopt);
}

void ReplayPanel::addFileRow() {
    m_fileName->setObjectName(QStringLiteral("replayFile"));
    auto* choose = new QPushButton(tr("Choose file…"), this);
    choose->setObjectName(QStringLiteral("chooseRecording"));
    choose->setToolTip(tr("Open a CSV file and replay it from its beginning"));
    connect(choose, &QPushButton::clicked, this, &ReplayPanel::chooseFile);
    layout()->addWidget(m_fileName);
    layout()->addWidget(choose);
}

void ReplayPanel::addSpeedRow() {
    auto* label = new QLabel(tr("Speed"), this);
    label->setProperty("role", QStringLiteral("dim"));
    m_speedValue->setObjectName(QStringLiteral("replaySpeedValue"));
    m_speedValue->setProperty("role", QStringLiteral("strong"));
    m_speedChoice = new SegmentedControl(
        QStringLiteral("replaySpeed"), tr("Speed"),
        {{tr("1×"), tr("As fast as it was recorded"), {}},
         {tr("10×"), tr("Ten times as fast as it was recorded"), {}},
         {tr("60×"), tr("A minute in each second"), {}},
         {tr("600×"), tr("Ten minutes in each second"), {}},
         {tr("Max"), tr("As fast as possible, without pauses between samples"), tr("As fast as possible")}},
        this, SegmentedControl::Density::Compact);
    connect(m_speedChoice, &SegmentedControl::currentChanged, this, [this](int index) {
        setSpeed(speeds[static_cast<std::size_t>(index)]);
        Q_EMIT speedChanged(m_speed);
    });
    auto* row = new QHBoxLayout;
    row->addWidget(label);
    row->addStretch();
    row->addWidget(m_speedValue);
    static_cast<QVBoxLayout*>(layout())->addLayout(row);
    layout()->addWidget(m_speedChoice);
}

void ReplayPanel::setFilePath(const QString& path) {
    m_filePath = path;
    if (path.isEmpty()) {
        m_fileName->setText(tr("No file chosen"));
        m_fileName->setToolTip(tr("Choose a file, or drop a CSV file on the window"));
    } else {
        m_fileName->setFile(path);
    }
    m_fileName->setAccessibleName(tr("File: %1").arg(m_fileName->text()));
}

void ReplayPanel::setSpeed(PlaybackSpeed speed) {
    m_speed = speed;
    m_speedChoice->setCurrent(indexOf(speed));
    m_speedValue->setText(speedText(speed));
}

void ReplayPanel::setProgress(std::optional<double> share) {
    m_progress->setVisible(share.has_value());
    if (share)
        m_progress->setValue(static_cast<int>(std::clamp(*share, 0.0, 1.0) * progressSteps));
}

void ReplayPanel::chooseFile() {
    const QString folder = m_filePath.isEmpty() ? m_folder : QFileInfo(m_filePath).absolutePath();
    auto* dialog = new QFileDialog(this, tr("Choose a file"), folder,
                                   tr("Data files (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("chooseRecordingDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ReplayPanel::takeFile);
    connect(dialog, &QFileDialog::rejected, this, &ReplayPanel::choosingCancelled);
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

void ReplayPanel::takeFile(const QString& path) {
    setFilePath(path);
    setProgress(std::nullopt);
    Q_EMIT fileChosen(path);
}

} // namespace rillscope
