// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/JobProgress.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>

namespace rillscope {

JobProgress::JobProgress(QWidget* parent)
    : QWidget(parent)
    , m_label(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("jobProgress"));
    m_label->setProperty("role", QStringLiteral("dim"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setFixedWidth(140);
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_cancel->setToolTip(tr("Stop this job; no file is left half written"));
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_label);
    layout->addWidget(m_bar);
    layout->addWidget(m_cancel);
    connect(m_cancel, &QPushButton::clicked, this, &JobProgress::cancelRequested);
    hide();
}

void JobProgress::begin(const QString& text) {
    m_label->setText(text);
    m_bar->setRange(0, 0);
    show();
}

void JobProgress::setProgress(int value, int maximum) {
    m_bar->setRange(0, maximum);
    m_bar->setValue(value);
}

void JobProgress::end() {
    hide();
}

} // namespace rillscope
