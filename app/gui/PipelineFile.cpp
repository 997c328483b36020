// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/PipelineFile.h"

#include "core/process/definition/DefinitionEdit.h"
#include "core/process/definition/DefinitionFile.h"
#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/TomlTree.h"

#include <QFile>
#include <QFileInfo>

namespace rillscope {
namespace {

/// From one definition to another, and back.
class DefinitionChange : public QUndoCommand {
public:
    DefinitionChange(Session& session, PipelineDefinition after, const QString& what)
        : QUndoCommand(what), m_session(session), m_before(session.definition()), m_after(std::move(after)) {}

    void redo() override { m_session.setDefinition(m_after); }
    void undo() override { m_session.setDefinition(m_before); }

private:
    Session& m_session;
    PipelineDefinition m_before;
    PipelineDefinition m_after;
};

} // namespace

PipelineFile::PipelineFile(Session& session) : m_session(session) {
    m_undo.setUndoLimit(1'000);
    connect(&m_session, &Session::definitionChanged, this, &PipelineFile::changed);
    connect(&m_undo, &QUndoStack::cleanChanged, this, &PipelineFile::changed);
}

QString PipelineFile::name() const {
    return QFileInfo(m_path).fileName();
}

DefinitionMistakes PipelineFile::edit(const PipelineDefinition& definition, const QString& what) {
    if (definition == this->definition())
        return {};
    DefinitionMistakes mistakes = mistakesOf(definition);
    if (mistakes.isEmpty())
        m_undo.push(new DefinitionChange(m_session, definition, what)); // the stack takes ownership
    return mistakes;
}

DefinitionMistakes PipelineFile::open(const QString& path) {
    const auto loaded = loadDefinition(path);
    if (!loaded)
        return loaded.error();
    replace(QFileInfo(path).absoluteFilePath(), loaded->text, loaded->definition);
    return {};
}

void PipelineFile::clear() {
    replace({}, {}, {});
}

void PipelineFile::replace(const QString& path, const QByteArray& text,
                           const PipelineDefinition& definition) {
    m_path = path;
    m_text = text;
    m_undo.clear();
    m_session.setDefinition(definition);
    Q_EMIT changed();
}

UpdatedDefinition PipelineFile::updated() const {
    return updateDefinition(m_text, definition());
}

bool PipelineFile::hasChangedOnDisk() const {
    QFile file(m_path);
    // A file that is gone is written anew; a pipe or a device has no contents that could change.
    return QFileInfo(m_path).isFile() && file.open(QIODevice::ReadOnly) &&
           file.read(maxDefinitionBytes + 1) != m_text;
}

Result<void> PipelineFile::save(const QString& path) {
    const QByteArray text = updated().text;
    const auto saved = saveDefinition(path, text);
    if (!saved)
        return saved;
    m_path = QFileInfo(path).absoluteFilePath();
    m_text = text;
    m_undo.setClean();
    Q_EMIT changed();
    return {};
}

QByteArray PipelineFile::draft() const {
    return isModified() ? updated().text : QByteArray();
}

void PipelineFile::restoreDraft(const QByteArray& text) {
    const auto draft = parseDefinition(text, QString());
    if (!draft)
        return;
    if (m_path.isEmpty())
        m_text = text; // its comments are nowhere else
    edit(*draft, tr("changes of the last time"));
}

} // namespace rillscope
