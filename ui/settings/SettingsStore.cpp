// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/SettingsStore.h"

#include "core/base/Message.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSettings>

#include <algorithm>
#include <cmath>

namespace rillscope {
namespace {

constexpr qsizetype maxStateBytes = 65'536;
constexpr qsizetype maxPathLength = 4'096;
constexpr qsizetype maxDraftBytes = 262'144;
constexpr qsizetype maxFoldedCards = 64;
constexpr qsizetype maxNameLength = 64;
constexpr double maxAxisValue = 1e9;

const QString windowGeometryKey = QStringLiteral("window/geometry");
const QString windowStateKey = QStringLiteral("window/state");
const QString foldedCardsKey = QStringLiteral("window/foldedCards");
const QString themeKey = QStringLiteral("view/theme");
const QString unitKey = QStringLiteral("view/unit");
const QString timeWindowKey = QStringLiteral("view/timeWindowSeconds");
const QString axisAutomaticKey = QStringLiteral("view/valueAxisAutomatic");
const QString axisMinimumKey = QStringLiteral("view/valueAxisMinimum");
const QString axisMaximumKey = QStringLiteral("view/valueAxisMaximum");
const QString antialiasingKey = QStringLiteral("view/antialiasing");
const QString performanceKey = QStringLiteral("view/performance");
const QString utcTimesKey = QStringLiteral("view/utcTimes");
const QString notifyKey = QStringLiteral("alarms/notify");
const QString memoryKey = QStringLiteral("history/memoryMiB");
const QString gapFactorKey = QStringLiteral("history/gapFactor");
const QString captureOnKey = QStringLiteral("capture/on");
const QString captureFolderKey = QStringLiteral("capture/folder");
const QString captureGigabytesKey = QStringLiteral("capture/gigabytes");
const QString captureDaysKey = QStringLiteral("capture/days");
const QString captureMayDeleteKey = QStringLiteral("capture/mayDelete");
const QString lastSourceKey = QStringLiteral("source/last");
const QString lastSimulationKey = QStringLiteral("source/lastSimulation");
const QString recentSourcesKey = QStringLiteral("source/recent");
const QString wasRunningKey = QStringLiteral("source/wasRunning");
const QString lastPipelineKey = QStringLiteral("pipeline/last");
const QString pipelineDraftKey = QStringLiteral("pipeline/unsaved");
const QString recentPipelinesKey = QStringLiteral("pipeline/recent");
const QString pipelineFolderKey = QStringLiteral("folders/pipeline");
const QString openFolderKey = QStringLiteral("folders/open");
const QString exportFolderKey = QStringLiteral("folders/export");
const QString reportFormatKey = QStringLiteral("report/format");

const QString wholeHistory = QStringLiteral("all");

/// QSettings splits text at commas when a person edited the file without quotes; a list is joined again.
QString text(const QSettings& file, const QString& key) {
    const QVariant value = file.value(key);
    return value.typeId() == QMetaType::QStringList ? value.toStringList().join(QStringLiteral(", "))
                                                    : value.toString();
}

std::optional<double> number(const QSettings& file, const QString& key) {
    bool isNumber = false;
    const double value = text(file, key).toDouble(&isNumber);
    return isNumber && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

/// What a window's state is sealed with: Qt believes every byte of it, even a negative width of a splitter.
QByteArray sealOf(const QByteArray& state) {
    return QByteArray::number(qChecksum(state), 16);
}

/// Stored as base64 text: a window's state as raw bytes would be escapes that nobody can read or edit.
QByteArray stateBytes(const QSettings& file, const QString& key) {
    const QString sealed = text(file, key);
    if (sealed.size() > maxStateBytes)
        return {};
    const QList<QByteArray> parts = sealed.toLatin1().split(':');
    const QByteArray state =
        QByteArray::fromBase64Encoding(parts.constFirst(), QByteArray::AbortOnBase64DecodingErrors).decoded;
    return parts.size() == 2 && parts.at(1) == sealOf(state) ? state : QByteArray();
}

std::optional<Duration> timeWindow(const QSettings& file) {
    if (text(file, timeWindowKey) == wholeHistory)
        return std::nullopt;
    const auto seconds = number(file, timeWindowKey);
    if (!seconds || *seconds < toSeconds(Settings::minimumTimeWindow) ||
        *seconds > toSeconds(Settings::maximumTimeWindow))
        return Settings::defaultTimeWindow;
    return Duration(std::llround(*seconds * 1e9));
}

ValueAxisSettings valueAxis(const QSettings& file) {
    ValueAxisSettings axis;
    axis.isAutomatic = text(file, axisAutomaticKey) != QLatin1String("false");
    const auto minimum = number(file, axisMinimumKey);
    const auto maximum = number(file, axisMaximumKey);
    const bool isRange = minimum && maximum && *minimum < *maximum && std::abs(*minimum) <= maxAxisValue &&
                         std::abs(*maximum) <= maxAxisValue;
    if (isRange) {
        axis.minimum = *minimum;
        axis.maximum = *maximum;
    }
    return axis;
}

HistorySettings history(const QSettings& file) {
    HistorySettings history;
    const auto memory = number(file, memoryKey);
    if (memory && *memory >= HistorySettings::minimumMemoryMiB &&
        *memory <= HistorySettings::maximumMemoryMiB)
        history.memoryMiB = static_cast<int>(*memory);
    const auto factor = number(file, gapFactorKey);
    if (factor && *factor >= HistorySettings::minimumGapFactor &&
        *factor <= HistorySettings::maximumGapFactor)
        history.gapFactor = *factor;
    return history;
}

std::optional<SourceUri> source(const QString& uri, const SourceCatalog& sources) {
    if (uri.contains(QChar::Null)) // no file can be called that, and QFile warns when asked
        return std::nullopt;
    const auto parsed = sources.parse(uri);
    return parsed ? std::optional(*parsed) : std::nullopt;
}

QList<SourceUri> recentSources(const QSettings& file, const SourceCatalog& kinds) {
    QList<SourceUri> sources;
    for (const QString& stored : file.value(recentSourcesKey).toStringList()) {
        const auto uri = source(stored, kinds);
        if (uri && !sources.contains(*uri) && sources.size() < Settings::maxRecentSources)
            sources.append(*uri);
    }
    return sources;
}

QStringList foldedCards(const QSettings& file) {
    QStringList names;
    for (const QString& name : file.value(foldedCardsKey).toStringList().mid(0, maxFoldedCards)) {
        if (!name.isEmpty() && name.size() <= maxNameLength && !names.contains(name))
            names.append(name);
    }
    return names;
}

bool isUsablePath(const QString& path) {
    return path.size() <= maxPathLength && !path.contains(QChar::Null) && QDir::isAbsolutePath(path);
}

QString path(const QSettings& file, const QString& key) {
    const QString path = text(file, key);
    return isUsablePath(path) ? path : QString();
}

/// One that cannot be read is none at all: what is deleted must not hang on a slip of the pen.
int retentionLimit(const QSettings& file, const QString& key, int defaultLimit, int maximum) {
    if (!file.contains(key))
        return defaultLimit;
    const auto limit = number(file, key);
    return limit && *limit >= 1.0 && *limit <= maximum ? static_cast<int>(*limit) : 0;
}

CapturePreferences capture(const QSettings& file) {
    CapturePreferences capture;
    capture.isOn = text(file, captureOnKey) != QLatin1String("false");
    capture.folder = path(file, captureFolderKey);
    capture.gigabytes =
        retentionLimit(file, captureGigabytesKey, capture.gigabytes, CapturePreferences::maximumGigabytes);
    capture.days = retentionLimit(file, captureDaysKey, capture.days, CapturePreferences::maximumDays);
    capture.mayDelete = text(file, captureMayDeleteKey) == QLatin1String("true");
    return capture;
}

QStringList recentPipelines(const QSettings& file) {
    QStringList paths;
    for (const QString& path : file.value(recentPipelinesKey).toStringList()) {
        if (isUsablePath(path) && !paths.contains(path) && paths.size() < Settings::maxRecentSources)
            paths.append(path);
    }
    return paths;
}

QByteArray pipelineDraft(const QSettings& file) {
    const QByteArray draft = text(file, pipelineDraftKey).toUtf8();
    return draft.size() <= maxDraftBytes ? draft : QByteArray();
}

QString uriText(const std::optional<SourceUri>& uri) {
    return uri ? uri->shown().text() : QString();
}

QString encoded(const QByteArray& state) {
    return state.isEmpty() ? QString() : QString::fromLatin1(state.toBase64() + ':' + sealOf(state));
}

void writeView(QSettings& file, const Settings& settings) {
    file.setValue(themeKey, themeModeName(settings.themeMode));
    file.setValue(unitKey, unitName(settings.unit));
    file.setValue(timeWindowKey, settings.timeWindow
                                     ? QString::number(toSeconds(*settings.timeWindow), 'g', 17)
                                     : wholeHistory);
    file.setValue(axisAutomaticKey, settings.valueAxis.isAutomatic);
    file.setValue(axisMinimumKey, QString::number(settings.valueAxis.minimum, 'g', 17));
    file.setValue(axisMaximumKey, QString::number(settings.valueAxis.maximum, 'g', 17));
    file.setValue(antialiasingKey, antialiasingName(settings.antialiasing));
    file.setValue(performanceKey, settings.showPerformance);
    file.setValue(utcTimesKey, settings.utcTimes);
}

void writeHistory(QSettings& file, const HistorySettings& history) {
    file.setValue(memoryKey, history.memoryMiB);
    file.setValue(gapFactorKey, QString::number(history.gapFactor, 'g', 17));
}

void writeCapture(QSettings& file, const CapturePreferences& capture) {
    file.setValue(captureOnKey, capture.isOn);
    file.setValue(captureFolderKey, capture.folder);
    file.setValue(captureGigabytesKey, capture.gigabytes);
    file.setValue(captureDaysKey, capture.days);
    file.setValue(captureMayDeleteKey, capture.mayDelete);
}

void writeSources(QSettings& file, const Settings& settings) {
    QStringList recent;
    for (const SourceUri& uri : settings.recentSources)
        recent.append(uri.shown().text());
    file.setValue(lastSourceKey, uriText(settings.lastSource));
    file.setValue(lastSimulationKey, uriText(settings.lastSimulation));
    file.setValue(recentSourcesKey, recent);
    file.setValue(wasRunningKey, settings.wasRunning);
}

void writePipeline(QSettings& file, const Settings& settings) {
    file.setValue(lastPipelineKey, settings.lastPipeline);
    file.setValue(pipelineDraftKey, settings.pipelineDraft.size() <= maxDraftBytes
                                        ? QString::fromUtf8(settings.pipelineDraft)
                                        : QString());
    file.setValue(recentPipelinesKey, settings.recentPipelines);
    file.setValue(pipelineFolderKey, settings.pipelineFolder);
}

} // namespace

SettingsStore::SettingsStore(const QString& filePath)
    : m_filePath(filePath.isEmpty()
                     ? QSettings(QSettings::IniFormat, QSettings::UserScope,
                                 QCoreApplication::organizationName(), QCoreApplication::applicationName())
                           .fileName()
                     : QFileInfo(filePath).absoluteFilePath()) {}

Settings SettingsStore::load(const SourceCatalog& sources) const {
    Settings settings;
    const QFileInfo info(m_filePath);
    if (!info.isFile() || info.size() > maxFileBytes)
        return settings;
    const QSettings file(m_filePath, QSettings::IniFormat);
    settings.windowGeometry = stateBytes(file, windowGeometryKey);
    settings.windowState = stateBytes(file, windowStateKey);
    settings.foldedCards = foldedCards(file);
    settings.themeMode = parseThemeMode(text(file, themeKey)).value_or(settings.themeMode);
    settings.unit = parseUnit(text(file, unitKey)).value_or(settings.unit);
    if (settings.unit == Unit::None) // a channel may have no unit, the view always has one
        settings.unit = Settings().unit;
    settings.timeWindow = timeWindow(file);
    settings.valueAxis = valueAxis(file);
    settings.history = history(file);
    settings.capture = capture(file);
    settings.antialiasing = parseAntialiasing(text(file, antialiasingKey)).value_or(settings.antialiasing);
    settings.showPerformance = text(file, performanceKey) == QLatin1String("true");
    settings.utcTimes = text(file, utcTimesKey) == QLatin1String("true");
    settings.notifyOfAlarms = text(file, notifyKey) == QLatin1String("true");
    settings.lastSource = source(text(file, lastSourceKey), sources);
    settings.lastSimulation = source(text(file, lastSimulationKey), sources);
    if (settings.lastSimulation && !sources.hasPage(*settings.lastSimulation, SourcePage::Simulator))
        settings.lastSimulation.reset();
    settings.recentSources = recentSources(file, sources);
    settings.wasRunning = text(file, wasRunningKey) != QLatin1String("false");
    settings.lastPipeline = path(file, lastPipelineKey);
    settings.pipelineDraft = pipelineDraft(file);
    settings.recentPipelines = recentPipelines(file);
    settings.pipelineFolder = path(file, pipelineFolderKey);
    settings.openFolder = path(file, openFolderKey);
    settings.exportFolder = path(file, exportFolderKey);
    if (text(file, reportFormatKey) == reportSuffix(ReportFormat::Html))
        settings.reportFormat = ReportFormat::Html;
    return settings;
}

void SettingsStore::setAsideUnreadable() const {
    const QFileInfo info(m_filePath);
    if (!info.isFile())
        return;
    const QSettings file(m_filePath, QSettings::IniFormat);
    if (info.size() <= maxFileBytes)
        file.allKeys(); // it reads sections as they are asked for, and finds their faults then
    if (info.size() <= maxFileBytes && file.status() == QSettings::NoError)
        return;
    const QString aside = m_filePath + QStringLiteral(".unreadable");
    QFile::remove(aside);
    QFile::rename(m_filePath, aside);
}

Result<void> SettingsStore::save(const Settings& settings) const {
    // QSettings would put a file in the place of /dev/null, which says that nothing is to be kept.
    if (const QFileInfo info(m_filePath); info.exists() && !info.isFile() && !info.isDir())
        return {};
    setAsideUnreadable();
    QSettings file(m_filePath, QSettings::IniFormat);
    file.setValue(windowGeometryKey, encoded(settings.windowGeometry));
    file.setValue(windowStateKey, encoded(settings.windowState));
    file.setValue(foldedCardsKey, settings.foldedCards);
    writeView(file, settings);
    file.setValue(notifyKey, settings.notifyOfAlarms);
    writeHistory(file, settings.history);
    writeCapture(file, settings.capture);
    writeSources(file, settings);
    writePipeline(file, settings);
    file.setValue(openFolderKey, settings.openFolder);
    file.setValue(exportFolderKey, settings.exportFolder);
    file.setValue(reportFormatKey, reportSuffix(settings.reportFormat));
    file.sync();
    if (file.status() == QSettings::NoError)
        return {};
    return failure(ErrorCode::WriteFailed, m_filePath,
                   Message(QT_TRANSLATE_NOOP("Message", "the settings could not be written")));
}

} // namespace rillscope
