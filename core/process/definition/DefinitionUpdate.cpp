// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/definition/DefinitionUpdate.h"

#include "core/process/definition/DefinitionParser.h"
#include "core/process/definition/DefinitionWriter.h"
#include "core/process/definition/PartUpdate.h"

#include <algorithm>

namespace rillscope {
namespace {

/// A part that the new text shall have.
struct WantedPart {
    PartKind kind;
    QList<WrittenKey> keys;
    DocumentPart* old = nullptr; ///< what it was before, if it was
};

bool isAllDefault(const QList<WrittenKey>& keys) {
    return std::all_of(keys.begin(), keys.end(), [](const WrittenKey& key) { return key.isDefault; });
}

std::vector<WantedPart> wantedParts(const PipelineDefinition& definition) {
    std::vector<WantedPart> wanted{{PartKind::EventTime, keysOf(definition.eventTime)}};
    for (const UnitRule& rule : definition.units)
        wanted.push_back({PartKind::Unit, keysOf(rule)});
    for (const StepDefinition& step : definition.steps)
        wanted.push_back({PartKind::Step, keysOf(step)});
    return wanted;
}

/// What a part is known by when its other keys change.
QString identityKey(PartKind kind) {
    return kind == PartKind::Step ? QStringLiteral("name") : QStringLiteral("channels");
}

QString identityOf(PartKind kind, const QList<WrittenKey>& keys) {
    for (const WrittenKey& key : keys) {
        if (key.key == identityKey(kind))
            return key.value;
    }
    return {};
}

QList<WrittenKey> withoutIdentity(PartKind kind, QList<WrittenKey> keys) {
    keys.removeIf([&](const WrittenKey& key) { return key.key == identityKey(kind); });
    return keys;
}

/// Finds for each wanted part the one it was: that of the same name, or else that which differs in its name
/// only.
class PartMatch {
public:
    PartMatch(std::vector<WantedPart>& wanted, DefinitionDocument& document)
        : m_document(document), m_isTaken(document.parts.size(), false) {
        for (WantedPart& part : wanted)
            take(part, [&](const DocumentPart& old) {
                return identityOf(old.kind, old.keys) == identityOf(part.kind, part.keys);
            });
        for (WantedPart& part : wanted)
            take(part, [&](const DocumentPart& old) {
                return withoutIdentity(old.kind, old.keys) == withoutIdentity(part.kind, part.keys);
            });
    }

    bool isTaken(std::size_t index) const { return m_isTaken[index]; }

private:
    template <typename Predicate>
    void take(WantedPart& wanted, Predicate isSame) {
        for (std::size_t i = 0; i < m_document.parts.size() && !wanted.old; ++i) {
            DocumentPart& old = m_document.parts[i];
            if (m_isTaken[i] || old.kind != wanted.kind || !isSame(old))
                continue;
            wanted.old = &old;
            m_isTaken[i] = true;
        }
    }

    DefinitionDocument& m_document;
    std::vector<bool> m_isTaken;
};

/// Puts the lines of the new text together.
class TextAssembly {
public:
    TextAssembly(const QByteArray& original, DefinitionDocument& document,
                 const PipelineDefinition& definition)
        : m_lineEnd(original.contains("\r\n") ? "\r\n" : "\n")
        , m_document(document)
        , m_wanted(wantedParts(definition))
        , m_match(m_wanted, document) {
        for (std::size_t i = 0; i < m_wanted.size(); ++i)
            m_queues[static_cast<std::size_t>(m_wanted[i].kind)].push_back(&m_wanted[i]);
        for (std::vector<WantedPart*>& queue : m_queues)
            std::reverse(queue.begin(), queue.end()); // so that the next one is taken from the back
    }

    UpdatedDefinition assemble() {
        m_lines = m_document.preamble;
        appendNew(PartKind::EventTime);
        for (std::size_t i = 0; i < m_document.parts.size(); ++i) {
            const DocumentPart& part = m_document.parts[i];
            if (part.kind == PartKind::Step && !isOldLeft(PartKind::Unit))
                appendNew(PartKind::Unit);
            if (m_match.isTaken(i))
                fillPlace(part);
            else
                cut(part);
        }
        appendNew(PartKind::Unit);
        appendNew(PartKind::Step);
        appendStanding(m_document.epilogue);
        return {joined(), m_lost};
    }

private:
    std::vector<WantedPart*>& queueOf(PartKind kind) { return m_queues[static_cast<std::size_t>(kind)]; }

