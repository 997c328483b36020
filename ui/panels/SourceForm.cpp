// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/SourceForm.h"

#include "ui/text/KeyText.h"
#include "ui/text/MessageText.h"
#include "ui/text/SourceText.h"
#include "ui/widgets/FileField.h"
#include "ui/widgets/KeyForm.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace rillscope {
namespace {

KeyField::Kind kindOf(const SourceKey& key) {
    if (std::holds_alternative<SourceKey::File>(key.type))
        return KeyField::Kind::File;
    return std::holds_alternative<SourceKey::Word>(key.type) ? KeyField::Kind::Choice : KeyField::Kind::Text;
}

QString shownWord(const QString& word) {
    const QString label = wordLabel(word);
    return label.left(1).toUpper() + label.mid(1);
}

KeyField fieldOf(const SourceKey& key, const std::optional<QString>& value) {
    KeyField field{.key = key.name,
                   .label = sourceText(key.label),
                   .toolTip = sourceText(key.help),
                   .kind = kindOf(key),
                   .text = value.value_or(QString()),
                   .otherwise = key.otherwise,
                   .words = {},
                   .wordLabels = {}};
    if (const auto* word = std::get_if<SourceKey::Word>(&key.type)) {
        field.words = word->words;
        for (const QString& each : word->words)
            field.wordLabels.append(shownWord(each));
        if (!word->words.contains(field.text))
            field.text = key.otherwise;
        if (key.otherwise.isEmpty()) { // what was chosen can be taken back
            field.words.prepend(QString());
            field.wordLabels.prepend(sourceText(QT_TRANSLATE_NOOP("Source", "Auto")));
        }
    }
    return field;
}

} // namespace

SourceForm::SourceForm(const SourceType& type, QWidget* parent)
    : QWidget(parent), m_type(type), m_form(new KeyForm(this)), m_start(new QPushButton(tr("Start"), this)) {
    setObjectName(QStringLiteral("sourceForm_") + type.scheme);
    auto* explanation = new QLabel(sourceText(type.description) + u'.', this);
    explanation->setObjectName(QStringLiteral("sourceExplanation"));
    explanation->setProperty("role", QStringLiteral("dim"));
    explanation->setTextFormat(Qt::PlainText);
    explanation->setWordWrap(true);
    m_start->setObjectName(QStringLiteral("startSource"));
    m_start->setToolTip(tr("Start this source; the one that runs is stopped"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(10);
    column->addWidget(explanation);
    column->addWidget(m_form);
    column->addWidget(m_start);
    m_form->wrapLongRows();
    connect(m_form, &KeyForm::edited, this, &SourceForm::check);
    connect(m_start, &QPushButton::clicked, this, [this] { Q_EMIT startRequested(source()); });
    setSource(SourceUri(type.scheme, QString()));
}

void SourceForm::setSource(const SourceUri& uri) {
    QList<KeyField> fields;
    if (const auto& address = m_type.keys.address)
        fields.append(fieldOf(*address, uri.path()));
    for (const SourceKey& key : m_type.keys.parameters)
        fields.append(fieldOf(key, uri.parameter(key.name)));
    m_form->setFields({}); // else what is typed would stay
    m_form->setFields(fields);
    check();
}

SourceUri SourceForm::source() const {
    const QHash<QString, QString> typed = m_form->typed();
    const auto& address = m_type.keys.address;
    SourceUri uri = SourceUri::ofFile(m_type.scheme, address ? typed.value(address->name) : QString());
    for (const SourceKey& key : m_type.keys.parameters) {
        const QString value = typed.value(key.name);
        if (!value.isEmpty() && value != key.otherwise)
            uri.setParameter(key.name, value);
    }
    return uri;
}

void SourceForm::setOpenFolder(const QString& folder) {
    for (FileField* file : m_form->findChildren<FileField*>())
        file->setFolder(folder);
}

void SourceForm::check() {
    const SystemClock clock;
    const SourceUri uri = source();
    const auto made = m_type.make(uri, {clock});
    m_isComplete = made.has_value();
    m_start->setEnabled(m_isComplete);
    QHash<QString, QString> mistakes;
    if (!made) {
        const QString& subject = made.error().subject;
        const auto& address = m_type.keys.address;
        const bool isOfAKey = uri.parameter(subject).has_value();
        // That nothing is typed yet needs no telling.
        if (isOfAKey || (address && !uri.path().isEmpty()))
            mistakes.insert(isOfAKey ? subject : address->name, messageText(made.error().detail));
    }
    m_form->showMistakes(mistakes);
}

} // namespace rillscope
