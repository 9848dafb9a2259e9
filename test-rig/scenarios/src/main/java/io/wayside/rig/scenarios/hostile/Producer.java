// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.scenarios.hostile;

import io.wayside.core.record.Draft;
import io.wayside.core.record.RecordId;
import io.wayside.rig.transports.RigTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The stations: hands in what the load says and notes what was accepted. */
final class Producer {

  private final Load load;
  private final RigTime time = new RigTime();
  private final Notes notes;
  private final List<CompletableFuture<?>> answers = new ArrayList<>();
  private long number;

  /** Where facts are noted; each call is made before the next is. */
  interface Notes {
    void handedIn(long number, Load.Stream stream);

    void accepted(Key key, long number);

    void notAccepted(long number);

    /** Into a list. */
    static Notes in(Ledger ledger) {
      return new Notes() {
        @Override
        public void handedIn(long number, Load.Stream stream) {
          ledger.handedIn(number, stream);
        }

        @Override
        public void accepted(Key key, long number) {
          ledger.accepted(key, number);
        }

        @Override
        public void notAccepted(long number) {
          ledger.notAccepted(number);
        }
      };
    }
  }

  /**
   * @param after the number that was handed in last
   */
  Producer(Load load, long after, Notes notes) {
    this.load = load;
    this.number = after;
    this.notes = notes;
  }

  long lastNumber() {
    return number;
  }

  /** Hands in the next few, as the load has them. */
  void next(int count, Function<Draft, CompletableFuture<RecordId>> append) {
    for (int i = 0; i < count; i++) {
      number++;
      handIn(load.stream(number), append);
    }
  }

  /** Hands in one of each stream. */
  void oneOfEach(Function<Draft, CompletableFuture<RecordId>> append) {
    for (Load.Stream stream : Load.STREAMS) {
      number++;
      handIn(stream, append);
    }
  }

  private void handIn(Load.Stream stream, Function<Draft, CompletableFuture<RecordId>> append) {
    long mine = number;
    notes.handedIn(mine, stream);
    answers.add(
        append
            .apply(load.draft(mine, stream, time.now()))
            .handle(
                (id, refusal) -> {
                  if (refusal == null) {
                    notes.accepted(new Key(id.stream(), id.sequence()), mine);
                  } else {
                    notes.notAccepted(mine);
                  }
                  return mine;
                }));
  }

  /** Waits until every draft was answered. */
  void awaitAnswers() {
    CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new)).join();
    answers.clear();
  }
}
