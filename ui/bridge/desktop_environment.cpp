// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/bridge/desktop_environment.h"

#include "base/platform/file.h"

namespace rapport::ui {

service::Environment desktopEnvironment() {
    service::Environment environment;
    environment.backupFolder = base::backupFolder();
    return environment;
}

} // namespace rapport::ui
