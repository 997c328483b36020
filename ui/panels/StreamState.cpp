// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/panels/StreamState.h"

#include <QCoreApplication>
#include <QStringList>

namespace rillscope {
namespace {

struct StateWords {
    Q_DECLARE_TR_FUNCTIONS(StreamState)
};

QString wholeSeconds(Duration duration, const NumberFormat& format) {
    return format.duration(std::chrono::floor<std::chrono::seconds>(duration));
}

} // namespace

bool isSourceLacking(StreamState state) {
    return state == StreamState::Connecting || state == StreamState::Silent || state == StreamState::Held ||
           state == StreamState::Refused;
}

QString stateText(const ShownState& state, const NumberFormat& format) {
    switch (state.state) {
    case StreamState::Live:
        return StateWords::tr("Live");
    case StreamState::Behind:
        // Whole seconds: it changes ten times a second.
        return StateWords::tr("Behind %1").arg(wholeSeconds(state.behind, format));
    case StreamState::Connecting:
        return StateWords::tr("Connecting");
    case StreamState::Waiting:
        return StateWords::tr("Waiting for data");
    case StreamState::Silent:
        return StateWords::tr("Silent for %1").arg(wholeSeconds(state.silence, format));
    case StreamState::Held:
        return StateWords::tr("Waiting for disk");
    case StreamState::Refused:
        return StateWords::tr("Refused");
    case StreamState::Paused:
        return StateWords::tr("Paused");
    case StreamState::Stopped:
        return StateWords::tr("Stopped");
    case StreamState::Failed:
        return StateWords::tr("Failed");
    case StreamState::Finished:
        return state.unreadable == 0
                   ? StateWords::tr("Finished")
                   : StateWords::tr("Finished, %1 unreadable").arg(format.compactCount(state.unreadable));
    case StreamState::Capture:
        break;
    }
    return StateWords::tr("Opened recording");
}

QString lackingText(const ShownState& state, const NumberFormat& format) {
    QStringList parts;
    if (state.unreadable > 0)
        parts.append(StateWords::tr("%1 unreadable").arg(format.count(state.unreadable)));
    if (state.dropped > 0)
        parts.append(StateWords::tr("%1 dropped").arg(format.count(state.dropped)));
    if (state.lost > 0)
        parts.append(StateWords::tr("%1 lost at the source").arg(format.count(state.lost)));
    if (state.unknownLosses > 0)
        parts.append(
            state.unknownLosses == 1
                ? StateWords::tr("1 loss of unknown size")
                : StateWords::tr("%1 losses of unknown size").arg(format.count(state.unknownLosses)));
    if (state.rowsLeftOut > 0)
        parts.append(state.rowsLeftOut == 1 ? StateWords::tr("1 row left out")
                                            : StateWords::tr("%1 rows left out", nullptr,
                                                             NumberFormat::pluralCount(state.rowsLeftOut))
                                                  .arg(format.count(state.rowsLeftOut)));
    if (state.missed > 0)
        parts.append(StateWords::tr("%1 in no file").arg(format.count(state.missed)));
    return parts.join(StateWords::tr(", "));
}

QString stateShape(const ShownState& state) {
    switch (state.state) {
    case StreamState::Live:
        return QStringLiteral("●");
    case StreamState::Behind:
    case StreamState::Connecting:
    case StreamState::Silent:
    case StreamState::Held:
        return QStringLiteral("◆");
    case StreamState::Waiting:
        return QStringLiteral("○");
    case StreamState::Paused:
        return QStringLiteral("‖");
    case StreamState::Failed:
    case StreamState::Refused:
        return QStringLiteral("▲");
    case StreamState::Finished:
        return state.isIncomplete() ? QStringLiteral("◆") : QStringLiteral("✓");
    case StreamState::Stopped:
    case StreamState::Capture:
        break;
    }
    return QStringLiteral("■");
}

QString stateColor(const ShownState& state) {
    switch (state.state) {
    case StreamState::Live:
        return QStringLiteral("ok");
    case StreamState::Behind:
    case StreamState::Connecting:
    case StreamState::Silent:
    case StreamState::Held:
        return QStringLiteral("warning");
    case StreamState::Failed:
    case StreamState::Refused:
        return QStringLiteral("alarm");
    case StreamState::Finished:
        return state.isIncomplete() ? QStringLiteral("warning") : QStringLiteral("ok");
    case StreamState::Waiting:
    case StreamState::Paused:
    case StreamState::Stopped:
    case StreamState::Capture:
        break;
    }
    return QStringLiteral("info");
}

QString rateText(double samplesReceived, double samplesAsked, const NumberFormat& format) {
    const auto both = [&](double unit) {
        return StateWords::tr("%1 of %2", "samples/s received, asked for")
            .arg(format.shortNumber(samplesReceived / unit), format.shortNumber(samplesAsked / unit));
    };
    if (samplesAsked >= 1e6)
        return StateWords::tr("%1 M", "million").arg(both(1e6));
    if (samplesAsked >= 1e4)
        return StateWords::tr("%1 k", "thousand").arg(both(1e3));
    return both(1.0);
}

} // namespace rillscope
