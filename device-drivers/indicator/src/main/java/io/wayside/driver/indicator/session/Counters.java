// SPDX-License-Identifier: Apache-2.0
package io.wayside.driver.indicator.session;

/**
 * What was heard since the driver started.
 *
 * @param frames good frames that became readings
 * @param unconfirmed good frames that waited for an equal one
 * @param checkFailures frames dropped for a wrong check
 * @param unreadable frames dropped for content the format does not have
 * @param withoutWeight good frames that carry no mass, such as a tare or a refusal
 * @param resyncBytes bytes dropped between frames
 * @param staleBytes bytes dropped because they may have waited while nobody listened
 */
public record Counters(
    long frames,
    long unconfirmed,
    long checkFailures,
    long unreadable,
    long withoutWeight,
    long resyncBytes,
    long staleBytes) {

  static final Counters NONE = new Counters(0, 0, 0, 0, 0, 0, 0);

  Counters andFrame() {
    return new Counters(
        frames + 1, unconfirmed, checkFailures, unreadable, withoutWeight, resyncBytes, staleBytes);
  }

  Counters andUnconfirmed() {
    return new Counters(
        frames, unconfirmed + 1, checkFailures, unreadable, withoutWeight, resyncBytes, staleBytes);
  }

  Counters andCheckFailure() {
    return new Counters(
        frames, unconfirmed, checkFailures + 1, unreadable, withoutWeight, resyncBytes, staleBytes);
  }

  Counters andUnreadable() {
    return new Counters(
        frames, unconfirmed, checkFailures, unreadable + 1, withoutWeight, resyncBytes, staleBytes);
  }

  Counters andWithoutWeight() {
    return new Counters(
        frames, unconfirmed, checkFailures, unreadable, withoutWeight + 1, resyncBytes, staleBytes);
  }

  Counters andResync(long bytes) {
    return new Counters(
        frames,
        unconfirmed,
        checkFailures,
        unreadable,
        withoutWeight,
        resyncBytes + bytes,
        staleBytes);
  }

  Counters andStale(long bytes) {
    return new Counters(
        frames,
        unconfirmed,
        checkFailures,
        unreadable,
        withoutWeight,
        resyncBytes,
        staleBytes + bytes);
  }
}
