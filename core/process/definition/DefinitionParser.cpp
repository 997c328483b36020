// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionParser.h"

#include "core/base/Message.h"
#include "core/process/definition/DefinitionText.h"
#include "core/process/definition/KeyReader.h"
#include "core/process/definition/StepReference.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace rillscope {
namespace {

constexpr std::size_t maxTables = 1'000;
constexpr qint64 formatVersion = 1;

void checkFormat(KeyReader& keys) {
    const Message expected =
        Message(QT_TRANSLATE_NOOP("Message", "%1, the version of the format"), formatVersion);
    const TomlEntry* entry =
        keys.ask("format", true, Message(QT_TRANSLATE_NOOP("Message", "format = %1"), expected));
    if (!entry)
        return;
    const auto* version = std::get_if<qint64>(&entry->value.content);
    if (version && *version > formatVersion)
        keys.report(
            entry->key, entry->value.line,
            Message(QT_TRANSLATE_NOOP("Message", "version %1 is newer than this program, which reads %2"),
                    QString::number(*version), QString::number(formatVersion)));
    else if (!version || *version != formatVersion)
        keys.expect(*entry, expected);
}

/// What stands under [key], if it is there.
const TomlTable* tableOf(KeyReader& keys, const char* key) {
    const TomlEntry* entry = keys.ask(key, false, {});
    if (!entry)
        return nullptr;
    const auto* table = std::get_if<TomlTable>(&entry->value.content);
    if (!table)
        keys.expect(*entry, Message(QT_TRANSLATE_NOOP("Message", "a table, written [%1]"), entry->key));
    return table;
}

/// What stands under each [[key]]; nothing, and a mistake, when it is no list of tables, or too long a one.
std::vector<const TomlTable*> tablesOf(KeyReader& keys, const char* key) {
    const TomlEntry* entry = keys.ask(key, false, {});
    if (!entry)
        return {};
    const auto* array = std::get_if<TomlArray>(&entry->value.content);
    if (array && array->size() > maxTables) {
        keys.report(entry->key, array->at(maxTables).line,
                    Message(QT_TRANSLATE_NOOP("Message", "expected at most %1"), maxTables));
        return {};
    }
    std::vector<const TomlTable*> tables;
    if (array)
        std::transform(array->begin(), array->end(), std::back_inserter(tables),
                       [](const TomlValue& value) { return std::get_if<TomlTable>(&value.content); });
    if (array && std::find(tables.begin(), tables.end(), nullptr) == tables.end())
        return tables;
    keys.expect(*entry, Message(QT_TRANSLATE_NOOP("Message", "tables, each written [[%1]] with two brackets"),
                                entry->key));
    return {};
}

/// A file being read: what is understood of it so far, and all that is not.
class DefinitionReading {
public:
    explicit DefinitionReading(QString file) : m_file(std::move(file)) {}

    void read(const TomlTable& root) {
        KeyReader keys(root, m_file, m_mistakes);
        checkFormat(keys);
        if (const TomlTable* table = tableOf(keys, "event_time"))
            readPart(*table, m_definition.eventTime);
        for (const TomlTable* table : tablesOf(keys, "unit"))
            readPart(*table, m_definition.units.emplaceBack());
        for (const TomlTable* table : tablesOf(keys, "step"))
            readStep(*table);
        keys.finish();
        checkSteps();
    }

    DefinitionResult<PipelineDefinition> result() {
        if (m_mistakes.isEmpty())
            return m_definition;
        std::stable_sort(
            m_mistakes.begin(), m_mistakes.end(),
            [](const DefinitionMistake& a, const DefinitionMistake& b) { return a.line < b.line; });
        if (m_mistakes.size() > maxMistakes)
            m_mistakes.resize(maxMistakes);
        return tl::unexpected(m_mistakes);
    }

private:
    template <typename Part>
    void readPart(const TomlTable& table, Part& part) {
        KeyReader keys(table, m_file, m_mistakes);
        visitKeys(keys, part);
        keys.finish();
    }

    void readStep(const TomlTable& table) {
        KeyReader keys(table, m_file, m_mistakes);
        StepDefinition step;
        if (const TomlEntry* name = table.find(QStringLiteral("name"))) {
            if (const auto* text = std::get_if<QString>(&name->value.content))
                keys.setStep(excerptOf(*text));
        }
        const std::optional<QString> kind = keys.choice("kind", stepKinds());
        if (kind) {
            step.settings = *settingsOfKind(*kind);
            visitStep(keys, step);
            keys.finish();
        } else {
            keys.text("name", step.name, TextRule::Name); // others may read it: one mistake is enough
        }
        m_definition.steps.append(step);
        m_read.push_back({&table, kind.has_value()});
    }

    void reportStep(qsizetype index, const char* key, const Message& detail) {
        KeyReader keys(*m_read[static_cast<std::size_t>(index)].table, m_file, m_mistakes);
        keys.setStep(excerptOf(m_definition.steps.at(index).name));
        keys.report(QString::fromLatin1(key), keys.lineOf(key), detail);
    }

    /// What holds between steps, and between a step and the event time.
    void checkSteps() {
        QHash<QString, qsizetype> names;
        for (qsizetype index = 0; index < m_definition.steps.size() && m_mistakes.size() < maxMistakes;
             ++index) {
            const StepDefinition& step = m_definition.steps.at(index);
            if (!step.name.isEmpty() && names.contains(step.name))
                reportStep(index, "name",
                           Message(QT_TRANSLATE_NOOP("Message", "\"%1\" is the name of an earlier step, too"),
                                   step.name));
            names.insert(step.name, index);
            if (!m_read[static_cast<std::size_t>(index)].isKindKnown)
                continue;
            if (const Message problem =
                    readsBrokenStep(step) ? Message() : referenceProblem(m_definition.steps, index);
                !problem.isEmpty())
                reportStep(index, "of", problem);
            if (groupOf(step.settings) == StepGroup::Window && !m_definition.eventTime.outOfOrderness)
                reportStep(
                    index, "kind",
                    Message(QT_TRANSLATE_NOOP(
                        "Message", "a window needs out_of_orderness in [event_time], such as \"5s\"")));
        }
    }

    /// A step whose kind is not known may be anything: what reads it is right until that is.
    bool readsBrokenStep(const StepDefinition& reader) const {
        const QString name = StepReference::read(reader.of).step;
        for (qsizetype index = 0; index < m_definition.steps.size(); ++index) {
            if (!m_read[static_cast<std::size_t>(index)].isKindKnown &&
                m_definition.steps.at(index).name == name)
                return true;
        }
        return false;
    }

    struct ReadStep {
        const TomlTable* table;
        bool isKindKnown;
    };

    QString m_file;
    PipelineDefinition m_definition;
    std::vector<ReadStep> m_read; ///< beside m_definition.steps
    DefinitionMistakes m_mistakes;
};

} // namespace

DefinitionResult<PipelineDefinition> parseDefinition(const QByteArray& text, const QString& file) {
    const auto root = readToml(text, file);
    if (!root)
        return tl::unexpected(root.error());
    DefinitionReading reading(file);
    reading.read(*root);
    return reading.result();
}

} // namespace rillscope
