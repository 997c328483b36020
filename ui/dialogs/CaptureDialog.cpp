// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CaptureDialog.h"

#include "ui/text/NumberFormat.h"
#include "ui/widgets/FileNameLabel.h"
#include "ui/widgets/GrowToFit.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStorageInfo>

namespace rillscope {
namespace {

// A least width of the dialog itself would take the place of what the layout needs in a wide font.
constexpr int leastContentWidth = 464;

/// Of the disk that a folder is on, or will be on; less than nothing when nobody knows.
qint64 freeSpaceOf(QString folder) {
    while (!QFileInfo::exists(folder)) {
        const QString parent = QFileInfo(folder).path();
        if (parent == folder)
            return -1;
        folder = parent;
    }
    const QStorageInfo storage(folder);
    return storage.isValid() ? storage.bytesAvailable() : -1;
}

QSpinBox* makeLimit(const QString& objectName, const QString& accessibleName, const QString& suffix,
                    int maximum) {
    auto* limit = new QSpinBox;
    limit->setObjectName(objectName);
    limit->setAccessibleName(accessibleName);
    limit->setRange(1, maximum);
    limit->setSuffix(suffix);
    limit->setGroupSeparatorShown(true);
    return limit;
}

} // namespace

CaptureDialog::CaptureDialog(const CapturePreferences& preferences, const QString& defaultFolder,
                             QWidget* parent)
    : QDialog(parent)
    , m_original(preferences)
    , m_defaultFolder(defaultFolder)
    , m_isOn(new QCheckBox(tr("&Record to disk")))
    , m_folderName(new FileNameLabel(this))
    , m_useDefault(new QPushButton(tr("Use default folder")))
    , m_space(new QLabel)
    , m_isSizeLimited(new QCheckBox(tr("Keep at &most")))
    , m_gigabytes(makeLimit(QStringLiteral("captureGigabytes"), tr("Maximum size of all recordings, in GB"),
                            tr(" GB"), CapturePreferences::maximumGigabytes))
    , m_isAgeLimited(new QCheckBox(tr("Keep &for")))
    , m_days(makeLimit(QStringLiteral("captureDays"), tr("How long a recording is kept, in days"),
                       tr(" days"), CapturePreferences::maximumDays))
    , m_hint(new QLabel) {
    setObjectName(QStringLiteral("captureDialog"));
    setWindowTitle(tr("Recording"));
    m_isOn->setObjectName(QStringLiteral("captureOn"));
    m_isSizeLimited->setObjectName(QStringLiteral("captureSizeLimited"));
    m_isAgeLimited->setObjectName(QStringLiteral("captureAgeLimited"));
    m_space->setObjectName(QStringLiteral("captureSpace"));
    m_space->setProperty("role", QStringLiteral("dim"));
    m_hint->setObjectName(QStringLiteral("captureHint"));
    m_hint->setProperty("role", QStringLiteral("dim"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumWidth(leastContentWidth);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel |
                                         QDialogButtonBox::RestoreDefaults);
    auto* form = new QFormLayout(this);
    form->setContentsMargins(18, 18, 18, 18);
    form->setSpacing(10);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(m_isOn);
    form->addRow(tr("Folder"), buildFolder());
    form->addRow(QString(), m_space);
    form->addRow(m_isSizeLimited, buildLimit(m_isSizeLimited, m_gigabytes));
    form->addRow(m_isAgeLimited, buildLimit(m_isAgeLimited, m_days));
    form->addRow(m_hint);
    form->addRow(buttons);
    connect(m_isOn, &QCheckBox::toggled, this, &CaptureDialog::showState);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons->button(QDialogButtonBox::RestoreDefaults), &QPushButton::clicked, this,
            [this] { showPreferences(CapturePreferences()); });
    showPreferences(preferences);
}

QWidget* CaptureDialog::buildFolder() {
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setObjectName(QStringLiteral("captureChooseFolder"));
    choose->setToolTip(tr("Choose another folder for recordings; existing ones stay where they are"));
    choose->setAutoDefault(false);
    m_useDefault->setObjectName(QStringLiteral("captureUseDefault"));
    m_useDefault->setToolTip(QDir::toNativeSeparators(m_defaultFolder));
    m_useDefault->setAutoDefault(false);
    m_folderName->setObjectName(QStringLiteral("captureFolder"));
    m_folderName->setMinimumWidth(160);
    auto* row = new QWidget;
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_folderName, 1);
    layout->addWidget(choose);
    layout->addWidget(m_useDefault);
    connect(choose, &QPushButton::clicked, this, &CaptureDialog::chooseFolder);
    connect(m_useDefault, &QPushButton::clicked, this, [this] { setFolder({}); });
    return row;
}

