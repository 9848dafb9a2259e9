// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.wayside.rig.scenarios.hostile.Combination.Maker;
import io.wayside.rig.scenarios.hostile.Combination.Restart;
import io.wayside.rig.scenarios.site.Folders;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import io.wayside.rig.transports.Mosquitto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A real broker of one trial; comes back at the same port with its state or without. */
interface TrialBroker extends AutoCloseable {

  /** To find a port. */
  int ATTEMPTS = 3;

  int port();

  /** Ends it; with its state it may write that down before. */
  void stop(Restart restart) throws IOException;

  /** Starts it again. */
  void start() throws IOException;

  @Override
  void close() throws IOException;

  /** A running one; another port is tried when somebody else was quicker. */
  static TrialBroker of(Maker maker, Path folder) throws IOException {
    for (int attempt = 1; ; attempt++) {
      TrialBroker broker =
          maker == Maker.MOSQUITTO ? new OfMosquitto(folder) : new OfMoquette(folder);
      try {
        broker.start();
        return broker;
      } catch (IllegalStateException portTaken) {
        if (attempt == ATTEMPTS) {
          throw portTaken;
        }
      }
    }
  }

  /** In a process of its own. */
  final class OfMosquitto implements TrialBroker {
    private final Path folder;
    private final Mosquitto broker;

    OfMosquitto(Path folder) throws IOException {
      this.folder = folder;
      this.broker =
          new Mosquitto(
              folder,
              "persistence true",
              "persistence_location " + folder + "/",
              "max_queued_messages 0", // else it drops what it acknowledged
              "max_inflight_messages 0");
    }

    @Override
    public int port() {
      return broker.port();
    }

    @Override
    public void start() throws IOException {
      broker.start();
    }

    @Override
    public void stop(Restart restart) throws IOException {
      if (restart == Restart.WITH_STATE) {
        broker.endInOrder();
      } else {
        broker.stop();
        Files.deleteIfExists(folder.resolve("mosquitto.db"));
      }
    }

    @Override
    public void close() {
      broker.stop();
    }
  }

  /** In this process. */
  final class OfMoquette implements TrialBroker {
    private final Path folder;
    private final int port;
    private @Nullable Server server;

    OfMoquette(Path folder) throws IOException {
      this.folder = folder;
      this.port = LoopbackPorts.free();
    }

    @Override
    public int port() {
      return port;
    }

    @Override
    public void start() throws IOException {
      Properties properties = new Properties();
      properties.setProperty("host", "127.0.0.1");
      properties.setProperty("port", String.valueOf(port));
      properties.setProperty("allow_anonymous", "true");
      properties.setProperty("data_path", folder.resolve("data").toString());
      properties.setProperty("persistence_enabled", "true");
      properties.setProperty("telemetry_enabled", "false");
      properties.setProperty("netty.mqtt.message_size", "1000000");
      Server started = new Server();
      started.startServer(new MemoryConfig(properties));
      server = started;
    }

    @Override
    public void stop(Restart restart) throws IOException {
      close();
      if (restart == Restart.WITHOUT_STATE) {
        Folders.delete(folder.resolve("data"));
      }
    }

    @Override
    public void close() {
      Server running = server;
      server = null;
      if (running != null) {
        running.stopServer();
      }
    }
  }
}
