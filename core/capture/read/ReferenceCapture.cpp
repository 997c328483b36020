// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/read/ReferenceCapture.h"

#include "core/base/Message.h"
#include "core/capture/read/CaptureReader.h"

#include <QDateTime>

#include <algorithm>

namespace rillscope {
namespace {

/// When the capture began, as people say it here: "11-22 13:40".
QString labelOf(const CaptureInfo& info, Timestamp start) {
    const Timestamp time = info.started.value_or(start);
    return QDateTime::fromMSecsSinceEpoch(toMilliseconds(time)).toString(QStringLiteral("MM-dd HH:mm"));
}

Result<void> readSamples(CaptureReader& reader, ReferenceSamples& reference,
                         const std::function<bool()>& isCancelled,
                         const std::function<void(qint64 done, qint64 all)>& reportProgress) {
    const qint64 all = reader.info().sampleCount;
    std::vector<StoredSample> part;
    for (qint64 next = 1; next <= all; next = part.back().id + 1) {
        if (const auto read = reader.readSamples(next, all, part); !read)
            return read;
        if (part.empty())
            break;
        for (const StoredSample& sample : part) {
            reference.channels[sample.channel].samples.push_back(
                {sample.eventTime, sample.value, sample.quality, sample.breakBefore});
            reference.start = std::min(reference.start, sample.eventTime);
        }
        if (isCancelled && isCancelled())
            return failure(ErrorCode::Cancelled, reference.path,
                           Message(QT_TRANSLATE_NOOP("Message", "it was stopped")));
        if (reportProgress)
            reportProgress(part.back().id, all);
    }
    return {};
}

} // namespace

ReferenceResult readReference(const QString& path, const std::function<bool()>& isCancelled,
                              const std::function<void(qint64 done, qint64 all)>& reportProgress,
                              qint64 most) {
    auto reader = CaptureReader::open(path, isCancelled);
    if (!reader)
        return tl::unexpected(reader.error());
    const qint64 count = reader->info().sampleCount;
    if (count == 0)
        return failure(ErrorCode::EmptyInput, path,
                       Message(QT_TRANSLATE_NOOP("Message", "there is not a single sample in it")));
    if (count > most)
        return failure(
            ErrorCode::LimitReached, path,
            Message(QT_TRANSLATE_NOOP("Message", "it has %1 samples, and only recordings of up to %2 can be "
                                                 "compared with a stream; it can be opened by itself"),
                    QString::number(count), QString::number(most)));
    const auto reference = std::make_shared<ReferenceSamples>();
    reference->path = path;
    reference->start = Timestamp::max();
    for (const ChannelInfo& info : reader->channels())
        reference->channels.push_back({info, {}});
    if (const auto read = readSamples(*reader, *reference, isCancelled, reportProgress); !read)
        return tl::unexpected(read.error());
    std::erase_if(reference->channels, [](const ReferenceChannel& each) { return each.samples.empty(); });
    const QString label = labelOf(reader->info(), reference->start);
    for (ReferenceChannel& channel : reference->channels)
        channel.info = {channel.info.name + QStringLiteral(" · ") + label, channel.info.unit,
                        ChannelKind::Reference, channel.info.unitText};
    return std::shared_ptr<const ReferenceSamples>(reference);
}

} // namespace rillscope
