// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/KeyForm.h"

#include "ui/text/OutsideText.h"
#include "ui/widgets/AggregateBoxes.h"
#include "ui/widgets/FileField.h"
#include "ui/widgets/StyleProperty.h"
#include "ui/widgets/WheelNeedsFocus.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

#include <algorithm>

namespace rillscope {
namespace {

QString typedIn(const QWidget& editor) {
    if (const auto* line = qobject_cast<const QLineEdit*>(&editor))
        return line->text().trimmed();
    if (const auto* box = qobject_cast<const QCheckBox*>(&editor))
        return box->isChecked() ? QStringLiteral("true") : QStringLiteral("false");
    if (const auto* aggregates = qobject_cast<const AggregateBoxes*>(&editor))
        return aggregates->names();
    if (const auto* file = qobject_cast<const FileField*>(&editor))
        return file->path();
    return static_cast<const QComboBox&>(editor).currentData().toString();
}

/// What takes the focus and shows that something is wrong with it.
QWidget& fieldIn(QWidget& editor) {
    auto* file = qobject_cast<FileField*>(&editor);
    return file ? *file->line() : editor;
}

/// "Expected a number, got …". A form wants no quotes, which a file does.
QString sentence(QString detail) {
    detail.replace(QStringLiteral("in quotes such as \"90s\" or \"5min\""),
                   QStringLiteral("such as 90s or 5min"));
    return detail.left(1).toUpper() + oneLine(detail.mid(1));
}

} // namespace

KeyForm::KeyForm(QWidget* parent) : QWidget(parent), m_form(new QFormLayout(this)) {
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setHorizontalSpacing(14);
    m_form->setVerticalSpacing(8);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignTop); // beside the field, not what is said below it
}

void KeyForm::wrapLongRows() {
    m_form->setRowWrapPolicy(QFormLayout::WrapLongRows);
}

bool KeyForm::isShown(const QString& key) const {
    return std::any_of(m_rows.begin(), m_rows.end(), [&](const Row& row) { return row.field.key == key; });
}

void KeyForm::setFields(const QList<KeyField>& fields) {
    for (int i = static_cast<int>(m_rows.size()) - 1; i >= 0; --i) {
        const QString& key = m_rows.at(i).field.key;
        if (std::any_of(fields.begin(), fields.end(),
                        [&](const KeyField& field) { return field.key == key; }))
            continue;
        m_form->removeRow(i);
        m_rows.removeAt(i);
    }
    for (int i = 0; i < fields.size(); ++i) {
        if (isShown(fields.at(i).key))
            continue;
        m_rows.insert(i, makeRow(i, fields.at(i)));
    }
    setFocusProxy(m_rows.isEmpty() ? nullptr : m_rows.constFirst().editor);
    for (int i = 1; i < m_rows.size(); ++i)
        setTabOrder(m_rows.at(i - 1).editor, m_rows.at(i).editor);
}

KeyForm::Row KeyForm::makeRow(int place, const KeyField& field) {
    auto* cell = new QWidget(this);
    auto* layout = new QVBoxLayout(cell);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    QWidget* editor = makeEditor(field);
    editor->setObjectName(QStringLiteral("key_") + field.key);
    fieldIn(*editor).setAccessibleName(field.label);
    editor->setToolTip(field.toolTip);
    auto* mistake = new QLabel(cell);
    mistake->setObjectName(QStringLiteral("mistake_") + field.key);
    mistake->setProperty("role", QStringLiteral("mistake"));
    mistake->setTextFormat(Qt::PlainText);
    mistake->setWordWrap(true);
    mistake->hide();
    layout->addWidget(editor);
    layout->addWidget(mistake);
    auto* label = new QLabel(field.kind == KeyField::Kind::Flag ? QString() : field.label, this);
    label->setToolTip(editor->toolTip());
    label->setBuddy(&fieldIn(*editor));
    if (field.kind == KeyField::Kind::File) { // a path needs all the width there is
        layout->insertWidget(0, label);
        m_form->insertRow(place, cell);
        return {field, editor, mistake};
    }
    editor->ensurePolished();
    label->setFixedHeight(editor->sizeHint().height());
    m_form->insertRow(place, label, cell);
    return {field, editor, mistake};
}

QWidget* KeyForm::makeEditor(const KeyField& field) {
    switch (field.kind) {
    case KeyField::Kind::Flag: {
        auto* box = new QCheckBox(field.label, this);
        box->setChecked(field.text == QLatin1String("true"));
        connect(box, &QCheckBox::toggled, this, &KeyForm::edited);
        return box;
    }
    case KeyField::Kind::Aggregates: {
        auto* boxes = new AggregateBoxes(this);
        boxes->setNames(field.text);
        connect(boxes, &AggregateBoxes::edited, this, &KeyForm::edited);
        return boxes;
    }
    case KeyField::Kind::Choice:
        return makeChoice(field);
    case KeyField::Kind::Reference:
        return makeReference(field);
    case KeyField::Kind::File:
        return makeFile(field);
    default:
        break;
    }
    auto* line = new QLineEdit(field.text, this);
    line->setMaxLength(1'000);
    line->setPlaceholderText(field.otherwise);
    connect(line, &QLineEdit::textEdited, this, &KeyForm::edited);
    return line;
}

QWidget* KeyForm::makeChoice(const KeyField& field) {
    auto* choice = new QComboBox(this);
    for (qsizetype i = 0; i < field.words.size(); ++i)
        choice->addItem(field.wordLabels.at(i), field.words.at(i));
    choice->setCurrentIndex(static_cast<int>(field.words.indexOf(field.text)));
    // It takes what room there is; the list that opens shows its words whole.
    choice->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    choice->setMinimumContentsLength(6);
    choice->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    WheelNeedsFocus::install(choice);
    connect(choice, &QComboBox::activated, this, &KeyForm::edited);
    return choice;
}

QWidget* KeyForm::makeReference(const KeyField& field) {
    auto* choice = new QComboBox(this);
    choice->addItem(tr("Raw samples"), QString());
    for (const QString& reference : std::as_const(m_references))
        choice->addItem(reference, reference);
    // What a file says and is not there (yet) is shown all the same.
    if (choice->findData(field.text) < 0)
        choice->addItem(field.text, field.text);
    choice->setCurrentIndex(choice->findData(field.text));
    connect(choice, &QComboBox::activated, this, &KeyForm::edited);
    return choice;
}

QWidget* KeyForm::makeFile(const KeyField& field) {
    auto* file = new FileField(this);
    file->setPath(field.text);
    file->setPlaceholder(field.otherwise);
    connect(file, &FileField::edited, this, &KeyForm::edited);
    return file;
}

QHash<QString, QString> KeyForm::typed() const {
    QHash<QString, QString> typed;
    for (const Row& row : m_rows)
        typed.insert(row.field.key, typedIn(*row.editor));
    return typed;
}

QList<KeyField> KeyForm::fields() const {
    QList<KeyField> fields;
    for (const Row& row : m_rows) {
        fields.append(row.field);
        fields.last().text = typedIn(*row.editor);
    }
    return fields;
}

void KeyForm::showMistakes(const QHash<QString, QString>& mistakes) {
    for (const Row& row : std::as_const(m_rows)) {
        const QString detail = mistakes.value(row.field.key);
        row.mistake->setText(sentence(detail));
        row.mistake->setVisible(!detail.isEmpty());
        fieldIn(*row.editor).setAccessibleDescription(detail);
        setStyleProperty(fieldIn(*row.editor), "invalid",
                         detail.isEmpty() ? QStringLiteral("false") : QStringLiteral("true"));
    }
}

} // namespace rillscope
