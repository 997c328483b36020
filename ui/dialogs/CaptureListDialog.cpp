// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/CaptureListDialog.h"

#include "ui/dialogs/CaptureListModel.h"
#include "ui/text/CaptureText.h"
#include "ui/widgets/ActionButton.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ResultTable.h"

#include <QDialogButtonBox>
#include <QDir>
#include <QHeaderView>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QStackedLayout>

namespace rillscope {

CaptureListDialog::CaptureListDialog(QWidget* parent)
    : QDialog(parent)
    , m_model(new CaptureListModel(this))
    , m_table(new ResultTable(*m_model, this))
    , m_empty(new QLabel(this))
    , m_totals(new QLabel(this))
    , m_pages(new QStackedLayout) {
    setObjectName(QStringLiteral("captureListDialog"));
    setWindowTitle(tr("Recordings"));
    setModal(false);
    resize(920, 480);
    buildActions();
    m_totals->setObjectName(QStringLiteral("captureTotals"));
    m_totals->setProperty("role", QStringLiteral("dim"));
    m_totals->setTextFormat(Qt::PlainText);
    m_totals->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* card = new Card(QString());
    card->setObjectName(QStringLiteral("captureListCard"));
    card->content()->addWidget(buildTable());
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(15, 15, 15, 15);
    layout->setSpacing(10);
    layout->addWidget(card, 1);
    layout->addWidget(m_totals);
    layout->addLayout(buildButtons());
    showState();
    m_table->setFocus();
}

QAction* CaptureListDialog::addAction(const char* objectName, const QString& text, const QString& toolTip,
                                      void (CaptureListDialog::*request)(const QString&),
                                      const QKeySequence& key) {
    auto* action = new QAction(text, this);
    action->setObjectName(QString::fromLatin1(objectName));
    const QString keyText = key.toString(QKeySequence::NativeText);
    action->setToolTip(keyText.isEmpty() ? toolTip : tr("%1 (%2)").arg(toolTip, keyText));
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(action);
    connect(action, &QAction::triggered, this, [this, request] {
        if (const CaptureEntry* entry = chosen())
            Q_EMIT(this->*request)(QString(entry->path));
    });
    return action;
}

void CaptureListDialog::buildActions() {
    m_open = addAction("captureOpen", tr("&Open"), tr("Open this recording to explore it (Return)"),
                       &CaptureListDialog::openRequested);
    m_replay = addAction("captureReplay", tr("&Reprocess"), tr("Send its samples through the pipeline again"),
                         &CaptureListDialog::replayRequested);
    m_export = addAction("captureExport", tr("&Export CSV…"), tr("Save all its samples as a CSV file"),
                         &CaptureListDialog::exportRequested);
    m_salvage =
        addAction("captureSalvage", tr("Re&pair…"), tr("Save what can still be read to a new recording"),
                  &CaptureListDialog::salvageRequested);
    m_folder = addAction("captureShowFolder", tr("Show in &folder"), tr("Open the folder it is in"),
                         &CaptureListDialog::folderRequested);
    m_delete = new QAction(tr("&Delete…"), this);
    m_delete->setObjectName(QStringLiteral("captureDelete"));
    m_delete->setToolTip(tr("Move it to the trash (Del)"));
    m_delete->setShortcut(QKeySequence::Delete);
    m_delete->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_table->addAction(m_delete);
    connect(m_delete, &QAction::triggered, this, &CaptureListDialog::confirmDelete);
}

QWidget* CaptureListDialog::buildTable() {
    m_table->setObjectName(QStringLiteral("captureList"));
    m_table->setAccessibleName(tr("Recordings"));
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_table->setColumnSamples(
        {QStringLiteral("0000-00-00 00:00:00"), captureStateText(CaptureEntry::State::Quarantined), QString(),
         QStringLiteral("000 d 00 h"), QStringLiteral("0,000,000,000"), QStringLiteral("000.0 MB")});
    QHeaderView* header = m_table->horizontalHeader();
    header->setSectionsClickable(true);
    header->setSortIndicator(CaptureListModel::StartedColumn, Qt::DescendingOrder);
    m_table->setSortingEnabled(true);
    connect(m_table, &QTableView::activated, m_open, &QAction::trigger);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &CaptureListDialog::showState);
    m_empty->setObjectName(QStringLiteral("captureListEmpty"));
    m_empty->setProperty("role", QStringLiteral("dim"));
    m_empty->setText(tr("No recordings yet. Recording starts with the first sample, unless it is off."));
    m_empty->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_empty->setWordWrap(true);
    auto* pages = new QWidget;
    pages->setLayout(m_pages);
    m_pages->addWidget(m_empty);
    m_pages->addWidget(m_table);
    return pages;
}

