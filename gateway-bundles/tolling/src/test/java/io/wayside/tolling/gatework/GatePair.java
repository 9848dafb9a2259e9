// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.gatework;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.wayside.core.data.Value;
import io.wayside.tolling.plaza.PlazaCodec;
import io.wayside.tolling.plaza.PlazaMessage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;

/** Two gates of a station, each with a clock of its own, over a network that delays and loses. */
final class GatePair {

  static final String TOKEN = "00112233445566778899";
  private static final long MS = 1_000_000;
  private static final long PASS_BACK_NANOS = Duration.ofMinutes(10).toNanos();

  private final PlazaCodec codec = new PlazaCodec("a key of the station".getBytes(UTF_8));
  private final BenchTime time = new BenchTime();
  private final BenchTime timeOfSecond = new BenchTime();
  private final List<Sent> onTheWay = new ArrayList<>();
  Random random = new Random(1);
  int mostDelayMs = 10;
  int lostPercent;
  boolean down;

  /** What goes into the network and never comes out. */
  Predicate<PlazaMessage> lost = message -> false;

  final GateBench first;
  final GateBench second;
  private Optional<GateBench> stalled = Optional.empty();
  private long boot;

  /** As it goes over the wire. */
  private record Sent(String line, long dueNanos) {}

  GatePair(Path folder) throws Exception {
    first = new GateBench(folder, "gate-1", time, () -> talk("gate-1"));
    second = new GateBench(folder, "gate-2", timeOfSecond, () -> talk("gate-2"));
    passes(3_000);
  }

  private Optional<GateTalk> talk(String gate) {
    return Optional.of(
        new GateTalk(
            gate, "st-1", ++boot, List.of("gate-1", "gate-2"), 100, PASS_BACK_NANOS, this::send));
  }

  private void send(PlazaMessage message) {
    if (!down && !lost.test(message) && random.nextInt(100) >= lostPercent) {
      long delayNanos = random.nextInt(mostDelayMs + 1) * MS;
      onTheWay.add(new Sent(codec.encode(message), time.monotonicNanos() + delayNanos));
    }
  }

  void passes(long ms) throws Exception {
    for (long left = ms; left > 0; left--) {
      for (Sent each : List.copyOf(onTheWay)) {
        if (each.dueNanos() <= time.monotonicNanos()) {
          onTheWay.remove(each);
          PlazaMessage message = codec.decode(each.line());
          first.hears(message);
          second.hears(message); // its own word too, as over the link
        }
      }
      for (GateBench gate : List.of(first, second)) {
        if (stalled.filter(gate::equals).isEmpty()) {
          gate.step();
        }
      }
      time.pass(1);
      timeOfSecond.pass(1);
    }
  }

  /** One gate's thread is held up while the other's goes on; what comes meanwhile waits. */
  void stalls(GateBench gate, long ms) throws Exception {
    stalled = Optional.of(gate);
    passes(ms);
    stalled = Optional.empty();
  }

  void walks(GateBench gate, boolean in) throws Exception {
    var from = in ? gate.freeSide : gate.paidSide;
    var to = in ? gate.paidSide : gate.freeSide;
    from.is(true);
    passes(200);
    gate.safety.is(true);
    passes(200);
    from.is(false);
    to.is(true);
    passes(200);
    gate.safety.is(false);
    passes(200);
    to.is(false);
    passes(1_500);
  }

  void comes(GateBench gate, boolean in) throws Exception {
    gate.tap((in ? "in," : "out,") + TOKEN);
    passes(300);
    if (verdict(gate).equals("allowed")) {
      walks(gate, in);
    }
  }

  static String verdict(GateBench gate) {
    return GateBench.text(gate.decided(), "verdict");
  }

  /** The tap was allowed, and has no end yet. */
  static boolean opens(GateBench gate, String token) {
    return allowed(gate, token).size() > ends(gate, token);
  }

  static List<Value> allowed(GateBench gate, String token) {
    return gate.bodies().stream()
        .filter(body -> GateBench.text(body, "token").equals(token))
        .filter(body -> GateBench.text(body, "verdict").equals("allowed"))
        .map(body -> body.get("tap"))
        .toList();
  }

  static long ends(GateBench gate, String token) {
    List<Value> taps = allowed(gate, token);
    return gate.bodies().stream()
        .filter(body -> !GateBench.text(body, "event").equals("decided"))
        .filter(body -> taps.contains(body.get("tap")))
        .count();
  }

  static int yields(GateBench gate, String token) {
    List<Value> taps = allowed(gate, token);
    return (int)
        gate.bodies().stream()
            .filter(body -> taps.contains(body.get("tap")))
            .filter(body -> GateBench.text(body, "event").equals("lapsed"))
            .filter(body -> body.get("elsewhere") instanceof Value.Text)
            .count();
  }
}
