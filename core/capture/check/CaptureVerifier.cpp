// SPDX-FileCopyrightText: 2026 The Rillscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/capture/check/CaptureVerifier.h"

#include "core/base/Message.h"
#include "core/capture/CaptureSchema.h"
#include "core/capture/check/CaptureFormat.h"
#include "core/capture/check/ChecksumChecker.h"
#include "core/capture/check/InterruptWhen.h"
#include "core/capture/check/RollupChecker.h"
#include "core/capture/check/StoredAccount.h"

#include <QLocale>

#include <algorithm>
#include <span>

namespace rillscope {
namespace {

QString number(qint64 count) {
    QLocale locale = QLocale::c();
    locale.setNumberOptions(QLocale::DefaultNumberOptions); // with commas
    return locale.toString(count);
}

/// Goes through a capture check by check, until one fails.
class Verifier {
public:
    Verifier(CaptureReader& reader, VerifyDepth depth, const JobControl& control)
        : m_reader(reader), m_depth(depth), m_control(control) {}

    Result<CaptureVerdict> run();

private:
    using Finding = Result<Message>; ///< what was found good, or the damage

    Finding checkChannels();
    Finding checkStructure();
    Finding checkSamples();
    Finding checkRollups();
    Finding checkChecksums();
    Finding checkNewest();
    Finding checkArrivals();
    Finding checkResults();
    Finding checkAccount();

