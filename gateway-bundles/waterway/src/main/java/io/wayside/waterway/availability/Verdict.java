// SPDX-License-Identifier: Apache-2.0
package io.wayside.waterway.availability;

/** What one question says about whether an aid does its duty. */
public enum Verdict {
  UP,
  DOWN,
  UNKNOWN,
  /** The question is not asked of this aid. */
  NO_SAY
}
