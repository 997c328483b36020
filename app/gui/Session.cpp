// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/Session.h"

#include "core/base/DetachedCall.h"
#include "core/base/Message.h"
#include "core/source/ResumePosition.h"
#include "core/source/SourceNames.h"

#include <algorithm>

namespace rillscope {

Session::Session(const SourceCatalog& sources, const Clock& clock)
    : m_sources(sources), m_clock(clock), m_uri(SimulationSettings().toUri()) {
    connect(&m_opening, &QFutureWatcherBase::finished, this, &Session::finishOpening);
    connect(&m_ending, &EndingSessions::ended, this, &Session::sessionEnded);
    connect(&m_ending, &EndingSessions::sourceStuck, this, &Session::sourceStuck);
    connect(&m_ending, &EndingSessions::sourceReleased, this, [this] {
        if (!m_ending.isInputTaken())
            m_pipeline->beginSource();
        Q_EMIT sourceReleased();
    });
    replacePipeline();
}

Result<void> Session::begin(const SourceUri& uri) {
    m_openingUri.reset();
    if (const auto possible = m_sources.make(uri, {m_clock}); !possible)
        return tl::unexpected(possible.error());
    const auto problemOf = m_sources.typeOf(uri)->problemOf;
    if (!problemOf && !asksToResume(uri))
        return beginNow(uri);
    if (auto room = checkRoomToReplace(); !room)
        return room;
    m_openingUri = uri;
    m_opening.setFuture(callDetached([problemOf, uri, folders = captureFolders()]() -> Opening {
        return {problemOf ? problemOf(uri) : std::nullopt,
                asksToResume(uri) ? resumePosition(uri, folders) : QByteArray()};
    }));
    return {};
}

void Session::finishOpening() {
    if (!m_openingUri)
        return;
    const SourceUri uri = *std::exchange(m_openingUri, std::nullopt);
    const Opening opening = m_opening.result();
    if (opening.problem)
        Q_EMIT refused(*opening.problem);
    else if (const auto begun = beginNow(uri, opening.position); !begun)
        Q_EMIT refused(begun.error());
}

QStringList Session::captureFolders() const {
    QStringList folders{defaultCaptureFolder(), fallbackCaptureFolder()};
    if (m_capture)
        folders.append(m_capture->folder);
    folders.removeAll(QString());
    return folders;
}

Result<void> Session::beginNow(const SourceUri& uri, const QByteArray& position) {
    auto source = m_sources.make(uri, {m_clock, position});
    if (!source)
        return tl::unexpected(source.error());
    if (auto room = checkRoomToReplace(); !room)
        return room;
    dropStill();
    replacePipeline();
    m_uri = uri;
    m_position = position;
    startSource(std::move(*source));
    Q_EMIT begun(uri);
    return {};
}

void Session::prepare(const SourceUri& uri) {
    m_openingUri.reset();
    dropStill();
    replacePipeline();
    m_uri = uri;
    m_position.clear();
}

Result<void> Session::resume() {
    if (isActive())
        return {};
    if (m_isEnding || !goesOnInTheSameHistory())
        return begin(m_uri);
    m_position = positionToGoOn();
    auto source = m_sources.make(m_uri, {m_clock, m_position});
    if (!source)
        return tl::unexpected(source.error());
    startSource(std::move(*source));
    return {};
}

/// A source that was abandoned has not said where it stopped; what it had handed over is recorded.
QByteArray Session::positionToGoOn() const {
    const QByteArray recorded = recordedPosition();
    return m_hasStopPosition || recorded == m_recordedBefore ? m_position : recorded;
}

/// Behind the last block of the source.
QByteArray Session::recordedPosition() const {
    const QList<SourceAccount> sources = m_pipeline->status().sources;
    const auto found = std::ranges::find(sources, m_uri.shown(), &SourceAccount::uri);
    return found == sources.end() ? QByteArray() : found->position;
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

/// The caller reports that the history is another one.
void Session::dropStill() {
    if (!m_still)
        return;
    m_still.reset();
    Q_EMIT stillChanged();
}

void Session::acknowledgeAlarm(quint64 id) {
    if (!m_still)
        m_pipeline->controls().acknowledgeAlarm(id);
}

void Session::acknowledgeAllAlarms() {
    if (!m_still)
        m_pipeline->controls().acknowledgeAllAlarms();
}

std::optional<SourceUri> Session::shownSource() const {
    return m_still ? m_still->source : std::optional(m_uri);
}

std::optional<double> Session::samplesAsked() const {
    const SourceType* type = m_sources.typeOf(m_uri);
    return type && type->samplesPerSecond ? type->samplesPerSecond(m_uri) : std::nullopt;
}

QList<Timestamp> Session::takeArrivals() {
    QList<Timestamp> arrivals = m_pipeline->takeArrivals();
    return m_still ? QList<Timestamp>() : arrivals;
}

void Session::stop() {
    m_pipeline->stop();
}

void Session::end() {
    m_isEnding = true;
    m_openingUri.reset();
    m_pipeline->end();
}

bool Session::hasEnded() const {
    const bool isCaptured = hasBegun() && captureStatus().state != CaptureStatus::State::Off;
    return (m_pipeline->hasEnded() || (!isActive() && !isCaptured)) && m_ending.isEmpty();
}

bool Session::isSourceStopping() const {
    return (state() == Pipeline::State::Stopping && m_pipeline->isSourceActive()) ||
           m_ending.isSourceActive();
}

void Session::abandonStuckSources() {
    m_pipeline->abandonSource();
    m_ending.abandonStuckSources();
}

bool Session::goesOnInTheSameHistory() const {
    const SourceType* type = m_sources.typeOf(m_uri);
    return type && type->goesOn && type->goesOn(m_uri);
}

EndingSessions::Input Session::input() const {
    return m_sources.traitsOf(m_uri).hasExclusiveInput ? EndingSessions::Input::Exclusive
                                                       : EndingSessions::Input::Shared;
}

Result<void> Session::checkRoomToReplace() const {
    if (!m_ending.isFull())
        return {};
    return failure(ErrorCode::Busy, QString(),
                   Message(QT_TRANSLATE_NOOP(
                       "Message", "the sessions before this one are still on their way to the disk")));
}

void Session::replacePipeline() {
    std::unique_ptr<Pipeline> former = std::move(m_pipeline);
    const bool hadBegun = former && former->state() != Pipeline::State::Idle;
    if (hadBegun) {
        if (former->history()->size() > 0)
            m_previousHistory = former->history();
        // The name was for one.
        if (m_capture)
            m_capture->explicitPath.clear();
    }
    m_isEnding = false;
    m_pipeline = std::make_unique<Pipeline>(m_clock, m_memoryLimit, Pipeline::Urgency::WindowFirst);
    if (m_capture)
        m_pipeline->recordTo(*m_capture);
    m_pipeline->setGapFactor(m_gapFactor);
    m_pipeline->controls().setDefinition(m_definition);
    connectPipeline();
    // It records what is still on its way before it goes.
    if (hadBegun)
        m_ending.take(std::move(former), input());
    Q_EMIT replaced();
}

void Session::connectPipeline() {
    connect(m_pipeline.get(), &Pipeline::alarmsRaised, this, &Session::alarmsRaised);
    connect(m_pipeline.get(), &Pipeline::stateChanged, this, &Session::stateChanged);
    connect(m_pipeline.get(), &Pipeline::eventsOccurred, this, &Session::eventsOccurred);
    connect(m_pipeline.get(), &Pipeline::sourceStuck, this, &Session::sourceStuck);
    connect(m_pipeline.get(), &Pipeline::sourceReleased, this, &Session::sourceReleased);
    connect(m_pipeline.get(), &Pipeline::ended, this, &Session::ended);
}

void Session::startSource(std::unique_ptr<SampleSource> source) {
    m_simulation = qobject_cast<SimulatedSource*>(source.get());
    m_replay = qobject_cast<ReplaySource*>(source.get());
    if (m_replay)
        connect(m_replay, &ReplaySource::progressed, this, &Session::progressed);
    connect(source.get(), &SampleSource::stoppedAt, this,
            [this, start = ++m_starts](const QByteArray& position) {
                if (start != m_starts)
                    return;
                m_position = position;
                m_hasStopPosition = true;
            });
    m_hasStopPosition = false;
    m_recordedBefore = recordedPosition();
    const bool mustWait = input() == EndingSessions::Input::Exclusive && m_ending.isInputTaken();
    m_pipeline->start(std::move(source), m_uri.shown(),
                      mustWait ? Pipeline::Start::WhenTold : Pipeline::Start::AtOnce, givenName(m_uri));
}

void Session::configureSimulation(const SimulationSettings& settings) {
    const QString name = givenName(m_uri);
    m_uri = settings.toUri();
    if (!name.isEmpty())
        m_uri.setParameter(nameKey(), name);
    if (m_simulation && isActive())
        QMetaObject::invokeMethod(m_simulation,
                                  [source = m_simulation.data(), settings] { source->configure(settings); });
}

void Session::setDefinition(const PipelineDefinition& definition) {
    if (definition == m_definition)
        return;
    m_definition = definition;
    m_pipeline->controls().setDefinition(definition);
    Q_EMIT definitionChanged();
}

void Session::setHistoryLimits(qint64 memoryLimit, double gapFactor) {
    m_memoryLimit = memoryLimit;
    m_gapFactor = gapFactor;
    m_pipeline->setMemoryLimit(memoryLimit);
    m_pipeline->setGapFactor(gapFactor);
}

void Session::addReference(std::shared_ptr<const ReferenceSamples> reference, bool isAligned) {
    m_pipeline->controls().addReference(std::move(reference), isAligned);
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
    if (m_openingUri)
        m_openingUri->setParameter(QStringLiteral("speed"), speed.toString());
    m_uri.setParameter(QStringLiteral("speed"), speed.toString());
    if (m_replay && isActive())
        QMetaObject::invokeMethod(m_replay, [source = m_replay.data(), speed] { source->setSpeed(speed); });
}

} // namespace rillscope