    CaptureReader& m_reader;
    const VerifyDepth m_depth;
    const JobControl& m_control;
    CaptureVerdict m_verdict;
    std::vector<qint64> m_counts; ///< samples by channel
    qint64 m_rollups = 0;
    std::optional<qint64> m_checksums;
};

Result<CaptureVerdict> Verifier::run() {
    using Check = std::pair<const char*, Finding (Verifier::*)()>;
    constexpr Check whole[] = {
        {"channels", &Verifier::checkChannels},   {"structure", &Verifier::checkStructure},
        {"samples", &Verifier::checkSamples},     {"rollups", &Verifier::checkRollups},
        {"checksums", &Verifier::checkChecksums}, {"arrivals", &Verifier::checkArrivals},
        {"results", &Verifier::checkResults},     {"account", &Verifier::checkAccount}};
    constexpr Check quick[] = {{"channels", &Verifier::checkChannels},
                               {"structure", &Verifier::checkStructure},
                               {"samples", &Verifier::checkNewest},
                               {"arrivals", &Verifier::checkArrivals},
                               {"results", &Verifier::checkResults}};
    m_verdict.checks.append(
        {QStringLiteral("format"), Message(QT_TRANSLATE_NOOP("Message", "a recording of Rillscope"))});
    const auto checks = m_depth == VerifyDepth::Whole ? std::span<const Check>(whole) : std::span(quick);
    for (const auto& [what, check] : checks) {
        const Finding finding = (this->*check)();
        if (!finding && finding.error().code != ErrorCode::DamagedFile)
            return tl::unexpected(finding.error());
        m_verdict.checks.append(
            {QString::fromLatin1(what), finding ? *finding : finding.error().detail, finding.has_value()});
        if (!finding)
            break;
    }
    return m_verdict;
}

Verifier::Finding Verifier::checkChannels() {
    return Message(QT_TRANSLATE_NOOP("Message", "%1, with names, units and kinds"),
                   number(m_reader.channels().size()));
}

Verifier::Finding Verifier::checkStructure() {
    // With its indexes, or without.
    auto query = m_reader.database().prepare(m_depth == VerifyDepth::Whole ? "PRAGMA integrity_check(1)"
                                                                           : "PRAGMA quick_check(1)");
    if (!query)
        return tl::unexpected(query.error());
    const InterruptWhen interrupt(m_reader.database().handle(), m_control.isCancelled);
    const auto hasRow = query->step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    const QString found = query->text(0).left(500).simplified();
    if (found != QLatin1String("ok"))
        return m_reader.damaged(Message(QT_TRANSLATE_NOOP("Message", "SQLite says: %1"), found));
    return Message(QT_TRANSLATE_NOOP("Message", "all pages, tables and indexes are sound"));
}

Verifier::Finding Verifier::checkSamples() {
    const qint64 last = m_reader.info().sampleCount;
    RollupChecker rollups(m_reader);
    auto checksums = ChecksumChecker::make(m_reader);
    if (!checksums)
        return tl::unexpected(checksums.error());
    std::vector<StoredSample> samples;
    for (qint64 next = 1; next <= last;) {
        if (m_control.isToStop())
            return failure(ErrorCode::Cancelled, m_reader.info().path,
                           Message(QT_TRANSLATE_NOOP("Message", "it was cancelled")));
        m_control.report(next - 1, last);
        const auto read = m_reader.readSamples(next, last, samples);
        if (!read)
            return tl::unexpected(read.error());
        if (samples.empty())
            return m_reader.damaged(Message(QT_TRANSLATE_NOOP("Message", "samples %1 to %2 are missing"),
                                            QString::number(next), QString::number(last)));
        for (const StoredSample& sample : samples) {
            const auto added = rollups.add(sample).and_then([&] { return checksums->add(sample); });
            if (!added)
                return tl::unexpected(added.error());
        }
        next = samples.back().id + 1;
        m_verdict.samples = next - 1;
    }
    const auto finished = rollups.finish(last).and_then([&] { return checksums->finish(); });
    if (!finished)
        return tl::unexpected(finished.error());
    m_checksums = checksums->comparedCount();
    for (int channel = 0; channel < m_reader.channels().size(); ++channel)
        m_counts.push_back(rollups.sampleCount(channel));
    m_rollups = rollups.comparedCount();
    const auto first = m_reader.firstId();
    if (!first)
        return tl::unexpected(first.error());
    if (*first < 1 && last > 0)
        return m_reader.damaged(Message(QT_TRANSLATE_NOOP("Message", "there are samples before the first")));
    m_control.report(last, last);
    return Message(QT_TRANSLATE_NOOP("Message", "%1, without holes, all values and marks possible"),
                   number(last));
}

Verifier::Finding Verifier::checkRollups() {
    return Message(QT_TRANSLATE_NOOP("Message", "%1, each equal to what its samples come to"),
                   number(m_rollups));
}

Verifier::Finding Verifier::checkChecksums() {
    return m_checksums
               ? Message(QT_TRANSLATE_NOOP("Message", "%1, each that of its samples"), number(*m_checksums))
               : Message(QT_TRANSLATE_NOOP("Message", "there are none: it was made by an early version"));
}

Verifier::Finding Verifier::checkNewest() {
    const auto tails = m_reader.readTails();
    if (!tails)
        return tl::unexpected(tails.error());
    qint64 count = 0;
    qint64 rollups = 0;
    for (const StoredTail& tail : *tails) {
        count += tail.end();
        rollups += tail.begin / rollupSamples;
    }
    auto query = m_reader.database().prepare("SELECT count(*) FROM rollups");
    const auto hasRow = query ? query->step() : tl::unexpected(query.error());
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    if (query->integer(0) != rollups)
        return m_reader.damaged(Message(QT_TRANSLATE_NOOP("Message", "rollups are missing, or too many")));
    if (count != m_reader.info().sampleCount)
        return m_reader.damaged(
            Message(QT_TRANSLATE_NOOP("Message", "the rollups speak of %1 samples, but there are %2"),
                    number(count), number(m_reader.info().sampleCount)));
    m_verdict.samples = count;
    return Message(QT_TRANSLATE_NOOP("Message", "%1; the newest are without holes"), number(count));
}

Verifier::Finding Verifier::checkArrivals() {
    constexpr qint64 step = 1'000'000;
    qint64 count = 0;
    const qint64 last = m_reader.info().sampleCount;
    for (qint64 first = 1; first <= last; first += step) {
        const auto arrivals = m_reader.readArrivals(first, std::min(first + step - 1, last));
        if (!arrivals)
            return tl::unexpected(arrivals.error());
        if (first == 1 && (arrivals->empty() || arrivals->front().firstId != 1))
            return m_reader.damaged(
                Message(QT_TRANSLATE_NOOP("Message", "nothing says when the first sample came")));
        count += std::ranges::count_if(
            *arrivals, [first](const StoredArrival& arrival) { return arrival.firstId >= first; });
    }
    return Message(QT_TRANSLATE_NOOP("Message", "%1, in order, from the first sample on"), number(count));
}

Verifier::Finding Verifier::checkResults() {
    const auto count = m_reader.checkResults();
    if (!count)
        return tl::unexpected(count.error());
    return Message(QT_TRANSLATE_NOOP("Message", "%1 rows of streams, windows, alarms and events"),
                   number(*count));
}

Verifier::Finding Verifier::checkAccount() {
    const CaptureInfo& info = m_reader.info();
    if (info.account.isEmpty())
        return Message(QT_TRANSLATE_NOOP("Message", "there is none"));
    const auto account = StoredAccount::parse(info.account.toUtf8());
    if (!account)
        return m_reader.damaged(Message(QT_TRANSLATE_NOOP("Message", "it is no JSON object")));
    qint64 raw = 0;
    qint64 derived = 0;
    for (int channel = 0; channel < m_reader.channels().size(); ++channel)
        (m_reader.channels().at(channel).kind == ChannelKind::Raw ? raw : derived) +=
            m_counts[static_cast<std::size_t>(channel)];
    // While it is being written, and after a crash, the account may be older than the newest samples.
    if (info.isComplete() && !account->allows(raw, derived))
        return m_reader.damaged(
            Message(QT_TRANSLATE_NOOP("Message",
                                      "it speaks of %1 samples and %2 derived ones, but there are %3 and %4"),
                    number(account->recorded), number(account->derived), number(raw), number(derived)));
    return Message(
        QT_TRANSLATE_NOOP("Message", "%1 of %2 samples of the session are here, and %3 derived ones"),
        number(raw), number(account->recorded), number(derived));
}

} // namespace

bool CaptureVerdict::isGood() const {
    return std::ranges::all_of(checks, &CaptureCheck::isGood);
}

Message CaptureVerdict::fault() const {
    const auto bad = std::ranges::find(checks, false, &CaptureCheck::isGood);
    return bad == checks.end() ? Message()
                               : Message(QT_TRANSLATE_NOOP("Message", "%1: %2"), bad->what, bad->found);
}

Result<CaptureVerdict> verifyCapture(const QString& path, VerifyDepth depth, const JobControl& control) {
    auto reader = CaptureReader::open(path, control.isCancelled);
    if (reader)
        return Verifier(*reader, depth, control).run();
    if (reader.error().code != ErrorCode::DamagedFile)
        return tl::unexpected(reader.error());
    if (!isNamedLikeCapture(path) && !startsLikeCapture(path))
        return failure(ErrorCode::UnreadableInput, path,
                       Message(QT_TRANSLATE_NOOP("Message", "this is no recording of Rillscope")));
    CaptureVerdict verdict;
    verdict.checks.append({QStringLiteral("format"), reader.error().detail, false});
    return verdict;
}

} // namespace rillscope
