// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.transports;

import io.wayside.uplink.transport.MqttTransport.ConnectionEvents;
import io.wayside.uplink.transport.MqttTransport.Subscriber;
import io.wayside.uplink.transport.Trouble;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Keeps what a connection told. */
public final class Heard implements ConnectionEvents, Subscriber {

  /** The end of a connection as it was told. */
  public record Loss(Trouble trouble, String reason) {}

  public final BlockingQueue<Loss> losses = new LinkedBlockingQueue<>();
  public final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
  public final BlockingQueue<String> grants = new LinkedBlockingQueue<>();
  public final BlockingQueue<String> refusals = new LinkedBlockingQueue<>();

  @Override
  public void lost(Trouble trouble, String reason) {
    losses.add(new Loss(trouble, reason));
  }

  @Override
  public void received(String topic, byte[] payload, boolean retained) {
    messages.add(topic + " " + retained + " " + new String(payload, StandardCharsets.UTF_8));
  }

  @Override
  public void granted(String filter) {
    grants.add(filter);
  }

  @Override
  public void subscriptionRefused(String filter, String reason) {
    refusals.add(filter + ": " + reason);
  }

  /** The next entry, within a minute. */
  public static <T> T soon(BlockingQueue<T> queue) throws InterruptedException {
    T next = queue.poll(60, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing came within a minute");
    }
    return next;
  }
}
