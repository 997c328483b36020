// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SegmentedControl.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

#include <algorithm>

namespace rillscope {
namespace {

/// As wide as its text is when chosen, that is semibold: so the control keeps its size as the choice moves.
class SegmentButton : public QPushButton {
public:
    using QPushButton::QPushButton;

    QSize sizeHint() const override {
        const QSize plain = QPushButton::sizeHint();
        QFont semibold = font();
        semibold.setWeight(QFont::DemiBold);
        QFont regular = font();
        regular.setWeight(QFont::Normal);
        const int now = fontMetrics().horizontalAdvance(text());
        const int widest = qMax(QFontMetrics(semibold).horizontalAdvance(text()),
                                QFontMetrics(regular).horizontalAdvance(text()));
        return {plain.width() + widest - now, plain.height()};
    }

    QSize minimumSizeHint() const override { return sizeHint(); }
};

QString placeOf(int index, int last) {
    if (last == 0)
        return QStringLiteral("only");
    if (index == 0)
        return QStringLiteral("first");
    return index == last ? QStringLiteral("last") : QStringLiteral("middle");
}

} // namespace

SegmentedControl::SegmentedControl(const QString& name, const QString& accessibleName,
                                   const QList<Segment>& segments, QWidget* parent, Density density)
    : QFrame(parent), m_group(new QButtonGroup(this)) {
    setObjectName(name);
    setAccessibleName(accessibleName);
    setProperty("role", QStringLiteral("segments"));
    setProperty("density",
                density == Density::Compact ? QStringLiteral("compact") : QStringLiteral("normal"));
    setSizePolicy(density == Density::Compact ? QSizePolicy::Preferred : QSizePolicy::Fixed,
                  QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    const int last = static_cast<int>(segments.size()) - 1;
    for (int i = 0; i <= last; ++i)
        addSegment(segments.at(i), i, last);
    placeTabStop();
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::takeClick);
}

void SegmentedControl::addSegment(const Segment& segment, int index, int last) {
    auto* button = new SegmentButton(segment.text, this);
    button->setObjectName(objectName() + QString::number(index));
    button->setProperty("role", QStringLiteral("segment"));
    button->setProperty("place", placeOf(index, last));
    button->setToolTip(segment.toolTip);
    const QString spoken = segment.accessibleName.isEmpty() ? segment.text : segment.accessibleName;
    button->setAccessibleName(tr("%1: %2").arg(accessibleName(), spoken));
    button->setCheckable(true);
    button->setAutoDefault(false);
    m_group->addButton(button, index);
    layout()->addWidget(button);
}

int SegmentedControl::count() const {
    return static_cast<int>(m_group->buttons().size());
}

int SegmentedControl::current() const {
    return m_current;
}

QAbstractButton* SegmentedControl::segment(int index) const {
    return m_group->button(index);
}

void SegmentedControl::setCurrent(int index) {
    Q_ASSERT(index >= -1 && index < count());
    m_current = index;
    if (index >= 0) {
        m_group->button(index)->setChecked(true);
    } else if (QAbstractButton* checked = m_group->checkedButton()) {
        m_group->setExclusive(false); // an exclusive group does not let go of its last button
        checked->setChecked(false);
        m_group->setExclusive(true);
    }
    placeTabStop();
}

void SegmentedControl::takeClick(int index) {
    if (index == m_current)
        return;
    m_current = index;
    placeTabStop();
    Q_EMIT currentChanged(index);
}

/// Qt moves the tab stop of a group to the button that gets the focus, not to the one that is chosen.
void SegmentedControl::placeTabStop() {
    const int stop = std::max(m_current, 0);
    for (int i = 0; i < count(); ++i)
        m_group->button(i)->setFocusPolicy(i == stop ? Qt::StrongFocus : Qt::ClickFocus);
}

} // namespace rillscope
