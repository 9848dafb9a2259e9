// SPDX-License-Identifier: Apache-2.0
package io.wayside.boot;

import io.wayside.boot.site.Tree;
import io.wayside.core.data.GarbledData;
import io.wayside.core.data.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the gateway answers to requests on its control socket. */
final class Control implements ControlServer.Requests {

  private static final ControlLine.Answer TOO_EARLY =
      new ControlLine.Answer(ExitCode.NOT_RUNNING, "still starting \u2014 ask again in a second");

  private final Gateway gateway;
  private final Runnable stop;

  Control(Gateway gateway, Runnable stop) {
    this.gateway = gateway;
    this.stop = stop;
  }

  @Override
  public ControlLine.Answer answer(String request) throws InterruptedException {
    int blank = request.indexOf(' ');
    String verb = blank < 0 ? request : request.substring(0, blank);
    String rest = blank < 0 ? "" : request.substring(blank + 1);
    return switch (verb) {
      case "health" -> gateway.health().map(Control::health).orElse(TOO_EARLY);
      case "command" -> gateway.command(rest).map(Control::command).orElse(TOO_EARLY);
      case "reload" -> reload();
      case "stop" -> stop();
      default ->
          new ControlLine.Answer(
              ExitCode.USAGE,
              "unknown request \"" + verb + "\" \u2014 known: health, reload, command, stop");
    };
  }

  private static ControlLine.Answer health(String json) {
    return new ControlLine.Answer(
        "ok".equals(field(json, "status").orElse("")) ? ExitCode.ORDERLY : ExitCode.NOT_WELL, json);
  }

  private static ControlLine.Answer command(String json) {
    return new ControlLine.Answer(
        "done".equals(field(json, "result").orElse("")) ? ExitCode.ORDERLY : ExitCode.NOT_WELL,
        json);
  }

  private static Optional<String> field(String json, String name) {
    try {
      return Optional.of(new Tree(Json.read(json).root()).text(name));
    } catch (GarbledData notOurs) {
      return Optional.empty();
    }
  }

  private ControlLine.Answer reload() throws InterruptedException {
    try {
      Map<String, String> changes = gateway.reload();
      StringBuilder lines = new StringBuilder();
      Map<String, Integer> counts = new TreeMap<>();
      changes.forEach(
          (pid, change) -> {
            counts.merge(change, 1, Integer::sum);
            if (!change.equals("unchanged")) {
              lines.append(change).append(' ').append(pid).append('\n');
            }
          });
      lines.append("configuration ").append(gateway.configurationHash());
      counts.forEach((change, count) -> lines.append(", ").append(count + " " + change));
      return new ControlLine.Answer(ExitCode.ORDERLY, lines.toString());
    } catch (BootFailure refused) {
      return new ControlLine.Answer(refused.exitCode(), refused.lines());
    }
  }

  private ControlLine.Answer stop() {
    stop.run();
    return new ControlLine.Answer(ExitCode.ORDERLY, "stopping");
  }
}
