// SPDX-License-Identifier: Apache-2.0
package io.wayside.uplink.command;

import io.wayside.core.time.ClockQuality.State;
import io.wayside.core.time.Stamp;
import java.time.Duration;
import java.time.Instant;

/**
 * When a command may be believed. The command path knows repeated ids only as long as the process
 * lives; that nothing issued before the start is accepted closes this gap, so that a command heard
 * and kept by somebody cannot be played again after a restart.
 *
 * @param startNanos when the gateway began to listen, on the monotonic clock
 */
record Timeliness(long startNanos, boolean withoutClock) {

  /** How far the sender's clock may be ahead of ours. */
  static final Duration CLOCK_DIFFERENCE = Duration.ofMinutes(5);

  void require(CommandMessage command, Stamp now) throws BadCommand {
    boolean unknown = now.clock().state() == State.UNSYNCHRONISED;
    if (unknown && !withoutClock) {
      throw new BadCommand(
          "clock-unsynchronised",
          "the gateway's clock was never set since it started and reads "
              + now.wall()
              + ", so it cannot tell whether the command is stale; see its time service, or set"
              + " commandsWithoutClock");
    }
    if (!command.expires().isAfter(command.issued())) {
      throw new BadCommand("malformed", "\"expires\" must be later than \"issued\"");
    }
    if (!unknown && command.issued().isAfter(now.wall().plus(CLOCK_DIFFERENCE))) {
      throw new BadCommand(
          "issued-in-future",
          "the command was issued at "
              + command.issued()
              + ", and the gateway's clock reads "
              + now.wall()
              + "; one of the two clocks is wrong");
    }
    Instant start = now.wall().minusNanos(now.monotonicNanos() - startNanos);
    if (command.issued().isBefore(start)) {
      throw new BadCommand(
          "issued-before-start",
          "the command was issued at "
              + command.issued()
              + ", before the gateway began to listen at "
              + start
              + ", and may have been carried out then; look, and send a new one");
    }
  }
}
