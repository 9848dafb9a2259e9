// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.central.intake;

/** A message cannot be taken as a record or status; says why. */
public final class NotARecord extends Exception {

  private static final long serialVersionUID = 1L;

  NotARecord(String message) {
    super(message);
  }
}
