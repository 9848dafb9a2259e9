// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.anpr;

import java.util.List;

/** How a make writes its events; none of this is shared with the driver. */
public interface EventForm {

  /** The boundary in the head of the answer, hyphens as this make writes them. */
  String boundary();

  /** Whether it answers under this path and query. */
  boolean answers(String path);

  /** The bytes of an event with all its parts. */
  List<byte[]> event(SeenPlate plate);

  /** What keeps the stream alive. */
  byte[] heartbeat();
}
