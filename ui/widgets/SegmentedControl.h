// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QList>

class QAbstractButton;
class QButtonGroup;

namespace rillscope {

/// One choice of a few, as buttons in one frame. Tab reaches the chosen one, the arrow keys choose.
class SegmentedControl : public QFrame {
    Q_OBJECT

public:
    struct Segment {
        QString text;
        QString toolTip;
        QString accessibleName; ///< empty: the text
    };

    /// Compact takes less room at the sides, for panels.
    enum class Density { Normal, Compact };

    SegmentedControl(const QString& name, const QString& accessibleName, const QList<Segment>& segments,
                     QWidget* parent = nullptr, Density density = Density::Normal);

    int count() const;
    /// -1: none is chosen.
    int current() const;
    /// -1 chooses none. Emits nothing.
    void setCurrent(int index);
    QAbstractButton* segment(int index) const;

Q_SIGNALS:
    /// The user chose another segment.
    void currentChanged(int index);

private:
    void addSegment(const Segment& segment, int index, int last);
    void takeClick(int index);
    void placeTabStop();

    QButtonGroup* m_group;
    int m_current = -1;
};

} // namespace rillscope
