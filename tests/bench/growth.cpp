// SPDX-License-Identifier: GPL-3.0-or-later
// How an import grows: from 1,000 to 1,000,000 answers and from 1 to 200 transcripts, with the processor's
// time for each answer or turn and the memory above that of the text, each in a process of its own. Texts are
// synthetic. Status 1 where time for each grows more than twofold from 10,000 answers on, or memory is more
// than 256 MB above the text.
#include "base/format.h"
#include "service/importing.h"
#include "support/scratch.h"

#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <vector>

namespace {

using namespace rapport;

template<typename T>
T need(base::Result<T> result) {
    if (!result)
        throw std::runtime_error(base::describe(result.error()));
    return std::move(*result);
}

constexpr int perPerson = 10;

/// A word that is another one each time, so that no two answers are the same.
std::string words(std::uint64_t seed, int count) {
    static const std::vector<std::string> known{"de",    "juf",    "wacht",   "tot", "hij",   "zelf",
                                                "komt",  "samen",  "kijkt",   "weg", "niets", "gezegd",
                                                "later", "rustig", "dichter", "klas"};
    std::string text;
    for (int index = 0; index < count; ++index) {
        seed = seed * 6364136223846793005U + 1442695040888963407U;
        text += (text.empty() ? "" : " ") + known[(seed >> 33U) % known.size()];
    }
    return text + " " + std::to_string(seed >> 40U) + ".";
}

void writeAnswers(const std::string& path, std::int64_t answers, bool isLong) {
    std::ofstream out(path, std::ios::binary);
    if (isLong) {
        out << "participant,question,answer\n";
        for (std::int64_t each = 0; each < answers; ++each)
            out << "P" << each / perPerson << ",Q" << each % perPerson + 1 << ','
                << words(static_cast<std::uint64_t>(each), 16) << '\n';
        return;
    }
    out << "participant";
    for (int prompt = 1; prompt <= perPerson; ++prompt)
        out << ",Q" << prompt;
    out << '\n';
    for (std::int64_t person = 0; person * perPerson < answers; ++person) {
        out << 'P' << person;
        for (int prompt = 0; prompt < perPerson; ++prompt)
            out << ',' << words(static_cast<std::uint64_t>(person * perPerson + prompt), 16);
        out << '\n';
    }
}

void writeTranscript(const std::string& path, int number) {
    std::ofstream out(path, std::ios::binary);
    for (int turn = 0; turn < 500; ++turn)
        out << "[00:" << fmt::format("{:02}:{:02}", turn / 60, turn % 60) << "] "
            << (turn % 3 == 0   ? "Moderator"
                : turn % 3 == 1 ? "Els"
                                : "Bas")
            << ": " << words(static_cast<std::uint64_t>(number) * 1000 + static_cast<std::uint64_t>(turn), 25)
            << '\n';
}

double memoryNow() {
    std::ifstream status("/proc/self/status");
    std::string word;
    while (status >> word) {
        if (word == "VmHWM:") {
            double kilobytes = 0;
            status >> kilobytes;
            return kilobytes * 1024 / 1e6; // as sizes of files are told
        }
    }
    return 0;
}

/// The processor's time of this process, user and system, in seconds.
double busy() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return static_cast<double>(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
           static_cast<double>(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

struct Measure {
    double seconds = 0;
    double megabytes = 0; ///< at the most
    double text = 0;      ///< of the files
};

/// Runs in a process of its own, which writes the measure to a file.
void importAll(const std::string& folder, const std::vector<std::string>& files) {
    service::Environment environment;
    environment.device = base::Guid::fromText("growth");
    environment.cacheFolder = folder + "/cache";
    service::NewStudy study;
    study.title = "Growth";
    study.templateName = "empty";
    const auto session = need(service::Session::create(folder + "/growth.rapport", study, environment));
    service::ImportOptions options;
    std::string columns = R"({"column":"participant","as":"participant"})";
    std::ifstream head(files.front());
    std::string header;
    std::getline(head, header);
    if (header.find("question") != std::string::npos) {
        columns += R"(,{"column":"question","as":"prompt"},{"column":"answer","as":"answer"})";
    } else {
        for (int prompt = 1; prompt <= perPerson; ++prompt)
            columns += fmt::format(R"(,{{"column":"Q{0}","as":"answer","prompt":"Q{0}"}})", prompt);
    }
    const bool areAnswers = header.rfind("participant", 0) == 0;
    options.kind = areAnswers ? service::ImportKind::Answers : service::ImportKind::Transcript;
    if (areAnswers)
        options.mappingJson = R"({"schema":"rapport.mapping/1","columns":[)" + columns + "]}";
    double text = 0;
    for (const std::string& file : files)
        text += static_cast<double>(std::filesystem::file_size(file)) / 1e6;
    const double before = busy();
    need(service::importFiles(*session, files, options));
    std::ofstream(folder + "/measure") << busy() - before << ' ' << memoryNow() << ' ' << text;
}

Measure measure(const std::vector<std::string>& files) {
    const test::ScratchFolder scratch;
    std::fflush(stdout);
    const pid_t process = fork();
    if (process == 0) {
        try {
            importAll(scratch.path().string(), files);
        } catch (const std::exception& error) {
            std::puts(error.what());
            std::fflush(stdout);
            _exit(2);
        }
        _exit(0);
    }
    int status = 1;
    waitpid(process, &status, 0);
    Measure found;
    std::ifstream(scratch.file("measure")) >> found.seconds >> found.megabytes >> found.text;
    if (status != 0 || found.megabytes == 0)
        throw std::runtime_error("an import failed");
    return found;
}

} // namespace

int main(int count, char** arguments) {
    try {
        setenv("RAPPORT_DATA", RAPPORT_SOURCE_DIR, 1);
        const std::int64_t most = count > 1 ? std::atoll(arguments[1]) : 1'000'000;
        bool isGood = true;
        for (const bool isLong : {false, true}) {
            std::puts(isLong ? "a row for each answer" : "a row for each person");
            double usual = 0;
            for (std::int64_t answers = 1000; answers <= most; answers *= 10) {
                const test::ScratchFolder scratch;
                const std::string file = scratch.file("answers.csv");
                writeAnswers(file, answers, isLong);
                const Measure found = measure({file});
                const double each = found.seconds * 1e6 / static_cast<double>(answers);
                std::printf("%9lld answers  %7.2f s  %6.1f us each  %6.0f MB, text %5.0f MB\n",
                            static_cast<long long>(answers), found.seconds, each, found.megabytes,
                            found.text);
                if (answers == 10'000)
                    usual = each;
                isGood =
                    isGood && (answers <= 10'000 || each < usual * 2) && found.megabytes < found.text + 256;
            }
        }
        std::puts("transcripts of 500 turns");
        double usual = 0;
        for (const int number : {1, 10, 50, 200}) {
            const test::ScratchFolder scratch;
            std::vector<std::string> files;
            for (int each = 0; each < number; ++each) {
                files.push_back(scratch.file(fmt::format("group-{}.txt", each)));
                writeTranscript(files.back(), each);
            }
            const Measure found = measure(files);
            const double each = found.seconds * 1e6 / (500.0 * number);
            std::printf("%9d files    %7.2f s  %6.1f us each  %6.0f MB, text %5.0f MB\n", number,
                        found.seconds, each, found.megabytes, found.text);
            if (number == 10)
                usual = each;
            isGood = isGood && (number <= 10 || each < usual * 2) && found.megabytes < found.text + 256;
        }
        return isGood ? 0 : 1;
    } catch (const std::exception& error) {
        std::printf("%s\n", error.what());
        return 2;
    }
}
