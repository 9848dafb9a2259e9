// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Steps that were taken and are not yet on record, in order. */
final class Notes {

  private final List<Note> waiting = new ArrayList<>();

  void step(long nanos, Asked asked, Step step, String code, String words) {
    waiting.add(new Note(nanos, Optional.of(asked), asked.id(), step, false, code, words));
  }

  /** The one outcome of an order. */
  void outcome(long nanos, Asked asked, Step step, String code, String words) {
    waiting.add(new Note(nanos, Optional.of(asked), asked.id(), step, true, code, words));
  }

  void standing(long nanos, Standing standing, String code, String words) {
    waiting.add(
        new Note(nanos, Optional.empty(), standing.source(), Step.STANDING, false, code, words));
  }

  List<Note> take() {
    List<Note> all = List.copyOf(waiting);
    waiting.clear();
    return all;
  }
}
