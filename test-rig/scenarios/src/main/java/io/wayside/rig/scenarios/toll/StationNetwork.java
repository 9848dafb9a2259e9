// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.toll;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Carries datagrams between the gateways of a station in simulated time: late, in another order,
 * twice, damaged, or not at all. All chance comes from its seed.
 */
final class StationNetwork {

  /** Takes a datagram when it arrives. */
  interface Receiver {
    void received(byte[] datagram, long nanos);
  }

  private static final long LONGEST_UP_NANOS = 20_000_000_000L;
  private static final long LONGEST_DOWN_NANOS = 15_000_000_000L;
  private static final long SHORTEST_NANOS = 200_000_000L;

  private final NetworkKind kind;
  private final SplittableRandom random;
  private final Agenda agenda;
  private final Map<Integer, Receiver> receivers = new LinkedHashMap<>();
  private long outageEndsNanos = Long.MIN_VALUE;
  private boolean failed;
  private long turnsNanos;

  StationNetwork(NetworkKind kind, long seed, Agenda agenda) {
    this.kind = kind;
    this.random = new SplittableRandom(seed);
    this.agenda = agenda;
  }

  void attach(int lane, Receiver receiver) {
    receivers.put(lane, receiver);
  }

  /** Nothing arrives that is sent before then. */
  void downUntil(long nanos) {
    outageEndsNanos = Math.max(outageEndsNanos, nanos);
  }

  void send(int from, byte[] datagram, long nanos) {
    boolean up = isUp(nanos);
    receivers.forEach(
        (lane, receiver) -> {
          if (lane != from && up) {
            carry(receiver, datagram, nanos);
          }
        });
  }

  private void carry(Receiver receiver, byte[] datagram, long nanos) {
    int copies = random.nextDouble() < kind.doubles ? 2 : 1;
    for (int i = 0; i < copies; i++) {
      if (random.nextDouble() >= kind.loses) {
        byte[] arriving = datagram.clone();
        if (random.nextDouble() < kind.damages) {
          arriving[random.nextInt(arriving.length)] ^= (byte) (1 << random.nextInt(8));
        }
        agenda.at(nanos + delayNanos(), at -> receiver.received(arriving, at));
      }
    }
  }

  private long delayNanos() {
    double more = -Math.log(1 - random.nextDouble()) * kind.meanMoreNanos;
    return kind.leastNanos + (long) more;
  }

  private boolean isUp(long nanos) {
    while (kind.fails && nanos >= turnsNanos) {
      failed = turnsNanos > 0 && !failed;
      long longest = failed ? LONGEST_DOWN_NANOS : LONGEST_UP_NANOS;
      turnsNanos += random.nextLong(SHORTEST_NANOS, longest);
    }
    return !failed && nanos >= outageEndsNanos;
  }
}
