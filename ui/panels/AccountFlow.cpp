// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/AccountFlow.h"

#include "ui/widgets/FigureLabel.h"

#include <QFrame>
#include <QGridLayout>
#include <QPainter>

namespace rillscope {
namespace {

constexpr int forkWidth = 13;
constexpr int captionPixels = 11;
constexpr int boxMargin = 3; ///< beside the texts of a box

} // namespace

AccountFlow::AccountFlow(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("accountFlow"));
    setAccessibleName(tr("Where the samples went"));
    m_received = makeBox(QStringLiteral("accountReceived"), tr("received"),
                         tr("Inputs that arrived, readable or not"));
    m_accepted = makeBox(QStringLiteral("accountAccepted"), tr("accepted"), tr("Inputs that held a sample"));
    m_malformed =
        makeBox(QStringLiteral("accountMalformed"), tr("unreadable"), tr("Inputs that held no sample"));
    m_recorded = makeBox(QStringLiteral("accountRecorded"), tr("recorded"), tr("Samples in the history"));
    m_dropped = makeBox(QStringLiteral("accountDropped"), tr("dropped"), tr("Samples lost on purpose"));
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(forkWidth);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_received.frame, 0, 0);
    grid->addWidget(m_accepted.frame, 0, 1);
    grid->addWidget(m_malformed.frame, 1, 1);
    grid->addWidget(m_recorded.frame, 0, 2);
    grid->addWidget(m_dropped.frame, 1, 2);
    for (int column = 0; column < 3; ++column)
        grid->setColumnStretch(column, 1);
    setAccount({});
}

AccountFlow::Box AccountFlow::makeBox(const QString& objectName, const QString& caption,
                                      const QString& toolTip) {
    auto* frame = new QFrame(this);
    frame->setProperty("role", QStringLiteral("flowBox"));
    frame->setToolTip(toolTip);
    auto* lines = new QVBoxLayout(frame);
    lines->setContentsMargins(boxMargin, 4, boxMargin, 4);
    lines->setSpacing(1);
    auto* figure = new FigureLabel(frame);
    figure->setObjectName(objectName);
    figure->setAccessibleDescription(caption);
    figure->setProperty("role", QStringLiteral("strong"));
    auto* label = new QLabel(caption, frame);
    QFont small = label->font();
    small.setPixelSize(captionPixels);
    label->setFont(small);
    label->setProperty("role", QStringLiteral("dim"));
    lines->addWidget(figure, 0, Qt::AlignHCenter);
    lines->addWidget(label, 0, Qt::AlignHCenter);
    return {frame, figure};
}

void AccountFlow::setAccount(const Account& account) {
    showCount(m_received, account.received);
    showCount(m_accepted, account.accepted);
    showCount(m_malformed, account.malformed);
    showCount(m_recorded, account.recorded);
    showCount(m_dropped, account.dropped);
}

void AccountFlow::showCount(const Box& box, qint64 count) const {
    box.figure->setFigure(m_format.compactCount(count));
    box.figure->setToolTip(
        QStringLiteral("%1: %2").arg(box.figure->accessibleDescription(), m_format.count(count)));
}

void AccountFlow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    const int boxWidth = (width() - 2 * forkWidth) / 3;
    for (const Box* box : {&m_received, &m_accepted, &m_malformed, &m_recorded, &m_dropped})
        box->figure->setRoom(boxWidth - 2 * (boxMargin + box->frame->frameWidth()));
}

void AccountFlow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setPen(palette().color(QPalette::PlaceholderText));
    paintFork(painter, m_received, m_accepted, m_malformed);
    paintFork(painter, m_accepted, m_recorded, m_dropped);
    Q_EMIT painted();
}

void AccountFlow::paintFork(QPainter& painter, const Box& from, const Box& first, const Box& second) const {
    const auto middle = [](const QRect& box) { return box.center().y(); };
    const QRect source = from.frame->geometry();
    const int fork = source.right() + forkWidth / 2;
    painter.drawLine(source.right() + 2, middle(source), fork, middle(source));
    painter.drawLine(fork, middle(source), fork, middle(second.frame->geometry()));
    for (const Box* to : {&first, &second}) {
        const QRect target = to->frame->geometry();
        const QPoint tip(target.left() - 2, middle(target));
        painter.drawLine(QPoint(fork, tip.y()), tip);
        painter.drawLine(tip, tip - QPoint(3, 3));
        painter.drawLine(tip, tip - QPoint(3, -3));
    }
}

} // namespace rillscope
