// SPDX-License-Identifier: Apache-2.0
package io.wayside.tolling.lane;

/** The direction a reversible lane is used in; a plain lane is always used forward. */
public enum Travel {
  FORWARD,
  REVERSE
}
