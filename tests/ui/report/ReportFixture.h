// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/ReportJob.h"
#include "ui/report/ReportFile.h"

#include <random>

namespace rillscope::test {

/// A session whose every list is as long as it may get.
struct LargeSession {
    std::shared_ptr<SampleHistory> history = std::make_shared<SampleHistory>();
    PipelineResults results;
    ReportSession session;
};

/// `name` makes the names of channels and rules out of a number.
LargeSession makeLargeSession(int channels, int samples, int alarms, const std::function<QString(int)>& name,
                              int steps);

/// Of the whole session. Fails the test when it cannot be gathered.
ReportContents contentsOf(const LargeSession& session, const ReportRange& range = {});

/// By the page objects of a PDF, which Qt does not compress.
int pageCount(const QByteArray& pdf);

} // namespace rillscope::test
