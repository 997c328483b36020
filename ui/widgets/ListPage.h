// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QStackedLayout;

namespace rillscope {

class ElidedLabel;

/// A list with what belongs to it in a row above: a note and tools. The row can be taken out and put
/// elsewhere, beside the tabs that choose between lists; see ListsPanel. When it is narrow the note becomes
/// brief, and tools that find no room are not there, the first ones first: what they do must be in the list's
/// menu, too. Without entries a hint stands in the list's place. Thread: GUI.
class ListPage : public QWidget {
    Q_OBJECT

public:
    /// `name`: of the objects; "events" gives eventsNote and eventsEmpty.
    ListPage(const QString& name, const QString& hint, QWidget* parent);

    /// The row above the list. Remains this page's until it is put into another layout.
    QWidget* tools() const { return m_tools; }

    bool eventFilter(QObject* watched, QEvent* event) override;

protected:
    void setList(QWidget* list);
    void addTool(QWidget* tool);
    /// `brief` stands there when there is no room for the whole note, and comes before tools.
    void setNote(const QString& note, const QString& brief = {});
    void setHint(const QString& hint);
    void setListVisible(bool visible);

private:
    void dropWhatDoesNotFit();

    QWidget* m_tools;
    QList<QWidget*> m_holders; ///< of the tools
    QString m_wholeNote;
    QString m_briefNote;
    QHBoxLayout* m_toolRow;
    ElidedLabel* m_note;
    QLabel* m_hint;
    QStackedLayout* m_pages;
};

} // namespace rillscope
