// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What one transaction adds to a stream. */
final class Tally {

  final List<Long> stored = new ArrayList<>();
  long chainBreaks;
  long repeated;
  long conflicting;
  long refused;
  Instant lastHeard = Instant.EPOCH;
}
