// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/KeyField.h"

#include <QHash>
#include <QWidget>

class QFormLayout;
class QLabel;

namespace rillscope {

/// Asks for the values of keys, whatever they belong to, and shows at each what is wrong with it. Thread:
/// GUI.
class KeyForm : public QWidget {
    Q_OBJECT

public:
    explicit KeyForm(QWidget* parent = nullptr);

    /// For a narrow place: a field that has no room beside its label stands below it.
    void wrapLongRows();
    /// Fields that stay keep what is typed in them.
    void setFields(const QList<KeyField>& fields);
    /// What may be typed for a reference, besides nothing.
    void setReferences(const QStringList& references) { m_references = references; }

    /// What is typed for each key.
    QHash<QString, QString> typed() const;
    /// Those that are shown, in their order, with what is typed as their text.
    QList<KeyField> fields() const;
    /// Shows what is wrong at the field of each key; the other fields are right. Keys without a field are
    /// passed over.
    void showMistakes(const QHash<QString, QString>& mistakes);

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
    QWidget* makeFile(const KeyField& field);
    bool isShown(const QString& key) const;

    QFormLayout* m_form;
    QList<Row> m_rows;
    QStringList m_references;
};

} // namespace rillscope
