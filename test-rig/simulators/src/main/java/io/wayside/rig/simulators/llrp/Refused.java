// SPDX-License-Identifier: Apache-2.0
package io.wayside.rig.simulators.llrp;

/** A command that is answered with a status other than success. */
final class Refused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient Status status;

  Refused(Status status) {
    super(status.text());
    this.status = status;
  }

  Status status() {
    return status;
  }
}
