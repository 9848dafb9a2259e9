// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.sight;

/** Of which passages something is kept. */
public enum Keeping {
  NEVER,
  /** Of violations and of what a person has to review. */
  IN_DOUBT,
  ALWAYS
}
