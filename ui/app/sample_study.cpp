// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/app/sample_study.h"

#include "base/platform/file.h"
#include "service/assigning.h"
#include "service/codebooks.h"
#include "service/importing.h"
#include "service/session.h"
#include "ui/bridge/text.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>

namespace rapport::ui {

namespace {

QString copyPath() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/Sample study.rapport");
}

base::Status fill(const QString& path, const QString& folder, const std::string& language,
                  const base::Task& task) {
    service::NewStudy study;
    study.language = language;
    RAPPORT_ASSIGN(auto session, service::Session::create(toUtf8(path), study));
    const QDir dir(folder);
    const auto import = [&](const QStringList& patterns, service::ImportKind kind) -> base::Status {
        std::vector<std::string> files;
        const QStringList found = dir.entryList(patterns, QDir::Files, QDir::Name);
        for (const QString& name : found)
            files.push_back(toUtf8(dir.filePath(name)));
        if (files.empty())
            return {};
        service::ImportOptions options;
        options.kind = kind;
        RAPPORT_TRY(service::importFiles(*session, files, options, task));
        return {};
    };
    // Focus groups are coded with a codebook of their own.
    const QString codebook = dir.filePath(QStringLiteral("../../codebooks/implementation-quality.json"));
    if (QFile::exists(codebook))
        RAPPORT_TRY(service::importCodebook(*session, toUtf8(codebook)));
    RAPPORT_TRY(import({QStringLiteral("answers*.csv")}, service::ImportKind::Answers));
    RAPPORT_TRY(import({QStringLiteral("*.txt"), QStringLiteral("*.vtt")}, service::ImportKind::Transcript));
    RAPPORT_TRY(import({QStringLiteral("codings.csv"), QStringLiteral("codings-main.csv"),
                        QStringLiteral("focus-group-codings.csv")},
                       service::ImportKind::Codings));
    // A calibration that was rated and opened: raters differ, so that there is something to settle.
    service::AssignRequest calibration;
    calibration.round = "calibration-1";
    calibration.kind = model::RoundKind::Calibration;
    calibration.raters = {"R1", "R2"};
    calibration.sample = "4";
    calibration.seed = 3;
    RAPPORT_TRY(service::assign(*session, calibration));
    RAPPORT_TRY(import({QStringLiteral("codings-calibration.csv")}, service::ImportKind::Codings));
    RAPPORT_TRY(service::openRound(*session, calibration.round));
    // Something to rate: a round that nobody has begun.
    calibration.round = "calibration-2";
    calibration.sample = "8";
    calibration.sampleBy = service::SampleBy::Participant;
    calibration.seed = 5;
    RAPPORT_TRY(service::assign(*session, calibration));
    return {};
}

} // namespace

QString sampleFolder() {
    const base::Result<std::string> data = base::dataFolder();
    const QString folder = data ? toQt(*data) + QStringLiteral("/corpora/sample-study") : QString();
    return QDir(folder).exists() && !folder.isEmpty() ? folder : QString();
}

QString readySample() {
    return QFile::exists(copyPath()) ? copyPath() : QString();
}

base::Result<QString> makeSample(const std::string& language, const base::Task& task) {
    const QString path = copyPath();
    QDir().mkpath(QFileInfo(path).absolutePath());
    const QString half = path + QStringLiteral(".making");
    QFile::remove(half);
    if (const base::Status filled = fill(half, sampleFolder(), language, task); !filled) {
        QFile::remove(half);
        return base::fail(filled);
    }
    if (!QFile::rename(half, path))
        return base::fail(base::Errc::Io, "cannot write the sample study", toUtf8(path));
    return path;
}

} // namespace rapport::ui
