// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** A PostgreSQL server of its own, in a folder of its own, as long as the tests run. */
public final class Postgres {

  private static final Path DEBIAN = Path.of("/usr/lib/postgresql");
  private static @Nullable Postgres started;

  private final Path bin;
  private final Path folder;
  private final int port;
  private final AtomicInteger databases = new AtomicInteger();

  private Postgres(Path bin) throws IOException {
    this.bin = bin;
    this.folder = Files.createTempDirectory("wayside-postgres");
    this.port = LoopbackPorts.free();
  }

  /** The server; skips the test with the reason when PostgreSQL is not installed. */
  public static synchronized Postgres required() {
    Optional<Path> bin = installed();
    Assumptions.assumeTrue(
        bin.isPresent(),
        "PostgreSQL is not installed, so its store is not tested here; apt-get install postgresql");
    Postgres server = started;
    if (server == null) {
      try {
        server = new Postgres(bin.orElseThrow());
        server.start();
      } catch (IOException failed) {
        throw new IllegalStateException("PostgreSQL could not be started", failed);
      }
      started = server;
    }
    return server;
  }

  /** The address of a new, empty database. */
  public String newDatabase() {
    String name = "centre_" + databases.incrementAndGet();
    try (Connection connection = DriverManager.getConnection(address("postgres"))) {
      connection.createStatement().execute("CREATE DATABASE " + name);
    } catch (SQLException failed) {
      throw new IllegalStateException("no database could be made", failed);
    }
    return address(name);
  }

  private String address(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?user=rig";
  }

  private void start() throws IOException {
    if (root()) {
      run(List.of("chown", "postgres", folder.toString()));
    }
    Path data = folder.resolve("data");
    run(asUser(bin.resolve("initdb"), "-D", data, "-U", "rig", "-A", "trust", "-E", "UTF8"));
    String options =
        "-c listen_addresses=127.0.0.1 -c port=" + port + " -c unix_socket_directories=" + folder;
    run(
        asUser(
            bin.resolve("pg_ctl"),
            "-D",
            data,
            "-l",
            folder.resolve("log"),
            "-w",
            "-o",
            options,
            "start"));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(data), "postgres-end"));
  }

  private void stop(Path data) {
    try {
      run(asUser(bin.resolve("pg_ctl"), "-D", data, "-m", "immediate", "stop"));
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    } catch (IOException left) {
      throw new IllegalStateException("something of " + folder + " is left", left);
    }
  }

  /** The server refuses to be root; Debian's package brings a user for it. */
  private List<String> asUser(Path program, Object... arguments) {
    List<String> command = new ArrayList<>();
    if (root()) {
      command.addAll(
          List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    command.add(program.toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return command;
  }

  private void run(List<String> command) throws IOException {
    Path said = Files.createTempFile("wayside-postgres", ".out");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IOException(command + " failed: " + Files.readString(said));
      }
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
      throw new IOException(command + " was interrupted", ended);
    } finally {
      Files.delete(said);
    }
  }

  private static boolean root() {
    return System.getProperty("user.name").equals("root");
  }

  /** Where the newest release lies that has everything. */
  private static Optional<Path> installed() {
    List<Path> folders = new ArrayList<>();
    if (Files.isDirectory(DEBIAN)) {
      try (Stream<Path> releases = Files.list(DEBIAN)) {
        releases
            .sorted(Comparator.comparingInt(Postgres::release).reversed())
            .forEach(release -> folders.add(release.resolve("bin")));
      } catch (IOException unreadable) {
        return Optional.empty();
      }
    }
    folders.add(Path.of("/usr/local/bin"));
    folders.add(Path.of("/usr/bin"));
    return folders.stream()
        .filter(
            folder ->
                Stream.of("initdb", "pg_ctl")
                    .allMatch(program -> Files.isExecutable(folder.resolve(program))))
        .findFirst();
  }

  private static int release(Path folder) {
    String name = folder.getFileName().toString();
    return name.matches("\\d+") ? Integer.parseInt(name) : 0;
  }
}
