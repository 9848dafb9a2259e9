// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.control;

import io.wayside.core.water.Lantern.Answer;

/** What became of an {@link Act}. */
public sealed interface Reply {

  record Answered(Answer answer) implements Reply {}

  /** The device will not; it goes on as before. */
  record Refused(String words) implements Reply {}

  /** There was no way to the device: it did nothing. */
  record Unreachable(String words) implements Reply {}

  /** No answer, or none that can be read: it may have done it. */
  record Unknown(String words) implements Reply {}
}
