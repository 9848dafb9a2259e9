// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Arrays;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A connected non-blocking channel that is either alive or gone for good. */
final class ChannelEnd {

  static final int READ_BYTES = 4096;
  static final byte[] NOTHING = {};

  private static final Logger log = LoggerFactory.getLogger(ChannelEnd.class);

  private final ByteChannel channel;
  private boolean alive = true;

  ChannelEnd(ByteChannel channel) {
    this.channel = channel;
  }

  boolean alive() {
    return alive;
  }

  int write(byte[] frame) {
    if (!alive) {
      return 0;
    }
    try {
      return channel.write(ByteBuffer.wrap(frame));
    } catch (IOException e) {
      lose(e);
      return 0;
    }
  }

  byte[] read() {
    if (!alive) {
      return NOTHING;
    }
    ByteBuffer buffer = ByteBuffer.allocate(READ_BYTES);
    try {
      if (channel.read(buffer) < 0) {
        close();
      }
    } catch (IOException e) {
      lose(e);
    }
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  private void lose(IOException cause) {
    log.debug("the other end of {} has gone: {}", channel, cause.toString());
    close();
  }

  void close() {
    alive = false;
    Closing.quietly(channel);
  }
}
