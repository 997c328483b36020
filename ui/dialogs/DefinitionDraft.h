// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/process/definition/DefinitionMistake.h"
#include "core/process/definition/PipelineDefinition.h"

#include <QByteArray>

namespace rillscope {

/// The text of a pipeline file of which some parts are still being typed: put together part by part, read as
/// a whole, and each mistake given back to the part that it is in.
class DefinitionDraft {
public:
    /// The lines of a part in the text.
    struct Part {
        int firstLine = 0;
        int lastLine = 0;
    };

    /// "[event_time]" and the lines below it.
    Part addPart(const QByteArray& header, const QByteArray& lines);
    /// What is not being typed.
    Part addUnits(const QList<UnitRule>& units);
    Part addSteps(const QList<StepDefinition>& steps);
    Part addEventTime(const EventTimeSettings& settings);

    DefinitionResult<PipelineDefinition> read() const;

    /// Those of the mistakes that are in the part; they are taken out of the list.
    static DefinitionMistakes take(DefinitionMistakes& mistakes, Part part);

private:
    Part add(const QByteArray& text);

    QByteArray m_text = "format = 1\n";
};

} // namespace rillscope
