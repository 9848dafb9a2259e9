// SPDX-License-Identifier: Apache-2.0
package io.wayside.distribution;

import java.nio.file.Path;

class FelixRunTest extends RunContract {

  @Override
  GatewayFolder folder(Path box) {
    return new GatewayFolder(GatewayFolder.HOME, box);
  }
}
