// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.control;

import io.wayside.core.record.RecordId;
import io.wayside.tolling.lane.LaneAct;
import io.wayside.tolling.lane.LaneOutcome;
import io.wayside.tolling.lane.LaneState;

/** Looks on while a lane works; called on the lane's thread, must return at once. */
public interface Audience {

  /** Nobody looks. */
  Audience NONE = new Audience() {};

  /** The lane is in another state; what it wants because of that comes after this call. */
  default void became(LaneState state, long nowNanos) {}

  /** The lane wants something done; it is done after this call. */
  default void wanted(LaneAct act, long nowNanos) {}

  /** What the lane put on record is durable. */
  default void kept(LaneOutcome outcome, RecordId id) {}
}
