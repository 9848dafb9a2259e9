// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.SitePlan;
import java.io.IOException;

/**
 * The verb {@code warm-up}, of {@code bin/wayside-gateway prepare}: starts a gateway without
 * devices on a throw-away state folder and stops it, so that the JVM can archive the classes it
 * loaded.
 */
final class WarmUp {

  private final Options options;
  private final Terminal terminal;

  WarmUp(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() throws BootFailure, InterruptedException, IOException {
    Release release = Release.read(options.home());
    try (StateFolder state = StateFolder.take(options.state())) {
      Site site = new Site(options.site(), release);
      SitePlan plan = site.smallest("warm-up", "nobody");
      Gateway gateway = Gateway.start(release, site, plan, state);
      return new OrderlyStop(gateway, terminal).stop("warmed up");
    }
  }
}
