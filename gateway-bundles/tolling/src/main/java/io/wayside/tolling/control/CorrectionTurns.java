// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.record.RecordId;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who corrects passages of a lane takes turns: a person's correction and the late charge of what
 * was held back each begin with what the passage costs now, and what was handed in and is not
 * durable yet does not stand in the journal.
 */
final class CorrectionTurns {

  private final ReentrantLock turn = new ReentrantLock();

  /** By the lane's number of the passage. */
  private final Map<Long, CompletableFuture<RecordId>> underWay = new HashMap<>();

  /** Waits for the turn; whoever has it gives it back on the same thread. */
  void take() {
    turn.lock();
  }

  /** The turn, when it is free. */
  boolean tryTake() {
    return turn.tryLock();
  }

  void giveBack() {
    turn.unlock();
  }

  /** Whether a correction of that passage waits for the journal; asked in one's turn. */
  boolean waits(long passage) {
    underWay.values().removeIf(CompletableFuture::isDone);
    return underWay.containsKey(passage);
  }

  /** A correction was handed in, in one's turn. */
  void handedIn(long passage, CompletableFuture<RecordId> record) {
    underWay.put(passage, record);
  }
}
