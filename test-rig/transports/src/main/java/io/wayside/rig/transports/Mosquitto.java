// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Mosquitto as a child process with a configuration of its own. */
public final class Mosquitto implements Broker {

  private static final List<String> PLACES =
      List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto");

  private final Path dir;
  private final int port;
  private final List<String> lines = new ArrayList<>();
  private final List<InetSocketAddress> listeners = new ArrayList<>();
  private @Nullable Process process;

  /**
   * @param dir for configuration and log; not shared with another one
   * @param settings lines of its configuration before the listeners
   */
  public Mosquitto(Path dir, String... settings) throws IOException {
    this.dir = dir;
    this.port = LoopbackPorts.free();
    lines.add("user root"); // only heeded when started by root, who could not read our files else
    if (Arrays.stream(settings).noneMatch(line -> line.startsWith("persistence "))) {
      lines.add("persistence false");
    }
    lines.addAll(Arrays.asList(settings));
    if (Arrays.stream(settings).noneMatch(line -> line.startsWith("allow_anonymous"))) {
      lines.add("allow_anonymous true");
    }
    listener(port, "127.0.0.1");
  }

  /** Whether this machine has it. */
  public static boolean isInstalled() {
    return PLACES.stream().anyMatch(place -> Files.isExecutable(Path.of(place)));
  }

  /** Another listener, with its settings. */
  public Mosquitto listener(int onPort, String host, String... settings) {
    listeners.add(new InetSocketAddress(host, onPort));
    lines.add("listener " + onPort + " " + host);
    lines.addAll(Arrays.asList(settings));
    return this;
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() throws IOException {
    Path config = dir.resolve("mosquitto.conf");
    Files.write(config, lines);
    Process started =
        new ProcessBuilder(binary(), "-c", config.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
            .start();
    process = started;
    try {
      for (InetSocketAddress listener : listeners) {
        Ports.awaitListener(listener, started::isAlive);
      }
    } catch (IllegalStateException silent) {
      stop();
      throw new IllegalStateException(
          "mosquitto did not start; its log: " + Files.readString(log()), silent);
    }
  }

  @Override
  public void stop() {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().orTimeout(10, TimeUnit.SECONDS).join();
    }
  }

  /** Asks it to end, so that it writes its state down; kills it when it does not in 10 s. */
  public void endInOrder() {
    Process running = process;
    if (running != null) {
      running.destroy();
      try {
        running.onExit().orTimeout(10, TimeUnit.SECONDS).join();
      } catch (CompletionException hangs) {
        stop();
      }
      process = null;
    }
  }

  private Path log() {
    return dir.resolve("mosquitto.log");
  }

  private static String binary() {
    return PLACES.stream()
        .filter(place -> Files.isExecutable(Path.of(place)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "mosquitto is not installed; ./wayside test installs it, or: apt-get install"
                        + " mosquitto"));
  }
}
