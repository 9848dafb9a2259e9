// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.nio.file.Path;

class EquinoxRunTest extends RunContract {

  @Override
  GatewayFolder folder(Path box) {
    return new GatewayFolder(
        GatewayFolder.HOME, box, "--launcher", GatewayFolder.EQUINOX.toString());
  }
}
