// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.plazanet;

import io.wayside.tolling.plaza.PlazaMessage;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What is to be said. When it is full the oldest goes: a newer word on a tag matters more. */
final class Outbox {

  static final int MOST = 512;

  private final BlockingQueue<PlazaMessage> waiting = new ArrayBlockingQueue<>(MOST);
  private final AtomicLong dropped = new AtomicLong();

  void add(PlazaMessage message) {
    while (!waiting.offer(message)) {
      if (waiting.poll() != null) {
        dropped.incrementAndGet();
      }
    }
  }

  @Nullable PlazaMessage next() {
    return waiting.poll();
  }

  long dropped() {
    return dropped.get();
  }
}
