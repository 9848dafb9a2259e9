// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.lantern;

import io.wayside.rig.simulators.clock.RigClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A network of text messages that loses, delays and doubles them, and believes any sender. */
public final class SmsNetwork {

  /** Who has a number. */
  public interface Phone {
    void receive(String sender, String text);
  }

  /** A message that was handed over. */
  public record Sent(String from, String to, String text) {}

  private final RigClock clock;
  private final Random random;
  private final Map<String, Phone> phones = new HashMap<>();
  private final List<Sent> sent = new ArrayList<>();
  private double loss;
  private double doubling;
  private Duration longest = Duration.ZERO;

  public SmsNetwork(RigClock clock, long seed) {
    this.clock = clock;
    this.random = new Random(seed);
  }

  public synchronized void join(String number, Phone phone) {
    phones.put(number, phone);
  }

  /** Shares of messages that are lost and doubled, and how long one is under way at most. */
  public synchronized void is(double lost, double doubled, Duration underWay) {
    loss = lost;
    doubling = doubled;
    longest = underWay;
  }

  /** Nobody checks who sends. */
  public synchronized void send(String from, String to, String text) {
    sent.add(new Sent(from, to, text));
    Phone phone = phones.get(to);
    if (phone == null || random.nextDouble() < loss) {
      return;
    }
    int times = random.nextDouble() < doubling ? 2 : 1;
    for (int i = 0; i < times; i++) {
      long nanos = (long) (random.nextDouble() * longest.toNanos());
      clock.after(Duration.ofNanos(nanos), () -> phone.receive(from, text));
    }
  }

  /** All that was ever handed over, in order. */
  public synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }
}
