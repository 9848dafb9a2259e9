// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Properties;

/** A broker in this process. */
final class Moquette implements Broker {
  private final int port;
  private final Properties properties = new Properties();
  private Server server;

  Moquette(Path folder, int port) {
    this.port = port;
    properties.setProperty("host", "127.0.0.1");
    properties.setProperty("port", String.valueOf(port));
    properties.setProperty("allow_anonymous", "true");
    properties.setProperty("data_path", folder.toString());
    properties.setProperty("persistence_enabled", "false");
    properties.setProperty("telemetry_enabled", "false");
    properties.setProperty("netty.mqtt.message_size", "1000000");
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public void start() throws IOException {
    server = new Server();
    server.startServer(new MemoryConfig(properties));
  }

  @Override
  public void stop() {
    if (server != null) {
      server.stopServer();
      server = null;
    }
  }
}
