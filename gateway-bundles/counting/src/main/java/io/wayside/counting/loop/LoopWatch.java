// SPDX-License-Identifier: Apache-2.0
package io.wayside.counting.loop;

import java.util.List;

/** Sees vehicles in the edges of a lane's loops; edges come in order. */
public interface LoopWatch {

  List<LoopEvent> edge(Edge edge);

  /** Time passed without an edge. */
  List<LoopEvent> advance(long nanos);

  /** From here on nothing was heard; what was under way ends here. */
  List<LoopEvent> interrupted(long nanos);

  /** It is heard again; what is on the loops came while nothing was heard. */
  void resumed(long nanos);

  /** No vehicle that came before this will still be told. */
  long settledNanos();
}
