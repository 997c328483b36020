// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/DefinitionForm.h"

#include "core/process/definition/DefinitionText.h"
#include "ui/text/MessageText.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

/// As a value of TOML. A number that is none goes as text, so that the parser says what it expected.
QString tomlValue(const KeyField& field) {
    switch (field.kind) {
    case KeyField::Kind::Number: {
        bool isNumber = false;
        const double number = field.text.toDouble(&isNumber);
        return isNumber && std::isfinite(number) ? tomlNumber(number) : tomlText(field.text);
    }
    case KeyField::Kind::Flag:
        return field.text;
    case KeyField::Kind::Aggregates: {
        QStringList names;
        for (const QString& name : field.text.split(u',', Qt::SkipEmptyParts))
            names.append(tomlText(name));
        return u'[' + names.join(u',') + u']';
    }
    default:
        return tomlText(field.text);
    }
}

} // namespace

QByteArray definitionLines(const KeyForm& form) {
    QString lines;
    for (const KeyField& field : form.fields()) {
        if (!field.text.isEmpty() || field.kind == KeyField::Kind::Aggregates)
            lines += field.key + QStringLiteral(" = ") + tomlValue(field) + u'\n';
    }
    return lines.toUtf8();
}

DefinitionMistakes showDefinitionMistakes(KeyForm& form, const DefinitionMistakes& mistakes) {
    const QList<KeyField> fields = form.fields();
    DefinitionMistakes others;
    QHash<QString, QString> placed;
    for (const DefinitionMistake& mistake : mistakes) {
        const bool hasField = std::any_of(fields.begin(), fields.end(),
                                          [&](const KeyField& field) { return field.key == mistake.key; });
        if (hasField)
            placed.insert(mistake.key, messageText(mistake.detail));
        else
            others.append(mistake);
    }
    form.showMistakes(placed);
    return others;
}

} // namespace rillscope