QWidget* CaptureDialog::buildLimit(QCheckBox* isLimited, QSpinBox* limit) {
    connect(isLimited, &QCheckBox::toggled, limit, &QWidget::setEnabled);
    connect(isLimited, &QCheckBox::toggled, this, &CaptureDialog::showState);
    connect(limit, &QSpinBox::valueChanged, this, &CaptureDialog::showState);
    return limit;
}

void CaptureDialog::showPreferences(const CapturePreferences& preferences) {
    const auto showLimit = [](QCheckBox* isLimited, QSpinBox* limit, int value, int defaultValue) {
        limit->setValue(value > 0 ? value : defaultValue);
        limit->setEnabled(value > 0);
        isLimited->setChecked(value > 0);
    };
    m_isOn->setChecked(preferences.isOn);
    showLimit(m_isSizeLimited, m_gigabytes, preferences.gigabytes, CapturePreferences().gigabytes);
    showLimit(m_isAgeLimited, m_days, preferences.days, CapturePreferences().days);
    setFolder(preferences.folder);
}

CapturePreferences CaptureDialog::preferences() const {
    CapturePreferences preferences = m_original;
    preferences.isOn = m_isOn->isChecked();
    preferences.folder = m_folder;
    preferences.gigabytes = m_isSizeLimited->isChecked() ? m_gigabytes->value() : 0;
    preferences.days = m_isAgeLimited->isChecked() ? m_days->value() : 0;
    if (preferences.folder != m_original.folder || preferences.gigabytes != m_original.gigabytes ||
        preferences.days != m_original.days)
        preferences.mayDelete = false;
    return preferences;
}

void CaptureDialog::setTotals(const QString& folder, qsizetype count, qint64 bytes) {
    const NumberFormat format;
    m_totalsFolder = QDir(folder).absolutePath();
    m_totals = count == 1 ? tr("1 recording, %1").arg(format.bytes(bytes))
                          : tr("%1 recordings, %2", nullptr, NumberFormat::pluralCount(count))
                                .arg(format.count(count), format.bytes(bytes));
    showState();
}

QString CaptureDialog::folder() const {
    return m_folder.isEmpty() ? m_defaultFolder : m_folder;
}

void CaptureDialog::setFolder(const QString& folder) {
    m_folder = folder == m_defaultFolder ? QString() : folder;
    showState();
}

void CaptureDialog::chooseFolder() {
    auto* dialog = new QFileDialog(this, tr("Choose a folder for recordings"), folder());
    dialog->setObjectName(QStringLiteral("chooseCaptureFolderDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& chosen) { setFolder(QDir(chosen).absolutePath()); });
    dialog->open(); // returns at once: no loop of its own while a stream runs
}

void CaptureDialog::showState() {
    const NumberFormat format;
    m_folderName->setPath(folder());
    m_folderName->setAccessibleName(tr("Folder: %1").arg(QDir::toNativeSeparators(folder())));
    m_useDefault->setEnabled(!m_folder.isEmpty());
    const qint64 free = freeSpaceOf(folder());
    QStringList facts;
    facts.append(free < 0 ? tr("The free space is not known") : tr("%1 free").arg(format.bytes(free)));
    if (!m_totals.isEmpty() && m_totalsFolder == QDir(folder()).absolutePath())
        facts.append(m_totals);
    m_space->setText(facts.join(tr(" · ")));
    const QString kept =
        m_isSizeLimited->isChecked() || m_isAgeLimited->isChecked()
            ? tr("When a limit is exceeded, whole recordings are deleted, the oldest first, never the "
                 "current one. Rillscope asks before it does so for the first time.")
            : tr("No recording is ever deleted, even when the disk is full.");
    m_hint->setText(
        m_isOn->isChecked()
            ? tr("Samples are on disk within 250 ms and survive a crash. %1").arg(kept)
            : tr("Samples received from now on are in memory only and are lost when the program ends. %1")
                  .arg(kept));
    growToFit(this);
}

} // namespace rillscope
