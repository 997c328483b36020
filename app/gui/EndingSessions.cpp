// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/EndingSessions.h"

#include <algorithm>

namespace rillscope {

qint64 EndingSessions::waiting() const {
    qint64 sum = 0;
    for (const auto& pipeline : m_pipelines)
        sum += pipeline->captureStatus().account.waiting.samples;
    return sum;
}

void EndingSessions::take(std::unique_ptr<Pipeline> pipeline) {
    Pipeline* const ending = pipeline.get();
    ending->disconnect();
    connect(ending, &Pipeline::ended, this, [this, ending] { remove(ending); });
    m_pipelines.push_back(std::move(pipeline));
    ending->end();
}

void EndingSessions::remove(Pipeline* pipeline) {
    const CaptureStatus status = pipeline->captureStatus();
    const auto place = std::find_if(m_pipelines.begin(), m_pipelines.end(),
                                    [pipeline](const auto& each) { return each.get() == pipeline; });
    // Not from within its own signal.
    place->release()->deleteLater();
    m_pipelines.erase(place);
    Q_EMIT ended(status);
}

} // namespace rillscope
