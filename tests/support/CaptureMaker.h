// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/capture/Database.h"
#include "core/capture/read/CaptureContents.h"
#include "core/model/ChannelInfo.h"

namespace rillscope::test {

/// What makeCapture() puts into a file.
struct CaptureToMake {
    QList<ChannelInfo> channels{{QStringLiteral("sensor-1")}};
    std::vector<StoredSample> samples{}; ///< ids are given by place
    bool isEnded = true;                 ///< false: as if it had been cut short
    bool hasRollups = true;
    qint64 samplesInArrival = 100; ///< that came together; a second between
    Timestamp started = Timestamp{std::chrono::sys_days{std::chrono::year{2026} / 1 / 1}};
    QString source = QStringLiteral("sim:normal");
    QString definition{};
    QString account{};
};

/// Writes a capture by plain SQL, so that readers can be tested without the writer. The test fails when it
/// cannot be written. One that is not ended is left in WAL mode, with its log.
void makeCapture(const QString& path, const CaptureToMake& capture);

/// `count` samples of the channels in turn, a second apart, with values that no other has.
std::vector<StoredSample> countingSamples(qint64 count, int channels = 1);

/// Changes a capture by SQL, whatever that does to it. The test fails when it cannot.
void changeCapture(const QString& path, const char* sql);

/// Text forms: "id channel time value quality", a break as '|' in front.
std::string toText(const StoredSample& sample);
std::string toText(const std::vector<StoredSample>& samples);

} // namespace rillscope::test
