// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class FaultyPipeTest {

  private static final Duration PERIOD = Duration.ofMillis(100);

  private final SteppedRigClock clock = new SteppedRigClock();
  private final RecordingPipe wire = new RecordingPipe(clock);
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

  private FaultyPipe with(FaultKind kind, FaultRule rule) {
    return new FaultyPipe(wire, FaultPlan.none().withSeed(5).with(kind, rule), clock);
  }

  private static byte[] frame(int number) {
    return ByteBuffer.allocate(12).putInt(number).putLong(number * 0x0101_0101_0101_0101L).array();
  }

  private void send(FaultyPipe pipe, int frames) {
    for (int i = 0; i < frames; i++) {
      sent.writeBytes(frame(i));
      pipe.write(frame(i));
      clock.advance(PERIOD);
    }
  }

  private static int differingBits(byte[] one, byte[] other) {
    BitSet difference = BitSet.valueOf(one);
    difference.xor(BitSet.valueOf(other));
    return difference.cardinality();
  }

  @Test
  void withoutFaultsEveryFramePassesAtOnce() {
    FaultyPipe pipe = new FaultyPipe(wire, FaultPlan.none(), clock);
    assertThat(pipe.write(frame(1))).isEqualTo(12);
    assertThat(wire.bytes()).isEqualTo(frame(1));
    assertThat(pipe.ledger().framesUntouched()).isOne();
    assertThat(pipe.read()).containsExactly(42);
  }

  @Test
  void dropTakesOneToSoManyBytesOutOfEachFrame() {
    FaultyPipe pipe = with(FaultKind.DROP, FaultRule.of(1).atMost(3));
    send(pipe, 200);
    assertThat(wire.writes).hasSize(200).allSatisfy(w -> assertThat(w.length).isBetween(9, 11));
    assertThat(wire.writes.stream().map(w -> w.length).distinct()).hasSize(3);
  }

  @Test
  void aFrameOfWhichNothingIsLeftIsNotWritten() {
    FaultyPipe pipe = with(FaultKind.DROP, FaultRule.of(1).atMost(1));
    pipe.write(new byte[] {1});
    assertThat(wire.writes).isEmpty();
  }

  @Test
  void corruptInvertsOneToSoManyBitsAndKeepsTheLength() {
    FaultyPipe pipe = with(FaultKind.CORRUPT, FaultRule.of(1).atMost(3));
    send(pipe, 200);
    for (int i = 0; i < 200; i++) {
      assertThat(wire.writes.get(i)).hasSize(12);
      assertThat(differingBits(wire.writes.get(i), frame(i))).isBetween(1, 3);
    }
  }

  @Test
  void delayHoldsFramesBackButNeverReordersThem() {
    FaultyPipe pipe = with(FaultKind.DELAY, FaultRule.of(0.5).lasting(Duration.ofMillis(350)));
    send(pipe, 300);
    clock.advance(Duration.ofSeconds(1));
    assertThat(wire.bytes()).isEqualTo(sent.toByteArray());
    assertThat(wire.log).anyMatch(line -> !line.matches("\\d*00 ms .*"));
  }

  @Test
  void splitSendsSmallPiecesOneAfterTheOther() {
    FaultyPipe pipe =
        with(FaultKind.SPLIT, FaultRule.of(1).lasting(Duration.ofMillis(4)).atMost(5));
    send(pipe, 100);
    assertThat(wire.bytes()).isEqualTo(sent.toByteArray());
    assertThat(wire.writes).allSatisfy(w -> assertThat(w.length).isBetween(1, 5));
    assertThat(wire.log.get(1)).startsWith("4 ms");
    assertThat(pipe.ledger().count(FaultKind.SPLIT)).isEqualTo(100);
  }

  @Test
  void coalesceJoinsFramesIntoOneWrite() {
    FaultyPipe pipe =
        with(FaultKind.COALESCE, FaultRule.of(1).lasting(Duration.ofSeconds(5)).atMost(3));
    send(pipe, 100);
    clock.advance(Duration.ofSeconds(6));
    assertThat(wire.bytes()).isEqualTo(sent.toByteArray());
    assertThat(wire.writes)
        .allSatisfy(w -> assertThat(w.length % 12).isZero())
        .allSatisfy(w -> assertThat(w.length).isBetween(12, 48));
    assertThat(wire.writes.size()).isLessThanOrEqualTo(50);
  }

  @Test
  void framesHeldBackLeaveWhenTheirTimeIsUpEvenIfNoneFollows() {
    FaultyPipe pipe =
        with(FaultKind.COALESCE, FaultRule.of(1).lasting(Duration.ofMillis(250)).atMost(9));
    pipe.write(frame(0));
    clock.advance(Duration.ofMillis(249));
    assertThat(wire.writes).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(wire.bytes()).isEqualTo(frame(0));
    assertThat(pipe.ledger().count(FaultKind.COALESCE)).as("nothing was joined").isZero();
  }

  @Test
  void garbageComesBeforeTheFrame() {
    FaultyPipe pipe = with(FaultKind.GARBAGE, FaultRule.of(1).atMost(20));
    send(pipe, 50);
    for (int i = 0; i < 50; i++) {
      assertThat(wire.writes.get(i)).endsWith(frame(i)).hasSizeBetween(13, 32);
    }
  }

  @Test
  void duplicateSendsTheFrameTwice() {
    FaultyPipe pipe = with(FaultKind.DUPLICATE, FaultRule.of(1));
    pipe.write(new byte[] {1, 2});
    assertThat(wire.bytes()).containsExactly(1, 2, 1, 2);
  }

  @Test
  void aStallLosesWholeFramesForItsTime() {
    FaultyPipe pipe = with(FaultKind.STALL, FaultRule.of(1).lasting(Duration.ofMillis(450)));
    assertThat(pipe.write(frame(0))).isZero();
    clock.advance(Duration.ofMillis(449));
    assertThat(pipe.write(frame(1))).isZero();
    assertThat(pipe.ledger().count(FaultKind.STALL)).isOne();
    assertThat(pipe.ledger().framesWithheld()).isEqualTo(2);
    assertThat(wire.plugged).isTrue();
  }

  @Test
  void aDisconnectionHangsTheLineUpAndBringsItBack() {
    FaultyPipe pipe = with(FaultKind.DISCONNECT, FaultRule.of(1).lasting(Duration.ofSeconds(2)));
    pipe.write(frame(0));
    clock.advance(Duration.ofSeconds(3));
    assertThat(wire.log).containsExactly("0 ms unplug", "2000 ms replug");
  }

  @Test
  void aLineThatCannotBePluggedInAgainIsTriedUntilItCan() {
    wire.refusedReplugs = 2;
    FaultyPipe pipe = with(FaultKind.DISCONNECT, FaultRule.of(1).lasting(Duration.ofSeconds(2)));
    pipe.write(frame(0));
    clock.advance(Duration.ofSeconds(3));
    assertThat(wire.log).containsExactly("0 ms unplug", "2400 ms replug");
  }

  @Test
  void whatAHandUnpluggedOnlyAHandPlugsIn() throws Exception {
    FaultyPipe pipe = with(FaultKind.DISCONNECT, FaultRule.of(1).lasting(Duration.ofSeconds(2)));
    pipe.write(frame(0));
    pipe.unplug();
    clock.advance(Duration.ofSeconds(10));
    assertThat(wire.plugged).isFalse();
    pipe.replug();
    assertThat(wire.plugged).isTrue();
  }

  @Test
  void switchedOffTheLineIsBackAtOnceAndCleanAndNothingDelayedIsLost() {
    FaultyPipe pipe = with(FaultKind.DELAY, FaultRule.of(1).lasting(Duration.ofSeconds(9)));
    pipe.write(frame(0));
    pipe.write(frame(1));
    pipe.inject(false);
    pipe.write(frame(2));
    assertThat(wire.writes).containsExactlyElementsOf(List.of(frame(0), frame(1), frame(2)));

    FaultyPipe cut = with(FaultKind.DISCONNECT, FaultRule.of(1).lasting(Duration.ofHours(1)));
    cut.write(frame(3));
    assertThat(wire.plugged).isFalse();
    cut.inject(false);
    assertThat(wire.plugged).isTrue();
    assertThat(cut.write(frame(4))).isEqualTo(12);
    cut.inject(true);
    assertThat(cut.write(frame(5))).isZero();
  }

  @Test
  void theSamePlanDoesTheSameToTheSameFramesAndAnotherSeedDoesNot() {
    assertThat(logOf(FaultPlan.rough().withSeed(11)))
        .isEqualTo(logOf(FaultPlan.rough().withSeed(11)))
        .isNotEqualTo(logOf(FaultPlan.rough().withSeed(12)));
  }

  private static List<String> logOf(FaultPlan plan) {
    SteppedRigClock clock = new SteppedRigClock();
    RecordingPipe wire = new RecordingPipe(clock);
    FaultyPipe pipe = new FaultyPipe(wire, plan, clock);
    for (int i = 0; i < 2000; i++) {
      pipe.write(frame(i));
      clock.advance(PERIOD);
    }
    return wire.log;
  }

  @Test
  void addingOneKindOfFaultLeavesTheOthersWhereTheyWere() {
    FaultPlan alone =
        FaultPlan.none().withSeed(3).with(FaultKind.CORRUPT, FaultRule.of(0.1).atMost(2));
    FaultPlan both = alone.with(FaultKind.DUPLICATE, FaultRule.of(0));
    FaultPlan more =
        alone.with(FaultKind.SPLIT, FaultRule.of(0.5).lasting(PERIOD.dividedBy(50)).atMost(4));
    assertThat(logOf(both)).isEqualTo(logOf(alone));
    assertThat(bytesOf(more)).isEqualTo(bytesOf(alone));
  }

  private static byte[] bytesOf(FaultPlan plan) {
    SteppedRigClock clock = new SteppedRigClock();
    RecordingPipe wire = new RecordingPipe(clock);
    FaultyPipe pipe = new FaultyPipe(wire, plan, clock);
    for (int i = 0; i < 500; i++) {
      pipe.write(frame(i));
      clock.advance(PERIOD);
    }
    return wire.bytes();
  }

  @Test
  void theLedgerCountsWhatTheRatesPromise() {
    int frames = 20_000;
    FaultPlan plan = FaultPlan.rough().withSeed(99);
    FaultyPipe pipe = new FaultyPipe(wire, plan, clock);
    send(pipe, frames);
    FaultLedger ledger = pipe.ledger();
    assertThat(ledger.framesOffered()).isEqualTo(frames);
    assertThat(ledger.missing(plan)).isEmpty();
    assertThat(ledger.piecesOverflowed()).isZero();
    long through = frames - ledger.framesWithheld();
    for (FaultKind kind :
        Arrays.asList(FaultKind.DROP, FaultKind.CORRUPT, FaultKind.GARBAGE, FaultKind.DUPLICATE)) {
      double expected = through * plan.rule(kind).perFrame();
      assertThat((double) ledger.count(kind))
          .as(kind.name())
          .isBetween(expected - 5 * Math.sqrt(expected), expected + 5 * Math.sqrt(expected));
    }
  }

  @Test
  void theRoughPlanMeetsEveryKindWithinAThousandFramesForFiftySeeds() {
    for (int seed = 1; seed <= 50; seed++) {
      SteppedRigClock ownClock = new SteppedRigClock();
      FaultPlan plan = FaultPlan.rough().withSeed(seed);
      FaultyPipe pipe = new FaultyPipe(new RecordingPipe(ownClock), plan, ownClock);
      for (int i = 0; i < 1000; i++) {
        pipe.write(frame(i));
        ownClock.advance(PERIOD);
      }
      assertThat(pipe.ledger().missing(plan)).as("seed " + seed).isEmpty();
    }
  }
}
