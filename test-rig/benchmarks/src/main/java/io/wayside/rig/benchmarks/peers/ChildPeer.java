// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.peers;

import io.wayside.rig.benchmarks.journal.MeasuredChild;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A peer in a JVM of its own, its producer with it. It says {@code ready}, then answers each line
 * with a feed by a line with its result.
 */
final class ChildPeer implements Peer {

  private final String name;
  private final Class<?> main;
  private final List<String> options;
  private final List<String> more;
  private @Nullable Process process;
  private @Nullable BufferedReader said;

  private ChildPeer(String name, Class<?> main, List<String> options, List<String> more) {
    this.name = name;
    this.main = main;
    this.options = options;
    this.more = more;
  }

  /** The gateway's journal and uplink, under its own JVM options. */
  static ChildPeer wayside(String name, int quotaMiB) {
    return new ChildPeer(
        name, WaysideChild.class, MeasuredChild.GATEWAY_OPTIONS, List.of(String.valueOf(quotaMiB)));
  }

  /** Paho's own store; its buffer of 65,535 messages needs a larger heap than the gateway has. */
  static ChildPeer paho(String name) {
    return new ChildPeer(
        name,
        PahoChild.class,
        List.of("-Xmx512m", "-Xss512k", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        List.of());
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void start(Place place) throws IOException {
    List<String> arguments =
        List.of(
            place.data().toString(),
            String.valueOf(place.sinkPort()),
            place.folder().resolve("marks").toString(),
            String.valueOf(place.numbers()));
    Path complaints = place.folder().resolve("complaints");
    Process started =
        MeasuredChild.start(
            place.before(),
            options,
            main,
            Stream.concat(arguments.stream(), more.stream()).toList(),
            place.environment(),
            ProcessBuilder.Redirect.appendTo(complaints.toFile()));
    process = started;
    BufferedReader lines = started.inputReader(StandardCharsets.UTF_8);
    said = lines;
    if (!"ready".equals(lines.readLine())) {
      kill();
      throw new IOException(name + " does not start: " + Files.readString(complaints));
    }
  }

  @Override
  public Feed.Result feed(Feed feed) throws IOException {
    Process running = process;
    BufferedReader lines = said;
    if (running == null || lines == null) {
      throw new IllegalStateException(name + " is not running");
    }
    try {
      Writer orders = running.outputWriter(StandardCharsets.UTF_8);
      orders.write(feed.toLine() + "\n");
      orders.flush();
      String line = lines.readLine();
      return line == null ? new Feed.Result(0, 0, 0, 0) : Feed.Result.ofLine(line);
    } catch (IOException killed) {
      return new Feed.Result(0, 0, 0, 0);
    }
  }

  @Override
  public long pid() {
    Process running = process;
    if (running == null) {
      throw new IllegalStateException(name + " is not running");
    }
    return running.pid();
  }

  @Override
  public void kill() {
    Process running = process;
    process = null;
    if (running != null) {
      running.destroyForcibly();
      running.onExit().join();
    }
  }
}