QLayout* CaptureListDialog::buildButtons() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    for (QAction* action : {m_open, m_replay, m_export, m_salvage, m_folder, m_delete}) {
        auto* button = new ActionButton(action, this);
        button->setAutoDefault(false); // Return belongs to the list
        row->addWidget(button);
        if (action == m_open)
            button->setProperty("role", QStringLiteral("primary"));
    }
    row->addStretch(1);
    auto* settings = new QPushButton(tr("Settings…"), this);
    settings->setObjectName(QStringLiteral("captureSettingsButton"));
    settings->setToolTip(tr("Where recordings are kept, and how many"));
    settings->setAutoDefault(false);
    connect(settings, &QPushButton::clicked, this, &CaptureListDialog::settingsRequested);
    auto* close = new QPushButton(tr("Close"), this);
    close->setObjectName(QStringLiteral("captureListClose"));
    close->setAutoDefault(false);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    row->addWidget(settings);
    row->addWidget(close);
    return row;
}

void CaptureListDialog::setCatalog(const CaptureCatalog& catalog, qint64 limit) {
    const CaptureEntry* before = chosen();
    const QString path = before ? before->path : QString();
    m_model->setEntries(catalog.entries);
    select(path);
    const NumberFormat format;
    const qsizetype count = catalog.entries.size();
    const QString captures =
        count == 1 ? tr("1 recording")
                   : tr("%1 recordings", nullptr, NumberFormat::pluralCount(count)).arg(format.count(count));
    const QString size = limit > 0
                             ? tr("%1 of at most %2").arg(format.bytes(catalog.bytes), format.bytes(limit))
                             : format.bytes(catalog.bytes);
    QStringList facts{captures, size, QDir::toNativeSeparators(catalog.folder)};
    if (catalog.notListed > 0)
        facts.insert(1, tr("%1 newer ones are not listed").arg(format.count(catalog.notListed)));
    m_totals->setText(facts.join(tr(" · ")));
    m_totals->setToolTip(facts.constLast().toHtmlEscaped());
    const bool isFirst = m_pages->currentIndex() == 0 && count > 0;
    m_pages->setCurrentIndex(count == 0 ? 0 : 1);
    if (isFirst)
        m_table->setFocus(); // keys work at once, though the list is shown before the folder was read
    showState();
}

void CaptureListDialog::select(const QString& path) {
    const int row = m_model->rowOf(path);
    if (row >= 0)
        m_table->selectRow(row);
    else if (m_model->rowCount() > 0)
        m_table->selectRow(0);
}

void CaptureListDialog::setColors(const PanelColors& colors) {
    m_table->setColors(colors);
}

void CaptureListDialog::setTimeZone(const QTimeZone& zone) {
    m_model->setTimeZone(zone);
}

const CaptureEntry* CaptureListDialog::chosen() const {
    const QList<int> rows = m_table->selectedRows();
    return rows.isEmpty() ? nullptr : &m_model->at(rows.constFirst());
}

void CaptureListDialog::showState() {
    const CaptureEntry* entry = chosen();
    const bool isReadable = entry && entry->isCapture();
    const bool isAtRest = entry && entry->state != CaptureEntry::State::BeingWritten;
    for (QAction* action : {m_open, m_replay, m_export})
        action->setEnabled(isReadable);
    m_salvage->setEnabled(entry && !isReadable);
    m_folder->setEnabled(entry != nullptr);
    m_delete->setEnabled(isAtRest);
}

void CaptureListDialog::confirmDelete() {
    const CaptureEntry* entry = chosen();
    if (!entry)
        return;
    const NumberFormat format;
    auto* question = new QMessageBox(
        QMessageBox::Question, tr("Delete a recording"),
        tr("Delete %1 (%2)?")
            .arg(captureTitle(entry->started, m_model->timeZone()), format.bytes(entry->bytes)),
        QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("confirmDelete"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("It is moved to the trash. Where there is no trash, it is kept."));
    auto* remove = question->addButton(tr("Delete"), QMessageBox::DestructiveRole);
    remove->setObjectName(QStringLiteral("confirmDeleteButton"));
    question->setDefaultButton(question->addButton(QMessageBox::Cancel));
    connect(remove, &QPushButton::clicked, this,
            [this, path = entry->path] { Q_EMIT deleteRequested(path); });
    question->open();
}

} // namespace rillscope
