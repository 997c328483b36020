// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/ReportJob.h"

#include "core/base/Message.h"
#include "core/capture/read/CaptureHistory.h"
#include "core/report/ChannelSurvey.h"

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr int partsBetweenCalls = 64; ///< of 256 samples

/// The ends of the range that are not named are those of the samples.
ReportRange effectiveRange(const ReportRange& asked, const SampleHistory& history) {
    const auto samples = history.timeRange();
    const bool isOpen = asked.begin == Timestamp::min() || asked.end == Timestamp::max();
    if (!samples)
        return isOpen ? ReportRange() : asked;
    ReportRange range = asked;
    if (asked.begin == Timestamp::min())
        range.begin = std::min(samples->first, asked.end);
    if (asked.end == Timestamp::max())
        range.end = std::max(samples->second, range.begin);
    return range;
}

} // namespace

Result<ReportContents> gatherReport(const SampleHistory& history, const ReportSession& session,
                                    const ReportRange& range, const std::function<bool()>& isCancelled,
                                    const std::function<void(qint64 done, qint64 all)>& reportProgress) {
    ReportContents contents;
    contents.session = session;
    contents.range = effectiveRange(range, history);
    takeAlarms(contents, std::exchange(contents.session.alarms, AlarmTable()));
    LongestGaps gaps(ReportContents::mostGaps);
    qint64 done = 0;
    const qint64 all = history.size();
    for (int channel = 0; channel < history.channelCount(); ++channel) {
        ChannelSurvey survey(history, channel, contents.range, gaps);
        // What lies outside of the range costs nothing.
        done += history.channel(channel).size() - survey.size();
        for (int part = 0; !survey.isAtEnd(); ++part) {
            if (part % partsBetweenCalls == 0) {
                if (isCancelled && isCancelled())
                    return failure(ErrorCode::Cancelled, {},
                                   Message(QT_TRANSLATE_NOOP("Message", "the report was cancelled")));
                if (reportProgress)
                    reportProgress(std::min(done + survey.passed(), all), all);
            }
            survey.advance();
        }
        done += survey.passed();
        contents.channels.append(survey.finish());
    }
    contents.gapCount = gaps.count();
    contents.gaps = gaps.take();
    return contents;
}

Result<GatheredReport> gatherFullReport(std::shared_ptr<const SampleHistory> history,
                                        const ReportSession& session, const ReportRange& range,
                                        const QString& capturePath, const JobControl& control) {
    double begun = 0.0; // what is done already of the progress that is reported
    const auto progressTo = [&](double end) {
        return [&control, begin = begun, end](qint64 done, qint64 all) {
            constexpr qint64 steps = 1'000;
            const double part = all > 0 ? static_cast<double>(done) / static_cast<double>(all) : 1.0;
            control.report(std::lround((begin + (end - begin) * part) * steps), steps);
        };
    };
    if (!capturePath.isEmpty() && history->evictedCount() > 0 && history->size() <= mostReadBack) {
        constexpr double readingPart = 0.8;
        auto opened =
            openCaptureHistory(capturePath, control.isCancelled, progressTo(readingPart), mostReadBack);
        if (!opened && opened.error().code == ErrorCode::Cancelled)
            return tl::unexpected(opened.error());
        if (opened && opened->history->channelCount() == history->channelCount())
            history = std::move(opened->history);
        begun = readingPart;
    }
    auto contents = gatherReport(*history, session, range, control.isCancelled, progressTo(1.0));
    if (!contents)
        return tl::unexpected(contents.error());
    return GatheredReport{std::move(*contents), std::move(history)};
}

} // namespace rillscope
