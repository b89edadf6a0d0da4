// SPDX-License-Identifier: GPL-3.0-or-later
// What one version of the codebook has that another has not, in words: codes that came, went or were renamed,
// texts before and after. Reads in jobs. UI thread.
#pragma once

#include "service/codebook_changes.h"
#include "service/codebooks.h"
#include "ui/bridge/job_runner.h"
#include "ui/bridge/study_context.h"

#include <QDialog>
#include <QString>
#include <vector>

class QComboBox;

namespace rapport::ui {

class ScrolledWords;

/// As a piece of HTML; a sentence where there is no difference. Texts are escaped.
[[nodiscard]] QString differencesText(const std::vector<service::VersionDifference>& differences,
                                      const model::Codebook& codebook);

class VersionDialog : public QDialog {
    Q_OBJECT
public:
    /// Begins with what `shown` changed: the version before it against it.
    VersionDialog(StudyContext& study, JobRunner& jobs, const std::vector<service::CodebookVersion>& versions,
                  std::int64_t shown, QWidget* parent = nullptr);
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void compared();

private:
    void compare();

    StudyContext& m_study;
    JobRunner& m_jobs;
    QComboBox* m_from;
    QComboBox* m_to;
    ScrolledWords* m_words;
};

} // namespace rapport::ui
