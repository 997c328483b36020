// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/ChannelHistory.h"
#include "core/model/ChannelInfo.h"

#include <QString>

#include <vector>

namespace rillscope {

/// A channel that a stream is compared with.
struct ReferenceChannel {
    ChannelInfo info; ///< "temperature · 11-22 13:40", of ChannelKind::Reference
    std::vector<RecordedSample> samples;
};

/// The recorded samples of before that a stream is compared with, by channel; none is empty. A value that
/// many share.
struct ReferenceSamples {
    QString path;    ///< of the file they come from
    Timestamp start; ///< earliest event time
    std::vector<ReferenceChannel> channels;
};

} // namespace rillscope
