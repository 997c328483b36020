// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/Acknowledgement.h"
#include "app/cli/RecordOptions.h"
#include "app/cli/SourceLog.h"
#include "core/base/TerminationSignal.h"
#include "core/pipeline/AlarmHook.h"
#include "core/pipeline/Pipeline.h"

#include <QTimer>

#include <map>
#include <memory>
#include <vector>

namespace rillscope {

/// Records sources without a window: runs the pipeline until its end, then writes what was asked for.
/// Thread: main.
class RecordCommand : public QObject {
    Q_OBJECT

public:
    RecordCommand(RecordOptions options, const SourceCatalog& sources, const Clock& clock);

    /// Runs an event loop until all is done. Returns an ExitCode.
    int run();

private:
    void report(const QList<StreamEvent>& events);
    void reportCondition();
    void onStateChanged(Pipeline::State state);
    bool preparePipeline();
    bool makeSources();
    bool checkTimesAlike() const;
    void startSources();
    QByteArray startPosition(const SourceUri& uri) const;
    bool hasSeveralSources() const { return m_options.sources.size() > 1; }
    bool prepareCapture();
    bool prepareHook();
    void finishHook();
    int writeResults();
    std::optional<Error> finishCapture();

    RecordOptions m_options;
    const SourceCatalog& m_sources;
    const Clock& m_clock;
    TerminationSignal m_termination;
    std::optional<Acknowledgement> m_acknowledgement; ///< used on the capture thread until that is closed
    Pipeline m_pipeline;
    std::unique_ptr<AlarmHook> m_hook;                 ///< null: none was asked for
    std::vector<std::unique_ptr<SampleSource>> m_made; ///< until they are started
    std::map<int, SourceLog> m_sourceLogs;             ///< by stream
    QTimer m_conditionTimer; ///< a condition has no signal: most of them change with time alone
    Duration m_startedAt{};
    Duration m_elapsed{};
};

} // namespace rillscope
