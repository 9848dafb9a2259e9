// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.SitePlan;
import java.util.Map;

/** The verb {@code check}: validates the site document and shows what would run. */
final class CheckSite {

  private final Options options;
  private final Terminal terminal;

  CheckSite(Options options, Terminal terminal) {
    this.options = options;
    this.terminal = terminal;
  }

  ExitCode run() throws BootFailure {
    SitePlan plan = new Site(options.site(), Release.read(options.home())).read();
    terminal
        .out()
        .println(options.site().getFileName() + ": in order (configuration " + plan.hash() + ")");
    plan.configurations().keySet().forEach(pid -> terminal.out().println("  " + words(pid)));
    return ExitCode.ORDERLY;
  }

  /** {@code io.wayside.device.indicator~scale-1} as {@code device scale-1 (indicator)}. */
  private static String words(String pid) {
    String name = pid.substring("io.wayside.".length());
    int instance = name.indexOf('~');
    if (instance < 0) {
      return name;
    }
    Map.Entry<String, String> kind =
        Map.entry(
            name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1, instance));
    return "%-8s %-20s %s".formatted(kind.getKey(), name.substring(instance + 1), kind.getValue());
  }
}
