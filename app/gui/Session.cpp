// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Session.h"

#include "core/source/SourceFactory.h"

namespace rillscope {

Session::Session(const Clock& clock) : m_clock(clock), m_uri(SimulationSettings().toUri()) {
    connect(&m_ending, &EndingSessions::ended, this, &Session::sessionEnded);
    replacePipeline();
}

Result<void> Session::begin(const SourceUri& uri) {
    auto source = makeSource(uri, m_clock);
    if (!source)
        return tl::unexpected(source.error());
    if (uri.scheme() == QLatin1String("replay")) {
        if (const auto problem = ReplaySource::problemOf(uri.path()))
            return tl::unexpected(*problem);
    }
    if (auto room = checkRoomToReplace(); !room)
        return room;
    dropStill();
    replacePipeline();
    m_uri = uri;
    startSource(std::move(*source));
    return {};
}

void Session::prepare(const SourceUri& uri) {
    dropStill();
    replacePipeline();
    m_uri = uri;
}

Result<void> Session::resume() {
    if (isActive())
        return {};
    if (!goesOnInTheSameHistory())
        return begin(m_uri);
    auto source = makeSource(m_uri, m_clock);
    if (!source)
        return tl::unexpected(source.error());
    startSource(std::move(*source));
    return {};
}

void Session::showStill(std::shared_ptr<const StillCapture> capture) {
    Q_ASSERT(capture);
    m_still = std::move(capture);
    Q_EMIT stillChanged();
    Q_EMIT replaced();
}

void Session::backToLive() {
    if (!m_still)
        return;
    dropStill();
    Q_EMIT replaced();
}

/// Whoever calls it tells that the history is another one.
void Session::dropStill() {
    if (!m_still)
        return;
    m_still.reset();
    Q_EMIT stillChanged();
}

void Session::acknowledgeAlarm(quint64 id) {
    if (!m_still)
        m_pipeline->acknowledgeAlarm(id);
}

void Session::acknowledgeAllAlarms() {
    if (!m_still)
        m_pipeline->acknowledgeAllAlarms();
}

std::optional<SourceUri> Session::shownSource() const {
    return m_still ? m_still->source : std::optional(m_uri);
}

std::optional<double> Session::samplesAsked() const {
    if (m_uri.scheme() != QLatin1String("sim"))
        return std::nullopt;
    const auto settings = SimulationSettings::fromUri(m_uri);
    if (!settings || settings->speed.isMaximum())
        return std::nullopt;
    return settings->interval.meanRateHz() * settings->channels * settings->speed.factor();
}

QList<Timestamp> Session::takeArrivals() {
    QList<Timestamp> arrivals = m_pipeline->takeArrivals();
    return m_still ? QList<Timestamp>() : arrivals;
}

void Session::stop() {
    m_pipeline->stop();
}

bool Session::goesOnInTheSameHistory() const {
    return m_uri.scheme() == QLatin1String("sim") && !m_uri.parameter(QStringLiteral("start"));
}

Result<void> Session::checkRoomToReplace() const {
    if (!m_ending.isFull())
        return {};
    return failure(ErrorCode::Busy, QString(),
                   QStringLiteral("the sessions before this one are still on their way to the disk"));
}

void Session::replacePipeline() {
    if (m_pipeline && hasBegun()) {
        if (m_pipeline->history()->size() > 0)
            m_previousHistory = m_pipeline->history();
        // The name was for one.
        if (m_capture)
            m_capture->explicitPath.clear();
        // It records what is still on its way before it goes.
        m_ending.take(std::move(m_pipeline));
    }
    m_pipeline = std::make_unique<Pipeline>(m_clock, m_memoryLimit, Pipeline::Urgency::WindowFirst);
    if (m_capture)
        m_pipeline->recordTo(*m_capture);
    m_pipeline->setGapFactor(m_gapFactor);
    m_pipeline->setDefinition(m_definition);
    connect(m_pipeline.get(), &Pipeline::alarmsRaised, this, &Session::alarmsRaised);
    connect(m_pipeline.get(), &Pipeline::stateChanged, this, &Session::stateChanged);
    connect(m_pipeline.get(), &Pipeline::eventsOccurred, this, &Session::eventsOccurred);
    Q_EMIT replaced();
}

void Session::startSource(std::unique_ptr<SampleSource> source) {
    m_simulation = qobject_cast<SimulatedSource*>(source.get());
    m_replay = qobject_cast<ReplaySource*>(source.get());
    if (m_replay)
        connect(m_replay, &ReplaySource::progressed, this, &Session::progressed);
    m_pipeline->start(std::move(source), m_uri.shown());
}

void Session::configureSimulation(const SimulationSettings& settings) {
    m_uri = settings.toUri();
    if (m_simulation && isActive())
        QMetaObject::invokeMethod(m_simulation,
                                  [source = m_simulation.data(), settings] { source->configure(settings); });
}

void Session::setDefinition(const PipelineDefinition& definition) {
    if (definition == m_definition)
        return;
    m_definition = definition;
    m_pipeline->setDefinition(definition);
    Q_EMIT definitionChanged();
}

void Session::setHistoryLimits(qint64 memoryLimit, double gapFactor) {
    m_memoryLimit = memoryLimit;
    m_gapFactor = gapFactor;
    m_pipeline->setMemoryLimit(memoryLimit);
    m_pipeline->setGapFactor(gapFactor);
}

void Session::addReference(std::shared_ptr<const ReferenceCapture> reference, bool isAligned) {
    m_pipeline->addReference(std::move(reference), isAligned);
}

PastSource Session::pastSource() const {
    if (m_still) {
        // Nobody else writes the history of a capture.
        const auto restoreHere = [history = m_still->history](auto chunks) {
            for (SampleHistory::Restorable& chunk : chunks)
                history->restore(std::move(chunk));
        };
        return {m_still->history, indexOf(m_still->info.path, *m_still->history), restoreHere};
    }
    const auto restore = [pipeline = QPointer(m_pipeline.get())](auto chunks) {
        if (pipeline)
            pipeline->restore(std::move(chunks));
    };
    return {m_pipeline->history(), m_pipeline->captureIndex(), restore};
}

void Session::setSpeed(PlaybackSpeed speed) {
    m_uri.setParameter(QStringLiteral("speed"), speed.toString());
    if (m_replay && isActive())
        QMetaObject::invokeMethod(m_replay, [source = m_replay.data(), speed] { source->setSpeed(speed); });
}

} // namespace rillscope
