// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.benchmarks.uplink;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/** Mosquitto as installed on this machine, with a configuration of its own. */
public final class MosquittoProcess implements AutoCloseable {

  private static final List<String> PLACES =
      List.of("/usr/sbin/mosquitto", "/usr/local/sbin/mosquitto", "/usr/bin/mosquitto");
  private static final long START_PATIENCE_NANOS = 10_000_000_000L;

  private final Process process;

  private MosquittoProcess(Process process) {
    this.process = process;
  }

  /** Where it is installed. */
  public static Optional<Path> installed() {
    return PLACES.stream().map(Path::of).filter(Files::isExecutable).findFirst();
  }

  /**
   * Starts it and waits until it listens.
   *
   * @param folder for its configuration and log
   * @param port on the loopback address
   * @param settings further lines of its configuration, after those of the listener
   * @param before words of the command line before its own, such as a command that runs it
   *     elsewhere
   */
  public static MosquittoProcess start(
      Path folder,
      int port,
      List<String> settings,
      List<String> before,
      Map<String, String> environment)
      throws IOException {
    Path binary =
        installed()
            .orElseThrow(() -> new IOException("mosquitto is not installed on this machine"));
    List<String> lines = new ArrayList<>();
    lines.add("user root"); // heeded only when started by root, who could not read our files else
    lines.add("listener " + port + " 127.0.0.1");
    lines.add("allow_anonymous true");
    lines.addAll(settings);
    Path configuration = Files.write(folder.resolve("mosquitto.conf"), lines);
    Path log = folder.resolve("mosquitto.log");
    List<String> command = new ArrayList<>(before);
    command.addAll(List.of(binary.toString(), "-c", configuration.toString()));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    MosquittoProcess mosquitto = new MosquittoProcess(builder.start());
    mosquitto.awaitListener(port, log);
    return mosquitto;
  }

  private void awaitListener(int port, Path log) throws IOException {
    long deadline = System.nanoTime() + START_PATIENCE_NANOS;
    while (process.isAlive() && System.nanoTime() < deadline) {
      try (Socket probe = new Socket()) {
        probe.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1000);
        return;
      } catch (IOException notYet) {
        LockSupport.parkNanos(10_000_000); // a listening socket elsewhere gives no sign of itself
      }
    }
    close();
    throw new IOException("mosquitto does not start; its log: " + Files.readString(log));
  }

  public long pid() {
    return process.pid();
  }

  /** Ends it as a power cut would: at once. */
  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
