// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.site;

import io.moquette.broker.Server;
import io.moquette.broker.config.MemoryConfig;
import io.moquette.interception.AbstractInterceptHandler;
import io.moquette.interception.messages.InterceptPublishMessage;
import io.netty.buffer.ByteBuf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A real MQTT broker in this process, on the loopback address, without a disk. */
public final class RigBroker implements AutoCloseable {

  private final Server server = new Server();
  private final int port;
  private final List<BiConsumer<String, byte[]>> eavesdroppers = new CopyOnWriteArrayList<>();

  public RigBroker(int port, Path folder) throws IOException {
    this.port = port;
    Properties properties = new Properties();
    properties.setProperty("host", "127.0.0.1");
    properties.setProperty("port", String.valueOf(port));
    properties.setProperty("allow_anonymous", "true");
    properties.setProperty("data_path", folder.toString());
    properties.setProperty("persistence_enabled", "false");
    properties.setProperty("telemetry_enabled", "false");
    server.startServer(new MemoryConfig(properties), List.of(new Overhearing()));
  }

  /**
   * Tells topic and payload of every message that a client publishes from now on; not of wills,
   * which the broker itself publishes. Called on the broker's threads.
   */
  public void overhear(BiConsumer<String, byte[]> eavesdropper) {
    eavesdroppers.add(eavesdropper);
  }

  public String address() {
    return "tcp://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.stopServer();
  }

  private final class Overhearing extends AbstractInterceptHandler {

    @Override
    public String getID() {
      return "rig";
    }

    @Override
    public void onPublish(InterceptPublishMessage message) {
      ByteBuf content = message.getPayload();
      try {
        byte[] payload = new byte[content.readableBytes()];
        content.getBytes(content.readerIndex(), payload);
        eavesdroppers.forEach(one -> one.accept(message.getTopicName(), payload));
      } finally {
        content.release(); // the broker has counted the handler as an owner
      }
    }

    @Override
    public void onSessionLoopError(Throwable fault) {
      throw new IllegalStateException("the broker's session loop failed", fault);
    }
  }
}
