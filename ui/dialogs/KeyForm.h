// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionMistake.h"
#include "ui/dialogs/KeyField.h"

#include <QWidget>

class QFormLayout;
class QLabel;

namespace rillscope {

/// Asks for the keys of one part of a pipeline file, whatever part it is, and shows at each what is wrong
/// with it. Thread: GUI.
class KeyForm : public QWidget {
    Q_OBJECT

public:
    explicit KeyForm(QWidget* parent = nullptr);

    /// Fields that stay keep what is typed in them.
    void setFields(const QList<KeyField>& fields);
    /// What may be typed for a reference, besides nothing.
    void setReferences(const QStringList& references) { m_references = references; }

    /// What is typed for each key.
    QHash<QString, QString> typed() const;
    /// The keys as lines of a pipeline file; those left empty are not there.
    QByteArray lines() const;
    /// Shows each at the field of its key. Returns those that have none here.
    DefinitionMistakes showMistakes(const DefinitionMistakes& mistakes);

Q_SIGNALS:
    void edited();

private:
    struct Row {
        KeyField field;
        QWidget* editor;
        QLabel* mistake;
    };

    Row makeRow(int place, const KeyField& field);
    QWidget* makeEditor(const KeyField& field);
    QWidget* makeChoice(const KeyField& field);
    QWidget* makeReference(const KeyField& field);
    bool isShown(const QString& key) const;

    QFormLayout* m_form;
    QList<Row> m_rows;
    QStringList m_references;
};

} // namespace rillscope