    bool isOldLeft(PartKind kind) {
        const std::vector<WantedPart*>& queue = queueOf(kind);
        return std::any_of(queue.begin(), queue.end(), [](const WantedPart* part) { return part->old; });
    }

    const WantedPart& takeNext(PartKind kind) {
        const WantedPart* next = queueOf(kind).back();
        queueOf(kind).pop_back();
        return *next;
    }

    bool isNextNew(PartKind kind) { return !queueOf(kind).empty() && !queueOf(kind).back()->old; }

    void appendBlank() {
        if (!m_lines.isEmpty() && !m_lines.constLast().trimmed().isEmpty())
            m_lines.append(m_lineEnd);
    }

    /// What stood alone before parts that are cut, and then `lines`, without two blank lines where they meet.
    void appendStanding(QByteArrayList lines) {
        m_lines += m_standing;
        if (!m_standing.isEmpty() && !lines.isEmpty() && lines.constFirst().trimmed().isEmpty())
            lines.removeFirst();
        m_standing.clear();
        m_lines += lines;
    }

    void appendKeys(const WantedPart& part) {
        static const std::array<const char*, 3> headers{"[event_time]", "[[unit]]", "[[step]]"};
        if (part.kind == PartKind::EventTime && isAllDefault(part.keys))
            return;
        appendBlank();
        m_lines.append(headers.at(static_cast<std::size_t>(part.kind)) + m_lineEnd);
        for (const WrittenKey& key : part.keys) {
            if (!key.isDefault)
                m_lines.append(keyLine(key) + m_lineEnd);
        }
    }

    void appendNew(PartKind kind) {
        while (isNextNew(kind))
            appendKeys(takeNext(kind));
    }

    /// The place of a part that is still there somewhere: the next one of its kind now stands here, and
    /// around it the new ones that come before and after it.
    void fillPlace(const DocumentPart& place) {
        appendStanding(place.floating);
        if (isNextNew(place.kind)) {
            appendNew(place.kind);
            appendBlank();
        }
        const WantedPart& part = takeNext(place.kind);
        m_lines += part.old->attached;
        m_lines += updatedBody(*part.old, part.keys, m_lineEnd, m_lost);
        appendNew(place.kind);
    }

    /// A comment that stood alone before the part was not its own, and stays.
    void cut(const DocumentPart& part) {
        m_lost += commentsIn(part.attached) + commentsIn(part.body);
        if (!commentsIn(part.floating).isEmpty())
            m_standing += part.floating;
    }

    QByteArray joined() const {
        QByteArray text;
        for (const QByteArray& line : m_lines) {
            if (!text.isEmpty() && !text.endsWith('\n'))
                text += m_lineEnd; // the original's last line had none
            text += line;
        }
        return text;
    }

    QByteArray m_lineEnd;
    DefinitionDocument& m_document;
    std::vector<WantedPart> m_wanted;
    PartMatch m_match;
    std::array<std::vector<WantedPart*>, 3> m_queues; ///< by kind; the next one is the last
    QByteArrayList m_lines;
    QByteArrayList m_standing; ///< comments that stood alone before parts that are cut
    QStringList m_lost;
};

} // namespace

UpdatedDefinition updateDefinition(const QByteArray& original, const PipelineDefinition& definition) {
    const QByteArray anew = writeDefinition(definition);
    if (auto document = splitDefinition(original)) {
        const UpdatedDefinition updated = TextAssembly(original, *document, definition).assemble();
        const auto parsed = parseDefinition(updated.text, QString());
        // What a definition means is more than how it is written: better anew than wrong.
        if (parsed && writeDefinition(*parsed) == anew)
            return updated;
    }
    return {anew, commentsIn(linesOf(original))};
}

} // namespace rillscope
