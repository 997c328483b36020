// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/JobProgress.h"

#include "core/base/BackgroundJob.h"

#include "ui/text/NumberFormat.h"
#include "ui/widgets/ElidedLabel.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QPushButton>

namespace rillscope {

std::optional<Duration> timeLeft(Duration elapsed, int value, int maximum) {
    constexpr Duration firstGuess = std::chrono::seconds(1);
    if (elapsed < firstGuess || value <= 0 || value >= maximum)
        return std::nullopt;
    const double share = static_cast<double>(value) / maximum;
    const double seconds = toSeconds(elapsed) * (1.0 - share) / share;
    constexpr double longest = 1e8; // three years: what follows must not overflow
    return std::chrono::seconds(static_cast<std::int64_t>(std::min(seconds, longest) + 0.5));
}

JobProgress::JobProgress(QWidget* parent)
    : QWidget(parent)
    , m_label(new ElidedLabel(QString(), this))
    , m_bar(new QProgressBar(this))
    , m_cancel(new QPushButton(tr("Cancel"), this)) {
    setObjectName(QStringLiteral("jobProgress"));
    m_label->setObjectName(QStringLiteral("jobText"));
    m_label->setTextFormat(Qt::PlainText);
    m_label->setProperty("role", QStringLiteral("dim"));
    m_bar->setAccessibleName(tr("Progress"));
    m_bar->setTextVisible(false);
    m_cancel->setObjectName(QStringLiteral("cancelJob"));
    m_cancel->setToolTip(tr("Stop this job; no file is left half written"));
    auto* row = new QHBoxLayout;
    row->setSpacing(10);
    row->addWidget(m_bar, 1);
    row->addWidget(m_cancel);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_label);
    layout->addLayout(row);
    connect(m_cancel, &QPushButton::clicked, this, &JobProgress::cancelRequested);
    hide();
}

void JobProgress::follow(AnyBackgroundJob& job) {
    connect(&job, &AnyBackgroundJob::progressed, this,
            [this](int permille) { setProgress(permille, 1'000); });
    connect(this, &JobProgress::cancelRequested, &job, &AnyBackgroundJob::cancel);
}

void JobProgress::begin(const QString& text) {
    m_text = text;
    m_since.start();
    m_label->setText(text);
    m_bar->setRange(0, 0);
    show();
}

void JobProgress::setProgress(int value, int maximum) {
    m_bar->setRange(0, maximum);
    m_bar->setValue(value);
    const auto left = timeLeft(std::chrono::nanoseconds(m_since.nsecsElapsed()), value, maximum);
    if (left)
        m_label->setText(tr("%1 · %2 left").arg(m_text, NumberFormat().duration(*left)));
}

void JobProgress::end() {
    hide();
}

} // namespace rillscope
