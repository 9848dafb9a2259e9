// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** A real MQTT broker in this process, on the loopback address, without a disk. */
public final class RigBroker implements AutoCloseable {

  private final Server server = new Server();
  private final int port;

  public RigBroker(int port, Path folder) throws IOException {
    this.port = port;
    Properties properties = new Properties();
    properties.setProperty("host", "127.0.0.1");
    properties.setProperty("port", String.valueOf(port));
    properties.setProperty("allow_anonymous", "true");
    properties.setProperty("data_path", folder.toString());
    properties.setProperty("persistence_enabled", "false");
    properties.setProperty("telemetry_enabled", "false");
    server.startServer(new MemoryConfig(properties));
  }

  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.stopServer();
  }
}
