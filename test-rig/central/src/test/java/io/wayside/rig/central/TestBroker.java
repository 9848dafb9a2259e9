// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.wayside.rig.simulators.transport.LoopbackPorts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** A real broker in this process, which can be stopped and started again on the same port. */
public final class TestBroker implements AutoCloseable {

  private final int port = LoopbackPorts.free();
  private final Path folder;
  private Server server = new Server();

  public TestBroker(Path folder) throws IOException {
    this.folder = folder;
    start();
  }

  public void start() throws IOException {
    Properties settings = new Properties();
    settings.setProperty("host", "127.0.0.1");
    settings.setProperty("port", Integer.toString(port));
    settings.setProperty("data_path", folder.toString());
    settings.setProperty("persistence_enabled", "true");
    settings.setProperty("allow_anonymous", "true");
    settings.setProperty("telemetry_enabled", "false");
    server = new Server();
    server.startServer(new MemoryConfig(settings));
  }

  public void stop() {
    server.stopServer();
  }

  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    stop();
  }
}
