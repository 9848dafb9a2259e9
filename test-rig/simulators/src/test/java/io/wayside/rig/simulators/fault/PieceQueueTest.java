// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.wayside.rig.simulators.clock.SteppedRigClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PieceQueueTest {

  private final SteppedRigClock clock = new SteppedRigClock();
  private final RecordingPipe wire = new RecordingPipe(clock);
  private final FaultLedger ledger = new FaultLedger();
  private final PieceQueue queue = new PieceQueue(wire, clock, ledger);

  private static byte[] piece(int number) {
    return new byte[] {(byte) number};
  }

  @Test
  void aPieceDueEarlierStillLeavesAfterTheOneBeforeIt() {
    queue.send(piece(1), 5_000_000);
    queue.send(piece(2), 0);
    clock.advance(Duration.ofMillis(10));
    assertThat(wire.log).containsExactly("5 ms 01", "5 ms 02");
  }

  @Test
  void losesTheNewestWhenTooManyWaitAndSaysSo() {
    for (int i = 0; i < 300; i++) {
      queue.send(piece(i), 1_000_000);
    }
    assertThat(ledger.piecesOverflowed()).isEqualTo(300 - 256);
    clock.advance(Duration.ofMillis(1));
    assertThat(wire.writes).hasSize(256);
    assertThat(wire.writes.get(255)).isEqualTo(piece(255));
  }

  @Test
  void whatWasClearedNeverLeavesAndWhatComesAfterwardsLeavesAtOnce() {
    queue.send(piece(1), 5_000_000);
    queue.clear();
    queue.send(piece(2), 0);
    clock.advance(Duration.ofMillis(10));
    assertThat(wire.log).containsExactly("0 ms 02");
  }

  @Test
  void flushingSendsAllThatWaitsInOrder() {
    queue.send(piece(1), 5_000_000);
    queue.send(piece(2), 6_000_000);
    queue.flush();
    assertThat(wire.bytes()).containsExactly(1, 2);
    clock.advance(Duration.ofMillis(10));
    assertThat(wire.bytes()).hasSize(2);
  }
}
